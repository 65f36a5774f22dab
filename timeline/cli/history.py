"""``timeline history``: who changed what of an event, when, and from what."""

from __future__ import annotations

import argparse
import sys

SUMMARY = "show who changed what of an event of a collection file"
DESCRIPTION = """\
Show what people decided about EVENT of a collection file, the oldest first:
when and who, what was changed and what stood there before, and why. Without
EVENT the last decisions about the whole collection are listed, the newest
first, and those that the articles no longer bear out."""
EPILOG = """\
examples:
  timeline history history.json
  timeline history history.json e4b1

exit codes:
  0  shown
  1  there is no such event, or several
  2  the command was called in a wrong way"""

LAST = 50
"""Decisions about a whole collection that are listed."""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("file", metavar="FILE", help="a collection file")
    command.add_argument("event", metavar="EVENT", nargs="?", help="an event's id, or its beginning")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the history."""
    from timeline.cli.explain_event import matching
    from timeline.cli.terminal import columns, complain, safe, table
    from timeline.review import decided
    from timeline.review.history import history, latest
    from timeline.store import read

    now = decided(read(given.file))
    if given.event is None:
        steps = latest(now, LAST)
    else:
        found = matching(now.collection, given.event) or [e for e in now.aside if e.id.startswith(given.event)]
        if len(found) != 1:
            told = "no event has" if not found else f"{len(found)} events have"
            complain(f"{given.file}: {told} an id that begins with {given.event!r}; `timeline explain FILE` lists them")
            return 1
        print(safe(found[0].headline))
        steps = history(now, found[0].id)
    if not steps:
        print("Nobody has decided anything about it: it stands as it was read.")
        return 0
    rows = [(step.at, step.by or "-", _told(step.words, step.why, counts=step.counts)) for step in steps]
    for line in table([("When", "Who", "What"), *(tuple(map(safe, row)) for row in rows)], 2, columns(sys.stdout)):
        print(line)
    for lapsed in now.lapsed if given.event is None else ():
        print(safe(f"Decision {lapsed.number} needs another look. {lapsed.reason}"))
    return 0


def _told(words: str, why: str, *, counts: bool) -> str:
    return f"{words}{f' ({why})' if why else ''}{'' if counts else ' [taken back]'}"
