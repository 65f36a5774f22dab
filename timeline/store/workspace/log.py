"""The log of a person's decisions, which only grows. Functions on a connection, as in ``shelves``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Wish:
    """Decisions to be written to the end of a log, all or none; ``bodies`` are they as rows have them.

    ``expecting`` names what they rest on, each with the number of the last decision that touched it.
    """

    new: tuple[Plain, ...]
    bodies: tuple[str, ...]
    expecting: Mapping[str, int]
    at: str

    @classmethod
    def of(cls, new: Sequence[Plain], expecting: Mapping[str, int], at: str) -> Wish:
        """The wish to write ``new``."""
        return cls(tuple(new), tuple(row_text(dict(one)) for one in new), expecting, at)


def decide(connection: Connection, row: RowMapping, wishes: Sequence[Wish]) -> list[int | ChangedMeanwhileError]:
    """For each wish the new revision, after its decisions were written to the end of the log, or what keeps it from it.

    An article that one names waits to be read again: dates hang on what is known of it. A wish is refused where
    something that it expects was touched after the number it gives, also by a wish before it, or where the log has a
    decision under the same id: two windows that take one step back at the same moment wish for two steps, and write
    the same.
    """
    collection = row["id"]
    same = _of_ids(connection, collection, {one["id"] for wish in wishes for one in wish.new if _id(one)})
    last = _last(connection, collection, {name for wish in wishes for name in wish.expecting})
    granted: list[Wish] = []
    new: list[Plain] = []
    answers: list[ChangedMeanwhileError | None] = []
    for wish in wishes:
        error = _twice(wish, same) or _late(connection, row, wish, last, new)
        answers.append(error)
        if error is None:
            for number, one in enumerate(wish.new, row["decisions"] + len(new) + 1):
                same.setdefault(_id(one), []).append(one)
                last |= dict.fromkeys(_targets(one), number)
            granted.append(wish)
            new += wish.new
    if not granted:
        return [error for error in answers if error]
    at = max(wish.at for wish in granted)
    _append(connection, collection, row["decisions"], new, [body for wish in granted for body in wish.bodies], at)
    again = {"articles_revision": row["revision"] + 1} if _read_again(connection, collection, new) else {}
    revision = changed(connection, row, at, decisions=row["decisions"] + len(new), **again)
    return [error or revision for error in answers]


def _id(one: Plain) -> str:
    """The id of a decision, empty where it has none."""
    return one.get("id") or ""


def _read_again(connection: Connection, collection: str, new: Sequence[Plain]) -> bool:
    """Whether the decisions name articles, which are marked as changed since the reading."""
    named = set().union(*map(_targets, new))
    which = (D.collection == collection, D.id.in_(named))
    return connection.execute(update(documents).where(*which).values(unread=1)).rowcount > 0


def _of_ids(connection: Connection, collection: str, ids: Set[str]) -> dict[str, list[Plain]]:
    """The decisions of the log that have one of these ids, by it."""
    found: dict[str, list[Plain]] = {}
    if ids:
        # Not ordered by the database: SQLite would look through the whole log in that order, and not by its index.
        wanted = select(L.number, L.id, L.body).where(L.collection == collection, L.id.in_(ids))
        for _, name, body in sorted((number, name, body) for number, name, body in connection.execute(wanted)):
            found.setdefault(name, []).append(json.loads(body))
    return found


def _last(connection: Connection, collection: str, targets: Set[str]) -> dict[str, int]:
    """The number of the last decision that touched each of these; those that none touched are left out."""
    if not targets:
        return {}
    wanted = select(T.target, func.max(T.number)).where(T.collection == collection, T.target.in_(targets))
    return dict(connection.execute(wanted.group_by(T.target)).all())


def _twice(wish: Wish, known: Mapping[str, Sequence[Plain]]) -> ChangedMeanwhileError | None:
    same = tuple(other for one in wish.new if _id(one) for other in known.get(_id(one), ()))
    if not same:
        return None
    return ChangedMeanwhileError(
        "The same was decided in another window at the same moment; look at it again.",
        tuple(sorted(set().union(*map(_targets, same)))),
        tuple(map(dict, same)),
    )


def _late(
    connection: Connection, row: RowMapping, wish: Wish, last: Mapping[str, int], new: Sequence[Plain]
) -> ChangedMeanwhileError | None:
    """What came between; ``new`` stands behind the log and is not written yet."""
    late = {name: last[name] for name, seen in wish.expecting.items() if last.get(name, 0) > seen}
    if not late:
        return None
    numbers = set(late.values())
    bodies = select(L.body).where(L.collection == row["id"], L.number.in_(numbers)).order_by(L.number)
    first = [json.loads(body) for body in connection.execute(bodies).scalars()]
    first += [one for number, one in enumerate(new, row["decisions"] + 1) if number in numbers]
    what = "This was" if len(late) == 1 else f"{len(late)} of these were"
    return ChangedMeanwhileError(
        f"{what} changed in another window meanwhile; look at it again, nothing was overwritten.",
        tuple(sorted(late)),
        tuple(map(dict, first)),
    )


def append(connection: Connection, collection: str, last: int, new: Sequence[Plain], at: str) -> int:
    """The number of the last decision, after ``new`` was written behind the number ``last``."""
    _append(connection, collection, last, new, [row_text(dict(one)) for one in new], at)
    return last + len(new)


def _append(
    connection: Connection, collection: str, last: int, new: Sequence[Plain], bodies: Sequence[str], at: str
) -> None:
    rows = [
        {"collection": collection, "number": number, "id": one.get("id"), "at": at, "body": body}
        for number, (one, body) in enumerate(zip(new, bodies, strict=True), last + 1)
    ]
    insert_rows(connection, decisions, rows)
    touching = [
        {"collection": collection, "target": target, "number": number}
        for number, one in enumerate(new, last + 1)
        for target in sorted(_targets(one))
    ]
    insert_rows(connection, touched, touching)


def _targets(decision: Plain) -> set[str]:
    """The ids that a decision names; a file from elsewhere may hold anything there."""
    targets = decision.get("targets")
    return {one for one in targets if isinstance(one, str)} if isinstance(targets, (list, tuple)) else set()
