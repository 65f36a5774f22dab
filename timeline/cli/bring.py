"""``timeline bring``: articles into a collection of the workspace."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from timeline.cli.arguments import add_database, add_language
from timeline.cli.workspace import known, named, now

if TYPE_CHECKING:
    from timeline.errors import ReadError
    from timeline.store.workspace import Shelf, Workspace

SUMMARY = "bring articles into a collection of the workspace"
DESCRIPTION = """\
Bring the articles in FOLDER, or the one article FOLDER names, into a collection
of the workspace, and read the collection again. A collection that isn't there
is made. What was decided stays; the same article brought again is known and
not taken twice. The files are not needed afterwards: the workspace keeps their
text. FOLDER may hold a sources.toml, as for `timeline build`."""
EPILOG = """\
example:
  timeline bring articles --to "Bridges"

exit codes:
  0  all articles are in the collection, and it is read
  1  nothing was brought in
  2  the command was called in a wrong way
  3  something could not be read, the rest is in the collection"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("folder", metavar="FOLDER", help="folder of articles, or one article")
    command.add_argument("--to", metavar="NAME", required=True, help="the collection, by its name or id")
    add_language(command, "the articles of which sources.toml names none")
    add_database(command)


def run(given: argparse.Namespace) -> int:
    """The exit code, after bringing the articles in."""
    from timeline.cli.terminal import complain, count, safe
    from timeline.read import read_documents
    from timeline.store.workspace import open_workspace

    problems: list[ReadError] = []
    notes: list[str] = []
    try:
        documents = read_documents(
            given.folder,
            language=given.language,
            on_problem=problems.append,
            on_note=notes.append,
            workers=os.cpu_count() or 1,
        )
        with open_workspace(given.database) as workspace:
            shelf = named(workspace, given.to) or workspace.make(given.to, at=now())
            added = workspace.bring(shelf.id, documents, at=now())
            _read(workspace, shelf, problems)
            shelf = known(workspace, shelf.id)
    finally:
        for told in (*notes, *problems):
            complain(str(told))
    new, known_before = count(len(added.documents), "new article"), len(added.known)
    before = f", {known_before:,} known before" if known_before else ""
    print(safe(f"{new}{before}; {shelf.name} has {count(shelf.articles, 'article')}, {count(shelf.events, 'event')}"))
    return 3 if problems else 0


def _read(workspace: Workspace, shelf: Shelf, problems: list[ReadError]) -> None:
    """Nothing; the collection's reading is of the articles that it has now, with what people said of them."""
    from timeline.cli.terminal import Progress
    from timeline.model import Collection
    from timeline.pipeline import build_timeline
    from timeline.review import as_decided

    stored = workspace.read(shelf.id)
    documents = as_decided(Collection(workspace.documents(shelf.id), (), (), stored.collection.decisions)).documents
    with Progress() as progress:
        reading = build_timeline(documents, progress=progress, on_problem=problems.append, earlier=stored.collection)
    workspace.keep_reading(shelf.id, reading, of_revision=stored.revision, at=now())
