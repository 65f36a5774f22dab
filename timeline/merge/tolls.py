"""How many a happening killed: a number by which two articles tell one disaster, though they date it differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from timeline.merge.telling import Telling
from timeline.merge.words import Word, lexicon, listed, words_of

_BESIDES = 2
"""Words that two sentences must share that name two places."""

_SAID_AGAIN = 256
"""Sentences of which it is remembered whether they tell of the dead: one without an end gives thousands of tellings."""

_BEHIND = 6
"""Words after a number among which it is said that so many died."""


def same_toll(a: Telling, b: Telling) -> bool:
    """Whether both sentences tell of as many dead and name one place, river or ship: "nine drowned at Lund".

    Where each names another, or one none, both articles must know what is named, and the sentences share two words
    besides, or the number is exact enough to tell one disaster from others: 1,099.
    """
    if a.toll.isdisjoint(b.toll):
        return False
    one, two = _names(a), _names(b)
    if one & two:
        return True
    known = all(any(name in t.document.text for name in names) or not names for t, names in ((b, one), (a, two)))
    if known and any(map(_is_exact, a.toll & b.toll)):
        return True
    lists = lexicon().lists
    shared = (a.near.keys() | a.far.keys()) & (b.near.keys() | b.far.keys())
    return known and len(shared - lists["dies"] - lists["kills"] - lists["count_word"]) >= _BESIDES


@lru_cache(maxsize=_SAID_AGAIN)
def _may_tell(text: str, start: int, end: int) -> bool:
    """Whether a sentence has one of the words by which the dead are told."""
    said = text[start:end].lower()
    return any(form in said for form in _forms())


def toll_of(telling: Telling) -> frozenset[str]:
    """The numbers of dead that the telling's sentence gives, as they are written; small ones say too little."""
    if not _may_tell(telling.document.text, telling.sentence.start, telling.sentence.end):
        return frozenset()  # most sentences: their words need not be told apart
    return frozenset(_numbers(_words(telling), telling))


@cache
def _forms() -> tuple[str, ...]:
    """What the forms of all verbs and nouns for dying and killing begin with: "drown" for "drowned", but "took" too."""
    knows = lexicon()
    deadly = listed("dies", "kills")
    tables = (knows.past, knows.participle, knows.present, knows.ing)
    forms = deadly | {form for table in tables for form, lemma in table.items() if lemma in deadly}
    return tuple(sorted(form for form in forms if not any(form.startswith(other) for other in forms - {form})))


def _words(telling: Telling) -> Sequence[Word]:
    return words_of(telling.document.text, telling.sentence.start, telling.sentence.end)


def _names(telling: Telling) -> set[str]:
    return {word.text for word in _words(telling) if word.part == "name"}


def _numbers(words: Sequence[Word], telling: Telling) -> Iterator[str]:
    lists = lexicon().lists
    i = 0
    while i < len(words):
        end = i
        while end < len(words) and (words[end].low in lists["count_word"] or (end == i and _is_figure(words[end]))):
            end += 1
            if _is_figure(words[i]):
                break
        own = telling.mention.start <= words[i].start < telling.mention.end
        if end > i and not own and not (end == i + 1 and words[i].low in lists["few_dead"]):
            before = words[i - 1].lemma if i else ""
            behind = {form for w in words[end : end + _BEHIND] for form in (w.low, w.lemma)}
            if before in lists["kills"] or behind & lists["dies"]:
                yield " ".join(w.low for w in words[i:end])
        i = max(end, i + 1)


def _is_exact(number: str) -> bool:
    """Whether a number of dead has three figures at least and isn't round."""
    figures = number.replace(",", "")
    return figures.isdigit() and len(figures) > 2 and not figures.endswith("0")


def _is_figure(word: Word) -> bool:
    return word.text.replace(",", "").isdigit()
