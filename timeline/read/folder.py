"""A folder of articles, or one file, to Documents."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.errors import ReadError, SourcesError
from timeline.model import Document
from timeline.read.apart import Readers
from timeline.read.bring import Brought, read_bytes, too_big
from timeline.read.contents import UnreadableError
from timeline.read.encodings import NotTextError, decode
from timeline.read.files.kinds import SUFFIXES, kind_of
from timeline.read.sources import FILE_NAME, Source, read_sources, same_name
from timeline.settings import LIMITS, ReadLimits

OnProblem = Callable[[ReadError], None]
OnNote = Callable[[str], None]


class ReadWarning(UserWarning):
    """A file that could not be read, told to a caller of read_documents who gave no ``on_problem``."""


def read_documents(
    path: str | os.PathLike[str],
    *,
    language: str | None = None,
    on_problem: OnProblem | None = None,
    on_note: OnNote | None = None,
    limits: ReadLimits = LIMITS,
    workers: int = 0,
) -> tuple[Document, ...]:
    """The articles in a folder and the folders below it, or those in one file, sorted by the names of the files.

    Reads every kind of file that docs/reading.md lists, and what ``sources.toml`` in the folder says of them.
    ``language`` is that of the articles of which nothing says it; where it is None, each is told from its text. Left
    out without a word: hidden files, other kinds of file, links that lead out of the folder. A file that can't be read
    and each mistake in ``sources.toml`` goes to ``on_problem``, else to a ReadWarning, and the rest is
    read; what a person should know of a reading goes to ``on_note``. Raises ReadError where nothing can be read.
    ``workers``: what is more than plain text is read in so many processes of its own (``timeline.read.apart``), within
    limits of time and memory; 0 reads all of it here. What comes out is the same.
    """
    given = os.fspath(path)
    place = Path(given)
    report, tell = on_problem or _warn, on_note or _keep_silent
    with Readers(limits, workers or 1) as readers:
        reading = _Reading(language, limits, readers if workers else None)
        if place.is_dir():
            return _read_folder(place, given, reading, report, tell)
        return _read_one(place, given, reading, report, tell)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How files are read: in which language, within which limits, and where."""

    language: str | None
    limits: ReadLimits
    readers: Readers | None

    @property
    def workers(self) -> int:
        """How many files may be read at once."""
        return self.readers.workers if self.readers else 1

    def read(self, name: str, data: bytes, sources: Mapping[str, Source]) -> Brought:
        """What the file gives."""
        if self.readers is None or _plain(name, data):
            return read_bytes(name, data, self.limits, language=self.language, sources=sources)
        return self.readers.read(name, data, language=self.language, sources=sources)


def _plain(name: str, data: bytes) -> bool:
    """Whether a file is so plain that reading it can't go wrong."""
    try:
        return kind_of(name, data) == "text"
    except UnreadableError:
        return True


def _read_one(place: Path, given: str, reading: _Reading, report: OnProblem, tell: OnNote) -> tuple[Document, ...]:
    if not place.exists():
        raise ReadError(f"{given}: there is no such file or folder; check the name", given)
    sources = _sources(place.parent, {same_name(place.name)}, report, reading.limits)
    brought = reading.read(place.name, _bytes(place, given, given, reading.limits), sources)
    if not brought.documents:
        raise ReadError(str(brought.problems[0]), given)
    _tell(brought, report, tell)
    return brought.documents


def _warn(problem: ReadError) -> None:
    warnings.warn(str(problem), ReadWarning, stacklevel=5)  # the line that called read_documents


def _keep_silent(note: str) -> None:
    """Tell nobody."""


def _tell(brought: Brought, report: OnProblem, tell: OnNote) -> None:
    for problem in brought.problems:
        report(problem)
    for note in brought.notes:
        tell(note)


def _read_folder(folder: Path, given: str, reading: _Reading, report: OnProblem, tell: OnNote) -> tuple[Document, ...]:
    files = dict(sorted((name, file) for file, name in _articles(folder, report)))
    if not files:
        raise ReadError(f"{given}: no article is in this folder; put .txt, .pdf, .docx or .html files into it", given)
    sources = _sources(folder, {same_name(name) for name in files}, report, reading.limits, whole=True)

    def one(name: str) -> Brought:
        try:
            return reading.read(name, _bytes(files[name], name, name, reading.limits), sources)
        except ReadError as problem:
            return Brought(problems=(problem,))

    documents: list[Document] = []
    with ThreadPoolExecutor(reading.workers) as threads:  # they wait for the processes
        for brought in threads.map(one, files) if reading.workers > 1 else map(one, files):
            documents += brought.documents
            _tell(brought, report, tell)
    if not documents:
        count = "its only article" if len(files) == 1 else f"any of its {len(files)} articles"
        raise ReadError(f"{given}: could not read {count}; put a file into it that can be read", given)
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


def _sources(
    folder: Path, names: set[str], report: OnProblem, limits: ReadLimits, *, whole: bool = False
) -> dict[str, Source]:
    """What ``sources.toml`` says, by file. ``whole``: ``names`` are all files, so that it may name no other but what
    lies in one of them."""
    file = folder / FILE_NAME
    if not file.is_file():
        return {}
    try:
        text, _ = decode(_bytes(file, FILE_NAME, str(file), limits))
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
        if names.isdisjoint((source.file, *map(str, PurePosixPath(source.file).parents))):
            message = f"there is no article {source.file!r} in this folder; correct the name or remove the entry"
            report(SourcesError(f"{FILE_NAME}, line {source.line}: {message}", str(file), source.line))
    return {source.file: source for source in sources}


def _bytes(file: Path, name: str, given: str, limits: ReadLimits) -> bytes:
    try:
        if not file.is_file():
            raise ReadError(f"{name}: not an ordinary file; put the article's text into a file of its own", given)
        size = file.stat().st_size
        if size > limits.file_bytes:
            raise ReadError(f"{name}: {too_big(size, limits)}", given)
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{name}: the file can't be read ({reason}); check its permissions", given) from error
