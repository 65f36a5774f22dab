"""The collections that the app offers, and their reading: the file that was opened, the person's own, the samples."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from timeline.app.bringing import BRINGING
from timeline.app.desk import shelf_of, shelves, workspace
from timeline.app.doors import RefusedError, sentence_of
from timeline.app.kept import Kept
from timeline.app.loaded import Loaded, of_collection, of_file, of_own
from timeline.app.making import making
from timeline.chart.labels import cut, shown
from timeline.errors import ReadError, TimelineError
from timeline.model import Collection
from timeline.review import as_decided
from timeline.store import collection_file, doubts
from timeline.store.workspace import Shelf
from timeline.uncollected import uncollected

OPENED = "TIMELINE_COLLECTION"
"""The environment variable that names the collection file to open."""

SAMPLES = Path(__file__).parents[2] / "data"
"""The sample collections, in a checkout of the project. An installed package has none."""

FIRST = "korea-china"
"""The sample that is shown first."""


UNNAMED = "My articles"
"""What a collection is called until somebody names it; of several with a number behind it."""

COPY = "Copy of "
"""What stands before the name of a copy."""

CHANGED = 409
"""HTTP's status of what was asked of a state that is over."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A collection that can be chosen: ``id`` stands in the address of the page, ``path`` is a folder or a file.

    A person's own collection is in the workspace and has no ``path``.
    """

    id: str
    title: str
    path: Path | None


def choices() -> tuple[Choice, ...]:
    """What can be chosen: the opened file first, then the person's own collections, then the samples."""
    return (*opened(), *own(), *samples())


def opened() -> tuple[Choice, ...]:
    """The file that the app was started with, if there is one."""
    file = os.environ.get(OPENED)
    return (Choice("opened", shown(Path(file).stem.replace("-", " ")), Path(file)),) if file else ()


def own() -> tuple[Choice, ...]:
    """The collections of the workspace that are in use, the last changed first; none where it can't be opened: the
    home page says why."""
    try:
        found = shelves()
    except TimelineError:
        return ()
    return tuple(_own(shelf) for shelf in found if not shelf.archived)


def _own(shelf: Shelf) -> Choice:
    return Choice(shelf.id, cut(shown(shelf.name)), None)


def is_own(key: str) -> bool:
    """Whether this is the address of a collection in the workspace, and not of a sample or the opened file."""
    return key not in {choice.id for choice in (*opened(), *samples())}


def is_unnamed(choice: Choice) -> bool:
    """Whether it bears the name that collections have until somebody names them, or is a copy of one that does."""
    return choice.path is None and re.fullmatch(rf"({COPY})*{UNNAMED}( \d+)?", choice.title) is not None


def samples() -> tuple[Choice, ...]:
    """The sample collections, ``FIRST`` before the others."""
    try:
        with os.scandir(SAMPLES) as found:
            names = [one.name for one in found if one.is_dir()]
    except OSError:
        return ()
    names.sort(key=lambda name: (name != FIRST, name))
    return _samples(SAMPLES, tuple((name, _changed(f"{SAMPLES}/{name}/sources.toml")) for name in names))


@lru_cache(maxsize=8)  # every run of the script and every answer asks for all
def _samples(place: Path, found: tuple[tuple[str, int], ...]) -> tuple[Choice, ...]:
    return tuple(Choice(name, _title(place / name), place / name) for name, _ in found)


def _changed(file: str) -> int:
    """When a file was changed, in nanoseconds; 0 where it can't be told."""
    try:
        return os.stat(file).st_mtime_ns  # noqa: PTH116  a Path for each would take longer than the rest
    except OSError:
        return 0


def _title(folder: Path) -> str:
    """The title that ``sources.toml`` gives the folder, else its name."""
    try:
        sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # without a title it is still a collection; read_documents says what is wrong
        return folder.name
    title = sources.get("title")
    return cut(shown(title)) if isinstance(title, str) and title.strip() else shown(folder.name)


OUTLINES = 20_000_000
"""Bytes of outlines up to which collections are kept: a hundred of a thousand events, or one of a hundred thousand."""

_loaded: Kept[Loaded] = Kept(lambda loaded: loaded.outline.size, OUTLINES)


def load(choice: Choice, stamp: str = "") -> Loaded:
    """A collection made ready to be shown, read once for each state of its folder or file.

    Its outline holds ``problems``, in words: files that could not be read. ``stamp`` is that of the state which is
    asked for. Raises ``TimelineError`` where nothing could be read, ``RefusedError`` where the collection is in another
    state by now.
    """
    now = stamp_of(choice)
    if stamp not in ("", now):
        raise RefusedError(f"“{choice.title}” has changed since: load the page again.", CHANGED)
    return _loaded.get(_place(choice), now, lambda: _read(choice, _loaded.last(_place(choice))))


def held(key: str, stamp: str) -> Loaded | None:
    """The sample or opened file of this address where it is kept as it was when a page was told this stamp, else None.

    Asks no disk how it stands now: whoever has the outline is given the parts of that one. Of a person's own collection
    the database must be asked each time: one that was deleted is told of no more.
    """
    choice = next((choice for choice in (*opened(), *samples()) if choice.id == key), None)
    return _loaded.held(_place(choice), stamp) if choice else None


def _place(choice: Choice) -> str:
    return str(choice.path or choice.id)


def _read(choice: Choice, before: Loaded | None) -> Loaded:
    with uncollected(), making(choice.id):
        loaded = of_own(choice.id, before) if choice.path is None else _of_path(choice.id, choice.path)
        gc.freeze()  # what was read stays, so that no later search for garbage need go through it
    if not loaded.fresh:
        BRINGING.read(choice.id)  # the server was stopped before it had read them
    return loaded


def _of_path(key: str, path: Path) -> Loaded:
    if path.is_dir():
        return of_collection(*read_collection(path))
    return of_file(key, path, lambda: read_collection(path))


def read_collection(path: Path) -> tuple[Collection, list[str]]:
    """The collection of a folder of articles or of a collection file, and what is wrong with it, in sentences.

    Raises ``TimelineError`` where nothing could be read.
    """
    problems: list[str] = []
    if path.is_dir():
        from timeline.pipeline import build_timeline  # a collection file needs no rules, and opens without them
        from timeline.read import read_documents

        documents = read_documents(path, on_problem=lambda problem: problems.append(shown(str(problem))))
        collection = build_timeline(documents)
    else:
        collection = as_decided(collection_file.read(path))
        problems += map(shown, doubts(collection))
    return collection, problems


def stamp_of(choice: Choice) -> str:
    """Another text for each state of a collection."""
    return f"r{workspace().revision(choice.id)}" if choice.path is None else _stamp_of_files(choice.path)


def stamp_at(key: str) -> str | None:
    """The same of the collection at this address; None where there is none or it can't be read."""
    try:
        return stamp_of(offered(key))
    except (KeyError, TimelineError):
        return None


def _stamp_of_files(path: Path) -> str:
    """A hash of names, sizes and times of all that is read: one of the bytes would take longer than an answer may."""
    digest = hashlib.sha256()
    try:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                state = file.stat()
                digest.update(f"{file.name}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ReadError(f"{path.name} can't be read: {error.strerror or error}.", str(path)) from error
    return digest.hexdigest()[:16]


def view(wanted: str | None) -> dict[str, Any]:
    """What the page is told of the wanted collection, else of the first: which one, what else there is, and where its
    data are."""
    there = choices()
    frame: dict[str, Any] = {"choices": [{"id": c.id, "title": c.title} for c in there], "problems": []}
    try:
        choice = offered(wanted) if wanted else there[0]
    except LookupError:
        problem = f"There is no collection “{shown(wanted)}” here." if wanted else NO_SAMPLES
        return {**frame, **NOTHING, "key": "", "title": "No collection", "problems": [problem]}
    frame |= {"key": choice.id, "title": choice.title, "file": file_address(choice)}
    try:
        state = stamp_of(choice)
    except TimelineError as error:
        return {**frame, **NOTHING, "problems": [sentence_of(error)]}
    return {**frame, "stamp": state, "source": f"{DATA}/{quote(choice.id, safe='')}"}


def offered(key: str) -> Choice:
    """The collection at this address. Raises ``KeyError`` where there is none."""
    found = {choice.id: choice for choice in (*opened(), *samples())}
    if key in found:
        return found[key]
    try:
        return _own(shelf_of(key))
    except TimelineError as error:
        raise KeyError(key) from error


FILE = "/timeline/file"
"""The path of our own under which a collection is had as one HTML file."""


def file_address(choice: Choice) -> str:
    """Where the HTML file of a choice is had; ``&articles=quotes`` behind it leaves the articles out."""
    return f"{FILE}?{urlencode({'c': choice.id})}"


DATA = "/timeline/data"
"""Where the server answers for the data of collections."""

NO_SAMPLES = (
    "The sample collections come with the project's source and are not here: build a collection of your own with "
    "“timeline build FOLDER -o collection.json” and open it with “timeline open collection.json”."
)

NOTHING: Mapping[str, Any] = {
    "lanes": [], "documents": [], "events": [], "periods": [], "undated": [], "aside": [], "stamp": "", "source": "",
    "counts": {"event": 0, "undated": 0, "aside": 0},
}  # fmt: skip
