"""What the collection has dated so far, to be asked for "the treaty" or "the attack".

A happening is looked up by the head of its words and, among those that have it, by the words that the two
sentences share. Nothing is guessed: without the head word in a dated sentence there is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline.edtf import Date, contains, width
from timeline.languages import folder_of
from timeline.model import Document, Mention, Span
from timeline.normalize.arithmetic import year_of
from timeline.normalize.words import phrase, phrases

WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 200  # happenings with the same word that are weighed; beyond that the word tells nothing apart


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated mention with the words of its sentence, reduced to their stems."""

    mention: Mention
    year: int
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection has dated, by the stems of the words that tell it."""

    by_stem: Mapping[str, Sequence[Happening]] = field(default_factory=dict)


@cache
def stem(word: str, language: str) -> str:
    """The word without its usual endings; only for comparing words with each other."""
    word = word.lower()
    for ending in _stems(language).get("endings", ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _stems(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = phrases(language).get("stems", {})
    return found


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    empty = _stems(language).get("empty", ())
    return frozenset(stem(word, language) for word in WORD.findall(text) if len(word) > 2 and word.lower() not in empty)


def head_of(words: str, language: str) -> str:
    """The stem of the word that says what the thing is: "treaty" of "the two countries' defense treaty of 1961"."""
    found = WORD.findall(phrase("head_end", language).sub("", words))
    return stem(found[-1], language) if found else ""


def happenings(documents: Iterable[Document], mentions: Iterable[Mention]) -> Known:
    """Every mention that is dated by its own words within one year, with its sentence."""
    texts = {document.id: document for document in documents}
    stems: dict[tuple[str, int], frozenset[str]] = {}
    by_stem: dict[str, list[Happening]] = {}
    for mention in mentions:
        if mention.grade != "A" or mention.edtf is None or mention.outcome != "open" or mention.type != "DATE":
            continue
        year = year_of(mention.edtf)
        document = texts[mention.document]
        at = bisect_right(document.sentences, mention.start, key=lambda span: span.start) - 1
        if year is None or at < 0:
            continue
        if (document.id, at) not in stems:
            span = document.sentences[at]
            stems[document.id, at] = stems_of(document.text[span.start : span.end], folder_of(document.language))
        happening = Happening(mention, year, stems[document.id, at])
        for word in happening.stems:
            by_stem.setdefault(word, []).append(happening)
    return Known(by_stem)


def look_up(
    known: Known,
    thing: str,
    sentence: str,
    document: str,
    language: str,
    *,
    own: Span | None = None,
    years: Iterable[int] | None = None,
) -> str | None:
    """The date (EDTF) of the thing that the words name, if dated sentences tell one; the most precise of its year.

    ``thing`` are its words, in ``language``, ``sentence`` the words around them, ``document`` the id of the text
    they stand in, ``own`` their sentence there, which can't date them; ``years`` narrows the answer. The sentences
    must share two words; the thing's own is enough where the year is known, or where the same text dates it once.
    """
    head = head_of(thing, language)
    if len(head) < 3:
        return None
    wanted = stems_of(thing, language) | stems_of(sentence, language)
    allowed = None if years is None else set(years)
    named = [
        h
        for h in known.by_stem.get(head, ())[:LOOKED_AT]
        if (allowed is None or h.year in allowed)
        and not (own and h.mention.document == document and own.holds(h.mention.start, h.mention.end))
    ]
    candidates = [h for h in named if len(wanted & h.stems) >= (2 if allowed is None else 1)]
    if not candidates:
        candidates = [h for h in named if h.mention.document == document]
        if len({h.year for h in candidates}) != 1:
            return None
    votes: dict[int, int] = {}
    for h in candidates:
        votes[h.year] = votes.get(h.year, 0) + len(wanted & h.stems)
    year = max(votes, key=lambda y: (votes[y], -y))
    dates = sorted(
        {h.mention.edtf for h in candidates if h.year == year and h.mention.edtf is not None},
        key=lambda edtf: (width(edtf) or 0, edtf),
    )
    precise, rest = dates[0], dates[1:]
    return precise if all(contains(other, precise) for other in rest) else str(Date(year))
