"""Dates as people type them, and what is read back."""

from __future__ import annotations

import pytest

from timeline.errors import ReviewError
from timeline.typed import read_date

UNDERSTOOD = [
    ("spring 1962", "1962-21", None, "spring 1962"),
    ("c. 520 BC", "-0519~", "APPROX", "about 520 BC"),
    ("c520 BC", "-0519~", "APPROX", "about 520 BC"),
    ("between 3 and 5 May 1968", "1968-05-03/1968-05-05", None, "3 to 5 May 1968"),
    ("1962", "1962", None, "1962"),
    ("  AD 79 ", "0079", None, "AD 79"),
    ("44 BC", "-0043", None, "44 BC"),
    ("early 1930s", "193X", "START", "early 1930s"),
    ("before 1453", "../1453", "BEFORE", "before 1453"),
    ("in the summer of 1914", "1914-22", None, "summer 1914"),
    ("may 5, 1968", "1968-05-05", None, "5 May 1968"),
    ("1914 or 1915", "[1914,1915]", None, "1914 or 1915"),
    ("193X", "193X", None, "the 1930s"),
    ("1850?", "1850?", None, "perhaps 1850"),
    ("1950/1953", "1950/1953", None, "1950 to 1953"),
]


@pytest.mark.parametrize(("typed", "value", "mod", "words"), UNDERSTOOD, ids=[one[0] for one in UNDERSTOOD])
def test_understood(typed: str, value: str, mod: str | None, words: str) -> None:
    date = read_date(typed)
    assert (date.edtf, date.mod, date.words, date.others) == (value, mod, words, ())


@pytest.mark.parametrize(
    ("typed", "words", "others"),
    [
        ("3/4/1968", "4 March or 3 April 1968", ["4 March 1968", "3 April 1968"]),
        ("1922-23", "autumn 1922", ["1922 to 1923"]),
    ],
)
def test_what_may_mean_two_things_offers_both(typed: str, words: str, others: list[str]) -> None:
    date = read_date(typed)
    assert (date.words, [other.words for other in date.others]) == (words, others)


def test_what_counts_from_a_day_of_writing() -> None:
    assert read_date("last Sunday", published="2013-02-12").edtf == "2013-02-10"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "No date was typed"),
        ("a" * 201, "too long"),
        ("520", "write AD 520 or 520 BC"),
        ("hello", "can't be read as a date"),
        ("3 May", "write the year too"),
        ("last Sunday", "write the year too"),
        ("two years", "write the year too"),
        ("in 1962 the bridge", "only “1962” is a date; “in the bridge” can't be read"),
        ("5 May 1968 and 6 May 1969 perhaps", "two dates"),
    ],
)
def test_not_understood(typed: str, sentence: str) -> None:
    with pytest.raises(ReviewError, match=sentence):
        read_date(typed)
