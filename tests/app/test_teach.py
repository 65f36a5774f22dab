"""The addresses of teaching, by the protocol that the server speaks: made, asked for by code, counted without names."""

from __future__ import annotations

import json
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.unit.teach.made import sample
from timeline.app import lessons
from timeline.app.desk import workspace
from timeline.app.visitors import OWN_WORD, WORD
from timeline.lesson.receipt import receipt
from timeline.teach import speech

SAMPLE = "korea-china"


@pytest.fixture
def made(ask: Ask) -> tuple[Ask, str]:  # noqa: F811  the fixture
    lessons._boards.clear()
    lessons._matters = lessons.Kept(lambda _: 1, lessons.KEPT_MATTERS)
    return ask, make(ask)


def make(ask: Ask, **wish: Any) -> str:  # noqa: F811
    status, answer = post(ask, f"desk/teach/{SAMPLE}/exercise", **{"seed": 5, "language": "en", **wish})
    assert status == 200, answer
    return answer["code"]


def post(ask: Ask, path: str, headers: dict[str, str] = OURS, **wish: Any) -> tuple[int, Any]:  # noqa: F811
    return ask("POST", f"/timeline/{path}", headers, json.dumps(wish).encode())


def teach(ask: Ask, **query: str) -> dict[str, Any]:  # noqa: F811
    where = "&".join(f"{name}={value}" for name, value in {"c": SAMPLE, **query}.items())
    return ask("GET", "/timeline/desk/page/teach", OURS, query=where)[1]


def deck_at(ask: Ask, code: str) -> dict[str, Any]:  # noqa: F811
    status, page = ask("GET", "/", OURS, query=f"deck={code}")
    assert status == 200
    return json.loads(re.search(rb'id="data">(.*?)</script>', page)[1])["deck"]


def test_one_wish_makes_ten_cards_the_same_for_all(made):
    ask, code = made  # noqa: F811
    deck = deck_at(ask, code)
    assert (deck["code"], len(deck["cards"])) == (code, 10)
    assert deck_at(ask, code.lower()) == deck
    assert make(ask) == code, "the same choice is the same exercise"
    assert make(ask, seed=6) != code
    assert {one["code"] for one in teach(ask)["given"]["lessons"]} >= {code}


def test_topics_are_named_in_the_language_of_the_page_and_chosen_as_they_are(made):
    ask, _ = made  # noqa: F811
    english, german = teach(ask)["given"]["topics"], teach(ask, lang="de")["given"]["topics"]
    assert [one["topic"] for one in english] == [one["topic"] for one in german]
    assert [one["name"] for one in english] != [one["name"] for one in german]


def test_a_sample_has_the_page_too(made):
    ask, code = made  # noqa: F811
    page = teach(ask, lesson=code)
    assert [way["name"] for way in page["ways"]] == ["Collections", "Explore", "Teach", "Your own articles"]
    assert page["given"]["lesson"]["code"] == code
    assert page["given"]["lesson"]["board"] is None


def test_the_file_asks_nobody(made):
    ask, code = made  # noqa: F811
    status, page = ask("GET", f"/timeline/class/{code}/file", OURS)
    assert status == 200
    assert b"connect-src &#x27;none&#x27;" in page
    assert len(page) < 1_500_000


@pytest.mark.parametrize("code", ["NOSUCH", "", "<script>", "2" * 500])
def test_a_code_that_is_none_is_told_in_a_sentence(ask, code):  # noqa: F811
    status, page = ask("GET", "/", OURS, query=f"deck={code}")
    assert (status, b"no exercise or tour" in page, b"<script" in page) == (404, True, False) or code == ""
    assert ask("GET", f"/timeline/class/{code or '-'}/file", OURS)[0] == 404


def right_answer(card: dict[str, Any]) -> Any:
    if card["line"]:
        return card["line"]["first"]
    if card["slots"]:
        return {slot["id"]: slot["right"][0] for slot in card["slots"]}
    return card["solution"] if card["tiles"] else card["solution"][0]


