"""Two dates near each other that two accounts of one matter give for the same, as an editor reading both would see.

"1973. The mill closes" here and "Holm's mill was shut for good in 1974" there: neither account tells anything else of
these two years that the other doesn't, and both tell the end of the mill. One of them slipped, or counts otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.accounts import Accounts, is_fact
from timeline.merge.leftover import nouns_shared, of_others
from timeline.merge.likeness import Likeness, nested
from timeline.merge.oneact import done_anew
from timeline.merge.patients import one_patient
from timeline.merge.telling import Telling
from timeline.merge.words import lexicon

SPAN = 2 * 366
"""Days from the beginning of one date to the end of the other: two years side by side."""

_ALIKE = 0.2
"""Share of two clauses' words that must agree where they tell one sort of happening, the rarer counting more."""

_ALIKE_IN_WORDS = 0.5
"""The same where the verb of one of them doesn't show what sort it tells."""


class Slips:
    """The tellings of all groups, one group after the other, and which articles are accounts of one matter."""

    def __init__(self, tellings: Sequence[Telling], group: Sequence[int], likeness: Likeness) -> None:
        self._tellings = tellings
        self._accounts = Accounts(tellings, group)
        self._likeness = likeness

    def score(self, x: int, y: int) -> float:
        """How far two tellings with different dates lie above what makes them one happening; below 0 they are two."""
        a, b = self._tellings[x], self._tellings[y]
        if not (is_fact(a) and is_fact(b)) or nested(a, b) or not self._alone(a, b):
            return -1.0
        needed = _needed(a, b)
        return -1.0 if needed is None else self._likeness.clauses(x, y) - needed

    def _alone(self, a: Telling, b: Telling) -> bool:
        """Whether two accounts have nothing left of the time from one date to the other but these."""
        one, other = a.document.id, b.document.id
        days = [day for t in (a, b) for day in (t.bounds.first, t.bounds.last) if day is not None]
        near = len(days) == 4 and max(days) - min(days) < SPAN
        return (
            near
            and other in self._accounts.akin.get(one, ())
            and self._accounts.alone(one, other, min(days), max(days))
        )


def _needed(a: Telling, b: Telling) -> float | None:
    """The share of words that must agree; None where something speaks against it, or nothing for it but the words."""
    if of_others(a, b) or done_anew(a) != done_anew(b) or not (nouns_shared(a, b) or one_patient(a.patient, b.patient)):
        return None
    if a.family.again or b.family.again or {a.lemma, b.lemma} & lexicon().lists["repeatable"]:
        return None
    if a.family.id and b.family.id:
        kin = a.family.id == b.family.id or b.family.id in a.family.kin
        return _ALIKE if kin else None
    return _ALIKE if a.lemma and a.lemma == b.lemma else _ALIKE_IN_WORDS
