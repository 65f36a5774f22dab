"""People under one name in all articles: "Kennedy" here is "John F. Kennedy" there, where only one bears that name.
"The Academy" is the "Academy of Letters" there, where no other academy is named.

Inside an article short names are bound to long ones before (``names.py``); here the same is done between articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.merge.names import things
from timeline.merge.references import Passing
from timeline.merge.telling import Telling
from timeline.merge.words import lexicon

_CLEARLY = 3
"""Times that one person of a first name must be named for each time that others of that name are."""


def with_one_name(tellings: Sequence[Telling], told: Sequence[Passing]) -> tuple[list[Telling], list[Passing]]:
    """The tellings, and the clauses without a date, each person under the longest name that the collection has.

    A surname stands for the only person of that surname, a first name for the only person of that first name or one
    who is named far more often than the others; else it stays open. A name that is written in several ways, "Ann-Marie"
    and "Ann Marie", is shown in the commonest. The order of the tellings plays no part.
    """
    names, shown = _people(tellings)
    meant = _meant(names) | _things_meant(key for t in tellings for key, _ in (*t.participants, *t.places))
    return [_renamed(t, meant, shown) for t in tellings], [_named_as(p, meant) for p in told]


def _named_as(passing: Passing, meant: Mapping[str, str]) -> Passing:
    """The clause without a date with the names replaced."""
    if meant.keys().isdisjoint(passing.names) and meant.keys().isdisjoint(passing.agents):
        return passing
    return replace(
        passing,
        names=frozenset(meant.get(key, key) for key in passing.names),
        agents=frozenset(meant.get(key, key) for key in passing.agents),
    )


def _people(tellings: Iterable[Telling]) -> tuple[Counter[str], dict[str, str]]:
    """The keys of people, with how often each is named, and how each is shown."""
    names: Counter[str] = Counter()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for t in tellings:
        # states have their names as keys, which begin with a capital
        names.update(key for key in t.people | t.around if key.islower())
        for key, name in t.participants:
            written[key][name] += 1
    shown = {key: min(ways, key=lambda name: (-ways[name], name)) for key, ways in written.items()}
    return names, shown


def _meant(names: Counter[str]) -> dict[str, str]:
    """For each name that another one stands in full for, that one."""
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    joins = lexicon().lists["joins_thing"]
    for key in names:
        pieces = key.split()
        if len(pieces) > 1 and joins.isdisjoint(pieces):  # "Stour" alone is no Earl of Stour
            by_ends[pieces[0], pieces[-1]].append(key)
    meant: dict[str, str] = {}
    by_first: dict[str, list[str]] = defaultdict(list)
    by_last: dict[str, list[str]] = defaultdict(list)
    for (first, last), keys in sorted(by_ends.items()):
        fullest = min(keys, key=lambda key: (-len(key.split()), -len(key), key))
        meant.update((key, fullest) for key in keys if key != fullest)  # "John F. Kennedy", "John Kennedy"
        by_first[first].append(fullest)
        by_last[last].append(fullest)
    for last, keys in by_last.items():
        if len(keys) == 1:
            meant[last] = keys[0]
    for first, keys in by_first.items():
        if first in names and (one := _clearly(keys, names)):
            meant.setdefault(first, one)
    return meant


def _clearly(keys: Sequence[str], names: Counter[str]) -> str:
    """The only one of the names, or one that is told ``_CLEARLY`` times as often as all others; else empty."""
    best = min(keys, key=lambda key: (-names[key], key))
    others = sum(names[key] for key in keys) - names[best]
    return best if names[best] >= _CLEARLY * others else ""


def _things_meant(keys: Iterable[str]) -> dict[str, str]:
    """For each noun that stands alone as a name, "academy", the one longer name that begins or ends with it."""
    longer: dict[str, set[str]] = defaultdict(set)
    named = set(keys)
    for key in named:
        pieces = key.split()
        for piece in {pieces[0], pieces[-1]} & named if len(pieces) > 1 else ():
            longer[piece].add(key)
    return {noun: min(keys) for noun, keys in longer.items() if len(keys) == 1 and noun in things()}


def _renamed(telling: Telling, meant: Mapping[str, str], shown: Mapping[str, str]) -> Telling:
    """The telling with the names replaced; a place keeps its name."""
    as_shown = all(key not in meant and shown[key] == name for key, name in telling.participants)
    if as_shown and not any(key in meant for key in (*telling.people, *telling.around)):
        return telling
    there = {key for key, _ in telling.places}

    def full(key: str) -> str:
        return key if key in there else meant.get(key, key)

    pairs = {full(key): shown.get(full(key), name) for key, name in telling.participants}
    return replace(
        telling,
        agents=frozenset(map(full, telling.agents)),
        others=frozenset(map(full, telling.others)),
        around=frozenset(map(full, telling.around)),
        participants=tuple(pairs.items()),
    )
