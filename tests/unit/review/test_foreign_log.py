"""A log from elsewhere may say anything: what makes no sense is told, and the collection is opened all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.review.made import fresh, read, telling
from timeline.chart import compact, payload
from timeline.review import decided
from timeline.review.history import history, latest
from timeline.review.queue import queue
from timeline.review.readers import agreement, second_readers
from timeline.store import collection_file

BRIDGE = telling(fresh(), "opened the Harbour").id
POST = read().documents[0].id
NEW = {"id": "e0", "edtf": "1931", "headline": "A bridge"}


def one(action: str, *targets: str, **more: Any) -> dict[str, Any]:
    return {
        "id": "r1", "by": "Ada", "at": "2026-03-01T10:00:00Z", "action": action, "targets": list(targets), "before": {},
        "after": {}, "quotes": [], "why": "", "undoes": None, **more,
    }  # fmt: skip


def opened(*log: dict[str, Any]) -> Any:
    """The collection with this log, after all was asked of it that a page asks."""
    now = decided(replace(read(), decisions=log))
    queue(now), latest(now, 30), history(now, BRIDGE), [agreement(now, name) for name in second_readers(now)]
    compact(payload(now.collection)), collection_file.dump(now.collection)
    return now


@pytest.mark.parametrize(
    "broken",
    [
        one("accept", BRIDGE, before={BRIDGE: 5}),
        one("accept", BRIDGE, before={BRIDGE: {"edtf": 5}}),
        one("date", BRIDGE),
        one("date", BRIDGE, after={"edtf": "some day"}),
        one("date", BRIDGE, after={"edtf": "1931", "mod": 5}),
        one("edit", BRIDGE, after={"headline": 5}),
        one("edit", BRIDGE, after={"tags": 5}),
        one("edit", BRIDGE, after={"add_tags": [5]}),
        one("merge", after={"edtf": "1931"}),
        one("merge", BRIDGE, BRIDGE, after={"edtf": "1931-99"}),
        one("split", BRIDGE),
        one("split", BRIDGE, after={"event": {"id": "e0"}}),
        one("split", BRIDGE, after={"event": {**NEW, "edtf": "some day"}}),
        one("split", BRIDGE, after={"event": NEW, "stays": {"edtf": 5}}),
        one("make", after={"event": 7}),
        one("make", after={"event": {**NEW, "headline": 5}}),
        one("settle", BRIDGE, after={"edtf": {}}),
        one("article"),
        one("article", POST, after={"published": "some day"}),
        one("article", POST, after={"kind": "rumour"}),
        one("article", POST, after={"title": 9}),
        one("opinion", BRIDGE, after={"verdict": "date", "edtf": 5}),
        one("undo", BRIDGE),
        one("redo", BRIDGE, undoes=5),
    ],
    ids=lambda broken: f"{broken['action']} {broken['after'] or broken['before']}",
)
def test_a_decision_that_makes_no_sense_is_told_and_changes_nothing(broken: dict[str, Any]) -> None:
    now = opened(broken)
    (lapsed,) = now.lapsed
    assert lapsed.reason.startswith("A decision of the log can't be read: ")
    assert lapsed.reason.endswith(".")
    assert now.collection.events == read().events
    assert now.collection.documents == read().documents
    assert now.collection.decisions == (broken,), "the file keeps it as it is"


@pytest.mark.parametrize(
    "newer",
    [
        one("article", POST, after={"title": "A bridge", "reviewed_by": "Ben", "text": "Nothing.", "id": "d0"}),
        one("edit", BRIDGE, after={"headline": "A bridge", "weight": 5}),
        one("date", BRIDGE, after={"edtf": "1931", "clock": {"hour": 5}}),
    ],
    ids=lambda newer: newer["action"],
)
def test_what_a_newer_version_says_besides_is_let_be(newer: dict[str, Any]) -> None:
    now = opened(newer)
    assert now.lapsed == ()
    assert [one.text for one in now.collection.documents] == [one.text for one in read().documents]


def test_an_undo_of_itself_or_of_nothing_changes_nothing() -> None:
    for name in ("r1", "r9", ""):
        assert opened(one("undo", BRIDGE, undoes=name)).collection.events == read().events
