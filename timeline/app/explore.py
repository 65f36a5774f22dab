"""The page that explores a collection: one component that shows everything, and what it reports back."""

from __future__ import annotations

from typing import Any

import streamlit as st

from timeline.app.collections import stamp_at, view
from timeline.app.pages import HOME_AT, check_address, pulse, source_address, ways
from timeline.app.years import YEARS
from timeline.chart import HTML, plotly_address, script, style

_explorer = st.components.v2.component("timeline_explorer", html=HTML, css=style(), js=script())

TOLD, ONLY_CHOSEN = "told", "only chosen"
"""In a visit's state: what the page was told, with the address it had; whether a choice alone made the script run."""


def page() -> None:
    """Shows the collection that the address names (``c``). The component keeps zoom and selection itself.

    ``st.session_state["explorer"]["selected"]`` holds the id of the event that was chosen last. A choice changes
    nothing on the page, so who chooses is told what they were told before, unless the collection was changed meanwhile.
    """
    wanted = st.query_params.get("c")
    before, frame = st.session_state.get(TOLD, (None, {}))
    chosen = st.session_state.pop(ONLY_CHOSEN, False)
    if not chosen or before != wanted or frame.get("stamp") != stamp_at(frame["key"]):
        frame = _frame(wanted)
        st.session_state[TOLD] = wanted, frame
    st.set_page_config(page_title=f"{frame['title']} · Timeline")
    # In a list: what Streamlit is given as a mapping it searches for tables, which takes as long as all the rest.
    _explorer(key="explorer", data=[frame], on_selected_change=_chosen)


def _frame(wanted: str | None) -> dict[str, Any]:
    data = view(wanted)
    data |= {"home": HOME_AT, "ways": ways(None, data["key"]), "pulse": pulse(data["key"])}
    data |= {"check": check_address(data["key"]), "sourcework": source_address(data["key"])}
    return {**data, "plotly": plotly_address(), "years": YEARS}


def _chosen() -> None:
    st.session_state[ONLY_CHOSEN] = True
