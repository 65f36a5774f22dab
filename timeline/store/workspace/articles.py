"""The articles of a collection: brought, taken out, put back. Functions on a connection, as in ``shelves``."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, case, func, select, update

from timeline.errors import UnknownCollectionError
from timeline.model import Document
from timeline.store.database.bulk import insert_rows
from timeline.store.database.schema import documents
from timeline.store.rows import body_of, document_of, head_of
from timeline.store.workspace.shelf import Added
from timeline.store.workspace.shelves import changed

D = documents.c


FEW = 500
"""Articles that a database is asked for by their names."""


def all_documents(connection: Connection, collection: str) -> tuple[Document, ...]:
    """The articles as they were brought, in that order, without those taken out."""
    wanted = select(D.brought, D.text).where(D.collection == collection, D.taken_out.is_(None)).order_by(D.number)
    return tuple(document_of(*row) for row in connection.execute(wanted))


def heads(connection: Connection, collection: str, names: Sequence[str]) -> tuple[tuple[Document, int], ...]:
    """What is known of these articles as they were brought, without their texts, each with the bytes of its text."""
    wanted = select(D.brought, D.bytes).where(D.collection == collection, D.taken_out.is_(None)).order_by(D.number)
    found: list[tuple[Document, int]] = []
    for first in range(0, len(names), FEW):
        rows = connection.execute(wanted.where(D.id.in_(names[first : first + FEW])))
        found += ((head_of(body), size) for body, size in rows)
    return tuple(found)


def bring(connection: Connection, row: RowMapping, brought: Sequence[Document], at: str) -> Added:
    """What came of the articles ``brought``. One that was taken out and is brought again is put back."""
    known = _known(connection, row["id"])
    number = connection.execute(select(func.max(D.number)).where(D.collection == row["id"])).scalar() or 0
    new: list[Document] = []
    same: list[tuple[Document, str]] = []
    rows: list[dict[str, Any]] = []
    added = back = 0
    taken = {name for name, _, _ in known.values()}
    for document in brought:
        digest = _digest(document)
        if digest in known:
            name, place, out = known[digest]
            if out:
                _set_out(connection, row["id"], place, None)
                known[digest] = name, place, False
                back, added = back + 1, added + _weight(document)
            same.append((document, name))
            continue
        number += 1
        document = replace(document, id=_free(document.id, taken))
        taken.add(document.id)
        known[digest] = document.id, number, False
        rows.append(article_row(row["id"], number, document))
        new.append(document)
        added += _weight(document)
    insert_rows(connection, documents, rows)
    if not rows and not back:
        return Added((), tuple(same), row["revision"])
    counts = {"articles": row["articles"] + len(rows) + back, "bytes": row["bytes"] + added}
    revision = changed(connection, row, at, articles_revision=row["revision"] + 1, **counts)
    return Added(tuple(new), tuple(same), revision)


def _known(connection: Connection, collection: str) -> dict[str, tuple[str, int, bool]]:
    wanted = select(D.digest, D.id, D.number, D.taken_out).where(D.collection == collection)
    return {digest: (name, number, out is not None) for digest, name, number, out in connection.execute(wanted)}


def article_row(collection: str, number: int, document: Document, place: int | None = None) -> dict[str, Any]:
    """The row of an article; one with a ``place`` has been read."""
    body = body_of(document)
    return {
        "collection": collection,
        "number": number,
        "id": document.id,
        "digest": _digest(document),
        "bytes": _weight(document),
        "taken_out": None,
        "unread": int(place is None),
        "place": place,
        "brought": body,
        "read": None if place is None else body,
        "text": document.text,
    }


def _digest(document: Document) -> str:
    """The same for the same text out of the same file: rows of one table share a file and are articles of their own."""
    text = document.text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(document.sha256.encode("utf-8", "surrogatepass") + b"\0" + text).hexdigest()


def _weight(document: Document) -> int:
    return len(document.text.encode("utf-8", "surrogatepass"))


def _free(name: str, taken: set[str]) -> str:
    """``name``, with a number where another article of the collection has it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def set_out(connection: Connection, row: RowMapping, document: str, out: str | None, at: str) -> int:
    """The new revision after an article was taken out at the time ``out``, or put back where that is None."""
    wanted = select(D.number, D.bytes, D.taken_out).where(D.collection == row["id"], D.id == document)
    found = connection.execute(wanted).first()
    if found is None:
        raise UnknownCollectionError(f"“{row['name']}” has no article “{document}”.")
    number, weight, before = found
    if (before is None) == (out is None):
        return int(row["revision"])
    _set_out(connection, row["id"], number, out)
    more = 1 if out is None else -1
    counts = {"articles": row["articles"] + more, "bytes": row["bytes"] + more * weight}
    return changed(connection, row, at, articles_revision=row["revision"] + 1, **counts)


def _set_out(connection: Connection, collection: str, number: int, out: str | None) -> None:
    # What isn't in the reading waits for the next one; what is in it waits only if it was described anew.
    unread = case((D.place.is_(None), 1), else_=D.unread)
    which = (D.collection == collection, D.number == number)
    connection.execute(update(documents).where(*which).values(taken_out=out, unread=unread))
