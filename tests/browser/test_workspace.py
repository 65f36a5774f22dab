"""From an empty home page to a timeline of one's own articles, and back after the server was killed."""

from __future__ import annotations

import json
import signal
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.serving import served
from tests.browser.test_access import SIDEWAYS, violations
from tests.unit.review.made import read
from timeline.cli.launch import OWN_WORD, WORD
from timeline.store import ready

pytestmark = pytest.mark.browser

ARTICLES = {
    "The mill at Oxbow.txt": "The mill at Oxbow\n\nThe mill at Oxbow was built in 1784 by Thomas Harrow. A fire "
    "destroyed its roof on 3 March 1821. Harrow's grandson sold the mill to the town in 1855.\n",
    "A school in a mill.txt": "A school in a mill\n\nOn 14 September 1857 the school of Oxbow opened with thirty "
    "pupils. It moved to Station Road in the 1890s.\n",
    "Flood year.txt": "Flood year\n\nThe flood of May 1931 broke the weir at Oxbow. The museum reopened in 1934.\n",
}
OURS = "{ include: [['[data-testid=stBidiComponentIsolated]', '.explorer']] }"
FILES = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in ARTICLES.items()]
SCAN = {"name": "scan-1961.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01"}


@pytest.fixture
def house(desk) -> str:
    """The address of an empty home."""
    address, workspace = desk
    for shelf in workspace.collections(deleted=True):
        workspace.purge(shelf.id)
    return address


@pytest.fixture
def page(pages):
    return pages()


def home(page, address: str) -> None:
    page.goto(f"{address}/?page=collections")
    page.wait_for_selector(".desk h1")


def bring(page, address: str, files=FILES) -> str:
    """Chooses files on the home page and waits until they are on a timeline. Gives the collection's id."""
    home(page, address)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(files)
    page.locator(".page-head a", has_text="See the timeline").wait_for()
    page.locator(".progress").wait_for(state="hidden")
    return page.url.split("c=")[1].split("&")[0]


def make(page, address: str, name: str) -> None:
    """A new empty collection, as another window makes one."""
    answer = page.request.post(f"{address}/timeline/desk/make", data={"name": name}, headers={"X-Timeline": ""})
    assert answer.ok


def collections(address: str) -> dict:
    with urllib.request.urlopen(f"{address}/timeline/desk/page/collections") as answer:  # noqa: S310  our own address
        return json.load(answer)["given"]


def test_from_an_empty_home_to_a_timeline_that_outlives_the_server(browser, page, tmp_path):
    database = tmp_path / "timeline.db"
    with served(database) as (address, server):
        page.goto(address)  # a new user sees a sample, and the way to their own
        page.wait_for_selector(".explorer .card h2")
        page.get_by_role("link", name="Your own articles").click()
        page.get_by_role("heading", name="See the history in your articles").wait_for()
        assert "Nothing leaves this computer" in page.locator(".drop").inner_text()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Choose files").click()
        chooser.value.set_files([*FILES, SCAN])
        page.locator(".files .is-read").nth(2).wait_for()
        assert "picture" in page.locator(".files .is-failed").inner_text()
        assert page.get_by_role("button", name="Try scan-1961.png again").is_visible()
        page.locator(".progress").wait_for(state="hidden")
        page.get_by_role("link", name="See the timeline").click()
        page.wait_for_selector(".explorer .card h2")
        table = page.locator(".explorer .twin").inner_text()
        assert "A fire destroyed its roof" in table
        assert "three articles" in page.locator(".explorer .head").inner_text()
        server.send_signal(signal.SIGKILL)
        server.wait()
    with served(database) as (address, _):
        page.goto(address)  # who has collections comes home to them
        page.locator(".shelf h2 a").click()
        page.wait_for_selector(".explorer .card h2")
        assert page.locator(".explorer .twin").inner_text() == table


