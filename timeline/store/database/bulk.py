"""Many rows at once. A driver that sends them one by one to a server would need minutes for a large reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from timeline.store.database.words import Words, row_text

PORTION = 2_000
"""Rows that a server is sent at once: a few megabytes."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Nothing; ``table`` has the ``rows`` afterwards, which all have the same keys."""
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    columns = [table.c[name] for name in rows[0]]
    names = ", ".join(column.name for column in columns)
    typed = ", ".join(f"{column.name} {column.type.compile(connection.dialect)}" for column in columns)
    words = [column.name for column in columns if isinstance(column.type, Words)]
    statement = text(
        f"INSERT INTO {table.name} ({names}) "  # noqa: S608  our own names
        f"SELECT {names} FROM json_to_recordset(CAST(:rows AS json)) AS given({typed})"
    )
    for start in range(0, len(rows), PORTION):
        portion = [
            {**row, **{name: None if row[name] is None else row_text(row[name]) for name in words}}
            for row in rows[start : start + PORTION]
        ]
        connection.execute(statement, {"rows": row_text(portion)})
