"""The explorer as one HTML file, opened from the disk in a real browser without a network."""

from __future__ import annotations

import re

import pytest

from tests.browser.made import EVENTS, HOSTILE, hostile, made
from timeline.chart import file as chart_file
from timeline.chart import html_file

pytestmark = pytest.mark.browser


def card(page) -> str:
    return page.locator(".explorer .card h2").inner_text()


def test_the_file_is_the_explorer(file):
    page = file(html_file(made(), title="Varn"))
    assert page.title() == page.locator("h1").inner_text() == "Varn"
    assert page.locator(".explorer tbody tr").count() == len(EVENTS)
    page.locator('.explorer [data-mark="siege"] .hit').first.click(position={"x": 8, "y": 13})
    assert card(page) == "The siege of Varn"
    assert page.locator(".explorer .card mark").all_inner_texts() == ["from 1642 to 1645"]
    page.locator(".explorer .sources .read").first.click()
    assert page.locator(".explorer .reader .fate.on").inner_text() == "from 1642 to 1645"
    assert "The plan for a tunnel" in page.locator(".explorer .reader .text").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_url(re.compile("e=siege.*view=|view=.*e=siege"))
    page.reload()
    assert card(page) == "The siege of Varn"
    assert page.locator(".explorer .shown").inner_text().startswith("Shown: ")


def test_large_data_open_the_same(file, monkeypatch):
    monkeypatch.setattr(chart_file, "LARGE", 100)
    page = file(html_file(made(), title="Varn"), "?e=siege")
    assert card(page) == "The siege of Varn"
    assert page.locator(".explorer tbody tr").count() == len(EVENTS)
    page.locator(".explorer .sources .read").first.click()
    assert page.locator(".explorer .reader .fate.on").inner_text() == "from 1642 to 1645"


def test_firm_marks_are_drawn_without_plotly(file):
    page = file(html_file(made(), title="Varn"), "?e=siege")
    days = page.locator(".explorer .over circle.solid").count()
    assert days >= 4
    assert page.locator(".explorer .over rect.solid").count() >= 1
    assert page.evaluate("() => typeof window.Plotly") == "undefined"


def test_with_quotes_only_the_article_shows_its_quotes(file):
    page = file(html_file(made(), title="Varn", articles="quotes"), "?e=camp")
    page.locator(".explorer .sources .read").first.click()
    assert page.locator(".explorer .reader .fate.on").inner_text() == "15 March 44 BC"
    assert "Only the sentences that speak of time" in page.locator(".explorer .reader header").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_decides_on_light_and_dark(file, scheme):
    page = file(html_file(made(), title="Varn"), color_scheme=scheme)
    assert page.locator(".explorer").get_attribute("data-theme") == scheme
    other = "dark" if scheme == "light" else "light"
    page.emulate_media(color_scheme=other)
    page.wait_for_selector(f'.explorer[data-theme="{other}"]')


def test_text_that_would_be_more_stays_text(file):
    title, words = HOSTILE
    page = file(html_file(hostile(), title=title))
    assert page.title() == title
    assert card(page) == words.replace("\x07", "␇").replace("\x1b", "␛").replace("\u202e", "\ufffd")
    assert page.locator("img, b:text('bold'), .explorer script").count() == 0
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.caught") is None


def test_on_a_phone_nothing_scrolls_sideways(file):
    page = file(html_file(made(), title="Varn"), width=390, height=844, has_touch=True, is_mobile=True)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") == 0
    page.locator('.explorer [data-mark="siege"] .hit').first.tap()
    assert "The siege of Varn" in page.locator(".explorer .peek").inner_text()


@pytest.mark.parametrize(("name", "whole"), [("Articles in full", True), ("Quotes only", False)])
def test_the_app_hands_the_file_over(visit, address, tmp_path, name, whole):
    page = visit(address)
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    assert waiting.value.suggested_filename == "varn.html"
    path = tmp_path / "saved.html"
    waiting.value.save_as(path)
    assert path.read_text(encoding="utf-8") == html_file(made(), title="varn", articles="whole" if whole else "quotes")


def test_the_menu_is_left_by_escape_and_keeps_the_focus(visit, address):
    page = visit(address)
    opener = page.get_by_role("button", name="Save")
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    focused = "() => document.activeElement.shadowRoot.activeElement.textContent"
    assert "Articles in full" in page.evaluate(focused)
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate(focused) == "Save"


def test_no_file_of_what_is_not_there(visit, address):
    page = visit(address)
    answer = page.request.get(f"{address}/timeline/file?c=no-such")
    assert (answer.status, answer.text()) == (404, "There is no such collection here.")
