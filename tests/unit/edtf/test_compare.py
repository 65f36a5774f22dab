"""Bounds, overlap, order, width, precision."""

from __future__ import annotations

import pytest

from timeline.edtf import (
    Bounds,
    bounds,
    contains,
    day_number,
    intersection,
    iso,
    overlaps,
    precision,
    sort_key,
    width,
)

# What docs/edtf.md does not show: leap years, the turn of an era, open sides of sets.
BOUNDS = [
    ("2004-02", "2004-02-01", "2004-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("1999-24", "1999-12-01", "2000-02-29"),
    ("0000-24", "0000-12-01", "0001-02-28"),
    ("-0001-24", "-0001-12-01", "0000-02-29"),
    ("-0043-02-XX", "-0043-02-01", "-0043-02-28"),
    ("00XX", "0000-01-01", "0099-12-31"),
    ("-00XX", "-0099-01-01", "0000-12-31"),
    ("-000X", "-0009-01-01", "0000-12-31"),
    ("-1XXX", "-1999-01-01", "-1000-12-31"),
    ("1850~", "1850-01-01", "1850-12-31"),
    ("1941-24/1942-24", "1941-12-01", "1943-02-28"),
    ("2021-07-11T23:00:00-11", "2021-07-11", "2021-07-11"),
    ("[1970,1960,1965]", "1960-01-01", "1970-12-31"),
    ("[..1760,1770]", None, "1770-12-31"),
    ("[..1760,1770..]", None, None),
    ("{1770,1780..}", "1770-01-01", None),
    ("/1950", None, "1950-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_bounds(text: str, first: str | None, last: str | None) -> None:
    limits = bounds(text)
    assert (limits.first is not None and iso(limits.first)) == (first or False)
    assert (limits.last is not None and iso(limits.last)) == (last or False)


def test_bounds_of_bounds_are_themselves() -> None:
    limits = Bounds(3, None)
    assert bounds(limits) is limits


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("1961", "1961-07-11", "1961-07-11"),
        ("193X", "1939/1945", "1939"),
        ("1945/..", "../1961", "1945/1961"),
        ("1945/..", "1961/..", "1961/.."),
        ("1945/..", "1930/1945", "1945"),
        ("[1914,1915]", "1915-05", "1915-05"),
        ("1941-24", "1942", "1942-01-01/1942-02-28"),
        ("-0499/-0400", "-04XX", "-04XX"),
        ("1960", "1961", None),
        ("1945/..", "1944", None),
        ("../1961", "1962-01-01", None),
        ("-0001", "0000", None),
        ("1945/..", "../1944", None),
        ("1941-24", "1941-11", None),
    ],
)
def test_intersection(a: str, b: str, both: str | None) -> None:
    expected = None if both is None else bounds(both)
    assert intersection(a, b) == intersection(b, a) == expected
    assert overlaps(a, b) is overlaps(b, a) is (both is not None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1961", "1961-07"),
        ("1961", "1961"),
        ("196X", "1961~"),
        ("1945/..", "1961/.."),
        ("../1961", "1950/1961"),
        ("19XX", "[1914,1915]"),
        ("[..1760,1770..]", "1765"),
        ("-0499/-0400", "-0489-08-12"),
    ],
)
def test_contains(a: str, b: str) -> None:
    assert contains(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1961-07", "1961"),
        ("1961", "1961/1962"),
        ("1961", "1961/.."),
        ("1961", "../1961"),
        ("1945/..", "1944"),
        ("1961/..", "1945/.."),
        ("1960/1962", "[1959,1961]"),
        ("-0499/-0400", "-0399"),
    ],
)
def test_does_not_contain(a: str, b: str) -> None:
    assert not contains(a, b)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1961-07-11", 1),
        ("1961-02", 28),
        ("2000", 366),
        ("1941-24", 90),
        ("193X", 3652),
        ("-0499/-0400", 36_525),
        ("[1914,1915]", 730),
        ("1945/..", None),
        ("/1950", None),
        ("[..1760]", None),
    ],
)
def test_width(text: str, days: int | None) -> None:
    assert width(text) == days


def test_width_of_bounds() -> None:
    assert width(Bounds(day_number(2021, 7, 11), day_number(2021, 7, 17))) == 7


IN_ORDER = [
    "Y-13800000000",
    "-0999/0000",
    "../-0499",
    "-0499/..",
    "-0499/-0400",
    "-0499",
    "-0043-03-15",
    "0000",
    "0001",
    "../1453",
    "1453",
    "1930/..",
    "193X",
    "1930",
    "1930~",
    "/1961",
    "[..1961]",
    "1961/",
    "[1961,1962]",
    "1961",
    "1961-01",
    "1961-01-01",
    "1961-01-01T10:00:00",
    "1961-07",
    "1961-07-11",
    "[1962,1963..]",
    "1962",
]


def test_order() -> None:
    mixed = IN_ORDER[1::2] + IN_ORDER[::-2]
    assert sorted(mixed, key=sort_key) == IN_ORDER


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1961-07-11", "day"),
        ("1961-07-11T10:00:00", "day"),
        ("1961-07", "month"),
        ("1961-07-XX", "month"),
        ("1961-21", "season"),
        ("1961~", "year"),
        ("1961-XX", "year"),
        ("1961-XX-XX", "year"),
        ("Y170000", "year"),
        ("193X", "decade"),
        ("-0228/-0219", "decade"),
        ("-04XX", "century"),
        ("-0499/-0400", "century"),
        ("1801/1850", "century"),
        ("1XXX", "millennium"),
        ("-0999/0000", "millennium"),
        ("1950/1953", "interval"),
        ("1930/1939", "interval"),
        ("1945/..", "interval"),
        ("[1914,1915]", "set"),
    ],
)
def test_precision(text: str, unit: str) -> None:
    assert precision(text) == unit
