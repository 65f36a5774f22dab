"""Ids that events keep when their collection is read again with more articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Event


def with_ids_of(events: Sequence[Event], earlier: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each with the id of the earlier event with which it shares most of the places that are cited.

    Every earlier id is given to one event only, the one that shares most; an event that shares none keeps its own.
    """
    by_place: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for n, event in enumerate(earlier):
        for place in _places(event):
            by_place[place].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for m, event in enumerate(events):
        for place in _places(event):
            for n in by_place.get(place, ()):
                shared[m, n] += 1
    taken: dict[int, str] = {}
    given: set[int] = set()
    for (m, n), _ in sorted(shared.items(), key=lambda kv: (-kv[1], earlier[kv[0][1]].id, events[kv[0][0]].id)):
        if m not in taken and n not in given:
            taken[m] = earlier[n].id
            given.add(n)
    used = set(taken.values())
    out = []
    for m, event in enumerate(events):
        id_ = taken.get(m, event.id)
        while m not in taken and id_ in used:
            id_ += "a"  # another event was given this one's own id before
        used.add(id_)
        out.append(replace(event, id=id_) if id_ != event.id else event)
    return tuple(out)


def _places(event: Event) -> set[tuple[str, str, int]]:
    """Where the sentences stand that tell the event, each with the mention that dates it."""
    return {(c.document, c.mention, c.selector.start) for c in event.citations}
