"""What the program read of a collection: kept, and opened again. Functions on a connection, as in ``shelves``."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, or_, select, update

from timeline.errors import ChangedMeanwhileError, DatabaseError
from timeline.model import Collection, Event, Mention
from timeline.store.database.bulk import insert_rows
from timeline.store.database.schema import documents, events, mentions
from timeline.store.rows import body_of, document_of, records_of
from timeline.store.workspace.shelves import changed
from timeline.uncollected import uncollected

D = documents.c
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a reading, made before the database is held: others need not wait for that."""

    documents: Mapping[str, tuple[int, str]]
    mentions: Sequence[Row]
    events: Sequence[Row]
    rules: str
    unknown: Mapping[str, Any]


@uncollected()
def reading_of(collection: Collection, name: str) -> Reading:
    """The rows of ``collection``, as what was read of the collection ``name``."""
    return Reading(
        {one.id: (place, body_of(one)) for place, one in enumerate(collection.documents)},
        [
            {"collection": name, "number": number, "document": one.document, "body": body_of(one)}
            for number, one in enumerate(collection.mentions)
        ],
        [
            {"collection": name, "number": number, "id": one.id, "body": body_of(one)}
            for number, one in enumerate(collection.events)
        ],
        collection.rules,
        collection.unknown,
    )


def keep(connection: Connection, row: RowMapping, reading: Reading, of_revision: int, at: str) -> int:
    """The new revision, after ``reading`` took the place of the one before.

    Raises ChangedMeanwhileError where articles were brought or taken out after ``of_revision``.
    """
    if of_revision < row["articles_revision"]:
        raise ChangedMeanwhileError(
            f"The articles of “{row['name']}” changed while they were read; read them again, nothing was overwritten."
        )
    _keep_documents(connection, row, reading)
    _replace(connection, mentions, row["id"], reading.mentions)
    _replace(connection, events, row["id"], reading.events)
    kept = {"reading": secrets.token_hex(8), "rules": reading.rules, "unknown": dict(reading.unknown)}
    return changed(connection, row, at, events=len(reading.events), read_at=at, **kept)


def _keep_documents(connection: Connection, row: RowMapping, reading: Reading) -> None:
    mine = D.collection == row["id"]
    numbers = {one.id: one.number for one in connection.execute(select(D.id, D.number).where(mine))}
    strange = reading.documents.keys() - numbers.keys()
    if strange:
        raise DatabaseError(f"“{row['name']}” has no article “{min(strange)}”, so a reading of it can't be kept.")
    connection.execute(update(documents).where(mine).values(read=None, place=None, unread=0))
    if reading.documents:
        one = update(documents).where(mine, D.number == bindparam("article"))
        connection.execute(
            one.values(read=bindparam("body"), place=bindparam("at")),
            [{"article": numbers[n], "body": body, "at": place} for n, (place, body) in reading.documents.items()],
        )


def _replace(connection: Connection, table: Table, collection: str, rows: Sequence[Row]) -> None:
    connection.execute(delete(table).where(table.c.collection == collection))
    insert_rows(connection, table, rows)


@uncollected()
def opened(connection: Connection, row: RowMapping) -> Collection:
    """The reading of a collection, without the log of decisions."""
    wanted = select(D.read, D.text).where(D.collection == row["id"], D.place.is_not(None)).order_by(D.place)
    read = tuple(document_of(*one) for one in connection.execute(wanted))
    return Collection(
        read,
        records_of(bodies(connection, mentions, row["id"]), Mention),
        records_of(bodies(connection, events, row["id"]), Event),
        rules=row["rules"],
        unknown=row["unknown"],
    )


def bodies(connection: Connection, table: Table, collection: str) -> Sequence[str]:
    """The bodies of a collection's mentions or events, in order."""
    wanted = select(table.c.body).where(table.c.collection == collection).order_by(table.c.number)
    rows = connection.execute(wanted).cursor  # the driver's own: SQLAlchemy's rows would take half as long again
    return [body for (body,) in rows.fetchall()] if rows is not None else ()


def unread_and_gone(connection: Connection, collection: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the articles that were brought or changed since the reading, and of those taken out since."""
    since = or_((D.unread == 1) & D.taken_out.is_(None), D.taken_out.is_not(None) & D.place.is_not(None))
    wanted = select(D.id, D.taken_out).where(D.collection == collection, since).order_by(D.number)
    found = connection.execute(wanted).all()
    return tuple(name for name, out in found if out is None), tuple(name for name, out in found if out is not None)
