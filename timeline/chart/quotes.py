"""A collection cut down to the sentences that speak of time, for those who may pass on quotes but not articles."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from timeline.model import Collection, Document, Event, Locator, Selector, Span, Whereabouts, Zone

_NOTE = "Only the sentences that speak of time are in this file."


def quotes_only(collection: Collection) -> Collection:
    """The same events and mentions; of each text only the sentences that are cited or hold a mention, one a line.

    What stood between them is left out, and the document's note says so. Every place points at the same words.
    """
    cuts = {document.id: _Cut(document, collection) for document in collection.documents}
    return replace(
        collection,
        documents=tuple(_document(document, cuts[document.id]) for document in collection.documents),
        mentions=tuple(
            replace(mention, start=cuts[mention.document].at(mention.start), end=cuts[mention.document].at(mention.end))
            for mention in collection.mentions
        ),
        events=tuple(_event(event, cuts) for event in collection.events),
    )


class _Cut:
    """What is kept of a text, and where each place of it stands afterwards."""

    def __init__(self, document: Document, collection: Collection) -> None:
        self.kept = _kept(document, collection)
        self.starts = [span.start for span in self.kept]
        self.places: list[int] = []
        pieces: list[str] = []
        length = 0
        for span in self.kept:
            piece = document.text[span.start : span.end]
            self.places.append(length)
            pieces.append(piece)
            length += len(piece) + 1
        self.text = "\n".join(pieces)

    def at(self, place: int) -> int:
        """The new place of an old one, which lies in something that was kept or at its edge."""
        number = max(0, bisect_right(self.starts, place) - 1)
        span = self.kept[number]
        return self.places[number] + min(max(place, span.start), span.end) - span.start


def _kept(document: Document, collection: Collection) -> list[Span]:
    """The stretches of a text that are kept, in order, no two overlapping."""
    said = [Span(m.start, m.end) for m in collection.mentions if m.document == document.id]
    cited = [
        Span(c.selector.start, c.selector.end)
        for event in collection.events
        for c in event.citations
        if c.document == document.id
    ]
    whole = [s for s in document.sentences if any(m.start < s.end and m.end > s.start for m in said)]
    merged: list[Span] = []
    for span in sorted([*whole, *cited, *said], key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged or [Span(0, 0)]


def _document(document: Document, cut: _Cut) -> Document:
    def moved(span: Span) -> Span:
        return Span(cut.at(span.start), cut.at(span.end))

    def touches(span: Span) -> bool:
        return any(span.start < kept.end and span.end > kept.start for kept in cut.kept)

    return replace(
        document,
        text=cut.text,
        zones=tuple(Zone(z.kind, moved(z.span), z.reason) for z in document.zones if touches(z.span)),
        sentences=tuple(moved(s) for s in document.sentences if touches(s)),
        locators=_locators(document, cut),
        note=f"{document.note} {_NOTE}" if document.note else _NOTE,
    )


def _locators(document: Document, cut: _Cut) -> tuple[Locator, ...]:
    """The pages, chapters and paragraphs in which something was kept: of those that begin at one place the last."""
    marks = sorted({*document.locators, *Whereabouts(document).paragraphs()}, key=lambda mark: mark.start)
    moved = (replace(mark, start=cut.at(mark.start)) for mark in marks)
    return tuple({(mark.kind, mark.start): mark for mark in moved}.values())


def _event(event: Event, cuts: dict[str, _Cut]) -> Event:
    citations = []
    for citation in event.citations:
        cut = cuts[citation.document]
        selector = citation.selector
        citations.append(
            replace(citation, selector=Selector.of(cut.text, cut.at(selector.start), cut.at(selector.end)))
        )
    return replace(event, citations=tuple(citations))
