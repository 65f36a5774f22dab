"""What a collection has to ask about: its events with all dates that any source gives them; made once, used often."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property

from timeline.edtf import Bounds, Precision, bounds, overlaps, precision
from timeline.languages import folder_of, load
from timeline.model import Citation, Collection, Document, Event, Mention
from timeline.teach.quoting import Quotes
from timeline.teach.reach import reach, union

Told = tuple[str, str | None]
"""A date as it is told: EDTF, and TIMEX3's shade of it."""

_FIGURES = re.compile(r"\d")
_FINE = ("day", "month", "season", "year")
_LONG = 160
"""Code points of a headline that is still read at a glance."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An event that can be asked about. ``first`` and ``last`` hold every day that any source may mean.

    ``label`` is its headline without dates. ``citations`` stand in their documents and prove its date, the best first.
    ``known`` is how many ``articles`` tell it, editions counted once. ``ease`` is how easily it is known, from 0 to 2:
    one for several articles, one for a year or a finer date.
    """

    event: Event
    label: str
    first: int
    last: int
    citations: tuple[Citation, ...]
    known: int
    ease: int
    words: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    articles: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that is told: EDTF and TIMEX3's shade, how far it reaches, its precision, and whose it is."""

    edtf: str
    mod: str | None
    reach: Bounds
    precision: Precision
    subject: Subject


_ENOUGH = 8
"""Events of which a deck can be made."""

_MANY = 800
"""Events that are made ready at most: dozens of decks do not ask about more, and a click stays under a second."""


class Matter:
    """A collection made ready for asking. Keep it where many decks are made of one collection."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.quotes = Quotes(collection.documents, collection.mentions)
        self.events = {event.id: event for event in collection.events}
        self._subjects: dict[str, Subject | None] = {}
        self._squeezed: dict[str, str] = {}
        self._on: dict[str, tuple[Subject, ...]] = {}

    def on(self, topic: str = "") -> tuple[Subject, ...]:
        """The events on a topic that can be asked about, in order of time; of all where it is empty.

        What was told, not only planned, with a date that has a beginning and an end. Of many events those that are
        told most often; where there are enough, none whose headline has a word that stands for another.
        """
        asked = topic.casefold()
        if asked not in self._on:
            found = [e for e in self.collection.events if e.status in ("told", "implied") and _is_on(e, asked)]
            if len(found) > _MANY:
                most = sorted(range(len(found)), key=lambda n: (-len(found[n].citations), n))[:_MANY]
                found = [found[n] for n in sorted(most)]
            subjects = [subject for event in found if (subject := self.subject(event.id)) is not None]
            alone = [
                subject for subject in subjects if subject.words.isdisjoint(_stand_ins(self.language(subject.event)))
            ]
            self._on[asked] = tuple(alone if len(alone) >= _ENOUGH else subjects)
        return self._on[asked]

    def subject(self, event: str) -> Subject | None:
        """The event of this id, where it is there and can be asked about."""
        if event not in self._subjects:
            found = self.events.get(event)
            self._subjects[event] = self._subject(found) if found else None
        return self._subjects[event]

    def language(self, event: Event) -> str:
        """The language of an event's headline: that of the article whose words it is made of, as far as it is known."""
        standing = (citation for citation in event.citations if self.quotes.stands(citation))
        return next(map(self.quotes.language, standing), "")

    def squeezed(self, document: Document) -> str:
        """The text of a document with all white space as single spaces."""
        if document.id not in self._squeezed:
            self._squeezed[document.id] = squeezed(document.text)
        return self._squeezed[document.id]

    def own(self, event: Event) -> list[Told]:
        """The dates that count as right: the event's own, and those of articles that differ."""
        return [(event.edtf, event.mod), *((conflict.edtf, None) for conflict in event.conflicts)]

    def dates(self, event: Event) -> list[Told]:
        """Every date that the event and its sources give it.

        Where a person has set the date, what the program had read in the sentences no longer counts.
        """
        found = self.own(event)
        if event.review == "corrected":
            return found
        for citation in event.citations:
            mention = self.quotes.mentions.get(citation.mention)
            if mention is None:
                continue
            if citation.role == "implies":
                found += [(implied.edtf, None) for implied in mention.implied]
            elif citation.role == "states" and mention.edtf:
                found.append((mention.edtf, mention.mod))
        return found

    @cached_property
    def told(self) -> tuple[Dated, ...]:
        """The dates of all that can be asked about, each once, as those of the first event that bears them."""
        found: dict[Told, Dated] = {}
        for subject in self.on():
            edtf, mod = date = (subject.event.edtf, subject.event.mod)
            if date not in found:
                found[date] = Dated(edtf, mod, reach(edtf, mod), precision(edtf), subject)
        return tuple(found.values())

    def undisputed(self, subject: Subject) -> bool:
        """Whether no other event may be the same one, told by another article with another date."""
        return not any(alike(subject, other) for other in self.on() if other.event.id != subject.event.id)

    @cached_property
    def latest(self) -> int:
        """The last day that is told of or on which an article was written; of a decade or a century its first."""
        days = [s.last if precision(s.event.edtf) in _FINE else s.first for s in self.on()]
        written = (bounds(d.published.edtf).last for d in self.collection.documents if d.published.edtf)
        return max([*days, *(day for day in written if day is not None)])

    @cached_property
    def in_full(self) -> dict[str, list[tuple[Citation, Mention]]]:
        """By event the sentences that give its date in full and in figures, not as their first word.

        A first word shows by its capital that it is one; a war that is named is no date to fill in.
        """
        found: dict[str, list[tuple[Citation, Mention]]] = {}
        for subject in self.on():
            for citation in subject.citations:
                mention, at = self.quotes.mentions.get(citation.mention), citation.selector
                if mention is None or mention.edtf is None or mention.grade != "A" or citation.role != "states":
                    continue
                inside = at.start < mention.start and mention.end <= at.end
                if inside and overlaps(mention.edtf, subject.event.edtf) and shows_figures(mention):
                    found.setdefault(subject.event.id, []).append((citation, mention))
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
        hull = union(reach(*date) for date in self.dates(event))
        if hull.first is None or hull.last is None:
            return None
        label, citations = self.quotes.label(event), self.proving(event)
        if not label or len(label) > _LONG or not citations:
            return None
        documents = self.quotes.documents
        articles = frozenset(documents[c.document].source for c in event.citations if c.document in documents)
        known = len(articles)
        return Subject(
            event,
            label,
            hull.first,
            hull.last,
            citations,
            known,
            (known > 1) + (precision(event.edtf) in _FINE),
            frozenset(label.casefold().split()),
            frozenset(name.casefold() for name in (*event.participants, *event.places)),
            articles,
        )


