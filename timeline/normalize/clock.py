"""Readings of times of day. EDTF is the day, where it is known; the time stands in TIMEX3's value.

The day of a time told alone is the last one told in its sentence, else in a story the day told last, in news
the day of the last week told not far before, or the article's own. TIMEX3 writes the parts of a day as ``TMO``,
``TAF``, ``TEV`` and ``TNI``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.edtf import Date, bounds, iso, say
from timeline.model import Anchor, Found, Mention
from timeline.normalize.arithmetic import WEEK, day_text, told_year
from timeline.normalize.context import NO_YEAR, Context, Reading, is_marked, set_aside, undated
from timeline.normalize.ranges import ReadPart
from timeline.normalize.words import Words, phrase

FIGURES = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?:[:.](\d\d))?")
HALF = re.compile(r"([ap])\.?m\.?$", re.IGNORECASE)
CLOCK = re.compile(r"T\d\d:\d\d")
AFTERNOON = frozenset(("TAF", "TEV", "TNI"))
EVENING = 18 * 60  # minutes: behind such a time, one before noon is the next morning's
NOON = 12 * 60
REPORT = 600  # code points: a report that tells no other day is still of the same
NO_DAY = "a time of day, and no day is told with it"
DAY_ELSEWHERE = "a time of day; what happened is dated by the day, which is told elsewhere"


def time_value(found: Found, words: Words) -> str | None:
    """TIMEX3's value of a time of day, ``T17:45``; None where the figures are none."""
    text = " ".join(found.groups["clock"].lower().split())
    zone = words.look_up("time_zones", found.groups.get("zone", "")) or ""
    if named := words.look_up("clock_words", text):
        return f"{named}{zone}"
    figures = FIGURES.match(text)
    if figures:
        hour, minute, second = int(figures[1]), figures[2] or "00", figures[3]
    else:
        hour, minute, second = _in_words(phrase("of_the_clock", words.language).sub("", text), words)
    half = HALF.search(text)
    if half and hour <= 12:
        hour = hour % 12 + words.look_up("half_days", half[1].lower())
    elif "half_day" in found.groups and hour <= 12:
        part = words.tables["day_parts"][found.groups["half_day"].lower()]
        late = part in AFTERNOON and not (part == "TNI" and hour in {12, 1, 2, 3, 4})
        hour = hour % 12 + (12 if late else 0)
    return f"T{hour:02d}:{minute}{':' + second if second else ''}{zone}" if hour < 24 else None


def _in_words(text: str, words: Words) -> tuple[int, str, None]:
    """Hour and minutes of "half past eleven", "a quarter to four", "six"."""
    for way, sign in words.tables["clock_ways"].items():
        step, _, hour = text.partition(f" {way} ")
        if hour:
            past = words.tables["clock_steps"].get(step) or words.count(step) or 0
            minutes = 60 * (words.count(hour) or 0) + sign * past
            return minutes // 60, f"{minutes % 60:02d}", None
    return words.count(text) or 0, "00", None


def clock(found: Found, context: Context) -> Reading | None:
    """A time of day told alone."""
    value = time_value(found, context.words)
    told = time_told(found, context)
    before = minutes_told(told.value) if told else None
    if value is not None and before is not None and _either_half(found, context.words):
        minutes = minutes_told(value) or 0
        if minutes < min(before, NOON) and before <= minutes + NOON:  # "shot at 11:35; at two o'clock": the hours go on
            value = f"T{minutes // 60 + 12:02d}{value[3:]}"
    return None if value is None else _on_day(found, context, value)


def _either_half(found: Found, words: Words) -> bool:
    """Whether the hour is told without saying which half of the day it is in."""
    text = " ".join(found.groups["clock"].lower().split())
    if HALF.search(text) or {"half_day", "zone"} & found.groups.keys() or words.look_up("clock_words", text):
        return False
    figures = FIGURES.match(text)
    return "half_days" in words.tables and (figures is None or figures[2] is None)


def minutes_told(value: str) -> int | None:
    """The time of day in a TIMEX3 value, in minutes."""
    clock_value = value.partition("T")[2]
    hour, minute = clock_value[:2], clock_value[3:5]
    return 60 * int(hour) + int(minute) if hour.isdigit() and minute.isdigit() else None


def same_part(found: Found, context: Context) -> Reading:
    """In the evening: a part of the day that the text has come to."""
    return _on_day(found, context, context.words.look_up("day_parts", found.groups["of_day"]))


