"""Readings of dates that count from another: the article's own, the one told last, or one that follows."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Bounds, Date, Interval, bounds, civil, contains, month_length, parse, say, weekday
from timeline.errors import EdtfError
from timeline.model import Anchor, Found, Mention
from timeline.normalize import hours
from timeline.normalize.again import said_in_years
from timeline.normalize.arithmetic import (
    WEEK,
    YEARS,
    day_text,
    limit,
    same_day_in,
    same_day_on,
    season_beside,
    shift,
    stepped_value,
    stretch,
    unit_around,
    unit_value,
)
from timeline.normalize.clock import with_part
from timeline.normalize.context import NONE_TOLD, NOT_WRITTEN, Base, Context, Reading, set_aside, undated
from timeline.normalize.deep import DEEP, ages_ago
from timeline.normalize.direction import CLAUSE
from timeline.normalize.halves import halved
from timeline.normalize.people import is_past
from timeline.normalize.ranges import ReadPart
from timeline.normalize.standpoint import of_writing, speaks_now, standpoint
from timeline.normalize.steps import STRETCH
from timeline.normalize.timex import unknown_value

IN_SMALLER = {("Y", "M"): 12, ("W", "D"): WEEK, ("TH", "TM"): 60}
NEAR = 16  # code points: nothing longer leads into "today's"
NO_WEEK = "a weekday alone doesn't tell which week of the story it was"
NO_DAY = "it counts from a day, and the story has told none"


def _rough(published: Bounds) -> str:
    """The month or year of an article whose day isn't known, as about that time."""
    assert published.first is not None  # noqa: S101  only closed bounds reach this, see context.usable
    assert published.last is not None  # noqa: S101
    year, month, _ = civil(published.first)
    return f"{Date(year, month)}~" if published.last - published.first < 31 else f"{Date(year)}~"


