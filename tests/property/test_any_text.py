"""Any text at all gives mentions or none: ten thousand made-up ones, the finds of earlier runs, and odd dates."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.property.mutations import Hints, a_damaged_date, a_publication_date, a_text, hints
from tests.property.promises import broken, broken_date, shortest
from timeline import find_mentions
from timeline.errors import EdtfError

SEEDS = range(20)
TEXTS = 500  # a seed
WHOLE = 25  # one text in so many is taken on to events, chart and file
FINDS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("finds.toml").read_text(encoding="utf-8"))["find"]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_text_keeps_the_promises(seed: int) -> None:
    random = Random(seed)  # noqa: S311  texts are no secrets
    for number in range(TEXTS):
        text, published, said = a_text(random), a_publication_date(random), hints(random)
        whole = number % WHOLE == 0
        what = broken(text, published, said, whole=whole)
        if what is not None:
            least = shortest(text, lambda less: broken(less, published, said, whole=whole) == what)  # noqa: B023
            pytest.fail(f"{what}\n{least!r}, published {published}, {said}")


@pytest.mark.parametrize("seed", SEEDS)
def test_any_date_is_read_or_refused_with_its_place(seed: int) -> None:
    random = Random(seed)  # noqa: S311  texts are no secrets
    for _ in range(TEXTS):
        written = a_damaged_date(random)
        what = broken_date(written)
        if what is not None:
            pytest.fail(f"{what}\n{shortest(written, lambda less: broken_date(less) == what)!r}")  # noqa: B023


def text_of(find: dict[str, Any]) -> str:
    text: str = find["text"]
    if "repeat" in find:
        piece, times = find["repeat"]
        text = text.replace(piece, piece * times)
    return text.replace("\ufffd", "\udfff") if find.get("half") else text


@pytest.mark.parametrize("find", FINDS, ids=lambda find: find["why"])
def test_what_once_broke_a_promise_keeps_it(find: dict[str, Any]) -> None:
    said = Hints(find.get("genre"), find.get("language"))
    assert broken(text_of(find), find.get("published"), said, whole=True) is None


def test_a_broken_promise_is_seen_and_its_text_made_short() -> None:
    assert broken("x", "no date", whole=False) is not None
    assert shortest("in the spring of 1961 it rained", lambda text: "19" in text) == "19"


# A promise that reading gives for years of any length: words, EDTF, TIMEX3 value and grade.
YEARS = [
    ("It stood in 1 BC.", "1 BC", "0000", "BC0001", "A"),
    ("It stood in 9999 BC.", "9999 BC", "-9998", "BC9999", "A"),
    ("It stood in 10,000 BC.", "10,000 BC", "-9999", "BC10000", "A"),
    ("It stood in 12,000 BC.", "12,000 BC", "Y-11999", "BC12000", "A"),
    ("It stood around 40 000 BC.", "around 40 000 BC", "Y-39999~", "BC40000", "A"),
    ("It will stand in AD 9999.", "AD 9999", "9999", "9999", "A"),
    ("It will stand in the year 12000.", "the year 12000", "Y12000", "12000", "A"),
    ("It will stand in the year 100,000.", "the year 100,000", "Y100000", "100000", "A"),
    ("It ended 65 million years ago.", "65 million years ago", "Y-64999999~", "BC65000000", "B"),
    ("It began 13.8 billion years ago.", "13.8 billion years ago", "Y-13799999999~", "BC13800000000", "B"),
    ("It began about 300,000 years ago.", "about 300,000 years ago", "Y-299999~", "BC300000", "B"),
]


@pytest.mark.parametrize("published", [None, "2013-02-12", "Y12000", "9999-12-31", "-9999"])
@pytest.mark.parametrize(("text", "words", "edtf", "value", "grade"), YEARS)
def test_years_of_any_length_are_kept(
    text: str, words: str, edtf: str, value: str, grade: str, published: str | None
) -> None:
    (mention,) = find_mentions(text, published=published)
    assert (mention.text, mention.edtf, mention.value, mention.grade) == (words, edtf, value, grade)
    assert broken(text, published, whole=True) is None


@pytest.mark.parametrize(
    ("published", "position", "expected"),
    [
        ("", 0, "a date"),
        ("yesterday", 0, "a date"),
        ("12 February 2013", 2, "a year has four"),
        ("2013-2-12", 5, "a month of two digits"),
        ("2013-13", 5, "a month from 01 to 12"),
        ("2013-02-30", 8, "a day from 01 to 28"),
        ("2013-02-12 ", 10, "the end of the date"),
        (" 2013", 0, "a date"),
        ("2013/02/12", 7, "a year has four"),
        ("2013-02-12T25:00:00", 11, "an hour from 00 to 23"),
        ("10000", 4, "written with a Y before it"),
        ("Y1234567890123", 1, "at most 12 digits"),
        ("../..", 0, "a date at one end"),
        ("31-31-2009", 0, "is a month"),
        ("2013-02-12\udfff", 10, "the end"),
    ],
)
def test_a_publication_date_that_is_none_is_refused_with_place_and_advice(
    published: str, position: int, expected: str
) -> None:
    with pytest.raises(EdtfError) as refused:
        find_mentions("It rained in 1961.", published=published)
    assert expected in str(refused.value)
    assert repr(published) in str(refused.value)
    assert "Write" in str(refused.value)
    assert (refused.value.text, refused.value.position) == (published, position)
