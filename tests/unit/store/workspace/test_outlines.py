"""The outline that is kept with a collection: given for the state that it was made of, and for no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.store.made import BRIDGE, COLLECTION
from timeline.store.database.schema import outlines
from timeline.store.workspace import Workspace

NOON = "2013-02-12T12:00:00Z"
PIECES = (b"[1, 2]", '{"lanes": ["Kön\x00ige"]}'.encode(), b"\xff\x00", b"{}")
Opened = Callable[[], Workspace]


def a_collection(workspace: Workspace) -> str:
    return workspace.keep(COLLECTION, "Bridges", at=NOON).id


def keep(workspace: Workspace, key: str, pieces: tuple[bytes, ...] = PIECES) -> None:
    workspace.keep_outline(key, "a program", pieces, of_revision=workspace.revision(key))


def test_another_program_is_given_what_one_has_kept(opened: Opened) -> None:
    one, other = opened(), opened()
    key = a_collection(one)
    assert other.outline(key, "a program") is None
    before = one.collection(key)
    keep(one, key)
    assert one.collection(key) == before, "nothing of the collection is changed by it"
    assert other.outline(key, "a program") == (before.revision, PIECES)
    assert other.outline(key, "a newer program") is None


def test_what_stays_is_not_written_again(workspace: Workspace) -> None:
    key = a_collection(workspace)
    keep(workspace, key)
    now = (PIECES[0], b"another", *PIECES[2:], PIECES[0])
    keep(workspace, key, now)
    found = workspace.outline(key, "a program")
    assert found is not None
    assert found[1] == now
    with workspace._database.reading() as connection:
        assert len(connection.execute(outlines.select()).all()) == 1 + len(set(now))


def decided(workspace: Workspace, key: str) -> None:
    workspace.decide(key, [{"id": "x", "targets": ["e1"]}], at=NOON)


def read_again(workspace: Workspace, key: str) -> None:
    workspace.keep_reading(key, COLLECTION, of_revision=workspace.revision(key), at=NOON)


def brought(workspace: Workspace, key: str) -> None:
    workspace.bring(key, [replace(BRIDGE, id="more", sha256="f" * 64)], at=NOON)


def taken_out(workspace: Workspace, key: str) -> None:
    workspace.take_out(key, COLLECTION.documents[0].id, at=NOON)


@pytest.mark.parametrize("change", [decided, read_again, brought, taken_out])
def test_after_a_change_there_is_none(workspace: Workspace, change: Callable[[Workspace, str], None]) -> None:
    key = a_collection(workspace)
    keep(workspace, key)
    before = workspace.revision(key)
    change(workspace, key)
    assert workspace.outline(key, "a program") is None
    workspace.keep_outline(key, "a program", PIECES, of_revision=before)  # who made it came too late
    assert workspace.outline(key, "a program") is None


def test_another_name_changes_nothing_of_it(workspace: Workspace) -> None:
    key = a_collection(workspace)
    keep(workspace, key)
    workspace.rename(key, "Ponts", at=NOON)
    assert workspace.outline(key, "a program") == (workspace.revision(key), PIECES)


def test_it_comes_back_with_a_backup_and_goes_with_its_collection(workspace: Workspace, tmp_path: Path) -> None:
    key = a_collection(workspace)
    keep(workspace, key)
    workspace.backup(tmp_path / "all.backup")
    decided(workspace, key)
    keep(workspace, key, (b"later",))
    kept = workspace.restore(tmp_path / "all.backup")
    assert kept is not None
    kept.unlink()
    assert workspace.outline(key, "a program") == (workspace.revision(key), PIECES)
    copy = workspace.duplicate(key, "Copy", at=NOON).id
    assert workspace.outline(copy, "a program") is None
    workspace.delete(key, at=NOON)
    workspace.purge(key)
    with workspace._database.reading() as connection:
        assert connection.execute(outlines.select()).all() == []
