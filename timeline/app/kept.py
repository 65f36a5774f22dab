"""What the server keeps so as not to make it again: bounded, and made once for all who ask at the same time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Things by their place, each in its last state. ``weigh`` tells how heavy one is, ``most`` how much is kept.

    What was not asked for the longest goes first; what is asked for stays, however heavy.
    """

    def __init__(self, weigh: Callable[[T], int], most: int) -> None:
        self._weigh, self._most = weigh, most
        self._things: OrderedDict[str, tuple[str, T]] = OrderedDict()
        self._making = tuple(threading.Lock() for _ in range(64))
        self._lock = threading.Lock()

    def get(self, place: str, state: str, make: Callable[[], T]) -> T:
        """The thing of a place in a state, made if it isn't there, while others get theirs.

        Raises what ``make`` raises, and keeps nothing then.
        """
        found = self.held(place, state)
        if found is not None:
            return found
        with self._making[hash(place) % len(self._making)]:  # who comes second waits, and doesn't make it again
            found = self.held(place, state)
            if found is None:
                found = make()
                self._keep(place, state, found)
            return found

    def held(self, place: str, state: str) -> T | None:
        """The thing of a place in a state where it is kept, else None: at once, whoever makes what."""
        with self._lock:
            known = self._things.get(place)
            if known is None or known[0] != state:
                return None
            self._things.move_to_end(place)
            return known[1]

    def last(self, place: str) -> T | None:
        """The thing of a place in the last state that is kept, whichever it is, else None."""
        with self._lock:
            known = self._things.get(place)
            return None if known is None else known[1]

    def _keep(self, place: str, state: str, thing: T) -> None:
        with self._lock:
            self._things[place] = state, thing
            self._things.move_to_end(place)
            weight = sum(self._weigh(one) for _, one in self._things.values())
            while weight > self._most and len(self._things) > 1:
                _, (_, one) = self._things.popitem(last=False)
                weight -= self._weigh(one)
