"""What a collection has to ask about: its events with all dates that any source gives them; made once, used often."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from timeline.edtf import Bounds, precision
from timeline.model import Citation, Collection, Event
from timeline.teach.quoting import Quotes
from timeline.teach.reach import reach, union

_FINE = ("day", "month", "season", "year")
_LONG = 160
"""Code points of a headline that is still read at a glance."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An event that can be asked about. ``first`` and ``last`` hold every day that any source may mean.

    ``label`` is its headline without dates. ``citations`` stand in their documents and prove its date, the best first.
    ``known`` is how many articles tell it, editions counted once; ``fine``: its date is a year or finer.
    """

    event: Event
    label: str
    first: int
    last: int
    citations: tuple[Citation, ...]
    known: int
    fine: bool
    words: frozenset[str] = field(repr=False)

    @property
    def ease(self) -> tuple[bool, bool]:
        """How easily it is known: told by several, at a fine date."""
        return self.known > 1, self.fine


class Matter:
    """A collection made ready for asking. Keep it where many decks are made of one collection."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.quotes = Quotes(collection.documents, collection.mentions)
        self.events = {event.id: event for event in collection.events}

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The events with a date that has a beginning and an end, in order of time: what was told, not only planned."""
        found = [self._subject(event) for event in self.collection.events if event.status in ("told", "implied")]
        return tuple(subject for subject in found if subject is not None)

    @cached_property
    def by_id(self) -> dict[str, Subject]:
        """The same by the ids of their events."""
        return {subject.event.id: subject for subject in self.subjects}

    def on(self, topic: str) -> tuple[Subject, ...]:
        """Those on a topic; all where it is empty."""
        asked = topic.casefold()
        return tuple(s for s in self.subjects if not asked or asked in map(str.casefold, topics_of(s.event)))

    def dates(self, event: Event) -> list[Bounds]:
        """Every date that the event and its sources give it, each as wide as it may be meant.

        Where a person has set the date, what the program had read in the sentences no longer counts.
        """
        found = [reach(event.edtf, event.mod), *(reach(conflict.edtf) for conflict in event.conflicts)]
        if event.review == "corrected":
            return found
        for citation in event.citations:
            mention = self.quotes.mentions.get(citation.mention)
            if mention is None:
                continue
            if citation.role == "implies":
                found += [reach(implied.edtf) for implied in mention.implied]
            elif citation.role == "states" and mention.edtf:
                found.append(reach(mention.edtf, mention.mod))
        return found

    def proving(self, event: Event) -> tuple[Citation, ...]:
        """The citations that stand and date the event: first those that give its very date."""
        ranked = []
        for n, citation in enumerate(event.citations):
            mention = self.quotes.mentions.get(citation.mention)
            if citation.role == "refers" or not self.quotes.stands(citation):
                continue
            if any(conflict.mention == citation.mention for conflict in event.conflicts):
                continue
            exact = mention is not None and mention.edtf == event.edtf and citation.role == "states"
            ranked.append(((not exact, mention is None or mention.grade != "A", n), citation))
        return tuple(citation for _, citation in sorted(ranked, key=lambda pair: pair[0]))

    def _subject(self, event: Event) -> Subject | None:
        hull = union(self.dates(event))
        if hull.first is None or hull.last is None:
            return None
        label, citations = self.quotes.label(event), self.proving(event)
        if not label or len(label) > _LONG or not citations:
            return None
        documents = self.quotes.documents
        return Subject(
            event,
            label,
            hull.first,
            hull.last,
            citations,
            len({documents[c.document].source for c in event.citations if c.document in documents}),
            precision(event.edtf) in _FINE,
            frozenset(label.casefold().split()),
        )


def topics_of(event: Event) -> tuple[str, ...]:
    """The topics that an event belongs to: its kind, who takes part, its places and tags."""
    return event.kind, *event.participants, *event.places, *event.tags


def apart(a: Subject, b: Subject) -> bool:
    """Whether no day fits both, whatever source is right."""
    return a.last < b.first or b.last < a.first


_ALIKE = 0.6
"""Share of the words of two headlines from which on they may tell one happening twice."""


def alike(a: Subject, b: Subject) -> bool:
    """Whether two headlines are so alike that they may tell one happening: then neither is set against the other."""
    both = len(a.words & b.words)
    return both >= _ALIKE * (len(a.words) + len(b.words) - both)
