"""A database that is open: its transactions, and what goes wrong there in one sentence each."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError

from timeline.errors import DatabaseError
from timeline.store.database.complaints import told
from timeline.store.database.migrating import VERSION_TABLE, Migrations, bring_up_to_date
from timeline.store.database.place import Place, place_of

PATIENCE = 30.0
"""Seconds that a change waits for another program's, which take milliseconds; then the disk or that program hangs."""

AT_ONCE = 10
"""Connections to a server that are kept; PostgreSQL allows a hundred to all its users."""


class Database:
    """An open database. Threads may share it; each transaction has a connection of its own."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.engine = _engine(place)
        # SQLite lets one write at a time, and who waits there is woken at random: ours is fairer. At a server those who
        # wait for one another hold a connection each: who reads must not go without for it.
        self._turn: AbstractContextManager[object] = threading.Lock() if place.file else threading.Semaphore(AT_ONCE)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection for a single question, which needs no transaction around it. Raises DatabaseError."""
        with told(self.place.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of everything, whatever others write. Raises DatabaseError."""
        with self.asking() as connection:
            connection.exec_driver_sql(
                "BEGIN" if self.place.file else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            )
            yield connection
            connection.exec_driver_sql("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are on the disk afterwards, or on an error none of them. Raises DatabaseError."""
        with self._turn, self.asking() as connection:
            # A change to a file takes the lock before it reads what it builds on: nobody can change that in between.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if self.place.file else "BEGIN")
            yield connection
            connection.exec_driver_sql("COMMIT")

    def close(self) -> None:
        """Nothing; the database is closed afterwards."""
        self.engine.dispose()


def open_database(named: str | Path | None = None, *, migrations: Migrations | None = None) -> Database:
    """The database that ``named`` means (see ``place_of``), made where there is none, and up to date.

    Raises DatabaseError where it can't be opened, is no database of ours or was written by a newer version.
    """
    place = place_of(named)
    if place.file:
        _make_room(place.file)
        with told(place.name):
            _refuse_another_programs(place.file)
    database = Database(place)
    try:
        with told(place.name):
            bring_up_to_date(database, migrations or Migrations())
    except BaseException:
        database.close()
        raise
    return database


def _make_room(file: Path) -> None:
    """Nothing; ``file`` is there afterwards, and a new one is for its owner alone, as what SQLite lays beside it."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise DatabaseError(
            f"{file.parent}: this folder can't be made ({reason}); name another with --database."
        ) from error
    with suppress(OSError):  # what is wrong with it SQLite says better
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def _refuse_another_programs(file: Path) -> None:
    """Nothing where ``file`` is empty or ours. It is looked at without writing: our settings would stay in its head."""
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()
    if tables and VERSION_TABLE not in tables:
        raise DatabaseError(f"{file}: this is a database of another program, nothing was changed; name another one")


def _engine(place: Place) -> Engine:
    """An engine whose transactions begin and end where we say so: what a driver adds of its own are further questions
    to a server for each of ours, and each is a wait."""
    try:
        if place.file is None:
            own = {"pool_size": AT_ONCE, "max_overflow": AT_ONCE, "pool_pre_ping": True}
            return create_engine(place.url, isolation_level="AUTOCOMMIT", **own)
        options = {"timeout": PATIENCE, "check_same_thread": False}
        engine = create_engine(place.url, isolation_level="AUTOCOMMIT", connect_args=options)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        hint = "install it with: pip install 'timeline-history[postgres]'"
        raise DatabaseError(f"{place.name}: speaking to PostgreSQL needs the package pg8000; {hint}") from error
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """A new connection to SQLite: what was said to be saved is on the disk, whatever ends program or machine."""
    connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer don't wait for each other
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
