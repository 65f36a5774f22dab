"""How alike two tellings are, and what forbids that they tell the same happening.

Likeness adds up words in common (TF-IDF, after Salton and Buckley 1988), the family of the happening, who takes
part, and how narrow the date is on which both agree: two sentences about one day seldom tell two stories.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from timeline import edtf
from timeline.edtf import Bounds
from timeline.merge.kinds import act_of
from timeline.merge.otherwords import done_once_to_one
from timeline.merge.patients import one_patient
from timeline.merge.telling import Telling
from timeline.merge.words import lexicon, stem

FAR = 0.35
"""What a word outside the clause weighs beside one inside."""

_FEW = 4
"""Sentences that may have a word that counts as rare."""

ENOUGH = 0.38
"""Likeness from which two tellings of different documents are one happening."""

ENOUGH_AT_HOME = 0.58
"""The same inside one document, whose sentences mostly tell one thing after another."""

_STRETCH = 2000
"""Characters from which a sentence counts as several: a text without full stops isn't read as a whole."""

_VECTORS = 16_384
"""Tellings whose words are kept with their weights at a time."""

_PAIRS = 65_536
"""Pairs that came to nothing and are kept at a time, for others that say the same."""

_DAY, _MONTH, _YEAR, _DECADE = 1, 31, 366, 3660

Part = Literal[
    "words", "kind", "kin", "other kind", "verb", "people", "other people", "like people", "around", "things", "noun",
    "period", "date", "act",
]  # fmt: skip
"""What speaks for or against two tellings' being one happening."""

_Said = tuple[object, ...]
"""What a telling says: articles may do so in the same words, as those of one agency do."""


