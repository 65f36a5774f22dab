"""Values in words for people: "11 July 1961", "early 1990s", "the 5th century BC", "1914 or 1915".

Words never claim more than the value. Days stand before months, as in British English.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.edtf.compare import value_of
from timeline.edtf.periods import Period, period
from timeline.edtf.values import (
    AUTUMN,
    SEASONS,
    SPRING,
    SUMMER,
    UNSPECIFIED,
    WINTER,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    Qualifier,
    Run,
)

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SEASONS = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}
_QUALIFIERS: dict[Qualifier, str] = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_APPROXIMATE: dict[Qualifier, Qualifier] = {"": "~", "~": "~", "?": "%", "%": "%"}

# How START, MID and END are said: of a unit of time, of a day, and of a longer phrase.
_PART = {"START": "early ", "MID": "mid-", "END": "late "}
_PART_OF_DAY = {"START": "early on ", "MID": "the middle of ", "END": "late on "}
_PART_OF_PHRASE = {"START": "the early part of ", "MID": "the middle of ", "END": "the late part of "}

_SIDE = {"BEFORE": "before {}", "AFTER": "after {}", "ON_OR_BEFORE": "{} or earlier", "ON_OR_AFTER": "{} or later"}
_OPEN_START = {"BEFORE", "ON_OR_BEFORE"}
_OPEN_END = {"AFTER", "ON_OR_AFTER"}


@lru_cache(maxsize=8192)  # as many as texts that parse keeps
def say(value: Edtf | str, mod: str | None = None, *, inside: bool = False) -> str:
    """A value in words.

    ``mod`` is TIMEX3's shade: START, MID, END ("early 1990s"), APPROX ("about 1850"), BEFORE, AFTER,
    ON_OR_BEFORE, ON_OR_AFTER. It tells "before 1453" (BEFORE) from "until 1453", for EDTF writes both as
    ``../1453``; and so "after 1945" (AFTER) from "since 1945". The mods of durations (LESS_THAN and its like)
    change nothing. ``inside`` a sentence a part of a decade keeps its article: "the early 1990s".
    """
    value = value_of(value)
    match value:
        case Date():
            words = _date(value, mod, inside=inside)
        case DateTime():
            words = f"{_date(value.date)}, {_clock(value.time)}"
        case DateSet():
            words = _phrase(_set(value), mod)
        case Interval(start=Date(), end=Date()):
            words = _closed(value, mod)
        case Interval():
            return _open(value, mod)
    return _SIDE[mod].format(words) if mod in _SIDE else words


# Dates


def _date(date: Date, mod: str | None = None, *, inside: bool = False) -> str:
    """A date in words. ``inside`` a phrase a decade keeps its article: "since the early 1990s"."""
    if mod == "APPROX":
        date = replace(date, qualifier=_APPROXIMATE[date.qualifier])
    words = " ".join(_parts(replace(date, qualifier="") if date.qualifier else date))
    if mod in _PART:
        if words.startswith(("the years ", "some ")):
            words = _PART_OF_PHRASE[mod] + words.removeprefix("the years ")
        elif words.startswith("the "):
            words = f"{'the ' if inside or date.qualifier else ''}{_PART[mod]}{words.removeprefix('the ')}"
        else:
            words = (_PART_OF_DAY if date.day else _PART)[mod] + words
    elif not inside:
        words = words.removeprefix("the years ")
    return _QUALIFIERS[date.qualifier] + words


def _parts(date: Date) -> list[str]:
    """The words of a date, so cut that dates may share their last ones: 5 · July · 2021, 220 · BC."""
    if date.masked:
        parts = [_masked(date)]
    elif date.month is None:
        parts = [f"{1 - date.year:{_grouped(1 - date.year)}}", "BC"] if date.year <= 0 else [_year(date.year)]
    elif date.month == UNSPECIFIED:
        parts = [f"some {'month of' if date.day is None else 'day in'} {_year(date.year)}"]
    elif date.month == WINTER:
        parts = [f"winter {_two_years(date.year)}"]
    elif date.month in SEASONS:
        parts = [_SEASONS[date.month], _year(date.year)]
    elif date.day == UNSPECIFIED:
        parts = [f"some day in {_MONTHS[date.month]} {_year(date.year)}"]
    else:
        parts = [_MONTHS[date.month], _year(date.year)]
        if date.day:
            parts.insert(0, str(date.day))
    parts[0] = _QUALIFIERS[date.qualifier] + parts[0]
    return parts


def _year(year: int) -> str:
    """A year as people count: there is no year 0, and early years of our era bear an AD."""
    if year <= 0:
        return f"{1 - year:{_grouped(1 - year)}} BC"
    return f"AD {year}" if year < 1000 else f"{year:{_grouped(year)}}"


def _grouped(year: int) -> str:
    return "," if year >= 10_000 else ""


def _two_years(year: int) -> str:
    """The two years that a winter lies in: 1941–42, 1999–2000, 218–217 BC."""
    after = year + 1
    if after <= 0:
        return f"{1 - year}–{_year(after)}"
    if year < 1000 or year // 100 != after // 100:
        return f"{_year(year)}–{_year(after) if year <= 0 else after}"
    return f"{year}–{after % 100:02d}"


def _masked(date: Date) -> str:
    """A decade, century or millennium, with its article."""
    first, last = date.year, date.year + 10**date.masked - 1
    if date.masked > 1:
        size = 10**date.masked
        number = first // size + 1 if first >= 0 else -last // size + 1
        return _century("century" if date.masked == 2 else "millennium", number, bc=first < 0)
    # "The 1900s" may be a hundred years, "the 2000s" only the decade. BC, 220 to 211 (-021X) is no "220s".
    if first > 0 and (first % 100 or first == 2000):
        return f"the {first}s{' AD' if first < 1000 else ''}"
    return f"the years {_joined([Date(first), Date(last)], 'to')}"


def _century(unit: str, number: int, *, bc: bool) -> str:
    early = number <= (10 if unit == "century" else 1)
    return f"the {_ordinal(number)} {unit}{' BC' if bc else ' AD' if early else ''}"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _clock(time: str) -> str:
    """A time of day: 10:00, 10:00:30, 10:00 UTC, 10:00 UTC+05:30."""
    clock, zone = time[:8].removesuffix(":00"), time[8:]
    return f"{clock} UTC{zone.removeprefix('Z')}" if zone else clock


# Several dates


def _joined(dates: Sequence[Date], word: str) -> str:
    """Dates joined by "to", "or", "and"; what they share at the end is said once: 5 to 11 July 2021, 212 or 211 BC."""
    parts = [_parts(date) for date in dates]
    shared = 0
    if len({len(p) for p in parts}) == 1 and len({date.qualifier for date in dates}) == 1:
        while shared < len(parts[0]) - 1 and len({p[-1 - shared] for p in parts}) == 1:
            shared += 1
    return _listed([" ".join(p[: len(p) - shared]) for p in parts[:-1]] + [" ".join(parts[-1])], word)


def _listed(words: Sequence[str], word: str) -> str:
    *before, last = words
    return f"{', '.join(before)} {word} {last}" if before else last


def _between(start: Date, end: Date) -> str:
    """From a date to a date; "from" is said where it keeps "about" and "some" to the date that they belong to."""
    vague = any(date.qualifier or UNSPECIFIED in (date.month, date.day) for date in (start, end))
    return f"{'from ' if vague else ''}{_joined([start, end], 'to')}"


def _set(dates: DateSet) -> str:
    word = "and" if dates.every else "or"
    plain = [member for member in dates.members if isinstance(member, Date)]
    if len(plain) == len(dates.members):
        return _joined(plain, word)
    return _listed(
        [_date(m, inside=True) if isinstance(m, Date) else _run(m, dates.every) for m in dates.members], word
    )


def _run(run: Run, every: bool) -> str:
    if run.first and run.last:
        return _between(run.first, run.last)
    if run.last:
        return f"up to {_date(run.last, inside=True)}" if every else f"{_date(run.last)} or earlier"
    first = run.first
    assert first is not None  # noqa: S101  a run without any date can't be made
    return f"from {_date(first, inside=True)} on" if every else f"{_date(first)} or later"


def _phrase(words: str, mod: str | None) -> str:
    """A longer phrase with START, MID, END or APPROX."""
    if mod == "APPROX":
        return words if "about" in words else f"about {words}"
    return _PART_OF_PHRASE[mod] + words if mod in _PART_OF_PHRASE else words


# Intervals


def _closed(interval: Interval, mod: str | None) -> str:
    named = period(interval)
    if named:
        words = _named(named)
        if mod in _PART and not named.half:
            return _PART[mod] + words.removeprefix("the ")
        return _phrase(words, mod)
    start, end = interval.start, interval.end
    assert isinstance(start, Date)  # noqa: S101  what a closed interval is
    assert isinstance(end, Date)  # noqa: S101
    if start == end:
        return _date(start, mod) if start.day else _phrase(f"within {_date(start, inside=True)}", mod)
    return _phrase(_between(start, end), mod)


def _named(named: Period) -> str:
    if named.unit == "decade":
        return f"the {named.number}s BC"
    words = _century(named.unit, named.number, bc=named.bc)
    return f"the {('first', 'second')[named.half - 1]} half of {words}" if named.half else words


def _open(interval: Interval, mod: str | None) -> str:
    """An interval with one date: since, until, before, after."""
    start, end = interval.start, interval.end
    if isinstance(start, Date):
        words = _date(start, mod, inside=True)
        if end is End.UNKNOWN:
            return f"from {words}, end unknown"
        return _SIDE[mod].format(words) if mod in _OPEN_END else f"since {words}"
    assert isinstance(end, Date)  # noqa: S101  one end of an interval is a date
    words = _date(end, mod, inside=True)
    if start is End.UNKNOWN:
        return f"until {words}, start unknown"
    return _SIDE[mod].format(words) if mod in _OPEN_START else f"until {words}"
