"""What a text says again is found again just as it would be found by looking."""

import pytest

from timeline.find import find
from timeline.find.repeated import BEFORE, KEPT, Repeated

UNITS = [
    "The day after the battle he left. ",
    "3 May 1950 and 1,200 men, in (1950) 1950 ships; ",
    "am 3. Mai, “May 1950” ",
    "in May 1950\n",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_same_as_by_looking(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unit * 40
    again = find(text, asides=True)
    monkeypatch.setattr(Repeated, "again", lambda *_: None)
    assert find(text, asides=True) == again
    assert all(text[one.start : one.end] == one.text for one in again)


def test_what_stands_around_tells() -> None:
    text = "x" * 60 + "1950" + "y" * 60 + "x" * 60 + "1950" + "z" * 60
    repeated = Repeated(text, 10)
    first, second = text.index("1950"), text.rindex("1950")
    repeated.keep(repeated.around(first), first, (None, 0))
    assert repeated.again(repeated.around(first), first) == (None, 0)
    assert repeated.again(repeated.around(second), second) is None


def test_the_start_of_the_text_tells() -> None:
    repeated = Repeated("1950" * 60, 4)
    assert repeated.around(0) != repeated.around(BEFORE)


def test_it_remembers_few() -> None:
    text = "".join(f"{year} " for year in range(1000, 1000 + 2 * KEPT))
    repeated = Repeated(text, 4)
    for start in range(0, len(text), 5):
        repeated.keep(repeated.around(start), start, (None, 0))
    assert repeated.again(repeated.around(0), 0) is None
    assert repeated.again(repeated.around(len(text) - 5), len(text) - 5) == (None, 0)
