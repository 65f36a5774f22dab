"""Readings that newer ones took the place of: the last few of each collection, packed, so that they can be compared.

A reading is kept as the rows that it was, pressed together; the articles' texts, which never change, are not in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from timeline.errors import DatabaseError, UnknownCollectionError
from timeline.model import Collection, Document, Event, Mention
from timeline.store.database.schema import documents, earlier, events, mentions
from timeline.store.rows import document_of, records_of
from timeline.store.workspace.readings import Reading, bodies
from timeline.store.workspace.shelf import Earlier
from timeline.uncollected import uncollected

MOST = 8
"""Readings of a collection that are kept beside the one that counts."""

MOST_BYTES = 40_000_000
"""Bytes of all of them together; the last one is kept however large."""

LEVEL = 3
"""Of zlib: twice as quick as its usual 6 for a tenth more bytes."""

D, E = documents.c, earlier.c


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as it lies in the database, pressed together: made before the database is held for writing.

    ``body`` is empty where there is nothing to keep.
    """

    reading: str
    documents: frozenset[str]
    events: int
    body: bytes


def packed(connection: Connection, row: RowMapping, new: Reading) -> Packed:
    """The reading of a collection that ``new`` is about to replace; without a body where it tells nothing else."""
    wanted = select(D.id, D.read).where(D.collection == row["id"], D.place.is_not(None)).order_by(D.place)
    read = connection.execute(wanted).all()
    told = bodies(connection, events, row["id"])
    names = frozenset(name for name, _ in read)
    if not told or told == [one["body"] for one in new.events]:
        return Packed(row["reading"], names, len(told), b"")
    parts = ([body for _, body in read], bodies(connection, mentions, row["id"]), told)
    body = zlib.compress("\n\n".join("\n".join(part) for part in parts).encode(), LEVEL)
    return Packed(row["reading"], names, len(told), body)


def put_by(connection: Connection, row: RowMapping, before: Packed, new: Reading, at: str) -> None:
    """Nothing; the reading ``before`` is kept beside the ``new`` one that takes its place, unless both tell the same.

    What is over the bounds goes, the oldest first.
    """
    if before.reading != row["reading"]:  # another program was first
        before = packed(connection, row, new)
    if not before.body:
        return
    numbers = connection.execute(_sizes(row["id"])).all()
    values: dict[str, Any] = {
        "collection": row["id"], "number": numbers[0].number + 1 if numbers else 1, "made": row["read_at"],
        "until": at, "rules": row["rules"], "why": _why(connection, row, before, new),
        "articles": len(before.documents), "events": before.events, "bytes": len(before.body),
        "body": before.body,
    }  # fmt: skip
    connection.execute(insert(earlier).values(values))
    total = len(before.body)
    for place, (number, size) in enumerate(numbers, 2):
        total += size
        if place > MOST or total > MOST_BYTES:
            connection.execute(delete(earlier).where(E.collection == row["id"], E.number <= number))
            return


def _sizes(collection: str) -> Any:
    return select(E.number, E.bytes).where(E.collection == collection).order_by(E.number.desc())


def _why(connection: Connection, row: RowMapping, before: Packed, new: Reading) -> dict[str, Any]:
    """Why it was read again: how many articles came, went and were described anew, and whether the rules are newer."""
    wanted = select(D.id).where(D.collection == row["id"], D.unread == 1)
    changed = before.documents.intersection(connection.execute(wanted).scalars())
    return {
        "came": len(new.documents.keys() - before.documents),
        "went": len(before.documents - new.documents.keys()),
        "described": len(changed.intersection(new.documents)),
        "rules": new.rules != row["rules"],
    }


def all_earlier(connection: Connection, collection: str) -> tuple[Earlier, ...]:
    """What is known of each, the last first."""
    names = Earlier.__slots__
    wanted = select(*(E[name] for name in names)).where(E.collection == collection).order_by(E.number.desc())
    return tuple(Earlier(**one) for one in connection.execute(wanted).mappings())


@uncollected()
def opened(connection: Connection, row: RowMapping, number: int) -> Collection:
    """An earlier reading, without the log of decisions. Raises UnknownCollectionError where it is kept no longer."""
    wanted = select(E.body, E.rules).where(E.collection == row["id"], E.number == number)
    found = connection.execute(wanted).first()
    if found is None:
        raise UnknownCollectionError(f"“{row['name']}” has no reading {number}: only the last {MOST} are kept.")
    try:
        parts = zlib.decompress(found.body).decode().split("\n\n")
    except (zlib.error, UnicodeDecodeError) as error:
        raise DatabaseError(f"A row of the database is broken ({error}); restore a backup.") from error
    read, told, happened = ([line for line in part.split("\n") if line] for part in parts)
    return Collection(
        _with_texts(connection, row["id"], read), records_of(told, Mention), records_of(happened, Event),
        rules=found.rules,
    )  # fmt: skip


def _with_texts(connection: Connection, collection: str, read: Sequence[str]) -> tuple[Document, ...]:
    wanted = select(D.id, D.text).where(D.collection == collection)
    texts = {one.id: one.text for one in connection.execute(wanted)}
    return tuple(replace(one, text=texts.get(one.id, "")) for one in (document_of(body, "") for body in read))