def test_answers_are_counted_only_while_the_board_is_open(made):
    ask, code = made  # noqa: F811
    card = deck_at(ask, code)["cards"][0]
    told = {"card": card["id"], "answer": right_answer(card), "device": "d1"}
    assert post(ask, f"class/{code}/answer", **told)[1] == {"counted": False}
    assert ask("GET", f"/timeline/class/{code}/open", OURS)[1] == {"open": False}
    assert post(ask, f"desk/lesson/{code}/board", open=True)[0] == 200
    assert post(ask, f"class/{code}/answer", **told)[1] == {"counted": True}
    assert post(ask, f"class/{code}/answer", **told)[1] == {"counted": False}, "once from a device"
    assert post(ask, f"class/{code}/answer", **{**told, "device": "d2"})[1] == {"counted": True}
    board = ask("GET", f"/timeline/class/{code}/board", OURS)[1]
    assert (board["open"], board["counts"][card["id"]]["right"], board["devices"]) == (True, 2, 2)
    give_up = time.monotonic() + 30
    while workspace().answers(code).get(card["id"], {}).get("right") != 2:  # until it is on the disk
        assert time.monotonic() < give_up
        time.sleep(0.05)
    assert post(ask, f"desk/lesson/{code}/board", open=False)[0] == 200
    assert ask("GET", f"/timeline/class/{code}/board", OURS)[1] == {"open": False}
    post(ask, f"desk/lesson/{code}/board", open=True)
    assert ask("GET", f"/timeline/class/{code}/board", OURS)[1]["counts"][card["id"]]["right"] == 2
    post(ask, f"desk/lesson/{code}/board", open=True, clear=True)
    assert ask("GET", f"/timeline/class/{code}/board", OURS)[1]["counts"] == {}


def test_a_board_stays_open_when_its_exercise_is_made_once_more_or_changed(made):
    ask, code = made  # noqa: F811
    post(ask, f"desk/lesson/{code}/board", open=True)
    assert make(ask) == code
    assert ask("GET", f"/timeline/class/{code}/open", OURS)[1] == {"open": True}
    dropped = post(ask, f"desk/lesson/{code}/cards", drop=[deck_at(ask, code)["cards"][0]["id"]])[1]["code"]
    assert ask("GET", f"/timeline/class/{dropped}/board", OURS)[1] == {"open": True, "counts": {}, "devices": 0}


def test_a_class_answers_while_another_collection_is_made_ready(made, monkeypatch):
    ask, code = made  # noqa: F811
    post(ask, f"desk/lesson/{code}/board", open=True)
    inside, over = threading.Event(), threading.Event()
    real = lessons.load

    def slowly(choice: Any) -> Any:
        inside.set()
        assert over.wait(30)
        return real(choice)

    monkeypatch.setattr(lessons, "load", slowly)
    with ThreadPoolExecutor(1) as people:
        large = people.submit(lessons.matter_of, "ancient")
        assert inside.wait(30)
        with ThreadPoolExecutor(1) as phones:
            board = phones.submit(lessons.board_of, code)
            try:
                assert board.result(20) is not None
            finally:
                over.set()
        assert large.result()[0].collection.events


def test_a_class_that_renews_an_exercise_does_not_close_its_board(made, monkeypatch):
    _, code = made
    lesson = lessons.lesson_of(code)
    reading, go_on = threading.Event(), threading.Event()
    keep = type(workspace()).keep_lesson

    def slowly(room: Any, changed: Any) -> None:
        if not reading.is_set():
            reading.set()
            go_on.wait(10)
        keep(room, changed)

    monkeypatch.setattr(type(workspace()), "keep_lesson", slowly)
    renewing = threading.Thread(target=lambda: lessons.change(code, state="later"))
    renewing.start()
    assert reading.wait(10)
    opening = threading.Thread(target=lambda: lessons.turn_board(code, to_open=True))
    opening.start()
    opening.join(0.2)
    go_on.set()
    renewing.join()
    opening.join()
    body = lessons.lesson_of(lesson.code).body
    assert (body["open"], body["state"]) == (True, "later")


