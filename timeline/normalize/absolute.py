"""Readings of what the words date by themselves, but for a year or an era that is carried over."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from timeline.edtf import Bounds, Date, DateSet, astronomical, bounds, civil, day_number, julian_lag, say
from timeline.errors import EdtfError
from timeline.model import Alternative, Anchor, Found, Mention
from timeline.normalize.arithmetic import falls_on, limit, nearest_year, told_year, winter_value, year_of
from timeline.normalize.context import NO_YEAR, Context, Reading, undated, written
from timeline.normalize.fallback import read_foreign
from timeline.normalize.people import is_past
from timeline.normalize.standpoint import is_to_come
from timeline.normalize.story import Told
from timeline.normalize.words import SAID_AGAIN
from timeline.normalize.years import APOSTROPHES, era_step, month_number, near_named, short_year, year_number

MONTH = 31  # days
YEAR = re.compile(r"\d{4}")
SHORTENED = tuple(APOSTROPHES)  # how a year without its century begins
PUT_OFF = 120  # code points between the date of a plan and the one to which it was put off
FAR = 270  # days: what lies further from the writing is told with its year
OF_ACCOUNTS = "whole-year-report"  # the rule for a year of accounts, which is told long after it
NO_MONTH = "its month isn't told"


def calendar(found: Found, context: Context) -> Reading | None:
    """A date from year, month and day; without a year, that of the article or of the date told last."""
    groups, words = found.groups, context.words
    month = month_number(groups["month"], words) if "month" in groups else None
    day = words.day(groups["day"]) if "day" in groups else None
    short = "short_year" in groups or groups.get("year", "").startswith(SHORTENED)
    if short:
        year = short_year(int((groups.get("short_year") or groups["year"]).strip(APOSTROPHES)), context)
    elif "year" in groups:
        year = year_number(groups["year"], context)
    else:
        return yearless(found, context, month or 1, day)
    edtf = dated(year, month, day)
    if short:
        return Reading(edtf, (f"“{found.text}” names no century; the nearest is that of {say(edtf)}.",), grade="B")
    mod = words.look_up("shades", groups["shade"]) if "shade" in groups else None
    return Reading(edtf, (written(found, edtf), *era_step(groups["year"], year, words)), mod=mod)


def early_year(found: Found, context: Context) -> Reading | None:
    """A year of two figures in the era told last; None where the text has named no year near it."""
    year = year_number(found.groups["year"], context)
    return calendar(found, context) if near_named(year, context) else None


def measured(found: Found, context: Context) -> Reading:
    """A year that was measured, with its spread: about that year."""
    number = int(found.groups["figure"].replace(",", ""))
    bc = "era" in found.groups and context.words.before_christ(found.groups["era"])
    year = astronomical(number) if bc else number
    edtf = str(Date(year, qualifier="~"))
    return Reading(
        edtf, (f"“{found.text}” is a year give or take {found.groups['spread']}: {say(edtf)}.",), mod="APPROX"
    )


@lru_cache(maxsize=SAID_AGAIN)
def dated(year: int, month: int | None, day: int | None) -> str:
    """The date as EDTF. Raises ``EdtfError`` where no calendar has it."""
    return str(Date(year, month, day))


def day_alone(found: Found, context: Context) -> Reading:
    """A day of the month told last, or of the next month where that day is past: "on the 17th"."""
    day = context.words.day(found.groups["day"])
    last = context.last
    told_last = limit(last.edtf) if last and last.edtf else None
    b = bounds(told_last) if told_last else None
    anchor, name = context.by_last(), f"“{last.text}”" if last else ""
    value = f"XXXX-XX-{day:02d}"
    if b is None or b.first is None or b.last is None or b.last - b.first > MONTH:
        if context.genre == "narrative" and told_last:
            year_told = year_of(told_last)
            return undated(value if year_told is None else f"{Date(year_told)}{value[4:]}", NO_MONTH)
        b, anchor, name = context.published, context.by_publication(), "the article's own date"
    elif _is_to_come(found, context, b) or ("way" in found.groups and context.genre == "news" and context.published):
        b, anchor, name = context.published, context.by_publication(), "the article's own date"
    if b is None or b.first is None or b.last is None or b.last - b.first > MONTH:
        return undated(value, NO_MONTH)
    year, month, told = civil(b.last)
    if "way" in found.groups:
        step = context.words.look_up("ways", found.groups["way"])
    elif anchor == context.by_publication():
        ahead = context.future(found.start, found.end)
        step = int(day < told) if ahead else -int(day > told)
    else:
        step = 1 if b.first == b.last and day < told else 0
    year, month = (year * 12 + month - 1 + step) // 12, (month - 1 + step) % 12 + 1
    edtf = str(Date(year, month, day))
    steps = (f"“{found.text}” has no month.", f"Counted from {name}, it is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=anchor)


def _is_to_come(found: Found, context: Context, told: Bounds) -> bool:
    """Whether news speaks of a day to come, though the one told last lies in a month before the article's."""
    published = context.published
    if context.genre != "news" or published is None or published.first is None or published.first != published.last:
        return False
    past = told.last is not None and civil(told.last)[:2] < civil(published.first)[:2]
    return past and context.future(found.start, found.end)


