"""``timeline open``: a collection file in the app."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from timeline.cli.arguments import add_app_options, as_launched

SUMMARY = "open a collection file in the app"
DESCRIPTION = """\
Open a collection file in the app: its timeline to zoom into, each event with
the sentences that tell it. The app runs on this machine and asks nothing of the
network; Ctrl-C ends it.

Of a file of more than 5 MB dates and headlines are kept in your cache folder,
so that it opens sooner the next time; `timeline forget` deletes them."""
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

    path = Path(given.collection)
    return launch(path, meanwhile=lambda: _check(path), **as_launched(given))


def _check(path: Path) -> None:
    """Raises ``TimelineError`` where it is no collection: that is said here, and not in the browser."""
    from timeline.store import read, ready

    with suppress(OSError):  # reading it says why it can't be read
        if ready.pieces(ready.name_of(path, ready.program())) is not None:
            return  # it was read by this very program
    read(path)