@pytest.mark.parametrize(
    ("answer", "device", "status"),
    [(None, "d", 200), ("nothing", "d", 200), ([], "d", 200), ({}, "d", 200), (1e9, "d", 200), (True, "d", 200),
     ([["x"]] * 5, "d", 200), ("a", 7, 400), ("a", "d" * 41, 400)],
)  # fmt: skip
def test_what_is_no_answer_is_not_counted(made, answer, device, status):
    ask, code = made  # noqa: F811
    post(ask, f"desk/lesson/{code}/board", open=True)
    for card in deck_at(ask, code)["cards"]:
        told = post(ask, f"class/{code}/answer", card=card["id"], answer=answer, device=device)
        assert told[0] == status
        assert status != 200 or told[1] == {"counted": False}
    assert post(ask, f"class/{code}/answer", card="no such", answer="a", device="d")[1] == {"counted": False}


def test_a_class_needs_no_word_and_a_teacher_does(made, monkeypatch):
    ask, code = made  # noqa: F811
    post(ask, f"desk/lesson/{code}/board", open=True)
    card = deck_at(ask, code)["cards"][0]
    monkeypatch.setenv(WORD, "gala-mino-tepu")
    assert post(ask, f"desk/teach/{SAMPLE}/exercise", seed=9, language="en")[0] == 401
    assert post(ask, f"desk/lesson/{code}/remove")[0] == 401
    told = {"card": card["id"], "answer": right_answer(card), "device": "d9"}
    assert post(ask, f"class/{code}/answer", **told)[1] == {"counted": True}
    foreign = {**OURS, "origin": "http://elsewhere.example"}
    assert post(ask, f"class/{code}/answer", foreign, **told)[0] == 403


def test_a_result_is_read_back(made):
    ask, code = made  # noqa: F811
    right = [n % 2 == 0 for n in range(10)]
    signs = receipt(code, right)
    went = ["right" if good else "wrong" for good in right]
    assert ask("GET", f"/timeline/desk/lesson/{code}/receipt", OURS, query=f"signs={signs}") == (200, {"went": went})
    assert ask("GET", f"/timeline/desk/lesson/{code}/receipt", OURS, query="signs=2222")[0] == 400
    status, page = ask("GET", "/", OURS, query=f"deck={code}&result={signs.lower()}")
    assert (status, json.loads(re.search(rb'id="data">(.*?)</script>', page)[1])["went"]) == (200, went)
    status, page = ask("GET", "/", OURS, query=f"deck={code}&result=<b>22")
    assert (status, b"is no result of the exercise" in page, b"<b>" in page) == (400, True, False)


@pytest.mark.parametrize(
    "wish", [{"cards": 0}, {"cards": "ten"}, {"level": 9}, {"kinds": []}, {"kinds": "order"}, {"cards": True}]
)
def test_a_choice_that_can_not_be_is_refused(ask, wish):  # noqa: F811
    status, answer = post(ask, f"desk/teach/{SAMPLE}/exercise", **{"seed": 5, "language": "en", **wish})
    assert status == 400
    assert answer["problem"].endswith(".")


def test_removed_it_is_gone(made):
    ask, code = made  # noqa: F811
    assert post(ask, f"desk/lesson/{code}/remove")[0] == 200
    assert ask("GET", "/", OURS, query=f"deck={code}")[0] == 404
    assert post(ask, f"class/{code}/answer", card="c", answer="a", device="d")[0] == 404


def test_removed_by_mistake_it_comes_back_with_its_answers(made):
    ask, code = made  # noqa: F811
    post(ask, f"desk/lesson/{code}/board", open=True)
    card = deck_at(ask, code)["cards"][0]
    post(ask, f"class/{code}/answer", card=card["id"], answer=right_answer(card), device="d1")
    deck, board = deck_at(ask, code), f"/timeline/class/{code}/board"
    before = ask("GET", board, OURS)[1]["counts"]
    assert before[card["id"]]["right"] == 1
    assert post(ask, f"desk/lesson/{code}/remove")[0] == 200
    assert post(ask, f"desk/lesson/{code}/bring-back")[0] == 200
    assert deck_at(ask, code) == deck
    assert ask("GET", board, OURS)[1]["counts"] == before
    assert post(ask, f"desk/lesson/{code}/bring-back")[0] == 410


