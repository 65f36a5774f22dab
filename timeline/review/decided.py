"""A reading and its log → the collection as people have it, and the decisions that need another look.

What was read is never changed: the decisions that count are laid over it in their order, each time anew or, for one
more, on top of what was laid before. A decision finds its event by id and sentence; one whose sentence is gone from a
newer reading is not applied but listed, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline.errors import ReviewError
from timeline.model import Collection, Decision, Event, Mention
from timeline.review.laying import Layer, Misfits, MisplacedError, lay, quotes_by_target, resolved
from timeline.review.log import TURNS, counting, made_by, touched
from timeline.review.reading import Reading, order


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
    events that people set aside. ``versions`` gives for each event, mention or document that was ever decided about the
    number of the last decision that touched it. ``seen`` are the undated mentions that a person has looked at.
    """

    collection: Collection
    aside: tuple[Event, ...]
    lapsed: tuple[Lapsed, ...]
    versions: Mapping[str, int]
    log: tuple[Decision, ...]
    counts: tuple[bool, ...]
    seen: frozenset[str]
    layer: Layer

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
    log, unread = _read(collection)
    layer = Layer(Reading(collection), {name for decision in log for name in made_by(decision)})
    counts = counting(log)
    lapsed = _lay(layer, log, counts, range(len(log)))
    versions: dict[str, int] = {}
    for number, decision in enumerate(log, 1):
        _note(versions, layer, log, decision, number)
    lapsed = {n: unread.get(n) or why for n, why in lapsed.items()} | unread
    return _assembled(layer, collection.decisions, log, counts, lapsed, versions)


def as_decided(collection: Collection) -> Collection:
    """The collection with its own decisions laid over; the very same where nobody decided anything."""
    return decided(collection).collection if collection.decisions else collection


def one_more(before: Decided, decision: Decision) -> Decided:
    """What ``decided`` gives with ``decision`` at the end of the log, without laying over all others again."""
    log = (*before.log, decision)
    layer = before.layer.copy()
    layer.made.update(made_by(decision))
    lapsed: dict[int, Misfits] = {}
    for one in before.lapsed:
        lapsed[one.number] = (*lapsed.get(one.number, ()), (one.reason, one.targets))
    if decision.undoes is None:
        counts = (*before.counts, True)
        lapsed |= _lay(layer, log, counts, [len(log) - 1])
    else:
        counts = counting(log)
        names, numbers = _near(layer, log, decision)
        layer.forget(names)
        lapsed = {n: why for n, why in lapsed.items() if n - 1 not in numbers}
        lapsed |= _lay(layer, log, counts, numbers)
    versions = dict(before.versions)
    _note(versions, layer, log, decision, len(log))
    plain = (*before.collection.decisions, decision.plain())
    return _assembled(layer, plain, log, counts, lapsed, versions)


_LOST = Decision("", "", "", "opinion", ())
"""Stands in the log for an object that can't be read, so that the others keep their numbers; it changes nothing."""


def _read(collection: Collection) -> tuple[tuple[Decision, ...], dict[int, Misfits]]:
    log: list[Decision] = []
    unread: dict[int, Misfits] = {}
    for number, plain in enumerate(collection.decisions, 1):
        try:
            log.append(Decision.of(plain))
        except ReviewError as error:
            log.append(_LOST)
            unread[number] = ((str(error), ()),)
    return tuple(log), unread


def _lay(
    layer: Layer, log: tuple[Decision, ...], counts: tuple[bool, ...], numbers: Iterable[int]
) -> dict[int, Misfits]:
    """Lay the decisions with these numbers (from 0) over; why some could not be, by their numbers from 1."""
    lapsed: dict[int, Misfits] = {}
    for n in numbers:
        if counts[n] and log[n].action not in TURNS:
            reasons = lay(layer, log[n])
            if reasons:
                lapsed[n + 1] = reasons
    return lapsed


def _here(layer: Layer, decision: Decision) -> tuple[str, ...]:
    """The ids that a decision speaks of, as this reading has them."""
    names = []
    quotes = quotes_by_target(decision)
    for name in touched(decision):
        try:
            names.append(resolved(layer, quotes, name))
        except MisplacedError:
            names.append(name)
    return tuple(names)


