"""The pages beside the explorer as one component: it draws what the server says, and asks our routes for the rest."""

from __future__ import annotations

from importlib import resources

import streamlit as st

from timeline.app.pages import frame
from timeline.chart import HTML, script, style
from timeline.lesson.assets import lesson_text

SHARED = ("dom.js", "labels.js", "bar.js", "room.js")
"""The explorer's scripts that the pages use too."""

SCRIPTS = (
    "talk.js", "parts.js", "frame.js", "drop.js", "home.js", "bring.js", "articles.js", "typing.js",
    "choosing.js", "checkcard.js", "check.js", "settings.js", "compare.js", "teach.js", "looking.js", "touring.js",
    "classboard.js", "sourcing.js",
    "show.js",
)  # fmt: skip
"""The scripts of the pages, joined in this order; the last exports ``mount``."""

OF_LESSONS = ("words.js", "sentences.js", "qr.js", "result.js")
"""The scripts of a lesson's pages that the page Teach uses too."""

STYLES = ("desk.css", "check.css", "teach.css", "sourcing.css")


def _text(name: str) -> str:
    return resources.files("timeline.app").joinpath("browser", name).read_text(encoding="utf-8")


_pages = st.components.v2.component(
    "timeline_pages",
    html=HTML,
    css="\n".join(
        [style("explorer.css", "bar.css", "find.css", "table.css"), lesson_text("shared.css"), *map(_text, STYLES)]
    ),
    js="\n".join([script(*SHARED), lesson_text(*OF_LESSONS), *map(_text, SCRIPTS)]),
)


def page(name: str) -> None:
    """Shows a page; what is done on it goes to our routes, so that it answers whatever Streamlit is at.

    Where a word is needed and was given, the page asks for itself anew: what it is first drawn from knows of no word.
    """
    _pages(key="pages", data=frame(name, st.query_params))
