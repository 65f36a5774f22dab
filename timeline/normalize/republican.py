"""Readings of the calendar of the French Republic: its years began in September, its months had thirty days."""

from __future__ import annotations

from timeline.edtf import bounds, say
from timeline.model import Found
from timeline.normalize.arithmetic import day_text, stretch
from timeline.normalize.context import Context, Reading

MONTH = 30  # days


def republican(found: Found, context: Context) -> Reading | None:
    """A day of the Republic's calendar, or the whole of one of its years; None where it had no such day."""
    words, groups = context.words, found.groups
    number = words.roman(groups["number"]) if groups["number"].isupper() else words.count(groups["number"])
    first, until = (
        words.look_up("republican_years", str(number)),
        words.look_up("republican_years", str((number or 0) + 1)),
    )
    start, end = (bounds(day).first if day else None for day in (first, until))
    if start is None or end is None:
        return None
    began = f"Year {number} of the Republic began on {say(first)}."
    if "day" not in groups:
        edtf = stretch(start, end - 1)
        return Reading(edtf, (began, f"It is {say(edtf)}."))
    day = start + MONTH * (words.look_up("republican_months", groups["republican"]) - 1) + int(groups["day"]) - 1
    edtf = day_text(day)
    return Reading(edtf, (began, f"“{found.text}” is {say(edtf)}.")) if day < end else None
