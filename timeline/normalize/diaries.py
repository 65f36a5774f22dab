"""The entries of a diary, each of which counts from the day that heads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from timeline.edtf import Date, bounds, civil, day_number, iso, say, weekday
from timeline.errors import EdtfError
from timeline.model import Document, Found, Span
from timeline.normalize.genre import Stretch, Voice
from timeline.normalize.words import Words, phrase

ENTRIES = 2  # a diary has at least so many
WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Head:
    """What heads an entry, and what of its day it tells; ``alone``: nothing else stands in its line."""

    start: int
    end: int
    text: str
    groups: Mapping[str, str]
    alone: bool = True


def diary_entries(document: Document, found: Sequence[Found], words: Words) -> tuple[Stretch, ...]:
    """The entries of a diary, each below or behind its date, in a text of somebody who says "I" or "we".

    A date heads an entry where it stands alone in its line or begins it ("5 March. Rain."). One without a year takes
    it from the entry before, a day alone ("6th - Wind.") also its month; a weekday is the next one after that entry.
    Empty where the text is no diary.
    """
    text = document.text
    heads = [head for one in found if (head := _head(text, one, words)) is not None]
    if not heads or "year" not in heads[0].groups:
        heads = heads[next((n for n, head in enumerate(heads) if "year" in head.groups), len(heads)) :]
    if not heads:
        return ()
    weekdays = [
        Head(one.start, one.end, one.text, one.groups, not _rest_of_line(text, one.end))
        for one in found
        if one.start > heads[0].start and _is_weekday(text, one, words)
    ]
    entries = len(heads) + sum(one.alone for one in weekdays)
    if entries < ENTRIES or not phrase("first_person", words.language).search(text, heads[0].end):
        return ()
    heads = sorted((*heads, *weekdays, *_days_alone(text, heads, words)), key=attrgetter("start"))
    days: list[str] = []
    for head in heads:
        day = _entry_day(head, words, days[-1] if days else None)
        if day is None:
            return ()
        days.append(day)
    ends = [*(head.start for head in heads[1:]), len(text)]
    return tuple(
        Stretch(
            Span(head.start if number else 0, end),
            Voice("news", f"“{head.text}” heads this entry, which was written {say(day)}."),
            day,
            Span(head.start, head.end) if head.alone or "month" not in head.groups else None,
        )
        for number, (head, day, end) in enumerate(zip(heads, days, ends, strict=True))
    )


def _head(text: str, found: Found, words: Words) -> Head | None:
    """The date as the head of an entry; None where it heads none."""
    if found.reading != "calendar" or not {"month", "day"} <= found.groups.keys():
        return None
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if phrase("before_entry_date", words.language).fullmatch(line) is None:
        return None
    alone = not _rest_of_line(text, found.end)
    if not alone and phrase("behind_entry_day", words.language).match(text, found.end) is None:
        return None
    return Head(found.start, found.end, found.text, found.groups, alone)


def _days_alone(text: str, heads: Sequence[Head], words: Words) -> Iterator[Head]:
    """The days of a month that head entries behind the first date, where entries begin so: "13th - Sunday."."""
    if all(head.alone for head in heads):
        return
    for match in phrase("entry_day_alone", words.language).finditer(text, heads[0].end):
        yield Head(match.start("day"), match.end("day"), match["day"], {"day": match["day"]}, alone=False)


def _is_weekday(text: str, found: Found, words: Words) -> bool:
    """Whether a weekday stands alone at the head of its line: "Tuesday", "Tuesday. Rain."."""
    if found.reading != "weekday" or found.groups.keys() != {"weekday"}:
        return False
    before = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if before.strip(" \t*_#>"):
        return False
    return (
        not _rest_of_line(text, found.end)
        or phrase("behind_entry_day", words.language).match(text, found.end) is not None
    )


def _rest_of_line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].strip(" .:,–—-*_\r")


def _entry_day(head: Head, words: Words, before: str | None) -> str | None:
    groups, last = head.groups, bounds(before).first if before else None
    if "month" not in groups:
        if last is None:
            return None
        if "day" in groups:
            year, month, told = civil(last)
            later = month + (words.day(groups["day"]) < told)
            return _day(year + later // 13, (later - 1) % 12 + 1, words.day(groups["day"]))
        return iso(last + ((words.weekday(groups["weekday"]) - weekday(last)) % WEEK or WEEK))
    month = int(groups["month"]) if groups["month"].isdigit() else words.month(groups["month"])
    day = words.day(groups["day"])
    if "year" in groups:
        return _day(int(groups["year"]), month, day) if groups["year"].isdigit() else None
    if last is None:
        return None
    year = civil(last)[0]
    return _day(year, month, day, last) or _day(year + 1, month, day)


def _day(year: int, month: int, day: int, least: int | None = None) -> str | None:
    """The day, if the calendar has it and it doesn't come before ``least``."""
    try:
        return str(Date(year, month, day)) if least is None or day_number(year, month, day) >= least else None
    except EdtfError:
        return None
