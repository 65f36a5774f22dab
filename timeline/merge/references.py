"""Sentences that tell a happening again without a date: they are cited beside those that date it.

A clause without a date refers to an event where it names one who or what the event names, tells the same sort of
happening, and says most of what a clause that dates it says. Held back on purpose: where it fits two events nearly
as well, where it tells of several or of what comes again and again, or is denied, asked, planned or only thought of,
it refers to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.merge.kinds import Family, family_of
from timeline.merge.likeness import Likeness
from timeline.merge.pronouns import resolved
from timeline.merge.reading import Reading
from timeline.merge.rewording import without_dates
from timeline.merge.shapes import Clause, finite
from timeline.merge.telling import Telling
from timeline.merge.unreal import did_not_happen, is_denied, is_only_possible, is_planned
from timeline.merge.who import names_in, terms
from timeline.merge.words import lexicon
from timeline.model import Document, Span
from timeline.model.record import record

_ENOUGH = 0.6
"""Share of what a dated clause says that one without a date must say too."""

_ROUNDED = 1 - 1e-9
"""What a sum may be off by, where its numbers are added in another order."""

_CLEAR = 0.8
"""Another event must fit worse than this, beside the best, for the best to be meant."""

_WIDE = 3 * 366
"""Days that an event's date may span: what a century saw is no one happening that can be told again."""


@record
class Passing:
    """A clause without a date: where it stands, and what it tells. ``names`` are the keys of all that it names."""

    document: Document
    sentence: Span
    family: Family
    lemma: str
    near: Mapping[str, int]
    names: frozenset[str]
    agents: frozenset[str]


def passings(reading: Reading, dated: Iterable[int]) -> list[Passing]:
    """The clauses without a date in the sentences of a document that could tell an event again.

    ``dated`` are the numbers of the sentences that have dates.
    """
    known = set(dated)
    out = []
    for n, (span, words) in enumerate(reading.sentences):
        if n in known or not words or words[-1].text == "?" or reading.document.zone_at(span.start) != "body":
            continue
        if not reading.scene.between(span.start, span.end) or did_not_happen(words, {w.low for w in words}):
            continue
        out += _of_sentence(reading, n)
    return out


def _of_sentence(reading: Reading, n: int) -> list[Passing]:
    """The clauses of a sentence that tell something and name somebody or something."""
    span = reading.sentences[n][0]
    stretch = reading.at(n, span.start)
    parsed = stretch.parsed
    out = []
    for k in range(len(parsed.segments)):
        if parsed.finite(k) is None:
            continue
        clause = finite(parsed, k)
        if not _is_told(clause):
            continue
        family = family_of(clause.lemma, clause.predicate, clause.subject)
        if not family.id:
            continue
        _, put, _ = resolved(without_dates(clause.subject), reading.place_of(n))
        named = [*names_in(reading.scene, clause.words), *put]
        if not named:
            continue
        agents = frozenset(x.key for x in [*names_in(reading.scene, clause.subject), *put] if x.sort != "name")
        near, _ = terms(clause.words, stretch.words)
        names = frozenset(x.key for x in named)
        out.append(Passing(reading.document, span, family, clause.lemma, near, names, agents))
    return out


def _is_told(clause: Clause) -> bool:
    """Whether a clause tells that something happened, once: it isn't denied, planned, possible or a custom."""
    lists = lexicon().lists
    if is_only_possible(clause) or is_planned(clause) or is_denied(clause):
        return False
    return clause.lemma not in lists["stative"] and not any(w.low in lists["repeating"] for w in clause.words)


def referring(
    groups: Sequence[Sequence[Telling]], told: Sequence[Passing], likeness: Likeness
) -> dict[int, list[Passing]]:
    """For each group, by its number, the clauses without a date that tell its happening again.

    ``likeness`` is that of the tellings of all groups, one group after the other.
    """
    if not told:
        return {}
    tellings = [t for group in groups for t in group]
    group_of = [g for g, group in enumerate(groups) for _ in group]
    meant = {g for g, group in enumerate(groups) if _can_be_meant(group)}
    index = _Index(((n, t) for n, t in enumerate(tellings) if group_of[n] in meant), likeness)
    out: dict[int, list[Passing]] = defaultdict(list)
    for passing in told:
        fits: dict[int, float] = {}
        for n in index.sharing(passing):
            fit = _fit(passing, tellings[n], likeness)
            if fit > fits.get(group_of[n], 0.0):
                fits[group_of[n]] = fit
        for g in _meant(passing, fits, groups):
            if not any(t.document is passing.document and t.sentence == passing.sentence for t in groups[g]):
                out[g].append(passing)
    return out


