"""The log of a person's decisions, which only grows. Functions on a connection, as in ``shelves``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from timeline.errors import ChangedMeanwhileError
from timeline.store.database.bulk import insert_rows
from timeline.store.database.schema import decisions, documents, touched
from timeline.store.database.words import row_text
from timeline.store.workspace.shelves import changed

Plain = Mapping[str, Any]
D, L, T = documents.c, decisions.c, touched.c


def log_of(connection: Connection, collection: str, after: int = 0) -> tuple[dict[str, Any], ...]:
    """The decisions from the number ``after`` + 1 on."""
    wanted = select(L.body).where(L.collection == collection, L.number > after).order_by(L.number)
    return tuple(json.loads(body) for body in connection.execute(wanted).scalars())


def log_since(connection: Connection, collection: str, known: tuple[Plain, ...]) -> tuple[Plain, ...]:
    """The whole log, of which only what is behind ``known`` is read, unless that is the log of another day.

    A backup may have been put in its place, with fewer decisions or others.
    """
    if not known:
        return log_of(connection, collection)
    last, *new = log_of(connection, collection, len(known) - 1) or ({},)
    same = last.get("id") is not None and last["id"] == known[-1].get("id")
    return (*known, *new) if same else log_of(connection, collection)


def decide(connection: Connection, row: RowMapping, new: Sequence[Plain], expecting: Mapping[str, int], at: str) -> int:
    """The new revision, after ``new`` was written to the end of the log.

    An article that one names waits to be read again: dates hang on what is known of it. Raises ChangedMeanwhileError
    where something that ``expecting`` names was touched after the number it gives, or where the log has a decision
    under the same id: two windows that take one step back at the same moment wish for two steps, and write the same.
    """
    _check_new(connection, row["id"], new)
    _check(connection, row["id"], expecting)
    last = append(connection, row["id"], row["decisions"], new, at)
    again = {"articles_revision": row["revision"] + 1} if _read_again(connection, row["id"], new) else {}
    return changed(connection, row, at, decisions=last, **again)


def _read_again(connection: Connection, collection: str, new: Sequence[Plain]) -> bool:
    """Whether the decisions name articles, which are marked as changed since the reading."""
    named = set().union(*map(_targets, new))
    which = (D.collection == collection, D.id.in_(named))
    return connection.execute(update(documents).where(*which).values(unread=1)).rowcount > 0


def _check_new(connection: Connection, collection: str, new: Sequence[Plain]) -> None:
    ids = [one["id"] for one in new if one.get("id") is not None]
    # Not ordered by the database: SQLite would look through the whole log in that order instead of by its index.
    wanted = select(L.number, L.body).where(L.collection == collection, L.id.in_(ids))
    found = sorted(connection.execute(wanted).tuples()) if ids else []
    if found:
        same = tuple(json.loads(body) for _, body in found)
        raise ChangedMeanwhileError(
            "The same was decided in another window at the same moment; look at it again.",
            tuple(sorted(set().union(*map(_targets, same)))),
            same,
        )


def _check(connection: Connection, collection: str, expecting: Mapping[str, int]) -> None:
    if not expecting:
        return
    wanted = (
        select(T.target, func.max(T.number))
        .where(T.collection == collection, T.target.in_(list(expecting)))
        .group_by(T.target)
    )
    late = {target: number for target, number in connection.execute(wanted) if number > expecting[target]}
    if late:
        bodies = select(L.body).where(L.collection == collection, L.number.in_(set(late.values()))).order_by(L.number)
        first = tuple(json.loads(body) for body in connection.execute(bodies).scalars())
        what = "This was" if len(late) == 1 else f"{len(late)} of these were"
        raise ChangedMeanwhileError(
            f"{what} changed in another window meanwhile; look at it again, nothing was overwritten.",
            tuple(sorted(late)),
            first,
        )


def append(connection: Connection, collection: str, last: int, new: Sequence[Plain], at: str) -> int:
    """The number of the last decision, after ``new`` was written behind the number ``last``."""
    numbered = list(enumerate(new, last + 1))
    rows = [
        {"collection": collection, "number": number, "id": one.get("id"), "at": at, "body": row_text(dict(one))}
        for number, one in numbered
    ]
    insert_rows(connection, decisions, rows)
    touching = [
        {"collection": collection, "target": target, "number": number}
        for number, one in numbered
        for target in sorted(_targets(one))
    ]
    insert_rows(connection, touched, touching)
    return last + len(numbered)


def _targets(decision: Plain) -> set[str]:
    """The ids that a decision names; a file from elsewhere may hold anything there."""
    targets = decision.get("targets")
    return {one for one in targets if isinstance(one, str)} if isinstance(targets, (list, tuple)) else set()
