"""One file of any kind that is read to Documents, within limits, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from pathlib import PurePosixPath
from types import MappingProxyType

from timeline.errors import ReadError, SourcesError
from timeline.model import Document
from timeline.read.contents import Contents, UnreadableError, in_words, safe_name
from timeline.read.document import document_of
from timeline.read.encodings import NotTextError, decode
from timeline.read.files.archive import members
from timeline.read.files.kinds import NAMES, SUFFIXES, Kind, kind_of
from timeline.read.files.unpacking import Unpacking
from timeline.read.sources import FILE_NAME, Source, read_sources, same_name
from timeline.settings import LIMITS, ReadLimits

Reader = Callable[[bytes, Unpacking], Iterator[Contents]]
"""Bytes to the articles in them. Raises UnreadableError with the reason where there is none."""

NOTHING: Mapping[str, Source] = MappingProxyType({})

READERS: Mapping[Kind, tuple[str, str]] = {
    "text": ("text", "read_text"),
    "html": ("web", "read_web"),
    "mhtml": ("mail", "read_saved_page"),
    "email": ("mail", "read_mail"),
    "csv": ("rows", "read_table"),
    "jsonl": ("rows", "read_lines"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "epub": ("epub", "read_epub"),
    "rtf": ("rtf", "read_rtf"),
}
"""Where the reader of each kind is: its module, loaded when it is first needed, and its name."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file gave: its documents, what could not be read, and what a person should know, each a sentence that
    begins with the name of the file."""

    documents: tuple[Document, ...] = ()
    problems: tuple[ReadError, ...] = ()
    notes: tuple[str, ...] = ()


def read_bytes(
    name: str,
    data: bytes,
    limits: ReadLimits = LIMITS,
    *,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Mapping[str, Source] = NOTHING,
) -> Brought:
    """What the file ``name`` with the bytes ``data`` gives; no error but programming mistakes leaves it.

    Its kind is told from its bytes. ``name`` may be a path with forward slashes; documents of an archive are named
    after it and the member ("letters.zip/may/3.txt"), those of a table after it and the row ("finds.csv#12").
    ``language`` is that of articles which don't say theirs, ``columns`` the columns of a table by field
    (see ``timeline.read.files.rows``), and ``sources`` what ``sources.toml`` says, by the names of files; what it says
    of an archive or table goes for all that this holds, but for the title.
    """
    reading = _Reading(limits, language, Unpacking(limits, dict(columns) if columns is not None else None))
    reading.file(safe_name(name), data, sources)
    return Brought(tuple(reading.documents), tuple(reading.problems), tuple(reading.notes))


def too_big(size: int, limits: ReadLimits) -> str:
    """Why a file of ``size`` bytes isn't read."""
    return f"the file is too big ({in_words(size)}, at most {in_words(limits.file_bytes)}); split it"


