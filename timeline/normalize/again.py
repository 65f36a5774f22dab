"""Readings of words that say again when something was: the wettest day in its history, this date, an anniversary."""

from __future__ import annotations

from timeline.edtf import parse, precision, say
from timeline.model import Anchor, Found, Mention
from timeline.normalize.arithmetic import limit, told_year
from timeline.normalize.context import Context, Reading, set_aside
from timeline.normalize.timex import unknown_value

SAID = "says in other words when that was"
UNSAID = "no date beside it says which was meant"
NEAR = 300  # code points: what is meant stands no further back
PRECISIONS = {"D": "day", "M": "month", "Y": "year"}


def told_again(found: Found, context: Context) -> Reading:
    """The day, month or year told right before; an anniversary's in the same sentence."""
    letter = context.words.unit(found.groups.get("unit", "day"))
    unit = PRECISIONS.get(letter)
    since = context.sentence(found.start).start
    if "this" in found.groups or "best" in found.groups:
        since = min(since, found.start - NEAR)
    told = next((one for one in reversed(context.read) if one.start >= since and _is_told(one, unit)), None)
    if told is None or told.edtf is None:
        return set_aside(unknown_value(letter), UNSAID)
    steps = (f"“{found.text}” is “{told.text}”, told before it: {say(told.edtf)}.",)
    anchor = Anchor("mention", told.edtf, told.id)
    return Reading(told.edtf, steps, grade="B", anchor=anchor, outcome="set aside", reason=SAID)


def _is_told(mention: Mention, unit: str | None) -> bool:
    return mention.edtf is not None and mention.outcome == "open" and precision(parse(mention.edtf)) == unit


def said_in_years(found: Found, years: int, context: Context) -> Reading | None:
    """The year right before it in other words: "since the flood of 1768, a hundred and seven years before"."""
    beside, *before = (*reversed(context.read), None)[:8]
    text = context.document.text
    if beside is None or not beside.edtf or not context.phrase("apposed").fullmatch(text[beside.end : found.start]):
        return None
    told = next((m for m in before if m is not None and m.edtf and m.outcome == "open"), None)
    year, now = told_year(beside.edtf), told_year(limit(told.edtf)) if told and told.edtf else None
    loose = -years // 10 if years < 0 and years % 10 == 0 else 0  # "half a century before" is a round number
    if year is None or now is None or told is None or abs(now + years - year) > loose:
        return None
    side = "after" if years > 0 else "before"
    steps = (
        f"“{found.text}” counts from “{told.text}”, told before: {abs(years)} years {side} that is {year}.",
        f"So it says the same as “{beside.text}”, beside it.",
    )
    return Reading(beside.edtf, steps, grade="B", anchor=Anchor("mention", told.edtf or "", told.id))
