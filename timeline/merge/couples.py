"""Who married whom in a text: what "the couple" means later in it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.names import Name, Scene
from timeline.merge.words import Word, lexicon


def couples_in(scene: Scene, sentences: Sequence[Sequence[Word]]) -> tuple[tuple[int, Name, Name], ...]:
    """The pairs of people of whom a sentence tells that they married, each with the place of the verb."""
    marrying = lexicon().lists["marrying"]
    found = []
    for words in sentences:
        for i, word in enumerate(words):
            if word.part not in ("past", "ing") or word.lemma not in marrying or i + 1 == len(words):
                continue
            after = [n for n in scene.between(words[i + 1].start, words[-1].end) if n.start == words[i + 1].start]
            other = next((n for n in after if _may_be_one(n)), None)
            one = _subject(scene, words, i, other) if other else None
            if one and other and one.key != other.key:
                found.append((word.start, one, other))
    return tuple(found)


def _may_be_one(name: Name) -> bool:
    return name.sort == "person" or (name.sort == "name" and name.bare)


def _subject(scene: Scene, words: Sequence[Word], i: int, other: Name | None) -> Name | None:
    """Who marries at word ``i``: the one person named before it in the sentence, else the one whom the text is about."""
    before = {n.key: n for n in scene.between(words[0].start, words[i].start) if n.sort == "person"}
    if len(before) == 1:
        return next(iter(before.values()))
    main = scene.main_person()
    known = {main.gender, other.gender} if main and other else set()
    return main if not before and len(known) == 2 else None
