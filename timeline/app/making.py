"""How far the server is with a large collection that it makes ready to be shown: told to who waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

READ = 0.3
"""The share of the time that reading takes; writing down what is sent takes the rest."""

_shares: dict[str, float] = {}


@contextmanager
def making(key: str) -> Iterator[None]:
    """Inside, the collection of this address is being made ready."""
    _shares[key] = 0.0
    try:
        yield
    finally:
        _shares.pop(key, None)


def steps(key: str, events: int) -> Callable[[int], None]:
    """What is to be told how many of the events that were read are written down."""

    def written(number: int) -> None:
        if key in _shares:  # of one that is made ready ahead of time nobody waits
            _shares[key] = READ + (1 - READ) * number / max(1, events)

    written(0)
    return written


def share(key: str) -> float | None:
    """From 0 to 1, how much is done; None where nothing is being made."""
    return _shares.get(key)
