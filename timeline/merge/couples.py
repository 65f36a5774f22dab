"""Who married whom in a text: what "the couple" means later in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.merge.names import Name
from timeline.merge.rewording import Place
from timeline.merge.scene import Scene
from timeline.merge.words import Word, lexicon

Couple = tuple[int, Name, Name]
"""Where a text tells that two married, and who."""


def couples_in(
    scene: Scene, sentences: Sequence[Sequence[Word]], place_of: Callable[[int], Place]
) -> tuple[Couple, ...]:
    """The pairs of people of whom a sentence tells that they married; ``place_of`` gives the place of a sentence."""
    marrying = lexicon().lists["marrying"]
    found: list[Couple] = []
    for n, words in enumerate(sentences):
        for i, word in [(i, word) for i, word in enumerate(words[:-1]) if word.lemma in marrying]:
            if word.part not in ("past", "ing"):
                continue
            if _is_of_both(words, i):
                met = {p.key: p for p in scene.between(words[0].start, word.start) if p.sort == "person"}
                if len(met) == 2:
                    two = list(met.values())
                    found.append((word.start, two[0], two[1]))
                    continue
            other = _bride_or_groom(scene, words, i)
            one = _who_marries(scene, words, i, other, place_of(n)) if other else None
            if one and other and one.key != other.key:
                found.append((word.start, one, other))
    return tuple(found)


def _is_of_both(words: Sequence[Word], i: int) -> bool:
    """Whether the verb at ``i`` is told of two: "they were married"."""
    return i > 1 and words[i - 1].lemma == "be" and words[i - 2].low in lexicon().lists["plural"]


def _bride_or_groom(scene: Scene, words: Sequence[Word], i: int) -> Name | None:
    """Whom one marries at word ``i``: a name, or "him" and "her" for the one person named before in the sentence."""
    lists, after = lexicon().lists, words[i + 1]
    if _is_of_both(words, i):
        met = {n.key: n for n in scene.between(words[0].start, words[i].start) if n.sort == "person"}
        return next(iter(met.values())) if len(met) == 1 else None  # "she met Otto Holm; they were married"
    gender = "m" if after.low in lists["male_object"] else "f" if after.low in lists["female_object"] else ""
    if not gender:
        there = scene.between(after.start, words[-1].end)
        return next((n for n in there if n.start == after.start and n.sort == "person"), None)
    before = scene.between(words[0].start, after.start)
    fits = {n.key: n for n in before if n.sort == "person" and n.gender in ("", gender)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _who_marries(scene: Scene, words: Sequence[Word], i: int, other: Name, place: Place) -> Name | None:
    """Who marries ``other``: the one person besides in the sentence, else the one whom its "he" or "she" means."""
    named = {n.key: n for n in scene.between(words[0].start, words[i].start) if n.sort == "person"}
    named.pop(other.key, None)
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    lists = lexicon().lists
    acting = next((w.low for w in place.own if w.part == "pron"), "")
    gender = "m" if acting in lists["male"] else "f" if acting in lists["female"] else ""
    return scene.person(place.sentence, place.since, gender, place.subject) if gender else None
