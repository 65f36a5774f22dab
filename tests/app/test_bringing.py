"""What is brought in beside the pages: whatever one file or one reading does, the others go on, and it is told."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.unit.read.made import packed
from tests.unit.review.made import read
from timeline.app import bringing, doors, visitors
from timeline.app.answers import Answer
from timeline.app.bringing import Bringing
from timeline.app.desk import workspace
from timeline.app.loaded import ANSWERS, of_collection
from timeline.app.own import current
from timeline.app.reading import Progress, Reader, StoppedError
from timeline.fetch import Fetched
from timeline.model import Collection
from timeline.read.apart import Readers
from timeline.review.wishes import edit

AT = "2026-03-01T10:00:00Z"


@pytest.fixture
def house(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Bringing, str]]:  # noqa: F811
    monkeypatch.setenv("TIMELINE_ALLOW_FETCH", "1")
    house = Bringing()
    yield house, workspace().make("Mill", at=AT).id
    house._reader.close()
    if house._readers is not None:
        house._readers.close()


def until(true: Callable[[], Any]) -> Any:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.02)
    raise AssertionError("it never came to that")


def bring(house: Bringing, key: str, name: str, data: bytes) -> int:
    place = house.place()
    place.write_bytes(data)
    return int(house.take(key, name, place)["number"])


def state(house: Bringing, key: str, number: int) -> str:
    arrival = house.arrival(key, number)
    return arrival.state if arrival else ""


def test_what_trips_on_one_file_leaves_the_others(house: tuple[Bringing, str], monkeypatch: pytest.MonkeyPatch) -> None:
    here, key = house

    def trips(_url: str) -> Fetched:
        raise RuntimeError("no sentence of ours")

    monkeypatch.setattr(bringing, "fetch", trips)
    for _ in range(bringing.AT_ONCE):  # each of the threads has one
        number = here.fetch(key, "https://example.org/")["number"]
        until(lambda number=number: state(here, key, number) == "failed")
    arrival = here.arrival(key, number)
    assert arrival is not None
    assert arrival.said == ("It can’t be read (RuntimeError: no sentence of ours).",)
    good = bring(here, key, "mill.txt", b"The mill burnt down on 3 May 1871.")
    until(lambda: state(here, key, good) == "read")


def test_why_a_file_was_not_read_is_a_sentence_beside_its_name(house: tuple[Bringing, str]) -> None:
    here, key = house
    for name, data, words in [
        ("stage.png", b"\x89PNG\r\n", "It is a picture; have its text recognised first (OCR), and bring in the text."),
        ("all.zip", packed({"in/stage.txt": b"\x89PNG\r\n"}), "all.zip/in/stage.txt: it is a picture; have its text"),
    ]:
        number = bring(here, key, name, data)
        until(lambda number=number: state(here, key, number) == "failed")
        arrival = here.arrival(key, number)
        assert arrival is not None
        assert arrival.said[0].startswith(words)


def test_why_a_page_was_not_fetched_stands_beside_its_address(house: tuple[Bringing, str]) -> None:
    here, key = house
    number = here.fetch(key, "http://127.0.0.1/")["number"]
    until(lambda: state(here, key, number) == "failed")
    arrival = here.arrival(key, number)
    assert arrival is not None
    assert arrival.said == ("This is an address within a private network, which is not fetched.",)


def test_ten_thousand_files_at_once_are_stopped_and_nothing_of_them_is_left(house: tuple[Bringing, str]) -> None:
    here, key = house
    files = 10_000
    for number in range(files):
        bring(
            here,
            key,
            f"{number}.txt",
            f"The mill was mended in {1000 + number % 1000}, for the {number}th time.".encode(),
        )
    until(lambda: here.told(key)["counts"].get("read"))
    here.stop(key)
    until(lambda: not here._coming(key))
    told = here.told(key)
    assert sum(told["counts"].values()) == files
    assert told["counts"].keys() == {"read", "stopped"}
    assert len(workspace().documents(key)) == told["counts"]["read"], "what is done stays"
    assert here.told(key, told["version"])["files"] == [], "of files that rest nothing is told twice"
    here.again(key, next(one["number"] for one in told["files"] if one["state"] == "stopped"))
    until(lambda: not here._coming(key))
    assert here.told(key)["counts"]["read"] == told["counts"]["read"] + 1
    here.forget(key)
    assert here.told(key)["counts"] == {}
    assert list(here.place().parent.iterdir()) == []


def test_a_reading_that_can_not_be_begun_is_told_and_the_next_one_is(
    house: tuple[Bringing, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, key = house
    with monkeypatch.context() as broken:

        def trips(_self: Reader) -> Any:
            raise OSError(12, "Cannot allocate memory")

        broken.setattr(Reader, "_running", trips)
        here.read(key)
        assert "Cannot allocate memory" in until(lambda: here.told(key)["problem"])
    here.read(key)
    until(lambda: not here.busy(key))
    assert here.told(key)["problem"] == ""


HALF_A_LINE = """
import sys
sys.stdin.readline()
print('{"done": 1, "total": 2, "name": ""}\\n{"do', end="", flush=True)
sys.stdin.read()
"""


def test_a_reading_that_is_stopped_in_the_middle_of_a_line_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    program = subprocess.Popen([sys.executable, "-c", HALF_A_LINE], **pipes, text=True)
    reader = Reader()
    monkeypatch.setattr(reader, "_running", lambda: program)
    with pytest.raises(StoppedError):
        reader.read("key", lambda *_: reader.stop())


def test_stop_ends_the_reading_that_runs_and_leaves_the_one_that_waits(
    house: tuple[Bringing, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, key = house
    runs, stopped, begun = Flag(), Flag(), []

    def read(_self: Reader, key: str, progress: Progress) -> tuple[str, ...]:
        begun.append(key)
        if len(begun) == 1:
            progress(3, 7, "mill.txt")
            runs.set()
            stopped.wait()
            raise StoppedError("The reading was stopped.")
        return ()

    monkeypatch.setattr(Reader, "read", read)
    monkeypatch.setattr(Reader, "stop", lambda _self: stopped.set())
    here.read(key)
    runs.wait()
    here.read(key)
    assert here.told(key)["reading"]["done"] == 3, "the page goes on telling of the one that runs"
    here.stop(key)
    until(lambda: not here.busy(key))
    assert stopped.is_set()
    assert begun == [key, key]
    assert here.told(key)["problem"] == ""


def test_articles_that_could_not_be_read_through_are_told(
    house: tuple[Bringing, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, key = house
    monkeypatch.setattr(Reader, "read", lambda *_: tuple(f"{n}.txt: it trips." for n in range(7)))
    here.read(key)
    told = until(lambda: here.told(key)["problem"])
    assert told.startswith("0.txt: it trips. 1.txt")
    assert told.endswith("4.txt: it trips. So it went with 2 more.")


def test_a_table_is_looked_at_apart(house: tuple[Bringing, str], monkeypatch: pytest.MonkeyPatch) -> None:
    here, key = house
    asked: list[str] = []
    usual = Readers.preview
    monkeypatch.setattr(Readers, "preview", lambda self, name, *rest: asked.append(name) or usual(self, name, *rest))
    number = bring(here, key, "finds.csv", b"text,title\nIt fell in 1950.,The fall\n")
    until(lambda: state(here, key, number) == "asks")
    arrival = here.arrival(key, number)
    assert arrival is not None
    assert arrival.table is not None
    assert (asked, arrival.table["rows"], arrival.table["columns"]["text"]) == (["finds.csv"], 1, "text")


def test_what_waits_for_a_collection_goes_with_it(house: tuple[Bringing, str]) -> None:
    here, key = house
    number = bring(here, key, "finds.csv", b"text\nIt fell in 1950.\n")
    until(lambda: state(here, key, number) == "asks")
    arrival = here.arrival(key, number)
    assert arrival is not None
    path = arrival.path
    assert path is not None
    assert path.exists()
    here.drop(key)
    assert not path.exists()
    assert here.told(key)["files"] == []


@pytest.mark.parametrize("how", ["gone", "full"])
def test_nothing_is_left_of_what_came_in_part(ask: Ask, monkeypatch: pytest.MonkeyPatch, how: str) -> None:  # noqa: F811
    key = workspace().make("Mill", at=AT).id
    where = bringing.BRINGING.place().parent
    before = set(where.iterdir())

    async def comes(request: Any, place: Path, _most: int) -> None:
        with place.open("wb") as file:
            file.write(b"The mill ")
            if how == "full":
                raise OSError(28, "No space left on device")
            raise doors.ClientDisconnect

    monkeypatch.setattr("timeline.app.bring.received", comes)
    status, answer = ask("POST", f"/timeline/desk/bring/{key}/file", OURS, b"x", query="name=a.txt")
    assert set(where.iterdir()) == before
    assert status == (507 if how == "full" else 499)
    assert how == "gone" or answer["problem"].startswith("The disk is full, and nothing was kept")


def test_a_saved_collection_is_complained_of_by_its_own_name(ask: Ask) -> None:  # noqa: F811
    status, answer = ask("POST", "/timeline/desk/open", OURS, b"{}", query="name=mill-town.json")
    assert (status, answer["problem"].partition(":")[0]) == (400, "mill-town.json")


def test_who_may_only_read_sees_no_place_and_nothing_deleted(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    key = workspace().make("Mill", at=AT).id
    workspace().delete(key, at=AT)
    monkeypatch.setenv(visitors.WORD, "acorn")

    def page(name: str, word: str) -> dict[str, Any]:
        given = ask("GET", f"/timeline/desk/page/{name}", {**OURS, "x-timeline": word})[1]["given"]
        return dict(given)

    assert [one["name"] for one in page("collections", "acorn")["deleted"]] == ["Mill"]
    assert page("settings", "acorn")["place"].endswith("doors.db")
    assert page("collections", "")["deleted"] == []
    assert "doors.db" not in json.dumps(page("settings", ""))


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [("http://127.0.0.1:8501", True), (None, True), ("http://127.0.0.1:3000", False), ("https://example.org", False)],
)
def test_no_other_site_opens_a_socket(origin: str | None, let_in: bool) -> None:
    async def inner(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})

    sent: list[str] = []

    async def send(message: Any) -> None:
        sent.append(message["type"])

    headers = [(b"host", b"127.0.0.1:8501"), *([(b"origin", origin.encode())] if origin else [])]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    with ThreadPoolExecutor(1) as apart:  # a browser test before may have left a loop running in this thread
        apart.submit(asyncio.run, doors.OwnNames(inner)(scope, None, send)).result()  # type: ignore[arg-type]
    assert sent == ["websocket.accept" if let_in else "websocket.close"]


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"limits": {"seconds": 1e999}}'], ids=["deep", "endless"])
def test_hostile_wishes_are_answered(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:  # noqa: F811
    monkeypatch.setenv("TIMELINE_SETTINGS", str(tmp_path / "set.json"))
    status, _ = ask("POST", "/timeline/desk/settings", OURS, body)
    assert status == (200 if b"limits" in body else 400)
    given = ask("GET", "/timeline/desk/page/settings", OURS)[1]["given"]
    assert given["limits"] == given["usual"]


def test_many_empty_answers_fill_no_memory() -> None:
    empty = Answer.of(b"[]")
    kept = of_collection(Collection((), (), ()), []).answers
    for number in range(2 * ANSWERS // 1_000):
        kept.get(f"events/{number}", "", lambda: empty)
    assert len(kept._things) <= ANSWERS // 1_000


def test_a_log_that_a_backup_put_in_place_is_laid_anew(ask: Ask, tmp_path: Path) -> None:  # noqa: F811  the fixture
    room = workspace()
    key = room.keep(read(), "A town", at=AT).id
    event = read().events[0].id

    def edited(words: str) -> None:
        made = edit(current(key).decided, [event], {"headline": words}, by="", at=AT)
        room.decide(key, [made.plain()], at=AT)

    edited("as it was")
    room.backup(tmp_path / "b.db")
    edited("as it became")
    assert current(key).decided.layer.event(event).headline == "as it became"
    room.restore(tmp_path / "b.db")
    assert current(key).decided.layer.event(event).headline == "as it was"


def test_an_article_that_waits_is_known_without_its_text(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    key = workspace().keep(read(), "A town", at=AT).id
    one = replace(
        read().documents[0], id="more", title="A weir", text="In 1950 the weir of Köln burst.", sha256="f" * 64
    )
    workspace().bring(key, [one], at=AT)
    monkeypatch.setattr(type(workspace()), "documents", None)  # which would read all texts
    given = ask("GET", "/timeline/desk/page/articles", OURS, query=f"c={key}")[1]["given"]
    *there, last = given["articles"]
    assert [article["letters"] for article in there] == [len(article.text) for article in read().documents]
    assert (last["title"], last["waits"], last["bytes"], last["events"]) == ("A weir", True, 32, 0)
    assert given["stale"] == 1
