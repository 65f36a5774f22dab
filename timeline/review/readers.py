"""A second reader beside the first: what each holds of the same event, and how far the two agree.

Cohen's kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
(1960), 37-46. Every verdict is a class of its own, each date one too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.model import Decision
from timeline.review.changing import SAYS
from timeline.review.decided import Decided

VERDICTS = ("accept", "date", "edit", "merge", "split", "settle", "set aside")
"""What a reader may hold of events and mentions; the first reader's are the actions of these names."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree about what both have judged.

    ``share`` is that of equal verdicts, ``kappa`` the same beyond chance: 1 is full agreement, 0 what chance gives.
    Both are None where nothing was judged twice, ``kappa`` also where both gave one verdict throughout: chance alone
    would agree then. ``differ`` holds for each target on which they differ the two verdicts, the first reader's first.
    """

    both: int
    share: float | None
    kappa: float | None
    differ: Mapping[str, tuple[str, str]]


def verdict(decision: Decision) -> str | None:
    """What a decision holds of its targets, as one word and a date where it gives one; None where it judges nothing."""
    if decision.action == "opinion":
        return _verdict(str(decision.after.get("verdict")), decision.after.get("edtf"))
    if decision.action not in VERDICTS:
        return None
    if decision.action == "edit" and decision.after.keys().isdisjoint(SAYS):
        return None  # a tag or a note judges nothing
    return _verdict(decision.action, decision.after.get("edtf") if decision.action == "date" else None)


def _verdict(word: str, date: object) -> str:
    return f"{word} {date}" if date else word


def verdicts(now: Decided, *, second: str | None = None) -> dict[str, str]:
    """The last verdict on each target: of those who decided, or the opinion of the ``second`` reader with this name.

    To set a date outweighs to accept it afterwards: both say that the date is that one.
    """
    found: dict[str, str] = {}
    for decision, counts in zip(now.log, now.counts, strict=True):
        opinion = decision.action == "opinion"
        if not counts or opinion != (second is not None) or (opinion and decision.by != second):
            continue
        word = verdict(decision)
        for target in decision.targets if word else ():
            if word == "accept" and found.get(target, "").startswith("date"):
                continue
            found[target] = word or ""
    return found


def second_readers(now: Decided) -> tuple[str, ...]:
    """The names of those who gave opinions, in order of their first."""
    given = (d.by for d, counts in zip(now.log, now.counts, strict=True) if counts and d.action == "opinion")
    return tuple(dict.fromkeys(given))


def agreement(now: Decided, second: str) -> Agreement:
    """How far the reader ``second`` agrees with what was decided."""
    first, other = verdicts(now), verdicts(now, second=second)
    pairs = {target: (first[target], other[target]) for target in first if target in other}
    if not pairs:
        return Agreement(0, None, None, {})
    same = sum(a == b for a, b in pairs.values()) / len(pairs)
    ours, theirs = Counter(a for a, _ in pairs.values()), Counter(b for _, b in pairs.values())
    chance = sum(ours[word] * theirs[word] for word in ours) / len(pairs) ** 2
    kappa = None if chance == 1 else (same - chance) / (1 - chance)
    return Agreement(len(pairs), same, kappa, {target: two for target, two in pairs.items() if two[0] != two[1]})
