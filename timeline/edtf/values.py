"""The values: a date, a date with a time, an interval, a set. Frozen; ``str(value)`` is the canonical EDTF text.

A value can't hold what is no date: a constructor raises ``EdtfError`` for 30 February as ``parse`` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NoReturn, get_args

from timeline.edtf.days import day_number, month_length
from timeline.errors import EdtfError

Qualifier = Literal["", "?", "~", "%"]
"""Nothing, uncertain, approximate, or both, always of the whole date."""

_QUALIFIERS = frozenset(get_args(Qualifier))

UNSPECIFIED = 0
"""A month or day written ``XX``: there is one, and nobody says which. It is as false as None is."""

MONTHS = range(1, 13)
SEASONS = range(21, 25)
SPRING, SUMMER, AUTUMN, WINTER = SEASONS

LONGEST_YEAR = 12
"""Digits of a year. The age of the universe has eleven; longer ones only slow the arithmetic down."""

_SHOWN = 60  # code points of a refused text that its error repeats


def refuse(text: str, position: int, expected: str) -> NoReturn:
    """Raise the ``EdtfError`` for ``text``: one sentence that names the position and what was expected there."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    raise EdtfError(f"{shown!r} is no EDTF date: at position {position}, expected {expected}.", text, position)


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, or ``Y`` and more of them."""
    if -9999 <= year <= 9999:
        return f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"Y{year}"


def date_flaw(year: int, month: int | None, day: int | None, masked: int) -> tuple[int, str] | None:
    """What keeps these parts from being a date: the position in its text and what is expected there; else None."""
    if not -9999 <= year <= 9999:
        if abs(year) >= 10**LONGEST_YEAR:
            return 1, f"a year of at most {LONGEST_YEAR} digits"
        if month is not None or day is not None or masked:
            return len(year_text(year)), "the end: a year of more than four digits stands alone"
        return None
    at = 4 if year >= 0 else 5  # where the part after the year starts
    if masked:
        if not 1 <= masked <= 3:
            return at - 4, "at least one digit that is known"
        if (year if year >= 0 else year - 1) % 10**masked:
            return at - masked, "the first year of a decade, century or millennium"
        return None if month is None and day is None else (at, "the end: a year with an X stands alone")
    if month is None:
        return None if day is None else (at, "a month before the day")
    return _month_flaw(year, month, day, at)


def _month_flaw(year: int, month: int, day: int | None, at: int) -> tuple[int, str] | None:
    if month in MONTHS:
        if not day or 1 <= day <= month_length(year, month):
            return None
        return at + 4, f"a day from 01 to {month_length(year, month)}"
    if month == UNSPECIFIED:
        return (at + 4, "XX: without a month no day is known") if day else None
    if month in SEASONS:
        return None if day is None else (at + 3, "the end: a season has no days")
    return at + 1, "a month from 01 to 12, or a season from 21 to 24"


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, season, year, decade, century or millennium.

    ``year`` is astronomical: 0 is 1 BC, -43 is 44 BC. ``month`` is 1 to 12, or 21 to 24 for a season, or
    ``UNSPECIFIED``; ``day`` is 1 to 31 or ``UNSPECIFIED``. ``masked`` is how many digits of the year are
    ``X``, 0 to 3, and ``year`` then is the first year that fits: ``193X`` is ``Date(1930, masked=1)``,
    ``-04XX`` is ``Date(-499, masked=2)``.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = ""
    masked: int = 0

    def __post_init__(self) -> None:
        flaw = date_flaw(self.year, self.month, self.day, self.masked)
        if flaw:
            refuse(str(self), *flaw)
        if self.qualifier not in _QUALIFIERS:
            refuse(str(self), len(str(self)) - len(self.qualifier), "?, ~, % or the end")

    def __str__(self) -> str:
        if self.masked:
            size: int = 10**self.masked
            known = self.year // size if self.year >= 0 else -(self.year + size - 1) // size
            text = f"{'-' if self.year < 0 else ''}{known:0{4 - self.masked}d}{'X' * self.masked}"
        else:
            text = year_text(self.year)
        for part in (self.month, self.day):
            if part is not None:
                text += f"-{part:02d}" if part else "-XX"
        return text + self.qualifier


_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?")


@dataclass(frozen=True, slots=True)
class DateTime:
    """A day and a time of day. ``time`` is kept as written: ``10:00:00``, ``10:00:00Z``, ``10:00:00+05:30``."""

    date: Date
    time: str

    def __post_init__(self) -> None:
        if not self.date.day or self.date.qualifier:
            refuse(str(self), 0, "a full day without a qualifier before the time")
        if not _CLOCK.fullmatch(self.time):
            refuse(str(self), len(str(self.date)) + 1, "a time such as 10:00:00, 10:00:00Z or 10:00:00+05:30")

    def __str__(self) -> str:
        return f"{self.date}T{self.time}"


class End(Enum):
    """An end of an interval that is no date."""

    OPEN = ".."
    """It goes on, or nothing limits it."""

    UNKNOWN = ""
    """There is one, and nobody says when."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From a date to a date: ``1950/1953``, ``1945/..``, ``../1453``, ``1950/``. One end at least is a date."""

    start: Date | End
    end: Date | End

    def __post_init__(self) -> None:
        if isinstance(self.start, End) and isinstance(self.end, End):
            refuse(str(self), 0, "a date at one end at least")
        if backwards(self.start, self.end):
            refuse(str(self), len(str(self.start)) + 1, "an end that isn't before the start")

    def __str__(self) -> str:
        start, end = (side.value if isinstance(side, End) else str(side) for side in (self.start, self.end))
        return f"{start}/{end}"


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive dates inside a set: ``1670..1672``. None is an open side: ``..1760``, ``1760..``."""

    first: Date | None
    last: Date | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            refuse(str(self), 0, "a date on one side at least")
        if backwards(self.first, self.last):
            refuse(str(self), len(str(self.first)) + 2, "a date that isn't before the first")

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """Several dates. ``every`` tells all of them (``{1960,1961-12}``) from one of them (``[1914,1915]``).

    An open run stands first (``..1760``) or last (``1760..``).
    """

    members: tuple[Date | Run, ...]
    every: bool = False

    def __post_init__(self) -> None:
        at = 1
        for number, member in enumerate(self.members):
            if isinstance(member, Run):
                if member.first is None and number:
                    refuse(str(self), at, "a date: an open start stands first in a set")
                if member.last is None and number < len(self.members) - 1:
                    refuse(str(self), at + len(str(member)), "the end of the set: an open end stands last")
            at += len(str(member)) + 1
        if not self.members:
            refuse(str(self), 1, "a date")
        if len(self.members) == 1 and isinstance(self.members[0], Date):
            refuse(str(self), at - 1, "a comma and another date")

    def __str__(self) -> str:
        members = ",".join(map(str, self.members))
        return f"{{{members}}}" if self.every else f"[{members}]"


Edtf = Date | DateTime | Interval | DateSet
"""Any value that ``parse`` gives."""


def first_day(date: Date) -> int:
    """The number of the first day that fits the date."""
    month = date.month or 1
    return day_number(date.year, 3 * (month - 20) if month in SEASONS else month, date.day or 1)


def last_day(date: Date) -> int:
    """The number of the last day that fits the date."""
    year, month = date.year, date.month
    if not month:
        return day_number(year + 10**date.masked - 1, 12, 31)
    if date.day:
        return day_number(year, month, date.day)
    if month in SEASONS:  # three months; a winter ends in February of the next year
        year, month = (year + 1, 2) if month == WINTER else (year, 3 * (month - 20) + 2)
    return day_number(year, month, month_length(year, month))


def backwards(first: Date | End | None, last: Date | End | None) -> bool:
    """Whether even the first day of the one lies after the last day of the other."""
    return isinstance(first, Date) and isinstance(last, Date) and first_day(first) > last_day(last)
