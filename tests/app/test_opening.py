"""A large collection is opened by the outline that lies in the database, and never by one of another state."""

from __future__ import annotations

import json
import queue
from dataclasses import replace
from typing import Any

import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.unit.chart.test_sent import records
from tests.unit.review.made import fresh, read, telling
from timeline.app import collections, keeping, loaded, own, readying
from timeline.app.desk import workspace
from timeline.app.loaded import Loaded, make_ready
from timeline.chart import Sent, Showing, sent
from timeline.review import as_decided
from timeline.store.workspace import Workspace

AT = "2026-03-01T10:00:00Z"
BRIDGE = telling(fresh(), "opened the Harbour").id


@pytest.fixture(autouse=True)
def all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaded, "LARGE", 1)
    monkeypatch.setattr(loaded, "INSIDE", 1)


@pytest.fixture
def key(ask: Ask) -> str:  # noqa: F811  the fixture
    return workspace().keep(read(), "A town", at=AT).id


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An update: what the program before kept lies ready no more."""
    monkeypatch.setattr(readying, "LARGE", 1)
    for place in (readying, loaded):
        monkeypatch.setattr(place, "program", lambda: "a newer one")


def started_again() -> None:
    """What a server that has just been started knows."""
    collections._loaded = collections.Kept(lambda one: one.outline.size, collections.OUTLINES)
    own._kept.clear()
    workspace()._ready.clear()


def events(ask: Ask, key: str) -> list[dict[str, Any]]:  # noqa: F811  the fixture
    status, told = ask("GET", f"/timeline/data/{key}", OURS)
    assert status == 200
    return records(told if isinstance(told, dict) else json.loads(told))


def anew(key: str) -> list[dict[str, Any]]:
    """The same, made of what the database holds by nothing that was kept."""
    collection = as_decided(workspace().whole(key))
    return records(json.loads(Sent.of(Showing(collection)).text()))


def test_it_is_opened_without_being_read(ask: Ask, key: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    assert events(ask, key) == anew(key)
    started_again()
    read_: list[str] = []
    real = Workspace.read
    monkeypatch.setattr(Workspace, "read", lambda self, *more: (read_.append("read"), real(self, *more))[1])
    monkeypatch.setattr(Loaded, "read_on", lambda _: None)
    assert events(ask, key) == anew(key)
    status, details = ask("GET", f"/timeline/data/{key}/events/0", OURS)
    assert (status, len(details), read_) == (200, len(read().events), []), "with the card that is shown first"
    status, others = ask("GET", f"/timeline/data/{key}/all/0", OURS)
    assert (status, others, read_) == (200, details, ["read"])


def test_every_decision_is_in_it_at_once(ask: Ask, key: str) -> None:  # noqa: F811  the fixture
    at = f"/timeline/desk/check/{key}"
    wishes: list[tuple[str, dict[str, Any]]] = [
        ("decide", {"action": "edit", "targets": [BRIDGE], "fields": {"headline": "A bridge is opened"}}),
        ("decide", {"action": "date", "targets": [BRIDGE], "edtf": "1700"}),
        ("decide", {"action": "set aside", "targets": [BRIDGE]}),
        ("undo", {}), ("undo", {}), ("redo", {}),
        ("decide", {"action": "edit", "targets": [BRIDGE], "fields": {"kind": "Sports"}}),
    ]  # fmt: skip
    for number, (what, wish) in enumerate(wishes):
        assert ask("POST", f"{at}/{what}", OURS, json.dumps(wish).encode())[0] == 200
        if number % 2:
            started_again()  # the outline that lies there is of the state before
        assert events(ask, key) == anew(key), wish
        started_again()
        assert events(ask, key) == anew(key), wish


def test_of_a_state_that_is_over_nothing_is_told(ask: Ask, key: str) -> None:  # noqa: F811  the fixture
    state = f"r{workspace().revision(key)}"
    first = ask("GET", f"/timeline/data/{key}/events/0", OURS, query=state)
    assert first[0] == 200
    wish = json.dumps({"action": "set aside", "targets": [fresh().collection.events[0].id]}).encode()
    assert ask("POST", f"/timeline/desk/check/{key}/decide", OURS, wish)[0] == 200
    status, told = ask("GET", f"/timeline/data/{key}/events/0", OURS, query=state)
    assert (status, told) == (409, "“A town” has changed since: load the page again.".encode())
    status, second = ask("GET", f"/timeline/data/{key}/events/0", OURS, query=f"r{workspace().revision(key)}")
    assert (status, second) == (200, first[1][1:]), "under the number of the first stands the next"


def test_a_backup_in_its_place_is_shown_at_once(ask: Ask, key: str, tmp_path: Any) -> None:  # noqa: F811
    at = f"/timeline/desk/check/{key}/decide"

    def edited(words: str) -> None:
        wish = {"action": "edit", "targets": [BRIDGE], "fields": {"headline": words}}
        assert ask("POST", at, OURS, json.dumps(wish).encode())[0] == 200

    workspace().backup(tmp_path / "all.backup")
    edited("In the first life")
    assert "In the first life" in [one["headline"] for one in events(ask, key)]
    kept = workspace().restore(tmp_path / "all.backup")
    assert kept is not None
    assert "In the first life" not in [one["headline"] for one in events(ask, key)]
    assert events(ask, key) == anew(key)
    card = ask("GET", f"/timeline/desk/check/{key}/card/{BRIDGE}", OURS)[1]
    assert (card["version"], card["history"]) == (0, [])


def test_another_program_makes_its_own(ask: Ask, key: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    assert events(ask, key) == anew(key)
    started_again()
    monkeypatch.setattr(loaded, "program", lambda: "a newer one")
    real = Showing.outlines
    monkeypatch.setattr(Showing, "outlines", lambda self, some: [one | {"kind": "New"} for one in real(self, some)])
    assert {one["kind"] for one in events(ask, key)} == {"New"}


def test_who_waits_is_told_how_far_it_is(ask: Ask, key: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    def share() -> float | None:
        status, told = ask("GET", f"/timeline/data/{key}/making", OURS)
        assert status == 200
        return told["share"]

    def counting(name: str, real: Any) -> Any:
        return lambda *more: (seen.append((name, share())), real(*more))[1]

    seen: list[tuple[str, float | None]] = []
    monkeypatch.setattr(sent, "TOGETHER", 1)
    monkeypatch.setattr(Workspace, "read", counting("read", Workspace.read))
    monkeypatch.setattr(Showing, "outlines", counting("written", Showing.outlines))
    assert share() is None
    assert events(ask, key) == anew(key)
    before, *written = [one for name, one in seen if one is not None]
    assert [name for name, _ in seen][: len(written) + 1] == ["read", *["written"] * len(written)]
    assert before == 0
    assert len(written) == len(read().events) > 2
    assert written == sorted(set(written))
    assert 0 < written[0] < written[-1] < 1
    assert share() is None
    assert ask("GET", "/timeline/data/none/making", OURS)[0] == 404


def test_what_waits_to_be_read_is_told(ask: Ask, key: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    began: list[str] = []
    monkeypatch.setattr(collections.BRINGING, "read", began.append)
    assert events(ask, key) == anew(key)
    workspace().bring(key, [replace(read().documents[0], id="more", sha256="f" * 64)], at=AT)
    started_again()
    _, told = ask("GET", f"/timeline/data/{key}", OURS)
    assert told["problems"] == [loaded.NOT_READ]
    assert began == [key]


def test_the_process_that_reads_lays_it_ready(ask: Ask, key: str) -> None:  # noqa: F811  the fixture
    assert workspace().outline(key, loaded.program()) is None
    make_ready(key)
    assert workspace().outline(key, loaded.program()) is not None


def test_what_another_program_kept_is_made_anew_before_somebody_asks(ask: Ask, key: str, newer: None) -> None:  # noqa: F811
    away, waits = (workspace().keep(read(), name, at=AT).id for name in ("Away", "Waits"))
    workspace().archive(away, at=AT)
    workspace().bring(waits, [replace(read().documents[0], id="more", sha256="f" * 64)], at=AT)
    assert workspace().outline(key, "a newer one") is None
    readying.main()
    assert workspace().outline(key, "a newer one") is not None
    assert workspace().outline(away, "a newer one") is None
    assert workspace().outline(waits, "a newer one") is None


def test_one_that_trips_keeps_no_other_from_being_ready(
    ask: Ask,  # noqa: F811  the fixture
    key: str,
    newer: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    trips = workspace().keep(read(), "Trips", at="2026-03-02T10:00:00Z").id

    def ready(one: str) -> None:
        if one == trips:
            raise RuntimeError("no sentence of ours")
        make_ready(one)

    monkeypatch.setattr(readying, "make_ready", ready)
    readying.main()
    assert workspace().outline(key, "a newer one") is not None
    assert "no sentence of ours" in caplog.text


def test_no_process_is_begun_for_small_ones(ask: Ask, key: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr(readying, "LARGE", len(read().events) + 1)
    assert readying.begin() is None


def test_what_trips_on_one_that_was_changed_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ready = queue.SimpleQueue[str]()

    def load(key: str) -> None:
        if key == "trips":
            raise RuntimeError("no sentence of ours")
        ready.put(key)

    monkeypatch.setattr(keeping, "QUIET", 0.0)
    monkeypatch.setattr(keeping, "offered", lambda key: key)
    monkeypatch.setattr(keeping, "load", load)
    here = keeping.Keeping()
    here.soon("trips")
    here.soon("stands")
    assert ready.get(timeout=60) == "stands"
    assert "no sentence of ours" in caplog.text
