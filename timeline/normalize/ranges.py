"""Readings of stretches, open ends and shades. Their parts are read first; what they can't read, nobody guesses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.edtf import (
    Date,
    DateSet,
    Edtf,
    End,
    Interval,
    Qualifier,
    astronomical,
    bounds,
    civil,
    parse,
    precision,
    say,
)
from timeline.model import Found
from timeline.normalize.absolute import year_number
from timeline.normalize.arithmetic import year_of
from timeline.normalize.context import Context, Reading
from timeline.normalize.timex import timex_value

CENTURY = 36_000  # days that only a century or more reaches
ROUGH = ("rough", "rough_last")  # the groups that say that the first or the last year is approximate
ReadPart = Callable[[Found, Context], Reading | None]


def _ends(value: Edtf) -> tuple[Date | End, Date | End]:
    if isinstance(value, Interval):
        return value.start, value.end
    if isinstance(value, DateSet):  # "until 3 and 5 May"
        dates = [member for member in value.members if isinstance(member, Date)]
        return dates[0], dates[-1]
    assert isinstance(value, Date)  # noqa: S101  no rule's part has a time of day
    return value, value


def _spanning(first: Edtf, last: Edtf) -> str | None:
    """From the start of the first to the end of the last; None where that runs backwards."""
    start, end = _ends(first)[0], _ends(last)[1]
    low, high = bounds(str(start)).first, bounds(str(end)).last
    if low is None or high is None or high < low:
        return None
    return str(Interval(start, end))


def range_of(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """From one date to another, both written in full."""
    first, last = (read(found.parts[name], context) for name in ("part_first", "part_last"))
    if first is None or last is None or first.edtf is None or last.edtf is None:
        return None
    values = [parse(first.edtf), parse(last.edtf)]
    if not all(isinstance(v, Date | Interval) for v in values):
        return None
    edtf = _spanning(*values)
    if edtf is None:
        return None
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",), grade=max(first.grade, last.grade))


def range_years(found: Found, context: Context) -> Reading | None:
    """Two years; the last may leave out figures that it shares with the first, the first its era."""
    bc = context.words.before_christ(found.groups["era"]) if "era" in found.groups else None
    ends = _two_years(found, context, bc=bc)
    if ends is None:
        return None
    start, end = (Date(y, qualifier="~" if name in found.groups else "") for y, name in zip(ends, ROUGH, strict=True))
    edtf = str(Interval(start, end)) if ends[0] < ends[1] else str(start)
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


def range_years_falling(found: Found, context: Context) -> Reading | None:
    """Two years that count down, in a text that counts in BC: they are years BC."""
    ends = _two_years(found, context, bc=True)
    if ends is None:
        return None
    edtf = f"{Date(ends[0])}/{Date(ends[1])}"
    return Reading(edtf, (f"“{found.text}” counts down, so these are years BC: {say(edtf)}.",))


def either_years(found: Found, context: Context) -> Reading | None:
    """One of two years whose era stands behind the second."""
    ends = _two_years(found, context, bc=context.words.before_christ(found.groups["era"]))
    if ends is None or ends[0] == ends[1]:
        return None
    edtf = str(DateSet((Date(ends[0]), Date(ends[1]))))
    return Reading(edtf, (f"“{found.text}” leaves open which: {say(edtf)}.",))


def _two_years(found: Found, context: Context, *, bc: bool | None) -> tuple[int, int] | None:
    """First and last astronomical year; None where they run backwards."""
    first, last = (found.groups[name].replace(",", "") for name in ("first", "last"))
    if bc is not None:
        context.era_bc = bc
    if bc:
        start, end = astronomical(int(first)), astronomical(int(last))
    else:
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        start, end = int(first), int(last)
        if end < start and len(found.groups["last"]) == 2:
            end += 100  # "1999–00" crosses the century
    return (start, end) if start <= end else None


def range_full(found: Found, context: Context) -> Reading | None:
    """Two full dates around a dash."""
    groups, words = found.groups, context.words
    ends = [
        Date(year_number(groups[year], context), words.month(groups[month]), words.day(groups[day]))
        for day, month, year in (("first_day", "first_month", "first_year"), ("last_day", "month", "year"))
    ]
    edtf = _spanning(*ends)
    return None if edtf is None else Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


def range_months(found: Found, context: Context) -> Reading | None:
    """Two months of one year; a first month later than the last is one of the year before."""
    first, last = (context.words.month(found.groups[name]) for name in ("first_month", "last_month"))
    year = year_number(found.groups["year"], context)
    edtf = f"{Date(year - (first > last), first)}/{Date(year, last)}"
    return Reading(edtf, (f"“{found.text}” gives the year once, for both months: {say(edtf)}.",))


def range_days(found: Found, context: Context, read_yearless: ReadPart) -> Reading | None:
    """Two days, of one month or of two; without a year, that of the article or of the date told last."""
    groups, words = found.groups, context.words
    first = next(words.day(text) for name, text in groups.items() if name.startswith("first_day"))
    last = words.day(groups["last_day"])
    month = words.month(groups["month"])
    first_month = next((words.month(text) for name, text in groups.items() if name.startswith("first_month")), month)
    if first_month == month and last <= first:
        return None
    if "year" in groups:
        year = year_number(groups["year"], context)
        edtf = f"{Date(year - (first_month > month), first_month, first)}/{Date(year, month, last)}"
        return Reading(edtf, (f"“{found.text}” names both days: {say(edtf)}.",))
    reading = read_yearless(found, context)
    year_known = year_of(reading.edtf) if reading and reading.edtf else None
    if reading is None or year_known is None:
        return reading
    edtf = f"{Date(year_known - (first_month > month), first_month, first)}/{Date(year_known, month, last)}"
    return Reading(edtf, (*reading.steps, f"It names both days: {say(edtf)}."), grade="B", anchor=reading.anchor)


def open_ended(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """Since, until, before, after: the limit is kept as told, the other side is open."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    side, mod = context.words.look_up("open", found.groups["open"])
    start, end = _ends(parse(reading.edtf))
    if side == "start" and reading.mod == "END":
        start = _last_year(end)  # since the end of a century: from about its last year on
    edtf = f"{start}/.." if side == "start" else f"../{end}"
    which = "beginning" if side == "start" else "end"
    return Reading(
        edtf,
        (*reading.steps, f"“{found.groups['open']}” tells only the {which}: {say(edtf, mod or None)}."),
        mod=mod or None,
        grade=reading.grade,
        anchor=reading.anchor,
    )


