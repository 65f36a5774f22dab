"""EDTF text → value. One lenient pattern takes a date apart, then each part says what it lacks, and where.

Source: Library of Congress, Extended Date/Time Format specification, 2019 (ISO 8601-2:2019): levels 0 and 1,
and of level 2 the sets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from timeline.edtf.values import (
    LONGEST_YEAR,
    UNSPECIFIED,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    Qualifier,
    Run,
    backwards,
    date_flaw,
    refuse,
)

_CACHED = 8192  # texts: more than a big collection has different dates, and a few MB

_DATE = re.compile(r"(Y?)(-?)([0-9]*)(X*)(?:-([0-9X]*)(?:-([0-9X]*))?)?([?~%]?)")

_PLAIN = re.compile(r"((?:-(?!0000))?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|1[0-9]|2[0-8]))?)?")
"""A year, a month, or a day that every month has: nothing can be wrong with it."""

_TIME = tuple(
    (re.compile(pattern), expected)
    for pattern, expected in (
        (r"[01][0-9]|2[0-3]", "an hour from 00 to 23"),
        (r":", "a colon"),
        (r"[0-5][0-9]", "a minute from 00 to 59"),
        (r":", "a colon and the seconds"),
        (r"[0-5][0-9]", "a second from 00 to 59"),
        (r"Z|(?=[+-])|$", "the end, Z, or an offset such as +05:30"),
        (r"(?<=Z)|[+-](?:[01][0-9]|2[0-3])|$", "an offset of hours from 00 to 23"),
        (r"(?<!Z):[0-5][0-9]|$", "the end, or minutes of the offset from 00 to 59"),
    )
)


@lru_cache(maxsize=_CACHED)
def parse(text: str) -> Edtf:
    """The value that an EDTF text means; ``str`` of it is ``text`` again.

    Raises ``EdtfError`` with the position (0-based, in code points) where reading stopped and what was
    expected there. White space is no part of EDTF. Cached.
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        year, month, day = plain.groups()
        return Date(int(year), int(month) if month else None, int(day) if day else None)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    date, at = _date(text, 0)
    if at == len(text):
        return date
    if text[at] == "T":
        return _date_time(text, date, at)
    return refuse(text, at, "the end of the date")


def _date(text: str, at: int) -> tuple[Date, int]:
    """The date that starts at ``at``, and where it ends."""
    match = cast("re.Match[str]", _DATE.match(text, at))  # every group may be empty: it always matches
    letter, sign, digits, masks, month, day, qualifier = match.groups()
    if letter:
        _long_year(text, match)
    elif len(digits) + len(masks) != 4 or not digits:
        _no_year(text, match)
    masked = len(masks)
    year = int(digits)
    if masked:
        year *= 10**masked
        if sign:
            year = -year - 10**masked + 1
    elif sign:
        if not year:
            refuse(text, at, "0000, which has no sign")
        year = -year
    parts = (
        year,
        None if month is None else _two(text, match, 5, "month"),
        None if day is None else _two(text, match, 6, "day"),
    )
    flaw = date_flaw(*parts, masked)
    if flaw:
        refuse(text, at + flaw[0], flaw[1])
    return Date(*parts, cast("Qualifier", qualifier), masked), match.end()


def _long_year(text: str, match: re.Match[str]) -> None:
    digits, at = match[3], match.start(3)
    if not digits:
        refuse(text, at, "the digits of a year")
    if text[match.end() : match.end() + 1] == "E":
        refuse(text, match.end(), "the end: years with an exponent are not read")
    if digits[0] == "0":
        refuse(text, at, "a digit from 1 to 9")
    if len(digits) > LONGEST_YEAR:
        refuse(text, at, f"a year of at most {LONGEST_YEAR} digits")
    if len(digits) <= 4:
        refuse(text, match.start(1), "no Y: it stands before years of more than four digits only")
    if match[4]:
        refuse(text, match.start(4), "the end: a year after Y has no X")


def _no_year(text: str, match: re.Match[str]) -> None:
    digits, masks, at = match[3], match[4], match.start(3)
    if not digits and not masks:
        refuse(text, at, "a date" if not match[2] else "the four digits of a year")
    if not digits:
        refuse(text, at, "a digit: a year of X alone says nothing")
    if len(digits) + len(masks) > 4:
        refuse(text, at + 4, "the end of the year: a year of more than four digits is written with a Y before it")
    refuse(text, match.end(4), "an X: no digit follows an X" if masks else "a digit or an X: a year has four")


def _two(text: str, match: re.Match[str], group: int, what: str) -> int:
    """The number of a part that must have two digits or be ``XX``."""
    part = match[group]
    if part == "XX":
        return UNSPECIFIED
    if len(part) == 2 and "X" not in part and part != "00":
        return int(part)
    position = match.start(group) + (2 if len(part) > 2 else 0)
    return refuse(text, position, f"a {what} of two digits, or XX" if len(part) <= 2 else f"the end of the {what}")


def _date_time(text: str, date: Date, at: int) -> DateTime:
    """The date-time whose ``T`` stands at ``at``."""
    if not date.day or date.qualifier:
        refuse(text, at, "the end: only a full day without a qualifier can have a time")
    position = at + 1
    for pattern, expected in _TIME:
        match = pattern.match(text, position)
        if not match:
            refuse(text, position, expected)
        position = match.end()
    if position < len(text):
        refuse(text, position, "the end of the time")
    return DateTime(date, text[at + 1 :])


def _interval(text: str) -> Interval:
    start, at = _end(text, 0)
    if text[at : at + 1] != "/":
        refuse(text, at, "a slash after the start of the interval")
    end, at = _end(text, at + 1)
    if at < len(text):
        refuse(text, at, "the end of the interval")
    return Interval(start, end)


def _end(text: str, at: int) -> tuple[Date | End, int]:
    """The end of an interval that starts at ``at``, and where it ends."""
    if text.startswith("..", at):
        return End.OPEN, at + 2
    if at == len(text) or text[at] == "/":
        return End.UNKNOWN, at
    return _date(text, at)


def _set(text: str) -> DateSet:
    every = text[0] == "{"
    closing = "}" if every else "]"
    members = []
    at = 1
    while True:
        member, at = _member(text, at)
        members.append(member)
        if text[at : at + 1] != ",":
            break
        at += 1
    if text[at : at + 1] != closing:
        refuse(text, at, f"a comma or {closing}")
    if at + 1 < len(text):
        refuse(text, at + 1, "the end of the set")
    return DateSet(tuple(members), every)


def _member(text: str, at: int) -> tuple[Date | Run, int]:
    """The date or run of dates in a set that starts at ``at``, and where it ends."""
    if text.startswith("..", at):
        last, at = _date(text, at + 2)
        return Run(None, last), at
    first, at = _date(text, at)
    if not text.startswith("..", at):
        return first, at
    at += 2
    if text[at : at + 1] in ("", ",", "]", "}"):
        return Run(first, None), at
    last, end = _date(text, at)
    if backwards(first, last):
        refuse(text, at, "a date that isn't before the first")
    return Run(first, last), end
