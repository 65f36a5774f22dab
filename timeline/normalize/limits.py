"""Readings of limits: since, until, by, from. What a limit means may hang on the words around it."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages import folder_of
from timeline.model import Document, Found
from timeline.normalize import ranges
from timeline.normalize.anchored import first_since
from timeline.normalize.context import Context, Reading, begins_sentence, sentence_at
from timeline.normalize.direction import CLAUSE
from timeline.normalize.pointing import is_later_on
from timeline.normalize.words import phrase, words_of

NAMED = 24  # code points before a limit: nothing longer gives a name
AFTER = ["start", "AFTER"]


def apart(found: Found, document: Document) -> tuple[Found, ...]:
    """The found words, or the date in them where that is no limit: "after yesterday's fire", "a coin from 1066".

    None where it is a name: "a street named after 18 March".
    """
    if found.reading == "open" and phrase("owns_behind", folder_of(document.language)).match(document.text, found.end):
        return (found.parts["part"],)
    if found.reading == "open" and _names(found, document):
        return ()
    if found.reading == "open-from" and not _lasts(found, document):
        return (found.parts["part"],)
    if found.reading == "later-on":
        return (_later_on(found, document),)
    return (found,)


def _names(found: Found, document: Document) -> bool:
    """Whether something bears the name of the day: "a street named after 18 March"."""
    language = folder_of(document.language)
    before = phrase("named_before", language).search(document.text[max(0, found.start - NAMED) : found.start])
    return before is not None and words_of(language).look_up("open", found.groups["open"]) == AFTER


def _later_on(found: Found, document: Document) -> Found:
    """The words as a date, where they open a sentence before somebody who did something, else the length in them."""
    subject = phrase("who_did", folder_of(document.language))
    if begins_sentence(document.text, found.start) and is_later_on(found, document.text, subject):
        return replace(found, reading="later")
    end = found.spans["unit"][1]
    groups = {**found.groups, "amount": found.groups["count"]}
    text = document.text[found.start : end]
    return replace(found, rule="duration", reading="duration", type="DURATION", end=end, text=text, groups=groups)


def open_ended(found: Found, context: Context, read: ranges.ReadPart) -> Reading | None:
    """A limit with its other side open; what did not happen until a date happened then."""
    before = _clause_before(found, context.document)
    if context.phrase("until").match(found.groups["open"]) and context.phrase("denied").search(before):
        return ranges.told(found, context, read)
    return first_since(found, context, ranges.open_ended(found, context, read))


def _lasts(found: Found, document: Document) -> bool:
    """Whether something goes on from then: its clause has a verb for that, or begins with the words."""
    before = _clause_before(found, document)
    if "head" in found.groups or not before.strip():
        return not before.strip() and begins_sentence(document.text, found.start)
    return phrase("lasts_from", folder_of(document.language)).search(before) is not None


def _clause_before(found: Found, document: Document) -> str:
    """The words of the clause before the mention."""
    start = max(sentence_at(document, found.start).start, found.start - CLAUSE)
    return phrase("clause_parts", folder_of(document.language)).split(document.text[start : found.start])[-1]
