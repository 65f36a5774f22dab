"""``timeline app``: the app on a sample collection."""

from __future__ import annotations

import argparse

from timeline.cli.arguments import add_app_options

SUMMARY = "open the app on a sample collection"
DESCRIPTION = """\
Open the app in the browser, on a sample collection. The app runs on this
machine and asks nothing of the network; Ctrl-C ends it."""
EPILOG = """\
examples:
  timeline app
  timeline app --port 8600 --no-browser

exit codes:
  0  the app was ended
  1  the app could not start
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    add_app_options(command)


def run(given: argparse.Namespace) -> int:
    """The exit code of the app, after it has ended."""
    from timeline.cli.launch import launch

    return launch(None, port=given.port, browser=not given.no_browser)
