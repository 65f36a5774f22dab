"""A text as a pass sees it: in UTF-8, in later passes with a mark for each match, and where that stands in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from timeline.model import Found

FIRST_MARK = 0xE000  # private-use code points stand for matches in later passes
BREAKS = re.compile(f"[\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029{chr(FIRST_MARK)}-{chr(FIRST_MARK + 99)}]")
BLOCK = 256  # code points between two whose offset in bytes is kept


class Offsets:
    """Code points to bytes of a text in UTF-8 and back."""

    __slots__ = ("_alike", "_data", "_starts", "_text")

    def __init__(self, text: str, data: bytes) -> None:
        self._text, self._data = text, data
        self._alike = len(text) == len(data)
        blocks = range(0, 0 if self._alike else len(text) - BLOCK, BLOCK)
        self._starts = [0, *accumulate(len(encoded(text[at : at + BLOCK])) for at in blocks)]

    def code_point(self, byte: int) -> int:
        """The code point that begins at a byte."""
        if self._alike:
            return byte
        block = bisect_right(self._starts, byte) - 1
        return block * BLOCK + len(self._data[self._starts[block] : byte].decode("utf-8", "surrogatepass"))

    def byte(self, code_point: int) -> int:
        """The byte at which a code point begins."""
        if self._alike:
            return code_point
        block = min(code_point // BLOCK, len(self._starts) - 1)
        return self._starts[block] + len(encoded(self._text[block * BLOCK : code_point]))


@dataclass(frozen=True, slots=True)
class View:
    """What a pass searches. Its stretches stand ``starts`` bytes into it and ``origins`` bytes into the text; each is
    a copy of the text, or the mark of what ``marks`` holds for it. A line ends with a line feed and nothing else."""

    data: bytes
    offsets: Offsets
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    marks: tuple[Found | None, ...] = (None,)

    def place(self, at: int) -> int:
        """The code point of the text at which position ``at`` of the view stands."""
        number = bisect_right(self.starts, at) - 1 if len(self.starts) > 1 else 0
        return self.offsets.code_point(self.origins[number] + at - self.starts[number])

    def mark(self, at: int) -> Found | None:
        """What the mark at ``at`` stands for."""
        number = bisect_right(self.starts, at) - 1
        return self.marks[number] if self.starts[number] == at else None

    def line(self, at: int) -> tuple[int, int]:
        """Where the line that holds code point ``at`` of the text begins and ends, in a view without marks."""
        byte = self.offsets.byte(at)
        start, end = self.data.rfind(b"\n", 0, byte) + 1, self.data.find(b"\n", byte)
        return self.place(start), self.place(end if end >= 0 else len(self.data))

    def parts(self, stretches: Iterable[tuple[int, int]]) -> View:
        """Stretches between two code points of the text, a line each, of a view without marks."""
        places = [(self.offsets.byte(start), self.offsets.byte(end)) for start, end in stretches]
        pieces = [self.data[first:last] for first, last in places]
        starts = (0, *accumulate(len(piece) + 1 for piece in pieces[:-1]))
        origins = tuple(first for first, _ in places)
        return View(b"\n".join(pieces), self.offsets, starts, origins, (None,) * len(places))


def plain_view(text: str) -> View:
    """The text without marks: what breaks lines or looks like a mark is line feeds here, as many as it has bytes."""
    data = encoded(text)
    offsets = Offsets(text, data)
    if BREAKS.search(text):
        data = encoded(BREAKS.sub(lambda found: "\n" * len(encoded(found[0])), text))
    return View(data, offsets)


def view_with_marks(plain: View, found: Iterable[Found], marks: Mapping[str, str | None]) -> View:
    """The text with a mark in the place of each match whose rule has one."""
    pieces: list[bytes] = []
    starts, origins = [0], [0]
    stands_for: list[Found | None] = [None]
    length = done = 0
    for one in found:
        mark = marks[one.rule]
        if mark is None:
            continue
        start, end = plain.offsets.byte(one.start), plain.offsets.byte(one.end)
        pieces += [plain.data[done:start], mark.encode()]
        length += start - done
        after = length + len(pieces[-1])
        starts += [length, after]
        origins += [start, end]
        stands_for += [one, None]
        length, done = after, end
    pieces.append(plain.data[done:])
    return View(b"".join(pieces), plain.offsets, tuple(starts), tuple(origins), tuple(stands_for))


def encoded(text: str) -> bytes:
    """The text in UTF-8, lone surrogates and all."""
    return text.encode("utf-8", "surrogatepass")
