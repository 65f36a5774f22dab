"""A text and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.model.record import record

OriginOfDate = Literal["given", "stated", "inferred", "unknown"]
Genre = Literal["news", "narrative"]
DocumentKind = Literal["news", "history", "primary source", "reference"]
LocatorKind = Literal["page", "chapter", "paragraph"]
ZoneKind = Literal["title", "dateline", "body", "publication", "furniture"]


@record
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` lies wholly inside."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a text with a role of its own: its title, its dateline, the site's furniture around it."""

    kind: ZoneKind
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A page or chapter of the file: its label ("12", "xii", "The siege") and where it begins in the text.

    It goes on to where the next one of its kind begins. Paragraphs have locators only where the text doesn't show them
    any more, since it was cut down to its quotes.
    """

    kind: LocatorKind
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was written: an EDTF text or None, where it comes from, and why, in words.

    ``given``: metadata say it. ``stated``: the text says it of itself. ``inferred``: worked out from
    the text or its neighbours. ``unknown``: ``edtf`` is None.
    """

    edtf: str | None
    origin: OriginOfDate
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, unchanged since it was read, with its metadata, sentences and zones.

    ``file`` is the path relative to the folder that was read, with forward slashes. ``sha256`` is
    that of the file's bytes, in hex. ``sentences`` cover the text in order, without the white space
    between them. ``genre``: "news", which counts from its own date, or "narrative", which counts from the date told
    last; None where nobody says it. ``edition_of`` is the id of a document of which this is nearly the same text.
    ``encoding`` is the codec that the bytes were decoded with. ``locators``: its pages and chapters, in order of where
    they begin. ``kind``: what sort of source it is, None where nobody says it. ``licence``: under what terms it may be
    used, in its own words.
    """

    id: str
    file: str
    text: str
    sha256: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = Published(None, "unknown", "nothing says when this was written")
    encoding: str = "utf-8"
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Span, ...] = ()
    note: str | None = None
    genre: Genre | None = None
    edition_of: str | None = None
    kind: DocumentKind | None = None
    licence: str | None = None
    locators: tuple[Locator, ...] = ()

    @property
    def told_as(self) -> Genre | None:
        """What a date without a year counts from, as ``genre`` says it, else ``kind``; None is to be judged."""
        return self.genre or (GENRE_OF_KIND.get(self.kind) if self.kind else None)

    @property
    def source(self) -> str:
        """The same for all editions of an article: together they are one witness."""
        return self.edition_of or self.id

    def zone_at(self, start: int) -> ZoneKind:
        """The kind of the zone that holds the code point ``start``; ``body`` where no other does."""
        for zone in self.zones:
            if zone.span.start <= start < zone.span.end:
                return zone.kind
        return "body"


GENRE_OF_KIND: Mapping[DocumentKind, Genre] = {"news": "news", "history": "narrative"}
"""The kinds that settle what a date without a year counts from; a primary source may be a letter or a chronicle."""
