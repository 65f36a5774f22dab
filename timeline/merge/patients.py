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
    done_to = list(takewhile(lambda w: w.part not in ("prep", "to", "time", "mark", "and"), after))
    acted_on = [] if passive else done_to
    if len(acted_on) > 0 and acted_on[0].low in _pronouns():
        own = {w.low for w in clause.subject}
        meant = [n.key for n in put if not own & set(n.key.split())]
        return tuple(sorted(stem(piece) for piece in meant[0].split())) if len(meant) == 1 else ()
    if any(w.part in _NAMING for w in acted_on):
        return _named(acted_on, after)
    if clause.subject and clause.subject[0].part == "pron":
        pieces = put[0].key.split() if len(put) == 1 else []
        return tuple(stem(piece) for piece in reversed(pieces))
    plain = list(takewhile(lambda w: w.part not in ("prep", "rel", "mark"), clause.subject))
    return _named(plain, clause.subject)


def patient_meant(clause: Clause, place: Place) -> tuple[str, ...]:
    """The same where "it" after the verb means a thing just told of: "began the mill, and finished it in June"."""
    at = next((i for i, w in enumerate(clause.predicate) if w.lemma == clause.lemma), 0)
    after = clause.predicate[at + 1 : at + 2]
    if not clause.subject or not after or after[0].low not in lexicon().lists["neuter"] or after[0].part != "pron":
        return ()
    meant = object_meant(after[0], clause.predicate[at], clause.subject, place)
    return _named(words_of(meant, 0, len(meant)), ()) if meant else ()


def _pronouns() -> Set[str]:
    return listed("male_object", "female_object", "neuter")


def _named(phrase: Sequence[Word], whole: Sequence[Word]) -> tuple[str, ...]:
    """The head of the phrase, and the other words that tell which one it is, also those after its preposition."""
    heads = [stem(w.low) for w in phrase if w.part in _NAMING]
    if not heads:
        return ()
    others = {stem(w.low) for w in whole if w.part in _NAMING or w.low in lexicon().lists["rank"]}
    return (heads[-1], *sorted(others - {heads[-1]}))


def one_patient(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two happenings befall one thing: it is called by one noun, and not each is told apart by other words."""
    if not one or not two:
        return False
    first, second = set(one), set(two)
    return one[0] in second and two[0] in first and not (first - second and second - first)
