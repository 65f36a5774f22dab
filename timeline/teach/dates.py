"""Dates in words, in the languages of teaching: English as everywhere, the others by the table of their texts.

Each says as much as it simply can: days, months, seasons, years, decades, centuries, from and to, before and after,
one or the other, about, perhaps, early and late. A time of day is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from timeline import edtf
from timeline.edtf import Date, DateSet, DateTime, End, Interval, Run
from timeline.edtf.periods import period
from timeline.edtf.values import SEASONS, SPRING, WINTER
from timeline.languages import load

Table = dict[str, Any]

_PARTS = {"START": "early", "MID": "mid", "END": "late"}
_SIDES = {"BEFORE": "before", "AFTER": "after", "ON_OR_BEFORE": "until", "ON_OR_AFTER": "since"}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@lru_cache(maxsize=8192)
def said(value: str, mod: str | None, language: str) -> str:
    """A date in the words of a language: an EDTF text and TIMEX3's shade of it."""
    if language == "en":
        return edtf.say(value, mod)
    table: Table = load(language, "teach")["dates"]
    date = edtf.parse(value)
    open_side = isinstance(date, Interval) and (isinstance(date.start, End) or isinstance(date.end, End))
    words = _open(date, mod, table) if open_side and isinstance(date, Interval) else _whole(date, table)
    if mod == "APPROX" and not _about(date):
        words = _behind("about", date, words, table)
    if mod in _PARTS:
        words = _behind(_PARTS[mod], date, words, table)
    return _behind(_SIDES[mod], date, words, table) if mod in _SIDES and not open_side else words


def _behind(key: str, date: object, words: str, table: Table) -> str:
    """A date behind words such as "since": many have an article there, and a form of their own for it ("vers le 11
    juin", "jusqu’au printemps 1962")."""
    unit = _with_article(date)
    return _around(f"{key}_{unit}" if unit else key, table, date=_articled(date, words, table))


def _around(key: str, table: Table, **dates: str) -> str:
    """The words of a key around dates, with "à le" as "au" and what else a language draws together."""
    words = str(table[key]).format(**dates)
    for two, one in table["drawn_together"]:
        words = re.sub(rf"\b{two} ", f"{one} ", words)
    return words


def _articled(date: object, words: str, table: Table) -> str:
    """The words of a date, with its article where it is a season; that of the others stands in the words around it."""
    season = _season(date)
    return words if season is None else str(table["season_articles"][season]) + words


def _season(date: object) -> int | None:
    """The number of a season, from 0 for spring."""
    return date.month - SPRING if isinstance(date, Date) and date.month and date.month in SEASONS else None


def _with_article(date: object) -> str:
    if isinstance(date, Interval):
        named = period(date)
        return "century" if named and named.unit in ("century", "millennium") and not named.half else ""
    if not isinstance(date, Date):
        return ""
    if date.masked > 1:
        return "century"
    if date.masked:
        return "decade" if date.year > 0 else ""
    return "season" if date.month in SEASONS else "day" if date.day else ""


def _about(date: object) -> bool:
    return isinstance(date, Date) and date.qualifier in ("~", "%")


def _whole(date: edtf.Edtf, table: Table) -> str:
    match date:
        case Date():
            return _date(date, table)
        case DateTime():
            return _date(date.date, table)
        case DateSet():
            return _set(date, table)
        case Interval(start=Date() as start, end=Date() as end):
            named = period(date)
            if named and named.unit in ("century", "millennium"):
                words = _numbered(table, named.unit, named.number, bc=named.bc)
                half = ("", "first_half", "second_half")[named.half]
                return table[half].format(date=words) if half else words
            if start == end:
                return _date(start, table)
            return _interval(start, end, table)
    raise AssertionError(date)  # an open interval is said by _open


def _set(dates: DateSet, table: Table) -> str:
    words = [_member(member, table) for member in dates.members]
    if all(isinstance(member, Date) for member in dates.members):
        words = _said_once(words, table)
    *before, last = words
    word = str(table["and" if dates.every else "or"])
    return f"{', '.join(before)}{word}{last}" if before else last


