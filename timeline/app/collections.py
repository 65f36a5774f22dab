"""The collections that the app offers, and their reading: the samples, and the file that was opened."""

from __future__ import annotations

import hashlib
import os
import threading
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from timeline.chart import payload
from timeline.chart.labels import shown
from timeline.errors import ReadError, TimelineError
from timeline.model import Collection
from timeline.store import collection_file, doubts

OPENED = "TIMELINE_COLLECTION"
"""The environment variable that names the collection file to open."""

SAMPLES = Path(__file__).parents[2] / "data"
"""The sample collections, in a checkout of the project. An installed package has none."""

FIRST = "korea-china"
"""The sample that is shown first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A collection that can be chosen: ``id`` stands in the address of the page, ``path`` is a folder or a file."""

    id: str
    title: str
    path: Path


def choices() -> tuple[Choice, ...]:
    """What can be chosen: the opened file first, then the samples, ``FIRST`` before the others."""
    opened = os.environ.get(OPENED)
    found = [Choice("opened", shown(Path(opened).stem.replace("-", " ")), Path(opened))] if opened else []
    folders = sorted(
        (folder for folder in SAMPLES.iterdir() if folder.is_dir()) if SAMPLES.is_dir() else (),
        key=lambda folder: (folder.name != FIRST, folder.name),
    )
    return (*found, *(Choice(folder.name, _title(folder), folder) for folder in folders))


def chosen(offered: tuple[Choice, ...], wanted: str | None) -> Choice | None:
    """The wanted choice, else the first one; None where there is none."""
    return next((choice for choice in offered if choice.id == wanted), offered[0] if offered else None)


def _title(folder: Path) -> str:
    """The title that ``sources.toml`` gives the folder, else its name."""
    try:
        sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # without a title it is still a collection; read_documents says what is wrong
        return folder.name
    title = sources.get("title")
    return shown(title) if isinstance(title, str) and title.strip() else shown(folder.name)


_loaded: dict[tuple[Path, str], Mapping[str, Any]] = {}
_reading = threading.Lock()


def load(choice: Choice) -> Mapping[str, Any]:
    """The explorer's data of a collection, with ``problems``: files that could not be read. Shared: don't change it.

    Read once for each content of the folder or file. Raises ``TimelineError`` where nothing could be read.
    """
    stamp = _stamp(choice.path)
    with _reading:  # a second visitor waits for the first one's reading instead of doing it again
        if (choice.path, stamp) not in _loaded:
            _loaded[choice.path, stamp] = {**_read(choice.path), "stamp": stamp}
        return _loaded[choice.path, stamp]


def _read(path: Path) -> Mapping[str, Any]:
    collection, problems = read_collection(path)
    return {**payload(collection), "problems": problems}


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
        collection = collection_file.read(path)
        problems += map(shown, doubts(collection))
    return collection, problems


def _stamp(path: Path) -> str:
    """A hash of all that is read: names and bytes."""
    digest = hashlib.sha256()
    try:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode("utf-8", "surrogateescape") + b"\0" + file.read_bytes())
    except OSError as error:
        raise ReadError(f"{path.name} can't be read: {error.strerror or error}.", str(path)) from error
    return digest.hexdigest()


def view(wanted: str | None) -> dict[str, Any]:
    """Everything that the page shows for the wanted collection, its problems in words."""
    offered = choices()
    choice = chosen(offered, wanted)
    frame: dict[str, Any] = {
        "choices": [{"id": c.id, "title": c.title} for c in offered],
        "key": choice.id if choice else "",
        "title": choice.title if choice else "No collection",
        "file": file_address(choice) if choice else None,
    }
    if choice is None:
        return {**frame, **NOTHING, "problems": [NO_SAMPLES]}
    try:
        data = load(choice)
    except TimelineError as error:
        data = {**NOTHING, "problems": [shown(str(error))]}
    if wanted and wanted != choice.id:
        missing = f"There is no collection “{shown(wanted)}” here; this is “{choice.title}”."
        return {**frame, **data, "problems": [missing, *data["problems"]]}
    return {**frame, **data}


FILE = "/timeline/file"
"""The path of our own under which a collection is had as one HTML file."""


def file_address(choice: Choice) -> str:
    """Where the HTML file of a choice is had; ``&articles=quotes`` behind it leaves the articles out."""
    return f"{FILE}?{urlencode({'c': choice.id})}"


NO_SAMPLES = (
    "The sample collections come with the project's source and are not here: build a collection of your own with "
    "“timeline build FOLDER -o collection.json” and open it with “timeline open collection.json”."
)

NOTHING: Mapping[str, Any] = {
    "lanes": [], "documents": [], "events": [], "undated": [], "aside": [], "stamp": "",
    "counts": {"event": 0, "undated": 0, "aside": 0},
}  # fmt: skip
