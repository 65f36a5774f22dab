"""A collection made ready for the explorer: its outline as it goes out, and what is asked of it afterwards.

To make the outline of a hundred thousand events takes seconds, and so does reading them. Both are kept: the outline in
the database, of a file in the user's cache folder, so that a collection is opened by sending what lies there while the
rest is read; and in memory, so that a decision makes only a part of it anew.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.app.answers import Answer
from timeline.app.desk import workspace
from timeline.app.joins import Reasons
from timeline.app.kept import Kept
from timeline.app.making import steps
from timeline.app.own import Current, current
from timeline.chart import Sent, Showing, compact
from timeline.errors import DatabaseError, ReadError, TimelineError
from timeline.model import Collection
from timeline.store import ready
from timeline.store.ready import program
from timeline.uncollected import uncollected

LOG = logging.getLogger(__name__)

INSIDE = 200
"""Events up to which a collection is sent whole; of a larger one details and texts are fetched when they are needed."""

TEXT_INSIDE = 500_000
"""Code points of all articles up to which a small collection is sent whole."""

LARGE = 5_000
"""Events from which the outline is kept in the database: fewer are read and told in moments."""

LARGE_FILE = 5_000_000
"""Bytes of a collection file from which its outline is kept: about three thousand events."""

ANSWERS = 8_000_000
"""Bytes of parts that are kept of a collection."""

BESIDE = 1_000
"""Bytes that an answer takes beside itself, for its address: who asks for many empty ones fills no memory."""

BLOCK = 32
"""Events whose details are sent together: the neighbours of the chosen one are there before they are asked for."""

NOT_READ = "Articles came, went or changed since this was read: they are being read now."


@dataclass(frozen=True, slots=True)
class Known:
    """What was sent of a collection as it stood then: what is sent after a further decision follows from it."""

    sent: Sent
    collection: Collection
    reading: str


class Loaded:
    """``outline`` is what the explorer begins with, as JSON; ``answers`` are parts that somebody asked for, since many
    people look at the same events. The rest is made when it is asked for. ``fresh``: no article waits to be read."""

    def __init__(
        self, outline: Answer, make: Callable[[], Showing], known: Known | None = None, *, fresh: bool = True
    ) -> None:
        self.outline, self.known, self.fresh = outline, known, fresh
        self.answers: Kept[Answer] = Kept(lambda answer: len(answer.body) + BESIDE, ANSWERS)
        self._make, self._making = make, threading.Lock()
        self._beside: threading.Thread | None = None
        self._showing: Showing | None = None
        self._reasons: Reasons | None = None

    @property
    def showing(self) -> Showing:
        """What is asked for the details. Raises ``TimelineError`` where the collection can't be read any more."""
        with self._making:
            if self._showing is None:
                self._showing = self._make()
            return self._showing

    def read_on(self) -> None:
        """Nothing; what isn't read yet is being read in a thread of its own, on behalf of who asks now."""
        if self._showing is None and self._beside is None:
            read = copy_context().run
            self._beside = threading.Thread(target=read, args=(self._try,), name="rest of a collection", daemon=True)
            self._beside.start()

    def _try(self) -> None:
        with suppress(TimelineError):  # who asks for something is told
            _ = self.showing

    @property
    def reasons(self) -> Reasons:
        """What is asked why sentences are one event."""
        collection = self.showing.collection
        with self._making:
            self._reasons = self._reasons or Reasons(collection)
            return self._reasons


def of_collection(collection: Collection, problems: list[str]) -> Loaded:
    """A collection that nobody decides about here. ``problems`` say in words what could not be read of it."""
    showing = Showing(collection)
    told = Sent.whole(showing, problems=problems) if is_small(collection) else Sent.of(showing, problems=problems)
    return Loaded(Answer.of(told.text()), lambda: showing)


def of_file(key: str, path: Path, read: Callable[[], tuple[Collection, list[str]]]) -> Loaded:
    """The collection file at an address, which ``read`` reads: a large one by what lies ready since it was last opened.

    Raises ``TimelineError``.
    """
    name = _name_of(path)
    pieces = ready.pieces(name) if name else None
    if pieces is not None:
        return _of_pieces(pieces, lambda: _as_read(path, name, read))
    collection, problems = read()
    if not name or is_small(collection):
        return of_collection(collection, problems)
    showing = Showing(collection)
    told = Sent.of(showing, steps(key, len(collection.events)), problems=problems)
    try:
        ready.keep(name, _pieces(told, showing))
    except OSError as error:  # it is opened as well without, only later
        LOG.warning("the outline of a collection file could not be kept: %s", error)
    return Loaded(Answer.of(told.text()), lambda: showing)


