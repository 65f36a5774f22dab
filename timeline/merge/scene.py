"""Who is on the scene where a pronoun stands: the names of a text in their order, and whom "he" or "both" may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.merge.cast import Cast
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
    ``hero`` is the person whose name is the title: the text tells a life. ``sites`` are the keys of names that the text
    once puts behind a preposition of place.
    """

    names: tuple[Name, ...]
    opening: int = 0
    others: tuple[tuple[int, str], ...] = ()
    couples: tuple[tuple[int, Name, Name], ...] = ()
    objects: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    topic: str = ""
    topic_noun: str = ""
    hero: Name | None = None
    sites: frozenset[str] = frozenset()
    doing: frozenset[int] = field(init=False, repr=False)
    cast: Cast = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "doing", self.leaders - self.objects)
        object.__setattr__(self, "cast", Cast(self.names))

    def between(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that stand wholly in ``[start, end)``."""
        return tuple([n for n in self.cast.between(start, end) if n.end <= end])

    def state_at(self, start: int) -> Name | None:
        """The state that is named at the character ``start``."""
        return next((n for n in self.cast.between(start, start + 1) if n.sort == "state"), None)

    def pair(self, sort: Sort, before: int) -> tuple[Name, Name] | None:
        """The two states, or people, that the text is clearly about up to ``before``; None where it isn't clear."""
        ranked = self.cast.most_named(sort, before)
        if len(ranked) < 2 or (len(ranked) > 2 and 3 * ranked[2][1] > 2 * ranked[1][1]):
            return None
        one, two = sorted((self.cast.first[key] for key, _ in ranked[:2]), key=lambda n: n.start)
        return one, two

    def main_person(self) -> Name | None:
        """The person whom the text is all about; None where it is about nobody, or about several."""
        people = self.cast.people
        return self.hero or people.main(len(people.names))

    def person(self, before: int, since: int, gender: str, subject: Sequence[Word], acts: bool = True) -> Name | None:
        """Whom "he" or "she" at ``before`` means; None where two fit as well.

        The one in ``subject``, the subject of the sentence before; else the one person named since ``since``,
        unless that sentence only went on about another; else the one whom the text is all about, or opens with; else,
        where the one meant ``acts``, the only one who did anything so far.
        """
        people = self.cast.people.of_gender(gender)
        until = people.until(before)
        hero = self.hero if self.hero is not None and self.hero.gender in ("", gender) else None
        main = hero or people.main(until)
        counts = self.cast.counts
        places = {w.start for w in subject}
        leading = {n.key: n for n in people.at(places) if n.start < before}
        lately = [n for n in people.between(since, before) if n.start not in self.objects]
        leading = (
            leading
            if hero or any(n.start in self.leaders for n in lately)  # "Lund fell, and Stahl was taken": he is Stahl
            else leading
            or {
                n.key: n
                for n in self.cast.at(places)
                if n.bare
                and (counts[n.key] > 1 or _is_told_of(n, subject) or (len(subject) == 1 and _may_be_somebody(n)))
            }
        )
        if len(leading) == 1:
            return self._but_not_beside(next(iter(leading.values())), before, main)
        carries_on = len(subject) == 1 and subject[0].part == "pron"
        # where "he" goes on from sentence to sentence, others named on the way are not he
        near = {n.key: n for n in lately if not (carries_on and main)}
        if len(near) == 1:
            return self._but_not_beside(next(iter(near.values())), before, main)
        plain = {n.key: n for n in self.cast.between(since, before) if n.bare and counts[n.key] > 1}
        if not near and not main and len(plain) == 1:
            return next(iter(plain.values()))
        opening = {n.key: n for n in people.between(0, min(self.opening, before))}
        if main or (len(opening) == 1 and not near):
            return main or next(iter(opening.values()))
        acting = people.among(self.doing).alone(before) if acts else None
        alone = acting is not None and people.alone(before) is not None
        if acting is not None and counts[acting.key] == people.most(before) and (alone or counts[acting.key] > 1):
            return self._but_not_beside(acting, before, main)
        return self._but_not_beside(self._only_one(before, gender), before, main)

    def _but_not_beside(self, meant: Name | None, before: int, main: Name | None) -> Name | None:
        """Who is meant, unless another of the same sex has just been spoken of: then the one whom the text is about."""
        begin, end = (bisect_left(self.others, (at, "")) for at in (before - _REACH + 1, before))
        if meant is None or not any(key == meant.key for _, key in self.others[begin:end]):
            return meant
        return main if main is not None and main.key != meant.key else None

    def _only_one(self, before: int, gender: str) -> Name | None:
        """The one name near by that can be a person's, if the text tells of nobody else as often."""
        may_be, counts = self.cast.maybe_people.of_gender(gender), self.cast.counts
        near = {n.key: n for n in may_be.between(before - _REACH, before)}
        if len(near) != 1:
            return None
        only = next(iter(near.values()))
        told = only.sort == "person" or counts[only.key] > 1
        return only if told and counts[only.key] >= may_be.most(before) else None


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
