"""``timeline compare``: how two readings differ: events added, gone, with another date, in other words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Event
    from timeline.review.compare import Comparison

SUMMARY = "show how two collection files differ"
DESCRIPTION = """\
Show which events the collection file AFTER has and BEFORE has not, which are
gone, which have another date and which other words: a collection before and
after newer rules or a review, or two collections. What people decided is laid
over both. With --articles two editions of one article are compared."""
EPILOG = """\
examples:
  timeline compare before.json after.json
  timeline compare history.json history.json --articles post.txt post-2.txt

exit codes:
  0  the two tell the same events
  1  they differ, or could not be read: stderr says so
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("before", metavar="BEFORE", help="a collection file")
    command.add_argument("after", metavar="AFTER", help="the one to be held against it")
    command.add_argument(
        "--articles", nargs=2, metavar=("ONE", "OTHER"), help="files of two articles: ONE in BEFORE, OTHER in AFTER"
    )


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing what differs."""
    from timeline.cli.terminal import columns, safe, table
    from timeline.review import as_decided
    from timeline.review.compare import compare, compare_articles
    from timeline.store import read

    before, after = as_decided(read(given.before)), as_decided(read(given.after))
    found = (
        compare_articles(before, given.articles[0], after, given.articles[1])
        if given.articles
        else compare(before, after)
    )
    rows = [tuple(map(safe, row)) for row in _rows(found)]
    for line in table([("", "When", "What"), *rows], 2, columns(sys.stdout)) if rows else ():
        print(line)
    counts = (len(found.added), len(found.gone), len(found.redated), len(found.reworded), found.same)
    print("{} added, {} gone, {} with another date, {} in other words, {} the same".format(*counts))
    return 1 if rows else 0


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
