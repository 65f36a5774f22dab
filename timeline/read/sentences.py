"""Text to sentences: spans that the text itself has proved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sentencex import get_sentence_boundaries

from timeline import languages
from timeline.model import Span

# Form feed, next line, line and paragraph separator break lines too. Universal newlines left only "\n" of the rest.
LINE_BREAK = re.compile("[\n\x0b\x0c\x85\u2028\u2029]")

# sentencex takes each of them for one byte long and gives up on "Plan A." with one before the stop.
_WIDE_BLANK = re.compile(r"[^\S\x00-\x7f]")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"'])([^\s(\[“\"']+)\.$")
_FULL_STOP = re.compile(r"[。！？]+(?![」』”’）)。！？])")  # ends a sentence, whatever follows without a space
_DATE_GOES_ON = re.compile(r"(?:.*\D)?\d{4}\.(?: ?\d{1,2}\.)?\n\d{1,2}\.", re.DOTALL)  # "1953. 7. 27.", cut
_LOWER = re.compile(r"[a-z]")


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of ``text`` in order, trimmed of white space. A line break always ends one.

    Offsets count code points. They come from sentencex and are held against the text: a line whose pieces
    are not found where they are said to be is one sentence.
    """
    sentences: list[Span] = []
    start = 0
    for end in [*(found.start() for found in LINE_BREAK.finditer(text)), len(text)]:
        line = text[start:end]
        if line.strip():
            sentences += [Span(start + a, start + b) for a, b in _split_line(line, language)]
        start = end + 1
    return tuple(sentences)


def _split_line(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a line that is not blank."""
    held: int | None = None
    for start, end in _pieces(line, language):
        first = start if held is None else held
        if end < len(line) and _goes_on(line[first:end].strip(), line[end:].lstrip(), language):
            held = first
            continue
        held = None
        sentence = line[first:end]
        if sentence.strip():
            lead = len(sentence) - len(sentence.lstrip())
            yield first + lead, first + len(sentence.rstrip())


def _pieces(line: str, language: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    line = _WIDE_BLANK.sub(" ", line)
    at = 0
    for boundary in get_sentence_boundaries(language, line):
        start, end = boundary["start_index"], boundary["end_index"]
        if start != at or line[start:end] != boundary["text"]:
            return [(0, len(line))]
        cuts = (stop.end() for stop in _FULL_STOP.finditer(line, start, end) if stop.end() < end)
        pieces += pairwise([start, *cuts, end])
        at = end
    return pieces if at == len(line) else [(0, len(line))]


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the sentence that seems to end with ``before`` goes on with ``after``."""
    if _LIST_NUMBER.fullmatch(before) or _DATE_GOES_ON.match(f"{before[-9:]}\n{after[:3]}"):
        return True
    always, before_number = _abbreviations(language.partition("-")[0])
    if not always:
        return False
    found = _LAST_WORD.search(before)
    if not found or not after:
        return False
    word, number = found[1].lower(), after[0].isdigit()
    return word in always or (word in before_number and number) or bool(_LOWER.match(after))


@cache
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = languages.load(language, "sentences")
    return frozenset(data.get("always", ())), frozenset(data.get("before_number", ()))
