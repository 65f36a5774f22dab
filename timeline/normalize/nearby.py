"""Readings of dates in a year or week beside the article's own: March last year, Thursday of next week."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Date, bounds, civil, parse, say, weekday
from timeline.model import Found
from timeline.normalize.arithmetic import WEEK, day_text, told_year
from timeline.normalize.context import Context, Reading, undated

NOWHERE = "it counts from the day of writing, and nothing says when the article was written"


def of_unit(found: Found, context: Context) -> Reading:
    """March last year, the spring of next year."""
    groups, words = found.groups, context.words
    way = words.look_up("ways", groups["way"])
    anchor = context.by_publication()
    year = told_year(anchor.edtf) if anchor else None
    number = words.season(groups["name"]) or words.month(groups["name"])
    day = groups.get("day") or groups.get("day_behind")
    if anchor is None or year is None:
        return undated(f"XXXX-{number:02d}" if number <= 12 else "XXXX", NOWHERE)
    edtf = str(Date(year + way, number, words.day(day) if day and number <= 12 else None))
    mod = words.look_up("shades", groups["shade"]) if "shade" in groups else None
    steps = (f"“{found.text}” counts from {say(anchor.edtf)}.", f"That makes {say(edtf)}.")
    return Reading(edtf, steps, mod=mod, grade="B", anchor=anchor)


def weekday_of_week(found: Found, context: Context) -> Reading:
    """Thursday of next week: counts from the article's own date."""
    words = context.words
    day = words.weekday(found.groups.get("weekday") or found.groups["weekday_behind"])
    way = words.look_up("ways", found.groups.get("way") or found.groups["way_first"])
    published = context.published
    if published is None or published.first is None or published.first != published.last:
        return undated(f"XXXX-WXX-{day + 1}", NOWHERE)
    edtf = day_text(published.first - weekday(published.first) + way * WEEK + day)
    own = say(context.document.published.edtf or "")
    steps = (f"“{found.text}” counts from the article's own date, {own}.", f"That day is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=context.by_publication())


def same_last_year(found: Found, context: Context) -> Reading:
    """The same month of the previous year: the stretch told last, a year before; else the year before the article."""
    told = context.last
    b = bounds(told.edtf) if told and told.edtf else None
    if told and told.edtf and b and b.first is not None and b.last is not None and b.last - b.first <= 366:
        value = parse(told.edtf)
        timex = None
        if isinstance(value, Date):
            edtf = str(replace(value, year=value.year - 1, day=None))
        else:
            (year, month, _), (last, end, _) = civil(b.first), civil(b.last)
            edtf = f"{Date(year - 1, month)}/{Date(last - 1, end)}"
            number = told.value.partition("-")[2]
            timex = f"{Date(year - 1)}-{number}" if number[:1] in {"Q", "H"} else None
        steps = (f"“{found.text}” counts from “{told.text}”.", f"A year before is {say(edtf)}.")
        return Reading(edtf, steps, value=timex, grade="B", anchor=context.by_last())
    if context.published is None or context.published.last is None:
        return undated("XXXX", NOWHERE)
    edtf = str(Date(civil(context.published.last)[0] - 1))
    step = f"“{found.text}” counts from the article's own date; the year before is {say(edtf)}."
    return Reading(edtf, (step,), grade="B", anchor=context.by_publication())