def calendar_of_last_day(found: Found, context: Context) -> Reading:
    """The last day of two that share a month and have no year."""
    return yearless(
        found, context, context.words.month(found.groups["month"]), context.words.day(found.groups["last_day"])
    )


def calendar_of_last_month(found: Found, context: Context) -> Reading:
    """The last month of two that have no year."""
    return yearless(found, context, context.words.month(found.groups["last_month"]), None)


def yearless(found: Found, context: Context, month: int, day: int | None) -> Reading:
    """A month or day whose year the plan tells that was put off to it, else the story, else the article's own date."""
    return _put_off(found, context, month, day) or _by_story(found, context, month, day)


def _by_story(found: Found, context: Context, month: int, day: int | None) -> Reading:
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    told = context.story.years.get(found.start)
    if told is not None and found.start in context.story.unfounded:
        known = told_year(context.last.edtf) if context.last and context.last.edtf else None
        told = Told(known, None) if known is not None else told if context.published else None
    if told is not None and context.last is None and context.published and _has_died(found, context):
        told = None
    if told is not None:
        edtf = dated(told.year, month, day)
        return Reading(
            edtf,
            (f"“{found.text}” has no year.", f"{_story_stands(told.year, context)}, so this is {say(edtf)}."),
            grade="B",
            anchor=context.by_last(),
            alternatives=_rival(told, month, day),
        )
    owner = _year_of_thing(found, context) if told is None else None
    if owner and owner.edtf:
        edtf = str(Date(int(owner.edtf), month, day))
        steps = (f"“{found.text}” has no year.", f"It tells when that was which “{owner.text}” names: {say(edtf)}.")
        return Reading(edtf, steps, grade="B", anchor=Anchor("mention", owner.edtf, owner.id))
    if context.published:
        way = 2 if "ahead" in found.groups or is_to_come(found, context) else context.direction(found.start, found.end)
        future = way > 0
        if future and not day and _of_the(found, context):
            future = _nearer_ahead(month, context.published)
        nearest = nearest_year(month, day, context.published, future=future)
        other = nearest_year(month, day, context.published, future=not future)
        doubtful = not way or (way == 1 and day)
        if doubtful and nearest and other and _far(nearest, month, day, context.published):
            nearest, other, future = other, nearest, not future
        fits = [year is not None and _falls(found, context, year, month, day) for year in (nearest, other)]
        if fits == [False, True] or (not future and _is_closer(other, nearest, month, day, context, found)):
            nearest, future = other, not future
        if nearest is not None:
            edtf = str(Date(nearest, month, day))
            told_way = "the next one after" if future else "the last one before"
            steps = (
                f"“{found.text}” has no year.",
                f"The article dates from {say(context.document.published.edtf or '')}; {told_way} that is {say(edtf)}.",
            )
            return Reading(edtf, steps, grade="B", anchor=context.by_publication())
    return undated(value, NO_YEAR)