class _Reading:
    """Collects what one file gives, with all that is packed in it."""

    def __init__(self, limits: ReadLimits, language: str | None, unpacking: Unpacking) -> None:
        self.documents: list[Document] = []
        self.problems: list[ReadError] = []
        self.notes: list[str] = []
        self._limits, self._language, self._unpacking = limits, language, unpacking

    def file(self, name: str, data: bytes, sources: Mapping[str, Source]) -> None:
        """Read one file. ``sources``: what is known of files, by name."""
        try:
            if len(data) > self._limits.file_bytes:
                raise UnreadableError(too_big(len(data), self._limits))
            kind = kind_of(name, data)
            self._tell_kind(name, kind)
            if kind == "zip":
                self._archive(name, data, sources)
            else:
                self._articles(name, data, kind, sources)
                if kind == "email":
                    self._attached(name, data, sources)
        except UnreadableError as reason:
            self._problem(name, str(reason))
        except MemoryError:
            self._problem(name, "reading it takes more memory than it may; split it")
        except RecursionError:
            self._problem(name, "its parts are nested too deeply; save it again from another program")
        except Exception as error:  # noqa: BLE001  one file that trips a reader must not lose all the others
            told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            self._problem(name, f"it is damaged or not as its kind should be ({told[:200]}); save it again")

    def _articles(self, name: str, data: bytes, kind: Kind, sources: Mapping[str, Source]) -> None:
        digest = sha256(data).hexdigest()
        for contents in _reader(kind)(data, self._unpacking):
            if not contents.text.strip():
                raise UnreadableError("the file is empty; put the article's text into it or remove it")
            if len(contents.text) > self._limits.text:
                raise UnreadableError(f"its text is too long (more than {self._limits.text:,} characters); split it")
            one = name if contents.row is None else f"{name}#{contents.row}"
            own = digest if contents.row is None else sha256(contents.text.encode("utf-8", "replace")).hexdigest()
            self.documents.append(document_of(one, own, contents, _known(one, sources), self._language))
            self.notes += (f"{one}: {note}" for note in contents.notes)
        self.notes += (f"{name}: {note}" for note in self._unpacking.notes)
        self._unpacking.notes.clear()

    def _attached(self, name: str, data: bytes, sources: Mapping[str, Source]) -> None:
        from timeline.read.files.mail import attached

        with self._deeper():
            for file, content in attached(data):
                self.file(f"{name}/{safe_name(file)}", content, sources)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        """One archive within another. Raises UnreadableError where they are too many."""
        if self._unpacking.depth >= self._limits.depth:
            raise UnreadableError(f"it lies more than {self._limits.depth} archives deep; unpack it first")
        self._unpacking.depth += 1
        try:
            yield
        finally:
            self._unpacking.depth -= 1

    def _archive(self, name: str, data: bytes, sources: Mapping[str, Source]) -> None:
        unpacking, known, read, held = self._unpacking, dict(sources), 0, 0
        with self._deeper():
            for member, content in members(data, unpacking):
                inner = f"{name}/{safe_name(member)}"
                if PurePosixPath(member).name == FILE_NAME:
                    known |= {} if read or isinstance(content, UnreadableError) else self._sources(inner, content)
                    read += 1
                    continue
                unpacking.files, held = unpacking.files + 1, held + 1
                if unpacking.files > self._limits.files:
                    most = self._limits.files
                    raise UnreadableError(f"it holds more than {most:,} files; the first {most:,} were read: split it")
                if isinstance(content, UnreadableError):
                    self._problem(inner, str(content))
                else:
                    self.file(inner, content, known)
        if not held:
            raise UnreadableError(f"no article is in it; it may hold {', '.join(SUFFIXES)}")

    def _sources(self, place: str, content: bytes) -> dict[str, Source]:
        """What the ``sources.toml`` at ``place`` in an archive says, by the names that its documents get."""
        try:
            text, _ = decode(content)
        except NotTextError as error:
            self.problems.append(SourcesError(f"{place}: {error}; write it as a text in UTF-8", place, None))
            return {}
        sources, problems = read_sources(text, place)
        self.problems += problems
        folder = PurePosixPath(place).parent
        return {same_name(str(folder / source.file)): source for source in sources}

    def _tell_kind(self, name: str, kind: Kind) -> None:
        """Note where a name says another kind than the bytes."""
        said = SUFFIXES.get(PurePosixPath(name.lower()).suffix)
        if said is not None and said != kind:
            self.notes.append(f"{name}: its name says {NAMES[said]}, but it is {NAMES[kind]}; it was read as that.")

    def _problem(self, name: str, reason: str) -> None:
        self.problems.append(ReadError(f"{name}: {reason}", name))


def _known(name: str, sources: Mapping[str, Source]) -> Source | None:
    """What is known of the document ``name``, or of the archive or table that holds it."""
    own = sources.get(same_name(name))
    if own or not sources:
        return own
    table = [name.rpartition("#")[0]] if "#" in name else []
    for holder in (*table, *map(str, PurePosixPath(name).parents)):
        if whole := sources.get(same_name(holder)):
            return replace(whole, texts={key: text for key, text in whole.texts.items() if key != "title"})
    return None


def _reader(kind: Kind) -> Reader:
    module, name = READERS[kind]
    reader: Reader = getattr(import_module(f"timeline.read.files.{module}"), name)
    return reader
