"""The collection as the explorer wants it: everything worked out, as plain JSON data.

Dates go out in words and as places on the axis, sentences and articles as parts (``timeline.chart.articles``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.chart.articles import article, flat, sentence_of, sentence_parts
from timeline.chart.labels import labels, shown
from timeline.chart.shapes import Mark, extent, marks
from timeline.edtf import DateSet, parse, say
from timeline.languages import load
from timeline.model import Citation, Collection, Document, Event, Mention

_STATES = ("tells", "implies", "differs", "silent")

_LONG = 9.0
"""Years from which on a soft mark is ended by the day of writing: decades and longer."""

_REMARKS = {
    "planned": "Planned: no article says that it came about.",
    "reported": "Reported: the articles only pass on what others say.",
    "denied": "Denied: it is told as something that did not happen.",
}

_STATE_OF_ROLE = {"states": "tells", "refers": "tells", "implies": "implies"}


def payload(collection: Collection) -> dict[str, Any]:
    """Everything that the explorer shows of a collection, as JSON data.

    Keys: ``lanes`` (names, in order), ``documents``, ``events`` (in the collection's order, which is that of
    time), ``undated`` and ``aside`` (mentions with their reasons), ``counts``. Raises ``EdtfError`` if an
    event's date is none.
    """
    number = {document.id: index for index, document in enumerate(collection.documents)}
    mentions = {mention.id: mention for mention in collection.mentions}
    lanes = _lanes(collection)
    owners: dict[str, str] = {}
    for event in collection.events:
        for owned in [c.mention for c in event.citations] + [c.mention for c in event.conflicts]:
            if owned:
                owners.setdefault(owned, event.id)
    outcomes = Counter(mention.outcome for mention in collection.mentions)
    by_document: dict[str, list[Mention]] = {}
    for mention in collection.mentions:
        by_document.setdefault(mention.document, []).append(mention)
    return {
        "lanes": [_name(lane) for lane in lanes],
        "documents": [article(d, by_document.get(d.id, []), owners) for d in collection.documents],
        "events": [
            _event(e, lanes.index(_lane(e)), collection.documents, number, mentions)
            | {"sources": _sources(e, collection.documents, number, mentions, by_document)}
            for e in collection.events
        ],
        "undated": [_left(m, number) for m in collection.mentions if m.outcome == "undated"],
        "aside": [_left(m, number) for m in collection.mentions if m.outcome == "set aside"],
        "counts": {"event": outcomes["event"], "undated": outcomes["undated"], "aside": outcomes["set aside"]},
    }


def _lanes(collection: Collection) -> list[str]:
    """The lanes in the order that the language's data give; unknown ones follow in order of their first event."""
    order = {lane: place for place, lane in enumerate(load("en", "kinds")["lanes"])}
    lanes = dict.fromkeys(_lane(event) for event in collection.events)
    return sorted(lanes, key=lambda lane: order.get(lane, len(order)))


def _lane(event: Event) -> str:
    """The lane of the event's kind; a kind that the language's data don't know is a lane of its own."""
    return str(load("en", "kinds")["lane_of"].get(event.kind, event.kind))


def _name(kind: str) -> str:
    text = shown(kind).replace("_", " ").replace("-", " ").strip() or "other"
    return text[0].upper() + text[1:]


def _event(
    event: Event, lane: int, documents: Sequence[Document], number: Mapping[str, int], mentions: Mapping[str, Mention]
) -> dict[str, Any]:
    cited = [mentions[c.mention] for c in event.citations if c.mention in mentions]
    dating = [m for m in cited if m.edtf == event.edtf] or cited
    drawn = list(marks(event.edtf, within=any(_some_time_in(m) for m in dating)))
    choice = None
    if len(drawn) > 1:
        choice = "and" if isinstance(value := parse(event.edtf), DateSet) and value.every else "or"
    why = [shown(step) for step in event.derivation or _steps(dating)]
    if event.status != "planned":
        drawn, written_on = _not_after(drawn, event, documents)
        if written_on:
            why.append(f"Drawn up to {written_on}, when the article was written.")
    if event.conflicts:
        choice = "differs"
        for other in dict.fromkeys(c.edtf for c in event.conflicts):
            drawn.extend(marks(other, differs=True))
    written = event.status != "implied" and any(m.grade == "A" for m in dating)
    headline = " ".join(shown(event.headline).split())
    told = _told(event, documents)
    return {
        "id": event.id,
        "lane": lane,
        "kind": _name(event.kind),
        "headline": headline,
        "labels": labels(headline),
        "when": say(event.edtf, event.mod),
        "short": " or ".join(dict.fromkeys([say(event.edtf, event.mod), *(say(c.edtf) for c in event.conflicts)])),
        "differ": [
            {"when": say(edtf), "documents": [number[c.document] for c in event.conflicts if c.edtf == edtf]}
            for edtf in dict.fromkeys(c.edtf for c in event.conflicts)
        ],
        "marks": [_drawn(mark) for mark in sorted(drawn, key=_order)],
        "choice": choice,
        "hollow": event.status in ("implied", "reported", "denied"),
        "remark": _REMARKS.get(event.status, ""),
        "written": written,
        "weight": len({d.source for d, state in zip(documents, told, strict=True) if state in {"tells", "implies"}}),
        "told": told,
        "why": why,
        "note": shown(event.note),
    }


