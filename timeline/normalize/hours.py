"""Readings of hours and minutes that count from a time of day or a date told before, and of "within a month"."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Date, Interval, bounds, parse, say
from timeline.model import Anchor, Found
from timeline.normalize.arithmetic import day_text, limit, shift
from timeline.normalize.clock import DAY_ELSEWHERE, clock, happened, minutes_told, one_day, time_told
from timeline.normalize.context import Context, Reading, begins_sentence
from timeline.normalize.lengths import duration

MINUTES = {"TH": 60, "TM": 1}
DAY = 24 * 60


def hour_alone(found: Found, context: Context) -> Reading | None:
    """An hour behind "by" or "at"; None where its paragraph has told no time of day."""
    return clock(found, context) if time_told(found, context) else None


def so_long_after(found: Found, context: Context, minutes: int | None) -> Reading | None:
    """So many minutes on from the time of day told last, else on the day told last; None where neither was told.

    ``minutes`` is None where how many isn't told.
    """
    told = time_told(found, context)
    if told is None or told.edtf is None:
        return None
    first = bounds(told.edtf).first or 0
    clock_told = minutes_told(told.value)
    edtf, value = told.edtf, None
    if clock_told is not None and minutes is not None:
        days, rest = divmod(clock_told + minutes, DAY)
        edtf = day_text(first + days)
        value = f"{edtf}T{rest // 60:02d}:{rest % 60:02d}"
    steps = (f"“{found.text}” counts from “{told.text}”, told last.", f"So the day is {say(edtf)}.")
    anchor = Anchor("mention", told.edtf, told.id)
    return Reading(edtf, steps, value=value, grade="B", anchor=anchor, outcome="set aside", reason=DAY_ELSEWHERE)


def minutes_of(count: int | None, letter: str, way: int) -> int | None:
    """So many hours or minutes, in minutes; None where they aren't told or are other units."""
    size = MINUTES.get(letter)
    return None if count is None or size is None else way * count * size


def within(found: Found, context: Context) -> Reading | None:
    """Between the date told last and so long after it, at the head of a sentence; elsewhere a length."""
    length = duration(found, context)
    last = context.last
    if length is None or last is None or last.edtf is None or not begins_sentence(context.document.text, found.start):
        return length
    if context.future(found.start, found.end):
        return length
    letter = context.words.unit(found.groups["unit"])
    if letter.startswith("T"):
        return _within_the_day(found, context) or length
    count = context.words.count(found.groups["amount"]) if "amount" in found.groups else None
    told = limit(last.edtf)
    start = parse(told)
    after = shift(bounds(told), count, letter) if count else None
    if after is None or not isinstance(start, Date):
        return length
    value = parse(after.rstrip("~"))
    end = value.end if isinstance(value, Interval) else value
    edtf = f"{start}/{end}"
    steps = (
        f"“{found.text}” counts from the date told last, “{last.text}”: {say(told)}.",
        f"It lies between that and {found.groups['amount']} {found.groups['unit']} after: {say(edtf)}.",
    )
    return Reading(edtf, steps, value=length.value, mod=length.mod, grade="B", anchor=context.by_last())


def _within_the_day(found: Found, context: Context) -> Reading | None:
    """Within hours: the day told last of what happened; None where that is no day."""
    last = happened(context)
    length = duration(found, context)
    if length is None or last is None or last.edtf is None or not one_day(last.edtf):
        return None
    steps = (f"“{found.text}” counts from the date told last, “{last.text}”.", f"So the day is {say(last.edtf)}.")
    anchor = Anchor("mention", last.edtf, last.id)
    return replace(length, edtf=last.edtf, steps=steps, grade="B", anchor=anchor, reason=DAY_ELSEWHERE)
