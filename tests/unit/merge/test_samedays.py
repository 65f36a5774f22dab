"""A day of which each of two accounts of one matter tells one thing is one happening, whatever the words."""

import pytest

from tests.unit.merge.material import ONE, TWO, events_of

MET = "The two tunnels met on {9 August 1844=1844-08-09}. "
CHEERED = "On {9 August 1844=1844-08-09} miners cheered and threw their caps. "


def on_the_day(*articles: str) -> list[int]:
    """How many articles each event of 9 August 1844 cites."""
    return [len({c.document for c in e.citations}) for e in events_of(*articles)[0] if e.edtf == "1844-08-09"]


def test_two_accounts_of_one_matter_tell_one_happening_of_a_day() -> None:
    assert on_the_day(ONE + MET, TWO + CHEERED) == [2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MET, CHEERED),  # nothing else in common
        (ONE + MET + "On {9 August 1844=1844-08-09} a barn burned in Ystad. ", TWO + CHEERED),  # two things of that day
        (ONE + "The two tunnels will meet on {9 August 1844=1844-08-09}. ", TWO + CHEERED),  # a plan
        (  # nobody in common, and sorts far apart
            ONE + "Norway and Sweden signed a treaty on {9 August 1844=1844-08-09}. ",
            TWO + "On {9 August 1844=1844-08-09} Karl Holm was born. ",
        ),
    ],
)
def test_what_keeps_two_happenings_of_a_day_apart(first: str, second: str) -> None:
    assert 2 not in on_the_day(first, second)
