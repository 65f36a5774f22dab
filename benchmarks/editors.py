"""How long a decision takes while many people edit one collection at once: ``python benchmarks/editors.py``.

Each person looks at an event, decides about it, and thinks for about a second; in between they ask whether others
changed something, as an open window does. They ask the app's own server over HTTP; with ``--store`` the workspace
itself, in threads. Prints how many decisions were made, how long each kind of answer took (half of all, 95 %, the
longest, in milliseconds), how many decisions were lost and how many people met an error. Without ``--database`` it
works in a file of its own, which is gone afterwards; ``--database`` names another, on a server too.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent / "ui"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generate import made
from processor import processor_seconds

from tests.browser.serving import serving
from tests.workspace.asking import Asking
from timeline.errors import ChangedMeanwhileError
from timeline.store.workspace import Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"
TOLD = "changed in another window"


class Window(Protocol):
    """What a person has in front of them."""

    def look(self, target: str) -> int:
        """The number of the last decision about an event, 0 for none."""

    def decide(self, target: str, seen: int, name: str) -> str:
        """What went wrong with a decision, in a sentence; nothing where it was accepted."""

    def ask(self) -> None:
        """Nothing, after asking whether anything was changed."""


class OverHttp:
    """A window on the app."""

    def __init__(self, address: str, key: str, who: int) -> None:
        self.page, self.key, self.who = Asking(address), key, who

    def look(self, target: str) -> int:
        """As a Window has it."""
        status, card = self.page.get(f"/timeline/desk/check/{self.key}/card/{target}")
        assert status == 200, card  # noqa: S101  else there is nothing to measure
        return int(card["version"])

    def decide(self, target: str, seen: int, name: str) -> str:
        """As a Window has it."""
        wish = {
            "targets": [target],
            "versions": {target: seen},
            "by": f"Reader {self.who}",
            "fields": {"add_tags": [name]},
        }
        status, answer = self.page.post(f"/timeline/desk/check/{self.key}/decide", action="edit", **wish)
        return "" if status == 200 else str(answer["problem"])

    def ask(self) -> None:
        """As a Window has it."""
        self.page.get("/timeline/desk/revision", c=self.key)


class AtTheStore:
    """A program of its own thread."""

    def __init__(self, workspace: Workspace, key: str) -> None:
        self.workspace, self.key, self.known = workspace, key, 0
        self.touched: dict[str, int] = {}

    def look(self, target: str) -> int:
        """As a Window has it."""
        for self.known, one in enumerate(self.workspace.decisions(self.key, self.known), self.known + 1):  # noqa: B020
            self.touched[one["targets"][0]] = self.known
        return self.touched.get(target, 0)

    def decide(self, target: str, seen: int, name: str) -> str:
        """As a Window has it."""
        try:
            self.workspace.decide(self.key, [{"id": name, "targets": [target]}], expecting={target: seen}, at=NOON)
        except ChangedMeanwhileError as error:
            return str(error)
        return ""

    def ask(self) -> None:
        """As a Window has it."""
        self.workspace.revision(self.key)


def person(
    window: Window, events: list[str], who: int, until: float, took: dict[str, list[float]], wrong: list[str]
) -> None:
    """Edits until the time is over; what went wrong goes to ``wrong``."""
    chance = random.Random(who)  # noqa: S311  whom it concerns when is no secret
    number = 0
    while time.monotonic() < until:
        time.sleep(chance.uniform(0.3, 0.7))
        begun = time.perf_counter()
        window.ask()
        took["has anything changed"].append(time.perf_counter() - begun)
        time.sleep(chance.uniform(0.2, 0.8))
        target = chance.choice(events)
        try:
            begun = time.perf_counter()
            seen = window.look(target)
            took["an event"].append(time.perf_counter() - begun)
            begun = time.perf_counter()
            problem = window.decide(target, seen, f"{who}-{number}")
            took["a decision"].append(time.perf_counter() - begun)
        except Exception as error:  # noqa: BLE001  whatever a person meets is counted
            problem = repr(error)
        number += 1
        wrong += [problem] if problem else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database")
    parser.add_argument("--store", action="store_true", help="ask the workspace itself, without the app")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--events", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    collection = made(given.events)
    events = [event.id for event in collection.events]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = given.database or str(folder / "w.db")
        workspace = stack.enter_context(open_workspace(database))
        key = workspace.keep(collection, "Editors", at=NOON).id
        process = os.getpid()
        if not given.store:
            address, server = stack.enter_context(serving(folder, TIMELINE_DATABASE=database))
            Asking(address).get("/timeline/desk/page/check", c=key)  # opened, as by the first person
            process = server.pid
        took, wrong = defaultdict[str, list[float]](list), list[str]()
        worked, until = processor_seconds(process), time.monotonic() + given.seconds
        people = []
        for who in range(given.people):
            window: Window = AtTheStore(workspace, key) if given.store else OverHttp(address, key, who)
            people.append(threading.Thread(target=person, args=(window, events, who, until, took, wrong)))
        for one in people:
            one.start()
        for one in people:
            one.join()
        worked = processor_seconds(process) - worked
        kept = len(workspace.decisions(key))
        workspace.purge(key)
    made_, told = len(took["a decision"]), sum(TOLD in one for one in wrong)
    print(f"{given.people} people, {given.seconds:.0f} s: {made_:,} decisions, {told} refused with a word")
    for name, times in took.items():
        times.sort()
        half, most, last = (1000 * one for one in (times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]))
        print(f"{name}: {len(times):,} times, p50 {half:.0f} ms, p95 {most:.0f} ms, most {last:.0f} ms")
    print(f"work of the {'threads' if given.store else 'server'}: {worked / given.seconds:.0%} of a processor")
    print(f"lost {made_ - told - kept}, errors {len(wrong) - told}", *{one for one in wrong if TOLD not in one})


if __name__ == "__main__":
    main()
