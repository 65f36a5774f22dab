"""What pages count, in words, of none, of one and of more. Run in the browser."""

from __future__ import annotations

import pytest

from timeline.app.beside import OF_LESSONS, SHARED, _text
from timeline.chart import script
from timeline.lesson.assets import lesson_text

pytestmark = pytest.mark.browser

SCRIPTS = ("talk.js", "parts.js", "frame.js", "home.js", "bring.js", "compare.js")


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content="\n".join([script(*SHARED, "page.js"), lesson_text(*OF_LESSONS), *map(_text, SCRIPTS)]))
    yield page.evaluate
    page.close()


def test_what_is_gone_with_a_collection(run):
    assert run("[0, 1, 2].map(goneWords)") == [
        "There is no article in it, but what it is called and about can’t be brought back after that.",
        "Its article and all that was decided about it can’t be brought back after that.",
        "Its 2 articles and all that was decided about them can’t be brought back after that.",
    ]


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        ([False], "1 collection, not shared yet."),
        ([True], "1 collection, shared with who is in this network."),
        ([False, False], "2 collections, none of them shared yet."),
        ([True, False], "2 collections, 1 shared with who is in this network."),
        ([True, True], "2 collections, all shared with who is in this network."),
    ],
)
def test_which_collections_are_shared(run, shared, words):
    assert run("shared => homeWords(shared.map((one) => ({ shared: one })), true)", shared) == words


def test_the_rows_of_a_table(run):
    assert run("[[0, 0], [1, 1], [2, 2], [9, 5]].map((both) => rowsWords(...both))") == [
        "There is no row below the names of its columns.",
        "1 row, which is an article:",
        "2 rows, each an article:",
        "9 rows, each an article. The first:",
    ]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (["failed"], "The file could not be read."),
        (["failed", "failed"], "None of two files could be read."),
        (["failed", "read"], "One of two files could not be read."),
        (["read"], "0 events from 1 article."),
    ],
)
def test_how_bringing_in_went(run, states, words):
    here = """states => Bringing.prototype.sum.call({ all: () => states.map((state) => ({ state })),
        state: { problem: "" }, shelf: { events: 0, articles: 1 } })"""
    assert run(here, states) == words


@pytest.mark.parametrize(
    ("same", "added", "words"),
    [
        (0, 0, "Neither tells an event."),
        (1, 0, "The only event is the same."),
        (2, 0, "All 2 events are the same."),
        (1, 1, "1 event is the same, 1 came."),
        (0, 2, "0 events are the same, 2 came."),
    ],
)
def test_how_two_sides_differ(run, same, added, words):
    none = {"count": 0, "first": []}
    told = {"same": same, "added": {"count": added}, "gone": none, "redated": none, "reworded": none}
    assert run("sumWords", told) == words


@pytest.mark.parametrize(
    ("articles", "differ", "words"),
    [
        (1, 0, "2 events from one article."),
        (1, 1, "2 events from one article. About one date it contradicts itself."),
        (2, 1, "2 events from two articles. About one date they differ."),
        (2, 2, "2 events from two articles. About two dates they differ."),
    ],
)
def test_the_heading_of_a_timeline(run, articles, differ, words):
    told = {
        "title": "", "documents": [{}] * articles,
        "events": [{"choice": "differs" if number < differ else None} for number in range(2)],
    }  # fmt: skip
    assert run("data => heading(data).querySelector('p').textContent", told) == words


@pytest.mark.parametrize(
    ("undated", "listed"),
    [(1, "It is listed below, with the reason."), (2, "They are listed below, each with the reason.")],
)
def test_why_there_is_nothing_on_the_axis(run, undated, listed):
    (said,) = run("counts => emptiness({ events: [], documents: [{}], counts })", {"undated": undated, "aside": 0})
    assert said.endswith(listed)
