"""How well and how fast dates are read, beside the rivals from PyPI in the same run. Prints figures, asserts nothing.

    python benchmarks/dates.py [--bench DIR] [--only REGEX] [--rivals all|none|NAME,NAME] [--limit-seconds 60]

Texts: the development articles of WikiWars, in two halves (A: odd numbers, B: even ones), and the news of MEANTIME,
in two halves (apple, gm). Figures: F1 of strict and relaxed extents and of values, and of the values of calendar
dates only (datable), by the scorer that lies with the texts; kB of UTF-8 a second of wall clock, and of processor time,
which other work on the machine moves less, in one process, texts in memory, after one warm-up text (the median of five
runs, of one where that takes over five seconds); the slowest text. A rival that takes longer than the limit is scored
on the texts that it read by then. A text that a reader refuses or fails on counts as read without a find, and the last
column says so.

The texts and the scorer are no part of this repository: ``--bench`` names their folder (default: ``shared/bench``
beside the checkout), ``TIMEX_DATA`` the texts' where they lie elsewhere than in its ``data``.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import importlib
import io
import os
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rivals import RIVALS, Prediction

import timeline

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
QUICK = 5.0  # seconds of a run that is short enough to be repeated
COLUMNS = ("strict", "relaxed", "value", "datable")
TITLES = {
    "wikiwars": "WikiWars, development articles (A: odd numbers, B: even numbers)",
    "meantime": "MEANTIME, title and first sentences (A: apple, B: gm)",
}

MEASURED = {
    "wikiwars": ("HeidelTime 2.2", "85.5", "92.0", "83.8", "88.9", "14"),
    "meantime": ("HeidelTime 2.2", "80.6", "88.0", "70.9", "–", "14"),
}
"""Measured earlier with the same scorer on the same texts, Java running, narrative mode for WikiWars; kB/s on six of
the WikiWars articles. It is not run here: it needs Java, and its licence is the GPL."""


class UnreadError(Exception):
    """A reader did not read a text; the message says why."""


@dataclass
class Result:
    """What one reader found in one set: by text, of those that it came to, with the wall clock that each took."""

    found: dict[str, list[Prediction]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    processor: float = 0.0


def ours(text: str, published: str) -> list[Prediction]:
    """The mentions that the library finds."""
    try:
        mentions = timeline.find_mentions(text, published=published or None)
    except timeline.TimelineError as error:
        raise UnreadError(f"{type(error).__name__}: {error}") from error
    return [(m.start, m.end, m.type, m.value) for m in mentions]


def moment(published: str) -> dt.datetime:
    """A text's date as rivals want it, at noon; raises ``ValueError`` where it is none."""
    figures = [int(figure) for figure in re.findall(r"\d+", published)]
    if len(figures) == 3 and len(published.split("-")[-1]) == 4:
        figures.reverse()  # written day first
    return dt.datetime(*figures[:3], 12)  # noqa: DTZ001  rivals count in local time


def run(read: Any, docs: Sequence[Any], limit: float) -> Result:
    """One pass over the texts, given up after ``limit`` seconds."""
    result = Result()
    for doc in docs:
        start, busy = time.perf_counter(), time.process_time()
        try:
            quiet = io.StringIO()  # some rivals print what they skip
            with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
                result.found[doc.doc] = read(doc.text, doc.dct[:10])
        except Exception as error:  # noqa: BLE001  a reader that fails on a text is told of, not hidden
            result.found[doc.doc] = []
            name = "" if isinstance(error, UnreadError) else f"{type(error).__name__}: "
            result.refused[doc.doc] = f"{name}{error}"
        result.seconds[doc.doc] = time.perf_counter() - start
        result.processor += time.process_time() - busy
        if sum(result.seconds.values()) > limit:
            break
    return result


def measured(read: Any, docs: Sequence[Any], limit: float) -> Result:
    """The finds, with the times of the middle one of several runs."""
    run(read, docs[:1], limit)
    runs = [run(read, docs, limit)]
    while sum(runs[0].seconds.values()) < QUICK and len(runs) < RUNS:
        runs.append(run(read, docs, limit))
    middle = statistics.median_low(sum(one.seconds.values()) for one in runs)
    return next(one for one in runs if sum(one.seconds.values()) == middle)


def figures(scorer: Any, docs: Sequence[Any], result: Result) -> list[str]:
    """The F1 figures of the texts that were read, in per cent."""
    read = [doc for doc in docs if doc.doc in result.found]
    if not read:
        return ["–"] * len(COLUMNS)
    total, datable = Counter(), Counter()
    for doc in read:
        keys = ("start", "end", "type", "value")
        found = [dict(zip(keys, p, strict=True)) for p in result.found[doc.doc] if 0 <= p[0] < p[1] <= len(doc.text)]
        total += scorer.score_doc(doc, found)
        datable += scorer.score_doc(doc, found, only_datable=True)
    all_of, calendar = scorer.summarize(total), scorer.summarize(datable)
    values = (all_of["strict_F1"], all_of["relaxed_F1"], all_of["value_F1"], calendar["value_F1"])
    return [f"{value:.1f}" for value in values]