def _put_off(found: Found, context: Context, month: int, day: int | None) -> Reading | None:
    """The first such day or month behind that of a plan, told right before, which was put off; None where none was."""
    planned = context.read[-1] if context.read else None
    if planned is None or planned.edtf is None or found.start - planned.end > PUT_OFF:
        return None
    told = bounds(planned.edtf)
    if told.first is None or told.last is None or told.last - told.first > MONTH:
        return None
    year = nearest_year(month, day, told, future=True)
    between = context.document.text[planned.end : found.start]
    if year is None or not context.phrase("put_off_until").fullmatch(between):
        return None
    edtf = str(Date(year, month, day))
    steps = (f"“{found.text}” has no year.", f"It was put off from “{planned.text}”: {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=Anchor("mention", planned.edtf, planned.id))


def _of_the(found: Found, context: Context) -> bool:
    """Whether a month says which of things is meant, of which the verb tells more: "minutes of the May meeting"."""
    return context.phrase("of_the_month").search(context.document.text[: found.start][-12:]) is not None


def _nearer_ahead(month: int, published: Bounds) -> bool:
    """Whether the next such month is nearer to the writing than the last."""
    return published.last is not None and (month - civil(published.last)[1]) % 12 < 6


def _year_of_thing(found: Found, context: Context) -> Mention | None:
    """The year whose thing the date belongs to, "last year's record, set on 19 July"; None where none is named so."""
    told = context.read[-1] if context.read else None
    if told is None or told.edtf is None or told.rule == OF_ACCOUNTS or not YEAR.fullmatch(told.edtf):
        return None
    between = context.phrase("thing_of_year").fullmatch(context.document.text[told.end : found.start])
    if between is None or (between["verb"] and not is_past(between["verb"])):
        return None
    return told


def _far(year: int, month: int, day: int | None, published: Bounds) -> bool:
    """Whether it lies so far from the writing that nobody would leave its year out, as the other one is close."""
    try:
        told = bounds(str(Date(year, month, day)))
    except EdtfError:
        return False
    if told.first is None or told.last is None or published.first is None or published.last is None:
        return False
    return max(told.first - published.last, published.first - told.last) > FAR


def _falls(found: Found, context: Context, year: int, month: int, day: int | None) -> bool:
    """Whether the day falls on the weekday that is told with it in that year."""
    if day is None or "weekday" not in found.groups:
        return False
    return falls_on(year, month, day, context.words.weekday(found.groups["weekday"]))


def _has_died(found: Found, context: Context) -> bool:
    """Whether an obituary opens with it: whoever "died on 2 May" did so lately."""
    start = context.sentence(found.start).start
    return context.phrase("has_died").search(context.document.text[start : found.start]) is not None


def _is_closer(
    ahead: int | None, back: int | None, month: int, day: int | None, context: Context, found: Found
) -> bool:
    """Whether it is the date of a vote or a deadline, and the next such day lies closer than the last."""
    published = context.published
    planned = context.phrase("planned_of").search(context.document.text[max(0, found.start - 40) : found.start])
    if not planned or ahead is None or back is None or published is None:
        return False
    if published.first is None or published.last is None:
        return False
    coming, past = bounds(str(Date(ahead, month, day))).first, bounds(str(Date(back, month, day))).last
    return coming is not None and past is not None and coming - published.last < published.first - past


def _story_stands(year: int, context: Context) -> str:
    """How the story came to the year that it is in."""
    last = context.last
    before = told_year(last.edtf) if last and last.edtf else None
    if last is None or before is None:
        return f"The story begins in {say(str(Date(year)))}"
    if before == year:
        return f"The date told last is “{last.text}”"
    way = "has gone on" if before < year else "goes back"
    return f"From “{last.text}”, told last, the story {way} to {say(str(Date(year)))}"


def _rival(told: Told, month: int, day: int | None) -> tuple[Alternative, ...]:
    if told.rival is None:
        return ()
    try:
        edtf = str(Date(told.rival, month, day))
    except EdtfError:
        return ()  # "29 February" of the other year
    return (Alternative(edtf, "the year before or after would fit what is told around it about as well"),)


def days_listed(found: Found, context: Context) -> Reading | None:
    """Two days of one month: both, one or the other, or (with a slash) the night between them."""
    groups, words = found.groups, context.words
    first, last, month = words.day(groups["first_day"]), words.day(groups["last_day"]), words.month(groups["month"])
    middle = [words.day(groups["middle_day"])] if "middle_day" in groups else []
    if not all(low < high for low, high in pairwise([first, *middle, last])):
        return None
    carried = None if "year" in groups else calendar_of_last_day(found, context)
    if carried and carried.edtf is None:
        return carried
    year = (told_year(carried.edtf or "") or 0) if carried else year_number(groups["year"], context)
    days = tuple(Date(year, month, day) for day in (first, *middle, last))
    if "slash" in groups and last - first == julian_lag(day_number(year, month, first)):
        edtf, why = str(days[1]), "is one day by two calendars, of which the later is that of today"
    elif "slash" in groups:
        edtf, why = f"{days[0]}/{days[1]}", "spans two days"
    else:
        every = bool(words.tables["links"][groups["link"].lower()])
        edtf, why = str(DateSet(days, every=every)), f"names {len(days)} days" if every else "leaves open which"
    step = f"“{found.text}” {why}: {say(edtf)}."
    if carried:
        return Reading(edtf, (*carried.steps, step), grade="B", anchor=carried.anchor)
    return Reading(edtf, (step,))


def season(found: Found, context: Context) -> Reading:
    """A season of a year; a winter that is given two years bears the first."""
    text = found.groups["year"]
    number = context.words.season(found.groups["season"])
    year = year_number(re.split(r"[-–/]", text)[0] if re.search(r"\d[-–/]\d", text) else text, context)
    edtf = str(Date(year, number))
    mod = context.words.look_up("shades", found.groups["shade"]) if "shade" in found.groups else None
    return Reading(edtf, (written(found, edtf), *era_step(text, year, context.words)), mod=mod)


def seasons_listed(found: Found, context: Context) -> Reading | None:
    """The same season of two or three years: all of them; a winter that is given two years bears the first."""
    groups = found.groups
    number = context.words.season(groups["first_season"])
    years = [int(groups[name][:4]) for name in ("first_year", "middle_year", "last_year") if name in groups]
    if years != sorted(set(years)):
        return None
    edtf = str(DateSet(tuple(Date(year, number) for year in years), every=True))
    return Reading(edtf, (f"“{found.text}” names {len(years)} seasons: {say(edtf)}.",))


def season_plain(found: Found, context: Context) -> Reading:
    """A season without a year of its own, or its middle: "at midsummer"."""
    reading = _season_plain(found, context)
    return replace(reading, mod="MID") if "mid" in found.groups and reading.edtf else reading


def _season_plain(found: Found, context: Context) -> Reading:
    """The season of what it tells apart, of the story, or the nearest to the article."""
    if "year" in found.groups:
        return season(found, context)
    number = context.words.season(found.groups["season"])
    told = context.story.years.get(found.start)
    if told is not None:
        edtf = str(Date(told.year, number))
        steps = (f"“{found.text}” has no year.", f"{_story_stands(told.year, context)}, so this is {say(edtf)}.")
        return Reading(edtf, steps, value=winter_value(edtf), grade="B", anchor=context.by_last())
    if context.published is None or context.published.last is None:
        return undated("XXXX", NO_YEAR)
    own = civil(context.published.last)[0]
    edtf = str(Date(own, number))
    b, ahead = bounds(edtf), context.future(found.start, found.end)
    if (b.first or 0) > context.published.last and not ahead:
        edtf = str(Date(own - 1, number))
    elif ahead and (b.last or 0) < context.published.last:
        edtf = str(Date(own + 1, number))
    steps = (f"“{found.text}” has no year.", f"The nearest one to the article is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=context.by_publication())


def foreign(found: Found, context: Context) -> Reading | None:
    """A full date with a month's name in another language, read by dateparser."""
    read = read_foreign(found.text, context.document.language)
    if read is None:
        return None
    edtf, language = read
    return Reading(edtf, (f"“{found.text}” is a date in {language}: {say(edtf)}.",))
