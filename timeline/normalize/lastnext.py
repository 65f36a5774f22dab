"""Readings of a day that is the last or the next of its name: "on the 3rd of May last"."""

from __future__ import annotations

from timeline.edtf import Date, say
from timeline.model import Found
from timeline.normalize.absolute import yearless
from timeline.normalize.arithmetic import nearest_year
from timeline.normalize.context import Context, Reading


def last_or_next(found: Found, context: Context) -> Reading:
    """The day last before the writing, or next after it; where nothing dates that, the day of the story."""
    month, day = context.words.month(found.groups["month"]), context.words.day(found.groups["day"])
    way = context.words.look_up("ways", found.groups["way"])
    if context.published is None:
        return yearless(found, context, month, day)
    year = nearest_year(month, day, context.published, future=way > 0)
    if year is None:
        return yearless(found, context, month, day)
    edtf = str(Date(year, month, day))
    which = "next" if way > 0 else "last"
    counted = f"The {which} such day, counted from the article's own date, is {say(edtf)}."
    steps = (f"“{found.text}” has no year.", counted)
    return Reading(edtf, steps, grade="B", anchor=context.by_publication())
