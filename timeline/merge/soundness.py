"""Whether a clause, as the shallow reading found it, can be trusted to be whole.

A doubtful clause makes no headline; a longer piece of its sentence, cut at a natural place, is told instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.merge.shapes import Clause
from timeline.merge.words import Word, lexicon, listed

_FINITE = ("past", "present", "aux", "base")

_JOINTS = ("rel", "sub", "and")

_ARTICLES = frozenset({"the", "a", "an"})

_BEFORE = frozenset({"all", "both", "half", "that"})
"""Small words that stand before an article."""

_OPEN_ENDS = ("prep", "det", "to", "and", "sub", "rel", "aux")


_CONTENT = frozenset({"that", "what", "whatever", "how", "why", "whether"})
"""Words that lead into a clause which is an object."""


def is_sound(clause: Clause, acts: Sequence[Word]) -> bool:
    """Whether the clause with the predicate ``acts``, its dates left out, can stand as a sentence."""
    if clause.form == "noun":
        return True
    if clause.form == "fragment" or not acts:
        return False
    return _subject_holds(clause.subject) and _in_order(clause) and predicate_holds(clause, acts)


def predicate_holds(clause: Clause, acts: Sequence[Word]) -> bool:
    """Whether the predicate is whole: nothing cut off its end, no object missing, no second verb run into it."""
    lists = lexicon().lists
    last = acts[-1]
    closed = last.low in listed("particle", "female_object") or (len(acts) > 2 and last.low in lists["some"])
    if last.part in _OPEN_ENDS and not closed and not (last.part == "aux" and len(acts) == 1):
        return False
    content = any(w.low in _CONTENT for w in acts)  # "came to learn how the mill worked"
    if (clause.lemma in lists["reporting"] or _says_that(acts)) and _is_half_said(acts):
        return False
    if last.part in ("past", "participle") and len(acts) > 1 and acts[-2].part in ("noun", "name") and not content:
        return False  # "with a street named"
    if len(acts) > 2 and acts[-2].part == "and" and last.low in lists["indefinite"]:
        return False  # "it went badly and nobody": the subject of a clause that was cut off
    verb = next((i for i, w in enumerate(acts) if w.lemma == clause.lemma), 0)
    if clause.lemma in lists["reporting"] and verb + 2 == len(acts) and acts[-1].part == "pron":
        return False
    named = any(w.part in ("noun", "name", "number") for w in acts[verb + 1 :])
    if clause.lemma in lists["naming"] and acts[-1].part == "time" and not named:
        return False  # "the council declared 1950, a year of peace, the Year of the Sea"
    passive = any(w.part == "aux" and w.lemma == "be" for w in acts[:verb]) or clause.form == "reduced"
    rest = acts[verb + 1 :]
    leaves = bool(rest) and rest[0].low in lists["leaving"]  # "took off"
    whole = clause.opener == "who" and not rest  # "who only signed in May"
    if not passive and not leaves and not whole and clause.lemma in lists["needs_object"] and not _has_object(rest):
        return False
    return not _runs_on(rest)


def _says_that(acts: Sequence[Word]) -> bool:
    """Whether "that" leads to what is said or found, and doesn't point at a thing: "found that the pier"."""
    at = next(
        (i for i, (w, then) in enumerate(pairwise(acts)) if w.low == "that" and then.part in ("det", "pron")), None
    )
    return at is not None and all(w.part in ("det", "noun", "name", "number", "prep") for w in acts[at + 1 :])


def _is_half_said(acts: Sequence[Word]) -> bool:
    """Whether nothing is said of what "that" leads to: "argued that Lund", whose verb was cut off."""
    at = next((i for i, w in enumerate(acts) if w.low == "that"), None)
    return at is not None and at + 1 < len(acts) and not any(w.part in _FINITE for w in acts[at + 1 :])


def _has_object(rest: Sequence[Word]) -> bool:
    """Whether a noun, a name or a clause follows the verb before any preposition."""
    for word in rest:
        if word.part in ("noun", "name", "pron", "number", "to", "ing", "time") or word.low in _CONTENT:
            return True
        if word.part == "prep" and word.low not in lexicon().lists["particle"]:
            return False
    return False


def _runs_on(rest: Sequence[Word]) -> bool:
    """Whether another verb follows without anything that could lead into it."""
    led = False
    for i, word in enumerate(rest):
        if word.part in _JOINTS or word.text in ",:;" or word.low in _CONTENT:
            led = True
        elif word.part in ("present", "aux") and not led and i and rest[i - 1].part in ("noun", "name", "time"):
            return True
        elif word.part == "past" and not led and i and rest[i - 1].part in ("noun", "name", "past", "adv"):
            after = rest[i + 1] if i + 1 < len(rest) else None
            if after is not None and after.part in ("det", "pron", "name"):
                return True
    return False


def _subject_holds(subject: Sequence[Word]) -> bool:
    """Whether the subject is a phrase, or a phrase with its relative clause, and begins and ends as one."""
    if not subject or subject[0].part in ("rel", "sub", "prep", "and") or subject[-1].part in _OPEN_ENDS:
        return False
    if subject[0].low in lexicon().lists["relative"] and subject[0].low != "that":
        return subject[0].low == "what"
    doing = subject[0].part == "ing" and not (len(subject) > 2 and subject[1].part == "prep")  # "planning for a canal"
    if doing or any(_two_phrases(subject, i) for i in range(1, len(subject))):
        return False
    verb = next((i for i, w in enumerate(subject) if w.part in _FINITE and not _only_describes(subject, i)), None)
    if verb is None:
        return True
    return any(w.part == "rel" or w.low in ("that", "what") for w in subject[:verb])


def _two_phrases(subject: Sequence[Word], i: int) -> bool:
    """Whether the article at ``i`` begins a phrase of its own: "the last hour the guests"."""
    before = subject[i - 1]
    last = subject[i + 1] if i + 2 == len(subject) else None
    if before.part == "name" and last is not None and last.part == "name" and not last.low.endswith("s"):
        return False  # "Otto the Tall"
    return (
        subject[i].low in _ARTICLES and before.part in ("noun", "name", "number", "det") and before.low not in _BEFORE
    )


def _only_describes(subject: Sequence[Word], i: int) -> bool:
    """Whether a past form inside a subject is a participle: "a teacher named Rosa"."""
    after = subject[i + 1] if i + 1 < len(subject) else None
    return subject[i].part == "past" and after is not None and after.part in ("name", "prep")


def _in_order(clause: Clause) -> bool:
    """Whether the clause's words follow one another in the text; an object from before may only be a plain phrase."""
    if clause.form == "gerund" or not clause.subject or not clause.predicate:
        return True
    begin = clause.subject[0].start
    predicate = list(clause.predicate)
    while predicate and predicate[0].part in (*_FINITE, "participle", "adv"):
        predicate.pop(0)  # a verb taken from the clause before: "Bohr found one and Meitner another"
    moved = [w for w in predicate if w.start < begin]
    if clause.form == "reduced":
        return not any(w.part in _FINITE for w in moved)
    return not any(w.part in (*_FINITE, "participle", "pron", "ing") for w in moved)
