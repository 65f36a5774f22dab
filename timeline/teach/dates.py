"""Dates in words, in the languages of teaching: English as everywhere, the others by the table of their texts.

Each says as much as it simply can: days, months, seasons, years, decades, centuries, from and to, before and after,
one or the other, about, perhaps, early and late. A time of day is left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from timeline import edtf
from timeline.edtf import Date, DateSet, DateTime, End, Interval, Run
from timeline.edtf.periods import period
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
        words = _template("about", date, table).format(date=words)
    if mod in _PARTS:
        words = table[_PARTS[mod]].format(date=words)
    return _template(_SIDES[mod], date, table).format(date=words) if mod in _SIDES and not open_side else words


def _template(key: str, date: object, table: Table) -> str:
    """The words around a date; days, centuries and decades have an article in some languages ("vers le 11 juin")."""
    unit = _with_article(date)
    return str(table[f"{key}_{unit}" if unit else key])


def _with_article(date: object) -> str:
    if isinstance(date, Interval):
        named = period(date)
        return "century" if named and named.unit in ("century", "millennium") and not named.half else ""
    if not isinstance(date, Date):
        return ""
    if date.masked > 1:
        return "century"
    return "decade" if date.masked and date.year > 0 else "day" if date.day else ""


def _about(date: object) -> bool:
    return isinstance(date, Date) and date.qualifier in ("~", "%")


def _whole(date: edtf.Edtf, table: Table) -> str:
    match date:
        case Date():
            return _date(date, table)
        case DateTime():
            return _date(date.date, table)
        case DateSet():
            return str(table["and" if date.every else "or"]).join(_member(member, table) for member in date.members)
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


def _member(member: Date | Run, table: Table) -> str:
    if isinstance(member, Date):
        return _date(member, table)
    if member.first and member.last:
        return _interval(member.first, member.last, table)
    date = member.first or member.last
    return _template("since" if member.first else "until", date, table).format(date=_date(date, table))


def _interval(first: Date, last: Date, table: Table) -> str:
    template = str(table["interval_day" if first.day and last.day else "interval"])
    return template.format(first=_date(first, table), last=_date(last, table))


def _open(interval: Interval, mod: str | None, table: Table) -> str:
    side, key = (interval.start, "since") if isinstance(interval.start, Date) else (interval.end, "until")
    return _template(_SIDES.get(mod or "", key), side, table).format(date=_date(side, table))


def _date(date: object, table: Table) -> str:
    assert isinstance(date, Date)  # noqa: S101  one end of an interval is a date
    words = _plain(date, table)
    for key, signs in (("about", "~%"), ("perhaps", "?%")):
        if date.qualifier and date.qualifier in signs:
            template = _template(key, date, table) if key == "about" else str(table[key])
            words = template.format(date=words)
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
        return str(table["interval"]).format(first=_year(date.year, table), last=_year(date.year + 9, table))
    year = _year(date.year, table)
    if not date.month:
        return year
    if date.month in range(21, 25):
        return str(table["season"]).format(season=table["seasons"][date.month - 21], year=year)
    month = table["months"][date.month - 1]
    if not date.day:
        return str(table["month"]).format(month=month, year=year)
    day = table["first_day"] if date.day == 1 else date.day
    return str(table["day"]).format(day=day, month=month, year=year)


def _year(year: int, table: Table) -> str:
    words = str(table["year"]).format(year=year if year > 0 else 1 - year)
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
