"""The plain values of a collection file to records, each held against what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from timeline.errors import CollectionFileError
from timeline.model import (
    Alternative,
    Anchor,
    Annotation,
    Citation,
    Conflict,
    Document,
    DocumentKind,
    Event,
    Genre,
    Grade,
    Implied,
    Locator,
    LocatorKind,
    Mention,
    OriginOfDate,
    Outcome,
    Published,
    Role,
    Selector,
    Source,
    Span,
    Status,
    TimexType,
    Zone,
    ZoneKind,
)
from timeline.store.entry import Entry
from timeline.store.proof import prove, prove_mention

R = TypeVar("R", Document, Mention, Event)

DAY = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}")
"""A day as a file has it: an astronomical year of any number of digits."""


def read_document(entry: Entry) -> Document:
    """The Document of an object of the file."""
    text = entry.get("text", str)
    published = entry.below("published", entry.get("published", dict))
    document = Document(
        id=entry.get("id", str),
        file=entry.get("file", str),
        text=text,
        sha256=entry.get("sha256", str),
        title=entry.text_or_none("title"),
        author=entry.text_or_none("author"),
        publisher=entry.text_or_none("publisher"),
        url=entry.text_or_none("url"),
        language=entry.text_or_none("language"),
        published=Published(
            edtf=published.edtf_or_none("edtf"),
            origin=published.one_of("origin", OriginOfDate),
            reason=published.get("reason", str),
        ),
        encoding=entry.get("encoding", str, "utf-8"),
        zones=tuple(_read_zone(zone, len(text)) for zone in entry.each("zones", [])),
        sentences=_read_sentences(entry, len(text)),
        note=entry.text_or_none("note", None),
        genre=entry.one_of_or_none("genre", Genre),
        edition_of=entry.text_or_none("edition_of", None),
        kind=entry.one_of_or_none("kind", DocumentKind),
        licence=entry.text_or_none("licence", None),
        locators=tuple(_read_locator(locator, len(text)) for locator in entry.each("locators", [])),
    )
    published.close()
    entry.close()
    return document


def _read_zone(entry: Entry, length: int) -> Zone:
    start, end = entry.span(length)
    zone = Zone(entry.one_of("kind", ZoneKind), Span(start, end), entry.get("reason", str))
    entry.close()
    return zone


def _read_locator(entry: Entry, length: int) -> Locator:
    start = entry.get("start", int)
    if start < 0:
        raise entry.error(f"start {start} is no place in a text")
    locator = Locator(entry.one_of("kind", LocatorKind), entry.get("label", str), min(start, length))
    entry.close()
    return locator


def _read_sentences(entry: Entry, length: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for pair in entry.get("sentences", list, []):
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)):
            raise entry.error("'sentences' must be a list of pairs of whole numbers")
        start, end = pair
        if not 0 <= start <= end:
            raise entry.error(f"the sentence {start} to {end} is no place in a text")
        if end <= length or start < length:
            spans.append(Span(start, min(end, length)))  # the text may have been cut since
    return tuple(spans)


def read_mention(entry: Entry, documents: Mapping[str, Document]) -> Mention:
    """The Mention of an object of the file, marked where its words are no longer in their place."""
    document = _known(entry, documents)
    text = entry.get("text", str)
    (start, end), standing = prove_mention(document.text, entry.stretch(), text)
    mention = Mention(
        id=entry.get("id", str),
        document=document.id,
        start=start,
        end=end,
        text=text,
        type=entry.one_of("type", TimexType),
        value=entry.get("value", str),
        mod=entry.text_or_none("mod", None),
        edtf=entry.edtf_or_none("edtf"),
        grade=entry.one_of("grade", Grade),
        rule=entry.get("rule", str),
        derivation=entry.texts("derivation"),
        anchor=_read_anchor(entry),
        implied=tuple(_read_implied(implied, len(document.text)) for implied in entry.each("implied", [])),
        annotations=tuple(_read_annotation(each, len(document.text)) for each in entry.each("annotations", [])),
        alternatives=tuple(_read_alternative(each) for each in entry.each("alternatives", [])),
        outcome=entry.one_of("outcome", Outcome),
        reason=entry.get("reason", str),
        standing=standing,
    )
    entry.asked.add("standing")  # proved anew each time
    entry.close()
    return mention


def _read_anchor(entry: Entry) -> Anchor | None:
    entry.asked.add("anchor")
    if entry.data.get("anchor") is None:
        return None
    below = entry.below("anchor", entry.data["anchor"])
    kind = below.get("kind", str)
    if kind not in ("publication", "mention", "event"):
        raise below.error(f"'kind' is {kind!r}; it must be one of 'publication', 'mention', 'event'")
    anchor = Anchor(kind, below.edtf("edtf"), below.text_or_none("mention", None))  # type: ignore[arg-type]  # checked
    below.close()
    return anchor


def _read_implied(entry: Entry, length: int) -> Implied:
    start, end = entry.span(length)
    implied = Implied(entry.edtf("edtf"), start, end, entry.texts("derivation"))
    entry.close()
    return implied


def _read_annotation(entry: Entry, length: int) -> Annotation:
    start, end = entry.span(length)
    mod = entry.text_or_none("mod", None)
    annotation = Annotation(start, end, entry.one_of("type", TimexType), entry.get("value", str), mod)
    entry.close()
    return annotation


def _read_alternative(entry: Entry) -> Alternative:
    alternative = Alternative(entry.edtf("edtf"), entry.get("reason", str))
    entry.close()
    return alternative


def read_event(entry: Entry, documents: Mapping[str, Document], mentions: Mapping[str, Mention]) -> Event:
    """The Event of an object of the file, each citation marked that no longer stands where it stood."""
    event = Event(
        id=entry.get("id", str),
        edtf=entry.edtf("edtf"),
        mod=entry.text_or_none("mod", None),
        earliest=_read_day(entry, "earliest"),
        latest=_read_day(entry, "latest"),
        headline=entry.get("headline", str),
        headline_source=entry.one_of("headline_source", Source, ""),
        summary=entry.get("summary", str, ""),
        kind=entry.get("kind", str),
        citations=tuple(_read_citation(citation, documents, mentions) for citation in entry.each("citations")),
        participants=entry.texts("participants"),
        places=entry.texts("places"),
        conflicts=tuple(_read_conflict(conflict, documents, mentions) for conflict in entry.each("conflicts")),
        derivation=entry.texts("derivation", []),
        status=entry.one_of("status", Status, "told"),
        review=entry.get("review", str),
        tags=entry.texts("tags"),
        note=entry.get("note", str),
    )
    if not event.citations:
        raise entry.error("an event needs at least one citation")
    entry.close()
    return event


def _read_day(entry: Entry, key: str) -> str | None:
    """An ISO day with an astronomical year, of any number of digits, or None."""
    day = entry.text_or_none(key)
    if day is not None and not DAY.fullmatch(day):
        raise entry.error(f"{key!r} is {day!r}; it must be a day such as '1961-07-11' or null")
    return day


def _read_citation(entry: Entry, documents: Mapping[str, Document], mentions: Mapping[str, Mention]) -> Citation:
    document = _known(entry, documents)
    start, end = entry.stretch()
    told = Selector(start, end, entry.get("exact", str), entry.get("prefix", str), entry.get("suffix", str))
    selector, standing = prove(document.text, told)
    mention, role = _known_mention(entry, mentions), entry.one_of("role", Role)
    entry.asked.add("standing")  # proved anew each time
    entry.close()
    return Citation(document.id, mention, selector, role, standing)


def _read_conflict(entry: Entry, documents: Mapping[str, Document], mentions: Mapping[str, Mention]) -> Conflict:
    document = _known(entry, documents)
    edtf, mention = entry.edtf("edtf"), _known_mention(entry, mentions)
    conflict = Conflict(edtf, document.id, mention, entry.get("reason", str), entry.get("settled", str, ""))
    entry.close()
    return conflict


def _known(entry: Entry, documents: Mapping[str, Document]) -> Document:
    name = entry.get("document", str)
    if name not in documents:
        raise entry.error(f"no document has the id {name!r}")
    return documents[name]


def _known_mention(entry: Entry, mentions: Mapping[str, Mention]) -> str:
    name = entry.get("mention", str)
    if name and name not in mentions:
        raise entry.error(f"no mention has the id {name!r}")
    return name


def by_id(records: Sequence[R], what: str) -> dict[str, R]:
    """The records by their ``id``; raises CollectionFileError where two share one."""
    found: dict[str, R] = {}
    for record in records:
        if record.id in found:
            raise CollectionFileError(f"{what}/{record.id}: two {what} have this id")
        found[record.id] = record
    return found
