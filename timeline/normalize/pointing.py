"""Readings that point to a date told before: the latter year, that spring and summer, ever since."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.edtf import Date, bounds, parse, say, sort_key
from timeline.model import Anchor, Found
from timeline.normalize.anaphora import anaphoric
from timeline.normalize.arithmetic import limit, unit_around
from timeline.normalize.context import NONE_TOLD, Context, Reading, set_aside, undated
from timeline.normalize.people import is_past

AFTER = "only says that it came before or after what was told"


def latter(found: Found, context: Context) -> Reading:
    """The last of the dates told before, even if the story didn't move there, or a month or season of it."""
    told = next((m for m in reversed(context.read) if m.edtf and m.type == "DATE" and _narrow(m.edtf)), None)
    if told is None or told.edtf is None:
        return undated("XXXX", NONE_TOLD)
    day = bounds(told.edtf).last
    edtf = unit_around(day if day is not None else 0, context.words.unit(found.groups["unit"]))
    value = parse(edtf)
    if "name" in found.groups and isinstance(value, Date):
        name = found.groups["name"]
        edtf = str(Date(value.year, context.words.season(name) or context.words.month(name)))
    steps = (f"“{found.text}” points to “{told.text}”.", f"So it is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=Anchor("mention", told.edtf, told.id))


def _narrow(edtf: str) -> bool:
    b = bounds(edtf)
    return b.first is not None and b.last is not None and b.last - b.first <= 366


def anaphoric_two(found: Found, context: Context) -> Reading | None:
    """Two months or seasons beside the date told last, and all between them."""
    ends = [
        anaphoric(replace(found, groups={**found.groups, "unit": found.groups[n]}), context) for n in ("first", "last")
    ]
    values = [parse(one.edtf) if one.edtf else None for one in ends]
    first, last = values
    if not isinstance(first, Date) or not isinstance(last, Date):
        return ends[0]
    if sort_key(last) < sort_key(first):
        last = replace(last, year=last.year + 1)
    edtf = f"{first}/{last}"
    return replace(ends[0], edtf=edtf, value=None, steps=(*ends[0].steps, f"It names both ends: {say(edtf)}."))


def limit_told(found: Found, context: Context) -> Reading:
    """Before or after the date told last."""
    last = context.last
    if last is None or last.edtf is None:
        return undated("XXXX", NONE_TOLD)
    told = limit(last.edtf)
    if "/" in told or "[" in told or "{" in told:
        return set_aside("", AFTER)
    side = context.words.look_up("open_told", found.groups["open"])
    edtf = f"{told}/.." if side == "start" else f"../{told}"
    steps = (f"“{found.text}” counts from the date told last, “{last.text}”.", f"That makes {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=context.by_last(), outcome="set aside", reason=AFTER)


def is_later_on(found: Found, text: str, subject: re.Pattern[str]) -> bool:
    """Whether "ten years on" stands before somebody who did something: "Ten years on Holm opened another"."""
    told = subject.match(text, found.end)
    return told is not None and (told["verb"] is None or is_past(told["verb"].lower()))
