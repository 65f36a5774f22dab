"""The table in other orders than that of time, and the forms of what is not told as fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.browser.made import EVENTS, made
from tests.browser.test_explorer import CARD, MARK
from timeline.chart import html_file, script
from timeline.chart.assets import SCRIPTS

pytestmark = pytest.mark.browser

STATUSES = {"camp": "reported", "siege": "denied", "tunnel": "planned", "council": "planned", "ford": "reported"}


def statuses():
    """The collection made by hand with some events that are not told as fact."""
    whole = made()
    return replace(whole, events=tuple(replace(e, status=STATUSES.get(e.id, e.status)) for e in whole.events))


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script(*SCRIPTS[: SCRIPTS.index("explorer.js")]))
    yield page.evaluate
    page.close()


SORT = """(order) => {
  const told = [["b", 1, false], ["a", 3, true], ["A", 1, true], ["Ü", 2, false], ["c", 3, true]];
  const events = told.map(([headline, weight, written], number) => (
    { number, headline, kind: headline === "c" ? "law" : "war", weight, written }));
  return inOrderOf(events, order).map((event) => event.number);
}"""


@pytest.mark.parametrize(
    ("key", "down", "order"),
    [("time", False, [0, 1, 2, 3, 4]), ("time", True, [4, 3, 2, 1, 0]), ("name", False, [1, 2, 0, 4, 3]),
     ("name", True, [3, 4, 0, 1, 2]), ("kind", False, [4, 0, 1, 2, 3]), ("told", False, [1, 4, 3, 0, 2]),
     ("told", True, [0, 2, 3, 1, 4]), ("grade", False, [1, 2, 4, 0, 3]), ("grade", True, [0, 3, 1, 2, 4])],
)  # fmt: skip
def test_what_is_alike_stays_in_order_of_time(run, key, down, order):
    assert run(SORT, {"key": key, "down": down}) == order


def rows(page) -> list[str]:
    return page.locator(".explorer tbody th button").all_inner_texts()


def test_a_head_puts_the_table_in_its_order_and_the_arrows_keep_that_of_time(file):
    page = file(html_file(made(), title="Varn"), "?e=stone")
    in_time = rows(page)
    head = page.locator(".explorer thead button", has_text="What happened")
    head.press("Enter")
    assert rows(page) == sorted(in_time, key=str.lower)
    assert page.locator(".explorer [aria-sort]").get_attribute("aria-sort") == "ascending"
    assert page.locator(".explorer thead th.name").get_attribute("aria-sort") == "ascending"
    assert "by what happened, A to Z" in page.locator(".explorer .twin .title").inner_text()
    assert page.get_by_role("table", name="The events of the timeline, by what happened, A to Z").count() == 1
    assert page.locator(".explorer [aria-live]").last.inner_text() == "The table is now by what happened, A to Z."
    page.keyboard.press("Enter")
    assert rows(page) == sorted(in_time, key=str.lower)[::-1], "the focus stays on the head"
    keys = list(EVENTS)
    page.get_by_role("button", name="Next event").click()
    assert page.locator(CARD).inner_text() == EVENTS[keys[keys.index("stone") + 1]][1]
    assert page.locator(".explorer tr[aria-current]").count() == 1
    page.locator(".explorer thead button", has_text="Date").first.click()
    assert rows(page) == in_time
    assert page.locator(".explorer .twin .title span").inner_text() == "in order of time"


def test_the_order_of_the_table_is_in_the_address_and_goes_back_with_it(file):
    page = file(html_file(made(), title="Varn"), "?sort=-name")
    backwards = rows(page)
    assert backwards == sorted(backwards, key=str.lower, reverse=True)
    assert page.locator(".explorer thead th.name").get_attribute("aria-sort") == "descending"
    page.locator(".explorer thead button", has_text="Told by").click()
    page.wait_for_url("**sort=told*")
    page.go_back()
    page.wait_for_url("**sort=-name*")
    assert rows(page) == backwards
    page.locator(".explorer thead button", has_text="Date").first.click()
    page.wait_for_function("() => !location.search.includes('sort')")
    assert rows(page)[0] == EVENTS["ford"][1]


def test_an_order_in_the_address_that_is_none_is_said(file):
    page = file(html_file(made(), title="Varn"), "?sort=colour")
    assert "no such order of the table" in page.locator(".explorer .notice").inner_text()
    assert rows(page)[0] == EVENTS["ford"][1]


@pytest.mark.parametrize(("width", "heads"), [(1440, 5), (1000, 4), (390, 3)])
def test_what_a_narrow_table_shows_can_still_be_put_in_order(file, width, heads):
    page = file(html_file(made(), title="Varn"), width=width)
    seen = [head for head in page.locator(".explorer thead button").all() if head.is_visible()]
    assert len(seen) == heads
    seen[1].click()
    assert rows(page) == sorted(rows(page), key=str.lower)


def test_a_long_table_on_a_phone_has_its_heads_right_above_its_rows(file):
    one = made()
    events = tuple(replace(event, id=f"{event.id}-{n}") for event in one.events for n in range(20))
    page = file(html_file(replace(one, events=events), title="Varn"), width=390, height=844)
    heads = page.locator(".explorer .long thead button")
    assert [head.inner_text() for head in heads.all() if head.is_visible()] == ["Date", "What happened", "Told by"]
    page.locator(".explorer .long").scroll_into_view_if_needed()
    row = page.locator(".explorer .long tbody tr[data-row]").first.bounding_box()
    last = heads.nth(3).bounding_box()
    assert row["y"] - (last["y"] + last["height"]) < 10


def test_each_way_of_telling_has_a_form_and_a_word_of_its_own(file):
    page = file(html_file(statuses(), title="Varn"), "?e=camp")
    mark = {key: page.locator(MARK.format(key)) for key in ("camp", "siege", "tunnel", "council", "anniversary")}
    assert mark["camp"].locator("circle.hollow").count() == mark["camp"].locator(".sign.dot").count() == 1
    assert mark["siege"].locator("path.sign").count() == 1
    assert mark["tunnel"].locator("path.hollow").count() == 1, "pointed ahead"
    assert mark["council"].locator("path.arrow").count() == mark["council"].locator("path.hollow").count() == 1
    said = {key: one.get_attribute("aria-label").split(". ")[1] for key, one in mark.items()}
    assert said == {key: STATUSES.get(key, "implied").capitalize() for key in mark}, (
        "who hears the chart is told as well"
    )
    assert mark["anniversary"].locator(".sign").count() == 0
    assert mark["anniversary"].locator(".hollow").count() == 1
    assert page.locator(".explorer .key li > span").all_inner_texts() == [
        "a day", "some time in it", "since", "implied", "planned", "reported", "denied", "articles differ",
        "two more",
    ]  # fmt: skip
    told = {key: page.locator(f'.explorer tr[data-row="{key}"] .standing').all_inner_texts() for key in EVENTS}
    assert {key: words[0] for key, words in told.items() if words} == {**STATUSES, "anniversary": "implied"}
    remark = page.locator(".explorer .card .remark")
    assert remark.text_content() == "reported The articles only pass on what others say."
    assert remark.locator(".sign.dot").count() == 1


def test_what_does_not_occur_is_not_in_the_line_of_samples(file):
    page = file(html_file(made(), title="Varn"))
    assert page.locator(".explorer .key li > span").all_inner_texts() == [
        "a day", "some time in it", "lasted", "about", "since", "implied", "articles differ", "two more",
    ]  # fmt: skip
    page.locator(".explorer .legend summary").click()
    assert "Denied" in page.locator(".explorer .legend").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_the_system_rules_colours_the_chosen_row_and_mark_stand_out(file, scheme):
    page = file(html_file(statuses(), title="Varn"), "?e=camp", forced_colors="active", color_scheme=scheme)

    def look(selector: str, name: str) -> str:
        found = page.locator(f".explorer {selector}").first
        return str(found.evaluate("(element, name) => getComputedStyle(element)[name]", name))

    chosen, page_colour = look(".highlight", "fill"), look(".chart .hollow:not(.on)", "fill")
    assert chosen != page_colour
    assert look("tr[aria-current] td", "backgroundColor") == chosen
    assert look("tr[aria-current] th button", "color") == look(".mark.on .label", "fill") != chosen
    assert look("tr[aria-current] .tell.tells", "backgroundColor") == look("tr[aria-current] th button", "color")
    assert look(".label", "fill") != page_colour