def _on_day(found: Found, context: Context, value: str) -> Reading:
    anchor = day_of(found, context)
    if anchor is None:
        return set_aside(value if value[1:2].isdigit() else f"XXXX-XX-XX{value}", NO_DAY)
    edtf = day_text(bounds(anchor.edtf).first or 0)
    source = "the article's own date" if anchor.kind == "publication" else "the day told last"
    steps: tuple[str, ...] = (f"“{found.text}” is a time of day; {source} is {say(anchor.edtf)}.",)
    evening = _evening_before(found, context, anchor, value)
    if evening is not None:
        edtf = day_text((bounds(anchor.edtf).first or 0) + 1)
        steps = (*steps, f"It comes after “{evening.text}”, so it is a time of the next morning.")
    steps = (*steps, f"So the day is {say(edtf)}.")
    return Reading(
        edtf, steps, value=f"{edtf}{value}", grade="B", anchor=anchor, outcome="set aside", reason=DAY_ELSEWHERE
    )


def _evening_before(found: Found, context: Context, anchor: Anchor, value: str) -> Mention | None:
    """The evening hour of the same day told last, behind which a time before noon is that of the next morning."""
    told = time_told(found, context)
    minutes, before = minutes_told(value), minutes_told(told.value) if told else None
    if told is None or minutes is None or before is None or not minutes < NOON or not before >= EVENING:
        return None
    same = bounds(told.edtf or "").first == bounds(anchor.edtf).first
    back = context.phrase("had_been").search(context.document.text[told.end : found.start])
    return told if same and not back and told.start >= context.sentence(found.start).start - REPORT else None


def day_of(found: Found, context: Context) -> Anchor | None:
    """The day that a time without one belongs to, or a part of "the day"; None where nothing says it."""
    sentence = context.sentence(found.start)
    before = context.read[-1] if context.read else None
    if before and before.type == "TIME" and before.anchor and context.document.text[before.end : found.start] == " (":
        return before.anchor  # the same time in another zone
    for mention in reversed(context.read):
        if mention.start < sentence.start:
            break
        if mention.type == "SET":
            return None  # "open daily from 11 a.m.", "on Sundays at ten"
        if mention.edtf and one_day(mention.edtf):
            return Anchor("mention", mention.edtf, mention.id)
    same = _day_since(time_told(found, context), context)
    if same is None or _is_over(same, found, context):
        same = _day_ahead(found, context)
    if same is not None and same.edtf is not None:
        return Anchor("mention", same.edtf, same.id)
    if context.genre == "narrative":
        last = happened(context)
        return Anchor("mention", last.edtf, last.id) if last and last.edtf and one_day(last.edtf) else None
    published = context.published
    if published is None or published.first is None or published.first != published.last:
        return None
    told = None if context.future(found.start, found.end) else _reported_day(sentence.start, published.first, context)
    return told or Anchor("publication", iso(published.first))


def _day_since(told: Mention | None, context: Context) -> Mention | None:
    """The day told last in a history, where it was told behind the time of day told last; else that."""
    last = happened(context) if told and context.genre == "narrative" else None
    if told is None or last is None or last.edtf is None or last.start <= told.start or not one_day(last.edtf):
        return told
    return last if last.type == "DATE" else told


def _is_over(told: Mention, found: Found, context: Context) -> bool:
    """Whether news speaks of a time to come, and the day told last lies before the article's."""
    day, published = bounds(told.edtf or "").last, context.published
    if context.genre != "news" or day is None or published is None or published.first is None:
        return False
    return day < published.first and context.future(found.start, found.end)


def _reported_day(start: int, written: int, context: Context) -> Anchor | None:
    """The day of the week before the writing that the text before ``start`` told last: the one it reports of."""
    for mention in reversed(context.read):
        if start - mention.end > REPORT:
            break
        if mention.edtf and one_day(mention.edtf) and mention.outcome == "open":
            day = bounds(mention.edtf).first or 0
            return Anchor("mention", mention.edtf, mention.id) if 0 <= written - day <= WEEK else None
    return None


def time_told(found: Found, context: Context) -> Mention | None:
    """The time of day told last in the same paragraph, where its day is known."""
    for mention in reversed(context.read):
        if "\n" in context.document.text[mention.end : found.start]:
            return None
        aside = is_marked(context.document.text, mention.start, context.words.language)
        if (
            mention.type == "TIME"
            and mention.edtf
            and one_day(mention.edtf)
            and CLOCK.search(mention.value)
            and not aside
        ):
            return mention
    return None


