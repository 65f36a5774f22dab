"""A Chromium of the system, and the app serving a collection. Without Chromium: skipped, in CI a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.made import hostile, made
from tests.browser.serving import served, serving
from timeline.cli.launch import OPENED
from timeline.store import collection_file
from timeline.store.workspace import Workspace, open_workspace

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CARD = ".explorer .card h2, .explorer.bare .sum"
"""What stands in the explorer once it is ready."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    named = os.environ.get("TIMELINE_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    if program is None:
        reason = "no Chromium on the PATH, and TIMELINE_CHROMIUM names none"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


def serve(collection: Path) -> Iterator[str]:
    with serving(collection.parent, **{OPENED: str(collection)}) as (address, _):
        yield address


@pytest.fixture(scope="session")
def address(browser, tmp_path_factory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("made") / "varn.json"
    collection_file.write(made(), file)
    yield from serve(file)


@pytest.fixture(scope="session")
def hostile_address(browser, tmp_path_factory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("hostile") / "hostile.json"
    collection_file.write(hostile(), file)
    yield from serve(file)


@pytest.fixture(scope="session")
def desk(browser, tmp_path_factory) -> Iterator[tuple[str, Workspace]]:
    """The address of the app without an opened file, and its workspace: one for all tests that need no own server."""
    database = tmp_path_factory.mktemp("desk") / "timeline.db"
    with open_workspace(database) as workspace, served(database) as (address, _):
        yield address, workspace


@pytest.fixture(scope="session")
def shared(browser):
    """One context for most tests: its cache keeps Plotly.js, as a reader's browser does."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def visit(browser, shared) -> Iterator[Callable]:
    """Opens a page with the explorer drawn, Plotly and all; errors of the page fail the test."""
    opened = []
    errors: list[str] = []

    def go(url: str, width: int = 1440, height: int = 900, **options):
        context = browser.new_context(**options) if options else shared
        page = context.new_page()
        opened.append(context if options else page)
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        page.wait_for_selector(CARD)
        page.wait_for_selector(".explorer .plot svg")
        return page

    yield go
    for one in opened:
        one.close()
    assert errors == []


@pytest.fixture(scope="session")
def calm(browser):
    """A context without motion, for the first window of each test: what it has fetched stays in its cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def pages(browser, calm) -> Iterator[Callable]:
    """Gives windows without motion, each of a browser that remembers nothing and is nobody else's.

    With options that a page can't be given later, or ``alone``, the browser begins with an empty cache as well: so must
    one whose clock is turned. Errors of a page fail the test.
    """
    wrong: list[str] = []
    contexts = []
    first = True

    def one_more(
        width: int = 1440, height: int = 900, context=None, color_scheme: str = "light", alone: bool = False, **options
    ):
        nonlocal first
        if context is None and first and not (alone or options):
            context, first = calm, False
        elif context is None:
            context = browser.new_context(**{"reduced_motion": "reduce", **options})
            contexts.append(context)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme)
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page

    yield one_more
    for context in contexts:
        context.close()
    calm.set_offline(False)
    for page in calm.pages:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()
    assert wrong == []


@pytest.fixture
def file(browser, tmp_path):
    """Writes a page and opens it from the disk, offline; errors, refusals and requests fail the test."""
    contexts = []
    wrong: list[str] = []

    def go(text: str, query: str = "", width: int = 1440, height: int = 900, ready: str = CARD, **options):
        path = tmp_path / "timeline.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
        own = (path.as_uri(), "blob:", "data:")
        page.on("request", lambda one: None if one.url.startswith(own) else wrong.append(one.url[:200]))
        page.goto(path.as_uri() + query)
        page.wait_for_selector(ready)
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []
