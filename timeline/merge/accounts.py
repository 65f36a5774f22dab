"""Which articles are accounts of one matter, and what each has left to tell that the other doesn't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import combinations

from timeline import edtf
from timeline.merge.telling import Telling

IN_COMMON = 2
"""Happenings that two articles must tell in common to be accounts of one matter."""

NAMES = 3
"""Names that two articles must have in common to count as one happening more."""

MANY = 12
"""Articles of one happening from which it says little that two of them tell it, and happenings of a day from which
nothing is told of it alone."""

_YEAR = 366


def is_fact(telling: Telling) -> bool:
    """Whether a telling states what happened, and is no period and no anniversary."""
    return telling.mood == "told" and telling.role == "states" and not telling.name and not telling.ordinal


class Accounts:
    """Articles side by side: ``group`` says in which group each telling is. Each part is made when first asked for."""

    def __init__(self, tellings: Sequence[Telling], group: Sequence[int]) -> None:
        self.tellings = tellings
        self._group = tuple(group)

    def regrouped(self, group: Sequence[int]) -> Accounts:
        """The same articles with their tellings in other groups; what depends on no group isn't made again."""
        other = Accounts(self.tellings, group)
        other._namesakes, other._years = self._namesakes, self._years
        return other

    @cached_property
    def _told(self) -> Mapping[int, Set[str]]:
        """The ids of the articles that tell the happening of each group."""
        told: dict[int, set[str]] = defaultdict(set)
        for g, t in zip(self._group, self.tellings, strict=True):
            told[g].add(t.document.id)
        return told

    @cached_property
    def _shared(self) -> Counter[tuple[str, str]]:
        return _in_common(self._told.values())

    @cached_property
    def of_one_matter(self) -> Mapping[str, Sequence[str]]:
        """For each article, by its id, the others that tell ``IN_COMMON`` happenings that it tells."""
        return _beside(self._shared)

    @cached_property
    def akin(self) -> Mapping[str, Sequence[str]]:
        """The same with a happening less for those that name ``NAMES`` of the same people, places and things."""
        shared = self._shared.copy()
        shared.update(self._namesakes)
        return _beside(shared)

    @cached_property
    def _namesakes(self) -> Sequence[tuple[str, str]]:
        """The pairs of articles, by their ids, that name ``NAMES`` of the same people, places and things."""
        named: dict[str, set[str]] = defaultdict(set)
        for t in self.tellings:
            for key in {key for key, _ in (*t.participants, *t.places)} | t.around:
                named[key].add(t.document.id)
        return [pair for pair, count in _in_common(named.values()).items() if count >= NAMES]

    @cached_property
    def _years(self) -> Mapping[str, Mapping[int, list[int]]]:
        """For each article, by its id, the numbers of its tellings that begin in each year, and span no more."""
        years: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, t in enumerate(self.tellings):
            if t.bounds.first is not None and (t.width or _YEAR + 1) <= _YEAR:
                years[t.document.id][edtf.civil(t.bounds.first)[0]].append(n)
        return years

    def years(self, one: str, other: str) -> list[int]:
        """The years of which both articles tell something."""
        return sorted(self._years[one].keys() & self._years[other].keys())

    def left(self, one: str, other: str, first: int, last: int) -> list[int]:
        """The numbers of the tellings of one article, from one year to another, of what the other doesn't tell."""
        own, told, group = self._years[one], self._told, self._group
        return [n for year in range(first, last + 1) for n in own.get(year, ()) if other not in told[group[n]]]

    def alone(self, one: str, other: str, first: int, last: int) -> bool:
        """Whether, from one day to another, each article tells a single happening that the other doesn't."""
        years = edtf.civil(first)[0], edtf.civil(last)[0]
        return all(
            len({self._group[n] for n in self.left(here, there, *years) if self._meets(n, first, last)}) == 1
            for here, there in ((one, other), (other, one))
        )

    def _meets(self, number: int, first: int, last: int) -> bool:
        """Whether the date of a telling has a day in common with those from one day to another."""
        bounds = self.tellings[number].bounds
        return bounds.first is not None and bounds.last is not None and bounds.first <= last and first <= bounds.last


def _beside(shared: Mapping[tuple[str, str], int]) -> Mapping[str, Sequence[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for (one, other), count in sorted(shared.items()):
        if count >= IN_COMMON:
            beside[one].append(other)
            beside[other].append(one)
    return beside


def _in_common(together: Iterable[Set[str]]) -> Counter[tuple[str, str]]:
    """How many of the sets hold both of two articles; sets of many say little."""
    several = (documents for documents in together if 1 < len(documents) <= MANY)
    return Counter(pair for documents in several for pair in combinations(sorted(documents), 2))
