"""Which act a sentence tells, in whatever words, and what its text names right before: to see one act in other words.

"She went down the slip" and "launched the Margit Holm" share no word, but tell one act. The ways to tell an act stand
in ``acts.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from timeline import languages
from timeline.merge.names import Name, things
from timeline.merge.scene import Scene
from timeline.merge.words import Word, lexicon, stem

REACH = 300
"""Characters before a sentence in which that is named of which it goes on to tell."""


def acts_of(lemma: str, near: Iterable[str], words: Sequence[Word]) -> frozenset[str]:
    """The acts that a clause tells by its verb, or by a noun where its verb says little; few tell any.

    ``near`` are the stems of the clause, ``words`` those of its sentence.
    """
    ways, light = _ways(), _light()
    telling = [lemma] if lemma and lemma not in light else [lemma, *near]
    if not any(word in ways for word in telling):
        return frozenset()
    said = {form for w in words for form in (w.low, w.lemma)}
    return frozenset(act for word in telling for act, others in ways.get(word, ()) if others <= said)


def named_around(scene: Scene, start: int, end: int, text: str) -> frozenset[str]:
    """The keys of those whom, and of what, the text names from right before a sentence at ``start`` up to ``end``, its
    clause's end; no states, no places.
    """
    there = scene.between(max(0, start - REACH), end)
    found = {n.key for n in there if n.sort != "state" and not n.adjective and n.key not in things()}
    return frozenset(found - {n.key for n in there if _is_there(n, text)})


def is_done_once(act: str) -> bool:
    """Whether an act is done to one thing once, or seldom; others come again."""
    return act in languages.load("en", "acts")["once"]


@cache
def words_for(acts: frozenset[str]) -> frozenset[str]:
    """The stems of the verbs and nouns that tell one of the acts."""
    return frozenset(stem(word) for word, told in _ways().items() if any(act in acts for act, _ in told))


def _is_there(name: Name, text: str) -> bool:
    """Whether the word before a name makes it a place: "at Lund"."""
    before = text[max(0, name.start - 20) : name.start].split()[-2:]
    return any(word.lower() in lexicon().lists["place_preposition"] for word in before)


@cache
def _ways() -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
    """For each verb and noun the acts that it tells, with the words that must stand in its sentence besides."""
    data = languages.load("en", "acts")
    ways: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for act, told in (*data["once"].items(), *data["again"].items()):
        for way in told.split():
            word, *others = way.split("+")
            ways[word].append((act, frozenset(others)))
    return dict(ways)


@cache
def _light() -> frozenset[str]:
    return frozenset({"", *languages.load("en", "acts")["light"].split()})
