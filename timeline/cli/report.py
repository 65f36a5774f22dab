"""``timeline report``: what became of every mention of a collection."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.model import Collection
    from timeline.model.account import Account, Counts

SUMMARY = "account for every date mention of a collection file"
DESCRIPTION = """\
Account for every date mention of a collection file: how many became part of an
event, how many could not be dated, how many were set aside, and why; the same
for each article, with when it was written and how that is known. The counts add
up. With --csv every mention has a row of its own."""
EPILOG = """\
examples:
  timeline report history.json
  timeline report history.json --json | jq .reasons
  timeline report history.json --csv > mentions.csv

exit codes:
  0  the account was printed
  1  the file is no collection, or is broken
  2  the command was called in a wrong way"""

OUTCOMES = ("event", "undated", "set aside", "open")
COLUMNS = ("mention", "file", "start", "end", "text", "edtf", "grade", "outcome", "reason", "events")


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("collection", metavar="COLLECTION", help="a file that `timeline build` has written")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the account as one JSON object")
    form.add_argument("--csv", action="store_true", help="print every mention as a row of comma-separated values")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the account."""
    from timeline.model.account import account
    from timeline.review import as_decided
    from timeline.store import json_text, read

    collection = as_decided(read(given.collection))
    if (given.json or given.csv) and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the terminal's own encoding
    if given.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(collection))
        return 0
    made = account(collection)
    if given.json:
        print(json_text(_plain(collection, made)))
    else:
        for line in _lines(collection, made):
            print(line)
    return 0


def _numbers(counts: Counts) -> dict[str, int]:
    return dict(zip(OUTCOMES, (counts.event, counts.undated, counts.aside, counts.open), strict=True))


def _plain(collection: Collection, made: Account) -> dict[str, Any]:
    return {
        "mentions": made.counts.total,
        **_numbers(made.counts),
        "events": len(collection.events),
        "reasons": [{"outcome": r.outcome, "reason": r.reason, "count": r.count} for r in made.reasons],
        "documents": [
            {
                "id": document.id,
                "file": document.file,
                "published": document.published.edtf,
                "origin": document.published.origin,
                "why": document.published.reason,
                "note": document.note,
                "mentions": counts.total,
                **_numbers(counts),
            }
            for document, counts in made.documents
        ],
    }


def _lines(collection: Collection, made: Account) -> Iterator[str]:
    from timeline.cli.terminal import columns, count, safe, table, wrapped
    from timeline.edtf import say

    limit = columns(sys.stdout)
    told = {"event": f" (told in {count(len(collection.events), 'event')})"}
    yield f"{count(made.counts.total, 'mention')} in {count(len(made.documents), 'document')}"
    for outcome, number in _numbers(made.counts).items():
        if number or outcome != "open":
            yield f"  {number:>9,}  {outcome}{told.get(outcome, '')}"
    for outcome in OUTCOMES[1:]:
        reasons = [reason for reason in made.reasons if reason.outcome == outcome]
        if reasons:
            yield f"\nWhy {outcome}"
        for reason in reasons:
            first, *more = wrapped(safe(reason.reason or "no reason is given"), (limit or 10**6) - 13)
            yield f"  {reason.count:>9,}  {first}"
            yield from (f"{'':13}{line}" for line in more)
    if made.documents:
        yield ""
        heads = ("Article", "Mentions", "Event", "Undated", "Set aside", "Written")
        rows = [
            (
                document.file,
                *(f"{number:,}" for number in (counts.total, counts.event, counts.undated, counts.aside)),
                say(document.published.edtf) if document.published.edtf else "unknown",
            )
            for document, counts in made.documents
        ]
        yield from table([heads, *rows], 0, limit)
        yield "\nHow it is known when they were written"
        for document, _ in made.documents:
            note = f" {document.note}" if document.note else ""
            yield from wrapped(safe(f"{document.file}: {document.published.reason}.{note}"), limit or 10**6)


def _rows(collection: Collection) -> Iterator[tuple[str | int, ...]]:
    from timeline.model.account import events_of

    file = {document.id: document.file for document in collection.documents}
    events = events_of(collection)
    for m in collection.mentions:
        yield (
            m.id, _cell(file[m.document]), m.start, m.end, _cell(m.text), m.edtf or "", m.grade, m.outcome,
            _cell(m.reason), " ".join(events.get(m.id, ())),
        )  # fmt: skip


def _cell(text: str) -> str:
    """The text safe for a terminal, and for a spreadsheet, which would compute what begins like a formula."""
    from timeline.cli.terminal import safe

    shown = safe(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown
