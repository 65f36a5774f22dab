"""Sharing in the network: who may read, who may change, and under which names the app lets itself be asked."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.cli.launch import HOST, launch
from timeline.cli.sharing import Sharing, new_word, own_hosts, sharing
from timeline.errors import TimelineError
from timeline.store.workspace import open_workspace


def test_a_word_can_be_read_out_and_is_another_each_time() -> None:
    words = {new_word() for _ in range(200)}
    assert len(words) == 200
    assert all(re.fullmatch(r"([b-z][aeiou]){2}(-([b-z][aeiou]){2}){2}", word) for word in words)


def test_the_names_are_those_others_can_use() -> None:
    hosts = own_hosts()
    assert len(set(hosts)) == len(hosts)
    assert not [host for host in hosts if host.startswith("127.") or host == "localhost" or host != host.lower()]
    assert socket.gethostname().lower() in hosts


def test_what_is_told_names_the_address_and_the_word() -> None:
    told = Sharing("bata-gera-sipo", "kolu-mipa-dena", ("192.0.2.7", "desk")).told(8501)
    for words in ("everybody in this network can read all", "http://192.0.2.7:8501", "bata-gera-sipo", "not encrypted"):
        assert words in told
    assert "for yourself" in told.partition("kolu-mipa-dena")[0]


@pytest.mark.parametrize(
    ("names", "others", "told"),
    [
        (("Bridges",), 0, "can read all collections of this workspace (“Bridges”) at"),
        (("Bridges", "Ponts"), 1, "can read “Bridges”, “Ponts” (1 other kept back) at"),
        ((), 2, "can read no collection yet (2 others kept back; share one on the page Collections) at"),
        (tuple("ABCDEFGH"), 3, "“F” and 2 more (3 others kept back) at"),
    ],
)
def test_what_is_told_names_what_is_shared(names: tuple[str, ...], others: int, told: str) -> None:
    assert told in Sharing("bata", "kolu", (), names, others).told(8501)


def test_who_names_collections_shares_these_and_no_others(tmp_path: Path) -> None:
    database = str(tmp_path / "w.db")
    with open_workspace(database) as workspace:
        made = {name: workspace.make(name, at="2013-02-12T12:00:00Z").id for name in ("Bridges", "Ponts", "Diary")}
        workspace.delete(made["Diary"], at="2013-02-12T12:00:00Z")
    first = sharing([], database)
    assert (set(first.collections), first.others, first.word != first.own_word) == ({"Bridges", "Ponts"}, 0, True)
    assert (sharing(["Ponts"], database).collections, sharing([], database).others) == (("Ponts",), 1)
    assert sharing([made["Bridges"]], database).collections == ("Bridges",)
    with open_workspace(database) as workspace:
        assert not workspace.undelete(made["Diary"], at="2013-02-12T12:00:00Z").shared
    with pytest.raises(TimelineError, match="there is no collection “None”"):
        sharing(["None"], database)
    assert sharing([], database).collections == ("Bridges",), "nothing was changed"


def test_a_database_that_cannot_be_used_is_said_before_the_app_starts(tmp_path: Path) -> None:
    (tmp_path / "w.db").write_text("Dear diary, " * 100)
    with pytest.raises(TimelineError, match=r"w\.db: this is no database"):
        launch(None, browser=False, database=str(tmp_path / "w.db"))


@dataclass(frozen=True)
class Shared:
    host: str
    port: int
    word: str
    own_word: str

    def answer(self, request: str, *headers: str, host: str | None = None, body: str = "") -> str:
        """The status of the answer to a request that comes by way of the network."""
        with self._asked(request, headers, host, body) as connection:
            return connection.recv(1000).decode("latin-1").split(" ")[1]

    def page(self, name: str, word: str) -> str:
        """What a page is given, as it is sent to who gives this word."""
        with self._asked(f"GET /timeline/desk/page/{name}", (f"X-Timeline: {word}",), None, "") as connection:
            return connection.makefile("rb").read().decode()

    def _asked(self, request: str, headers: tuple[str, ...], host: str | None, body: str) -> socket.socket:
        lines = [
            f"{request} HTTP/1.1", f"Host: {host or self.host}:{self.port}", "Connection: close",
            f"Content-Length: {len(body)}", *headers, "", body,
        ]  # fmt: skip
        connection = socket.create_connection((self.host, self.port), timeout=60)
        connection.sendall("\r\n".join(lines).encode())
        return connection

    @property
    def origin(self) -> str:
        return f"Origin: http://{self.host}:{self.port}"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    database = tmp_path_factory.mktemp("shared") / "w.db"
    with open_workspace(database) as workspace:
        for name in ("Our town", "A diary"):
            workspace.make(name, at="2013-02-12T12:00:00Z")
    program = [sys.executable, "-m", "timeline", "app", "--share", "Our town", "--allow-fetch", "--no-browser"]
    running = subprocess.Popen(
        [*program, "--port", str(port), "--database", str(database)], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    said = ""
    for line in running.stdout:
        said += line
        if "Ctrl-C stops it" in line:
            break
    yield Shared(re.findall(r"  http://([^:]+):", said)[0], port, *re.findall(r"\n  (\w+-\w+-\w+)\n", said))
    os.kill(running.pid, signal.SIGTERM)
    running.wait(timeout=30)


MAKE = "POST /timeline/desk/make"
NAME = '{"name": "Bridges"}'


def test_everybody_in_the_network_may_read(shared: Shared) -> None:
    assert shared.answer("GET /") == "200"
    assert shared.answer("GET /timeline/desk/page/collections", "X-Timeline: ") == "200"


def test_who_has_the_word_may_change_and_nobody_else(shared: Shared) -> None:
    assert shared.answer(MAKE, shared.origin, "X-Timeline: ", body=NAME) == "401"
    assert shared.answer(MAKE, shared.origin, "X-Timeline: bata-gera", body=NAME) == "401"
    assert shared.answer(MAKE, shared.origin, f"X-Timeline: {shared.word}", body=NAME) == "200"


def test_only_what_was_named_is_shared(shared: Shared) -> None:
    for word, sees in (("", False), (shared.word, False), (shared.own_word, True)):
        page = shared.page("collections", word)
        assert "Our town" in page
        assert ("A diary" in page) is sees


def test_others_are_told_no_place_of_this_computer_and_no_settings(shared: Shared) -> None:
    for_owner = shared.page("settings", shared.own_word)
    assert "w.db" in for_owner
    assert '"limits"' in for_owner
    for word in ("", shared.word):
        assert "w.db" not in shared.page("settings", word)
        assert "limits" not in shared.page("settings", word)
    change = "POST /timeline/desk/settings"
    assert shared.answer(change, shared.origin, "X-Timeline: ", body='{"fetch": false}') == "401"
    assert shared.answer(change, shared.origin, f"X-Timeline: {shared.word}", body='{"fetch": false}') == "403"


def test_pages_may_be_fetched_where_the_app_was_started_so(shared: Shared) -> None:
    assert '"fetch":true,"always":true' in shared.page("settings", shared.own_word)


def test_pages_of_other_sites_may_nothing_even_with_the_word(shared: Shared) -> None:
    word = f"X-Timeline: {shared.word}"
    assert shared.answer(MAKE, "Origin: http://elsewhere.example", word, body=NAME) == "403"
    assert shared.answer(MAKE, "Origin: http://elsewhere.example", body=NAME) == "403"


def test_under_a_name_that_is_not_ours_nothing_is_told(shared: Shared) -> None:
    for request in ("GET /", "GET /timeline/desk/page/collections", "GET /_stcore/health", MAKE):
        assert shared.answer(request, host="elsewhere.example") == "403"


SOCKET = (
    "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: streamlit, x",
)  # fmt: skip


def test_a_page_has_its_socket_and_a_page_of_another_site_has_none(shared: Shared) -> None:
    assert shared.answer("GET /_stcore/stream", shared.origin, *SOCKET) == "101"
    assert shared.answer("GET /_stcore/stream", "Origin: http://elsewhere.example", *SOCKET) == "403"
    assert shared.answer("GET /_stcore/stream", shared.origin, *SOCKET, host="elsewhere.example") == "403"


def test_nothing_comes_in_by_streamlits_ways(shared: Shared) -> None:
    assert shared.answer("PUT /_stcore/upload_file/a/b", shared.origin, body="x") == "403"
