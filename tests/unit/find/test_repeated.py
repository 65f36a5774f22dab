"""What a text says again is found again just as it would be found by looking."""

from collections.abc import Sequence

import pytest

from timeline.find import find
from timeline.find.repeated import BEFORE, HEAD, HEADS, KEPT, Repeated, Told

UNITS = [
    "The day after the battle he left. ",
    "3 May 1950 and 1,200 men, in (1950) 1950 ships; ",
    "am 3. Mai, “May 1950” ",
    "in May 1950\n",
]


def looked_at(text: str, behind: int, starts: Sequence[int]) -> list[int]:
    """The starts, in order, of which what stands there isn't known from those before."""
    repeated, looked = Repeated(text, behind), []

    def look_at(start: int) -> Told:
        looked.append(start)
        return None, 0

    for start in starts:
        assert repeated.told(start, lambda start=start: look_at(start)) == (None, 0)
    return looked


@pytest.mark.parametrize("unit", UNITS)
def test_the_same_as_by_looking(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unit * 40
    monkeypatch.setattr("timeline.find.engine.LONG", 0)
    again = find(text, asides=True)
    monkeypatch.setattr(Repeated, "told", lambda _, __, look: look())
    assert find(text, asides=True) == again
    assert all(text[one.start : one.end] == one.text for one in again)


def test_what_stands_a_third_time_is_not_looked_at() -> None:
    unit = "in the year 1950 there came a flood, and "
    assert looked_at(unit * 6, 10, range(0, 6 * len(unit), len(unit))) == [0, len(unit)]


def test_what_stands_around_tells() -> None:
    head = "1950".ljust(HEAD, "-")
    text = "".join("x" * 60 + head + end for end in ("yyyy", "yyyy", "yyyy", "zzzz"))
    starts = [at for at in range(len(text)) if text.startswith(head, at)]
    assert looked_at(text, HEAD + 4, starts) == [starts[0], starts[1], starts[3]]


def test_the_start_of_the_text_tells() -> None:
    text = "1950" * 60
    near = [at for at in range(0, len(text) - HEAD, 4) if at <= BEFORE]
    assert looked_at(text, 4, [*near, *near]) == [*near, 0]


def test_it_remembers_few() -> None:
    text = "".join(f"{year} " for year in range(1000, 1000 + 2 * KEPT)) * 2
    half = range(0, len(text) // 2 - BEFORE, 5)
    far = [at + len(text) // 2 for at in half]
    assert len(half) > KEPT
    assert looked_at(text, 30, [*half, *far, far[0], far[-1]]) == [*half, *far, far[0]]


def test_it_remembers_no_more_heads() -> None:
    text = "".join(f"{number:08}".ljust(HEAD) for number in range(HEADS + 1)) + " " * BEFORE
    starts = range(0, (HEADS + 1) * HEAD, HEAD)
    assert looked_at(text, 4, [*starts, 0, 0, 0, starts[-1], starts[-1]])[len(starts) :] == [0, 0, starts[-1]]
