"""What two accounts of one matter have each left to tell of a time, once what they tell in common is set aside.

"The chimney was felled on 3 June 1978" and "1978. The mill chimney is blown up" have little in common; but where each
of two accounts has one thing left of that year, and both name the chimney, it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from timeline.merge.accounts import Accounts, is_fact
from timeline.merge.likeness import Likeness, nested
from timeline.merge.telling import Telling, nouns_shared
from timeline.merge.words import stem

LEAST = 0.2
"""Likeness from which two such happenings are one."""


def left_over(accounts: Accounts, likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Pairs of tellings, by number, of a time of which each of two accounts of one matter has nothing else left.

    The time is the wider of the two dates, a year at most.
    """
    tellings = accounts.tellings
    for one, others in sorted(accounts.akin.items()):
        for other in others:
            for year in accounts.years(one, other) if one < other else ():
                here, there = accounts.left(one, other, year, year), accounts.left(other, one, year, year)
                pairs = [
                    (-likeness.of(a, b), a, b)
                    for a, b in product(here, there)
                    if _may_be_one(tellings[a], tellings[b])
                    and accounts.alone(one, other, *_wider(tellings[a], tellings[b]))
                ]
                yield from ((a, b) for unlike, a, b in sorted(pairs) if -unlike >= LEAST)


def _wider(a: Telling, b: Telling) -> tuple[int, int]:
    """The first and the last day of the two dates together."""
    days = [day for t in (a, b) for day in (t.bounds.first, t.bounds.last) if day is not None]
    return min(days), max(days)


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether both tell a fact, with dates that agree, and in one way or another of one thing."""
    if not (is_fact(a) and is_fact(b) and nested(a, b)) or of_others(a, b):
        return False
    same_kind = bool(a.family.id) and (a.family.id == b.family.id or b.family.id in a.family.kin)
    two_things = bool(a.patient and b.patient) and set(a.patient).isdisjoint(b.patient)
    return (same_kind and not two_things) or bool(nouns_shared(a, b))


def of_others(a: Telling, b: Telling) -> bool:
    """Whether each telling names somebody or something, states aside, and nothing of it is named in both, or meant."""
    one, two = ({key for key in t.people | t.things if key.islower()} for t in (a, b))
    meant = any(_speaks_of(t, key) for t, keys in ((a, two), (b, one)) for key in keys)
    return bool(one and two) and one.isdisjoint(two) and not meant


def _speaks_of(telling: Telling, key: str) -> bool:
    """Whether the clause has all words of a name, as where "it" stands for what bears it."""
    return all(stem(piece) in telling.near for piece in key.split())
