"""A Word document: its paragraphs, tables and notes as they stand now, without what was struck out in tracked changes.

The format is Office Open XML (ISO/IEC 29500-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.read.contents import Contents, one_line
from timeline.read.files.unpacking import Unpacking, opened
from timeline.read.files.xmlparts import needed, part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""Parts of a paragraph that a reader doesn't see: what was struck out, the code of fields, a second way to draw it."""


def read_docx(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one text of a Word document, its foot- and endnotes after it, each in brackets with its number."""
    with opened(data) as archive:
        document = needed(part(archive, "word/document.xml", unpacking), "word/document.xml")
        about = part(archive, "docProps/core.xml", unpacking)
        notes = [part(archive, f"word/{name}.xml", unpacking) for name in ("footnotes", "endnotes")]
    blocks = list(_blocks(document))
    for number, note in enumerate((note for notes_ in notes if notes_ is not None for note in _notes(notes_)), 1):
        blocks.append(f"[{number}] {note}")
    said = {key: one_line(about.findtext(f"{_DC}{key}")) for key in ("title", "creator")} if about is not None else {}
    yield Contents("\n\n".join(blocks), title=said.get("title"), author=said.get("creator"))


def _blocks(element: Element) -> Iterator[str]:
    """The paragraphs in order; a table is one, with its rows on lines."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from filter(None, [_words(child)])
        elif child.tag == f"{_W}tbl":
            yield from filter(None, ["\n".join(filter(None, map(_row, child.iter(f"{_W}tr"))))])
        elif child.tag not in _UNSEEN:
            yield from _blocks(child)


def _row(row: Element) -> str:
    cells = (" ".join(_blocks(cell)).replace("\n", " ") for cell in row if cell.tag == f"{_W}tc")
    return " | ".join(filter(None, cells))


def _words(paragraph: Element) -> str:
    text = "".join(_runs(paragraph))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}br" and child.get(f"{_W}type") not in ("page", "column"):
            yield "\n"
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{_W}p":  # of a text box within the paragraph
            yield f"\n{_words(child)}\n"
        else:
            yield from _runs(child)


def _notes(root: Element) -> Iterator[str]:
    """The notes of a part, without the lines that part them from the text."""
    for note in root:
        if note.get(f"{_W}type") in (None, "normal"):
            yield from filter(None, [" ".join(_blocks(note)).replace("\n", " ")])
