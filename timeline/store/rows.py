"""Records to the rows of a database and back: as in the collection file, without what the article's text says anyway.

A hundred thousand events must open in moments. So a quote that stands in its document is kept as its two offsets, and
keys that hold nothing are left out; rows are trusted, because only this module writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from timeline.errors import CollectionFileError
from timeline.model import (
    Alternative,
    Anchor,
    Annotation,
    Citation,
    Conflict,
    Document,
    Event,
    Implied,
    Mention,
    Selector,
)
from timeline.store.database.words import row_text
from timeline.store.entry import Entry
from timeline.store.plain import Plain, plain_document, plain_event, plain_mention
from timeline.store.records import read_document

Texts = Mapping[str, str]
"""The texts of documents by the documents' ids."""

_EXACT = frozenset({"mod", "text"})
"""Keys whose empty text is not the same as none."""


def document_row(document: Document) -> str:
    """The body of a document, without its text, which has a column of its own."""
    plain = plain_document(document)
    del plain["text"]
    return row_text(plain)


def document_of(body: str, text: str) -> Document:
    """The document of a row. Raises CollectionFileError where the row is broken."""
    return read_document(Entry({**json.loads(body), "text": text}, "documents", {}))


def mention_row(mention: Mention, texts: Texts) -> str:
    """The body of a mention."""
    plain = plain_mention(mention)
    if texts[mention.document][mention.start : mention.end] == mention.text:
        del plain["text"]
    return row_text(_filled(plain))


def event_row(event: Event, texts: Texts) -> str:
    """The body of an event."""
    plain = plain_event(event)
    if plain["citations"] and plain["summary"] == plain["citations"][0]["exact"]:
        plain["summary"] = True  # it is the first citation's sentence
    for citation in plain["citations"]:
        text, start, end = texts[citation["document"]], citation["start"], citation["end"]
        usual = Selector.of(text, start, end)
        if (citation["exact"], citation["prefix"], citation["suffix"]) == (usual.exact, usual.prefix, usual.suffix):
            del citation["exact"], citation["prefix"], citation["suffix"]
    return row_text(_filled(plain))


def _filled(plain: Plain) -> Plain:
    return {
        key: value
        for key, value in plain.items()
        if not (value is None or value == [] or (value == "" and key not in _EXACT))
    }


def mentions_of(bodies: Iterable[str], texts: Texts) -> tuple[Mention, ...]:
    """The mentions of rows, in their order."""
    return tuple(_mention(plain, texts) for plain in _all(bodies))


def events_of(bodies: Iterable[str], texts: Texts) -> tuple[Event, ...]:
    """The events of rows, in their order."""
    return tuple(_event(plain, texts) for plain in _all(bodies))


def _all(bodies: Iterable[str]) -> list[Plain]:
    """All rows in one go: the parser then makes each key once, which takes a third off its time."""
    try:
        found: list[Plain] = json.loads(f"[{','.join(bodies)}]")
    except ValueError as error:
        raise CollectionFileError(f"a row of the database is broken ({error}); restore a backup") from error
    return found


def _mention(plain: Plain, texts: Texts) -> Mention:
    get = plain.get
    document, start, end = plain["document"], plain["start"], plain["end"]
    text = get("text")
    anchor = get("anchor")
    return Mention(
        get("id", ""),
        document,
        start,
        end,
        texts[document][start:end] if text is None else text,
        plain["type"],
        get("value", ""),
        get("mod"),
        get("edtf"),
        plain["grade"],
        get("rule", ""),
        tuple(get("derivation", ())),
        Anchor(**anchor) if anchor else None,
        tuple(Implied(one["edtf"], one["start"], one["end"], tuple(one["derivation"])) for one in get("implied", ())),
        tuple(Annotation(**one) for one in get("annotations", ())),
        tuple(Alternative(**one) for one in get("alternatives", ())),
        plain["outcome"],
        get("reason", ""),
        get("standing", "stands"),
    )


def _event(plain: Plain, texts: Texts) -> Event:
    get = plain.get
    citations = tuple(_citation(one, texts) for one in get("citations", ()))
    summary = get("summary", "")
    return Event(
        get("id", ""),
        plain["edtf"],
        get("mod"),
        get("earliest"),
        get("latest"),
        get("headline", ""),
        get("kind", ""),
        citations,
        tuple(get("participants", ())),
        tuple(get("places", ())),
        tuple(Conflict(**one) for one in get("conflicts", ())),
        tuple(get("derivation", ())),
        get("headline_source", ""),
        citations[0].selector.exact if summary is True else summary,
        plain["status"],
        get("review", ""),
        tuple(get("tags", ())),
        get("note", ""),
    )


def _citation(plain: Plain, texts: Texts) -> Citation:
    document, start, end = plain["document"], plain["start"], plain["end"]
    if "exact" in plain:
        selector = Selector(start, end, plain["exact"], plain["prefix"], plain["suffix"])
    else:
        selector = Selector.of(texts[document], start, end)
    return Citation(document, plain["mention"], selector, plain["role"], plain.get("standing", "stands"))
