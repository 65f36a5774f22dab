"""Happenings named by a noun: where such a phrase ends, and who does what in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from timeline import languages
from timeline.merge.names import Name
from timeline.merge.rewording import join
from timeline.merge.spelling import third_person_of
from timeline.merge.words import VERBAL, Word, lexicon, stem


def phrase_from(words: Sequence[Word], begin: bool = False) -> list[Word]:
    """The noun phrase at the head of ``words``, with its "of", "to" and "on" phrases, up to the next verb or border.

    With ``begin`` an -ing form may stand at its head ("signing the pact").
    """
    allowed, articles = lexicon().lists["phrase_preposition"], lexicon().lists["article"]
    out: list[Word] = []
    for i, word in enumerate(words):
        if word.part in VERBAL and not (begin and i == 0 and word.part == "ing"):
            break
        ranked = word.low in lexicon().lists["rank"] and i and words[i - 1].part == "det"  # "the first landing"
        if word.part in ("pron", "rel", "sub", "time", "adv") and not ranked:
            break
        if word.part in ("prep", "to") and word.low not in allowed:
            break
        if i and word.low in articles and words[i - 1].part in ("noun", "name"):
            break  # "the centenary of her death | a plaque was unveiled"
        if word.part == "mark" and word.text not in ("'s", "’s", "’", "'", "-", "“", "”"):
            break
        out.append(word)
    while out and (out[-1].part in ("prep", "to", "and", "det") or out[-1].text in "“-"):
        out.pop()
    return out


_RELATIVE = 9
"""Words of a relative clause that a noun phrase may keep: "the treaty that binds the two"."""


def phrase_with_relative(words: Sequence[Word]) -> list[Word]:
    """The noun phrase at the head of ``words`` with a short relative clause right after it."""
    phrase = phrase_from(words)
    rest = words[len(phrase) :]
    if not phrase or not rest or rest[0].low not in lexicon().lists["subject_relative"]:
        return phrase
    end = next((i for i, w in enumerate(rest) if w.part == "mark" and w.text not in ("'s", "’s")), len(rest))
    verbs = [i for i, w in enumerate(rest[:end]) if w.part in VERBAL]
    if not verbs or verbs[0] != 1:
        return phrase
    stop = verbs[1] if len(verbs) > 1 else end
    clause = list(rest[:stop])
    while clause and clause[-1].part not in ("noun", "name"):
        clause.pop()
    return [*phrase, *clause] if 1 < len(clause) <= _RELATIVE else phrase


@cache
def _patterns(language: str = "en") -> tuple[dict[str, Any], ...]:
    return tuple(languages.load(language, "cues")["nominal"])


def active_line(words: Sequence[Word], names: Sequence[Name]) -> str:
    """ "the attack of A on B" as "A attacks B"; empty where the phrase has another shape."""
    nouns = [i for i, w in enumerate(words) if w.part == "noun"]
    if not nouns:
        return ""
    at = nouns[0]
    noun = stem(words[at].low)
    for pattern in _patterns():
        known = pattern["nouns"].split()
        if noun not in known:
            continue
        verbs = pattern["verb"].split()
        verb = verbs[known.index(noun)] if len(verbs) > 1 else verbs[0]
        return _filled(words[at + 1 :], verb, pattern, names)
    return ""


def _filled(words: Sequence[Word], verb: str, pattern: dict[str, Any], names: Sequence[Name]) -> str:
    if not words or words[0].low != "of":
        return ""
    by = bool(pattern.get("by"))
    preposition = {"by"} if by else set(pattern.get("to", "").split())
    cut = next((i for i, w in enumerate(words) if i and w.low in preposition), None)
    first = _said(words[1:cut], names)
    second = _said(words[cut + 1 :], names) if cut is not None else ""
    if not first or (preposition and not second):
        return ""
    who, whom = (second, first) if by else (first, second)
    plural = " and " in who or who.startswith("the ")
    return f"{who} {verb if plural else third_person_of(verb)} {whom}".strip()


def _said(words: Sequence[Word], names: Sequence[Name]) -> str:
    """The words of one who takes part; a state is called by its name."""
    whole = [n for n in names if words and n.end == words[-1].end and n.sort == "state" and not n.adjective]
    lead = [w for w in words if w.part != "det"]
    if whole and lead and whole[0].start == lead[0].start:
        return whole[0].shown
    return join(words)
