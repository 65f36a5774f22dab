"""How alike two tellings are, and what forbids that they tell the same happening.

Likeness adds up words in common (TF-IDF, after Salton and Buckley 1988), the family of the happening, who takes
part, and how narrow the date is on which both agree: two sentences about one day seldom tell two stories.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from timeline.merge.telling import Telling, width
from timeline.merge.words import stem, words_of

FAR = 0.35
"""What a word outside the clause weighs beside one inside."""

ENOUGH = 0.4
"""Likeness from which two tellings of different documents are one happening."""

ENOUGH_AT_HOME = 0.58
"""The same inside one document, whose sentences mostly tell one thing after another."""

_DAY, _MONTH, _YEAR, _DECADE = 1, 31, 366, 3660


class Likeness:
    """Compares the tellings that it was made from, by their places in that sequence."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        seen: Counter[str] = Counter()
        sentences: set[tuple[str, int]] = set()
        for t in tellings:
            where = (t.document.file, t.sentence.start)
            if where not in sentences:
                sentences.add(where)
                seen.update(set(t.near) | set(t.far))
        total = len(sentences)
        self._idf = {word: math.log((total + 1) / count) + 0.2 for word, count in seen.items()}
        self._vectors = [self._vector(t) for t in tellings]
        self._known: dict[tuple[int, int], float] = {}

    def weight(self, word: str) -> float:
        """How much a word tells: the rarer, the more."""
        return self._idf.get(word, 0.0)

    def _vector(self, telling: Telling) -> dict[str, float]:
        vector = {word: FAR * self.weight(word) for word in telling.far}
        vector.update({word: self.weight(word) for word in telling.near})
        length = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        return {word: v / length for word, v in vector.items()}

    def words(self, a: int, b: int) -> float:
        """Cosine of the words of two tellings, 0 to 1."""
        one, two = self._vectors[a], self._vectors[b]
        if len(two) < len(one):
            one, two = two, one
        return sum(v * two.get(word, 0.0) for word, v in one.items())

    def clauses(self, a: int, b: int) -> float:
        """The share of two clauses' words that both have, the rarer counting more, 0 to 1; other words don't count."""
        one, two = self._tellings[a].near, self._tellings[b].near
        shared = sum(self.weight(word) for word in one.keys() & two.keys())
        total = math.sqrt(sum(map(self.weight, one)) * sum(map(self.weight, two)))
        return shared / total if total else 0.0

    def of(self, a: int, b: int) -> float:
        """How alike two tellings are; about 0.5 is where one happening begins."""
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = self._measure(*key)
        return self._known[key]

    def _measure(self, a: int, b: int) -> float:
        one, two = self._tellings[a], self._tellings[b]
        score = 0.55 * self.words(a, b)
        if one.family.id and one.family.id == two.family.id:
            score += 0.2
        elif two.family.id in one.family.kin:
            score += 0.12
        elif one.family.id and two.family.id:
            score -= 0.1
        if one.lemma and one.lemma == two.lemma:
            score += 0.06
        people_one, people_two = one.people, two.people
        if people_one and people_two:
            shared = len(people_one & people_two)
            score += 0.2 * shared / min(len(people_one), len(people_two)) if shared else -0.06
        elif (people_one or one.around) & (people_two or two.around):
            score += 0.12
        if bool(one.name) != bool(two.name) and one.bounds == two.bounds and _names_it(one, two):
            score += 0.3
        return score + _narrowness(one, two)


def _names_it(one: Telling, two: Telling) -> bool:
    """Whether one of two tellings speaks of the other's period by its noun: "the war" of "the Long War"."""
    name, other = (one.name, two) if one.name else (two.name, one)
    return stem(name.split()[-1]) in other.near


def _narrowness(one: Telling, two: Telling) -> float:
    """What the agreement of two dates is worth: much for one day, less than nothing for a century."""
    wide_one, wide_two = width(one.edtf), width(two.edtf)
    if wide_one is None or wide_two is None:
        return -0.1
    narrow, wide = sorted((wide_one, wide_two))
    if wide <= _DAY:
        return 0.22
    if wide <= _MONTH:
        return 0.16
    if wide <= 2 * _YEAR and "," in one.edtf + two.edtf:
        return 0.08  # "483 or 482 BC" and one of the two
    if wide <= _YEAR:
        return 0.08 if narrow > _DAY else 0.04
    if one.bounds == two.bounds:
        return 0.1
    return -0.12 if wide <= _DECADE else -0.25


def nested(a: Telling, b: Telling) -> bool:
    """Whether the date of one lies wholly inside that of the other."""
    a_first, a_last = a.reach
    b_first, b_last = b.reach
    return (a_first <= b_first and b_last <= a_last) or (b_first <= a_first and a_last <= b_last)


def dated_twice(a: Telling, b: Telling) -> bool:
    """Whether two dates of one sentence date one clause: "in 1970, three days later", but not "in 1970 and in May"."""
    if a.near != b.near or not nested(a, b):
        return False
    first, last = sorted((a.mention, b.mention), key=lambda m: m.start)
    between = words_of(a.document.text, first.end, last.start)
    in_a_row = all(w.part in ("and", "prep", "mark", "adv") for w in between) and any(w.part == "and" for w in between)
    return not in_a_row


def barred(a: Telling, b: Telling) -> str:
    """Why two tellings can't be one happening, in words; empty where nothing forbids it."""
    if not nested(a, b):
        return "their dates don't agree"
    if a.ordinal != b.ordinal:
        return "one is an anniversary with another number, or none"
    if bool(a.name) != bool(b.name) and a.bounds != b.bounds and a.whole and b.whole:
        return "one is a whole period, the other a happening in it"
    if a.name and b.name and a.name != b.name:
        return "they are periods of different names"
    if a.document is b.document and a.sentence == b.sentence and a.bounds != b.bounds and not dated_twice(a, b):
        return "one sentence gives them two dates"
    if a.planned != b.planned and a.document is b.document:
        return "one is a plan"
    if _swapped(a, b):
        return "who does it to whom is the other way round"
    return ""


def _swapped(a: Telling, b: Telling) -> bool:
    """Whether the one who acts in one telling is acted on in the other, and isn't one who acts there too."""
    if not a.family.id or a.family.id != b.family.id or not a.agents or not b.agents:
        return False
    if a.agents & b.agents:
        return False
    return bool(a.agents & b.others) or bool(b.agents & a.others)
