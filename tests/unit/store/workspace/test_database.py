"""The database itself: where it is, an older one brought up to date after a copy, what can't be used told."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.unit.store.made import COLLECTION
from timeline.errors import DatabaseError
from timeline.store import dump
from timeline.store.database import open_database, place_of
from timeline.store.database.migrating import FOLDER, VERSION_TABLE, Migrations, version_of
from timeline.store.database.schema import metadata
from timeline.store.workspace import Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"

LATER = '''"""A column more, as a later version might have."""

import sqlalchemy as sa
from alembic import op

revision = "0999"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("collections", sa.Column("colour", sa.Text, server_default="blue"))
'''


def later_version(tmp_path: Path) -> Migrations:
    """What a later version of the program would bring along."""
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0999_colour.py").write_text(LATER.format(before=Migrations().newest))
    return Migrations(folder)


def test_an_older_database_is_brought_up_to_date_after_a_copy(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with open_workspace(database) as workspace:
        made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    later = later_version(tmp_path)
    newer = open_database(database, migrations=later)
    with newer.reading() as connection:
        assert version_of(connection) == "0999"
        assert connection.exec_driver_sql("SELECT colour FROM collections").scalar() == "blue"
    assert Workspace(newer).save(made.id) == dump(COLLECTION)
    copies = list(newer.place.folder.glob("*.before-0999.db"))
    newer.close()
    assert len(copies) == 1
    with open_workspace(copies[0]) as before:
        assert before.save(made.id) == dump(COLLECTION)
    open_database(database, migrations=later).close()
    assert list(newer.place.folder.glob("*.before-0999*.db")) == copies  # only once
    with pytest.raises(
        DatabaseError, match=r"newer Timeline \(version 0999, this one knows .*update Timeline, nothing"
    ):
        open_workspace(database)


def test_the_migrations_lead_to_the_tables_of_the_schema(database: str) -> None:
    opened = open_database(database)
    with opened.reading() as connection:
        ours = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(ours, metadata) == []
    opened.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.db") as workspace:
        made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    later = later_version(tmp_path)
    with (later.folder / "versions" / "0999_colour.py").open("a") as file:
        file.write("    op.execute('SELECT * FROM nothing_at_all')\n")
    with pytest.raises(DatabaseError, match="nothing_at_all"):
        open_database(tmp_path / "w.db", migrations=later)
    with open_workspace(tmp_path / "w.db") as workspace:
        assert workspace.save(made.id) == dump(COLLECTION)


def test_the_environment_and_then_the_data_folder_name_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIMELINE_DATABASE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with open_workspace() as workspace:
        assert workspace.name.endswith("workspace.db")
    monkeypatch.setenv("TIMELINE_DATABASE", str(tmp_path / "deep" / "down" / "named.db"))
    with open_workspace() as workspace:
        assert workspace.name == str(tmp_path / "deep" / "down" / "named.db")
    with open_workspace(tmp_path / "given.db") as workspace:
        assert workspace.name == str(tmp_path / "given.db")


@pytest.mark.parametrize(
    ("named", "file"),
    [
        ("sqlite:////srv/t.db", "/srv/t.db"),
        ("/srv/t.db", "/srv/t.db"),
        (Path("/srv/a b?.db"), "/srv/a b?.db"),
    ],
)
def test_a_file_is_named_by_its_path_or_an_address(named: str | Path, file: str) -> None:
    assert place_of(named).file == Path(file)


def test_a_server_is_named_without_its_password() -> None:
    place = place_of("postgresql://reed:secret@db.example.org/history")
    assert place.file is None
    assert place.url.drivername == "postgresql+pg8000"
    assert "secret" not in place.name
    assert "db.example.org/history" in place.name


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("mysql://host/name", "can't be a mysql one"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("://", "address can't be read"),
        ("postgresql://reed:secret@127.0.0.1:1/none", "the server does not answer"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(named: str, sentence: str) -> None:
    with pytest.raises(DatabaseError, match=sentence) as told:
        open_workspace(named)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("table", ["documents", "recipes"])
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, table: str) -> None:
    file = tmp_path / "w.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"CREATE TABLE {table} (mine)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(DatabaseError, match="another program"):
        open_workspace(file)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["w.db"]


def test_what_is_no_database_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "w.db").write_text("Dear diary, " * 100)
    with pytest.raises(DatabaseError, match=r"w\.db: this is no database"):
        open_workspace(tmp_path / "w.db")
    assert (tmp_path / "w.db").read_text().startswith("Dear diary")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match=r"folder can't be made .*name another with --database"):
        open_workspace(tmp_path / "file" / "w.db")


def test_a_full_disk_is_told_and_nothing_is_half_done(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.db") as workspace:
        made = workspace.keep(COLLECTION, "Bridges", at=NOON)

        def full(connection: sqlite3.Connection) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")

        with workspace._database.writing() as connection:
            full(connection.connection.dbapi_connection)  # type: ignore[arg-type]  # SQLite's own
        long = [{"id": "long", "targets": ["e1"], "note": "word " * 100_000}]
        with pytest.raises(DatabaseError, match="the disk is full, nothing was changed; make room"):
            workspace.decide(made.id, long, at=NOON)
        assert workspace.save(made.id) == dump(COLLECTION)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read by other means")
def test_the_users_folder_is_the_users_own(tmp_path: Path) -> None:
    open_workspace(tmp_path / "data" / "w.db").close()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert (tmp_path / "data" / "w.db").stat().st_mode & 0o077 == 0
