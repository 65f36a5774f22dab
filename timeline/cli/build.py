"""``timeline build``: a folder of articles to a collection file."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.arguments import add_language, workers

if TYPE_CHECKING:
    from timeline.errors import ReadError
    from timeline.model import Document

SUMMARY = "read articles, write their events to a collection file"
DESCRIPTION = """\
Read the articles in FOLDER and the folders below it (texts, web pages, PDF,
Word, OpenDocument, EPUB, e-mails, tables, ZIP archives of these and more:
docs/reading.md), or those in the one file FOLDER names; find every mention of
a date, work out what date it means, make events that cite their sentences, and
write all of it to a collection file (JSON; docs/collection-file.md).

FOLDER may also be the address of a web page (https://…), with --allow-fetch:
without it nothing is ever fetched. Addresses within a private network are not.

A file sources.toml in FOLDER may say what is known of the articles:

  [[source]]
  file = "treaty.txt"
  title = "The treaty holds"
  publisher = "The Daily Post"
  published = "2021-07-16"

A file that can't be read is named at the end, and the others are read. The same
text in two files is read once, with a note that names the other. The collection
file is replaced as a whole when all is done, or stays as it was.

Events get their ids from the first sentence that tells them. With --earlier
each keeps the id that it has in that collection, so that notes and links still
find it when articles are added, and the collection its decisions: what people
said there of an article, as its date, counts. FILE may be the one that -o
writes."""
EPILOG = """\
example:
  timeline build articles -o history.json
  timeline build articles -o history.json --earlier history.json

exit codes:
  0  all articles were read, the collection is written
  1  nothing was written
  2  the command was called in a wrong way
  3  the collection is written, but something could not be read"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("folder", metavar="FOLDER", help="folder of articles, one file, or an address")
    command.add_argument("-o", metavar="FILE", dest="output", required=True, help="the collection file to write")
    command.add_argument("--earlier", metavar="FILE", help="a collection of fewer of the articles, whose ids stay")
    command.add_argument("--allow-fetch", action="store_true", help="fetch FOLDER where it is an address")
    add_language(command, "the articles of which sources.toml names none")
    command.add_argument(
        "--workers",
        type=workers,
        metavar="N",
        help="processes that read at once; what comes out is the same (default: as many as are worth it)",
    )


def run(given: argparse.Namespace) -> int:
    """The exit code, after building the collection."""
    from timeline.cli.terminal import Progress, complain, count
    from timeline.errors import CollectionFileError
    from timeline.pipeline import build_timeline
    from timeline.read import read_documents
    from timeline.read.files.kinds import SUFFIXES
    from timeline.store import read, write

    if Path(given.output).suffix.lower() in SUFFIXES:
        # One slip of the hand would overwrite an article.
        raise CollectionFileError(f"{given.output}: this is the name of an article; name the collection FILE.json")
    earlier = read(given.earlier) if given.earlier else None
    problems: list[ReadError] = []
    notes: list[str] = []
    try:
        if given.folder.lower().startswith(("http://", "https://")):
            documents = _fetched(given.folder, given.language, problems, notes, allowed=given.allow_fetch)
        else:
            documents = read_documents(
                given.folder,
                language=given.language,
                on_problem=problems.append,
                on_note=notes.append,
                workers=given.workers or os.cpu_count() or 1,
            )
        with Progress() as progress:
            collection = build_timeline(
                documents, progress=progress, workers=given.workers, on_problem=problems.append, earlier=earlier
            )
        write(collection, given.output)
    finally:
        for told in (*notes, *problems):
            complain(str(told))
    outcomes = [mention.outcome for mention in collection.mentions]
    numbers = [
        count(len(collection.documents), "document"),
        count(len(collection.mentions), "mention"),
        count(len(collection.events), "event"),
        f"{outcomes.count('undated'):,} undated",
        f"{outcomes.count('set aside'):,} set aside",
    ]
    print(f"{', '.join(numbers)} → {given.output}")
    return 3 if problems else 0


def _fetched(
    address: str, language: str | None, problems: list[ReadError], notes: list[str], *, allowed: bool
) -> tuple[Document, ...]:
    """What is at an address. Raises FetchError or ReadError where it can not be had."""
    from timeline.errors import FetchError
    from timeline.fetch import fetch
    from timeline.read.apart import Readers

    if not allowed:
        raise FetchError(f"{address}: nothing is fetched unless you say so; add --allow-fetch")
    found = fetch(address)
    with Readers(workers=1) as readers:
        brought = readers.read(found.name, found.data, language=language)
    if not brought.documents:
        raise brought.problems[0]
    problems += brought.problems
    notes += brought.notes
    return tuple(replace(one, url=one.url or found.url) for one in brought.documents)
