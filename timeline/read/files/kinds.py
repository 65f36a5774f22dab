"""What kind of file some bytes are, told from the bytes; the name only decides between kinds of plain text."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import Literal

from timeline.read.contents import UnreadableError

Kind = Literal[
    "text", "html", "mhtml", "email", "csv", "jsonl", "pdf", "docx", "odt", "epub", "rtf", "zip"
]  # fmt: skip

SUFFIXES: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mhtml",
    ".mht": "mhtml", ".eml": "email", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".epub": "epub", ".rtf": "rtf", ".zip": "zip",
}  # fmt: skip
"""The names that files of each kind usually end in."""

NAMES: dict[Kind, str] = {
    "text": "plain text", "html": "a web page", "mhtml": "a saved web page", "email": "an e-mail", "csv": "a table",
    "jsonl": "JSON lines", "pdf": "a PDF", "docx": "a Word document", "odt": "an OpenDocument text",
    "epub": "an EPUB book", "rtf": "a Rich Text document", "zip": "a ZIP archive",
}  # fmt: skip

OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a file of an old Office program (.doc); save it as .docx"),
    (b"\x89PNG", "it is a picture; have its text recognised first (OCR), and bring in the text"),
    (b"\xff\xd8\xff", "it is a picture; have its text recognised first (OCR), and bring in the text"),
    (b"GIF8", "it is a picture; have its text recognised first (OCR), and bring in the text"),
    (b"II*\0", "it is a picture; have its text recognised first (OCR), and bring in the text"),
    (b"MM\0*", "it is a picture; have its text recognised first (OCR), and bring in the text"),
    (b"\x1f\x8b", "it is packed with gzip; unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "it is packed as 7z; pack it as .zip"),
    (b"Rar!", "it is packed as RAR; pack it as .zip"),
    (b"BZh", "it is packed with bzip2; unpack it, or pack it as .zip"),
    (b"\xfd7zXZ", "it is packed with xz; unpack it, or pack it as .zip"),
    (b"SQLite format 3\0", "it is a database; bring in its texts as .csv"),
    (b"\x7fELF", "it is a program, no article"),
    (b"MZ\x90", "it is a program, no article"),
    (b"ID3", "it is a sound; bring in its words as text"),
    (b"OggS", "it is a sound; bring in its words as text"),
)
"""What is no article, by its first bytes, and the way out."""

_HEAD = 4096
"""Bytes that are looked at: what tells a kind of text stands at its beginning."""

_PAGE = re.compile(rb"(?is)(?:<\?xml[^>]{0,200}\?>|<!--.{0,1000}?-->|\s)*<(?:!doctype\s+html|html|head|body)\b")
_TAG = re.compile(rb"<(?:p|div|h1|h2|article|span|br|title|meta|table|body|a)\b[^<>]*>", re.IGNORECASE)
_FIELD = re.compile(rb"(?im)^(from|to|date|subject|received|message-id|mime-version|return-path|content-type):[ \t]")
_RELATED = re.compile(rb"(?im)^content-type:\s*multipart/related")
_MAIL = frozenset({b"received", b"message-id", b"mime-version", b"return-path"})


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of the file ``name`` that holds ``data``. Raises UnreadableError for what is no article."""
    for sign, reason in OTHERS:
        if data.startswith(sign):
            raise UnreadableError(reason)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    return _written(SUFFIXES.get(PurePosixPath(name.lower()).suffix, "text"), data)


def _packed(data: bytes) -> Kind:
    """Which of the kinds that are ZIP archives inside."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            mark = ""
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    mark = stream.read(100).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return "zip"  # its reader tells what is wrong
    if mark == "application/epub+zip":
        return "epub"
    if mark.startswith("application/vnd.oasis.opendocument."):
        if mark.removeprefix("application/vnd.oasis.opendocument.").startswith("text"):
            return "odt"
        raise UnreadableError("it is an OpenDocument file without running text; save a table as .csv, slides as .pdf")
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return "docx"
        if any(name.startswith("xl/") for name in names):
            raise UnreadableError("it is a spreadsheet; save it as .csv")
        if any(name.startswith("ppt/") for name in names):
            raise UnreadableError("it is a presentation; save it as .pdf")
        return "docx"
    return "zip"


def _written(said: Kind, data: bytes) -> Kind:
    """Which of the kinds that are text inside; ``said`` is what the name says."""
    head = data[:_HEAD]
    if b"\0" in head[:64]:
        head = head.replace(b"\0", b"")  # UTF-16: every second byte of its markup
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    fields = {field.lower() for field in _FIELD.findall(head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0])}
    if fields and _RELATED.search(head) and (said == "mhtml" or b"saved by" in head.lower() or b"text/html" in head):
        return "mhtml"
    if b"from" in fields and (said == "email" or fields & _MAIL):
        return "email"
    if _PAGE.match(head) or (said == "html" and _TAG.search(data)):
        return "html"
    if said in ("csv", "jsonl"):
        return said
    return "jsonl" if _is_object(head) else "text"


def _is_object(head: bytes) -> bool:
    """Whether the first line is a JSON object as a program would write it."""
    first = head.split(b"\n", 1)[0].strip()
    if not (first.startswith(b'{"') and first.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
