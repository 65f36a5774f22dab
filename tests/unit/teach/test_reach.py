"""How far a date reaches as people mean it."""

import pytest

from timeline.edtf import bounds, iso
from timeline.teach.reach import reach

WIDER = [
    ("18XX", None, "1800-01-01", "1901-01-01"),
    ("1962-24", None, "1961-12-01", "1963-02-28"),
    ("1962-22", None, "1961-12-01", "1963-02-28"),
    ("0520~", None, "0509-12-24", "0531-01-08"),
    ("../1453", "BEFORE", None, "1453-12-31"),
    ("1945/..", None, "1945-01-01", None),
    ("1945", "AFTER", "1945-01-01", None),
    ("[1914,1918]", None, "1914-01-01", "1918-12-31"),
    ("1961-07~", None, "1961-03-31", "1961-10-31"),
]


@pytest.mark.parametrize(("value", "mod", "first", "last"), WIDER)
def test_reach(value: str, mod: str | None, first: str | None, last: str | None) -> None:
    limits = reach(value, mod)
    assert (None if limits.first is None else iso(limits.first)) == first
    assert (None if limits.last is None else iso(limits.last)) == last


@pytest.mark.parametrize("value", ["1961-07-11", "1961-07", "1961", "193X", "1950/1953", "-0499/-0400", "[1914,1915]"])
def test_what_is_plain_reaches_as_far_as_its_bounds(value: str) -> None:
    assert reach(value) == bounds(value)


@pytest.mark.parametrize(
    "value", ["1850~", "-3199~", "18XX", "1962-24", "193X~", "1400~/1987", "[1914~,1918]", "1961-07-11?"]
)
def test_never_narrower_than_the_bounds(value: str) -> None:
    near, far = bounds(value), reach(value)
    assert far.first <= near.first  # type: ignore[operator]
    assert far.last >= near.last  # type: ignore[operator]
