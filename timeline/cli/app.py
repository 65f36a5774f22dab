"""``timeline app``: the app, with the collections of the workspace."""

from __future__ import annotations

import argparse

from timeline.cli.arguments import add_app_options, as_launched

SUMMARY = "open the app: your collections, or samples to try"
DESCRIPTION = """\
Open the app in the browser: your collections, or samples to try. The app runs
on this machine, nobody else can reach it, and it asks nothing of the network;
Ctrl-C ends it.

With --share it can be reached from the network that this machine is in, for a
class or a newsroom: everybody there can read the collections that are shared;
who wants to change something in them gives the word that is printed. All are
shared at first; with names, these are from now on and no others are. The page
Collections has a switch at each. A second word that is printed is yours alone.

With --allow-fetch a web page can be brought in by its address, whatever the
app's settings say; without it they decide, and at first nothing is fetched."""
EPILOG = """\
examples:
  timeline app
  timeline app --port 8600 --no-browser
  timeline app --share "Bridges" "Our town"
  timeline app --share --database class.db
  timeline app --allow-fetch

exit codes:
  0  the app was ended
  1  the app could not start
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    add_app_options(command, named=True)


def run(given: argparse.Namespace) -> int:
    """The exit code of the app, after it has ended."""
    from timeline.cli.launch import launch

    return launch(None, **as_launched(given))
