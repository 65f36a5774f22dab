"""Readings of limits: since, until, by, from. What a limit means may hang on the words around it."""

from __future__ import annotations

from timeline.model import Found
from timeline.normalize import ranges
from timeline.normalize.anchored import first_since
from timeline.normalize.context import CLAUSE, Context, Reading, begins_sentence


def open_ended(found: Found, context: Context, read: ranges.ReadPart) -> Reading | None:
    """A limit with its other side open; what did not happen until a date happened then.

    None where the date only owns what is the limit: "after yesterday's fire".
    """
    if context.phrase("owns_behind").match(context.document.text, found.end):
        return None
    if context.phrase("until").match(found.groups["open"]) and _denied(found, context):
        return ranges.told(found, context, read)
    return first_since(found, context, ranges.open_ended(found, context, read))


def open_from(found: Found, context: Context, read: ranges.ReadPart) -> Reading | None:
    """The beginning of what goes on; None where nothing says that something lasts ("a coin from 1066")."""
    before = _clause_before(found, context)
    begins = not before.strip() and begins_sentence(context.document.text, found.start)
    if begins or context.phrase("lasts_from").search(before):
        return ranges.open_ended(found, context, read)
    return None


def _denied(found: Found, context: Context) -> bool:
    return context.phrase("denied").search(_clause_before(found, context)) is not None


def _clause_before(found: Found, context: Context) -> str:
    """The words of the clause before the mention."""
    start = max(context.sentence(found.start).start, found.start - CLAUSE)
    return context.phrase("clause_parts").split(context.document.text[start : found.start])[-1]
