"""Typed years as a window: the reader that reads the articles reads what a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from timeline.chart import compact
from timeline.chart.labels import shown
from timeline.chart.shapes import extent
from timeline.edtf import say

if TYPE_CHECKING:
    from starlette.requests import Request

YEARS = "/timeline/years"
"""Where the server reads typed years: ``?text=1945 to 1962``."""

_LONGEST = 80
"""Code points that are read."""


def years_routes() -> list[Route]:
    """The address at which typed years are read."""
    return [Route(YEARS, _years, methods=["GET"])]


def _years(request: Request) -> Response:
    answer = read_years(request.query_params.get("text", ""))
    return Response(compact(answer), media_type="application/json", headers={"X-Content-Type-Options": "nosniff"})


def read_years(text: str) -> dict[str, Any]:
    """``{"window": [from, to], "words": …}`` in places on the axis, or ``{"problem": a sentence}``.

    Several dates span one window. An open side keeps to its limit and is left to the window: ``since 1945`` gives
    ``[1945, None]``.
    """
    from timeline.pipeline import find_mentions  # the rules take a second to load; who types nothing needs none

    typed = " ".join(text.split())[:_LONGEST]
    dates = list(dict.fromkeys(m.edtf for m in find_mentions(typed) if m.edtf)) if typed else []
    if not dates:
        return {"problem": f"“{shown(typed)}” names no date that stands by itself: write years, such as 1945 to 1962."}
    reaches = [extent(date) for date in dates]
    firsts, lasts = [first for first, _ in reaches], [last for _, last in reaches]
    first = None if None in firsts else min(f for f in firsts if f is not None)
    last = None if None in lasts else max(la for la in lasts if la is not None)
    if first is None and last is None:
        return {"problem": f"“{shown(typed)}” has no beginning and no end: write years, such as 1945 to 1962."}
    return {"window": [first, last], "words": " and ".join(say(date) for date in dates)}
