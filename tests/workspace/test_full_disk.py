"""A disk that is really full while people bring in and decide: a clear sentence, nothing lost, and then it goes on."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.serving import serving
from tests.unit.review.made import read
from tests.workspace.asking import Asking
from tests.workspace.house import House, broken
from timeline.errors import DatabaseError
from timeline.model import Document
from timeline.read.apart import Readers
from timeline.store.workspace import open_workspace

NOON = "2013-02-12T12:00:00Z"
SIZE = 80_000_000
"""Bytes of the disk: the model that tells languages is unpacked among temporary files, to some 50 MB."""

FULL = "the disk is full"


class Disk:
    """A small disk of its own at ``place``."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._weight = place / "weight"

    def fill(self, leave: int = 0) -> None:
        """Nothing; afterwards no more than ``leave`` bytes go on it."""
        with contextlib.suppress(OSError), self._weight.open("ab", buffering=0) as file:
            for size in (1_000_000, 4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"\0" * size)
        os.truncate(self._weight, self._weight.stat().st_size - leave)
        assert abs(shutil.disk_usage(self.place).free - leave) < 10_000

    def empty(self) -> None:
        """Nothing; afterwards there is room again."""
        self._weight.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a disk of our own can't be mounted here: that takes Linux and its root")
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def article(name: str) -> Document:
    return Document(name, f"{name}.txt", f"Written by {name} in 1950. " * 2000, sha256=f"{name:0<64}")


def test_the_workspace_says_so_and_loses_nothing(disk: Disk, tmp_path: Path) -> None:
    with open_workspace(disk.place / "w.db") as workspace:
        key = workspace.keep(read(), "A town", at=NOON).id
        workspace.decide(key, [{"id": "r1", "targets": ["e1"]}], at=NOON)
        workspace.bring(key, [article("a")], at=NOON)
        before = workspace.save(key)
        disk.fill()
        deeds = [
            lambda: workspace.bring(key, [article("b")], at=NOON),
            lambda: workspace.decide(key, [{"id": f"r{n}", "why": "x" * 400_000} for n in range(2, 20)], at=NOON),
            lambda: workspace.keep_reading(key, read(), of_revision=workspace.revision(key), at=NOON),
            lambda: workspace.duplicate(key, "Again", at=NOON),
        ]
        for deed in deeds:
            with pytest.raises(DatabaseError, match=FULL):
                deed()
        with pytest.raises(DatabaseError, match=r"full|No space"):
            workspace.backup(disk.place / "backup.db")
        assert sorted(one.name for one in disk.place.iterdir() if "backup" in one.name) == []
        assert workspace.save(key) == before
    with open_workspace(disk.place / "w.db") as workspace:  # opened while it is full
        assert workspace.save(key) == before
        disk.empty()
        assert [one.id for one in workspace.bring(key, [article("b")], at=NOON).documents] == ["b"]
        workspace.decide(key, [{"id": "r2", "targets": ["e1"]}], at=NOON)
        assert len(workspace.decisions(key)) == 2
        assert broken(workspace) == []


def test_the_app_says_so_and_goes_on_with_room(disk: Disk, tmp_path: Path) -> None:
    database = disk.place / "w.db"
    house = House(str(database))
    with serving(tmp_path, TIMELINE_DATABASE=str(database)) as (address, _):
        window = Asking(address)
        assert brought(window, house, "first.txt", "It was opened in May 1951.")["state"] == "read"
        until_read(window, house)
        disk.fill()
        wish = {"targets": [house.events[0]], "fields": {"note": "x" * 100_000}}
        answers = [window.post(f"{house.check}/decide", action="edit", **wish) for _ in range(3)]
        assert {status for status, _ in answers} == {400}
        assert all(FULL in answer["problem"] for _, answer in answers)
        late = brought(window, house, "late.txt", "The pier was closed in June 1987. " * 10_000)
        assert late["state"] == "failed"
        assert FULL in late["said"][0]
        for page in ("check", "articles", "bring", "collections"):
            status, told = window.get(f"/timeline/desk/page/{page}", c=house.key)
            assert (status, "problem" in told) == (200, False), page
        disk.empty()
        assert window.post(f"{house.bring}/again", number=late["number"])[0] == 200
        assert until_over(window, house, late["number"])["state"] == "read"
        status, _ = window.post(f"{house.check}/decide", action="edit", **wish)
        assert status == 200
        until_read(window, house)
    with open_workspace(database) as workspace:
        assert {one.file for one in workspace.documents(house.key)} >= {"first.txt", "late.txt"}
        assert len(workspace.decisions(house.key)) == 1
        assert broken(workspace) == []


def test_where_files_wait_is_full(disk: Disk, tmp_path: Path) -> None:
    house = House(str(tmp_path / "w.db"))
    waiting = {"TMPDIR": str(disk.place), "TIMELINE_DATABASE": house.database}
    with serving(tmp_path, **waiting) as (address, _):
        window = Asking(address)
        first = brought(window, house, "first.txt", "It was opened in May 1951.")
        assert first["state"] == "read", first["said"]
        disk.fill()
        status, answer = window.send(house.key, "late.txt", b"It was closed in June 1987. " * 10_000)
        assert (status, answer["problem"]) == (507, "The disk is full, and nothing was kept: make room and try again.")
        disk.empty()
        assert brought(window, house, "late.txt", "It was closed in June 1987.")["state"] == "read"


def test_a_file_is_not_blamed_where_nothing_can_be_unpacked(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(disk.place))
    disk.fill(leave=2_000_000)
    with Readers(workers=1) as readers:
        (problem,) = readers.read("a.txt", b"It fell in 1950.").problems
        assert str(problem).startswith("a.txt: reading can't begin (No space left on device); make room")
        disk.empty()
        assert len(readers.read("a.txt", b"It fell in 1950.").documents) == 1


def brought(window: Asking, house: House, name: str, text: str) -> dict[str, object]:
    """What became of a file."""
    status, told = window.send(house.key, name, text.encode())
    assert status == 200, told
    return until_over(window, house, told["number"])


def until_over(window: Asking, house: House, number: int) -> dict[str, object]:
    give_up = time.monotonic() + 120
    while time.monotonic() < give_up:
        _, told = window.get(house.bring)
        found = next(one for one in told["files"] if one["number"] == number)
        if found["state"] not in ("waiting", "reading"):
            return dict(found)
        time.sleep(0.05)
    raise AssertionError("the file is still on its way")


def until_read(window: Asking, house: House) -> None:
    """Nothing, once the collection was read with all that was brought."""
    give_up = time.monotonic() + 240
    while time.monotonic() < give_up:
        _, told = window.get(house.bring)
        if told["reading"] is None:
            assert told["problem"] == ""
            return
        time.sleep(0.1)
    raise AssertionError("the collection is still being read")
