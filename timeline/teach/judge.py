"""An answer and its card → the verdict. ``judge.js`` does the same; both are held to one table of cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.teach.cards import Answer, Card, Line, Slot, Tile, Verdict

PLACE_POINTS = 3
"""For a place that is right; one less where it is close."""


def judge(card: Card, answer: Answer | None) -> Verdict:
    """The verdict on an answer; None, or one that doesn't fit the card, is wrong.

    What is answered in words of one's own is not judged: of 0 points. ``why`` is the key of a sentence in the part
    ``verdict`` of the texts.
    """
    if card.tiles:
        return _order(card.tiles, answer)
    if card.line:
        return _place(card.line, answer)
    if card.slots:
        return _slots(card.slots, answer)
    if not card.choices:
        return Verdict(False, 0, 0, "free")
    right = isinstance(answer, str) and answer in card.solution
    if right:
        return Verdict(True, 1, 1, "right")
    return Verdict(False, 0, 1, "wrong", (answer,) if isinstance(answer, str) else ())


def _order(tiles: Sequence[Tile], answer: object) -> Verdict:
    """Right where every tile ends before the next begins; else as many points as tiles may stay where they are."""
    by_id = {tile.id: tile for tile in tiles}
    ids = [name for name in answer if name in by_id] if isinstance(answer, Sequence) else []
    laid = [by_id[name] for name in dict.fromkeys(ids)]
    stay = _longest(laid)
    wrong = tuple(tile.id for at, tile in enumerate(laid) if at not in stay)
    of = len(tiles)
    if not wrong and len(laid) == of:
        return Verdict(True, of, of, "right")
    points = len(stay) if len(stay) > 1 else 0
    return Verdict(False, points, of, "order", wrong)


def _longest(laid: Sequence[Tile]) -> set[int]:
    """The places of the longest run of tiles that stand in order among themselves; of several the first."""
    best: list[int] = []
    before: list[int] = []
    for at, tile in enumerate(laid):
        reached, via = 1, -1
        for j in range(at):
            if laid[j].last < tile.first and best[j] + 1 > reached:
                reached, via = best[j] + 1, j
        best.append(reached)
        before.append(via)
    stay: set[int] = set()
    at = best.index(max(best)) if best else -1
    while at >= 0:
        stay.add(at)
        at = before[at]
    return stay


def _place(line: Line, answer: object) -> Verdict:
    if not isinstance(answer, int) or isinstance(answer, bool) or not 0 <= answer < len(line.starts):
        return Verdict(False, 0, PLACE_POINTS, "wrong")
    away = max(line.first - answer, answer - line.last, 0)
    if away == 0:
        return Verdict(True, PLACE_POINTS, PLACE_POINTS, "right")
    if away <= line.near:
        return Verdict(False, PLACE_POINTS - 1, PLACE_POINTS, "early" if answer < line.first else "late")
    return Verdict(False, 0, PLACE_POINTS, "too early" if answer < line.first else "too late")


def _slots(slots: Sequence[Slot], answer: object) -> Verdict:
    given = answer if isinstance(answer, Mapping) else {}
    wrong = tuple(slot.id for slot in slots if given.get(slot.id) not in slot.right)
    of = len(slots)
    return Verdict(not wrong, of - len(wrong), of, "wrong" if wrong else "right", wrong)
