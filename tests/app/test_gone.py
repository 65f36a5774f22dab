"""Collections that were deleted, answers that a browser keeps, and who may show ours in a frame."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.app.test_doors import OURS, ask  # noqa: F401  a fixture
from tests.unit.review.made import read
from timeline.app import collections, pages, visitors
from timeline.app.desk import workspace
from timeline.app.own import current
from timeline.app.serving import routes

AT = "2026-03-01T10:00:00Z"
WORDS = ("Harbour", "Swallow", "Larn")


@pytest.fixture
def deleted(ask) -> str:  # noqa: F811  the fixture
    key = workspace().keep(read(), "A town", at=AT).id
    workspace().delete(key, at=AT)
    return key


def test_no_address_tells_what_was_in_a_deleted_collection(ask, deleted):  # noqa: F811
    """Every address that we serve, asked for the collection in all the ways that name one."""
    asked = 0
    for route in routes():
        said = {"key": deleted, "target": "e1", "document": "d1", "what": "edit", "which": "0", "page": "articles"}
        path = route.path.format_map({**said, "code": "NONE", "name": "a.woff2"})
        query = f"c={deleted}&with={deleted}&before={deleted}&after={deleted}&words=bridge&text=1950"
        for method in sorted((route.methods or set()) & {"GET", "POST"}):
            if path.endswith(("/backup", "/undelete")):
                continue  # one file with everything, deleted ones too
            status, answer = ask(method, path, OURS, query=query)
            told = answer.decode(errors="replace") if isinstance(answer, bytes) else json.dumps(answer)
            if deleted in path or "data" in path or path == collections.FILE:
                assert status in (404, 410, 400), (method, path, status)
            assert not any(word in told for word in WORDS), (method, path)
            asked += 1
    assert asked > 30


def test_its_address_says_so_and_brings_it_back(ask, deleted):  # noqa: F811
    assert pages.wanted({"c": deleted}) == "articles"
    _, told = ask("GET", "/timeline/desk/page/articles", OURS, query=f"c={deleted}")
    assert (told["problem"], told["deleted"], told["given"]) == ("“A town” was deleted.", deleted, {})
    assert ask("POST", f"/timeline/desk/shelf/{deleted}/undelete", OURS)[0] == 200
    assert pages.wanted({"c": deleted}) is None
    _, told = ask("GET", "/timeline/desk/page/articles", OURS, query=f"c={deleted}")
    assert "problem" not in told
    assert len(told["given"]["articles"]) == len(read().documents)


@pytest.mark.parametrize("page", [name for name, one in pages.PAGES.items() if one.of_collection])
def test_where_one_is_gone_for_good_every_page_says_that_there_is_none(ask, deleted, page):  # noqa: F811
    def told() -> dict[str, Any]:
        return ask("GET", f"/timeline/desk/page/{page}", OURS, query=f"c={deleted}")[1]

    assert (told()["deleted"], told()["missing"]) == (deleted, False)
    workspace().purge(deleted)
    assert (told()["missing"], told()["given"], "deleted" in told()) == (True, {}, False)
    assert pages.wanted({"c": deleted}) == "articles"
    assert ask("GET", "/timeline/desk/revision", OURS, query=f"c={deleted}")[0] == 404


def test_who_only_reads_is_offered_nothing_to_bring_back(ask, deleted, monkeypatch):  # noqa: F811
    monkeypatch.setenv(visitors.WORD, "acorn tree")
    _, told = ask("GET", "/timeline/desk/page/check", OURS, query=f"c={deleted}")
    assert "deleted" not in told
    _, told = ask("GET", "/timeline/desk/page/check", {**OURS, "x-timeline": "acorn%20tree"}, query=f"c={deleted}")
    assert told["deleted"] == deleted


def test_a_file_is_made_once_for_each_state(raw, monkeypatch):
    key = workspace().keep(read(), "A town", at=AT).id
    made: list[Any] = []
    real = collections.load

    def counted(choice: Any) -> Any:
        made.append(choice.id)
        return real(choice)

    monkeypatch.setattr("timeline.app.serving.load", counted)
    status, headers, body = raw("GET", collections.FILE, OURS, query=f"c={key}")
    assert (status, headers["cache-control"], b"Harbour" in body) == (200, "no-cache", True)
    assert raw("GET", collections.FILE, OURS, query=f"c={key}")[2] == body
    again = raw("GET", collections.FILE, {**OURS, "if-none-match": headers["etag"]}, query=f"c={key}")
    assert (again[0], again[2], len(made)) == (304, b"", 1)
    quotes = raw("GET", collections.FILE, OURS, query=f"c={key}&articles=quotes")
    assert quotes[1]["etag"] != headers["etag"]
    workspace().rename(key, "A larger town", at=AT)
    status, headers, body = raw("GET", collections.FILE, {**OURS, "if-none-match": headers["etag"]}, query=f"c={key}")
    assert (status, b"A larger town" in body) == (200, True)


@pytest.mark.parametrize("path", ["/timeline/desk/page/collections", "/timeline/file", "/nowhere"])
def test_no_page_of_others_may_frame_an_answer(raw, path):
    _, headers, _ = raw("GET", path, OURS)
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_who_asks_for_one_collection_does_not_wait_for_another(ask, monkeypatch):  # noqa: F811
    """While one is being made ready, another is told about: each has its own turn."""
    slow, quick = (workspace().keep(read(), name, at=AT).id for name in ("Slow", "Quick"))
    inside: list[int] = []
    real = type(workspace()).read

    def reading(room: Any, key: str, *more: Any) -> Any:
        if key == slow:
            inside.append(current(quick).revision)  # a lock for all would never let this through
        return real(room, key, *more)

    monkeypatch.setattr(type(workspace()), "read", reading)
    current(slow)
    assert inside == [current(quick).revision]
