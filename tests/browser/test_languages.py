"""What stands on the pages of lessons in a language is of that language, or of the articles: nothing stays English."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

import pytest
from pypdf import PdfReader

from tests.browser.serving import served
from tests.browser.solving import answer, deck_in, press
from tests.unit.teach.made import sample
from timeline.cli.launch import WORD
from timeline.lesson.texts import NAMES

pytestmark = pytest.mark.browser

SAMPLE = "korea-china"

SHOWN = """(top) => {
  const found = [];
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return void found.push(node.textContent);
    if (!(node instanceof Element || node instanceof ShadowRoot) || node.matches?.("script, style, noscript")) return;
    if (node.matches?.("input[type=text], textarea")) found.push(node.placeholder || "", node.value);
    for (const name of ["aria-label", "aria-valuetext", "aria-description", "alt", "title"]) {
      found.push(node.getAttribute?.(name) || "");
    }
    for (const one of [...(node.shadowRoot?.childNodes || []), ...node.childNodes]) look(one);
  };
  look(top);
  return found.flatMap((one) => one.split("\\n")).map((one) => one.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""
"""All that is seen or heard below an element, text by text."""

SPOKEN = "(all) => [...new Set(all.map((one) => one.closest('[lang]').lang))]"
"""The languages in which elements are spoken and set."""

OF_NO_LANGUAGE = {"Timeline", "HTML", "HTML 파일", "Word", "A4", "Letter", "timeline app --share", *NAMES.values()}
CODE = re.compile(r"(?<![A-Za-z0-9])[2-9A-Z]{4,6}(?![A-Za-z0-9])")  # of a lesson; it may begin with a figure
LATIN = re.compile(r"[A-Za-z][^가-힣…≠·:()“”]*")


@cache
def told_by_articles() -> str:
    """All words that articles say or that are known of them, and headlines, which are made of them."""
    collection = sample(SAMPLE).collection
    texts = [
        text for one in collection.documents for text in (one.text, one.title, one.author, one.publisher, one.note)
    ]
    return re.sub(r"\s+", " ", "\n".join([*filter(None, texts), *(event.headline for event in collection.events)]))


def not_said(page, top: str = "body") -> set[str]:
    """What stands there in Latin letters, and is of no article."""
    texts = [CODE.sub("", text) for text in page.locator(top).evaluate(SHOWN)]
    runs = {run.strip(" ,;.?!-–✓✗0123456789/") for text in texts for run in LATIN.findall(text)}
    own = {run for run in runs if not re.fullmatch(r"localhost.*|//.*|https?", run)}
    known = told_by_articles()
    return {run for run in own if run not in known and run not in OF_NO_LANGUAGE and len(run) > 1}


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory) -> Iterator[str]:
    """A server of these tests alone: what a teacher of another test named stands in no list here."""
    with served(tmp_path_factory.mktemp("languages") / "timeline.db") as (address, _):
        yield address


def teach(page, address: str, more: str = "", ready: str = ".teach h1") -> None:
    page.goto(f"{address}/?page=teach&c={SAMPLE}&lang=ko{more}")
    page.wait_for_selector(ready)


def made(page, address: str, kind: str) -> str:
    wish = {"data": {"language": "ko", "seed": 5}, "headers": {"X-Timeline": ""}}
    answer = page.request.post(f"{address}/timeline/desk/teach/{SAMPLE}/{kind}", **wish)
    return answer.json()["code"]


def test_the_page_teach_and_its_frame(address, pages):
    page = pages()
    teach(page, address)
    page.locator("summary").click()
    assert not_said(page, ".explorer") == set()
    page.get_by_label("문제 수").fill("77")
    page.get_by_role("button", name="연습 문제 만들기").click()
    page.get_by_text("1개부터 50개까지").wait_for()
    assert not_said(page, ".explorer") == set()
    first, second = (one.id for one in sample(SAMPLE).collection.documents[:2])
    for more in (f"&source={first}", f"&source={first}&beside={second}"):
        teach(page, address, more, ".source-facts")
        assert not_said(page, ".explorer") == set()