def _near(layer: Layer, log: tuple[Decision, ...], decision: Decision) -> tuple[set[str], list[int]]:
    """What may change with the decision that is taken back or brought back.

    The ids that hang together with it through decisions about several of them, and these decisions' numbers.
    """
    spoken = [_here(layer, one) for one in log]
    names, grown = set(_here(layer, decision)), True
    by_id = {one.id: n for n, one in enumerate(log)}
    turn: Decision | None = decision
    while turn is not None and turn.undoes in by_id:
        turn = log[by_id.pop(turn.undoes)]
        names.update(_here(layer, turn))
    while grown:
        grown = False
        for own in spoken:
            if not names.isdisjoint(own) and not names.issuperset(own):
                names.update(own)
                grown = True
    return names, [n for n, own in enumerate(spoken) if not names.isdisjoint(own)]


def _note(versions: dict[str, int], layer: Layer, log: tuple[Decision, ...], decision: Decision, number: int) -> None:
    """Nothing; afterwards ``versions`` knows that the decision touched what it speaks of."""
    turn: Decision | None = decision
    names = set(_here(layer, decision))
    by_id = {one.id: one for one in log} if decision.undoes else {}
    while turn is not None and turn.undoes is not None:
        turn = by_id.get(turn.undoes)
        names.update(_here(layer, turn) if turn else ())
    if decision.action != "opinion":
        versions.update(dict.fromkeys(names, number))


def _assembled(
    layer: Layer,
    plain: tuple[Mapping[str, Any], ...],
    log: tuple[Decision, ...],
    counts: tuple[bool, ...],
    lapsed: Mapping[int, Misfits],
    versions: Mapping[str, int],
) -> Decided:
    read = layer.reading.collection
    documents = tuple(layer.documents.get(d.id, d) for d in read.documents) if layer.documents else read.documents
    collection = replace(read, documents=documents, mentions=_mentions(layer), events=_events(layer), decisions=plain)
    told = tuple(
        Lapsed(number, log[number - 1] if log[number - 1] is not _LOST else None, reason, targets)
        for number, reasons in sorted(lapsed.items())
        for reason, targets in reasons
    )
    aside = tuple(sorted((layer.events[name] for name in layer.aside), key=order))
    return Decided(collection, aside, told, versions, log, counts, frozenset(layer.seen), layer)


def _events(layer: Layer) -> tuple[Event, ...]:
    """The events on the timeline: what kept its date in its place, what moved or was made in that of its date."""
    if not (layer.events or layer.gone):
        return layer.reading.collection.events
    place = layer.reading.place
    stay: list[Event | None] = list(layer.reading.collection.events)
    for name, event in layer.events.items():
        if name in place:
            stay[place[name]] = event
    for name in (*layer.gone, *layer.aside, *layer.spots):
        if name in place:
            stay[place[name]] = None
    moved = sorted(
        ((spot, layer.events[name]) for name, spot in layer.spots.items() if name not in layer.aside),
        key=lambda one: one[0],
    )
    out: list[Event | None] = []
    start = 0
    for (before, _), event in moved:
        out += stay[start:before]
        out.append(event)
        start = before
    out += stay[start:]
    return tuple([event for event in out if event is not None])


def _mentions(layer: Layer) -> tuple[Mention, ...]:
    """The mentions, each with what became of it by now: the counts go on adding up."""
    reading = layer.reading
    for name in layer.stale:
        mention = reading.mention(name)
        now = _outcome(layer, mention) if mention is not None else None
        if now is None or now is mention:
            layer.outcomes.pop(name, None)
        else:
            layer.outcomes[name] = now
    layer.stale.clear()
    if not layer.outcomes:
        return reading.collection.mentions
    mentions = list(reading.collection.mentions)
    for name, now in layer.outcomes.items():
        mentions[reading.mention_place[name]] = now
    return tuple(mentions)


def _outcome(layer: Layer, mention: Mention) -> Mention:
    if layer.cites(mention.id):
        return mention if mention.outcome == "event" else replace(mention, outcome="event", reason="")
    if mention.id in layer.left:
        return _set_aside(mention, "a person set it aside", layer.left[mention.id])
    if mention.outcome != "event":
        return mention
    why = next((layer.aside[name] for name in _citing(layer, mention) if name in layer.aside), "")
    return _set_aside(mention, "a person set its event aside", why)


def _citing(layer: Layer, mention: Mention) -> tuple[str, ...]:
    return (*layer.reading.citing.get(mention.id, ()), *layer.citing.get(mention.id, ()))


def _set_aside(mention: Mention, what: str, why: str) -> Mention:
    return replace(mention, outcome="set aside", reason=f"{what}: {why}" if why else what)
