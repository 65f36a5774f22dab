"""The outline of a collection as it goes to browsers: JSON in parts, so that a change makes only a few of them anew.

Each part holds the events of a stretch of time. What an event's outline says hangs on the event, the documents, the
lanes and the mentions as they were read; while these stay, the part of an event that stays does too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.json import encode

from timeline.chart.payload import Showing
from timeline.chart.wire import events_text
from timeline.model import Collection, Event

TOGETHER = 500
"""Events of one part: few enough that one is made anew in a moment, and enough that columns are short."""


@dataclass(frozen=True, slots=True)
class Part:
    """The outlines of so many events, one after another, as JSON; ``weight`` is the greatest of theirs, and ``at`` the
    number among them of the first that has it."""

    events: int
    weight: int
    at: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """The outline of a collection, as JSON: ``head`` is all but the events, which are in ``parts``."""

    head: bytes
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, showing: Showing, tell: Callable[[int], None] | None = None, **more: Any) -> Sent:
        """The outline, with ``more`` added to it; ``tell`` is told after each part how many events are in it by then.

        Raises ``EdtfError`` if an event's date is none.
        """
        parts: list[Part] = []
        for part in _parts(showing, showing.collection.events):
            parts.append(part)
            if tell is not None:
                tell(sum(one.events for one in parts))
        return cls(encode(showing.head() | more), tuple(parts))

    @classmethod
    def whole(cls, showing: Showing, **more: Any) -> Sent:
        """The same with all that else is asked for put in its place: for a small collection."""
        whole = showing.whole()
        events = whole.pop("events")
        return cls(encode(whole | more), (_part(events),))

    def since(self, before: Collection, showing: Showing, **more: Any) -> Sent:
        """What ``of`` gives, from this, which it gave for ``before``: the same reading with other decisions."""
        old, new = before.events, showing.collection.events
        if before.documents != showing.collection.documents or _kinds(old) != _kinds(new):
            return Sent.of(showing, **more)
        place = {id(event): at for at, event in enumerate(new)}
        parts: list[Part] = []
        waiting: list[Part] = []  # whose events are told together with those that follow
        first = begin = end = 0
        for at, part in enumerate(self.parts):
            waiting.append(part)
            end += part.events
            stop = place.get(id(old[end])) if at + 1 < len(self.parts) else len(new)
            if stop is None or stop < begin:  # the first event of the next part was changed itself
                continue
            if len(waiting) == 1 and old[first:end] == new[begin:stop]:
                parts.append(part)
            else:
                parts += _parts(showing, new[begin:stop])
            waiting.clear()
            first, begin = end, stop
        return Sent(encode(showing.head() | more), tuple(parts))

    @property
    def first_shown(self) -> int:
        """The number of the event that the explorer shows before anything was chosen, unless it lies far from the
        others and so outside the first view; 0 where there is none."""
        best, begin, number = 0, 0, 0
        for part in self.parts:
            if part.weight > best:
                best, number = part.weight, begin + part.at
            begin += part.events
        return number

    def text(self) -> bytes:
        """All of it, as one JSON object."""
        return b'%b,"events":[%b]}' % (self.head[:-1], b",".join(part.text for part in self.parts))

    def pieces(self) -> tuple[bytes, ...]:
        """The same in pieces to be kept, of which few change with a few events."""
        about = encode([(part.events, part.weight, part.at) for part in self.parts])
        return about, self.head, *(part.text for part in self.parts)

    @classmethod
    def of_pieces(cls, pieces: Sequence[bytes]) -> Sent:
        """What ``pieces`` gave."""
        about, head, *texts = pieces
        numbers: list[tuple[int, int, int]] = json.loads(about)
        return cls(head, tuple(Part(*three, text) for three, text in zip(numbers, texts, strict=True)))


def _kinds(events: Sequence[Event]) -> tuple[str, ...]:
    """What the lanes and their order follow from."""
    return tuple(dict.fromkeys(event.kind for event in events))


def _parts(showing: Showing, events: Sequence[Event]) -> Iterator[Part]:
    total, parts = len(events), max(1, round(len(events) / TOGETHER))
    for at in range(parts):
        some = events[total * at // parts : total * (at + 1) // parts]
        yield _part(showing.outlines(some))


def _part(outlines: Sequence[Mapping[str, Any]]) -> Part:
    weights = [outline["weight"] for outline in outlines]
    best = max(weights, default=0)
    return Part(len(outlines), best, weights.index(best) if weights else 0, events_text(outlines))
