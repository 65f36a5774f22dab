"""The first and last day that people may mean by a date: wider than its bounds where its words are.

What is right by the letter and what is right in class differ: "about 520 BC" is not wrong of 518 BC, the 19th century
ends in 1900 for some and 1899 for others, a winter begins in one year and ends in the next, and south of the equator
summer is at New Year. Judging takes the widest, so that nobody is told to be wrong who isn't.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from timeline import edtf
from timeline.edtf import Bounds, Date, DateSet, DateTime, Interval, Run

_YEAR = 366
_ABOUT_YEAR, _ABOUT_ROUND = 10, 100
"""Years that "about 524 BC" and "about 3200 BC" may be off on either side."""

_ABOUT = {
    "day": 31,
    "month": 92,
    "season": _YEAR,
    "decade": 10 * _YEAR,
    "century": 50 * _YEAR,
    "millennium": 500 * _YEAR,
}
"""Days that other dates with "about" or "perhaps" may be off on either side: about as long as they are."""

_BEFORE, _AFTER = ("BEFORE", "ON_OR_BEFORE"), ("AFTER", "ON_OR_AFTER")


@lru_cache(maxsize=8192)
def reach(value: str, mod: str | None = None) -> Bounds:
    """The first and last day that a date may mean; None on a side where it is open."""
    date = edtf.parse(value)
    loose = mod == "APPROX"
    match date:
        case Date():
            limits = _of_date(date, loose)
        case DateTime():
            limits = _of_date(date.date, loose)
        case Interval():
            limits = Bounds(_side(date.start, loose).first, _side(date.end, loose).last)
        case DateSet():
            limits = union(_of_member(member, loose) for member in date.members)
    if mod in _BEFORE:
        return Bounds(None, limits.last)
    return Bounds(limits.first, None) if mod in _AFTER else limits


@lru_cache(maxsize=8192)
def meant(value: str, mod: str | None = None) -> Bounds:
    """The first and last day that are right by the letter: the bounds of a date, wider only by "about" or "perhaps"."""
    near, far = edtf.bounds(value), reach(value, mod)
    date = edtf.parse(value)
    unsure = mod == "APPROX" or any(sign in value for sign in "?~%")
    if isinstance(date, Date) and (date.masked >= 2 or date.month in range(21, 25)):
        return near
    return far if unsure or mod in (*_BEFORE, *_AFTER) else near


def union(several: Iterable[Bounds]) -> Bounds:
    """The stretch that holds all of several bounds, of which there must be some."""
    every = list(several)
    firsts = [one.first for one in every if one.first is not None]
    lasts = [one.last for one in every if one.last is not None]
    return Bounds(min(firsts) if len(firsts) == len(every) else None, max(lasts) if len(lasts) == len(every) else None)


def _of_member(member: Date | Run, loose: bool) -> Bounds:
    if isinstance(member, Date):
        return _of_date(member, loose)
    return Bounds(_side(member.first, loose).first, _side(member.last, loose).last)


def _side(side: object, loose: bool) -> Bounds:
    return _of_date(side, loose) if isinstance(side, Date) else Bounds(None, None)


def _of_date(date: Date, loose: bool) -> Bounds:
    limits = edtf.bounds(date)
    first, last = limits.first or 0, limits.last or 0
    if date.masked >= 2:  # 18XX ends in 1899; the 19th century, as many count, in 1900
        last += _YEAR
    if date.month in range(21, 25):
        first, last = edtf.day_number(date.year - 1, 12, 1), edtf.day_number(date.year + 1, 3, 1) - 1
    if loose or date.qualifier:
        margin = _margin(date)
        first, last = first - margin, last + margin
    return Bounds(first, last)


def _margin(date: Date) -> int:
    unit = edtf.precision(date)
    if unit != "year":
        return _ABOUT[unit]
    said = date.year if date.year > 0 else 1 - date.year
    return (_ABOUT_ROUND if said % 100 == 0 else _ABOUT_YEAR) * _YEAR
