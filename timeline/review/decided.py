"""A reading and its log → the collection as people have it, and the decisions that need another look.

What was read is never changed: the decisions that count are laid over it in their order, each time anew or, for one
more, on top of what was laid before. A decision finds its event by id and sentence; one whose sentence is gone from a
newer reading is not applied but listed, with the reason.
"""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.errors import ReviewError
from timeline.model import Collection, Decision, Document, Event, Mention
from timeline.review.book import Book, book_of, counts_since, near, with_one_more
from timeline.review.laid import Laid, since, whole
from timeline.review.laying import Layer, Misfits, lay
from timeline.review.log import TURNS, counting, made_by
from timeline.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A decision, or a part of it, that could not be laid over: its ``number`` in the log, from 1, and why.

    ``targets`` are those of its targets that the reason is about.
    """

    number: int
    decision: Decision | None
    reason: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A collection with the decisions of its log laid over.

    ``collection`` has the events that are on the timeline, in order of time, and the whole log; ``aside`` are the
    events that people set aside. ``seen`` are the undated mentions that a person has looked at.
    """

    collection: Collection
    aside: tuple[Event, ...]
    lapsed: tuple[Lapsed, ...]
    log: tuple[Decision, ...]
    counts: tuple[bool, ...]
    seen: frozenset[str]
    layer: Layer
    book: Book

    @property
    def versions(self) -> Mapping[str, int]:
        """For each event, mention or document that was ever decided about the number of the last decision about it."""
        return self.book.versions

    def mention(self, name: str) -> Mention | None:
        """The mention of this id, with what became of it by now."""
        place = self.layer.reading.mention_place.get(name)
        return None if place is None else self.collection.mentions[place]

    @property
    def reading(self) -> Collection:
        """The collection as the program read it."""
        return self.layer.reading.collection


def decided(collection: Collection) -> Decided:
    """``collection`` as people have it: its own log laid over its events, mentions and documents.

    An object of the log that this version can't read is kept, and listed among the lapsed.
    """
    return _over(Reading(collection), collection.decisions)


def as_decided(collection: Collection) -> Collection:
    """The collection with its own decisions laid over; the very same where nobody decided anything."""
    return decided(collection).collection if collection.decisions else collection


def as_described(documents: Sequence[Document], decisions: Sequence[Mapping[str, Any]]) -> tuple[Document, ...]:
    """The documents with what people said of them in a log: when they were written, by whom, in which language."""
    return decided(Collection(tuple(documents), (), (), tuple(decisions))).collection.documents


def one_more(before: Decided, decision: Decision) -> Decided:
    """What ``decided`` gives with ``decision`` at the end of the log; only what it changes is laid over anew."""
    plain = (*before.collection.decisions, decision.plain())
    if before.book.knows(decision):
        return _over(before.layer.reading, plain)
    log = (*before.log, decision)
    layer = before.layer.copy()
    layer.made.update(made_by(decision))
    book = with_one_more(before.book, layer, log)
    counts = counts_since(before.counts, log, book)
    lapsed = before.lapsed
    if decision.undoes is None:
        lapsed = (*lapsed, *_told(log, len(log), lay(layer, decision)))
    else:
        names, places = near(layer, log, book)
        layer.forget(names)
        lapsed = _lapsed_since(lapsed, layer, log, counts, places)
    laid = since(_laid(before), before.layer, layer)
    return _assembled(layer, plain, log, counts, lapsed, book, laid)


_LOST = Decision("", "", "", "opinion", ())
"""Stands in the log for an object that can't be read, so that the others keep their numbers; it changes nothing."""


def _over(reading: Reading, plain: tuple[Mapping[str, Any], ...]) -> Decided:
    """The whole log ``plain`` laid over a reading."""
    log: list[Decision] = []
    unread: dict[int, Lapsed] = {}
    for number, one in enumerate(plain, 1):
        try:
            log.append(Decision.of(one))
        except ReviewError as error:
            log.append(_LOST)
            unread[number] = Lapsed(number, None, str(error))
    layer = Layer(reading, {name for decision in log for name in made_by(decision)})
    counts = counting(log)
    lapsed: list[Lapsed] = []
    for number, decision in enumerate(log, 1):
        if number in unread:
            lapsed.append(unread[number])
        elif counts[number - 1] and decision.action not in TURNS:
            lapsed += _told(log, number, lay(layer, decision))
    return _assembled(layer, plain, tuple(log), counts, tuple(lapsed), book_of(layer, log), whole(layer))


def _told(log: Sequence[Decision], number: int, misfits: Misfits) -> tuple[Lapsed, ...]:
    return tuple(Lapsed(number, log[number - 1], reason, targets) for reason, targets in misfits)


def _lapsed_since(
    lapsed: tuple[Lapsed, ...],
    layer: Layer,
    log: Sequence[Decision],
    counts: Sequence[bool],
    places: Mapping[int, Names[str]],
) -> tuple[Lapsed, ...]:
    """The lapsed after the decisions at these places were laid over again, each as far as it is about its targets."""
    kept = [one for one in lapsed if one.number - 1 not in places]
    before: dict[int, dict[str, str]] = {}
    for one in lapsed:
        before.setdefault(one.number - 1, {}).update(dict.fromkeys(one.targets, one.reason))
    for n in sorted(places):
        if not counts[n]:
            continue
        reasons = {name: why for name, why in before.get(n, {}).items() if name not in places[n]}
        for reason, targets in lay(layer, log[n], places[n]):
            reasons |= dict.fromkeys(targets, reason)
        kept += _told(log, n + 1, _in_order(log[n], reasons))
    return tuple(sorted(kept, key=lambda one: one.number))


def _in_order(decision: Decision, reasons: Mapping[str, str]) -> Misfits:
    """The targets of each reason, as ``lay`` gives them for all targets."""
    found: dict[str, tuple[str, ...]] = {}
    for name in decision.targets if reasons else ():
        if name in reasons:
            found[reasons[name]] = (*found.get(reasons[name], ()), name)
    return tuple(found.items())


def _laid(now: Decided) -> Laid:
    return Laid(now.collection.documents, now.collection.mentions, now.collection.events, now.aside)


def _assembled(
    layer: Layer,
    plain: tuple[Mapping[str, Any], ...],
    log: tuple[Decision, ...],
    counts: tuple[bool, ...],
    lapsed: tuple[Lapsed, ...],
    book: Book,
    laid: Laid,
) -> Decided:
    layer.changed.clear()
    layer.stale.clear()
    collection = replace(
        layer.reading.collection,
        documents=laid.documents,
        mentions=laid.mentions,
        events=laid.events,
        decisions=plain,
    )
    return Decided(collection, laid.aside, lapsed, log, counts, frozenset(layer.seen), layer, book)
