"""``sources.toml``: what is known of the articles of a folder beside their text.

    [[source]]
    file = "treaty.txt"          # required, relative to the folder; the rest is optional
    title = "…"
    author = "…"
    publisher = "…"
    published = "2021-07-16"     # EDTF
    url = "…"
    language = "en"
    genre = "news"               # or "narrative": what a date without a year counts from
    kind = "news"                # or "history", "primary source", "reference"
    licence = "CC BY 4.0"        # under what terms it may be used
    note = "…"

At the top may stand ``title``, ``description``, ``language``, ``note`` and ``licence`` of the whole collection.
Any other key is told as a mistake, and the rest is read.
"""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, get_args

from timeline.edtf import parse
from timeline.errors import EdtfError, SourcesError
from timeline.model import DocumentKind, Genre

FILE_NAME = "sources.toml"
TEXTS = ("title", "author", "publisher", "url", "language", "genre", "kind", "licence", "note")
"""The keys of an entry that hold a text, beside ``file`` and ``published``."""

CHOICES = {"genre": get_args(Genre), "kind": get_args(DocumentKind)}
"""The keys whose text is one of few."""

ABOUT_ALL = ("title", "description", "language", "note", "licence")
"""The keys that tell of the whole collection; each holds a text."""

_TOML_PLACE = re.compile(r" ?\(at line (\d+), column \d+\)| ?\(at end of document\)")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry: its line in ``sources.toml`` and what it says of ``file``."""

    line: int | None
    file: str
    published: str | None
    texts: dict[str, str]


def read_sources(text: str, path: str) -> tuple[tuple[Source, ...], tuple[SourcesError, ...]]:
    """The entries of a ``sources.toml`` that hold, and a SourcesError for each that does not.

    ``path`` is the file's name, for the errors.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), (_toml_error(str(error), text, path),)
    entries = data.get("source", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        wrong = _line(text, r"\s*\[?\s*source\b", 0)
        return (), (_error("an article's entry begins with [[source]], in two pairs of brackets", path, wrong),)
    sources: dict[str, Source] = {}
    problems: list[SourcesError] = _top_problems(data, text, path)
    for number, entry in enumerate(entries):
        place = _Place(text, path, number)
        problems += [
            place.error(_unknown(key, ("file", "published", *TEXTS)), key) for key in entry if key not in _KEYS
        ]
        try:
            source = _source(entry, place)
            if source.file in sources:
                first = sources[source.file].line
                message = f"{source.file!r} is named a second time, first in line {first}: keep one entry of the two"
                raise _error(message, path, source.line)
            sources[source.file] = source
        except SourcesError as problem:
            problems.append(problem)
    return tuple(sources.values()), tuple(problems)


_KEYS = frozenset({"file", "published", *TEXTS})


def _top_problems(data: dict[str, Any], text: str, path: str) -> list[SourcesError]:
    """A SourcesError for each key at the top that has no meaning there, or no text."""
    problems = []
    for key, value in data.items():
        line = _line(text, rf"""\s*(\[\[?\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""", 0)
        if key in ABOUT_ALL:
            if not isinstance(value, str):
                problems.append(_error(f"{key} must be a text in quotation marks", path, line))
        elif isinstance(value, dict | list):
            message = f"[[{key}]] has no meaning here: begin each article's entry with [[source]]"
            problems += [_error(message, path, line)] if key != "source" else []
        else:
            problems.append(_error(_unknown(key, ABOUT_ALL), path, line))
    return problems


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key, known, 1)
    advice = f"write {near[0]}" if near else f"known are {', '.join(known)}; remove it, or put it into note"
    return f"the key {key} has no meaning here: {advice}"


def same_name(name: str) -> str:
    """``name`` in the one form in which file names are compared: some systems keep accents apart from letters."""
    return unicodedata.normalize("NFC", name)


@dataclass(frozen=True, slots=True)
class _Place:
    """Entry ``number`` (0-based) of the ``sources.toml`` with this text."""

    text: str
    path: str
    number: int

    def line(self, key: str | None = None) -> int | None:
        """The line of ``key`` in the entry, else the line in which the entry begins."""
        begin = _line(self.text, r"\s*\[\[\s*source\s*\]\]", self.number)
        if begin is None or key is None:
            return begin
        for at, line in enumerate(self.text.split("\n")[begin:], begin + 1):
            if re.match(r"\s*\[", line):
                break
            if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line):
                return at
        return begin

    def error(self, message: str, key: str | None = None) -> SourcesError:
        return _error(message, self.path, self.line(key))


def _source(entry: dict[str, Any], place: _Place) -> Source:
    file = entry.get("file")
    if not isinstance(file, str) or not file.strip():
        raise place.error('the entry names no file: add a line such as file = "article.txt"', "file")
    for key in TEXTS:
        if not isinstance(entry.get(key, ""), str):
            raise place.error(f"{key} must be a text in quotation marks", key)
    for key, choices in CHOICES.items():
        if entry.get(key, "").strip() not in {"", *choices}:
            *others, last = (f'"{choice}"' for choice in choices)
            advice = f"write {', '.join(others)} or {last}, or leave it out"
            raise place.error(f'{key} = "{entry[key]}" is none that is known: {advice}', key)
    return Source(
        line=place.line("file"),
        file=_inside(file, place),
        published=_published(entry.get("published"), place),
        texts={key: entry[key].strip() for key in TEXTS if entry.get(key, "").strip()},
    )


def _inside(file: str, place: _Place) -> str:
    """``file`` as a clean relative path; what leads out of the folder is refused."""
    path = PurePosixPath(file.strip().replace("\\", "/"))
    if path.is_absolute() or PureWindowsPath(file).drive or ".." in path.parts:
        raise place.error(f"{file!r} leads out of the folder: name a file inside it", "file")
    return same_name(str(path))


def _published(value: Any, place: _Place) -> str | None:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        value = value.isoformat()  # TOML's own date, without quotation marks
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise place.error('published must be a date in quotation marks, such as "2021-07-16" or "2021-07"', "published")
    try:
        return str(parse(value.strip()))
    except EdtfError as error:
        message = f'published = "{value}" is no EDTF date: write "2021-07-16", "2021-07" or "2021"'
        raise place.error(message, "published") from error


def _line(text: str, pattern: str, number: int) -> int | None:
    """The 1-based line of the match ``number`` (0-based) of ``pattern`` at a line's start."""
    lines = [at for at, line in enumerate(text.split("\n"), 1) if re.match(pattern, line)]
    return lines[number] if number < len(lines) else None


def _toml_error(message: str, text: str, path: str) -> SourcesError:
    found = _TOML_PLACE.search(message)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    what = _TOML_PLACE.sub("", message).rstrip(".")
    return _error(f"it is no TOML ({what}): correct the line, or put the text in quotation marks", path, line)


def _error(message: str, path: str, line: int | None) -> SourcesError:
    place = f"{PurePosixPath(path).name}, line {line}" if line is not None else PurePosixPath(path).name
    return SourcesError(f"{place}: {message}", path, line)
