"""How far apart dates are, in words."""

from __future__ import annotations

import pytest

from timeline.chart.lapses import later, written_after

WRITTEN = [
    ("1961-07-11", "2021-07-16", "60 years after"),
    ("1961-07-11", "2021-07-10", "59 years after"),
    ("1961-07-11", "2021", "60 years after"),
    ("1961", "2021-07-16", "60 years after"),
    ("2021-07-11", "2021-07-16", "five days after"),
    ("2021-07-11", "2021-07-12", "one day after"),
    ("2021-07-11", "2021-07-11", "on the same day"),
    ("2021-07-11", "2021-07", "in the same month"),
    ("2021-06-20", "2021-07-11", "three weeks after"),
    ("2021-01-31", "2021-04-30", "two months after"),
    ("2020-07-11", "2021-07-11", "one year after"),
    ("2020-03-11", "2021-07-11", "16 months after"),
    ("2021-05", "2021-07-11", "two months after"),
    ("2021", "2021-07-11", "in the same year"),
    ("1950/1953", "2021-07-16", "68 years after"),
    ("1953/..", "2021-07-16", "68 years after"),
    ("../1453", "2021", "568 years after"),
    ("193X", "2021", "nine decades after"),
    ("20XX", "2024", "in the same century"),
    ("-0043-03-15", "2017-09-10", "2060 years after"),
    ("0000", "0001", "one year after"),
    ("-3199~", "2016-06-12", "about 5215 years after"),
    ("Y-12000", "2016", "14,016 years after"),
    ("1961-07-11", "1999/..", "at least 38 years after"),
    ("2005", "1999/..", ""),
    ("2030", "2021-07-16", "nine years before"),
    ("1961-07-11", None, ""),
    ("-0499/-0400", "2016", "24 centuries after"),
]


@pytest.mark.parametrize(("happened", "written", "words"), WRITTEN)
def test_how_long_after_the_happening(happened, written, words):
    assert written_after(happened, written) == words


@pytest.mark.parametrize(
    ("happened", "written", "words"),
    [
        ("1961-07-11", "2021-07", "about 60 years after"),
        ("2021-07-11", "2021-07", "in the same month"),
        ("1961", None, ""),
    ],
)
def test_a_date_that_was_worked_out_gives_no_exact_lapse(happened, written, words):
    assert written_after(happened, written, about=True) == words


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("2018", "2019", "one year later"),
        ("2019", "2018", "one year earlier"),
        ("1782-03-14", "1783", "one year later"),
        ("1851-06-03", "1851-06-05", "two days later"),
        ("1851-06", "1851-08-05", "two months later"),
        ("0001", "0000", "one year earlier"),
        ("-0479", "-0489", "10 years earlier"),
        ("193X", "1951", "two decades later"),
        ("193X", "194X", "one decade later"),
        ("1950/1953", "1960/1962", "10 years later"),
        ("1950/1953", "1952", ""),
        ("1961", "1961-07", ""),
        ("1945/..", "2021", ""),
    ],
)
def test_how_much_another_date_differs(own, other, words):
    assert later(own, other) == words