def tour(ask: Ask) -> str:  # noqa: F811
    return post(ask, f"desk/teach/{SAMPLE}/tour", language="en")[1]["code"]


def tour_at(ask: Ask, code: str, role: str = "follow") -> dict[str, Any]:  # noqa: F811
    _, page = ask("GET", "/", OURS, query=f"tour={code}&as={role}")
    return json.loads(re.search(rb'id="data">(.*?)</script>', page)[1])


def test_a_tour_is_led_by_who_may_change_something_and_followed_by_all(ask, monkeypatch):  # noqa: F811
    code = tour(ask)
    at = f"/timeline/class/{code}/at"
    assert ask("GET", at, OURS, query="after=-1")[1] == {"turn": 0, "step": None}
    assert post(ask, f"class/{code}/at", step=4)[0] == 200
    assert ask("GET", at, OURS, query="after=0")[1] == {"turn": 1, "step": 4}
    assert ask("GET", at, OURS, query="after=99")[1] == {"turn": 1, "step": 4}, "a number of a server before"
    monkeypatch.setenv(WORD, "gala-mino-tepu")
    assert post(ask, f"class/{code}/at", step=5)[0] == 401
    assert ask("GET", at, OURS, query="after=x")[1] == {"turn": 1, "step": 4}
    for step in (None, "4", -1, 10**9, True):
        monkeypatch.delenv(WORD, raising=False)
        assert post(ask, f"class/{code}/at", step=step)[0] == 400


def test_a_tour_page_knows_for_whom_it_is(ask):  # noqa: F811
    code = tour(ask)
    assert [tour_at(ask, code, role)["role"] for role in ("lead", "notes", "follow", "nonsense")] == [
        "lead", "notes", "follow", "follow",
    ]  # fmt: skip
    assert b"connect-src &#x27;none&#x27;" in ask("GET", f"/timeline/class/{code}/file", OURS)[1]


def test_a_changed_tour_is_kept_and_one_of_nothing_refused(ask):  # noqa: F811
    code = tour(ask)
    kept = teach(ask, lesson=code)["given"]["lesson"]["tour"]
    kept["stops"] = kept["stops"][1:3]
    kept["stops"][0]["note"] = "Ask about the border."
    assert post(ask, f"desk/lesson/{code}/tour", tour=kept)[0] == 200
    assert [one["note"] for one in tour_at(ask, code)["scenes"]] == ["Ask about the border.", ""]
    for wrong in ({**kept, "stops": []}, {**kept, "stops": [{**kept["stops"][0], "event": "e0"}]}, {"title": 1}, None):
        assert post(ask, f"desk/lesson/{code}/tour", tour=wrong)[0] == 400
    assert len(tour_at(ask, code)["scenes"]) == 2


def test_a_step_whose_event_is_gone_is_in_nobodys_way(ask):  # noqa: F811
    code = tour(ask)
    kept = teach(ask, lesson=code)["given"]["lesson"]["tour"]
    gone = {**kept["stops"][0], "event": "e0"}
    lessons.change(code, tour={**kept, "stops": [gone, *kept["stops"]]})
    assert teach(ask, lesson=code)["given"]["lesson"]["tour"] == kept
    assert (
        post(ask, f"desk/lesson/{code}/tour", tour={**kept, "title": "New", "stops": [gone, *kept["stops"]]})[0] == 200
    )
    assert teach(ask, lesson=code)["given"]["lesson"]["tour"] == {**kept, "title": "New"}


