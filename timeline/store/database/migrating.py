"""Bringing a database up to date: which version it is, a copy of it, and the migrations that it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from timeline.errors import DatabaseError
from timeline.store.database.schema import metadata

if TYPE_CHECKING:
    from timeline.store.database.database import Database

VERSION_TABLE = "timeline_version"
"""Where Alembic notes the version: by our name, so that we don't take another program's database for ours."""

LOCK = 6_873_264_653
"""PostgreSQL's name of the lock that one of several starting programs holds while it migrates: any number of ours."""

FOLDER = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class Migrations:
    """The folder with the migrations, one file each, whose names begin with their number."""

    folder: Path = FOLDER

    @property
    def newest(self) -> str:
        """The version that the last of them leads to. Read from the names: importing Alembic takes long."""
        return max(file.name.partition("_")[0] for file in (self.folder / "versions").glob("[0-9]*.py"))

    def apply(self, connection: Connection, version: str) -> None:
        """Nothing; the database of ``connection`` is of ``version`` when its transaction ends."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def bring_up_to_date(database: Database, migrations: Migrations) -> None:
    """Nothing; the database is of the newest version afterwards, and an older one was copied before.

    Raises DatabaseError where it was written by a newer version, or is another program's.
    """
    newest = migrations.newest
    with database.reading() as connection:
        if version_of(connection) == newest:
            return
    with database.writing() as connection:
        if database.place.file is None:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        found = version_of(connection)  # another program may have been first
        if found == newest:
            return
        _refuse(connection, database.place.name, found, newest)
        if found is not None:
            copy = free_name(database.place.folder, f"{database.place.stem}.before-{newest}")
            from timeline.store.database.copying import copy_to_file

            copy_to_file(connection, copy, migrations)
        migrations.apply(connection, newest)


def version_of(connection: Connection) -> str | None:
    """The version of the database, or None where it has none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  our own name


def _refuse(connection: Connection, name: str, found: str | None, newest: str) -> None:
    if found is not None and found > newest:
        told = f"it was written by a newer Timeline (version {found}, this one knows {newest})"
        raise DatabaseError(f"{name}: {told}; update Timeline, nothing was changed")
    if found is None and set(inspect(connection).get_table_names()) & set(metadata.tables):
        raise DatabaseError(f"{name}: this is a database of another program; name another one")


def free_name(folder: Path, stem: str) -> Path:
    """A name for a copy in ``folder`` that no file has yet; the folder is made if it isn't there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.db").exists():
        number += 1
    return path
