"""A Collection as a JSON file: one record a line, so that two versions can be compared line by line.

The format, key by key: docs/collection-file.md. It holds no time of writing and nothing of the machine: the
same collection gives the same bytes. Keys that this version doesn't know are kept in ``Collection.unknown``, by
the place where they stood ("events/e1", "events/e1/citations/0"), and written again there.
"""

from __future__ import annotations

import json
import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from msgspec import DecodeError, Raw

from timeline.errors import CollectionFileError
from timeline.model import Collection
from timeline.store.entry import Entry
from timeline.store.plain import Plain, plain_document, plain_event, plain_mention
from timeline.store.records import R, by_id, read_document, read_event, read_mention
from timeline.store.structs import Structs, split, split_list
from timeline.store.whole import write_whole
from timeline.uncollected import uncollected

FORMAT = "timeline-collection"
VERSION = 1

_LISTS = frozenset({"documents", "mentions", "events"})
"""What is long in a file."""

# Raw in JSON they would end a line, steer a terminal that shows the file, or break its UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dump(collection: Collection) -> str:
    """The text of the file that holds ``collection``."""
    return "".join(_pieces(collection))


def _pieces(collection: Collection) -> Iterator[str]:
    """That text in pieces, a record at a time: of a great collection it is bigger than all its records."""
    unknown = collection.unknown
    top: dict[str, str | Iterable[str]] = {
        "format": json_text(FORMAT),
        "version": str(VERSION),
        "rules": json_text(collection.rules),
        "documents": _rows("documents", map(plain_document, collection.documents), unknown),
        "mentions": _rows("mentions", map(plain_mention, collection.mentions), unknown),
        "events": _rows("events", map(plain_event, collection.events), unknown),
        "decisions": _rows("decisions", map(dict, collection.decisions), {}),
    }
    top |= {key: json_text(value) for key, value in unknown.get("", {}).items() if key not in top}
    for number, (key, value) in enumerate(top.items()):
        yield f"{',' if number else '{'}\n{json_text(key)}: "
        yield from (value,) if isinstance(value, str) else value
    yield "\n}\n"


def _rows(key: str, records: Iterable[Plain], unknown: Mapping[str, Any]) -> Iterator[str]:
    before = "[\n "
    for record in records:
        yield before + json_text(_with_unknown(record, f"{key}/{record.get('id')}", unknown))
        before = ",\n "
    yield "[]" if before[0] == "[" else "\n]"


def _with_unknown(record: Plain, place: str, unknown: Mapping[str, Any]) -> Plain:
    """``record`` with the keys that were unknown at ``place`` and below it."""
    if not unknown:
        return record
    for key, value in record.items():
        if isinstance(value, dict):
            record[key] = _with_unknown(value, f"{place}/{key}", unknown)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            record[key] = [_with_unknown(v, f"{place}/{key}/{number}", unknown) for number, v in enumerate(value)]
    return record | {key: value for key, value in unknown.get(place, {}).items() if key not in record}


def json_text(value: Any) -> str:
    """``value`` as JSON on one line, readable, and safe to show on a terminal or to write as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def load(text: str | bytes, name: str) -> Collection:
    """The Collection that ``text``, the contents of the file ``name``, holds; bytes are UTF-8.

    Raises CollectionFileError for what is broken, not ours or newer, with the place and what to do.
    """
    try:
        with uncollected():
            return _load(text, name)
    except UnicodeDecodeError as error:
        hint = "give a file that `timeline build` has written"
        raise CollectionFileError(f"{name}: this is not a collection of Timeline: no UTF-8; {hint}") from error


def _load(text: str | bytes, name: str) -> Collection:
    try:
        data = _frame(text)
    except UnicodeDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        what = "the file is empty" if not text.strip() else f"it is broken: no JSON ({where})"
        raise CollectionFileError(f"{name}: {what}; build the collection again") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        hint = "give a file that `timeline build` has written"
        raise CollectionFileError(f"{name}: this is not a collection of Timeline; {hint}")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise CollectionFileError(f"{name}: the version {version!r} is no version; build the collection again")
    if version > VERSION:
        told = f"written by a newer Timeline (format {version}, this one reads {VERSION})"
        raise CollectionFileError(f"{name}: {told}; update Timeline")
    try:
        return _collection(Entry(data, "", {}))
    except CollectionFileError as error:
        raise CollectionFileError(f"{name}: {error}; repair it there, or build the collection again") from error


def _frame(text: str | bytes) -> Any:
    """The value that ``text`` is, in which the objects of long lists are still bytes where that can be."""
    try:
        return {
            key: split_list(value) if key in _LISTS else _value(value)
            for key, value in split(text if isinstance(text, bytes) else text.encode("utf-8")).items()
        }
    except (DecodeError, UnicodeEncodeError, RecursionError):  # json knows the line, and reads halves of characters
        return _value(text)


def _value(text: str | bytes | Raw) -> Any:
    return json.loads(text if isinstance(text, str) else bytes(text).decode("utf-8"), parse_constant=_no_number)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")


def _collection(top: Entry) -> Collection:
    top.asked |= {"format", "version"}
    rules = top.get("rules", str)
    structs = Structs()
    documents = structs.documents = by_id(list(_each(top, "documents", structs.document, read_document)), "documents")
    mentions = structs.mentions = by_id(
        list(_each(top, "mentions", structs.mention, lambda entry: read_mention(entry, documents))), "mentions"
    )
    events = by_id(
        list(_each(top, "events", structs.event, lambda entry: read_event(entry, documents, mentions))), "events"
    )
    decisions = tuple(entry.data for entry in top.each("decisions"))
    top.close()
    return Collection(
        documents=tuple(documents.values()),
        mentions=tuple(mentions.values()),
        events=tuple(events.values()),
        decisions=decisions,
        rules=rules,
        unknown=top.unknown,
    )


def _each(top: Entry, key: str, quick: Callable[[Raw], R | None], careful: Callable[[Entry], R]) -> Iterator[R]:
    """The records of the list ``key``: read quickly where nothing about one is unusual."""
    for number, value in enumerate(top.get(key, list)):
        is_raw = isinstance(value, Raw)
        yield (quick(value) if is_raw else None) or careful(top.one(key, _value(value) if is_raw else value, number))


def read(path: str | os.PathLike[str]) -> Collection:
    """The Collection in the file at ``path``. Raises CollectionFileError as ``load`` does, or where no file is."""
    name = os.fspath(path)
    try:
        data = Path(path).read_bytes().removeprefix(BOM_UTF8)
    except FileNotFoundError as error:
        hint = "check the name, or make it with `timeline build`"
        raise CollectionFileError(f"{name}: there is no such file; {hint}") from error
    except IsADirectoryError as error:
        hint = "build a collection from it first with `timeline build`"
        raise CollectionFileError(f"{name}: this is a folder; {hint}") from error
    except OSError as error:
        raise CollectionFileError(f"{name}: can't be read ({error.strerror}); check its permissions") from error
    return load(data, name)


def write(collection: Collection, path: str | os.PathLike[str]) -> None:
    """Nothing; afterwards the file at ``path`` holds ``collection``, or on an error what it held before.

    Raises CollectionFileError where it can't be written.
    """
    name = os.fspath(path)
    try:
        write_whole((piece.encode("utf-8") for piece in _pieces(collection)), path)
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "check that the folder is there and may be written to"
        raise CollectionFileError(f"{name}: can't be written ({reason}); {hint}") from error
