"""What "last week", "this year" and "two years ago" count from: the day of writing, or the time a history tells of."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.edtf import Bounds, bounds, civil
from timeline.model import Found, Mention
from timeline.normalize.arithmetic import limit
from timeline.normalize.context import Base, Context, in_speech, is_heading
from timeline.normalize.direction import CLAUSE

NEAR = 2  # years: a story that has come so close to the writing has arrived at its present
WIDEST = 366  # days
RECENT = 60  # days: a weekday so close to the writing is the writer's own


def standpoint(found: Found, context: Context) -> Base | None:
    """What the words count from; None where nothing says it.

    In a history that has told a date it is that date for "this year" and the like, and for all others too where
    nothing says when it was written; unless the clause speaks in the present, or the story has come within two years
    of the writing. What is quoted in it was said at the time that it tells of; where that is wide, nothing says when.
    """
    writing = context.written_base()
    last = context.last
    if context.genre != "narrative" or last is None or last.edtf is None:
        return writing
    told = limit(last.edtf)
    base = bounds(told)
    if base.first is None or base.last is None or base.last - base.first > WIDEST:
        return None if context.history and in_speech(context.document.text, found.start) else writing
    this = (
        found.reading == "relative" and context.words.look_up("ways", _way(found)) == 0 and not _weekly(found, context)
    )
    if writing is None or _of_story(found, context, base):
        return context.told_base(last, told)
    if not this or _near(base, writing.bounds) or speaks_now(found, context):
        return writing
    return context.told_base(last, told)


def _of_story(found: Found, context: Context, told: Bounds) -> bool:
    """Whether the words are spoken by somebody in the story, or are a weekday behind one of its days."""
    if not context.history:
        return False
    if found.reading == "weekday" and "way" not in found.groups:
        writing = context.published.first if context.published else None
        arrived = writing is not None and told.last is not None and writing - told.last <= RECENT
        return told.first == told.last and not arrived
    if found.reading == "ago" and context.phrase("had_been").search(_clause_before(found, context)):
        return True  # "said that the bank had closed two years ago": the tense is that of the story
    return in_speech(context.document.text, found.start)


def _clause_before(found: Found, context: Context) -> str:
    start = max(context.sentence(found.start).start, found.start - CLAUSE)
    return context.phrase("clause_end").split(context.document.text[start : found.start])[-1]


def _weekly(found: Found, context: Context) -> bool:
    """Whether the unit is a week or a weekend: histories don't count in those, whoever writes "this week" means his."""
    unit = found.groups.get("unit", "").lower()
    return context.words.tables["units"].get(unit) in {"W", "WE"}


def of_writing(base: Base) -> bool:
    """Whether it is the article's own date."""
    return base.anchor is not None and base.anchor.kind == "publication"


def _way(found: Found) -> str:
    return found.groups.get("way") or found.groups.get("way_day") or ""


def _near(told: Bounds, writing: Bounds) -> bool:
    """Whether no more than two years lie between them."""
    if told.last is None or writing.first is None:
        return False
    return civil(writing.first)[0] - civil(told.last)[0] <= NEAR


def speaks_now(found: Found, context: Context) -> bool:
    """Whether the clause around the words is in the present or the perfect tense."""
    sentence, text = context.sentence(found.start), context.document.text
    ends = context.phrase("clause_end")
    told = ends.split(text[max(sentence.start, found.start - CLAUSE) : found.start])[-1]
    untold = ends.split(text[found.end : min(sentence.end, found.end + CLAUSE)])[0]
    return context.phrase("speaks_now").search(f"{told} . {untold}") is not None


def is_to_come(found: Found, context: Context) -> bool:
    """Whether the writer of a history looks ahead of his own day: "will reopen on 4 July", a title with a plan.

    What is quoted was said at the time that the history tells of.
    """
    text = context.document.text
    if context.published is None or in_speech(text, found.start):
        return False
    line, stop = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
    if is_heading(text[line : stop if stop >= 0 else len(text)]):
        return context.phrase("headline_plan").fullmatch(text[line : found.start]) is not None
    return context.phrase("is_to_come").search(_clause_before(found, context)) is not None


def said_otherwise(text: str, read: Sequence[Mention]) -> bool:
    """Whether the last date stands in brackets right behind another: the same day in another calendar."""
    if len(read) < 2:
        return False
    before, last = read[-2:]
    return before.edtf is not None and text[before.end : last.start].strip(" ") in {"(", "["}
