"""What matches, asked of RE2 itself and by way of its match objects."""

from typing import Any

import pytest
import re2

from timeline.find.matching import NOWHERE, chooser, finder, matcher


class Plain:
    """A pattern, or a set of them, of a package that promises its methods and has nothing else."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        if name in {"_regexp", "_set"}:
            raise AttributeError(name)
        return getattr(self._real, name)


@pytest.fixture(params=[lambda one: one, Plain], ids=["itself", "match objects"])
def taken(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_spans(taken: Any) -> None:
    match = matcher(taken(re2.compile(r"(?P<day>\d+) (?P<month>May|June)( \d{4})?")))
    assert list(match(b"17 June, then")) == [(0, 7), (0, 2), (3, 7), NOWHERE]
    assert match(b"on 17 June")[0] == NOWHERE


def test_places(taken: Any) -> None:
    find = finder(taken(re2.compile(r"\d+")))
    assert list(find(b"7 and 12,345")) == [(0, 1), (6, 8), (9, 12)]
    assert list(find(b"none")) == []


def test_an_empty_match_comes_to_an_end(taken: Any) -> None:
    assert (1, 2) in list(finder(taken(re2.compile(r"\d*")))(b"a1b"))


def test_which_of_a_set(taken: Any) -> None:
    patterns = re2.Set.MatchSet()
    for pattern in ("on", r"\w+ May", "in"):
        patterns.Add(pattern)
    patterns.Compile()
    which = chooser(taken(patterns))
    assert sorted(which(b"on May")) == [0, 1]
    assert list(which(b"at")) == []
