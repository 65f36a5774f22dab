"""All rows of a database to another one: for backups, for the copy before a migration, for what is restored.

A copy is an SQLite file of the same version as its source, whatever the source is, so that a backup of a server's
database opens anywhere.
"""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, create_engine

from timeline.errors import DatabaseError
from timeline.store.database.complaints import told
from timeline.store.database.migrating import VERSION_TABLE, Migrations, version_of

PORTION = 500
"""Rows that are copied at once: few enough that the longest articles fit into memory."""

STREAM = {"stream_results": True}
"""A server sends the rows as they are asked for, and not all at once."""


def copy_to_file(connection: Connection, path: Path, migrations: Migrations) -> None:
    """Nothing; the new file ``path`` holds afterwards what ``connection`` sees, whole, or there is no such file.

    Raises DatabaseError where ``path`` is there already or can't be written.
    """
    version = version_of(connection)
    if version is None:
        raise DatabaseError("There is nothing to copy: this is no database of Timeline.")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    engine = create_engine(f"sqlite:///{temporary}")
    try:
        with told(str(path)), engine.begin() as copy:
            migrations.apply(copy, version)
            copy_rows(connection, copy)
        engine.dispose()
        _keep(temporary, path)
    except OSError as error:
        reason = error.strerror or error
        raise DatabaseError(f"{path}: the copy can't be written ({reason}); check its folder") from error
    finally:
        engine.dispose()
        temporary.unlink(missing_ok=True)


def _keep(temporary: Path, path: Path) -> None:
    """To the disk, and then under its name, which nobody else may have taken."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        path.hardlink_to(temporary)  # unlike a renaming it fails where the name is taken
    except FileExistsError as error:
        raise DatabaseError(f"{path}: this file is there already; name another one") from error


def copy_rows(source: Connection, target: Connection) -> None:
    """Nothing; the empty tables of ``target`` hold the rows of ``source`` afterwards. Both are of one version."""
    found = MetaData()
    found.reflect(source)
    for table in found.sorted_tables:
        if table.name != VERSION_TABLE:
            _copy_table(table, source, target)


def _copy_table(table: Table, source: Connection, target: Connection) -> None:
    insert = table.insert()
    with closing(source.execute(table.select(), execution_options=STREAM)) as rows:
        for portion in rows.mappings().partitions(PORTION):
            target.execute(insert, [dict(row) for row in portion])
