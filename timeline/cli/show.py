"""``timeline show``: a collection file as a table."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Collection, Event

SUMMARY = "print the events of a collection file as a table"
DESCRIPTION = """\
Print the events of a collection file in order of time: the date in words, what
happened, the kind of event, and how many of the articles tell it. The table
fits the terminal; written to a file or a pipe, no line is wrapped."""
EPILOG = """\
example:
  timeline show history.json
  timeline show history.json | grep treaty

exit codes:
  0  the table was printed
  1  the file is no collection, or is broken
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("collection", metavar="COLLECTION", help="a file that `timeline build` has written")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the table."""
    from timeline.cli.terminal import columns, complain, count, table
    from timeline.store import doubts, read

    collection = read(given.collection)
    if collection.events:
        rows = [("When", "What", "Kind", "Told by"), *(_row(event, collection) for event in collection.events)]
        for line in table(rows, 1, columns(sys.stdout)):
            print(line)
        print()
    outcomes = [mention.outcome for mention in collection.mentions]
    aside = f"{outcomes.count('undated'):,} mentions undated, {outcomes.count('set aside'):,} set aside"
    print(f"{count(len(collection.events), 'event')} from {count(len(collection.documents), 'document')}; {aside}")
    for doubt in doubts(collection):
        complain(doubt)
    return 0


def _row(event: Event, collection: Collection) -> tuple[str, str, str, str]:
    from timeline.edtf import say

    told_by = len({citation.document for citation in event.citations})
    kind = event.kind if event.status == "told" else f"{event.kind}, {event.status}"
    return say(event.edtf, event.mod), event.headline, kind, f"{told_by} of {len(collection.documents)}"
