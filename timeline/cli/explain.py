"""``timeline explain``: how a phrase is read, or how an event of a collection was made, step by step."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.cli.arguments import add_language, edtf

if TYPE_CHECKING:
    from timeline.model import Mention

WIDTH = 13
"""Columns of the labels before what they name."""

SUMMARY = "show how a phrase is read as a date, or an event was made"
DESCRIPTION = """\
Show how the dates in PHRASE are read: for each mention its words, the rule that
found it, the steps from the words to the date, TIMEX3 type, value and shade,
EDTF, the first and the last day, and the date in words.

Where PHRASE is the name of a collection file (its name ends in .json), show how
EVENT was made: its sentences, the mentions that date it with their steps, why
they give this date, which sources contradict it, why the sentences tell one
event and their nearest neighbours another. Without EVENT the ids of all events
are listed."""
EPILOG = """\
examples:
  timeline explain "two years after the armistice of 1953"
  timeline explain "last Sunday" --published 2013-02-12
  timeline explain "il y a deux ans" --published 2013-02-12 --language fr
  timeline explain history.json
  timeline explain history.json e4b1

exit codes:
  0  the phrase mentions time; the event was shown
  1  no date was found in the phrase; there is no such event, or several
  2  the command was called in a wrong way"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Nothing; ``command`` has its arguments afterwards."""
    command.add_argument(
        "phrase", metavar="PHRASE", help="a few words or sentences, in quotation marks; or a collection file"
    )
    command.add_argument(
        "event", metavar="EVENT", nargs="?", help="of a collection file: an event's id, or its beginning"
    )
    command.add_argument(
        "--published", type=edtf, metavar="EDTF", help="when it was written, such as 2013-02-12; relative dates need it"
    )
    add_language(command, "the phrase")


def run(given: argparse.Namespace) -> int:
    """The exit code, after printing the explanation."""
    from timeline.cli.terminal import complain, safe
    from timeline.pipeline import explain

    if given.event is not None or _is_collection(given.phrase):
        return _run_event(given)
    mentions = explain(given.phrase, given.published, language=given.language)
    if not mentions:
        complain(f"no date was found in {given.phrase!r}; try words such as 'in May 1931' or 'two years later'")
        return 1
    for number, mention in enumerate(mentions):
        if number:
            print()
        print(f"“{safe(mention.text)}”")
        for name, value in _lines(mention):
            print(f"  {name:<12}{safe(value)}")
    return 0


def _is_collection(phrase: str) -> bool:
    """Whether the words name a file that may be a collection."""
    return phrase.lower().endswith(".json") and len(phrase.split("\n")) == 1


def _run_event(given: argparse.Namespace) -> int:
    """The exit code, after showing an event of a collection, or the ids of all."""
    from timeline.cli.explain_event import explained, matching
    from timeline.cli.terminal import columns, complain, safe, table, wrapped
    from timeline.edtf import say
    from timeline.review import as_decided
    from timeline.store import read

    if given.published or given.language:
        complain("timeline explain: --published and --language are for a phrase; a collection has its own")
        return 2
    collection = as_decided(read(given.phrase))
    limit = columns(sys.stdout)
    found = list(collection.events) if given.event is None else matching(collection, given.event)
    if given.event is not None and not found:
        complain(
            f"{given.phrase}: no event has an id that begins with {given.event!r}; "
            f"`timeline explain {given.phrase}` lists them"
        )
        return 1
    if len(found) != 1 or given.event is None:
        for line in table(
            [("Event", "When", "What"), *((e.id, say(e.edtf, e.mod), e.headline) for e in found)], 2, limit
        ):
            print(line)
        if given.event is None:
            return 0
        complain(f"{given.phrase}: {len(found)} events have an id that begins with {given.event!r}; give more of it")
        return 1
    for label, words in explained(collection, found[0]):
        first, *more = wrapped(safe(words), max(20, limit - WIDTH) if limit else 10**6)
        indent = WIDTH if label or words else 0
        print(f"{label:<{indent}}{first}".rstrip())
        for line in more:
            print(f"{'':{indent}}{line}")
    return 0


def _lines(mention: Mention) -> Iterator[tuple[str, str]]:
    """The names and values to be shown below the words of a mention."""
    from timeline.edtf import say

    yield "rule", f"{mention.rule}, grade {mention.grade}"
    if mention.anchor:
        yield "counts from", f"{mention.anchor.edtf} ({mention.anchor.kind})"
    for number, step in enumerate(mention.derivation):
        yield "" if number else "steps", step
    yield "TIMEX3", " ".join(part for part in (mention.type, mention.value, mention.mod) if part)
    if mention.edtf is None:
        yield "EDTF", f"none: {mention.reason}" if mention.reason else "none: these words have no place on the calendar"
    else:
        yield "EDTF", mention.edtf
        yield "days", _days(mention.edtf)
        yield "in words", say(mention.edtf, mention.mod)
    for other in mention.alternatives:
        yield "or", f"{other.edtf} ({say(other.edtf)}): {other.reason}"
    for implied in mention.implied:
        yield "implies", f"{implied.edtf} ({say(implied.edtf)})"
        for step in implied.derivation:
            yield "", step


def _days(value: str) -> str:
    """First and last day of an EDTF text, as ISO dates with astronomical years."""
    from timeline.edtf import bounds, iso

    days = bounds(value)
    if days.first is not None and days.first == days.last:
        return iso(days.first)
    return f"{'open' if days.first is None else iso(days.first)} to {'open' if days.last is None else iso(days.last)}"
