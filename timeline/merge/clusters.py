"""Tellings that tell the same happening, put together: a greedy average-link clustering with limits.

Only tellings that share a word or a name in the same stretch of time are compared, so the work grows with the
number of tellings and not with its square. The order of the documents plays no part.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from timeline import edtf
from timeline.merge.accounts import Accounts
from timeline.merge.barring import (
    are_swapped,
    barred,
    barred_anywhere,
    barred_at_home,
    dated_twice,
    role_of,
    sort_of,
)
from timeline.merge.clocks import minute_of, one_moment
from timeline.merge.kinds import kinds
from timeline.merge.leftover import left_over
from timeline.merge.likeness import ENOUGH, ENOUGH_AT_HOME, Likeness, enough, nested
from timeline.merge.samedays import on_one_day
from timeline.merge.telling import Key, Telling, year_of

CROWD = 80
"""Tellings that may share one word in one year and are all compared; of a greater crowd each with its ``NEXT``."""

NEXT = 4
"""Tellings of a crowd with which one is compared: those behind it by date and words. What all tell becomes a chain."""

SOME = 12
"""Members of a group that stand for it where it is weighed against another."""

ROUNDS = 2
"""Times that what is left of two accounts of one matter is looked through."""

KEYS = 6
"""Words by which a telling is compared with others: its rarest, which say most."""

_LONG = 12
"""Years above which a span counts as long, and meets only its like and what shares its century."""


_ALIKE = 2
"""Members of one sentence that say the same and stand for all of them."""


@dataclass(slots=True)
class _Traits:
    """What can forbid that a set is joined to another: a telling of each sort and of each role, those of each sentence,
    and plans. Of those in one sentence that say the same some stand for all: one without an end may hold thousands.
    """

    sorts: set[int] = field(default_factory=set)
    roles: set[int] = field(default_factory=set)
    sentences: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    plans: list[int] = field(default_factory=list)
    _alike: Counter[tuple[int, int, str]] = field(default_factory=Counter)

    def add(self, n: int, t: Telling, sort: int, role: int | None, said: int) -> None:
        """Count in the telling with the number ``n``, given those of the first of its sort, role and words."""
        self.sorts.add(sort)
        if role is not None:
            self.roles.add(role)
        self.documents.add(t.document.id)
        alike = said, t.sentence.start, t.role
        self._alike[alike] += 1
        if self._alike[alike] <= _ALIKE:
            self.sentences.setdefault((t.document.id, t.sentence.start), []).append(n)
        if t.planned:
            self.plans.append(n)


class _Sets:
    """Disjoint sets of tellings with their members."""

    def __init__(self, tellings: Sequence[Telling], said: Sequence[int]) -> None:
        self._tellings, self._said = tellings, said
        self.of = list(range(len(tellings)))
        self.members: dict[int, list[int]] = {n: [n] for n in self.of}
        self._traits: dict[int, _Traits] = {}
        first: dict[tuple[object, ...], int] = {}
        self._sorts = [first.setdefault(sort_of(t), n) for n, t in enumerate(tellings)]
        roles = map(role_of, tellings)
        self._roles = [first.setdefault(role, n) if role else None for n, role in enumerate(roles)]

    def join(self, a: int, b: int) -> None:
        """Put the sets named ``a`` and ``b`` together under the smaller name."""
        keep, drop = min(a, b), max(a, b)
        small, great = sorted((keep, drop), key=lambda name: len(self.members[name]))
        traits, _ = self._traits.pop(great, None), self._traits.pop(small, None)
        if traits is not None:
            self._add(traits, self.members[small])
            self._traits[keep] = traits
        for member in self.members[drop]:
            self.of[member] = keep
        self.members[keep] += self.members.pop(drop)

    def join_if_allowed(self, a: int, b: int) -> None:
        """Put the sets of two tellings together unless something forbids it."""
        one, two = self.of[a], self.of[b]
        if one != two and self.allowed(one, two):
            self.join(one, two)

    def allowed(self, one: int, two: int) -> bool:
        """Whether no member of one set is barred from a member of the other."""
        here, there = self._traits_of(one), self._traits_of(two)
        if self._any(barred_anywhere, here.sorts, there.sorts) or self._any(are_swapped, here.roles, there.roles):
            return False
        if here.documents.isdisjoint(there.documents):
            return True
        few, many = sorted((here.sentences, there.sentences), key=len)
        if any(self._any(_barred_at_home, members, many.get(sentence, ())) for sentence, members in few.items()):
            return False
        planned = (here.plans, self.members[two]), (there.plans, self.members[one])
        return not any(self._any(_barred_at_home, plans, others) for plans, others in planned)

    def _any(self, holds: Callable[[Telling, Telling], object], some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether something holds of one of these and one of those."""
        those = [self._tellings[b] for b in others]
        return any(holds(one, other) for one in [self._tellings[a] for a in some] for other in those)

    def _traits_of(self, name: int) -> _Traits:
        known = self._traits.get(name)
        if known is None:
            known = _Traits()
            self._add(known, self.members[name])
            if len(self.members[name]) > 1:
                self._traits[name] = known
        return known

    def _add(self, traits: _Traits, members: Iterable[int]) -> None:
        for n in members:
            traits.add(n, self._tellings[n], self._sorts[n], self._roles[n], self._said[n])


