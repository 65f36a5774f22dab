"""What the explorer asks of the server: a collection's outline, then details and texts when they are needed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from timeline.app.collections import DATA, NOTHING, load, offered
from timeline.app.doors import sentence_of
from timeline.chart import compact
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from starlette.requests import Request

BLOCK = 32
"""Events whose details are sent together: the neighbours of the chosen one are there before they are asked for."""

QUOTES = 2000
"""Events whose sentences are sent together for search."""


def part_routes() -> list[Route]:
    """The addresses of collections' data."""
    return [
        Route(DATA + "/{key}", _outline, methods=["GET"]),
        Route(DATA + "/{key}/{what}/{which}", _part, methods=["GET"]),
    ]


def _outline(request: Request) -> Response:
    """The outline of a collection. A browser that has it already is told so, in a few bytes."""
    try:
        text, tag = outline_of(request.path_params["key"])
    except KeyError:
        return Response("There is no such collection.", status_code=404, media_type="text/plain")
    return _answer(request, text, tag)


def _part(request: Request) -> Response:
    """A part of a collection that its outline leaves out."""
    key, what, which = (request.path_params[name] for name in ("key", "what", "which"))
    try:
        answers = load(offered(key)).answers
        text = answers.get(f"{what}/{which}", "", lambda: compact(part_of(key, what, which)).encode())
    except (LookupError, ValueError, TimelineError):
        return Response("There is no such part.", status_code=404, media_type="text/plain")
    return _answer(request, text, hashlib.sha256(text).hexdigest()[:16])


def _answer(request: Request, text: bytes, tag: str) -> Response:
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Content-Encoding": "identity"}
    if tag:
        headers["ETag"] = f'"{tag}"'
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type="application/json")


def outline_of(key: str) -> tuple[bytes, str]:
    """The outline of an offered collection as JSON, with its tag; where it can't be read, an empty one that says so.

    Raises ``KeyError`` where no such collection is offered.
    """
    try:
        loaded = load(offered(key))
    except TimelineError as error:
        return compact({**NOTHING, "problems": [sentence_of(error)]}).encode(), ""
    return loaded.outline, loaded.tag


def part_of(key: str, what: str, which: str) -> Any:
    """A part of an offered collection that its outline leaves out, as JSON data.

    ``events``: the details of the BLOCK events from number ``which`` on, or of those of the numbers that stand there,
    "3,17,99", BLOCK at most. ``quotes``: the sentences, as plain texts,
    of the QUOTES events from number ``which`` on. ``articles``: the lines of one article.
    ``home``: the number of the article that holds a mention. ``left``: the mentions that are ``undated`` or set
    ``aside``. ``joins``: why the sentences of the event with the id ``which`` are one event. Raises ``LookupError`` or
    ``ValueError`` where there is no such part.
    """
    loaded = load(offered(key))
    showing = loaded.showing
    if what == "events":
        asked = [int(number) for number in which.split(",")[:BLOCK]]
        if len(asked) == 1:
            asked = list(range(asked[0], min(asked[0] + BLOCK, len(showing.collection.events))))
        return [showing.details(number) for number in asked]
    if what == "quotes":
        first = int(which)
        return [showing.quotes(number) for number in range(first, min(first + QUOTES, len(showing.collection.events)))]
    if what == "articles":
        return showing.lines(int(which))
    if what == "home":
        return showing.home(which)
    if what == "left" and which in ("undated", "aside"):
        return showing.left(which)
    if what == "joins":
        return loaded.reasons.of(which)
    raise LookupError(what)
