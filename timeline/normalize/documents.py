"""When was each article written? Evidence from its own text and from the whole collection.

In this order: what the metadata give; what the text says of itself ("appeared on 16 July 2021"); an
anniversary that it celebrates, of something that this or another article dates; and else only a bound, the
latest past date that it tells. Never a bare guess: each answer carries its reason in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.edtf import Date, Edtf, End, Interval, bounds, civil, parse, say, width
from timeline.languages import folder_of
from timeline.model import Document, Found, Mention, Published
from timeline.normalize.anniversaries import marked_thing
from timeline.normalize.arithmetic import year_of
from timeline.normalize.context import looks_ahead, sentence_at
from timeline.normalize.words import phrase, words_of

MONTH = 31


def date_document(document: Document, found: Sequence[Found], mentions: Sequence[Mention]) -> Document:
    """The document with its date: given, stated, inferred, or bounded, each with the reason.

    ``found`` and ``mentions`` are its own, read without knowing its date.
    """
    if document.published.origin in {"given", "stated"}:
        return document
    answer = _stated(document, mentions) or _celebrating(document, found, mentions) or _after_latest(document, mentions)
    return replace(document, published=answer) if answer else document


def _stated(document: Document, mentions: Sequence[Mention]) -> Published | None:
    """The most precise date in a line that speaks of publication."""
    lines = [z for z in document.zones if z.kind in {"publication", "dateline"}]
    dated = [
        (width(m.edtf), m)
        for m in mentions
        if m.edtf and m.grade == "A" and m.type == "DATE" and any(z.span.holds(m.start, m.end) for z in lines)
    ]
    fitting = [(w, m) for w, m in dated if w is not None and w <= MONTH]
    if not fitting:
        return None
    _, mention = min(fitting, key=lambda pair: (pair[0], pair[1].start))
    zone = next(z for z in lines if z.span.holds(mention.start, mention.end))
    return Published(mention.edtf, "stated", f"“{mention.text}” stands in its text; {zone.reason}")


def _celebrating(document: Document, found: Sequence[Found], mentions: Sequence[Mention]) -> Published | None:
    """The month (or year) of an anniversary that the article celebrates, if it tells of nothing later."""
    language = folder_of(document.language)
    for one in found:
        if one.reading != "anniversary":
            continue
        reading = next((m for m in mentions if m.start == one.start), None)
        if reading is None or reading.edtf is None or not reading.implied:
            continue
        if reading.anchor and reading.anchor.kind == "mention":
            continue  # the text itself dates the celebration: that may have been long ago
        marked = reading.implied[0].edtf
        target, year = year_of(marked), year_of(reading.edtf)
        if target is None or year is None or any(_later(m, year) for m in mentions):
            continue
        first, last = bounds(marked).first, bounds(marked).last
        span = sentence_at(document, one.start)
        thing = marked_thing(document.text, span.start, span.end, one)[0]
        thing = thing if phrase("determined", language).match(thing) else f"“{thing}”"
        reason = f"it speaks of the {one.text} of {thing}, which is dated {say(marked)}"
        if first is not None and first == last:
            _, month, _ = civil(first)
            return Published(
                str(Date(year, month)),
                "inferred",
                f"{reason}; so it was written about {say(reading.edtf)}",
            )
        return Published(str(Date(year)), "inferred", f"{reason}; so it was written in {year}")
    return None


def _later(mention: Mention, year: int) -> bool:
    if mention.edtf is None or mention.grade != "A" or mention.outcome != "open":
        return False
    first = bounds(mention.edtf).first
    return first is not None and civil(first)[0] > year


def _after_latest(document: Document, mentions: Sequence[Mention]) -> Published | None:
    """A lower bound: the latest date that the article tells of as past."""
    told = []
    words = words_of(folder_of(document.language))
    for m in mentions:
        if m.edtf is None or m.grade != "A" or m.outcome != "open" or m.type != "DATE":
            continue
        if looks_ahead(document, sentence_at(document, m.start), m.start, words):
            continue
        value: Edtf | End = parse(m.edtf)
        if isinstance(value, Interval):
            value = value.start if isinstance(value.end, End) else value.end
        if isinstance(value, Date) and (first := bounds(value).first) is not None:
            told.append((first, -m.start, m, value))
    if not told:
        return None
    first, _, latest, value = max(told, key=lambda one: one[:2])
    limit = Date(civil(first)[0]) if value.masked or value.qualifier else value
    return Published(f"{limit}/..", "inferred", f"only a bound: “{latest.text}” is the latest date that it tells")
