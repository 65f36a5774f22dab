"""The page Teach: a lesson made, looked through, changed and held; a class that follows, answers and is counted."""

from __future__ import annotations

import json
import urllib.request

import pytest

from tests.browser.serving import served
from tests.browser.solving import answer, deck_in, focused, press
from tests.browser.test_access import SIDEWAYS, violations
from tests.browser.test_workspace import OURS
from tests.browser.waiting import until
from tests.unit.teach.made import sample
from timeline.app.following import PATIENCE
from timeline.cli.launch import HOSTS, WORD
from timeline.lesson.page import tour_page
from timeline.teach import make_tour, scenes

pytestmark = pytest.mark.browser

SAMPLE = "korea-china"


@pytest.fixture
def address(desk) -> str:
    return desk[0]


def teach(page, address: str, **query: str) -> None:
    more = "".join(f"&{name}={value}" for name, value in query.items())
    page.goto(f"{address}/?page=teach&c={SAMPLE}{more}")
    page.wait_for_selector(".teach h1")


def code_of(page) -> str:
    return page.locator(".teach h1").inner_text().split()[-1]


def make(page, address: str, button: str = "Make an exercise", ready: str = ".deck-card") -> str:
    teach(page, address)
    page.get_by_role("button", name=button).click()
    page.wait_for_selector(ready)
    return code_of(page)


def test_one_click_makes_an_exercise_that_can_be_changed(address, pages):
    page = pages()
    code = make(page, address)
    assert page.locator(".deck-card").count() == 10
    assert page.locator(".deck-card .proof").count() >= 10
    assert violations(page, OURS) == []
    page.get_by_role("button", name="Drop: 10").click()
    page.get_by_text("The exercise has the code").wait_for()
    page.get_by_role("heading", name="9 questions").wait_for()
    assert code_of(page) != code
    page.get_by_role("button", name="Add a question of your own").click()
    page.get_by_label("Question", exact=True).fill("Why do two neighbours renew a treaty?")
    page.get_by_label("Right answers").fill("It still serves both")
    page.get_by_label("Wrong answers").fill("It was lost\nNobody read it")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="10 questions").wait_for()
    assert "✓ It still serves both" in page.locator(".deck-card").last.inner_text()
    page.get_by_role("link", name="Teach", exact=True).last.click()
    page.get_by_role("heading", name="Made before").wait_for()


def test_who_makes_an_exercise_by_keys_begins_at_its_heading_and_names_it(address, pages):
    page = pages()
    teach(page, address)
    page.get_by_role("button", name="Make an exercise").focus()
    page.keyboard.press("Enter")
    page.locator(".teach h1:focus").get_by_text("Exercise").wait_for()
    code, title = code_of(page), page.get_by_label("Title")
    title.fill("Two neighbours")
    title.press("Tab")
    page.get_by_text("Kept.", exact=True).wait_for()
    until(page, lambda: page.title() == f"Exercise {code}: Two neighbours · Timeline")
    page.goto(f"{address}/?deck={code}")
    page.get_by_role("heading", name="Two neighbours").wait_for()


def test_what_was_dropped_or_removed_comes_back(address, pages):
    page = pages()
    code = make(page, address)
    prompts = page.locator(".deck-card h3").all_inner_texts()
    page.get_by_role("button", name="Drop: 10").click()
    page.get_by_role("heading", name="9 questions").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="10 questions").wait_for()
    assert (code_of(page), page.locator(".deck-card h3").all_inner_texts()) == (code, prompts)
    teach(page, address)
    page.get_by_role("button", name=f"Remove: {code}").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name=f"Remove: {code}").wait_for()


def test_the_class_is_shown_its_address_as_large_as_the_screen(browser, pages, tmp_path, monkeypatch):
    monkeypatch.setenv(HOSTS, "192.0.2.7")
    with served(tmp_path / "timeline.db") as (address, _):
        for width, height, scheme in ((1440, 900, "light"), (390, 844, "dark")):
            page = pages(width, height, color_scheme=scheme)
            make(page, address)
            assert violations(page, OURS) == []
            assert page.evaluate(SIDEWAYS) == 0
            page.get_by_role("button", name="Show it to the class").click()
            large = page.get_by_role("dialog")
            assert large.locator("svg.qr").bounding_box()["width"] >= 350
            assert large.locator("p").inner_text().startswith("http://192.0.2.7:")
            assert violations(page, OURS) == []
            page.keyboard.press("Escape")
            assert large.count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_the_page_keeps_nobody_out(address, pages, width, scheme):
    page = pages(width, color_scheme=scheme)
    make(page, address)
    teach(page, address)
    page.get_by_text("Choose kinds, number and level").click()
    assert violations(page, OURS) == []
    assert page.evaluate(SIDEWAYS) == 0
    make(page, address, "Make a tour", ".stops li")
    assert violations(page, OURS) == []
    assert page.evaluate(SIDEWAYS) == 0


