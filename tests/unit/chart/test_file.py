"""The explorer as one HTML file: what is in it, and that nothing breaks out of it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from dataclasses import replace

import pytest

from tests.browser.made import hostile, made
from timeline.chart import file, html_file, payload
from timeline.chart.quotes import quotes_only
from timeline.model import Locator
from timeline.pipeline import build_timeline
from timeline.read import document_from_text

SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)


def data_of(page: str) -> dict:
    ((_, text),) = [(kind, text) for kind, text in SCRIPT.findall(page) if "application/json" in kind]
    return json.loads(text)


def test_the_file_holds_the_explorers_data():
    data = data_of(html_file(made(), title="Varn"))
    wanted = json.loads(json.dumps(payload(made())))
    assert {key: data[key] for key in wanted} == wanted
    assert data["title"] == "Varn"


def test_nothing_in_the_data_ends_its_element():
    words = "</script><script>alert(1)</script><!-- & \u2028\u2029 \ud800"
    event = replace(hostile().events[0], id=words)
    page = html_file(replace(hostile(), events=(event,)), title=words)
    assert [kind for kind, _ in SCRIPT.findall(page)] == [' type="application/json" id="data"', ' type="module"']
    assert data_of(page)["events"][0]["id"] == words
    head = page.partition("</head>")[0]
    assert "<script" not in head
    assert "&lt;/script&gt;" in head
    page.encode("utf-8")


def test_large_data_stand_in_the_file_pressed(monkeypatch):
    monkeypatch.setattr(file, "LARGE", 100)
    page = html_file(made(), title="Varn")
    ((_, text),) = [(kind, text) for kind, text in SCRIPT.findall(page) if 'id="pressed"' in kind]
    data = json.loads(gzip.decompress(base64.b64decode(text)))
    wanted = json.loads(json.dumps(payload(made())))
    assert {key: data[key] for key in wanted} == wanted
    assert page == html_file(made(), title="Varn")


def test_of_many_events_viewers_without_scripts_get_the_first(monkeypatch):
    monkeypatch.setattr(file, "LISTED", 3)
    plain = re.search(r"<noscript>(.*?)</noscript>", html_file(made(), title="Varn"), re.DOTALL)[1]
    assert plain.count("<li>") == 3
    assert f"<p>And {len(made().events) - 3} more.</p>" in plain


def test_the_policy_allows_its_own_script_and_style_and_no_host():
    page = html_file(made(), title="Varn")
    policy = html.unescape(re.search(r'Security-Policy" content="([^"]*)"', page)[1])
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data: blob:"
    (module,) = [text for kind, text in SCRIPT.findall(page) if "module" in kind]
    looks = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    for name, text in (("script-src", module), ("style-src", looks)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"


def test_what_runs_no_scripts_shows_the_events_as_a_list():
    page = html_file(made(), title="Varn")
    plain = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)[1]
    assert plain.count("<li>") == len(made().events)
    assert "<b>15 March 44 BC</b> Caesar&#x27;s men camp beside the river" in plain


def test_of_quotes_only_the_sentences_stay():
    whole, cut = payload(made()), payload(quotes_only(made()))
    around = ("before", "behind")  # what stood around a sentence is left out
    for event in (*whole["events"], *cut["events"]):
        event["sources"] = [{key: of for key, of in source.items() if key not in around} for source in event["sources"]]
    for event, shorter in zip(whole["events"], cut["events"], strict=True):
        assert event == shorter
    texts = ["".join(p["t"] for line in d["lines"] for p in line["parts"]) for d in cut["documents"]]
    assert "opened on 3 June 1851 by the mayor" in texts[0]
    assert "Only the sentences that speak of time" in cut["documents"][0]["note"]


def test_pages_and_paragraphs_stay_where_only_quotes_are_kept():
    pages = [
        "No date.\n\nNone here.\n\n",
        "It fell in 1848.\n\nNot here.\n\n",
        "Nor here.\n\nIt rose in 1850, they say.",
    ]
    starts = [0, len(pages[0]), len(pages[0] + pages[1])]
    marks = tuple(Locator("page", label, start) for label, start in zip(("i", "1", "2"), starts, strict=True))
    for locators, places in ((marks, {"1", "2"}), ((), {"3", "6"})):
        document = replace(document_from_text("".join(pages), file="a.txt"), locators=locators)
        collection = build_timeline([document])
        for one in (collection, quotes_only(collection)):
            told = {source["where"] for event in payload(one)["events"] for source in event["sources"]}
            assert {where.split(" ")[1] for where in told} == places


TEXTS = ["No date here. It fell in 1848. Nor here. It rose in 1850, they say. Nothing.", "In 1848 all. In 1850 more."]


@pytest.mark.parametrize("text", TEXTS)
def test_every_place_points_at_the_same_words(text):
    import timeline

    collection = timeline.build_timeline([timeline.read.document_from_text(text, published="1900-01-01")])
    cut = quotes_only(collection)
    (document,) = cut.documents
    assert "No date here" not in document.text
    assert len(cut.mentions) == 2
    for mention in cut.mentions:
        assert document.text[mention.start : mention.end] == mention.text
    for before, after in zip(collection.events, cut.events, strict=True):
        for old, new in zip(before.citations, after.citations, strict=True):
            assert new.selector.exact == old.selector.exact == document.text[new.selector.start : new.selector.end]


def test_a_text_without_any_date_leaves_nothing():
    import timeline

    collection = timeline.build_timeline([timeline.read.document_from_text("Nothing here tells when.")])
    assert quotes_only(collection).documents[0].text == ""
