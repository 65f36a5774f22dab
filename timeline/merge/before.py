"""What "the first since 1918" and "nobody since 1918" tell of 1918: that it happened then."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

import re2

from timeline.merge.headlines import Headline, candidate
from timeline.merge.named import is_happening
from timeline.merge.names import Name
from timeline.merge.nominals import phrase_from
from timeline.merge.phrases import phrase_before
from timeline.merge.rewording import OWNS, join, plain_verb, trimmed, without_dates
from timeline.merge.scene import Scene
from timeline.merge.shapes import Clause
from timeline.merge.soundness import predicate_holds
from timeline.merge.who import names_in
from timeline.merge.words import Word, lexicon, past_of, stem

_FAR = 12
"""Words before a date among which "first" is said of it."""

_ONE_OF_HIS = re2.compile(r"\b(?:his|her|its|their) first (\w)")

_ANEW = " for the first time"
_THE_FIRST = re2.compile(r"\b([Tt]he|an?|\w+[’'](?:s|)) first ")
"""What is true of the later happening only; "the First World War" is a name."""


def the_one_before(clause: Clause, words: Sequence[Word], scene: Scene) -> tuple[Headline, ...]:
    """ "The visit to Oslo was the first time a Danish minister visited since 1918": one visited Oslo then.

    Empty where the clause itself tells it whole.
    """
    acts = trimmed(without_dates(clause.predicate))
    if clause.lemma not in lexicon().lists["travel"] or not clause.subject or predicate_holds(clause, acts):
        return ()
    goal = next((n for n in scene.between(words[0].start, words[-1].end) if _is_goal(words, n.start)), None)
    verb, rest = plain_verb(acts, clause, many=False)
    told = f"{join(clause.subject)} {verb} {join(rest)} {_said(words, goal) if goal else ''}"
    return _fit(candidate(told, "clause", 2.0, clause.words, len(names_in(scene, clause.words)) + 1))


def an_earlier(words: Sequence[Word], start: int, subject: Sequence[Word]) -> tuple[Headline, ...]:
    """ "The city's first marathon since 1918": "The city's marathon"; "a visit, the first by a pope since 1918": "Visit
    by a pope"; "the storm was the first to reach Lund since 1918": "Storm reached Lund".

    The date begins at the character ``start``; ``subject`` is the clause's. Empty where no noun says what happened.
    """
    before = [w for w in words if w.start < start]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i].low == "first"), None)
    if at is None or len(before) - at > _FAR:
        return ()
    behind = [w for w in before[at + 1 :] if w.part != "mark" or w.text in OWNS]
    behind = [w for w in behind if w.low not in lexicon().lists["since"]]
    things = [w for w in subject if w.part in ("noun", "name")]
    if len(behind) > 2 and behind[0].part == "to" and behind[1].part == "base" and things:
        told = f"{things[-1].text} {past_of(behind[1].lemma)} {join(behind[2:])}"
        return _fit(candidate(told, "template", 1.0, (*things, *behind), 1))
    owner = _owner(before[:at])
    if behind and behind[0].part == "prep":  # "the first by a pope"
        noun = next((w for w in reversed(things) if stem(w.low) in lexicon().lists["happenings"]), None)
        phrase = [noun, *behind] if noun is not None else []
    else:
        phrase = phrase_from(behind)
    if not is_happening(phrase):
        return ()
    named = sum(w.part == "name" for w in (*owner, *phrase))
    return _fit(candidate(join([*owner, *phrase]), "noun", 1.0, (*owner, *phrase), named))


def _owner(before: Sequence[Word]) -> list[Word]:
    """Whose it is, right before "first": "the city's"."""
    if not before or before[-1].text not in OWNS:
        return []
    return [*phrase_before(before, len(before) - 1), before[-1]]


def _fit(line: Headline) -> tuple[Headline, ...]:
    return (line,) if line.cost < math.inf else ()


def not_the_first(lines: Sequence[Headline]) -> tuple[Headline, ...]:
    """The lines without what only the later one is: "met for the first time", "won her first title"."""
    return tuple(
        replace(line, text=_THE_FIRST.sub(r"\1 ", _ONE_OF_HIS.sub(_one, line.text.replace(_ANEW, ""))))
        for line in lines
    )


def _one(said: re.Match[str]) -> str:
    """ "Her first t" as "a t", "her first a" as "an a"."""
    return f"{'an' if said[1].lower() in 'aeiou' else 'a'} {said[1]}"


def _said(words: Sequence[Word], name: Name) -> str:
    """The name in the words of the text: a town stays one where it stands for a state elsewhere."""
    return join([w for w in words if name.start <= w.start and w.end <= name.end])


def _is_goal(words: Sequence[Word], start: int) -> bool:
    """Whether the name at ``start`` stands after "to"."""
    at = next((i for i, w in enumerate(words) if w.start == start), 0)
    return at > 0 and words[at - 1].low == "to"


def somebody(clause: Clause, scene: Scene) -> tuple[Headline, ...]:
    """The line for "nobody had come to Iceland since 1918": somebody did in 1918, "Visit to Iceland"."""
    acts = trimmed(without_dates(clause.predicate))
    after = next((i + 1 for i, w in enumerate(acts) if w.lemma == clause.lemma), len(acts))
    while after < len(acts) and acts[after].part == "adv":
        after += 1
    rest = acts[after:]
    names = len(names_in(scene, clause.words))
    travels = clause.lemma in lexicon().lists["travel"] and rest and rest[0].low != "from"
    if travels and (rest[0].low == "to" or clause.lemma == "visit"):
        goal = rest[1:] if rest[0].low == "to" else rest
        line = candidate(f"Visit to {join(goal)}", "template", 1.0, clause.words, names)
    else:
        verb, told = plain_verb(acts, clause, many=False)
        line = candidate(
            f"Somebody {join([*clause.subject[1:]])} {verb} {join(told)}", "template", 3.0, clause.words, names
        )
    return _fit(line)
