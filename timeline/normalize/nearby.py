"""Readings of what news counts from its own day: March last year, Thursday of next week, over the weekend."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Date, bounds, civil, month_length, parse, say, weekday
from timeline.model import Found, Mention
from timeline.normalize.arithmetic import WEEK, day_text, shift, stretch, told_year, unit_around, unit_value
from timeline.normalize.calendars import weekday_told as as_weekday
from timeline.normalize.context import NOT_WRITTEN, Base, Context, Reading, set_aside, undated
from timeline.normalize.ranges import ReadPart
from timeline.normalize.relative import counted, unit_beside, week_day
from timeline.normalize.standpoint import standpoint
from timeline.normalize.timex import SEASONS

SATURDAY = 5
DECEMBER = 12
HALF_A_MONTH = 14  # days
MONTH = 31  # days
MONTHS = {"M": 1, "Q": 3, "Y": 12}
DECADE = 10  # years
LONGEST = 60  # of the units that reports count in: weeks, months, quarters, years


def of_unit(found: Found, context: Context) -> Reading:
    """March last year, the spring of next year."""
    groups, words = found.groups, context.words
    way = words.look_up("ways", groups["way"])
    base = standpoint(found, context)
    anchor = base.anchor if base else None
    year = told_year(anchor.edtf) if anchor else None
    number = words.season(groups["name"]) or words.month(groups["name"])
    day = groups.get("day") or groups.get("day_behind")
    if anchor is None or year is None:
        return undated(f"XXXX-{SEASONS.get(number) or f'{number:02d}'}", NOT_WRITTEN)
    edtf = str(Date(year + way, number, words.day(day) if day and number <= 12 else None))
    mod = words.look_up("shades", groups["shade"]) if "shade" in groups else None
    steps = (f"“{found.text}” counts from {say(anchor.edtf)}.", f"That makes {say(edtf)}.")
    return Reading(edtf, steps, mod=mod, grade="B", anchor=anchor)


def weekday_of_week(found: Found, context: Context) -> Reading:
    """Thursday of next week: counts from the article's own date."""
    words = context.words
    day = words.weekday(found.groups.get("weekday") or found.groups["weekday_behind"])
    way = words.look_up("ways", found.groups.get("way") or found.groups["way_first"])
    base, today = _own_day(context)
    if base is None:
        return undated(f"XXXX-WXX-{day + 1}", NOT_WRITTEN)
    edtf = day_text(today - weekday(today) + way * WEEK + day)
    return counted(base, found.text, edtf, "That day is")


def weekday_told(found: Found, context: Context) -> Reading:
    """The following Monday: the next day of that name after the day told last, else what the weekday alone would be."""
    words = context.words
    base = context.base(own=False)
    b = base.bounds if base is not None and context.last is not None else None
    if base is None or b is None or b.first is None or b.last is None or b.last - b.first > MONTH:
        return week_day(found, context)
    day = words.weekday(found.groups["weekday"])
    if words.look_up("ways", found.groups["way"]) > 0:
        edtf = day_text(b.last + 1 + (day - as_weekday(b.last + 1)) % WEEK)
    else:
        edtf = day_text(b.first - 1 - (as_weekday(b.first - 1) - day) % WEEK)
    return counted(base, found.text, edtf, "That day is")


def some_weekday(found: Found, context: Context) -> Reading:
    """A weekday that is one of many: "on a wet Tuesday"."""
    value = f"XXXX-WXX-{context.words.weekday(found.groups['weekday']) + 1}"
    return undated(value, "it is one of the days of that name, and nothing tells which")


def weekday_week(found: Found, context: Context) -> Reading:
    """Monday week: a week after the next Monday."""
    day = context.words.weekday(found.groups["weekday"])
    base, today = _own_day(context)
    if base is None:
        return undated(f"XXXX-WXX-{day + 1}", NOT_WRITTEN)
    edtf = day_text(today + ((day - weekday(today)) % WEEK or WEEK) + WEEK)
    return counted(base, found.text, edtf, "A week after the next day of that name is")


