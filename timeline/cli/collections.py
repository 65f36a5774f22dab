"""``timeline collections``: what is in the workspace; collections made, saved as files, and opened from them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.cli.arguments import add_database
from timeline.cli.workspace import known, now

if TYPE_CHECKING:
    from timeline.store.workspace import Shelf, Workspace

SUMMARY = "list the collections of the workspace, make, save or open one"
DESCRIPTION = """\
List the collections of the workspace, the last changed first: id, number of
articles and of events, last change, name. Or make an empty one, save one as a
collection file, or open such a file as a new one: nothing is lost on the way,
and what is saved again is the same byte for byte. Or list the last readings of
one that newer ones took the place of, for `timeline compare`."""
EPILOG = """\
examples:
  timeline collections
  timeline collections --make "Bridges"
  timeline collections --save "Bridges" -o bridges.json
  timeline collections --open bridges.json
  timeline collections --readings "Bridges"

exit codes:
  0  done
  1  nothing was done
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    one = command.add_mutually_exclusive_group()
    one.add_argument("--make", metavar="NAME", help="make an empty collection")
    one.add_argument("--save", metavar="NAME", help="save the collection of this name or id; needs -o")
    one.add_argument("--open", metavar="FILE", help="open a collection file as a new collection, called like the file")
    command.add_argument("--readings", metavar="NAME", help="list the earlier readings of the one of this name or id")
    command.add_argument("-o", metavar="FILE", dest="output", help="the collection file to write")
    add_database(command)
    command.set_defaults(misused=command.error)


def run(given: argparse.Namespace) -> int:
    """The exit code, after doing what was asked."""
    from timeline.cli.terminal import count, safe
    from timeline.store import write
    from timeline.store.workspace import open_workspace

    if (given.save is None) != (given.output is None):
        given.misused("--save NAME and -o FILE belong together")
    if given.readings is not None and any(one is not None for one in (given.make, given.save, given.open)):
        given.misused("--readings NAME stands alone")
    with open_workspace(given.database) as workspace:
        shelves: tuple[Shelf, ...]
        if given.make is not None:
            shelves = (workspace.make(given.make, at=now()),)
        elif given.open is not None:
            shelves = (workspace.open(Path(given.open), Path(given.open).stem, at=now()),)
        elif given.readings is not None:
            for line in _readings(workspace, known(workspace, given.readings)):
                print("  ".join(map(safe, line)))
            return 0
        elif given.save is not None:
            shelves = (known(workspace, given.save),)
            write(workspace.whole(shelves[0].id), given.output)
        else:
            shelves = workspace.collections()
    for shelf in shelves:
        told = [shelf.id, count(shelf.articles, "article"), count(shelf.events, "event"), shelf.changed, shelf.name]
        print("  ".join(map(safe, [*told, "(archived)"] if shelf.archived else told)))
    return 0


def _readings(workspace: Workspace, shelf: Shelf) -> Iterator[list[str]]:
    """What is told of each reading, the last first."""
    from timeline.cli.terminal import count

    for one in workspace.readings(shelf.id):
        made = f"read {one.made}" if one.made else f"read before {one.until}"
        facts = [made, count(one.articles, "article"), count(one.events, "event"), *filter(None, [one.rules])]
        yield [f"{shelf.name}@{one.number}", *facts, f"until {_why(one.why)}"]


def _why(told: Mapping[str, Any]) -> str:
    """Why a collection was read again, in words."""
    from timeline.cli.terminal import count

    words = [
        f"{count(number, 'article')} {what}"
        for key, what in (("came", "came"), ("went", "went"), ("described", "described anew"))
        if (number := told.get(key, 0))
    ]
    return ", ".join([*words, *(["newer rules"] if told.get("rules") else [])]) or "it was read again"
