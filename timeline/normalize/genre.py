"""What a text is, and what each paragraph of it: news, which counts from its own date, or a history.

The text is judged first, by how its dates with a year and its words like "yesterday" are mixed; then each paragraph
may differ: news tells what led to it, a history begins with what a visitor sees today. A diary is news at each
entry, from the date that heads it: see diaries.py.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from timeline.edtf import Bounds, bounds, civil, day_number, weekday
from timeline.errors import EdtfError
from timeline.model import Document, Found, Genre, Span
from timeline.normalize.context import Reading, begins_sentence, is_marked, sentence_at
from timeline.normalize.direction import direction
from timeline.normalize.words import SAID_AGAIN, Words, phrase
from timeline.normalize.years import has_year

DEICTIC = frozenset(
    (
        "weekday", "deictic", "relative", "ago", "ago-beside", "of-unit", "weekday-of-week", "weekday-week", "weekend",
        "ahead", "day-of-month",
    )
)  # fmt: skip
LOOSE = 0.25  # what "today", "this week" and "ten years ago" count, which a history has too
MANY = 4  # dates with a year to one word like "yesterday" make a history
CLOSE = frozenset(("D", "W", "W2", "WE", "M", "Q"))  # units that only a report counts by
PARAGRAPH = re.compile(r"""\n(?:(?<=[.!?”")\]。！？؟]\r\n)|[ \t\r]*\n\s*|(?<=[.!?”")\]。！？؟]\n))""")
"""The end of what parts two paragraphs: an empty line, or the end of a line where a sentence ends."""

TWO_MONTHS = 61  # days
COMPARED = 24  # code points before a date
TAIL = 8  # code points: no longer marks end a sentence

COUNTING = {
    "news": "so a date without a year counts from the day of writing",
    "narrative": "so a date without a year belongs to the story",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """The genre of a stretch of text, and why, in words."""

    genre: Genre
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with one voice. ``written``: the date (EDTF) that heads it, ``head`` where that stands."""

    span: Span
    voice: Voice
    written: str | None = None
    head: Span | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice of the text, and its stretches in order; they cover it."""

    text: Voice
    stretches: tuple[Stretch, ...]


def stretch_at(stretches: Sequence[Stretch], start: int) -> Stretch:
    """The stretch that holds the code point ``start``."""
    if len(stretches) == 1:
        return stretches[0]
    return stretches[max(0, bisect_right(stretches, start, key=attrgetter("span.start")) - 1)]


def voices(
    document: Document,
    found: Sequence[Found],
    readings: Sequence[Reading | None],
    words: Words,
    *,
    published: Bounds | None,
    genre: Genre | None,
    entries: tuple[Stretch, ...] = (),
) -> Voices:
    """The voices of a text. ``readings`` are of what hangs on nothing; ``genre`` is what the caller says that it is.

    ``entries`` are those of a diary, if it is one.
    """
    whole = Span(0, len(document.text))
    if genre is not None:
        given = Voice(genre, f"The text is taken as {_called(genre)}, as was asked, {COUNTING[genre]}.")
        return Voices(given, (Stretch(whole, given),))
    if entries:
        return Voices(entries[0].voice, entries)
    own = None if published is None or published.first is None else civil(published.first)[0]
    marks = [_mark(document, one, reading, words, own, published) for one, reading in zip(found, readings, strict=True)]
    told = judge(document, marks, dated=published is not None)
    return Voices(told, tuple(_by_paragraph(document, marks, told, words)))


class Mark(NamedTuple):
    """What a found date says of its paragraph's genre.

    ``deictic``: how much it speaks for a report, ``sure`` that no history has it; ``year``: the one that it names,
    ``past`` that this is before the text's own, ``begins`` that it begins its sentence; ``month``: that it names a
    month, ``yearless`` that it names one and no year.
    """

    found: Found
    deictic: float = 0.0
    sure: bool = False
    year: int | None = None
    past: bool = False
    begins: bool = False
    month: bool = False
    yearless: bool = False


def _mark(
    document: Document, found: Found, reading: Reading | None, words: Words, own: int | None, published: Bounds | None
) -> Mark:
    """What the found words say; ``own`` is the year of the text itself."""
    if found.reading == "open" and found.parts["part"].reading in DEICTIC:
        found = found.parts["part"]  # "since Thursday" speaks as "Thursday" does
    if found.reading == "weekday" and _of_some_week(document.text, found, words):
        return Mark(found)
    if found.reading in DEICTIC:
        weight = 0.0 if is_marked(document.text, found.start, words.language) else _deictic(found, words)
        return Mark(found, weight, sure=weight == 1 and found.reading in {"deictic", "ago"})
    edtf = reading.edtf if reading and reading.grade == "A" else None
    if own is not None and _compared(document, found, words):
        return Mark(found)
    dated = has_year(found)
    if edtf is not None and dated:
        first = bounds(edtf).first
        year = None if first is None else civil(first)[0]
        past = year is not None and (own is None or year < own)
        past = past and not is_marked(document.text, found.start, words.language)
        begins = past and begins_sentence(document.text, found.start)
        return Mark(found, year=year, past=past, begins=begins, month=_names_month(found))
    yearless = not dated and _names_month(found)
    if yearless and _falls_near(found, words, published):
        return Mark(found, 1.0, sure=True, month=True)
    return Mark(found, month=yearless, yearless=yearless)


def _of_some_week(text: str, found: Found, words: Words) -> bool:
    """Whether a weekday says which day of the week it was, "it was a Friday", or is a story's own, "on the Friday"."""
    own = phrase("on_the_weekday", words.language).search(text[max(0, found.start - COMPARED) : found.end])
    before = text[max(0, found.start - COMPARED) : found.start].lower().split()
    return own is not None or (bool(before) and words.is_article(before[-1]))


