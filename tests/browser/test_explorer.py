"""The explorer in a real browser, from the server to the pixel."""

from __future__ import annotations

import re

import pytest

from tests.browser.made import EVENTS, HOSTILE, made
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

MARK = '.explorer [data-mark="{}"]'
CARD = ".explorer .card h2"
FOCUSED = "() => document.activeElement.shadowRoot.activeElement.getAttribute('data-mark')"


def card(page) -> str:
    return page.locator(CARD).inner_text()


def headline(key: str) -> str:
    return EVENTS[key][1]


def rest(page) -> None:
    """Until a motion that was just begun is over and Plotly has drawn; its first frame takes Plotly's marks away."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_selector(".explorer .chart.plotted")


def window_of(page) -> list[float]:
    """The range that Plotly holds, once the window has come to rest."""
    rest(page)
    return page.evaluate(
        """() => document.querySelector('[data-testid="stBidiComponentIsolated"]')
             .shadowRoot.querySelector('.plot').layout.xaxis.range"""
    )


def settle(page) -> None:
    """Until the address is written and Python has been told and has answered; counted by the page's own clock, so that
    what it does later than that is late on a busy machine too."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 900))")


def boxes(page, selector: str) -> list[dict]:
    return page.eval_on_selector_all(
        selector, "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
    )


