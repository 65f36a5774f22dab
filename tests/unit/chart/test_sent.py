"""The outline as it goes out: from what went out before, the same as made anew."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.browser.made import made
from timeline.chart import Sent, Showing
from timeline.model import Collection, Event


@pytest.fixture(autouse=True)
def few_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.chart.sent.TOGETHER", 3)


def said(one: Sent) -> dict[str, Any]:
    """What goes out, its events one by one."""
    told = json.loads(one.text())
    return {**told, "events": records(told)}


def records(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of an outline as it goes out."""
    return [event for part in told["events"] for event in _of_part(part)]


def _of_part(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: _value(column, at) for key, column in part["columns"].items()} for at in range(part["total"])]


def _value(column: dict[str, Any], at: int) -> Any:
    if "each" in column:
        return column["each"][at]
    if "at" in column:
        return column["of"][column["at"][at]]
    return dict(column.get("but", [])).get(at, column.get("all", column.get("most")))


def test_it_holds_every_event_in_order() -> None:
    told = said(Sent.of(Showing(made()), problems=["a file is broken"]))
    assert [event["id"] for event in told["events"]] == [event.id for event in made().events]
    assert told["problems"] == ["a file is broken"]
    assert told["lanes"] == Showing(made()).head()["lanes"]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_follows_from_the_state_before_is_as_made_anew(data: st.DataObject) -> None:
    before = made()
    known = Sent.of(Showing(before))
    for _ in range(data.draw(st.integers(1, 4))):
        now = changed(data, before)
        known = known.since(before, Showing(now))
        assert said(known) == said(Sent.of(Showing(now)))
        assert sum(part.events for part in known.parts) == len(now.events)
        assert known.first_shown == shown_first(said(known)["events"])
        before = now


def shown_first(events: list[dict[str, Any]]) -> int:
    """As the explorer chooses: the first of those that most articles tell."""
    weights = [event["weight"] for event in events]
    return weights.index(max(weights)) if weights else 0


def changed(data: st.DataObject, collection: Collection) -> Collection:
    """Some events gone, moved, said in other words or of another kind, and one that is new."""
    events = list(collection.events)
    for _ in range(data.draw(st.integers(0, 3))):
        if not events:
            break
        at = data.draw(st.integers(0, len(events) - 1))
        what = data.draw(st.sampled_from(["gone", "moved", "words", "kind", "new", "same"]))
        one = events.pop(at)
        if what == "words":
            events.insert(at, replace(one, headline=data.draw(st.sampled_from(["A fair", "A ferry"]))))
        elif what == "kind":
            events.insert(at, replace(one, kind="Sports"))
        elif what == "new":
            events[at:at] = [one, replace(one, id=f"{one.id}-{len(events)}", headline="A new one")]
        elif what == "moved":
            events.insert(data.draw(st.integers(0, len(events))), replace(one, tags=("moved",)))
        elif what == "same":
            events.insert(at, one)
    return replace(collection, events=tuple(events))


def test_of_a_few_changes_a_few_parts_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made()
    assert len(before.events) > 12
    known = Sent.of(Showing(before))
    events = list(before.events)
    events[4] = replace(events[4], headline="A fair")
    told: list[Event] = []
    real = Showing.outlines
    monkeypatch.setattr(Showing, "outlines", lambda self, some: (told.extend(some), real(self, some))[1])
    now = known.since(before, Showing(replace(before, events=tuple(events))))
    assert events[4] in told
    assert len(told) <= 6
    assert next(part for part in known.parts if part in now.parts) is now.parts[0]


def test_other_articles_or_lanes_make_all_anew() -> None:
    before = made()
    known = Sent.of(Showing(before))
    documents = (replace(before.documents[0], title="Renamed"), *before.documents[1:])
    for now in (replace(before, documents=documents), replace(before, events=before.events[:2])):
        assert said(known.since(before, Showing(now))) == said(Sent.of(Showing(now)))


def test_it_comes_back_from_its_pieces() -> None:
    one = Sent.of(Showing(made()))
    assert Sent.of_pieces(one.pieces()) == one
