"""Whether a noun is for somebody who does something: "the governor", "a geologist"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from timeline import languages
from timeline.merge.words import Word, lexicon

_ENDS = ("er", "or", "ist", "man", "woman", "ian")
"""Ends of such nouns."""


@cache
def _people(language: str = "en") -> frozenset[str]:
    words: str = languages.load(language, "titles")["person"]
    return frozenset(words.split())


def is_doer(word: Word) -> bool:
    """Whether the word is a noun for one person: a title, or by its end, "reporter"; "tower" isn't one."""
    by_end = word.low.endswith(_ENDS) and word.low not in lexicon().lists["no_doer"]
    return word.part == "noun" and (word.low in _people() or word.low in lexicon().lists["one_person"] or by_end)


def is_people(word: Word) -> bool:
    """The same of one or of several: "climbers", "women"."""
    if word.low in lexicon().lists["plural_people"]:
        return True
    one = word.low.removesuffix("s")
    return is_doer(word) or (one != word.low and is_doer(replace(word, low=one)))