def overlaps(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 5 and b[1] < a[3] - 5


def test_no_request_leaves_the_machine(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_selector(".explorer .plot svg")
    page.locator(".explorer .sources .read").first.click()
    page.keyboard.press("Escape")
    settle(page)
    context.close()
    assert any("plotly" in url for url in asked)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_click_on_a_mark_shows_its_sentences(visit, address):
    page = visit(address)
    page.locator(MARK.format("siege")).locator(".hit").first.click(position={"x": 8, "y": 13})
    assert card(page) == headline("siege")
    assert page.locator(".explorer .card .when").inner_text() == "1642 to 1645"
    assert page.locator(".explorer .card blockquote").all_inner_texts() == ["The siege lasted from 1642 to 1645."]
    assert page.locator(".explorer .card mark").all_inner_texts() == ["from 1642 to 1645"]
    assert "Varn remembers the flood" in page.locator(".explorer .card .by").inner_text()
    assert "Upland Press, 12 June 1998" in page.locator(".explorer .card .by").inner_text()
    assert page.locator(".explorer .card .why li").count() == 2


def test_a_click_on_a_label_shows_its_sentences(visit, address):
    page = visit(address)
    page.locator(MARK.format("camp")).locator("text").click()
    assert card(page) == headline("camp")
    assert "Caesar's men are said" in page.locator(".explorer .card blockquote").inner_text()


def test_the_keyboard_reaches_marks_and_opens_them(visit, address):
    page = visit(address)
    page.locator(".explorer .mark[tabindex='0']").focus()
    seen = []
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
        seen.append(page.evaluate("() => document.activeElement.shadowRoot.activeElement.getAttribute('data-mark')"))
    assert len(set(seen)) == 4
    page.keyboard.press("Enter")
    assert card(page) == headline(seen[-1])
    assert page.locator(MARK.format(seen[-1])).get_attribute("aria-pressed") == "true"
    settle(page)
    focused = page.evaluate("() => document.activeElement.shadowRoot.activeElement.getAttribute('data-mark')")
    assert focused == seen[-1], "the focus must stay on the mark while Python is told"


def test_next_and_previous_by_button_and_key(visit, address):
    page = visit(f"{address}/?e=stone")
    order = [event.id for event in made().events]
    page.get_by_role("button", name="Next event").click()
    assert card(page) == headline(order[order.index("stone") + 1])
    page.get_by_role("button", name="Previous event").click()
    page.keyboard.press("k")
    assert card(page) == headline(order[order.index("stone") - 1])
    page.keyboard.press("j")
    assert card(page) == headline("stone")
    settle(page)
    assert f"{order.index('stone') + 1} of {len(order)}" in page.locator(".explorer [role=status]").last.inner_text()


def test_zoom_by_wheel_and_buttons_survives_a_click(visit, address):
    page = visit(address)
    whole = window_of(page)
    mark = page.locator(MARK.format("opened")).locator(".hit").first.bounding_box()
    page.mouse.move(mark["x"] + mark["width"] - 12, mark["y"] + 13)
    for _ in range(6):
        page.mouse.wheel(0, -200)
    page.get_by_role("button", name="Zoom in").click()
    zoomed = window_of(page)
    assert zoomed[1] - zoomed[0] < (whole[1] - whole[0]) / 3
    page.locator(".explorer .mark").first.click()
    settle(page)
    assert window_of(page) == pytest.approx(zoomed)
    page.get_by_role("button", name="Show all years").click()
    assert window_of(page) == pytest.approx(whole)


def test_the_wheel_zooms_at_the_pointer(visit, address):
    page = visit(address)
    box = page.locator(".explorer .over").bounding_box()
    share = 0.25
    page.mouse.move(box["x"] + box["width"] * share, box["y"] + 150)
    before = window_of(page)
    page.mouse.wheel(0, -240)
    until(page, lambda: window_of(page) != before)
    after = window_of(page)
    assert after[1] - after[0] < before[1] - before[0]
    fixed = [w[0] + share * (w[1] - w[0]) for w in (before, after)]
    assert fixed[0] == pytest.approx(fixed[1], abs=(before[1] - before[0]) / 500)


def test_dragging_pans_and_picks_nothing(visit, address):
    page = visit(f"{address}/?e=siege&view=1500_2000")
    box = page.locator(".explorer .over").bounding_box()
    before = window_of(page)
    page.mouse.move(box["x"] + 400, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 60, steps=5)
    page.mouse.up()
    after = window_of(page)
    assert after[0] - before[0] == pytest.approx(500 * 100 / box["width"], rel=0.02)
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    assert card(page) == headline("siege")


def test_the_zoom_ends_at_a_day_and_at_ten_thousand_years(visit, address):
    page = visit(f"{address}/?e=feast&view=1998.4_1998.45")
    page.locator(".explorer .over").focus()
    for key, span in (("+", 1 / 365.2425), ("-", 10_000)):
        for _ in range(26):
            page.keyboard.press(key)
        low, high = window_of(page)
        assert high - low == pytest.approx(span, rel=1e-6)


def test_reload_keeps_event_and_view_and_history_goes_both_ways(visit, address):
    page = visit(address)
    page.locator(MARK.format("siege")).locator(".hit").first.click(position={"x": 8, "y": 13})
    page.get_by_role("button", name="Zoom in").click()
    settle(page)
    zoomed = window_of(page)
    page.reload()
    page.wait_for_selector(".explorer .plot svg")
    assert card(page) == headline("siege")
    assert window_of(page) == pytest.approx(zoomed, abs=(zoomed[1] - zoomed[0]) / 1000)
    page.keyboard.press("j")
    assert card(page) == headline("fall")
    page.wait_for_url("**e=fall*")  # the address follows a frame later
    page.go_back()
    page.locator(CARD, has_text=headline("siege")).wait_for()
    settle(page)
    assert card(page) == headline("siege")
    assert window_of(page) == pytest.approx(zoomed, abs=(zoomed[1] - zoomed[0]) / 1000)
    page.go_forward()
    settle(page)
    assert card(page) == headline("fall")


def test_a_choice_outside_the_window_moves_the_window(visit, address):
    page = visit(f"{address}/?e=siege&view=1600_1700")
    page.locator(".explorer tr", has_text=headline("rain")).get_by_role("button").click()
    low, high = window_of(page)
    assert low < 1998.43 < high
    assert high - low == pytest.approx(100, rel=1e-3)
    assert page.locator(MARK.format("rain")).count() == 1


def test_the_table_shows_the_same_events_and_selects(visit, address):
    page = visit(address)
    rows = page.locator(".explorer tbody tr")
    assert rows.locator("button").all_inner_texts() == [event.headline for event in made().events]
    rows.filter(has_text=headline("toll")).get_by_role("button").press("Enter")
    assert card(page) == headline("toll")
    assert page.locator(".explorer tr[aria-current=true]").inner_text().startswith("July 1851")
    assert page.locator(".explorer tr[aria-current=true]").count() == 1


def test_every_mention_is_accounted_for(visit, address):
    page = visit(address)
    counts = {"event": 0, "undated": 0, "set aside": 0}
    for mention in made().mentions:
        counts[mention.outcome] += 1
    words = f"{counts['event']} in events, {counts['undated']} undated, {counts['set aside']} set aside"
    assert words in page.locator(".explorer .account").inner_text()
    page.locator(".explorer .account").click()
    left = page.locator('.explorer [data-left="undated"]')
    assert "some years later" in left.inner_text()
    assert "it says not how many" in left.inner_text()
    left.get_by_role("button").click()
    assert page.locator(".explorer .text .fate.undated").inner_text() == "some years later"


def test_the_article_opens_at_the_sentence_and_gives_the_focus_back(visit, address):
    page = visit(f"{address}/?e=anniversary", height=500)
    opener = page.locator(".explorer .sources .read").first
    opener.focus()
    page.keyboard.press("Enter")
    mention = page.locator(".explorer .reader .fate.on")
    assert mention.inner_text() == "100th anniversary"
    assert 0 < mention.bounding_box()["y"] < 500
    page.locator(".explorer .reader .fate.event", has_text="3 June 1851").click()
    assert card(page) == headline("opened"), "a mention in the text selects its event"
    assert page.locator(".explorer .reader").count() == 1
    page.wait_for_url("**e=opened*")
    page.go_back()
    settle(page)
    assert card(page) == headline("anniversary")
    page.keyboard.press("Escape")
    assert page.locator(".explorer .reader").count() == 0
    assert page.locator(".explorer .chart").is_visible()
    focused = page.evaluate("() => document.activeElement.shadowRoot.activeElement.className")
    assert focused == "read"


def test_a_count_opens_into_its_events(visit, address):
    page = visit(address)
    count = page.locator(".explorer .count").first
    holds = count.get_attribute("data-holds")
    inside = int(count.locator("text").text_content().removeprefix("+"))
    before = window_of(page)
    count.focus()
    page.keyboard.press("Enter")
    after = window_of(page)
    assert inside >= 2
    assert after[1] - after[0] < before[1] - before[0]
    held = (count_ids := holds.split())[0]
    assert len(count_ids) == inside
    for key in count_ids:
        assert page.locator(MARK.format(key)).count() == 1, "each is a mark of its own"
    assert page.evaluate(FOCUSED) == held


def test_no_click_on_a_count_is_for_nothing(visit, address):
    page = visit(address)
    total = page.locator(".explorer .count").count()
    for number in range(total):
        look(page, "e=stone")
        for _ in range(6):
            count = page.locator(".explorer .count").nth(number)
            if not count.count():
                break
            ids = count.get_attribute("data-holds").split()
            count.click()
            rest(page)
            own = [key for key in ids if page.locator(MARK.format(key)).count()]
            assert own, ids
            number = 0
        assert page.locator(".explorer .count text:text-is('+1')").count() == 0


def test_articles_that_differ_show_both_dates(visit, address):
    page = visit(f"{address}/?e=fall&view=1775_1790")
    assert page.locator(".explorer .differ-sign").first.text_content() == "≠"
    assert "1783" in page.locator(".explorer .differs-note").inner_text()
    assert "About one date they differ" in page.locator(".explorer .head").inner_text()
    assert page.locator(".explorer .chart .differ-line").count() == 1
    other = page.locator(".explorer .sources li", has=page.locator(".tell.differs"))
    assert other.locator("blockquote").inner_text() == "One paper gives 1783 for the fall."
    assert other.locator("mark").all_inner_texts() == ["1783"]
    assert "Varn remembers the flood" in other.inner_text()
    assert page.locator(".explorer .tellers h3").inner_text() == "One of three articles tells it, one differs"
    row = page.locator(".explorer tr[data-row=fall]")
    assert row.locator(".tell.differs").count() == 1
    assert "14 March 1782 or 1783" in row.inner_text()


def look(page, query: str) -> None:
    """Goes to another window as the back button does: by the address."""
    page.evaluate(
        """query => { history.pushState(history.state, "", "?" + query);
                      dispatchEvent(new PopStateEvent("popstate", { state: history.state })); }""",
        query,
    )


WINDOWS = [
    "", "view=-700_100", "view=1640_1660", "view=1840_1860", "view=1900_2000", "view=1998.3_1998.5",
    "view=1998.41_1998.435",
]  # fmt: skip
SELECTED = ["talks", "fall", "council"]


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_labels_never_overlap_and_are_whole_words(visit, address, width):
    page = visit(address, width=width)
    words = {word for _, text, _ in EVENTS.values() for word in text.split()}
    for view in [f"e={event}&{window}" for event in SELECTED for window in WINDOWS]:
        look(page, view)
        labels = boxes(page, ".explorer .chart .label")
        others = boxes(page, ".explorer .chart .count .pill")
        assert len(labels) + len(others) > 0, view
        for i, one in enumerate(labels):
            assert not any(overlaps(one, other) for other in [*labels[i + 1 :], *others]), view
        ticks = boxes(page, ".explorer .axis text")
        for i, one in enumerate(ticks):
            assert not any(overlaps(one, other) for other in ticks[i + 1 :]), view
        for label in page.locator(".explorer .label .name").all_text_contents():
            assert set(label.removesuffix("…").split()) <= words, view


TICKS = {
    "view=-60_20": (["50 BC", "10 BC", "AD 1", "AD 10"], ["1st century BC", "1st century AD"]),
    "view=-3.2_4.2": (["2 BC", "1 BC", "AD 1", "AD 2"], ["10 to 1 BC", "AD 1 to 9"]),
    "view=-3200_2500": (["3000 BC", "AD 1", "1000"], ["2nd millennium BC", "1st millennium AD"]),
    "view=-4900_5000": (["4000 BC", "AD 1", "3000"], ["BC", "AD"]),
    "view=1925_2000": (["1930", "1940", "1990"], ["20th century"]),
    "view=1930_1940": (["1931", "1935"], ["the 1930s"]),
    "view=1850.9_1852.1": (["Jan", "May", "Sep", "Dec"], ["1851"]),
    "view=1851_1852": (["January", "June", "December"], ["1851"]),
    "view=1998.41_1998.435": (["1", "2", "7"], ["June 1998"]),
}


def test_ticks_are_words(visit, address):
    page = visit(address)
    for view, (minor, major) in TICKS.items():
        look(page, f"e=stone&{view}")
        shown = page.locator(".explorer .axis .minor").all_text_contents()
        assert [word for word in minor if word not in shown] == [], view
        above = page.locator(".explorer .axis .major").all_text_contents()
        assert [word for word in major if word not in above] == [], view
        assert [word for word in shown if re.search(r"[.,]|\b0\b|-", word)] == [], view


def test_a_phone_shows_the_card_below_and_never_scrolls_sideways(visit, address):
    page = visit(address, width=390, height=640, has_touch=True, is_mobile=True)
    sideways = """() => { const root = document.querySelector('[data-testid=stMain]');
                          const page = document.documentElement;
                          return [root.scrollWidth - root.clientWidth, page.scrollWidth - innerWidth]; }"""
    assert page.evaluate(sideways) == [0, 0]
    chart = page.locator(".explorer .chart").bounding_box()
    below = page.locator(".explorer .card").bounding_box()
    assert below["y"] >= chart["y"] + chart["height"]
    page.locator(MARK.format("siege")).locator(".hit").first.tap()
    assert card(page) == headline("siege")
    peek = page.locator(".explorer .peek")
    assert headline("siege") in peek.inner_text(), "what was tapped is told at once, without scrolling"
    place = peek.bounding_box()
    assert place["y"] + place["height"] == pytest.approx(640, abs=1)
    assert place["height"] >= 44
    peek.tap()
    peek.wait_for(state="hidden")
    until(page, lambda: page.locator(CARD).bounding_box()["y"] < 200)
    page.locator(".explorer .sources .read").first.tap()
    assert page.locator(".explorer .reader .fate.on").count() == 1
    assert page.evaluate(sideways) == [0, 0]
    page.locator(".explorer .back").tap()
    assert page.locator(".explorer .reader").count() == 0, "the way back is in sight wherever the article opened"


def test_what_a_finger_touches_is_large_enough(visit, address):
    page = visit(address, width=390, height=844, has_touch=True, is_mobile=True)
    for selector in (".card .read", "tbody tr", "tbody button", ".tools button", ".peek", ".card .icon"):
        for _, top, _, bottom in boxes(page, f".explorer {selector}"):
            assert bottom - top >= 44, selector


def test_a_long_mention_breaks_with_its_line(visit, address):
    page = visit(address, width=390)
    page.locator(".explorer .sources .read").first.click()
    assert page.locator(".explorer .text .fate.event").count() > 3
    assert (
        page.eval_on_selector_all(".explorer .text .fate", "all => all.map(e => getComputedStyle(e).display)")
        == ["inline"] * page.locator(".explorer .text .fate").count()
    )
    key = page.locator(".explorer .text .fate.event:not(.on)").first.get_attribute("data-mention")
    one = page.locator(f".explorer .text [data-mention={key}]")
    one.focus()
    page.keyboard.press("Enter")
    assert one.get_attribute("aria-pressed") == "true"


def test_an_address_that_names_nothing_is_no_trouble(visit, address):
    page = visit(address)
    whole = window_of(page)
    page = visit(f"{address}/?e=no-such&view=here_there&read=no-such")
    assert page.locator(".explorer .card h2").count() == 1
    assert page.locator(".explorer .notice").inner_text() == (
        "That event isn't in this collection. The years in the address make no sense, so all years are shown. "
        "That place isn't in any of these articles."
    )
    assert window_of(page) == whole


def test_the_page_has_one_main_part_and_a_table_with_names(visit, address):
    page = visit(address)
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("table", name="The events of the timeline, in order of time").count() == 1
    assert page.get_by_role("rowheader").count() == len(EVENTS)
    page.evaluate("() => document.activeElement.blur()")
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.dataset.testid") != "stMain"


def test_a_stretch_wider_than_the_window_stays_soft_and_keeps_its_words(visit, address):
    page = visit(f"{address}/?e=camp&view=1150_1160")
    assert page.locator(MARK.format("stone")).locator(".endless").count() == 1
    label = page.locator(MARK.format("stone")).locator(".label")
    assert label.bounding_box()["x"] >= page.locator(".explorer .chart").bounding_box()["x"]
    look(page, "e=camp&view=1643_1644")
    assert page.locator(MARK.format("siege")).locator(".endless").count() == 0, "the siege lasted all the time"


@pytest.mark.parametrize(("scheme", "page_colour"), [("light", "rgb(250, 250, 248)"), ("dark", "rgb(21, 25, 29)")])
def test_the_system_rules_light_and_dark(visit, address, scheme, page_colour):
    page = visit(address, color_scheme=scheme)
    root = page.locator(".explorer").first
    assert root.get_attribute("data-theme") == scheme
    assert root.evaluate("e => getComputedStyle(e).backgroundColor") == page_colour


def test_streamlits_own_switch_rules_over_the_system(visit, address):
    page = visit(f"{address}/?embed=true&embed_options=dark_theme", color_scheme="light")
    assert page.locator(".explorer").first.get_attribute("data-theme") == "dark"


def test_a_change_of_theme_keeps_zoom_and_choice(visit, address):
    page = visit(f"{address}/?e=siege&view=1600_1700", color_scheme="light")
    before = window_of(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector('.explorer[data-theme="dark"]')
    assert window_of(page) == before
    assert card(page) == headline("siege")


def test_two_fingers_zoom(visit, address):
    page = visit(f"{address}/?e=siege&view=1600_1700")
    page.evaluate(
        """() => {
          const root = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
          const over = root.querySelector('.over');
          const box = over.getBoundingClientRect();
          const send = (type, id, share) => over.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: id,
            pointerType: 'touch', clientX: box.left + box.width * share, clientY: box.top + 60 }));
          over.setPointerCapture = () => {};  // there is no real pointer to capture
          send('pointerdown', 1, 0.4); send('pointerdown', 2, 0.6);
          send('pointermove', 1, 0.3); send('pointermove', 2, 0.7);
          send('pointerup', 1, 0.3); send('pointerup', 2, 0.7);
        }"""
    )
    low, high = window_of(page)
    assert (low, high) == (pytest.approx(1625, abs=0.2), pytest.approx(1675, abs=0.2))


def test_without_motion_the_zoom_jumps(visit, address):
    page = visit(address, reduced_motion="reduce")
    before = window_of(page)
    page.get_by_role("button", name="Zoom in").click()
    assert window_of(page)[1] - window_of(page)[0] == pytest.approx((before[1] - before[0]) / 2)


def test_text_that_would_be_more_stays_text(visit, hostile_address):
    page = visit(hostile_address)
    title, words = HOSTILE
    visible = words.replace("\x07", "␇").replace("\x1b", "␛").replace("\u202e", "\ufffd")
    assert card(page) == visible
    assert page.locator(".explorer tbody button").inner_text() == visible
    assert page.locator(".explorer .card .why li").inner_text() == title
    assert page.locator(".explorer .card mark").inner_text() == "in 1848"
    page.locator(".explorer .sources .read").click()
    assert page.locator(".explorer .reader h2").inner_text() == title
    assert page.locator(".explorer .text .fate.undated").inner_text() == "then <i>later</i>"
    assert "\U0001f600\U0001f680 " in page.locator(".explorer .reader .text").inner_text()
    assert page.locator(".explorer .reader a[target]").count() == 0, "only addresses of the web become links"
    for tag in ("script", "img", "b:text('bold')", "i", "u"):
        assert page.locator(f".explorer :is(.card, .reader, table, .chart) {tag}").count() == 0
    settle(page)
    assert page.evaluate("() => window.caught") is None


def test_another_collection_can_be_chosen_and_taken_back(visit, address):
    page = visit(address)
    chooser = page.locator(".explorer select")
    if chooser.locator("option").count() < 2:
        pytest.skip("the sample collections are not in this checkout")
    title = chooser.locator("option").nth(1).inner_text()
    before = page.locator(".explorer h1").inner_text()
    chooser.focus()
    chooser.select_option(index=1)
    page.wait_for_selector(f".explorer h1:text-is({title!r})", state="attached", timeout=30_000)
    focused = page.evaluate("() => document.activeElement.shadowRoot.activeElement.tagName")
    assert focused == "SELECT", "who switches by keyboard stays at the switch"
    assert "c=korea-china" in page.url
    page.go_back()
    page.wait_for_selector(f".explorer h1:text-is({before!r})", state="attached")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_page_ends_where_the_explorer_does(visit, address, width, height):
    page = visit(address, width, height)
    left = page.evaluate("""() => {
      const scroller = document.querySelector("[data-testid=stMain]");
      scroller.scrollTop = 1e6;
      const host = document.querySelector("[data-testid=stBidiComponentIsolated]");
      const root = host.shadowRoot.querySelector(".explorer");
      return scroller.getBoundingClientRect().bottom - root.getBoundingClientRect().bottom;
    }""")
    assert abs(left) < 2
