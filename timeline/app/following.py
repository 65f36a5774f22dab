"""Where a class is on a tour: told by who presents it, waited for by the phones that follow. In memory only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

PATIENCE = 20.0
"""Seconds that a question waits for the next step: shorter than what proxies and phones bear."""

MOST_WAITING = 1_000
"""Phones that wait at once; more are answered at once and ask again."""

MOST_TOURS = 200
"""Tours that are remembered; of the others the next step is."""


@dataclass(slots=True)
class _Place:
    turn: int = 0
    step: int | None = None
    moved: asyncio.Event = field(default_factory=asyncio.Event)


_places: dict[str, _Place] = {}
_waiting = 0
_dismissed = False


def lead(code: str, step: int) -> None:
    """Nothing; the class is at this step now. On the server's own loop, as ``follow``."""
    place = _places.pop(code, None) or _Place()
    _places[code] = place
    place.turn, place.step = place.turn + 1, step
    place.moved.set()
    place.moved = asyncio.Event()
    while len(_places) > MOST_TOURS:
        del _places[next(iter(_places))]


async def follow(code: str, after: int) -> tuple[int, int | None]:
    """The number of the last turn and its step, None before the first; waits a while for one later than ``after``.

    A number that is greater than all turns is that of a server before: it is answered at once. So is everybody once
    the server is about to end.
    """
    global _waiting
    place = _places.get(code) or _Place()
    if len(_places) < MOST_TOURS:
        _places.setdefault(code, place)
    if place.turn == after and _waiting < MOST_WAITING and not _dismissed:
        _waiting += 1
        try:
            await asyncio.wait_for(place.moved.wait(), PATIENCE)
        except TimeoutError:
            return place.turn, place.step
        finally:
            _waiting -= 1
    return place.turn, place.step


def dismiss() -> None:
    """Nothing; who waits is answered, and nobody waits any more: a server that ends would wait for them all."""
    global _dismissed
    _dismissed = True
    for place in _places.values():
        place.moved.set()
