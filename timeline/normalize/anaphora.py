"""Readings of dates that hang on what the text told last: that year's August, the end of the month, that time."""

from __future__ import annotations

from timeline.edtf import Bounds, Date, bounds, civil, say
from timeline.model import Found
from timeline.normalize.arithmetic import (
    YEARS,
    limit,
    season_beside,
    shift,
    told_year,
    unit_around,
    unit_value,
    winter_value,
    year_of,
)
from timeline.normalize.clock import day_of, with_part
from timeline.normalize.context import NONE_TOLD, Base, Context, Reading, set_aside, undated
from timeline.normalize.timex import timex_value, unknown_value

DECEMBER, WINTER, FEBRUARY = 12, 24, 2
MONTH, HALF_A_YEAR = 31, 190  # days
NEAR = 14  # code points
LOOSE = "says loosely that it was then; what happened that day is dated by the day itself"
BY_THEN = "only says that it came before what was told"
PARAGRAPH = 500  # code points: a date further back isn't the one spoken of
YEAR = 366  # days
CLOSE = 200  # code points: the sentence before, from its date on
# Days: the longest stretch that lies in one such unit.
WIDTH = {"D": 0, "W": 6, "M": 30, "Q": 91, "DE": 3653, "CE": 36525}


def of_that_year(found: Found, context: Context) -> Reading:
    """A month, day or season of the year told last, or of the year beside it."""
    groups, words = found.groups, context.words
    month = (words.season(groups["season"]) or 0) if "season" in groups else words.month(groups["month"])
    told = told_year(context.last.edtf) if context.last and context.last.edtf else None
    if context.last is None or told is None:
        return undated(f"XXXX-{month:02d}", NONE_TOLD)
    year = told + words.look_up("ways", groups["way"])
    edtf = str(Date(year, month, words.day(groups["day"]) if "day" in groups else None))
    steps = (f"The year told last is that of “{context.last.text}”, {say(str(Date(told)))}.", f"So it is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=context.by_last())


def anaphoric(found: Found, context: Context) -> Reading:
    """The following year, that same month, the end of the year: counts from the date told last."""
    groups, words = found.groups, context.words
    base = _day_told(found, context) or _of_writing(found, context) or context.base(own="own" in groups)
    name = groups["unit"].lower()
    if base is None:
        return undated("XXXX", NONE_TOLD)
    way = words.look_up("ways", groups["way"]) if "way" in groups else 0
    value, letter = None, ""
    month = words.tables["months"].get(name)
    season = words.season(name)
    told = limit(base.edtf)
    if month or season:
        edtf = _named(bounds(told), way, month or season or 0)
        if edtf and not way and _had_been(found, context) and (bounds(edtf).first or 0) > (bounds(told).last or 0):
            edtf = _named(bounds(told), -1, month or season or 0)  # what had been can't come after what is told
        value = winter_value(edtf) if edtf else None
    else:
        letter = "D" if name in words.tables["day_parts"] else words.unit(name)
        if letter == "D" and (day := _day_of_story(found, context, base)):
            base, told = day, limit(day.edtf)
        edtf = _unit(told, bounds(told), way, letter)
        value = unit_value(edtf, letter) or _unknown_day(edtf, letter) if edtf else None
    if edtf is None:
        some = unknown_value(letter) if found.type == "DATE" and not (month or season) else "XXXX"
        return undated(some, f"it counts from “{base.text}”, which is too wide to count from")
    mod = words.look_up("shades", groups["shade"]) if "shade" in groups else None
    steps = (f"“{found.text}” counts from {base.told}.", f"That makes {say(edtf, mod, inside=True)}.")
    return with_part(found, Reading(edtf, steps, value=value, mod=mod, grade="B", anchor=base.anchor), words)


def _day_of_story(found: Found, context: Context, base: Base) -> Base | None:
    """ "On the 24th the king, crowned in 1830, fled. That same night ...": the day told before a mere year, in the same
    paragraph; None where a day, or a month, was told last, or no day.
    """
    b = bounds(base.edtf)
    if context.last is None or b.first is None or b.last is None or b.last - b.first <= MONTH:
        return None
    text = context.document.text
    for mention in reversed(context.read):
        if found.start - mention.end > PARAGRAPH or "\n" in text[mention.end : found.start]:
            return None
        told = bounds(mention.edtf) if mention.edtf and mention.outcome != "set aside" else None
        if told is not None and told.first is not None and told.first == told.last:
            return context.told_base(mention, mention.edtf or "")
    return None


def _day_told(found: Found, context: Context) -> Base | None:
    """The day of which news speaks in "later in the day": the one to which a time of day would belong, where told."""
    unit = context.words.tables["units"].get(found.groups["unit"].lower())
    if context.genre != "news" or "own" not in found.groups or unit != "D":
        return None
    anchor = day_of(found, context)
    told = next((m for m in reversed(context.read) if anchor and m.id == anchor.mention), None)
    return context.told_base(told, told.edtf) if told and told.edtf else None


def _of_writing(found: Found, context: Context) -> Base | None:
    """The article's own date, of whose year it speaks: "prices have risen since the beginning of the year"."""
    before = context.document.text[context.sentence(found.start).start : found.start]
    return context.written_base() if "own" in found.groups and context.phrase("has_since").search(before) else None


def _had_been(found: Found, context: Context) -> bool:
    """Whether the clause before the words tells what had come before the story."""
    start = context.sentence(found.start).start
    clause = context.phrase("clause_end").split(context.document.text[start : found.start])[-1]
    return context.phrase("had_been").search(clause) is not None


def _unknown_day(edtf: str, letter: str) -> str | None:
    """TIMEX3's value of a day of which the text has told no more than the year: ``1791-XX-XX``."""
    b = bounds(edtf)
    if letter != "D" or b.first is None or b.last is None or b.last - b.first < MONTH:
        return None
    year = year_of(edtf)
    return None if year is None else f"{timex_value(str(Date(year)))}-XX-XX"


def _named(base: Bounds, way: int, number: int) -> str | None:
    """That November, the following June: the one on this or that side of what was told."""
    if base.first is None or base.last is None:
        return None
    year = civil(base.first if way < 0 else base.last)[0]
    if number == WINTER and not way and base.last - base.first < MONTH and civil(base.first)[1] <= FEBRUARY:
        return str(Date(year - 1, number))  # in January that winter is the one that began the year before
    if way and number > DECEMBER and base.last - base.first < HALF_A_YEAR:
        return season_beside(base.first, way, number)
    if way and number <= DECEMBER and base.last - base.first <= MONTH:
        month = civil(base.first)[1]
        year += (number <= month) if way > 0 else -(number >= month)
    else:
        year += way
    return str(Date(year, number))


def _unit(told: str, base: Bounds, way: int, letter: str) -> str | None:
    """The day, month, year ... so many on from what was told, or that in which it lies."""
    if base.first is None or base.last is None:
        return None
    if letter == "Y":
        edge = base.last if way >= 0 and not told.endswith(f"-{WINTER}") else base.first
        return str(Date(civil(edge)[0] + way))
    if way == 0:
        if base.last - base.first <= WIDTH.get(letter, 0):
            return unit_around(base.first, letter)
        if letter == "D" and base.last - base.first < MONTH:
            year, month, _ = civil(base.first)
            return str(Date(year, month, 0)) if civil(base.last)[:2] == (year, month) else told
        return told if letter in {"D", "W", "M"} and base.last - base.first <= 366 else None
    edtf = shift(base, way, letter)
    return unit_around(bounds(edtf).first or 0, letter) if edtf and letter in YEARS else edtf


def told_time(found: Found, context: Context) -> Reading:
    """The time that was spoken of, which is as long as it was; "by that time" in news is by the day told last."""
    last = context.last
    if context.genre == "news" and last and last.edtf and context.phrase("by_that_time").fullmatch(
        context.document.text[max(0, found.start - NEAR) : found.end]
    ):  # fmt: skip
        edtf = limit(last.edtf)
        b = bounds(edtf)
        if b.first is not None and b.last is not None and b.last - b.first <= MONTH:
            steps = (f"“{found.text}” is the one told last, “{last.text}”: {say(edtf)}.",)
            return Reading(edtf, steps, grade="B", anchor=context.by_last())
    if context.genre == "narrative":
        head = context.document.text[max(0, found.start - NEAR) : found.end]
        if context.phrase("at_the_same_time").search(head) and (same := _same_day(found, context)):
            return same
        if context.phrase("by_told_time").search(head) and (by := _by_then(found, context, head)):
            return by
        if context.phrase("by_this_time").search(head):
            return set_aside("PRESENT_REF", "means where the story has come to, without saying when")
    return set_aside("", "means the time that was spoken of, without saying when or how long")


def _by_then(found: Found, context: Context, head: str) -> Reading | None:
    """Up to the date told last, "by that time", where its paragraph told one no wider than a year; else None."""
    last = context.last
    if last is None or last.edtf is None or found.start - last.end > PARAGRAPH:
        return None
    told = limit(last.edtf)
    b = bounds(told)
    if b.first is None or b.last is None or b.last - b.first > YEAR or not told.replace("-", "").isdigit():
        return None
    if "\n" in context.document.text[last.end : found.start]:
        return None
    edtf = f"../{told}"
    steps = (f"“{found.text}” is the one told last, “{last.text}”.", f"That makes {say(edtf)}.")
    value = "PRESENT_REF" if context.phrase("by_this_time").search(head) else None
    return Reading(edtf, steps, value=value, grade="B", anchor=context.by_last(), outcome="set aside", reason=BY_THEN)


def _same_day(found: Found, context: Context) -> Reading | None:
    """The day on which the sentence before told what happened "at the same time"; None where it told none."""
    last = context.last
    start = context.sentence(found.start).start
    if last is None or last.edtf is None or start - last.end > CLOSE or last is not context.read[-1]:
        return None
    b = bounds(last.edtf)
    if b.first is None or b.first != b.last or "\n" in context.document.text[last.end : found.start]:
        return None
    steps = (f"“{found.text}” is when that was which “{last.text}” tells: {say(last.edtf)}.",)
    return Reading(last.edtf, steps, grade="B", anchor=context.by_last(), outcome="set aside", reason=LOOSE)
