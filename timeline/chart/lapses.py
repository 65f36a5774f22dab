"""How far apart two dates are, in words: "60 years after", "one year later". Never finer than the coarser date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.edtf import Bounds, Date, DateTime, Edtf, Interval, bounds, civil, parse, precision

Unit = Literal["day", "month", "year", "decade", "century", "millennium"]

_UNITS: tuple[Unit, ...] = ("day", "month", "year", "decade", "century", "millennium")
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_MANY = {"century": "centuries", "millennium": "millennia"}
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 60, 730
"""Days from which on a lapse is told in weeks, months and years: two weeks, two months, two years."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A day by which a date is measured, and how fine the date is there."""

    day: int
    unit: Unit


def written_after(happened: str, written: str | None, *, about: bool = False) -> str:
    """How long after a happening an article was written: "60 years after"; "" where that can't be told.

    A happening that lasted is counted from its end, one that goes on from its beginning, one that is planned ends
    with "before". Of an article whose date is only a bound, "1999/..", the least is told: "at least 60 years
    after". ``about``: the article's date was worked out. Raises ``EdtfError`` for what is no date.
    """
    if not written:
        return ""
    bound = _open_end(parse(written))
    then, now = _place(happened, last=True), _place(written, last=False)
    if then is None or now is None or (bound and now.day < then.day):
        return ""
    words = _apart(then, now, "after", "before")
    if not words or words.startswith("in the same"):
        return words
    unsure = _unsure(happened) or _unsure(written) or about
    least = "at least " if bound else "about " if unsure and _coarse(then, now) != "day" else ""
    return least + words


def later(own: str, other: str) -> str:
    """How much later, or earlier, another date for the same happening is: "one year later"; "" where they overlap."""
    one, two = bounds(own), bounds(other)
    if _overlap(one, two):
        return ""
    first, second = _place(own, last=False), _place(other, last=False)
    if first is None or second is None:
        return ""
    words = _apart(first, second, "later", "earlier")
    return "" if words.startswith("in the same") else words


def _apart(first: _Place, second: _Place, after: str, before: str) -> str:
    """The lapse between two days, in the coarser of their units."""
    unit = _coarse(first, second)
    direction = after if second.day >= first.day else before
    early, late = sorted((first.day, second.day))
    if unit == "day":
        return _of_days(early, late, direction)
    if unit == "month":
        months = _months(late) - _months(early)
        if months == 0:
            return "in the same month"
        return _said(months, "month", direction) if months < 24 else _said(months // 12, "year", direction)
    spans = civil(late)[0] // _YEARS[unit] - civil(early)[0] // _YEARS[unit]
    return _said(spans, unit, direction) if spans else f"in the same {unit}"


def _of_days(early: int, late: int, direction: str) -> str:
    days = late - early
    if days == 0:
        return "on the same day"
    if days < _WEEKS_FROM:
        return _said(days, "day", direction)
    if days < _MONTHS_FROM:
        return _said(days // 7, "week", direction)
    (y1, m1, d1), (y2, m2, d2) = civil(early), civil(late)
    months = (y2 - y1) * 12 + m2 - m1 - (d2 < d1)
    if months % 12 == 0 or days >= _YEARS_FROM:
        return _said(months // 12, "year", direction)
    return _said(months, "month", direction)


def _said(count: int, unit: str, direction: str) -> str:
    number = _WORDS[count] if 0 < count < len(_WORDS) else f"{count:,}" if count >= 10_000 else str(count)
    return f"{number} {unit if count == 1 else _MANY.get(unit, unit + 's')} {direction}"


def _months(day: int) -> int:
    year, month, _ = civil(day)
    return year * 12 + month


def _coarse(first: _Place, second: _Place) -> Unit:
    return max(first.unit, second.unit, key=_UNITS.index)


def _place(text: str, *, last: bool) -> _Place | None:
    """The day to measure by: of a stretch its last or its first, of an open one the side that is a date."""
    value = parse(text)
    limits = bounds(value)
    day = limits.last if last and limits.last is not None else limits.first
    if day is None:
        day = limits.last
    if day is None:
        return None
    side: Edtf = value
    if isinstance(value, Interval) and precision(value) == "interval":
        sides = [s for s in ((value.end, value.start) if last else (value.start, value.end)) if isinstance(s, Date)]
        side = sides[0]
    return _Place(day, _unit(side))


def _unit(value: Edtf) -> Unit:
    fine = precision(value)
    if fine == "season":
        return "month"
    return fine if fine in _UNITS else "year"  # a set is no finer than the years that it names


def _open_end(value: Edtf) -> bool:
    limits = bounds(value)
    return limits.first is not None and limits.last is None


def _unsure(text: str) -> bool:
    value = parse(text)
    sides = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return any(isinstance(side, Date) and side.qualifier != "" for side in sides) and not isinstance(value, DateTime)


def _overlap(one: Bounds, two: Bounds) -> bool:
    starts_after = one.first is not None and two.last is not None and one.first > two.last
    ends_before = one.last is not None and two.first is not None and one.last < two.first
    return not starts_after and not ends_before
