"""Words cut short where two are written as one, in full: "n't" in "didn't" is "not", "'ve" in "they've" "have"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline import languages


@cache
def _table(name: str, language: str = "en") -> Mapping[str, str | list[str]]:
    table: Mapping[str, str | list[str]] = languages.load(language, "verbs")[name]
    return table


def in_full(word: str) -> str:
    """The word in small letters, and in full if it is what is left of one; "US" isn't "us"."""
    if word == "US":
        return "u.s."
    low = word.lower()
    full = _table("short").get(low.replace("’", "'"), low)
    return full if isinstance(full, str) else low


def is_open(low: str) -> bool:
    """Whether the word after it decides what it is in full."""
    return low in _open()


@cache
def _open() -> frozenset[str]:
    """The words that are open, with either apostrophe."""
    return frozenset(form for word in _table("open") for form in (word, word.replace("'", "’")))


def decided(low: str, after: str, acts: bool) -> str:
    """In full what is open before the word ``after``, which ``acts`` if it is a verb's plain form.

    "They'd ask" is "would", "they'd asked" is "had", the "wo" of "won't" is "will".
    """
    return _table("open")[low.replace("’", "'")][acts or in_full(after) == "not"]