def test_cards_are_dropped_changed_and_added_under_a_new_code(made):
    ask, code = made  # noqa: F811
    cards = deck_at(ask, code)["cards"]
    new = post(ask, f"desk/lesson/{code}/cards", drop=[cards[0]["id"]])[1]["code"]
    assert new != code
    assert ask("GET", "/", OURS, query=f"deck={code}")[0] == 404
    assert [card["id"] for card in deck_at(ask, new)["cards"]] == [card["id"] for card in cards[1:]]
    other = post(ask, f"desk/lesson/{new}/cards", change=[cards[1]["id"]])[1]["code"]
    assert deck_at(ask, other)["cards"][0]["id"] != cards[1]["id"]
    wish = {
        "prompt": "Why a treaty?",
        "right": "For safety\n",
        "wrong": "For fun\n\nBy chance",
        "event": cards[1]["events"][0],
    }
    own = post(ask, f"desk/lesson/{other}/own", **wish)[1]["code"]
    card = deck_at(ask, own)["cards"][-1]
    assert (card["kind"], len(card["choices"]), len(card["proofs"]) > 0) == ("own", 3, True)
    assert post(ask, f"desk/lesson/{own}/own", prompt="", right="a", wrong="b")[0] == 400
    assert post(ask, f"desk/lesson/{own}/cards", drop=["no such"])[0] == 400
    for name, most in (("prompt", 500), ("right", 3000), ("why", 1000)):
        told = post(
            ask, f"desk/lesson/{own}/own", **{"prompt": "Why?", "right": "a", "wrong": "b", name: "x" * (most + 1)}
        )
        assert told == (400, {"problem": f"That is longer than {most} letters: shorten it."})
    assert post(ask, f"desk/lesson/{own}/cards", drop=[c["id"] for c in deck_at(ask, own)["cards"]])[0] == 400


@pytest.mark.parametrize("name", ["My articles 2", "Copy of Copy of My articles"])
def test_an_exercise_is_named_by_what_it_tells_of_until_a_teacher_names_it(ask, name):  # noqa: F811
    key = workspace().keep(sample(SAMPLE).collection, name, at="2026-03-01T10:00:00Z").id
    code = post(ask, f"desk/teach/{key}/exercise", seed=5, language="en")[1]["code"]
    shown = post(ask, f"desk/teach/{key}/tour", language="en")[1]["code"]
    assert deck_at(ask, code)["title"] == tour_at(ask, shown)["title"] == "North Korea · China"
    assert post(ask, f"desk/lesson/{code}/title", title=" Two\nneighbours ")[1] == {"title": "Two neighbours"}
    assert deck_at(ask, code)["title"] == "Two neighbours"
    dropped = post(ask, f"desk/lesson/{code}/cards", drop=[deck_at(ask, code)["cards"][0]["id"]])[1]["code"]
    assert deck_at(ask, dropped)["title"] == "Two neighbours"
    assert post(ask, f"desk/lesson/{dropped}/title", title=" ")[1] == {"title": "North Korea · China"}
    named = workspace().keep(sample(SAMPLE).collection, "Neighbours", at="2026-03-01T10:00:00Z").id
    code = post(ask, f"desk/teach/{named}/exercise", seed=5, language="en", topic="China")[1]["code"]
    assert deck_at(ask, code)["title"] == "Neighbours – China"


def test_a_tour_without_a_title_is_named_anew(ask):  # noqa: F811
    code = tour(ask)
    told = teach(ask, lesson=code)["given"]["lesson"]["tour"]
    assert post(ask, f"desk/lesson/{code}/tour", tour={**told, "title": " "})[0] == 200
    assert tour_at(ask, code)["title"] == told["title"]


@pytest.mark.parametrize("language", ["de", "fr", "es", "ko"])
def test_what_can_not_be_done_is_said_in_the_language_of_the_lesson(ask, language):  # noqa: F811
    told = speech(language).text
    code = post(ask, f"desk/teach/{SAMPLE}/exercise", seed=5, language=language)[1]["code"]
    shown = post(ask, f"desk/teach/{SAMPLE}/tour", language=language)[1]["code"]
    unreadable = (400, {"problem": told("refused.unreadable")})
    assert post(ask, f"desk/lesson/{code}/cards", drop="all") == unreadable
    assert post(ask, f"desk/lesson/{code}/own", prompt=7) == unreadable
    assert post(ask, f"desk/lesson/{code}/title", title=7) == unreadable
    assert post(ask, f"desk/teach/{SAMPLE}/exercise", language=language, cards="ten") == unreadable
    assert post(ask, f"class/{code}/answer", card=7) == unreadable
    assert post(ask, f"class/{shown}/at", step="x") == unreadable
    gone = {"problem": told("refused.no-collection", name="nowhere")}
    assert post(ask, "desk/teach/nowhere/tour", language=language) == (404, gone)
    assert teach(ask, c="nowhere", lang=language)["problem"] == gone["problem"]
    key = workspace().keep(sample(SAMPLE).collection, "Diary", at="2026-03-01T10:00:00Z").id
    workspace().delete(key, at="2026-03-01T11:00:00Z")
    assert teach(ask, c=key, lang=language)["problem"] == told("refused.deleted", name="Diary")


