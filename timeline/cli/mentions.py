"""``timeline mentions``: the mentions of a file as JSON lines."""

from __future__ import annotations

import argparse
import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.cli.arguments import add_language, edtf

if TYPE_CHECKING:
    from timeline.model import Document, Mention

SUMMARY = "print the date mentions of an article as JSON lines"
DESCRIPTION = """\
Print every mention of a date in FILE, one JSON object a line, in UTF-8, with
the keys that a mention has in a collection file (docs/collection-file.md):
where it stands, its words, TIMEX3 type and value, EDTF, grade, rule and steps.
What sources.toml beside FILE says of it is used. FILE may be of any kind that
is read (docs/reading.md); of a table or an archive all articles are taken."""
EPILOG = """\
examples:
  timeline mentions article.txt
  timeline mentions report.txt --published 2013-02-12 | jq .edtf

exit codes:
  0  the mentions were printed (none, if there are none)
  1  the file can't be read
  2  the command was called in a wrong way
  3  the mentions were printed, but something could not be read"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument("file", metavar="FILE", help="an article, or a file of several")
    command.add_argument(
        "--published", type=edtf, metavar="EDTF", help="when it was written, such as 2013-02-12; relative dates need it"
    )
    command.add_argument(
        "--genre",
        choices=("news", "narrative"),
        help="what 'on Sunday' counts from: the day of writing (news) or the story (narrative); default: judged",
    )
    add_language(command, "the article")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the mentions."""
    from timeline.cli.terminal import complain
    from timeline.errors import ReadError
    from timeline.pipeline import explain
    from timeline.read import read_documents
    from timeline.store import json_text, plain_mention

    problems: list[ReadError] = []
    documents = read_documents(
        given.file, language=given.language, on_problem=problems.append, on_note=complain, workers=1
    )
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as JSON has to be, whatever the terminal's own encoding
    for document in documents:
        published, genre = given.published or document.published.edtf, given.genre or document.told_as
        for mention in explain(document.text, published, genre, document.language):
            print(json_text(plain_mention(_of(document, mention))))
    for problem in problems:
        complain(str(problem))
    return 3 if problems else 0


def _of(document: Document, mention: Mention) -> Mention:
    """``mention``, found in the bare text of ``document``, with the ids that it has in a collection."""

    def renamed(name: str) -> str:
        return document.id + name.removeprefix(mention.document)

    anchor = mention.anchor
    if anchor and anchor.mention:
        anchor = replace(anchor, mention=renamed(anchor.mention))
    return replace(mention, id=renamed(mention.id), document=document.id, anchor=anchor)
