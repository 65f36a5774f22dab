"""Groups of tellings → events: the best date, the best line, every citation, and why."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline import edtf
from timeline.merge.apart import apart_in_words
from timeline.merge.headlines import fallback
from timeline.merge.reasons import reasons_for
from timeline.merge.references import Passing
from timeline.merge.telling import Key, Telling
from timeline.model import Citation, Conflict, Event, Role, Selector, Source, Status

_SOUGHT = 1_000_000
"""Characters in which the same sentence is looked for: to go through a longer text for each event takes too long."""


def event_of(
    tellings: Sequence[Telling], against: Sequence[Telling], order: Mapping[str, int], again: Sequence[Passing] = ()
) -> Event:
    """The event that a group of tellings tells; those in ``against`` give it another date, those in ``again`` none.

    ``order`` gives each document's id its rank.
    """
    everything = [*tellings, *against]
    done = [t for t in tellings if not t.planned]
    plans = [t for t in everything if t.planned] if done else []
    against = [t for t in against if t not in plans]
    tellings = done or tellings
    dated = [t for t in tellings if t.whole] or list(tellings)
    best = min(dated, key=_precision)
    headline, source, teller = _headline([t for t in everything if t not in plans])
    bounds = edtf.bounds(best.edtf)
    citations = _citations([replace(t, role="refers") if t in plans else t for t in everything], again, order)
    acting = {key for t in everything for key, _ in t.participants if key not in t.sites}
    sites = frozenset().union(*(t.sites for t in everything)) - acting
    kind = _common(t.family.kind for t in tellings if t.family.id)
    return Event(
        id=_id(tellings),
        edtf=best.edtf,
        mod=best.mention.mod if best.role == "states" else None,
        earliest=None if bounds.first is None else edtf.iso(bounds.first),
        latest=None if bounds.last is None else edtf.iso(bounds.last),
        headline=headline,
        headline_source=source,
        summary=teller.document.text[teller.sentence.start : teller.sentence.end],
        kind=kind or "Other",
        citations=citations,
        participants=_union(pair for t in everything for pair in t.participants if pair[0] not in sites),
        places=_union(
            pair for t in everything for pair in (*t.places, *t.participants) if pair in t.places or pair[0] in sites
        ),
        conflicts=tuple(_conflict(t, best) for t in sorted(against, key=lambda t: (order[t.document.id], t.key))),
        derivation=reasons_for(tellings, against, best, plans),
        status=_status(tellings),
    )


def _status(tellings: Sequence[Telling]) -> Status:
    """How the event stands: as the surest of its tellings tells it; an implied one that nobody states is implied."""
    moods = {t.mood for t in tellings if t.role == "states"}
    moods = moods or {t.mood for t in tellings if t.mood != "told"}
    return next((mood for mood in ("told", "reported", "denied", "planned") if mood in moods), "implied")


def _precision(telling: Telling) -> tuple[float, bool, bool, Key]:
    """Sorts the most precise date first; of equals one written in full, one that is said, then by place."""
    width = telling.width
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


def _citations(tellings: Sequence[Telling], again: Sequence[Passing], order: Mapping[str, int]) -> tuple[Citation, ...]:
    """One citation for each telling, in the order of the documents; then each sentence that tells it without a date."""
    ranked = sorted(tellings, key=lambda t: (order[t.document.id], t.mention.start, t.key))
    out: dict[tuple[str, Role], Citation] = {}
    told = {(t.document.id, t.sentence.start) for t in tellings}
    for t in ranked:
        out.setdefault(
            (t.mention.id, t.role),
            Citation(
                t.document.id, t.mention.id, Selector.of(t.document.text, t.sentence.start, t.sentence.end), t.role
            ),
        )
    undated: dict[tuple[str, int], Citation] = {}
    for p in sorted(again, key=lambda p: (order[p.document.id], p.sentence.start)):
        where = (p.document.id, p.sentence.start)
        if where not in told:
            quote = Selector.of(p.document.text, p.sentence.start, p.sentence.end)
            undated[where] = Citation(p.document.id, "", quote, "refers")
    return (*out.values(), *undated.values())


def _conflict(telling: Telling, best: Telling) -> Conflict:
    """The other date, who gives it, and how far it lies from the event's."""
    here = telling.document.title or telling.document.file
    there = best.document.title or best.document.file
    return Conflict(
        telling.edtf,
        telling.document.id,
        telling.mention.id,
        f"“{here}” gives {edtf.say(telling.edtf, telling.mention.mod)}, "
        f"“{there}” {edtf.say(best.edtf, best.mention.mod)}: {apart_in_words(telling, best)}",
    )


def _id(tellings: Sequence[Telling]) -> str:
    """An id that stays the same as long as the first sentence that tells the event does."""
    first = min(tellings, key=lambda t: t.key)
    sentence = first.document.text[first.sentence.start : first.sentence.end]
    offset = first.mention.start - first.sentence.start
    seed = f"{first.document.file}\n{sentence}\n{offset}\n{first.key[2]}"
    begin = first.sentence.start - first.sentence.start % _SOUGHT
    if said_before := first.document.text.count(sentence, begin, first.sentence.start):
        seed += f"\n{said_before}"
    if begin:
        seed += f"\nbehind {begin}"
    return "e" + hashlib.sha256(seed.encode("utf-8")).hexdigest()[:10]