def _barred_at_home(a: Telling, b: Telling) -> bool:
    """Whether two tellings stand in one article, and something there keeps them apart."""
    return a.document is b.document and bool(barred_at_home(a, b))


def clustered(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings in groups, each about one happening; groups and members in a fixed order."""
    tellings = sorted(tellings, key=lambda t: t.key)
    likeness = Likeness(tellings)
    sets = _Sets(tellings, likeness.said)
    _join(sets, _certain(tellings, likeness))
    _join_alike(sets, tellings, likeness, sorted(_alike(sets, tellings, likeness)))
    _join(sets, list(on_one_day(tellings, sets.of)))
    accounts = Accounts(tellings, sets.of)
    for _ in range(ROUNDS):  # what they are seen to tell in common makes more articles accounts of one matter
        before = len(sets.members)
        _join(sets, list(left_over(accounts, likeness)))
        if len(sets.members) == before:
            break
        accounts = accounts.regrouped(sets.of)
    return [[tellings[n] for n in sorted(members)] for _, members in sorted(sets.members.items())]


def _alike(sets: _Sets, tellings: Sequence[Telling], likeness: Likeness) -> Iterator[tuple[float, int, int]]:
    """Pairs of tellings that are alike enough to be one happening, each behind how far it lies above that, below 0.

    Of those of one set that say the same one stands for all: articles of one agency share whole paragraphs.
    """
    same: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, said in enumerate(likeness.said):
        same[sets.of[n], said].append(n)
    members = {own[0]: own for own in same.values()}
    for one, two in _candidates(tellings, likeness, members):
        if sets.of[one] == sets.of[two]:
            continue
        a, b = _of_two_articles(tellings, members[one], members[two])
        if barred(tellings[a], tellings[b]):
            continue
        least = enough(tellings[a], tellings[b])
        score = likeness.of(a, b, least) - least
        if score >= 0:
            yield -score, a, b


def _of_two_articles(tellings: Sequence[Telling], some: Sequence[int], others: Sequence[int]) -> tuple[int, int]:
    """One of each, of two articles where there are such."""
    for these, those in ((some, others), (others, some)):
        home = tellings[these[0]].document
        away = next((n for n in those if tellings[n].document is not home), None)
        if away is not None:
            return min(these[0], away), max(these[0], away)
    return some[0], others[0]


def _join_alike(
    sets: _Sets, tellings: Sequence[Telling], likeness: Likeness, pairs: Iterable[tuple[float, int, int]]
) -> None:
    """Put the sets of each pair together, one pair after another, where they are alike on the whole."""
    apart: set[tuple[int, int, int, int]] = set()
    for _, a, b in pairs:
        one, two = sets.of[a], sets.of[b]
        if one == two:
            continue
        pair = min(one, two), max(one, two)
        weighed = (*pair, len(sets.members[pair[0]]), len(sets.members[pair[1]]))
        if weighed in apart:  # sets only grow: of one size they are the same
            continue
        alone = weighed[2:] == (1, 1)  # then they are this pair, which nothing bars
        if alone or (
            sets.allowed(one, two) and _average(tellings, likeness, sets.members[one], sets.members[two]) >= -0.06
        ):
            sets.join(one, two)
        else:
            apart.add(weighed)


def _join(sets: _Sets, pairs: Iterable[tuple[int, int]]) -> None:
    for a, b in pairs:
        sets.join_if_allowed(a, b)


def _average(tellings: Sequence[Telling], likeness: Likeness, one: Sequence[int], two: Sequence[int]) -> float:
    """How far two groups lie above what is enough, on average of their pairs."""
    one, two = _some(one), _some(two)
    here, there = (Counter(map(likeness.said.__getitem__, members)) for members in (one, two))
    alike = sum([n * m * likeness.of(a, b) for a, n in here.items() for b, m in there.items()])
    at_home = Counter([tellings[a].document.id for a in one])
    home = sum([at_home[tellings[b].document.id] for b in two])
    pairs = len(one) * len(two)
    return (alike - home * ENOUGH_AT_HOME - (pairs - home) * ENOUGH) / pairs


def _some(members: Sequence[int]) -> Sequence[int]:
    """The members, of many ``SOME`` from the first to the last."""
    count = len(members)
    return members if count <= SOME else [members[i * count // SOME] for i in range(SOME)]


def _certain(tellings: Sequence[Telling], likeness: Likeness) -> Iterable[tuple[int, int]]:
    """Pairs that are one happening without weighing: one name, one anniversary, one clause with its date twice, one
    birth or death of somebody named in full, one minute by the clocks of two places, one sentence in two articles.
    """
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, t in enumerate(tellings):
        if t.name:
            groups["name", t.name].append(n)
        if t.ordinal > 0:
            groups["anniversary", str(t.ordinal), str(year_of(t.edtf))].append(n)
        if t.role == "states":
            groups["sentence", t.document.file, str(t.sentence.start)].append(n)
        if life := t.life:
            groups["life", t.family.id, *sorted(life)].append(n)
        if minute := minute_of(t):
            groups["clock", minute, *sorted(t.people)].append(n)
        groups["said", str(likeness.said[n])].append(n)
    for key in sorted(groups):
        for a, b in pairwise(groups[key]):
            one, two = tellings[a], tellings[b]
            if key[0] == "name" or (nested(one, two) and _same(key[0], one, two)):
                yield a, b


def _same(by: str, one: Telling, two: Telling) -> bool:
    """Whether two tellings that an anniversary, life, minute, sentence or the same words bring together are one."""
    if by == "anniversary":
        return not _recalls_another(one, two)
    if by == "said":
        return one.document is not two.document
    if by == "life":
        return one.mood == two.mood
    return one_moment(one, two) if by == "clock" else _same_clause(one, two)


def _recalls_another(one: Telling, two: Telling) -> bool:
    """Whether something speaks against it that two anniversaries recall one happening: its sort, or all their names."""
    here, there = _sorts(one), _sorts(two)
    if here and there and not here & there:
        return True
    names, others = one.people | one.things | one.around, two.people | two.things | two.around
    return bool(names and others and not names & others)


def _sorts(telling: Telling) -> set[str]:
    """The families of the happenings that the clause of an anniversary names, its own left out."""
    known = kinds()
    found = {known.by_noun[word].id for word in telling.near if word in known.by_noun}
    return found - {known.families[0].id, ""}


def _same_clause(one: Telling, two: Telling) -> bool:
    """Whether two tellings of one sentence and date are of one clause, or of one period or anniversary."""
    if one.bounds != two.bounds and dated_twice(one, two):
        return True
    return one.bounds == two.bounds and (one.near == two.near or bool(one.ordinal or one.name))


def _candidates(tellings: Sequence[Telling], likeness: Likeness, chosen: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs of those ``chosen`` that share a word or a name in one year, or in one century where a span is long, and of
    which the date of one lies in that of the other.
    """
    first = [-inf if t.bounds.first is None else t.bounds.first for t in tellings]
    last = [inf if t.bounds.last is None else t.bounds.last for t in tellings]
    small: list[list[list[int]]] = [[] for _ in tellings]
    crowds: list[list[int]] = []
    for members in _blocks(tellings, likeness, chosen):
        if len(members) > CROWD:
            crowds.append(members)
            continue
        for n in members[:-1]:
            small[n].append(members)
    crowded = _in_crowds(crowds, tellings)
    by_date = sorted(range(len(tellings)), key=first.__getitem__)  # what is compared is of one time: its words are kept
    for a in by_date:  # one telling after another: all pairs together would fill the memory
        own = small[a]
        behind = crowded.get(a, set()).union(*(members[bisect_right(members, a) :] for members in own))
        begin, end = first[a], last[a]
        meeting = [
            b
            for b in behind
            if (begin <= first[b] and last[b] <= end) or (first[b] <= begin and end <= last[b])  # ``nested``, in short
        ]
        yield from ((a, b) for b in meeting)


def _blocks(tellings: Sequence[Telling], likeness: Likeness, chosen: Iterable[int]) -> Iterator[list[int]]:
    """Those that share a word or a name in one year or century; a word that one telling has alone makes no block."""
    by_key: dict[str, list[int]] = defaultdict(list)
    times: dict[int, list[tuple[str, int]]] = {}
    for n in chosen:
        t = tellings[n]
        times[n] = _times(t)
        for key in {*likeness.rarest(t.near, KEYS), *t.people, *t.acts, t.family.id} - {""}:
            by_key[key].append(n)
    for sharing in by_key.values():
        blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
        for n in sharing if len(sharing) > 1 else ():
            for time in times[n]:
                blocks[time].append(n)
        yield from (members for members in blocks.values() if len(members) > 1)


def _in_crowds(crowds: Sequence[Sequence[int]], tellings: Sequence[Telling]) -> dict[int, set[int]]:
    """For each telling of a crowd those of higher numbers that stand beside it by date and words."""
    beside: dict[int, set[int]] = defaultdict(set)
    crowded = sorted(set().union(*crowds), key=lambda n: _rank(tellings[n]))
    place = {n: at for at, n in enumerate(crowded)}  # most are in several crowds: by a number they are ranked quickly
    for members in crowds:
        ranked = sorted(members, key=place.__getitem__)
        for i, one in enumerate(ranked):
            for other in ranked[i + 1 : i + 1 + NEXT]:
                beside[min(one, other)].add(max(one, other))
    return beside


def _rank(telling: Telling) -> tuple[str, str, str, tuple[str, ...], Key]:
    """Sorts those of a crowd side by side that may tell the same happening."""
    return telling.edtf, telling.family.id, telling.lemma, tuple(sorted(telling.people)), telling.key


def _times(telling: Telling) -> list[tuple[str, int]]:
    """The years that a telling may lie in, or its centuries if these are many."""
    first, last = telling.bounds.first, telling.bounds.last
    if first is None and last is None:
        return [("ever", 0)]
    low = edtf.civil(first if first is not None else last or 0)[0]
    high = edtf.civil(last if last is not None else first or 0)[0]
    if high - low <= _LONG:
        return [*(("year", y) for y in range(low, high + 1)), ("century", low // 100)]
    return [("century", c) for c in range(low // 100, min(high // 100, low // 100 + 10) + 1)]
