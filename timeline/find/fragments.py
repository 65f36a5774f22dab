"""The pieces that patterns are built of, made from a language's ``fragments.toml`` and word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from timeline.errors import RuleError
from timeline.languages import load

REFERENCE = re.compile(r"\{([a-z_]+)\}")


@cache
def fragments(language: str) -> dict[str, str]:
    """Pattern text by name, every reference to another fragment already written out. Raises ``RuleError``."""
    data = load(language, "fragments")
    words: dict[str, Any] = dict(load(language, "words"))
    words["period_names"] = {name: 0 for period in load(language, "periods")["period"] for name in period["names"]}
    words["counted"] = dict.fromkeys(load(language, "guards").get("counted", ()), 0)
    known = {name: _alternation(words, **how) for name, how in data["alternations"].items()}
    for name, pattern in data["patterns"].items():
        known[name] = expand(pattern, known)
    return known


def expand(pattern: str, known: dict[str, str]) -> str:
    """The pattern with each ``{name}`` replaced by what ``known`` holds; raises ``RuleError`` for a name it lacks."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise RuleError(f"there is no fragment or class {{{match[1]}}}")
        return f"(?:{known[match[1]]})"

    return REFERENCE.sub(put, pattern)


def _alternation(words: dict[str, Any], *, of: str, case: str, **bounds: int) -> str:
    low, high = bounds.get("from", -1), bounds.get("to", 10**6)
    chosen = [word for word, value in words[of].items() if not isinstance(value, int) or low <= value <= high]
    if case == "proper":
        return _either(form for word in chosen for form in (word.title(), word.upper()))
    if case == "name":
        return "|".join(f"{_either([word[0]])}(?i:{_either([word[1:]])})" for word in _longest_first(chosen))
    return f"(?i:{_either(chosen)})" if case == "any" else _either(chosen)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", " ") for word in _longest_first(words))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
