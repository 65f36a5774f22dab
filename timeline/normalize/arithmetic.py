"""Counting with dates: the unit that holds a day, and so many units on from there.

All results are EDTF texts at the precision that the counting allows: two years after a day is a year,
three days after a day is a day, three days after a year is about that year.
"""

from __future__ import annotations

from timeline.edtf import (
    Bounds,
    Date,
    astronomical,
    bounds,
    century,
    civil,
    day_number,
    iso,
    month_length,
    parse,
    weekday,
)
from timeline.errors import EdtfError
from timeline.normalize.timex import timex_value

WEEK = 7
WINTER = 24  # EDTF's number
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
DAYS = {"D": 1, "W": WEEK, "W2": 2 * WEEK, "WE": WEEK}


def day_text(day: int) -> str:
    """The day as EDTF."""
    return iso(day)


def stretch(first: int, last: int) -> str:
    """The interval from one day number to another, as EDTF."""
    return f"{iso(first)}/{iso(last)}"


def unit_around(day: int, unit: str) -> str:
    """The week, weekend, month, quarter, year, decade or century that holds the day, as EDTF."""
    year, month, _ = civil(day)
    if unit == "D":
        return iso(day)
    if unit == "W":
        monday = day - weekday(day)
        return stretch(monday, monday + 6)
    if unit == "WE":
        monday = day - weekday(day)
        return stretch(monday + 5, monday + 6)
    if unit == "M":
        return f"{Date(year, month)}"
    if unit == "Q":
        first = (month - 1) // 3 * 3 + 1
        return f"{Date(year, first)}/{Date(year, first + 2)}"
    if unit == "DE":
        if year > 0:
            return str(Date(year - year % 10, masked=1))
        named = (1 - year) // 10 * 10  # the decade that counts down to this year BC
        return f"{Date(astronomical(named + 9))}/{Date(astronomical(named or 1))}"
    if unit == "CE":
        return str(century(year // 100 + 1)) if year > 0 else str(century(-((-year) // 100 + 1)))
    return str(Date(year))


def unit_value(edtf: str, unit: str) -> str | None:
    """TIMEX3's value of a week (``2009-W23``), weekend (``2009-W23-WE``) or quarter (``2009-Q2``); else None."""
    first = bounds(edtf).first
    if first is None or "/" not in edtf:
        return None
    if unit in {"W", "WE"}:
        thursday = first - weekday(first) + 3
        year = civil(thursday)[0]
        week = (thursday - day_number(year, 1, 1)) // WEEK + 1
        return f"{Date(year)}-W{week:02d}{'-WE' if unit == 'WE' else ''}"
    if unit == "Q":
        year, month, _ = civil(first)
        return f"{Date(year)}-Q{(month + 2) // 3}"
    return None


def shift(base: Bounds, count: int, unit: str) -> str | None:
    """``count`` units after (before, if negative) the stretch ``base``, as EDTF; None where a side of it is open."""
    if base.first is None or base.last is None:
        return None
    exact = base.first == base.last
    one_month = civil(base.first)[:2] == civil(base.last)[:2]
    year, month, _ = civil(base.first)
    last_year = civil(base.last)[0]
    if unit in YEARS:
        span = YEARS[unit] * count
        rough = "~" if unit != "Y" else ""
        if year != last_year:
            return f"{Date(year + span)}/{Date(last_year + span)}"
        return f"{Date(year + span)}{rough}"
    if unit in {"M", "Q"}:
        months = count * (3 if unit == "Q" else 1)
        if not one_month:
            return f"{Date(year + (months > 11) - (months < -11))}~" if year == last_year else None
        y, m = divmod(year * 12 + month - 1 + months, 12)
        return str(Date(y, m + 1))
    if unit in DAYS:
        moved = Bounds(base.first + count * DAYS[unit], base.last + count * DAYS[unit])
        assert moved.first is not None  # noqa: S101  for the type checker: both sides were checked above
        if exact:
            return iso(moved.first) if unit == "D" else unit_around(moved.first, "W")
        y, m, _ = civil(moved.first)
        return f"{Date(y, m)}~" if one_month else f"{Date(y)}~" if year == last_year else None
    return iso(base.first) if exact else None


def limit(edtf: str) -> str:
    """What later dates count from where a stretch is open to one side: the limit that the text names."""
    return edtf.removeprefix("../").removesuffix("/..")


def stepped_value(base: Bounds, edtf: str, unit: str) -> str | None:
    """TIMEX3's value of so many days or weeks on from ``base``: ``1915-XX-XX`` where the day isn't known from a month
    or a year, ``1915-WXX`` for its week; None for other units."""
    if base.first is None or base.last is None or unit not in {"D", "W"}:
        return None
    if base.first == base.last:
        return unit_value(edtf, unit)
    year = year_of(edtf)
    return None if year is None else f"{timex_value(str(Date(year)))}{'-XX-XX' if unit == 'D' else '-WXX'}"


def winter_value(edtf: str) -> str | None:
    """TIMEX3's value of a winter that the text gives no year: that in which most of it lies; None for other dates.

    EDTF's winter bears the year in which it begins.
    """
    value = parse(edtf)
    if not isinstance(value, Date) or value.month != WINTER:
        return None
    return timex_value(str(Date(value.year + 1, WINTER)))


def season_beside(day: int, way: int, number: int) -> str:
    """The first season or month of that name to begin after the day (``way`` 1), or the last to end before it (-1)."""
    seasons = [str(Date(civil(day)[0] + n, number)) for n in (-2, -1, 0, 1, 2)]
    if way > 0:
        return next(one for one in seasons if (bounds(one).first or 0) > day)
    return next(one for one in reversed(seasons) if (bounds(one).last or 0) < day)


def moved(base: Bounds, count: int, unit: str) -> str | None:
    """As ``shift``; of a unit that is the number of a season or month the next after ``base`` or the last before."""
    if not unit.isdigit():
        return shift(base, count, unit)
    edge = base.last if count > 0 else base.first
    return None if edge is None else season_beside(edge, 1 if count > 0 else -1, int(unit))


def same_day_in(year: int, month: int, day: int) -> str:
    """That day of that year as EDTF; 29 February becomes the 28th where the year has none."""
    return str(Date(year, month, min(day, month_length(year, month))))


def same_day_on(day: int, count: int, unit: str) -> str:
    """The day of the same number so many months or years on, as EDTF; the last of the month where it has none."""
    year, month, of_month = civil(day)
    months = count * (1 if unit == "M" else 3 if unit == "Q" else 12 * YEARS.get(unit, 0))
    if not months:
        return iso(day + count * DAYS.get(unit, 0))
    y, m = divmod(year * 12 + month - 1 + months, 12)
    return same_day_in(y, m + 1, of_month)


def nearest_year(month: int, day: int | None, reference: Bounds, *, future: bool) -> int | None:
    """The year that puts the day (or month) last before the reference, or first after it; None if it is open."""
    if reference.first is None or reference.last is None:
        return None
    edge = reference.first if future else reference.last
    year = civil(edge)[0]
    if future:
        last = day_number(year, month, min(day or 31, month_length(year, month)))
        return year if last >= edge else year + 1
    first = day_number(year, month, min(day or 1, month_length(year, month)))
    return year if first <= edge else year - 1


def told_year(edtf: str) -> int | None:
    """The year that a text speaks of with this date: its own, that of its limit, or the last of a longer stretch."""
    b = bounds(edtf)
    day = b.first if b.last is None else b.last
    return None if day is None else civil(day)[0]


def year_of(edtf: str) -> int | None:
    """The year, where all of the value lies in one."""
    b = bounds(edtf)
    if b.first is None or b.last is None:
        return None
    year = civil(b.first)[0]
    return year if civil(b.last)[0] == year else None


def falls_on(year: int, month: int, day: int, told: int) -> bool:
    """Whether that day is the ``told`` weekday (Monday: 0); no day that the calendar lacks is."""
    try:
        return weekday(day_number(year, month, day)) == told
    except EdtfError:
        return False
