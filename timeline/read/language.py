"""The language that a text is written in: told by its script, by small English words, else by a model.

What to look for is data: ``detection.toml`` in each language's folder. The same text gives the same answer on
every run. A text too short to judge counts as English, unless its script says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline import languages

SAMPLE = 4000
"""Code points of a text that are looked at: a page."""

ENOUGH = 60
"""Letters below which the model guesses: two lines."""

SHARE = 0.12
"""Share of the words that small words of a language must make; they are a third or more of running English."""

LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What gives languages away: small words of the first, and for others a class of letters and their least share."""

    small: frozenset[str]
    letters: tuple[tuple[str, re.Pattern[str], float], ...]


def detect_language(text: str) -> str:
    """The code (ISO 639-1) of the language of ``text``, also one that has no rules of its own."""
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    signs = _signs()
    small = sum(map(signs.small.__contains__, words))
    if small and small >= SHARE * len(words):
        return languages.FIRST
    letters = len(LETTER.findall(sample))
    for code, pattern, share in signs.letters:
        if len(pattern.findall(sample)) > share * letters:
            return code
    return _classified(sample) if letters >= ENOUGH else languages.FIRST


def _classified(sample: str) -> str:
    from py3langid import classify  # here, since it takes a second to load, and few texts need it

    return str(classify(sample)[0])


def ready() -> None:
    """Nothing; afterwards the model is in memory, which it can only come to by way of a file of its own making."""
    _classified("")


@cache
def _signs() -> _Signs:
    data = {code: languages.load(code, "detection") for code in languages.languages()}
    found = [(signs["order"], code, signs) for code, signs in data.items() if "letters" in signs]
    letters = tuple((code, re.compile(signs["letters"]), float(signs["share"])) for _, code, signs in sorted(found))
    return _Signs(frozenset(data[languages.FIRST]["small_words"]), letters)
