"""Happenings that two articles tell with dates that can't both be right: one event, and the other date shown.

Held back on purpose: a conflict is only seen between articles of which none tells both, for a happening that takes
place a single time, told in nearly the same words or of the same person, with dates that lie close together for
their precision. Two like things that came one after another (two visits, two renewals) stay two events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations, product

from timeline.edtf import Bounds
from timeline.merge.apart import is_night, is_old_style
from timeline.merge.clocks import minute_of, one_moment
from timeline.merge.kinds import OTHER, act_of
from timeline.merge.likeness import Likeness, nested
from timeline.merge.neardates import far, months_at_most, near, near_alone, other_year
from timeline.merge.oneact import (
    begun_and_ended,
    by_night,
    done_anew,
    done_twice,
    first_done,
    last_done,
    of_another,
    of_the_same_two,
    once_done,
    one_battle,
    one_disaster,
    other_disaster,
)
from timeline.merge.otherwords import of_namesakes, one_act_in_other_words
from timeline.merge.patients import one_patient, told_apart
from timeline.merge.slips import Slips
from timeline.merge.telling import Key, Telling
from timeline.merge.tolls import same_toll
from timeline.merge.words import lexicon, stem

_ALIKE = 0.6
"""Share of the words of two clauses that must agree, the rarer words counting more."""

_ALIKE_AMONG = 0.5
"""The same where one of those who take part is named in both."""

_ALIKE_BY_NIGHT = 0.3
"""The same for two days that follow one another, or are one in two calendars: hardly anything comes again so soon."""

_ALIKE_OF_ONE = 0.15
"""The same where both name the same and nobody else, and what they tell is nothing that goes on day by day."""

_TOLD_WITHIN = 0.75
"""Share of one clause's words that the other's sentence must hold, on two such days, whatever its clause is about."""

_ALIKE_ONCE = 0.56
"""Likeness of two tellings of what befalls one person or place a single time, a birth or a capture."""

_CROWD = 60
"""Groups that may share a word before that word stops bringing pairs together."""

_KEYS = 6
"""Words of a telling, its rarest, that bring its group together with others."""

_NAMES = 4
"""Names of a telling that in pairs bring its group together with others."""

Group = list[Telling]

_Sort = tuple[Bounds, str, str, str, str, frozenset[str], frozenset[str], str]


def with_conflicts(groups: Sequence[Group], likeness: Likeness) -> list[tuple[Group, Group, list[int]]]:
    """The groups, each with the tellings that give its happening another date, and the numbers of all its groups.

    A group that contradicts a better one goes into it; the better is told by more articles, then more precisely.
    ``likeness`` is that of the tellings of all groups, one group after the other.
    """
    tellings = [t for group in groups for t in group]
    places: list[range] = []
    for group in groups:
        begin = places[-1].stop if places else 0
        places.append(range(begin, begin + len(group)))
    sorts: dict[int, list[list[int]]] = {}
    slips = Slips(tellings, [g for g, place in enumerate(places) for _ in place], likeness)
    found = []
    for a, b in _close(groups, likeness):
        for g in {a, b} - sorts.keys():
            sorts[g] = _by_sort(tellings, _each_once(tellings, likeness, places[g]))
        best = _best(tellings, likeness, slips, list(product(sorts[a], sorts[b])))
        if best >= 0:
            found.append((-best, a, b))
    into: dict[int, int] = {}
    merged: dict[int, list[int]] = {}
    for _, a, b in sorted(found):
        best, other = sorted((a, b), key=lambda g: _rank(groups[g]))
        best = into.get(best, best)
        if other in into or other in merged or best == other:
            continue
        told = (best, *merged.get(best, ()))
        if not _articles(groups[other]) & {d for g in told for d in _articles(groups[g])}:
            into[other] = best
            merged.setdefault(best, []).append(other)
    out = []
    for g, group in enumerate(groups):
        if g not in into:
            against = sorted(merged.get(g, ()))
            others = [n for h in against for n in places[h]]
            one = [_in_its_words(likeness, t, n, others) for t, n in zip(group, places[g], strict=True)]
            two = [_in_its_words(likeness, tellings[n], n, places[g]) for n in others]
            out.append((one, two, [g, *against]))
    return out


def _best(
    tellings: Sequence[Telling], likeness: Likeness, slips: Slips, sorts: Sequence[tuple[Sequence[int], Sequence[int]]]
) -> float:
    """How far two groups lie above what makes them one happening, by their best pair of tellings; below 0 they are two.

    ``sorts`` are the numbers of tellings of one sort here and of one sort there, for all sorts of both groups.
    """
    pairs = [
        pair
        for some, others in sorts
        if _of_one_sort(tellings[some[0]], tellings[others[0]])
        for pair in product(some, others)
        if near(tellings[pair[0]], tellings[pair[1]])
    ]
    best = max((_score(tellings, likeness, x, y) for x, y in pairs), default=-1.0)
    return best if best >= 0 else max(slips.score(some[0], others[0]) for some, others in sorts)


def _in_its_words(likeness: Likeness, telling: Telling, n: int, others: Sequence[int]) -> Telling:
    """The telling; without its own line and names where only its sentence, and not its clause, tells what others do."""
    beside = any(
        likeness.told_within(m, n) >= _TOLD_WITHIN > max(likeness.told_within(n, m), likeness.clauses(n, m))
        for m in others
    )
    return replace(telling, headlines=(), participants=(), places=(), family=OTHER) if beside else telling


def _articles(group: Group) -> set[str]:
    return {t.document.id for t in group}


def _rank(group: Group) -> tuple[bool, int, int, Key]:
    """Sorts the group first whose date stands: a deed before a plan, told by more articles, then more precisely."""
    widths = [w for t in group if (w := t.width) is not None]
    return (
        all(t.planned for t in group),
        -len({t.document.source for t in group}),
        min(widths, default=10**9),
        min(t.key for t in group),
    )


def _close(groups: Sequence[Group], likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of groups that share a rare word, with near dates and without an article in common."""
    best: dict[int, Telling] = {}
    blocks: dict[str, list[int]] = defaultdict(list)
    for g, group in enumerate(groups):
        one = min(group, key=lambda t: (t.width or 10**9, t.key))
        if one.name or one.ordinal or one.bounds.first is None or one.bounds.last is None:
            continue
        best[g] = one
        for word in _keys(group, likeness):
            blocks[word].append(g)
    return sorted(_near_pairs(blocks.values(), best, groups))


