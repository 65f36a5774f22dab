"""Records to the rows of a database and back: each a JSON object of the record's own fields.

A hundred thousand events must open in moments, so msgspec makes the records in one step. Rows are trusted: only this
module writes them, and what a file from elsewhere holds was proved when it was opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar, get_type_hints

import msgspec

from timeline.errors import DatabaseError
from timeline.model import Document, Event, Mention
from timeline.store.database.words import row_text

R = TypeVar("R", Document, Mention, Event)

_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(kind) for kind in (Document, Mention, Event)
}
_encode = msgspec.json.Encoder().encode


def body_of(record: Document | Mention | Event) -> str:
    """The body of a row; a document's is without its text, which has a column of its own."""
    if isinstance(record, Document):
        record = replace(record, text="")
    try:
        return _encode(record).decode()
    except UnicodeEncodeError:  # a lone surrogate is no UTF-8, and msgspec knows nothing else
        return row_text(msgspec.to_builtins(record))


def document_of(body: str, text: str) -> Document:
    """The document of a row. Raises DatabaseError where the row is broken."""
    return replace(*records_of([body], Document), text=text)


_GROWING = ("zones", "sentences")
"""The fields of a document that grow with its text."""

_TYPES = get_type_hints(Document)

_Head = msgspec.defstruct(
    "_Head",
    [
        (one.name, _TYPES[one.name], msgspec.NODEFAULT if one.default is MISSING else one.default)
        for one in fields(Document)
        if one.name not in _GROWING
    ],
)
_heads = msgspec.json.Decoder(_Head)


def head_of(body: str) -> Document:
    """What is known of the document of a row: without text, zones and sentences, which take long to read.

    Raises DatabaseError where the row is broken.
    """
    try:
        return Document(**msgspec.structs.asdict(_heads.decode(body)))
    except msgspec.DecodeError:  # perhaps a lone surrogate
        return replace(*records_of([body], Document), **dict.fromkeys(_GROWING, ()))


def records_of(bodies: Iterable[str], kind: type[R]) -> tuple[R, ...]:
    """The records of rows, in their order. Raises DatabaseError where a row is broken."""
    decode = _DECODERS[kind].decode
    try:
        return tuple(map(decode, bodies))
    except msgspec.DecodeError:
        return tuple(_with_care(body, kind) for body in bodies)


def _with_care(body: str, kind: type[R]) -> R:
    """The record of a row that may hold a lone surrogate."""
    try:
        return msgspec.convert(json.loads(body), kind)
    except (ValueError, msgspec.ValidationError) as error:
        raise DatabaseError(f"A row of the database is broken ({error}); restore a backup.") from error
