"""People at work on a collection in the app, whose server is killed at any moment: what they were told is done.

For the tests and for ``benchmarks/killed.py``.
"""

from __future__ import annotations

import http.client
import os
import random
import secrets
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Sized
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Any

from tests.browser.serving import serving
from tests.unit.review.made import read
from tests.workspace.asking import Asking
from timeline.store.workspace import Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"
AWAY = (ConnectionError, http.client.HTTPException, TimeoutError)
"""What a window meets when its server is killed."""

ANSWERED = ("There is nothing", "This was changed in another window")
"""How the sentences begin that a person at work may well be told."""


class House:
    """A collection in the workspace ``database``, and what pages were told of it.

    ``decided`` are the ids of decisions that were accepted, ``turned`` counts the steps back and forth that were.
    ``brought`` are the files that were said to be read, ``described`` the descriptions that were taken, ``errors`` what
    a person would have seen else.
    """

    def __init__(self, database: str) -> None:
        self.database = database
        with open_workspace(database) as workspace:
            shelf = workspace.keep(read(), "A town", at=NOON)
        self.key = shelf.id
        self.events = [event.id for event in read().events]
        self.check = f"/timeline/desk/check/{self.key}"
        self.bring = f"/timeline/desk/bring/{self.key}"
        self.decided: list[str] = []
        self.turned = 0
        self.brought: set[str] = set()
        self.described: list[str] = [""]
        self.errors: list[Any] = []

    def missing(self) -> list[str]:
        """What was accepted and is not in the database, or is broken there; the server must be gone."""
        with open_workspace(self.database) as workspace:
            log = [str(one["id"]) for one in workspace.decisions(self.key)]
            shelf = workspace.collection(self.key)
            files = {one.file for one in workspace.documents(self.key)}
            stored = workspace.read(self.key)
            found = [f"decision {one}" for one in self.decided if one not in log]
            found += [f"article {one}" for one in sorted(self.brought - files)]
            turns = sum(one["action"] in ("undo", "redo") for one in workspace.decisions(self.key))
            found += [f"{self.turned - turns} steps back or forth"] if turns < self.turned else []
            found += [f"decision {one} twice" for one, times in Counter(log).items() if times > 1]
            cited = {citation.document for event in stored.collection.events for citation in event.citations}
            found += [f"text of {one}" for one in cited - {one.id for one in stored.collection.documents}]
            if shelf.decisions != len(log) or shelf.articles != len(files):
                found.append("counts")
            return found + [str(one) for one in broken(workspace)]

    def edits(self, window: Asking, life: str, chance: random.Random, number: int) -> None:
        """One decision, or one step back, or forth."""
        action = chance.choice(["edit", "edit", "edit", "undo", "redo"])
        if action == "edit":
            target = chance.choice(self.events)
            wish = {"targets": [target], "fields": {"add_tags": [f"{life}-{number}"]}}
            status, answer = window.post(f"{self.check}/decide", action="edit", by=life, **wish)
        else:
            status, answer = window.post(f"{self.check}/{action}", by=life)
        if status == 200 and action == "edit":
            self.decided.append(answer["id"])
        elif status == 200:
            self.turned += 1
        elif not answer.get("problem", "").startswith(ANSWERED):
            self._note(status, answer)

    def brings(self, window: Asking, life: str, _chance: random.Random, number: int) -> None:
        """One article, until it is said to be read."""
        name = f"Pier {life} {number}.txt"
        text = f"Pier {number}\n\nThe pier of {life} was opened on {number % 28 + 1} May 19{number % 90 + 10}."
        status, answer = window.send(self.key, name, text.encode())
        while status == 200:
            status, answer = window.get(self.bring)
            if status == 200 and any(one["name"] == name and one["state"] == "read" for one in answer["files"]):
                self.brought.add(name)
                return
            if status == 200 and any(one["state"] == "failed" for one in answer["files"]):
                break
            time.sleep(0.02)
        self._note(status, answer)

    def describes(self, window: Asking, life: str, _chance: random.Random, number: int) -> None:
        """Another description of the collection."""
        words = f"{life} {number}"
        status, answer = window.post(f"/timeline/desk/shelf/{self.key}/describe", description=words)
        if status == 200:
            self.described.append(words)
        else:
            self._note(status, answer)

    def looks(self, window: Asking, _life: str, chance: random.Random, _number: int) -> None:
        """One page."""
        status, answer = window.get(f"/timeline/desk/page/{chance.choice(['check', 'articles', 'bring'])}", c=self.key)
        if status != 200 or "problem" in answer:
            self._note(status, answer)

    def _note(self, status: int, answer: Any) -> None:
        self.errors.append((status, answer))


