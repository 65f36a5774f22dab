"""Everything to a file and back: from either database, into either database, and nothing else taken for a backup."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.store.made import BRIDGE, COLLECTION
from timeline.errors import ChangedMeanwhileError, DatabaseError
from timeline.store import dump
from timeline.store.workspace import Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"
Opened = Callable[[], Workspace]


def test_a_backup_brings_everything_back(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    empty = workspace.make("Empty", at=NOON)
    workspace.delete(empty.id, at=NOON)
    before = workspace.collections(deleted=True)
    workspace.backup(tmp_path / "all.backup")
    workspace.rename(made.id, "Ponts", at=NOON)
    workspace.decide(made.id, [{"id": "x", "targets": ["e1"]}], at=NOON)
    workspace.make("Later", at=NOON)
    kept = workspace.restore(tmp_path / "all.backup")
    back = workspace.collections(deleted=True)
    assert back == tuple(replace(old, revision=new.revision) for old, new in zip(before, back, strict=True))
    assert workspace.save(made.id) == dump(COLLECTION)
    assert workspace.read(made.id).collection == COLLECTION
    assert kept is not None
    with open_workspace(kept) as replaced:
        assert {one.name for one in replaced.collections()} == {"Ponts", "Later"}
        assert len(replaced.decisions(made.id)) == 2
    kept.unlink()


def test_what_rests_on_the_state_before_sees_that_it_is_over(opened: Opened, tmp_path: Path) -> None:
    server, other = opened(), opened()
    made = server.make("Bridges", at=NOON)
    server.bring(made.id, [BRIDGE], at=NOON)
    other.backup(tmp_path / "all.backup")
    before = server.bring(made.id, [replace(BRIDGE, id="again", sha256="f" * 64)], at=NOON).revision
    kept = other.restore(tmp_path / "all.backup")
    assert server.revision(made.id) > before
    with pytest.raises(ChangedMeanwhileError):  # the articles are others than were read
        server.keep_reading(made.id, replace(COLLECTION, documents=(BRIDGE,)), of_revision=before, at=NOON)
    assert kept is not None
    kept.unlink()


def test_a_backup_is_a_database_that_opens_anywhere(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.backup(tmp_path / "all.backup")
    with open_workspace(tmp_path / "elsewhere.db") as other:
        assert other.restore(tmp_path / "all.backup") is None
        assert other.save(made.id) == dump(COLLECTION)
        other.decide(made.id, [{"id": "x", "targets": ["e1"]}], expecting={"e1": 1}, at=NOON)
        with pytest.raises(DatabaseError, match="decisions are never"), other._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM decisions")


def test_after_restoring_articles_can_be_brought(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.make("Bridges", at=NOON)
    workspace.backup(tmp_path / "all.backup")
    kept = workspace.restore(tmp_path / "all.backup")
    workspace.bring(made.id, [BRIDGE], at=NOON)
    assert workspace.documents(made.id) == (BRIDGE,)
    assert kept is not None
    kept.unlink()


def test_a_backup_overwrites_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(DatabaseError, match=r"mine\.txt: this file is there already; name another one"):
        workspace.backup(tmp_path / "mine.txt")
    with pytest.raises(
        DatabaseError, match=r"all\.backup: it can't be opened; check its name and the permissions of its folder"
    ):
        workspace.backup(tmp_path / "nowhere" / "all.backup")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []


def not_there(_path: Path) -> None:
    return None


def a_text(path: Path) -> None:
    path.write_text("Dear diary, " * 100)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE collections (id)")


def a_newer_one(path: Path) -> None:
    with open_workspace(path) as newer, newer._database.writing() as connection:
        connection.exec_driver_sql("UPDATE timeline_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (not_there, "can't be read .*; name a backup"),
        (a_text, "this is no database"),
        (nothing, "this is no backup of Timeline"),
        (another_database, "this is no backup of Timeline"),
        (a_newer_one, "written by a newer Timeline"),
    ],
)
def test_what_is_no_backup_changes_nothing(
    workspace: Workspace, tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    make(tmp_path / "wrong")
    with pytest.raises(DatabaseError, match=f"^{re.escape(str(tmp_path / 'wrong'))}: .*{sentence}"):
        workspace.restore(tmp_path / "wrong")
    assert workspace.save(made.id) == dump(COLLECTION)
