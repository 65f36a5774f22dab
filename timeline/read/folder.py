"""A folder of articles, or one file, to Documents."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import cast

from timeline.errors import ReadError, SourcesError
from timeline.model import Document, Genre, Published
from timeline.read.document import document_id
from timeline.read.encodings import NotTextError, decode
from timeline.read.language import detect_language
from timeline.read.sentences import split_sentences
from timeline.read.sources import FILE_NAME, Source, read_sources, same_name
from timeline.read.zones import find_zones
from timeline.settings import DEFAULTS

SUFFIXES = (".txt", ".md")

OnProblem = Callable[[ReadError], None]


class ReadWarning(UserWarning):
    """A file that could not be read, told to a caller of read_documents who gave no ``on_problem``."""


def read_documents(
    path: str | os.PathLike[str], *, language: str | None = None, on_problem: OnProblem | None = None
) -> tuple[Document, ...]:
    """The articles in a folder and the folders below it, or the one in a file, sorted by name.

    Reads ``.txt`` and ``.md`` and what ``sources.toml`` in the folder says of them. ``language`` is that of the
    articles of which it says none; where it is None, each is told from its text. Left out without a
    word: hidden files, other kinds of file, links that lead out of the folder. A file that can't be read
    and each mistake in ``sources.toml`` goes to ``on_problem``, else to a ReadWarning, and the rest is
    read. Raises ReadError where nothing can be read.
    """
    given = os.fspath(path)
    place = Path(given)
    report = on_problem or _warn
    if place.is_dir():
        return _read_folder(place, given, language, report)
    if not place.exists():
        raise ReadError(f"{given}: there is no such file or folder; check the name", given)
    if place.suffix.lower() not in SUFFIXES:
        raise ReadError(f"{given}: not a text that can be read; give a .txt or .md file, or a folder of them", given)
    source = _sources(place.parent, {same_name(place.name)}, report).get(same_name(place.name))
    return (_read_file(place, place.name, given, source, language),)


def _warn(problem: ReadError) -> None:
    warnings.warn(str(problem), ReadWarning, stacklevel=4)  # the line that called read_documents


def _read_folder(folder: Path, given: str, language: str | None, report: OnProblem) -> tuple[Document, ...]:
    files = dict(sorted((name, file) for file, name in _articles(folder, report)))
    if not files:
        raise ReadError(f"{given}: no article is in this folder; put .txt or .md files into it", given)
    sources = _sources(folder, {same_name(name) for name in files}, report, whole=True)
    documents = []
    for name, file in files.items():
        try:
            documents.append(_read_file(file, name, name, sources.get(same_name(name)), language))
        except ReadError as problem:
            report(problem)
    if not documents:
        count = "its only article" if len(files) == 1 else f"any of its {len(files)} articles"
        raise ReadError(f"{given}: could not read {count}; put a readable .txt or .md file into it", given)
    return tuple(documents)


def _articles(folder: Path, report: OnProblem) -> Iterator[tuple[Path, str]]:
    """Each file to read and its name: the path relative to ``folder``, with forward slashes."""

    def unreadable(error: OSError) -> None:
        name = os.fspath(error.filename)
        report(ReadError(f"{name}: the folder can't be opened ({error.strerror}); check its permissions", name))

    root = folder.resolve()
    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(parent, name)
            if name.startswith(".") or file.suffix.lower() not in SUFFIXES:
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(root):
                continue
            yield file, file.relative_to(folder).as_posix()


def _sources(folder: Path, names: set[str], report: OnProblem, *, whole: bool = False) -> dict[str, Source]:
    """What ``sources.toml`` says, by file. ``whole``: ``names`` are all files, so that it may name no other."""
    file = folder / FILE_NAME
    if not file.is_file():
        return {}
    try:
        text, _ = decode(_bytes(file, FILE_NAME, str(file)))
    except NotTextError as error:
        report(SourcesError(f"{FILE_NAME}: {error}; write it as a text in UTF-8", str(file), None))
        return {}
    except ReadError as unreadable:
        report(unreadable)
        return {}
    sources, problems = read_sources(text, str(file))
    for problem in problems:
        report(problem)
    for source in sources if whole else ():
        if source.file not in names:
            message = f"there is no article {source.file!r} in this folder; correct the name or remove the entry"
            report(SourcesError(f"{FILE_NAME}, line {source.line}: {message}", str(file), source.line))
    return {source.file: source for source in sources}


def _read_file(file: Path, name: str, given: str, source: Source | None, spoken: str | None) -> Document:
    data = _bytes(file, given, given)
    try:
        text, encoding = decode(data)
    except NotTextError as error:
        raise ReadError(f"{given}: {error}; save the article as plain text", given) from error
    if not text.strip():
        raise ReadError(f"{given}: the file is empty; put the article's text into it or remove it", given)
    known = source.texts if source else {}
    language = known.get("language") or spoken or detect_language(text)
    title, zones = find_zones(text, known.get("title"))
    digest = sha256(data).hexdigest()
    document = Document(
        id=document_id(name, digest),
        file=name,
        text=text,
        sha256=digest,
        title=title,
        encoding=encoding,
        zones=zones,
        sentences=split_sentences(text, language),
        author=known.get("author"),
        publisher=known.get("publisher"),
        url=known.get("url"),
        language=language,
        note=known.get("note"),
        genre=cast(Genre | None, known.get("genre")),
    )
    if source and source.published:
        return replace(document, published=Published(source.published, "given", f"{FILE_NAME} says so"))
    return document


def _bytes(file: Path, name: str, given: str) -> bytes:
    try:
        if not file.is_file():
            raise ReadError(f"{name}: not an ordinary file; put the article's text into a file of its own", given)
        size = file.stat().st_size
        if size > DEFAULTS.max_file_bytes:
            limit = DEFAULTS.max_file_bytes // 1_000_000
            raise ReadError(f"{name}: the file is too big ({size / 1e6:.0f} MB, at most {limit}); split it", given)
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{name}: the file can't be read ({reason}); check its permissions", given) from error
