"""Whom or what a happening befalls: the ship that sinks, the bridge that is opened, the prisoner who is taken.

A bridge is opened once and a ship sinks once, so two dates for it contradict each other, in whatever words they stand.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from timeline.merge.names import Name
from timeline.merge.neuters import object_meant
from timeline.merge.rewording import Place
from timeline.merge.shapes import Clause
from timeline.merge.words import Word, lexicon, listed, stem, words_of

_NAMING = ("noun", "name")


def patient_of(clause: Clause, put: Sequence[Name]) -> tuple[str, ...]:
    """The stems of the words for whom or what the happening befalls, its head first; empty where nothing names it.

    Of "the king opened the canal", "the canal was opened" and "the canal opened" it is the canal. ``put`` are the
    names that pronouns of the clause stand for.
    """
    at = next((i for i, w in enumerate(clause.predicate) if w.lemma == clause.lemma), 0)
    passive = clause.form == "reduced" or any(w.lemma == "be" for w in clause.predicate[:at])
    after = clause.predicate[at + 1 :]
    if len(after) > 1 and after[0].low in lexicon().lists["particle"] and after[1].part in ("det", *_NAMING):
        after = after[1:]  # "set up the school"
    done_to = list(takewhile(lambda w: w.part not in ("prep", "to", "time", "mark", "and"), after))
    acted_on = [] if passive else done_to
    if acted_on and _is_own(acted_on):
        acted_on = []  # "the mill shut its gates"
    if acted_on and acted_on[0].low in _pronouns():
        own = {w.low for w in clause.subject}
        meant = [n.key for n in put if not own & set(n.key.split())]
        return tuple(sorted(stem(piece) for piece in meant[0].split())) if len(meant) == 1 else ()
    if any(w.part in _NAMING for w in acted_on):
        return _named(acted_on, after)
    if clause.subject and clause.subject[0].part == "pron":
        pieces = put[0].key.split() if len(put) == 1 else []
        return tuple(stem(piece) for piece in reversed(pieces))
    plain = takewhile(lambda w: w.part not in ("prep", "rel", "mark", "to") or _owns(w), clause.subject)
    return _named(_owned(list(plain)), clause.subject)


def _is_own(phrase: Sequence[Word]) -> bool:
    """Whether it is a part of the one who acts: "its gates"."""
    lists = lexicon().lists
    return phrase[0].low in lists["possessive"] and stem(phrase[-1].low) in lists["own_parts"]


def patient_meant(clause: Clause, place: Place) -> tuple[str, ...]:
    """The same where "it" after the verb means a thing just told of: "began the mill, and finished it in June"."""
    at = next((i for i, w in enumerate(clause.predicate) if w.lemma == clause.lemma), 0)
    after = clause.predicate[at + 1 : at + 2]
    if not clause.subject or not after or after[0].low not in lexicon().lists["neuter"] or after[0].part != "pron":
        return ()
    meant = object_meant(after[0], clause.predicate[at], clause.subject, place)
    return _named(words_of(meant, 0, len(meant)), ()) if meant else ()


def _owns(word: Word) -> bool:
    return word.low in ("'s", "’s")


def _owned(phrase: Sequence[Word]) -> Sequence[Word]:
    """The phrase without the owner of what has a name of its own, "Anna's brother Otto"; of "Anna's mill" all of it."""
    ends = [i for i, w in enumerate(phrase) if _owns(w)]
    own = phrase[ends[-1] + 1 :] if ends else phrase
    return own if sum(w.part in _NAMING for w in own) > 1 else [w for w in phrase if not _owns(w)]


def _pronouns() -> Set[str]:
    return listed("male_object", "female_object", "neuter")


def _named(phrase: Sequence[Word], whole: Sequence[Word]) -> tuple[str, ...]:
    """The head of the phrase, and the other words that tell which one it is, also those after its preposition."""
    of = next((i for i in range(1, len(whole)) if whole[i].low in lexicon().lists["joins_thing"]), len(whole))
    if whole[of - 1 : of] and whole[of - 1].low in lexicon().lists["named_behind"]:
        phrase = list(takewhile(lambda w: w.part == "name", whole[of + 1 :])) or phrase  # "the town of Lund"
        whole = phrase
    heads = [stem(w.low) for w in phrase if w.part in _NAMING]
    if not heads:
        return ()
    whole = list(takewhile(lambda w: w.low not in lexicon().lists["meanwhile"], whole))  # "the theatre during a play"
    others = {stem(w.low) for w in whole if w.part in _NAMING or w.low in lexicon().lists["rank"]}
    return (heads[-1], *sorted(others - {heads[-1]}))


def one_patient(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two happenings befall one thing: it is called by one noun, and not each is told apart by other words."""
    return _of_one_noun(one, two) and not _each_another(one, two)


def told_apart(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two things of one noun are told apart, each by another word: "the paper mill", "the cotton mill"."""
    return _of_one_noun(one, two) and _each_another(one, two)


def _of_one_noun(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return bool(one and two) and one[0] in two and two[0] in one


def _each_another(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    first, second = set(one), set(two)
    return bool(first - second and second - first)


def namesakes(one: Set[str], two: Set[str]) -> bool:
    """Whether the words of two clauses tell apart two who bear one name: the elder and the younger."""
    said = lexicon().lists["namesake"]
    return bool(said & one and said & two) and (said & one).isdisjoint(two)
