"""Day numbers against known days, and against the standard library where that reaches."""

from __future__ import annotations

import datetime

import pytest

from timeline.edtf import civil, day_number, iso, julian_lag, month_length, weekday


@pytest.mark.parametrize(
    ("date", "number", "text"),
    [
        ((1970, 1, 1), 0, "1970-01-01"),
        ((1969, 12, 31), -1, "1969-12-31"),
        ((2000, 2, 29), 11_016, "2000-02-29"),
        ((1, 1, 1), -719_162, "0001-01-01"),
        ((0, 12, 31), -719_163, "0000-12-31"),
        ((0, 2, 29), -719_469, "0000-02-29"),
        ((-1, 12, 31), -719_529, "-0001-12-31"),
        ((-4713, 11, 24), -2_440_588, "-4713-11-24"),  # day 0 of the Julian day count (noon)
        ((12_345, 6, 7), 3_789_548, "12345-06-07"),  # 26 times 400 years after 1945-06-07
    ],
)
def test_known_days(date: tuple[int, int, int], number: int, text: str) -> None:
    assert day_number(*date) == number
    assert civil(number) == date
    assert iso(number) == text


@pytest.mark.parametrize("ordinal", range(1, datetime.date.max.toordinal(), 9_973))
def test_as_the_standard_library(ordinal: int) -> None:
    date = datetime.date.fromordinal(ordinal)
    number = ordinal - datetime.date(1970, 1, 1).toordinal()
    assert day_number(date.year, date.month, date.day) == number
    assert civil(number) == (date.year, date.month, date.day)
    assert iso(number) == date.isoformat()
    assert weekday(number) == date.weekday()


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(2021, 2, 28), (2020, 2, 29), (1900, 2, 28), (2000, 2, 29), (0, 2, 29), (-4, 2, 29), (-100, 2, 28), (2021, 4, 30)],
)
def test_month_length(year: int, month: int, days: int) -> None:
    assert month_length(year, month) == days


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 28), (1700, 3, 10)),
        ((1700, 3, 1), (1700, 3, 12)),
        ((1866, 4, 12), (1866, 4, 24)),
        ((1917, 10, 25), (1917, 11, 7)),
    ],
)
def test_the_julian_calendar_is_behind(written: tuple[int, int, int], meant: tuple[int, int, int]) -> None:
    day = day_number(*written)
    assert civil(day + julian_lag(day)) == meant
