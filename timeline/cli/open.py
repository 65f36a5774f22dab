"""``timeline open``: a collection file in the app."""

from __future__ import annotations

import argparse
from pathlib import Path

from timeline.cli.arguments import add_app_options, as_launched

SUMMARY = "open a collection file in the app"
DESCRIPTION = """\
Open a collection file in the app: its timeline to zoom into, each event with
the sentences that tell it. The app runs on this machine and asks nothing of the
network; Ctrl-C ends it."""
EPILOG = """\
example:
  timeline open history.json

exit codes:
  0  the app was ended
  1  the file is no collection, or is broken, or the app could not start
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("collection", metavar="COLLECTION", help="a file that `timeline build` has written")
    add_app_options(command)


def run(given: argparse.Namespace) -> int:
    """The exit code of the app, after it has ended."""
    from timeline.cli.launch import launch
    from timeline.store import read

    read(given.collection)  # what is wrong with it is said here, and not in the browser
    return launch(Path(given.collection), **as_launched(given))
