"""Readings of words that say again when something was: the wettest day in its history, this date, an anniversary."""

from __future__ import annotations

from timeline.edtf import parse, precision, say
from timeline.model import Anchor, Found, Mention
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
