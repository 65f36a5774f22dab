"""The pictures of docs/first-lesson.md and docs/lessons.md, taken of the running app, of the samples."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure import FLAGS, serve
from pictures import FOLDER
from playwright.sync_api import sync_playwright

from timeline.cli.launch import DATABASE, HOSTS

SAMPLE, OF_SOURCES = "ancient", "south-pole"
SEED = 7
WALL, PHONE, PAPER, LONG = (1200, 720), (390, 844), (1200, 900), (1200, 1040)


def main() -> None:
    program = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        os.environ |= {DATABASE: str(Path(folder, "pictures.db")), HOSTS: "192.168.178.23"}
        with serve(None) as address, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=program, args=FLAGS)

            def taken(name: str, size: tuple[int, int], path: str, ready: str, act: Callable[[Any], None]) -> None:
                width, height = size
                page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
                page.goto(f"{address}{path}")
                page.wait_for_selector(ready)
                act(page)
                page.wait_for_timeout(500)
                page.screenshot(path=FOLDER / name)
                page.close()

            exercise, tour = made(browser, address)
            desk = f"/?page=teach&c={SAMPLE}"
            taken("teach.png", WALL, desk, ".teach h1", nothing)
            taken("teach-exercise.png", LONG, f"{desk}&lesson={exercise}", ".deck-card", nothing)
            taken("teach-phone.png", PHONE, f"/?deck={exercise}", ".pane h1", go_on)
            taken("teach-result.png", PHONE, f"/?deck={exercise}", ".pane h1", answer_all)
            taken("teach-paper.png", PAPER, f"/timeline/desk/lesson/{exercise}/paper", "article", nothing)
            taken("teach-tour.png", WALL, f"/?tour={tour}#3.4", ".show h1", nothing)
            taken("source.png", PAPER, f"/?page=teach&c={OF_SOURCES}", ".maker.wide", set_beside)
            browser.close()


def made(browser: Any, address: str) -> tuple[str, str]:
    """The codes of an exercise and of a tour."""
    page = browser.new_page()
    told = {"headers": {"X-Timeline": ""}, "data": {"language": "en", "seed": SEED}}
    exercise, tour = (
        page.request.post(f"{address}/timeline/desk/teach/{SAMPLE}/{kind}", **told).json()["code"]
        for kind in ("exercise", "tour")
    )
    page.close()
    return exercise, tour


def nothing(_page: Any) -> None:
    """A picture of the page as it comes."""


def go_on(page: Any) -> None:
    page.locator(".acts .go").click()


def set_beside(page: Any) -> None:
    """The first and the last article, side by side."""
    one, other = page.locator(".maker.wide select").all()
    one.select_option(index=0)
    other.select_option(index=other.locator("option").count() - 1)
    page.locator(".maker.wide .btn").click()
    page.wait_for_selector(".source-facts")


def answer_all(page: Any) -> None:
    """Answers each question as it lies: what can be chosen by its first answer, what can be moved not at all."""
    go_on(page)
    while not page.locator(".receipt").count():
        for group in page.locator(".options").all():
            group.locator("input").first.check()
        if page.locator("input[type=range]").count():
            page.locator("input[type=range]").press("Enter")
        go_on(page)
        go_on(page)


if __name__ == "__main__":
    main()
