"""Text to sentences: spans that the text itself has proved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sentencex import get_sentence_boundaries

from timeline import languages
from timeline.model import Span

# Form feed, next line, line and paragraph separator break lines too. Universal newlines left only "\n" of the rest.
LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"

# sentencex takes each of them for one byte long and gives up on "Plan A." with one before the stop.
_WIDE_BLANK = re.compile(r"[^\S\x00-\x7f]")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.")
_LAST_WORD = re.compile(r"\.([^\s(\[“\"']+)")  # read backwards
_NOT_BLANK = re.compile(r"\S")
_FULL_STOP = re.compile(r"[。！？]+(?![」』”’）)。！？])")  # ends a sentence, whatever follows without a space
_DATE_GOES_ON = re.compile(r"(?:.*\D)?\d{4}\.(?: ?\d{1,2}\.)?\n\d{1,2}\.", re.DOTALL)  # "1953. 7. 27.", cut
_LOWER = re.compile(r"[a-z]")
_ENDING = re.compile(r"[^\w\s,;:\"'“”‘’()\[\]–—-]")  # without such a character no sentence ends
_STRETCH = 4000  # code points: the time that sentencex takes grows faster than a text full of quotation marks
_LONGEST_WORD = 60  # code points: no abbreviation or number of a list is longer


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of ``text`` in order, trimmed of white space. A line break always ends one.

    Offsets count code points. They come from sentencex and are held against the text: a line whose pieces
    are not found where they are said to be is one sentence.
    """
    sentences: list[Span] = []
    start = 0
    for line in lines_of(text):
        if line and not line.isspace():
            sentences += [Span(start + a, start + b) for a, b in _split_line(line, language)]
        start += len(line) + 1
    return tuple(sentences)


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` without what breaks them, which is one code point each."""
    for sign in LINE_BREAKS:
        text = text.replace(sign, "\n")
    return text.split("\n")


def _split_line(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a line that is not blank."""
    first: int | None = None  # where the sentence begins that goes on
    for start, end in _pieces(line, language):
        first = start if first is None else first
        if end < len(line) and _goes_on(line, first, end, language):
            continue
        sentence = line[first:end].rstrip()
        if sentence:
            yield first + len(sentence) - len(sentence.lstrip()), first + len(sentence)
        first = None


def _pieces(line: str, language: str) -> list[tuple[int, int]]:
    """Where sentencex ends sentences. It gets a long line in stretches, each from the last end found in that before."""
    pieces: list[tuple[int, int]] = []
    line = line if line.isascii() else _WIDE_BLANK.sub(" ", line)
    at = 0
    while at < len(line):
        stretch = line[at : at + _STRETCH]
        ends = _ends(stretch, language) if _ENDING.search(stretch) else [len(stretch)]
        if at + len(stretch) < len(line) and len(ends) > 1:
            ends.pop()
        for end in ends:
            pieces.append((pieces[-1][1] if pieces else 0, at + end))
        at += ends[-1]
    return pieces


def _ends(stretch: str, language: str) -> list[int]:
    ends = [0]
    run_on = not stretch.isascii() and _FULL_STOP.search(stretch) is not None
    for boundary in get_sentence_boundaries(language, stretch):
        start, end = boundary["start_index"], boundary["end_index"]
        if start != ends[-1] or stretch[start:end] != boundary["text"]:
            return [len(stretch)]
        if run_on:
            ends += [stop.end() for stop in _FULL_STOP.finditer(stretch, start, end) if stop.end() < end]
        ends.append(end)
    return ends[1:] if ends[-1] == len(stretch) else [len(stretch)]


def _goes_on(line: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence that seems to end at ``end`` goes on there. Looks no further back than a word is long."""
    before = line[max(start, end - _LONGEST_WORD) : end].strip()
    after = _NOT_BLANK.search(line, end) if before.endswith(".") else None
    if not after:
        return False
    following = line[after.start() : after.start() + 3]
    number = following[0].isdigit()
    if end - start <= _LONGEST_WORD and _LIST_NUMBER.fullmatch(before):
        return True
    if number and before[-2:-1].isdigit() and _DATE_GOES_ON.match(f"{before[-9:]}\n{following}"):
        return True
    always, before_number = _abbreviations(language.partition("-")[0])
    found = _LAST_WORD.match(before[::-1]) if always else None
    if not found:
        return False
    word = found[1][::-1].lower()
    return word in always or (word in before_number and number) or bool(_LOWER.match(following))


@cache
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = languages.load(language, "sentences")
    return frozenset(data.get("always", ())), frozenset(data.get("before_number", ()))
