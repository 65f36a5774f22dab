"""A telling: one sentence's word on one happening. What the clusters compare and the events are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from timeline.edtf import Bounds, bounds, civil
from timeline.merge.headlines import Headline
from timeline.merge.kinds import Family
from timeline.merge.words import lexicon, ordinals, stem
from timeline.model import Document, Mention, Role, Span
from timeline.model.record import record

Key = tuple[str, int, int, str]
"""Where a telling stands, in an order that doesn't depend on that of the documents: file, place, part, id."""


_LIVES = ("Birth", "Death")

Mood = Literal["told", "planned", "reported", "denied"]
"""How a clause tells its happening: as a fact, as something to come, as what others say, as what did not happen."""


@record
class Telling:
    """One sentence's word on one happening.

    ``name`` is that of a named period ("korean war"), ``ordinal`` the number of an anniversary, 0 if none.
    ``agents`` are the states and people that act, ``others`` those that the act concerns, ``around`` those named in the
    whole sentence. ``near`` holds the stems of the clause, ``far`` those of the rest of the sentence. ``aims`` are the
    families of what was to be done: "came to Lund to open the bridge" tells an opening too. ``patient`` are the words
    for whom or what it befalls, the head first. ``sites`` are the keys of participants that are places, and don't act
    here. ``toll`` are the numbers of dead that its sentence gives, ``disasters`` the disasters that it names.
    ``acts`` are those of ``acts.toml`` that it tells, ``amid`` the people and things that its text names in the clause
    and right before; empty where it tells no such act.
    """

    key: Key
    document: Document
    mention: Mention
    edtf: str
    bounds: Bounds
    role: Role
    sentence: Span
    family: Family
    lemma: str
    headlines: tuple[Headline, ...]
    near: Mapping[str, int]
    far: Mapping[str, int]
    agents: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    participants: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    sites: frozenset[str] = frozenset()
    name: str = ""
    ordinal: int = 0
    mood: Mood = "told"
    aims: frozenset[str] = frozenset()
    whole: bool = True
    derivation: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    toll: frozenset[str] = frozenset()
    disasters: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()

    @property
    def planned(self) -> bool:
        """Whether it is told as something to come."""
        return self.mood == "planned"

    @property
    def width(self) -> int | None:
        """The days that its date spans, None where a side is open."""
        first, last = self.bounds.first, self.bounds.last
        return None if first is None or last is None else last - first + 1

    @property
    def people(self) -> frozenset[str]:
        """All who take part."""
        return self.agents | self.others

    @property
    def life(self) -> frozenset[str]:
        """The words of the full name of whom a birth or a death befalls; empty where none is given."""
        if self.family.kind not in _LIVES or not self.patient:
            return frozenset()
        full = [frozenset(map(stem, key.split())) for key in self.people]
        named = [words for words in full if words >= set(self.patient)]
        words = named[0] if len(named) == 1 else frozenset(self.patient)
        return words if len(words) > 1 and (named or not self.people) else frozenset()

    @property
    def things(self) -> frozenset[str]:
        """The names in its clause that are no state's and no known person's: towns, ships, works."""
        named = (*self.participants, *self.places)
        return frozenset(key for key, _ in named if key.islower()) - self.people

    @property
    def names(self) -> frozenset[str]:
        """The names of people, places and things in its clause, those of states left out."""
        return frozenset(key for key in self.people if key.islower()) | self.things


def nouns_shared(a: Telling, b: Telling) -> set[str]:
    """The words that both clauses have, those of the names of states left out."""
    states = {stem(word) for key in a.people | b.people if not key.islower() for word in key.lower().split()}
    return (a.near.keys() & b.near.keys()) - states


def is_period(mention: Mention) -> bool:
    """Whether the mention is a period with a name, as "the Korean War"."""
    return mention.rule.startswith("period")


def is_anniversary(mention: Mention) -> bool:
    """Whether the mention speaks of an anniversary."""
    return _recalls(mention.text)


@lru_cache(maxsize=8192)
def _recalls(text: str) -> bool:
    """Whether a text speaks of an anniversary; kept, since it is asked of a mention again and again."""
    low = text.lower()
    if any(f" {word} " in low for word in lexicon().lists["apart"]):
        return False  # "ten days after the jubilee" is another day
    return any(noun in low for noun in lexicon().lists["anniversaries"])


def ordinal_of(mention: Mention, value: str) -> int:
    """Which anniversary it is: the years between the day and what it recalls, else the number in its words."""
    if mention.implied:
        return year_of(value) - year_of(mention.implied[0].edtf)
    digits = "".join(c for c in mention.text if c.isdigit())
    known = ordinals()
    return int(digits[:4]) if digits else next((known[w] for w in mention.text.lower().split() if w in known), 0)


def year_of(value: str) -> int:
    """The year in which a date begins; 0 where it has no beginning."""
    first = bounds(value).first
    return civil(first)[0] if first is not None else 0


def aligned(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those that share a sentence and a date with a period or an anniversary marked as of it.

    "On 11 July they marked the 60th anniversary": the day is that of the anniversary. "The Korean War
    (1950-1953)": the years are those of the war.
    """
    known: dict[tuple[str, int, Bounds], Telling] = {}
    for t in tellings:
        if t.role != "implies" and (t.name or t.ordinal):
            known.setdefault((t.document.id, t.sentence.start, t.bounds), t)
    out: list[Telling] = []
    for t in tellings:
        other = known.get((t.document.id, t.sentence.start, t.bounds)) if t.role != "implies" else None
        out.append(t if other is None else replace(t, name=other.name, ordinal=other.ordinal))
    return out
