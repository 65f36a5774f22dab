"""A path through chosen events, and what each step shows: place and date, sentence, what other articles say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline import edtf
from timeline.errors import TeachError
from timeline.model import Collection, Event
from timeline.teach.cards import Proof
from timeline.teach.matter import Matter, matter_of
from timeline.teach.speech import Speech, speech

Hidden = Literal["date", "headline", "source"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A step: an event's id, notes for the speaker, a question, and what is hidden until the class has guessed."""

    event: str
    note: str = ""
    question: str = ""
    hide: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class Tour:
    """A path with a title and the words of its first and last card."""

    title: str
    opening: str
    closing: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What an article says of an event, and its sentence.

    ``date`` is the date that it gives, in words, ``edtf`` the same; both are empty where it gives none.
    ``differs``: its date can't be the one that the event has.
    """

    document: str
    title: str
    date: str
    edtf: str
    differs: bool
    proof: Proof


@dataclass(frozen=True, slots=True)
class Scene:
    """A step as it is shown. ``voices``: the article whose sentence proves the date best first, then the others.

    ``first`` and ``last`` are the possible days, None where open. ``silent``: titles of articles that don't tell it.
    ``language`` is that of the headline, empty where it isn't known.
    """

    event: str
    headline: str
    date: str
    edtf: str
    first: int | None
    last: int | None
    voices: tuple[Voice, ...]
    silent: tuple[str, ...]
    note: str
    question: str
    hide: tuple[Hidden, ...]
    language: str = ""


def make_tour(
    collection: Collection | Matter,
    chosen: Sequence[str] | None = None,
    most: int = 10,
    *,
    title: str = "",
    language: str = "en",
) -> Tour:
    """A tour through the chosen events in their order, or through the ``most`` that matter most, in order of time.

    What matters is told by more articles, disputed, at a fine date. Raises TeachError for an id that no event has, and
    where there is no event at all.
    """
    matter, words = matter_of(collection), speech(language)
    unknown = [name for name in chosen or () if name not in matter.events]
    if unknown:
        raise TeachError(f"The collection has no event {unknown[0]!r}; choose another.")
    events = [matter.events[name] for name in chosen] if chosen else _important(matter, most)
    if not events:
        raise TeachError(words.text("refused.no-event"))
    dated = sorted(events, key=lambda event: edtf.sort_key(event.edtf))
    ends = [words.say(event.edtf, event.mod) for event in (dated[0], dated[-1])]
    opening = words.text(
        "tour.opening",
        articles=len(matter.collection.documents),
        events=len(events),
        time=" – ".join(dict.fromkeys(ends)),
    )
    stops = tuple(Stop(event.id, question=_question(event, words)) for event in events)
    return Tour(title or words.text("tour.title"), opening, words.text("tour.closing"), stops)


def scenes(collection: Collection | Matter, tour: Tour, language: str = "en") -> tuple[Scene, ...]:
    """What the steps of a tour show, as the collection stands now; a step whose event is gone is left out."""
    matter, words = matter_of(collection), speech(language)
    return tuple(scene(matter, stop, words) for stop in tour.stops if stop.event in matter.events)


def scene(matter: Matter, stop: Stop, words: Speech) -> Scene:
    """What a step shows, whose event is there."""
    event = matter.events[stop.event]
    limits = edtf.bounds(event.edtf)
    told = voices(matter, event, words)
    sources = {matter.quotes.documents[c.document].source for c in event.citations}
    return Scene(
        event.id,
        event.headline,
        words.say(event.edtf, event.mod),
        event.edtf,
        limits.first,
        limits.last,
        told,
        tuple(matter.quotes.title(d.id) for d in matter.collection.documents if d.source not in sources),
        stop.note,
        stop.question,
        stop.hide,
        matter.language(event),
    )


def voices(matter: Matter, event: Event, words: Speech) -> tuple[Voice, ...]:
    """One sentence of each article that tells an event: the best proof first; "" where it gives no date."""
    quotes = matter.quotes
    best = [*matter.proving(event), *(c for c in event.citations if quotes.stands(c))]
    found: dict[str, Voice] = {}
    disputed = {conflict.mention for conflict in event.conflicts}
    for citation in best:
        if citation.document in found:
            continue
        mention = quotes.mentions.get(citation.mention)
        told = mention if mention is not None and mention.edtf and citation.role == "states" else None
        found[citation.document] = Voice(
            citation.document,
            quotes.title(citation.document),
            words.say(told.edtf or "", told.mod) if told else "",
            (told.edtf or "") if told else "",
            citation.mention in disputed,
            quotes.proof(event, citation, words),
        )
    return tuple(found.values())


def _important(matter: Matter, most: int) -> list[Event]:
    """The events that matter most, in order of time; of those that matter as much some from all of it."""
    ranks: dict[tuple[bool, int, bool], list[Event]] = {}
    for subject in matter.on():
        event = subject.event
        rank = not event.conflicts, -subject.known - subject.ease, event.headline_source == "sentence"
        ranks.setdefault(rank, []).append(event)
    chosen: set[str] = set()
    for _, events in sorted(ranks.items(), key=lambda pair: pair[0]):
        room = min(most - len(chosen), len(events))
        chosen.update(events[n * len(events) // room].id for n in range(room))
    if not chosen:
        return list(matter.collection.events[:most])
    return [event for event in matter.collection.events if event.id in chosen]


def _question(event: Event, words: Speech) -> str:
    """A question to begin with: on a disagreement, or on a date that no sentence says."""
    if event.conflicts:
        return words.text("tour.differ")
    return words.text("tour.implied") if event.status == "implied" else ""
