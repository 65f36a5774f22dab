"""Happenings that two articles tell with dates that can't both be right: one event, and the other date shown.

Held back on purpose: a conflict is only seen between different articles, for dates that lie close together, in one
family of happenings, told in much the same words of the same people. Two like things that came one after another
(two treaties, two visits) are the usual case, and stay two events.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import edtf
from timeline.merge.likeness import Likeness, nested
from timeline.merge.telling import Key, Telling

_NEAR_DAYS = 2
"""Days between two full dates that an error, a night or a time zone may explain."""

_NEAR_YEARS = 2
"""The same in years, where only years are given."""

_ALIKE_DAYS, _ALIKE_YEARS = 0.56, 0.6
"""Likeness from which two tellings with different dates are one happening."""

_ONLY_ONCE = 0.14
"""What it adds that the happening befalls one person or place a single time: a birth, a death, a burial."""

Group = list[Telling]


def with_conflicts(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """The groups, each with the tellings that give its happening another date.

    A group that contradicts a better one goes into it; the better is told by more articles, then more precisely.
    """
    tellings = [t for group in groups for t in group]
    likeness = Likeness(tellings)
    place: dict[int, list[int]] = {}
    n = 0
    for g, group in enumerate(groups):
        place[g] = list(range(n, n + len(group)))
        n += len(group)
    found = []
    for a, b in _close(groups):
        score = max(_score(tellings, likeness, x, y) for x in place[a] for y in place[b])
        if score >= 0:
            found.append((-score, a, b))
    into: dict[int, int] = {}
    for _, a, b in sorted(found):
        if a in into or b in into or a in into.values() or b in into.values():
            continue
        best, other = sorted((a, b), key=lambda g: _rank(groups[g]))
        into[other] = best
    return [
        (group, [t for other, best in sorted(into.items()) if best == g for t in groups[other]])
        for g, group in enumerate(groups)
        if g not in into
    ]


def _rank(group: Group) -> tuple[int, int, Key]:
    widths = [w for t in group if (w := edtf.width(t.edtf)) is not None]
    return -len({t.document.id for t in group}), min(widths, default=10**9), min(t.key for t in group)


def _close(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Pairs of groups whose dates are of one precision and near each other, without an article in common."""
    known = []
    for g, group in enumerate(groups):
        best = min(group, key=lambda t: (edtf.width(t.edtf) or 10**9, t.key))
        if best.bounds.first is not None and best.bounds.last is not None and not best.name and not best.ordinal:
            known.append((best.bounds.first, best.bounds.last, g))
    known.sort()
    pairs = []
    for i, (first, last, a) in enumerate(known):
        for other_first, other_last, b in known[i + 1 :]:
            if other_first - last > _NEAR_YEARS * 366:
                break
            if _near(first, last, other_first, other_last) and not {t.document.id for t in groups[a]} & {
                t.document.id for t in groups[b]
            }:
                pairs.append((a, b))
    return pairs


def _near(first: int, last: int, other_first: int, other_last: int) -> bool:
    one_day, other_day = last == first, other_last == other_first
    if one_day and other_day:
        return 0 < other_first - first <= _NEAR_DAYS
    years = last - first <= 366 and other_last - other_first <= 366 and not one_day and not other_day
    return years and other_first > last


def _score(tellings: Sequence[Telling], likeness: Likeness, x: int, y: int) -> float:
    """How far two tellings lie above what makes them one happening; below 0 they are two."""
    a, b = tellings[x], tellings[y]
    if nested(a, b) or not a.family.id or a.family.id != b.family.id or a.planned or b.planned:
        return -1.0
    if "implies" in (a.role, b.role):
        return -1.0
    day = a.bounds.first == a.bounds.last
    shared = (a.people & b.people) or ({w for w in a.near if likeness.weight(w) > 1.5} & set(b.near))
    if not shared:
        return -1.0
    score = likeness.of(x, y) + (_ONLY_ONCE if a.family.once else 0.0)
    return score - (_ALIKE_DAYS if day else _ALIKE_YEARS)