def rows(name: str, scorer: Any, halves: dict[str, list[Any]], result: Result) -> list[list[str]]:
    """A reader's lines of the table: the whole, with its speed, and the two halves."""
    docs = [doc for half in halves.values() for doc in half]
    size = {doc.doc: len(doc.text.encode()) / 1000 for doc in docs}
    read = sum(size[d] for d in result.seconds)
    speeds = [f"{read / seconds:,.0f}" for seconds in (sum(result.seconds.values()), result.processor)]
    slowest = min(result.seconds, key=lambda d: size[d] / result.seconds[d])
    notes = [] if len(result.found) == len(docs) else [f"limit reached: {len(result.found)} of {len(docs)} texts read"]
    if result.refused:
        first = next(iter(result.refused))
        notes.append(f"{len(result.refused)} not read, as {first[:24]}: {result.refused[first][:90]}")
    slow = f"{slowest[:24]} {size[slowest] / result.seconds[slowest]:,.0f}"
    lines = [[name, "whole", *figures(scorer, docs, result), *speeds, slow, "; ".join(notes)]]
    return lines + [["", key, *figures(scorer, half, result), "", "", "", ""] for key, half in halves.items()]


def show(lines: list[list[str]]) -> None:
    head = ["reader", "texts", *COLUMNS, "kB/s", "of CPU", "slowest text, kB/s", ""]
    widths = [max(len(line[n]) for line in [head, *lines]) for n in range(len(head))]
    for line in [head, *lines]:
        texts = {0, 1, 8, 9}
        cells = (c.ljust(w) if n in texts else c.rjust(w) for n, (c, w) in enumerate(zip(line, widths, strict=True)))
        print("  ".join(cells).rstrip())


def halves_of(name: str, docs: Sequence[Any], data: Path) -> dict[str, list[Any]]:
    """The two check halves of a set."""
    if name == "meantime":
        apple = {path.stem for path in data.glob("meantime/*/*apple*/*.xml")}
        first = [doc.doc in apple for doc in docs]
    else:
        first = [int(re.sub(r"\D.*", "", doc.doc) or 0) % 2 == 1 for doc in docs]
    return {
        "half A": [doc for doc, odd in zip(docs, first, strict=True) if odd],
        "half B": [doc for doc, odd in zip(docs, first, strict=True) if not odd],
    }


def readers(asked: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The readers that are there, ours first, and why others are not."""
    names = {"all": list(RIVALS), "none": []}.get(asked, asked.split(","))
    if unknown := [name for name in names if name not in RIVALS]:
        sys.exit(f"No rival is called {', '.join(unknown)}; there are {', '.join(RIVALS)}.")
    there: dict[str, Any] = {"timeline": ours}
    missing: dict[str, str] = {}
    for name in names:
        try:
            read = RIVALS[name]()
        except ImportError as error:
            missing[name] = f"not installed: {error}"
        else:
            there[name] = lambda text, published, read=read: read(text, moment(published))
    return there, missing


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench", metavar="DIR")
    options.add_argument("--only", metavar="REGEX", help="only texts whose name matches")
    options.add_argument("--rivals", default="all", metavar="all|none|NAMES", help=f"of {', '.join(RIVALS)}")
    options.add_argument("--limit-seconds", type=float, default=60, metavar="S", help="per rival and set; default 60")
    asked = options.parse_args()
    data = Path(os.environ.get("TIMEX_DATA", asked.bench / "data"))
    if not (asked.bench / "timex_score.py").is_file() or not data.is_dir():
        print(
            f"The scorer or its texts are not in {asked.bench}: name the folder that holds timex_score.py with "
            "--bench, and the texts' with TIMEX_DATA if they lie elsewhere than in its data.",
            file=sys.stderr,
        )
        return 2
    sys.path.insert(0, str(asked.bench))
    corpora, scorer = importlib.import_module("timex_corpora"), importlib.import_module("timex_score")
    there, missing = readers(asked.rivals)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
    for name, title in TITLES.items():
        docs = [doc for doc in corpora.load(name, data) if not asked.only or re.search(asked.only, doc.doc)]
        if not docs:
            continue
        halves = halves_of(name, docs, data)
        size, gold = sum(len(doc.text.encode()) for doc in docs) / 1000, sum(len(doc.gold) for doc in docs)
        print(f"\n{title}: {len(docs)} texts, {size:.0f} kB, {gold} mentions")
        lines = []
        for reader, read in there.items():
            limit = float("inf") if reader == "timeline" else asked.limit_seconds
            lines += rows(reader, scorer, halves, measured(read, docs, limit))
        lines += [[rival, "", *("–" for _ in COLUMNS), "–", "–", "", why] for rival, why in missing.items()]
        peer, *bar, speed = MEASURED[name]
        lines.append(
            [peer, "whole", *bar, speed, "–", "", "not run here: measured with the same scorer on the same texts"]
        )
        show(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
