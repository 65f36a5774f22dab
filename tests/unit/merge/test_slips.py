"""Two near dates that two accounts of one matter give for the same are one event that shows both."""

import pytest

from tests.unit.merge.material import ONE, TWO, events_of

CLOSES = "In {1873=1873} the mill closed. "
SHUT = "Falk's Mill was shut for good in {1874=1874}. "


def contradicted(*articles: str) -> list[tuple[str, str]]:
    """The dates of each event in conflict."""
    return [(e.edtf, c.edtf) for e in events_of(*articles)[0] for c in e.conflicts]


@pytest.mark.parametrize(
    ("one", "two", "dates"),
    [
        (CLOSES, SHUT, {"1873", "1874"}),
        (
            "The bridge was freed from toll in {1879=1879}. ",
            "In {1880=1880} they did away with the toll on the bridge. ",
            {"1879", "1880"},
        ),
        (
            "In {August 1902=1902-08} a storm wrecked the pier. ",
            "The pier was torn away in {August 1903=1903-08}. ",
            {"1902-08", "1903-08"},
        ),
    ],
)
def test_each_account_gives_its_date(one: str, two: str, dates: set[str]) -> None:
    (pair,) = contradicted(ONE + one, TWO + two)
    assert set(pair) == dates


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (CLOSES, SHUT),  # nothing else in common
        (ONE + CLOSES, TWO + "Falk's Mill was shut for good in {1876=1876}. "),  # too far apart
        (ONE + CLOSES + "A barn was sold in {1874=1874}. ", TWO + SHUT),  # more is told of these years
        (ONE + CLOSES, TWO + "In {1874=1874} the school was shut. "),  # no word in common
        (ONE + CLOSES, TWO + "The mill closed again in {1874=1874}. "),  # done anew
        (ONE + CLOSES, TWO + "Falk's Mill will be shut in {1874=1874}. "),  # a plan
        (ONE + "The mill burned in {1873=1873}. ", TWO + "Falk's Mill was sold in {1874=1874}. "),  # two sorts
        (ONE + "The king visited the mill in {1873=1873}. ", TWO + "The king toured the mill in {1874=1874}. "),
    ],
)
def test_what_keeps_two_near_happenings_apart(one: str, two: str) -> None:
    assert not contradicted(one, two)