Deed = Callable[[Asking, str, random.Random, int], None]


def killed_again_and_again(database: str, folder: Path, kills: int) -> House:
    """The house after its server was started and killed so often while people were at work, each time at a moment of
    its own; all that was accepted is looked for each time."""
    house = House(database)
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}", flush=True)  # shown where a test fails
    chance = random.Random(seed)  # noqa: S311  no secret
    for life in range(1, kills + 1):
        _live_and_die(house, folder, f"life{life}", chance)
        with open_workspace(database) as workspace:
            now = workspace.collection(house.key).description
        if now not in house.described[-1:] and not _later(now, house.described[-1]):
            house.errors.append(f"“{house.described[-1]}” was taken, and it is “{now}”")
        house.errors += house.missing()
    return house


def _later(now: str, told: str) -> bool:
    """Whether a description came after the one that was told: accepted, and its answer killed on the way."""

    def place(words: str) -> tuple[int, int]:
        life, _, number = words.removeprefix("life").partition(" ")
        return (int(life), int(number)) if number else (0, 0)

    return place(now) > place(told)


def _live_and_die(house: House, folder: Path, life: str, chance: random.Random) -> None:
    """One life of the server: five windows at work, and the end of it, of the server alone or of all its processes."""
    over = threading.Event()

    def person(deed: Deed, address: str, own: random.Random) -> None:
        window = Asking(address)
        number = 0
        try:
            while not over.is_set():
                number += 1
                deed(window, life, own, number)
        except AWAY:
            if not over.is_set():
                house.errors.append("the server went away by itself")
        finally:
            window.close()

    with serving(folder, TIMELINE_DATABASE=house.database) as (address, server):
        deeds: list[Deed] = [house.edits, house.edits, house.brings, house.describes, house.looks]
        people = [
            threading.Thread(target=person, args=(deed, address, random.Random(chance.random())))  # noqa: S311
            for deed in deeds
        ]
        awaited: Sized = house.brought if chance.random() < 0.4 else house.decided  # the first article takes seconds
        before = len(awaited)
        for one in people:
            one.start()
        give_up = time.monotonic() + 60
        while len(awaited) == before and not house.errors and time.monotonic() < give_up:
            time.sleep(0.01)
        time.sleep(chance.random() * 2)  # it works; from here on any moment is as good as another
        over.set()
        end(server, all_of_it=chance.random() < 0.5)
        for one in people:
            one.join()


def end(server: Popen[bytes], *, all_of_it: bool) -> None:
    """Nothing; the server was killed, with the processes that read for it or alone: these end by themselves."""
    if all_of_it:
        for child in children(server.pid):
            with suppress(ProcessLookupError):  # it has ended by itself
                os.kill(child, signal.SIGKILL)
    server.kill()
    server.wait()


def children(process: int) -> list[int]:
    """The processes that a process has started, as far as the system tells."""
    told = Path(f"/proc/{process}/task")
    found: list[int] = []
    for thread in told.iterdir() if told.is_dir() else ():
        with suppress(FileNotFoundError, ProcessLookupError):  # the thread has ended meanwhile
            found += [int(one) for one in (thread / "children").read_text().split()]
    return found


def broken(workspace: Workspace) -> list[Any]:
    """What SQLite itself finds wrong with the file; a server looks after its own."""
    if workspace._database.place.file is None:
        return []
    with workspace._database.reading() as connection:
        found = [row for row in connection.exec_driver_sql("PRAGMA integrity_check").all() if row[0] != "ok"]
        return [*found, *connection.exec_driver_sql("PRAGMA foreign_key_check").all()]
