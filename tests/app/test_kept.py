"""What the server keeps: made once, renewed when its state changes, bounded."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from timeline.app.kept import Kept


def test_a_thing_is_made_once_for_each_state():
    kept, made = Kept(len, 100), []

    def make():
        made.append("x")
        return "x" * len(made)

    assert [kept.get("a", "1", make) for _ in range(3)] == ["x"] * 3
    assert kept.get("a", "2", make) == "xx"
    assert kept.get("a", "1", make) == "xxx"


def test_who_asks_at_the_same_time_gets_the_same():
    kept, made = Kept(len, 100), []

    def make():
        made.append(threading.get_ident())
        begun.wait(5)
        return object.__str__(made)

    begun = threading.Event()
    with ThreadPoolExecutor(8) as people:
        asked = [people.submit(kept.get, "a", "", make) for _ in range(8)]
        begun.set()
        assert len({one.result() for one in asked}) == 1
    assert len(made) == 1


def test_others_get_theirs_while_one_is_made():
    kept = Kept(len, 100)
    other = next(name for name in map(str, range(1000)) if hash(name) % 64 != hash("slow") % 64)
    inside, over = threading.Event(), threading.Event()

    def slow():
        inside.set()
        assert over.wait(5)
        return "slow"

    with ThreadPoolExecutor(1) as people:
        asked = people.submit(kept.get, "slow", "", slow)
        assert inside.wait(5)
        assert kept.get(other, "", lambda: "quick") == "quick"
        over.set()
        assert asked.result() == "slow"


@pytest.mark.parametrize(
    ("asked", "kept_still"),
    [
        ("aaa bbb ccc", "bbb ccc"),
        ("aaa bbb aaa ccc", "aaa ccc"),
        ("aaa bbbbbbbbb", "bbbbbbbbb"),
        ("a b c d", "a b c d"),
    ],
)
def test_what_was_not_asked_for_the_longest_goes(asked, kept_still):
    kept = Kept(len, 6)
    for word in asked.split():
        kept.get(word, "", lambda word=word: word)
    made = []
    for word in dict.fromkeys(asked.split()):
        kept.held(word, "") or made.append(word)
    assert set(asked.split()) - set(made) == set(kept_still.split())


def test_what_can_not_be_made_is_not_kept():
    kept = Kept(len, 10)
    with pytest.raises(LookupError):
        kept.get("a", "", lambda: [][0])
    assert kept.get("a", "", lambda: "made") == "made"
