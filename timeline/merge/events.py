"""Groups of tellings → events: the best date, the best line, every citation, and why."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline import edtf
from timeline.merge.headlines import fallback
from timeline.merge.reasons import reasons_for, said
from timeline.merge.telling import Key, Telling
from timeline.model import Citation, Conflict, Event, Role, Selector, Source


def event_of(tellings: Sequence[Telling], against: Sequence[Telling], order: Mapping[str, int]) -> Event:
    """The event that a group of tellings tells; those in ``against`` give it another date.

    ``order`` gives each document's id its rank.
    """
    dated = [t for t in tellings if t.whole] or list(tellings)
    best = min(dated, key=_precision)
    everything = [*tellings, *against]
    headline, source, teller = _headline(everything)
    bounds = edtf.bounds(best.edtf)
    told = any(t.role == "states" for t in tellings)
    planned = all(t.planned for t in tellings)
    citations = _citations(everything, order)
    family = _common(t.family.lane for t in tellings if t.family.id)
    return Event(
        id=_id(tellings),
        edtf=best.edtf,
        mod=best.mention.mod if best.role == "states" else None,
        earliest=None if bounds.first is None else edtf.iso(bounds.first),
        latest=None if bounds.last is None else edtf.iso(bounds.last),
        headline=headline,
        headline_source=source,
        summary=teller.document.text[teller.sentence.start : teller.sentence.end],
        kind=family or "Other",
        citations=citations,
        participants=_union(pair for t in everything for pair in t.participants),
        places=_union(pair for t in everything for pair in t.places),
        conflicts=tuple(_conflict(t, best) for t in sorted(against, key=lambda t: (order[t.document.id], t.key))),
        derivation=reasons_for(tellings, against, best),
        status="planned" if planned else "told" if told else "implied",
    )


def _precision(telling: Telling) -> tuple[float, bool, bool, Key]:
    """Sorts the most precise date first; of equals one written in full, one that is said, then by place."""
    width = edtf.width(telling.edtf)
    said_so = telling.role != "states"
    return (math.inf if width is None else width), said_so or telling.mention.grade != "A", said_so, telling.key


def _headline(tellings: Sequence[Telling]) -> tuple[str, Source, Telling]:
    """The best line of all tellings, how it was made and who tells it; the shortened sentence where there is none."""
    offered = [(line, t.key, t) for t in tellings for line in t.headlines]
    if offered:
        line, _, teller = min(offered, key=lambda one: one[:2])
        return line.text, line.source, teller
    first = min(tellings, key=lambda t: t.key)
    sentence = first.document.text[first.sentence.start : first.sentence.end]
    return fallback(sentence) or f"Told in {first.document.title or first.document.file}", "sentence", first


def _common(values: Iterable[str]) -> str:
    """The value that occurs most often, the first in the alphabet of several; empty where there is none."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""


def _union(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The names shown for all keys, those named most often first."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for key, name in named:
        counts[key] += 1
        shown.setdefault(key, name)
    place = {key: n for n, key in enumerate(shown)}
    return tuple(shown[key] for key in sorted(counts, key=lambda key: (-counts[key], place[key])))


def _citations(tellings: Sequence[Telling], order: Mapping[str, int]) -> tuple[Citation, ...]:
    """One citation for each telling, in the order of the documents."""
    ranked = sorted(tellings, key=lambda t: (order[t.document.id], t.mention.start, t.key))
    out: dict[tuple[str, Role], Citation] = {}
    for t in ranked:
        out.setdefault(
            (t.mention.id, t.role),
            Citation(
                t.document.id, t.mention.id, Selector.of(t.document.text, t.sentence.start, t.sentence.end), t.role
            ),
        )
    return tuple(out.values())


def _conflict(telling: Telling, best: Telling) -> Conflict:
    """The other date, who gives it, and how far it lies from the event's."""
    here = telling.document.title or telling.document.file
    there = best.document.title or best.document.file
    return Conflict(
        telling.edtf,
        telling.document.id,
        telling.mention.id,
        f"“{here}” gives {edtf.say(telling.edtf, telling.mention.mod)}, "
        f"“{there}” {edtf.say(best.edtf, best.mention.mod)}: {_apart(telling, best)}",
    )


def _apart(one: Telling, two: Telling) -> str:
    """How far two dates lie apart, in words."""
    first, second = one.bounds.first, two.bounds.first
    if first is None or second is None:
        return "the two don't agree"
    if one.bounds.last == first and two.bounds.last == second:
        return f"{said(abs(first - second), 'day')} apart"
    return f"{said(abs(edtf.civil(first)[0] - edtf.civil(second)[0]), 'year')} apart"


def _id(tellings: Sequence[Telling]) -> str:
    """An id that stays the same as long as the first sentence that tells the event does."""
    first = min(tellings, key=lambda t: t.key)
    sentence = first.document.text[first.sentence.start : first.sentence.end]
    offset = first.mention.start - first.sentence.start
    seed = f"{first.document.file}\n{sentence}\n{offset}\n{first.key[2]}"
    if said_before := first.document.text.count(sentence, 0, first.sentence.start):
        seed += f"\n{said_before}"
    return "e" + hashlib.sha256(seed.encode("utf-8")).hexdigest()[:10]