def _said_once(words: list[str], table: Table) -> list[str]:
    """The words of several dates; what all share is said once, at the end or, where the year comes first, at the start:
    "11. bis 14. Juli 1961"."""
    parts = [one.split() for one in words]
    if len({len(own) for own in parts}) > 1:
        return words
    first = table["shared"] == "start"
    shared = 0
    while shared < len(parts[0]) - 1 and len({own[shared if first else -1 - shared] for own in parts}) == 1:
        shared += 1
    if not shared:
        return words
    if first:
        return [words[0], *(one.split(maxsplit=shared)[-1] for one in words[1:])]
    return [*(one.rsplit(maxsplit=shared)[0] for one in words[:-1]), words[-1]]


def _member(member: Date | Run, table: Table) -> str:
    if isinstance(member, Date):
        return _date(member, table)
    if member.first and member.last:
        return _interval(member.first, member.last, table)
    date = member.first or member.last
    return _behind("since" if member.first else "until", date, _date(date, table), table)


def _interval(first: Date, last: Date, table: Table) -> str:
    seasons = first.month in SEASONS and last.month in SEASONS
    key = "interval_day" if first.day and last.day else "interval_season" if seasons else "interval"
    start, end = _said_once([_date(first, table), _date(last, table)], table)
    if seasons:
        start, end = _articled(first, start, table), _articled(last, end, table)
    return _around(key, table, first=start, last=end)


def _open(interval: Interval, mod: str | None, table: Table) -> str:
    side, key = (interval.start, "since") if isinstance(interval.start, Date) else (interval.end, "until")
    return _behind(_SIDES.get(mod or "", key), side, _date(side, table), table)


def _date(date: object, table: Table) -> str:
    assert isinstance(date, Date)  # noqa: S101  one end of an interval is a date
    words = _plain(date, table)
    for key, signs in (("about", "~%"), ("perhaps", "?%")):
        if date.qualifier and date.qualifier in signs:
            words = _behind(key, date, words, table) if key == "about" else str(table[key]).format(date=words)
    return words


def _plain(date: Date, table: Table) -> str:
    if date.masked > 1:
        size = 10**date.masked
        last = date.year + size - 1
        number = date.year // size + 1 if date.year >= 0 else -last // size + 1
        return _numbered(table, "century" if date.masked == 2 else "millennium", number, bc=date.year < 0)
    if date.masked:
        if date.year > 0:
            return str(table["decade"]).format(year=date.year)
        first, last = _said_once([_year(date.year, table), _year(date.year + 9, table)], table)
        return str(table["interval"]).format(first=first, last=last)
    year = _year(date.year, table)
    if not date.month:
        return year
    season = _season(date)
    if season is not None:
        years = _winter(date.year, table) if date.month == WINTER else year
        return str(table["season"]).format(season=table["seasons"][season], year=years)
    month = table["months"][date.month - 1]
    if not date.day:
        return str(table["month"]).format(month=month, year=year)
    day = table["first_day"] if date.day == 1 else date.day
    return str(table["day"]).format(day=day, month=month, year=year)


def _year(year: int, table: Table) -> str:
    return _of_era(str(year if year > 0 else 1 - year), year, table)


def _winter(year: int, table: Table) -> str:
    """The two years that a winter lies in, by the one in which it begins."""
    if year == 0:
        return _year(year, table)  # from 1 BC to AD 1: the one in which it begins
    last = -year if year < 0 else year + 1 if year < 1000 or year % 100 == 99 else f"{(year + 1) % 100:02d}"
    return _of_era(str(table["two_years"]).format(first=year if year > 0 else 1 - year, last=last), year, table)


def _of_era(told: str, year: int, table: Table) -> str:
    words = str(table["year"]).format(year=told)
    if year <= 0:
        return str(table["bc"]).format(date=words)
    return str(table["ad"]).format(date=words) if year < 1000 else words


def _numbered(table: Table, unit: str, number: int, *, bc: bool) -> str:
    words = str(table[unit if number > 1 else f"first_{unit}"]).format(number=number, roman=_roman(number))
    return str(table["bc"]).format(date=words) if bc else words


def _roman(number: int) -> str:
    signs = ""
    for worth, sign in _ROMAN:
        signs += sign * (number // worth)
        number %= worth
    return signs
