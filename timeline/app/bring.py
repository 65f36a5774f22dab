"""The page that brings articles in, and what it sends: files as they are, pasted text, an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from timeline.app.bringing import BRINGING, or_gone
from timeline.app.desk import shelf_of, text_in, workspace
from timeline.app.doors import RefusedError, answered, asked, check_change, received, told, unreadable
from timeline.app.preferences import preferences
from timeline.app.shelves import told_of
from timeline.app.tables import FIELDS
from timeline.app.visitors import Visitor, visitor

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

AT = "/timeline/desk/bring/{key}"

LONGEST_NAME = 400
"""Code points of a file's name with its folders."""


def bring_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows at first: the collection, the files on their way, what is allowed."""
    key = query.get("c", "")
    shelf = shelf_of(key)
    BRINGING.warm()
    unread, gone = workspace().unread(key)
    return {
        "shelf": told_of(shelf),
        "bringing": _bringing(key),
        "unread": len(unread) + len(gone),
        "most": preferences().limits.file_bytes,
        "fetch": preferences().fetch,
    }


def bring_routes() -> list[Route]:
    """The addresses that the page asks and tells."""
    return [
        asked(AT, _state),
        Route(AT + "/file", _file, methods=["POST"]),
        told(AT + "/text", _text),
        told(AT + "/address", _address),
        told(AT + "/again", _again),
        told(AT + "/columns", _columns),
        told(AT + "/table", _table),
        told(AT + "/stop", lambda request, _: BRINGING.stop(_known(request))),
        told(AT + "/clear", lambda request, _: BRINGING.forget(_known(request))),
        told(AT + "/read", lambda request, _: BRINGING.read(_known(request))),
    ]


def _known(request: Request) -> str:
    """The collection of a request. Raises ``UnknownCollectionError`` where there is none."""
    return shelf_of(request.path_params["key"]).id


def _state(request: Request) -> dict[str, Any]:
    key = _known(request)
    after = request.query_params.get("after", "0")
    return {**_bringing(key, int(after) if after.isdecimal() else 0), "shelf": told_of(shelf_of(key))}


def _bringing(key: str, after: int = 0) -> dict[str, Any]:
    """What is on its way: who may only read is told that something is, and neither of files nor of what went wrong."""
    told = BRINGING.told(key, after)
    if visitor() is not Visitor.READER:
        return told
    reading = told["reading"] and {**told["reading"], "name": ""}
    return {**told, "files": [], "counts": {}, "left": None, "problem": "", "reading": reading}


async def _file(request: Request) -> Response:
    """A file: its bytes are the body, its name is in the address."""

    async def work() -> dict[str, Any]:
        check_change(request)
        key = await run_in_threadpool(_known, request)
        name = _name(request.query_params.get("name", ""))
        place = BRINGING.place()
        with or_gone(place):
            await received(request, place, preferences().limits.file_bytes)
        return await run_in_threadpool(BRINGING.take, key, name, place)

    return await answered(work)


def _name(said: str) -> str:
    """The file's name with its folders, without what no name of ours holds."""
    parts = [part for part in re.split(r"[/\\]", said) if part not in ("", ".", "..")]
    return "/".join(parts)[-LONGEST_NAME:] or "file"


def _text(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    key = _known(request)
    text, name = wish.get("text"), text_in(wish, "name")
    if not isinstance(text, str) or not text.strip():
        raise RefusedError("There is no text yet: paste the article into the field.")
    place = BRINGING.place()
    with or_gone(place):
        place.write_text(text, encoding="utf-8", errors="replace")
    return BRINGING.take(key, f"{_file_name(name or text)}.txt", place)


def _address(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    key, url = _known(request), text_in(wish, "url", longest=2000)
    if not url.startswith(("http://", "https://")):
        raise RefusedError("An address begins with http:// or https://.")
    if not preferences().fetch:
        raise RefusedError("Pages are not fetched here: that is switched on in the settings.", 403)
    return BRINGING.fetch(key, url)


def _file_name(words: str) -> str:
    """A name of the first words."""
    return " ".join(re.findall(r"[\w’'-]+", words)[:8])[:80] or "pasted text"


def _again(request: Request, wish: dict[str, Any]) -> None:
    BRINGING.again(_known(request), _number(wish))


def _columns(request: Request, wish: dict[str, Any]) -> None:
    """What a person says of a table's columns: it is read so."""
    BRINGING.answer(_known(request), _number(wish), _said(wish))


def _table(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """How a table would be read with these columns."""
    arrival = BRINGING.arrival(_known(request), _number(wish))
    if arrival is None or arrival.path is None:
        raise RefusedError("This table is not here any more: bring it in again.", 404)
    return BRINGING.table(arrival.name, arrival.path, _said(wish))


def _number(wish: dict[str, Any]) -> int:
    number = wish.get("number")
    if not isinstance(number, int):
        raise RefusedError("Which file? It has no number.")
    return number


def _said(wish: dict[str, Any]) -> dict[str, str]:
    columns = wish.get("columns")
    if not isinstance(columns, dict) or not all(isinstance(one, str) for one in columns.values()):
        raise unreadable()
    return {field: column for field, column in columns.items() if field in FIELDS and column}
