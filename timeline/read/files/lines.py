"""Printed lines to paragraphs: words put together that a line's end cut, lines at the edges of pages left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 2
"""Lines at the top and at the foot of a page that may be no part of its text."""

_OFTEN = 0.25
"""Share of the pages on which such a line has to come again: heads of left and right pages differ, and of parts too."""

_AT_LEAST = 3
"""Pages on which it has to come again in any case."""

_FULL = 0.8
"""A line shorter than this share of a full one may be the last of a paragraph."""

_HALF = 0.55
"""A line shorter than this share is a heading or one of a list, unless the next one goes on in small letters."""

_NARROW = 25
"""Code points: where full lines are shorter, it is a list or a poem, and lines stay as they are."""

_NUMBER = re.compile(r"\b(?:\d{1,3}|[ivxlc]+)\b")
"""The number of a page. One of four digits is rather a year, which a chronicle may put at the top of each page."""

_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_POINT = re.compile(r"[•◦▪‣·–—*-] |\(?[0-9]{1,2}[.)] |[0-9]{1,2}(?:\.[0-9]{1,2})+\.? ")
_LEADERS = re.compile(r"(?:\. ?){4,}\s*\w{1,6}$")
_CUT = re.compile(r"[^\W\d_]-$")


def without_edges(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], int]:
    """The pages without running heads and page numbers, and how many lines were left out.

    Such a line stands at an edge and comes again on other pages, its numbers apart.
    """
    edges = [_edges(page) for page in pages]
    often = Counter(shape for page, own in zip(pages, edges, strict=True) for shape in {_shape(page[n]) for n in own})
    enough = max(_AT_LEAST, _OFTEN * len(pages))
    kept: list[list[str]] = []
    dropped = 0
    for page, own in zip(pages, edges, strict=True):
        out = {n for n in own if often[_shape(page[n])] >= enough}
        dropped += len(out)
        kept.append([line for n, line in enumerate(page) if n not in out])
    return kept, dropped


def _edges(page: Sequence[str]) -> list[int]:
    written = [n for n, line in enumerate(page) if line.strip()]
    return sorted({*written[:_EDGE], *written[-_EDGE:]}) if len(written) > 2 * _EDGE else written[:1] + written[-1:]


def _shape(line: str) -> str:
    return " ".join(_NUMBER.sub("#", line.casefold()).split())


def unwrapped(pages: Sequence[Sequence[str]]) -> tuple[str, list[int | None]]:
    """The text of the pages in paragraphs, a blank line between them, and where each page begins in it.

    None for a page without text. A paragraph goes on over the end of a page; a word cut by a hyphen is put together,
    unless the pages have it with its hyphen within a line.
    """
    full = _full_line([line for page in pages for line in page])
    hyphened = {word for page in pages for line in page for word in re.findall(r"\w+-\w+", line.lower())}
    parts: list[str] = []
    starts: list[int | None] = []
    size, last, blank = 0, "", False
    for page in pages:
        start: int | None = None
        for raw in page:
            line = " ".join(raw.split())
            if not line:
                blank = True
                continue
            glue = "" if not parts else _glue(last, line, full, blank and start is not None, hyphened)
            if glue == "-":
                parts[-1], size, glue = parts[-1][:-1], size - 1, ""
            start = size + len(glue) if start is None else start
            parts += [glue, line] if glue else [line]
            size += len(glue) + len(line)
            last, blank = line, False
        starts.append(start)
    return "".join(parts), starts


def _full_line(lines: list[str]) -> int:
    """The length of a full line in code points: nine of ten are no longer."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _glue(last: str, line: str, full: int, blank: bool, hyphened: set[str]) -> str:
    """What comes between two lines: a new paragraph, a space, nothing, or "-" where a hyphen is to go."""
    if _LEADERS.search(last):  # of a table of contents
        return "\n"
    if full < _NARROW:
        return "\n\n" if blank else "\n"
    small = line[0].islower()
    if blank and (not small or len(last) < _HALF * full):
        return "\n\n"
    if small and _CUT.search(last) and len(last) > 1:
        whole = last.split()[-1].lower() + re.match(r"\w*", line)[0].lower()  # type: ignore[index]  # matches always
        return "" if whole.strip("\"'“‘(") in hyphened else "-"
    if _POINT.match(line) and (_ENDS.search(last) or len(last) < _FULL * full):
        return "\n\n"
    ended = _ENDS.search(last) is not None
    if (ended and len(last) < _FULL * full) or (len(last) < _HALF * full and not small):
        return "\n\n"
    return " " if _spaced(last, line) else ""


def _spaced(last: str, line: str) -> bool:
    """Whether the script puts a space between the two: Chinese and Japanese put none."""
    return not (_wide(last[-1]) and _wide(line[0]))


def _wide(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
