"""The names of a text, indexed: who is named where, how often, and who most up to a place in it.

A text may be a book. What is asked at each of its pronouns must not go through all its names again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from timeline.merge.names import Name, Sort, things
from timeline.merge.words import lexicon

Ranked = tuple[tuple[str, int], ...]
"""The keys named most, each with how often, the first by the alphabet where two are named as often."""

_RANKS = 3
"""Keys of a ranking."""


class Cast:
    """Names in the order of the text, with what is asked of them again and again; each made when first asked for.

    ``counts`` says how often each is named in the whole text, also where these are only some of its names.
    """

    def __init__(self, names: Sequence[Name], counts: Mapping[str, int] | None = None) -> None:
        self.names = names
        self._starts = [n.start for n in names]
        self.counts = Counter(n.key for n in names) if counts is None else counts

    def _those(self, names: Sequence[Name]) -> Cast:
        return Cast(names, self.counts)

    def until(self, place: int) -> int:
        """How many names begin before the character ``place``."""
        return bisect_left(self._starts, place)

    def between(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin in ``[start, end)``."""
        return self.names[self.until(start) : self.until(end)]

    def at(self, places: Iterable[int]) -> list[Name]:
        """The names that begin at one of the places, in their order."""
        return [n for place in sorted(set(places)) for n in self.between(place, place + 1)]

    def around(self, place: int) -> Name | None:
        """The first name that holds the character ``place``."""
        found, n = None, bisect_right(self._starts, place) - 1
        while n >= 0 and self._reach[n] > place:
            found = self.names[n] if self.names[n].end > place else found
            n -= 1
        return found

    @cached_property
    def _reach(self) -> list[int]:
        """How far this name, or one before it, goes."""
        out: list[int] = []
        for name in self.names:
            out.append(max(name.end, out[-1] if out else 0))
        return out

    @cached_property
    def _most(self) -> list[int]:
        return [0, *accumulate((self.counts[n.key] for n in self.names), max)]

    def most(self, before: int) -> int:
        """How often the text names the one, of those named before the character ``before``, whom it names most."""
        return self._most[self.until(before)]

    @cached_property
    def first(self) -> Mapping[str, Name]:
        """Where each is named first."""
        out: dict[str, Name] = {}
        for name in self.names:
            out.setdefault(name.key, name)
        return out

    @cached_property
    def _by_words(self) -> Mapping[str, Name]:
        return {n.shown: n for n in reversed(self.names)}

    def shown(self, words: str) -> Name | None:
        """The first name that reads so."""
        return self._by_words.get(words)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        out: dict[str, list[int]] = defaultdict(list)
        for name in self.names:
            out[name.key].append(name.start)
        return out

    def named(self, key: str, before: int) -> int:
        """How often the one with this key is named before the character ``before``."""
        return bisect_left(self._places.get(key, ()), before)

    @cached_property
    def people(self) -> Cast:
        """The people alone."""
        return self._those([n for n in self.names if n.sort == "person"])

    @cached_property
    def people_at(self) -> frozenset[int]:
        """Where people are named."""
        return frozenset(n.start for n in self.people.names)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all."""
        return frozenset(n.key for n in self.names)

    @cached_property
    def _by_gender(self) -> dict[str, Cast]:
        return {}

    def of_gender(self, gender: str) -> Cast:
        """Those who may be of the gender."""
        if gender not in self._by_gender:
            self._by_gender[gender] = self._those([n for n in self.names if n.gender in ("", gender)])
        return self._by_gender[gender]

    @cached_property
    def maybe_people(self) -> Cast:
        """The people, and the names that may be somebody's."""
        return self._those([n for n in self.names if n.sort == "person" or (n.sort == "name" and n.bare)])

    @cached_property
    def in_full(self) -> Cast:
        """The people, and the names of several words that may be somebody's; none that has a word for a thing."""
        known = things()
        full = [n for n in self.maybe_people.names if n.sort == "person" or " " in n.key]
        return self._those([n for n in full if not known & set(n.key.split())])

    @cached_property
    def _by_sort(self) -> Mapping[Sort, tuple[Cast, Sequence[Ranked]]]:
        sorts: tuple[Sort, ...] = ("state", "person", "name")
        casts = {sort: self._those([n for n in self.names if n.sort == sort]) for sort in sorts}
        return {sort: (cast, _rankings([n.key for n in cast.names])) for sort, cast in casts.items()}

    def most_named(self, sort: Sort, before: int) -> Ranked:
        """Those of a sort named most before the character ``before``."""
        cast, ranks = self._by_sort[sort]
        return ranks[cast.until(before)]

    @cached_property
    def _main(self) -> tuple[Mapping[str, Name], Sequence[Ranked]]:
        called = [first_name(n) for n in self.names]
        first: dict[str, Name] = {}
        for key, name in zip(called, self.names, strict=True):
            first.setdefault(key, name)
        return first, _rankings(called)

    def main(self, until: int) -> Name | None:
        """The one whom the first ``until`` names mean twice as often as any other."""
        # "Marie Curie" was "Marie Sklodowska": a full name with the same first name is hers as well
        first, ranks = self._main
        ranked = ranks[until]
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return first[ranked[0][0]]

    def only(self, before: int) -> Name | None:
        """The one whom all names mean that end before the character ``before``; None where there are several."""
        if not self.names or self.names[0].end >= before:
            return None
        return self.names[0] if self._other is None or self._other.end >= before else None

    @cached_property
    def _among(self) -> dict[frozenset[int], Cast]:
        return {}

    def among(self, places: frozenset[int]) -> Cast:
        """Those that begin at one of the places, of a great many."""
        if places not in self._among:
            self._among[places] = self._those([n for n in self.names if n.start in places])
        return self._among[places]

    def alone(self, before: int) -> Name | None:
        """The last of the names that begin before the character ``before``, where all of them mean one."""
        until = self.until(before)
        several = self._other is not None and self._other.start < before
        return self.names[until - 1] if until and not several else None

    def last(self, before: int) -> Name | None:
        """The last of the names that end before the character ``before``."""
        until = bisect_left(self.names, before, key=lambda n: n.end)
        return self.names[until - 1] if until else None

    @cached_property
    def _other(self) -> Name | None:
        """The first name of another than the one named first."""
        return next((n for n in self.names if n.key != self.names[0].key), None)

    @cached_property
    def _titled(self) -> dict[str, Cast]:
        by_title: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            by_title[name.title].append(name)
        return {title: self._those(names) for title, names in by_title.items()}

    def titled(self, title: str) -> Cast:
        """Those who are named with a title."""
        return self._titled.get(title) or self._those(())

    @cached_property
    def placed(self) -> frozenset[str]:
        """The keys of those that the text once puts after "in" or "the", or after a word of their own."""
        return frozenset(n.key for n in self.names if n.led or not n.bare)

    @cached_property
    def towns(self) -> Sequence[tuple[str, int]]:
        """The two that stand most often after a preposition, and are no people, each with how often."""
        people = self.people.keys
        return Counter(n.key for n in self.names if n.led and n.sort == "name" and n.key not in people).most_common(2)

    @cached_property
    def _called(self) -> Mapping[str, Mapping[str, Sequence[Name]]]:
        joins = lexicon().lists["joins_thing"]
        out: dict[str, dict[str, list[Name]]] = defaultdict(dict)
        for name in self.names:
            pieces = name.key.split()
            if name.sort != "name" or len(pieces) < 2:
                continue
            for short in {pieces[-1], *(pieces[:1] if pieces[1] in joins else ())}:
                out[short].setdefault(name.key, []).append(name)
        return out

    def called(self, short: str, before: int) -> Mapping[str, Name]:
        """The longer names that end before ``before`` and are called ``short``, each where it stands last.

        "Radium Institute" is called "Institute", "Academy of Sciences" is called "Academy".
        """
        out: dict[str, Name] = {}
        for key, names in self._called.get(short, {}).items():
            last = bisect_left(names, before, key=lambda n: n.end)
            if last:
                out[key] = names[last - 1]
        return out


def first_name(name: Name) -> str:
    """What tells a woman's full name from others, whatever her surname is then; else the whole name."""
    pieces = name.key.split()
    return pieces[0] if len(pieces) == 2 and name.gender == "f" else name.key


def _rankings(keys: Sequence[str]) -> list[Ranked]:
    """Which keys come most among the first none, one, two ... of ``keys``."""
    counts: dict[str, int] = defaultdict(int)
    ranked: Ranked = ()
    out = [ranked]
    for key in keys:
        counts[key] += 1
        if ranked and ranked[0][0] == key:  # who leads goes on leading
            ranked = ((key, counts[key]), *ranked[1:])
            out.append(ranked)
            continue
        others = [one for one in ranked if one[0] != key]
        ranked = tuple(sorted([*others, (key, counts[key])], key=lambda one: (-one[1], one[0]))[:_RANKS])
        out.append(ranked)
    return out
