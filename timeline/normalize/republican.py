"""Readings of the calendar of the French Republic: its years began in September, its months had thirty days."""

from __future__ import annotations

from timeline.edtf import bounds, say
from timeline.model import Found
from timeline.normalize.arithmetic import day_text, stretch
from timeline.normalize.context import NO_YEAR, Context, Reading, undated

MONTH = 30  # days
YEARS = range(1, 15)


def republican(found: Found, context: Context) -> Reading | None:
    """A day or a month of the Republic's calendar, or the whole of one of its years; None where it had no such day."""
    words, groups = context.words, found.groups
    number = words.roman(groups["number"]) if groups["number"].isupper() else words.count(groups["number"])
    year = _year(number or 0, context)
    if year is None:
        return None
    began = _began(number or 0, year)
    if "day" not in groups:
        edtf = stretch(*_month(found, year, context)) if "republican" in groups else stretch(*year)
        return Reading(edtf, (began, f"It is {say(edtf)}."))
    day = _day(found, year, context)
    return Reading(day_text(day), (began, f"“{found.text}” is {say(day_text(day))}.")) if day <= year[1] else None


def republican_day(found: Found, context: Context) -> Reading:
    """A day of the Republic's calendar without its year: the next one after the date told last, else the nearest."""
    told = bounds(context.last.edtf).first if context.last and context.last.edtf else None
    if context.last is None or told is None:
        return undated("XXXX-XX-XX", NO_YEAR)
    years = {number: year for number in YEARS if (year := _year(number, context)) is not None}
    days = {number: _day(found, year, context) for number, year in years.items()}
    number = min(days, key=lambda n: (days[n] < told, abs(days[n] - told)))
    edtf = day_text(days[number])
    steps = (
        f"“{found.text}” has no year; told last is “{context.last.text}”.",
        _began(number, years[number]),
        f"The next such day is {say(edtf)}." if days[number] >= told else f"The last such day was {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=context.by_last())


def _year(number: int, context: Context) -> tuple[int, int] | None:
    """The first and the last day of a year of the Republic; None where it had no such year."""
    first, after = (context.words.look_up("republican_years", str(n)) for n in (number, number + 1))
    start, until = (bounds(day).first if day else None for day in (first, after))
    return None if start is None or until is None else (start, until - 1)


def _month(found: Found, year: tuple[int, int], context: Context) -> tuple[int, int]:
    """The first and the last day of the month that is named."""
    month: int = context.words.look_up("republican_months", found.groups["republican"])
    first = year[0] + MONTH * (month - 1)
    return first, first + MONTH - 1


def _day(found: Found, year: tuple[int, int], context: Context) -> int:
    return _month(found, year, context)[0] + int(found.groups["day"]) - 1


def _began(number: int, year: tuple[int, int]) -> str:
    return f"Year {number} of the Republic began on {say(day_text(year[0]))}."
