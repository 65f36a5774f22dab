"""Exercises and tours by their code, and the counts of a class's answers.

Functions on a connection, as in ``shelves``. The database looks at no lesson: the bodies are plain values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from timeline.errors import UnknownLessonError
from timeline.store.database.schema import answers, collections, lessons

L, A = lessons.c, answers.c

Counts = dict[str, dict[str, int]]
"""How often each answer was given, by card."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was made from a collection for a class.

    ``code`` is what the class types; ``kind`` is ``"exercise"`` or ``"tour"``; ``place`` is the address of the
    collection, which may be a sample that the workspace doesn't hold. ``body`` is plain JSON.
    """

    code: str
    kind: str
    place: str
    made: str
    changed: str
    body: Mapping[str, Any]


def lesson_of(connection: Connection, code: str) -> Lesson:
    """The lesson with this code. Raises UnknownLessonError."""
    row = connection.execute(select(lessons).where(L.code == code)).mappings().first()
    if row is None:
        raise UnknownLessonError(f"There is no exercise or tour with the code {code} here.")
    return Lesson(**{name: row[name] for name in Lesson.__slots__})


def lessons_of(connection: Connection, place: str) -> tuple[Lesson, ...]:
    """The lessons that were made from what has this address, the last changed first."""
    wanted = select(lessons).where(L.place == place).order_by(L.changed.desc(), L.code)
    found = connection.execute(wanted).mappings()
    return tuple(Lesson(**{name: row[name] for name in Lesson.__slots__}) for row in found)


def keep(connection: Connection, lesson: Lesson) -> None:
    """Nothing; the lesson is kept, in the place of one with the same code; what a class answered stays."""
    values = {name: getattr(lesson, name) for name in Lesson.__slots__}
    known = connection.execute(select(L.made).where(L.code == lesson.code).with_for_update()).scalar()
    if known is not None:
        connection.execute(update(lessons).where(L.code == lesson.code).values(**{**values, "made": known}))
        return
    own = connection.execute(select(collections.c.id).where(collections.c.id == lesson.place)).scalar()
    connection.execute(insert(lessons).values(**values, collection=own))


def remove(connection: Connection, code: str) -> None:
    """Nothing; the lesson is gone, with the counts of its answers."""
    connection.execute(delete(lessons).where(L.code == code))


def counts_of(connection: Connection, code: str) -> Counts:
    """How often each answer to a lesson was given, by card."""
    found: Counts = {}
    for card, answer, count in connection.execute(select(A.card, A.answer, A.count).where(A.lesson == code)):
        found.setdefault(card, {})[answer] = count
    return found


def keep_counts(connection: Connection, code: str, counts: Counts) -> None:
    """Nothing; these are the counts of the lesson afterwards, and no others."""
    if connection.execute(select(L.code).where(L.code == code)).first() is None:
        return  # it was removed while the class still answered
    connection.execute(delete(answers).where(A.lesson == code))
    rows = [
        {"lesson": code, "card": card, "answer": answer, "count": count}
        for card, given in counts.items()
        for answer, count in given.items()
    ]
    if rows:
        connection.execute(insert(answers), rows)
