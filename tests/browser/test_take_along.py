"""Pictures, paper and the legend, made in a real browser out of the page that shows a collection."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.made import EVENTS, HOSTILE, hostile, made
from timeline.chart import html_file

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
A4, LETTER, A3 = (842, 595), (792, 612), (1191, 842)


def saved(page, name: str) -> bytes:
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    assert waiting.value.suggested_filename == f"Varn.{name[-3:].lower()}"
    return waiting.value.path().read_bytes()


def texts(picture: bytes) -> str:
    return " ".join("".join(text.itertext()) for text in ET.fromstring(picture).iter(f"{SVG}text"))  # noqa: S314  ours


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_these_years_stands_alone(file, scheme):
    page = file(html_file(made(), title="Varn"), "?e=siege&view=1600_1700", color_scheme=scheme)
    picture = saved(page, "These years, as SVG")
    words = texts(picture)
    assert "The siege of Varn" in words
    assert "1600 to 1699" in words
    assert "It rains" not in words
    root = ET.fromstring(picture)  # noqa: S314  ours
    tags = {element.tag for element in root.iter()}
    assert tags <= {SVG + t for t in ("svg", "g", "defs", "linearGradient", "pattern", "stop", "rect", "circle", "path",
                                      "line", "text", "tspan", "title", "desc")}  # fmt: skip
    named = {element.get("id") for element in root.iter() if element.get("id")}
    for element in root.iter():
        assert not {"class", "style", "href", "tabindex", "role"} & set(element.attrib) or element is root
        for value in element.attrib.values():
            assert "var(" not in value
            assert (target := re.fullmatch(r"url\(#(.*)\)", value)) is None or target[1] in named
    assert root.find(f"{SVG}rect").get("fill") == "#fafaf8", "a picture is light, whatever the page is"


def test_a_picture_of_all_years_has_every_event(file):
    page = file(html_file(made(), title="Varn"), "?e=siege&view=1600_1700")
    made_ = saved(page, "All years, as SVG")
    assert "20 events. 520 BC to 1998." in texts(made_), "the years of the events, without the air beside them"
    picture = ET.fromstring(made_)  # noqa: S314  ours
    spoken = [title.text for title in picture.iter(f"{SVG}title")][1:]
    held = [int(words.split()[0]) for words in spoken if words.endswith("Opens them.")]
    assert len(spoken) - len(held) + sum(held) == len(EVENTS)
    assert len(held) == 1, "only the week that is a hair's breadth of 27 centuries is a count"
    assert page.locator(".stage").count() == 0
    assert "view=1600" in page.url, "the page stays where it was"


def test_a_picture_opens_in_a_page_of_its_own(file, browser, tmp_path):
    page = file(html_file(made(), title="Varn"))
    path = tmp_path / "picture.svg"
    path.write_bytes(saved(page, "These years, as SVG"))
    other = browser.new_page()
    other.goto(path.as_uri())
    assert other.locator("circle").count() > 3
    assert other.evaluate("() => document.documentElement.getBoundingClientRect().width") > 900
    other.close()


# The words of each mark whose box, as this page draws it, lies over the dot or bar or leaves the picture.
OUT_OF_PLACE = """() => {
  const wide = document.documentElement.getBoundingClientRect().width;
  return [...document.querySelectorAll("g")].filter((g) => g.querySelector(":scope > title")).flatMap((mark) => {
    const words = [...mark.querySelectorAll("text:has(tspan)")].pop();
    if (!words) return [];
    const { left, right, top, bottom } = words.getBoundingClientRect();
    const over = [...mark.querySelectorAll("circle, rect")].map((one) => one.getBoundingClientRect()).filter((box) =>
      box.top < bottom && box.bottom > top && box.left < right - 1 && box.right > left + 1);
    return over.length || right > wide || left < 0 ? [words.textContent] : [];
  });
}"""


@pytest.mark.parametrize("name", ["These years, as SVG", "All years, as SVG"])
def test_words_of_a_picture_keep_their_places_where_the_fonts_of_the_app_are_not(
    visit, address, browser, tmp_path, name
):
    page = visit(f"{address}/?e=rain&view=1990_1999")
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    waiting.value.save_as(tmp_path / "picture.svg")
    other = browser.new_page()
    other.goto((tmp_path / "picture.svg").as_uri())
    assert other.locator("g > title").count() > 5
    assert other.evaluate(OUT_OF_PLACE) == []
    other.close()


def test_png_has_twice_the_pixels(file):
    page = file(html_file(made(), title="Varn"), width=1200)
    picture = saved(page, "These years, as PNG")
    assert picture.startswith(b"\x89PNG")
    chart = page.evaluate("() => document.querySelector('.chart').clientWidth")
    assert struct.unpack(">I", picture[16:20])[0] == 2 * (chart + 48)


def test_a_png_stays_within_what_a_phone_can_hold(file):
    few = made()
    lasting = [e for e in few.events if e.citations]
    many = tuple(
        replace(lasting[n % len(lasting)], id=f"n{n}", edtf=str(1000 + n), kind=f"kind {n % 40}", conflicts=())
        for n in range(900)
    )
    page = file(html_file(replace(few, events=many), title="Varn"), "?others=open")
    assert not page.locator(".explorer .notice").inner_text()
    width, height = struct.unpack(">II", saved(page, "All years, as PNG")[16:24])
    assert width * height <= 4096 * 4096
    assert width < 2 * (2800 + 48)
    assert "coarser" in page.locator(".explorer .notice").inner_text()


def test_a_picture_of_hostile_words_is_xml(file):
    page = file(html_file(hostile(), title="Varn"))
    words = texts(saved(page, "All years, as SVG"))
    assert "<b>bold</b>" in words


def pages_of(page, **options) -> list[str]:
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, **options)))
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages}
    return [sizes, *(" ".join(p.extract_text().split()) for p in printed.pages)]


def test_paper_holds_all_years_and_a_note_for_every_event(file):
    page = file(html_file(made(), title="Varn"), "?e=siege&view=1600_1700", color_scheme="dark")
    sizes, *pages = pages_of(page)
    assert sizes == {A4}
    text = " ".join(pages)
    assert pages[0].startswith("Varn 20 events from 3 articles.")
    assert "All years: 520 BC to 1998" in pages[0]
    assert re.search(r"Strip 1 of \d", text)
    strips, _, listed = text.partition(" Articles ")
    articles, _, notes = listed.partition(" Notes ")
    for number, (_, headline, _) in enumerate(EVENTS.values(), 1):
        assert f"{number}. " in notes
        assert headline in notes, headline
    assert "5 The siege of Varn" in strips
    assert "The siege lasted from 1642 to 1645." in notes
    assert "Upland Press, 12 June 1998" in notes
    for document in made().documents:
        assert document.title in articles.replace("ﬂ", "fl"), "the list above the notes names every article"
    assert any(" Articles " in f" {one}" and " Notes " in one for one in pages), "it has no page of its own"
    assert "The same events as a table" not in text
    assert page.locator(".paper").count() == 0, "the page is as it was"
    assert page.locator(".explorer.printing").count() == 0
    assert page.locator(".chart").is_visible()


def test_the_first_strip_stands_below_the_title_also_where_it_is_tall(file):
    kinds = ("war", "law", "trade", "arts", "science", "building", "religion")
    one = made()
    told = ("told", "implied", "planned", "reported", "denied")  # with all of which the key has two lines
    events = tuple(
        replace(event, kind=kinds[n % len(kinds)], status=told[n % len(told)]) for n, event in enumerate(one.events)
    )
    page = file(html_file(replace(one, events=events), title="Varn"))
    _, first, *_ = pages_of(page)
    assert first.startswith("Varn 20 events from 3 articles.")
    assert "20 It rains" in first


def test_every_number_stands_in_a_strip(file):
    page = file(html_file(made(), title="Varn"))
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    words = page.eval_on_selector_all(
        ".paper figure:not(:first-of-type) text:not([aria-hidden]) tspan", "all => all.map(t => t.textContent)"
    )
    numbers = {int(found[0]) for text in words if (found := re.match(r"\d+(?= |$)", text))}
    assert set(range(1, len(EVENTS) + 1)) <= numbers
    assert page.locator(".paper figure :is(circle[fill^='rgb(36'], linearGradient)").count() == 0, (
        "black ink, hollow for soft"
    )
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator(".paper").count() == 0


@pytest.mark.parametrize(("name", "size"), [("A3", A3), ("Letter", LETTER)])
def test_the_menu_prints_on_the_paper_that_was_chosen(file, name, size):
    page = file(html_file(made(), title="Varn"))
    page.evaluate("() => { window.print = () => { window.asked = true; }; }")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name=f"All years and notes, {name}").click()
    assert page.evaluate("() => window.asked")
    assert pages_of(page)[0] == {size}
    assert pages_of(page)[0] == {A4}, "the next time it is A4 again"


def test_the_app_prints_the_same(visit, address):
    page = visit(address, color_scheme="dark")
    sizes, *pages = pages_of(page)
    assert sizes == {A4}
    assert pages[0].startswith("varn 20 events from 3 articles.")
    assert "The siege lasted from 1642 to 1645." in " ".join(pages)
    background = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    assert page.evaluate(background) != "rgb(255, 255, 255)", "dark again after printing"


def test_an_open_article_prints_as_it_is(file):
    page = file(html_file(made(), title="Varn"), "?e=siege")
    page.locator(".explorer .sources .read").first.click()
    text = " ".join(pages_of(page)[1:])
    assert "The plan for a tunnel is of May 1998." in text
    assert "Strip 1" not in text


@pytest.mark.parametrize("width", [1440, 390])
def test_the_legend_says_in_words_what_the_marks_mean(file, width):
    page = file(html_file(made(), title="Varn"), width=width)
    opener = page.locator(".explorer .legend summary")
    opener.click()
    assert page.get_by_text("It went on all this time, from the first day to the last.").is_visible()
    assert page.locator(".explorer .legend li").count() == 12
    page.locator(".explorer .legend .close").click()
    assert not page.locator(".explorer .legend li").first.is_visible()
    opener.press("Enter")
    assert page.locator(".explorer .legend li").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".explorer .legend li").first.is_visible()
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_hostile_words_stay_words_on_paper(file):
    page = file(html_file(hostile(), title=HOSTILE[0]))
    assert "<script>window.caught" in pages_of(page)[1]
    assert page.evaluate("() => window.caught") is None