def _falls_near(found: Found, words: Words, published: Bounds | None) -> bool:
    """Whether a weekday, day and month fit together within two months of the writing, as its own do."""
    groups = found.groups
    if not {"weekday", "month", "day"} <= groups.keys() or published is None or published.first != published.last:
        return False
    for year in range(civil(published.first or 0)[0] - 1, civil(published.first or 0)[0] + 2):
        try:
            day = day_number(year, words.month(groups["month"]), words.day(groups["day"]))
        except EdtfError:
            continue
        if abs(day - (published.first or 0)) <= TWO_MONTHS:
            return weekday(day) == words.weekday(groups["weekday"])
    return False


def _compared(document: Document, found: Found, words: Words) -> bool:
    """Whether the date is only what something new is measured by: "the first rise since 2005", "more than in 2009"."""
    start = min(part.start for part in found.parts.values()) if found.parts else found.start
    return _compares(document.text[max(0, start - COMPARED) : start], words.language)


@lru_cache(maxsize=SAID_AGAIN)
def _compares(before: str, language: str) -> bool:
    """Whether what follows these words is only compared with."""
    return phrase("compared_before", language).search(before) is not None


def _names_month(found: Found) -> bool:
    return any(name.endswith("month") for name in found.groups) or any(map(_names_month, found.parts.values()))


def _deictic(found: Found, words: Words) -> float:
    """One for "yesterday", "on Monday", "last week"; less for "today", "this week", "ten years ago"."""
    if found.reading == "deictic":
        return LOOSE if words.look_up("deictic", found.groups["deictic"]) == 0 else 1.0
    unit = found.groups.get("unit")
    if found.reading in {"relative", "ago"} and unit is not None:
        if "way" in found.groups and words.look_up("ways", found.groups["way"]) == 0:
            return LOOSE
        known = words.season(unit) or unit.lower() in words.tables["months"]
        return 1.0 if known or words.unit(unit) in CLOSE else LOOSE
    return LOOSE if found.reading == "ago-beside" else 1.0


def judge(document: Document, marks: Sequence[Mark], *, dated: bool) -> Voice:
    """News or history, for the text as a whole.

    A dateline makes it news. Else it is a history where dates with a year outnumber words like "yesterday" four to
    one, or at all where nothing dates the text but one of them does in full; in an article with a date of its own, a
    year or two told in passing don't make a history.
    """
    deictic = sum(mark.deictic for mark in marks)
    years = sum(mark.year is not None for mark in marks)
    if any(zone.kind == "dateline" for zone in document.zones):
        return Voice("news", f"The text begins with a dateline, as news does, {COUNTING['news']}.")
    passing = dated and years < MANY and 2 * years <= len(document.sentences)
    full = not dated and any(mark.year is not None and mark.month for mark in marks)
    many = 1 if full else MANY  # of a text without a date nothing counts but what it tells in full
    genre: Genre = "narrative" if years and years >= many * deictic and not passing else "news"
    words = sum(mark.deictic > 0 for mark in marks)
    counted = f"{_many(years, 'date')} with a year, {_many(words, 'word')} like “yesterday”"
    return Voice(genre, f"The text reads as {_called(genre)} ({counted}), {COUNTING[genre]}.")


