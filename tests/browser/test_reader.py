"""The article reader: its pure parts by tables, and a few real clicks and keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.made import EVENTS
from timeline.chart import script

pytestmark = pytest.mark.browser

READER = ".explorer .reader"
SAYS = ".explorer > [role=status]"
FOCUSED = "() => document.activeElement.shadowRoot.activeElement.textContent"


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script("dom.js", "reader.js"))
    yield page.evaluate
    page.close()


LINES = [
    {"parts": [{"t": "In "}, {"t": "1782", "state": "event", "mention": "m1", "event": "fall"}, {"t": " it fell."}]},
    {"parts": [{"t": "Some "}, {"t": "years", "state": "undated", "mention": "m2", "why": "how many?"}]},
    {
        "parts": [
            {"t": "later", "state": "undated", "mention": "m2"},
            {"t": ", 2 May", "state": "aside", "mention": "m3"},
        ]
    },
]


def test_each_mention_counts_once_and_has_its_place(run):
    found = run("lines => mentionsOf(lines)", LINES)
    assert [(m["id"], m["outcome"], m["why"]) for m in found] == [
        ("m1", "event", ""),
        ("m2", "undated", "how many?"),
        ("m3", "aside", ""),
    ]
    assert [round(m["at"], 2) for m in found] == [0.07, 0.54, 0.8]
    assert run("() => mentionsOf([])") == []


@pytest.mark.parametrize(
    ("places", "ticks"),
    [([0, 0.5, 1], [0, 0, 0]), ([0.5, 0.501, 0.502, 0.7], [2, 0]), ([], [])],
)
def test_ticks_that_lie_on_each_other_are_one(run, places, ticks):
    mentions = [{"id": f"m{n}", "at": at} for n, at in enumerate(places)]
    assert [tick["more"] for tick in run("mentions => ticksOfMentions(mentions)", mentions)] == ticks


@pytest.mark.parametrize(
    ("heights", "spread"),
    [
        ([0, 100, 200], [0, 100, 200]),
        ([50, 50, 50], [50, 60, 70]),
        ([195, 200, 200], [180, 190, 200]),
        ([0, 1, 200], [0, 10, 200]),
        ([], []),
    ],
)
def test_names_keep_apart(run, heights, spread):
    assert run("heights => spread(heights, 10, 200)", heights) == spread


@pytest.mark.parametrize(
    ("length", "most", "kept"),
    [(0, 3, []), (3, 3, [0, 1, 2]), (6, 3, [0, 2, 4]), (7, 3, [0, 2, 4]), (10, 4, [0, 2, 5, 7])],
)
def test_of_many_events_some_are_named_evenly(run, length, most, kept):
    assert run("([n, most]) => evenly([...Array(n).keys()], most)", [length, most]) == kept


def opened(visit, address, read):
    """A page at which an article was opened by the address."""
    page = visit(address)
    page.goto(f"{address}/?c=opened&read={read}")
    page.wait_for_selector(f"{READER} .text")
    return page


def test_keys_step_through_the_mentions_and_the_address_keeps_the_place(visit, address):
    page = opened(visit, address, "m0-0")
    page.keyboard.press("n")
    assert page.evaluate(FOCUSED) == "before AD 79"
    assert page.locator(".explorer .card h2").inner_text() == EVENTS["wood"][1]
    expect(page.locator(SAYS)).to_contain_text("2 of 10")
    assert "read=m0-1" in page.url
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.evaluate(FOCUSED) == "2 May 1998", "before the first comes the last"
    page.get_by_label("Which mentions").select_option("undated")
    page.get_by_role("button", name="Next mention").click()
    assert page.evaluate(FOCUSED) == "some years later"
    expect(page.locator(SAYS)).to_contain_text("it says not how many")
    page.reload()
    page.wait_for_selector(f"{READER} .tick.here")
    assert page.evaluate(FOCUSED) == "some years later"


def test_a_tick_leads_to_its_mention_and_arrows_go_between_ticks(visit, address):
    page = opened(visit, address, "m0-0")
    ticks = page.locator(f"{READER} .tick")
    assert ticks.count() == 10
    assert page.locator(f"{READER} .tick[tabindex='0']").count() == 1
    ticks.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "before AD 79"


def test_an_event_of_the_article_leads_to_its_sentence(visit, address):
    page = opened(visit, address, "m1-0")
    names = page.locator(f"{READER} .story [data-story]")
    assert names.first.inner_text().startswith("1642 to 1645")
    page.locator(f"{READER} [data-story=smiths]").click()
    assert page.evaluate(FOCUSED) == "In the 1930s"
    assert page.locator(".explorer .card h2").inner_text() == EVENTS["smiths"][1]


def test_what_is_undated_has_its_reason_and_the_way_to_its_place(visit, address):
    page = opened(visit, address, "m0-0")
    page.locator(f"{READER} .left summary").first.click()
    assert "it says not how many" in page.locator(f"{READER} .left li").first.inner_text()
    page.locator(f"{READER} .left .words").first.click()
    assert page.evaluate(FOCUSED) == "some years later"


def test_the_next_article_opens_and_back_leads_out(visit, address):
    page = opened(visit, address, "d0")
    assert page.evaluate(FOCUSED) == "The bridge at Varn"
    page.get_by_role("button", name="Next article").click()
    assert page.evaluate(FOCUSED) == "Varn remembers the flood"
    assert "read=d1" in page.url
    assert "Why this date: the file says so." in page.locator(f"{READER} header").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(READER).count() == 0
