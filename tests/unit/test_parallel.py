"""Work spread over processes gives what one process gives, in order, and ends when it is broken off."""

from __future__ import annotations

import os
import threading

import pytest

from timeline.errors import TimelineError
from timeline.parallel import helpers, spread


def double(shared: list[int], number: int) -> tuple[int, int]:
    return shared[number] * 2, os.getpid()


def die(shared: object, number: int) -> None:
    os._exit(1)


def refuse(shared: object, number: int) -> None:
    raise ValueError(number)


GIVEN = list(range(40))
SIZES = [10_000] * 40


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order(processes: int) -> None:
    results = list(spread(double, GIVEN, SIZES, processes))
    assert [value for value, _ in results] == [2 * n for n in GIVEN]
    others = {pid for _, pid in results} - {os.getpid()}
    assert bool(others) == (processes > 1)


def test_from_a_program_with_threads_a_fresh_process_is_started() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert helpers([10**6] * 8, None) == 1, "not by itself"
        assert [value for value, _ in spread(double, GIVEN, SIZES, 2)] == [2 * n for n in GIVEN]
    finally:
        done.set()
        thread.join()


def test_it_can_be_broken_off() -> None:
    results = spread(double, GIVEN, SIZES, 2)
    next(results)
    results.close()


def test_errors_come_through() -> None:
    with pytest.raises(ValueError, match="0"):
        list(spread(refuse, None, SIZES, 2))
    with pytest.raises(TimelineError, match="fewer workers"):
        list(spread(die, None, SIZES, 2))


@pytest.mark.parametrize(
    ("sizes", "wanted", "count"),
    [([], None, 1), ([100] * 50, None, 1), ([100] * 50, 3, 3), ([10**7], None, 1), ([100], 8, 1), ([100] * 9, 0, 1)],
)
def test_how_many(sizes: list[int], wanted: int | None, count: int) -> None:
    assert helpers(sizes, wanted) == count


def _again(shared: list[list[str]], number: int) -> tuple[list[str], list[str]]:
    return shared[number], [*shared[number]]


def _own(shared: list[list[str]], number: int) -> list[object]:
    return [shared[number]]


def test_a_helper_sends_back_no_copy_of_what_is_here() -> None:
    shared = [["Lund"], ["Oslo"], ["Bergen"]]
    for given, (same, new) in zip(shared, spread(_again, shared, [5, 5, 5], 2, _own), strict=True):
        assert same is given
        assert new == given
        assert new is not given
