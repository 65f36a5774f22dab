"""The pieces that patterns are built of, made from a language's ``fragments.toml`` and word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from timeline.errors import RuleError
from timeline.languages import load
from timeline.languages.periods import periods

REFERENCE = re.compile(r"\{([a-z_]+)\}")


@cache
def fragments(language: str) -> dict[str, str]:
    """Pattern text by name, every reference to another fragment already written out. Raises ``RuleError``."""
    data = load(language, "fragments")
    words: dict[str, Any] = dict(load(language, "words"))
    words |= _names(language)
    words["counted"] = dict.fromkeys(load(language, "guards").get("counted", ()), 0)
    known = {name: _alternation(words, **how) for name, how in data["alternations"].items()}
    for name, pattern in data["patterns"].items():
        known[name] = expand(pattern, known)
    return known


def _names(language: str) -> dict[str, dict[str, int]]:
    """The names of periods and of holidays by what must stand beside them, each as a table like those of the words."""
    tables: dict[str, dict[str, int]] = {}
    for period in periods(language):
        alone = period.kind if period.kind in ("place", "state") else "period"
        tables.setdefault(f"{alone}_names", {}).update(dict.fromkeys(period.names, 0))
        tables.setdefault("period_names_the", {}).update(dict.fromkeys(period.the, 0))
    for holiday in load(language, "holidays").get("holiday", ()):
        for key in ("names", "bare", "dated", "counted"):
            tables.setdefault(f"holiday_{key}", {}).update(dict.fromkeys(holiday.get(key, ()), 0))
    return tables


def expand(pattern: str, known: dict[str, str]) -> str:
    """The pattern with each ``{name}`` replaced by what ``known`` holds; raises ``RuleError`` for a name it lacks."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise RuleError(f"there is no fragment or class {{{match[1]}}}")
        return f"(?:{known[match[1]]})"

    return REFERENCE.sub(put, pattern)


def _alternation(words: dict[str, Any], *, of: str, case: str, **bounds: int) -> str:
    low, high = bounds.get("from", -(10**6)), bounds.get("to", 10**6)
    chosen = [word for word, value in words[of].items() if not isinstance(value, int) or low <= value <= high]
    if case == "proper":
        return _either(form for word in chosen for form in (word.title(), word.upper()))
    if case == "name":
        return _names_by_letter(chosen)
    return f"(?i:{_either(chosen)})" if case == "any" else _either(chosen)


def _names_by_letter(names: Iterable[str]) -> str:
    """Names whose first letter keeps its case, whatever their apostrophes and dashes.

    In the order of the alphabet: RE2 then writes what neighbours share once, and a thousand names stay small.
    """
    tails: dict[str, list[str]] = {}
    for name in sorted(names):
        tail = re.escape(name[1:]).replace("\\ ", "[ \\x{00A0}]").replace("'", "['’‘]?").replace("\\-", "[-–‑]")
        tails.setdefault(name[0], []).append(tail)
    return "|".join(f"{re.escape(first)}(?i:{'|'.join(rest)})" for first, rest in tails.items())


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", " ") for word in _longest_first(words))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
