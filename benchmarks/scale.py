"""What it costs to make a history of many articles, text to events. Prints its figures, asserts nothing.

    python benchmarks/scale.py [COUNT ...] [--workers N] [--words N] [--names few|many]

Default: 1,000 and 10,000 articles of 600 words, two processes. The articles are made from the sample collections in
data/: a story is one sample collection with its years moved and its names changed, told by several articles that
begin at different paragraphs. The same counts make the same articles on every machine. ``--names few`` keeps the
names of the samples, so that everything seems to happen to the same few.

Each count is measured in a process of its own. Seconds are of the wall clock; memory is the sum of what the process
and its helpers hold at their worst moment (what they share counted once, looked up twice a second; on Linux only).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from timeline import build_timeline
from timeline.model import Document
from timeline.read import document_from_text
from timeline.store import write

DATA = Path(__file__).resolve().parent.parent / "data"
YEAR = re.compile(r"(?<![\d,.])1[0-9]{3}(?![\d,])|(?<![\d,.])20[0-2][0-9](?![\d,])|(?<![\d,.])\d{2,3}(?= BC\b)")
NAME = re.compile(r"(?<=[a-z,’] )[A-Z][a-z]{2,}\b")
CALENDAR = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
SYLLABLES = ("ba", "dor", "el", "fi", "gan", "hol", "is", "kar", "lem", "mo", "nar", "ost", "per", "ru", "sel", "tav")
TOLD_BY = 5
"""Articles that tell one story."""


def articles(count: int, words: int, names: str) -> Iterator[Document]:
    """The made articles, one after another."""
    folders = sorted(path for path in DATA.iterdir() if path.is_dir())
    samples = [
        [
            p
            for file in sorted(folder.glob("*.txt"))
            for p in file.read_text(encoding="utf-8").split("\n\n")
            if p.strip()
        ]
        for folder in folders
    ]
    for number in range(count):
        story, teller = divmod(number, TOLD_BY)
        told = _story(samples[story % len(samples)], story, names)
        begin = teller * len(told) // TOLD_BY
        text: list[str] = []
        length = 0
        for paragraph in [*told[begin:], *told[:begin], *told]:
            if length >= words:
                break
            text.append(paragraph)
            length += len(paragraph.split())
        yield document_from_text("\n\n".join(text), file=f"{story:05}-{teller}.txt")


_stories: dict[int, list[str]] = {}


def _story(paragraphs: list[str], story: int, names: str) -> list[str]:
    """The paragraphs with their years moved and their names changed, in the way of this story."""
    if story not in _stories:
        chance = random.Random(story)  # noqa: S311  the same articles each time
        back = chance.randrange(0, 300)
        known: dict[str, str] = {}

        def year(found: re.Match[str]) -> str:
            return str(int(found[0]) - back) if len(found[0]) == 4 else str(int(found[0]) + back)

        def name(found: re.Match[str]) -> str:
            if CALENDAR.fullmatch(found[0]):
                return found[0]
            if found[0] not in known:
                known[found[0]] = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()
            return known[found[0]]

        moved = [YEAR.sub(year, paragraph) for paragraph in paragraphs]
        if names == "many":
            for paragraph in moved:
                NAME.sub(name, paragraph)
            found = re.compile(r"\b(" + "|".join(sorted(known, key=len, reverse=True)) + r")\b") if known else None
            moved = [found.sub(lambda m: known[m[0]], paragraph) for paragraph in moved] if found else moved
        _stories.clear()
        _stories[story] = moved
    return _stories[story]


def measure(count: int, arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of one count."""
    documents = tuple(articles(count, arguments.words, arguments.names))
    before = sum(os.times()[:4])
    begin = time.perf_counter()
    collection = build_timeline(documents, workers=arguments.workers)
    seconds = time.perf_counter() - begin
    used = os.times()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "collection.json"
        write(collection, file)
        size = file.stat().st_size
    return {
        "articles": count,
        "seconds": seconds,
        "cpu": sum(used[:4]) - before,
        "mentions": len(collection.mentions),
        "events": len(collection.events),
        "bytes": size,
        "write": time.perf_counter() - begin,
    }


def watched(command: list[str]) -> tuple[str, int]:
    """What the command prints, and the most bytes that it and those below it held together while it was looked at.

    It is looked at from outside: a thread beside the work would keep it from starting its helpers by a fork.
    """
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_held, _family(process.pid))))
            time.sleep(0.5)
        out, _ = process.communicate()
    if process.returncode:
        raise SystemExit(process.returncode)
    return out, peak


def _family(root: int) -> set[int]:
    """This process and all that it or one of them started."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended while we looked
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _held(pid: int) -> int:
    """The bytes that a process holds; of what several share, each its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended while we looked
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--names", choices=("few", "many"), default="many")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(measure(given.count[0], given)))
        return
    rows = []
    for count in given.count:
        options = [f"--workers={given.workers}", f"--words={given.words}", f"--names={given.names}"]
        command = [sys.executable, __file__, str(count), "--alone", *options]
        out, peak = watched(command)
        rows.append({**json.loads(out), "memory": peak})
        row = rows[-1]
        print(
            f"{row['articles']:>6,} articles  {row['seconds']:7.1f} s  {row['articles'] / row['seconds']:5.0f} a second"
            f"  {row['cpu'] * 1000 / row['articles']:5.1f} ms of a processor each  {row['memory'] / 1e6:6.0f} MB  "
            f"{row['mentions']:,} mentions, {row['events']:,} events; file of {row['bytes'] / 1e6:.0f} MB "
            f"in {row['write']:.1f} s",
            flush=True,
        )
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        print(
            f"{last['articles'] / first['articles']:.0f} times the articles take "
            f"{last['seconds'] / first['seconds']:.1f} times as long"
        )


if __name__ == "__main__":
    main()
