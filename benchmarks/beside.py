"""How fast the app's pages answer while 200 mixed files are brought in: ``python benchmarks/beside.py``.

The files are those of ``bring.py``, sent three at a time as the page sends them, to the real server. Meanwhile three
people go from page to page, of the collection that grows and of another one with a thousand events, with half a second
between. It is over when all files are in, and ``--reading`` seconds later: their dates are then being worked out.
Prints for each page how often it was asked and how long the answer took, in milliseconds (half of all, 95 %, the
longest), and the same for a while before anything is brought in. Asserts nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "ui"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bring import files
from generate import made
from processor import processor_seconds

from tests.browser.serving import serving
from tests.workspace.asking import Asking
from timeline.store.workspace import open_workspace

NOON = "2013-02-12T12:00:00Z"
PAUSE = 0.5
"""Seconds between two pages of a person."""

Times = dict[str, list[float]]


def person(address: str, keys: list[str], who: int, over: threading.Event, took: Times, wrong: list[object]) -> None:
    """Goes from page to page until it is over."""
    chance = random.Random(who)  # noqa: S311  which page is next is no secret
    window = Asking(address)
    while not over.wait(chance.uniform(0, 2 * PAUSE)):
        key = chance.choice(keys)
        name, path, query = chance.choice(
            [
                ("Collections", "/timeline/desk/page/collections", {}),
                ("Explore: the page", "/", {"c": key}),
                ("Explore: the events", f"/timeline/data/{key}", {}),
                ("Articles", "/timeline/desk/page/articles", {"c": key}),
                ("Bring in", "/timeline/desk/page/bring", {"c": key}),
                ("Bring in: how far", f"/timeline/desk/bring/{key}", {}),
                ("Check", "/timeline/desk/page/check", {"c": key}),
                ("Has anything changed", "/timeline/desk/revision", {"c": key}),
            ]
        )
        begun = time.perf_counter()
        status, answer = window.get(path, **query)
        took[name].append(1000 * (time.perf_counter() - begun))
        if status != 200 or (isinstance(answer, dict) and answer.get("problem")):
            wrong.append((path, status, answer))
    window.close()


def bring(address: str, key: str, every: list[tuple[str, bytes]], reading: float) -> dict[str, int]:
    """How many files came to which end; tables are read by the columns that were guessed."""
    local = threading.local()

    def send(one: tuple[str, bytes]) -> None:
        local.window = getattr(local, "window", None) or Asking(address)
        status, answer = local.window.send(key, *one)
        assert status == 200, answer  # noqa: S101  else there is nothing to measure

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(send, every))
    window = Asking(address)
    while True:
        _, told = window.get(f"/timeline/desk/bring/{key}")
        for one in told["files"]:
            if one["state"] == "asks":
                columns = one["table"]["columns"]
                window.post(f"/timeline/desk/bring/{key}/columns", number=one["number"], columns=columns)
        if not told["counts"].keys() & {"waiting", "reading", "asks"}:
            time.sleep(reading)
            return dict(told["counts"])
        time.sleep(0.3)


def told(took: Times) -> None:
    """Prints a line for each page, and one for all."""
    print(f"{'page':<24}{'asked':>6}{'50 %':>7}{'95 %':>7}{'most':>7}")
    every = sorted(time for times in took.values() for time in times)
    for name, times in [*sorted((name, sorted(times)) for name, times in took.items()), ("all", every)]:
        half, most, last = times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]
        print(f"{name:<24}{len(times):>6}{half:>7.0f}{most:>7.0f}{last:>7.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=3)
    parser.add_argument("--before", type=float, default=15, help="seconds that pages are asked before")
    parser.add_argument("--reading", type=float, default=20, help="seconds that they are asked after the last file")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    every = files(given.seed)[: given.files]
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "w.db")
        with open_workspace(database) as workspace:
            keys = [workspace.make("Brought in", at=NOON).id, workspace.keep(made(1000), "There before", at=NOON).id]
        with serving(Path(folder), TIMELINE_DATABASE=database) as (address, server):
            for busy in (False, True):
                over, took, wrong = threading.Event(), defaultdict[str, list[float]](list), list[object]()
                people = [
                    threading.Thread(target=person, args=(address, keys, who, over, took, wrong))
                    for who in range(given.people)
                ]
                begun, worked = time.monotonic(), processor_seconds(server.pid)
                for one in people:
                    one.start()
                if busy:
                    counts = bring(address, keys[0], every, given.reading)
                    what = f"while {len(every)} files are brought in {counts}"
                else:
                    time.sleep(given.before)
                    what = "before"
                over.set()
                for one in people:
                    one.join()
                seconds = time.monotonic() - begun
                share = (processor_seconds(server.pid) - worked) / seconds
                print(f"\n{what}: {seconds:.0f} s, the server at {share:.0%} of a processor", flush=True)
                told(took)
                print(f"errors: {wrong[:3] or 'none'}")


if __name__ == "__main__":
    main()
