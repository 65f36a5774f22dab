"""The outline of a collection as it goes to browsers, kept beside its reading: to make that of a large one takes long.

It lies in pieces, each named by a hash of what it holds, so that after a decision only what is new is written. What it
was made of is written with it: the reading, how many decisions, and by which program. So it is given for this very
state or not at all, whoever changed the collection since, and by what way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from timeline.store.database.schema import outlines
from timeline.store.workspace.readings import unread_and_gone

K = outlines.c

LIST = ""
"""The name of the piece that lists all others in order, and says what they were made of."""


def kept(connection: Connection, row: RowMapping, program: str) -> tuple[bytes, ...] | None:
    """The pieces that ``program`` made of the collection as it is now; None where it hasn't, or articles are unread."""
    listed = _listed(connection, row["id"])
    if listed is None or listed["of"] != _state(row, program) or any(unread_and_gone(connection, row["id"])):
        return None
    wanted = select(K.name, K.body).where(K.collection == row["id"], K.name != LIST)
    pieces = {one.name: one.body for one in connection.execute(wanted)}
    return tuple(pieces[name] for name in listed["pieces"])


def keep(connection: Connection, row: RowMapping, program: str, pieces: Sequence[bytes]) -> None:
    """Nothing; the pieces, made of the collection as it is now, are kept in the place of those before."""
    names = [hashlib.blake2b(piece, digest_size=16).hexdigest() for piece in pieces]
    named = dict(zip(names, pieces, strict=True))
    there = set(connection.execute(select(K.name).where(K.collection == row["id"])).scalars())
    listed = {"of": _state(row, program), "pieces": names}
    for name in there - named.keys():
        connection.execute(delete(outlines).where(K.collection == row["id"], K.name == name))
    new = {LIST: json.dumps(listed).encode(), **{name: body for name, body in named.items() if name not in there}}
    rows = [{"collection": row["id"], "name": name, "body": body} for name, body in new.items()]
    connection.execute(insert(outlines), rows)


def _listed(connection: Connection, collection: str) -> dict[str, Any] | None:
    found = connection.execute(select(K.body).where(K.collection == collection, K.name == LIST)).scalar()
    return None if found is None else json.loads(found)


def _state(row: RowMapping, program: str) -> list[Any]:
    return [row["reading"], row["decisions"], program]
