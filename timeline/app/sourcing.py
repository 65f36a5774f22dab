"""What the page Teach shows of an article as a source: among the others, or side by side with one of them."""

from __future__ import annotations

from typing import Any

from timeline.chart.articles import web_address
from timeline.chart.labels import shown
from timeline.teach import Matter, about_article, beside, plain

MOST_OF_A_KIND = 200
"""Events of a kind that are sent; of more the rest is only counted."""

KINDS = ("alone", "confirmed", "differs", "left_out", "both", "differ", "only_one", "only_two")
"""The parts of source work that are lists of events."""


def source_given(matter: Matter, one: str, two: str, language: str) -> dict[str, Any]:
    """What is shown of an article, or of two of them where ``two`` is not empty: docs/teaching.md has the keys.

    Each list of events becomes ``count`` and the ``first`` of them. Raises ``TeachError`` for an id that no
    article has.
    """
    work = beside(matter, one, two, language) if two else about_article(matter, one, language)
    given: dict[str, Any] = _safe(plain(work))
    for kind in KINDS:
        if kind in given:
            more = given.pop(f"{kind}_more", 0)
            given[kind] = {"count": len(given[kind]) + more, "first": given[kind][:MOST_OF_A_KIND]}
    for about in (given[name] for name in ("about", "one", "two") if name in given):
        about["url"] = web_address(about["url"]) or ""
    return given


def _safe(value: Any) -> Any:
    """JSON data in which no text steers what stands around it."""
    match value:
        case str():
            return shown(value)
        case list() | tuple():
            return [_safe(one) for one in value]
        case dict():
            return {name: _safe(one) for name, one in value.items()}
    return value
