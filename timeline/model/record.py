"""Records that every text has hundreds of: frozen for who writes the code, quickly made for who runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

R = TypeVar("R")


@dataclass_transform(frozen_default=True)
def record(kind: type[R]) -> type[R]:
    """The class as a frozen, slotted dataclass, whose being frozen is checked with the types and not at run time.

    A dataclass that refuses changes while it runs takes three times as long to make, and reading an article makes two
    thousand.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
