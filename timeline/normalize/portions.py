"""Readings of parts of a period: its beginning, its second half, its third week, its last days.

A part with a number of its own (half, quarter, week, decade) gets its own bounds. A part that is only hinted at
("early", "the last days of") leaves the period as the value and goes into TIMEX3's mod.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.edtf import Date, Edtf, Interval, bounds, civil, month_length, parse, precision, say, weekday
from timeline.edtf import decade as decade_of
from timeline.model import Found
from timeline.normalize.arithmetic import WEEK, day_text, stretch, told_year
from timeline.normalize.clock import with_part
from timeline.normalize.context import Context, Reading, undated
from timeline.normalize.lengths import length
from timeline.normalize.timex import timex_value

CENTURY = 36_000  # days that only a century or more reaches
MONTHS = 12
TENS = 10
SEASONS = range(21, 25)
PARTS = {2: "H", 3: "", 4: "Q"}  # TIMEX3's letters for parts of a year
LAST = -1
ReadPart = Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a period: its EDTF, and TIMEX3's value where it isn't simply that of it."""

    edtf: str
    value: str | None = None


def shade(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A part of a period: the period stays the value, the part goes into TIMEX3's mod and into the words."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    mod = context.words.look_up("shades", found.groups["shade"]) if "shade" in found.groups else None
    if mod is None:
        return reading
    steps = (*reading.steps, f"Only a part of it is meant: {say(reading.edtf, mod)}.")
    return Reading(reading.edtf, steps, mod=mod, grade=reading.grade, anchor=reading.anchor)


def shade_noun(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The same with a noun; "the middle of" a century is about its middle year."""
    reading = shade(found, context, read)
    if reading is None or reading.edtf is None or reading.mod != "MID":
        return reading
    b = bounds(reading.edtf)
    if b.first is None or b.last is None or b.last - b.first < CENTURY:
        return reading
    edtf = f"{Date((civil(b.first)[0] + civil(b.last)[0] + 1) // 2)}~"
    return replace(reading, edtf=edtf, steps=(*reading.steps[:-1], f"Its middle is {say(edtf)}."))


def turn(found: Found, context: Context) -> Reading:
    """The turn of a century that isn't named: the one nearest to the year told last, or to the article."""
    year = told_year(context.last.edtf) if context.last and context.last.edtf else None
    anchor = context.by_last()
    if year is None and context.published and context.published.last is not None:
        year, anchor = civil(context.published.last)[0], context.by_publication()
    if year is None or year < 1000:
        return undated("XXXX", "nothing in the text says which century's turn is meant")
    edtf = str(Date((year + 50) // 100 * 100, masked=2))
    steps = (f"“{found.text}” names no century.", f"Nearest to {year} is the beginning of {say(edtf)}.")
    return Reading(edtf, steps, mod="START", grade="B", anchor=anchor)


def nth_weekday(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The first, second … or last Sunday of a month."""
    month = {name: text for name, text in found.groups.items() if name in {"month", "year"}}
    return piece(replace(found, parts={"part": replace(found, reading="calendar", groups=month)}), context, read)


def piece_of_told(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A counted day, week or month of the one told last, or of that beside it: "the last day of the month"."""
    told = {"unit": found.groups["of"], "way": found.groups["way"]}
    if told["way"].lower() == "the":
        told["own"] = ""  # in news, of the article's own
    part = replace(found, reading="anaphoric", type="DATE", groups=told)
    return piece(replace(found, parts={"part": part}), context, read)


def piece(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A part of a period that has bounds of its own, or the period with a shade where it has none."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    words, groups = context.words, found.groups
    nth = 0
    if "nth" in groups:
        nth = LAST if words.look_up("shades", groups["nth"]) == "END" else words.ordinal(groups["nth"])
    value = parse(reading.edtf)
    count = words.count(groups["count"]) if "count" in groups else 1
    part = None
    if "half" in groups:
        part = _fraction(value, words.look_up("named_halves", groups["half"]), 2)
    elif "fraction" in groups:
        part = _fraction(value, nth, words.look_up("fractions", groups["fraction"]))
    elif "weekday" in groups:
        part = _weekday(value, nth, words.weekday(groups["weekday"]))
    elif count:
        part = _units(value, nth, count, "D" if found.type == "TIME" else words.unit(groups["unit"]))
    if part is None:
        return None
    steps = (*reading.steps, f"That part of it is {say(part.edtf)}.")
    told = length(count, words.unit(groups["unit"])) if count and "count" in groups else part.value
    whole = Reading(part.edtf, steps, value=told, grade=reading.grade, anchor=reading.anchor)
    return with_part(found, whole, words)


def _years(value: Edtf) -> tuple[int, int] | None:
    """The first and the last year of a decade, century, millennium or stretch of whole years."""
    if isinstance(value, Date):
        low, high = value, value
    elif isinstance(value, Interval) and isinstance(value.start, Date) and isinstance(value.end, Date):
        low, high = value.start, value.end
    else:
        return None
    if low.month or high.month:
        return None
    last = high.year + 10**high.masked - 1
    return max(low.year, 1) if last > 0 and low.masked else low.year, last  # the 1st century begins with AD 1


def _nth(first: int, last: int, nth: int, size: int, count: int = 1) -> tuple[int, int] | None:
    """The nth run of ``count`` times ``size`` between two numbers, the last one for -1; None where it has none."""
    length = size * count
    start = last - length + 1 if nth == LAST else first + (nth - 1) * size
    return (start, start + length - 1) if first <= start and start + length - 1 <= last else None


def _fraction(value: Edtf, nth: int, parts: int) -> _Piece | None:
    """A half, third or quarter."""
    number = parts if nth == LAST else nth
    if not 1 <= number <= parts:
        return None
    whole = timex_value(str(value))
    years = _years(value)
    if years is None:
        months = _fraction_of_months(value, number, parts)
        return _Piece(months, whole) if months else None
    first, last = years
    if first == last:
        size = MONTHS // parts
        edtf = f"{Date(first, (number - 1) * size + 1)}/{Date(first, number * size)}"
        return _Piece(edtf, f"{whole}-{PARTS[parts]}{number}") if PARTS[parts] else _Piece(edtf, whole)
    length = last - first + 1
    low, high = first - -length * (number - 1) // parts, first - -length * number // parts - 1
    return _Piece(str(Interval(Date(low), Date(high))), whole)


def _fraction_of_months(value: Edtf, number: int, parts: int) -> str | None:
    """A part of a month in days, of a season in months."""
    if not isinstance(value, Date) or value.day or not value.month:
        return None
    if value.month in SEASONS:
        first = bounds(value).first
        if parts != len(("first", "second", "third")) or first is None:
            return str(value)
        year, month, _ = civil(first)
        return str(Date(year + (month + number - 2) // MONTHS, (month + number - 2) % MONTHS + 1))
    length = month_length(value.year, value.month)
    low, high = 30 * (number - 1) // parts + 1, length if number == parts else 30 * number // parts
    return f"{Date(value.year, value.month, low)}/{Date(value.year, value.month, high)}"


def _units(value: Edtf, nth: int, count: int, unit: str) -> _Piece | None:
    """The nth day, week, month, year or decade of a period, or so many of them at one end."""
    if unit in {"D", "W", "WE"}:
        return _days(value, nth, count, unit)
    years = _years(value)
    if years is None:
        return None
    first, last = years
    if unit == "M":
        months = _nth(first * MONTHS, last * MONTHS + MONTHS - 1, nth, 1, count)
        ends = [str(Date(m // MONTHS, m % MONTHS + 1)) for m in months] if months else []
    else:
        if first == 1 and last + 1 in {100, 1000}:
            first = 0  # the decades of the 1st century, the first of which lacks a year
        found = _nth(first, last, nth, TENS if unit == "DE" else 1, count) if unit in {"DE", "Y"} else None
        ends = [str(Date(max(found[0], 1) if last > 0 else found[0])), str(Date(found[1]))] if found else []
        if found and unit == "DE" and count == 1 and found[0] > 0 and found[0] % TENS == 0:
            ends = [str(decade_of(found[0]))] * 2
    if not ends:
        return None
    return _Piece(ends[0] if ends[0] == ends[1] else "/".join(ends))


def _days(value: Edtf, nth: int, count: int, unit: str) -> _Piece | None:
    b = bounds(value)
    if b.first is None or b.last is None or precision(value) in {"decade", "century", "millennium"}:
        return None
    first = b.first
    if unit == "WE":
        first += (5 - weekday(first)) % WEEK
        if nth == LAST:
            sunday = b.last - (weekday(b.last) + 1) % WEEK
            return _Piece(stretch(sunday - 1, sunday))
    size = 1 if unit == "D" else WEEK
    found = _nth(first, b.last, nth, size, count)
    if found is None:
        return None
    if unit == "WE":
        return _Piece(stretch(found[0], found[0] + 1))
    if found[0] == found[1]:
        return _Piece(day_text(found[0]))
    week = _iso_week(found[0] + WEEK // 2) if unit == "W" and count == 1 else None
    return _Piece(stretch(*found), week or timex_value(str(value)))


def _weekday(value: Edtf, nth: int, day: int) -> _Piece | None:
    """The first Monday of June, the last Thursday of 1944."""
    b = bounds(value)
    if b.first is None or b.last is None:
        return None
    if nth == LAST:
        target = b.last - (weekday(b.last) - day) % WEEK
    else:
        target = b.first + (day - weekday(b.first)) % WEEK + (nth - 1) * WEEK
    return _Piece(day_text(target)) if b.first <= target <= b.last else None


def _iso_week(day: int) -> str:
    """TIMEX3's value of the week that holds the day: the week that has the year's first Thursday is its first."""
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    first = bounds(str(Date(year, 1, 1))).first or 0
    return f"{Date(year)}-W{(thursday - first) // WEEK + 1:02d}" if year > 0 else f"BC{1 - year:04d}"


def week_of_year(found: Found, context: Context) -> Reading | None:
    """A week or a day that is counted in its year: "2009-W23", "week 23 of 2009", "the 200th day of 1944"."""
    year, number = int(found.groups["year"]), context.words.ordinal(found.groups["number"])
    new_year = bounds(str(Date(year, 1, 1))).first or 0
    if "week" not in found.groups:
        target = new_year + number - 1
        edtf = day_text(target) if number and civil(target)[0] == year else None
        return Reading(edtf, (f"Day {number} of {year} is {say(edtf)}.",)) if edtf else None
    monday = new_year + 3 - weekday(new_year + 3) + (number - 1) * WEEK
    if not number or civil(monday + 3)[0] != year:
        return None
    if "weekday" in found.groups:
        edtf = day_text(monday + int(found.groups["weekday"]) - 1)
        return Reading(edtf, (f"That day of week {number} of {year} is {say(edtf)}.",))
    edtf = stretch(monday, monday + WEEK - 1)
    return Reading(edtf, (f"Week {number} of {year}, by ISO 8601, is {say(edtf)}.",), value=f"{year:04d}-W{number:02d}")
