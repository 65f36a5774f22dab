"""A line that stands alone for an event: the shortest good one that its sentences offer, or one built from them.

Every candidate has a cost; what can't stand alone (a pronoun at its head, a loose end) has an infinite one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import re2

from timeline import languages
from timeline.merge.contracted import in_full
from timeline.merge.cutting import cut, has_verb
from timeline.merge.words import VERBAL, Word, calmed, lexicon, listed
from timeline.model import Source

_SAID_AGAIN = 256
"""Lines whose cut is remembered: what never ends says the same again and again."""

_TOLD = ("past", "participle", "present", "aux")
"""Verbs that make a line a sentence, which keeps its article; a name like "Battle of Marathon" has none."""

_MARKDOWN = re2.compile(r"\*\*+|__+|`+|^\s*(?:#+|[-*>])\s+")
"""Marks of Markdown that are no words: bold, code, the head of a heading or of a list's line."""

_MARKS = frozenset("*_`#->")
"""The signs of which all these are made: a text without one has none of them."""

_EMPHASIS = re2.compile(r"\*(\w[^*]*)\*|\b_(\w[^_]*)_\b")
"""Words between single stars or strokes."""


_BREAKS = frozenset('“":;')
"""Marks that break a line in two."""


@dataclass(frozen=True, slots=True, order=True)
class Headline:
    """A candidate: what it costs, its text, its source (``template``, ``clause``, ``noun`` or ``sentence``)."""

    cost: float
    text: str
    source: Source


@cache
def _limits(language: str = "en") -> dict[str, Any]:
    data = languages.load(language, "headlines")
    return {key: frozenset(value.split()) if isinstance(value, str) else value for key, value in data.items()}


@cache
def _whole_verbs() -> frozenset[tuple[str, str]]:
    """The small words that may end a line, each with the forms of a verb that they complete: "sailed through"."""
    knows, limits = lexicon(), _limits()
    moving = limits["moving"] & knows.base
    forms = {
        form
        for table in (knows.past, knows.participle, knows.present)
        for form, lemma in table.items()
        if lemma in moving
    }
    return frozenset((small, verb) for small in limits["completes"] for verb in forms | moving)


def longest() -> int:
    """The characters that a headline may have."""
    most: int = _limits()["longest"]
    return most


def tidy(text: str, article: bool = False) -> str:
    """The text as a headline: a capital, no mark at the end, no half pair of quotes, no article in front.

    With ``article`` it keeps the one in front: "The bridge was blown up", but "Battle of Marathon".
    """
    limits = _limits()
    if not _MARKS.isdisjoint(text):
        text = _EMPHASIS.sub(r"\1\2", _MARKDOWN.sub("", text))
    text = " ".join(text.split()).strip(" ,;:.!?-–—'\"")
    text = text if text.isupper() else calmed(text)
    for left, right in (("“", "”"), ("‘", "’"), ('"', '"'), ("(", ")")):
        odd = text.count(left) % 2 if left == right else left in text and text.count(left) != text.count(right)
        if odd:
            text = text.replace(left, "").replace(right, "") if right != "’" else text.replace(left, "")
    first, _, rest = text.partition(" ")
    if first.lower() in ("the", "a", "an") and rest and not article:
        text = rest
    if first.endswith(",") and first[:-1].lower() in limits["put_in"]:  # "…, he says, the two have quarrelled"
        text = rest
    words = text.split(" ")
    whole = _whole_verbs()
    while len(words) > 1:
        last, verb = words[-1].strip(",;:").lower(), words[-2].strip(",;:").lower()
        loose = last in limits["not_last"] and (last, verb) not in whole
        half = words[-1] in lexicon().lists["needs_object"]  # "wrote to ask"
        if not (loose or (half and len(words) > 3 and words[-2] in limits["infinitive"])):
            break
        words.pop()
    text = " ".join(words).strip(" ,;:.!?-–—")
    return text[:1].upper() + text[1:]


_LONG_NAME = 5
"""Blanks from which what begins like a name is told like a clause: "A bomb, dropped by mistake, destroys the hut"."""


@lru_cache(maxsize=_SAID_AGAIN)
def shortened(text: str, keep: int = 0, article: bool = False) -> str:
    """The text, cut at the border of a phrase if it is longer than a headline may be.

    The first ``keep`` characters, subject and verb, stay together if they can.
    """
    limits = _limits()
    if len(text) <= limits["longest"] and len(text.split()) <= limits["words"]:
        return text
    whole = cut(text, limits["longest"], limits["words"], keep) or cut(text, limits["longest"], limits["longest"], keep)
    if len(text) <= limits["longest"]:
        return tidy(whole, article) if whole else text
    if whole:
        return tidy(whole, article)
    for border in limits["cut_before"]:
        at = text.rfind(border, max(keep, limits["longest"] // 3), limits["longest"])
        if at > 0:
            shorter = tidy(text[:at], article)
            if len(shorter) >= limits["shortest"] and (has_verb(shorter) or not has_verb(text)):
                return _without_infinitive(shorter)
    return tidy(text[: text.rfind(" ", 0, limits["longest"])], article)


def _without_infinitive(line: str) -> str:
    """The line without the bare infinitive that a cut left at its end: "spoke with him to search"."""
    words = line.split()
    bare = len(words) > 4 and words[-2] in _limits()["infinitive"] and words[-1] in lexicon()
    return " ".join(words[:-2]) if bare else line


def candidate(text: str, source: Source, base: float, words: Sequence[Word], names: int, keep: int = 0) -> Headline:
    """The headline that ``text`` makes, with its cost; ``names`` counts those in it, ``keep`` is what no cut parts."""
    limits, lists = _limits(), lexicon().lists
    parts = {w.part for w in words}
    whole_line = source in ("clause", "sentence") or (source == "noun" and text.count(" ") >= _LONG_NAME)
    article = whole_line and not parts.isdisjoint(_TOLD)
    whole = tidy(text, article)
    line = shortened(whole, keep, article)
    low = [in_full(word) for word in line.split()]
    cost = base
    if not limits["shortest"] <= len(line) <= limits["longest"]:
        return Headline(math.inf, line, source)
    torn = line[:2] in ("“,", '",')  # a piece of speech whose beginning went with its date
    if torn or low[0].strip(",") in limits["not_first"]:
        return Headline(math.inf, line, source)
    cost += max(0, len(line) - limits["comfortable"]) / 8
    cost += max(0, 24 - len(line)) / 8
    pronouns = listed("subject_pronoun", "first_person")
    cost += 2.0 * len([w for w in low if w in pronouns])
    cost += 0.7 * sum(w in lists["possessive"] for w in low[:2])
    cost += 0.4 * line.count(",") + 1.0 * (not _BREAKS.isdisjoint(line))
    cost += 3.0 * ("the" in low and any(a == "the" and b in lists["vague"] for a, b in pairwise(low)))
    cost += 1.5 * (names == 0) + 2.0 * (source == "noun" and " " not in line)
    cost += 1.5 * (parts.isdisjoint(VERBAL) and source not in ("template", "noun"))
    if len(line) < len(whole):
        cost += 1.5
    return Headline(cost, line, source)


def headless(text: str) -> str:
    """The text without the small words in front that a headline never starts with."""
    words = text.split()
    while words and words[0].strip(",.;:").lower() in _limits()["not_first"]:
        words.pop(0)
    return " ".join(words)


def fallback(text: str) -> str:
    """A line from a whole sentence when nothing else can stand."""
    return shortened(tidy(headless(text), True), 0, True)