def test_in_the_language_of_the_lesson(address, pages):
    page = pages()
    teach(page, address, lang="de")
    page.get_by_role("button", name="Übung erstellen").click()
    page.wait_for_selector(".deck-card")
    pupil = pages(390, 844)
    pupil.goto(f"{address}/?deck={code_of(page)}")
    press(pupil, "Anfangen")
    assert "Ordne" in focused(pupil)
    pupil.goto(f"{address}/?deck={code_of(page)}")
    pupil.get_by_role("link", name="Français").click()
    pupil.get_by_role("button", name="Continuer").wait_for()
    assert [one["id"] for one in deck_in(pupil)["cards"]]


def test_a_class_answers_by_code_and_goes_on_without_the_network(address, pages):
    teacher, pupil = pages(), pages(390, 844)
    code = make(teacher, address)
    teacher.get_by_role("button", name="Open the board").click()
    teacher.get_by_text("The board is open").wait_for()
    pupil.goto(f"{address}/?deck={code.lower()}")
    cards = deck_in(pupil)["cards"]
    told = []
    pupil.on("response", lambda one: told.append(one.url) if one.url.endswith("/answer") else None)
    press(pupil, "Begin")
    for n, card in enumerate(cards):
        if n == 1:
            pupil.context.set_offline(True)
        answer(pupil, card, right=n != 0)
        press(pupil, "Check")
        if n == 0:
            teacher.get_by_text("0 of 1 right").wait_for()
        press(pupil, "Next" if n + 1 < len(cards) else "See the result")
    assert len(told) == 1, "without the network nothing is told"
    assert "9 of 10 right" in pupil.locator(".sum").inner_text()
    pupil.context.set_offline(False)
    teacher.locator(".counts > li").nth(9).wait_for()
    signs = pupil.locator(".signs").inner_text()
    press(pupil, "Begin anew")
    answer(pupil, cards[0])
    press(pupil, "Check")
    pupil.wait_for_timeout(500)
    assert len(told) == len(cards), "an answer that is not the first is not told"
    teacher.get_by_label("A pupil’s result").fill(signs.lower())
    teacher.get_by_role("button", name="Read it", exact=True).click()
    teacher.get_by_text("9 of 10 right at the first try").wait_for()
    assert teacher.locator(".glance li").all_inner_texts()[0].split()[:2] == ["1", "✗"]
    told = [one.split() for one in teacher.locator(".glance li").all_inner_texts()]
    pupil.goto(f"{address}/?deck={code}&result={signs}")
    assert [one.split() for one in pupil.locator(".glance li").all_inner_texts()] == told
    assert violations(pupil) == []
    teacher.get_by_role("button", name="Close the board").click()
    teacher.get_by_text("The board is closed").wait_for()


def test_while_the_board_is_closed_no_answer_is_sent(address, pages):
    code = made(address, "exercise")
    pupil = pages(390, 844)
    sent = []
    pupil.on("request", lambda one: sent.append(one.method) if "/class/" in one.url else None)
    pupil.goto(f"{address}/?deck={code}")
    press(pupil, "Begin")
    answer(pupil, deck_in(pupil)["cards"][0])
    with pupil.expect_response(lambda one: one.url.endswith("/open")):
        press(pupil, "Check")
    pupil.wait_for_timeout(300)
    assert set(sent) == {"GET"}


def test_the_sentence_of_a_result_leads_into_its_article(address, pages):
    code = made(address, "exercise")
    pupil = pages()
    pupil.goto(f"{address}/?deck={code}")
    press(pupil, "Begin")
    answer(pupil, deck_in(pupil)["cards"][0])
    press(pupil, "Check")
    link = pupil.get_by_role("link", name="Read it in the article").first.get_attribute("href")
    pupil.goto(f"{address}{link}")
    pupil.wait_for_selector(".explorer .card h2")