def test_an_exercise_can_be_had_in_another_language(made):
    ask, code = made  # noqa: F811
    _, page = ask("GET", "/", OURS, query=f"deck={code}&lang=de")
    german = json.loads(re.search(rb'id="data">(.*?)</script>', page)[1])["deck"]
    assert (german["language"], german["code"]) == ("de", code)
    assert [c["id"] for c in german["cards"]] == [c["id"] for c in deck_at(ask, code)["cards"]]
    assert deck_at(ask, code)["language"] == "en"


def test_what_is_corrected_is_right_in_the_exercise_from_then_on(ask):  # noqa: F811
    key = workspace().keep(sample(SAMPLE).collection, "Neighbours", at="2026-03-01T10:00:00Z").id
    code = post(ask, f"desk/teach/{key}/exercise", seed=5, language="en", kinds=["which date"])[1]["code"]
    card = deck_at(ask, code)["cards"][0]
    event = card["events"][0]
    wish = {"action": "date", "targets": [event], "versions": {event: 0}, "by": "Ada", "edtf": "1899-04-05"}
    assert post(ask, f"desk/check/{key}/decide", **wish)[0] == 200
    again = next(one for one in deck_at(ask, code)["cards"] if one["id"] == card["id"])
    assert "5 April 1899" in again["answer"]
    right = next(choice["label"] for choice in again["choices"] if choice["id"] in again["solution"])
    assert right == "5 April 1899"


def test_a_code_opens_the_lesson_of_what_is_not_shared_and_nothing_else(ask, monkeypatch):  # noqa: F811
    key = workspace().keep(sample(SAMPLE).collection, "Diary", at="2026-03-01T10:00:00Z", shared=False).id
    exercise = post(ask, f"desk/teach/{key}/exercise", seed=5, language="en")[1]["code"]
    shown = post(ask, f"desk/teach/{key}/tour", language="en")[1]["code"]
    monkeypatch.setenv(WORD, "acorn tree")
    monkeypatch.setenv(OWN_WORD, "birch wood")
    assert len(deck_at(ask, exercise)["cards"]) == 10
    assert len(tour_at(ask, shown)["scenes"]) == 10
    assert tour_at(ask, shown)["place"] == "", "the way to the collection is not shown"
    assert ask("GET", f"/timeline/class/{shown}/file", OURS)[0] == 200
    assert ask("GET", "/timeline/desk/page/teach", OURS, query=f"c={key}")[1].get("problem")


def own_lessons(ask: Ask) -> tuple[str, str, str]:  # noqa: F811
    """A collection of the workspace, and the codes of an exercise and of a tour that were made from it."""
    key = workspace().keep(sample(SAMPLE).collection, "Neighbours", at="2026-03-01T10:00:00Z").id
    exercise = post(ask, f"desk/teach/{key}/exercise", seed=5, language="ko")[1]["code"]
    return key, exercise, post(ask, f"desk/teach/{key}/tour", language="de")[1]["code"]


def lessons_at(ask: Ask, key: str) -> dict[str, str]:  # noqa: F811
    told = ask("GET", "/timeline/desk/page/teach", OURS, query=f"c={key}")[1]["given"]["lessons"]
    return {one["kind"]: one["code"] for one in told}


def without_code(deck: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in deck.items() if key != "code"}


def test_a_copy_of_a_collection_has_its_lessons_under_codes_of_their_own(ask):  # noqa: F811
    key, exercise, shown = own_lessons(ask)
    copy = post(ask, f"desk/shelf/{key}/duplicate")[1]["id"]
    codes = lessons_at(ask, copy)
    assert {exercise, shown}.isdisjoint(codes.values())
    assert without_code(deck_at(ask, codes["exercise"])) == without_code(deck_at(ask, exercise))
    assert deck_at(ask, codes["exercise"])["code"] == codes["exercise"]
    assert tour_at(ask, codes["tour"])["scenes"] == tour_at(ask, shown)["scenes"]
    assert post(ask, f"desk/lesson/{codes['exercise']}/remove")[0] == 200
    assert deck_at(ask, exercise)["code"] == exercise


