"""Readings that newer ones took the place of: the last few are kept, and can be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from tests.unit.store.made import BRIDGE, COLLECTION, EVENT, FELL, OPENED
from timeline.errors import DatabaseError, UnknownCollectionError
from timeline.model import Collection
from timeline.store import dump
from timeline.store.database.migrating import VERSION_TABLE, Migrations
from timeline.store.workspace import Workspace, earlier, open_workspace

NOON, LATER = "2013-02-12T12:00:00Z", "2013-02-13T08:00:00Z"
READ = Collection((BRIDGE,), (OPENED, FELL), (EVENT,), rules="1")


def told(headline: str, rules: str = "1") -> Collection:
    """The reading with another headline."""
    return replace(READ, events=(replace(EVENT, headline=headline),), rules=rules)


def keep(workspace: Workspace, key: str, reading: Collection, at: str = LATER) -> int:
    return workspace.keep_reading(key, reading, of_revision=workspace.revision(key), at=at)


def test_the_reading_before_is_kept_and_opened_by_another_program(opened: Callable[[], Workspace]) -> None:
    first = opened()
    made = first.keep(COLLECTION, "Bridges", at=NOON)
    assert first.readings(made.id) == ()
    keep(first, made.id, told("Another", "2"))
    second = opened()
    (one,) = second.readings(made.id)
    assert (one.number, one.made, one.until, one.rules) == (1, NOON, LATER, COLLECTION.rules)
    assert (one.articles, one.events) == (len(COLLECTION.documents), len(COLLECTION.events))
    assert one.why == {"came": 0, "went": len(COLLECTION.documents) - 1, "described": 0, "rules": True}
    assert second.earlier(made.id, 1) == replace(COLLECTION, unknown={})
    assert (second.collection(made.id).read_at, second.collection(made.id).rules) == (LATER, "2")


def test_what_is_decided_since_is_laid_over_it_too(workspace: Workspace) -> None:
    made = workspace.keep(READ, "Bridges", at=NOON)
    keep(workspace, made.id, told("Another"))
    workspace.decide(made.id, [{"id": "r1", "targets": ["e1"]}], at=LATER)
    assert workspace.earlier(made.id, 1) == replace(READ, decisions=({"id": "r1", "targets": ["e1"]},))


def test_a_reading_that_tells_the_same_is_not_kept_twice(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    revision = workspace.bring(made.id, READ.documents, at=NOON).revision
    workspace.keep_reading(made.id, READ, of_revision=revision, at=NOON)
    keep(workspace, made.id, replace(READ, rules="2"))
    assert workspace.readings(made.id) == ()


def test_why_it_was_read_again_is_told(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    name = COLLECTION.documents[0].id
    workspace.decide(made.id, [{"id": "mine", "action": "article", "targets": [name]}], at=NOON)
    new = workspace.bring(made.id, [replace(BRIDGE, id="new", text="Another.", sha256="f" * 64)], at=NOON).documents
    more = (*COLLECTION.documents, *new)
    keep(workspace, made.id, replace(COLLECTION, documents=more, events=told("Another").events))
    assert workspace.readings(made.id)[0].why == {"came": 1, "went": 0, "described": 1, "rules": False}


def test_only_the_last_ones_are_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workspace.keep(READ, "Bridges", at=NOON)
    for number in range(earlier.MOST + 3):
        keep(workspace, made.id, told(f"Reading {number}"))
    assert [one.number for one in workspace.readings(made.id)] == list(range(earlier.MOST + 3, 3, -1))
    with pytest.raises(UnknownCollectionError, match="“Bridges” has no reading 3: only the last"):
        workspace.earlier(made.id, 3)
    assert workspace.earlier(made.id, 4).events[0].headline == "Reading 2"
    monkeypatch.setattr(earlier, "MOST_BYTES", 10)
    keep(workspace, made.id, told("The last"))
    assert [one.number for one in workspace.readings(made.id)] == [earlier.MOST + 4], "the last one is kept"


def test_a_copy_has_them_and_what_is_purged_has_none(workspace: Workspace) -> None:
    made = workspace.keep(READ, "Bridges", at=NOON)
    keep(workspace, made.id, told("Another"))
    copy = workspace.duplicate(made.id, "Ponts", at=LATER)
    workspace.purge(made.id)
    assert workspace.earlier(copy.id, 1) == READ
    with pytest.raises(UnknownCollectionError):
        workspace.readings(made.id)


def test_a_backup_has_them(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.keep(READ, "Bridges", at=NOON)
    keep(workspace, made.id, told("Another"))
    workspace.backup(tmp_path / "backup.db")
    workspace.purge(made.id)
    workspace.restore(tmp_path / "backup.db")
    assert workspace.earlier(made.id, 1) == READ


def test_no_unicode_comes_back_too(workspace: Workspace) -> None:
    made = workspace.keep(told("half \ud800 of it\n\nand a NUL \0"), "Bridges", at=NOON)
    keep(workspace, made.id, READ)
    assert workspace.earlier(made.id, 1).events[0].headline == "half \ud800 of it\n\nand a NUL \0"


def test_a_broken_one_is_told(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.db") as workspace:
        made = workspace.keep(READ, "Bridges", at=NOON)
        keep(workspace, made.id, told("Another"))
        with sqlite3.connect(tmp_path / "w.db") as connection:
            connection.execute("UPDATE earlier SET body = ?", (b"broken",))
        with pytest.raises(DatabaseError, match="broken"):
            workspace.earlier(made.id, 1)


def test_a_database_of_the_version_before_is_migrated_with_all_that_it_holds(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "now.db") as workspace:
        made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    old = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    now = create_engine(f"sqlite:///{tmp_path / 'now.db'}")
    with old.begin() as target, now.begin() as source:
        Migrations().apply(target, "0001")
        found = MetaData()
        found.reflect(target)
        for table in found.sorted_tables:
            rows = [] if table.name == VERSION_TABLE else source.execute(table.select()).mappings().all()
            if rows:
                target.execute(table.insert(), [dict(row) for row in rows])
    old.dispose()
    now.dispose()
    with open_workspace(tmp_path / "old.db") as workspace:
        assert workspace.save(made.id) == dump(COLLECTION)
        assert workspace.collection(made.id).read_at is None
        keep(workspace, made.id, told("Another"))
        (one,) = workspace.readings(made.id)
        assert (one.made, workspace.earlier(made.id, 1).events) == (None, COLLECTION.events)
    assert (tmp_path / f"old.before-{Migrations().newest}.db").exists()
