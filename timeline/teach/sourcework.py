"""Source work: what is known of an article and how it stands to the others; and two articles side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.errors import TeachError
from timeline.model import Collection, Document, Event
from timeline.teach.lapses import apart, lapse
from timeline.teach.matter import Matter, matter_of
from timeline.teach.speech import Speech, speech
from timeline.teach.tours import Voice, voices

_LEFT_OUT = 30
"""So much of what an article leaves out is named at most: what most of the others tell."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article. ``written`` is its date in words, ``origin`` how that is known.

    ``reason`` says more of that, as it was read. ``sort`` is what sort of source it is, ``note`` what was remarked on
    it. What is not known is empty. ``editions`` are the titles of articles that are nearly the same text: together they
    are one witness.
    """

    document: str
    title: str
    author: str
    publisher: str
    url: str
    sort: str
    written: str
    origin: str
    reason: str
    note: str
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as an article tells it: how long after it the article was written, and what the others say.

    ``own`` is None where the article does not tell it. ``apart`` goes with ``others``: how far the date that each gives
    lies from the article's, in words; "" where both may be right.
    """

    event: str
    headline: str
    date: str
    lapse: str
    own: Voice | None
    others: tuple[Voice, ...]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceWork:
    """An article among the others.

    ``alone``: what only it tells; ``confirmed``: what others tell too, with dates that fit; ``differs``: what others
    give another date; ``left_out``: what others tell and it does not, of what had happened when it was written; what
    most of them tell is named, and ``left_out_more`` is how many more there are. All are in order of time. ``said``,
    ``counted``, ``open``: how many of its dates are written in full, worked out, and without a place in time.
    ``questions`` are for the class.
    """

    about: About
    alone: tuple[Told, ...]
    confirmed: tuple[Told, ...]
    differs: tuple[Told, ...]
    left_out: tuple[Told, ...]
    left_out_more: int
    said: int
    counted: int
    open: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two articles: what both tell, where they differ, and what only one of them tells; in order of time.

    In ``Told`` of ``both`` and ``differ`` the first article is ``own``, the second the only one of ``others``.
    """

    one: About
    two: About
    both: tuple[Told, ...]
    differ: tuple[Told, ...]
    only_one: tuple[Told, ...]
    only_two: tuple[Told, ...]
    questions: tuple[str, ...]


def about_article(collection: Collection | Matter, document: str, language: str = "en") -> SourceWork:
    """An article among the others of a collection. Raises TeachError for an id that no article has."""
    matter, words = matter_of(collection), speech(language)
    own = _document(matter, document, words)
    told = [_told(matter, event, own, words) for event in matter.collection.events if _tells(matter, event, own)]
    left_out = _left_out(matter, own)
    mentions = [mention for mention in matter.collection.mentions if mention.document == document]
    return SourceWork(
        _about(matter, own, words),
        tuple(one for one in told if not one.others),
        tuple(one for one in told if one.others and not any(one.apart)),
        tuple(one for one in told if any(one.apart)),
        tuple(_told(matter, event, own, words) for event in _most_told(matter, left_out, _LEFT_OUT)),
        max(0, len(left_out) - _LEFT_OUT),
        sum(m.grade == "A" and m.outcome == "event" for m in mentions),
        sum(m.grade == "B" and m.outcome == "event" for m in mentions),
        sum(m.outcome == "undated" for m in mentions),
        _questions(words, "who", "when", "others", "silent"),
    )


def beside(collection: Collection | Matter, one: str, two: str, language: str = "en") -> Beside:
    """Two articles of a collection side by side.

    Raises TeachError for an id that no article has, or one given twice.
    """
    matter, words = matter_of(collection), speech(language)
    a, b = _document(matter, one, words), _document(matter, two, words)
    if one == two:
        raise TeachError(words.text("refused.same-article"))
    both: list[Told] = []
    differ: list[Told] = []
    only_a: list[Told] = []
    only_b: list[Told] = []
    for event in matter.collection.events:
        in_a, in_b = _tells(matter, event, a), _tells(matter, event, b)
        if in_a and in_b:
            told = _told(matter, event, a, words, b)
            (differ if any(told.apart) else both).append(told)
        elif in_a:
            only_a.append(_told(matter, event, a, words, b))
        elif in_b:
            only_b.append(_told(matter, event, b, words, a))
    return Beside(
        _about(matter, a, words),
        _about(matter, b, words),
        tuple(both),
        tuple(differ),
        tuple(only_a),
        tuple(only_b),
        _questions(words, "when", "others", "silent"),
    )


def _document(matter: Matter, name: str, words: Speech) -> Document:
    if name not in matter.quotes.documents:
        raise TeachError(words.text("refused.no-article"))
    return matter.quotes.documents[name]


def _tells(matter: Matter, event: Event, document: Document) -> bool:
    return any(c.document == document.id and matter.quotes.stands(c) for c in event.citations)


def _told(matter: Matter, event: Event, document: Document, words: Speech, beside_it: Document | None = None) -> Told:
    """An event as an article tells it, beside all others or one; editions of the article don't count as others."""
    every = voices(matter, event, words)
    documents = matter.quotes.documents
    own = next((voice for voice in every if voice.document == document.id), None)
    others = tuple(
        voice
        for voice in every
        if (
            documents[voice.document].source != document.source if beside_it is None else voice.document == beside_it.id
        )
    )
    return Told(
        event.id,
        event.headline,
        words.say(event.edtf, event.mod),
        lapse(event.edtf, document.published.edtf, words),
        own,
        others,
        tuple(apart(own.edtf, voice.edtf, words) if own and own.edtf and voice.edtf else "" for voice in others),
    )


