r"""Where in a text a match may begin: at its figures, and at the words that the leads of the rules begin with.

Most leads begin with a word of ASCII. Those are looked up in a table of first and second words, which takes the same
time however many rules there are and needs no states that a first text would have to pay for. A word of the table is
a run of letters of ASCII; every other character ends one, as in ``first_words``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, compress, count
from typing import Any

import re2

from timeline.find.leads import first_words
from timeline.find.matching import finder

# Small letters in the place of capitals, and blanks for all that is no letter of ASCII.
LETTERS = bytes(code | 32 if chr(code).isalpha() and code < 128 else 32 for code in range(256))
NUMBER = r"\b\d+(?:[.,:/+–—-]\d+)*"  # a figure, with all that are linked to it: none of those stands alone
TOGETHER = 14  # patterns in one search: fewer go through the text more often, more take RE2 more states
# A word, a figure that is linked to none before it, or a sign that links none.
INNER = re.compile(
    rb"\b[^\W\d]|(?<!\d[.,:/+-])(?<!\d\xe2\x80[\x93\x94])\b\d|(?<![\x80-\xff])(?!\xe2\x80[\x93\x94])[^\w\s.,:/+-]"
)


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What matches begin with. ``words``: first words, each with the second ones, or None where any may follow.
    ``rest``: what searches for all else that they may begin with."""

    words: Mapping[bytes, frozenset[bytes] | None]
    rest: tuple[Callable[[bytes], Iterable[tuple[int, int]]], ...]

    def places(self, data: bytes) -> list[int]:
        """The bytes of ``data`` at which a match may begin, in order."""
        places = self._words(data) if self.words else []
        for search in self.rest:
            places += _within(search(data), data)
        return sorted(set(places))

    def _words(self, data: bytes) -> list[int]:
        words = data.translate(LETTERS).split(b" ")
        ends = list(accumulate(map(len, words)))  # not counting what parts them, one byte each
        words.append(b"")
        known = self.words
        first = compress(count(), map(known.__contains__, words))
        return [
            ends[number] + number - len(words[number])
            for number in first
            if (second := known[words[number]]) is None or words[number + 1] in second
        ]


def _within(matches: Iterable[tuple[int, int]], data: bytes) -> Iterator[int]:
    """Where each of the matches begins, and each further word or sign in there."""
    for start, end in matches:
        yield start
        if not data[start:end].isdigit():
            for inner in INNER.finditer(data, start + 1, end):
                yield inner.start()


def beginnings(leads: Iterable[str], whole: Iterable[str], options: Any, together: int = TOGETHER) -> Beginnings:
    """What the leads begin with. The patterns of ``whole``, so many ``together``, and the leads that aren't words, are
    searched with RE2.
    """
    words: dict[str, set[str | None]] = {}
    rest: set[str] = set()
    for lead in leads:
        first, second = first_words(lead)
        if first:
            words.setdefault(first, {""}).add(second)
        else:
            rest.add(NUMBER if lead.startswith(r"\d") or lead[0].isdigit() else f"(?i:{lead})")
    complete = [f"(?:{pattern})" for pattern in whole]
    searches = [sorted(rest), *(complete[n : n + together] for n in range(0, len(complete), together))]
    return Beginnings(
        {first.encode(): _encoded(seconds) for first, seconds in words.items()},
        tuple(finder(re2.compile("|".join(patterns), options)) for patterns in searches if patterns),
    )


def _encoded(seconds: set[str | None]) -> frozenset[bytes] | None:
    known = frozenset(second.encode() for second in seconds if second is not None)
    return None if None in seconds else known
