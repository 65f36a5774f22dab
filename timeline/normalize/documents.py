"""When was each article written? Evidence from its own text and from the whole collection.

In this order: what the metadata give; what the text says of itself ("appeared on 16 July 2021"); a dateline without
a year, as far as the rest narrows that down; an anniversary that it celebrates, of something that this or another
article dates; what it says of yesterday, or of twenty years ago, where another article dates that; and else only
bounds, the latest past date that it tells and the first deadline. Never a bare guess: each answer carries its reason.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from timeline.edtf import Date, Edtf, End, Interval, bounds, civil, day_number, iso, parse, say, width
from timeline.languages import folder_of
from timeline.model import Document, Found, Mention, Published
from timeline.normalize.anniversaries import marked_thing
from timeline.normalize.arithmetic import year_of
from timeline.normalize.context import is_marked, sentence_at, usable
from timeline.normalize.datelines import Limit, Limits, Line, by_dateline, dateline
from timeline.normalize.diaries import diary_entries
from timeline.normalize.direction import CLAUSE, looks_ahead
from timeline.normalize.evidence import REPORTED, DaysTold, DayTold, said_of_day, said_of_years, years_of_day
from timeline.normalize.twoways import settle, two_days
from timeline.normalize.words import Words, phrase, words_of

YEAR = 366
NO_DAYS = DaysTold()


def date_document(
    document: Document, found: Sequence[Found], mentions: Sequence[Mention], days: DaysTold = NO_DAYS
) -> Document:
    """The document with its date: given, stated, inferred, or bounded, each with the reason.

    ``found`` and ``mentions`` are its own, read without knowing its date; ``days`` is what the collection dates.
    One that is told with its day and month either way round is settled by the text where it can be.
    """
    if document.published.origin not in {"given", "stated"}:
        answer = _of_diary(document, found) or _stated(document, mentions) or _inferred(document, found, mentions, days)
        if answer is None:
            return document
        document = replace(document, published=answer)
    if two_days(document.published.edtf) is None:
        return document
    return replace(document, published=settle(document, found, _limits(document, found, mentions)))


def is_dated(document: Document) -> bool:
    """Whether nothing is left to work out of a document's date, as far as others count from it."""
    return usable(document) is not None and two_days(document.published.edtf) is None


def _of_diary(document: Document, found: Sequence[Found]) -> Published | None:
    """The days from the first entry of a diary to the last."""
    entries = [
        day for one in diary_entries(document, found, words_of(folder_of(document.language))) if (day := one.written)
    ]
    if not entries:
        return None
    edtf = f"{min(entries)}/{max(entries)}"
    return Published(edtf, "stated", f"it is a diary: each of its {len(entries)} entries bears its date")


def _inferred(
    document: Document, found: Sequence[Found], mentions: Sequence[Mention], days: DaysTold
) -> Published | None:
    celebrating = _celebrating(document, found, mentions)
    limits = _limits(document, found, mentions)
    ago = _agreed(said_of_years(document, found, days), lambda year: limits.hold(day_number(year, 12, 31)))
    line = dateline(document, found)
    if line is not None:
        named = [_year_named(celebrating), ago, _reported_days(document, found, line, days)]
        return by_dateline(document, found, line, limits, named)
    if celebrating:
        return celebrating
    on_day = _agreed(said_of_day(document, found, days), limits.hold)
    for numbers, shown in ((on_day, iso), (ago, _year_text)):
        for number, why in numbers.items():
            return Published(shown(number), "inferred", f"{why}; so it was written {say(shown(number))}")
    return _between(limits)


def _limits(document: Document, found: Sequence[Found], mentions: Sequence[Mention]) -> Limits:
    """The days between which it was written; the first alone where they can't both hold."""
    limits = Limits(_after_latest(document, found, mentions), _before_deadline(document, mentions))
    if limits.first and limits.last and limits.last.day < limits.first.day:
        return Limits(limits.first, None)
    return limits


def _reported_days(document: Document, found: Sequence[Found], line: Line, days: DaysTold) -> dict[int, str]:
    """The years in which other articles date what this one reports to its day or one of the two before."""
    leap = day_number(2000, line.month, line.day)
    near = [civil(leap - back)[1:] for back in range(REPORTED + 1)]
    told = years_of_day(document, found, near, days)
    return {
        year + (one.day is not None and civil(one.day)[1] > line.month): (
            f"another article dates what it reports “{one.mention.text}”"
        )
        for year, one in told.items()
    }


def _year_text(year: int) -> str:
    return str(Date(year))


def _year_named(celebrating: Published | None) -> dict[int, str]:
    year = year_of(celebrating.edtf) if celebrating and celebrating.edtf else None
    return {} if celebrating is None or year is None else {year: celebrating.reason}


def _agreed(said: Iterable[tuple[Found, int, DayTold]], holds: Callable[[int], bool]) -> dict[int, str]:
    """What all the evidence that fits says, with its reason; empty where it says more than one thing."""
    numbers = {
        number: f"it says “{one.text}” of what another article dates “{told.mention.text}”"
        for one, number, told in said
        if holds(number)
    }
    return numbers if len(numbers) == 1 else {}


def _between(limits: Limits) -> Published | None:
    """The bounds, where nothing says more."""
    first, last = limits.first, limits.last
    if first is None:
        return None  # a deadline alone leaves all the time before it
    reasons = "; ".join(limit.why for limit in (first, last) if limit)
    return Published(f"{first.edtf}/{last.edtf if last else '..'}", "inferred", f"only a bound: {reasons}")


