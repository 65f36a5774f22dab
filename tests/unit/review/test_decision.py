"""A decision and its object in a file."""

from __future__ import annotations

import json

import pytest

from tests.unit.review.made import OTHER, WHO, after, fresh, telling
from timeline.errors import ReviewError
from timeline.model import Decision
from timeline.review.log import redo, undo
from timeline.review.wishes import accept, edit_article, make_event, merge, opinion, set_aside, set_date, split


def test_every_decision_comes_back_from_its_object() -> None:
    now = fresh()
    bridge, mill, ferry = (telling(now, words).id for words in ("opened the Harbour", "mill", "Swallow"))
    document = now.collection.documents[0].id
    made = [
        accept(now, [bridge], **WHO),
        set_date(now, [bridge], "1931", mod="START", typed="early 1931", **WHO),
        merge(now, [mill, ferry], **WHO),
        split(now, ferry, [1], **WHO),
        set_aside(now, [mill, ferry], why="not of the town", **WHO),
        make_event(now, document, 20, 40, "1931", "A bridge", **WHO),
        edit_article(now, document, {"author": "T. Hill"}, **WHO),
        opinion(now, [mill], "date", value="1941", **OTHER),
    ]
    for decision in made:
        assert Decision.of(json.loads(json.dumps(decision.plain()))) == decision
    log = after(now, made[0]).log
    back = undo(log, **WHO)
    assert Decision.of(back.plain()) == back
    again = redo((*log, back), **WHO)
    assert (again.action, again.undoes) == ("redo", back.id)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"action": "applaud"}, "no action that this version knows"),
        ({"targets": "e1"}, "'targets' must be a list"),
        ({"before": []}, "must be objects"),
        ({"quotes": [{"target": "e1", "document": "d", "start": 3, "end": 1, "exact": ""}]}, "must be offsets"),
        ({"at": None}, "'at' must be a text"),
    ],
)
def test_an_object_that_is_no_decision_is_told(change: dict[str, object], sentence: str) -> None:
    plain = {"id": "r1", "by": "", "at": "2026-03-01T10:00:00Z", "action": "accept", "targets": ["e1"]}
    assert Decision.of(plain).targets == ("e1",)
    with pytest.raises(ReviewError, match=sentence):
        Decision.of({**plain, **change})


def test_a_key_that_is_missing_is_named() -> None:
    with pytest.raises(ReviewError, match="'by' is missing"):
        Decision.of({"id": "r1"})


def test_ids_differ_by_place_in_the_log_and_stay_the_same_otherwise() -> None:
    now = fresh()
    one = accept(now, [now.collection.events[0].id], **WHO)
    assert one == accept(now, [now.collection.events[0].id], **WHO)
    assert accept(after(now, one), [now.collection.events[0].id], **WHO).id != one.id
