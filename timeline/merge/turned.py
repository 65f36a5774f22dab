"""A line turned about: "they had struck the flights off the list" as "the flights were struck off the list"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.rewording import is_plural, join
from timeline.merge.shapes import Clause
from timeline.merge.words import Word, listed, participle_of


def passive(clause: Clause, acts: Sequence[Word]) -> str:
    """The passive of the predicate ``acts`` where nobody can say who acted; empty where it has no plain object."""
    verb = next((i for i, w in enumerate(acts) if w.lemma == clause.lemma and w.part in ("past", "participle")), None)
    if verb is None or clause.form != "clause" or clause.lemma in listed("intransitive", "stative"):
        return ""
    if any(w.part != "adv" and not (w.part == "aux" and w.lemma == "have") for w in acts[:verb]):
        return ""  # "was built", "did not build"
    begin = verb + 1
    end = next((i for i in range(begin, len(acts)) if not _in_object(acts, i)), len(acts))
    thing = acts[begin:end]
    if not thing or thing[0].part not in ("det", "name") or thing[0].low in listed("possessive", "pointing"):
        return ""
    if end < len(acts) and acts[end].part not in ("prep", "to", "adv") and acts[end].text != ",":
        return ""  # "told the king that", "gave the king a ship"
    rest = acts[end:] if end < len(acts) and acts[end].text != "," else ()
    was = "were" if is_plural(thing) else "was"
    return f"{join(thing)} {was} {participle_of(clause.lemma)} {join(rest)}".strip()


def _in_object(acts: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` belongs to the noun phrase after the verb, an "of" phrase with it."""
    word = acts[i]
    if word.part == "det":
        return i == 0 or acts[i - 1].part not in ("noun", "name")
    return word.part in ("noun", "name", "number") or word.low == "of" or word.text in ("-", "'s", "’s")