def week_of(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The week of 3 June, or the one that begins on that day; None where the words beside it name no day."""
    told = read(found.parts["part"], context)
    first = bounds(told.edtf).first if told and told.edtf else None
    if told is None or first is None or first != bounds(told.edtf or "").last:
        return None
    way = context.words.look_up("week_ways", found.groups["way"])
    start = first if way else first - weekday(first)
    edtf = stretch(start, start + WEEK - 1)
    return replace(
        told, edtf=edtf, value=None if way else unit_value(edtf, "W"),
        steps=(*told.steps, f"“{found.text}” is {say(edtf)}."),
    )  # fmt: skip


def weekend(found: Found, context: Context) -> Reading:
    """Over the weekend: the last one, or the next where the clause looks ahead."""
    base, today = _own_day(context)
    if base is None:
        return undated("XXXX-WXX-WE", NOT_WRITTEN)
    ahead = context.future(found.start, found.end)
    saturday = today - weekday(today) + SATURDAY
    if saturday > today and not ahead:
        saturday -= WEEK
    edtf = stretch(saturday, saturday + 1)
    reading = counted(base, found.text, edtf, f"The {'next' if ahead else 'last'} weekend is")
    return replace(reading, value=unit_value(edtf, "WE"))


def ahead(found: Found, context: Context) -> Reading:
    """In two years' time: so many units after the article's own date."""
    count, letter = context.words.count(found.groups["count"]), context.words.unit(found.groups["unit"])
    if count is None or letter.startswith("T"):
        return set_aside("FUTURE_REF", "too short a step to move on the calendar")
    base = context.written_base()
    edtf = shift(base.bounds, count, letter) if base else None
    if base is None or edtf is None:
        return undated("FUTURE_REF", NOT_WRITTEN)
    return counted(base, found.text, edtf, f"{count} {found.groups['unit']} after that is")


def _own_day(context: Context) -> tuple[Base | None, int]:
    """The article's own date as what is counted from, and its day; None where that isn't known to the day."""
    base = context.written_base()
    if base is None or base.bounds.first is None or base.bounds.first != base.bounds.last:
        return None, 0
    return base, base.bounds.first


def day_of_month(found: Found, context: Context) -> Reading:
    """The 21st of last month."""
    month = unit_beside(found, context)
    value = parse(month.edtf) if month.edtf else None
    if not isinstance(value, Date) or value.month is None:
        return month
    edtf = str(replace(value, day=context.words.day(found.groups["day"])))
    return replace(month, edtf=edtf, value=None, steps=(*month.steps, f"“{found.text}” is {say(edtf)}."))


def length_to(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The three months to June: a stretch told by its length and its end."""
    told = read(found.parts["part"], context)
    count = context.words.count(found.groups["count"]) if "count" in found.groups else 1
    many = found.groups["unit"].lower().endswith("s")
    if told is None or told.edtf is None or not count or many != ("count" in found.groups):
        return None
    value, last = parse(told.edtf), bounds(told.edtf).last
    letter = context.words.unit(found.groups["unit"])
    if not isinstance(value, Date) or last is None or count > LONGEST or (value.month is None) != (letter == "DE"):
        return None
    if letter == "DE":
        edtf = f"{Date(value.year - DECADE * count + 1)}/{value}"
    elif letter == "W":
        edtf = stretch(last - count * WEEK + 1, last)
    else:
        months = count * MONTHS[letter] // (2 if "half" in found.groups else 1)
        year, month, _ = civil(last + 1)  # the day after the end begins the next such stretch
        year, month = divmod(year * 12 + month - 1 - months, 12)
        day = min(civil(last + 1)[2], month_length(year, month + 1))
        first = Date(year, month + 1, day if value.day else None)
        edtf = f"{first}/{value}"
    step = f"The {found.groups['length']} up to that {'are' if count > 1 else 'is'} {say(edtf)}."
    return replace(told, edtf=edtf, steps=(*told.steps, step), value=None, mod=None)


def told_by_end(edtf: str, letter: str) -> str:
    """TIMEX3's value of one week, month, quarter or year that is told by its end: ``2009-Q2``, ``FY2009``."""
    last = bounds(edtf).last or 0
    year, month, _ = civil(last - HALF_A_MONTH)  # what ends on 2 January is last year's
    if letter == "Y":
        return f"{Date(year)}" if month == DECEMBER else f"FY{Date(year)}"
    if letter == "Q":
        return f"{Date(year)}-Q{(month + 2) // 3}"
    return str(Date(year, month)) if letter == "M" else unit_value(edtf, letter) or ""


def _last_year(context: Context) -> str | None:
    """The year before the article's own, where news counts from it."""
    published = context.published
    if context.genre != "news" or published is None or published.last is None:
        return None
    return str(Date(civil(published.last)[0] - 1))


def _told_quarter(told: Mention, found: Found, context: Context) -> tuple[str, str]:
    """The stretch told last and its TIMEX3 value; a quarter, where one is asked for and its last day was told."""
    edtf = told.edtf or ""
    name, b = found.groups.get("same") or found.groups.get("period", ""), bounds(edtf)
    if b.first is None or b.first != b.last or context.words.tables["units"].get(name.lower()) != "Q":
        return edtf, told.value
    quarter = unit_around(b.first - HALF_A_MONTH, "Q")
    return quarter, unit_value(quarter, "Q") or ""


def same_last_year(found: Found, context: Context) -> Reading:
    """The same month of the previous year: the stretch told last, a year before; else the year before the article."""
    told = context.last
    edtf, timex = _told_quarter(told, found, context) if told and told.edtf else ("", "")
    b = bounds(edtf) if edtf else None
    if told and b and b.first is not None and b.last is not None and b.last - b.first <= 366:
        value, before = parse(edtf), edtf
        number = timex.partition("-")[2]
        back = civil(b.first)[0] - int(found.groups["in_year"]) if "in_year" in found.groups else 1
        timex_before = None
        if edtf == _last_year(context) and "in_year" not in found.groups:
            pass  # what was told counts from the year before already
        elif isinstance(value, Date):
            before = str(replace(value, year=value.year - back, day=None))
        else:
            (year, month, _), (last, end, _) = civil(b.first), civil(b.last)
            before = f"{Date(year - back, month)}/{Date(last - back, end)}"
            timex_before = f"{Date(year - back)}-{number}" if number[:1] in {"Q", "H"} else None
        steps = (f"“{found.text}” counts from “{told.text}”.", f"That year is {say(before)}.")
        if before != edtf:
            steps = (steps[0], f"A year before is {say(before)}.")
        return Reading(before, steps, value=timex_before, grade="B", anchor=context.by_last())
    if "in_year" in found.groups:
        edtf = found.groups["in_year"]
        return Reading(edtf, (f"“{found.text}” names the year, and nothing says which part of it.",), grade="B")
    if context.published is None or context.published.last is None:
        return undated("XXXX", NOT_WRITTEN)
    edtf = str(Date(civil(context.published.last)[0] - 1))
    step = f"“{found.text}” counts from the article's own date; the year before is {say(edtf)}."
    return Reading(edtf, (step,), grade="B", anchor=context.by_publication())