def test_collections_are_renamed_described_copied_archived_and_deleted_with_undo(page, house):
    bring(page, house, FILES[:1])
    page.get_by_role("link", name="Collections", exact=True).click()

    def more(choice: str, at: int = 0) -> None:
        page.get_by_role("button", name="More for").nth(at).click()
        page.locator(".menu .sheet:not([hidden])").get_by_role("button", name=choice, exact=True).click()

    more("Rename")
    page.get_by_role("textbox", name="Name").fill("Oxbow")
    page.get_by_role("button", name="Rename", exact=True).click()
    page.locator(".shelf h2", has_text="Oxbow").wait_for()
    more("Describe")
    page.get_by_label("What it is about").fill("A mill and its town")
    page.get_by_role("button", name="Keep this").click()
    page.locator(".shelf .described", has_text="A mill and its town").wait_for()
    more("Make a copy")
    page.locator(".shelf h2", has_text="Copy of Oxbow").wait_for()
    more("Archive")
    page.locator("details", has_text="Archived").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator(".shelf").nth(1).wait_for()
    more("Delete")
    page.locator("details", has_text="Deleted").wait_for()
    assert len(collections(house)["collections"]) == 1
    page.get_by_role("button", name="Undo").click()
    page.locator("details", has_text="Deleted").wait_for(state="detached")
    assert [one["name"] for one in collections(house)["collections"]] == ["Copy of Oxbow", "Oxbow"]


def test_what_is_known_of_an_article_is_changed_and_its_dates_are_worked_out_again(page, house):
    text = "A wall fell\n\nThe wall of the mill fell last year. It was rebuilt on Tuesday.\n"
    key = bring(page, house, [{"name": "wall.txt", "mimeType": "text/plain", "buffer": text.encode()}, *FILES])
    page.goto(f"{house}/?page=articles&c={key}")
    page.get_by_role("button", name="A wall fell").click()
    page.get_by_label("Written").fill("12 February 2013")
    page.get_by_label("Publisher").fill("The Oxbow Herald")
    page.get_by_role("button", name="Keep this").click()
    page.locator(".toast", has_text="Kept").wait_for()
    page.locator("tr", has_text="A wall fell").filter(has_text="12 February 2013").filter(has_text="given").wait_for()
    page.locator("tr", has_text="The Oxbow Herald").wait_for()
    page.locator(".status", has_text="being read again").wait_for(state="detached")
    page.goto(f"{house}/?c={key}")
    page.locator(".explorer .twin tr", has_text="2012").wait_for()


def test_two_windows_see_what_each_other_does(browser, page, house):
    bring(page, house, FILES[:1])
    home(page, house)
    other = browser.new_context().new_page()
    make(other, house, "Made in the other window")
    page.locator(".shelf h2", has_text="Made in the other window").wait_for()
    other.context.close()


def test_what_another_window_does_closes_nothing_that_stands_open(page, house):
    for name in ("Attic", "Bridge"):
        make(page, house, name)
    home(page, house)
    page.get_by_role("button", name="More for Attic").click()
    page.get_by_role("button", name="Archive", exact=True).click()
    page.locator("summary", has_text="Archived").click()
    page.get_by_role("button", name="More for Bridge").click()
    with page.expect_response(lambda answer: "desk/page/collections" in answer.url):
        make(page, house, "Cellar")
    page.wait_for_event("response", lambda answer: "desk/revision" in answer.url)  # the look after that
    page.get_by_role("button", name="Describe").focus()  # the open menu is not drawn over
    assert page.locator(".shelf h2", has_text="Cellar").count() == 0
    page.keyboard.press("Escape")
    page.locator(".shelf h2", has_text="Cellar").wait_for()
    assert page.locator("details", has_text="Archived").get_attribute("open") is not None
    focused = "document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot.activeElement.ariaLabel"
    assert page.evaluate(focused) == "More for Bridge"


def test_pasted_text_becomes_an_article(page, house):
    home(page, house)
    page.get_by_role("button", name="Paste text").click()
    expect(page.get_by_label("Text of the article")).to_be_focused()
    page.get_by_label("Text of the article").fill(ARTICLES["Flood year.txt"])
    page.get_by_role("button", name="Bring it in").click()
    page.locator(".files .is-read").wait_for()
    page.locator(".page-head", has_text="1 article").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_no_violation_on_any_page(browser, house, page, width, scheme):
    key = bring(page, house)
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", has_touch=width < 400
    )
    look = context.new_page()
    look.set_default_timeout(30_000)
    for name in ("collections", "bring", "articles", "check", "settings", "compare"):
        query = f"page={name}&c={key}"
        look.goto(f"{house}/?{query}")
        look.wait_for_selector(".desk h1")
        if name == "articles":
            look.locator(".plain tbody button").first.click()
        if name == "collections":
            look.get_by_role("button", name="More for").click()
        assert violations(look, OURS) == [], query
        assert look.evaluate(SIDEWAYS) == 0, query
    context.close()


