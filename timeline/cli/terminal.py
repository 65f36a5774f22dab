"""What is written to a terminal: safe text, columns that fit, a progress bar."""

from __future__ import annotations

import io
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TextIO

# An article may hold anything. Raw on a terminal, these move the cursor, hide text or run the writing backwards.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str) -> str:
    """``text`` on one line, with the sign for an unknown character in place of each control character."""
    return _STEERING.sub("\ufffd", " ".join(re.split(r"[ \t\n]+", text)))


def prepare_streams() -> None:
    """Nothing; afterwards no character can stop the program on a terminal that can't show it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(sentence: str) -> None:
    """Writes one sentence to stderr."""
    print(safe(sentence), file=sys.stderr)


def columns(stream: TextIO) -> int | None:
    """The width of the terminal that ``stream`` writes to, in characters; None where it is no terminal."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def count(number: int, what: str) -> str:
    """A number and its noun: "1 event", "12 events"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def width(text: str) -> int:
    """How many columns a terminal takes for ``text``: two for a wide East Asian character, none for an accent."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, limit: int) -> list[str]:
    """``text`` in lines of at most ``limit`` columns, broken between words where it can be."""
    lines = [""]
    for word in text.split():
        rest = word
        joined = f"{lines[-1]} {rest}".lstrip()
        if width(joined) <= limit:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        while width(rest) > limit:
            end = max(1, next(n for n in range(len(rest), -1, -1) if width(rest[:n]) <= limit))
            lines[-1:] = [rest[:end], ""]
            rest = rest[end:]
        lines[-1] = rest
    return lines


def table(rows: Sequence[Sequence[str]], flexible: int, limit: int | None) -> Iterator[str]:
    """The lines of a table, the first row being its heads.

    The column ``flexible`` is wrapped so that the table fits into ``limit`` columns; None wraps nothing.
    Where too little would be left for it, each row becomes a small paragraph.
    """
    cells = [[safe(cell) for cell in row] for row in rows]
    widths = [max(width(row[i]) for row in cells) for i in range(len(cells[0]))]
    if limit is not None:
        room = limit - sum(widths) + widths[flexible] - 2 * (len(widths) - 1)
        if room < 24:
            yield from _paragraphs(cells[1:], limit)
            return
        widths[flexible] = min(widths[flexible], room)
    heads, *body = cells
    yield from _row(heads, widths, flexible)
    yield "  ".join("-" * w for w in widths)
    for row in body:
        yield from _row(row, widths, flexible)


def _row(cells: Sequence[str], widths: Sequence[int], flexible: int) -> Iterator[str]:
    for number, part in enumerate(wrapped(cells[flexible], max(1, widths[flexible]))):
        line = [part if i == flexible else cell if number == 0 else "" for i, cell in enumerate(cells)]
        padded = (cell + " " * (w - width(cell)) for cell, w in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _paragraphs(rows: Sequence[Sequence[str]], limit: int) -> Iterator[str]:
    for first, *others in rows:
        yield from wrapped(first, max(1, limit))
        for other in others:
            yield from (f"  {line}" for line in wrapped(other, max(1, limit - 2)))


class Progress:
    """A bar on stderr while work goes on, gone when it ends; nothing where stderr is no terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._limit = columns(self._stream)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._limit:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Shows that ``done`` of ``total`` steps are done and what the next is about."""
        if not self._limit:
            return
        full = 24 * done // max(1, total)
        head = f"[{'#' * full}{' ' * (24 - full)}] {done}/{total} "
        words = wrapped(safe(name), max(1, self._limit - len(head) - 1))[0]
        self._stream.write(f"\r\x1b[K{head}{words}")
        self._stream.flush()
