"""Whether two tellings with different dates tell one act: what is done once to one thing, or to the same two."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from functools import cache
from itertools import pairwise

from timeline import edtf
from timeline.merge.apart import is_night
from timeline.merge.kinds import act_of, kinds
from timeline.merge.patients import one_patient
from timeline.merge.telling import Telling
from timeline.merge.tolls import same_toll, toll_of
from timeline.merge.words import lexicon, ordinals, stem, words_of

_YEAR = 366
_BUILDING = "Building and opening"
_DISASTER = "Disaster and destruction"
_BATTLE = "battle"


def in_words(a: Telling, b: Telling) -> str:
    """What makes two tellings with different dates one act; empty where their words alone do."""
    if once_done(a, b):
        return f"that is done to one thing only once: “{a.lemma}”, “{b.lemma}”"
    if first_done(a, b):
        return "both tell what was done to one thing for the first time"
    if last_done(a, b):
        return "both tell that one thing shut, and one of them that it was for good"
    if one_battle(a, b):
        return "both tell of a battle at one place"
    if same_toll(a, b) or by_night(a, b):
        return f"both tell of as many dead: “{min(a.toll & b.toll)}”"
    return "both name the same two, on two days that follow one another" if of_the_same_two(a, b) else ""


def once_done(a: Telling, b: Telling) -> bool:
    """Whether both tell what is done to one thing a single time, and both name something in common besides."""
    if not one_act(a, b):
        return False
    if (a.people | a.things | a.around) & (b.people | b.things | b.around):
        return True
    acts = {*(verb.rpartition(":")[2] for verb in kinds().once_done), *a.patient, *b.patient}
    return a.planned != b.planned and bool((_said(a) & _said(b)) - acts)  # a plan put off


def one_act(a: Telling, b: Telling) -> bool:
    """Whether both tell what is done to one thing a single time, by what each says of it alone."""
    act = act_of(a.family, a.lemma)
    if act is None or act != act_of(b.family, b.lemma) or not one_patient(a.patient, b.patient):
        return False
    return not of_another(a, b) and (act not in kinds().once_named or _is_named(a, b))


def _is_named(a: Telling, b: Telling) -> bool:
    """Whether both say in more than one word what it befalls: "Falk's mill", but not "the mill"."""
    return len({*a.patient} & {*b.patient}) > 1


def first_done(a: Telling, b: Telling) -> bool:
    """Whether both tell what was done to one thing for the first time: "was first climbed", "the first ascent of".

    Who did it may be told in one of them more fully, a first for women or in winter is another.
    """
    if not (bool(a.family.id) and a.family.id == b.family.id and _for_the_first_time(a) and _for_the_first_time(b)):
        return False
    one_thing = any(x.patient[:1] and x.patient[0] in y.patient for x, y in ((a, b), (b, a)))
    strangers = bool(a.people and b.people) and a.people.isdisjoint(b.people)
    return one_thing and not strangers and done_anew(a) == done_anew(b)


def _for_the_first_time(telling: Telling) -> bool:
    """Whether "first" is said of the very happening: "first climbed", "the first ascent", but "the first winter ascent"
    or "the first woman to climb it" not.
    """
    if not _says(telling, "first_time"):
        return False
    said = pairwise(words_of(telling.document.text, telling.sentence.start, telling.sentence.end))
    after = [behind for word, behind in said if word.low in lexicon().lists["first_time"]]
    return any(
        w.lemma == telling.lemma or w.low in ("time", "to") or stem(w.low) in telling.family.nouns for w in after
    )


def last_done(a: Telling, b: Telling) -> bool:
    """Whether both tell that one thing closed, and one of them that it was for good: "shut for the last time"."""
    closed = a.family.id == b.family.id == "close" and (_says(a, "last_time") or _says(b, "last_time"))
    return closed and _is_named(a, b) and one_patient(a.patient, b.patient) and not of_another(a, b)


def begun_and_ended(a: Telling, b: Telling) -> bool:
    """Whether one tells the beginning of something and the other its end: "was begun", "was finished" or "opened".

    An exhibition begins when it is opened.
    """
    lists = lexicon().lists
    ends = lists["finishes"] | (lists["goes_into_use"] if _BUILDING in (a.family.kind, b.family.kind) else frozenset())
    return any(x.lemma in lists["begins"] and y.lemma in ends for x, y in ((a, b), (b, a)))


def other_disaster(a: Telling, b: Telling) -> bool:
    """Whether each sentence names a disaster and no two of them are one: a fire and a flood."""
    return bool(a.disasters and b.disasters) and a.disasters.isdisjoint(b.disasters)


def one_disaster(a: Telling, b: Telling) -> bool:
    """Whether both tell one sort of disaster, by one name, of one place: "cholera reached Lund", "came to Lund"."""
    disaster = a.family.kind == b.family.kind == _DISASTER and not a.disasters.isdisjoint(b.disasters)
    places = [{key for key, _ in t.places} for t in (a, b)]
    return disaster and not places[0].isdisjoint(places[1]) and not of_another(a, b)


def one_battle(a: Telling, b: Telling) -> bool:
    """Whether both tell of a battle at one place: "beaten at Lodi", "the battle of Lodi was fought"."""
    named = [(x, y) for x, y in ((a, b), (b, a)) if x.family.id == _BATTLE and _BATTLE in x.near]
    fought = any(_BATTLE in y.near or y.lemma in x.family.verbs for x, y in named)
    return fought and not a.things.isdisjoint(b.things) and not of_another(a, b)


def by_night(a: Telling, b: Telling) -> bool:
    """Whether both tell of one sort of disaster and of as many dead, on two days that follow one another."""
    return is_night(a, b) and not (a.toll.isdisjoint(b.toll) or a.disasters.isdisjoint(b.disasters))


def with_disaster(telling: Telling) -> Telling:
    """The telling with the numbers of dead and the disasters of its sentence: looked for once, compared often."""
    known, toll = _disasters(), toll_of(telling)
    named = frozenset([known[word] for said in (telling.near, telling.far) for word in said if word in known])
    return replace(telling, toll=toll, disasters=named) if toll or named else telling


@cache
def _disasters() -> Mapping[str, str]:
    """The disaster that a word names: "flood" itself, "burn" a fire."""
    nouns = {noun for noun, family in kinds().by_noun.items() if family.kind == _DISASTER}
    nouns -= lexicon().lists["any_disaster"]
    by_verb = kinds().disaster_by_verb
    return {word: noun for word in {*nouns, *by_verb} if (noun := by_verb.get(word, word)) in nouns}


def _said(telling: Telling) -> set[str]:
    return {*telling.near, *telling.far}


def of_another(a: Telling, b: Telling) -> bool:
    """Whether one act was done to two things, or twice: each names another, or only one says that it was done anew.

    Where more than one word says in both to what it was done, who did it there is no other than what is named here.
    """
    people = a.people, b.people
    things = tuple(t.things | {key for key, _ in t.places} for t in (a, b))
    told_apart = min(len(a.patient), len(b.patient)) > 1
    named = (people, things) if told_apart else ((people[0] | things[0], people[1] | things[1]),)
    if any(_beside(one, two) and _beside(two, one) for one, two in named) or done_anew(a) != done_anew(b):
        return True
    if not a.patient or not b.patient or a.lemma != b.lemma:
        return False
    said = (a.near.keys() | a.far.keys()) >= {b.patient[0]} or (b.near.keys() | b.far.keys()) >= {a.patient[0]}
    return not said


def _beside(one: Set[str], two: Set[str]) -> bool:
    """Whether there is a name in the first set that is no name in the second, nor a part of one, nor holds one."""
    pieces = [set(key.split()) for key in two]
    return any(not any(own <= other or other <= own for other in pieces) for own in (set(key.split()) for key in one))


def done_anew(telling: Telling) -> bool:
    """Whether the sentence says that something was done again, or a second time."""
    return _says(telling, "anew")


def done_twice(telling: Telling) -> bool:
    """Whether the sentence says so in as many words, "again", "retook", "a second time", and counts nothing else."""
    anew, said = lexicon().lists["anew"], [*_words(telling), ""]
    return any(w in anew and (w not in ordinals() or after == "time") for w, after in pairwise(said))


def _says(telling: Telling, one_of: str) -> bool:
    """Whether the sentence has a word of a list."""
    return not lexicon().lists[one_of].isdisjoint(_words(telling))


def _words(telling: Telling) -> list[str]:
    """The words of its sentence in lower case, marks left out."""
    words = telling.document.text[telling.sentence.start : telling.sentence.end].lower().split()
    return [word.strip(".,;:") for word in words]


def of_the_same_two(a: Telling, b: Telling) -> bool:
    """Whether two tellings name the same two, or more, and their sorts of happening can be one; both told long after.

    Reports of the day tell what follows on the next one. Born and baptised are two acts.
    """
    if _told_then(a) or _told_then(b) or (a.acts and b.acts and a.acts.isdisjoint(b.acts)):
        return False
    one, two = a.people | a.things, b.people | b.things
    kin = a.family.id == b.family.id or b.family.id in a.family.kin or not a.family.id or not b.family.id
    return len(one & two) > 1 and kin and not (one - two and two - one)


def _told_then(telling: Telling) -> bool:
    """Whether the article was written within a year of what it tells."""
    written = edtf.bounds(telling.document.published.edtf) if telling.document.published.edtf else None
    if written is None or written.last is None or telling.bounds.first is None:
        return False
    return written.last - telling.bounds.first <= _YEAR
