"""Going through time: typed years, counts beyond the window, the strip by keys, double clicks; many events."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace

import pytest

from tests.browser.conftest import serve
from tests.browser.made import EVENTS, made
from tests.browser.test_explorer import CARD, MARK, card, headline, settle, window_of
from tests.browser.waiting import until
from tests.unit.teach.made import sample
from timeline.chart import html_file, script
from timeline.chart.assets import SCRIPTS
from timeline.model import Collection
from timeline.store import collection_file

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script(*SCRIPTS[: SCRIPTS.index("page.js")]))
    yield page.evaluate
    page.close()


@pytest.mark.parametrize(
    ("typed", "stretch"),
    [("1945 to 1962", [1945, 1963]), ("1914–18", [1914, 1919]), ("from 44 BC to AD 14", [-43, 15]),
     ("500 to 300 BC", [-499, -298]), ("5th century BC", [-499, -399]), ("the 12th century", [1101, 1201]),
     ("5th to 3rd century BC", [-499, -199]),
     ("1930s", [1930, 1940]), ("1800s", [1800, 1900]), ("2nd millennium", [1001, 2001]),
     ("12,000 BC", [-11999, -11998]),
     ("1 BC", [0, 1]), ("AD 1", [1, 2]), ("1850", [1850, 1851]), ("between 1850 and 1860", [1850, 1861])],
)  # fmt: skip
def test_plain_years_are_read_without_a_server(run, typed, stretch):
    assert run("plainStretch", typed) == stretch


@pytest.mark.parametrize(
    "typed", ["", "0", "spring 1917", "yesterday", "0th century", "1962 to 1945", "1 to 2 to 3", "BC"]
)
def test_what_is_not_plain_is_not_guessed_at(run, typed):
    assert run("plainStretch", typed) is None


def test_a_month_is_read_too(run):
    first, last = run("plainStretch", "July 1961")
    assert 1961.49 < first < last < 1961.6


FAR = """(places) => {
  const one = (at) => ({ marks: [{ a: at, b: at + 0.01, form: "day" }], choice: null, weight: 1 });
  const index = indexOf(places.map(one));
  return { dense: denseOf(index), gaps: gapsOf(index, index.whole) };
}"""


def test_one_event_far_away_leaves_the_first_view_to_the_others(run):
    found = run(FAR, [-1199, *[2021 + n / 20 for n in range(19)]])
    assert found["dense"] == pytest.approx([2021, 2021.91], abs=0.01)
    assert len(found["gaps"]) == 1


@pytest.mark.parametrize(
    "places", [[1900, 1910, 1950, 2000, 2010], [1, 2, 3, 2000], [5], [-1199, -1198, -1190, 2021, 2022, 2023]]
)
def test_otherwise_all_are_shown_at_first(run, places):
    assert run(FAR, places)["dense"] is None


def test_the_strip_keeps_the_order_of_years_where_it_is_cut(run):
    shares = run("""() => {
      const scale = stripScale([-1200, 2030], [[-1100, 1950]]);
      const years = [-1200, -1150, -1100, 0, 1000, 1950, 2000, 2030];
      return years.map((year) => [scale.to(year), scale.from(scale.to(year)) - year]);
    }""")
    places = [share for share, _ in shares]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, pytest.approx(1))
    assert places[5] - places[2] == pytest.approx(0.06)
    assert all(abs(error) < 1e-6 for _, error in shares)


def test_an_event_far_away_leaves_the_strip_to_the_others(run):
    where = run("""() => {
      const one = (at) => ({ marks: [{ a: at, b: at + 0.01, form: "day" }], choice: null, weight: 1 });
      const index = indexOf([-1199, ...Array.from({ length: 19 }, (_, n) => 2021 + n / 20)].map(one));
      const all = [-1250, 2070];
      const gaps = gapsOf(index, all);
      const scale = stripScale(all, gaps, marginsOf(index, all, gaps));
      const years = [-1250, -1199, 2021, 2021.91, 2070];
      return years.map((year) => [scale.to(year), scale.from(scale.to(year)) - year]);
    }""")
    first, far, begin, end, last = [share for share, _ in where]
    assert first == 0 < far < begin < end < last == pytest.approx(1)
    assert end - begin > 0.8
    assert all(abs(error) < 1e-6 for _, error in where)


def test_typed_years_are_gone_to_and_what_is_none_is_said(visit, address):
    page = visit(address)
    field = page.get_by_role("textbox", name="Go to years")
    field.fill("the Korean War")  # the server's reader knows it; a file alone would not
    field.press("Enter")
    page.locator(".explorer .shown", has_text="1949").wait_for()
    low, high = window_of(page)
    assert 1949 < low < 1950
    assert 1954 < high < 1955
    field.fill("the ferrymen")
    field.press("Enter")
    page.wait_for_selector(".explorer .years-says:not(:empty)")
    assert "names no date" in page.locator(".explorer .years-says").inner_text()
    assert window_of(page) == [low, high]
    field.fill("the 30th century BC")
    field.press("Enter")
    page.wait_for_function("() => document.querySelector('[data-testid=\"stBidiComponentIsolated\"]').shadowRoot"
                           ".querySelector('.years-says').textContent.includes('holds no event')")  # fmt: skip
    assert window_of(page) == [low, high]
    for words, edges in [("since 1945", (1945, 1998.5)), ("before 1453", (-520, 1454))]:
        field.fill(words)
        field.press("Enter")
        until(page, lambda: not page.locator(".explorer .years-says").inner_text())
        until(page, lambda edges=edges: window_of(page) == pytest.approx(edges, abs=130))


def test_years_in_the_address_that_hold_no_event_are_said(visit, address):
    page = visit(f"{address}/?view=-4000_-3000")
    assert "No event lies in the years of the address" in page.locator(".explorer .notice").inner_text()
    assert window_of(page)[1] > 1998


def test_a_window_between_the_events_says_that_none_is_in_it(visit, address):
    page = visit(f"{address}/?view=300_900")
    page.locator(".explorer .nothing", has_text="No event in this time").wait_for()
    page.get_by_role("button", name="Show all years").click()
    page.locator(".explorer .nothing").wait_for(state="detached")


def test_years_that_a_key_leads_to_are_told_to_who_hears_the_page(visit, address):
    page = visit(address)
    said = page.locator(".explorer > [aria-live]").last
    page.locator(".explorer .over").press("+")
    page.locator(".explorer > [aria-live]", has_text="Shown: ").wait_for(state="attached")
    shown = page.locator(".explorer .caption .shown").inner_text()
    assert said.inner_text().startswith(f"{shown}, ")
    assert "→" not in said.inner_text()
    page.keyboard.press("j")
    page.locator(".explorer > [aria-live]", has_text=" of 20: ").wait_for(state="attached")
    settle(page)
    assert " of 20: " in said.inner_text(), "an event that is chosen is told, not the years that it lies in"


def test_a_double_click_goes_to_the_event(visit, address):
    page = visit(address)
    page.locator(MARK.format("siege")).locator(".hit").first.dblclick(position={"x": 8, "y": 13})
    low, high = window_of(page)
    assert 1635 < low < 1642
    assert 1646 < high < 1652
    assert card(page) == headline("siege")
    page.get_by_role("button", name="Show all years").click()
    page.get_by_role("button", name="Selected event").click()
    assert window_of(page) == pytest.approx([low, high], abs=0.01)


def test_what_lies_beyond_the_window_is_counted_and_led_to(visit, address):
    page = visit(f"{address}/?view=1700_1900")
    earlier, later = page.locator(".explorer .beyond").all_inner_texts()
    assert earlier == "← 5 earlier"
    assert later.endswith("later →")
    page.get_by_role("button", name="5 earlier").click()
    low, high = window_of(page)
    assert low < -518
    assert 1645 < high < 1800


def test_the_edges_of_the_window_move_by_keys(visit, address):
    page = visit(f"{address}/?view=1700_1900")
    thumb = page.get_by_role("slider", name="First year shown")
    assert thumb.get_attribute("aria-valuetext") == "1700"
    thumb.press("ArrowRight")
    assert window_of(page) == pytest.approx([1710, 1900])
    page.get_by_role("slider", name="Last year shown").press("Shift+ArrowLeft")
    assert window_of(page) == pytest.approx([1710, 1862])
    thumb.press("Home")
    assert window_of(page)[0] < -500


@pytest.fixture(scope="module")
def many_address(browser, tmp_path_factory):
    """The collection made by hand with its events forty times, so that lanes are crowded and the table is long."""
    one = made()
    events = [replace(event, id=f"{event.id}-{n}") for event in one.events for n in range(40)]
    file = tmp_path_factory.mktemp("many") / "many.json"
    collection_file.write(Collection(one.documents, one.mentions, tuple(events)), file)
    yield from serve(file)


def test_of_a_large_collection_sentences_come_when_they_are_asked_for(visit, many_address):
    page = visit(many_address)
    page.keyboard.press("k")
    page.wait_for_selector(".explorer .card blockquote")
    asked = page.evaluate("() => performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert any("/events/" in url for url in asked)
    page.locator(".explorer .card .read").first.click()
    page.wait_for_selector(".explorer article.reader .fate")
    page.keyboard.press("Escape")
    settle(page)
    assert card(page)


def test_what_is_in_sight_has_its_sentences_before_it_is_chosen(visit, many_address):
    page = visit(many_address)
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => /events\\/\\d+,/.test(one.name))"
    )
    page.wait_for_load_state("networkidle")
    asked = "() => performance.getEntriesByType('resource').filter((one) => one.name.includes('/events/')).length"
    before = page.evaluate(asked)
    mark = page.locator(".explorer .mark:not(.on)").last
    name = mark.get_attribute("data-mark")
    mark.dispatch_event("click")
    assert card(page) == headline(name.rsplit("-", 1)[0])
    assert page.locator(".explorer .card blockquote").count() >= 1
    assert page.evaluate(asked) == before


def test_who_goes_quickly_from_mark_to_mark_puts_off_no_sentences(browser, pages, many_address):
    # A context of its own: its clock stands still for every page that it opens from then on.
    with closing(browser.new_context(viewport={"width": 1440, "height": 900})) as context:
        context.route("**/all/*", lambda one: one.abort())  # or all are there before anybody goes anywhere
        page = pages(context=context)
        page.goto(many_address)
        page.wait_for_selector(".explorer .plot svg")
        page.wait_for_timeout(500)
        page.clock.install()
        page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
        names = page.locator(".explorer .mark:not(.on)").evaluate_all(
            "all => all.map((one) => one.getAttribute('data-mark'))"
        )
        with page.expect_request(lambda one: re.search(r"events/\d+,", one.url)):
            for name in names[-4:]:
                page.locator(MARK.format(name)).dispatch_event("click")
                page.clock.run_for(100)


def test_all_sentences_of_a_collection_of_that_size_come_ahead_and_nothing_is_asked_after(visit, many_address):
    page = visit(many_address)
    page.wait_for_function(
        "n => performance.getEntriesByType('resource').filter((one) => one.name.includes('/all/')).length === n",
        arg=-(-40 * len(EVENTS) // 500),
    )
    page.wait_for_timeout(1000)
    asked = (
        "() => performance.getEntriesByType('resource').filter((one) => one.name.includes('/timeline/data/')).length"
    )
    before = page.evaluate(asked)
    for _ in range(3):
        page.keyboard.press("k")
    assert page.locator(".explorer .card blockquote").count() >= 1
    page.keyboard.press("/")
    page.keyboard.type("painted")  # stands in sentences alone
    page.locator(".explorer .remains b", has_text=re.compile(rf"^[1-9]\d* of {40 * len(EVENTS)} events")).wait_for()
    assert page.evaluate(asked) == before


def test_every_event_of_a_large_collection_is_shown_or_counted(visit, many_address):
    page = visit(many_address)
    marks = page.locator(".explorer .mark").count()
    counted = sum(int(text[1:].replace(",", "")) for text in page.locator(".explorer .count text").all_text_contents())
    assert marks + counted == 40 * len(EVENTS)
    assert marks <= 1500


def test_a_long_table_holds_only_the_rows_in_view_and_keys_reach_all(visit, many_address):
    page = visit(many_address)
    table = page.locator(".explorer .long table")
    total = 40 * len(EVENTS)
    page.wait_for_selector(".explorer .long tbody tr[data-row]")
    assert table.get_attribute("aria-rowcount") == str(total + 1)
    rows = page.locator(".explorer .long tr[data-row]")
    assert rows.count() < 120
    rows.first.locator("button").focus()
    page.keyboard.press("ArrowDown")
    focused = "() => document.activeElement.shadowRoot.activeElement.closest('tr')?.getAttribute('aria-rowindex')"
    assert page.evaluate(focused) == "3"
    page.keyboard.press("End")
    assert page.evaluate(focused) == str(total + 1)
    page.keyboard.press("PageUp")
    assert total - 60 < int(page.evaluate(focused)) < total
    page.keyboard.press("Enter")
    chosen = page.evaluate("() => document.activeElement.shadowRoot.activeElement.closest('tr').dataset.row")
    assert page.locator(CARD).inner_text() == headline(chosen.rsplit("-", 1)[0])
    assert rows.count() < 120


def test_the_strip_stands_still_while_a_hand_holds_its_edge(file):
    page = file(html_file(sample("ancient").collection, title="Athens"), reduced_motion="reduce")
    strip = page.locator(".explorer .overview")
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    x, y = box["x"] + 5, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    tall = page.locator(".explorer .chart").bounding_box()["height"]
    places = []
    for step in range(1, 13):
        page.mouse.move(x + step * box["width"] / 14, y)
        places.append(strip.bounding_box()["y"])
    assert places == [box["y"]] * len(places)
    page.mouse.up()
    until(page, lambda: page.locator(".explorer .chart").bounding_box()["height"] != tall)
