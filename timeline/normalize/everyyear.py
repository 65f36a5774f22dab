"""Whether a date without a year is that of any year: "in winter it is closed", "the fair is held in May".

A text about what still goes on tells it in the present: such a date belongs to no year of the story.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.languages.periods import plain_name
from timeline.model import Document, Found
from timeline.normalize.context import Reading, sentence_at, set_aside
from timeline.normalize.feasts import by_name
from timeline.normalize.timex import SEASONS
from timeline.normalize.words import SAID_AGAIN, Words, phrase, phrases
from timeline.normalize.years import has_year

PLAIN = frozenset(("calendar", "holiday", "season-plain", "nth-weekday", "range-days", "range-months", "days-listed"))
JOINED = frozenset(("range", "open-from"))  # readings of two such dates, or of one and its limit
LINES = 600  # code points before the date that the year at the head of its line is looked for in
NEAR = 120  # code points before the date that its verb is looked for in
BEHIND = 80  # code points behind a season that its verb is looked for in
WHY = "comes every year, and no year of it is meant"


def of_any_year(found: Found, document: Document, language: str, *, history: bool = True) -> bool:
    """Whether words that name no year mean that day, month or season of any year.

    What "is held in May" is so in a ``history``; news may speak of the May to come, and a chronicle tells its years in
    the present: "1952: The dam is closed in April".
    """
    if not _is_yearless(found):
        return False
    text = document.text
    near = text[max(0, found.start - NEAR) : found.end + BEHIND]
    if not _cued(near, language):
        return False
    span = sentence_at(document, found.start)
    before = text[max(span.start, found.start - NEAR) : found.start]
    if phrase("each_year_behind", language).match(text, found.end, span.end):
        return True
    if phrase("each_year_before", language).search(before):
        return True
    if found.reading == "season-plain":
        bare = " " not in found.text and phrase("any_season_before", language).search(before)
        if bare and (
            phrase("any_season_behind", language).match(text, found.end, span.end)
            or phrase("two_seasons", language).search(text, span.start, span.end)
        ):
            return True
    if not history or phrase("held_every_year", language).search(before) is None:
        return False
    above = text[max(0, found.start - LINES) : found.start].rstrip().split("\n")
    return not any(phrase("chronicle_line", language).match(line) for line in above[-1:] + above[:-1][-2:])


@lru_cache(maxsize=SAID_AGAIN)
def _cued(near: str, language: str) -> bool:
    """Whether a word stands near without which no date is that of any year."""
    return any(map(near.__contains__, phrases(language).get("any_year_cues", ())))


def any_year(found: Found, words: Words) -> Reading:
    """The date without its year, as TIMEX3 writes what comes again."""
    return set_aside(_value(found, words), WHY)


def _is_yearless(found: Found) -> bool:
    if found.reading in JOINED:
        return bool(found.parts) and all(map(_is_yearless, found.parts.values()))
    if found.reading == "nth-weekday":
        return "year" not in found.groups  # its number counts no years
    return found.reading in PLAIN and not has_year(found)


def _value(found: Found, words: Words) -> str:
    groups = found.groups
    if found.reading == "calendar":
        day = f"-{words.day(groups['day']):02d}" if "day" in groups else ""
        return f"XXXX-{words.month(groups['month']):02d}{day}"
    if found.reading == "season-plain" and (season := words.season(groups["season"])):
        return f"XXXX-{SEASONS[season]}"
    if found.reading == "holiday":
        fixed = by_name(words.language)[plain_name(groups["holiday"])]["rules"][-1]
        if fixed["kind"] == "fixed":
            return f"XXXX-{fixed['month']:02d}-{fixed['day']:02d}"
    return "P1Y"