def _last_year(end: Date | End) -> Date | End:
    """About the last year of a period that is longer than one; else the period itself."""
    last = bounds(str(end)).last
    if isinstance(end, End) or last is None or (not end.masked and precision(end) != "year"):
        return end
    return Date(civil(last)[0], qualifier="~" if end.masked else end.qualifier)


def either(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """One of two dates, the text leaves open which."""
    readings = [read(found.parts[name], context) for name in ("part_first", "part_last")]
    values = sorted(
        (parse(r.edtf) for r in readings if r and r.edtf), key=lambda value: (bounds(value).first or 0, str(value))
    )
    dates = [value for value in values if isinstance(value, Date)]
    if len(dates) != 2 or dates[0] == dates[1]:
        return None
    edtf = str(DateSet((dates[0], dates[1])))
    return Reading(edtf, (f"“{found.text}” leaves open which: {say(edtf)}.",))


def about(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The same date, marked as approximate or as doubtful."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    value, doubtful = parse(reading.edtf), "perhaps" in found.groups
    told = value.members if isinstance(value, DateSet) else dict.fromkeys(_ends(value))
    sides = [
        replace(side, qualifier=_with(side.qualifier, doubtful=doubtful)) for side in told if isinstance(side, Date)
    ]
    edtf = str(DateSet(tuple(sides), value.every)) if isinstance(value, DateSet) else "/".join(map(str, sides))
    steps = (*reading.steps, f"The text isn't sure: {say(edtf)}.")
    return Reading(edtf, steps, mod=None if doubtful else "APPROX", grade=reading.grade, anchor=reading.anchor)


def _with(qualifier: Qualifier, *, doubtful: bool) -> Qualifier:
    """The qualifier with approximation or doubt added."""
    both: Qualifier = "%"
    added: Qualifier = "?" if doubtful else "~"
    return added if qualifier in {"", added} else both


def shade(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A part of a period: the period stays the value, the part goes into TIMEX3's mod and into the words."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    mod = context.words.look_up("shades", found.groups["shade"])
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


def half(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """Half a year, a month, a decade or a century: its own bounds."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    first_half = context.words.look_up("ordinals", found.groups["half"]) == 1
    value = parse(reading.edtf)
    start, end = _ends(value)
    edtf = timex = None
    if isinstance(start, Date) and isinstance(end, Date):
        kind = precision(value)
        if kind == "year":
            timex = f"{timex_value(str(start))}-H{1 if first_half else 2}"
            edtf = (
                f"{Date(start.year, 1)}/{Date(start.year, 6)}"
                if first_half
                else f"{Date(start.year, 7)}/{Date(start.year, 12)}"
            )
        elif kind in {"decade", "century", "millennium", "interval"}:
            high = end.year + 10**end.masked - 1 if end.masked else end.year
            low = max(start.year, 1) if high > 0 else start.year  # the 1st century begins with AD 1
            middle = low + (high - low) // 2
            edtf = f"{Date(low)}/{Date(middle)}" if first_half else f"{Date(middle + 1)}/{Date(high)}"
    if edtf is None:
        return reading
    steps = (*reading.steps, f"Half of it is {say(edtf)}.")
    return Reading(edtf, steps, value=timex, grade=reading.grade, anchor=reading.anchor)
