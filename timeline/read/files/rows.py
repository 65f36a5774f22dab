"""A table or JSON lines: each row a document, its columns matched by their names, which may be shown before reading."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, cast, get_args
from unicodedata import normalize

from timeline.edtf import parse
from timeline.errors import EdtfError, ReadError
from timeline.model import DocumentKind
from timeline.read.contents import Contents, Dated, UnreadableError, one_line, safe_name
from timeline.read.document import IN_FIGURES, day_comes_first, edtf_of
from timeline.read.files.kinds import kind_of
from timeline.read.files.text import decoded
from timeline.read.files.unpacking import Unpacking

DELIMITERS = ",;\t|"
_SHOWN = 5
"""Rows of a preview."""

_LONGEST_FIELD = 2**31 - 1
"""Code points of a field: as many as may be said on all systems. An article is longer than the usual 128 kB."""

_NAMES = 20_000
"""Code points that the names of all columns may have: more are no names, and all of them are shown."""

_INSTANT = re.compile(r"(-?\d{4,}-\d{2}-\d{2})[T ]\d{2}:.*")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")

Row = tuple[int, dict[str, str]]
"""The number of a row in its file, from 1, and its fields by the name of the column."""


Order = tuple[bool, str]
"""Whether dates in figures have the day before the month, and one of them that can only be read so."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table holds before it is read: which column goes into which field, which columns into none, its rows.

    ``rows`` counts all of them, ``first`` shows the first few, by column. ``wrong`` says why it can't be read so.
    """

    columns: Mapping[str, str]
    unused: tuple[str, ...]
    rows: int
    first: tuple[Mapping[str, str], ...]
    wrong: str | None = None


def preview(name: str, data: bytes, columns: Mapping[str, str] | None = None) -> Preview:
    """How the table or JSON lines in the file ``name`` would be read with these ``columns``: a column by field.

    Raises ReadError for what is no table.
    """
    try:
        rows, names = _rows(decoded(data)[0], [], lines=kind_of(name, data) == "jsonl")
    except UnreadableError as error:
        raise ReadError(f"{safe_name(name)}: {error}", name) from error
    shown = list(islice(rows, _SHOWN))
    found = dict(columns) if columns is not None else matched(names)
    count = len(shown) + sum(1 for _ in rows)
    unused = tuple(name for name in names if name not in found.values())
    first = tuple(fields for _, fields in shown)
    return Preview(found, unused, count, first, None if "text" in found else _no_text(names))


def read_table(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The articles of a table, one a row."""
    yield from _articles(data, unpacking, lines=False)


def read_lines(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The articles of JSON lines, one a line; a list of objects is read as well."""
    yield from _articles(data, unpacking, lines=True)


def matched(names: Iterable[str]) -> dict[str, str]:
    """The column of each field that has one, told by their names."""
    plain = {_plain(name): name for name in reversed(list(names))}
    found: dict[str, str] = {}
    for field, words in _known().items():
        name = next((plain[word] for word in words if word in plain and plain[word] not in found.values()), None)
        if name is not None:
            found[field] = name
    return found


def _articles(data: bytes, unpacking: Unpacking, *, lines: bool) -> Iterator[Contents]:
    text, encoding = decoded(data)
    rows, names = _rows(text, unpacking.notes, lines=lines)
    columns = unpacking.columns if unpacking.columns is not None else matched(names)
    if "text" not in columns:
        raise UnreadableError(_no_text(names))
    empty: list[int] = []
    read = 0

    @cache
    def order() -> Order | None:
        return _order(_rows(text, [], lines=lines)[0], columns["published"])

    for number, fields in rows:
        body = fields.get(columns["text"], "")
        if not body.strip():
            empty.append(number)
            continue
        read += 1
        if read > unpacking.limits.files:
            raise UnreadableError(f"it has more than {unpacking.limits.files:,} rows; the first were read: split it")
        own = {field: one_line(fields.get(name)) for field, name in columns.items() if field != "text"}
        yield _article(body, own, number, encoding, order)
    if empty:
        shown = ", ".join(map(str, empty[:9])) + (" and more" if len(empty) > 9 else "")
        rows_were = "row without a text was" if len(empty) == 1 else "rows without a text were"
        unpacking.notes.append(f"{len(empty):,} {rows_were} left out: {shown}.")
    if not read:
        raise UnreadableError(f"no row has a text in the column {columns['text']!r}; choose another one")


def _order(rows: Iterator[Row], column: str) -> Order | None:
    """The order of day and month in the column's dates, by the first that reads one way only; None where two differ."""
    told: dict[bool, str] = {}
    for _, fields in rows:
        published = one_line(fields.get(column)) or ""
        if (day_first := day_comes_first(published)) is not None:
            told.setdefault(day_first, published)
    return next(iter(told.items())) if len(told) == 1 else None


def _article(
    body: str, own: Mapping[str, str | None], number: int, encoding: str, order: Callable[[], Order | None]
) -> Contents:
    notes = []
    published, kind = own.get("published"), (own.get("kind") or "").lower()
    edtf, why = _date(published, order) if published else (None, "")
    if published and edtf is None:
        notes.append(f"the date of publication {published!r} can't be read; write it as 2013-02-12, 2013-02 or 2013.")
    return Contents(
        body.replace("\r\n", "\n").replace("\r", "\n"),
        encoding,
        title=own.get("title"),
        author=own.get("author"),
        publisher=own.get("publisher"),
        url=own.get("url"),
        language=own.get("language") if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z]+)?", own.get("language") or "") else None,
        published=Dated(edtf, why) if edtf else None,
        kind=cast(DocumentKind, kind) if kind in get_args(DocumentKind) else None,
        licence=own.get("licence"),
        note=own.get("note"),
        notes=tuple(notes),
        row=number,
    )


