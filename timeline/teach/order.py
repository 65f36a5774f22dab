"""Cards to put in order. No two of them may have a day in common, whatever a source says and however it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.teach.asking import Asking, blank
from timeline.teach.cards import Card, Tile
from timeline.teach.dice import Dice
from timeline.teach.matter import Matter, Subject, alike, apart

FEWEST = 3
"""Cards that are worth ordering."""

_TILES = {1: 4, 2: 5, 3: 6}
"""Cards by level: a hand at most."""

_TRIES = 5
"""Hands that are drawn, of which the level takes one: the furthest apart, the middle or the closest."""


def order_card(asking: Asking) -> Card | None:
    """A card of events to put in order."""
    hand = _again(asking) if asking.only else _drawn(asking, asking.dice())
    if hand is None:
        return None
    right = sorted(hand, key=lambda s: s.first)
    dice = asking.dice(*right)
    shown = dice.shuffled(right)
    while shown == right:  # what lies in order already is no exercise
        shown = dice.shuffled(right)
    words = asking.words
    answer = "; ".join(words.text("answer.date", date=asking.date(s), event=s.label) for s in right)
    card = replace(
        blank("order", words.text("prompt.order"), right, answer),
        solution=tuple(s.event.id for s in right),
        tiles=tuple(
            Tile(s.event.id, s.label, asking.date(s), s.first, s.last, asking.matter.language(s.event)) for s in shown
        ),
        hints=tuple(asking.hint(s) for s in shown),
        proofs=tuple(asking.proofs(s, 1)[0] for s in right),
        steps=tuple(words.text("steps.order", first=asking.date(a), last=asking.date(b)) for a, b in _pairs(right)),
    )
    return asking.named(card)


def most_in_order(matter: Matter, topic: str) -> int:
    """How many events of a topic can stand in one order, no two with a day in common."""
    count, end = 0, None
    for subject in sorted(matter.on(topic), key=lambda s: s.last):
        if end is None or subject.first > end:
            count, end = count + 1, subject.last
    return count


def _again(asking: Asking) -> list[Subject] | None:
    """The events that the card was made of, where they can still be ordered."""
    hand = [subject for name in asking.only if (subject := asking.matter.subject(name)) is not None]
    fits = all(apart(a, b) and not alike(a, b) for n, a in enumerate(hand) for b in hand[:n])
    return hand if len(hand) >= FEWEST and fits else None


def _drawn(asking: Asking, dice: Dice) -> list[Subject] | None:
    found = asking.in_turn("order")
    most = min(_TILES[asking.level], max(FEWEST, 2 * len(found) // 3))
    near = found[: 4 * most] if len(found) > 6 * most else found
    hands: list[list[Subject]] = []
    for _ in range(_TRIES):
        hand: list[Subject] = []
        for subject in dice.shuffled(near):
            if all(apart(subject, one) and not alike(subject, one) for one in hand):
                hand.append(subject)
                if len(hand) == most:
                    break
        if len(hand) >= FEWEST and ("order", frozenset(s.event.id for s in hand)) not in asking.asked:
            hands.append(hand)
    if not hands:
        return None
    longest = max(map(len, hands))
    hands = sorted((hand for hand in hands if len(hand) == longest), key=_closest, reverse=True)
    return hands[(asking.level - 1) * (len(hands) - 1) // 2]


def _closest(hand: Sequence[Subject]) -> int:
    """The days between the two that lie closest."""
    return min(b.first - a.last for a, b in _pairs(sorted(hand, key=lambda s: s.first)))


def _pairs(hand: Sequence[Subject]) -> list[tuple[Subject, Subject]]:
    return list(pairwise(hand))
