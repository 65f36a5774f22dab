"""The app without a browser: its script, its collections, its settings."""

from __future__ import annotations

import ast
import asyncio
import gzip
import json
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from tests.browser.made import made
from timeline.app import collections, loaded, pages, parts
from timeline.app.answers import Answer
from timeline.app.beside import STYLES, _text
from timeline.app.hurry import Hurry
from timeline.app.serving import SCRIPT, routes
from timeline.chart import plotly_address, style
from timeline.store import collection_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opened(tmp_path, monkeypatch):
    file = tmp_path / "varn-bridge.json"
    collection_file.write(made(), file)
    monkeypatch.setenv(collections.OPENED, str(file))
    monkeypatch.setattr(collections, "SAMPLES", tmp_path / "none")
    return file


def said(answer: Answer) -> dict:
    """What an answer says."""
    return json.loads(gzip.decompress(answer.body) if answer.pressed else answer.body)


def outline(key: str) -> dict:
    """The outline of an offered collection, its events as records again where they are few."""
    answer = parts.loaded_of(key).outline
    data = said(answer)
    assert answer.tag
    data["events"] = [
        {key: _value(column, at) for key, column in part["columns"].items()}
        for part in data["events"]
        for at in range(part["total"])
    ]
    return data


def _value(column: dict, at: int) -> object:
    if "each" in column:
        return column["each"][at]
    if "at" in column:
        return column["of"][column["at"][at]]
    return dict(map(tuple, column.get("but", []))).get(at, column.get("all", column.get("most")))


def test_the_script_runs_without_a_word_of_complaint(opened):
    app = AppTest.from_file(SCRIPT, default_timeout=30).run()
    assert not app.exception
    assert not app.error
    assert not app.warning


def test_the_opened_file_is_what_is_shown(opened):
    shown = collections.view(None)
    assert (shown["key"], shown["title"], shown["problems"]) == ("opened", "varn bridge", [])
    assert len(outline("opened")["events"]) == len(made().events)


def test_a_collection_is_read_once_for_each_content(opened):
    first = collections.load(collections.choices()[0])
    assert collections.load(collections.choices()[0]) is first
    opened.write_text(opened.read_text(encoding="utf-8").replace("siege of Varn", "siege of Urn"), encoding="utf-8")
    again = collections.load(collections.choices()[0])
    assert again is not first
    assert "The siege of Urn" in [e["headline"] for e in again.showing.outline()["events"]]
    assert again.outline.tag != first.outline.tag


def test_an_unknown_collection_in_the_address_is_said_to_be_none(opened):
    assert pages.wanted({"c": "no-such-\u202ecollection"}) == "articles"  # which says so
    assert pages.wanted({"c": "opened"}) is None
    shown = collections.view("no-such-\u202ecollection")  # gone since the address was looked at
    assert (shown["key"], shown["source"]) == ("", "")
    assert shown["problems"] == ["There is no collection “no-such-\ufffdcollection” here."]
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
    read = shown if "events" in shown else said(parts.loaded_of("opened").outline)
    assert read["events"] == []
    (problem,) = read["problems"]
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
    shown = outline("mills")
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
    assert [route.path for route in routes()][:2] == [plotly_address(), collections.FILE]


@pytest.fixture
def get(opened, monkeypatch):
    monkeypatch.setattr(loaded, "INSIDE", 0)
    streamlits = create_streamlit_static_assets_routes("")
    app = Starlette(routes=[*routes(), *streamlits], middleware=[Middleware(Hurry)])

    def get(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to a request, by the protocol that the server speaks with the app."""
        sent: list[dict] = []

        async def send(message: dict) -> None:
            sent.append(message)

        asked = iter([{"type": "http.request", "body": b""}])

        async def receive() -> dict:
            return next(asked, {"type": "http.disconnect"})

        scope = {
            "type": "http", "method": "GET", "path": path, "query_string": b"", "root_path": "",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        }  # fmt: skip
        with ThreadPoolExecutor(1) as apart:  # the browser's driver may have a loop running in this thread
            apart.submit(asyncio.run, app(scope, receive, send)).result()
        start = sent[0]
        named = {name.decode(): value.decode() for name, value in start["headers"]}
        return start["status"], named, b"".join(message.get("body", b"") for message in sent[1:])

    return get


def test_the_outline_is_sent_once_and_then_known_by_its_tag(get):
    status, headers, body = get("/timeline/data/opened")
    assert (status, headers["content-type"]) == (200, "application/json")
    outline = json.loads(body)
    assert sum(part["total"] for part in outline["events"]) == len(made().events)
    assert "sources" not in outline["events"][0]["columns"]
    status, _, body = get("/timeline/data/opened", if_none_match=headers["etag"])
    assert (status, body) == (304, b"")


def test_parts_are_sent_when_they_are_asked_for(get):
    part = {path: json.loads(get(f"/timeline/data/opened/{path}")[2]) for path in (
        "events/0", "quotes/0", "articles/2", "home/m1-0", "left/undated")}  # fmt: skip
    assert len(part["events/0"]) == len(made().events)
    assert part["events/0"][0]["sources"]
    assert json.loads(get("/timeline/data/opened/events/3,17,5")[2]) == [part["events/0"][n] for n in (3, 17, 5)]
    said = [{"".join(p["t"] for p in source["parts"]) for source in event["sources"]} for event in part["events/0"]]
    assert [set(quotes) for quotes in part["quotes/0"]] == said, "search looks in the sentences that the card shows"
    assert part["articles/2"][0]["parts"]
    assert part["home/m1-0"] == 1
    assert len(part["left/undated"]) == 1


@pytest.mark.parametrize(
    "path",
    [
        "none",
        "opened/events/x",
        "opened/events/1,99",
        "opened/articles/99",
        "opened/left/event",
        "opened/secrets/1",
        "opened/events/" + ",".join(["0"] * 1000),
    ],
)
def test_what_is_not_there_is_404_in_a_sentence(get, path):
    status, _, body = get(f"/timeline/data/{path}")
    assert (status, body[:12]) == (404, b"There is no ")


def test_scripts_of_streamlit_come_from_memory_and_late_ones_are_named_with_the_page(get):
    status, headers, _ = get("/")
    assert status == 200
    late = [part.split(">")[0].strip(" <") for part in headers["link"].split(",")]
    assert any("/BidiComponent." in name for name in late)
    for name in late:
        status, headers, body = get(name)
        assert (status, headers["content-type"]) == (200, "text/javascript")
        assert headers["cache-control"] == "public, immutable, max-age=31536000"
        assert body == (Path(get_static_dir()) / name.lstrip("/")).read_bytes()


@pytest.mark.parametrize("name", ["js/none.js", "js/../../index.html", "", "manifest.json"])
def test_only_scripts_of_streamlit_come_from_memory(get, name):
    _, headers, _ = get(f"/static/{name}")
    assert "immutable" not in headers.get("cache-control", "")


def test_a_class_of_the_explorer_means_the_same_on_the_pages_beside_it():
    """Both style sheets stand on a page: what one lays over the page, the other would have lie where it stands."""

    def styled(css: str) -> set[str]:
        rules = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
        return {name for rule in rules for one in rule.split(",") if (name := one.strip()).startswith(".")}

    shared = styled(style("explorer.css", "bar.css", "find.css", "table.css")) & styled("\n".join(map(_text, STYLES)))
    alone = {name for name in shared if re.fullmatch(r"\.[\w-]+", name)}
    assert alone == {".box", ".btn", ".problem"}, "the same things, which the pages only set otherwise"
