"""An OpenDocument text: its paragraphs, tables and notes as they stand now.

The format is OASIS OpenDocument 1.3 (ISO/IEC 26300).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.read.contents import Contents, UnreadableError, one_line
from timeline.read.files.unpacking import Unpacking, opened
from timeline.read.files.xmlparts import needed, part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _META = f"{_OASIS}text:1.0}}", f"{_OASIS}table:1.0}}", f"{_OASIS}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_UNSEEN = frozenset(
    {
        f"{_TEXT}{name}"
        for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "ruby-text")
    }
    | {f"{_OASIS}office:1.0}}annotation", f"{_OASIS}office:1.0}}forms"}
)
"""What a reader doesn't see, or what is no text of the author's: what was struck out, remarks, forms."""


def read_odt(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one text of an OpenDocument text, its notes after it, each in brackets with its number."""
    with opened(data) as archive:
        manifest = part(archive, "META-INF/manifest.xml", unpacking)
        if manifest is not None and any(str(one.tag).endswith("}encryption-data") for one in manifest.iter()):
            raise UnreadableError("it is locked with a password; save it without one")
        content = needed(part(archive, "content.xml", unpacking), "content.xml")
        about = part(archive, "meta.xml", unpacking)
    body = content.find(f".//{_OASIS}office:1.0}}text")
    notes: list[str] = []
    blocks = list(_blocks(needed(body, "content.xml"), notes))
    blocks += (f"[{number}] {note}" for number, note in enumerate(notes, 1))
    said = {
        key: about.findtext(f".//{key}") if about is not None else None
        for key in (f"{_DC}title", f"{_META}initial-creator", f"{_DC}creator")
    }
    yield Contents(
        "\n\n".join(blocks),
        title=one_line(said[f"{_DC}title"]),
        author=one_line(said[f"{_META}initial-creator"] or said[f"{_DC}creator"]),
    )


def _blocks(element: Element, notes: list[str]) -> Iterator[str]:
    """The paragraphs and headings in order; a table is one, with its rows on lines."""
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from filter(None, [_words(child, notes)])
        elif child.tag == f"{_TABLE}table":
            rows = (_row(row, notes) for row in child.iter(f"{_TABLE}table-row"))
            yield from filter(None, ["\n".join(filter(None, rows))])
        elif child.tag not in _UNSEEN:
            yield from _blocks(child, notes)


def _row(row: Element, notes: list[str]) -> str:
    cells = (" ".join(_blocks(cell, notes)).replace("\n", " ") for cell in row)
    return " | ".join(filter(None, cells))


def _words(paragraph: Element, notes: list[str]) -> str:
    text = "".join(_runs(paragraph, notes))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _runs(element: Element, notes: list[str]) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            yield " "
        elif child.tag == f"{_TEXT}note":
            body = child.find(f"{_TEXT}note-body")
            notes += filter(None, [" ".join(_blocks(body, notes)).replace("\n", " ")] if body is not None else [])
        elif child.tag == f"{_TEXT}p":  # of a text box within the paragraph
            yield f"\n{_words(child, notes)}\n"
        elif child.tag not in _UNSEEN:
            yield from _runs(child, notes)
        yield (child.tail or "").replace("\n", " ")
