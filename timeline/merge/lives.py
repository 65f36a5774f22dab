"""The dates of a life behind a person's name: "Anna Holm (1850–1911)" tells a birth and a death, not one long event."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.names import things
from timeline.merge.phrases import bracket_at
from timeline.merge.scene import Scene
from timeline.merge.shapes import Clause
from timeline.merge.telling import year_of
from timeline.merge.who import names_in
from timeline.merge.words import Word, lexicon, stem
from timeline.model import Mention

_YEARS = range(20, 111)
"""Years that such a life may have lasted."""

_LONGEST_NAME = 6
"""Words that a person's name may have, titles among them."""


def life_of(words: Sequence[Word], scene: Scene, mention: Mention) -> tuple[tuple[str, Clause], ...]:
    """Birth and death, each with its EDTF, of the person at the head of the sentence whose years ``mention`` gives.

    Empty where the range in brackets isn't a life's: a reign, a war, a range too short or too long.
    """
    first, _, last = (mention.edtf or "").partition("/")
    inside = bracket_at(words, mention.start)
    if inside is None or not first.strip(".") or not last.strip("."):
        return ()
    opens, closes = inside
    alone = all(mention.start <= w.start and w.end <= mention.end for w in words[opens + 1 : closes])
    name = [w for w in words[:opens] if w.part != "mark"]
    if not alone or year_of(last) - year_of(first) not in _YEARS or not _is_person(name, scene):
        return ()
    lists = lexicon().lists
    birth, death = min(lists["birth"]), min(lists["death"])
    return (
        (first, Clause(tuple(name), (), "bear", "noun", birth)),
        (last, Clause(tuple(name), (), "die", "noun", death)),
    )


def _is_person(name: Sequence[Word], scene: Scene) -> bool:
    """Whether the words are a person's name and nothing else."""
    if not 0 < len(name) <= _LONGEST_NAME or not name[-1].capital:
        return False
    lists = lexicon().lists
    whole = all(w.capital or (w.low in lists["in_names"] and w.part != "prep") for w in name) and name[0].part != "det"
    found = names_in(scene, name)
    known = any(n.sort == "person" and n.start <= name[0].start and name[-1].end <= n.end for n in found)
    happens = not known and any(stem(w.low) in lists["happenings"] for w in name)  # "Jacob Storm" bears a name
    thing = happens or any(w.low in things() for w in name)
    if not whole or thing or any(n.sort == "state" for n in found):
        return False
    return len(name) > 1 or any(n.sort == "person" for n in found)