def test_who_gives_the_word_sees_the_settings_on_every_way_to_them(browser, page, tmp_path, monkeypatch):
    monkeypatch.setenv(WORD, "acorn tree")
    with served(tmp_path / "timeline.db") as (address, _):
        page.goto(f"{address}/?page=settings")
        page.get_by_role("button", name="Give the word").wait_for()
        assert "timeline.db" not in page.locator(".desk").inner_text()
        page.get_by_role("button", name="Give the word").click()
        page.get_by_label("The word for editing").fill("acorn tree")
        page.get_by_role("button", name="Use this word").click()
        page.locator(".place", has_text="timeline.db").wait_for()
        page.get_by_role("link", name="Collections", exact=True).click()
        page.get_by_role("button", name="Choose files").wait_for()
        page.get_by_role("link", name="Settings").click()
        page.locator(".place", has_text="timeline.db").wait_for()
        page.reload()
        page.locator(".place", has_text="timeline.db").wait_for()


def test_what_is_kept_of_opened_files_is_deleted_in_the_settings(page, tmp_path, monkeypatch):
    monkeypatch.setenv(ready.CACHE, str(tmp_path))
    ready.keep("an outline", (b"x" * 2_500_000,))
    with served(tmp_path / "timeline.db") as (address, _):
        page.goto(f"{address}/?page=settings")
        part = page.locator("section").filter(has=page.get_by_role("heading", name="Files that were opened"))
        expect(part.locator(".place")).to_have_text(f"{tmp_path / 'outlines'} (2.5 MB)")
        part.get_by_role("button", name="Delete what is kept").click()
        expect(part).to_contain_text("Nothing is kept now.")
    assert ready.kept() == (0, 0)


DROPPED = """(field) => {
  const may_not = () => new DOMException("", "NotReadableError");
  const file = (name, bytes) => ({ isFile: true, name, file: (done) => done(bytes) });
  const mill = new File(["The mill burnt down on 3 May 1871."], "mill.txt");
  const gone = Object.assign(new File(["x"], "gone.txt"), { slice: () => ({ arrayBuffer: () => Promise.reject(may_not()) }) });
  const secret = { isFile: true, name: "secret.txt", file: (_, failed) => failed(may_not()) };
  const folder = (name, readEntries) => ({ name, createReader: () => ({ readEntries }) });
  const rest = [[file("mill.txt", mill), file("gone.txt", gone), secret, folder("closed", (_, failed) => failed(may_not()))], []];
  const items = [{ kind: "file", webkitGetAsEntry: () => folder("town", (done) => done(rest.shift())) }];
  const drop = new Event("drop", { bubbles: true, cancelable: true });
  field.dispatchEvent(Object.defineProperty(drop, "dataTransfer", { value: { items, files: [] } }));
}"""  # noqa: E501
"""A folder as a browser hands it over that may not open all of it."""


def test_what_the_browser_may_not_open_of_a_folder_is_said(page, house):
    home(page, house)
    page.locator(".drop").first.evaluate(DROPPED)
    for name in ("town/gone.txt", "town/secret.txt", "town/closed/"):
        page.locator(".files .is-failed", has_text=name).filter(has_text="The browser can’t open it").wait_for()
    page.locator(".files .is-read", has_text="town/mill.txt").wait_for()


FORMS = ".desk :is(form, .drop, .menu, button.go, [aria-keyshortcuts], .switch)"


def test_who_reads_is_shown_no_forms_until_the_word_is_given(browser, page, tmp_path, monkeypatch):
    with served(tmp_path / "timeline.db") as (address, _):
        key = bring(page, address, FILES[:1])
    monkeypatch.setenv(WORD, "acorn tree")
    with served(tmp_path / "timeline.db") as (address, _):
        for query in ("page=articles", "page=check", "page=bring", "page=teach"):
            page.goto(f"{address}/?{query}&c={key}")
            page.locator(".reads-only", has_text="Here everything may be read.").wait_for()
            if query == "page=articles":
                page.locator(".plain tbody button").first.click()
                page.locator(".article-card h2").wait_for()
            assert page.locator(FORMS).count() == 0, query
            assert violations(page, OURS) == [], query
        page.goto(f"{address}/?page=articles&c={key}")
        page.get_by_role("button", name="Give the word").click()
        page.get_by_label("The word for editing").fill("acorn tree")
        page.get_by_role("button", name="Use this word").click()
        page.get_by_role("link", name="Bring in articles").wait_for()
        page.locator(".plain tbody button").first.click()
        page.locator(".article-card form").wait_for()
        assert page.locator(".reads-only").count() == 0


