"""What the date of a mention does to the reference time: whether later dates count from it, and from which end."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import bounds
from timeline.model import Found, Genre, Mention
from timeline.normalize.context import Context, is_marked
from timeline.normalize.standpoint import said_otherwise
from timeline.normalize.stories import is_year_of_all

PERIODS = frozenset(("period", "period-phase", "period-part"))
"""The readings from which no later date counts: a story names a war without leaving its own time."""

ASIDE = frozenset(("clock", "hour-alone", "same-part", "age", "age-decade", "later-listed"))
"""Further readings of which this is so: "two, three and ten years later" all count from one date."""


def go_on(found: Found, mention: Mention, context: Context) -> None:
    """Note what has been read, for what comes later."""
    context.read.append(mention)
    aside = found.start in context.story.asides or said_otherwise(context.document.text, context.read)
    if not aside and _moves_reference(found, mention, context.genre) and not _told_already(found, mention, context):
        context.last = mention
    elif not aside:
        context.last = _end_of(found, mention, context) or context.last


def _end_of(found: Found, mention: Mention, context: Context) -> Mention | None:
    """The mention of a stretch too wide to count from as the end of it, from which a history goes on."""
    if context.genre != "narrative" or found.reading not in {"range", "range-years"} or mention.outcome != "open":
        return None
    start, _, end = (mention.edtf or "").partition("/")
    if not (start.isdigit() and end.isdigit()) or is_marked(context.document.text, found.start, context.words.language):
        return None
    return replace(mention, edtf=end)


def _told_already(found: Found, mention: Mention, context: Context) -> bool:
    """Whether the words only give the year of the date told last, from which things go on: "It was 1848"."""
    last = context.last.edtf if context.last else None
    return last is not None and mention.edtf == last[:4] and is_year_of_all(found, context)


def _moves_reference(found: Found, mention: Mention, genre: Genre) -> bool:
    """Whether later relative dates count from this one: a date of the story, no wider than a decade, or a limit.

    A year of more than four figures (EDTF's Y) has no months, and nothing counts from it.
    """
    if mention.edtf is None or "Y" in mention.edtf or mention.outcome != "open":
        return False
    if found.reading in PERIODS | ASIDE:
        return False
    if found.reading == "anniversary" and mention.anchor and mention.anchor.kind == "publication":
        return False  # the day of writing is no part of the story
    b = bounds(mention.edtf)
    if b.last is None:
        return genre == "narrative"  # "the dearest since 2008": news goes back to its own day
    return b.first is None or b.last - b.first <= 11 * 366