def _keys(group: Group, likeness: Likeness) -> set[str]:
    words: set[str] = set()
    for t in group:
        words.update(likeness.rarest(t.near, _KEYS))
    words |= {key for t in group if t.family.once for key, _ in t.participants}
    words |= {f"at {minute}" for t in group if (minute := minute_of(t))}
    words |= {f"{act} {piece}" for t in group for act in t.acts for key in t.amid for piece in key.split()}
    words |= {f"{number} dead" for t in group for number in t.toll}
    words |= {f"{key} {t.family.id}" for t in group if t.family.id and not t.family.again for key in t.things}
    for t in group:
        words |= {f"{one} {two}" for one, two in combinations(sorted(t.people | t.things)[:_NAMES], 2)}
    return words | {f"{done} {t.patient[0]}" for t in group if t.patient and (done := act_of(t.family, t.lemma))}


def _near_pairs(
    blocks: Iterable[Sequence[int]], best: Mapping[int, Telling], groups: Sequence[Group]
) -> Iterator[tuple[int, int]]:
    """The pairs of one block whose dates are near and that no article tells both, each once."""
    articles = {g: _articles(groups[g]) for g in best}
    seen: set[tuple[int, int]] = set()
    for members in blocks:
        if len(members) > _CROWD:
            continue
        for pair in combinations(sorted(set(members)), 2):
            if pair not in seen:
                seen.add(pair)
                if near_alone(best[pair[0]], best[pair[1]]) and articles[pair[0]].isdisjoint(articles[pair[1]]):
                    yield pair


def _each_once(tellings: Sequence[Telling], likeness: Likeness, numbers: Iterable[int]) -> list[int]:
    """The numbers of tellings, of those that say the same in one sentence, as articles of one agency do, the first."""
    first: dict[tuple[int, str], int] = {}
    for n in numbers:
        t = tellings[n]
        first.setdefault((likeness.said[n], t.document.text[t.sentence.start : t.sentence.end]), n)
    return list(first.values())


def _by_sort(tellings: Sequence[Telling], numbers: Iterable[int]) -> list[list[int]]:
    """The numbers of tellings, those together that are of one sort with the same others: in a great group, most."""
    sorts: dict[_Sort, list[int]] = defaultdict(list)
    for n in numbers:
        t = tellings[n]
        sorts[t.bounds, t.role, t.mood, t.family.id, t.lemma, t.toll, t.acts, minute_of(t)].append(n)
    return list(sorts.values())


def _of_one_sort(a: Telling, b: Telling) -> bool:
    """Whether two tellings with different dates tell one sort of happening as done, or lie but a night apart."""
    if nested(a, b) or not _both_came_about(a, b) or "implies" in (a.role, b.role):
        return False
    if _one_family(a, b) or _one_verb(a, b) or a.acts & b.acts:
        return True
    act = act_of(a.family, a.lemma)
    if act is not None and act == act_of(b.family, b.lemma):
        return True
    one_minute = bool(minute_of(a)) and minute_of(a) == minute_of(b)
    return one_minute or not a.toll.isdisjoint(b.toll) or is_night(a, b) or is_old_style(a, b)


