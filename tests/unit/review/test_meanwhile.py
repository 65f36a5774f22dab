"""Which decisions about the same event may be taken by people who don't see each other's."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.model import Decision
from timeline.review.meanwhile import stands_beside


def about(action: Any, **after: Any) -> Decision:
    return Decision("x", "Ada", "2026-03-01T10:00:00Z", action, ("e1",), after=after)


ACCEPT, OPINION, MERGE, UNDO = about("accept"), about("opinion", verdict="date"), about("merge"), about("undo")
DATE = about("date", edtf="1931", mod=None)
HEADLINE, NOTE = about("edit", headline="A bridge"), about("edit", note="see the map")
SEA, IRON, NO_SEA = about("edit", add_tags=["sea"]), about("edit", add_tags=["iron"]), about("edit", drop_tags=["sea"])
TAGS = about("edit", tags=["sea", "iron"])
TITLE, WRITTEN = about("article", title="Bridges"), about("article", published="1931")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SEA, IRON), (SEA, DATE), (SEA, HEADLINE), (SEA, ACCEPT), (TAGS, DATE), (NOTE, ACCEPT), (NOTE, HEADLINE),
        (DATE, HEADLINE), (ACCEPT, ACCEPT), (TITLE, WRITTEN), (OPINION, OPINION), (OPINION, MERGE), (OPINION, DATE),
        (OPINION, ACCEPT), (OPINION, UNDO),
    ],
)  # fmt: skip
def test_different_things_stand_beside_each_other(one: Decision, other: Decision) -> None:
    assert stands_beside(one, [other])
    assert stands_beside(other, [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DATE, DATE), (HEADLINE, HEADLINE), (NOTE, NOTE), (SEA, NO_SEA), (SEA, TAGS), (TAGS, TAGS), (ACCEPT, DATE),
        (ACCEPT, HEADLINE), (MERGE, SEA), (MERGE, ACCEPT), (UNDO, NOTE), (about("split"), DATE),
        (about("set aside"), about("set aside")), (about("restore"), ACCEPT), (about("settle"), DATE), (TITLE, TITLE),
    ],
)  # fmt: skip
def test_the_same_thing_does_not(one: Decision, other: Decision) -> None:
    assert not stands_beside(one, [other])
    assert not stands_beside(other, [one])


def test_each_of_the_others_counts() -> None:
    assert stands_beside(SEA, [])
    assert stands_beside(SEA, [IRON, DATE])
    assert not stands_beside(SEA, [IRON, TAGS, DATE])