def _stated(document: Document, mentions: Sequence[Mention]) -> Published | None:
    """The most precise date in a line that speaks of publication."""
    lines = [z for z in document.zones if z.kind in {"publication", "dateline"}]
    dated = [
        (width(m.edtf), m)
        for m in mentions
        if m.edtf and m.grade == "A" and m.type == "DATE" and any(z.span.holds(m.start, m.end) for z in lines)
    ]
    fitting = [(w, m) for w, m in dated if w is not None and w <= YEAR]
    if not fitting:
        return None
    _, mention = min(fitting, key=lambda pair: (pair[0], pair[1].start))
    zone = next(z for z in lines if z.span.holds(mention.start, mention.end))
    return Published(mention.edtf, "stated", f"“{mention.text}” stands in its text; {zone.reason}")


def _celebrating(document: Document, found: Sequence[Found], mentions: Sequence[Mention]) -> Published | None:
    """The month (or year) of an anniversary that the article celebrates, if it tells of nothing later."""
    language = folder_of(document.language)
    anniversaries = [one for one in found if one.reading == "anniversary"]
    if not anniversaries:
        return None
    by_start = {m.start: m for m in reversed(mentions)}
    latest = max(map(_year_told, mentions), default=-math.inf)
    for one in anniversaries:
        reading = by_start.get(one.start)
        if reading is None or reading.edtf is None or not reading.implied:
            continue
        if reading.anchor and reading.anchor.kind == "mention":
            continue  # the text itself dates the celebration: that may have been long ago
        marked = reading.implied[0].edtf
        target, year = year_of(marked), year_of(reading.edtf)
        if target is None or year is None or latest > year:
            continue
        first, last = bounds(marked).first, bounds(marked).last
        span = sentence_at(document, one.start)
        thing = marked_thing(document.text, span.start, span.end, one)[0]
        thing = thing if phrase("determined", language).match(thing) else f"“{thing}”"
        reason = f"it speaks of the {one.text} of {thing}, which is dated {say(marked)}"
        behind = document.text[max(one.end, reading.implied[0].end) : span.end]
        if _lies_back(document.text[span.start : one.start], behind, language):
            return Published(f"{reading.edtf}/..", "inferred", f"only a bound: {reason}, and of what was done then")
        if first is not None and first == last:
            _, month, _ = civil(first)
            return Published(
                str(Date(year, month)),
                "inferred",
                f"{reason}; so it was written about {say(reading.edtf)}",
            )
        return Published(str(Date(year)), "inferred", f"{reason}; so it was written in {year}")
    return None


def _lies_back(before: str, behind: str, language: str) -> bool:
    """Whether the words around an anniversary say that it is past, or that something was done for it."""
    return bool(phrase("made_for", language).search(before) or phrase("was_kept", language).match(behind))


def _year_told(mention: Mention) -> float:
    """The year in which a date that is written in full begins; before all others where it is none."""
    if mention.edtf is None or mention.grade != "A" or mention.outcome != "open":
        return -math.inf
    first = bounds(mention.edtf).first
    return -math.inf if first is None else civil(first)[0]


def _after_latest(document: Document, found: Sequence[Found], mentions: Sequence[Mention]) -> Limit | None:
    """The latest date that the article tells of as past; of a period that isn't told as over, its beginning."""
    lasting = {one.start for one in found if one.reading == "period"}
    told = []
    words = words_of(folder_of(document.language))
    for m in filter(_written_in_full, mentions):
        value: Edtf | End = parse(m.edtf or "")
        if isinstance(value, Interval):
            begun = isinstance(value.end, End) or m.start in lasting
            value = value.start if begun else value.end
        if isinstance(value, Date) and (first := bounds(value).first) is not None:
            told.append((first, -m.start, m, value))
    told.sort(key=lambda one: one[:2], reverse=True)
    past = (one for one in told if not _is_ahead(document, one[2], words))
    if (last := next(past, None)) is None:
        return None
    first, _, latest, value = last
    limit = Date(civil(first)[0]) if value.masked or value.qualifier else value
    day = bounds(limit).first
    return Limit(first if day is None else day, str(limit), f"“{latest.text}” is the latest date that it tells")


def _is_ahead(document: Document, mention: Mention, words: Words) -> bool:
    """Whether the text tells of the date as of one to come."""
    return looks_ahead(document, sentence_at(document, mention.start), mention.start, words, mention.end)


def _before_deadline(document: Document, mentions: Sequence[Mention]) -> Limit | None:
    """The first date of which the article says that something will have happened by then."""
    language = folder_of(document.language)
    coming = []
    for m in mentions:
        if not _written_in_full(m) or is_marked(document.text, m.start, language):
            continue
        clause = document.text[max(sentence_at(document, m.start).start, m.start - CLAUSE) : m.start]
        if not phrase("still_to_come", language).search(phrase("clause_end", language).split(clause)[-1].lower()):
            continue
        value: Edtf | End = parse(m.edtf or "")
        if isinstance(value, Interval):
            value = value.start if isinstance(value.end, End) else value.end
        if isinstance(value, Date) and not value.qualifier and (last := bounds(value).last) is not None:
            coming.append((last, m.start, m, value))
    if not coming:
        return None
    last, _, first, value = min(coming, key=lambda one: one[:2])
    limit = Date(civil(last)[0]) if value.masked else value
    return Limit(last, str(limit), f"“{first.text}” is still to come")


def _written_in_full(mention: Mention) -> bool:
    return mention.edtf is not None and mention.grade == "A" and mention.outcome == "open" and mention.type == "DATE"
