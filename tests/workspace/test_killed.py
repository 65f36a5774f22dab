"""A program that is killed at any moment while it edits and takes in articles: what it was told is saved, is saved.

The program writes down each change that the workspace has accepted. It is killed with SIGKILL, as by a cut of power,
and then everything that it wrote down must be in the database, whole, and nothing half done beside it.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unit.store.made import BRIDGE, EVENT, FELL, OPENED
from timeline.model import Collection, Document
from timeline.store.workspace import Workspace, open_workspace

NOON = "2013-02-12T12:00:00Z"
KILLS = 100
EVENTS = 60
"""Events of a reading: enough that a kill falls into the middle of writing one."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is a fork of this one")


def article(name: str) -> Document:
    return Document(name, f"{name}.txt", f"Written by {name}. " * 40, sha256=f"{name:0<64}")


def reading_of(documents: tuple[Document, ...], number: int) -> Collection:
    """A reading that can be told from others, and of which no part can be missing unseen."""
    events = tuple(replace(EVENT, id=f"e{n}", headline=f"reading {number}") for n in range(EVENTS))
    return Collection(documents, (OPENED, FELL), events, rules=f"reading {number}")


def work(database: str, collection: str, told: int, life: int) -> None:
    """What the program does until it is killed: each accepted change is written to ``told``, one JSON a line."""
    chance = random.Random(life)  # noqa: S311  no secret
    with open_workspace(database) as workspace:
        for number in range(1_000_000):
            name = f"{life}-{number}"
            what = chance.choice(["decide", "decide", "bring", "read", "rename"])
            if what == "decide":
                workspace.decide(collection, [{"id": name, "targets": [f"e{number % EVENTS}"]}], at=NOON)
            elif what == "bring":
                workspace.bring(collection, [article(name)], at=NOON)
            elif what == "rename":
                workspace.rename(collection, name, at=NOON)
            else:
                name = str(life * 1_000_000 + number)
                documents, revision = workspace.documents(collection), workspace.revision(collection)
                workspace.keep_reading(collection, reading_of(documents, int(name)), of_revision=revision, at=NOON)
            os.write(told, json.dumps([what, name]).encode() + b"\n")


def lived_and_killed(database: str, collection: str, life: int, chance: random.Random) -> list[tuple[str, str]]:
    """What the program had been told was saved when it was killed."""
    hears, tells = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(hears)
            work(database, collection, tells, life)
        finally:
            os._exit(1)  # it never comes so far, unless it fails
    os.close(tells)
    with os.fdopen(hears, "rb") as lines:
        told = [lines.readline()]  # it works; from here on any moment is as good as another
        time.sleep(chance.random() * 0.15)
        os.kill(process, signal.SIGKILL)
        told += lines.readlines()
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status), "it ended by itself: see its complaint above"
    return [tuple(json.loads(line)) for line in told if line.endswith(b"\n")]


def check(workspace: Workspace, collection: str, accepted: list[tuple[str, str]]) -> None:
    by_kind: dict[str, list[str]] = {"decide": [], "bring": [], "read": [], "rename": []}
    for what, name in accepted:
        by_kind[what].append(name)
    log = [one["id"] for one in workspace.decisions(collection)]
    assert [name for name in log if name in set(by_kind["decide"])] == by_kind["decide"]
    assert len(log) == workspace.collection(collection).decisions
    brought = {document.id for document in workspace.documents(collection)}
    assert set(by_kind["bring"]) <= brought
    assert len(brought) == workspace.collection(collection).articles
    stored = workspace.read(collection).collection
    if by_kind["read"]:
        assert stored.rules.startswith("reading ")
        assert int(stored.rules.removeprefix("reading ")) >= int(by_kind["read"][-1])
        assert stored.events == reading_of((), int(stored.rules.removeprefix("reading "))).events
        assert len(stored.mentions) == 2


def test_what_was_accepted_outlives_the_program(database: str, opened: Callable[[], Workspace], tmp_path: Path) -> None:
    seed = secrets.randbelow(1_000_000)
    chance = random.Random(seed)  # noqa: S311  no secret
    print(f"seed {seed}")  # shown where the test fails
    with open_workspace(database) as workspace:
        collection = workspace.make("Bridges", at=NOON).id
        workspace.bring(collection, [BRIDGE], at=NOON)
    accepted: list[tuple[str, str]] = []
    for life in range(1, KILLS + 1):
        accepted += lived_and_killed(database, collection, life, chance)
        if life % 10 == 0:  # every tenth time the database is opened in between, as by who comes back
            with open_workspace(database) as workspace:
                check(workspace, collection, accepted)
    workspace = opened()
    check(workspace, collection, accepted)
    assert len(accepted) >= KILLS
    assert sound(workspace) == []


def sound(workspace: Workspace) -> list[Any]:
    """What SQLite itself finds wrong with the file; a server looks after its own."""
    if workspace._database.place.file is None:
        return []
    with workspace._database.reading() as connection:
        found = [row for row in connection.exec_driver_sql("PRAGMA integrity_check").all() if row[0] != "ok"]
        return [*found, *connection.exec_driver_sql("PRAGMA foreign_key_check").all()]