def _date(published: str, order: Callable[[], Order | None]) -> tuple[str | None, str]:
    """The EDTF of a date as tables have it: EDTF, with a time behind it, or day, month and year in figures; and why.

    ``order`` is asked where the figures read two ways.
    """
    instant, dotted = _INSTANT.fullmatch(published), _DOTTED.fullmatch(published)
    if dotted:  # the dot puts the day before the month
        published = f"{dotted[3]}-{int(dotted[2]):02d}-{int(dotted[1]):02d}"
    try:
        edtf = str(parse(instant[1])) if instant else edtf_of(published)
    except EdtfError:
        return None, ""
    if IN_FIGURES.fullmatch(published) and edtf.startswith("[") and (told := order()) is not None:
        which = "day" if told[0] else "month"
        return edtf_of(published, day_first=told[0]), f"the table says so, with the {which} first as in {told[1]}"
    return edtf, "the table says so"


def _rows(text: str, notes: list[str], *, lines: bool) -> tuple[Iterator[Row], list[str]]:
    rows, names = _from_json(text, notes) if lines else _from_table(text)
    if sum(map(len, names)) > _NAMES:
        raise UnreadableError("its columns have too many and too long names to be ones; save the table as .csv again")
    return rows, names


def _from_table(text: str) -> tuple[Iterator[Row], list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    head = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=delimiter)
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise UnreadableError(f"it is no table ({error}); save it as .csv again") from error

    def rows() -> Iterator[Row]:
        try:
            for number, fields in enumerate(reader, 2):
                yield number, dict(zip(names, fields, strict=False))
        except csv.Error as error:
            raise UnreadableError(f"row {reader.line_num} is broken ({error}); mend it, or save it again") from error

    return rows(), names


def _from_json(text: str, notes: list[str]) -> tuple[Iterator[Row], list[str]]:
    found = list(_objects(text, notes))
    names = list(dict.fromkeys(name for _, fields in found[:100] for name in fields))
    return iter(found), names


def _objects(text: str, notes: list[str]) -> Iterator[Row]:
    """The objects of the lines, or of one list; ``notes`` tell which lines are none."""
    try:
        values: Iterable[Any] = _loaded(text) if text.lstrip().startswith("[") else text.split("\n")
    except ValueError as error:
        raise UnreadableError(f"it is no JSON ({str(error)[:120]}); mend it") from error
    for number, value in enumerate(values, 1):
        if isinstance(value, str) and not value.strip():
            continue
        try:
            yield number, _fields(_loaded(value) if isinstance(value, str) else value)
        except ValueError as error:
            notes.append(f"line {number} was left out: it is no JSON object ({str(error)[:120]}).")


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _fields(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError('write an article as {"text": …}')
    return {str(key): field if isinstance(field, str) else _told(field) for key, field in value.items() if field}


def _told(field: Any) -> str:
    return ", ".join(map(str, field)) if isinstance(field, list) else str(field)


def _no_text(names: Iterable[str]) -> str:
    shown = ", ".join(map(repr, islice(names, 12)))
    return f"no column holds the articles' text (there are {shown or 'none'}); call one 'text', or choose one"


def _plain(name: str) -> str:
    """A name as it is compared: letters with marks, and wide ones, can be written in several ways that look alike."""
    return " ".join(re.split(r"[\s_'’-]+", normalize("NFKC", name).strip().casefold()))


@cache
def _known() -> dict[str, list[str]]:
    return tomllib.loads(files("timeline.read.files").joinpath("columns.toml").read_text(encoding="utf-8"))
