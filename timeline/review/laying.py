"""Decisions laid over a reading, one by one: what they change is kept apart from what was read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from timeline import edtf
from timeline.errors import ReviewError
from timeline.model import Citation, Decision, Document, Event, Mention, Published, Quote, Selector
from timeline.review.changing import (
    ACCEPTED,
    ASIDE,
    CORRECTED,
    METADATA,
    UNREVIEWED,
    dated,
    edited,
    joined,
    parted,
    redated,
    settled,
)
from timeline.review.reading import Key, Reading, order

Spot = tuple[int, Key]
"""How many events that were read come before, and the key that orders those with one number."""

Rank = tuple[int, int] | tuple[int, int, Key]
"""What orders the events on the timeline: one that moved or was made comes before the one that was read there."""

GONE = "None of its sentences is told in the articles any more."
UNMADE = "The decision that made this event was taken back."


@dataclass(slots=True)
class Layer:
    """What decisions have changed so far of ``reading``: nothing is written into the reading itself.

    ``events`` are the changed and the made ones, ``gone`` those that became part of another, with that one's id;
    ``aside`` and ``left`` say why an event or a mention was set aside; ``made`` are the ids that decisions of the
    log make, whether they count or not. ``spots`` is where events stand whose date is not the one that was read.
    ``changed`` are the ids of events and documents, ``stale`` those of mentions,
    that are to be looked at again since the layer was copied.
    """

    reading: Reading
    made: set[str]
    events: dict[str, Event] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    citing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    stale: set[str] = field(default_factory=set)

    def copy(self) -> Layer:
        """A layer of its own with the same changes, of which none is new."""
        return Layer(
            self.reading, set(self.made), dict(self.events), dict(self.gone), dict(self.aside), dict(self.left),
            set(self.seen), dict(self.documents), dict(self.citing), dict(self.spots),
        )  # fmt: skip

    def forget(self, names: Iterable[str]) -> None:
        """Nothing; afterwards these events, mentions and documents are as they were read."""
        for name in names:
            self._note(name)
            for kept in (self.spots, self.events, self.gone, self.aside, self.left, self.documents):
                kept.pop(name, None)
            self.seen.discard(name)

    def drop(self, name: str, into: str) -> None:
        """Nothing; afterwards the event is part of the one ``into``."""
        self._note(name)
        for kept in (self.spots, self.events, self.aside):
            kept.pop(name, None)
        self.gone[name] = into

    def _note(self, name: str) -> None:
        self.changed.add(name)
        self.stale.update(self._mentions(name))

    def _mentions(self, name: str) -> Iterator[str]:
        """The mentions that an event cites or cited, or the mention of this name."""
        yield name
        for event in (self.reading.events.get(name), self.events.get(name)):
            yield from (citation.mention for citation in (event.citations if event else ()) if citation.mention)

    def event(self, name: str) -> Event | None:
        """The event as it stands now, also when it is set aside; None where it is gone."""
        if name in self.gone:
            return None
        return self.events.get(name) or self.reading.events.get(name)

    def lives(self, name: str) -> bool:
        """Whether the event is on the timeline."""
        return name not in self.aside and self.event(name) is not None

    def put(self, event: Event) -> None:
        """Nothing; afterwards the event stands as given."""
        self._note(event.id)
        self.events[event.id] = event
        read = self.reading.events.get(event.id)
        if read is not None and read.edtf == event.edtf:
            self.spots.pop(event.id, None)
        else:
            key = order(event)
            self.spots[event.id] = self.reading.position(key), key
        for citation in event.citations:
            before = self.citing.get(citation.mention, ())
            if citation.mention:
                self.stale.add(citation.mention)
            if citation.mention and event.id not in before:
                self.citing[citation.mention] = (*before, event.id)

    def rank(self, name: str) -> Rank:
        """Where an event on the timeline stands in the order of all."""
        spot = self.spots.get(name)
        return (self.reading.place[name], 1) if spot is None else (spot[0], 0, spot[1])

    def cites(self, mention: str) -> set[str]:
        """The ids of the events on the timeline that cite a mention."""
        asked = {*self.reading.citing.get(mention, ()), *self.citing.get(mention, ())}
        return {
            name
            for name in asked
            if self.lives(name) and any(c.mention == mention for c in (self.event(name) or _NOBODY).citations)
        }

    def document(self, name: str) -> Document | None:
        """The document as it stands now."""
        return self.documents.get(name) or self.reading.documents.get(name)


_NOBODY = Event("", "", None, None, None, "", "", ())


class MisplacedError(ReviewError):
    """A decision has no place in this reading; the sentence says why."""


Quotes = Mapping[str, Sequence[Quote]]
"""What each target of a decision stood on."""


def quotes_by_target(decision: Decision) -> Quotes:
    """The quotes of a decision by what stood on them."""
    found: dict[str, list[Quote]] = {}
    for quote in decision.quotes:
        found.setdefault(quote.target, []).append(quote)
    return found


def resolved(layer: Layer, quotes: Quotes, name: str) -> str:
    """The id that a target of a decision has in this reading. Raises MisplacedError where it is in it no more."""
    if name in layer.made:
        return name
    found = layer.reading.event_again(name, quotes.get(name, ()))
    if found is None:
        raise MisplacedError(GONE)
    return found


def _target(layer: Layer, quotes: Quotes, name: str) -> Event:
    own = resolved(layer, quotes, name)
    event = layer.event(own)
    if event is None and own in layer.gone:
        other = layer.event(layer.gone[own])
        raise MisplacedError(f"The event became part of “{other.headline if other else layer.gone[own]}”.")
    if event is None:
        raise MisplacedError(UNMADE)
    return event


Misfits = tuple[tuple[str, tuple[str, ...]], ...]
"""Why parts of a decision could not be laid over: each reason with the targets that it is about."""


def lay(layer: Layer, decision: Decision, only: Collection[str] | None = None) -> Misfits:
    """Why a decision, or a part of it, could not be laid over; nothing where it could, and ``layer`` then holds it.

    ``only`` names those of its targets that are laid over, where that is not all.
    """
    if decision.action in _WHOLE:
        try:
            _WHOLE[decision.action](layer, decision)
        except MisplacedError as error:
            return ((str(error), decision.targets),)
        return ()
    reasons: dict[str, tuple[str, ...]] = {}
    quotes = quotes_by_target(decision)
    mentions = _mentions_of(decision)
    for name in decision.targets:
        if only is not None and name not in only:
            continue
        try:
            if name in mentions:
                _mention(layer, decision, quotes, name)
            else:
                _lay_one(layer, decision, quotes, name)
        except MisplacedError as error:
            reasons[str(error)] = (*reasons.get(str(error), ()), name)
    return tuple(reasons.items())


def _mentions_of(decision: Decision) -> frozenset[str]:
    """The targets that are mentions: all, or those that the decision names as such."""
    named = decision.targets if decision.after.get("of") == "mention" else decision.after.get("mentions")
    return (
        frozenset(name for name in named if isinstance(name, str)) if isinstance(named, list | tuple) else frozenset()
    )


def _lay_one(layer: Layer, decision: Decision, quotes: Quotes, name: str) -> None:
    event = _target(layer, quotes, name)
    after, documents = decision.after, layer.reading.documents
    match decision.action:
        case "accept":
            read = decision.before.get(name, {}).get("edtf") or event.edtf
            if read != event.edtf:
                raise MisplacedError(f"It was accepted as {edtf.say(read)}; now it reads {edtf.say(event.edtf)}.")
            layer.put(replace(event, review=ACCEPTED))
        case "date":
            layer.put(redated(event, after, decision.why, documents))
        case "edit":
            layer.put(edited(event, after))
        case "set aside":
            layer.aside[event.id] = decision.why
            layer.put(replace(event, review=ASIDE))
        case "restore":
            layer.aside.pop(event.id, None)
            layer.put(replace(event, review=UNREVIEWED))
        case "settle":
            if not event.conflicts:
                raise MisplacedError("No article gives another date any more.")
            moved = redated(event, after, decision.why, documents) if "edtf" in after else event
            layer.put(settled(moved, decision.why))


def mention_here(layer: Layer, quotes: Quotes, name: str) -> str:
    """The id that a mention has in this reading. Raises MisplacedError where it is in it no more."""
    found = layer.reading.mention_again(name, quotes.get(name, ()))
    if found is None:
        raise MisplacedError("Its words are no longer a mention of time in the articles.")
    return found


def _mention(layer: Layer, decision: Decision, quotes: Quotes, name: str) -> None:
    found = mention_here(layer, quotes, name)
    layer.stale.add(found)
    if decision.action == "set aside":
        layer.left[found] = decision.why
    elif decision.action == "restore":
        layer.left.pop(found, None)
    else:
        layer.seen.add(found)


def _merge(layer: Layer, decision: Decision) -> None:
    quotes = quotes_by_target(decision)
    events = [_target(layer, quotes, name) for name in decision.targets]
    first, *more = dict.fromkeys(event.id for event in events)
    if not more:
        raise MisplacedError("The articles now tell these as one event anyway.")
    own = {event.id: event for event in events}
    layer.put(joined([own[name] for name in (first, *more)], decision.after, layer.reading.documents))
    layer.aside.pop(first, None)
    for name in more:
        layer.drop(name, first)


def _split(layer: Layer, decision: Decision) -> None:
    event = _target(layer, quotes_by_target(decision), decision.targets[0])
    new = decision.after["event"]["id"]
    asked = [quote for quote in decision.quotes if quote.target == new]
    goes = [c for c in event.citations if any(_is(layer, c, quote) for quote in asked)]
    if not goes or len(goes) == len(event.citations):
        raise MisplacedError("Its sentences are no longer told as one event.")
    for part in parted(event, goes, decision.after):
        layer.put(part)


def _is(layer: Layer, citation: Citation, quote: Quote) -> bool:
    mention = layer.reading.mention(citation.mention)
    return (
        citation.document == quote.document
        and citation.selector.exact == quote.selector.exact
        and (mention.text if mention else "") == quote.words
    )


def _make(layer: Layer, decision: Decision) -> None:
    new = decision.after["event"]
    citations = tuple(_citation(layer, quote) for quote in decision.quotes)
    if not citations:
        raise MisplacedError("It cites no words of an article.")
    event = Event(
        new["id"], "", None, None, None, new["headline"], new.get("kind", "Other"), citations,
        participants=tuple(new.get("participants", ())), places=tuple(new.get("places", ())),
        tags=tuple(new.get("tags", ())), note=new.get("note", ""),
        derivation=("a person made this event from the words of an article",),
        summary=citations[0].selector.exact, review=CORRECTED,
    )  # fmt: skip
    layer.put(dated(event, new["edtf"], new.get("mod")))


def _citation(layer: Layer, quote: Quote) -> Citation:
    document = layer.document(quote.document)
    if document is None:
        raise MisplacedError("The article with its words is no longer in the collection.")
    found = quote.selector.locate(document.text)
    if found is None:
        raise MisplacedError("Its words no longer stand in the article.")
    selector = quote.selector if found[0] == quote.selector.start else Selector.of(document.text, *found)
    inside = _mention_in(layer, quote, found)
    return Citation(document.id, inside.id if inside else "", selector, "states" if inside else "refers")


def _mention_in(layer: Layer, quote: Quote, place: tuple[int, int]) -> Mention | None:
    """The mention that the words hold, as far as the decision names one."""
    if not quote.words:
        return None
    for mention in layer.reading.mentions_of(quote.document):
        if mention.text == quote.words and place[0] <= mention.start and mention.end <= place[1]:
            return mention
    return None


def with_metadata(document: Document, after: Mapping[str, Any]) -> Document:
    """The document as a person described it."""
    fields = {name: value for name, value in after.items() if name in METADATA}  # a newer version may say more
    if "published" in fields:
        given = fields["published"]
        fields["published"] = (
            Published(given, "given", "a person gave it")
            if given
            else Published(None, "unknown", "a person says that it isn't known")
        )
    return replace(document, **fields)


def _article(layer: Layer, decision: Decision) -> None:
    document = layer.document(decision.targets[0])
    if document is None:
        raise MisplacedError("The article is no longer in the collection.")
    layer.changed.add(document.id)
    layer.documents[document.id] = with_metadata(document, decision.after)


def _opinion(layer: Layer, decision: Decision) -> None:
    """Nothing: what a second reader holds is compared, not laid over."""


_WHOLE: Mapping[str, Callable[[Layer, Decision], None]] = {
    "merge": _merge, "split": _split, "make": _make, "article": _article, "opinion": _opinion,
}  # fmt: skip
