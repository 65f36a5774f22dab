"""An exercise as one file, offline: by keyboard alone, by finger, on a phone, in other languages, left and taken up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.solving import answer, deck_in, focused, press
from tests.browser.test_access import LOOKS, SIDEWAYS, violations_in_any_look
from tests.unit.teach.made import sample
from timeline.lesson.assets import lesson_text
from timeline.lesson.page import exercise_page
from timeline.lesson.receipt import receipt
from timeline.teach import Deck, DeckSettings, make_deck, own_card, redo, speech

pytestmark = pytest.mark.browser

LESSON = Path(__file__).parents[1] / "unit" / "lesson"
RECEIPTS, PICTURES = LESSON / "cases.json", LESSON / "pictures.json"


def deck(**settings) -> Deck:
    wanted = {"cards": 10, "seed": 7, "points": True, **settings}
    language = wanted.pop("language", "en")
    return make_deck(sample("korea-china"), DeckSettings(**wanted), language, title="Old neighbours")


def ancient() -> Deck:
    return make_deck(sample("ancient"), DeckSettings(cards=1, kinds=("disagreement",)), title="Silver")


@pytest.fixture
def open_file(file):
    """Opens an exercise from the disk as ``file`` does, on a phone where nothing else is said."""

    def go(one: Deck, width: int = 390, height: int = 844, **options):
        options = {"reduced_motion": "reduce", **options}
        return file(exercise_page(one), width=width, height=height, ready=".pane h1", **options)

    return go


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_a_whole_exercise_by_keyboard_alone(open_file, width, height):
    page = open_file(deck(), width, height)
    told = deck_in(page)
    press(page, "Begin")
    first = []
    for n, card in enumerate(told["cards"]):
        assert focused(page) == card["prompt"]
        answer(page, card, right=n % 3 != 2)
        press(page, "Check")
        first.append(n % 3 != 2)
        verdict = "✓ Right." if first[-1] else "✗ "
        assert focused(page).startswith(verdict), card["kind"]
        shown = page.locator("blockquote").all_inner_texts()
        assert card["proofs"]
        assert all(proof["exact"].split("\n")[0] in " ".join(shown) for proof in card["proofs"])
        assert page.evaluate(SIDEWAYS) == 0
        press(page, "Next" if n + 1 < len(told["cards"]) else "See the result")
    assert focused(page) == "Your result"
    assert f"{sum(first)} of {len(first)} right" in page.locator(".sum").inner_text()
    assert page.locator(".signs").inner_text() == receipt(told["code"], first)
    assert page.locator(".glance li").count() == len(first)
    assert page.locator(".glance .wrong").count() == first.count(False)
    assert page.locator("svg.qr").is_visible()
    assert page.locator(".again > li").count() == first.count(False)
    press(page, f"Try {first.count(False)} questions again")
    assert page.locator(".top").inner_text().startswith(f"Question 1 of {first.count(False)}")


def test_what_went_wrong_comes_again_in_the_next_round(open_file):
    page = open_file(deck(rounds=2, cards=2))
    cards = deck_in(page)["cards"]
    press(page, "Begin")
    for card, right in zip(cards, (False, True), strict=True):
        answer(page, card, right=right)
        press(page, "Check")
        press(page, "Next" if card is cards[0] else "See the result")
    assert page.locator(".pane").inner_text().count("One question comes again")
    press(page, "Go on")
    answer(page, cards[0])
    press(page, "Check")
    press(page, "See the result")
    assert "1 of 2 right at the first try" in page.locator(".sum").inner_text()
    assert page.get_by_role("button", name="Try").count() == 0


def _put_away_and_back(page):
    """Loads the page anew. The browser writes what is kept a moment after it was told to, in a process of its own: who
    reloads within that moment, as no hand does, looks once more."""
    for _ in range(5):
        page.reload()
        if page.get_by_role("button", name="Go on").count():
            return


def test_a_phone_that_is_put_away_goes_on_where_it_was(open_file):
    page = open_file(deck(cards=3))
    cards = deck_in(page)["cards"]
    press(page, "Begin")
    answer(page, cards[0])
    press(page, "Check")
    press(page, "Next")
    answer(page, cards[1], right=False)
    press(page, "Check")
    _put_away_and_back(page)
    press(page, "Go on")
    assert page.locator("h1").inner_text() == cards[1]["prompt"]
    assert page.locator(".pane h2.wrong").is_visible(), "what was answered stays answered"
    assert page.get_by_role("button", name="Check").count() == 0


def test_nothing_can_be_checked_before_it_is_answered(open_file):
    page = open_file(deck(kinds=("which date", "place", "gap"), cards=3))
    press(page, "Begin")
    press(page, "Check")
    assert page.get_by_role("alert").inner_text() == "Answer first, then check."


def test_cards_are_moved_by_finger_and_by_mouse(open_file):
    page = open_file(deck(kinds=("order",), cards=1), has_touch=True)
    press(page, "Begin")
    names = page.locator(".cards .grip").all_inner_texts()
    page.get_by_role("button", name=f"Move down: {names[0]}").tap()
    assert page.locator(".cards .grip").all_inner_texts()[:2] == [names[1], names[0]]
    assert "now place 2" in page.locator("[aria-live]").inner_text()
    row = page.locator(".cards li").nth(0).bounding_box()
    last = page.locator(".cards li").nth(len(names) - 1).bounding_box()
    page.mouse.move(row["x"] + 60, row["y"] + row["height"] / 2)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(
            row["x"] + 60, row["y"] + row["height"] / 2 + (last["y"] + last["height"] - row["y"]) * step / 10
        )
    page.mouse.up()
    assert page.locator(".cards .grip").all_inner_texts()[-1] == names[1]
    assert page.locator(".cards .hold").count() == 0


def test_a_quick_hand_takes_its_card_along(open_file):
    page = open_file(deck(kinds=("order",), cards=1))
    press(page, "Begin")
    names = page.locator(".cards .grip").all_inner_texts()
    row = page.locator(".cards li").nth(0).bounding_box()
    last = page.locator(".cards li").nth(len(names) - 1).bounding_box()
    page.mouse.move(row["x"] + 60, row["y"] + row["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["x"] + 60, last["y"] + last["height"])  # the first that is heard of it lies on another card
    page.mouse.up()
    assert page.locator(".cards .grip").all_inner_texts() == [*names[1:], names[0]]
    for place in (0, 1):
        page.mouse.move(row["x"] + 60, row["y"] + row["height"] * (place + 0.5))
    assert page.locator(".cards .grip").all_inner_texts() == [*names[1:], names[0]], "put down is put down"


def test_what_is_written_freely_stays_on_the_device_and_comes_back_at_the_end(open_file):
    own = own_card("Which article would you trust, and why?")
    page = open_file(redo(sample("ancient"), ancient(), own=[own]))
    press(page, "Begin")
    cards = deck_in(page)["cards"]
    for n, card in enumerate(cards):
        if card["free"]:
            page.get_by_label(card["free"]).fill(f"Because of {n}")
        if card["kind"] != "own":
            answer(page, card)
        press(page, "Done" if card["kind"] == "own" else "Check")
        assert page.locator("h2.right").is_visible()
        press(page, "Next" if n + 1 < len(cards) else "See the result")
    told = page.locator("main").inner_text()
    assert "[object" not in told
    assert f"{len(cards) - 1} of {len(cards) - 1} right" in told, "what nobody judges is not counted"
    assert [words in told for words in ("Because of 0", f"Because of {len(cards) - 1}")] == [True, True]


def test_what_can_be_touched_is_large_enough(open_file):
    page = open_file(deck(), has_touch=True)
    press(page, "Begin")
    for card in deck_in(page)["cards"]:
        small = page.evaluate(
            "[...document.querySelectorAll('button, .option, input[type=range]')].filter((one) => one.offsetHeight"
            " && (one.offsetHeight < 44 || one.offsetWidth < 44)).map((one) => one.outerHTML.slice(0, 100))"
        )
        assert small == []
        answer(page, card)
        press(page, "Check")
        page.locator(".acts .go").click()


def test_a_gap_is_seen_and_heard(open_file):
    page = open_file(deck(kinds=("gap",), cards=1))
    press(page, "Begin")
    gap = page.get_by_role("img", name="gap")
    assert gap.bounding_box()["width"] > 60
    assert gap.evaluate("(one) => parseFloat(getComputedStyle(one).borderBottomWidth)") >= 1


def test_a_hint_hides_its_dates(open_file):
    page = open_file(deck())
    press(page, "Begin")
    for card in deck_in(page)["cards"]:
        assert card["hints"] or card["tip"], card["kind"]
        page.get_by_role("button", name="Show a hint").click()
        assert card["tip"] in page.locator(".hints").inner_text()
        if card["hints"]:
            shown = page.locator(".hints blockquote").all_inner_texts()
            assert len(shown) == len(card["hints"])
            for text, hint in zip(shown, card["hints"], strict=True):
                assert text.count("…") == sum(piece["role"] == "hidden" for piece in hint["pieces"])
        answer(page, card)
        press(page, "Check")
        assert page.locator(".hints blockquote").count() == 0
        page.locator(".acts .go").click()


@pytest.mark.parametrize("language", ["de", "fr", "es", "ko"])
def test_in_every_language(open_file, language):
    texts = speech(language).texts()["exercise"]
    page = open_file(deck(language=language, cards=8), width=390)
    assert page.evaluate("document.documentElement.lang") == language
    cards = deck_in(page)["cards"]
    press(page, texts["begin"])
    for n, card in enumerate(cards):
        answer(page, card)
        press(page, texts["check"])
        assert page.locator(".pane h2.right").is_visible()
        assert page.evaluate(SIDEWAYS) == 0
        press(page, texts["next" if n + 1 < len(cards) else "to-result"])
    assert page.locator(".signs").is_visible()


@pytest.mark.parametrize("width", LOOKS)
def test_axe_finds_nothing_on_any_page(open_file, width):
    page = open_file(deck(), width=width)
    assert violations_in_any_look(page, width) == []
    press(page, "Begin")
    seen = set()
    for card in deck_in(page)["cards"]:
        if card["kind"] not in seen:
            assert violations_in_any_look(page, width) == [], card["kind"]
        answer(page, card, right=len(seen) % 2 == 0)
        press(page, "Check")
        if card["kind"] not in seen:
            assert violations_in_any_look(page, width) == [], f"{card['kind']}, judged"
        seen.add(card["kind"])
        page.locator(".acts .go").click()
    assert violations_in_any_look(page, width) == [], "the result"


def test_a_screen_reader_finds_cards_places_and_verdicts(open_file):
    page = open_file(deck(kinds=("order",), cards=1))
    press(page, "Begin")
    tree = page.locator("main").aria_snapshot()
    names = page.locator(".cards .grip").all_inner_texts()
    assert 'heading "Put these events in order' in tree
    assert tree.count("listitem") == len(names)
    for name in names:
        assert page.get_by_role("button", name=f"Move down: {name}").count() == 1
    answer(page, deck_in(page)["cards"][0])
    press(page, "Check")
    assert 'heading "Right." [level=2]' in page.locator("main").aria_snapshot()


def test_the_receipt_is_the_same_in_the_browser(browser):
    page = browser.new_page()
    page.add_script_tag(content=lesson_text("receipt.js"))
    for code, right, _ in json.loads(RECEIPTS.read_text(encoding="utf-8")):
        assert page.evaluate("([code, right]) => receiptOf(code, right)", [code, right]) == receipt(code, right)
    page.close()


def test_a_picture_for_cameras_is_the_one_that_a_reader_of_others_has_read(browser):
    """The cases were read back by zxing-cpp 2, which also read 200 texts by chance up to the longest."""
    page = browser.new_page()
    page.add_script_tag(content=lesson_text("qr.js"))
    for text, rows in json.loads(PICTURES.read_text(encoding="utf-8")):
        assert page.evaluate("(text) => qrOf(text).map((row) => row.join(''))", text) == rows
    assert page.evaluate("qrOf('x'.repeat(107))") is None
    page.close()
