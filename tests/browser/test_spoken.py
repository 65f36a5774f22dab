"""The explorer for who hears it and goes by keys: names, groups and ways, as the accessibility tree has them."""

from __future__ import annotations

import pytest

from tests.browser.made import made
from timeline.chart import html_file

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  let one = document.activeElement;
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
}"""


@pytest.fixture
def page(file):
    return file(html_file(made(), title="Varn"))


def focused(page) -> str:
    """The words of what has the focus."""
    return page.evaluate(f"() => (one => one.getAttribute('aria-label') || one.textContent)(({FOCUSED})())").strip()


def tab_to(page, words: str) -> int:
    """Tabs until what has the focus bears these words; how many stops that took."""
    for stop in range(1, 60):
        page.keyboard.press("Tab")
        if words in focused(page):
            return stop
    raise AssertionError(f"{words} is not within sixty stops")


def test_from_the_address_bar_to_a_sentence_in_its_article_by_keys_alone(page):
    assert tab_to(page, "Skip to the events") == 1
    page.keyboard.press("Enter")
    chosen = page.locator(".card h2").text_content()
    assert chosen in focused(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('.card h2').textContent !== before", arg=chosen)
    words = page.locator(".card blockquote mark").first.text_content()
    tab_to(page, "Read in the article")
    page.keyboard.press("Enter")
    page.wait_for_selector(".reader")
    assert focused(page) == words, "the place that the sentence speaks of"


def test_the_frame_of_the_chart_is_whole_while_it_has_the_focus(page):
    frame = "() => getComputedStyle(document.querySelector('.chart'), '::after').borderLeftWidth"
    assert page.evaluate(frame) == "0px"
    tab_to(page, "Timeline, ")
    assert page.evaluate(frame) == "3px"


def test_who_skips_while_an_article_is_open_comes_to_the_article(page):
    page.locator(".sources .read").first.click()
    page.wait_for_selector(".reader")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(f"() => ({FOCUSED})().querySelector('.reader') !== null")


def test_a_row_says_who_tells_it_and_not_who_is_silent(page):
    said = page.locator(".twin td.told .unseen").all_text_contents()
    assert said
    assert all(one[0].isdigit() and " of " in one for one in said)
    assert not any("silent" in one for one in said)


def test_the_row_that_is_chosen_is_said_where_the_focus_is(page):
    current = page.locator(".twin [aria-current=true]")
    chosen = page.locator(".card h2").text_content()
    assert current.evaluate_all("ones => ones.map((one) => one.tagName)") == ["TR", "BUTTON"]
    assert current.last.text_content() == chosen
    page.locator(".twin tbody button").last.click()
    page.wait_for_function("before => document.querySelector('.card h2').textContent !== before", arg=chosen)
    assert current.evaluate_all("ones => ones.map((one) => one.tagName)") == ["TR", "BUTTON"]
    assert current.last.text_content() == page.locator(".card h2").text_content()


def test_choices_stand_in_lists_that_bear_their_names(page):
    page.get_by_role("button", name="More filters").click()
    sheet = page.get_by_role("dialog", name="More filters")
    for heading in sheet.get_by_role("heading", level=3).all_text_contents():
        assert sheet.get_by_role("list", name=heading).get_by_role("checkbox").count() > 0, heading
    page.keyboard.press("Escape")
    page.get_by_role("button", name="All kinds").click()
    assert page.get_by_role("list", name="Kinds").get_by_role("checkbox").count() > 1
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lanes:").click()
    assert page.get_by_role("radiogroup", name="Lanes").get_by_role("radio", checked=True).count() == 1
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("list", name="Picture").get_by_role("button").count() == 4


NO_CANVAS = """const usual = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (...what) {
  return this.width > 600 ? null : usual.apply(this, what);
};"""
NO_FILE = "HTMLCanvasElement.prototype.toBlob = (then) => then(null)"
NO_PICTURE = "HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('too large', 'EncodingError'))"


@pytest.mark.parametrize("breaks", [NO_CANVAS, NO_FILE, NO_PICTURE], ids=["no canvas", "no file", "no picture"])
def test_a_png_that_can_not_be_made_is_one_sentence(page, breaks):
    errors: list[object] = []
    page.on("pageerror", lambda error: errors.append(error))
    page.evaluate(f"() => {{ {breaks} }}")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="All years, as PNG").click()
    page.get_by_role("status").filter(has_text="The PNG could not be made").wait_for()
    said = page.locator(".notice").text_content()
    assert said == "The PNG could not be made: this browser has no room for a picture of that size. Save it as SVG."
    assert errors == []


def test_the_explorer_is_titled_by_what_it_shows(visit, address):
    page = visit(address)
    first, second = page.get_by_role("combobox", name="Collection").locator("option").all_text_contents()[:2]
    page.wait_for_function("title => document.title === title", arg=f"{first} · Timeline")
    page.get_by_role("combobox", name="Collection").select_option(second)
    page.wait_for_function("title => document.title === title", arg=f"{second} · Timeline")
