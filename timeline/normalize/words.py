"""What a language's words for numbers, months and units mean, as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.languages import load

DIGITS = re.compile(r"\d[\d,]*")
NOT_LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class Words:
    """The word tables of one language; every look-up takes the words as they stand in the text."""

    tables: dict[str, Any]

    def month(self, text: str) -> int:
        """1 to 12."""
        key = text.lower().rstrip(".")
        found: int = self.tables["months"].get(key) or self.tables["months_short"][key]
        return found

    def weekday(self, text: str) -> int:
        """0 for Monday to 6; abbreviations count by their first three letters."""
        found: int = next(n for name, n in self.tables["weekdays"].items() if name.startswith(text.lower()[:3]))
        return found

    def day(self, text: str) -> int:
        """The day of a month, from figures or an ordinal word."""
        return self.ordinal(text)

    def ordinal(self, text: str) -> int:
        """What an ordinal counts: "60th", "twenty-first"."""
        digits = DIGITS.match(text)
        if digits:
            return int(digits[0].replace(",", ""))
        words = re.split(r"[-\s]+", text.lower())
        return sum(self.tables["ordinals"].get(w) or self.tables["cardinals"].get(w, 0) for w in words)

    def count(self, text: str) -> int | None:
        """How many; None for what is no whole number ("half a")."""
        digits = DIGITS.match(text)
        if digits:
            return int(digits[0].replace(",", ""))
        total = 0
        for word in re.split(r"[-\s]+", text.lower()):
            if word == self.tables["numbers_joined_by"]["word"]:
                continue
            number = self.tables["cardinals"].get(word) or self.tables["numbers"].get(word)
            if number is None:
                return None
            total = total * number if number >= 100 and total else total + number
        return total

    def unit(self, text: str) -> str:
        """TIMEX3's letter of a unit: D, W, M, Y, DE, CE, ML, WE, Q, TH, TM, TS."""
        word = text.lower()
        word = self.tables["plurals"].get(word, word)
        units: dict[str, str] = self.tables["units"]
        return units.get(word) or units[word.removesuffix(self.tables["plural_ending"]["letters"])]

    def is_article(self, text: str) -> bool:
        """Whether the count is only an article: "a second"."""
        return self.count(text) == 1 and text.lower() in self.tables["numbers"]

    def season(self, text: str) -> int | None:
        """EDTF's number of a season, or None where the word is none."""
        found: int | None = self.tables["seasons"].get(text.lower())
        return found

    def before_christ(self, era: str) -> bool | None:
        """Whether an era counts backwards; None where the text is no era."""
        found: bool | None = self.tables["eras"].get(NOT_LETTERS.sub("", era.lower()))
        return found

    def look_up(self, table: str, text: str) -> Any:
        """The value of ``text`` in any other table, whatever its case and spaces; None where it isn't there."""
        return self.tables[table].get(" ".join(text.lower().split()))


@cache
def words_of(language: str = "en") -> Words:
    """The words of a language."""
    return Words(load(language, "words"))


@cache
def phrases(language: str = "en") -> dict[str, Any]:
    """The tables of ``phrases.toml``."""
    return load(language, "phrases")


@cache
def phrase(name: str, language: str = "en") -> re.Pattern[str]:
    """A compiled pattern of ``phrases.toml``; ``.`` in it matches any code point."""
    return re.compile(load(language, "phrases")[name], re.DOTALL)
