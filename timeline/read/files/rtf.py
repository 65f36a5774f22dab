"""A Rich Text document: its text without its type."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from timeline.read.contents import Contents, UnreadableError, one_line
from timeline.read.files.unpacking import Unpacking

_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_PICTURES = re.compile(rb"\{\\\*?\\?(?:pict|objdata|themedata|colorschememapping|datastore)\b[^{}]*\}")
_SAID = {"title": re.compile(r"\{\\title ([^{}]{1,500})\}"), "author": re.compile(r"\{\\author ([^{}]{1,500})\}")}
_INFO = 10_000
"""Bytes in which title and author stand: they come before the text."""


def read_rtf(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one text of a Rich Text document, a blank line between its paragraphs."""
    page = _CODEPAGE.search(data[:2000])
    codec = _codec(page[1].decode()) if page else "cp1252"
    bare = _PICTURES.sub(b"", data)  # bytes of pictures, written as text, make most of a file and all of the time
    if len(bare) > unpacking.limits.markup_bytes:
        raise UnreadableError("its markup is too big; split it, or save it as .docx")
    markup = bare.decode("latin-1")
    lines = (" ".join(line.split()) for line in _text(markup, codec).replace("\0", "").split("\n"))
    head = markup[:_INFO]
    said = {
        key: one_line(_text(f"{{\\rtf1 {found[1]}}}", codec)) if (found := pattern.search(head)) else None
        for key, pattern in _SAID.items()
    }
    yield Contents("\n\n".join(filter(None, lines)), codec, title=said["title"], author=said["author"])


def _text(markup: str, codec: str) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(markup, encoding=codec, errors="replace"))  # type: ignore[no-untyped-call]


def _codec(page: str) -> str:
    """Python's name of a code page of Windows; the Western one for what is none."""
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
