"""The lines that one clause offers as headlines, with who is meant put in for pronouns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.merge.clauses import Clause
from timeline.merge.headlines import Headline, candidate, headless
from timeline.merge.kinds import kinds
from timeline.merge.names import Name
from timeline.merge.nominals import phrase_from
from timeline.merge.rewording import Place, resolved, told_in_past, without_dates
from timeline.merge.telling import is_anniversary, ordinal_of
from timeline.merge.who import names_in
from timeline.merge.words import Word, lexicon
from timeline.model import Mention


@dataclass(frozen=True, slots=True)
class Lines:
    """Candidates for a headline, the names put in for pronouns, and whether the subject stays open."""

    headlines: tuple[Headline, ...]
    put: tuple[Name, ...]
    open: bool


def lines_of(clause: Clause, words: Sequence[Word], mention: Mention, place: Place) -> Lines:
    """What a clause in the sentence ``words`` offers. A subject that stays open is left off, at a price.

    Without ``words`` the sentence itself is no candidate.
    """
    subject, put, still_open = resolved(without_dates(clause.subject), place)
    acts = without_dates(clause.predicate)
    many = len(clause.subject) > 0 and (
        clause.subject[-1].low.endswith("s") or any(w.part == "and" for w in clause.subject)
    )
    predicate, put_after = told_in_past(acts, clause, place, many)
    if acts and acts[0].part != "name" and clause.subject:
        predicate = predicate[:1].lower() + predicate[1:]
    put += put_after
    names = len(names_in(place.scene, clause.words)) + len(put)
    offered: list[Headline] = []
    if clause.form == "noun" and clause.subject:
        verb = "is born" if clause.lemma == "bear" else "dies"
        offered.append(candidate(f"{subject} {verb}", "template", 0.5, clause.words, names))
    elif clause.form == "noun":
        offered.append(candidate(predicate, "clause", 1.0, clause.words, names))
    elif subject and predicate and not still_open:
        keep = len(subject) + 1 + len(predicate.split(" ")[0])
        offered.append(candidate(f"{subject} {predicate}", "clause", _base(clause), clause.words, names, keep))
    elif predicate:
        # nobody can be named: "Married in Vienna" still says what happened
        first, _, rest = predicate.partition(" ")
        bare = rest if first.lower() in lexicon().lists["be"] and rest else predicate
        offered.append(candidate(bare, "clause", _base(clause) + 4.0, clause.words, names))
    if is_anniversary(mention):
        offered = _of_anniversary(offered, clause, words, mention, place, names)
    text, _, opened = resolved(without_dates(words), place)
    if not opened:
        offered.append(candidate(text, "sentence", 6.0, words, names))
    else:
        offered.append(candidate(headless(text), "sentence", 9.0, words, names))
    return Lines(tuple(h for h in offered if h.cost < math.inf), put, still_open)


def _base(clause: Clause) -> float:
    """What a clause costs by its verb: saying and being tell less than doing."""
    lists = lexicon().lists
    said = clause.lemma in lists["reporting"]
    stands = clause.lemma in lists["stative"] and clause.form == "clause"
    return 1.0 + 2.0 * said + 2.0 * stands + (clause.opener in lists["condition"])


def _of_anniversary(
    offered: Sequence[Headline],
    clause: Clause,
    words: Sequence[Word],
    mention: Mention,
    place: Place,
    names: int,
) -> list[Headline]:
    """The lines of an anniversary: its clause if that says that it is kept, else its number and what it recalls."""
    after = [w for w in words if w.start >= mention.end]
    phrase = phrase_from(after)
    if not phrase and not ordinal_of(mention, mention.edtf or ""):
        return list(offered)
    kept = any(w.lemma in kinds().families[0].verbs for w in clause.predicate[:3])
    change = -1.5 if kept else 2.5
    own = [w for w in words if mention.start <= w.start and w.end <= mention.end]
    text = resolved([*own, *without_dates(phrase)], place)[0]
    return [
        *(Headline(h.cost + change, h.text, h.source) for h in offered),
        candidate(text, "template", 1.0, words, names),
    ]
