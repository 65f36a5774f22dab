"""The rows of collections: found, made, changed. Functions on a connection whose transaction the caller holds."""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import Any

from sqlalchemy import Connection, RowMapping, Text, delete, insert, literal, select, update

from timeline.errors import UnknownCollectionError
from timeline.store.database.schema import collections, decisions, documents, earlier, events, mentions, touched
from timeline.store.workspace.shelf import Shelf

C = collections.c
NONE = "There is no collection “{}” here."


def all_shelves(connection: Connection, *, deleted: bool) -> tuple[Shelf, ...]:
    """The collections, the last changed first."""
    wanted = select(collections).order_by(C.changed.desc(), C.id)
    if not deleted:
        wanted = wanted.where(C.deleted.is_(None))
    return tuple(shelf_of(row) for row in connection.execute(wanted).mappings())


def shelf_of(row: RowMapping) -> Shelf:
    """The Shelf of a row."""
    return Shelf(**{**{name: row[name] for name in Shelf.__slots__}, "shared": bool(row["shared"])})


def row_of(connection: Connection, collection: str) -> RowMapping:
    """The row of a collection. Raises UnknownCollectionError."""
    return _row(connection.execute(select(collections).where(C.id == collection)).mappings().first(), collection)


def revision_of(connection: Connection, collection: str) -> int:
    """The revision of a collection. Raises UnknownCollectionError."""
    found = connection.execute(select(C.revision).where(C.id == collection)).scalar()
    if found is None:
        raise UnknownCollectionError(NONE.format(collection))
    return int(found)


def held(connection: Connection, collection: str, *, deleted: bool = False) -> RowMapping:
    """The row of a collection that nobody else changes before this transaction ends.

    Raises UnknownCollectionError, also for a deleted one unless ``deleted`` allows it.
    """
    wanted = select(collections).where(C.id == collection).with_for_update()
    row = _row(connection.execute(wanted).mappings().first(), collection)
    if row["deleted"] is not None and not deleted:
        raise UnknownCollectionError(f"“{row['name']}” was deleted; put it back first to change it.")
    return row


def _row(row: RowMapping | None, collection: str) -> RowMapping:
    if row is None:
        raise UnknownCollectionError(NONE.format(collection))
    return row


def changed(connection: Connection, row: RowMapping, at: str, **values: Any) -> int:
    """The collection's new revision, after ``values`` were set."""
    revision = int(row["revision"]) + 1
    values |= {"revision": revision, "changed": at}
    connection.execute(update(collections).where(C.id == row["id"]).values(**values))
    return revision


def made(connection: Connection, name: str, description: str, at: str, shared: bool | None) -> RowMapping:
    """The row of a new empty collection. Unless it is said, it is shared where all others are: who keeps one back has
    chosen, and is asked about each."""
    if shared is None:
        shared = connection.execute(select(C.id).where(C.shared == 0).limit(1)).first() is None
    row: dict[str, Any] = dict.fromkeys(("revision", "articles", "events", "bytes", "decisions"), 0)
    row |= {"id": _new_id(name), "name": name, "description": description, "created": at, "changed": at}
    row |= {"articles_revision": 0, "reading": "", "rules": "", "unknown": {}, "shared": int(shared)}
    connection.execute(insert(collections).values(row))
    return row_of(connection, row["id"])


def _new_id(name: str) -> str:
    """An address that speaks and is never given twice, so that an old link can't lead to another collection."""
    letters = (one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    words = re.sub(r"[^a-z0-9]+", "-", "".join(letters).lower()).strip("-")[:40].strip("-")
    return f"{words or 'collection'}-{secrets.token_hex(4)}"


def copied(connection: Connection, row: RowMapping, name: str, at: str, shared: bool | None) -> RowMapping:
    """The row of a new collection that holds what the one of ``row`` holds."""
    new = made(connection, name, row["description"], at, shared)
    for table in (documents, mentions, events, decisions, touched, earlier):
        names = [column.name for column in table.columns if column.name != "collection"]
        own = [getattr(table.c, column) for column in names]
        wanted = select(literal(new["id"], Text), *own).where(table.c.collection == row["id"])
        connection.execute(insert(table).from_select(["collection", *names], wanted))
    kept = ("reading", "read_at", "rules", "unknown", "articles", "events", "bytes", "decisions")
    changed(connection, new, at, **{name: row[name] for name in kept})
    return row_of(connection, new["id"])


def removed(connection: Connection, collection: str) -> None:
    """Nothing; the collection and all that it holds is gone for good."""
    connection.execute(delete(collections).where(C.id == collection))
