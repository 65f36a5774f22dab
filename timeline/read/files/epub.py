"""An EPUB book: its chapters in order, with their headings and, where the book marks them, the pages of the print.

The format is EPUB 3.3 of the W3C, and EPUB 2 before it.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from timeline.edtf import parse
from timeline.errors import EdtfError
from timeline.model import Locator
from timeline.read.contents import Contents, Dated, UnreadableError, one_line
from timeline.read.files.unpacking import Unpacking, opened
from timeline.read.files.xmlparts import needed, part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MARKUP = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")


def read_epub(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one text of a book. Raises UnreadableError where it is protected against copying, or has no chapter."""
    with opened(data) as archive:
        container = needed(part(archive, _CONTAINER, unpacking), _CONTAINER)
        place = next((path for one in container.iter() if (path := one.get("full-path"))), "")
        package = needed(part(archive, place, unpacking), place or "package")
        chapters = _chapters(package, posixpath.dirname(place))
        locked = _locked(archive, unpacking)
        if locked & set(chapters):
            raise UnreadableError("the book is protected against copying (DRM), and its text can't be read")
        text, locators = _text(archive, chapters, unpacking)
    yield Contents(
        text,
        title=_said(package, "title"),
        author=_said(package, "creator"),
        publisher=_said(package, "publisher"),
        language=_said(package, "language"),
        licence=_said(package, "rights"),
        published=_published(_said(package, "date")),
        locators=locators,
    )


def _chapters(package: Element, folder: str) -> list[str]:
    """The names of the chapters in the archive, in the order in which they are read."""
    manifest = {
        one.get("id"): posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or "")))
        for one in package.iter()
        if str(one.tag).endswith("}item") and one.get("media-type") in _MARKUP
    }
    spine = [one.get("idref") for one in package.iter() if str(one.tag).endswith("}itemref")]
    return [manifest[name] for name in dict.fromkeys(spine) if name in manifest]


def _locked(archive: zipfile.ZipFile, unpacking: Unpacking) -> set[str]:
    """The names of the parts that are encrypted; fonts often are, in books that anybody may read."""
    root = part(archive, "META-INF/encryption.xml", unpacking)
    return {unquote(one.get("URI") or "") for one in root.iter()} - {""} if root is not None else set()


def _text(archive: zipfile.ZipFile, chapters: list[str], unpacking: Unpacking) -> tuple[str, tuple[Locator, ...]]:
    from timeline.read.files.markup import page_text, parsed, prose

    text = ""
    locators: list[Locator] = []
    missing = 0
    for name in chapters:
        try:
            info = archive.getinfo(name)
        except KeyError:
            missing += 1
            continue
        markup, _ = page_text(unpacking.member(archive, info, unpacking.limits.markup_bytes))
        chapter = prose(parsed(markup, unpacking.limits))
        if not chapter.text:
            continue
        text += "\n\n" if text else ""
        if chapter.heading:
            locators.append(Locator("chapter", chapter.heading, len(text)))
        locators += (Locator("page", one_line(label) or "?", len(text) + at) for label, at in chapter.breaks)
        text += chapter.text
        if len(text) > unpacking.limits.text:
            raise UnreadableError(f"its text is too long (more than {unpacking.limits.text:,} characters); split it")
    if not text:
        raise UnreadableError("the book has no chapter with text; perhaps its pages are pictures")
    if missing:
        are = "is" if missing == 1 else "are"
        unpacking.notes.append(f"{missing} of its {len(chapters)} parts {are} missing in the file.")
    return text, tuple(locators)


def _said(package: Element, key: str) -> str | None:
    return one_line(package.findtext(f".//{_DC}{key}"))


def _published(said: str | None) -> Dated | None:
    """The date of publication, where it is one: the day, month or year, without a time."""
    try:
        return Dated(str(parse(said.partition("T")[0])), "the book says so") if said else None
    except EdtfError:
        return None
