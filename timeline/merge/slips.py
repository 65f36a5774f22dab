"""Two dates near each other that two accounts of one matter give for the same, as an editor reading both would see.

"1973. The mill closes" here and "Holm's mill was shut for good in 1974" there: neither account tells anything else of
these two years that the other doesn't, and both tell the end of the mill. One of them slipped, or counts otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.accounts import Accounts, is_fact
from timeline.merge.apart import is_night, is_old_style
from timeline.merge.leftover import of_others
from timeline.merge.likeness import Likeness, nested
from timeline.merge.oneact import begun_and_ended, done_anew, one_act, other_disaster
from timeline.merge.patients import one_patient
from timeline.merge.telling import Telling, nouns_shared
from timeline.merge.words import lexicon, stem

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
        if not (is_fact(a) and is_fact(b)) or nested(a, b) or not self._akin(a, b):
            return -1.0
        if one_act(a, b):
            return 1.0 + self._likeness.clauses(x, y)
        needed = _needed(a, b) if self._alone(a, b) else None
        return -1.0 if needed is None else self._likeness.clauses(x, y) - needed

    def _akin(self, a: Telling, b: Telling) -> bool:
        """Whether their articles are accounts of one matter."""
        return b.document.id in self._accounts.akin.get(a.document.id, ())

    def _alone(self, a: Telling, b: Telling) -> bool:
        """Whether two accounts have nothing left of the time from one date to the other but these."""
        one, other = a.document.id, b.document.id
        days = [day for t in (a, b) for day in (t.bounds.first, t.bounds.last) if day is not None]
        near = len(days) == 4 and max(days) - min(days) < SPAN
        return near and self._accounts.alone(one, other, min(days), max(days))


def _needed(a: Telling, b: Telling) -> float | None:
    """The share of words that must agree; None where something speaks against it, or nothing for it but the words."""
    if of_others(a, b) or done_anew(a) != done_anew(b) or begun_and_ended(a, b) or other_disaster(a, b):
        return None
    if a.family.once and a.family.id == b.family.id and (is_night(a, b) or is_old_style(a, b)):
        return 0.0  # "the king died": one death in two days, and neither account tells another
    if a.family.once and a.patient and b.patient and not (a.people & b.people or one_patient(a.patient, b.patient)):
        return None
    nouns = nouns_shared(a, b) - {stem(t.lemma) for t in (a, b)}  # of "was arrested" nobody knows who
    if not (nouns or one_patient(a.patient, b.patient) or _of_one_name(a, b)):
        return None
    if any(_comes_again(t) for t in (a, b)) or (a.lemma == b.lemma and a.lemma in lexicon().lists["repeatable"]):
        return None
    if a.family.id and b.family.id:
        kin = a.family.id == b.family.id or b.family.id in a.family.kin
        alike = 0.0 if _of_one_name(a, b) else _ALIKE
        return alike if kin else None
    return _ALIKE if a.lemma and a.lemma == b.lemma else _ALIKE_IN_WORDS


def _comes_again(telling: Telling) -> bool:
    """Whether it is of a sort that comes again and again; a verb that says little tells by its noun of which it is."""
    return telling.family.again or (not telling.family.id and telling.lemma in lexicon().lists["repeatable"])


def _of_one_name(a: Telling, b: Telling) -> bool:
    """Whether it befalls what both name, no place: "Holm's was nationalised", "the bank was taken over" of Holm's."""
    named = (a.things & b.things) - {key for t in (a, b) for key, _ in t.places}
    words = {stem(piece) for key in named for piece in key.split()}
    return any(t.patient[:1] and t.patient[0] in words for t in (a, b))
