"""Checking what was read: by keyboard, by finger, by two people at once."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.test_access import SIDEWAYS, violations
from tests.browser.test_workspace import OURS
from tests.unit.review.made import read

pytestmark = pytest.mark.browser

AT = "2026-03-01T10:00:00Z"


@pytest.fixture
def house(desk) -> tuple[str, Callable[[], str]]:
    """A server, and a way to a fresh copy of the town's collection in it."""
    address, workspace = desk
    return address, lambda: workspace.keep(read(), "A town", at=AT).id


def open_check(page, address: str, key: str) -> None:
    page.goto(f"{address}/?page=check&c={key}")
    page.wait_for_selector(".check-card h2")


def given(address: str, key: str) -> dict:
    with urllib.request.urlopen(f"{address}/timeline/desk/page/check?c={key}") as answer:  # noqa: S310  our own address
        return json.load(answer)["given"]


def titles(address: str, key: str) -> list[str]:
    return [look["title"] for look in given(address, key)["looks"]]


def test_by_keyboard_from_the_first_doubt_to_the_last(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    card = page.locator(".check-card")
    assert "one day apart" in card.inner_text()
    assert card.locator("mark").all_inner_texts() == ["3 May 1931", "4 May 1931"]
    page.keyboard.press("f")
    page.keyboard.type("between 3 and 5 May 1931")
    card.get_by_text("Understood as 3 to 5 May 1931.").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="“Sunday”").wait_for()  # the next one is there
    assert titles(address, key) == ["Sunday"]
    page.keyboard.press("a")
    page.get_by_text("Everything doubtful has had its look.").wait_for()
    page.keyboard.press("z")
    page.get_by_role("heading", name="“Sunday”").wait_for()
    page.keyboard.press("Shift+Z")
    page.get_by_text("Everything doubtful has had its look.").wait_for()
    page.keyboard.press("z")
    page.get_by_role("heading", name="“Sunday”").wait_for()
    page.keyboard.press("z")  # any number of steps
    page.get_by_role("heading", name="Governor Anna Reed").wait_for()
    assert len(titles(address, key)) == 2
    page.keyboard.press("n")
    page.get_by_role("heading", name="“Sunday”").wait_for()
    page.keyboard.press("n")
    page.get_by_role("heading", name="Governor Anna Reed").wait_for()
    page.keyboard.press("x")
    page.get_by_text("Set aside (1)").wait_for()
    assert [one["words"] for one in given(address, key)["steps"][:1]] == ["set it aside"]