@pytest.mark.parametrize("width", [390, 375, 360])
def test_on_a_phone_every_way_in_the_bar_is_in_sight(browser, house, page, width):
    key = bring(page, house, FILES[:1])
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=True)
    look = context.new_page()
    for query in (f"c={key}", f"page=check&c={key}"):
        look.goto(f"{house}/?{query}")
        ways = look.locator(".bar .views a")
        ways.last.wait_for()
        boxes = [one.bounding_box() for one in ways.all() if one.is_visible()]
        assert len(boxes) == 6
        assert look.get_by_role("link", name="Timeline: all collections").is_visible()  # stands for the seventh
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 44 for box in boxes)
    context.close()


def test_the_keyboard_opens_a_menu_goes_through_it_and_leaves_it(page, house):
    bring(page, house, FILES[:1])
    home(page, house)
    opener = page.get_by_role("button", name="More for")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "() => document.activeElement.shadowRoot.activeElement.textContent"
    assert page.evaluate(focused) == "Describe"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "More"
    assert opener.get_attribute("aria-expanded") == "false"


def test_titles_and_names_are_shown_as_text_only(page, house):
    name = "<img src=x onerror=alert(1)>.txt"
    bring(page, house, [{"name": name, "mimeType": "text/plain", "buffer": ARTICLES["Flood year.txt"].encode()}])
    assert page.locator(".files b").inner_text() == name
    assert page.locator(".desk img").count() == 0


def test_two_collections_are_compared(page, house):
    one = bring(page, house, FILES[:2])
    other = bring(page, house, FILES[1:])
    page.goto(f"{house}/?page=compare&c={one}&before={one}&after={other}")
    page.locator(".difference").nth(1).wait_for()
    came, went = page.locator(".difference").all()
    assert "The museum reopened" in came.inner_text()
    assert "A fire destroyed its roof" in went.inner_text()
    assert "thirty pupils" not in page.locator(".desk").inner_text()


def test_what_changed_since_the_last_reading_is_compared(page, house):
    key = bring(page, house, FILES[:2])
    page.goto(f"{house}/?page=bring&c={key}")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(FILES[2:])
    page.locator(".page-head", has_text="3 articles").wait_for()
    page.locator(".progress").wait_for(state="hidden")
    page.goto(f"{house}/?page=compare&c={key}")
    came = page.locator(".difference", has_text="Events that came")
    came.wait_for()
    assert "The museum reopened" in came.inner_text()
    readings = page.locator(".readings li").all_inner_texts()
    assert len(readings) == 2
    assert "until 1 article came" in readings[1]
    page.get_by_label("Before", exact=True).select_option(label="As it is now")
    page.get_by_text("events are the same").wait_for()


def test_two_editions_are_reached_from_the_article_and_compared_sentence_by_sentence(page, house):
    first = ARTICLES["The mill at Oxbow.txt"]
    other = first.replace("in 1855", "in 1856") + "In 1870 it stood empty.\n"
    files = [("old.txt", first), ("new.txt", other)]
    key = bring(page, house, [{"name": n, "mimeType": "text/plain", "buffer": t.encode()} for n, t in files])
    page.goto(f"{house}/?page=articles&c={key}")
    page.locator(".plain tbody button").first.click()
    page.get_by_role("link", name="Compare with").click()
    page.locator(".editions select").first.wait_for()
    page.get_by_label("Article after").select_option(label="The mill at Oxbow (new.txt)")
    page.get_by_label("Article before").select_option(label="The mill at Oxbow (old.txt)")
    page.locator(".difference", has_text="Sentences that came").wait_for()
    assert page.locator("ins").all_inner_texts() == ["1856."]
    assert page.locator("del").all_inner_texts() == ["1855."]
    assert "In 1870 it stood empty." in page.locator(".difference", has_text="Sentences that came").inner_text()
    assert violations(page, OURS) == []


