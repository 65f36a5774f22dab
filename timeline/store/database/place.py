"""Which database: the one named by the caller, else by the environment, else a file in the user's data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from timeline.errors import DatabaseError

NAMED = "TIMELINE_DATABASE"
"""The environment variable that names the database: a path, or an address such as postgresql://user@host/name."""

FILE = "workspace.db"
"""The name of the database's file in the user's data folder."""

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+pg8000"}
"""What we speak to each database with. psycopg is under the LGPL, pg8000 under the BSD licence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database is: the address for SQLAlchemy, and its ``file``, None for one on a server."""

    url: URL
    file: Path | None

    @property
    def name(self) -> str:
        """What people know it by: its path, or its address without the password."""
        return str(self.file) if self.file else self.url.set(drivername="postgresql").render_as_string()

    @property
    def stem(self) -> str:
        """What the names of copies begin with."""
        return self.file.stem if self.file else str(self.url.database or "workspace")

    @property
    def folder(self) -> Path:
        """Where copies are laid: beside the file, or in the user's data folder."""
        return self.file.parent if self.file else data_folder()


def data_folder() -> Path:
    """The folder for what this program keeps for the user, as the system has it."""
    return platformdirs.user_data_path("timeline", appauthor=False)


def place_of(named: str | Path | None) -> Place:
    """The place that ``named`` means, a path or an address. Raises DatabaseError for an address we can't use."""
    chosen = named or os.environ.get(NAMED) or data_folder() / FILE
    if isinstance(chosen, Path) or "://" not in chosen:
        return _in_file(Path(chosen))
    try:
        url = make_url(chosen)
    except ArgumentError as error:
        raise DatabaseError("The database's address can't be read: write it as postgresql://user@host/name.") from error
    kind = url.get_backend_name()
    if kind not in DRIVERS:
        raise DatabaseError(
            f"The database can't be a {kind} one: name a file, or an address postgresql://user@host/name."
        )
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise DatabaseError("The database needs a file: one in memory alone would keep nothing.")
        return _in_file(Path(url.database))
    return Place(url.set(drivername=DRIVERS[kind]), None)


def _in_file(path: Path) -> Place:
    file = path.expanduser().absolute()
    return Place(URL.create("sqlite", database=str(file)), file)