def test_what_cannot_be_understood_is_said_and_nothing_is_taken(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    field = page.get_by_label("When it was")
    field.fill("520")
    page.get_by_text("write AD 520 or 520 BC").first.wait_for()
    field.press("Enter")
    page.locator(".fixing .problem", has_text="write AD 520").wait_for()
    assert len(titles(address, key)) == 2
    field.fill("3/4/1931")
    page.get_by_role("button", name="Or 3 April 1931?").click()
    field.press("Enter")
    page.get_by_role("heading", name="“Sunday”").wait_for()
    assert "set the date to 3 April 1931 (typed “3/4/1931”)" in given(address, key)["steps"][0]["words"]


def test_settled_with_the_reason(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.get_by_role("button", name="Settle it").click()
    page.get_by_label("3 May 1931 The Harbour Bridge").check()
    page.get_by_label("Why this one").fill("The programme of the day is kept.")
    page.locator("dialog").get_by_role("button", name="Settle it").click()
    page.get_by_text("Settled. The other dates stay visible.").wait_for()
    assert "settled the disagreement at 3 May 1931" in given(address, key)["steps"][0]["words"]


def test_what_is_no_date_is_said_to_be_none_once(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.keyboard.press("f")
    page.keyboard.type("when pigs fly")
    page.locator(".check-card .read-back", has_text="can't be read as a date").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="can't be read as a date").wait_for()
    assert page.locator(".check-card").inner_text().count("can't be read as a date") == 1


def test_split_merged_and_edited(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.keyboard.press("s")
    box, offered = (page.locator(place).bounding_box() for place in ("dialog", "dialog .to-choose"))
    assert box["x"] < offered["x"]
    assert offered["x"] + offered["width"] < box["x"] + box["width"]
    below = page.locator("dialog").get_by_role("button", name="Split them off").bounding_box()
    assert box["y"] < offered["y"] < offered["y"] + offered["height"] <= below["y"], "in the dialog, above its buttons"
    page.locator("dialog .to-choose label").nth(1).click()
    page.get_by_label("What they tell").fill("The second opening")
    page.get_by_role("button", name="Split them off").click()
    page.get_by_text("“The second opening” is an event of its own now.").wait_for()
    assert given(address, key)["done"]["events"] == 6
    page.keyboard.press("z")
    page.get_by_role("heading", name="Governor Anna Reed").wait_for()
    page.keyboard.press("m")
    page.get_by_label("Look for another one").fill("mill")
    page.locator("dialog .to-choose label", has_text="The old mill burnt down").click()
    page.get_by_role("button", name="Make them one").click()
    page.get_by_text("2 events are one now.").wait_for()
    assert given(address, key)["done"]["events"] == 4
    page.keyboard.press("z")
    page.get_by_role("heading", name="Governor Anna Reed").wait_for()
    page.get_by_text("Words, people, places, tags, note").click()
    page.get_by_label("Headline").fill("The bridge is opened")
    page.get_by_label("Tags").fill("bridges, harbour")
    page.get_by_role("button", name="Keep this").click()
    page.get_by_role("heading", name="The bridge is opened").wait_for()
    page.get_by_text("What people changed").click()
    history = page.locator(".check-card .steps").last.inner_text()
    assert "changed the headline to “The bridge is opened”, from “Governor Anna Reed opened" in history


def test_an_event_of_words_that_were_chosen(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Add an event of your own").click()
    text = page.get_by_label("Choose the words that tell it")
    words = "In May 1952 the town of Larn founded a museum."
    place = text.input_value().index(words)
    text.focus()
    text.evaluate("(one, [start, end]) => one.setSelectionRange(start, end)", [place, place + len(words)])
    text.press("Shift+ArrowLeft")  # as from the keyboard: without the full stop
    page.get_by_text("Understood as May 1952.").wait_for()
    page.get_by_label("What happened").fill("A museum for Larn")
    page.get_by_role("button", name="Put it on the timeline").click()
    page.get_by_text("“A museum for Larn” is on the timeline.").wait_for()
    assert given(address, key)["done"]["events"] == 6
    page.goto(f"{address}/?c={key}")
    page.wait_for_selector(".explorer .card h2")
    assert page.locator(".explorer", has_text="A museum for Larn").count() > 0


def test_any_event_is_found_changed_and_put_back_from_the_explorer(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    museum = next(e.id for e in read().events if "museum" in e.headline)
    page.goto(f"{address}/?c={key}&e={museum}")
    page.get_by_role("link", name="Check or change this event").click()
    page.get_by_role("heading", name="The town of Larn founded a museum").wait_for()
    page.get_by_role("button", name="Set aside").click()
    page.get_by_text("Set aside (1)").wait_for()
    page.locator(".below, .check-below").get_by_text("Set aside (1)").click()
    page.locator(".aside").get_by_role("button", name="Put back").click()
    page.get_by_text("Set aside (1)").wait_for(state="hidden")
    page.get_by_label("Look for any event").fill("mill burnt")
    page.get_by_role("button", name="The old mill burnt down").click()
    page.get_by_role("heading", name="The old mill burnt down").wait_for()
    page.get_by_text("Words, people, places, tags, note").click()
    page.get_by_label("Note").fill("Ask the archive.")
    page.get_by_role("button", name="Keep this").click()
    page.get_by_text("Kept.").wait_for()
    page.goto(f"{address}/?c={key}&e={next(e.id for e in read().events if 'mill' in e.headline)}")
    page.get_by_text("Note: Ask the archive.").wait_for()


def test_all_that_a_filter_leaves_at_once(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.get_by_label("Why", exact=True).select_option(label="Articles differ (1)")
    page.get_by_role("button", name="Decide about all").wait_for(state="detached")  # one has its own buttons
    page.get_by_label("Why", exact=True).select_option(label="Not checked yet (5)")
    page.get_by_role("button", name="Decide about all 5").click()
    page.get_by_role("button", name="Accept all").click()
    page.get_by_role("button", name="Accept them").click()
    page.get_by_text("Done with 5.").wait_for()
    assert given(address, key)["done"]["accepted"] == 5
    page.locator(".toast").get_by_role("button", name="Undo").click()
    page.locator(".queue li").first.wait_for()
    assert given(address, key)["done"]["accepted"] == 0


def test_where_nothing_is_doubtful_all_events_can_be_gone_through(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.get_by_role("button", name="Decide about all 2").click()
    page.get_by_role("button", name="Accept all").click()
    page.get_by_role("button", name="Accept them").click()
    page.get_by_text("Everything doubtful has had its look.").wait_for()
    unchecked = given(address, key)["unchecked"]
    page.get_by_role("button", name=f"Go through {unchecked} events").click()
    for left in range(unchecked, 0, -1):
        page.get_by_text(f"Not checked yet ({left})").wait_for(state="attached")
        page.locator(f".check-card[data-target='{waiting(address, key)[0]}']").wait_for()
        page.keyboard.press("a")
    page.get_by_text("Every event is checked.").first.wait_for()
    assert given(address, key)["done"]["accepted"] == len(read().events)


def waiting(address: str, key: str) -> list[str]:
    with urllib.request.urlopen(f"{address}/timeline/desk/page/check?c={key}&sort=unchecked") as answer:  # noqa: S310  ours
        return [look["target"] for look in json.load(answer)["given"]["looks"]]


def test_who_comes_second_is_told_and_nothing_is_overwritten(house, pages):
    address, fresh = house
    key, one, other = fresh(), pages(), pages()
    open_check(one, address, key)
    open_check(other, address, key)
    other.route(re.compile(r"/desk/(revision|page)"), lambda route: route.abort())  # it has not looked again yet
    one.keyboard.press("a")
    one.get_by_role("heading", name="“Sunday”").wait_for()
    other.keyboard.press("x")
    other.locator(".toast", has_text="changed in another window").wait_for()
    assert given(address, key)["aside"] == []
    assert given(address, key)["done"]["accepted"] == 1


def test_what_is_typed_stays_whatever_others_do(house, pages):
    address, fresh = house
    key, one, other = fresh(), pages(), pages()
    open_check(one, address, key)
    open_check(other, address, key)
    other.keyboard.press("f")
    other.keyboard.type("between 3 and 5 May 1931")
    other.get_by_text("Understood as 3 to 5 May 1931.").wait_for()
    one.keyboard.press("a")
    date = other.get_by_label("When it was")
    expect(other.locator(".page-head")).to_contain_text("1 of 5 events is checked")
    expect(date).to_be_focused()
    date.press("Enter")
    other.locator(".toast", has_text="changed in another window").wait_for()
    other.locator(".check-card .pill-word", has_text="accepted").wait_for()
    expect(date).to_have_value("between 3 and 5 May 1931")
    assert given(address, key)["done"]["corrected"] == 0
    date.press("Enter")  # it was looked at again
    other.locator(".toast", has_text="The date is now").wait_for()
    assert given(address, key)["done"]["corrected"] == 1


def test_a_dialog_rests_on_what_was_seen_when_it_was_opened(house, pages):
    address, fresh = house
    key, one, other = fresh(), pages(), pages()
    open_check(one, address, key)
    open_check(other, address, key)
    other.get_by_role("button", name="Settle it").click()
    other.get_by_label("Why this one").fill("The register says so.")
    one.keyboard.press("a")
    expect(other.locator(".page-head")).to_contain_text("1 of 5 events is checked")
    other.locator("dialog").get_by_role("button", name="Settle it").click()
    other.locator("dialog .problem", has_text="changed in another window").wait_for()
    assert len(given(address, key)["steps"]) == 1


def test_a_second_reader_and_how_far_the_two_agree(house, pages):
    address, fresh = house
    key, page = fresh(), pages()
    open_check(page, address, key)
    page.keyboard.press("x")
    page.get_by_role("heading", name="“Sunday”").wait_for()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Check as second reader").click()
    page.get_by_label("Name").fill("Ben")
    page.locator("dialog").get_by_role("button", name="Keep").click()
    page.get_by_role("heading", name="Check as second reader").wait_for()
    page.get_by_role("heading", name="Governor Anna Reed").wait_for()  # as it was read
    page.keyboard.press("a")
    page.get_by_text("agree on 0 % of 1 thing judged by both").wait_for()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("heading", name="Check", exact=True).wait_for()
    assert given(address, key)["readers"][0]["differ"][0]["other"] == "right as read"
    assert len(given(address, key)["aside"]) == 1


def test_by_finger_on_a_telephone(house, pages):
    address, fresh = house
    key, page = fresh(), pages(390, 844, has_touch=True, is_mobile=True)
    open_check(page, address, key)
    small = page.evaluate("""() => [...document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot
        .querySelectorAll('.check-card .btn, .queue button')].map((one) => one.getBoundingClientRect().height)
        .filter((height) => height && height < 44)""")
    assert small == []
    assert page.evaluate(SIDEWAYS) == 0
    page.get_by_role("button", name="More", exact=True).tap()
    page.get_by_role("button", name="Check as second reader").wait_for()
    assert page.evaluate(SIDEWAYS) == 0, "nor does the menu stand outside"
    page.keyboard.press("Escape")
    page.get_by_text("Why this date").scroll_into_view_if_needed()
    page.get_by_role("button", name="Accept").tap()
    expect(page.get_by_role("heading", name="“Sunday”")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_from_using_it(house, pages, scheme):
    address, fresh = house
    key, page = fresh(), pages(color_scheme=scheme)
    open_check(page, address, key)
    page.get_by_text("Words, people, places, tags, note").click()
    assert violations(page, OURS) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Merge").click()
    page.locator("dialog .to-choose").wait_for()
    assert violations(page, OURS) == []