def test_a_deleted_collection_says_so_at_its_address_and_comes_back(page, house):
    key = bring(page, house, FILES[:1])
    home(page, house)
    page.get_by_role("button", name="More for").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_text("is deleted.").wait_for()
    for query in (f"c={key}", f"page=check&c={key}"):
        page.goto(f"{house}/?{query}")
        page.get_by_role("heading", name="This collection was deleted").wait_for()
        assert "Thomas Harrow" not in page.content()
    assert violations(page, OURS) == []
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("heading", name="Check").wait_for()


@pytest.mark.parametrize("query", ["", "articles", "check", "teach", "compare", "bring"])
def test_an_open_window_says_that_its_collection_was_deleted_and_that_it_is_gone(page, house, desk, query):
    _, workspace = desk
    key = workspace.keep(read(), "A town", at="2026-03-01T10:00:00Z").id
    page.goto(f"{house}/?c={key}" + (f"&page={query}" if query else ""))
    page.locator(".explorer .card h2" if not query else f"main[data-page={query}] h1").first.wait_for()
    page.wait_for_event("response", lambda answer: "/desk/revision" in answer.url)  # it knows how things stood
    workspace.delete(key, at="2026-03-01T11:00:00Z")
    page.get_by_role("heading", name="This collection was deleted").wait_for()
    workspace.purge(key)
    page.get_by_role("heading", name="There is no collection at this address").wait_for()
    assert "Harbour" not in page.locator("main.desk").inner_text()
    page.get_by_role("link", name="To your collections").click()
    page.get_by_role("heading", name="See the history in your articles").wait_for()


def test_the_address_of_what_is_gone_leads_home(page, house):
    for query in ("c=gone-12345678", "page=check&c=gone-12345678", "page=articles"):
        page.goto(f"{house}/?{query}")
        page.get_by_role("heading", name="There is no collection at this address").wait_for()
        assert "deleted for good" in page.locator("main.desk").inner_text()
    assert violations(page, OURS) == []
    page.goto(f"{house}/?page=teach&c=gone-12345678&lang=de")
    page.get_by_role("heading", name="Unter dieser Adresse ist keine Sammlung").wait_for()


def test_who_shares_switches_a_collection_off_and_others_see_it_no_more(browser, page, tmp_path, monkeypatch):
    with served(tmp_path / "timeline.db") as (address, _):
        key = bring(page, address, FILES[:1])
    monkeypatch.setenv(WORD, "acorn tree")
    monkeypatch.setenv(OWN_WORD, "birch wood")
    with served(tmp_path / "timeline.db") as (address, _):
        home(page, address)
        page.get_by_role("button", name="Give the word").click()
        page.get_by_label("The word for editing").fill("birch wood")
        page.get_by_role("button", name="Use this word").click()
        page.get_by_role("switch").click()
        page.get_by_text("is kept back").wait_for()
        assert page.get_by_role("switch").get_attribute("aria-checked") == "false"
        assert violations(page, OURS) == []
        page.goto(f"{address}/?c={key}")
        page.locator(".explorer tbody", has_text="The mill at Oxbow was built").wait_for()
        other = browser.new_context().new_page()
        other.goto(f"{address}/?page=collections")
        other.get_by_role("heading", name="Nothing is shared here yet").wait_for()
        other.goto(f"{address}/?c={key}")
        other.get_by_role("heading", name="There is no collection at this address").wait_for()
        assert "It is not shared" in other.locator("main.desk").inner_text()
        assert "Harrow" not in other.content()
        other.context.close()


def test_a_table_shows_its_columns_before_it_is_read(page, house):
    rows = 'Headline,Printed,Body\nA bridge,1934-05-02,"The bridge of Oxbow opened in April 1934."\n'
    home(page, house)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").click()
    chooser.value.set_files([{"name": "rows.csv", "mimeType": "text/csv", "buffer": rows.encode()}])
    page.get_by_role("button", name="Look at the columns of rows.csv").click()
    assert page.get_by_label("Text of the article").input_value() == "Body"
    page.get_by_role("combobox", name="Written").select_option("Printed")
    page.locator(".preview", has_text="1934-05-02").wait_for()
    page.get_by_role("button", name="Read 1 row").click()
    page.locator(".files .is-read").wait_for()
    page.goto(f"{house}/?page=articles&{page.url.split('&')[1]}")
    page.locator(".plain tr", has_text="2 May 1934").wait_for()
