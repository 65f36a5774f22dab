"""What a layer makes of its reading: the events, those set aside, mentions and documents.

``whole`` makes all of it; ``since`` only what changed, from what there was before: a law of the tests holds them equal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.model import Document, Event, Mention
from timeline.review.laying import Layer
from timeline.review.reading import order

MANY = 200
"""Changed events from which all are put in order anew, which is quicker then."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The records of a reading as a layer has them; ``aside`` are the events that people set aside."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    aside: tuple[Event, ...]


def whole(layer: Layer) -> Laid:
    """All of it, made anew."""
    read = layer.reading.collection
    start = Laid(read.documents, read.mentions, read.events, ())
    return Laid(_documents(start, layer), _mentions(start, layer), _all_events(layer), _all_aside(layer))


def since(before: Laid, old: Layer, layer: Layer) -> Laid:
    """All of it, from what it was with the layer ``old``, of which ``layer`` is a copy with further changes."""
    many = len(layer.changed) > MANY
    return Laid(
        _documents(before, layer),
        _mentions(before, layer),
        _all_events(layer) if many else _events(before.events, old, layer),
        _all_aside(layer) if many else _aside(before.aside, old, layer),
    )


def _documents(before: Laid, layer: Layer) -> tuple[Document, ...]:
    if layer.reading.documents.keys().isdisjoint(layer.changed):
        return before.documents
    return tuple(layer.documents.get(d.id, d) for d in layer.reading.collection.documents)


def _all_events(layer: Layer) -> tuple[Event, ...]:
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


def _events(before: tuple[Event, ...], old: Layer, layer: Layer) -> tuple[Event, ...]:
    """The events on the timeline: each that changed is taken from where it stood and put where it now belongs."""
    now = list(before)
    for name in layer.changed:
        if old.lives(name):
            del now[bisect_left(now, old.rank(name), key=lambda event: old.rank(event.id))]
    changed = False
    for name in layer.changed:
        event = layer.event(name)
        if event is not None and layer.lives(name):
            now.insert(bisect_left(now, layer.rank(name), key=lambda event: layer.rank(event.id)), event)
            changed = True
    return tuple(now) if changed or len(now) < len(before) else before


def _all_aside(layer: Layer) -> tuple[Event, ...]:
    return tuple(sorted((layer.events[name] for name in layer.aside), key=order))


def _aside(before: tuple[Event, ...], old: Layer, layer: Layer) -> tuple[Event, ...]:
    if old.aside.keys().isdisjoint(layer.changed) and layer.aside.keys().isdisjoint(layer.changed):
        return before
    now = list(before)
    for name in old.aside.keys() & layer.changed:
        del now[bisect_left(now, order(old.events[name]), key=order)]
    for name in layer.aside.keys() & layer.changed:
        event = layer.events[name]
        now.insert(bisect_left(now, order(event), key=order), event)
    return tuple(now)


def _mentions(before: Laid, layer: Layer) -> tuple[Mention, ...]:
    """The mentions, each with what became of it by now: the counts go on adding up."""
    reading = layer.reading
    changed: dict[int, Mention] = {}
    for name in layer.stale:
        read = reading.mention(name)
        now = None if read is None else _outcome(layer, read)
        place = reading.mention_place.get(name)
        if now is not None and place is not None and now is not before.mentions[place]:
            changed[place] = now
    if not changed:
        return before.mentions
    mentions = list(before.mentions)
    for place, now in changed.items():
        mentions[place] = now
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


def _citing(layer: Layer, mention: Mention) -> Iterable[str]:
    return (*layer.reading.citing.get(mention.id, ()), *layer.citing.get(mention.id, ()))


def _set_aside(mention: Mention, what: str, why: str) -> Mention:
    return replace(mention, outcome="set aside", reason=f"{what}: {why}" if why else what)
