"""``timeline backup``: everything in the workspace to one file."""

from __future__ import annotations

import argparse

from timeline.cli.arguments import add_database

SUMMARY = "write everything in the workspace to one file"
DESCRIPTION = """\
Write all collections of the workspace, with their articles and decisions, to
the new FILE, as they are at this moment; the app may go on running. The file is
an SQLite database, also where the workspace is on a PostgreSQL server."""
EPILOG = """\
example:
  timeline backup timeline-2013-02-12.backup

exit codes:
  0  the backup is written
  1  nothing was written
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("file", metavar="FILE", help="the file to write; it must not be there yet")
    add_database(command)


def run(given: argparse.Namespace) -> int:
    """The exit code, after writing the backup."""
    from timeline.cli.terminal import count, safe
    from timeline.store.workspace import open_workspace

    with open_workspace(given.database) as workspace:
        workspace.backup(given.file)
        collections = workspace.collections(deleted=True)
    print(safe(f"{count(len(collections), 'collection')} → {given.file}"))
    return 0
