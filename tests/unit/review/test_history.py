"""Who changed what, when, from what."""

from __future__ import annotations

from tests.unit.review.made import OTHER, WHO, after, fresh, read, telling
from timeline.review.history import history, latest
from timeline.review.log import undo
from timeline.review.wishes import accept, edit, edit_article, make_event, merge, opinion, set_date, settle, split


def words(now, target: str) -> list[str]:
    return [change.words for change in history(now, target)]


def test_each_step_in_words_with_what_was_before() -> None:
    museum = telling(fresh(), "museum").id
    now = after(fresh(), set_date(fresh(), [museum], "1953-21", typed="spring 1953", why="the plaque", **WHO))
    now = after(now, edit(now, [museum], {"headline": "A museum", "add_tags": ["culture"]}, **OTHER))
    now = after(now, accept(now, [museum], **OTHER))
    now = after(now, undo(now.log, **OTHER))
    steps = history(now, museum)
    assert [step.words for step in steps] == [
        "set the date to spring 1953 (typed “spring 1953”), from May 1952",
        "changed the headline to “A museum”, from “The town of Larn founded a museum”; added the tags “culture”",
        "accepted it as spring 1953",
        "took back: accepted it as spring 1953",
    ]
    assert [(step.number, step.by, step.why, step.counts) for step in steps] == [
        (1, "Ada", "the plaque", True), (2, "Ben", "", True), (3, "Ben", "", False), (4, "Ben", "", True),
    ]  # fmt: skip
    assert [step.number for step in latest(now, 2)] == [4, 3]


def test_joined_and_split_events_bring_their_histories_along() -> None:
    ferry, mill = telling(fresh(), "Swallow").id, telling(fresh(), "mill").id
    now = after(fresh(), set_date(fresh(), [mill], "1941", **WHO))
    now = after(now, merge(now, [ferry, mill], **WHO))
    now = after(now, split(now, ferry, [0], headline="The first", **WHO))
    made = now.log[-1].after["event"]["id"]
    for name in (ferry, made):
        told = words(now, name)
        assert told[0].startswith("set the date to 1941")
        assert told[1].startswith("made one event of “A ferry named Swallow sank in the river”, “The old")
        assert told[2].startswith("split “The first”")


def test_what_else_people_do() -> None:
    bridge, letter = telling(fresh(), "opened the Harbour").id, read().documents[2]
    now = after(fresh(), settle(fresh(), bridge, "so it is", value="1931-05-03", **WHO))
    now = after(now, edit_article(now, letter.id, {"author": "A. Moss"}, **WHO))
    now = after(now, make_event(now, letter.id, 10, 30, "1958", "The choir sang", **WHO))
    now = after(now, opinion(now, [bridge], "date", value="1931", **OTHER))
    assert words(now, bridge) == ["settled the disagreement at 3 May 1931", "held as a second reader that it was 1931"]
    assert words(now, letter.id) == ["changed the author to “A. Moss”, from none"]
    assert words(now, now.log[2].targets[0]) == ["made the event “The choir sang” (1958) by hand"]
