"""What two accounts of one matter have each left to tell of a year is one happening, if it can be."""

import pytest

from tests.unit.merge.material import ONE, TWO, events_of

FELLED = "The chimney was felled before a great crowd on {9 August 1878=1878-08-09}. "
BLOWN_UP = "In {1878=1878} the mill chimney was blown up. "


def of_1878(*articles: str) -> list[int]:
    """How many articles each event of 1878 cites."""
    return [len({c.document for c in e.citations}) for e in events_of(*articles)[0] if e.edtf.startswith("1878")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (FELLED, BLOWN_UP),
        (
            "In {May 1878=1878-05} the flood took the weir. ",
            "The great flood of {1878=1878} drowned two men. ",
        ),
        (
            "On {9 May 1878=1878-05-09} a bore broke through. Cows grazed on {2 July 1878=1878-07-02}. ",
            "The bore was through on {9 May 1878=1878-05-09}. ",
        ),
        ("Otto Brandt was stabbed at Ystad in {1878=1878}. ", "In {May 1878=1878-05} Otto Brandt was murdered. "),
    ],
)
def test_the_one_thing_left_of_a_year_is_one_happening(one: str, two: str) -> None:
    assert 2 in of_1878(ONE + one, TWO + two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (FELLED, BLOWN_UP),  # nothing else in common
        (ONE + FELLED + "A barn was sold in {March 1878=1878-03}. ", TWO + BLOWN_UP),  # two things of that year
        (ONE + FELLED, TWO + "In {1878=1878} the parish bought a clock. "),  # no noun in common
        (ONE + FELLED, TWO + "The mill chimney will be blown up in {1878=1878}. "),  # a plan
        (ONE + "Graz was captured in {1878=1878}. ", TWO + "In {1878=1878} Linz was seized. "),  # two towns
    ],
)
def test_what_keeps_two_happenings_of_a_year_apart(one: str, two: str) -> None:
    assert 2 not in of_1878(one, two)
