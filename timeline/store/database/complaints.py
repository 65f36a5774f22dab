"""What databases complain of, in a sentence each: what is wrong, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from timeline.errors import DatabaseError


@contextmanager
def told(name: str) -> Iterator[None]:
    """What the database ``name`` complains of meanwhile, as a DatabaseError."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise DatabaseError(f"{name}: {_sentence(error)}") from error


SENTENCES = (
    ("database or disk is full", "the disk is full, nothing was changed; make room and try again"),
    ("no space left", "the disk is full, nothing was changed; make room and try again"),
    ("database is locked", "another program holds it; close that program and try again"),
    ("readonly database", "it may not be written to; check the permissions of the file and its folder"),
    ("unable to open", "it can't be opened; check its name and the permissions of its folder"),
    ("not a database", "this is no database; name another file, or restore a backup"),
    ("malformed", "it is broken; restore a backup"),
    ("disk i/o error", "the disk can't be read or written; nothing was changed"),
    ("can't create a connection", "the server does not answer; check its address and that it runs"),
    ("password authentication", "the server refuses the password; check the address"),
    ("does not exist", "the server has no such database or user; make it there, or check the address"),
)
"""What databases say, in lower case, and what people are told."""


def _sentence(error: Exception) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) and error.orig else error)
    for sign, sentence in SENTENCES:
        if sign in said.lower():
            return sentence
    return f"the database says: {said.splitlines()[0] if said else type(error).__name__}"
