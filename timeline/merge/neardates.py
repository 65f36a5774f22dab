"""Which dates for one happening lie near enough to contradict each other: what an error or another reckoning explains.

A slip of one figure, 1467 for 1477, lies further off than others, and shows an error only in what happens once ever.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.merge.apart import is_old_style
from timeline.merge.kinds import act_of
from timeline.merge.telling import Telling

_DAY, _MONTH, _YEAR = 1, 31, 366

_NEAR = {_DAY: 3, _MONTH: 62, _YEAR: 3 * _YEAR}
"""Days from the end of one date to the beginning of the next that count as near, by the wider one's precision."""

_NEAR_ALONE = {_DAY: 31, _MONTH: 93, _YEAR: 3 * _YEAR}
"""The same where two accounts have nothing else left of the time between."""

_PUT_OFF = 300
"""Days by which a deed may come later than it was planned."""

_BY_A_FIGURE = 11 * _YEAR
"""The same for two years that differ in a single figure: one decade for the next."""


def near(a: Telling, b: Telling) -> bool:
    """Whether two dates lie apart, but not further than an error or another reckoning may explain."""
    gap = _gap(a, b)
    if gap <= 0:
        return False
    if gap <= _NEAR[_YEAR] and (is_old_style(a, b) or other_year(a, b) or gap <= _limit(a, b)):
        return True
    return gap <= _BY_A_FIGURE and _by_a_figure(a, b)


def near_alone(a: Telling, b: Telling) -> bool:
    """The same of two accounts that have nothing else left to tell of the time between: they may lie further apart."""
    return near(a, b) or 0 < _gap(a, b) <= _by_width(_NEAR_ALONE, a, b)


def months_at_most(a: Telling, b: Telling) -> bool:
    """Whether both dates are a month or a day: a year may have seen one such happening, and the next year another."""
    return max(a.width or _YEAR, b.width or _YEAR) <= _MONTH


def side_by_side(a: Telling, b: Telling) -> bool:
    """Whether the dates are two years of which one follows the other."""
    return all(_YEAR - 1 <= (t.width or 0) <= _YEAR for t in (a, b)) and _gap(a, b) == 1


def far(a: Telling, b: Telling) -> bool:
    """Whether two near dates are near by a single figure alone."""
    return _gap(a, b) > _NEAR[_YEAR]


def _gap(a: Telling, b: Telling) -> int:
    """Days from the end of the earlier date to the beginning of the later one."""
    one, two = _in_order(a, b)
    return (two.bounds.first or 0) - (one.bounds.last or 0)


def _in_order(a: Telling, b: Telling) -> tuple[Telling, Telling]:
    """The one whose date begins earlier, and the other."""
    one, two = a.bounds.first or 0, b.bounds.first or 0
    return (a, b) if one < two or (one == two and a.key <= b.key) else (b, a)


def _limit(a: Telling, b: Telling) -> int:
    """The days by which the later of two dates may follow the earlier, for an error or another reckoning."""
    one, two = _in_order(a, b)
    limit = _by_width(_NEAR, a, b)
    return max(limit, _PUT_OFF) if one.planned and not two.planned else limit


def _by_width(limits: Mapping[int, int], a: Telling, b: Telling) -> int:
    """The days that the wider of two dates allows; none where it is wider than a year."""
    wide = max(a.width or 10**9, b.width or 10**9)
    if wide > _YEAR:
        return 0
    return limits[_DAY if wide <= _DAY else _MONTH if wide <= _MONTH else _YEAR]


def other_year(a: Telling, b: Telling) -> bool:
    """Whether two dates name one month, or one day of it, in different years: a slip of the pen where all agrees."""
    (one, *rest), (two, *others) = a.edtf.split("-", 1), b.edtf.split("-", 1)
    return one.isdigit() and two.isdigit() and bool(rest) and rest == others


def _by_a_figure(a: Telling, b: Telling) -> bool:
    """Whether the years of two dates differ in a single figure, and nothing else does, of what happens once ever."""
    if not (once_ever(a) and once_ever(b)):
        return False
    (one, *rest), (two, *others) = a.edtf.split("-", 1), b.edtf.split("-", 1)
    if not (one.isdigit() and two.isdigit() and len(one) == len(two)) or (rest and others and rest != others):
        return False
    return sum(x != y for x, y in zip(one, two, strict=True)) == 1


def once_ever(telling: Telling) -> bool:
    """Whether what it tells doesn't come again after some years either, as a fire or a siege may."""
    family = telling.family
    return (family.once and family.lane == "Life") or act_of(family, telling.lemma, ever=True) is not None
