"""Source work in the browser: an article, two side by side; from the page Teach, from an article; by all, on paper."""

from __future__ import annotations

import pytest

from tests.browser.made import HOSTILE
from tests.browser.test_access import SIDEWAYS, violations
from tests.browser.test_workspace import FILES, OURS, bring

pytestmark = pytest.mark.browser

SAMPLE = "south-pole"
FIRST, LAST = "The South Pole is reached", "Three dates that people ask about"


@pytest.fixture
def address(desk) -> str:
    return desk[0]


def look(page, address: str, one: str = FIRST, two: str = "", **query: str) -> None:
    """From the page Teach to an article, or two."""
    more = "".join(f"&{name}={value}" for name, value in query.items())
    page.goto(f"{address}/?page=teach&c={SAMPLE}{more}")
    maker = page.locator(".maker.wide")
    maker.locator("select").first.select_option(label=one)
    if two:
        maker.locator("select").last.select_option(label=two)
    maker.get_by_role("button").click()
    page.wait_for_selector(".source-facts")


def test_an_article_is_looked_at_and_put_beside_another(address, pages):
    page = pages()
    look(page, address)
    assert page.locator(".teach h1").inner_text() == FIRST
    assert "The Morning Lantern" in page.locator(".source-facts").inner_text()
    differs = page.locator(".source-kind").first
    assert differs.locator(".tell.differs").count() > 0
    assert "one day apart" in differs.inner_text()
    page.locator(".folded summary").first.press("Enter")
    page.locator(".folded .proof").first.wait_for()
    page.get_by_label("Side by side with").select_option(label=LAST)
    page.get_by_role("heading", name="Two articles side by side").wait_for()
    assert page.locator(".source-facts").count() == 2
    page.go_back()
    page.get_by_role("heading", name=FIRST, level=1).wait_for()


def test_a_sentence_is_read_where_it_stands_and_the_article_leads_back(address, pages):
    page = pages()
    look(page, address)
    proof = page.locator(".source-kind .proof").first
    words = proof.locator("mark").inner_text()
    page.goto(address + "/" + proof.get_by_role("link").get_attribute("href"))
    page.wait_for_selector(".explorer .reader")
    assert page.locator(".reader h2").inner_text() == FIRST
    assert words in page.locator(".reader .fate.on").all_inner_texts()
    page.locator(".reader").get_by_role("link", name="Source work").click()
    page.get_by_role("heading", name=FIRST, level=1).wait_for()
    page.get_by_role("link", name="Read the article").click()
    page.wait_for_selector(".explorer .reader")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
@pytest.mark.parametrize("two", ["", LAST])
def test_nobody_is_kept_out(address, pages, width, scheme, two):
    page = pages(width, color_scheme=scheme)
    look(page, address, two=two)
    for summary in page.locator(".folded summary").all():
        summary.click()
    assert violations(page, OURS) == []
    assert page.evaluate(SIDEWAYS) == 0


def test_the_page_articles_leads_to_it_also_where_there_is_no_second_one(address, pages):
    page = pages()
    key = bring(page, address, [one for one in FILES if one["name"].startswith("The mill")])
    page.goto(f"{address}/?page=articles&c={key}")
    page.get_by_role("button", name="The mill at Oxbow").click()
    page.get_by_role("link", name="Source work").click()
    page.get_by_role("heading", name="The mill at Oxbow", level=1).wait_for()
    page.get_by_text("There is no second article").wait_for()
    assert page.locator(".source-kind h2").first.inner_text().startswith("Only this article tells it")
    assert violations(page, OURS) == []


def test_by_keyboard_alone(address, pages):
    page = pages()
    page.goto(f"{address}/?page=teach&c={SAMPLE}")
    page.locator(".maker.wide select").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Two articles side by side").wait_for()
    assert page.locator(".source-facts h2").all_inner_texts() == [LAST, FIRST]
    page.locator(".source-facts h2 a").last.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=FIRST, level=1).wait_for()


def test_what_a_hostile_article_says_is_text_alone(hostile_address, pages):
    page = pages()
    page.goto(f"{hostile_address}/?page=teach&c=opened")
    page.locator(".maker.wide").get_by_role("button").click()
    page.wait_for_selector(".source-facts")
    title, words = HOSTILE
    assert page.locator(".teach h1").inner_text() == title
    assert words.split()[0] in page.locator(".source-kind h3").first.inner_text()
    assert page.locator(".teach :is(script, img, iframe, i, u)").count() == 0
    assert page.locator('.teach a[href^="javascript"]').count() == 0
    assert page.evaluate("window.caught") is None
    page.goto(hostile_address + page.get_by_role("link", name="Print, or save for Word").get_attribute("href"))
    assert page.locator("main :is(script, img, iframe, u)").count() == 0
    assert page.evaluate("window.caught") is None


@pytest.mark.parametrize(
    ("language", "heading"),
    [("de", "Zwei Artikel nebeneinander"), ("fr", "Deux articles côte à côte"), ("ko", "두 글을 나란히")],
)
def test_in_the_language_of_the_lesson(address, pages, language, heading):
    page = pages(390, 844)
    look(page, address, two=LAST, lang=language)
    assert page.locator(".teach h1").inner_text() == heading
    assert page.locator(".source-kind blockquote").first.get_attribute("lang") == "en"
    assert page.evaluate(SIDEWAYS) == 0


def test_it_is_printed(address, pages):
    page = pages()
    look(page, address)
    page.goto(address + page.get_by_role("link", name="Print, or save for Word").get_attribute("href"))
    assert page.locator("h1").inner_text() == FIRST
    assert page.locator(".worksheet .row").count() > 10
    assert violations(page) == []
