"""Readings of stretches, open ends and shades. Their parts are read first; what they can't read, nobody guesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    sort_key,
)
from timeline.model import Found
from timeline.normalize.arithmetic import day_text, stretch, told_year, year_of
from timeline.normalize.context import Context, Reading
from timeline.normalize.story import Story, Told
from timeline.normalize.timex import timex_value
from timeline.normalize.years import APOSTROPHES, HUNDRED, has_year, near_named, year_number

TWO = 2  # the ends of a range
CENTURY_FIGURES = 2  # figures of a year without its century
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
    first, last = read_ends(found, context, read)
    if first is None or last is None or first.edtf is None or last.edtf is None:
        return None
    values = [parse(first.edtf), parse(last.edtf)]
    if not all(isinstance(v, Date | Interval) for v in values):
        return None
    edtf = _spanning(*values)
    if edtf is None:
        return None
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",), grade=max(first.grade, last.grade))


def read_ends(found: Found, context: Context, read: ReadPart) -> tuple[Reading | None, ...]:
    """The readings of two dates that belong together; one that is told without a year takes that of the other."""
    parts = sorted(found.parts.values(), key=lambda part: part.start)
    bare = [not has_year(part) for part in parts]
    if len(parts) != TWO or not any(bare):
        return tuple(read(part, context) for part in parts)
    dated = bare.index(False) if False in bare else 0
    known = read(parts[dated], context)
    value = parse(known.edtf) if known and known.edtf else None
    if not isinstance(value, Date):
        return tuple(read(part, context) for part in parts)
    if parts[1].reading == "day-alone" and value.day:
        return known, _day_behind(parts[1], value, context)
    other = in_year(value.year, parts[1 - dated], context, read)
    moved = parse(other.edtf) if other and other.edtf else None
    if not isinstance(moved, Date) or moved.month is None:  # "the turn of the century" stays where it is
        return (other, known) if dated else (known, other)
    if other and (sort_key(moved) < sort_key(value)) != bool(dated):
        other = replace(other, edtf=str(replace(moved, year=moved.year + (-1 if dated else 1))))
    return (other, known) if dated else (known, other)


def _day_behind(part: Found, first: Date, context: Context) -> Reading:
    """The day of the month of the first end, or of the next where that day is past: "from 3 May to Friday the 17th"."""
    day = context.words.day(part.groups["day"])
    months = first.year * 12 + (first.month or 1) - 1 + (day < (first.day or 1))
    edtf = str(Date(months // 12, months % 12 + 1, day))
    return Reading(edtf, (f"“{part.text}” has no month; behind {say(str(first))} it is {say(edtf)}.",), grade="B")


def in_year(year: int, part: Found, context: Context, read: ReadPart) -> Reading | None:
    """The reading of a date without a year in a story that stands in that year."""
    story = context.story
    context.story = Story({leaf.start: Told(year, None) for leaf in _leaves(part)}, frozenset())
    try:
        return read(part, context)
    finally:
        context.story = story


def _leaves(part: Found) -> Iterator[Found]:
    yield part
    for inner in part.parts.values():
        yield from _leaves(inner)


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
    if ends is None or (ends[0] > -HUNDRED and not near_named(ends[0], context)):
        return None
    edtf = f"{Date(ends[0])}/{Date(ends[1])}"
    return Reading(edtf, (f"“{found.text}” counts down, so these are years BC: {say(edtf)}.",))


def range_years_bare(found: Found, context: Context) -> Reading | None:
    """Two years that a sign of a reign or brackets show to be years: BC where they count down."""
    first, last = int(found.groups["first"]), int(found.groups["last"])
    ends = _two_years(found, context, bc=first > last)
    if ends is None:
        return None
    edtf = f"{Date(ends[0])}/{Date(ends[1])}"
    way = "down, so these are years BC" if first > last else "up, so these are years AD"
    return Reading(edtf, (f"“{found.text}” counts {way}: {say(edtf)}.",))


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
        whole = first[: -len(last)] + last
        if "slash" in found.groups or (len(last) < len(first) and int(first) - int(whole) == 1):
            last = whole  # "427/6 BC", "427–26 BC"
        start, end = astronomical(int(first)), astronomical(int(last))
    else:
        short = len(last.strip(APOSTROPHES)) == CENTURY_FIGURES
        if first[0] in APOSTROPHES:
            first = str(year_number(first, context))
        last = last.strip(APOSTROPHES)
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        start, end = int(first), int(last)
        if end < start and short:
            end += 100  # "1999–00" crosses the century
    return (start, end) if start <= end else None


def range_full(found: Found, context: Context) -> Reading | None:
    """Two dates around a dash, each with its year, and its month and day where they are told."""
    groups, words = found.groups, context.words
    ends = [
        Date(
            year_number(groups.get(year) or groups["last_year"], context),
            words.month(groups[month]) if month in groups else None,
            words.day(groups[day]) if day in groups else None,
        )
        for day, month, year in (("first_day", "first_month", "first_year"), ("last_day", "month", "year"))
    ]
    edtf = _spanning(*ends)
    return None if edtf is None else Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


def _shared_year(found: Found, context: Context, read_yearless: ReadPart) -> tuple[int, Reading | None] | None:
    """The year behind the last month or season, or the one that it is told in, with the reading that tells it."""
    if "year" in found.groups:
        return year_number(found.groups["year"], context), None
    reading = read_yearless(found, context)
    year = told_year(reading.edtf) if reading and reading.edtf else None
    return None if year is None else (year, reading)


def range_months(found: Found, context: Context, read_yearless: ReadPart) -> Reading | None:
    """Two months of one year; a first month later than the last is one of the year before."""
    first, last = (context.words.month(found.groups[name]) for name in ("first_month", "last_month"))
    known = _shared_year(found, context, read_yearless)
    if known is None or first == last:
        return None
    year, told = known
    edtf = f"{Date(year - (first > last), first)}/{Date(year, last)}"
    if told:
        return Reading(edtf, (*told.steps, f"It names both months: {say(edtf)}."), grade="B", anchor=told.anchor)
    return Reading(edtf, (f"“{found.text}” gives the year once, for both months: {say(edtf)}.",))


def months_listed(found: Found, context: Context) -> Reading | None:
    """Two months or seasons of one year: one or the other, or (with a dash or a slash) from one to the other."""
    groups, words = found.groups, context.words
    year = year_number(groups["year"], context)
    if "first_season" in groups:
        first, last = (words.season(groups[name]) for name in ("first_season", "last_season"))
    else:
        first, last = (words.month(groups[name]) for name in ("first_month", "last_month"))
    if first is None or last is None or first == last:
        return None
    ends = (Date(year - (first > last), first), Date(year, last))
    if "link" not in groups:
        edtf, why = str(Interval(*ends)), "names both ends"
    else:
        edtf, why = str(DateSet(ends)), "leaves open which"
    return Reading(edtf, (f"“{found.text}” {why}: {say(edtf)}.",))


def night(found: Found, context: Context, read_yearless: ReadPart) -> Reading | None:
    """The two days of a night; TIMEX3 writes the night of the first."""
    groups, words = found.groups, context.words
    month = words.month(groups["month"])
    day, after = words.day(groups["day_one"]), words.day(groups["day_two"])
    known = _shared_year(replace(found, groups={**groups, "last_day": groups["day_two"]}), context, read_yearless)
    if known is None:
        return None
    year, told = known
    # The month of the first day stands behind it (30 June/1 July), the American one before both (June 30–July 1).
    first_month = words.month(groups["month_one"]) if "month_one" in groups else month
    evening = bounds(str(Date(year - (first_month > month), first_month, day))).first or 0
    morning = evening + 1
    last_month = words.month(groups["month_two"]) if "month_two" in groups else month
    if day_text(morning) != str(Date(year + (last_month < first_month), last_month, after)):
        return None
    edtf = stretch(evening, morning)
    steps = (*(told.steps if told else ()), f"“{found.text}” spans two days: {say(edtf)}.")
    value = f"{timex_value(day_text(evening))}{words.tables['day_parts']['night']}"
    return Reading(edtf, steps, value=value, grade="B" if told else "A", anchor=told.anchor if told else None)


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
    readings = [read(part, context) for part in found.parts.values()]
    values = sorted(
        (parse(r.edtf) for r in readings if r and r.edtf), key=lambda value: (bounds(value).first or 0, str(value))
    )
    dates = [value for value in values if isinstance(value, Date)]
    if len(dates) != len(readings) or len(set(dates)) != len(dates):
        return None
    edtf = str(DateSet(tuple(dates)))
    return Reading(edtf, (f"“{found.text}” leaves open which: {say(edtf)}.",))


def about(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The same date, marked as approximate or as doubtful."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    value, doubtful = parse(reading.edtf), "perhaps" in found.groups
    rough = "rough" in found.groups or not doubtful
    told = value.members if isinstance(value, DateSet) else dict.fromkeys(_ends(value))
    sides = [side for side in told if isinstance(side, Date)]
    for mark in [False] * rough + [True] * doubtful:
        sides = [replace(side, qualifier=_with(side.qualifier, doubtful=mark)) for side in sides]
    edtf = str(DateSet(tuple(sides), value.every)) if isinstance(value, DateSet) else "/".join(map(str, sides))
    steps = (*reading.steps, f"The text isn't sure: {say(edtf)}.")
    mod = "APPROX" if rough else reading.mod
    return Reading(edtf, steps, mod=mod, grade=reading.grade, anchor=reading.anchor)


def begun(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """What began then and goes on."""
    reading = read(found.parts["part"], context)
    if reading is None or reading.edtf is None:
        return reading
    edtf = f"{_ends(parse(reading.edtf))[0]}/.."
    return replace(reading, edtf=edtf, steps=(*reading.steps, f"Nothing ends it: {say(edtf)}."))


def told(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The date itself: "not until 1944" tells of 1944."""
    reading = read(found.parts["part"], context)
    if reading is None:
        return None
    return replace(reading, steps=(*reading.steps, f"“{found.text}”: it happened then."))


def _with(qualifier: Qualifier, *, doubtful: bool) -> Qualifier:
    """The qualifier with approximation or doubt added."""
    both: Qualifier = "%"
    added: Qualifier = "?" if doubtful else "~"
    return added if qualifier in {"", added} else both
