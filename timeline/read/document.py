"""One text to one Document: title, zones, sentences, id."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath

from timeline.edtf import parse
from timeline.model import Document, Published
from timeline.read.sentences import split_sentences
from timeline.read.zones import find_zones

UNDATED = Published(None, "unknown", "nothing says when this was written")


def document_from_text(
    text: str, *, file: str = "text", published: str | None = None, title: str | None = None
) -> Document:
    """A Document of ``text`` as it is, with its sentences and zones.

    ``published`` is EDTF; raises EdtfError if it is none. ``sha256`` is that of the text in UTF-8.
    """
    origin = Published(str(parse(published)), "given", "the caller gives it") if published is not None else UNDATED
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    found, zones = find_zones(text, title)
    return Document(
        id=document_id(file, digest),
        file=file,
        text=text,
        sha256=digest,
        title=found,
        published=origin,
        zones=zones,
        sentences=split_sentences(text),
    )


def document_id(file: str, digest: str) -> str:
    """The id of the file named ``file`` with the bytes of which ``digest`` is the SHA-256: the same on every run.

    Ten hex digits: in a folder of ten thousand files two ids agree once in twenty thousand times.
    """
    return "d" + sha256(f"{PurePosixPath(file)}\0{digest}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
