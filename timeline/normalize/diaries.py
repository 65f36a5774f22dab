"""The entries of a diary, each of which counts from the day that heads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from timeline.edtf import Date, bounds, civil, day_number, iso, parse, say, weekday
from timeline.errors import EdtfError
from timeline.model import Document, Found, Span
from timeline.normalize.genre import Stretch, Voice
from timeline.normalize.words import Words, phrase

ENTRIES = 2  # a diary has at least so many
WEEK = 7  # days


def diary_entries(document: Document, found: Sequence[Found], words: Words) -> tuple[Stretch, ...]:
    """The entries of a diary: lines that hold only a date, each before words of somebody who says "I" or "we".

    A date without a year takes it from the entry before; a weekday alone is the next one after that entry, and may
    begin the entry's first line ("Tuesday. Rain."). Empty where the text is no diary.
    """
    dated = [one for one in found if _heads_entry(document.text, one, words)]
    weekdays = [one for one in found if dated and one.start > dated[0].start and _is_weekday(document.text, one, words)]
    alone = [one for one in weekdays if not _rest_of_line(document.text, one)]
    if len(dated) + len(alone) < ENTRIES or not phrase("first_person", words.language).search(
        document.text, dated[0].end
    ):
        return ()
    heads = sorted((*dated, *weekdays), key=attrgetter("start"))
    days: list[str] = []
    for head in heads:
        day = _entry_day(head, words, days[-1] if days else None)
        if day is None:
            return ()
        days.append(day)
    ends = [*(head.start for head in heads[1:]), len(document.text)]
    return tuple(
        Stretch(
            Span(head.start if number else 0, end),
            Voice("news", f"“{head.text}” heads this entry, which was written {say(day)}."),
            day,
            Span(head.start, head.end),
        )
        for number, (head, day, end) in enumerate(zip(heads, days, ends, strict=True))
    )


def _heads_entry(text: str, found: Found, words: Words) -> bool:
    if found.reading != "calendar" or not {"month", "day"} <= found.groups.keys():
        return False
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    return phrase("before_entry_date", words.language).fullmatch(line) is not None and not _rest_of_line(text, found)


def _is_weekday(text: str, found: Found, words: Words) -> bool:
    """Whether a weekday stands alone at the head of its line: "Tuesday", "Tuesday. Rain."."""
    if found.reading != "weekday" or found.groups.keys() != {"weekday"}:
        return False
    before = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if before.strip(" \t*_#>"):
        return False
    return (
        not _rest_of_line(text, found) or phrase("behind_entry_day", words.language).match(text, found.end) is not None
    )


def _rest_of_line(text: str, found: Found) -> str:
    end = text.find("\n", found.end)
    return text[found.end : end if end >= 0 else len(text)].strip(" .:,–—-*_\r")


def _entry_day(head: Found, words: Words, before: str | None) -> str | None:
    groups: Mapping[str, str] = head.groups
    if "weekday" in groups and "month" not in groups:
        last = bounds(before).first if before else None
        return None if last is None else iso(last + ((words.weekday(groups["weekday"]) - weekday(last)) % WEEK or WEEK))
    month = int(groups["month"]) if groups["month"].isdigit() else words.month(groups["month"])
    day = words.day(groups["day"])
    try:
        if "year" in groups:
            return str(parse(f"{int(groups['year']):04d}-{month:02d}-{day:02d}"))
        if before is None:
            return None
        last = bounds(before).first
        if last is None:
            return None
        year = civil(last)[0]
        return str(Date(year + (day_number(year, month, day) < last), month, day))
    except (EdtfError, ValueError):
        return None
