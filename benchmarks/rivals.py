"""The rivals that install from PyPI, each as one function from a text and its date to the dates found in it.

An adapter adds nothing to its library but what the comparison needs: offsets where the library gives only words, and
a datetime cut to what the words show ("March 1961" is 1961-03, not 1961-03-01). A library that reads one phrase at
a time is given the text sentence by sentence. Each is imported only when it is asked for, and may be missing:
``pip install ".[bench]"`` brings them.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

Prediction = tuple[int, int, str, str]  # start, end, TIMEX3 type, TIMEX3 value
Reader = Callable[[str, dt.datetime], list[Prediction]]

SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s)|(?=\n)|$)")
MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
DAY = re.compile(r"(?i)\b(?:[0-3]?\d)(?:st|nd|rd|th)?\b")
FIGURES = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
OF_A_DAY = re.compile(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|days?)\b")
CLOCK = re.compile(r"(?i)\d:\d\d|\d ?[ap]\.?m\b|\bnoon\b|\bmidnight\b|\bhours?\b|\bminutes?\b")


def visible(words: str, moment: dt.datetime) -> tuple[str, str]:
    """TIMEX3 type and value of a datetime, no finer than its words."""
    year, lower = f"{moment.year:04d}", words.lower()
    if CLOCK.search(words):
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    if FIGURES.search(words) or OF_A_DAY.search(words):
        return "DATE", moment.strftime("%Y-%m-%d")
    if month := MONTH.search(words):
        beside = words[: month.start()] + " " + words[month.end() :]
        return "DATE", moment.strftime("%Y-%m-%d" if DAY.search(beside) else "%Y-%m")
    if "week" in lower:
        return "DATE", "{:04d}-W{:02d}".format(*moment.isocalendar())
    if "month" in lower:
        return "DATE", f"{year}-{moment.month:02d}"
    if "centur" in lower:
        return "DATE", year[:2]
    if "decade" in lower or re.search(r"\d0'?s\b", lower):
        return "DATE", year[:3]
    if "year" in lower or re.search(r"\b\d{4}\b", words):
        return "DATE", year
    return "DATE", moment.strftime("%Y-%m-%d")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with their starts, cut at full stops and line ends."""
    for match in SENTENCE.finditer(text):
        yield match.start(), match[0]


def dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": now}) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append((start, at, *visible(words, moment)))
        return found

    return read


def datefinder() -> Reader:
    import datefinder

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        found = []
        for at, sentence in sentences(text):
            for moment, words, (start, end) in datefinder.find_dates(sentence, source=True, index=True, base_date=now):
                found.append((at + start, at + end, *visible(words, moment)))
        return found

    return read


def parsedatetime() -> Reader:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        return [(start, end, *visible(words, moment)) for moment, _, start, end, words in calendar.nlp(text, now) or ()]

    return read


def timexy() -> Reader:
    import spacy
    from timexy import Timexy  # noqa: F401  spaCy knows the pipe once this is imported

    language = spacy.blank("en")
    language.max_length = 10_000_000
    language.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    value_of = re.compile(r'type="(\w+)" value="([^"]*)"')

    def read(text: str, now: dt.datetime) -> list[Prediction]:  # noqa: ARG001  it knows no reference date
        found = []
        for entity in language(text).ents:
            kind, value = value_of.search(entity.kb_id_).groups()
            if kind == "DATE" and value[:4].isdigit():
                kind, value = visible(entity.text, dt.datetime.fromisoformat(value))
            found.append((entity.start_char, entity.end_char, kind, value))
        return found

    return read


def recognizers() -> Reader:
    from recognizers_date_time import Culture, DateTimeOptions, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English, DateTimeOptions.NONE, lazy_initialization=False).get_datetime_model()

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        found = []
        for at, sentence in sentences(text):
            for one in model.parse(sentence, now):
                first = ((one.resolution or {}).get("values") or [{}])[0]
                kind = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}
                told = kind.get(first.get("type", ""), "DATE")
                found.append((at + one.start, at + one.end + 1, told, _timex_of(first)))
        return found

    return read


def _timex_of(candidate: dict[str, str]) -> str:
    """The value of a candidate; the calendar date worked out where its TIMEX leaves the year open."""
    timex = candidate.get("timex", "").strip("()").split(",")[0]
    if timex.startswith("XXXX"):
        worked_out = candidate.get("value") or candidate.get("start") or ""
        if re.match(r"\d{4}-\d\d-\d\d", worked_out) and candidate.get("type") != "set":
            return worked_out[: len(timex)] if "W" not in timex else worked_out[:10]
    return timex


def ctparse() -> Reader:
    from ctparse import ctparse as parse

    logging.getLogger("ctparse").setLevel(logging.ERROR)  # it warns of every sentence without a date

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        found = []
        for at, sentence in sentences(text):
            best = parse(sentence, ts=now, timeout=0.5, latent_time=False)
            one = best.resolution if best else None
            if one is not None:
                found.append((at + one.mstart, at + one.mend, *_of_ctparse(one)))
        return found

    return read


def _of_ctparse(one: Any) -> tuple[str, str]:
    if type(one).__name__ == "Duration":
        return "DURATION", f"P{one.value}{one.unit.value[0].upper()}"
    if type(one).__name__ == "Interval":
        one = one.t_from or one.t_to
    value = f"{one.year:04d}" if one.year else "XXXX"
    for part in (one.month, one.day):
        if part:
            value += f"-{part:02d}"
    if one.hour is not None:
        return "TIME", f"{value}T{one.hour:02d}:{one.minute or 0:02d}"
    return "DATE", value


def timefhuman() -> Reader:
    from timefhuman import tfhConfig
    from timefhuman import timefhuman as parse

    def read(text: str, now: dt.datetime) -> list[Prediction]:
        found = []
        for at, sentence in sentences(text):
            told = parse(sentence, config=tfhConfig(now=now, return_matched_text=True))
            for words, (start, end), meant in told or ():
                found.append((at + start, at + end, *_of_timefhuman(words, meant)))
        return found

    return read


def _of_timefhuman(words: str, meant: Any) -> tuple[str, str]:
    while isinstance(meant, list | tuple) and meant:
        meant = meant[0]
    if isinstance(meant, dt.timedelta):
        return "DURATION", f"P{meant.days}D"
    return visible(words, meant) if isinstance(meant, dt.datetime) else ("DATE", "")


RIVALS: dict[str, Callable[[], Reader]] = {
    "dateparser": dateparser,
    "datefinder": datefinder,
    "parsedatetime": parsedatetime,
    "timexy": timexy,
    "recognizers": recognizers,
    "ctparse": ctparse,
    "timefhuman": timefhuman,
}
