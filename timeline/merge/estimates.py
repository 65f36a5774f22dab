"""Things whose age was worked out: "archaeologists dated the sheds to 520 BC" tells of the sheds at that date.

What the archaeologists did happened long after. The event is the thing, its date an estimate that follows from others.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from timeline.merge.named import is_happening
from timeline.merge.segments import Parsed
from timeline.merge.shapes import Clause
from timeline.merge.words import VERBAL, Word, lexicon, participle_of


def estimated(parsed: Parsed, here: int, at: int) -> Clause | None:
    """The thing that is dated to the date at word ``at``, as "the sheds (were) dated to 520 BC"; else None."""
    words, group = parsed.words, parsed.finite(here)
    if group is None or at - 1 < group.end or not _leads_to_estimate(words[group.head], words[at - 1]):
        return None
    passive = any(w.lemma == "be" for w in words[group.start : group.head])
    thing = parsed.subject(here) if passive else tuple(words[group.end : at - 1])
    if not thing or thing[-1].part not in ("noun", "name") or any(w.part in VERBAL for w in thing):
        return None
    if is_happening(thing):
        return None  # "two writers date the flood to 1287": what they say of it
    end = next((i for i in range(at, len(words)) if words[i].part != "time"), len(words))
    head = words[group.head]
    dated = replace(head, text=participle_of(head.lemma), low=participle_of(head.lemma), part="participle")
    return Clause(thing, (dated, *words[at - 1 : end]), head.lemma, "reduced")


def is_estimate(clause: Clause) -> bool:
    """Whether the clause tells to which date a thing is dated, and not which date stands on it."""
    pairs = pairwise(clause.predicate)
    return clause.form == "reduced" and any(_leads_to_estimate(verb, lead) for verb, lead in pairs)


def _leads_to_estimate(verb: Word, lead: Word) -> bool:
    lists = lexicon().lists
    return verb.lemma in lists["estimating"] and lead.low in lists["estimated_at"]
