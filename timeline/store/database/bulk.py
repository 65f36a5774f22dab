"""Many rows at once. A driver that sends them one by one to a server would need minutes for a large reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Connection, Table, text

from timeline.store.database.words import Words, row_text

PORTION = 2_000
"""Rows that a server is sent at once: a few megabytes."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Nothing; ``table`` has the ``rows`` afterwards, which all have the same keys."""
    if not rows:
        return
    columns = [table.c[name] for name in rows[0]]
    names = ", ".join(column.name for column in columns)
    words = frozenset(column.name for column in columns if isinstance(column.type, Words))
    if connection.dialect.name != "postgresql":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  our own names
        # Straight to the driver: SQLAlchemy would make each row's parameters anew, which takes longer than to write it.
        connection.exec_driver_sql(statement, [tuple(_plain(row, words).values()) for row in rows])
        return
    typed = ", ".join(f"{column.name} {column.type.compile(connection.dialect)}" for column in columns)
    statement = (
        f"INSERT INTO {table.name} ({names}) "  # noqa: S608  our own names
        f"SELECT {names} FROM json_to_recordset(CAST(:rows AS json)) AS given({typed})"
    )
    for start in range(0, len(rows), PORTION):
        portion = [_plain(row, words) for row in rows[start : start + PORTION]]
        connection.execute(text(statement), {"rows": row_text(portion)})


def _plain(row: Mapping[str, Any], words: Set[str]) -> dict[str, Any]:
    """The row with its ``words`` as the database keeps them."""
    return {name: row_text(value) if name in words and value is not None else value for name, value in row.items()}
