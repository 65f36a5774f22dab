"""The event card in a real browser: what it says of an event, and its citations on the clipboard."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.made import EVENTS, made
from timeline.chart import html_file, script

pytestmark = pytest.mark.browser

CARD = ".explorer .card"
SAYS = ".explorer > [role=status]"


def test_the_card_says_how_fine_a_date_is_and_how_long_after_it_was_written(visit, address):
    page = visit(f"{address}/?e=fall")
    assert page.locator(f"{CARD} .precise").inner_text() == "Known to the day"
    assert page.locator(f"{CARD} .differs-note").inner_text().replace("\n", " ").split("≠")[-1].strip() == (
        "1783, one year later, says Varn remembers the flood"
    )
    lapses = page.locator(f"{CARD} .after").all_inner_texts()
    assert lapses[0] == ", 216 years after"
    assert "Building" in page.locator(f"{CARD} .names").inner_text()


def test_a_chip_filters(visit, address):
    page = visit(f"{address}/?e=fall")
    page.locator(f"{CARD} .named", has_text="Building").click()
    page.wait_for_url("**kind=Building**")
    assert page.locator(f"{CARD} h2").inner_text() == EVENTS["fall"][1]


def test_tags_are_chips_too(file):
    one = made()
    tagged = tuple(replace(e, tags=("To the museum", "Ice")) if e.id == "fall" else e for e in one.events)
    page = file(html_file(replace(one, events=tagged), title="Varn"), "?e=fall")
    page.locator(f"{CARD} .named", has_text="Ice").click()
    assert page.locator(".explorer .remains b").inner_text() == "1 of 20 events"


def test_the_ways_to_cite_stand_in_one_line(visit, address):
    page = visit(f"{address}/?e=opened")
    page.locator(f"{CARD} .cite summary").first.click()
    buttons = page.locator(f"{CARD} .cite").first.locator("[data-cite]")
    assert len({buttons.nth(n).bounding_box()["y"] for n in range(buttons.count())}) == 1


def test_what_happened_at_the_same_time_is_one_click_away(visit, address):
    page = visit(f"{address}/?e=strike")
    beside = page.locator(f"{CARD} [data-beside]")
    assert beside.count() == 5
    assert page.locator(f"{CARD} .beside h3").all_inner_texts() == ["At the same time"]
    page.locator(f"{CARD} [data-beside=vote]").click()
    assert page.locator(f"{CARD} h2").inner_text() == EVENTS["vote"][1]


def test_why_the_sentences_are_one_event_is_fetched_when_asked(visit, address):
    page = visit(f"{address}/?e=opened")
    page.locator(f"{CARD} .joins summary").click()
    page.wait_for_selector(f"{CARD} .decisions :is(li, p:not(.dim))")
    assert "does not answer" not in page.locator(f"{CARD} .decisions").inner_text()


def test_a_citation_goes_to_the_clipboard_and_is_announced(browser, visit, address):
    page = visit(f"{address}/?e=siege", permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"{CARD} .cite summary").first.click()
    page.locator(f"{CARD} [data-cite='CSL-JSON']").first.click()
    expect(page.locator(f"{CARD} [data-cite='CSL-JSON']").first).to_have_text("Copied")
    expect(page.locator(SAYS)).to_have_text("CSL-JSON record copied")
    (record,) = json.loads(page.evaluate("() => navigator.clipboard.readText()"))
    assert record["title"] == "Varn remembers the flood"
    assert record["issued"] == {"date-parts": [[1998, 6, 12]]}
    page.locator(f"{CARD} [data-cite=Link]").first.click()
    expect(page.locator(SAYS)).to_have_text("Link to the sentence copied")
    link = page.evaluate("() => navigator.clipboard.readText()")
    page.goto(link)
    page.wait_for_selector(".explorer .reader .fate.on")
    assert page.locator(".explorer .reader .fate.on").first.inner_text() == "from 1642 to 1645"


def test_where_the_clipboard_is_refused_the_words_can_be_copied_by_hand(visit, address):
    page = visit(f"{address}/?e=siege", color_scheme="light")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator(f"{CARD} .cite summary").first.click()
    page.locator(f"{CARD} [data-cite=BibTeX]").first.click()
    expect(page.locator(SAYS)).to_contain_text("copy it yourself")
    area = page.locator(f"{CARD} .refused textarea")
    assert area.input_value().startswith("@misc{varn")
    chosen = "e => [e.selectionStart, e.selectionEnd, e.value.length, e.getRootNode().activeElement === e]"
    start, end, length, focused = area.evaluate(chosen)
    assert (start, end, focused) == (0, length, True)


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ("ttt", [0, 1, 2]),
        ("tttt", [0, 1, 2, 3]),
        ("ttttt", [0, 1, 2]),
        ("tttdd", [0, 1, 3]),
        ("ttddd", [0, 1, 2]),
    ],
)
def test_one_that_differs_is_among_the_sentences_shown_first(browser, states, shown):
    page = browser.new_page()
    page.add_script_tag(content=script("dom.js", "card.js"))
    found = page.evaluate(
        """(states) => firstSources(states.map((state, number) => ({ number, state }))).map(({ number }) => number)""",
        [{"t": "tells", "d": "differs"}[letter] for letter in states],
    )
    page.close()
    assert found == shown