def _left_out(matter: Matter, own: Document) -> list[Event]:
    """What others tell and an article doesn't, of what had happened before it was written, in order of time."""
    written = edtf.bounds(own.published.edtf).last if own.published.edtf else None
    found: list[Event] = []
    for event in matter.collection.events:
        first = edtf.bounds(event.edtf).first
        later = written is not None and first is not None and first > written
        if event.status in ("told", "implied") and not later:
            sources = _sources(matter, event)
            if sources and own.source not in sources:
                found.append(event)
    return found


def _most_told(matter: Matter, events: Sequence[Event], most: int) -> list[Event]:
    """Those of the events that most articles tell, in the order in which they come."""
    ranked = sorted(range(len(events)), key=lambda n: (-len(_sources(matter, events[n])), n))
    return [events[n] for n in sorted(ranked[:most])]


def _sources(matter: Matter, event: Event) -> set[str]:
    """The articles that tell an event, editions counted as one."""
    return {matter.quotes.source(citation) for citation in event.citations if matter.quotes.stands(citation)}


def _about(matter: Matter, document: Document, words: Speech) -> About:
    published = document.published
    return About(
        document.id,
        matter.quotes.title(document.id),
        document.author or "",
        document.publisher or "",
        document.url or "",
        words.text(f"sort.{document.kind}") if document.kind else "",
        _written(published.edtf, words) if published.edtf else "",
        words.text(f"written.{published.origin}"),
        published.reason,
        document.note or "",
        tuple(
            matter.quotes.title(other.id)
            for other in matter.collection.documents
            if other.source == document.source and other.id != document.id
        ),
    )


def _written(value: str, words: Speech) -> str:
    """The date of an article in words; of one that is only a bound, "1999 or later"."""
    date = edtf.parse(value)
    if isinstance(date, edtf.Interval) and isinstance(date.start, edtf.Date) and date.end is edtf.End.OPEN:
        return words.text("written.later", date=words.say(value.partition("/")[0]))
    return words.say(value)


def _questions(words: Speech, *keys: str) -> tuple[str, ...]:
    return tuple(words.text(f"ask.{key}") for key in keys)
