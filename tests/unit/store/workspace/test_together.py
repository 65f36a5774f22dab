"""Wishes of several threads, granted together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from timeline.store.workspace.together import Together


def test_who_comes_while_another_has_the_turn_is_granted_with_all_who_wait() -> None:
    begun, go_on = Event(), Event()
    granted: list[list[int]] = []

    def grant(wishes: Sequence[int]) -> list[int | Exception]:
        granted.append(list(wishes))
        begun.set()
        go_on.wait()
        return [ValueError(f"{wish} is odd") if wish % 2 else 10 * wish for wish in wishes]

    together = Together(grant)
    with ThreadPoolExecutor(8) as threads:
        first = threads.submit(together.ask, 0)
        begun.wait()
        others = [threads.submit(together.ask, wish) for wish in range(1, 8)]
        while len(together._waiting) < len(others):
            time.sleep(0.001)
        go_on.set()
        assert first.result() == 0
        assert [one.result() for one in others[1::2]] == [20, 40, 60]
        for one in others[::2]:
            with pytest.raises(ValueError, match="is odd"):
                one.result()
    assert [sorted(wishes) for wishes in granted] == [[0], [1, 2, 3, 4, 5, 6, 7]]


def test_what_goes_wrong_as_a_whole_everybody_is_told_and_the_next_turn_is_another() -> None:
    def grant(wishes: Sequence[str]) -> list[str]:
        if "bad" in wishes:
            raise OSError("no disk")
        return list(wishes)

    together = Together(grant)
    with pytest.raises(OSError, match="no disk"):
        together.ask("bad")
    assert together.ask("good") == "good"
