"""``timeline html``: a collection as one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path

SUMMARY = "write a timeline as one HTML file that needs no network"
DESCRIPTION = """\
Write the timeline of a collection file as one HTML file: the same explorer as
in the app, with the events, their quotes and the articles in it. It opens in
any browser, on a phone too, and asks nothing of any network.

With --quotes-only no article is in it as a whole: of each only the sentences
that speak of time, for articles that may be quoted but not passed on."""
EPILOG = """\
examples:
  timeline html history.json -o history.html
  timeline html history.json -o history.html --quotes-only --title "The bridge"

exit codes:
  0  the file is written
  1  nothing was written: the file is no collection, or can't be written
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("collection", metavar="COLLECTION", help="a file that `timeline build` has written")
    command.add_argument("-o", metavar="FILE", dest="output", required=True, help="the HTML file to write")
    command.add_argument("--quotes-only", action="store_true", help="only the sentences that speak of time")
    command.add_argument("--title", metavar="TEXT", help="the heading (default: the name of the collection file)")


def run(given: argparse.Namespace) -> int:
    """The exit code, after writing the file."""
    from timeline.chart import html_file
    from timeline.cli.terminal import complain, count
    from timeline.errors import TimelineError
    from timeline.review import as_decided
    from timeline.store import doubts, read, write_whole

    if Path(given.output).suffix.lower() not in (".html", ".htm"):
        # One slip of the hand would overwrite the collection or an article.
        raise TimelineError(f"{given.output}: name the file to write FILE.html")
    collection = as_decided(read(given.collection))
    title = given.title or Path(given.collection).stem.replace("-", " ")
    text = html_file(collection, title=title, articles="quotes" if given.quotes_only else "whole").encode("utf-8")
    try:
        write_whole(text, given.output)
    except OSError as error:
        hint = "check that the folder is there and may be written to"
        raise TimelineError(f"{given.output}: can't be written ({error.strerror or error}); {hint}") from error
    for doubt in doubts(collection):
        complain(doubt)
    size = f"{max(1, round(len(text) / 1000)):,} kB"
    print(f"{count(len(collection.events), 'event')}, {size} → {given.output}")
    return 0
