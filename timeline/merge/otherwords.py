"""One act told in other words, with another date: "she went down the slip on 11 March", "launched on 12 March".

That both tell one act is little: both must also mean the same. The one names it, or its text has just named it, and
neither names another.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

from timeline.merge.acts import REACH, is_done_once, words_for
from timeline.merge.apart import is_night
from timeline.merge.names import things
from timeline.merge.neardates import far, months_at_most, side_by_side
from timeline.merge.oneact import begun_and_ended, done_anew, other_disaster
from timeline.merge.patients import namesakes, one_patient, told_apart
from timeline.merge.telling import Telling, nouns_shared
from timeline.merge.words import lexicon, stem


def one_act_in_other_words(a: Telling, b: Telling) -> bool:
    """Whether two tellings with near dates tell one act, by whatever words, that was done to what both texts name."""
    acts = a.acts & b.acts
    if not acts or far(a, b):
        return False
    if any(map(is_done_once, acts)):
        return done_once_to_one(a, b)
    meant = _meant(a, b)
    besides = nouns_shared(a, b) - _stems(meant) - words_for(acts)
    twice = bool(besides or len(a.names & b.names) > 1 or len(meant & (a.names | b.names)) > 1)
    return twice and (is_night(a, b) or side_by_side(a, b)) and _may_be_one(a, b, meant)


def done_once_to_one(a: Telling, b: Telling) -> bool:
    """Whether two tellings tell one act that is done once, by whatever words, to what both texts name."""
    if not a.acts or not b.acts:
        return False  # as of nearly all: this is asked of all pairs that are compared
    acts = a.acts & b.acts
    if not any(map(is_done_once, acts)):
        return False
    meant = _meant(a, b)
    return _may_be_one(a, b, meant) and not _two_things(_thing(a, acts), _thing(b, acts), _stems(meant), a, b)


def _meant(a: Telling, b: Telling) -> set[str]:
    """The names that stand in both clauses or right before them."""
    if not a.amid or not b.amid:
        return set()
    return {key for key in a.amid | b.amid if _is_among(key, a.amid) and _is_among(key, b.amid)}


def _may_be_one(a: Telling, b: Telling, meant: Set[str]) -> bool:
    """Whether both tell of what is meant, and nothing says that they tell of two, or that it was done twice."""
    if done_anew(a) != done_anew(b) or begun_and_ended(a, b) or other_disaster(a, b):
        return False
    if not meant or told_apart(a.patient, b.patient) or _is_new_version(a) != _is_new_version(b):
        return False
    return _told_of(meant, a, b) and not (_others(a, b) and _others(b, a))


def _is_among(key: str, keys: Set[str]) -> bool:
    """Whether a name, or a longer or shorter form of it, is among others: "rose" and "rose theatre"."""
    if key in keys:
        return True
    own = _pieces(key)
    return any(own <= other or other <= own for other in map(_pieces, keys))


@lru_cache(maxsize=1 << 13)
def _pieces(key: str) -> frozenset[str]:
    """The words of a name; kept, since each is held against many."""
    return frozenset(key.split())


def _told_of(meant: Set[str], a: Telling, b: Telling) -> bool:
    """Whether one of the clauses names what is meant, or neither names anything: then both go on about it.

    Of two years each sentence must name it, or both something else.
    """
    named = a.names | b.names
    named_in_both = a.near.keys() & b.near.keys() & (_stems(named) - things())
    if not months_at_most(a, b) and not a.names & b.names and not named_in_both:
        return all(any(key in _sentence(t) for key in meant) for t in (a, b))
    if one_patient(a.patient, b.patient) and a.names & b.names:
        return True  # "the tower at Lund" in both
    return not named or any(_is_among(key, named) for key in meant)


def _others(a: Telling, b: Telling) -> bool:
    """Whether the one names somebody or something, states aside, that the other's text doesn't name there."""
    there = _text(b).lower()
    return any(key not in there and not _is_among(key, b.amid | b.names) for key in a.names - things())


def of_namesakes(a: Telling, b: Telling) -> bool:
    """Whether one text tells there of the elder, the other of the younger."""
    one, two = (set(_text(t).split()) for t in (a, b))
    return namesakes(one, two)


def _sentence(telling: Telling) -> str:
    return telling.document.text[telling.sentence.start : telling.sentence.end].lower()


def _text(telling: Telling) -> str:
    """Its sentence, and what stands right before."""
    return telling.document.text[max(0, telling.sentence.start - REACH) : telling.sentence.end]


def _is_new_version(telling: Telling) -> bool:
    """Whether it befalls what was made of a thing later: "the new version"."""
    return not lexicon().lists["made_over"].isdisjoint(telling.near)


def _thing(telling: Telling, acts: frozenset[str]) -> tuple[str, ...]:
    """What it befalls; empty where that is the act itself: "the discovery of gold"."""
    return telling.patient if words_for(acts).isdisjoint(telling.patient) else ()


def _two_things(one: tuple[str, ...], two: tuple[str, ...], meant: Set[str], a: Telling, b: Telling) -> bool:
    """Whether two acts befall two things, and not one by its name and by what it is: "the Hesper", "the ship"."""
    if not one or not two or one[0] in two or two[0] in one:
        return False
    if one[0] in meant or two[0] in meant:
        return any(thing[0] in _stems(t.names) - meant for thing, t in ((one, a), (two, b)))
    return not (one[0] in b.far or two[0] in a.far)


def _stems(keys: Iterable[str]) -> set[str]:
    return {stem(piece) for key in keys for piece in key.split()}
