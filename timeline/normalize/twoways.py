"""The day of an article whose date reads two ways, "03-02-2009": what its own text says of that day decides.

A reading falls out where something in the text can't be: a date told as past that lies behind it, a weekday that it
isn't, a "last month" that is no month of which the text speaks. What leaves both, or neither, decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from timeline.edtf import Date, DateSet, bounds, civil, day_number, iso, month_length, parse, say
from timeline.languages import folder_of
from timeline.model import Document, Found, Published
from timeline.normalize.context import is_marked, sentence_at
from timeline.normalize.datelines import Check, Limits, Line, dateline, weekday_checks
from timeline.normalize.direction import direction
from timeline.normalize.words import Words, phrase, words_of

LATE = 2  # days after its dateline on which an article still appears
ONE_YEAR = 275  # days, nine months: farther away nobody tells a day without its year


def two_days(published: str | None) -> tuple[int, int] | None:
    """The two days (their numbers) that an EDTF date leaves because its day and month may change places, else None."""
    if not published or not published.startswith("["):
        return None
    value = parse(published)
    if not isinstance(value, DateSet) or len(value.members) != 2:
        return None
    one, other = value.members
    if not isinstance(one, Date) or not isinstance(other, Date) or one.day is None or one.year != other.year:
        return None
    if (one.month, one.day) != (other.day, other.month):
        return None
    first, last = bounds(one).first, bounds(other).first
    return None if first is None or last is None else (first, last)


def settle(document: Document, found: Sequence[Found], limits: Limits) -> Published:
    """The document's date, which is one of ``two_days``: the one that its text leaves, else both, with the reason.

    ``limits`` are what the text tells as past and as still to come.
    """
    published = document.published
    days = two_days(published.edtf)
    if days is None or published.edtf is None:
        return published
    every = _signs(document, found, limits, civil(days[0])[0])
    signs = [sign for sign in every if sign.fits(days[0]) or sign.fits(days[1])]  # else it speaks of something else
    left = [day for day in days if all(sign.fits(day) for sign in signs)]
    telling = dict.fromkeys(sign.why for sign in signs if sign.fits(days[0]) != sign.fits(days[1]))
    both = f"{published.reason}; its day and month may stand either way round"
    if len(left) == 1:
        edtf = iso(left[0])
        return Published(edtf, published.origin, f"{both}, and only {say(edtf)} fits: {'; '.join(telling)}")
    open_ = f"what the text says speaks against each ({'; '.join(telling)})" if telling else "nothing in it tells which"
    return Published(published.edtf, published.origin, f"{both}, and {open_}")


def _signs(document: Document, found: Sequence[Found], limits: Limits, year: int) -> Iterator[Check]:
    words = words_of(folder_of(document.language))
    if limits.first or limits.last:
        yield Check(limits.hold, "; ".join(limit.why for limit in (limits.first, limits.last) if limit))
    yield from weekday_checks(document, found)
    line = dateline(document, found)
    if line is not None:
        yield Check(lambda day: 0 <= day - _day_of(line, year) <= LATE, f"“{line.text}” stands at its head")
    yield from _days_named(document, found, year, words)
    yield from _months_named(document, found, words)


def _days_named(document: Document, found: Sequence[Found], year: int, words: Words) -> Iterator[Check]:
    """ "Today, 3 February", and days without a year, which lie no more than nine months away."""
    before: Found | None = None
    for one in found:
        beside, before = before, one
        if one.reading != "calendar" or not {"month", "day"} <= one.groups.keys() or "year" in one.groups:
            continue
        line = Line(one.text, words.month(one.groups["month"]), words.day(one.groups["day"]))
        if is_marked(document.text, one.start, words.language) or line.day > month_length(year, line.month):
            continue
        if beside is not None and beside.reading == "deictic" and _same_day(document, beside, one, words):
            offset = words.look_up("deictic", beside.groups["deictic"])
            yield Check(_is_on(line, year, offset), f"“{beside.text}” is {one.text}")
            continue
        looks = direction(document, sentence_at(document, one.start), one.start, words, one.end)
        if looks in {-1, 2}:
            told = "as past" if looks < 0 else "as still to come"
            yield Check(_lies_near(line, ahead=looks > 0), f"“{one.text}” is told {told}")


def _same_day(document: Document, one: Found, other: Found, words: Words) -> bool:
    return phrase("same_day", words.language).fullmatch(document.text[one.end : other.start]) is not None


def _is_on(line: Line, year: int, offset: int) -> Callable[[int], bool]:
    return lambda day: day + offset == _day_of(line, year)


def _lies_near(line: Line, *, ahead: bool) -> Callable[[int], bool]:
    """Whether the day lies within nine months before a day, or after it."""

    def fits(day: int) -> bool:
        around = (_day_of(line, civil(day)[0] + step) for step in (-1, 0, 1))
        return any(0 <= (there - day if ahead else day - there) <= ONE_YEAR for there in around)

    return fits


def _day_of(line: Line, year: int) -> int:
    return day_number(year, line.month, min(line.day, month_length(year, line.month)))


def _months_named(document: Document, found: Sequence[Found], words: Words) -> Iterator[Check]:
    """ "Last month" and "next month" in a text that names one of the months which that may be, in another sentence."""
    named: dict[int, set[int]] = {}
    for one in found:
        if one.reading == "calendar" and "month" in one.groups and "day" not in one.groups:
            month = one.groups["month"]
            if "year" not in one.groups and not month.isdigit():
                named.setdefault(words.month(month), set()).add(sentence_at(document, one.start).start)
    for one in found:
        if one.reading != "relative" or words.unit(one.groups["unit"]) != "M" or "count" in one.groups:
            continue
        step = words.look_up("ways", one.groups["way"])
        own = sentence_at(document, one.start).start
        others = {month for month, at in named.items() if at - {own}}
        yield Check(_is_month(step, others), f"“{one.text}” is then a month that it names")


def _is_month(step: int, named: set[int]) -> Callable[[int], bool]:
    return lambda day: (civil(day)[1] - 1 + step) % 12 + 1 in named
