"""What somebody else changes while one reads, searches or types: it is shown, and nothing of one's own goes."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_access import violations
from tests.browser.test_workspace import OURS
from tests.browser.waiting import until
from tests.unit.review.made import DOCUMENTS, article, fresh, read, telling
from timeline.app.loaded import TEXT_INSIDE
from timeline.pipeline import build_timeline

pytestmark = pytest.mark.browser

AT = "2026-03-01T10:00:00Z"
FERRY = telling(fresh(), "Swallow").id
MUSEUM = telling(fresh(), "museum").id
LONG = article("long.txt", "2001-09-10", "A long tale\n\n" + "\n\n".join(
    f"In {year} the river Larn froze, and the people of the town walked over it to the market. " + "It was cold. " * 30
    for year in range(1801, 1841)
))  # fmt: skip


@pytest.fixture
def house(desk) -> tuple[str, Callable[..., str]]:
    """A server, and a way to a fresh collection in it."""
    address, workspace = desk
    return address, lambda read_=None: workspace.keep(read_ or read(), "A town", at=AT).id


def decide(address: str, key: str, **wish: Any) -> None:
    """What somebody else decides."""
    told = urllib.request.Request(  # noqa: S310  our own address
        f"{address}/timeline/desk/check/{key}/decide", json.dumps(wish).encode(), {"X-Timeline": ""}
    )
    urllib.request.urlopen(told).close()  # noqa: S310


def renamed(address: str, key: str, event: str, words: str) -> None:
    decide(address, key, action="edit", targets=[event], fields={"headline": words})


LOOKED = "() => performance.getEntriesByType('resource').some((one) => one.name.includes('/revision?'))"
"""Whether the window has asked once how the collection stands."""


def looks_again(page) -> None:
    """Waits until the window has asked twice more: what came before is shown then, or put off."""
    for _ in range(2):
        with page.expect_response(lambda answer: "/revision?" in answer.url):
            pass


def told(address: str, page: str, key: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{address}/timeline/desk/page/{page}?c={key}") as answer:  # noqa: S310  our own
        return json.load(answer)["given"]


def test_who_waits_long_for_a_timeline_is_told_what_for(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    waits: list[Any] = []
    page.route(re.compile(rf"/timeline/data/{key}\?"), lambda route: waits.append(route))  # as of a large one
    page.goto(f"{address}/?c={key}")
    told = page.locator(".explorer .waiting-for")
    assert told.locator("h1").inner_text() == "A town"
    assert "on its way" in told.get_by_role("status").inner_text()
    assert told.get_by_role("progressbar", name="Made ready").is_visible()
    assert page.locator(".explorer nav a", has_text="Articles").is_visible(), "one may go elsewhere meanwhile"
    assert not page.locator(".explorer .grid").is_visible()
    assert violations(page, OURS) == []
    waits.pop().continue_()
    page.wait_for_selector(".explorer .card h2")
    told.wait_for(state="detached")
    page.locator(".explorer .plot svg").first.wait_for()


def test_who_searches_the_timeline_types_on(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?c={key}")
    page.wait_for_selector(".explorer .card h2")
    field = page.get_by_role("searchbox", name="Search headlines")
    field.click()
    page.keyboard.type("bri")
    page.locator(".remains", has_text="2 of").wait_for()
    page.wait_for_function(LOOKED)
    renamed(address, key, FERRY, "The bridge of boats sank")
    page.locator(".remains", has_text="3 of").wait_for()
    assert field.input_value() == "bri"
    page.keyboard.type("dge of")
    page.locator(".remains", has_text="1 of").wait_for()
    assert field.input_value() == "bridge of"


def test_who_chooses_filters_goes_on_choosing(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?c={key}")
    page.wait_for_selector(".explorer .card h2")
    page.wait_for_function(LOOKED)
    page.locator("[data-chip=more]").click()
    sheet = page.get_by_role("dialog", name="More filters")
    sheet.get_by_role("checkbox").first.check()
    remain = page.locator(".remains b").text_content()
    renamed(address, key, FERRY, "The Swallow was lost")
    page.locator(".twin, .card", has_text="The Swallow was lost").first.wait_for(state="attached")
    assert sheet.is_visible()
    assert sheet.get_by_role("checkbox").first.is_checked()
    assert page.locator("[data-chip=more]").get_attribute("aria-expanded") == "true"
    sheet.get_by_role("checkbox").first.uncheck()
    page.locator(".remains b").wait_for(state="detached")
    assert remain
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    assert page.locator("[data-chip=more]").evaluate("one => one === one.getRootNode().activeElement")


def at_1830(page, address: str, key: str) -> Any:
    """The long article read at the year 1830: how high this stands."""
    page.goto(f"{address}/?c={key}&read={LONG.id}")
    page.locator(".reader h2", has_text="A long tale").wait_for()
    page.wait_for_function(LOOKED)
    there = page.get_by_text("In 1830 the river")
    before = None
    while before != (before := there.bounding_box()["y"]):  # lines out of view get their height when they come near it
        there.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    return lambda: there.bounding_box()["y"]


def test_who_reads_an_article_stays_where_they_are(house, pages):
    address, fresh_key = house
    key, page = fresh_key(build_timeline((*DOCUMENTS, LONG))), pages()
    place = at_1830(page, address, key)
    before = place()
    renamed(address, key, FERRY, "The Swallow was lost")
    page.locator(".twin", has_text="The Swallow was lost").wait_for(state="attached")
    assert abs(place() - before) < 2


def test_who_reads_an_article_stays_there_while_its_text_comes_anew(house, pages):
    """Changed once more before its text is here again, the article has stood all the while, at its place."""
    address, fresh_key = house
    large = article("cold.txt", "2001-09-10", "It was cold. " * (TEXT_INSIDE // 10))
    key, page = fresh_key(build_timeline((*DOCUMENTS, LONG, large))), pages()
    place = at_1830(page, address, key)
    before = place()
    late: list[Any] = []
    page.route("**/articles/*?*", lambda route: late.append(route))
    for words in ("The Swallow was lost", "The Swallow sank"):
        asked = len(late)
        renamed(address, key, FERRY, words)
        page.locator(".twin", has_text=words).wait_for(state="attached")
        until(page, lambda: len(late) > asked)  # noqa: B023  called in this turn
        assert abs(place() - before) < 2
    page.locator(".reader").evaluate("reader => reader.dataset.before = '1'")
    for route in late:
        route.continue_()
    page.locator(".reader:not([data-before])").wait_for()
    assert abs(place() - before) < 2


def test_a_date_is_taken_as_it_was_typed_last(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages(alone=True)
    page.goto(f"{address}/?page=check&c={key}")
    date = page.get_by_label("When it was")
    late: list[Any] = []

    def answer(route) -> None:
        if "text=1930&" in route.request.url:
            late.append(route)
        else:
            route.continue_()

    page.route("**/date?*", answer)
    with page.expect_request(lambda one: "text=1930&" in one.url):
        date.fill("1930")
    date.press("End")
    page.clock.install()  # no pause after typing is over before the late answer is here
    date.type("s")
    with page.expect_response(lambda one: "text=1930&" in one.url):
        late[0].continue_()
    date.press("Enter")
    page.locator(".toast", has_text="The date is now the 1930s").wait_for()


def test_an_event_of_ones_own_counts_from_the_article_that_was_chosen_last(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?page=check&c={key}")
    page.wait_for_selector(".check-card h2")
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Add an event of your own").click()
    page.get_by_label("When", exact=True).fill("last year")
    page.get_by_text("Understood as 2010.").wait_for()
    page.get_by_label("Article", exact=True).last.select_option(label="How the bridge came")
    page.get_by_text("Understood as 2000.").wait_for()


def test_pressed_twice_a_collection_is_made_once(house, pages):
    address, _ = house
    page = pages()
    page.goto(f"{address}/?page=collections")
    page.get_by_role("button", name="New collection").click()
    page.get_by_role("textbox", name="Name").fill("Made once")
    page.locator("dialog").get_by_role("button", name="Make it").dblclick()
    page.get_by_role("heading", name="Made once").wait_for()
    assert [one["name"] for one in told(address, "collections", "")["collections"]].count("Made once") == 1


def test_what_is_typed_in_the_settings_stays(house, pages):
    address, fresh_key = house
    page = pages()
    page.goto(f"{address}/?page=settings")
    page.wait_for_function(LOOKED)
    pages_ = page.get_by_label("Most pages of a PDF")
    pages_.fill("77")
    fresh_key()
    looks_again(page)
    assert pages_.input_value() == "77"
    pages_.fill("")
    page.get_by_role("button", name="Keep").last.click()
    assert page.locator("input:invalid").count() == 1, "a limit that isn't said is not kept"


def test_what_is_chosen_for_an_exercise_stays(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?page=teach&c={key}")
    page.locator(".maker summary").first.click()
    page.wait_for_function(LOOKED)
    many = page.locator(".maker input[type=number]").first
    many.fill("3")
    renamed(address, key, MUSEUM, "A museum for Larn")
    looks_again(page)
    assert many.input_value() == "3"
    assert many.is_visible()


def test_a_tour_is_not_set_back_below_who_writes_it(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?page=teach&c={key}")
    page.get_by_role("button", name="Make a tour").click()
    page.wait_for_function(LOOKED)
    title = page.locator(".tour-words input")
    held: list[Any] = []
    page.route("**/lesson/*/tour", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/lesson/*/tour"):
        title.fill("Through Larn")
    renamed(address, key, MUSEUM, "A museum for Larn")
    looks_again(page)
    assert title.input_value() == "Through Larn", "it is on its way, and not set back to what the server still has"
    title.press("End")
    with page.expect_response("**/lesson/*/tour"):
        held[0].continue_()
    page.keyboard.type(" in an hour")
    lesson = f"{key}&{page.url.split('&')[-1]}"
    until(page, lambda: told(address, "teach", lesson)["lesson"]["tour"]["title"] == "Through Larn in an hour")


def test_an_answer_that_another_one_overtook_is_not_shown(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?page=check&c={key}")
    page.wait_for_selector(".check-card h2")
    late: list[Any] = []
    page.route("**/page/check?*words=nothing*", lambda route: late.append(route))
    words = page.get_by_label("Words", exact=True)
    words.fill("nothing")
    with page.expect_request(lambda one: "words=nothing" in one.url):
        words.press("Tab")
    words.fill("Sunday")
    words.press("Tab")
    page.locator(".queue li").get_by_text("“Sunday”").wait_for()
    page.locator(".queue li").nth(1).wait_for(state="detached")
    with page.expect_response(lambda one: "words=nothing" in one.url):
        late[0].continue_()
    looks_again(page)
    assert page.locator(".queue li").count() == 1
