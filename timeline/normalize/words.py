"""What a language's words for numbers, months and units mean, as numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.languages import load

DIGITS = re.compile(r"\d[\d,]*")
NOTHING = re.compile(r"(?!)")
HUNDRED = 100
SAID_AGAIN = 256
"""Stretches of text whose judgement is kept: a text that says the same over and over isn't judged anew each time."""


class Tables(dict[str, Any]):
    """Tables by name; one that a language lacks is empty."""

    def __missing__(self, name: str) -> dict[str, Any]:
        return {}


@dataclass(frozen=True, slots=True)
class Words:
    """The word tables of one language; every look-up takes the words as they stand in the text."""

    tables: Tables
    language: str

    def __reduce__(self) -> tuple[Callable[[str], Words], tuple[str]]:
        return words_of, (self.language,)  # what is sent to another process needs only the name

    def month(self, text: str) -> int:
        """1 to 12, from a name or a number."""
        key = text.lower().rstrip(".")
        found: int = self.tables["months"].get(key) or self.tables["months_short"].get(key) or self.ordinal(text)
        return found or self.roman(text.upper())  # "12.iv.1761"

    def weekday(self, text: str) -> int:
        """0 for Monday to 6; abbreviations count by their first three letters."""
        days: dict[str, int] = self.tables["weekdays"]
        whole = days.get(text.lower())
        return next(n for name, n in days.items() if name.startswith(text.lower()[:3])) if whole is None else whole

    def day(self, text: str) -> int:
        """The day of a month, from figures or an ordinal word."""
        return self.ordinal(text)

    def ordinal(self, text: str) -> int:
        """What an ordinal counts: "60th", "twenty-first", "XIX"."""
        number = self._figures(text)
        if number is not None:
            return number
        words = re.split(r"[-\s]+", text.lower())
        total = 0
        for word in words:
            number = self.tables["ordinals"].get(word) or self.tables["cardinals"].get(word)
            number = number or self.tables["numbers"].get(word, 0)  # "a hundred and fiftieth"
            total = total * number if number == HUNDRED and total else total + number  # "five hundredth"
        return total or (self.roman(text) if self.tables["roman_ordinals"] else 0)

    def count(self, text: str) -> int | None:
        """How many; None for what is no whole number ("half a")."""
        written = self._figures(text)
        if written is not None:
            return written
        total = 0
        for word in re.split(r"[-\s]+", text.lower()):
            if word == self.tables["numbers_joined_by"].get("word"):
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
        return units.get(word) or units[word.removesuffix(self.tables["plural_ending"].get("letters", ""))]

    def is_article(self, text: str) -> bool:
        """Whether the count is only an article: "a second"."""
        return self.count(text) == 1 and text.lower() in self.tables["numbers"]

    def season(self, text: str) -> int | None:
        """EDTF's number of a season, or None where the word is none."""
        found: int | None = self.tables["seasons"].get(text.lower())
        return found

    def before_christ(self, text: str) -> bool | None:
        """Whether the letters of "44 B.C." name an era that counts backwards; None where they name none."""
        if text.isdigit():
            return None
        eras: dict[str, bool] = self.tables["eras"]
        letters = [c for c in text.lower() if c.isalpha()]
        found = eras.get("".join(letters))
        if found is None and self.tables["numerals"]:  # the letters of 公元前二二一年 are not all of its era
            found = next((eras[e] for n in range(len(letters), 0, -1) if (e := "".join(letters[:n])) in eras), None)
        return found

    def year(self, text: str) -> int:
        """The number of a year as it is written, in figures or numerals; one of a reign as years after Christ."""
        for reign, first in self.tables["reigns"].items():
            if text.startswith(reign):
                return int(first) - 1 + (self._figures(text[len(reign) :].strip()) or 0)
        if text.isdecimal():
            return int(text)
        figures = re.findall(r"\d+", text)
        return int("".join(figures)) if figures else self._numeral(text) or 0

    def _figures(self, text: str) -> int | None:
        """A number that begins with figures or stands in ideographic numerals; None for other words."""
        if text.isdecimal():
            return int(text)
        digits = DIGITS.match(text)
        if digits:
            return int(digits[0].replace(",", ""))
        return self._numeral(text)

    def roman(self, text: str) -> int:
        """What the Roman letters at the head of a word count, "XIX" or "XIXe"; 0 where there are none.

        A letter before a greater one is taken away.
        """
        letters = self.tables["roman"] or self.tables["roman_ordinals"]
        values = [letters[c] for c in itertools.takewhile(letters.__contains__, text)]
        return sum(-n if n < after else n for n, after in itertools.pairwise([*values, 0]))

    def _numeral(self, text: str) -> int | None:
        """A number in ideographic numerals, figure by figure (一九四九) or with tens and hundreds (三十五)."""
        numerals = self.tables["numerals"]
        runs = [list(run) for known, run in itertools.groupby(text, numerals.__contains__) if known]
        if not runs:
            return None
        values = [numerals[c] for c in runs[-1]]  # the last run: 元 in 公元前二二一年 counts nothing
        if len(values) > 1 and max(values) < 10:
            return int("".join(map(str, values)))
        total, held = 0, 0
        for n in values:
            if n < 10:
                held = n
            elif n < 10_000:
                total, held = total + (held or 1) * n, 0
            else:
                total, held = (total + held) * n, 0
        return total + held

    def look_up(self, table: str, text: str) -> Any:
        """The value of ``text`` in any other table, whatever its case and spaces; None where it isn't there."""
        return self.tables[table].get(" ".join(text.lower().split()))


@cache
def words_of(language: str = "en") -> Words:
    """The words of a language."""
    return Words(Tables(load(language, "words")), language)


@cache
def phrases(language: str = "en") -> dict[str, Any]:
    """The tables of ``phrases.toml``."""
    return load(language, "phrases")


@cache
def phrase(name: str, language: str = "en") -> re.Pattern[str]:
    """A compiled pattern of ``phrases.toml``; ``.`` in it matches any code point.

    One that a language lacks matches nothing.
    """
    pattern = load(language, "phrases").get(name)
    return NOTHING if pattern is None else re.compile(pattern, re.DOTALL)


@cache
def compile_phrases(language: str) -> None:
    """Compile every pattern of ``phrases.toml``. Each else compiles when a text first asks for it."""
    for name, pattern in phrases(language).items():
        if isinstance(pattern, str):
            phrase(name, language)
