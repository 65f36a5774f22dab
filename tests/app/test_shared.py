"""Sharing some of the collections: who may know of which, asked of every address that the app has."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.test_doors import OURS, ask  # noqa: F401  a fixture
from tests.unit.review.made import read
from timeline.app import collections, pages, visitors
from timeline.app.bringing import BRINGING
from timeline.app.desk import workspace
from timeline.app.serving import SCRIPT, routes
from timeline.app.visitors import Visitor

AT = "2026-03-01T10:00:00Z"
EDITS, OWNS = "acorn tree", "birch wood"
WORDS = ("Harbour", "Swallow", "Larn", "Diary", "Quillon")


@pytest.fixture
def house(ask, monkeypatch) -> tuple[Any, str, str]:  # noqa: F811  the fixture
    """The way to ask; a collection that is shared, and one that isn't."""
    shared = workspace().keep(replace(read(), events=(), mentions=(), documents=()), "Ponts", at=AT)
    diary = workspace().keep(read(), "Diary", at=AT, shared=False)
    workspace().describe(diary.id, "of Quillon", at=AT)
    monkeypatch.setenv(visitors.WORD, EDITS)
    monkeypatch.setenv(visitors.OWN_WORD, OWNS)

    def asked(method: str, path: str, word: str = "", **more: Any) -> tuple[int, Any]:
        headers = {**OURS, "x-timeline": word.replace(" ", "%20"), **more.pop("headers", {})}
        return ask(method, path, headers, **more)

    return asked, shared.id, diary.id


def hidden(answer: Any) -> bool:
    told = answer.decode(errors="replace") if isinstance(answer, bytes) else json.dumps(answer)
    return not any(word in told for word in WORDS)


@pytest.mark.parametrize("word", ["", EDITS])
def test_no_address_tells_others_of_what_is_not_shared(house, word):
    """Every address of ours, asked for it in all the ways that name a collection."""
    asked, _, diary = house
    before = workspace().read(diary)
    event, mention, document = read().events[0].id, read().mentions[0].id, read().documents[0].id
    count = 0
    for route in routes():
        for what in ("edit", "take-out", "rename", "duplicate", "delete", "share", "purge", "events", "0"):
            said = {"key": diary, "target": event, "document": document, "what": what, "which": "0"}
            path = route.path.format_map({**said, "page": "compare", "code": "NONE", "name": "a.woff2"})
            query = f"c={diary}&before={diary}&after={diary}&one={document}&words=bridge&text=1950"
            for method in sorted((route.methods or set()) & {"GET", "POST"}):
                wish = {"name": "x", "title": "x", "text": "In 1950 it burnt.", "targets": [event, mention]}
                wish |= {"number": 1, "action": "accept", "start": 0, "end": 9, "document": document}
                body = json.dumps(wish).encode()
                status, answer = asked(method, path, word, body=body, query=query)
                assert hidden(answer), (method, path, query)
                if diary in path:
                    assert status in (401, 404), (method, path, status)
                count += 1
            if "{what}" not in route.path:
                break
    assert count > 40
    assert workspace().read(diary) == before
    made = [shelf.name for shelf in workspace().collections(deleted=True) if shelf.name not in ("Ponts", "Diary")]
    assert made == ["x"] * bool(word), "who edits may make one"


@pytest.mark.parametrize("word", ["", EDITS])
@pytest.mark.parametrize("page", pages.PAGES)
def test_no_page_tells_others_of_it(house, page, word):
    asked, shared, diary = house
    both = f"c={shared}&before={shared}&after={diary}"
    for query in (f"c={diary}", f"c={shared}", both, "", f"c={shared}&second=Ada"):
        status, answer = asked("GET", f"/timeline/desk/page/{page}", word, query=query)
        assert status == 200
        assert hidden(answer), query
    assert f"There is no collection “{diary}” here." in json.dumps(
        asked("GET", "/timeline/desk/page/check", word, query=f"c={diary}")[1], ensure_ascii=False
    )


