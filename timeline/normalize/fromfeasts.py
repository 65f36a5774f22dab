"""Readings that count from a feast, or by the weekday from a date: "a day before Easter", "the Sunday after Easter"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from timeline.edtf import bounds, civil, say
from timeline.languages.periods import first_word, plain_name
from timeline.model import Anchor, Found
from timeline.normalize.arithmetic import WEEK, day_text, moved
from timeline.normalize.calendars import weekday_told
from timeline.normalize.context import NO_YEAR, Context, Reading, set_aside, undated
from timeline.normalize.feasts import by_name, days_in, first_words
from timeline.normalize.holidays import holiday
from timeline.normalize.lengths import units_told
from timeline.normalize.timex import unknown_value
from timeline.normalize.words import phrase

ReadPart = Callable[[Found, Context], Reading | None]
LONGEST_NAME = 4  # words
LONGEST = 40  # code points: a name may go on behind what is taken for a thing, "Whit | Monday"
WORD = re.compile(r"[^\s,.;:!?()]+")
YEAR = 364  # days between the first and the last of a year


def counted_from_feast(found: Found, text: str) -> Found:
    """The same words, cut behind the feast that they count from, where they begin with its name; else unchanged."""
    start, until = found.spans["object"]
    words = list(WORD.finditer(text, start, max(until, start + LONGEST)))
    article = int(words[0][0].lower() == "the")
    if len(words) > article and (first := first_word(words[article][0])) and first not in first_words("en"):
        return found
    for count in range(min(len(words), LONGEST_NAME + article), article, -1):
        end = words[count - 1].end()
        name = text[words[article].start() : end]
        if plain_name(name) not in by_name("en"):
            continue
        if not phrase("name_ends").match(text, end):
            return found  # "two days before the Christmas party"
        groups = {**found.groups, "object": text[start:end], "holiday": name}
        spans = {**found.spans, "object": (start, end)}
        return replace(found, reading="from-feast", end=end, text=text[found.start : end], groups=groups, spans=spans)
    return found


def from_feast(found: Found, context: Context) -> Reading:
    """So many days or weeks before or after the feast that the text is near to."""
    groups, words = found.groups, context.words
    count, unit, letter = units_told(found, words)
    way = words.look_up("ways", groups["way"])
    if count is None or letter.startswith("T"):
        return set_aside("PXX", "too short a step to move on the calendar")
    day = _feast(found, context, way)
    edtf = None if day is None else moved(bounds(day), way * count, letter)
    if day is None or edtf is None:
        return undated(unknown_value(letter), NO_YEAR)
    steps = (
        f"“{groups['holiday']}” is {say(day)}.",
        f"{count} {unit} {'after' if way > 0 else 'before'} that is {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=context.by_last() or Anchor("event", day))


def _feast(found: Found, context: Context, way: int) -> str | None:
    """The feast's day: in a story that of the year told, or the first one from the date told last on."""
    last = bounds(context.last.edtf) if context.last and context.last.edtf else None
    if context.genre != "narrative" or last is None or last.first is None or last.last is None:
        reading = holiday(found, context)
        return reading.edtf if reading else None
    days = tuple(_days(found, civil(last.first)[0]))
    least = last.first + (way < 0 and last.last - last.first >= YEAR)  # a year's first day isn't what lies ahead in it
    return next((edtf for first, edtf in days if first >= least), None)


def _days(found: Found, year: int) -> Iterator[tuple[int, str]]:
    """The feast in the year and the next, with its first day."""
    row = by_name("en")[plain_name(found.groups["holiday"])]
    for one in (year, year + 1):
        for edtf in days_in(row, one):
            first = bounds(edtf).first
            if first is not None:
                yield first, edtf


def weekday_from(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """The day of the week next after or before a feast or a date: "the Sunday after Easter"."""
    words, named = context.words, found.parts["part_day"]
    base = read(found.parts["part"], context) if named.reading == "weekday" and "way" not in named.groups else None
    if base is None or base.edtf is None:
        return None
    told, day = bounds(base.edtf), words.weekday(named.groups["weekday"])
    number = words.ordinal(found.groups["nth"]) if "nth" in found.groups else 1
    if words.look_up("ways", found.groups["way"]) > 0:
        if told.last is None:
            return undated("XXXX", f"“{found.parts['part'].text}” has no last day to count from")
        target = told.last + 1 + (day - weekday_told(told.last + 1)) % WEEK + (number - 1) * WEEK
    else:
        if told.first is None:
            return undated("XXXX", f"“{found.parts['part'].text}” has no first day to count from")
        target = told.first - 1 - (weekday_told(told.first - 1) - day) % WEEK - (number - 1) * WEEK
    edtf = day_text(target)
    return Reading(edtf, (*base.steps, f"“{found.text}” is {say(edtf)}."), grade="B", anchor=base.anchor)
