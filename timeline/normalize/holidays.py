"""Readings of days and feasts that come every year: "Christmas 1914", "at Easter", "the Ides of March".

``holidays.toml`` holds their names and rules; ``timeline.normalize.calendars`` computes the days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.edtf import Bounds, Date, bounds, civil, month_length, say
from timeline.languages.periods import plain_name
from timeline.model import Anchor, Found
from timeline.normalize import calendars
from timeline.normalize.absolute import yearless
from timeline.normalize.arithmetic import WEEK, day_text, limit, told_year
from timeline.normalize.context import NO_YEAR, NONE_TOLD, Context, Reading, set_aside, undated
from timeline.normalize.feasts import by_name, days_in, lasting
from timeline.normalize.years import era_step, year_number

OWNER_REACH = 40  # code points
OWNER = re.compile(
    r"(?:^|[^.!?\s][”\"']?\s+)"  # not the first word of its sentence
    r"(?!(?:On|By|Since|Until|After|Before|The|At|For|In|And|But|Every)\b)[A-Z][\w.-]*(?:['’]s)?\s$"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
IDES_ON_15 = (3, 5, 7, 10)  # March, May, July, October


def holiday(found: Found, context: Context) -> Reading | None:
    """The day of a feast, or about that day: "over the Christmas holidays"."""
    reading = _day(found, context)
    if reading is None or "stretch" not in found.groups or not DAY.fullmatch(reading.edtf or ""):
        return reading
    return replace(reading, edtf=f"{reading.edtf}~", mod="APPROX")


def _day(found: Found, context: Context) -> Reading | None:
    """The day of a feast in the year beside it, else in that of the article or of the date told last.

    None where it is that of another country than the one whose rule is known.
    """
    row = _row(found, context)
    if "national" in row and OWNER.search(context.document.text[max(0, found.start - OWNER_REACH) : found.start]):
        return None
    if "year" not in found.groups:
        return _yearless(found, context)
    if "hijri" in found.groups:
        return _of_hijri(found, row)
    year = year_number(found.groups["year"], context)
    dates = days_in(row, year)
    if not dates:
        step = f"No rule tells the day of “{_name(found)}” in that year, so the year stands: {say(str(Date(year)))}."
        return Reading(str(Date(year)), (step,))
    edtf = dates[0] if len(dates) == 1 else f"[{','.join(d.replace('/', '..').replace('~', '') for d in dates)}]"
    return Reading(
        edtf, (f"“{found.text}” is {say(edtf)} ({_how(row)}).", *era_step(found.groups["year"], year, context.words))
    )


def _of_hijri(found: Found, row: Mapping[str, Any]) -> Reading | None:
    """A feast in a year of the Islamic calendar; None for a feast of another."""
    rule = row["rules"][0]
    year = int(re.sub(r"\D", "", found.groups["year"]))
    if rule["kind"] != "islamic" or not year:
        return None
    edtf = lasting(calendars.as_told(calendars.islamic_day(year, rule["month"], rule["day"])), rule)
    return Reading(edtf, (f"“{found.text}”, counted from the Hijra, is {say(edtf)} ({_how(row)}).",))


def _yearless(found: Found, context: Context) -> Reading:
    row, last = _row(found, context), context.last
    told = context.story.years.get(found.start)
    year = told.year if told else _year_told_last(context)
    if year is not None:
        dates = (_within(row, bounds(last.edtf)) if last and last.edtf else ()) or days_in(row, year)
        if dates:
            because = f"The date told last is “{last.text}”" if last else "The story begins there"
            steps = (f"“{found.text}” has no year.", f"{because}; there it is {say(dates[0])} ({_how(row)}).")
            return Reading(dates[0], steps, grade="B", anchor=context.by_last())
    if context.published:
        way = context.direction(found.start, found.end)
        near = _beside(row, context.published, 1 if way > 0 else -1, own=True)
        ahead = None if way else _beside(row, context.published, 1, own=True)
        future = way > 0 or (near is not None and ahead is not None and _is_nearer(ahead, near, context.published))
        near = ahead if future and ahead else near
        if near:
            told_way = "the next one after" if future else "the last one before"
            written = say(context.document.published.edtf or "")
            steps = (
                f"“{found.text}” has no year.",
                f"The article dates from {written}; {told_way} that is {say(near)}.",
            )
            return Reading(near, steps, grade="B", anchor=context.by_publication())
    return undated("XXXX", NO_YEAR)


def sunday_counted(found: Found, context: Context) -> Reading | None:
    """The so-many-eth Sunday of Advent or Lent, after Easter or Trinity, in the year beside it or that of the story."""
    feast = _day(found, context)
    if feast is None or feast.edtf is None:
        return feast
    told, words = bounds(feast.edtf), context.words
    if told.first is None or told.last is None:
        return None
    way = words.look_up("ways", found.groups["way"]) or 0  # 0: in the feast
    sunday = words.weekday(found.groups["weekday"])
    number = words.ordinal(found.groups["nth"])  # 0: the last
    if way < 0:
        before = told.first - 1
        target = before - (calendars.weekday_told(before) - sunday) % WEEK - max(number - 1, 0) * WEEK
    elif number:
        least = told.last + 1 if way else told.first
        target = least + (sunday - calendars.weekday_told(least)) % WEEK + (number - 1) * WEEK
    else:
        target = told.last - (calendars.weekday_told(told.last) - sunday) % WEEK
    edtf = day_text(target)
    return replace(feast, edtf=edtf, steps=(*feast.steps, f"“{found.text}” is {say(edtf)}."))


def _is_nearer(ahead: str, back: str, published: Bounds) -> bool:
    """Whether the feast to come lies nearer to the writing than the one that has been."""
    coming, been = bounds(ahead).first, bounds(back).last
    if coming is None or been is None or published.first is None or published.last is None:
        return False
    return coming - published.last < published.first - been


def _year_told_last(context: Context) -> int | None:
    """The year that a history is in by the date told last, for a feast that passes through the seasons."""
    last = context.last
    return told_year(last.edtf) if context.genre == "narrative" and last and last.edtf else None


def _within(row: Mapping[str, Any], told: Bounds) -> tuple[str, ...]:
    """The feasts that begin in a stretch of at most two years, which may be a winter; none where it is open."""
    if told.first is None or told.last is None:
        return ()
    years = range(civil(told.first)[0], min(civil(told.last)[0], civil(told.first)[0] + 1) + 1)
    dates = [(bounds(edtf).first, edtf) for year in years for edtf in days_in(row, year)]
    return tuple(edtf for first, edtf in dates if first is not None and told.first <= first <= told.last)


def holiday_beside(found: Found, context: Context) -> Reading | None:
    """ "last Christmas" counts from the article's own date, "the following Easter" from the date told last."""
    way = context.words.look_up("ways", found.groups["way"])
    told = bool(context.words.look_up("told_ways", found.groups["way"]))
    base, anchor = context.published, context.by_publication()
    if told:
        base = bounds(limit(context.last.edtf)) if context.last and context.last.edtf else None
        anchor = context.by_last()
    edtf = _beside(_row(found, context), base, way, own=False) if base else None
    if edtf is None or anchor is None:
        return undated("XXXX", NONE_TOLD if told else NO_YEAR)
    steps = (
        f"“{found.text}” counts from {say(anchor.edtf)}.",
        f"That gives {say(edtf)} ({_how(_row(found, context))}).",
    )
    return Reading(edtf, steps, grade="B", anchor=Anchor(anchor.kind, anchor.edtf, anchor.mention))


