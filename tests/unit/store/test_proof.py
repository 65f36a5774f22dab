"""When a file is opened, each quote is held against its document: what moved is found, what is gone is marked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.store.made import COLLECTION
from timeline.model import Collection
from timeline.store import doubts, dump, load


def with_text(change: tuple[str, str]) -> Collection:
    """The collection made by hand, its first text changed after it was written."""
    data: dict[str, Any] = json.loads(dump(COLLECTION))
    data["documents"][0]["text"] = data["documents"][0]["text"].replace(*change)
    return load(json.dumps(data), "c.json")


def test_what_stands_is_not_marked() -> None:
    again = load(dump(COLLECTION), "c.json")
    assert {c.standing for event in again.events for c in event.citations} == {"stands"}
    assert {mention.standing for mention in again.mentions} == {"stands"}
    assert doubts(again) == ()
    assert "standing" not in dump(again)


@pytest.mark.parametrize(
    "change", [("The bridge\n", "The old bridge\n"), ("\n\n", "\n\nUpdated.\n\n"), ("The bridge\n\n", "")]
)
def test_what_moved_is_found(change: tuple[str, str]) -> None:
    moved = with_text(change)
    text = moved.documents[0].text
    (citation, *_) = moved.events[0].citations
    assert citation.standing == "moved"
    assert text[citation.selector.start : citation.selector.end] == citation.selector.exact
    assert citation.selector.exact == COLLECTION.events[0].citations[0].selector.exact
    assert [(m.standing, text[m.start : m.end]) for m in moved.mentions] == [
        ("moved", m.text) for m in COLLECTION.mentions
    ]
    count = len(moved.events[0].citations) + len(moved.mentions)
    assert doubts(moved)[0].endswith(f"of its quotes and dates {count} moved.")
    assert {c.standing for c in load(dump(moved), "c.json").events[0].citations} == {"stands"}, "once found, it stands"


def test_what_is_missing_is_kept() -> None:
    lost = with_text(("opened in 1931", "opened"))
    before = COLLECTION.events[0].citations
    assert len(lost.events[0].citations) == len(before)
    assert lost.events[0].citations[0].standing == "missing"
    assert lost.events[0].citations[0].selector.exact == before[0].selector.exact
    assert lost.mentions[0].standing == "missing"
    assert lost.mentions[0].text == "1931"
    assert "missing" in doubts(lost)[0]
    again = load(dump(lost), "c.json")
    assert (again.events, again.mentions[0]) == (lost.events, lost.mentions[0]), "it stays missing"


def test_a_quote_told_twice_is_found_by_what_stands_around_it() -> None:
    twice = with_text(("The bridge\n\n", "The bridge was opened in 1931. So they say.\n\nThe tale\n\n"))
    citation = twice.events[0].citations[0]
    assert citation.standing == "moved"
    assert citation.selector.start == twice.documents[0].text.index("\n\nThe bridge was") + 2


def test_a_text_that_is_gone_loses_nothing_else() -> None:
    data: dict[str, Any] = json.loads(dump(COLLECTION))
    data["documents"][0]["text"] = ""
    empty = load(json.dumps(data), "c.json")
    assert {c.standing for event in empty.events for c in event.citations} == {"missing"}
    assert {(m.standing, m.start, m.end) for m in empty.mentions if m.document == "d1"} == {("missing", 0, 0)}
