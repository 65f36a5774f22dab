"""``timeline compare``: how two readings differ: events added, gone, with another date, in other words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.arguments import add_database

if TYPE_CHECKING:
    from timeline.model import Collection, Event
    from timeline.review.compare import Comparison
    from timeline.review.editions import Sentences

SUMMARY = "show how two collections, or two readings of one, differ"
DESCRIPTION = """\
Show which events AFTER has and BEFORE has not, which are gone, which have
another date and which other words: a collection before and after newer rules
or a review, or two collections. Each is a collection file, or the name or id
of a collection of the workspace, with @NUMBER an earlier reading of it, as
`timeline collections --readings NAME` lists them. What people decided is laid
over both. With --articles two editions of one article are compared, their
sentences too."""
EPILOG = """\
examples:
  timeline compare before.json after.json
  timeline compare Bridges@2 Bridges
  timeline compare history.json history.json --articles post.txt post-2.txt

exit codes:
  0  the two tell the same events
  1  they differ, or could not be read: stderr says so
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("before", metavar="BEFORE", help="a collection file, a collection of the workspace, or NAME@2")
    command.add_argument("after", metavar="AFTER", help="the one to be held against it")
    add_database(command)
    command.add_argument(
        "--articles", nargs=2, metavar=("ONE", "OTHER"), help="files of two articles: ONE in BEFORE, OTHER in AFTER"
    )


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing what differs."""
    from timeline.cli.terminal import columns, count, safe, table
    from timeline.review.compare import article, compare, compare_articles
    from timeline.review.editions import compare_sentences

    before, after = _side(given.before, given.database), _side(given.after, given.database)
    sentences: Sentences | None = None
    if given.articles:
        one, other = given.articles
        found = compare_articles(before, one, after, other)
        sentences = compare_sentences(article(before, one), article(after, other))
        for line in _lines(sentences):
            print(safe(line))
        print(f"{count(sentences.same, 'sentence')} the same")
    else:
        found = compare(before, after)
    rows = [tuple(map(safe, row)) for row in _rows(found)]
    for line in table([("", "When", "What"), *rows], 2, columns(sys.stdout)) if rows else ():
        print(line)
    counts = (len(found.added), len(found.gone), len(found.redated), len(found.reworded), found.same)
    print("{} added, {} gone, {} with another date, {} in other words, {} the same".format(*counts))
    return 1 if rows or (sentences is not None and sentences.differ) else 0


def _side(named: str, database: str | None) -> Collection:
    """What BEFORE or AFTER names, with its decisions laid over. Raises TimelineError where there is no such thing."""
    from timeline.cli.workspace import known
    from timeline.cli.workspace import named as found
    from timeline.review import as_decided
    from timeline.store import read
    from timeline.store.workspace import open_workspace

    if Path(named).exists() or named.endswith(".json"):
        return as_decided(read(named))
    name, at, number = named.rpartition("@")
    with open_workspace(database) as workspace:
        shelf = found(workspace, named)
        if shelf is None and at and number.isdecimal():
            return as_decided(workspace.earlier(known(workspace, name).id, int(number)))
        return as_decided(workspace.whole((shelf or known(workspace, named)).id))


def _lines(sentences: Sentences) -> Iterator[str]:
    """Each sentence that differs, after a sign; of one in other words the former below the new one."""
    for sentence in sentences.added:
        yield f"+ {sentence}"
    for sentence in sentences.gone:
        yield f"- {sentence}"
    for old, new in sentences.reworded:
        yield f"~ {new}"
        yield f"  was: {old}"


def _rows(found: Comparison) -> Iterator[tuple[str, str, str]]:
    from timeline.edtf import say

    def when(event: Event) -> str:
        return say(event.edtf, event.mod)

    for event in found.added:
        yield "+", when(event), event.headline
    for event in found.gone:
        yield "-", when(event), event.headline
    for old, new in found.redated:
        yield "date", f"{when(new)}, was {when(old)}", new.headline
    for old, new in found.reworded:
        yield "words", when(new), f"{new.headline}, was: {old.headline}"