def test_who_shares_sees_all_and_switches_it(house):
    asked, shared, diary = house
    home = "/timeline/desk/page/collections"
    assert {one["name"] for one in asked("GET", home, OWNS)[1]["given"]["collections"]} == {"Ponts", "Diary"}
    assert [one["name"] for one in asked("GET", home)[1]["given"]["collections"]] == ["Ponts"]
    for word, status in (("", 401), (EDITS, 404), (OWNS, 200)):
        assert asked("POST", f"/timeline/desk/shelf/{diary}/share", word)[0] == status
    assert not hidden(asked("GET", f"/timeline/data/{diary}")[1])
    for word, status in (("", 401), (EDITS, 403), (OWNS, 200)):
        assert asked("POST", f"/timeline/desk/shelf/{diary}/keep-back", word)[0] == status
    assert asked("GET", f"/timeline/data/{diary}")[0] == 404
    assert asked("GET", "/timeline/desk/revision", query=f"c={shared}")[0] == 200


def test_what_is_left_to_who_shares(house):
    asked, shared, _ = house
    for path in (f"shelf/{shared}/purge", f"shelf/{shared}/share", "settings", "forget", "backup"):
        assert asked("POST", f"/timeline/desk/{path}", EDITS)[0] == 403, path
        assert asked("POST", f"/timeline/desk/{path}")[0] == 401, path
    assert workspace().collection(shared).name == "Ponts"


def test_what_others_make_is_for_all_and_what_who_shares_makes_is_not_yet(house):
    asked, shared, _ = house
    for word, is_shared in ((EDITS, True), (OWNS, False)):
        _, made = asked("POST", "/timeline/desk/make", word, body=b'{"name": "New"}')
        assert workspace().collection(made["id"]).shared is is_shared
        _, copy = asked("POST", f"/timeline/desk/shelf/{shared}/duplicate", word)
        assert workspace().collection(copy["id"]).shared is is_shared


def test_who_reads_is_not_told_which_files_come(house, monkeypatch):
    asked, shared, _ = house
    reading = {"done": 1, "total": 2, "name": "Quillon", "left": None}
    told = {"version": 3, "files": [{"name": "Quillon.txt"}], "counts": {"failed": 1}, "left": 3.0}
    told |= {"reading": reading, "problem": "Quillon can’t be read."}
    monkeypatch.setattr(BRINGING, "told", lambda *_: told)
    for path, query in ((f"/timeline/desk/bring/{shared}", ""), ("/timeline/desk/page/bring", f"c={shared}")):
        assert hidden(asked("GET", path, query=query)[1])
        assert not hidden(asked("GET", path, EDITS, query=query)[1])


def test_the_cookie_shows_all_and_changes_nothing(house):
    asked, _, diary = house
    shown = {"headers": {"cookie": f"other=1; {visitors.COOKIE}={visitors.TOKEN}"}}
    assert not hidden(asked("GET", collections.FILE, query=f"c={diary}", **shown)[1])
    assert not hidden(asked("GET", f"/timeline/desk/saved/{diary}", **shown)[1])
    assert asked("POST", f"/timeline/desk/shelf/{diary}/delete", **shown)[0] == 401
    wrong = {"headers": {"cookie": f"{visitors.COOKIE}={OWNS}"}}
    assert asked("GET", collections.FILE, query=f"c={diary}", **wrong)[0] == 404


def test_only_the_second_word_gives_the_cookie(house, raw):
    for word, cookie in ((EDITS, False), (OWNS, True)):
        headers = {**OURS, "x-timeline": word.replace(" ", "%20")}
        status, told, _ = raw("POST", "/timeline/desk/word", headers)
        assert status == 200
        assert ("set-cookie" in told) is cookie
        if cookie:
            assert "HttpOnly" in told["set-cookie"]
            assert "SameSite=strict" in told["set-cookie"]
            assert OWNS not in told["set-cookie"]


@pytest.mark.parametrize("query", ["c", "page"])
def test_the_first_drawing_knows_of_nothing_that_is_not_shared(house, query, monkeypatch, tmp_path):
    """Streamlit's script runs for who visits, in a thread of its own that no header reaches."""
    monkeypatch.setattr(collections, "SAMPLES", Path(tmp_path, "none"))
    monkeypatch.setattr(type(st.context), "cookies", {})  # what tries scripts out has something else in their place
    _, _, diary = house
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["c"] = diary
    if query == "page":
        app.query_params["page"] = "articles"
    app.run()
    assert not app.exception
    assert hidden(str(app._tree).replace(diary, ""))


def test_nobody_said_is_somebody_who_may_least(monkeypatch):
    visitors._visitor.set(None)
    monkeypatch.setenv(visitors.WORD, EDITS)
    assert visitors.visitor() is Visitor.READER
    monkeypatch.delenv(visitors.WORD)
    assert visitors.visitor() is Visitor.OWNER
