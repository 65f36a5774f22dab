"""First and last day of a value, and what follows from them: overlap, order, width.

The bounds are strict: ``?``, ``~`` and ``%`` don't move them. A set stands for the stretch from the first
day of its earliest member to the last day of its latest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.edtf.periods import period
from timeline.edtf.reading import parse
from timeline.edtf.values import SEASONS, Date, DateSet, DateTime, Edtf, Interval, Run, first_day, last_day

Precision = Literal["day", "month", "season", "year", "decade", "century", "millennium", "interval", "set"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last possible day, both included, 0 = 1970-01-01. None: open or unknown on that side."""

    first: int | None
    last: int | None


def value_of(value: Edtf | str) -> Edtf:
    """The value itself, or the one that a text means."""
    return parse(value) if isinstance(value, str) else value


def bounds(value: Edtf | str | Bounds) -> Bounds:
    """First and last day of a value. Seasons are northern; bounds given come back."""
    return value if isinstance(value, Bounds) else _bounds(value)


@lru_cache(maxsize=8192)  # as many as texts that parse keeps
def _bounds(value: Edtf | str) -> Bounds:
    value = value_of(value)
    match value:
        case Date():
            return Bounds(first_day(value), last_day(value))
        case DateTime():
            return Bounds(first_day(value.date), last_day(value.date))
        case Interval():
            return _stretch(value.start, value.end)
        case DateSet():
            sides = [
                Bounds(first_day(m), last_day(m)) if isinstance(m, Date) else _stretch(m.first, m.last)
                for m in value.members
            ]
            firsts = [side.first for side in sides if side.first is not None]
            lasts = [side.last for side in sides if side.last is not None]
            return Bounds(
                min(firsts) if len(firsts) == len(sides) else None, max(lasts) if len(lasts) == len(sides) else None
            )


def _stretch(start: object, end: object) -> Bounds:
    """The bounds between two sides of which one may be no date."""
    return Bounds(
        first_day(start) if isinstance(start, Date) else None, last_day(end) if isinstance(end, Date) else None
    )


def intersection(a: Edtf | str | Bounds, b: Edtf | str | Bounds) -> Bounds | None:
    """The days that fit both, or None if there are none."""
    a, b = bounds(a), bounds(b)
    firsts = [day for day in (a.first, b.first) if day is not None]
    lasts = [day for day in (a.last, b.last) if day is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    return None if first is not None and last is not None and first > last else Bounds(first, last)


def overlaps(a: Edtf | str | Bounds, b: Edtf | str | Bounds) -> bool:
    """Whether a day fits both."""
    return intersection(a, b) is not None


def contains(a: Edtf | str | Bounds, b: Edtf | str | Bounds) -> bool:
    """Whether every day that fits ``b`` fits ``a``."""
    return intersection(a, b) == bounds(b)


def width(value: Edtf | str | Bounds) -> int | None:
    """The number of days from the first to the last, both counted; None where a side is open or unknown."""
    limits = bounds(value)
    return None if limits.first is None or limits.last is None else limits.last - limits.first + 1


def sort_key(value: Edtf | str) -> tuple[int, int, int, str]:
    """A key that puts values in order of time: a total order, equal only for equal EDTF texts.

    By the first day. A value whose start is open or unknown stands where its first date begins, ahead of all
    that begin that day: "until 1961" just before 1961. Then come open ends, then the longer before the shorter,
    so that 1961 heads its months and days; then the order of the texts decides.
    """
    value = value_of(value)
    limits = bounds(value)
    if limits.first is None:
        return _first_named(value), 0, 0, str(value)
    if limits.last is None:
        return limits.first, 1, 0, str(value)
    return limits.first, 2, limits.first - limits.last, str(value)


def _first_named(value: Edtf) -> int:
    """The first day of the first date that a value with an open start names."""
    if isinstance(value, DateSet):
        dates = [member.last if isinstance(member, Run) else member for member in value.members]
    else:
        dates = [value.end] if isinstance(value, Interval) and isinstance(value.end, Date) else []
    return min(first_day(date) for date in dates if date)


def precision(value: Edtf | str) -> Precision:
    """How fine a value is: the smallest unit that it names.

    Intervals that are a century, a half of one, a decade or a millennium BC (``-0499/-0400``) count as what they
    are. Where a part is ``XX`` the unit around it counts: ``2004-XX`` is as fine as a year.
    """
    value = value_of(value)
    match value:
        case DateTime():
            return "day"
        case Interval():
            known = period(value)
            return known.unit if known else "interval"
        case DateSet():
            return "set"
        case Date(masked=0, day=day, month=month):
            if day:
                return "day"
            if month in SEASONS:
                return "season"
            return "month" if month else "year"
        case Date():
            return ("decade", "century", "millennium")[value.masked - 1]
