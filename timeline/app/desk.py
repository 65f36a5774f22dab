"""The one open workspace of the server, and the clock: nothing below the app reads it."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from typing import Any

from timeline.app.doors import RefusedError, unreadable
from timeline.app.visitors import sees
from timeline.chart.labels import cut, shown
from timeline.errors import UnknownCollectionError
from timeline.store.workspace import Shelf, Workspace, open_workspace
from timeline.teach import speech

DATABASE = "TIMELINE_DATABASE"
"""The environment variable that names the database: a path, or an address as SQLAlchemy writes it."""

GONE = 410
"""HTTP's status of what was deleted."""

_opening = threading.Lock()
_opened: dict[str, Workspace] = {}


def workspace() -> Workspace:
    """The workspace that the environment names, opened once. Raises ``TimelineError`` where it can't be opened."""
    named = os.environ.get(DATABASE, "")
    with _opening:
        if named not in _opened:
            _opened[named] = open_workspace(named or None)
        return _opened[named]


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shelf_of(key: str, *, deleted: bool = False) -> Shelf:
    """The collection with this id: the door to all that is told of one.

    Raises ``UnknownCollectionError`` where there is none or who asks may not know of it, and ``RefusedError`` for one
    that was deleted, unless that is what is asked for.
    """
    shelf = workspace().collection(key)
    if not sees(shelf):
        raise UnknownCollectionError(f"There is no collection “{key}” here.")
    if shelf.deleted and not deleted:
        raise RefusedError(f"“{cut(shown(shelf.name))}” was deleted.", GONE)
    return shelf


def shelves(*, deleted: bool = False) -> tuple[Shelf, ...]:
    """The collections that who asks may know of, the last changed first."""
    return tuple(filter(sees, workspace().collections(deleted=deleted)))


def text_in(wish: dict[str, Any], name: str, *, longest: int = 200, language: str = "en") -> str:
    """A text of what a person sent, on one line. Raises ``RefusedError`` where it is none or, in that language, where
    it is too long."""
    value = wish.get(name, "")
    if not isinstance(value, str):
        raise unreadable(language)
    plain = " ".join(shown(value).split())
    if len(plain) > longest:
        raise too_long(longest, language)
    return plain


def too_long(longest: int, language: str) -> RefusedError:
    """What is said of a text that has more than so many letters."""
    return RefusedError(speech(language).text("refused.too-long", most=longest))