class Likeness:
    """Compares the tellings that it was made from, by their places in that sequence.

    ``said`` is for each the place of the first that says the same of the same date.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        seen: Counter[str] = Counter()
        sentences: set[tuple[str, int, int]] = set()
        for t in tellings:
            where = (t.document.file, t.sentence.start, (t.mention.start - t.sentence.start) // _STRETCH)
            if where not in sentences:
                sentences.add(where)
                seen.update(t.near.keys() | t.far.keys())
        seen.update(word for t in tellings for word in t.near if word not in seen)  # of a name that "he" stands for
        total = len(sentences)
        self._idf = {word: math.log((total + 1) / count) + 0.2 for word, count in seen.items()}
        by_rarity = sorted(seen, key=lambda word: (-self._idf[word], word))
        self._rank = {word: n for n, word in enumerate(by_rarity)}  # words are ranked often: by a number, quickly
        self._rare = math.log((total + 1) / _FEW) + 0.2
        first: dict[_Said, int] = {}
        self.said = [first.setdefault(_said(t), n) for n, t in enumerate(tellings)]
        self._vectors: dict[int, dict[str, float]] = {}
        self._people: dict[int, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}
        self._known: dict[int, float] = {}
        self._nothing: dict[int, float] = {}
        self._narrow: dict[tuple[str, str], float] = {}

    def weight(self, word: str) -> float:
        """How much a word tells: the rarer, the more."""
        return self._idf.get(word, 0.0)

    def rarest(self, words: Iterable[str], most: int | None = None) -> list[str]:
        """Of words that the tellings have those that tell most, first the rarest; of equals by the alphabet.

        Words that only a later telling of a sentence has, such as those of its other dates, tell least.
        """
        rank, last = self._rank, len(self._rank)
        return sorted(words, key=lambda word: (rank.get(word, last), word))[:most]

    def _vector(self, n: int) -> dict[str, float]:
        """The words of a telling with their weights, so that all tellings count as one long. Kept for a while, since
        tellings are compared with those that stand near them.
        """
        near, far, idf = self._tellings[n].near, self._tellings[n].far, self._idf
        vector = {word: idf.get(word, 0.0) * (1.0 if word in near else FAR) for word in far}
        vector |= {word: idf.get(word, 0.0) for word in near if word not in far}
        length = math.sqrt(sum([weight * weight for weight in vector.values()])) or 1.0
        vector = {word: weight / length for word, weight in vector.items()}
        if len(self._vectors) >= _VECTORS:
            self._vectors.clear()
        self._vectors[n] = vector
        return vector

    def _of_things(self, names: frozenset[str]) -> float:
        """What names in common say: much if one of them is named in a few sentences only."""
        rarest = max(max((self.weight(word) for word in self._words_of(name)), default=0.0) for name in names)
        return 0.08 * min(len(names), 2) + 0.04 * (rarest >= self._rare)

    def _words_of(self, name: str) -> list[str]:
        """The terms that a name has among the words: "apollo 12" is one, besides "apollo"."""
        return [name] if name in self._idf else [stem(piece) for piece in name.split()]

    def words(self, a: int, b: int) -> float:
        """Cosine of the words of two tellings, 0 to 1."""
        vectors = self._vectors
        one, two = vectors.get(a) or self._vector(a), vectors.get(b) or self._vector(b)
        if len(two) < len(one):
            one, two = two, one
        return sum([weight * two[word] for word, weight in one.items() if word in two], 0.0)

    def clauses(self, a: int, b: int) -> float:
        """The share of two clauses' words that both have, the rarer counting more, 0 to 1; other words don't count."""
        one, two = self._tellings[a].near, self._tellings[b].near
        shared = sum(self.weight(word) for word in one.keys() & two.keys())
        total = math.sqrt(sum(map(self.weight, one)) * sum(map(self.weight, two)))
        return shared / total if total else 0.0

    def told_within(self, a: int, b: int) -> float:
        """The share of what the clause of ``a`` says that the sentence of ``b`` says too, 0 to 1, by rarity of words.

        0 where they share fewer than three words.
        """
        one, two = self._tellings[a], self._tellings[b]
        shared = [word for word in one.near if word in two.near or word in two.far]
        total = sum(map(self.weight, one.near))
        return sum(map(self.weight, shared)) / total if total and len(shared) > 2 else 0.0

    def of(self, a: int, b: int, least: float = -math.inf) -> float:
        """How alike two tellings are; about 0.5 is where one happening begins. Kept from ``least`` on for the next time
        and for others that say the same. Most pairs of a great collection come to nothing, and are kept for a while.
        """
        if a > b:
            a, b = b, a
        a, b = self.said[a], self.said[b]
        key = a * len(self._tellings) + b
        known = self._known.get(key)
        if known is None:
            known = self._nothing.get(key)
        if known is None:
            known = sum([weight for _, weight in self._beside(a, b)], 0.55 * self.words(a, b))
            if known >= least:
                self._known[key] = known
            else:
                if len(self._nothing) >= _PAIRS:
                    self._nothing.clear()
                self._nothing[key] = known
        return known

    def _who(self, n: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The people and the things of a telling, and who else is there; kept, since tellings are compared in pairs."""
        telling = self._tellings[n]
        people = telling.people
        who = self._people[n] = people, telling.things, people or telling.around
        return who

    def parts(self, a: int, b: int) -> list[tuple[Part, float]]:
        """What the likeness of two tellings adds up from, with weights: below 0 speaks against."""
        return [("words", 0.55 * self.words(a, b)), *self._beside(a, b)]

    def _beside(self, a: int, b: int) -> list[tuple[Part, float]]:
        """The parts beside the words in common."""
        one, two = self._tellings[a], self._tellings[b]
        who = self._people
        people, things, around = who.get(a) or self._who(a)
        other_people, other_things, other_around = who.get(b) or self._who(b)
        parts = _of_kinds(one, two)
        taking_part = _of_people(people, other_people) or _of_named(people, other_people, things, other_things)
        if taking_part:
            parts += taking_part
        elif not around.isdisjoint(other_around):
            parts.append(("around", 0.12))
        if not things.isdisjoint(other_things):
            parts.append(("things", self._of_things(things & other_things)))
        if bool(one.name) != bool(two.name) and one.bounds == two.bounds and _names_it(one, two):
            parts.append(("period", 0.3))
        if _one_noun(one, two):
            parts.append(("noun", 0.08))
        dates = one.edtf, two.edtf
        narrow = self._narrow.get(dates)
        if narrow is None:
            narrow = self._narrow[dates] = _narrowness(one, two)
        parts.append(("date", narrow))
        return parts


def _said(t: Telling) -> _Said:
    """All of a telling that its likeness to others depends on."""
    who = t.agents, t.others, t.around, t.participants, t.places, t.name
    return (
        t.edtf,
        t.family.id,
        t.lemma,
        t.patient,
        t.aims,
        t.acts,
        t.amid,
        who,
        tuple(t.near.items()),
        tuple(t.far.items()),
    )


