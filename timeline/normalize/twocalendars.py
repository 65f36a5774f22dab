"""Readings of days that are told twice: by the Julian and the Gregorian calendar, or by two beginnings of the year.

"25 October (7 November) 1917" is one day; on the axis, which is Gregorian, it is the later of the two. Until 1752 the
year began in England on 25 March, so "24 March 1571/2" was still 1571 to those who wrote, and is 1572 to us.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.edtf import Date, bounds, julian_lag, parse, say
from timeline.model import Found
from timeline.normalize.arithmetic import day_text, told_year
from timeline.normalize.context import Context, Reading
from timeline.normalize.ranges import ReadPart, in_year
from timeline.normalize.years import has_year

NEW_YEAR = (3, 25)  # month and day of the English new year until 1751
LAST_OLD_YEAR = 1751


def two_calendars(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """One day by two calendars; None where the two days lie apart by another number of days."""
    parts = [found.parts["part_first"], found.parts["part_last"]]
    for readings in _readings(parts, found.parts.get("part_year"), context, read):
        days = [_day(reading) for reading in readings]
        if days[0] is None or days[1] is None:
            continue
        julian, day = sorted((days[0], days[1]))
        if day - julian == julian_lag(julian):
            edtf = day_text(day)
            step = f"“{found.text}” is one day by two calendars; the later is that of today: {say(edtf)}."
            grade = max(reading.grade for reading in readings if reading)
            anchor = next((reading.anchor for reading in readings if reading and reading.anchor), None)
            return Reading(edtf, (step,), grade=grade, anchor=anchor)
    return None


def _readings(
    parts: list[Found], behind: Found | None, context: Context, read: ReadPart
) -> Iterator[tuple[Reading | None, ...]]:
    """What two days may be: one that is told without its year is of the other's, or of one beside it at its turn."""
    told = behind or next((part for part in parts if has_year(part)), None)
    if told is None:
        yield tuple(read(part, context) for part in parts)
        return
    known = read(told, context)
    year = told_year(known.edtf) if known and known.edtf else None
    if year is None:
        return
    for other in (year, year - 1, year + 1):
        yield tuple(
            read(part, context)
            if has_year(part)
            else in_year(other if n == 0 or not behind else year, part, context, read)
            for n, part in enumerate(parts)
        )


def _day(reading: Reading | None) -> int | None:
    """The number of the single day that a reading gives."""
    if reading is None or reading.edtf is None:
        return None
    known = bounds(reading.edtf)
    return known.first if known.first == known.last else None


def two_new_years(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A day or month before 25 March with the two years that it could be counted to: the second is ours."""
    years = read(found.parts["part_years"], context)
    known = bounds(years.edtf) if years and years.edtf else None
    if years is None or years.edtf is None or known is None:
        return None
    first, _, last = years.edtf.partition("/")
    if not (first.isdigit() and last.isdigit()) or int(last) != int(first) + 1 or int(first) > LAST_OLD_YEAR:
        return None
    reading = in_year(int(last), found.parts["part"], context, read)
    value = parse(reading.edtf) if reading and reading.edtf else None
    if not isinstance(value, Date) or (value.month or 99, value.day or 1) >= NEW_YEAR:
        return None
    step = f"“{found.text}” lies before 25 March, when the year began: by today's count it is {say(str(value))}."
    return replace(years, edtf=str(value), steps=(step,), value=None)
