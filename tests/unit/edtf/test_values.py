"""A constructor refuses what ``parse`` refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.edtf import (
    SPRING,
    Date,
    DateSet,
    DateTime,
    End,
    Interval,
    Run,
    astronomical,
    century,
    decade,
    parse,
)
from timeline.errors import EdtfError

IMPOSSIBLE: list[tuple[Callable[[], object], int, str]] = [
    (lambda: Date(2021, 2, 30), 8, "a day from 01 to 28"),
    (lambda: Date(-43, 2, 30), 9, "a day from 01 to 28"),
    (lambda: Date(2021, 13), 5, "a month from 01 to 12"),
    (lambda: Date(2021, None, 3), 4, "a month before the day"),
    (lambda: Date(2021, 0, 3), 8, "XX"),
    (lambda: Date(2021, SPRING, 3), 7, "a season has no days"),
    (lambda: Date(12_345, 1), 6, "stands alone"),
    (lambda: Date(10**12), 1, "at most 12 digits"),
    (lambda: Date(1935, masked=1), 3, "the first year of a decade"),
    (lambda: Date(-220, masked=1), 4, "the first year of a decade"),
    (lambda: Date(0, masked=4), 0, "one digit that is known"),
    (lambda: Date(1930, 5, masked=1), 4, "stands alone"),
    (lambda: Date(1850, qualifier="c"), 4, "?, ~, % or the end"),  # type: ignore[arg-type]  # what must not work
    (lambda: DateTime(Date(2021, 7), "10:00:00"), 0, "a full day"),
    (lambda: DateTime(Date(2021, 7, 11), "10:00"), 11, "a time such as"),
    (lambda: Interval(Date(1953), Date(1950)), 5, "isn't before the start"),
    (lambda: Interval(End.OPEN, End.UNKNOWN), 0, "a date at one end"),
    (lambda: Run(None, None), 0, "a date on one side"),
    (lambda: Run(Date(1672), Date(1670)), 6, "isn't before the first"),
    (lambda: DateSet(()), 1, "a date"),
    (lambda: DateSet((Date(1914),)), 5, "another date"),
    (lambda: DateSet((Run(Date(1760), None), Date(1770))), 7, "an open end stands last"),
    (lambda: DateSet((Date(1770), Run(None, Date(1760)))), 6, "an open start stands first"),
]


@pytest.mark.parametrize(("build", "position", "expected"), IMPOSSIBLE)
def test_impossible(build: Callable[[], object], position: int, expected: str) -> None:
    with pytest.raises(EdtfError) as error:
        build()
    assert error.value.position == position
    assert expected in str(error.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (decade(1930), "193X"),
        (decade(1939), "193X"),
        (decade(430), "043X"),
        (century(19), "18XX"),
        (century(1), "00XX"),
        (century(-1), "-0099/0000"),
        (century(-5), "-0499/-0400"),
        (Date(astronomical(44), 3, 15), "-0043-03-15"),
        (Date(astronomical(1)), "0000"),
    ],
)
def test_building_blocks(value: Date | Interval, text: str) -> None:
    assert str(value) == text
    assert parse(text) == value


def test_there_is_no_century_0() -> None:
    with pytest.raises(ValueError, match="no century 0"):
        century(0)


def test_decades_bc_are_intervals() -> None:
    with pytest.raises(EdtfError):
        decade(-30)


def test_values_are_frozen_and_hashable() -> None:
    value = Date(1961, 7, 11)
    with pytest.raises(AttributeError):
        value.year = 1962  # type: ignore[misc]  # what must not work
    assert len({value, Date(1961, 7, 11), parse("1961-07-11")}) == 1
