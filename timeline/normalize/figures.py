"""Dates in figures, "7/4/1976": which of the two comes first, the day or the month, is a habit of the text.

A date that can be read one way only tells the habit, and so does one that is written out elsewhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.edtf import Date, day_number, say, weekday
from timeline.errors import EdtfError
from timeline.model import Alternative, Found, Grade
from timeline.normalize.context import Context, Order, Reading
from timeline.normalize.words import Words
from timeline.normalize.years import short_year

READING = "numeric"
MONTHS = 12
DATE_PARTS = 3  # of a full date
BEFORE = 20  # code points before a date in which its weekday stands
WEEKDAY = re.compile(r"([^\W\d_]+),? \(?$")


def order_of(found: Sequence[Found], words: Words, published: str | None) -> Order | None:
    """The order in which a text writes its dates in figures; None where nothing tells it or two dates disagree."""
    every = tuple(with_parts(found))
    ambiguous: dict[tuple[str, ...], Found] = {}
    orders: dict[bool, str] = {}
    for one in every:
        if one.reading != READING:
            continue
        first, second = int(one.groups["first"]), int(one.groups["second"])
        if (first > MONTHS) != (second > MONTHS):
            orders.setdefault(first > MONTHS, f"“{one.text}” elsewhere in the text can only be read so")
        elif first != second:
            ambiguous.setdefault((one.groups["year"], f"{first:02d}", f"{second:02d}"), one)
    if not orders and ambiguous:
        orders = _written_out(every, ambiguous, words, published)
    if len(orders) != 1:
        return None
    ((day_first, reason),) = orders.items()
    return Order(day_first, reason)


def _written_out(
    every: Sequence[Found], ambiguous: dict[tuple[str, ...], Found], words: Words, published: str | None
) -> dict[bool, str]:
    """The orders that make a date in figures one that the text, or the publication date, gives in full."""
    orders: dict[bool, str] = {}
    days: list[tuple[str, str, str, str]] = []
    own = (published or "").split("-")
    if len(own) == DATE_PARTS:
        days.append((own[0], own[1], own[2], "the article's own date"))
    for one in every:
        if one.reading == "calendar" and {"year", "month", "day"} <= one.groups.keys() and one.groups["year"].isdigit():
            month, day = one.groups["month"], words.day(one.groups["day"])
            number = int(month) if month.isdigit() else words.month(month)
            days.append((one.groups["year"], f"{number:02d}", f"{day:02d}", f"“{one.text}”"))
    for year, in_month, on_day, name in days:
        if in_month != on_day and (year, on_day, in_month) in ambiguous:
            orders.setdefault(True, f"“{ambiguous[year, on_day, in_month].text}” is then {name}")
        if in_month != on_day and (year, in_month, on_day) in ambiguous:
            orders.setdefault(False, f"“{ambiguous[year, in_month, on_day].text}” is then {name}")
    return orders


def with_parts(found: Iterable[Found]) -> Iterator[Found]:
    """What was found, each followed by its parts."""
    for one in found:
        yield one
        if one.parts:
            yield from with_parts(one.parts.values())


def _by_weekday(found: Found, dates: Sequence[str], context: Context) -> tuple[str, str] | None:
    """The weekday that stands before a date in figures, and the only one of its readings that falls on it."""
    start = max(0, found.start - BEFORE)
    beside = WEEKDAY.search(context.document.text[start : found.start])
    if beside is None or beside[1].lower() not in context.words.tables["weekdays"]:
        return None
    told = context.words.weekday(beside[1])
    falling = [edtf for edtf in dates if weekday(day_number(*map(int, edtf.split("-")))) == told]
    return (beside[1], falling[0]) if len(falling) == 1 else None


def numeric(found: Found, context: Context) -> Reading | None:
    """Day and month in figures: one reading where only one is a date or the text shows its order, else both."""
    first, second = int(found.groups["first"]), int(found.groups["second"])
    if not first or not second:
        return None
    year = int(found.groups["year"])
    guessed: tuple[str, ...] = ()
    if len(found.groups["year"]) == 2:
        year = short_year(year, context)
        guessed = (f"“{found.groups['year']}” is taken as {year}, the last such year before the article.",)
    dates = {}
    for day_first, month, day in ((True, second, first), (False, first, second)):
        try:
            dates[day_first] = str(Date(year, month, day))
        except EdtfError:
            continue
    if not dates:
        return None
    grade: Grade = "B" if guessed else "A"
    if len(set(dates.values())) == 1:
        edtf = next(iter(dates.values()))
        return Reading(edtf, (*guessed, f"“{found.text}” can only be {say(edtf)}."), grade=grade)
    if told := _by_weekday(found, tuple(dates.values()), context):
        name, edtf = told
        step = f"“{name}” stands before “{found.text}”, and only {say(edtf)} was one."
        return Reading(edtf, (*guessed, step), grade=grade)
    if context.order:
        edtf = dates[context.order.day_first]
        which = "the day" if context.order.day_first else "the month"
        steps = (*guessed, f"“{found.text}” has {which} first, for {context.order.reason}: {say(edtf)}.")
        other = Alternative(dates[not context.order.day_first], "the day and the month would stand the other way round")
        return Reading(edtf, steps, grade="B", alternatives=(other,))
    low, high = sorted(dates.values())
    doubts = (
        *guessed,
        f"“{found.text}” may put the day or the month first, and nothing in the text tells which.",
        f"Both are kept: {say(low)} or {say(high)}.",
    )
    return Reading(f"[{low},{high}]", doubts, grade=grade)
