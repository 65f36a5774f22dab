"""Intervals that are a period with a name: the 5th century BC, its first half, the 220s BC, a millennium.

EDTF writes ``193X`` for a decade of our era and ``18XX`` for the hundred years from 1800; what it can't write
so are the decades BC as people count them (229 to 220 BC) and the centuries that begin with a year 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.edtf.values import Date, End, Interval


@dataclass(frozen=True, slots=True)
class Period:
    """A named period. ``number``: 5 of the 5th century, 220 of the 220s. ``half``: 0 for the whole, else 1 or 2."""

    unit: Literal["decade", "century", "millennium"]
    number: int
    bc: bool
    half: int = 0


def period(interval: Interval) -> Period | None:
    """The period that an interval of whole, unqualified years is, or None."""
    first, last = _year(interval.start), _year(interval.end)
    if first is None or last is None:
        return None
    if last <= 0:  # counted backwards from 1 BC: 100 BC to 1 BC is the 1st century BC
        return _counted(1 - last, 1 - first, bc=True)
    return _counted(first, last, bc=False) if first > 0 else None


def _counted(low: int, high: int, *, bc: bool) -> Period | None:
    """The period from the year ``low`` to ``high``, in years as people count them, from 1."""
    length = high - low + 1
    if length == 10 and bc and low % 10 == 0 and low % 100:
        return Period("decade", low, bc)
    if length in (100, 1000) and low % length == 1:
        return Period("century" if length == 100 else "millennium", low // length + 1, bc)
    if length == 50:
        begin = low if low % 50 == 1 or bc else low + 1  # our era: 1801 to 1850 or, as often meant, 1800 to 1849
        if begin % 50 == 1:
            later = begin % 100 == 51
            return Period("century", begin // 100 + 1, bc, 2 if later != bc else 1)
    return None


def _year(end: Date | End) -> int | None:
    plain = isinstance(end, Date) and end.month is None and not end.masked and not end.qualifier
    return end.year if plain and isinstance(end, Date) else None


def astronomical(bc: int) -> int:
    """The astronomical year of a year BC: -43 for 44."""
    return 1 - bc


def decade(year: int) -> Date:
    """The decade that a year of our era lies in: ``193X`` for 1930 to 1939."""
    return Date(year // 10 * 10, masked=1)


def century(number: int) -> Date | Interval:
    """A century by its number, negative for BC: ``18XX`` for 19, ``-0499/-0400`` for -5.

    ``18XX`` is 1800 to 1899, one year off the 19th century as counted from 1801: EDTF has no shorter way.
    Raises ``ValueError`` for 0.
    """
    if number == 0:
        raise ValueError("There is no century 0: the 1st century BC (-1) meets the 1st of our era (1).")
    if number > 0:
        return Date(100 * (number - 1), masked=2)
    return Interval(Date(astronomical(-100 * number)), Date(astronomical(-100 * (number + 1) + 1)))
