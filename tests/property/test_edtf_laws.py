"""Laws of dates that hold for every value."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.property.strategies import BOUNDS, DATES, DAYS, MODS, VALUES, YEARS, day_triples
from timeline.edtf import (
    Bounds,
    Date,
    DateSet,
    Edtf,
    Interval,
    Run,
    bounds,
    civil,
    contains,
    day_number,
    intersection,
    overlaps,
    parse,
    say,
    sort_key,
    weekday,
    width,
)
from timeline.edtf.values import date_flaw
from timeline.errors import EdtfError


@given(VALUES)
def test_what_is_written_is_read_again(value: Edtf) -> None:
    assert parse(str(value)) == value


def read_or_refused(text: str) -> Edtf | EdtfError:
    try:
        return parse(text)
    except EdtfError as error:
        return error


@given(st.text(alphabet="0123456789-/.,XYZT:[]{}?~%+ ", max_size=24))
@example("Y-17000")
@example("-0000")
def test_what_is_read_is_canonical_or_refused_with_a_position(text: str) -> None:
    answer = read_or_refused(text)
    if isinstance(answer, EdtfError):
        assert 0 <= answer.position <= len(text)
        assert f"at position {answer.position}, expected " in str(answer)
    else:
        assert str(answer) == text


@given(VALUES, st.data())
def test_a_broken_date_is_refused_at_a_place_inside_it(value: Edtf, data: st.DataObject) -> None:
    text = str(value)
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + "!" + text[at:]
    with pytest.raises(EdtfError) as error:
        parse(broken)
    assert error.value.position <= at


@given(day_triples())
def test_days_and_numbers_are_inverse(triple: tuple[int, int, int]) -> None:
    assert civil(day_number(*triple)) == triple


@given(DAYS)
def test_the_next_day_has_the_next_number(day: int) -> None:
    assert civil(day) < civil(day + 1)
    assert day_number(*civil(day)) == day
    assert weekday(day + 1) == (weekday(day) + 1) % 7


@given(DATES)
def test_the_first_day_is_no_later_than_the_last(date: Date) -> None:
    limits = bounds(date)
    assert limits.first is not None
    assert limits.last is not None
    assert limits.first <= limits.last
    assert width(date) == limits.last - limits.first + 1


@given(VALUES)
def test_bounds_contain_every_date_inside(value: Edtf) -> None:
    inside: list[object] = []
    if isinstance(value, Interval):
        inside = [value.start, value.end]
    elif isinstance(value, DateSet):
        inside = [d for m in value.members for d in ((m.first, m.last) if isinstance(m, Run) else (m,))]
    for date in inside:
        if isinstance(date, Date) and isinstance(value, DateSet):
            assert contains(value, date)
        elif isinstance(date, Date):
            assert overlaps(value, date)


@given(DATES)
def test_a_qualifier_does_not_move_the_bounds(date: Date) -> None:
    bare = Date(date.year, date.month, date.day, masked=date.masked)
    assert bounds(date) == bounds(bare)


@given(BOUNDS, BOUNDS)
def test_the_intersection_lies_in_both(a: Bounds, b: Bounds) -> None:
    both = intersection(a, b)
    assert both == intersection(b, a)
    assert (both is not None) is overlaps(a, b)
    if both is not None:
        assert contains(a, both)
        assert contains(b, both)


@given(BOUNDS, BOUNDS, DAYS)
def test_a_day_fits_the_intersection_if_it_fits_both(a: Bounds, b: Bounds, day: int) -> None:
    one = Bounds(day, day)
    both = intersection(a, b)
    assert (both is not None and contains(both, one)) is (contains(a, one) and contains(b, one))


@given(BOUNDS, BOUNDS)
def test_what_contain_each_other_are_equal(a: Bounds, b: Bounds) -> None:
    assert contains(a, a)
    assert (contains(a, b) and contains(b, a)) is (a == b)


@given(st.lists(VALUES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_is_total(values: list[Edtf], random: object) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its random as object
    assert sorted(values, key=sort_key) == sorted(shuffled, key=sort_key)


@given(VALUES, VALUES)
def test_only_equal_values_share_a_key(a: Edtf, b: Edtf) -> None:
    assert (sort_key(a) == sort_key(b)) is (a == b)


@given(VALUES, VALUES)
def test_what_ends_before_stands_before(a: Edtf, b: Edtf) -> None:
    last, first = bounds(a).last, bounds(b).first
    if last is not None and first is not None and last < first:
        assert sort_key(a) < sort_key(b)


@given(VALUES, MODS)
def test_words_are_plain(value: Edtf, mod: str | None) -> None:
    words = say(value, mod)
    assert words == words.strip()
    assert "  " not in words
    assert not re.search(r"[\[\]{}~%?X]|\.\.|None", words)


@given(YEARS, YEARS)
def test_different_years_are_said_differently(a: int, b: int) -> None:
    assert (say(Date(a)) == say(Date(b))) is (a == b)


@given(st.integers(-9999, 9999), st.integers(-3, 40), st.integers(-3, 40))
def test_a_flaw_is_told_where_no_date_can_be_made(year: int, month: int, day: int) -> None:
    flaw = date_flaw(year, month, day, 0)
    if flaw is None:
        assert parse(str(Date(year, month, day))) == Date(year, month, day)
    else:
        with pytest.raises(EdtfError):
            Date(year, month, day)
