"""The sentences of an event: as proof with its date marked, as hint with every date hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline import edtf
from timeline.model import Citation, Document, Event, Mention, Selector, Whereabouts
from timeline.teach.cards import Hint, Piece, Proof
from timeline.teach.speech import Speech

Span = tuple[int, int]

_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


class Quotes:
    """Makes proofs and hints from the documents of a collection."""

    def __init__(self, documents: Iterable[Document], mentions: Iterable[Mention]) -> None:
        self.documents: Mapping[str, Document] = {document.id: document for document in documents}
        self.mentions: Mapping[str, Mention] = {mention.id: mention for mention in mentions}
        self._of: dict[str, list[Mention]] = {}
        for mention in self.mentions.values():
            self._of.setdefault(mention.document, []).append(mention)
        self._places: dict[str, Whereabouts] = {}
        self._proofs: dict[tuple[str, str, str], Proof] = {}

    def stands(self, citation: Citation) -> bool:
        """Whether its words are in its document, at their place."""
        document, at = self.documents.get(citation.document), citation.selector
        return document is not None and bool(at.exact) and document.text[at.start : at.end] == at.exact

    def source(self, citation: Citation) -> str:
        """Which article a sentence is of, editions counted as one."""
        return self.documents[citation.document].source

    def title(self, document: str) -> str:
        """What an article is called; the name of its file where it has no title."""
        found = self.documents[document]
        return found.title or found.file

    def language(self, citation: Citation) -> str:
        """The language of an article that is cited; empty where it isn't known."""
        return self.documents[citation.document].language or ""

    def proof(self, event: Event, citation: Citation, words: Speech) -> Proof:
        """The sentence of a citation that stands, with the words that date the event marked."""
        key = event.id, f"{citation.document} {citation.selector.start} {citation.mention}", words.language
        if key not in self._proofs:
            self._proofs[key] = self._proof(event, citation, words)
        return self._proofs[key]

    def hint(self, event: Event, citation: Citation) -> Hint:
        """The sentence of a citation that stands, with all that speaks of time in it hidden."""
        at = citation.selector
        spans = [(m.start - at.start, m.end - at.start) for m in self.in_sentence(citation)]
        spans += _numbers(at.exact, event)
        title, language = self.title(citation.document), self.language(citation)
        return Hint(event.id, citation.document, title, pieces(at.exact, spans, "hidden"), language)

    def beside(self, event: Event, citation: Citation) -> tuple[Hint, ...]:
        """The sentence after the cited one in its article, or else the one before, with its dates hidden."""
        document, at = self.documents[citation.document], citation.selector
        body = [span for span in document.sentences if document.zone_at(span.start) == "body"]
        after = [span for span in body if span.start >= at.end]
        before = [span for span in body if span.end <= at.start]
        return tuple(
            self.hint(event, replace(citation, selector=Selector.of(document.text, span.start, span.end)))
            for span in after[:1] or before[-1:]
        )

    def gapped(self, citation: Citation, asked: Mention, same: Sequence[Mention]) -> tuple[Piece, ...]:
        """The sentence with a gap for the words asked for; other words for ``same`` times are hidden."""
        at = citation.selector
        head, tail = asked.start - at.start, asked.end - at.start
        spans = [(m.start - at.start, m.end - at.start) for m in same]
        before = pieces(at.exact[:head], [span for span in spans if span[0] < head], "hidden")
        after = pieces(at.exact[tail:], [(a - tail, b - tail) for a, b in spans if b > tail], "hidden")
        return *before, Piece("", "gap"), *after

    def marked(self, citation: Citation, asked: Mention, same: Sequence[Mention]) -> tuple[Piece, ...]:
        """The sentence with the words asked about marked; other words for ``same`` times are hidden."""
        words = asked.text
        return tuple(
            Piece(words, "date") if piece.role == "gap" else piece for piece in self.gapped(citation, asked, same)
        )

    def in_sentence(self, citation: Citation) -> list[Mention]:
        """All mentions of time in the sentence of a citation, whatever became of them."""
        at = citation.selector
        return [m for m in self._of.get(citation.document, ()) if m.start < at.end and at.start < m.end]

    def label(self, event: Event) -> str:
        """The headline without the dates that it gives away; empty where too little is left, or it is one of several.

        "Further trials followed (2 of 4)" tells its own place.
        """
        told = event.headline
        if re.search(r"\(\d+ \S+ \d+\)$", told):
            return ""
        texts = {m.text for c in event.citations for m in self.in_sentence(c) if m.edtf and not m.implied}
        texts.add(edtf.say(event.edtf, event.mod))
        spans = [span for text in texts for span in _places(text, told)]
        spans += _numbers(told, event)
        left = pieces(told, spans, "hidden")
        if spans and not _says_enough("".join(piece.text for piece in left)):
            return ""
        return "".join("…" if piece.role else piece.text for piece in left)

    def _proof(self, event: Event, citation: Citation, words: Speech) -> Proof:
        at = citation.selector
        mention = self.mentions.get(citation.mention)
        inside = mention is not None and at.start <= mention.start < mention.end <= at.end
        marked = [(mention.start, mention.end)] if mention is not None and inside else []
        return Proof(
            event.id,
            citation.document,
            self.title(citation.document),
            at.start,
            at.end,
            at.exact,
            at.prefix,
            at.suffix,
            pieces(at.exact, [(a - at.start, b - at.start) for a, b in marked], "date"),
            citation.role,
            self._where(citation, words),
            mention.id if mention is not None else "",
            self.language(citation),
        )

    def _where(self, citation: Citation, words: Speech) -> str:
        document = self.documents[citation.document]
        if document.id not in self._places:
            self._places[document.id] = Whereabouts(document)
        place, start = self._places[document.id], citation.selector.start
        page = place.page(start)
        if page:
            return words.text("where.page", page=page)
        return words.text("where.paragraph", paragraph=place.paragraph(start)) if place.paragraphs() else ""


