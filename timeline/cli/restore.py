"""``timeline restore``: the workspace as a backup has it."""

from __future__ import annotations

import argparse

from timeline.cli.arguments import add_database

SUMMARY = "put the workspace back as a backup has it"
DESCRIPTION = """\
Make the workspace what it was when FILE was written by `timeline backup`. What
is there now is kept: it is written to a backup of its own first, whose name is
printed. A backup of an older version is brought up to date."""
EPILOG = """\
example:
  timeline restore timeline-2013-02-12.backup

exit codes:
  0  the workspace is as the backup has it
  1  nothing was changed
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("file", metavar="FILE", help="a file that `timeline backup` has written")
    add_database(command)


def run(given: argparse.Namespace) -> int:
    """The exit code, after restoring."""
    from timeline.cli.terminal import count, safe
    from timeline.store.workspace import open_workspace

    with open_workspace(given.database) as workspace:
        kept = workspace.restore(given.file)
        number, name = len(workspace.collections(deleted=True)), workspace.name
    print(safe(f"{count(number, 'collection')} → {name}"))
    if kept is not None:
        print(safe(f"What was there before is kept in {kept}"))
    return 0