def _not_after(drawn: Sequence[Mark], event: Event, documents: Sequence[Document]) -> tuple[list[Mark], str]:
    """Long soft marks end on the day when the last citing article was written, which is said in words: else "".

    What an article of 2024 says of the 21st century happened before 2024.
    """
    citing = {c.document for c in event.citations}
    dates = [d.published.edtf for d in documents if d.id in citing and d.published.edtf]
    if not dates or len(drawn) != 1 or drawn[0].form != "soft":
        return list(drawn), ""
    (mark,) = drawn
    ends = {date: end for date in dates if (end := extent(date)[1]) is not None}
    last = max(ends, key=lambda date: ends[date], default=None)
    if last is None or mark.start is None or mark.end is None or mark.end - mark.start < _LONG:
        return list(drawn), ""
    if not mark.start < ends[last] < mark.end:
        return list(drawn), ""
    return [replace(mark, end=ends[last])], say(last)


def _some_time_in(mention: Mention) -> bool:
    """Whether the words mean some time inside a stretch: a week by its number, not "from the 5th to the 11th"."""
    return "-W" in mention.value and "/" not in mention.value


def _order(mark: Mark) -> float:
    return mark.start if mark.start is not None else mark.end if mark.end is not None else 0.0


def _drawn(mark: Mark) -> dict[str, Any]:
    return {"a": mark.start, "b": mark.end, "form": mark.form, "about": mark.about, "differs": mark.differs}


def _steps(cited: Iterable[Mention]) -> tuple[str, ...]:
    return next((m.derivation for m in cited if m.derivation), ())


def _told(event: Event, documents: Sequence[Document]) -> list[str]:
    """How each document stands to the event, in the order of documents: tells, implies, differs or silent.

    One that gives another date differs, even where it gives the event's own too.
    """
    told: dict[str, str] = {}
    for citation in event.citations:
        if told.get(citation.document) != "tells":
            told[citation.document] = _STATE_OF_ROLE[citation.role]
    told |= {conflict.document: "differs" for conflict in event.conflicts}
    return [told.get(document.id, "silent") for document in documents]


def _sources(
    event: Event,
    documents: Sequence[Document],
    number: Mapping[str, int],
    mentions: Mapping[str, Mention],
    by_document: Mapping[str, Sequence[Mention]],
) -> list[dict[str, Any]]:
    """One record a sentence, with every mention in it that speaks of this event marked; the best proof first.

    The reader opens an article at a mention: for a sentence without one, at the nearest.
    """
    sentences: dict[tuple[str, int, int], list[tuple[str, Citation | None]]] = {}
    for citation in event.citations:
        key = (citation.document, citation.selector.start, citation.selector.end)
        sentences.setdefault(key, []).append((citation.mention, citation))
    for conflict in event.conflicts:
        mention = mentions.get(conflict.mention)
        if mention:
            start, end = sentence_of(documents[number[conflict.document]], mention)
            sentences.setdefault((conflict.document, start, end), []).append((mention.id, None))
    sources = []
    for (document, start, end), tellers in sentences.items():
        text = documents[number[document]].text
        spans = sorted({(mentions[m].start, mentions[m].end) for m, _ in tellers if m in mentions})
        states = [_STATE_OF_ROLE[c.role] if c else "differs" for _, c in tellers]
        sources.append({
            "document": number[document],
            "mention": tellers[0][0] or _nearest(by_document.get(document, ()), start),
            "state": min(states, key=_STATES.index),
            "parts": sentence_parts(text, start, end, spans),
        })  # fmt: skip

    def proof(source: Mapping[str, Any]) -> tuple[int, bool]:
        mention = mentions.get(source["mention"])
        return _STATES.index(source["state"]), mention is None or mention.edtf != event.edtf

    return sorted(sources, key=proof)


def _nearest(mentions: Sequence[Mention], place: int) -> str:
    """The id of the mention nearest to a place in their document; empty where the document has none."""
    return min(mentions, key=lambda m: (abs(m.start - place), m.start)).id if mentions else ""


def _left(mention: Mention, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "text": flat(mention.text),
        "why": shown(mention.reason),
        "document": number[mention.document],
        "mention": mention.id,
    }