def _called(genre: Genre) -> str:
    return "news" if genre == "news" else "a history"


def _many(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'s' * (count != 1)}"


def _by_paragraph(document: Document, marks: Sequence[Mark], told: Voice, words: Words) -> Iterator[Stretch]:
    """The paragraphs, each with its voice; neighbours of one voice are one stretch.

    A paragraph without a sign of its own goes with those around it where they agree, else with the text.
    """
    spans = list(paragraphs(document.text))
    shared = list(_shared_out(spans, marks))
    signs = [_sign(document, own, told, words) for own in shared]
    following: list[Voice | None] = []
    after: Voice | None = None
    for sign in reversed(signs):
        following.append(after)
        after = sign or after
    before: Voice | None = None
    start, voice = 0, told
    for span, marked, sign, after in zip(spans, shared, signs, reversed(following), strict=True):
        agreed = before if before and after and before.genre == after.genre else told
        own = sign or agreed
        before = sign or before
        if own.genre != voice.genre:
            turn = _turn(document, span, marked) if own.genre == "narrative" else span.start
            if turn > start:
                yield Stretch(Span(start, turn), voice)
            start, voice = turn, own
        elif start == span.start:
            voice = own
    yield Stretch(Span(start, len(document.text)), voice)


def _turn(document: Document, span: Span, marks: Sequence[Mark]) -> int:
    """Where a paragraph turns to the past: with the sentence of its first past year."""
    first = next((mark for mark in marks if mark.past), None)
    return span.start if first is None else max(span.start, sentence_at(document, first.found.start).start)


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text: parted by an empty line, or by a line that ends where a sentence does."""
    start = 0
    for gap in PARAGRAPH.finditer(text):
        yield Span(start, gap.end())
        start = gap.end()
    yield Span(start, len(text))


def _shared_out(spans: Sequence[Span], marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks of each paragraph."""
    number = 0
    for span in spans:
        own = []
        while number < len(marks) and marks[number].found.start < span.end:
            own.append(marks[number])
            number += 1
        yield own


def _sign(document: Document, marks: Sequence[Mark], told: Voice, words: Words) -> Voice | None:
    """What the paragraph's own dates say that it is; None where they don't say."""
    deictic = sum(mark.deictic for mark in marks)
    years = sum(mark.year is not None for mark in marks)
    sure = told.genre == "news" or any(mark.sure for mark in marks)
    if sure and deictic >= 1 and years < MANY * deictic:
        word = next(mark.found.text for mark in marks if mark.deictic)
        return Voice("news", f"Its paragraph speaks of “{word}”, {COUNTING['news']}.")
    past = [mark for mark in marks if mark.past]
    if told.genre == "narrative":
        return told if years else None
    if years < MANY * deictic or any(mark.yearless and _ahead(document, mark, words) for mark in marks):
        return told if marks else None
    if _is_history(document, marks, past):
        names = ", ".join(dict.fromkeys(f"“{mark.found.text}”" for mark in past[:3]))
        return Voice("narrative", f"Its paragraph tells of past years ({names}), {COUNTING['narrative']}.")
    return None


def _is_history(document: Document, marks: Sequence[Mark], past: Sequence[Mark]) -> bool:
    """Whether past years carry a paragraph of news, and aren't told in passing: "the firm, founded in 1908, …".

    They do where one begins its sentence, where two sentences have one, where a full date has its sentence to itself,
    and where a sentence ends with one and the next has a date without a year.
    """
    if any(mark.begins for mark in past):
        return True
    sentences = {_sentence(document, mark) for mark in past}
    yearless = {_sentence(document, mark) for mark in marks if mark.month and mark.year is None}
    whole = {_sentence(document, mark) for mark in past if mark.month}
    return len(sentences) > 1 or bool(whole - yearless) or any(_ends(document, mark, yearless) for mark in past)


def _ahead(document: Document, mark: Mark, words: Words) -> bool:
    """Whether it speaks of what is to come."""
    return direction(document, _sentence(document, mark), mark.found.start, words, mark.found.end) > 1


def _sentence(document: Document, mark: Mark) -> Span:
    return sentence_at(document, mark.found.start)


def _ends(document: Document, mark: Mark, before: Set[Span]) -> bool:
    """Whether a sentence ends with the date, and one of those ``before`` which it stands is the next."""
    end = _sentence(document, mark).end
    if end - mark.found.end > TAIL or document.text[mark.found.end : end].strip('.!?”"’) '):
        return False
    return any(not document.text[end : span.start].strip() for span in before if span.start >= end)