def _of_kinds(one: Telling, two: Telling) -> list[tuple[Part, float]]:
    """What the families and the verbs of two tellings say."""
    parts: list[tuple[Part, float]] = []
    act = done_once_to_one(one, two)
    if one.family.id and one.family.id == two.family.id:
        parts.append(("kind", 0.2))
    elif two.family.id in one.family.kin or two.family.id in one.aims or one.family.id in two.aims or act:
        parts.append(("kin", 0.12))
    elif one.family.id and two.family.id:
        parts.append(("other kind", -0.1))
    if one.lemma and one.lemma == two.lemma:
        parts.append(("verb", 0.06))
    elif act or _one_act(one, two):
        parts.append(("act", 0.2))
    return parts


def _one_act(one: Telling, two: Telling) -> bool:
    """Whether two verbs mean one act that is done to one thing a single time: "finished" and "completed"."""
    if not one.patient or not two.patient or one.patient[0] != two.patient[0]:
        return False
    act = act_of(one.family, one.lemma)
    return act is not None and act == act_of(two.family, two.lemma) and one_patient(one.patient, two.patient)


def _of_people(one: frozenset[str], two: frozenset[str]) -> list[tuple[Part, float]]:
    """What those say who take part in one and in the other; nothing where one tells of nobody."""
    if not one or not two:
        return []
    shared = len(one & two)
    if not shared:
        close = any(_may_be_one(x, y) for x in one for y in two)
        return [("like people", 0.1)] if close else [("other people", -0.06)]
    return [("people", 0.2 * shared / min(len(one), len(two)))]


def _of_named(
    one: frozenset[str], two: frozenset[str], things: frozenset[str], other_things: frozenset[str]
) -> list[tuple[Part, float]]:
    """What it says that one who takes part in one telling is only named in the other."""
    if one.isdisjoint(other_things) and two.isdisjoint(things):
        return []
    named = len(one & other_things | two & things)
    return [("people", 0.1 * min(named, 2))]


def _may_be_one(x: str, y: str) -> bool:
    """Whether a first name or a surname alone may be that of a longer name: "anna" of "anna holm"."""
    if (" " in x) == (" " in y):
        return False
    short, long = (y, x) if " " in x else (x, y)
    return long.startswith(f"{short} ") or long.endswith(f" {short}")


def _one_noun(one: Telling, two: Telling) -> bool:
    """Whether two tellings, of which one has no verb that does something, call their happening by one noun: "siege"."""
    if one.family.id != two.family.id:
        return False
    stative = lexicon().lists["stative"]
    if one.lemma and two.lemma and one.lemma not in stative and two.lemma not in stative:
        return False
    return any(word in one.family.nouns for word in one.near.keys() & two.near.keys())


def _names_it(one: Telling, two: Telling) -> bool:
    """Whether one of two tellings speaks of the other's period by its noun: "the war" of "the Long War"."""
    name, other = (one.name, two) if one.name else (two.name, one)
    return stem(name.split()[-1]) in other.near


def _narrowness(one: Telling, two: Telling) -> float:
    """What the agreement of two dates is worth: much for one day, less than nothing for a century."""
    wide_one, wide_two = one.width, two.width
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
        return 0.1 if _is_round(one) else 0.22
    return -0.12 if wide <= _DECADE else -0.25


def enough(a: Telling, b: Telling) -> float:
    """The likeness from which two tellings are one happening."""
    return ENOUGH_AT_HOME if a.document is b.document else ENOUGH


def _is_round(telling: Telling) -> bool:
    """Whether a stretch of time is one of the calendar, a century or some years, and not from one day to another."""
    (_, *begin), (_, *end) = edtf.civil(telling.bounds.first or 0), edtf.civil(telling.bounds.last or 0)
    return (begin, end) == ([1, 1], [12, 31])


def nested(a: Telling, b: Telling) -> bool:
    """Whether the date of one lies wholly inside that of the other."""
    one, two = a.bounds, b.bounds
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return _inside(one, two) or _inside(two, one)
    return (one.first >= two.first and one.last <= two.last) or (two.first >= one.first and two.last <= one.last)


def _inside(one: Bounds, two: Bounds) -> bool:
    """Whether all days of one date are days of the other."""
    if two.first is not None and (one.first is None or one.first < two.first):
        return False
    return two.last is None or (one.last is not None and one.last <= two.last)
