"""One thing to be checked, whole: its sentences with their words marked, the reasons, other dates, its history."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from timeline import edtf
from timeline.app.checking import brief, looks_of, record_of, told_step
from timeline.app.doors import RefusedError
from timeline.app.own import Current, current
from timeline.chart.labels import shown
from timeline.model import Citation, Document, Event, Mention
from timeline.model.whereabouts import Whereabouts
from timeline.review.decided import Decided
from timeline.review.history import history
from timeline.review.queue import SORTS, Reason
from timeline.review.reading import order

NEAR = 12
"""Events offered to be made one with another."""

ROLES = {"states": "says when", "implies": "gives the date by counting", "refers": "speaks of it without a date"}


def card_of(key: str, target: str, *, second: bool = False) -> dict[str, Any]:
    """All that the page shows of an event or a mention; as it was read, where a second reader asks."""
    here = current(key)
    now = here.decided
    event, mention = record_of(now, target)
    if second:
        event = now.layer.reading.events.get(target, event)
    if event is None and mention is None:
        raise RefusedError("This is no longer there: it was made one with another event, or taken back.", 404)
    look = next((look for look in looks_of(key, here, second=second) if look.target == target), None)
    told = _event(now, event) if event else _mention(now, mention) if mention else {}
    return {
        **told,
        "target": target,
        "reasons": [_reason(reason) for reason in (look.reasons if look else ())],
        "twin": look.other if look else "",
        "version": now.versions.get(target, 0),
        "history": [] if second else [told_step(step) for step in history(now, target)],
    }


def _reason(reason: Reason) -> dict[str, str]:
    return {"sort": SORTS[reason.sort], "words": shown(reason.words)}


def _event(now: Decided, event: Event) -> dict[str, Any]:
    return {
        "of": "event",
        "headline": shown(event.headline),
        "when": edtf.say(event.edtf, event.mod),
        "edtf": event.edtf,
        "kind": shown(event.kind),
        "participants": [shown(name) for name in event.participants],
        "places": [shown(name) for name in event.places],
        "tags": [shown(tag) for tag in event.tags],
        "note": shown(event.note),
        "review": event.review,
        "status": event.status,
        "aside": event.id in now.layer.aside,
        "citations": [_citation(now, citation) for citation in event.citations],
        "dates": _dates(now, event),
        "derivation": [shown(step) for step in event.derivation],
        "near": [brief(other) for other in near(now, event)],
    }


def _dates(now: Decided, event: Event) -> list[dict[str, str]]:
    """The dates that articles give, where they differ: the event's own first."""
    if not event.conflicts:
        return []
    own = {
        "edtf": event.edtf,
        "when": edtf.say(event.edtf, event.mod),
        "words": "the date that stands now",
        "settled": "",
    }
    others = [
        {"edtf": c.edtf, "when": edtf.say(c.edtf), "words": shown(_name(now, c.document)), "settled": shown(c.settled)}
        for c in event.conflicts
    ]
    return [own, *others]


def _mention(now: Decided, mention: Mention) -> dict[str, Any]:
    document = now.layer.document(mention.document)
    span = sentence_of(document, mention) if document else (0, 0)
    text = document.text if document else ""
    named = {"article": shown(_name(now, mention.document)), "role": "", "date": "", "where": ""}
    return {
        "of": "mention",
        "headline": shown(mention.text),
        "when": "no date",
        "document": mention.document,
        "start": span[0],
        "end": span[1],
        "line": shown(" ".join(text[span[0] : span[1]].split())),
        "citations": [{**_parts(text, span, mention), **named}],
        "derivation": [shown(step) for step in mention.derivation],
        "aside": mention.id in now.layer.left,
    }


def sentence_of(document: Document, mention: Mention) -> tuple[int, int]:
    """Where the sentence of a mention stands."""
    return next(
        ((s.start, s.end) for s in document.sentences if s.start <= mention.start < s.end), (mention.start, mention.end)
    )


def _citation(now: Decided, citation: Citation) -> dict[str, Any]:
    document = now.layer.document(citation.document)
    mention = now.layer.reading.mention(citation.mention)
    span = citation.selector.start, citation.selector.end
    where = (Whereabouts(document).at(span[0]) or "") if document else ""
    return {
        **_parts(document.text if document else citation.selector.exact, span, mention),
        "article": shown(_name(now, citation.document)),
        "where": where,
        "role": ROLES[citation.role],
        "date": edtf.say(mention.edtf, mention.mod) if mention and mention.edtf else "",
    }


def _parts(text: str, span: tuple[int, int], mention: Mention | None) -> dict[str, str]:
    """A sentence, cut so that the words of the date can be marked."""
    start, end = span
    if mention is None or not start <= mention.start < mention.end <= end:
        return {"before": shown(text[start:end]), "words": "", "after": ""}
    return {
        "before": shown(text[start : mention.start]),
        "words": shown(text[mention.start : mention.end]),
        "after": shown(text[mention.end : end]),
    }


def _name(now: Decided, document: str) -> str:
    found = now.layer.document(document)
    return (found.title or found.file) if found else document


def near(now: Decided, event: Event) -> Sequence[Event]:
    """The events that stand nearest in time: those that this one may be one with."""
    events = now.collection.events
    at = bisect_left(events, order(event), key=order)
    window = [e for e in events[max(0, at - NEAR) : at + NEAR + 1] if e.id != event.id]
    here = edtf.bounds(event.edtf)
    day = here.first if here.first is not None else here.last or 0
    return sorted(window, key=lambda e: abs((edtf.bounds(e.edtf).first or 0) - day))[:NEAR]


def search(key: str, words: str) -> list[dict[str, str]]:
    """The events in whose headline all the words stand, the first ones."""
    wanted = words.casefold().split()
    events = current(key).decided.collection.events if wanted else ()
    found = (event for event in events if all(word in event.headline.casefold() for word in wanted))
    return [brief(event) for _, event in zip(range(NEAR), found, strict=False)]


def article_of(here: Current, document: str) -> dict[str, Any]:
    """The text of an article, with the places of its mentions, for words to be chosen from it."""
    found = here.decided.layer.document(document)
    if found is None:
        raise RefusedError("This article is no longer in the collection.", 404)
    mentions = here.decided.layer.reading.mentions_of(document)
    return {
        "id": found.id,
        "title": shown(found.title or found.file),
        "text": found.text,
        "mentions": [{"id": m.id, "start": m.start, "end": m.end, "text": m.text} for m in mentions],
    }
