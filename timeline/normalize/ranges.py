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

ReadPart = Callable[[Found, Context], Reading | None]


def _ends(value: Edtf) -> tuple[Date | End, Date | End]:
    if isinstance(value, Interval):
        return value.start, value.end
    assert isinstance(value, Date)  # noqa: S101  rules let only dates and intervals stand as ends of a range
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
    """Two years, the last of which may leave out figures or the first its era."""
    first, last = found.groups["first"], found.groups["last"]
    bc = context.words.before_christ(found.groups["era"]) if "era" in found.groups else None
    if bc is None and found.rule == "range-years-short":
        bc = True
    if bc is not None:
        context.era_bc = bc
    if bc:
        if len(last) < len(first) and int(last) and found.text[len(first) : len(first) + 1] in "-–—" and len(last) > 1:
            last = first[: len(first) - len(last)] + last
        start, end = astronomical(int(first)), astronomical(int(last))
    else:
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        start, end = int(first), int(last)
    if end < start:
        return None
    if found.rule == "either-era":
        edtf = str(DateSet((Date(start), Date(end))))
        return Reading(edtf, (f"“{found.text}” leaves open which: {say(edtf)}.",))
    first_date = Date(start, qualifier="~" if "rough" in found.groups else "")
    edtf = str(Interval(first_date, Date(end))) if end > start else str(first_date)
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


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
    edtf = f"{start}/.." if side == "start" else f"../{end}"
    which = "beginning" if side == "start" else "end"
    return Reading(
        edtf,
        (*reading.steps, f"“{found.groups['open']}” tells only the {which}: {say(edtf, mod or None)}."),
        mod=mod or None,
        grade=reading.grade,
        anchor=reading.anchor,
    )


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
    start, end = _ends(parse(reading.edtf))
    sides = [side for side in dict.fromkeys((start, end)) if isinstance(side, Date)]
    doubtful = "perhaps" in found.groups
    values = [str(replace(side, qualifier=_with(side.qualifier, doubtful=doubtful))) for side in sides]
    edtf = "/".join(values)
    steps = (*reading.steps, f"The text isn't sure: {say(edtf)}.")
    return Reading(edtf, steps, mod=None if doubtful else "APPROX", grade=reading.grade, anchor=reading.anchor)


def _with(qualifier: Qualifier, *, doubtful: bool) -> Qualifier:
    """The qualifier with approximation or doubt added."""
    both: Qualifier = "%"
    added: Qualifier = "?" if doubtful else "~"
    return added if qualifier in {"", added} else both


def shade(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A part of a period: the period stays the value, the part goes into TIMEX3's mod and into the words.

    The middle of a century is the exception: about its middle year.
    """
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    mod = context.words.look_up("shades", found.groups["shade"])
    edtf = reading.edtf
    b = bounds(edtf)
    if (
        mod == "MID"
        and found.rule == "shade-of"
        and b.first is not None
        and b.last is not None
        and b.last - b.first > 36000
    ):
        middle = (civil(b.first)[0] + civil(b.last)[0] + 1) // 2
        edtf = f"{Date(middle)}~"
        return Reading(edtf, (*reading.steps, f"Its middle is {say(edtf)}."), mod="MID", grade=reading.grade)
    steps = (*reading.steps, f"Only a part of it is meant: {say(edtf, mod)}.")
    return Reading(edtf, steps, mod=mod, grade=reading.grade, anchor=reading.anchor)


def half(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """Half a year, a month, a decade or a century: its own bounds."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    first_half = context.words.look_up("ordinals", found.groups["half"]) == 1
    value = parse(reading.edtf)
    start, end = _ends(value)
    edtf = None
    if isinstance(start, Date) and isinstance(end, Date):
        kind = precision(value)
        if kind == "year":
            edtf = (
                f"{Date(start.year, 1)}/{Date(start.year, 6)}"
                if first_half
                else f"{Date(start.year, 7)}/{Date(start.year, 12)}"
            )
        elif kind in {"decade", "century", "interval"}:
            low = start.year
            high = end.year + 10**end.masked - 1 if end.masked else end.year
            middle = low + (high - low) // 2
            edtf = f"{Date(low)}/{Date(middle)}" if first_half else f"{Date(middle + 1)}/{Date(high)}"
    if edtf is None:
        return reading
    return Reading(edtf, (*reading.steps, f"Half of it is {say(edtf)}."), grade=reading.grade, anchor=reading.anchor)
