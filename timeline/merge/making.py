"""The way through the room: documents and mentions in, events and the mentions with their outcomes out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from timeline import edtf
from timeline.merge.clusters import clustered
from timeline.merge.conflicts import with_conflicts
from timeline.merge.events import event_of
from timeline.merge.likeness import Likeness
from timeline.merge.oneact import with_disaster
from timeline.merge.people import with_one_name
from timeline.merge.reading import Reading, read
from timeline.merge.references import Passing, passings, referring
from timeline.merge.sayings import is_unknown, tell_sentence
from timeline.merge.stretches import in_one_stretch
from timeline.merge.telling import Telling, aligned
from timeline.merge.tellings import tell
from timeline.merge.twins import told_apart
from timeline.model import Document, Event, Mention

Tell = Callable[[Mention], tuple[list[Telling], str]]
"""The tellings of a dated mention; without one, the reason why."""


def make_events(
    documents: Sequence[Document], mentions: Sequence[Mention]
) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events that the mentions tell, in order of time, and the mentions again, each with its outcome.

    Every mention that came as ``open`` goes as ``event``, cited by at least one event, or as ``set aside`` or
    ``undated`` with a reason in words. Mentions decided before come back as they were. The result doesn't depend
    on the order of the documents, except that citations follow it.
    """
    events, decided = join(_each(documents, mentions))
    outcomes = {mention.id: mention for mention in decided}
    return events, tuple(outcomes[mention.id] for mention in mentions)


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells, read without any other: with a date, without one, and why a mention tells nothing."""

    document: Document
    mentions: tuple[Mention, ...]
    tellings: Sequence[Telling] = ()
    passings: Sequence[Passing] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def tell_document(document: Document, mentions: Iterable[Mention]) -> Told:
    """What the document tells at its mentions, and in the sentences between them."""
    mentions = tuple(mentions)
    there = sorted(mentions, key=lambda m: (m.start, m.end, m.id))
    if not any(m.outcome == "open" for m in there):
        return Told(document, mentions)
    if is_unknown(document):
        told, why = _told(there, partial(tell_sentence, document))
        return Told(document, mentions, told, (), why)
    reading = read(document, there)
    told, why = _told(there, _teller(reading, there))
    passed = passings(reading, {_sentence_of(reading, m) for m in there if m.outcome == "open"})
    return Told(document, mentions, told, passed, why)


def join(each: Sequence[Told]) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events that the documents tell together, and their mentions with their outcomes, as ``make_events`` does."""
    told = _together(each)
    reasons = dict(told.reasons)
    groups = [group for group in clustered(told.tellings) if _tells(group, reasons)]
    order = {one.document.id: n for n, one in enumerate(each)}
    likeness = Likeness([telling for group in groups for telling in group])
    again = referring(groups, told.passings, likeness)
    made = [
        event_of(group, against, order, [p for g in merged for p in again.get(g, ())])
        for group, against, merged in with_conflicts(groups, likeness)
    ]
    events = told_apart(sorted(made, key=lambda e: (edtf.sort_key(e.edtf), e.headline, e.id)))
    cited = {c.mention for event in events for c in event.citations if c.mention}
    return tuple(events), tuple(_decided(m, cited, reasons) for one in each for m in one.mentions)


@dataclass(frozen=True, slots=True)
class ToldBy:
    """What documents tell: with a date, without one, and why the mentions that tell nothing do so, by their ids."""

    tellings: tuple[Telling, ...]
    passings: tuple[Passing, ...]
    reasons: Mapping[str, str]


def told_by(documents: Sequence[Document], mentions: Sequence[Mention]) -> ToldBy:
    """What the open mentions tell, and the sentences between them."""
    return _together(_each(documents, mentions))


def _each(documents: Sequence[Document], mentions: Sequence[Mention]) -> list[Told]:
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.document].append(mention)
    return [tell_document(document, own[document.id]) for document in documents]


def _together(each: Sequence[Told]) -> ToldBy:
    """What all tell, each person under one name."""
    reasons = {name: reason for one in each for name, reason in one.reasons.items()}
    tellings, passed = with_one_name(
        [telling for one in each for telling in one.tellings], [passing for one in each for passing in one.passings]
    )
    return ToldBy(tuple(in_one_stretch(aligned(tellings))), tuple(passed), reasons)


def _told(mentions: Sequence[Mention], tell_one: Tell) -> tuple[list[Telling], dict[str, str]]:
    """The tellings of one document, and for each open mention without one the reason."""
    tellings: list[Telling] = []
    reasons: dict[str, str] = {}
    for mention in mentions:
        if mention.outcome != "open":
            continue
        if mention.edtf is None:
            reasons[mention.id] = "it could not be given a place on the calendar"
            continue
        told, reason = tell_one(mention)
        tellings += map(with_disaster, told)
        if reason:
            reasons[mention.id] = reason
    return tellings, reasons


def _teller(reading: Reading, mentions: Sequence[Mention]) -> Tell:
    """What says of each dated mention of a document what it tells."""
    holders = _holders(mentions)
    beside: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.outcome == "open" and mention.id not in holders:
            beside[_sentence_of(reading, mention)].append(mention)

    def tell_one(mention: Mention) -> tuple[list[Telling], str]:
        outer = holders.get(mention.id)
        if outer is not None:
            return [], f"it is part of “{outer.text}”, which is read as one date"
        n = _sentence_of(reading, mention)
        return tell(reading, mention, n, beside[n])

    return tell_one


def _sentence_of(reading: Reading, mention: Mention) -> int:
    """The number of the sentence in which the mention stands."""
    return max(0, bisect_right(reading.starts, mention.start) - 1)


def _holders(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """For each open mention that lies inside a longer one, that one; the mentions come in the order of the text."""
    out: dict[str, Mention] = {}
    ahead: list[Mention] = []
    for mention in sorted((m for m in mentions if m.outcome == "open"), key=lambda m: (m.start, -m.end)):
        ahead = [m for m in ahead if m.end > mention.start]
        outer = next((m for m in ahead if _holds(m, mention)), None)
        if outer is not None:
            out[mention.id] = outer
        ahead.append(mention)
    return out


def _holds(outer: Mention, inner: Mention) -> bool:
    """Whether one mention lies inside a longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _tells(group: Sequence[Telling], reasons: dict[str, str]) -> bool:
    """Whether a group makes an event: not a period that one article merely names, nor what has no line."""
    if all(t.name for t in group) and len({t.document.id for t in group}) < 2:
        for t in group:
            reasons[t.mention.id] = "it names a period; nothing that happened is told of it"
        return False
    return any(t.headlines or t.role == "states" for t in group)


def _decided(mention: Mention, cited: set[str], reasons: dict[str, str]) -> Mention:
    """The mention with its outcome."""
    if mention.outcome != "open":
        return mention
    if mention.id in cited:
        return replace(mention, outcome="event", reason="")
    if mention.edtf is None:
        return replace(mention, outcome="undated", reason=reasons.get(mention.id, "it could not be given a date"))
    return replace(mention, outcome="set aside", reason=reasons.get(mention.id, "it tells nothing that happened"))
