"""The collection as the explorer wants it: everything worked out, as plain JSON data.

Dates go out in words and as places on the axis, sentences and articles as parts (``timeline.chart.articles``).
An event's record has two halves: its outline, which chart, table and search need of every event, and its details,
which the card needs of the chosen one. ``Showing`` gives each by itself, ``payload`` all at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from timeline.chart.articles import around, article_head, article_lines, flat, sentence_of, sentence_parts
from timeline.chart.grounds import grounds
from timeline.chart.labels import cut, shown
from timeline.chart.lapses import written_after
from timeline.chart.outline import STATE_OF_ROLE, Outlines, date_marks, dating_mentions, not_after, some_time_in
from timeline.chart.periods import named_periods
from timeline.model import Citation, Collection, Document, Event, Mention, Whereabouts

_STATES = ("tells", "implies", "differs", "silent")


def payload(collection: Collection) -> dict[str, Any]:
    """Everything that the explorer shows of a collection, as JSON data.

    Keys: ``lanes`` (names, in order), ``documents``, ``events`` (in the collection's order, which is that of
    time), ``undated`` and ``aside`` (mentions with their reasons), ``counts``. Raises ``EdtfError`` if an
    event's date is none.
    """
    return Showing(collection).whole()


class Showing:
    """A collection made ready to be asked: the outline of all of it, and by number what one event or article has."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._number = {document.id: index for index, document in enumerate(collection.documents)}
        self._mentions = {mention.id: mention for mention in collection.mentions}
        self._whereabouts: dict[int, Whereabouts] = {}

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The id of the first event that each mention tells of."""
        owners: dict[str, str] = {}
        for event in self.collection.events:
            for told in (event.citations, event.conflicts):
                for owned in told:
                    if owned.mention:
                        owners.setdefault(owned.mention, event.id)
        return owners

    @cached_property
    def _by_document(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.collection.mentions:
            found.setdefault(mention.document, []).append(mention)
        return found

    @cached_property
    def _outlines(self) -> Outlines:
        collection = self.collection
        return Outlines(collection.events, collection.documents, self._number, self._mentions)

    def ready(self) -> None:
        """Nothing; afterwards the first who asks for details need not wait for what they are looked up in."""
        _ = self._owners, self._by_document

    def outline(self) -> dict[str, Any]:
        """What the explorer needs of everything: lanes, heads of articles, events without details, periods, counts."""
        return self.head() | {"events": self.outlines(self.collection.events)}

    def head(self) -> dict[str, Any]:
        """The same without the events."""
        collection = self.collection
        outcomes = Counter(mention.outcome for mention in collection.mentions)
        return {
            "lanes": self._outlines.lanes,
            "documents": [article_head(document) for document in collection.documents],
            "periods": named_periods(collection),
            "counts": {"event": outcomes["event"], "undated": outcomes["undated"], "aside": outcomes["set aside"]},
        }

    def outlines(self, events: Iterable[Event]) -> list[dict[str, Any]]:
        """The outlines of some of the events. Raises ``EdtfError`` if a date is none."""
        of = self._outlines.of
        return [of(event) for event in events]

    def whole(self) -> dict[str, Any]:
        """The outline with all that can be asked put in its place."""
        outline = self.outline()
        return {
            **outline,
            "documents": [head | {"lines": self.lines(at)} for at, head in enumerate(outline["documents"])],
            "events": [event | self.details(at) for at, event in enumerate(outline["events"])],
            "undated": self.left("undated"),
            "aside": self.left("aside"),
        }

    def details(self, at: int) -> dict[str, Any]:
        """What only the card shows of the event of this number: why it has its date, and its sentences."""
        event, documents = self.collection.events[at], self.collection.documents
        sources = _sources(event, documents, self._number, self._mentions, self._by_document)
        for source in sources:
            source["where"] = self._where(source["document"], source.pop("start"))
        return _details(event, documents, self._number, self._mentions) | {
            "sources": sources,
            "summary": _behind_headline(event, sources),
        }

    def _where(self, document: int, start: int) -> str:
        """Where in its article a sentence stands: "p. 12"; empty where nothing can be said."""
        if document not in self._whereabouts:
            self._whereabouts[document] = Whereabouts(self.collection.documents[document])
        return shown(self._whereabouts[document].at(start) or "")

    def quotes(self, at: int) -> list[str]:
        """The sentences of the event of this number as plain texts, for search; each once."""
        event = self.collection.events[at]
        told = [flat(citation.selector.exact) for citation in event.citations]
        for conflict in event.conflicts:
            if mention := self._mentions.get(conflict.mention):
                document = self.collection.documents[self._number[conflict.document]]
                start, end = sentence_of(document, mention)
                told.append(flat(document.text[start:end]))
        return list(dict.fromkeys(told))

    def lines(self, at: int) -> list[dict[str, Any]]:
        """The text of the article of this number, cut at its mentions."""
        document = self.collection.documents[at]
        return article_lines(document, self._by_document.get(document.id, []), self._owners)

    def home(self, mention: str) -> int | None:
        """The number of the article that holds a mention; None where there is no such mention."""
        found = self._mentions.get(mention)
        return None if found is None else self._number[found.document]

    def left(self, name: str) -> list[dict[str, Any]]:
        """The mentions that are ``undated`` or set ``aside``, each with its reason."""
        outcome = "undated" if name == "undated" else "set aside"
        return [_left(m, self._number) for m in self.collection.mentions if m.outcome == outcome]


def _details(
    event: Event, documents: Sequence[Document], number: Mapping[str, int], mentions: Mapping[str, Mention]
) -> dict[str, Any]:
    """What only the card shows, but for the sentences."""
    dating = dating_mentions(event, mentions)
    why = [shown(step) for step in event.derivation or _steps(dating)]
    _, written_on = not_after(date_marks(event.edtf, any(map(some_time_in, dating))), event, documents, number)
    if written_on:
        why.append(f"Drawn up to {written_on}, when the article was written.")
    return {
        "why": why,
        "note": shown(event.note),
        "checked": event.review if event.review != "unreviewed" else "",
        "settled": shown(next((conflict.settled for conflict in event.conflicts if conflict.settled), "")),
        **grounds(event, dating, documents, number, mentions),
    }


def _steps(cited: Iterable[Mention]) -> tuple[str, ...]:
    return next((m.derivation for m in cited if m.derivation), ())


def _sources(
    event: Event,
    documents: Sequence[Document],
    number: Mapping[str, int],
    mentions: Mapping[str, Mention],
    by_document: Mapping[str, Sequence[Mention]],
) -> list[dict[str, Any]]:
    """One record a sentence, with every mention in it that speaks of this event marked; the best proof first.

    A mention that gives another date differs, though its sentence is cited. The reader opens an article at a mention:
    for a sentence without one, at the nearest.
    """
    differing = {conflict.mention for conflict in event.conflicts}
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
        article = documents[number[document]]
        text = article.text
        before, behind = around(text, start, end)
        spans = sorted({(mentions[m].start, mentions[m].end) for m, _ in tellers if m in mentions})
        states = [STATE_OF_ROLE[c.role] if c and m not in differing else "differs" for m, c in tellers]
        sources.append({
            "document": number[document],
            "start": start,
            "mention": tellers[0][0] or _nearest(by_document.get(document, ()), start),
            "state": min(states, key=_STATES.index),
            "parts": sentence_parts(text, start, end, spans),
            "before": before,
            "behind": behind,
            "after": written_after(event.edtf, article.published.edtf, about=article.published.origin == "inferred"),
        })  # fmt: skip

    def proof(source: Mapping[str, Any]) -> tuple[int, bool]:
        mention = mentions.get(source["mention"])
        return _STATES.index(source["state"]), mention is None or mention.edtf != event.edtf

    return sorted(sources, key=proof)


def _behind_headline(event: Event, sources: Sequence[Mapping[str, Any]]) -> str:
    """The sentence that the headline was made of; empty where the card begins with it."""
    summary = " ".join(shown(event.summary).split())
    first = "".join(part["t"] for part in sources[0]["parts"]) if sources else ""
    return "" if summary == " ".join(first.split()) else summary


def _nearest(mentions: Sequence[Mention], place: int) -> str:
    """The id of the mention nearest to a place in their document; empty where the document has none."""
    return min(mentions, key=lambda m: (abs(m.start - place), m.start)).id if mentions else ""


def _left(mention: Mention, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "text": cut(flat(mention.text)),
        "why": shown(mention.reason),
        "document": number[mention.document],
        "mention": mention.id,
    }