class _Index:
    """Tellings by the words and by the names that a clause of their sort must share with them to tell them again."""

    def __init__(self, tellings: Iterable[tuple[int, Telling]], likeness: Likeness) -> None:
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, telling in tellings:
            words, names = _one_of(telling, likeness), telling.people | telling.things
            for sort in _sorts(telling):
                for word in words:
                    self._by_word[word, sort].append(n)
                for name in names:
                    self._by_name[name, sort].append(n)

    def sharing(self, passing: Passing) -> set[int]:
        """The numbers of those that share a word, or of those that share a name, whichever are fewer."""
        sorts = _sorts(passing)
        by_word = [self._by_word.get((word, sort), ()) for word in passing.near for sort in sorts]
        by_name = [self._by_name.get((name, sort), ()) for name in passing.names for sort in sorts]
        return set().union(*min(by_word, by_name, key=lambda lists: sum(map(len, lists))))


def _sorts(told: Telling | Passing) -> set[str]:
    """By what a clause and a telling are of one sort, the family or the verb."""
    return {f"{told.family.id}:", f":{told.lemma}"} - {":"}


def _can_be_meant(group: Sequence[Telling]) -> bool:
    """Whether the group tells what happened at a known time, and no period, anniversary or plan."""
    stated = any(t.role == "states" and not t.planned for t in group)
    narrow = any((t.width or _WIDE + 1) <= _WIDE for t in group)
    return stated and narrow and not any(t.name or t.ordinal for t in group)


def _one_of(telling: Telling, likeness: Likeness) -> list[str]:
    """The rarest words of a telling, of which a clause that says enough of it has one: all others are not enough."""
    ranked = likeness.rarest(telling.near)
    weights = list(map(likeness.weight, ranked))
    whole = left = sum(weights)
    for n, weight in enumerate(weights, 1):
        left -= weight
        if left < _ENOUGH * whole * _ROUNDED:
            return ranked[:n]
    return ranked


def _fit(passing: Passing, telling: Telling, likeness: Likeness) -> float:
    """The share of what the telling says that the clause says too, the rarer words counting more; 0 if it differs."""
    one_verb = bool(passing.lemma) and passing.lemma == telling.lemma
    if passing.family.id != telling.family.id and not one_verb:
        return 0.0
    people, things = telling.people, telling.things
    if passing.names.isdisjoint(people) and passing.names.isdisjoint(things):
        return 0.0
    if passing.names - people - things and things - passing.names:
        return 0.0  # each names somebody or something that the other does not
    if passing.agents and telling.agents and not passing.agents & telling.agents:
        return 0.0
    repeated = telling.family.again or telling.lemma in lexicon().lists["repeatable"]
    if repeated and not passing.names & things:
        return 0.0  # "they met in Lund": which of the meetings, only the place may tell
    said = sum(likeness.weight(word) for word in passing.near.keys() & telling.near.keys())
    whole = sum(map(likeness.weight, telling.near))
    share = said / whole if whole else 0.0
    return share if share >= _ENOUGH else 0.0


def _meant(passing: Passing, fits: Mapping[int, float], groups: Sequence[Sequence[Telling]]) -> list[int]:
    """The event that a clause means: the one that fits clearly best, or all that it lists by different names."""
    best = max(fits.values(), default=0.0)
    ranked = sorted(g for g in fits if fits[g] >= _CLEAR * best)
    if len(ranked) < 2:
        return ranked
    listed = {g: {name for t in groups[g] for name in t.things} & passing.names for g in ranked}
    own = {g: names - {x for h in ranked if h != g for x in listed[h]} for g, names in listed.items()}
    return [g for g in ranked if own[g]]
