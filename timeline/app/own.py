"""A person's own collections as they stand now: what was read, with what was decided laid over it, kept in memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

from timeline.app.desk import shelf_of, workspace
from timeline.errors import ReviewError
from timeline.model import Collection, Decision
from timeline.review import Decided, decided, one_more
from timeline.store.workspace import Stored

KEPT = 4
"""Collections that are kept in memory."""

FEW = 50
"""Decisions that are laid over one by one; more are quicker laid all anew."""


@dataclass(frozen=True, slots=True)
class Current:
    """A collection as it stood at ``revision``; its articles changed last at ``articles_revision``.

    ``unread`` are the articles that came or changed since it was read, ``gone`` those that went.
    """

    decided: Decided
    revision: int
    reading: str
    articles_revision: int
    unread: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def fresh(self) -> bool:
        """Whether every article is on the timeline as it is known now, and no other."""
        return not self.unread and not self.gone


_kept: OrderedDict[str, Current] = OrderedDict()
_making: WeakValueDictionary[str, Making] = WeakValueDictionary()
_turn = threading.Lock()


class Making:
    """Held by who makes a collection ready: others that ask for the same wait, and those that ask for another don't."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


def current(key: str) -> Current:
    """The collection as it is now. Raises ``TimelineError`` where there is none, it was deleted or can't be read."""
    shelf = shelf_of(key)
    with _turn:
        before = _kept.get(key)
        if before is not None and before.revision == shelf.revision:
            _kept.move_to_end(key)
            return before
        making = _making.setdefault(key, Making())
    with making.lock:
        with _turn:
            found, before = before, _kept.get(key)
        # Who waited here may find a later state than that of the shelf, which is asked for again.
        waited = before is not found
        if before is not None and waited and before.revision in (shelf.revision, workspace().revision(key)):
            return before
        stored = workspace().read(key, _known(before))
        over = _laid_over(before, stored.collection, stored.reading)
        now = Current(over, stored.revision, stored.reading, stored.articles_revision, stored.unread, stored.gone)
        with _turn:
            _kept[key] = now
            _kept.move_to_end(key)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        return now


def _known(before: Current | None) -> Stored | None:
    """What the workspace gave before."""
    if before is None:
        return None
    log = before.decided.collection.decisions
    reading = replace(before.decided.reading, decisions=log)
    return Stored(reading, before.revision, before.reading, before.articles_revision, before.unread, before.gone)


def _laid_over(before: Current | None, collection: Collection, reading: str) -> Decided:
    """The decisions over the reading; where only a few came, these alone over what there was."""
    if before is None or before.reading != reading:
        return decided(collection)
    known = before.decided.collection.decisions
    new = collection.decisions[len(known) :]
    if len(new) > FEW or [one.get("id") for one in known[-1:]] != [
        one.get("id") for one in collection.decisions[: len(known)][-1:]
    ]:  # many, or a backup took its place and its log is another one
        return decided(collection)
    over = before.decided
    for plain in new:
        try:
            over = one_more(over, Decision.of(plain))
        except ReviewError:
            return decided(collection)
    return over
