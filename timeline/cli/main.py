"""The command ``timeline``: its commands, what goes wrong, and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from timeline.cli import (
    app,
    backup,
    bring,
    build,
    collections,
    compare,
    explain,
    forget,
    history,
    html,
    mentions,
    open,  # noqa: A004  a command bears its name
    report,
    restore,
    show,
)
from timeline.cli.terminal import complain, prepare_streams
from timeline.errors import TimelineError

DONE, FAILED, MISUSED, STOPPED = 0, 1, 2, 130

DESCRIPTION = """\
Read articles and see the history that is in them: every date mention found and
explained, readable events that cite their sentences, a timeline to zoom into."""

EPILOG = """\
first steps:
  timeline app                              open the app, with samples to try
  timeline build articles -o history.json   read a folder of articles
  timeline open history.json                see the result in the browser

exit codes:
  0  done
  1  nothing was done: one sentence on stderr says why
  2  the command was called in a wrong way
  3  done, but something could not be read: stderr names each file
  130  stopped with Ctrl-C

`timeline COMMAND --help` tells more about each command."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Ends the program: the command was called in a wrong way."""
        complain(f"{self.prog}: {message}; see `{self.prog} --help`")
        raise SystemExit(MISUSED)


class Version(argparse.Action):
    """Prints the version; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Ends the program after printing."""
        from timeline import __version__

        print(f"timeline {__version__}")
        parser.exit()


def parser() -> Parser:
    """The parser of the command line with all its commands."""
    top = Parser(
        prog="timeline",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=Version, nargs=0, help="print the version")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for module in (
        build, show, report, mentions, explain, compare, history, html, open, app, bring, collections, backup, restore,
        forget,
    ):  # fmt: skip
        name = module.__name__.rpartition(".")[2]
        command = commands.add_parser(
            name,
            help=module.SUMMARY,
            description=module.DESCRIPTION,
            epilog=module.EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of ``timeline`` with the arguments ``argv``, those of the program where None."""
    prepare_streams()
    top = parser()
    arguments = top.parse_args(argv)
    if arguments.command is None:
        top.print_help()
        return MISUSED
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except TimelineError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        complain("stopped")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more while it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code
