"""Everything to a file and back. A backup is an SQLite file, also of a server's database: it opens anywhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, delete, func, select, update

from timeline.errors import DatabaseError
from timeline.store.database import Database, open_database, place_of
from timeline.store.database.complaints import told
from timeline.store.database.copying import copy_rows, copy_to_file
from timeline.store.database.migrating import Migrations, free_name, version_of
from timeline.store.database.schema import collections, lessons

REVISIONS = select(func.max(collections.c.revision))


def write(database: Database, path: Path) -> None:
    """Nothing; the new file ``path`` holds everything, or there is no such file. Raises DatabaseError."""
    with database.reading() as connection:
        copy_to_file(connection, path, Migrations())


def restore(database: Database, path: Path) -> Path | None:
    """The copy of what was there before, None where nothing was; the database holds what the backup holds.

    All collections have a revision that none had before.

    Raises DatabaseError where ``path`` is no backup; nothing is changed then.
    """
    with TemporaryDirectory(prefix="timeline-") as folder:
        source = _up_to_date(path, Path(folder) / "backup.db")
        try:
            with source.reading() as backup, database.writing() as connection:
                kept, last = None, connection.execute(REVISIONS).scalar() or 0
                if any(connection.execute(select(table).limit(1)).first() for table in (collections, lessons)):
                    kept = free_name(database.place.folder, f"{database.place.stem}.before-restore")
                    copy_to_file(connection, kept, Migrations())
                    connection.execute(delete(lessons))  # some belong to a sample, and to no collection
                    connection.execute(delete(collections))
                copy_rows(backup, connection)
                # Whoever has something of before in mind, a window or a reading that goes on, must see that it is over.
                next_ = max(last, connection.execute(REVISIONS).scalar() or 0) + 1
                connection.execute(update(collections).values(revision=next_, articles_revision=next_))
                return kept
        finally:
            source.close()


def _up_to_date(path: Path, copy: Path) -> Database:
    """A copy of the backup, brought up to date: the backup itself stays as it was made."""
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise DatabaseError(f"{path}: can't be read ({error.strerror or error}); name a backup.") from error
    with told(str(path)):
        engine = create_engine(place_of(copy).url)
        try:
            with engine.connect() as connection:
                ours = version_of(connection) is not None
        finally:
            engine.dispose()
    if not ours:
        raise DatabaseError(f"{path}: this is no backup of Timeline; give a file that `timeline backup` has written.")
    try:
        return open_database(copy)
    except DatabaseError as error:  # it speaks of the copy, and the person knows the backup alone
        raise DatabaseError(str(error).replace(str(copy), str(path))) from error