def tour(pages, address: str) -> tuple[str, object]:
    page = pages()
    return make(page, address, "Make a tour", ".stops li"), page


def made(address: str, kind: str) -> str:
    """The code of a new exercise or tour, as another window makes it."""
    wish = urllib.request.Request(  # noqa: S310  our own address
        f"{address}/timeline/desk/teach/{SAMPLE}/{kind}", b'{"language": "en"}', {"X-Timeline": ""}
    )
    with urllib.request.urlopen(wish) as answer:  # noqa: S310  our own address
        return json.load(answer)["code"]


def tour_at(address: str, code: str) -> dict:
    """A tour as the server has it."""
    page = f"{address}/timeline/desk/page/teach?c={SAMPLE}&lesson={code}"
    with urllib.request.urlopen(page) as answer:  # noqa: S310  our own address
        return json.load(answer)["given"]["lesson"]["tour"]


def test_a_tour_is_changed_and_keeps_it(address, pages):
    code, page = tour(pages, address)
    names = page.locator(".stops h3").all_inner_texts()
    page.get_by_role("button", name=f"Later: {names[0]}").click()
    assert page.locator(".stops h3").all_inner_texts()[:2] == [names[1], names[0]]
    assert page.locator(".stops h3:focus").inner_text() == names[0]
    page.get_by_role("button", name=f"Leave out: {names[2]}").click()
    page.get_by_role("button", name="Undo").click()
    page.locator(".stops h3").nth(len(names) - 1).wait_for()
    assert page.locator(".stops h3").nth(2).inner_text() == names[2]
    page.get_by_role("button", name=f"Leave out: {names[2]}").click()
    page.get_by_label("Question to the class").first.fill("Who gains?")
    page.get_by_label("Notes for you").first.fill("Ask about the border.")
    page.get_by_label("the date").first.check()
    page.get_by_text("Kept.", exact=True).wait_for()
    until(page, lambda: "date" in tour_at(address, code)["stops"][0]["hide"])  # the last change is kept a moment later
    page.reload()
    page.wait_for_selector(".stops li")
    assert page.locator(".stops h3").all_inner_texts() == [names[1], names[0], *names[3:]]
    assert page.get_by_label("Question to the class").first.input_value() == "Who gains?"
    assert page.get_by_label("the date").first.is_checked()
    assert page.locator(".teach h1").inner_text().endswith(code)


def test_a_tour_step_by_step_with_a_clicker(address, pages):
    code = made(address, "tour")
    page = pages()
    page.goto(f"{address}/?tour={code}&as=lead")
    page.wait_for_selector(".show h1")
    seen = []
    for _ in range(80):
        seen.append(page.url.partition("#")[2])
        before = page.url
        page.keyboard.press("PageDown")
        assert page.evaluate(SIDEWAYS) == 0
        if page.url == before:
            break
    assert len(seen) == len(set(seen)) > 20
    assert page.locator(".show .words").count() == 1, "the last card"
    page.keyboard.press("PageUp")
    assert page.url.partition("#")[2] == seen[-2]
    page.keyboard.press("Home")
    page.keyboard.press("n")
    assert page.url.endswith("#1.1")
    page.keyboard.press("n")
    assert page.url.endswith("#2.1")
    page.keyboard.press("b")
    assert page.locator(".lesson.black").count() == 1
    page.keyboard.press("PageDown")
    assert page.locator(".lesson.black").count() == 0
    assert page.url.endswith("#2.1"), "the first key brings the picture back"
    page.keyboard.press("g")
    page.locator(".jump button").nth(4).click()
    assert page.url.endswith("#4.1")
    there = pages()
    there.goto(f"{address}/?tour={code}#3.2")
    there.wait_for_selector(".show .date")
    assert there.locator(".count-words").inner_text().startswith("Event 3 of")


