"""What a file holds, before it becomes a Document: its text, and what it says of itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from timeline.model import DocumentKind, Genre, Locator

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class UnreadableError(ValueError):
    """The bytes can't be read. The message says why and what to do, for a sentence that begins with the file's name."""


class TooMuchError(UnreadableError):
    """What is unpacked goes beyond a limit for all of it, so that there is no use in going on."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of publication, EDTF, and who says so."""

    edtf: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of one article and what its file says of it. ``made`` is when the file was made, which may be long after
    the article was written; ``notes`` are what a person should know of the reading, each a sentence.

    ``row``: the number of the row or part of the file that holds it, where the file holds several.
    """

    text: str
    encoding: str = "utf-8"
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Dated | None = None
    kind: DocumentKind | None = None
    genre: Genre | None = None
    licence: str | None = None
    note: str | None = None
    locators: tuple[Locator, ...] = ()
    notes: tuple[str, ...] = ()
    row: int | None = None


def one_line(text: str | None) -> str | None:
    """``text`` on one line, without characters that steer or hide, or None where nothing is left."""
    if text is None:
        return None
    bare = " ".join(_CONTROLS.sub(" ", text).split())
    return unicodedata.normalize("NFC", bare) or None


def safe_name(name: str) -> str:
    """A file's name that can be shown: each character that steers or turns the writing is a U+FFFD."""
    return _CONTROLS.sub("\ufffd", name)


def in_words(size: int) -> str:
    """A number of bytes for people: "50 MB", "1.5 kB"."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"
