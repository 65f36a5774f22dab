"""What finding costs, counted in places that the rules look at: in proportion to the text, whatever it holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from timeline.find import engine, find, ruleset

HOSTILE = [
    "0123456789", "the day after ", "January February March ", "May ", "1950–1951–", "1,950,", "10:", "–", "“‘", "([{",
    "a", "e\u0301", "二月", "😀", "\ue000", "\n", "two years after the ", "between ", "the the ", "\ud800",
]  # fmt: skip


class Counted:
    """A set of rules that counts how often it is asked, and about how many bytes."""

    def __init__(self, rules: Callable[[bytes], Sequence[int]]) -> None:
        self.rules, self.calls, self.size = rules, 0, 0

    def __call__(self, window: bytes) -> Sequence[int]:
        self.calls, self.size = self.calls + 1, self.size + len(window)
        return self.rules(window)


def asked(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    rules = ruleset("en")
    counted = [Counted(level.which) for level in rules.levels]
    levels = tuple(replace(level, which=which) for level, which in zip(rules.levels, counted, strict=True))
    monkeypatch.setattr(engine, "ruleset", lambda _: replace(rules, levels=levels))
    find(text)
    assert all(one.size <= engine.REACH * one.calls for one in counted)
    return sum(one.calls for one in counted)


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    once, fourfold = (asked(unit * count, monkeypatch) for count in (500, 2000))
    assert fourfold <= 4 * once + 8
    assert fourfold <= len(unit) * 2000


@pytest.mark.parametrize("unit", ["no word of time here. ", "a", "–", "😀", "\n", "12,345,678,"])
def test_where_nothing_can_begin_no_rule_is_asked(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(unit * 1000, monkeypatch) <= 1
