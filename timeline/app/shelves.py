"""The collections on the home page, and what a person does with them: make, rename, copy, put away, delete."""

from __future__ import annotations

import re
import tempfile
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from timeline.app.along import copy_lessons, keep_lessons, take_lessons, with_lessons
from timeline.app.bringing import BRINGING
from timeline.app.collections import COPY, UNNAMED, samples
from timeline.app.desk import now, shelf_of, text_in, workspace
from timeline.app.desk import shelves as all_shelves
from timeline.app.doors import RefusedError, answered, asked, check_change, check_owner, in_json, received, told
from timeline.app.visitors import COOKIE, TOKEN, Visitor, visitor, word_needed
from timeline.chart.labels import cut, shown
from timeline.store import collection_file

if TYPE_CHECKING:
    from starlette.requests import Request

    from timeline.store.workspace import Shelf

MOST_SAVED = 1_000_000_000
"""Bytes of a saved collection that is opened: one of a hundred thousand events has some 300 MB."""


def home(_query: Mapping[str, str]) -> dict[str, Any]:
    """What the home page shows: the collections, those put away, those deleted, and the samples to try; to who may only
    read nothing that was deleted."""
    shelves = all_shelves(deleted=visitor() is not Visitor.READER)
    kept = [shelf for shelf in shelves if not shelf.deleted]
    return {
        "collections": [told_of(shelf) for shelf in kept if not shelf.archived],
        "archived": [told_of(shelf) for shelf in kept if shelf.archived],
        "deleted": [told_of(shelf) for shelf in shelves if shelf.deleted],
        "samples": [{"id": choice.id, "name": choice.title} for choice in samples()],
        "visitor": visitor().name.lower(),
        "sharing": word_needed(),
    }


def told_of(shelf: Shelf) -> dict[str, Any]:
    """A collection as pages know it."""
    return {
        "id": shelf.id, "name": cut(shown(shelf.name)), "description": shown(shelf.description),
        "articles": shelf.articles, "events": shelf.events, "bytes": shelf.bytes,
        "created": shelf.created, "changed": shelf.changed, "shared": shelf.shared,
    }  # fmt: skip


def shelf_routes() -> list[Route]:
    """The addresses at which collections are made and changed."""
    return [
        told("/timeline/desk/make", _make),
        told("/timeline/desk/shelf/{key}/{what}", _change),
        asked("/timeline/desk/saved/{key}", _saved),
        Route("/timeline/desk/open", _open, methods=["POST"]),
        told("/timeline/desk/word", _word),
    ]


def _make(_request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    name, description = text_in(wish, "name"), text_in(wish, "description", longest=2000)
    return told_of(workspace().make(name or _unnamed(), description, at=now(), shared=_to_be_shared()))


def _to_be_shared() -> bool | None:
    """Whether a new collection is: what is made by others than who shares is for all, who else could see it? Who shares
    says so first. Where the app isn't shared it is as the others are."""
    return visitor() is not Visitor.OWNER if word_needed() else None


def _word(_request: Request, _wish: dict[str, Any]) -> Response:
    """Whether the word that was given lets see all: then this browser is shown that by links too."""
    everything = word_needed() and visitor() is Visitor.OWNER
    answer = in_json({"all": everything})
    if everything:
        answer.set_cookie(COOKIE, TOKEN, httponly=True, samesite="strict")
    return answer


def _unnamed() -> str:
    """A name for a collection that nobody has named, which no other one bears."""
    taken = {shelf.name for shelf in all_shelves(deleted=True)}
    names = (UNNAMED, *(f"{UNNAMED} {number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _change(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    shelf, what = shelf_of(request.path_params["key"], deleted=True), request.path_params["what"]
    key = shelf.id
    room, at = workspace(), now()
    if what == "rename":
        name = text_in(wish, "name")
        if not name:
            raise RefusedError("A collection needs a name.")
        return told_of(room.rename(key, name, at=at, was=_seen(wish, shelf, "name")))
    if what == "describe":
        description = text_in(wish, "description", longest=2000)
        return told_of(room.describe(key, description, at=at, was=_seen(wish, shelf, "description")))
    if what == "duplicate":
        copy = room.duplicate(key, cut(f"{COPY}{room.collection(key).name}", 200), at=at, shared=_to_be_shared())
        copy_lessons(key, copy.id)
        return told_of(copy)
    if what in ("purge", "share", "keep-back"):
        check_owner()
    if what == "purge":
        room.purge(key)
        BRINGING.drop(key)
        return {}
    simple = {
        "archive": room.archive, "unarchive": room.unarchive, "delete": room.delete, "undelete": room.undelete,
        "share": room.share, "keep-back": room.keep_back,
    }  # fmt: skip
    if what not in simple:
        raise RefusedError("That can’t be done with a collection.", 404)
    return told_of(simple[what](key, at=at))


def _seen(wish: dict[str, Any], shelf: Shelf, part: str) -> str | None:
    """What stood there when the person saw it who changes it, in the words of the store; None where nobody says."""
    if "was" not in wish:
        return None
    was = str(wish["was"])
    return getattr(shelf, part) if was == told_of(shelf)[part] else was


def _saved(request: Request) -> Response:
    """A whole collection as a file, with its lessons, to be opened elsewhere."""
    shelf = shelf_of(request.path_params["key"])
    words = " ".join(re.findall(r"[^\W_]+", shelf.name))[:80]
    name = quote(f"{words or 'collection'}.json")
    return Response(
        collection_file.dump(with_lessons(workspace().whole(shelf.id), shelf.id)),
        media_type="application/json",
        headers={
            "Content-Disposition": f"attachment; filename*=utf-8''{name}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _opened(place: Path, file: str) -> dict[str, Any]:
    name = " ".join(PurePath(file).stem.replace("-", " ").split())
    collection = collection_file.load(place.read_bytes().removeprefix(BOM_UTF8), cut(file, 200) or "the file")
    collection, lessons = take_lessons(collection)
    shelf = workspace().keep(collection, cut(name, 200) or UNNAMED, at=now(), shared=_to_be_shared())
    keep_lessons(lessons, shelf.id)
    return told_of(shelf)


async def _open(request: Request) -> Response:
    """A saved collection that becomes one of the workspace's: the file is the body, its name is in the address."""

    async def work() -> dict[str, Any]:
        check_change(request)
        with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
            place = Path(folder, "collection.json")
            await received(request, place, MOST_SAVED)
            return await run_in_threadpool(_opened, place, shown(PurePath(request.query_params.get("name", "")).name))

    return await answered(work)
