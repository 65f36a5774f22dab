"""The page that explores a collection: one component that shows everything, and what it reports back."""

from __future__ import annotations

import streamlit as st

from timeline.app.collections import view
from timeline.app.pages import HOME_AT, check_address, pulse, ways
from timeline.app.years import YEARS
from timeline.chart import HTML, plotly_address, script, style

_explorer = st.components.v2.component("timeline_explorer", html=HTML, css=style(), js=script())


def page() -> None:
    """Shows the collection that the address names (``c``). The component keeps zoom and selection itself.

    ``st.session_state["explorer"]["selected"]`` holds the id of the event that was chosen last.
    """
    data = view(st.query_params.get("c"))
    data |= {"home": HOME_AT, "ways": ways(None, data["key"]), "pulse": pulse(data["key"])}
    data |= {"check": check_address(data["key"])}
    _explorer(key="explorer", data={**data, "plotly": plotly_address(), "years": YEARS}, on_selected_change=_noted)


def _noted() -> None:
    """The choice is in the session's state by now; nothing else follows from it yet."""