@cache
def _stand_ins(language: str) -> frozenset[str]:
    """The words of a language that stand for somebody or something named elsewhere; none where they aren't known.

    "I" and "us" aren't among them: in capitals they are a number and a state.
    """
    cues = load(folder_of(language), "cues")
    words = f"{cues.get('subject_pronoun', '')} {cues.get('object_pronoun', '')}".split()
    return frozenset(words) - frozenset(cues.get("first_person", "").split())


def squeezed(text: str) -> str:
    """A text with all white space as single spaces."""
    return " ".join(text.split())


def shows_figures(mention: Mention) -> bool:
    """Whether words of time have a figure in them."""
    return _FIGURES.search(mention.text) is not None


def topics_of(event: Event) -> tuple[str, ...]:
    """The topics that an event belongs to: its kind, who takes part, its places and tags."""
    return event.kind, *event.participants, *event.places, *event.tags


def matter_of(collection: Collection | Matter) -> Matter:
    """A collection made ready for asking."""
    return collection if isinstance(collection, Matter) else Matter(collection)


def _is_on(event: Event, topic: str) -> bool:
    return not topic or topic in map(str.casefold, topics_of(event))


def apart(a: Subject, b: Subject) -> bool:
    """Whether no day fits both, whatever source is right."""
    return a.last < b.first or b.last < a.first


_ALIKE = 0.6
"""Share of the words of two headlines from which on they may tell one happening twice."""

_NEAR = 3 * 366
"""Days within which two articles that date one happening differently mostly stay."""

_TELLING, _SHARED = 4, 2
"""Letters of a word that tells something, and how many such words two headlines of nearly one time may share."""


def alike(a: Subject, b: Subject) -> bool:
    """Whether two events may be one that two articles date differently: they are never set against each other.

    What one article tells as two is two; only of headlines that are the same nobody could tell which is which.
    """
    if a.words == b.words:
        return True
    if not a.articles.isdisjoint(b.articles):
        return False
    shared = a.words & b.words
    if max(a.first - b.last, b.first - a.last) < _NEAR:
        if a.event.kind == b.event.kind and not a.names.isdisjoint(b.names):
            return True
        if sum(len(word) >= _TELLING for word in shared) >= _SHARED:
            return True
    return len(shared) >= _ALIKE * len(a.words | b.words)
