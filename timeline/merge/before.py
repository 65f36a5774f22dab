"""What "the first since 1918" and "nobody since 1918" tell of 1918: that it happened then."""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline.merge.headlines import Headline, candidate
from timeline.merge.names import Name
from timeline.merge.rewording import join, plain_verb, trimmed, without_dates
from timeline.merge.scene import Scene
from timeline.merge.shapes import Clause
from timeline.merge.soundness import predicate_holds
from timeline.merge.who import names_in
from timeline.merge.words import Word, lexicon


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
    line = candidate(told, "clause", 2.0, clause.words, len(names_in(scene, clause.words)) + 1)
    return (line,) if line.cost < math.inf else ()


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
    return (line,) if line.cost < math.inf else ()
