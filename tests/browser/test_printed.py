"""A lesson printed by a browser: searchable, on the chosen paper, with no question cut by the end of a page."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from tests.browser.test_access import SIDEWAYS, violations
from tests.unit.teach.made import sample
from tests.unit.teach.test_paper import words_of
from timeline.lesson.printed import printed
from timeline.teach import DeckSettings, Paper, handout, make_deck, make_tour, worksheet

pytestmark = pytest.mark.browser

SIZES = {"A4": (595, 842), "letter": (612, 792)}


def exercise(name: str = "ancient", language: str = "en", cards: int = 24) -> Paper:
    deck = make_deck(sample(name), DeckSettings(cards=cards, seed=3), language, title="Ships and silver")
    return worksheet(sample(name), deck)


def tour(name: str = "korea-china") -> Paper:
    made = make_tour(sample(name))
    stops = tuple(replace(stop, question="Who says so?", hide=("date",)) for stop in made.stops)
    return handout(sample(name), replace(made, stops=stops), "ABC234")


@pytest.fixture
def opened(browser, tmp_path):
    """Opens what is printed from the disk, offline."""
    contexts = []

    def go(paper: Paper, size="A4", width: int = 1280):
        path = tmp_path / "paper.html"
        path.write_text(printed(paper, size, other="other", word="word"), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()


def pages_of(page) -> tuple[set[tuple[int, int]], list[str]]:
    """The sizes of the pages of the PDF, and the words of each without any white space."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {(round(one.mediabox.width), round(one.mediabox.height)) for one in reader.pages}
    return sizes, ["".join(one.extract_text().split()) for one in reader.pages]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [exercise, tour])
def test_every_question_stands_whole_on_one_page_and_can_be_searched(opened, make, size) -> None:
    paper = make()
    sizes, pages = pages_of(opened(paper, size))
    assert sizes == {SIZES[size]}
    assert len(pages) > len(paper.sections)
    for section in paper.sections:
        assert any(section.heading.replace(" ", "") in page for page in pages)
        for group in section.groups:
            words = words_of(group).replace("____", " ").split()
            assert any(all(word in page for word in words) for page in pages), words
        for one in section.cuts:
            assert any("".join(one.label.split()) in page for page in pages), one
        listed = ["".join(one.split()) for one in section.sources]
        assert any(all(one in page for one in listed) for page in pages), listed
    assert all(page.startswith(f"{n}/{len(pages)}Timeline{paper.code}") for n, page in enumerate(pages, 1))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_belongs_together_is_cut(opened, size) -> None:
    """Measured where the browser lays out the pages: a question that a page cut would be in two places."""
    page = opened(exercise(), size)
    page.emulate_media(media="print")
    usable = (SIZES[size][1] - (15 + 17) * 72 / 25.4) * 96 / 72
    high = page.eval_on_selector_all(".group, .cuts", "all => all.map(one => one.getBoundingClientRect().height)")
    assert len(high) > 40
    assert max(high) < usable, "each fits a page"
    avoid = page.eval_on_selector_all(
        ".group, .cuts, .cuts li", "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(avoid) == {"avoid"}


def test_only_what_is_ticked_is_printed(opened) -> None:
    page = opened(exercise(cards=10))
    page.get_by_label("Key").uncheck()
    page.get_by_label("Cards to cut out").uncheck()
    _, pages = pages_of(page)
    assert "ShipsandsilverWorksheetName" in pages[0]
    assert not [words for words in pages if "Key" in words or "Cards" in words or "Print" in words]


def test_the_button_prints(opened) -> None:
    page = opened(exercise(cards=2))
    page.evaluate("() => { window.print = () => { window.asked = true; }; }")
    page.get_by_role("button", name="Print").click()
    page.wait_for_function("() => window.asked")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_for_all(opened, width: int) -> None:
    page = opened(exercise("korea-china", "de", 10), width=width)
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == 0