def _name_of(path: Path) -> str:
    """Under which its outline is kept; empty of a small file, and where it can't be read: reading it says why."""
    try:
        return ready.name_of(path, program()) if path.stat().st_size >= LARGE_FILE else ""
    except OSError:
        return ""


def _as_read(path: Path, name: str, read: Callable[[], tuple[Collection, list[str]]]) -> Showing:
    with uncollected():
        showing = Showing(read()[0])
        showing.ready()
        gc.freeze()
    if _name_of(path) != name:
        raise ReadError(f"{path.name} was changed while it was read: load the page again.", str(path))
    return showing


def is_small(collection: Collection) -> bool:
    """Whether the explorer is given all of it at once."""
    return len(collection.events) <= INSIDE and sum(len(one.text) for one in collection.documents) <= TEXT_INSIDE


def of_own(key: str, before: Loaded | None) -> Loaded:
    """A collection of the workspace with what people decided; ``before`` is the same in an earlier state, if kept.

    Raises ``TimelineError``.
    """
    if before is None:
        found = workspace().outline(key, program())
        if found is not None:
            return _as_kept(key, *found)
    here = current(key)
    collection, problems = here.decided.collection, [] if here.fresh else [NOT_READ]
    showing, known = Showing(collection), before.known if before else None
    if is_small(collection):
        told = Sent.whole(showing, problems=problems)
    elif known is not None and known.reading == here.reading and not is_small(known.collection):
        told = known.sent.since(known.collection, showing, problems=problems)
    else:
        told = Sent.of(showing, steps(key, len(collection.events)), problems=problems)
    _keep(key, told, showing, here)
    return Loaded(Answer.of(told.text()), lambda: showing, Known(told, collection, here.reading), fresh=here.fresh)


def make_ready(key: str) -> None:
    """Nothing; a large collection of the workspace is opened by what lies in the database then."""
    if workspace().collection(key).events >= LARGE:
        here = current(key)
        showing = Showing(here.decided.collection)
        _keep(key, Sent.of(showing, problems=[]), showing, here)


def block(showing: Showing, first: int) -> list[dict[str, Any]]:
    """The details of the events from this number on."""
    return [showing.details(number) for number in range(len(showing.collection.events))[first : first + BLOCK]]


def _first_block(told: Sent) -> int:
    """The number at which the block of the event begins that is shown first."""
    return told.first_shown - told.first_shown % BLOCK


def _keep(key: str, told: Sent, showing: Showing, here: Current) -> None:
    if not here.fresh or len(here.decided.collection.events) < LARGE:
        return
    try:
        workspace().keep_outline(key, program(), _pieces(told, showing), of_revision=here.revision)
    except DatabaseError as error:  # it is opened as well without, only later
        LOG.warning("the outline of a collection could not be kept: %s", error)


def _pieces(told: Sent, showing: Showing) -> tuple[bytes, ...]:
    """The outline to be kept, and before it the details of the events that the explorer begins with."""
    return compact(block(showing, _first_block(told))).encode(), *told.pieces()


def _as_kept(key: str, revision: int, pieces: tuple[bytes, ...]) -> Loaded:
    """The collection by the outline that lies in the database; what else is asked of it is read beside."""

    def make() -> Showing:
        with uncollected():
            here = current(key)
            showing = Showing(here.decided.collection)
            showing.ready()
            gc.freeze()
        if here.revision == revision:
            loaded.known = Known(Sent.of_pieces(pieces[1:]), here.decided.collection, here.reading)
        return showing

    loaded = _of_pieces(pieces, make)
    return loaded


def _of_pieces(pieces: tuple[bytes, ...], make: Callable[[], Showing]) -> Loaded:
    """A collection by what ``_pieces`` gave; ``make`` reads it, once the outline went out."""
    details, *more = pieces
    told = Sent.of_pieces(more)
    loaded = Loaded(Answer.of(told.text()), make)
    loaded.answers.get(f"events/{_first_block(told)}", "", lambda: Answer.of(details))
    return loaded
