"""Which decisions of a log count: all but those that were taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.errors import ReviewError
from timeline.model import Decision

TURNS = ("undo", "redo")
"""The actions that say nothing of the history, only of other decisions."""


def counting(log: Sequence[Decision]) -> tuple[bool, ...]:
    """For each decision whether it counts: no later one that counts itself takes it back."""
    counts = [True] * len(log)
    number = {decision.id: n for n, decision in enumerate(log) if decision.id}
    for n in range(len(log) - 1, -1, -1):
        undone = log[n].undoes
        if counts[n] and undone and number.get(undone, n) < n:
            counts[number[undone]] = False
    return tuple(counts)


def turned(log: Sequence[Decision], decision: Decision, number: int | None = None) -> Decision | None:
    """The decision about the history that an undo or a redo turns off or on; None where the log doesn't hold it.

    ``number``, from 0, is its own in the log where that is known: what it turns stands before it.
    """
    before = len(log) if number is None else number
    n = _turned(log, decision, before)
    return None if n is None else decision if n == before else log[n]


def _turned(log: Sequence[Decision], decision: Decision, n: int) -> int | None:
    """The number, from 0, of the decision that one with the number ``n`` turns off or on; its own where it turns none.

    Most are undone at once, so that one is looked for from behind.
    """
    while decision.undoes is not None:
        found = next((m for m in range(n - 1, -1, -1) if log[m].id == decision.undoes), None)
        if found is None:
            return None
        n, decision = found, log[found]
    return n


def undo(log: Sequence[Decision], *, by: str, at: str, counts: Sequence[bool] | None = None) -> Decision:
    """The decision that takes back the last one of ``by`` that counts; ask again for one step more.

    ``counts`` is what ``counting`` gives, where that is known. Raises ReviewError where nothing is left, or where
    somebody decided since what rests on it.
    """
    counts = counting(log) if counts is None else counts
    for n in range(len(log) - 1, -1, -1):
        if counts[n] and log[n].by == by and log[n].action not in TURNS:
            _free(log, counts, n)
            return _turn("undo", log, n, by, at)
    raise ReviewError("There is nothing left to undo.")


def redo(log: Sequence[Decision], *, by: str, at: str, counts: Sequence[bool] | None = None) -> Decision:
    """The decision that brings back what ``by`` undid last; ask again for one step more.

    ``counts`` as in ``undo``. Raises ReviewError where nothing was undone, or where ``by`` decided something new since.
    """
    counts = counting(log) if counts is None else counts
    for n in range(len(log) - 1, -1, -1):
        if not counts[n] or log[n].by != by or log[n].action == "redo":
            continue
        if log[n].action == "undo":
            again = _turned(log, log[n], n)
            if again is not None:
                _free(log, counts, again)
            return _turn("redo", log, n, by, at)
        break
    raise ReviewError("There is nothing to redo.")


def _turn(action: str, log: Sequence[Decision], n: int, by: str, at: str) -> Decision:
    turn = Decision("", by, at, action, touched(log[n]), undoes=log[n].id)  # type: ignore[arg-type]  # undo or redo
    return turn.named(len(log) + 1)


def _free(log: Sequence[Decision], counts: Sequence[bool], n: int) -> None:
    """Nothing, where no later decision stands on an event that decision ``n`` made or gave up."""
    own = set(log[n].targets) if log[n].action == "merge" else set()
    own |= set(made_by(log[n]))
    for m in range(n + 1, len(log)):
        if counts[m] and log[m].action not in (*TURNS, "opinion") and own.intersection(touched(log[m])):
            who = log[m].by or "somebody"
            raise ReviewError(
                f"{who} decided about the same event since ({log[m].action}), so this must stay as it is."
            )


def made_by(decision: Decision) -> Iterator[str]:
    """The ids of the events that a decision makes: one by hand, or the second part of a split."""
    event = decision.after.get("event")
    if decision.action in ("make", "split") and isinstance(event, dict) and isinstance(event.get("id"), str):
        yield event["id"]


def touched(decision: Decision) -> tuple[str, ...]:
    """All ids that a decision speaks of, as they were when it was taken."""
    return tuple(dict.fromkeys((*decision.targets, *made_by(decision))))
