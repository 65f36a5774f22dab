"""Events with one headline told apart: by a place or a name that only one of them has, else by their number in time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.merge.headlines import longest
from timeline.model import Event


def told_apart(events: Sequence[Event]) -> list[Event]:
    """The events, which come in order of time, each with a headline of its own.

    "The bridge was opened" becomes "The bridge was opened (Lund)", where only this event is placed there, and "China
    and Peru renewed the pact" becomes "China and Peru renewed the pact (2 of 3)".
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        alike[event.headline].append(n)
    out = list(events)
    for headline, places in alike.items():
        if len(places) < 2:
            continue
        named = Counter(name for n in places for name in {*events[n].places, *events[n].participants})
        for number, n in enumerate(places, 1):
            mark = _own_name(events[n], named) or f"{number} of {len(places)}"
            line = f"{headline} ({mark})"
            if len(line) <= longest():
                out[n] = replace(events[n], headline=line)
    return out


def _own_name(event: Event, named: Mapping[str, int]) -> str:
    """A place of the event, else one who takes part, whom no other names and whom the headline doesn't name.

    ``named`` says how many of the events with this headline name each.
    """
    own = (*event.places, *event.participants)
    return next((name for name in own if named[name] == 1 and name not in event.headline), "")