_ENOUGH, _ENOUGH_SIGNS = 3, 5
"""Words that a headline must keep when its dates are hidden, to say what happened; signs where no spaces part words."""

_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Chinese and Japanese signs."""


def _says_enough(text: str) -> bool:
    return len(text.split()) >= _ENOUGH or len(_NO_SPACES.findall(text)) >= _ENOUGH_SIGNS


def _places(text: str, told: str) -> list[Span]:
    """Where words of time stand in a headline: whole words, but figures and signs without spaces end anywhere."""
    edge = r"\d" if re.search(r"\d", text) or _NO_SPACES.search(text) else r"\w"
    return [found.span() for found in re.finditer(rf"(?<!{edge}){re.escape(text)}(?!{edge})", told)]


def _numbers(text: str, event: Event) -> list[Span]:
    """Where the years of an event stand in a text in figures."""
    return [found.span() for found in _NUMBER.finditer(text) if int(found[0]) in years(event)]


def years(event: Event) -> set[int]:
    """The years that an event touches first and last, as people write them."""
    limits = edtf.bounds(event.edtf)
    found = [edtf.civil(day)[0] for day in (limits.first, limits.last) if day is not None]
    return {year if year > 0 else 1 - year for year in found}


def pieces(text: str, spans: Sequence[Span], role: str) -> tuple[Piece, ...]:
    """``text`` cut so that the spans, which may overlap, are pieces of that role; hidden ones lose their text."""
    out: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at, 0), min(end, len(text))
        if end <= start:
            continue
        if start > at:
            out.append(Piece(text[at:start]))
        elif role == "hidden" and out:
            at = end
            continue
        out.append(Piece("", "hidden") if role == "hidden" else Piece(text[start:end], "date"))
        at = end
    if at < len(text):
        out.append(Piece(text[at:]))
    return tuple(out)
