"""Who may ask the app for what, by the protocol that the server speaks with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Raw
from timeline.app import desk, doors, visitors
from timeline.errors import TimelineError

Ask = Callable[..., tuple[int, Any]]
OURS = {"host": "127.0.0.1:8501", "x-timeline": "", "origin": "http://127.0.0.1:8501"}


@pytest.fixture
def ask(raw: Raw) -> Ask:
    """Asks, and gives the status and what the answer holds."""

    def ask(*said: Any, **more: Any) -> tuple[int, Any]:
        status, headers, content = raw(*said, **more)
        return status, json.loads(content) if headers.get("content-type", "").startswith(
            "application/json"
        ) else content

    return ask


def make(ask: Ask, **changed: str) -> int:
    headers = {name: value for name, value in {**OURS, **changed}.items() if value != "-"}
    return ask("POST", "/timeline/desk/make", headers, b'{"name": "Oxbow"}')[0]


def names(ask: Ask) -> list[str]:
    _, answer = ask("GET", "/timeline/desk/page/collections", OURS)
    return [one["name"] for one in answer["given"]["collections"]]


def test_our_own_page_may_make_a_collection(ask):
    assert make(ask) == 200
    assert make(ask, origin="-") == 200, "a program on this computer sends no origin"
    assert names(ask) == ["Oxbow", "Oxbow"]


@pytest.mark.parametrize(
    "changed",
    [
        {"x-timeline": "-"},
        {"origin": "http://elsewhere.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "http://["},
        {"host": "elsewhere.example"},
        {"host": "elsewhere.example:8501", "origin": "http://elsewhere.example:8501"},
        {"host": "127.0.0.1.elsewhere.example"},
        {"host": "-"},
    ],
    ids=str,
)
def test_another_site_may_not(ask, changed):
    assert make(ask, **changed) == 403
    assert names(ask) == []


@pytest.mark.parametrize("path", ["/timeline/desk/page/collections", "/timeline/data/korea-china", "/timeline/file"])
def test_another_name_for_this_computer_is_told_nothing(ask, path):
    status, answer = ask("GET", path, {"host": "elsewhere.example"})
    assert status == 403
    assert "not one of the app’s own" in answer["problem"]


def test_more_names_can_be_allowed(ask, monkeypatch):
    monkeypatch.setenv(doors.HOSTS, "class.example, 192.0.2.7")
    assert make(ask, host="class.example:8501", origin="http://class.example:8501") == 200
    assert make(ask, host="192.0.2.7", origin="http://192.0.2.7") == 200


def test_where_a_word_is_needed_reading_is_free_and_changing_is_not(ask, monkeypatch):
    monkeypatch.setenv(visitors.WORD, "acorn tree")
    assert make(ask) == 401
    assert make(ask, **{"x-timeline": "acorn"}) == 401
    assert names(ask) == []
    assert make(ask, **{"x-timeline": "acorn%20tree"}) == 200


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"name": 7}', b'{"name": "' + b"x" * 300 + b'"}'], ids=repr)
def test_nonsense_is_answered_with_a_sentence(ask, body):
    status, answer = ask("POST", "/timeline/desk/make", OURS, body)
    assert status == 400
    assert answer["problem"].endswith(".")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("shelf/no-such/rename", b'{"name": "x"}'),
        ("shelf/no-such/explode", b"{}"),
        ("bring/no-such/text", b'{"text": "x"}'),
        ("articles/no-such/d1/edit", b'{"title": "x"}'),
    ],
)
def test_what_is_not_there_is_said_to_be_so(ask, path, body):
    status, answer = ask("POST", f"/timeline/desk/{path}", OURS, body)
    assert status in (400, 404)
    assert answer["problem"].endswith(".")


def test_a_name_changed_in_another_window_is_not_overwritten(ask):
    def rename(key, name, was):
        return ask("POST", f"/timeline/desk/shelf/{key}/rename", OURS, json.dumps({"name": name, "was": was}).encode())

    made = ask("POST", "/timeline/desk/make", OURS, b'{"name": "Oxbow"}')[1]
    assert rename(made["id"], "Ferry", "Oxbow")[0] == 200
    status, answer = rename(made["id"], "Ford", "Oxbow")
    assert (status, "it is “Ferry” now" in answer["problem"]) == (409, True)
    assert rename(made["id"], "Ford", "Ferry")[1]["name"] == "Ford"


def test_too_much_is_refused_before_it_fills_the_memory(ask):
    assert ask("POST", "/timeline/desk/make", OURS, b"x" * (doors.MOST_TOLD + 1))[0] == 413


@pytest.mark.parametrize("word", ["", "acorn tree"])
def test_where_the_app_is_shared_no_sentence_names_a_folder(ask, monkeypatch, tmp_path, word):
    (tmp_path / "reed").mkdir()
    database = tmp_path / "reed" / "broken.db"
    database.write_text("Dear diary, " * 100, encoding="utf-8")
    monkeypatch.setenv(desk.DATABASE, str(database))
    monkeypatch.setenv(visitors.WORD, word)
    _, answer = ask("GET", "/timeline/desk/page/collections", OURS)
    _, other = ask("GET", "/timeline/desk/revision", OURS)
    assert answer["problem"] == other["problem"]
    assert "broken.db: this is no database" in answer["problem"]
    assert ("reed" in answer["problem"]) is (word == "")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{home}/notes/history.json can't be read.", "notes/history.json can't be read."),
        ("{settings}/app.json: the settings can't be kept.", "app.json: the settings can't be kept."),
        ("postgresql://reed:***@db.example.org/history: it is broken.", "The database: it is broken."),
        ("https://example.org/a/b can't be fetched.", "https://example.org/a/b can't be fetched."),
    ],
)
def test_what_others_need_not_know_is_left_out_of_sentences(monkeypatch, tmp_path, said, told):
    monkeypatch.setenv(visitors.WORD, "acorn tree")
    monkeypatch.setenv(desk.DATABASE, "postgresql://reed:secret@db.example.org/history")
    monkeypatch.setenv("TIMELINE_SETTINGS", str(tmp_path / "app.json"))
    sentence = said.format(home=Path.home(), settings=tmp_path)
    assert doors.sentence_of(TimelineError(sentence)) == told
    monkeypatch.delenv(visitors.WORD)
    assert doors.sentence_of(TimelineError(sentence)) == sentence
