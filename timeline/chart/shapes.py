"""What an event looks like on the axis: marks, each with its stretch and its form.

A place on the axis is an astronomical year with a fraction: 1961.0 is the first instant of 1961, 0.0 that of
1 BC. A mark never claims more than its sentence: a year is a soft bar over the whole year, never a dot.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.edtf import (
    Bounds,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    bounds,
    civil,
    day_number,
    parse,
    precision,
)

Form = Literal["day", "soft", "lasted", "since", "before"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. ``start`` and ``end`` are places on the axis; None where open.

    ``day``: one day. ``soft``: some time in it. ``lasted``: it went on all that time. ``since`` and
    ``before``: firm at one end, open at the other. ``about``: the date is approximate. ``differs``: an
    article's date that can't be reconciled with the event's own.
    """

    start: float | None
    end: float | None
    form: Form
    about: bool = False
    differs: bool = False


def place(day: int, year: int | None = None) -> float:
    """Where the first instant of a day stands on the axis. ``day`` counts from 1970-01-01.

    ``year``: the one in which it lies, or which ends with the day before, where that is known.
    """
    if year is None:
        year = civil(day)[0]
    first, length = _year(year)
    return year + (day - first) / length


@lru_cache(maxsize=8192)
def _year(year: int) -> tuple[int, int]:
    """The first day of a year, and how many days it has."""
    first = day_number(year, 1, 1)
    return first, day_number(year + 1, 1, 1) - first


def marks(edtf: str, *, within: bool = False, differs: bool = False) -> tuple[Mark, ...]:
    """The marks of a date, in order of time; a one-of or all-of set has several.

    ``within``: the words mean some time inside an interval ("last week"), not all of it.
    Raises ``EdtfError`` where ``edtf`` is no date.
    """
    value = parse(edtf)
    if type(value) is Date and not value.qualifier and value.day:  # most of all
        first, length = _year(value.year)
        day = day_number(value.year, value.month or 1, value.day) - first
        return (Mark(value.year + day / length, value.year + (day + 1) / length, "day", differs=differs),)
    if isinstance(value, DateSet):
        return tuple(_mark(member, within=False, differs=differs) for member in value.members)
    return (_mark(value, within=within, differs=differs),)


def _mark(value: object, *, within: bool, differs: bool) -> Mark:
    limits = _limits(value)
    year = value.year if isinstance(value, Date) and not value.masked and (value.month or 0) <= 12 else None
    start = None if limits.first is None else place(limits.first, year)
    end = None if limits.last is None else place(limits.last + 1, year)
    return Mark(start, end, _form(value, start, end, within), _about(value), differs)


def _limits(value: object) -> Bounds:
    if isinstance(value, Date | DateTime | Interval | DateSet):
        return bounds(value)
    return bounds(DateSet((value,)))  # type: ignore[arg-type]  # a run is a member of sets only


def _form(value: object, start: float | None, end: float | None, within: bool) -> Form:
    if start is None or end is None:
        return "before" if start is None else "since"
    if isinstance(value, Interval):
        return "soft" if within or precision(value) != "interval" else "lasted"
    if isinstance(value, DateTime) or (isinstance(value, Date) and precision(value) == "day" and not _about(value)):
        return "day"
    return "soft"


def _about(value: object) -> bool:
    if isinstance(value, Interval):
        return any(_about(side) for side in (value.start, value.end) if not isinstance(side, End))
    return isinstance(value, Date) and value.qualifier in {"~", "%"}


def extent(edtf: Edtf | str) -> tuple[float | None, float | None]:
    """First and last possible instant of a date on the axis; None where open."""
    limits = bounds(edtf)
    return (
        None if limits.first is None else place(limits.first),
        None if limits.last is None else place(limits.last + 1),
    )
