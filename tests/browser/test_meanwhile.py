"""What somebody else changes while one reads, searches or types: it is shown, and nothing of one's own goes."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.test_workspace import served
from tests.unit.review.made import DOCUMENTS, article, fresh, read, telling
from timeline.pipeline import build_timeline
from timeline.store.workspace import open_workspace

pytestmark = pytest.mark.browser

AT = "2026-03-01T10:00:00Z"
FERRY = telling(fresh(), "Swallow").id
MUSEUM = telling(fresh(), "museum").id
LONG = article("long.txt", "2001-09-10", "A long tale\n\n" + "\n\n".join(
    f"In {year} the river Larn froze, and the people of the town walked over it to the market. " + "It was cold. " * 30
    for year in range(1801, 1841)
))  # fmt: skip


@pytest.fixture(scope="module")
def house(browser, tmp_path_factory) -> Iterator[tuple[str, Any]]:
    """A server, and a way to a fresh collection in it."""
    database = tmp_path_factory.mktemp("meanwhile") / "timeline.db"
    with open_workspace(database) as workspace, served(database) as (address, _):
        yield address, lambda read_=None: workspace.keep(read_ or read(), "A town", at=AT).id


def decide(address: str, key: str, **wish: Any) -> None:
    """What somebody else decides."""
    told = urllib.request.Request(  # noqa: S310  our own address
        f"{address}/timeline/desk/check/{key}/decide", json.dumps(wish).encode(), {"X-Timeline": ""}
    )
    urllib.request.urlopen(told).close()  # noqa: S310


def renamed(address: str, key: str, event: str, words: str) -> None:
    decide(address, key, action="edit", targets=[event], fields={"headline": words})


def active(page) -> str:
    """The name of what has the focus."""
    return page.evaluate("""() => {
        const one = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot.activeElement;
        return one ? one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent : "";
    }""")


def test_who_searches_the_timeline_types_on(house, pages):
    address, fresh_key = house
    key, page = fresh_key(), pages()
    page.goto(f"{address}/?c={key}")
    page.wait_for_selector(".explorer .card h2")
    field = page.get_by_role("searchbox", name="Search headlines")
    field.click()
    page.keyboard.type("bri")
    page.locator(".remains", has_text="2 of").wait_for()
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => one.name.includes('revision'))"
    )
    renamed(address, key, FERRY, "The bridge of boats sank")
    page.locator(".remains", has_text="3 of").wait_for()
    assert field.input_value() == "bri"
    page.keyboard.type("dge of")
    page.locator(".remains", has_text="1 of").wait_for()
    assert field.input_value() == "bridge of"


def test_who_reads_an_article_stays_where_they_are(house, pages):
    address, fresh_key = house
    key, page = fresh_key(build_timeline((*DOCUMENTS, LONG))), pages()
    page.goto(f"{address}/?c={key}&read={LONG.id}")
    page.locator(".reader h2", has_text="A long tale").wait_for()
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => one.name.includes('revision'))"
    )
    page.get_by_text("In 1830 the river").scroll_into_view_if_needed()
    at = page.get_by_text("In 1830 the river").bounding_box()
    renamed(address, key, FERRY, "The Swallow was lost")
    page.wait_for_function(
        """() => document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot
            .querySelector(".twin").textContent.includes("The Swallow was lost")"""
    )
    now = page.get_by_text("In 1830 the river").bounding_box()
    assert abs(now["y"] - at["y"]) < 2
