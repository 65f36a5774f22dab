"""A reading to be decided about: its records by id, and where a decision's target is found in it again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from timeline import edtf
from timeline.model import Citation, Collection, Document, Event, Mention, Quote

Key = tuple[tuple[int, int, int, str], str, str]


class Reading:
    """A collection as the program read it. What it is asked for is made when it is: who only looks needs none of it."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by their ids."""
        return {event.id: event for event in self.collection.events}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each event among all."""
        return {event.id: n for n, event in enumerate(self.collection.events)}

    @cached_property
    def mention_place(self) -> dict[str, int]:
        """The place of each mention among all."""
        return {mention.id: n for n, mention in enumerate(self.collection.mentions)}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.collection.documents}

    @cached_property
    def citing(self) -> dict[str, tuple[str, ...]]:
        """The ids of the events that cite each mention."""
        found: dict[str, tuple[str, ...]] = {}
        for event in self.collection.events:
            for mention in {citation.mention for citation in event.citations}:
                if mention:
                    found[mention] = (*found.get(mention, ()), event.id)
        return found

    @cached_property
    def by_year(self) -> dict[str, list[str]]:
        """The ids of the events of each year."""
        found: dict[str, list[str]] = {}
        for event in self.collection.events:
            found.setdefault(year_of(event), []).append(event.id)
        return found

    def ready(self) -> None:
        """Nothing; afterwards the first decision need not wait for what decisions ask."""
        _ = self.events, self.place, self.mention_place, self.citing, self.by_year

    @cached_property
    def _quoted(self) -> dict[str, list[str]]:
        """The ids of the events that cite each sentence."""
        found: dict[str, list[str]] = {}
        for event in self.collection.events:
            for exact in {citation.selector.exact for citation in event.citations}:
                found.setdefault(exact, []).append(event.id)
        return found

    @cached_property
    def _said(self) -> dict[tuple[str, str], list[str]]:
        """The ids of the mentions with the same words in each document."""
        found: dict[tuple[str, str], list[str]] = {}
        for mention in self.collection.mentions:
            found.setdefault((mention.document, mention.text), []).append(mention.id)
        return found

    @cached_property
    def _own(self) -> dict[str, list[Mention]]:
        """The mentions of each document."""
        found: dict[str, list[Mention]] = {}
        for mention in self.collection.mentions:
            found.setdefault(mention.document, []).append(mention)
        return found

    def mentions_of(self, document: str) -> Sequence[Mention]:
        """The mentions of a document, in order."""
        return self._own.get(document, ())

    def mention(self, name: str) -> Mention | None:
        """The mention with this id."""
        place = self.mention_place.get(name)
        return None if place is None else self.collection.mentions[place]

    def position(self, key: Key) -> int:
        """The number of events that come before one with such a date and headline."""
        return bisect_left(self.collection.events, key, key=order)

    def event_again(self, name: str, quotes: Sequence[Quote]) -> str | None:
        """The id of the event that stands on what the event ``name`` stood on when it was decided about.

        Its own id where one of its sentences is still cited there; else that of the event that shares most of them.
        """
        own = self.events.get(name)
        if own is not None and (not quotes or any(stands_on(own, quote) for quote in quotes)):
            return name
        shared: Counter[str] = Counter()
        for quote in quotes:
            for other in self._quoted.get(quote.selector.exact, ()):
                shared[other] += 1 + 2 * stands_on(self.events[other], quote) + 4 * self._dated(other, quote)
        return min(shared, key=lambda other: (-shared[other], other)) if shared else None

    def _dated(self, name: str, quote: Quote) -> bool:
        """Whether the words that date the event are those of the quote: a sentence may tell several events."""
        mentions = (self.mention(citation.mention) for citation in self.events[name].citations)
        return any(mention.text == quote.words for mention in mentions if mention)

    def mention_again(self, name: str, quotes: Sequence[Quote]) -> str | None:
        """The id of the mention with the same words in the same sentence."""
        own = self.mention(name)
        if own is not None and (not quotes or any(own.text == quote.words for quote in quotes)):
            return name
        for quote in quotes:
            document = self.documents.get(quote.document)
            where = quote.selector.locate(document.text) if document else None
            for other in self._said.get((quote.document, quote.words), ()) if where else ():
                mention = self.mention(other)
                if mention and where and where[0] <= mention.start < where[1]:
                    return other
        return None


def year_of(event: Event) -> str:
    """The year in which an event begins; empty where that is open."""
    return (event.earliest or "")[:-6]


def order(event: Event) -> Key:
    """The key that puts events in order of time."""
    return edtf.sort_key(event.edtf), event.headline, event.id


def stands_on(event: Event, quote: Quote) -> bool:
    """Whether the event cites the sentence of the quote in the same document."""
    return any(c.document == quote.document and c.selector.exact == quote.selector.exact for c in event.citations)


def quotes_of(event: Event, words: dict[str, str] | None = None, most: int | None = None) -> tuple[Quote, ...]:
    """What an event stands on, at ``most`` so many; ``words`` are those of mentions, by id."""
    cited: Sequence[Citation] = event.citations if most is None else event.citations[:most]
    return tuple(Quote(event.id, c.document, c.selector, (words or {}).get(c.mention, "")) for c in cited)