def counted(base: Base, text: str, edtf: str, why: str) -> Reading:
    """The reading of words that count from the article's own date, or in a history from the date told last."""
    steps = (
        f"“{text}” counts from {base.told}{',' if of_writing(base) else ':'} {say(base.edtf)}.",
        f"{why}: {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=base.anchor)


def _vaguely(base: Base, text: str) -> Reading:
    return counted(base, text, _rough(base.bounds), "Its day isn't known, so no closer than")


def week_day(found: Found, context: Context) -> Reading:
    """The day of that name nearest to the article, before it, or after it where the sentence looks ahead."""
    day = context.words.weekday(found.groups["weekday"])
    value = f"XXXX-WXX-{day + 1}"
    if same := _said_before(found, day, context):
        return same
    base = _told_day(found, context) or standpoint(found, context)
    if base is None:
        if context.genre == "narrative" and context.last:
            return undated(value, NO_WEEK)
        return undated(value, NOT_WRITTEN)
    published = base.bounds
    if published.first is None or published.first != published.last:
        return _vaguely(base, found.text) if of_writing(base) else undated(value, NO_WEEK)
    way = context.words.look_up("ways", found.groups.get("way", "")) if "way" in found.groups else None
    today = published.first
    ahead_of_it = context.future(found.start, found.end) or _announced(found, context) or _was_to_be(found, context)
    if way is None and not of_writing(base):
        target, why = today + (day - weekday(today)) % WEEK, "The story goes on, so it is"
    elif way == 1 or (way is None and ahead_of_it):
        ahead = (day - weekday(today)) % WEEK
        target = today + (ahead or (WEEK if way else 0))
        why = "The next day of that name is"
    elif way == 0 and (ahead_of_it or context.direction(found.start, found.end) == 0):
        target, why = today + (day - weekday(today)) % WEEK, "The one of this week is"
    else:
        back = (weekday(today) - day) % WEEK
        target = today - (back or (WEEK if way == -1 else 0))
        why = "The last day of that name is"
    reading = counted(base, found.text, day_text(target), why)
    return shaded(found, with_part(found, reading, context.words), context)


def _said_before(found: Found, day: int, context: Context) -> Reading | None:
    """The day beside it in other words: "on 3 July 1831, a Sunday"; None where none stands there."""
    told = context.read[-1] if context.read else None
    edtf = told.edtf if told else None
    if (
        told is None
        or edtf is None
        or not context.phrase("a_weekday").fullmatch(context.document.text[told.end : found.start])
    ):
        return None
    b = bounds(edtf)
    if b.first is None or b.first != b.last or weekday(b.first) != day:
        return None
    step = f"“{found.text}” says which day of the week “{told.text}” was: {say(edtf)}."
    return Reading(edtf, (step,), grade="B", anchor=Anchor("mention", edtf, told.id))


def _announced(found: Found, context: Context) -> bool:
    """Whether a notice says what is to come: "Dance at the hall, Saturday: tickets from the porter"."""
    return context.phrase("notice_behind").match(context.document.text, found.end) is not None


def _was_to_be(found: Found, context: Context) -> bool:
    """Whether the clause says what was still to happen: "it was to end on Wednesday"."""
    before = context.document.text[context.sentence(found.start).start : found.start]
    return context.phrase("was_to_be").search(before[-CLAUSE:]) is not None


def _told_day(found: Found, context: Context) -> Base | None:
    """The day told last before "on the Monday", which is one of the story and not of the article."""
    text = context.document.text
    if "way" in found.groups or not context.phrase("on_the_weekday").search(text[max(0, found.start - 12) : found.end]):
        return None
    last = context.last if context.genre == "narrative" else None
    for mention in reversed(context.read):
        if mention.edtf and mention.outcome == "open" and bounds(mention.edtf).first == bounds(mention.edtf).last:
            gone_on = last is not None and last.start > mention.start and not contains(last.edtf or "", mention.edtf)
            return None if gone_on else context.told_base(mention, mention.edtf)
    return None


def shaded(found: Found, reading: Reading, context: Context) -> Reading:
    """The reading with the early or late side of it that the words name, as TIMEX3's mod."""
    shade = found.groups.get("shade") or found.groups.get("edge")
    return replace(reading, mod=context.words.look_up("shades", shade)) if shade and reading.edtf else reading


def deictic(found: Found, context: Context) -> Reading:
    """Yesterday, today, tomorrow."""
    days = context.words.look_up("deictic", found.groups["deictic"])
    base = standpoint(found, context)
    nowadays = context.genre == "narrative" and found.type == "DATE" and speaks_now(found, context)
    nowadays = (nowadays and not _done_that_day(found, context)) or _names_nowadays(found, context)
    if days == 0 and (nowadays or (base is None and found.type == "DATE")):
        return set_aside("PRESENT_REF", "speaks of the day of writing without dating anything by it")
    if base is None:
        part = (
            context.words.look_up("day_parts", found.groups["deictic"].split(" ")[-1]) if found.type == "TIME" else ""
        )
        return undated(f"XXXX-XX-XX{part or ''}", NOT_WRITTEN)
    published = base.bounds
    if published.first is None or published.first != published.last:
        return _vaguely(base, found.text) if of_writing(base) else undated("XXXX-XX-XX", NO_DAY)
    reading = counted(base, found.text, day_text(published.first + days), "That day is")
    return shaded(found, with_part(found, reading, context.words), context)


def _names_nowadays(found: Found, context: Context) -> bool:
    """Whether it says of something how it is nowadays: "in today's Norway", "today's children"."""
    text = context.document.text
    if context.phrase("todays_kind").match(text, found.end):
        return True
    before = context.phrase("before_todays_place").search(text[max(0, found.start - NEAR) : found.start])
    return before is not None and context.phrase("todays_place").match(text, found.end) is not None


def _done_that_day(found: Found, context: Context) -> bool:
    """Whether it says when somebody did something: "the flag that they planted today"."""
    text = context.document.text
    verb = context.phrase("that_they_did").search(text[max(0, found.start - CLAUSE) : found.start])
    return verb is not None and is_past(verb["verb"].lower())


def unit_beside(found: Found, context: Context) -> Reading:
    """Last week, this month, next year; last spring, last March."""
    way = context.words.look_up("ways", found.groups.get("way") or found.groups["way_day"])
    base = standpoint(found, context)
    name = found.groups.get("unit") or found.groups["day"]
    published = base.bounds if base else None
    if base is None or published is None or published.first is None or published.last is None:
        return undated("XXXX", NOT_WRITTEN)
    number = context.words.season(name)
    if number:
        return shaded(found, _season(found, base, way, number), context)
    if name.lower() in context.words.tables["months"]:
        return shaded(found, _month(found, base, way, context.words.month(name)), context)
    letter = context.words.unit(name)
    exact = published.first == published.last
    if letter in {"D", "W", "WE"} and not exact:
        return _vaguely(base, found.text)
    if letter in {"M", "Q"} and civil(published.first)[:2] != civil(published.last)[:2]:
        return _vaguely(base, found.text)
    if letter == "WE":
        saturday = published.first - weekday(published.first) + 5 + way * WEEK
        edtf = stretch(saturday, saturday + 1)
    elif letter in {"D", "W"}:
        edtf = unit_around(published.first + way * (WEEK if letter == "W" else 1), letter)
    elif letter in {"M", "Q"}:
        edtf = shift(published, way, letter) or ""
        if letter == "Q":
            edtf = unit_around(bounds(edtf).first or 0, "Q")
    else:
        size = YEARS[letter]
        year, month, day = civil(published.first)
        moved = parse(str(Date(year + way * size, month, min(day, month_length(year + way * size, month)))))
        edtf = unit_around(bounds(moved).first or 0, letter)
    reading = counted(base, found.text, edtf, f"The {name.lower()} meant is")
    return shaded(found, replace(reading, value=unit_value(edtf, letter)), context)


def _season(found: Found, base: Base, way: int, number: int) -> Reading:
    published = base.bounds
    assert published.first is not None  # noqa: S101  asked by the caller
    edtf = season_beside(published.first, way, number) if way else str(Date(civil(published.first)[0], number))
    return counted(base, found.text, edtf, "The season meant is")


def _month(found: Found, base: Base, way: int, month: int) -> Reading:
    published = base.bounds
    assert published.first is not None  # noqa: S101  asked by the caller
    year, own, _ = civil(published.first)
    if way < 0:
        year -= month >= own
    elif way > 0:
        year += month <= own
    return counted(base, found.text, str(Date(year, month)), "The month meant is")


def ago(found: Found, context: Context) -> Reading:
    """So many units before the article's own date."""
    count, letter, said = _step(found, context, context.words.unit(found.groups["unit"]))
    if count is None or letter.startswith("T"):
        return set_aside("PAST_REF", "speaks of the past without saying when")
    if letter == "Y" and count >= DEEP:
        return ages_ago(found.text, count)
    base = standpoint(found, context)
    if base is None:
        return undated(unknown_value(letter) if context.history else "PAST_REF", NOT_WRITTEN)
    edtf = _roughly(found, context, count, shift(base.bounds, -count, letter))
    if "exact" in found.groups and base.bounds.first is not None and base.bounds.first == base.bounds.last:
        edtf = same_day_on(base.bounds.first, -count, letter)
    if edtf is None:
        return _vaguely(base, found.text)
    reading = counted(base, found.text, edtf, f"{said} before that is")
    return replace(reading, value=unit_value(edtf, letter))


def ago_beside(found: Found, context: Context) -> Reading:
    """So many years before a unit or a day that counts from the article: "thirty years ago this summer"."""
    beside = deictic(found, context) if "deictic" in found.groups else unit_beside(found, context)
    years = context.words.count(found.groups["count"])
    if years is None or beside.edtf is None:
        return beside
    first, last = bounds(beside.edtf).first, bounds(beside.edtf).last
    value = parse(beside.edtf)
    if isinstance(value, Date):
        edtf = same_day_in(value.year - years, value.month, value.day) if value.day and value.month else ""
        edtf = edtf or str(replace(value, year=value.year - years))
    elif first is not None and last is not None:
        (year, month, day), (end, other, until) = civil(first), civil(last)
        if last - first < WEEK:
            edtf = f"{same_day_in(year - years, month, day)}/{same_day_in(end - years, other, until)}"
        else:
            edtf = f"{Date(year - years, month)}" if month == other else str(Date(year - years))
    else:
        return undated("XXXX", NOT_WRITTEN)
    steps = (*beside.steps, f"{years} years before that is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=beside.anchor)


def _step(found: Found, context: Context, letter: str) -> tuple[int | None, str, str]:
    """How many units of which letter the words count, one where they give no number, and how to say that."""
    text, unit = found.groups.get("count"), found.groups["unit"]
    if "more" in found.groups:
        more, more_unit = found.groups["more"], found.groups["more_unit"]
        larger, least = context.words.count(more), context.words.count(text or "")
        count = _in_smaller(larger, context.words.unit(more_unit), least, letter)
        return count, letter, f"{more} {more_unit} and {text} {unit}".capitalize()
    said = f"{text} {unit}"
    if "half" in found.groups:
        text, said = f"{text} {found.groups['half']}", f"{said} {found.groups['half']}"
    count = context.words.count(text) if text else 1
    half = halved(text, letter, context.words) if text and count is None else None
    return (*half, said.capitalize()) if half else (count, letter, f"{count} {unit}")


def _in_smaller(more: int | None, larger: str, count: int | None, letter: str) -> int | None:
    """So many of a larger unit and of a smaller one, in the smaller; None where that isn't whole."""
    size = IN_SMALLER.get((larger, letter))
    return None if more is None or count is None or size is None else more * size + count


def _roughly(found: Found, context: Context, count: int, edtf: str | None) -> str | None:
    """The date marked as approximate where the words say so, or where the count is too round to be exact."""
    said = " ".join(found.groups[name] for name in ("count", "half") if name in found.groups)
    half = context.phrase("half").match(said) or halved(said, context.words.unit(found.groups["unit"]), context.words)
    round_count = half or count >= 1000 or (count >= 100 and count % 100 == 0)
    if edtf is None or edtf.endswith("~") or "/" in edtf or not ("around" in found.groups or round_count):
        return edtf
    return f"{edtf}~"


def later(found: Found, context: Context) -> Reading:
    """So many units after or before the date told last; one where no number is told ("the day before")."""
    part = found.groups["unit"].lower() in context.words.tables["day_parts"]
    count, letter, said = _step(found, context, "D" if part else context.words.unit(found.groups["unit"]))
    way = context.words.look_up("ways", found.groups["way"])
    if letter.startswith("T") and (on := hours.so_long_after(found, context, hours.minutes_of(count, letter, way))):
        return on
    if count is None or letter.startswith("T"):
        return set_aside("FUTURE_REF" if way > 0 else "PAST_REF", "too short a step to move on the calendar")
    if letter in YEARS and (same := said_in_years(found, way * count * YEARS[letter], context)):
        return same
    told = _age_beside(found, context) or context.last
    if told is None or told.edtf is None:
        return undated("XXXX", NONE_TOLD)
    base = _side(told, way, letter)
    edtf = _roughly(found, context, count, shift(base, way * count, letter))
    if edtf is None:
        return undated("XXXX", f"it counts from “{told.text}”, which is too wide to count from")
    steps: tuple[str, ...] = (
        f"“{found.text}” counts from the date told last, “{told.text}”: {say(told.edtf or '')}.",
        f"{said} {'after' if way > 0 else 'before'} that is {say(edtf)}.",
    )
    day = _day_behind(found, context, edtf)
    if day is not None:
        steps = (*steps, f"What stands behind it names the day: {say(day)}.")
    value = None if day is not None else stepped_value(base, edtf, letter)
    return Reading(day or edtf, steps, value=value, grade="B", anchor=Anchor("mention", told.edtf, told.id))


def _side(told: Mention, way: int, letter: str) -> Bounds:
    """The date told; of a stretch told by its two ends the last of them, or the first for what came before."""
    value = parse(limit(told.edtf or ""))
    if isinstance(value, Interval) and told.rule.startswith(STRETCH):
        end = value.end if way > 0 else value.start
        if isinstance(end, Date) and (letter in YEARS or end.month):  # no day counts from a year
            return bounds(end)
    return bounds(value)


def _age_beside(found: Found, context: Context) -> Mention | None:
    """The age told before it in its sentence, where that is dated: "when I was forty, and two years later"."""
    told = context.read[-1] if context.read else None
    own = told is not None and told.rule.startswith("age-") and told.start >= context.sentence(found.start).start
    return told if own and told is not None and told.edtf else None


def _day_behind(found: Found, context: Context, edtf: str) -> str | None:
    """The day right behind words that only tell its week or month: "four weeks later, on 9 October"."""
    told = context.phrase("day_behind").match(context.document.text, found.end)
    first = bounds(edtf).first
    if told is None or first is None:
        return None
    month = context.words.month(told["month"] or told["month_first"])
    try:
        day = str(Date(civil(first)[0], month, int(told["day"] or told["day_behind"])))
        return day if day != edtf and contains(edtf, day) else None
    except EdtfError:
        return None  # "on 31 June"


def from_date(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """So many units after or before a date that stands behind them."""
    count = context.words.count(found.groups["count"]) if "count" in found.groups else 1
    base = read(found.parts["part"], context)
    unit = found.groups.get("unit") or found.groups.get("single", "day")
    letter = context.words.unit(unit)
    way = context.words.look_up("ways", found.groups["way"])
    if count is None or base is None or base.edtf is None:
        return None
    first = bounds(base.edtf).first
    if "exact" in found.groups and first is not None and first == bounds(base.edtf).last:
        edtf: str | None = same_day_on(first, way * count, letter)
    else:
        edtf = shift(bounds(base.edtf), way * count, letter)
    if edtf is None:
        return undated("XXXX", f"it counts from “{found.parts['part'].text}”, which is too wide to count from")
    steps = (*base.steps, f"{count} {unit} {'after' if way > 0 else 'before'} that is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=base.anchor)
