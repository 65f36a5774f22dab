"""A process of its own that reads collections of the workspace: the server answers as fast as ever meanwhile.

It is told what to read on its standard input, a JSON object a line with ``key``, and tells how far it is on its
standard output: ``{"done", "total", "name"}`` any number of times, then ``{"read": revision, "problems": sentences}``
or ``{"problem": a sentence}``. It ends with its input. What it reads is kept in the database by
itself, whole or not at all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from typing import TextIO

from timeline.app.desk import now, workspace
from timeline.app.doors import sentence_of
from timeline.app.loaded import make_ready
from timeline.app.reading import NICE
from timeline.app.visitors import Visitor, on_behalf_of
from timeline.chart.labels import shown
from timeline.errors import ChangedMeanwhileError, TimelineError
from timeline.pipeline import build_timeline, find_mentions

PATIENCE = 0.1
"""Seconds between two words on how far it is: more often nobody sees."""


def main(wishes: TextIO, answers: TextIO) -> None:
    """Reads what it is told to until there is no more to be told."""
    find_mentions("")  # has the rules loaded before they are needed
    with suppress(BrokenPipeError):  # the server is gone, and nobody waits for what is read
        _serve(wishes, answers)


def _serve(wishes: TextIO, answers: TextIO) -> None:
    for wish in wishes:
        key = json.loads(wish)["key"]
        try:
            revision, problems = read(key, answers)
            answer: dict[str, object] = {"read": revision, "problems": problems}
        except TimelineError as error:
            answer = {"problem": sentence_of(error)}
        _say(answers, answer)
        if "read" in answer:
            _tell(key)


def _tell(key: str) -> None:
    """Nothing; a large collection is opened by what lies ready for it now."""
    with suppress(TimelineError), on_behalf_of(Visitor.OWNER):  # who opens it is told what is wrong
        make_ready(key)


def read(key: str, answers: TextIO) -> tuple[int, list[str]]:
    """The revision at which the collection's new reading was kept, and what went wrong with single articles.

    Raises ``TimelineError``.
    """
    told = 0.0

    def progress(done: int, total: int, name: str) -> None:
        nonlocal told
        if time.monotonic() - told >= PATIENCE:
            told = time.monotonic()
            _say(answers, {"done": done, "total": total, "name": shown(name)})

    room = workspace()
    while True:
        problems: list[TimelineError] = []
        stored = room.read(key)
        collection = build_timeline(
            room.documents(key),
            progress=progress,
            earlier=stored.collection,
            on_problem=problems.append,
        )
        try:
            revision = room.keep_reading(key, collection, of_revision=stored.revision, at=now())
        except ChangedMeanwhileError:
            continue  # an article came or went meanwhile: read what is there now
        return revision, [shown(str(one)) for one in problems]


def _say(answers: TextIO, answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    os.nice(NICE) if hasattr(os, "nice") else None
    main(sys.stdin, sys.stdout)
