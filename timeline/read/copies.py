"""The same article given twice is one document: what it tells is told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.model import Document

NAMED = 3
"""Copies that a note names; of more it says how many."""


def without_copies(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in their order, of those with the same text only one, whose note names the files of the others.

    That is the first by file name of those whose date is known, else of all.
    """
    given = tuple(documents)
    alike: dict[str, list[int]] = {}
    for number, document in enumerate(given):
        alike.setdefault(document.text, []).append(number)
    kept: dict[int, Document] = {}
    for numbers in alike.values():
        first, *others = sorted(numbers, key=lambda n: (given[n].published.edtf is None, given[n].file, given[n].id))
        kept[first] = _with_note(given[first], sorted({given[n].file for n in others} - {given[first].file}))
    return tuple(kept[number] for number in sorted(kept))


def _with_note(document: Document, files: list[str]) -> Document:
    """The document with a note on the files that hold the same text."""
    if not files:
        return document
    named = ", ".join(files[:NAMED]) + (f" and {len(files) - NAMED:,} more" if len(files) > NAMED else "")
    told = f"The same text stands in {named}; it is read once."
    return replace(document, note=told if document.note is None else f"{document.note} {told}")
