"""One event and one decision → the event as the decision has it. Nothing that was read of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from timeline import edtf
from timeline.model import Citation, Conflict, Document, Event, Status

T = TypeVar("T")

UNREVIEWED, ACCEPTED, CORRECTED, ASIDE = "unreviewed", "accepted", "corrected", "set aside"
"""The states of ``Event.review``."""

EDITABLE = ("headline", "kind", "participants", "places", "tags", "note")
"""What an ``edit`` changes of an event; ``add_tags`` and ``drop_tags`` change some of its tags."""

METADATA = ("title", "author", "publisher", "url", "language", "published", "kind", "genre", "licence", "note")
"""What a person may say of an article."""

SAYS = ("headline", "kind", "participants", "places")
"""Of these, what says something of the happening: who changed it has reviewed the event."""

_LISTS = ("participants", "places", "tags")
_SUREST: Sequence[Status] = ("told", "reported", "denied", "planned", "implied")


def dated(event: Event, value: str, mod: str | None) -> Event:
    """The event at another date; its citations and differing dates stay as they are."""
    limits = edtf.bounds(value)
    return replace(
        event,
        edtf=value,
        mod=mod,
        earliest=None if limits.first is None else edtf.iso(limits.first),
        latest=None if limits.last is None else edtf.iso(limits.last),
    )


def redated(event: Event, after: Mapping[str, Any], why: str, documents: Mapping[str, Document]) -> Event:
    """The event at the date that a person set; the date that was read stays told.

    Where a differing article's date is taken, the one that stood until now is the one that differs.
    """
    value, mod = after["edtf"], after.get("mod")
    if (value, mod) == (event.edtf, event.mod):
        return replace(event, review=CORRECTED)
    others = tuple(conflict for conflict in event.conflicts if conflict.edtf != value)
    if len(others) < len(event.conflicts):
        others += _left_behind([event], value, mod, documents)
    told = f"a person set the date: {edtf.say(value, mod, inside=True)}{f', since {why}' if why else ''}"
    read = f"what was read before: {edtf.say(event.edtf, event.mod, inside=True)}"
    moved = dated(event, value, mod)
    return replace(moved, conflicts=others, derivation=(told, read, *event.derivation), review=CORRECTED)


def edited(event: Event, after: Mapping[str, Any]) -> Event:
    """The event with other words, people, places, tags or note."""
    fields: dict[str, Any] = {
        name: tuple(after[name]) if name in _LISTS else after[name] for name in EDITABLE if name in after
    }
    tags = [tag for tag in fields.get("tags", event.tags) if tag not in after.get("drop_tags", ())]
    fields["tags"] = tuple(dict.fromkeys((*tags, *after.get("add_tags", ()))))
    if "headline" in fields:
        fields["headline_source"] = ""
    if any(name in fields for name in SAYS):
        fields["review"] = CORRECTED
    return replace(event, **fields)


def joined(events: Sequence[Event], after: Mapping[str, Any], documents: Mapping[str, Document]) -> Event:
    """The first event with all sentences of the others; dates that don't fit its own are told as differing."""
    first, *more = events
    value, mod = after.get("edtf", first.edtf), after.get("mod", first.mod if "edtf" not in after else None)
    conflicts = [conflict for event in events for conflict in event.conflicts if conflict.edtf != value]
    conflicts += _left_behind([e for e in events if not edtf.overlaps(e.edtf, value)], value, mod, documents)
    rank = {name: n for n, name in enumerate(documents)}
    told = tuple(f"a person joined it with “{event.headline}”" for event in more)
    return replace(
        dated(first, value, mod),
        headline=after.get("headline", first.headline),
        kind=next((e.kind for e in events if e.kind != "Other"), first.kind),
        citations=tuple(sorted(_union(e.citations for e in events), key=lambda c: rank.get(c.document, len(rank)))),
        participants=_union(e.participants for e in events),
        places=_union(e.places for e in events),
        tags=_union(e.tags for e in events),
        note="\n".join(_union((e.note,) for e in events if e.note)),
        conflicts=_union([conflicts]),
        derivation=(*told, *first.derivation),
        status=min((e.status for e in events), key=_SUREST.index),
        review=CORRECTED,
    )


def parted(event: Event, goes: Sequence[Citation], after: Mapping[str, Any]) -> tuple[Event, Event]:
    """What stays of an event, and the new event with the citations that go."""
    stay = tuple(citation for citation in event.citations if citation not in goes)
    gone = {citation.mention for citation in goes if citation.mention}
    new, old = after["event"], after.get("stays", {})
    stays = dated(event, old.get("edtf", event.edtf), old.get("mod", event.mod if "edtf" not in old else None))
    stays = replace(
        stays,
        citations=stay,
        conflicts=tuple(c for c in event.conflicts if c.mention not in gone and c.edtf != stays.edtf),
        derivation=(f"a person split off “{new['headline']}”", *event.derivation),
        review=CORRECTED,
    )
    part = dated(event, new["edtf"], new.get("mod"))
    part = replace(
        part,
        id=new["id"],
        headline=new["headline"],
        headline_source="",
        summary=goes[0].selector.exact,
        kind=new.get("kind", event.kind),
        citations=tuple(goes),
        conflicts=tuple(c for c in event.conflicts if c.mention in gone and c.edtf != part.edtf),
        derivation=(f"a person split it off “{event.headline}”",),
        review=CORRECTED,
    )
    return stays, part


def settled(event: Event, why: str) -> Event:
    """The event with its differing dates still told, and why the matter is decided."""
    closed = tuple(replace(conflict, settled=why) for conflict in event.conflicts)
    return replace(event, conflicts=closed, review=CORRECTED)


def _left_behind(
    events: Sequence[Event], value: str, mod: str | None, documents: Mapping[str, Document]
) -> tuple[Conflict, ...]:
    """The dates that events had until now, as dates that differ from the one that was chosen."""
    out = []
    for event in events:
        citation = next((c for c in event.citations if c.role == "states"), event.citations[0])
        document = documents.get(citation.document)
        name = (document.title or document.file) if document else citation.document
        had, has = edtf.say(event.edtf, event.mod, inside=True), edtf.say(value, mod, inside=True)
        reason = f"“{name}” gives {had}; a person decided for {has}"
        out.append(Conflict(event.edtf, citation.document, citation.mention, reason))
    return tuple(out)


def _union(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Everything that is in a group, once."""
    return tuple(dict.fromkeys(one for group in groups for one in group))