def test_where_articles_differ_both_dates_stand_on_the_wall(address, pages):
    page = pages()
    page.goto(f"{address}/?page=teach&c=ancient")
    page.get_by_role("button", name="Make a tour").click()
    page.wait_for_selector(".stops li")
    page.goto(f"{address}/?tour={code_of(page)}&as=lead")
    page.wait_for_selector(".show h1")
    differing = []
    for _ in range(60):
        page.keyboard.press("ArrowRight")
        assert "[object" not in page.locator("main").inner_text()
        if page.locator(".otherwise").count():
            differing.append(page.locator(".show .date").inner_text())
            assert page.locator(".two").evaluate("(one) => one.scrollHeight <= one.clientHeight"), (
                "nobody scrolls a wall"
            )
            words = page.locator(".axis-host .date-words").all_text_contents()
            assert {one for text in words for one in text.split(" ≠ ")} == set(differing[-1].split(" ≠ "))
            assert page.locator(".axis-host .now").count() >= 2
            assert page.locator(".axis-host .bracket").count() == 1
    assert "483 BC ≠ 482 BC" in differing


def test_letters_can_be_read_from_the_last_row_and_nothing_is_found_by_axe(address, pages):
    code = made(address, "tour")
    for width, height, scheme in ((1440, 900, "light"), (390, 844, "dark")):
        page = pages(width, height, color_scheme=scheme)
        page.goto(f"{address}/?tour={code}&as=lead")
        page.wait_for_selector(".show h1")
        for _ in range(7):
            assert violations(page) == [], page.url
            page.keyboard.press("ArrowRight")
        if width == 1440:
            page.keyboard.press("ArrowLeft")
            assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)") >= 44
        page.goto(f"{address}/?tour={code}&as=notes")
        page.wait_for_selector(".notes h1")
        assert violations(page) == []


OFF_THE_LINE = """() => [...document.querySelectorAll('.axis-host text')].filter((words) => {
  const { left, right } = words.getBoundingClientRect();
  return left < -1 || right > innerWidth + 1;
}).map((words) => words.textContent)"""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_date_leaves_the_line_on_a_phone(pages, tmp_path, language):
    told = make_tour(sample("south-pole"), language=language)
    shown = scenes(sample("south-pole"), told, language)
    file = tmp_path / "tour.html"
    file.write_text(tour_page(told, shown, language, code="ABC234"), encoding="utf-8")
    page = pages(390, 844)
    page.goto(file.as_uri())
    page.wait_for_selector(".axis-host text")
    steps = set()
    while (step := page.locator(".show").get_attribute("data-step")) not in steps:
        steps.add(step)
        assert page.evaluate(OFF_THE_LINE) == [], step
        page.keyboard.press("ArrowRight")
    assert len(steps) > 3 * len(shown)


def test_who_may_not_lead_the_class_is_told(pages, tmp_path, monkeypatch):
    monkeypatch.setenv(WORD, "acorn tree")
    with served(tmp_path / "timeline.db") as (address, _):
        page = pages()
        wish = {"data": {"language": "en"}, "headers": {"X-Timeline": "acorn%20tree"}}
        made = page.request.post(f"{address}/timeline/desk/teach/{SAMPLE}/tour", **wish).json()
        page.goto(f"{address}/?tour={made['code']}&as=lead")
        page.get_by_role("alert").get_by_text("word").wait_for()
        assert page.locator(".show h1").is_visible()


def test_the_server_stops_although_a_class_follows(pages, tmp_path):
    with served(tmp_path / "timeline.db") as (address, server):
        phone = pages(390, 844)
        with phone.expect_request("**/at?after=0"):
            phone.goto(f"{address}/?tour={made(address, 'tour')}")
        server.terminate()
        server.wait(PATIENCE / 2)  # who waits for the next step is sent home


def test_notes_in_a_second_window_go_along(address, pages):
    code, editor = tour(pages, address)
    editor.get_by_label("Notes for you").first.fill("Ask about the border.")
    editor.get_by_text("Kept.", exact=True).wait_for()
    stage = pages()
    stage.goto(f"{address}/?tour={code}&as=lead")
    stage.wait_for_selector(".show h1")
    with stage.context.expect_page() as opened:
        stage.get_by_role("button", name="Notes").click()
    notes = opened.value
    notes.wait_for_selector(".notes h1")
    stage.keyboard.press("n")
    notes.get_by_text("Ask about the border.").wait_for()
    notes.get_by_role("button", name="Next").click()
    stage.wait_for_url("**#1.2")
    assert "gone" in notes.locator(".clock").inner_text()


