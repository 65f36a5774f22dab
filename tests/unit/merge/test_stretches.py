"""Months told one after another for one happening are one stretch of time; everything else keeps its own date."""

import pytest

from tests.unit.merge.material import events_of

ONE = [
    ("Otto Berg dug for gold at Lund in {July=1998-07} and {August 1998=1998-08}.", "1998-07/1998-08"),
    ("A fair was held in {December 1998=1998-12} and {January 1999=1999-01}.", "1998-12/1999-01"),
]
TWO = [
    "Otto Berg dug for gold at Lund in {July=1998-07} and {September 1998=1998-09}.",  # not in a row
    "Otto Berg dug for gold at Lund in {July=1998-07} and in {August 1998=1998-08}.",  # told apart
    "Otto Berg won the cup at Lund in {1998=1998} and {1999=1999}.",  # years
]


@pytest.mark.parametrize(("text", "edtf"), ONE)
def test_two_months_in_a_row_are_one_stretch(text: str, edtf: str) -> None:
    (event,) = events_of(text)[0]
    assert event.edtf == edtf
    assert "is one stretch of time" in " ".join(event.derivation)


@pytest.mark.parametrize("text", TWO)
def test_others_are_told_apart(text: str) -> None:
    assert len(events_of(text)[0]) == 2
