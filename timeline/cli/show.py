"""``timeline show``: a collection file as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Collection, Event

MADE = {
    "template": "its kind and roles, filled in",
    "clause": "the clause that the date dates",
    "noun": "the name of the happening",
    "sentence": "the sentence, shortened",
}

SUMMARY = "print the events of a collection file as a table"
DESCRIPTION = """\
Print the events of a collection file in order of time: the date in words, what
happened, the kind of event, and how many of the articles tell it. The table
fits the terminal; written to a file or a pipe, no line is wrapped.

With --long each event is a paragraph: besides, how its headline was made (see
docs/events.md), the sentence behind it and the article that holds it, who takes
part and where, for when others plan it, and which dates contradict it."""
EPILOG = """\
example:
  timeline show history.json
  timeline show history.json | grep treaty
  timeline show history.json --long

exit codes:
  0  the table was printed
  1  the file is no collection, or is broken
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("collection", metavar="COLLECTION", help="a file that `timeline build` has written")
    command.add_argument("--long", action="store_true", help="a paragraph for each event, with the sentence behind it")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the table."""
    from timeline.cli.terminal import columns, complain, count, table
    from timeline.review import as_decided
    from timeline.store import doubts, read

    collection = as_decided(read(given.collection))
    if given.long:
        _paragraphs(collection, columns(sys.stdout))
    elif collection.events:
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


def _paragraphs(collection: Collection, limit: int | None) -> None:
    """Nothing; each event is printed with what is behind its headline."""
    from timeline.cli.terminal import safe, wrapped

    for event in collection.events:
        when, what, kind, told_by = _row(event, collection)
        print(safe(f"{when}: {what}"))
        for line in (f"{kind}; told by {told_by}", *_behind(event, collection)):
            for number, part in enumerate(wrapped(safe(line), max(20, limit - 4) if limit else 10**6)):
                print(f"{'    ' if number else '  '}{part}")
        print()


def _behind(event: Event, collection: Collection) -> Iterator[str]:
    """What is behind the headline of an event: its source, its sentence, who and where, plans and conflicts."""
    names = {document.id: document.title or document.file for document in collection.documents}
    holder = next((c.document for c in event.citations if event.summary and c.selector.exact == event.summary), "")
    if event.headline_source:
        yield f"headline: {MADE[event.headline_source]}"
    if event.summary:
        by = f" ({names[holder]})" if holder else ""
        yield f"sentence: “{' '.join(event.summary.split())}”{by}"
    if event.participants:
        yield f"who: {', '.join(event.participants)}"
    if event.places:
        yield f"where: {', '.join(event.places)}"
    yield from (f"plan: {line}" for line in event.derivation if " plan it for " in line or " plans it for " in line)
    yield from (f"but: {conflict.reason}" for conflict in event.conflicts)


def _row(event: Event, collection: Collection) -> tuple[str, str, str, str]:
    from timeline.edtf import say

    told_by = len({citation.document for citation in event.citations})
    kind = event.kind if event.status == "told" else f"{event.kind}, {event.status}"
    return say(event.edtf, event.mod), event.headline, kind, f"{told_by} of {len(collection.documents)}"
