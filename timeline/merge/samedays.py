"""One day that two accounts of one matter tell: a single happening, however different the words.

"The tunnels met on 1 December" and "1 December: breakthrough" share no word. But where two articles have told other
happenings in common, and each tells just one thing of a day, that is nearly always the same thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.accounts import MANY, Accounts, is_fact
from timeline.merge.telling import Telling


def on_one_day(tellings: Sequence[Telling], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of tellings, by number, of one day of which each of two accounts of one matter tells nothing else.

    ``group`` says in which group each telling is.
    """
    days: dict[int, list[int]] = defaultdict(list)
    for n, t in enumerate(tellings):
        if t.bounds.first is not None and t.width == 1:
            days[t.bounds.first].append(n)
    beside: Mapping[str, Sequence[str]] | None = None
    for _, told in sorted(days.items()):
        if not 1 < len({group[n] for n in told}) <= MANY:
            continue
        alone = _alone(tellings, group, told)
        if len({group[n] for n in alone.values()}) < 2:
            continue
        beside = Accounts(tellings, group).of_one_matter if beside is None else beside
        for document, a in alone.items():
            others = sorted(alone[other] for other in beside.get(document, ()) if other in alone)
            yield from (
                (a, b) for b in others if a < b and group[a] != group[b] and not _unlike(tellings[a], tellings[b])
            )


def _alone(tellings: Sequence[Telling], group: Sequence[int], told: Sequence[int]) -> dict[str, int]:
    """For each article, by its id, that tells one thing of a day, and tells it as a fact, that telling."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for n in told:
        by_document[tellings[n].document.id].append(n)
    return {
        document: own[0]
        for document, own in by_document.items()
        if len({group[n] for n in own}) == 1 and all(is_fact(tellings[n]) for n in own)
    }


def _unlike(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of sorts that have nothing to do with one another, and name nobody in common: a treaty
    here, a raid there."""
    sorts = a.family, b.family
    named = [{key for key, _ in (*t.participants, *t.places)} for t in (a, b)]
    apart = all(f.id for f in sorts) and sorts[0].lane != sorts[1].lane and sorts[1].id not in sorts[0].kin
    return apart and all(named) and named[0].isdisjoint(named[1])