def _day_ahead(found: Found, context: Context) -> Mention | None:
    """Where the clause looks ahead, the day to come that its paragraph told last."""
    if context.published is None or context.published.last is None or not context.future(found.start, found.end):
        return None
    for mention in reversed(context.read):
        if "\n" in context.document.text[mention.end : found.start]:
            return None
        if mention.edtf and one_day(mention.edtf) and (bounds(mention.edtf).first or 0) > context.published.last:
            return mention
    return None


def happened(context: Context) -> Mention | None:
    """The date told last of what happened; a day that something was only meant for is passed over."""
    text = context.document.text
    if context.last is None or not context.phrase("meant_for").search(text[: context.last.start][-40:]):
        return context.last
    earlier = (m for m in reversed(context.read) if m.start < (context.last.start if context.last else 0))
    return next((m for m in earlier if m.outcome == "open" and m.edtf), None)


def one_day(edtf: str) -> bool:
    """Whether the date is a single day."""
    b = bounds(edtf)
    return b.first is not None and b.first == b.last


def joined(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A time of day beside its day."""
    day = read(found.parts["part_day"], context)
    time = found.parts.get("part_time", found)
    part = found.groups.get("half_day") or _part_of_day(found.parts["part_day"], context.words)
    if part and "half_day" not in time.groups:
        time = replace(time, groups={**time.groups, "half_day": part})
    value = time_value(time, context.words)
    zone = context.words.look_up("time_zones", found.groups.get("zone_behind", "")) or ""
    return None if value is None or day is None else _with_time(found, day, value + zone)


def _part_of_day(day: Found, words: Words) -> str | None:
    """The word for the part of the day that stands with a day: "last night", "Sunday afternoon"."""
    told = (day.text.split() or [""])[-1].lower()
    return told if day.type == "TIME" and told in words.tables["day_parts"] else None


def part_of_date(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """A part of a day that is told beside it."""
    named = found.groups.get("of_day") or _part_of_day(found.parts["part_name"], context.words)
    day = read(found.parts["part"], context)
    return None if day is None or not named else _with_time(found, day, context.words.look_up("day_parts", named))


def counted_all(found: Found, context: Context) -> Reading | None:
    """The eleventh hour of the eleventh day of the eleventh month: of the year told last."""
    hour, day, month = (context.words.ordinal(found.groups[name]) for name in ("hour", "day", "nth_month"))
    told = told_year(context.last.edtf) if context.last and context.last.edtf else None
    if told is None:
        return undated(f"XXXX-{month:02d}-{day:02d}T{hour:02d}:00", NO_YEAR)
    edtf = str(Date(told, month, day))
    steps = (f"“{found.text}” counts its hour, day and month in the year told last: {say(edtf)}.",)
    return Reading(edtf, steps, value=f"{edtf}T{hour:02d}:00", grade="B", anchor=context.by_last())


def of_iso(found: Found, context: Context) -> Reading:  # noqa: ARG001  all readings are called alike
    """A day and a time in one, as ISO 8601 writes them: "2014-04-08T12:30Z"."""
    groups = found.groups
    edtf = str(Date(int(groups["year"]), int(groups["month"]), int(groups["day"])))
    steps = (f"“{found.text}” is a time on {say(edtf)}.",)
    return Reading(edtf, steps, value=f"{edtf}T{groups['clock']}{groups.get('zone', '')}")


def _with_time(found: Found, day: Reading, value: str) -> Reading | None:
    if day.edtf is None or not one_day(day.edtf):
        return None
    step = f"“{found.text}” is a time on {say(day.edtf)}."
    return replace(day, value=f"{day.edtf}{value}", steps=(*day.steps, step))


def with_part(found: Found, reading: Reading, words: Words) -> Reading:
    """The reading of a day with the part of it that the words name, or its early or late side."""
    groups = found.groups
    name = groups.get("of_day") or groups.get("unit") or groups.get("deictic", "").split(" ")[-1]
    part = words.look_up("day_parts", name) if found.type == "TIME" else None
    if part and reading.edtf and one_day(reading.edtf):
        return replace(reading, value=f"{reading.edtf}{part}")
    return reading
