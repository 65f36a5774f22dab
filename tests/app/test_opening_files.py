"""A large collection file is opened by the outline that was kept of it, and never by one of another file."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.unit.chart.test_sent import records
from tests.unit.review.made import read
from timeline.app import collections, loaded
from timeline.app.loaded import Loaded
from timeline.chart import Sent, Showing
from timeline.errors import ReadError
from timeline.store import collection_file, ready

MADE = read()
"""The collection of the tests."""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(loaded, "LARGE_FILE", 1)
    monkeypatch.setattr(loaded, "INSIDE", 1)
    monkeypatch.setenv(ready.CACHE, str(tmp_path / "cache"))
    path = tmp_path / "town.json"
    collection_file.write(MADE, path)
    monkeypatch.setenv(collections.OPENED, str(path))
    started_again()
    return path


def started_again() -> None:
    """What a server that has just been started knows."""
    collections._loaded = collections.Kept(lambda one: one.outline.size, collections.OUTLINES)


def events(ask: Ask) -> list[dict[str, Any]]:  # noqa: F811  the fixture
    status, told = ask("GET", "/timeline/data/opened", OURS)
    assert status == 200
    return records(told if isinstance(told, dict) else json.loads(told))


def anew(collection: Any) -> list[dict[str, Any]]:
    return records(json.loads(Sent.of(Showing(collection)).text()))


def kept() -> list[Path]:
    return sorted(ready.folder().iterdir())


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read whole, of which nothing is read unasked."""
    done: list[Path] = []
    usual = collection_file.read
    monkeypatch.setattr(collection_file, "read", lambda path: (done.append(path), usual(path))[1])
    monkeypatch.setattr(Loaded, "read_on", lambda _: None)
    return done


def test_it_is_opened_without_being_read(ask: Ask, file: Path, reads: list[Path]) -> None:  # noqa: F811
    assert events(ask) == anew(MADE)
    assert reads == [file]
    started_again()
    assert events(ask) == anew(MADE)
    status, details = ask("GET", "/timeline/data/opened/events/0", OURS)
    assert (status, len(details), reads) == (200, len(MADE.events), [file]), "with the card that is shown first"
    status, others = ask("GET", "/timeline/data/opened/all/0", OURS)
    assert (status, others, reads) == (200, details, [file, file])


def test_another_file_of_the_same_name_is_read(ask: Ask, file: Path) -> None:  # noqa: F811
    events(ask)
    fewer = replace(MADE, events=MADE.events[1:])
    collection_file.write(fewer, file)
    started_again()
    assert events(ask) == anew(fewer) != anew(MADE)


def test_another_program_reads_it(ask: Ask, file: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    events(ask)
    started_again()
    monkeypatch.setattr(loaded, "program", lambda: "a later one")
    assert events(ask) == anew(MADE)
    assert reads == [file, file]


def test_what_is_kept_can_be_deleted_in_the_settings(ask: Ask, file: Path) -> None:  # noqa: F811
    events(ask)
    (there,) = kept()

    def told() -> Any:
        return ask("GET", "/timeline/desk/page/settings", OURS)[1]["given"]["opened"]

    assert told() == {"files": 1, "bytes": there.stat().st_size, "place": str(ready.folder())}
    assert ask("POST", "/timeline/desk/forget", OURS, b"{}")[0] == 200
    assert (told()["files"], kept()) == (0, [])


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[1]\n", b'{"sizes": [3], "hash": ""}\nabc', b"\xff\n\n"], ids=repr)
def test_what_is_damaged_is_as_good_as_not_there(ask: Ask, file: Path, damage: bytes) -> None:  # noqa: F811
    events(ask)
    (there,) = kept()
    there.write_bytes(damage)
    started_again()
    assert events(ask) == anew(MADE)
    started_again()
    assert ready.pieces(there.name) is not None, "and is made anew"


def test_half_of_it_is_not_taken_for_the_whole(ask: Ask, file: Path) -> None:  # noqa: F811
    events(ask)
    (there,) = kept()
    there.write_bytes(there.read_bytes()[:-1])
    assert ready.pieces(there.name) is None


def test_where_nothing_can_be_kept_it_opens_as_well(ask: Ask, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setenv(ready.CACHE, str(file))  # a file, in which there can be no folder
    assert events(ask) == anew(MADE)


def test_a_file_that_changed_meanwhile_is_not_taken_for_it(ask: Ask, file: Path, reads: list[Path]) -> None:  # noqa: F811
    events(ask)
    started_again()
    shown = collections.load(collections.offered("opened"))
    collection_file.write(replace(MADE, events=MADE.events[1:]), file)
    with pytest.raises(ReadError, match=r"^town\.json was changed while it was read: load the page again\.$"):
        _ = shown.showing


def test_the_one_that_was_not_asked_for_the_longest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ready.CACHE, str(tmp_path))
    monkeypatch.setattr(ready, "MOST", 3_500)
    for number, name in enumerate(("first", "second", "third")):
        ready.keep(name, (b"x" * 500, b"y" * 500))
        os.utime(ready.folder() / name, ns=(number, number))
    assert ready.pieces("first") == (b"x" * 500, b"y" * 500)
    ready.keep("fourth", (b"z" * 1_000,))
    assert [one.name for one in kept()] == ["first", "fourth", "third"]