def _beside(row: Mapping[str, Any], base: Bounds, way: int, *, own: bool) -> str | None:
    """The feast last before (-1), first after (1) a stretch, or of its year (0); ``own``: one within it will do."""
    if base.first is None or base.last is None:
        return None
    years = range(civil(base.first)[0] - 2, civil(base.last)[0] + 3)
    dates = [(bounds(edtf), edtf) for year in years for edtf in days_in(row, year)]
    if way == 0:
        own_year = civil(base.last)[0]
        return next((edtf for b, edtf in dates if b.first is not None and civil(b.first)[0] == own_year), None)
    edge = base.last if own == (way < 0) else base.first
    if way < 0:
        past = [edtf for b, edtf in dates if b.first is not None and b.first < edge + own]
        return past[-1] if past else None
    edge = base.first - 1 if own else base.last
    return next((edtf for b, edtf in dates if b.last is not None and b.first is not None and b.first > edge), None)


def repeated(found: Found, context: Context) -> Reading:
    """A feast that comes again and again: its day where the calendar fixes it, else a year."""
    rule = _row(found, context)["rules"][-1]
    value = f"XXXX-{rule['month']:02d}-{rule['day']:02d}" if rule["kind"] == "fixed" else "P1Y"
    return set_aside(value, "something that comes again and again, not one date")


def roman_day(found: Found, context: Context) -> Reading:
    """The Kalends, Nones or Ides of a month, in the Roman (Julian) calendar."""
    month = context.words.month(found.groups["month"])
    which = next(v for k, v in context.words.tables["roman_days"].items() if k.lower() == found.groups["roman"].lower())
    ides = 15 if month in IDES_ON_15 else 13
    day = {"kalends": 1, "nones": ides - 8, "ides": ides}[which]
    if "year" not in found.groups:
        return yearless(found, context, month, day)
    year = year_number(found.groups["year"], context)
    day -= context.words.ordinal(found.groups["nth"]) - 1 if "nth" in found.groups else 0  # both ends are counted
    if day < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        day += month_length(year, month)
    edtf = str(Date(year, month, day))
    step = f"“{found.text}” is day {day} of its month in the Roman calendar: {say(edtf)}."
    return Reading(edtf, (step, *era_step(found.groups["year"], year, context.words)))


def _name(found: Found) -> str:
    return next(text for name, text in found.groups.items() if name.startswith("holiday"))


def _row(found: Found, context: Context) -> Mapping[str, Any]:
    return by_name(context.words.language)[plain_name(_name(found))]


def _how(row: Mapping[str, Any]) -> str:
    source: str = row["source"]
    return f"by the rule in {source}"