def test_phones_follow_look_around_and_return(address, pages):
    code = made(address, "tour")
    teacher, phone = pages(), pages(390, 844)
    teacher.goto(f"{address}/?tour={code}&as=lead")
    teacher.wait_for_selector(".show h1")
    phone.goto(f"{address}/?tour={code}")
    phone.wait_for_selector(".show h1")
    assert phone.get_by_role("button", name="Notes").count() == 0
    teacher.keyboard.press("n")
    phone.wait_for_selector(".show[data-step='1.1']")
    phone.get_by_role("button", name="Next").click()
    phone.wait_for_selector(".show[data-step='1.2']")
    teacher.keyboard.press("n")
    phone.wait_for_timeout(600)
    assert phone.url.endswith("#1.2"), "who looks around is left alone"
    phone.get_by_role("button", name="Return to the class").click()
    phone.wait_for_selector(".show[data-step='2.1']")
    phone.context.set_offline(True)
    assert phone.url.endswith(f"?tour={code}")
    phone.keyboard.press("ArrowRight")
    assert phone.url.endswith("#2.2"), "without the network the tour is there"
    phone.context.set_offline(False)
    late = pages(390, 844)
    late.goto(f"{address}/?tour={code}")
    late.wait_for_selector(".show[data-step='2.1']")


def test_a_hasty_speaker_leaves_no_phone_behind(address, pages):
    code = made(address, "tour")
    teacher, phone = pages(), pages(390, 844)
    with teacher.expect_response("**/at"):  # that the class begins
        teacher.goto(f"{address}/?tour={code}&as=lead")
    teacher.wait_for_selector(".show h1")
    told = []
    teacher.route("**/at", lambda route: told.append(route))
    with teacher.expect_request("**/at"):
        teacher.keyboard.press("n")
    teacher.keyboard.press("n")
    teacher.wait_for_selector(".show[data-step='2.1']")
    assert len(told) == 1, "the second step waits for the first to be told"
    teacher.unroute("**/at")  # lets it go
    phone.goto(f"{address}/?tour={code}")
    phone.wait_for_selector(".show[data-step='2.1']")


def test_a_look_around_in_the_speakers_own_browser_moves_no_wall(address, pages):
    code = made(address, "tour")
    wall = pages()
    wall.goto(f"{address}/?tour={code}&as=lead")
    wall.wait_for_selector(".show h1")
    beside = pages(context=wall.context)
    beside.goto(f"{address}/?tour={code}")
    beside.wait_for_selector(".show h1")
    beside.keyboard.press("End")
    beside.keyboard.press("b")
    notes = pages(context=wall.context)
    notes.goto(f"{address}/?tour={code}&as=notes")
    notes.get_by_role("button", name="Next").click()
    wall.wait_for_selector(".show[data-step='1.1']")
    assert wall.locator(".lesson.black").count() == 0


def test_a_button_that_was_clicked_is_not_pressed_again_by_the_next_key(address, pages):
    code = made(address, "tour")
    wall = pages()
    wall.goto(f"{address}/?tour={code}&as=lead")
    wall.wait_for_selector(".show h1")
    wall.get_by_role("button", name="Next").click()
    wall.wait_for_selector(".show[data-step='1.1']")
    wall.get_by_role("button", name="Back").click()
    wall.wait_for_selector(".show[data-step='0.1']")
    wall.keyboard.press("Space")
    wall.wait_for_selector(".show[data-step='1.1']")


def test_a_tour_as_a_file_needs_no_network(address, pages, browser, tmp_path):
    code, page = tour(pages, address)
    text = page.request.get(f"{address}/timeline/class/{code}/file").text()
    file = tmp_path / "tour.html"
    file.write_text(text, encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    asked = []
    alone = context.new_page()
    alone.on("request", lambda one: asked.append(one.url))
    alone.goto(file.as_uri())
    alone.wait_for_selector(".show h1")
    for _ in range(5):
        alone.keyboard.press("ArrowRight")
    assert alone.url.endswith("#1.5") or "#2" in alone.url
    assert asked == [file.as_uri()]
    context.close()


def test_what_a_code_does_not_mean_is_said(address, pages):
    page = pages()
    code = make(page, address)
    page.goto(f"{address}/?deck=NOSUCH")
    assert "no exercise or tour with the code NOSUCH" in page.locator("main").inner_text()
    assert violations(page) == []
    page.get_by_label("Class code").fill(code.lower())
    page.get_by_role("button", name="Open").click()
    page.get_by_role("button", name="Begin").wait_for()
    assert json.loads(page.request.get(f"{address}/timeline/class/NOSUCH/at?after=0").text())["problem"]
