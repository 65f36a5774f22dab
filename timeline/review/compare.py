"""Two readings side by side: which events one has and the other not, which have another date or other words.

Events are matched by id where both cite a common sentence, else by the sentences that they cite, else by their
headline and date, and last by a headline that only one event of each has. So a collection can be compared with itself
under newer rules, with another one, and one edition of an article with the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.errors import ReviewError
from timeline.model import Collection, Document, Event


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: events ``added`` and ``gone``, and pairs, the former first, that were ``redated`` or ``reworded``.

    ``same`` is the number of events with the same date and headline in both.
    """

    added: tuple[Event, ...]
    gone: tuple[Event, ...]
    redated: tuple[tuple[Event, Event], ...]
    reworded: tuple[tuple[Event, Event], ...]
    same: int


def compare(before: Collection | Sequence[Event], after: Collection | Sequence[Event]) -> Comparison:
    """How the events of ``after`` differ from those of ``before``, each list in order of time."""
    old, new = _events(before), _events(after)
    pairs = _matched(old, new)
    matched_old, matched_new = {a for a, _ in pairs}, {b for _, b in pairs}
    both = [(old[a], new[b]) for a, b in sorted(pairs)]
    return Comparison(
        added=tuple(event for n, event in enumerate(new) if n not in matched_new),
        gone=tuple(event for n, event in enumerate(old) if n not in matched_old),
        redated=tuple((a, b) for a, b in both if (a.edtf, a.mod) != (b.edtf, b.mod)),
        reworded=tuple((a, b) for a, b in both if a.headline != b.headline),
        same=sum((a.edtf, a.mod, a.headline) == (b.edtf, b.mod, b.headline) for a, b in both),
    )


def compare_articles(before: Collection, one: str, after: Collection, other: str) -> Comparison:
    """How the events that the article ``other`` tells differ from those that the article ``one`` tells.

    Articles are named by their ids or their files. Raises ReviewError where a collection has no such article.
    """
    return compare(_told_by(before, one), _told_by(after, other))


def article(collection: Collection, named: str) -> Document:
    """The article of this id, else the first of this file. Raises ReviewError where there is none."""
    found = [one for one in collection.documents if named in (one.id, one.file)]
    if not found:
        raise ReviewError(f"There is no article {named!r} in this collection; `timeline report` lists them.")
    return min(found, key=lambda one: one.id != named)


def _told_by(collection: Collection, document: str) -> tuple[Event, ...]:
    """The events that an article tells, each with the article's own sentences alone."""
    own = article(collection, document).id
    return tuple(
        replace(event, citations=mine)
        for event in collection.events
        if (mine := tuple(citation for citation in event.citations if citation.document == own))
    )


def _events(given: Collection | Sequence[Event]) -> Sequence[Event]:
    return given.events if isinstance(given, Collection) else given


def _matched(old: Sequence[Event], new: Sequence[Event]) -> set[tuple[int, int]]:
    """The places of events that are the same happening in both; each event is matched once."""
    pairs: set[tuple[int, int]] = set()
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for candidates in (_by_sentence(old, new), _by_headline(old, new), _by_headline_alone(old, new)):
        for a, b in candidates:
            if a not in taken_old and b not in taken_new:
                pairs.add((a, b))
                taken_old.add(a)
                taken_new.add(b)
    return pairs


def _by_sentence(old: Sequence[Event], new: Sequence[Event]) -> Iterable[tuple[int, int]]:
    """Pairs that cite a common sentence: those of one id first, then of one date, then those that share most."""
    cited: dict[str, list[int]] = {}
    for a, event in enumerate(old):
        for exact in {c.selector.exact for c in event.citations}:
            cited.setdefault(exact, []).append(a)
    shared: Counter[tuple[int, int]] = Counter()
    for b, event in enumerate(new):
        for exact in {c.selector.exact for c in event.citations}:
            shared.update((a, b) for a in cited.get(exact, ()))
    return sorted(
        shared,
        key=lambda pair: (
            old[pair[0]].id != new[pair[1]].id,
            old[pair[0]].edtf != new[pair[1]].edtf,
            -shared[pair],
            pair,
        ),
    )


def _by_headline(old: Sequence[Event], new: Sequence[Event]) -> Iterable[tuple[int, int]]:
    """Pairs of one headline whose dates overlap."""
    named: dict[str, list[int]] = {}
    for a, event in enumerate(old):
        named.setdefault(event.headline.casefold(), []).append(a)
    for b, event in enumerate(new):
        for a in named.get(event.headline.casefold(), ()):
            if edtf.overlaps(old[a].edtf, event.edtf):
                yield a, b


def _by_headline_alone(old: Sequence[Event], new: Sequence[Event]) -> Iterable[tuple[int, int]]:
    """Pairs of a headline that no other event has: told anew with another date."""
    first, second = ({e.headline.casefold(): n for n, e in enumerate(events)} for events in (old, new))
    counts = Counter(event.headline.casefold() for event in (*old, *new))
    return [(first[name], second[name]) for name in first if name in second and counts[name] == 2]
