"""Chance that is the same on every machine: draws made of a text, by SHA-256, whatever Python rolls them."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two signs without 0 and O, 1 and I, which a class reads from a board."""

_EIGHT = struct.Struct(">8I")
"""A digest is eight numbers of 32 bits: a choice among a thousand is off by less than a millionth."""


class Dice:
    """Draws that follow from ``seed`` alone.

    Python's own ``random`` promises that only of its floats, not of its choices and shuffles.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._turn = 0
        self._pool: list[int] = []

    def below(self, count: int) -> int:
        """A number from 0 to ``count`` - 1."""
        if not self._pool:
            self._pool.extend(_EIGHT.unpack(hashlib.sha256(f"{self._seed}\n{self._turn}".encode()).digest()))
            self._turn += 1
        return self._pool.pop() % count

    def one(self, things: Sequence[T]) -> T:
        """One of the things, of which there must be some."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """All of the things in an order by chance."""
        left = list(things)
        for at in range(len(left) - 1, 0, -1):
            other = self.below(at + 1)
            left[at], left[other] = left[other], left[at]
        return left


def short_code(text: str, length: int = 6) -> str:
    """A code of ``length`` signs (at most 8) that follows from ``text``: of 6, one of a thousand million."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:5], "big")
    return "".join(_SIGNS[number >> 5 * place & 31] for place in range(length))
