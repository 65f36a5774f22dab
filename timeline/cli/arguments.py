"""Types of arguments that several commands take."""

from __future__ import annotations

import argparse
from typing import Any


def edtf(text: str) -> str:
    """``text``, if it is an EDTF date."""
    from timeline.edtf import parse
    from timeline.errors import EdtfError

    try:
        return str(parse(text))
    except EdtfError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no EDTF date, such as 2021-07-16, 2021-07 or 2021") from error


def language(text: str) -> str:
    """``text`` as the code of a language that can be read."""
    from timeline.languages import languages

    if text.lower().partition("-")[0] not in languages():
        raise argparse.ArgumentTypeError(
            f"{text!r} is no language that can be read: give one of {', '.join(languages())}"
        )
    return text.lower()


def add_language(command: argparse.ArgumentParser, what: str) -> None:
    """Nothing; ``command`` can be told afterwards in which language ``what`` is written."""
    command.add_argument(
        "--language",
        type=language,
        metavar="CODE",
        help=f"language of {what}, such as fr (default: told from the text)",
    )


def port(text: str) -> int:
    """``text`` as the number of a TCP port."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a whole number from 1 to 65535")
    return int(text)


def workers(text: str) -> int:
    """``text`` as a number of processes."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: a whole number from 1 to 256")
    return int(text)


def add_app_options(command: argparse.ArgumentParser, *, named: bool = False) -> None:
    """Nothing; ``command`` can say afterwards where the app listens and whether a browser opens.

    ``named``: it can name what is shared.
    """
    command.add_argument("--port", type=port, metavar="N", help="port of the app on this machine (default: a free one)")
    command.add_argument("--no-browser", action="store_true", help="do not open a browser; the address is printed")
    what = "let others in this network read, and edit with a word that is printed"
    if named:
        some = f"{what}: these collections and no others, or those that are shared already"
        command.add_argument("--share", nargs="*", metavar="NAME", help=some)
    else:
        command.add_argument("--share", action="store_const", const=[], help=what)
    command.add_argument(
        "--allow-fetch",
        action="store_true",
        help="let pages be fetched by their address (default: as the app's settings say)",
    )
    add_database(command)


def add_database(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` can be told afterwards where the workspace is."""
    command.add_argument(
        "--database",
        metavar="WHERE",
        help="a file, or postgresql://user@host/name (default: TIMELINE_DATABASE, else a file in your data folder)",
    )


def as_launched(given: argparse.Namespace) -> dict[str, Any]:
    """What ``launch`` is to be told, by the options of ``add_app_options``."""
    from timeline.cli.sharing import sharing

    shared = None if given.share is None else sharing(given.share, given.database)
    return {
        "port": given.port, "browser": not given.no_browser, "database": given.database, "shared": shared,
        "fetch": given.allow_fetch,
    }  # fmt: skip
