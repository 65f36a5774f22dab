"""EDTF to the values of TIMEX3, the standard for annotating time in text (ISO 24617-1, TimeML 1.2.1).

TIMEX3 writes BC years as ``BC0044``, decades as ``193``, centuries as ``20``, seasons as ``1962-SP``. It has
no circa in the value: that is its ``mod``.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.edtf import Date, DateSet, DateTime, Edtf, End, Interval, parse

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "TH": "XXXX-XX-XXTXX"}
SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


@lru_cache(maxsize=4096)
def timex_value(edtf: str) -> str:
    """The TIMEX3 value of an EDTF text; intervals and sets as their parts joined by ``/`` and ``,``."""
    return _value(parse(edtf))


def unknown_value(letter: str) -> str:
    """The TIMEX3 value of some day, week, month or hour that isn't known, by the letter of its unit; else ``XXXX``."""
    return UNKNOWN.get(letter, "XXXX")


def _value(value: Edtf) -> str:
    if isinstance(value, DateTime):
        return f"{_date(value.date)}T{value.time}"
    if isinstance(value, Interval):
        if before_christ := _bc_century(value) or _bc_decade(value):
            return before_christ
        ends = (side for side in (value.start, value.end) if not isinstance(side, End))
        return "/".join(_date(side) for side in ends)
    if isinstance(value, DateSet):
        return ",".join(_date(m) if isinstance(m, Date) else str(m) for m in value.members)
    return _date(value)


def _date(date: Date) -> str:
    year = date.year
    text = f"BC{1 - year:04d}" if year <= 0 and not (date.masked and year == 0) else f"{year:04d}"
    if date.masked:
        return text[: len(text) - date.masked]
    if date.month in SEASONS:
        return f"{text}-{SEASONS[date.month]}"
    for part in (date.month, date.day):
        if part is not None:
            text += f"-{part:02d}" if part else "-XX"
    return text


def _bc_century(value: Interval) -> str | None:
    """``BC04`` for ``-0499/-0400``, the 5th century BC: its years share their first two figures but for the last."""
    start, end = value.start, value.end
    if isinstance(start, Date) and isinstance(end, Date) and end.year <= 0 and end.year - start.year == 99:
        return f"BC{(1 - end.year) // 100:02d}" if (1 - end.year) % 100 == 1 and not start.month else None
    return None


def _bc_decade(value: Interval) -> str | None:
    """``BC047`` for ``-0478/-0469``, the 470s BC: its years share all but their last figure."""
    start, end = value.start, value.end
    if not isinstance(start, Date) or not isinstance(end, Date) or start.month or end.year - start.year != 9:
        return None
    return f"BC{(1 - end.year) // 10:03d}" if end.year < 0 and (1 - end.year) % 10 == 0 else None
