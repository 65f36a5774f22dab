"""One text to one Document: title, zones, sentences, id."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath
from typing import cast

from timeline.edtf import parse
from timeline.errors import EdtfError
from timeline.model import Document, DocumentKind, Genre, Published
from timeline.read.contents import Contents
from timeline.read.language import detect_language
from timeline.read.sentences import split_sentences
from timeline.read.sources import FILE_NAME, Source
from timeline.read.zones import find_zones

MONTHS = 12
IN_FIGURES = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character. No encoding can hold it, no pattern read it and no file keep it."""

UNDATED = Published(None, "unknown", "nothing says when this was written")


def document_from_text(
    text: str,
    *,
    file: str = "text",
    published: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Document:
    """A Document of ``text`` as it is, with its sentences and zones.

    ``published`` is EDTF, or day, month and year in figures as archives give them; raises EdtfError for anything
    else. A lone surrogate in the text reads as U+FFFD, the sign for a character that is lost; offsets stay.
    ``language`` is told from the text where it is None. ``sha256`` is that of the text in UTF-8.
    """
    origin = Published(edtf_of(published), "given", "the caller gives it") if published is not None else UNDATED
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        text = LONE_SURROGATE.sub("\ufffd", text)
        raw = text.encode()
    digest = sha256(raw).hexdigest()
    found, zones = find_zones(text, title)
    spoken = language or detect_language(text)
    return Document(
        id=document_id(file, digest),
        file=file,
        text=text,
        sha256=digest,
        title=found,
        language=spoken,
        published=origin,
        zones=zones,
        sentences=split_sentences(text, spoken),
    )


def document_of(
    name: str, digest: str, contents: Contents, source: Source | None = None, language: str | None = None
) -> Document:
    """The Document of what the file ``name`` holds. ``digest`` is the SHA-256 of its bytes, in hex.

    What ``source`` says goes before what the file says of itself. ``language`` is that of texts whose language nobody
    says; where it is None too, it is told from the text.
    """
    known = source.texts if source else {}
    spoken = known.get("language") or contents.language or language or detect_language(contents.text)
    title, zones = find_zones(contents.text, known.get("title") or contents.title)
    published = UNDATED
    if contents.published:
        published = Published(contents.published.edtf, "given", contents.published.reason)
    if source and source.published:
        published = Published(source.published, "given", f"{FILE_NAME} says so")
    return Document(
        id=document_id(name, digest),
        file=name,
        text=contents.text,
        sha256=digest,
        title=title,
        author=known.get("author") or contents.author,
        publisher=known.get("publisher") or contents.publisher,
        url=known.get("url") or contents.url,
        language=spoken,
        published=published,
        encoding=contents.encoding,
        zones=zones,
        sentences=split_sentences(contents.text, spoken),
        note=known.get("note") or contents.note,
        genre=cast(Genre | None, known.get("genre") or contents.genre),
        kind=cast(DocumentKind | None, known.get("kind") or contents.kind),
        licence=known.get("licence") or contents.licence,
        locators=contents.locators,
    )


def day_comes_first(published: str) -> bool | None:
    """Whether a date in figures that reads one way only has its day before its month; None for any other text."""
    figures = IN_FIGURES.fullmatch(published)
    first, second = (int(figures[1]), int(figures[2])) if figures else (0, 0)
    return first > MONTHS if (first > MONTHS) != (second > MONTHS) else None


def edtf_of(published: str, *, day_first: bool | None = None) -> str:
    """The EDTF of a publication date; "03-02-2009" is one of two days, unless ``day_first`` tells the order."""
    figures = IN_FIGURES.fullmatch(published)
    if not figures:
        try:
            return str(parse(published))
        except EdtfError as error:
            advice = "Write the date of publication as EDTF: 2013-02-12, 2013-02 or 2013."
            raise EdtfError(f"{error} {advice}", published, error.position) from None
    first, second, year = (int(number) for number in figures.groups())
    days = {
        f"{year:04d}-{month:02d}-{day:02d}"
        for month, day in ((first, second), (second, first))
        if day and 1 <= month <= MONTHS
    }
    if len(days) > 1 and day_first is not None:
        month, day = (second, first) if day_first else (first, second)
        return f"{year:04d}-{month:02d}-{day:02d}"
    if not days:
        raise EdtfError(
            f"{published!r} is no date: neither of its first two numbers is a month. Write it as EDTF: 2009-02-03.",
            published,
            0,
        )
    one_of = ",".join(sorted(days))
    return str(parse(one_of if len(days) == 1 else f"[{one_of}]"))


def document_id(file: str, digest: str) -> str:
    """The id of the file named ``file`` with the bytes of which ``digest`` is the SHA-256: the same on every run.

    Ten hex digits: in a folder of ten thousand files two ids agree once in twenty thousand times.
    """
    return "d" + sha256(f"{PurePosixPath(file)}\0{digest}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
