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
        # one bank by its name, and by what the text is about
        (
            "Falk's Bank was nationalised on {17 May 1874=1874-05-17}. ",
            "On {22 May 1874=1874-05-22} Falk's Bank was taken into public ownership. ",
            {"1874-05-17", "1874-05-22"},
        ),
        # one death in two days: neither account tells another
        (
            "Otto Brandt died at Ystad on {10 June 1874=1874-06-10}. ",
            "On {11 June 1874=1874-06-11} the old king died. ",
            {"1874-06-10", "1874-06-11"},
        ),
        # "it" burned: the same thing that the other names
        (
            "The Theatre Royal was let. It burned down in {1863=1863} in a play of Faust's. ",
            "Fire destroyed the Theatre Royal in {1864=1864}. ",
            {"1863", "1864"},
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
        (ONE + "The canal was begun in {1873=1873}. ", TWO + "The canal was finished in {1874=1874}. "),
        (ONE + "The canal was begun in {1873=1873}. ", TWO + "The canal was opened in {1874=1874}. "),
        (
            ONE + "The Theatre Royal burned down in {1873=1873}. ",
            TWO + "A storm hit the Theatre Royal in {1874=1874}. ",
        ),
        (ONE + "Otto Brandt died in {1873=1873}. ", TWO + "In {1874=1874} the old king died. "),  # years
        (ONE + "Otto Brandt was arrested in {1873=1873}. ", TWO + "In {1874=1874} they were arrested for debt. "),
        (ONE + "The king visited the mill in {1873=1873}. ", TWO + "The king toured the mill in {1874=1874}. "),
    ],
)
def test_what_keeps_two_near_happenings_apart(one: str, two: str) -> None:
    assert not contradicted(one, two)
