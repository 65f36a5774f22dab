"""Wrong answers that are plausible and truly wrong: dates of the same collection that no source gives the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.edtf import Bounds, Precision
from timeline.teach.asking import Asking
from timeline.teach.cards import Choice
from timeline.teach.dice import Dice
from timeline.teach.matter import Subject, alike

WRONG = {1: 2, 2: 3, 3: 3}
"""Wrong answers by level."""

FEWEST = 2
"""Wrong answers that make a question: with one, every second guess is right."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer: its words, the date that they mean, and the event whose date it is; None: a sum gone wrong."""

    label: str
    reach: Bounds
    precision: Precision
    other: Subject | None = None


def disjoint(subject: Subject, reach: Bounds) -> bool:
    """Whether a date is wrong for an event, whichever source is right and however it is meant."""
    after = reach.first is not None and reach.first > subject.last
    return after or (reach.last is not None and reach.last < subject.first)


def other_dates(asking: Asking, subject: Subject, dice: Dice) -> list[Wrong]:
    """Dates of other events that are wrong for this one: enough for the level, or fewer."""
    say = asking.words.say
    found = [
        Wrong(say(told.edtf, told.mod), told.reach, told.precision, told.subject)
        for told in asking.matter.told
        if disjoint(subject, told.reach) and not alike(subject, told.subject)
    ]
    return chosen(asking, subject, found, dice)


def chosen(asking: Asking, subject: Subject, found: Sequence[Wrong], dice: Dice) -> list[Wrong]:
    """Of wrong answers those for the level, no two with the same words.

    Level 3 takes the nearest, level 1 those further off. Dates as fine as the right one come first: a lonely year
    among days would be told by its look.
    """
    fine = edtf.precision(subject.event.edtf)
    ranked = sorted(dice.shuffled(found), key=lambda w: (w.precision != fine, _distance(subject, w.reach)))
    near = list({wrong.label.casefold(): wrong for wrong in reversed(ranked)}.values())[::-1]
    count = WRONG[asking.level]
    if asking.level == 3:
        return near[:count]
    far = near[count:] if len(near) >= 2 * count else near
    return dice.shuffled(far if asking.level == 1 else near[: 3 * count])[:count]


def laid_out(
    right: Sequence[Choice], wrong: Sequence[Choice], dice: Dice
) -> tuple[tuple[Choice, ...], tuple[str, ...]]:
    """The choices in an order by chance, with ids that tell nothing, and the ids of the right ones."""
    shown = dice.shuffled([(choice, True) for choice in right] + [(choice, False) for choice in wrong])
    named = [(replace(one, id="abcdefghij"[n]), is_right) for n, (one, is_right) in enumerate(shown)]
    return tuple(one for one, _ in named), tuple(one.id for one, is_right in named if is_right)


def _distance(subject: Subject, limits: Bounds) -> int:
    """Days between an event and a date that does not touch it; a side that is open lies at the other one."""
    first = limits.first if limits.first is not None else limits.last or 0
    last = limits.last if limits.last is not None else first
    return max(first - subject.last, subject.first - last)
