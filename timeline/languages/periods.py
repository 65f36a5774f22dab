"""The periods with a name that a language's ``periods.toml`` holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from timeline.languages import load

BEGINNING = re.compile(r"\w*")
ONE_SIGN = str.maketrans({"’": "", "‘": "", "'": "", "–": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period, war, happening or state: its kind, the names that need "the", the others, its bounds and their source.

    ``kind`` is "war", "event", "era", "place" or "state".
    """

    kind: str
    names: tuple[str, ...]
    the: tuple[str, ...]
    edtf: str
    source: str


@cache
def periods(language: str) -> tuple[NamedPeriod, ...]:
    """All periods of a language, in the order of its file."""
    return tuple(
        NamedPeriod(kind, tuple(row.get("names", ())), tuple(row.get("the", ())), row["edtf"], row["source"])
        for kind, rows in load(language, "periods").items()
        for row in rows
    )


@cache
def period_by_name(language: str) -> Mapping[str, NamedPeriod]:
    """The periods by each of their names, as ``plain_name`` writes them."""
    return MappingProxyType({plain_name(name): p for p in periods(language) for name in (*p.names, *p.the)})


@cache
def first_words(language: str) -> frozenset[str]:
    """What the names of periods begin with, as ``first_word`` gives it."""
    return frozenset(map(first_word, period_by_name(language)))


@lru_cache(maxsize=4096)
def first_word(name: str) -> str:
    """The letters and figures that a name, or a word as it stands in a text, begins with; "" for a sign."""
    return BEGINNING.match(plain_name(name))[0]  # type: ignore[index]  # matches anything


def plain_name(name: str) -> str:
    """The name in lower case, without apostrophes, with one kind of hyphen and space: what its spellings share."""
    return " ".join(name.translate(ONE_SIGN).lower().split())
