"""Exercises and tours, and the counts of a class's answers: kept, found by their code, gone with their collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.store.made import COLLECTION
from timeline.errors import TimelineError, UnknownLessonError
from timeline.store.workspace import Lesson, Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"
LATER = "2013-02-12T13:00:00Z"


def lesson(code: str, place: str, **body: object) -> Lesson:
    return Lesson(code, "exercise", place, NOON, NOON, body)


def test_a_lesson_is_found_by_its_code_and_by_its_collection(workspace: Workspace) -> None:
    shelf = workspace.keep(COLLECTION, "Bridges", at=NOON)
    one, other = lesson("K7M2QP", shelf.id, title="Ponts \x00 é"), lesson("A2B3C4", shelf.id)
    workspace.keep_lesson(one)
    workspace.keep_lesson(other)
    assert workspace.lesson("K7M2QP") == one
    assert workspace.lessons(shelf.id) == (other, one)
    assert workspace.lessons("another") == ()
    with pytest.raises(UnknownLessonError, match="code ZZZZ"):
        workspace.lesson("ZZZZ")


def test_kept_again_it_has_its_new_body_and_the_day_it_was_made(workspace: Workspace) -> None:
    workspace.keep_lesson(lesson("K7M2QP", "korea-china", title="old"))
    workspace.keep_answers("K7M2QP", {"c1": {"b": 3}})
    new = replace(lesson("K7M2QP", "korea-china", title="new"), made=LATER, changed=LATER)
    workspace.keep_lesson(new)
    assert workspace.lesson("K7M2QP") == replace(new, made=NOON)
    assert workspace.answers("K7M2QP") == {"c1": {"b": 3}}


def test_counts_are_those_that_were_kept_last(workspace: Workspace) -> None:
    workspace.keep_lesson(lesson("K7M2QP", "korea-china"))
    workspace.keep_answers("K7M2QP", {"c1": {"b": 3, "a": 1}, "c2": {"\x00": 1}})
    workspace.keep_answers("K7M2QP", {"c1": {"b": 4}})
    assert workspace.answers("K7M2QP") == {"c1": {"b": 4}}
    workspace.remove_lesson("K7M2QP")
    workspace.keep_answers("K7M2QP", {"c1": {"b": 5}})
    assert workspace.answers("K7M2QP") == {}


def test_it_goes_with_its_collection_and_not_before(workspace: Workspace) -> None:
    shelf = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.keep_lesson(lesson("K7M2QP", shelf.id))
    workspace.keep_lesson(lesson("A2B3C4", "korea-china"))
    workspace.delete(shelf.id, at=NOON)
    assert workspace.lesson("K7M2QP").place == shelf.id
    workspace.purge(shelf.id)
    with pytest.raises(TimelineError, match="no exercise or tour"):
        workspace.lesson("K7M2QP")
    assert workspace.lesson("A2B3C4")


def test_lessons_are_in_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    workspace.keep_lesson(lesson("A2B3C4", "korea-china", title="kept"))
    workspace.keep_answers("A2B3C4", {"c1": {"b": 3}})
    workspace.backup(tmp_path / "all.backup")
    workspace.remove_lesson("A2B3C4")
    workspace.keep_lesson(lesson("K7M2QP", "korea-china"))
    kept = workspace.restore(tmp_path / "all.backup")
    assert workspace.lesson("A2B3C4").body == {"title": "kept"}
    assert workspace.answers("A2B3C4") == {"c1": {"b": 3}}
    assert kept is not None
    with open_workspace(kept) as replaced:
        assert [one.code for one in replaced.lessons("korea-china")] == ["K7M2QP"]
    kept.unlink()
    workspace.bring(workspace.make("Later", at=NOON).id, [], at=NOON)