def test_an_exercise_before_the_lesson(address, pages):
    page = pages()
    code = made(page, address, "exercise")
    teach(page, address, f"&lesson={code}", ".deck-card")
    page.get_by_role("button", name="게시판 열기").click()
    page.get_by_text("아직 답이 없습니다.").wait_for()
    page.get_by_label("학생의 결과").fill("2222")
    page.get_by_role("button", name="읽기", exact=True).click()
    page.get_by_text("결과가 아닙니다").wait_for()
    page.get_by_role("button", name="빼기: 10").click()
    page.get_by_role("button", name="되돌리기").wait_for()
    page.get_by_role("heading", name="문제 9개").wait_for()  # the changed exercise stands there
    page.get_by_role("button", name="직접 만든 문제 추가").click()
    page.locator("dialog textarea").first.fill("?")
    page.locator("dialog textarea").nth(1).fill("1")
    page.get_by_role("button", name="추가", exact=True).click()
    page.get_by_role("alert").get_by_text("틀린 답이 모두").wait_for()
    assert not_said(page, ".explorer") == set()
    page.goto(f"{address}/?page=teach&c={SAMPLE}&lang=ko&lesson=NOSUCH")
    page.get_by_role("alert").get_by_text("NOSUCH").wait_for()
    assert not_said(page, ".explorer") == set()


def test_a_tour_before_and_in_the_lesson(address, pages):
    page = pages()
    code = made(page, address, "tour")
    teach(page, address, f"&lesson={code}", ".stops li")
    page.locator(".stops li button").last.click()
    page.get_by_role("button", name="되돌리기").wait_for()
    assert not_said(page, ".explorer") == set()
    for role in ("lead", "follow", "notes"):
        page.goto(f"{address}/?tour={code}&as={role}")
        page.wait_for_selector(".lesson h1")
        while True:
            assert not_said(page) == set(), role
            before = page.url
            page.keyboard.press("ArrowRight")
            if page.url == before:
                break
        page.keyboard.press("g")
        page.wait_for_selector("dialog.jump")
        assert not_said(page) == set(), role


def test_who_only_reads_is_told_so(pages, tmp_path, monkeypatch):
    monkeypatch.setenv(WORD, "acorn tree")
    with served(tmp_path / "timeline.db") as (address, _):
        page = pages()
        teach(page, address)
        page.get_by_role("button", name="암호 입력").click()
        page.get_by_label("편집 암호").fill("77")
        page.get_by_role("button", name="이 암호 쓰기").click()
        page.get_by_text("암호가 맞지 않습니다.").wait_for()
        assert not_said(page, ".explorer") == set()


def test_a_whole_exercise(address, pages):
    page = pages(390, 844)
    code = made(page, address, "exercise")
    page.goto(f"{address}/?deck={code}")
    assert not_said(page) == set()
    press(page, "시작")
    for nth, card in enumerate(deck_in(page)["cards"]):
        hint = page.get_by_role("button", name="힌트 보기")
        if hint.count():
            hint.click()
        assert not_said(page) == set(), card["kind"]
        answer(page, card, right=nth % 2 == 0)
        press(page, "확인")
        assert not_said(page) == set(), card["kind"]
        assert page.locator("blockquote").evaluate_all(SPOKEN) == ["en"], card["kind"]
        assert set(page.locator("[role=img]").evaluate_all(SPOKEN)) <= {"ko"}, "what a gap is called is of the lesson"
        press(page, "결과 보기" if nth == 9 else "다음")
    page.wait_for_selector(".receipt")
    assert not_said(page) == set()
    signs = page.locator(".signs").inner_text()
    page.goto(f"{address}/?deck={code}&result={signs}")
    assert not_said(page) == set()


def test_on_paper(address, pages):
    page = pages()
    first = sample(SAMPLE).collection.documents[0].id
    papers = [f"lesson/{made(page, address, kind)}/paper" for kind in ("exercise", "tour")]
    for path in [*papers, f"teach/{SAMPLE}/source/paper?source={first}&lang=ko"]:
        page.goto(f"{address}/timeline/desk/{path}")
        page.wait_for_selector("main h1", state="attached")
        assert not_said(page) == set(), path
    page.evaluate("document.fonts.ready.then(() => null)")
    faces = {face for one in PdfReader(io.BytesIO(page.pdf())).pages for face in fonts_in(one)}
    assert any("NotoSansKR" in face for face in faces), faces


def fonts_in(page) -> set[str]:
    return {str(font.get_object().get("/BaseFont")) for font in page["/Resources"]["/Font"].values()}


def test_a_code_that_means_nothing_is_told_in_the_language_of_the_browser(address, pages):
    page = pages(locale="ko-KR")
    page.goto(f"{address}/?deck=NOSUCH")
    assert page.get_by_label("수업 코드").is_visible()
    assert not_said(page) == set()


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(28, 33, 38)")])
def test_a_code_that_means_nothing_is_told_in_the_colours_of_the_house(address, pages, scheme, ground):
    page = pages(color_scheme=scheme)
    page.goto(f"{address}/?deck=NOSUCH")
    assert page.locator("main").evaluate("main => getComputedStyle(main).backgroundColor") == ground
