"""Tables that are brought in: which column is what is shown before they are read, and a person may say it better."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from timeline.chart.labels import cut, shown
from timeline.read import Preview

ENDINGS = frozenset({".csv", ".tsv", ".jsonl", ".ndjson"})

FIELDS = {
    "text": "Text of the article", "title": "Title", "published": "Written", "author": "Author",
    "publisher": "Publisher", "url": "Address", "language": "Language", "kind": "Kind", "licence": "Licence",
}  # fmt: skip
"""What a column may hold, with the word for people; only the text is needed."""

LONGEST = 160
"""Code points of a field that are shown."""


def is_table(name: str) -> bool:
    """Whether a file is one whose columns a person should see first."""
    return PurePath(name.lower()).suffix in ENDINGS


def told_of(seen: Preview) -> dict[str, Any]:
    """How a table would be read, as the page knows it."""
    used = {field: column for field, column in seen.columns.items() if field in FIELDS}
    names = list(dict.fromkeys((*seen.columns.values(), *seen.unused)))
    return {
        "fields": [[field, words] for field, words in FIELDS.items()],
        "names": names,
        "columns": used,
        "rows": seen.rows,
        "first": [
            {
                field: cut(shown(row.get(column, "")), LONGEST)
                for field, column in seen.columns.items()
                if field in FIELDS
            }
            for row in seen.first
        ],
        "wrong": shown(seen.wrong or ""),
    }
