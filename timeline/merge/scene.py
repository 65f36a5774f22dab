"""Who is on the scene where a pronoun stands: the names of a text in their order, and whom "he" or "both" may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from timeline.merge.doers import is_doer
from timeline.merge.names import Name, Sort, things
from timeline.merge.words import Word, lexicon, stem

_REACH = 350
"""Characters back within which "he" or "she" may mean the only person named there."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The names of one document and who a pronoun can mean at a place in it; its opening ends at ``opening``.

    ``others`` are places where a pronoun means somebody else than the one just named, with that one's key: in
    "Anna joined her" there are two women. ``couples`` are those of whom it tells that they married, and where;
    ``objects`` are where people are named of whom another one, a "he" or "she", does something, ``leaders`` where
    people are named who do something themselves: right before a verb. ``topic`` is the thing that gives the text its
    title, with its article: "the Lund Canal"; empty where a title names none. ``topic_noun`` is what it is: "canal".
    """

    names: tuple[Name, ...]
    opening: int = 0
    others: tuple[tuple[int, str], ...] = ()
    couples: tuple[tuple[int, Name, Name], ...] = ()
    objects: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    topic: str = ""
    topic_noun: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(n.start for n in self.names))

    def between(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that stand wholly in ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(n for n in self.names[first:last] if n.end <= end)

    def state_at(self, start: int) -> Name | None:
        """The state that is named at the character ``start``."""
        here = takewhile(lambda n: n.start == start, self.names[bisect_left(self._starts, start) :])
        return next((n for n in here if n.sort == "state"), None)

    def pair(self, sort: Sort, before: int) -> tuple[Name, Name] | None:
        """The two states, or people, that the text is clearly about up to ``before``; None where it isn't clear."""
        counts = Counter(n.key for n in self.names if n.sort == sort and n.start < before)
        ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and 3 * ranked[2][1] > 2 * ranked[1][1]):
            return None
        keys = [ranked[0][0], ranked[1][0]]
        firsts = sorted((next(n for n in self.names if n.key == key) for key in keys), key=lambda n: n.start)
        return firsts[0], firsts[1]

    def main_person(self) -> Name | None:
        """The person whom the text is all about; None where it is about nobody, or about several."""
        return self._main([n for n in self.names if n.sort == "person"])

    def person(self, before: int, since: int, gender: str, subject: Sequence[Word], acts: bool = True) -> Name | None:
        """Whom "he" or "she" at ``before`` means; None where two fit as well.

        The one in ``subject``, the subject of the sentence before; else the one person named since ``since``,
        unless that sentence only went on about another; else the one whom the text is all about, or opens with; else,
        where the one meant ``acts``, the only one who did anything so far.
        """
        fits = [n for n in self.names if n.sort == "person" and n.start < before and n.gender in ("", gender)]
        main = self._main(fits)
        counts = Counter(n.key for n in self.names)
        places = {w.start for w in subject}
        leading = {n.key: n for n in fits if n.start in places}
        leading = leading or {
            n.key: n
            for n in self.names
            if n.bare
            and n.start in places
            and (counts[n.key] > 1 or _is_told_of(n, subject) or (len(subject) == 1 and _may_be_somebody(n)))
        }
        if len(leading) == 1:
            return self._but_not_beside(next(iter(leading.values())), before, main)
        carries_on = len(subject) == 1 and subject[0].part == "pron"
        # where "he" goes on from sentence to sentence, others named on the way are not he
        lately = [n for n in fits if n.start >= since and n.start not in self.objects]
        near = {n.key: n for n in lately if not (carries_on and main)}
        if len(near) == 1:
            return self._but_not_beside(next(iter(near.values())), before, main)
        plain = {n.key: n for n in self.names if n.bare and since <= n.start < before and counts[n.key] > 1}
        if not near and not main and len(plain) == 1:
            return next(iter(plain.values()))
        opening = {n.key: n for n in fits if n.start < self.opening}
        if main or (len(opening) == 1 and not near):
            return main or next(iter(opening.values()))
        acting = {n.key: n for n in fits if n.start in self.leaders and n.start not in self.objects}
        most = max((counts[n.key] for n in fits), default=0)
        if acts and len(acting) == 1 and len(near) != 1 and all(counts[key] == most for key in acting):
            return self._but_not_beside(next(iter(acting.values())), before, main)
        return self._but_not_beside(self._only_one(before, gender, counts), before, main)

    def _but_not_beside(self, meant: Name | None, before: int, main: Name | None) -> Name | None:
        """Who is meant, unless another of the same sex has just been spoken of: then the one whom the text is about."""
        if meant is None or not any(key == meant.key and 0 < before - at < _REACH for at, key in self.others):
            return meant
        return main if main is not None and main.key != meant.key else None

    def _only_one(self, before: int, gender: str, counts: Counter[str]) -> Name | None:
        """The one name near by that can be a person's, if the text tells of nobody else as often."""
        may_be = [n for n in self.names if n.start < before and n.gender in ("", gender)]
        may_be = [n for n in may_be if n.sort == "person" or (n.sort == "name" and n.bare)]
        near = {n.key: n for n in may_be if n.start >= before - _REACH}
        if len(near) != 1:
            return None
        only = next(iter(near.values()))
        told = only.sort == "person" or counts[only.key] > 1
        rival = max((counts[n.key] for n in may_be if n.key != only.key), default=0)
        return only if told and counts[only.key] >= rival else None

    def _main(self, fits: Sequence[Name]) -> Name | None:
        """The one of several people whom the text speaks of twice as often as of any other."""
        # "Marie Curie" was "Marie Sklodowska": a full name with the same first name is hers as well
        ranked = Counter(_first_name(n) for n in fits).most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return next(n for n in fits if _first_name(n) == ranked[0][0])


def _is_told_of(name: Name, subject: Sequence[Word]) -> bool:
    """Whether the subject says what the named one does: "the geologist Lars Berg"."""
    at = next((i for i, w in enumerate(subject) if w.start == name.start), 0)
    owned = any(w.low in lexicon().lists["possessive"] or w.text in ("'s", "’s") for w in subject[:at])
    return at > 0 and is_doer(subject[at - 1]) and not owned  # "her daughter Irma"


def _may_be_somebody(name: Name) -> bool:
    """Whether a lone subject with a capital may be a person: at the head of a sentence a noun has one as well."""
    lists = lexicon().lists
    noun = stem(name.key) in lists["happenings"] or name.key in things() or name.key in lexicon()
    return not name.opening or not (noun or name.key.endswith("s"))


def _first_name(name: Name) -> str:
    """What tells a woman's full name from others, whatever her surname is then; else the whole name."""
    pieces = name.key.split()
    return pieces[0] if len(pieces) == 2 and name.gender == "f" else name.key
