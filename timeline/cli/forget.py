"""``timeline forget``: what is kept of opened files is deleted."""

from __future__ import annotations

import argparse

from timeline.errors import TimelineError

SUMMARY = "delete what is kept of opened files"
DESCRIPTION = """\
Of a collection file of more than 5 MB that was opened, dates and headlines are
kept in your cache folder, so that it opens sooner the next time. Delete them,
of all files: no file, collection or decision is touched, and a file that is
opened again is read as at the first time."""
EPILOG = """\
example:
  timeline forget

exit codes:
  0  nothing is kept of opened files any more
  1  something could not be deleted
  2  the command was called in a wrong way"""


def arguments(_command: argparse.ArgumentParser) -> None:
    """Nothing; the command takes no arguments."""


def run(_given: argparse.Namespace) -> int:
    """The exit code, after the folder was emptied."""
    from timeline.cli.terminal import count, safe
    from timeline.store import ready

    try:
        files, size = ready.forget()
    except OSError as error:
        reason = error.strerror or error
        raise TimelineError(f"{ready.folder()}: can't be emptied ({reason}); delete the folder yourself.") from error
    told = f"{count(files, 'outline')} deleted, {size / 1e6:,.1f} MB" if files else "There was nothing"
    print(safe(f"{told} in {ready.folder()}"))
    return 0
