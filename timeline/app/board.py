"""The class board: how often each answer was given, without names. Counted in memory, kept in the workspace.

A hundred phones answer within seconds, and a transaction for each would let them wait for the disk: what came in is
written together, a second later at most.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from timeline.teach import Card, Deck, judge
from timeline.teach.cards import Answer

WRITTEN_AFTER = 1.0
"""Seconds after which counts are on the disk."""

MOST_DEVICES = 5_000
"""Devices whose answers are told apart; of more the first answer to a card counts as often as it is sent."""

Counts = dict[str, dict[str, int]]


class Board:
    """The counts of one exercise while the server runs. Threads may share it."""

    def __init__(self, deck: Deck, counts: Counts, keep: Callable[[Counts], None]) -> None:
        self._cards = {card.id: card for card in deck.cards}
        self._counts = {card: dict(given) for card, given in counts.items()}
        self._keep = keep
        self._given: set[tuple[str, str]] = set()
        self._devices: set[str] = set()
        self._lock = threading.Lock()
        self._due: threading.Timer | None = None

    def count(self, card: str, answer: Any, device: str) -> bool:
        """Whether the answer was counted: not where there is no such card, the answer fits none, or came before."""
        if (asked := self._cards.get(card)) is None:
            return False
        told = counted(asked, answer)
        with self._lock:
            if not told or (device, card) in self._given:
                return False
            if len(self._devices) < MOST_DEVICES:
                self._devices.add(device)
                self._given.add((device, card))
            counts = self._counts.setdefault(card, {})
            for one in told:
                counts[one] = counts.get(one, 0) + 1
            if self._due is None:
                self._due = threading.Timer(WRITTEN_AFTER, self.write)
                self._due.daemon = True
                self._due.start()
        return True

    def clear(self) -> None:
        """Nothing; all counts are gone."""
        with self._lock:
            self._counts.clear()
            self._given.clear()
            self._devices.clear()
        self.write()

    def counts(self) -> Counts:
        """The counts now, by card."""
        with self._lock:
            return {card: dict(given) for card, given in self._counts.items()}

    def devices(self) -> int:
        """How many devices have answered since the server was started."""
        with self._lock:
            return len(self._devices)

    def write(self) -> None:
        """Nothing; what was counted is on the disk."""
        with self._lock:
            self._due = None
        self._keep(self.counts())


RIGHT, WRONG = "right", "wrong"


def counted(card: Card, answer: Any) -> list[str]:
    """What of an answer is counted, as texts; empty where it can be no answer to this card.

    ``right`` or ``wrong``, and of what was chosen the id: of a place its number, of a match ``slot=choice``.
    """
    fits = _fits(card, answer)
    if fits is None:
        return []
    chosen, given = fits
    return [RIGHT if judge(card, given).right else WRONG, *chosen]


def _fits(card: Card, answer: Any) -> tuple[list[str], Answer] | None:
    if card.tiles:
        ids = [tile.id for tile in card.tiles]
        fits = isinstance(answer, list) and len(answer) == len(ids) and set(map(str, answer)) == set(ids)
        return ([], tuple(answer)) if fits else None
    if card.line:
        fits = isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer < len(card.line.starts)
        return ([str(answer)], answer) if fits else None
    choices = {choice.id for choice in card.choices}
    if card.slots:
        if not isinstance(answer, Mapping) or set(answer) != {slot.id for slot in card.slots}:
            return None
        given = {str(slot): str(choice) for slot, choice in answer.items()}
        return (
            ([f"{slot}={choice}" for slot, choice in given.items()], given) if set(given.values()) <= choices else None
        )
    return ([answer], answer) if isinstance(answer, str) and answer in choices else None
