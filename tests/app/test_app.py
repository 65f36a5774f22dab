"""The app without a browser: its script, its collections, its settings."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app

from tests.browser.made import made
from timeline.app import collections
from timeline.app.serving import SCRIPT, routes
from timeline.chart import plotly_address
from timeline.store import collection_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opened(tmp_path, monkeypatch):
    file = tmp_path / "varn-bridge.json"
    collection_file.write(made(), file)
    monkeypatch.setenv(collections.OPENED, str(file))
    monkeypatch.setattr(collections, "SAMPLES", tmp_path / "none")
    return file


def test_the_script_runs_without_a_word_of_complaint(opened):
    app = AppTest.from_file(SCRIPT, default_timeout=30).run()
    assert not app.exception
    assert not app.error
    assert not app.warning


def test_the_opened_file_is_what_is_shown(opened):
    shown = collections.view(None)
    assert (shown["key"], shown["title"], shown["problems"]) == ("opened", "varn bridge", [])
    assert len(shown["events"]) == len(made().events)


def test_a_collection_is_read_once_for_each_content(opened):
    first = collections.load(collections.choices()[0])
    assert collections.load(collections.choices()[0]) is first
    collection_file.write(made(), opened)
    assert collections.load(collections.choices()[0]) is first
    opened.write_text(opened.read_text(encoding="utf-8").replace("siege of Varn", "siege of Urn"), encoding="utf-8")
    again = collections.load(collections.choices()[0])
    assert again is not first
    assert "The siege of Urn" in [e["headline"] for e in again["events"]]


def test_an_unknown_collection_in_the_address_gives_the_first(opened):
    shown = collections.view("no-such-\u202ecollection")
    assert shown["key"] == "opened"
    assert shown["problems"] == ["There is no collection “no-such-\ufffdcollection” here; this is “varn bridge”."]
    assert len(shown["events"]) == len(made().events)
    assert collections.view("opened")["problems"] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "missing.json"), ("{", "missing.json"), ('{"format": "something else"}', "missing.json")],
)
def test_a_file_that_can_not_be_read_is_one_sentence(tmp_path, monkeypatch, content, words):
    file = tmp_path / "missing.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    monkeypatch.setenv(collections.OPENED, str(file))
    shown = collections.view(None)
    assert shown["events"] == []
    (problem,) = shown["problems"]
    assert words in problem
    assert "\n" not in problem


def test_without_samples_the_page_says_how_to_go_on(tmp_path, monkeypatch):
    monkeypatch.delenv(collections.OPENED, raising=False)
    monkeypatch.setattr(collections, "SAMPLES", tmp_path)
    shown = collections.view(None)
    assert "timeline open" in shown["problems"][0]
    assert not AppTest.from_file(SCRIPT, default_timeout=30).run().exception


def test_samples_are_offered_by_their_titles_the_first_first(tmp_path, monkeypatch):
    monkeypatch.delenv(collections.OPENED, raising=False)
    monkeypatch.setattr(collections, "SAMPLES", tmp_path)
    for name in ("ancient", collections.FIRST, "broken"):
        (tmp_path / name).mkdir()
    (tmp_path / "ancient" / "sources.toml").write_text('title = "Ships and silver"\n', encoding="utf-8")
    (tmp_path / "broken" / "sources.toml").write_text("title = \n", encoding="utf-8")
    assert [(c.id, c.title) for c in collections.choices()] == [
        (collections.FIRST, collections.FIRST),
        ("ancient", "Ships and silver"),
        ("broken", "broken"),
    ]


def test_a_folder_is_built_into_a_collection(tmp_path, monkeypatch):
    folder = tmp_path / "mills"
    folder.mkdir()
    (folder / "mill.txt").write_text("The mill at Orm burnt down on 3 May 1871.", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    monkeypatch.delenv(collections.OPENED, raising=False)
    monkeypatch.setattr(collections, "SAMPLES", tmp_path)
    shown = collections.view("mills")
    assert [e["when"] for e in shown["events"]] == ["3 May 1871"]
    assert any("empty.txt" in problem for problem in shown["problems"])


@pytest.mark.parametrize("file", [ROOT / "app.py", ROOT / "timeline" / "app" / "serve.py"], ids=lambda f: f.name)
def test_streamlit_finds_the_app_in_both_starters(file):
    found = discover_asgi_app(file)
    assert found.is_asgi_app
    assert found.app_name == "app"
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 15


def test_both_starters_start_the_same():
    starters = [
        ast.parse((ROOT / name).read_text(encoding="utf-8")).body[1:] for name in ("app.py", "timeline/app/serve.py")
    ]
    assert ast.dump(ast.Module(starters[0], [])) == ast.dump(ast.Module(starters[1], []))


def test_both_starters_have_the_same_settings():
    ours = tomllib.loads((ROOT / "timeline/app/streamlit.toml").read_text(encoding="utf-8"))
    assert tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8")) == ours
    assert ours["runner"]["postScriptGC"] is False
    assert ours["browser"]["gatherUsageStats"] is False
    assert ours["server"]["address"] == "127.0.0.1"


def test_plotly_has_an_address_of_its_own():
    assert [route.path for route in routes()] == [plotly_address(), collections.FILE]