def test_a_saved_collection_brings_its_lessons_along(ask):  # noqa: F811
    key, exercise, shown = own_lessons(ask)
    deck, scenes = deck_at(ask, exercise), tour_at(ask, shown)["scenes"]
    saved = json.dumps(ask("GET", f"/timeline/desk/saved/{key}", OURS)[1]).encode()
    beside = post_file(ask, saved)
    assert {exercise, shown}.isdisjoint(lessons_at(ask, beside).values()), "the codes are taken"
    for code in (exercise, shown):
        post(ask, f"desk/lesson/{code}/remove")
    later = post_file(ask, saved)
    assert lessons_at(ask, later) == {"exercise": exercise, "tour": shown}
    assert deck_at(ask, exercise) == deck
    assert tour_at(ask, shown)["scenes"] == scenes
    again = ask("GET", f"/timeline/desk/saved/{later}", OURS)[1]
    assert [one["code"] for one in again["lessons"]] == sorted((exercise, shown))


def post_file(ask: Ask, content: bytes) -> str:  # noqa: F811
    status, made = ask("POST", "/timeline/desk/open", OURS, content, query="name=neighbours.json")
    assert status == 200, made
    return made["id"]


@pytest.mark.parametrize(
    "broken",
    [7, {}, {"kind": "exercise"}, {"kind": "tour", "language": "xx", "tour": {}}, {"kind": "poem", "code": "K7M2QP"},
     {"kind": "exercise", "deck": {"code": "K7M2QP", "title": "", "language": "en", "settings": {}, "cards": []}},
     {"kind": "tour", "language": "en", "tour": {"title": "", "opening": "", "closing": "", "stops": []}}],
)  # fmt: skip
def test_what_is_no_lesson_stays_in_the_file_and_makes_none(ask, broken):  # noqa: F811
    key, *_ = own_lessons(ask)
    saved = ask("GET", f"/timeline/desk/saved/{key}", OURS)[1]
    later = post_file(ask, json.dumps({**saved, "lessons": [broken]}).encode())
    assert lessons_at(ask, later) == {}
    assert ask("GET", f"/timeline/desk/saved/{later}", OURS)[1]["lessons"] == [broken]


@pytest.mark.parametrize("language", ["xx", "", "../de"])
def test_an_exercise_from_a_file_in_no_language_of_ours_is_none(ask, language):  # noqa: F811
    key, *_ = own_lessons(ask)
    saved = ask("GET", f"/timeline/desk/saved/{key}", OURS)[1]
    exercise = next(one for one in saved["lessons"] if one["kind"] == "exercise")
    strange = {**exercise, "deck": {**exercise["deck"], "language": language}}
    assert lessons_at(ask, post_file(ask, json.dumps({**saved, "lessons": [strange]}).encode())) == {}


def test_a_hostile_exercise_from_a_file_is_only_text(ask):  # noqa: F811
    key, *_ = own_lessons(ask)
    saved = ask("GET", f"/timeline/desk/saved/{key}", OURS)[1]
    exercise = next(one for one in saved["lessons"] if one["kind"] == "exercise")
    deck = exercise["deck"]
    evil = "</script><script>alert(1)</script>"
    cards = [{**deck["cards"][0], "level": 9}]
    high = {**exercise, "code": evil, "deck": {**deck, "cards": cards}}
    text = {
        **exercise,
        "code": evil,
        "deck": {**deck, "title": evil, "cards": [{**deck["cards"][0], "prompt": evil, "kind": "own"}]},
    }
    later = post_file(ask, json.dumps({**saved, "lessons": [high, text]}).encode())
    codes = lessons_at(ask, later)
    assert re.fullmatch("[2-9A-Z]{6}", codes["exercise"])
    status, page = ask("GET", "/", OURS, query=f"deck={codes['exercise']}")
    assert (status, page.count(b"<script")) == (200, 2)
