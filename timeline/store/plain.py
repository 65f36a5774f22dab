"""Records to the plain values of a collection file. What a key means: docs/collection-file.md."""

from __future__ import annotations

from typing import Any

from timeline.model import Citation, Document, Event, Mention

Plain = dict[str, Any]


def plain_document(document: Document) -> Plain:
    """The object of a document in the file."""
    return {
        "id": document.id,
        "file": document.file,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "published": {
            "edtf": document.published.edtf,
            "origin": document.published.origin,
            "reason": document.published.reason,
        },
        "note": document.note,
        "genre": document.genre,
        "edition_of": document.edition_of,
        "kind": document.kind,
        "licence": document.licence,
        "text": document.text,
        "zones": [
            {"kind": zone.kind, "start": zone.span.start, "end": zone.span.end, "reason": zone.reason}
            for zone in document.zones
        ],
        "locators": [
            {"kind": locator.kind, "label": locator.label, "start": locator.start} for locator in document.locators
        ],
        "sentences": [[span.start, span.end] for span in document.sentences],
    }


def plain_mention(mention: Mention) -> Plain:
    """The object of a mention in the file."""
    anchor = mention.anchor
    return {
        "id": mention.id,
        "document": mention.document,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
        "edtf": mention.edtf,
        "grade": mention.grade,
        "rule": mention.rule,
        "derivation": list(mention.derivation),
        "anchor": {"kind": anchor.kind, "edtf": anchor.edtf, "mention": anchor.mention} if anchor else None,
        "implied": [
            {"edtf": implied.edtf, "start": implied.start, "end": implied.end, "derivation": list(implied.derivation)}
            for implied in mention.implied
        ],
        "annotations": [
            {"start": one.start, "end": one.end, "type": one.type, "value": one.value, "mod": one.mod}
            for one in mention.annotations
        ],
        "alternatives": [{"edtf": other.edtf, "reason": other.reason} for other in mention.alternatives],
        "outcome": mention.outcome,
        "reason": mention.reason,
        **_standing(mention),
    }


def plain_event(event: Event) -> Plain:
    """The object of an event in the file."""
    return {
        "id": event.id,
        "edtf": event.edtf,
        "mod": event.mod,
        "earliest": event.earliest,
        "latest": event.latest,
        "headline": event.headline,
        "headline_source": event.headline_source,
        "summary": event.summary,
        "kind": event.kind,
        "status": event.status,
        "participants": list(event.participants),
        "places": list(event.places),
        "citations": [_plain_citation(citation) for citation in event.citations],
        "conflicts": [
            {
                "edtf": conflict.edtf,
                "document": conflict.document,
                "mention": conflict.mention,
                "reason": conflict.reason,
                **({"settled": conflict.settled} if conflict.settled else {}),
            }
            for conflict in event.conflicts
        ],
        "derivation": list(event.derivation),
        "review": event.review,
        "tags": list(event.tags),
        "note": event.note,
    }


def _plain_citation(citation: Citation) -> Plain:
    selector = citation.selector
    return {
        "document": citation.document,
        "mention": citation.mention,
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "role": citation.role,
        **_standing(citation),
    }


def _standing(quoted: Citation | Mention) -> Plain:
    """The mark of what no longer stands where it stood; nothing for all others."""
    return {} if quoted.standing == "stands" else {"standing": quoted.standing}
