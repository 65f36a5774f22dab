"""What a collection tells of the day on which an undated article was written.

A report says "died yesterday", and another article dates the death to the day: then it was written on the day after.
Two sentences tell of the same where they share words that carry meaning, months and weekdays apart; how many they
must share depends on what else agrees.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter

from timeline.edtf import bounds, civil, day_number, month_length
from timeline.languages import folder_of
from timeline.model import Document, Found, Mention
from timeline.normalize.context import is_marked, sentence_at
from timeline.normalize.kin import stems_of
from timeline.normalize.known import LOOKED_AT
from timeline.normalize.words import words_of

ON_THE_DAY = 2  # shared words that are enough where the day and month agree as well
ALONE = 2  # shared words that are needed beside a name, where nothing else agrees
LONG = 1000  # code points on either side of a date, beyond which a sentence tells of something else
REPORTED = 2  # days after which a report still brings news
CALENDAR = ("months", "months_short", "weekdays", "seasons", "deictic")
NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class DayTold:
    """A date that a document writes in full, with the words of its sentence. ``day`` is None for a longer stretch."""

    mention: Mention
    day: int | None
    year: int
    stems: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class DaysTold:
    """What the collection dates: by month and day, and by the stems of the words that tell it."""

    by_day: Mapping[tuple[int, int], Sequence[DayTold]] = field(default_factory=dict)
    by_stem: Mapping[str, Sequence[DayTold]] = field(default_factory=dict)


def days_told(documents: Iterable[Document], mentions: Iterable[Mention]) -> DaysTold:
    """Every date of a year or less that the documents write in full, with its sentence."""
    texts = {document.id: document for document in documents}
    by_day: dict[tuple[int, int], list[DayTold]] = {}
    by_stem: dict[str, list[DayTold]] = {}
    for mention in mentions:
        if mention.grade != "A" or mention.edtf is None or mention.outcome != "open" or mention.type != "DATE":
            continue
        b = bounds(mention.edtf)
        if b.first is None or b.last is None or civil(b.first)[0] != civil(b.last)[0]:
            continue
        document = texts[mention.document]
        sentence, language = _telling(document, mention), folder_of(document.language)
        day = b.first if b.first == b.last else None
        told = DayTold(mention, day, civil(b.first)[0], *_stems_and_names(sentence, language))
        if day is not None:
            by_day.setdefault(civil(day)[1:], []).append(told)
        for stem in told.stems:
            by_stem.setdefault(stem, []).append(told)
    return DaysTold(by_day, by_stem)


def _telling(document: Document, mention: Mention) -> str:
    """The sentence of a date; where that is nothing but the date, as in a chronicle, the one behind it."""
    sentence = _sentence(document, mention.start)
    if len(sentence.strip(".:–—- ")) > len(mention.text):
        return sentence
    number = bisect_right(document.sentences, mention.start, key=attrgetter("start"))
    return _sentence(document, document.sentences[number].start) if number < len(document.sentences) else sentence


def _sentence(document: Document, at: int) -> str:
    """The words of the sentence around ``at``, as far as a sentence of any use reaches."""
    span = sentence_at(document, at)
    return document.text[max(span.start, at - LONG) : min(span.end, at + LONG)]


def told_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words that carry meaning; months and days of the week carry none here."""
    return stems_of(text) - _calendar_words(language)


@lru_cache(maxsize=64)
def _stems_and_names(sentence: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a sentence, and those of its words with a capital letter; kept, since each date asks for them."""
    return told_stems(sentence, language), names_in(sentence, language)


def names_in(text: str, language: str) -> frozenset[str]:
    """The stems of the words with a capital letter."""
    return told_stems(" ".join(NAME.findall(text)), language)


@cache
def _calendar_words(language: str) -> frozenset[str]:
    tables = words_of(language).tables
    named = (word for table in CALENDAR for word in tables.get(table, ()))
    return stems_of(" ".join(named))


def years_of_day(
    document: Document, found: Sequence[Found], months_and_days: Sequence[tuple[int, int]], days: DaysTold
) -> dict[int, DayTold]:
    """The years in which other articles date what this one reports to one of these days (month, day)."""
    stems = told_stems(" ".join(_reported(document, found)), folder_of(document.language))
    years: dict[int, DayTold] = {}
    for day in months_and_days:
        for told in days.by_day.get(day, ()):
            if told.mention.document != document.id and len(told.stems & stems) >= ON_THE_DAY:
                years.setdefault(told.year, told)
    return years


def _reported(document: Document, found: Sequence[Found]) -> Iterator[str]:
    """What the article reports: its title, its first two sentences, and those that say "yesterday" or "today"."""
    yield document.title or ""
    body = [s for s in document.sentences if document.zone_at(s.end - 1) == "body"][:2]
    said = [sentence_at(document, one.start) for one in found if one.reading == "deictic"]
    for span in dict.fromkeys((*body, *said)):
        yield document.text[span.start : min(span.end, span.start + LONG)]


def said_of_day(document: Document, found: Sequence[Found], days: DaysTold) -> Iterator[tuple[Found, int, DayTold]]:
    """Each "yesterday" or "today" with the day (its number) from which it must count, as another article dates it."""
    words = words_of(folder_of(document.language))
    for one in found:
        if "deictic" not in one.groups or is_marked(document.text, one.start, words.language):
            continue
        offset = words.look_up("deictic", one.groups["deictic"])
        if one.reading == "ago-beside":
            years = words.count(one.groups["count"]) if offset == 0 else None
            for told in _same(document, one, days) if years else ():
                if told.day is not None and years is not None:
                    year, month, day = civil(told.day)
                    written = day_number(year + years, month, min(day, month_length(year + years, month)))
                    yield one, written, told
        elif -REPORTED <= offset <= 0:
            for told in _same(document, one, days):
                if told.day is not None:
                    yield one, told.day - offset, told


def said_of_years(document: Document, found: Sequence[Found], days: DaysTold) -> Iterator[tuple[Found, int, DayTold]]:
    """Each "twenty years ago" with the year from which it must count, as another article dates what was then."""
    words = words_of(folder_of(document.language))
    for one in found:
        if (
            one.reading not in {"ago", "ago-beside"}
            or "around" in one.groups
            or is_marked(document.text, one.start, words.language)
        ):
            continue
        count = words.count(one.groups["count"])
        if count is not None and (one.reading == "ago-beside" or words.unit(one.groups["unit"]) == "Y"):
            for told in _same(document, one, days):
                yield one, told.year + count, told


def _same(document: Document, found: Found, days: DaysTold) -> Iterator[DayTold]:
    """What other articles date with the words of the sentence in which the found words stand."""
    sentence = _sentence(document, found.start)
    language = folder_of(document.language)
    stems, names = _stems_and_names(sentence, language)
    stems -= names
    seen: set[int] = set()
    for stem in names:
        for told in days.by_stem.get(stem, ())[:LOOKED_AT]:
            if id(told) in seen:
                continue
            seen.add(id(told))
            if told.names.isdisjoint(names) or told.mention.document == document.id:
                continue
            if len((told.stems & stems) - told.names) >= ALONE:
                yield told