def _score(tellings: Sequence[Telling], likeness: Likeness, x: int, y: int) -> float:
    """How far two tellings of one sort lie above what makes them one happening; below 0 they are two."""
    a, b = tellings[x], tellings[y]
    if _elsewhere(a, b):
        return -1.0
    if one_act_in_other_words(a, b):
        return 1.0 + likeness.clauses(x, y)
    if _one_act(a, b):
        return 1.0 + likeness.clauses(x, y)
    once = _one_family(a, b) and a.family.once
    if once and _patients(a) and _patients(b):
        one = _same(_patients(a), _patients(b)) and not _taken_back(a, b)
        return 1.0 + likeness.clauses(x, y) if one else -1.0
    if far(a, b) or (once and _two_things(a, b)) or (_one_verb(a, b) and told_apart(a.patient, b.patient)):
        return -1.0  # a marshal's death, and the bishop's; Holm's paper mill, and Holm's cotton mill
    if is_night(a, b) or is_old_style(a, b):
        score = _one_day(tellings, likeness, x, y)
        if score is not None:
            return score
    if other_year(a, b) or (a.people and b.people and not a.people & b.people):
        return -1.0  # as what is held each year
    if once and a.near.keys() & b.near.keys() and likeness.of(x, y) >= _ALIKE_ONCE:
        return likeness.of(x, y) - _ALIKE_ONCE
    return -1.0 if _comes_again(a, b) else likeness.clauses(x, y) - (_ALIKE_AMONG if a.people & b.people else _ALIKE)


def _two_things(a: Telling, b: Telling) -> bool:
    return bool(a.patient and b.patient) and not one_patient(a.patient, b.patient)


def _one_comes_to_it(a: Telling, b: Telling) -> bool:
    """Whether only one tells what is done to one thing once, and the other befalls another: a bill is thrown out."""
    acts = [act_of(t.family, t.lemma) for t in (a, b)]
    return acts[0] != acts[1] and None in acts and _two_things(a, b)


def _taken_back(a: Telling, b: Telling) -> bool:
    """Whether a place was taken by two states, or only one says that it was taken anew."""
    one, two = a.agents - b.people, b.agents - a.people
    states = bool(one and two) and not any(key.islower() for key in one | two)  # a general acts for his state
    taken = any(stem(key.lower()) in (*a.patient, *b.patient) for key in one | two)
    return a.family.lane == "War" and ((states and not taken) or done_twice(a) != done_twice(b))


def _one_family(a: Telling, b: Telling) -> bool:
    return bool(a.family.id) and a.family.id == b.family.id


def _one_verb(a: Telling, b: Telling) -> bool:
    return bool(a.lemma) and a.lemma == b.lemma


def _comes_again(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of two sorts, or of two things, or of what comes again and again."""
    same_family, one_verb = _one_family(a, b), _one_verb(a, b)
    if (same_family and a.family.again) or (one_verb and a.lemma in lexicon().lists["repeatable"]):
        return True
    return (not same_family and not one_verb) or _one_comes_to_it(a, b) or of_another(a, b)


def _one_act(a: Telling, b: Telling) -> bool:
    """Whether both tell one moment, what is done once to one thing, or one disaster by its name or its dead."""
    by_month = months_at_most(a, b) and (one_disaster(a, b) or one_battle(a, b))
    same = same_toll(a, b) or by_night(a, b) or by_month
    once = once_done(a, b) or first_done(a, b) or last_done(a, b)
    return one_moment(a, b) or once or (same and done_anew(a) == done_anew(b))


def _one_day(tellings: Sequence[Telling], likeness: Likeness, x: int, y: int) -> float | None:
    """The same for two days that follow one another, or are one in two calendars; None where that shows nothing."""
    a, b = tellings[x], tellings[y]
    within = max(likeness.told_within(x, y), likeness.told_within(y, x))
    if within >= _TOLD_WITHIN:
        return within - _TOLD_WITHIN
    strangers = a.people and b.people and not a.people & b.people
    if (_one_family(a, b) or _one_verb(a, b)) and not strangers and _same_names(a, b):
        alone = not a.family.again and a.people | a.things == b.people | b.things
        return likeness.clauses(x, y) - (_ALIKE_OF_ONE if alone else _ALIKE_BY_NIGHT)
    return likeness.clauses(x, y) if is_night(a, b) and of_the_same_two(a, b) else None


def _both_came_about(a: Telling, b: Telling) -> bool:
    """Whether neither telling denies its happening, and not both only plan it: then two dates for it disagree."""
    return "denied" not in (a.mood, b.mood) and not (a.planned and b.planned)


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Whether two tellings name different places and nothing in common, a father and his son, a fire and a flood, or
    beginning and end.
    """
    if other_disaster(a, b) or begun_and_ended(a, b) or of_namesakes(a, b):
        return True
    if not a.places or not b.places:
        return False
    one, two = {key for key, _ in a.places}, {key for key, _ in b.places}
    return not one & two and not {k for k, _ in a.participants} & {k for k, _ in b.participants}


def _same_names(a: Telling, b: Telling) -> bool:
    """Whether two tellings name one person, state or thing, and not each another that the other doesn't."""
    return _same(a.people | a.things, b.people | b.things)


def _same(one: Set[str], two: Set[str]) -> bool:
    """Whether two sets of names share one, and not each has another that the other hasn't."""
    return bool(one & two) and not (one - two and two - one)


def _patients(telling: Telling) -> set[str]:
    """Whom or what the happening befalls: the first who is named, but for a capture those who don't act."""
    keys = [key for key, _ in telling.participants]
    if telling.family.lane == "War":
        return {key for key in keys if key not in telling.agents} or set(keys)
    return set(keys[:1])
