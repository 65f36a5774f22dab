"""Records straight from the bytes of a collection file, where they stand as this version writes them.

msgspec decodes and checks an object in one step, many times as fast as the careful reader (``records.py``), but knows
only one answer to what is unusual: no. So whatever it refuses — a key unknown or missing, a value of another type, a
name of nothing, words that no longer stand in their place — is ``None`` here, and the careful reader has it: it keeps
what is to be kept, and says what is wrong where something is. What is read here, it would read the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import DecodeError, Meta, Raw, Struct
from msgspec.json import Decoder

from timeline.edtf import parse
from timeline.errors import EdtfError
from timeline.model import (
    Alternative,
    Anchor,
    Annotation,
    Citation,
    Conflict,
    Document,
    DocumentKind,
    Event,
    Genre,
    Grade,
    Implied,
    Locator,
    LocatorKind,
    Mention,
    OriginOfDate,
    Outcome,
    Published,
    Role,
    Selector,
    Source,
    Span,
    Status,
    TimexType,
    Zone,
    ZoneKind,
)
from timeline.store.records import DAY

_Place = Annotated[int, Meta(ge=0)]
_Texts = tuple[str, ...]


class _Object(Struct, forbid_unknown_fields=True, gc=False):
    """An object of the file, key by key; docs/collection-file.md says what they mean."""


class _Published(_Object):
    edtf: str | None
    origin: OriginOfDate
    reason: str


class _Zone(_Object):
    kind: ZoneKind
    start: _Place
    end: _Place
    reason: str


class _Locator(_Object):
    kind: LocatorKind
    label: str
    start: _Place


class _Document(_Object):
    id: str
    file: str
    title: str | None
    author: str | None
    publisher: str | None
    url: str | None
    language: str | None
    sha256: str
    published: _Published
    text: str
    encoding: str = "utf-8"
    note: str | None = None
    genre: Genre | None = None
    edition_of: str | None = None
    kind: DocumentKind | None = None
    licence: str | None = None
    locators: tuple[_Locator, ...] = ()
    zones: tuple[_Zone, ...] = ()
    sentences: tuple[tuple[_Place, _Place], ...] = ()


class _Anchor(_Object):
    kind: Literal["publication", "mention", "event"]
    edtf: str
    mention: str | None = None


class _Implied(_Object):
    edtf: str
    start: _Place
    end: _Place
    derivation: _Texts


class _Annotation(_Object):
    start: _Place
    end: _Place
    type: TimexType
    value: str
    mod: str | None = None


class _Alternative(_Object):
    edtf: str
    reason: str


class _Mention(_Object):
    id: str
    document: str
    start: _Place
    end: _Place
    text: str
    type: TimexType
    value: str
    edtf: str | None
    grade: Grade
    rule: str
    derivation: _Texts
    outcome: Outcome
    reason: str
    mod: str | None = None
    anchor: _Anchor | None = None
    implied: tuple[_Implied, ...] = ()
    annotations: tuple[_Annotation, ...] = ()
    alternatives: tuple[_Alternative, ...] = ()


class _Citation(_Object):
    document: str
    mention: str
    start: _Place
    end: _Place
    exact: str
    prefix: str
    suffix: str
    role: Role


class _Conflict(_Object):
    edtf: str
    document: str
    mention: str
    reason: str
    settled: str = ""


class _Event(_Object):
    id: str
    edtf: str
    earliest: str | None
    latest: str | None
    headline: str
    kind: str
    participants: _Texts
    places: _Texts
    citations: Annotated[tuple[_Citation, ...], Meta(min_length=1)]
    conflicts: tuple[_Conflict, ...]
    review: str
    tags: _Texts
    note: str
    mod: str | None = None
    headline_source: Source = ""
    summary: str = ""
    status: Status = "told"
    derivation: _Texts = ()


_REFUSED = DecodeError, EdtfError, LookupError, RecursionError, UnicodeDecodeError

_document, _mention, _event = Decoder(_Document), Decoder(_Mention), Decoder(_Event)
_top, _list = Decoder(dict[str, Raw]), Decoder(list[Raw])


def split(data: bytes) -> dict[str, Raw]:
    """The values of the JSON object that ``data`` is, each still as bytes. Raises DecodeError or RecursionError."""
    return _top.decode(data)


def split_list(data: Raw) -> list[Raw]:
    """The values of a JSON list, each still as bytes. Raises DecodeError or RecursionError."""
    return _list.decode(data)


class Structs:
    """Reads the objects of one file. ``documents`` and ``mentions``, by id, are what later ones may speak of."""

    def __init__(self) -> None:
        self.documents: Mapping[str, Document] = {}
        self.mentions: Mapping[str, Mention] = {}
        self._shared: dict[str, str] = {}  # one text for all that are equal: rules, kinds
        self._dates: dict[str, str] = {}
        self._days: set[str | None] = {None}

    def document(self, data: Raw) -> Document | None:
        """The Document of an object; None where the careful reader has to see it."""
        try:
            row = _document.decode(data)
            published = Published(self._date_or_none(row.published.edtf), row.published.origin, row.published.reason)
        except _REFUSED:
            return None
        last = len(row.text)
        zones = tuple(Zone(zone.kind, Span(zone.start, zone.end), zone.reason) for zone in row.zones)
        if any(zone.span.start > zone.span.end or zone.span.end > last for zone in zones):
            return None
        if any(start > end or end > last for start, end in row.sentences):
            return None
        return Document(
            row.id, row.file, row.text, row.sha256, row.title, row.author, row.publisher, row.url, row.language,
            published, row.encoding, zones, tuple(Span(start, end) for start, end in row.sentences), row.note,
            row.genre, row.edition_of, row.kind, row.licence,
            tuple(Locator(locator.kind, locator.label, min(locator.start, last)) for locator in row.locators),
        )  # fmt: skip

    def mention(self, data: Raw) -> Mention | None:
        """The Mention of an object; None where the careful reader has to see it."""
        try:
            row = _mention.decode(data)
            document = self.documents[row.document]
            edtf = self._date_or_none(row.edtf)
            parts = self._parts(row, len(document.text)) if _has_parts(row) else _NO_PARTS
        except _REFUSED:
            return None
        if parts is None or document.text[row.start : row.end] != row.text or row.start > row.end:
            return None
        return Mention(
            row.id, document.id, row.start, row.end, row.text, row.type,
            edtf if edtf is not None and row.value == edtf else row.value, row.mod, edtf, row.grade,
            self._shared.setdefault(row.rule, row.rule), row.derivation, *parts, row.outcome, row.reason,
        )  # fmt: skip

    def _parts(
        self, row: _Mention, last: int
    ) -> tuple[Anchor | None, tuple[Implied, ...], tuple[Annotation, ...], tuple[Alternative, ...]] | None:
        """What few mentions have; None where a place in it is none of a text of ``last`` code points."""
        placed: tuple[_Implied | _Annotation, ...] = (*row.implied, *row.annotations)
        if any(not part.start <= part.end <= last for part in placed):
            return None
        told = row.anchor
        anchor = Anchor(told.kind, self._date(told.edtf), told.mention) if told else None
        implied = (Implied(self._date(i.edtf), i.start, i.end, i.derivation) for i in row.implied)
        annotations = (Annotation(a.start, a.end, a.type, a.value, a.mod) for a in row.annotations)
        alternatives = (Alternative(self._date(a.edtf), a.reason) for a in row.alternatives)
        return anchor, tuple(implied), tuple(annotations), tuple(alternatives)

    def event(self, data: Raw) -> Event | None:
        """The Event of an object; None where the careful reader has to see it."""
        try:
            row = _event.decode(data)
            edtf = self._date(row.edtf)
            citations = tuple([self._citation(citation) for citation in row.citations])
            conflicts = tuple([self._conflict(conflict) for conflict in row.conflicts])
        except _REFUSED:
            return None
        if not (self._is_day(row.earliest) and self._is_day(row.latest)):
            return None
        return Event(
            row.id, edtf, row.mod, row.earliest, row.latest, row.headline, self._shared.setdefault(row.kind, row.kind),
            citations, row.participants, row.places, conflicts, row.derivation, row.headline_source, row.summary,
            row.status, row.review, row.tags, row.note,
        )  # fmt: skip

    def _citation(self, row: _Citation) -> Citation:
        """Raises LookupError where it speaks of nothing, or its words don't stand in their place."""
        document = self.documents[row.document]
        if document.text[row.start : row.end] != row.exact or row.start > row.end:
            raise LookupError(row.exact)
        selector = Selector(row.start, row.end, row.exact, row.prefix, row.suffix)
        return Citation(document.id, self._named(row.mention), selector, row.role)

    def _conflict(self, row: _Conflict) -> Conflict:
        edtf = self._date(row.edtf)
        return Conflict(edtf, self.documents[row.document].id, self._named(row.mention), row.reason, row.settled)

    def _named(self, mention: str) -> str:
        """The id of a mention, as the mention has it. Raises LookupError where there is none."""
        return self.mentions[mention].id if mention else ""

    def _date(self, text: str) -> str:
        """The text, if it is a date; the same one each time. Raises EdtfError."""
        known = self._dates.get(text)
        if known is None:
            parse(text)
            known = self._dates[text] = text
        return known

    def _date_or_none(self, text: str | None) -> str | None:
        return None if text is None else self._date(text)

    def _is_day(self, text: str | None) -> bool:
        if text in self._days:
            return True
        if DAY.fullmatch(text or ""):
            self._days.add(text)
            return True
        return False


_NO_PARTS: tuple[None, tuple[()], tuple[()], tuple[()]] = (None, (), (), ())


def _has_parts(row: _Mention) -> bool:
    return bool(row.anchor or row.implied or row.annotations or row.alternatives)
