"""The page of an exercise: one file, only its own script and style allowed, nothing of an article that steers it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from importlib import resources
from typing import get_args

import pytest

from tests.browser.made import HOSTILE, made
from tests.unit.teach.made import sample
from timeline.lesson import page
from timeline.lesson.assets import Face
from timeline.lesson.receipt import Went
from timeline.teach import LANGUAGES, Deck, DeckSettings, make_deck, make_tour, of_plain, scenes


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make_deck(made(), DeckSettings(cards=3), title="Varn")


def data(text: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    return json.loads(found[1])


def test_it_holds_the_deck_and_asks_nobody(deck: Deck) -> None:
    text = page.exercise_page(deck)
    assert of_plain(Deck, data(text)["deck"]) == deck
    assert "connect-src &#x27;none&#x27;" in text
    assert not re.findall(r"""(?:src|href)=["'](?!data:)""", text)
    assert len(text.encode()) < 300_000


def test_from_a_server_it_asks_only_that(deck: Deck) -> None:
    text = page.exercise_page(deck, place="/?c=varn", board="/timeline/class/X/")
    assert "connect-src &#x27;self&#x27;" in text
    assert (data(text)["place"], data(text)["board"]) == ("/?c=varn", "/timeline/class/X/")


def test_fonts_come_from_its_server_alone(deck: Deck) -> None:
    text = page.exercise_page(deck, fonts=(Face("Source Sans", "/static/media/sans.woff2"),))
    assert "@font-face{font-family:'Source Sans';src:url('/static/media/sans.woff2')" in text
    assert "font-src &#x27;self&#x27;" in text
    assert "font-src &#x27;none&#x27;" in page.exercise_page(deck)
    assert "@font-face" not in page.exercise_page(deck)


def test_a_result_is_checked_on_a_page_that_asks_nobody(deck: Deck) -> None:
    text = page.checked_page(deck, ("right", "wrong", "open"))
    told = data(text)
    assert told["went"] == ["right", "wrong", "open"]
    assert told["prompts"] == [card.prompt for card in deck.cards]
    assert "connect-src &#x27;none&#x27;" in text


def test_script_and_style_are_those_that_the_policy_names(deck: Deck) -> None:
    text = page.exercise_page(deck)
    for tag in ('script type="module"', "style"):
        inside = re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", text, re.DOTALL)[1]
        assert base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode() in text.split("</head>")[0]


@pytest.mark.parametrize("title", [*HOSTILE, "</script><script>1</script>"])
def test_no_title_ends_what_holds_it(deck: Deck, title: str) -> None:
    text = page.exercise_page(replace(deck, title=title))
    assert text.count("<script") == 2
    assert "\u202e" not in text
    assert "<img" not in text


def test_a_tour_holds_its_scenes_with_the_days_of_every_voice() -> None:
    matter = sample("korea-china")
    tour = make_tour(matter, title="Old neighbours")
    text = page.tour_page(
        tour, scenes(matter, tour), "en", code="K7M2QP", role="lead", follow="/timeline/class/K7M2QP/at"
    )
    told = data(text)
    assert [one["event"] for one in told["scenes"]] == [stop.event for stop in tour.stops]
    assert (told["role"], told["code"]) == ("lead", "K7M2QP")
    for voice in (voice for scene in told["scenes"] for voice in scene["voices"]):
        assert (voice["first"] is None) == (voice["edtf"] == "" or voice["edtf"].startswith(".."))
    assert "connect-src &#x27;self&#x27;" in text
    assert "connect-src &#x27;none&#x27;" in page.tour_page(tour, scenes(matter, tour), "en", code="K7M2QP")


def test_every_script_is_in_a_page_and_reads_no_markup() -> None:
    names = {file.name for file in resources.files("timeline.lesson").iterdir() if file.name.endswith(".js")}
    assert names == {*page.EXERCISE, *page.TOUR, *page.CHECKED, "begin.js"}
    code = page.lesson_text(*sorted(names))
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in code
    for scripts in (page.EXERCISE, page.TOUR, page.CHECKED):
        defined = re.findall(r"(?m)^(?:async )?(?:const|let|function\*?|class) (\w+)", page._script(scripts))
        assert len(defined) == len(set(defined))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_a_page_asks_for_is_there(language: str) -> None:
    code = page.lesson_text(*dict.fromkeys((*page.EXERCISE, *page.TOUR, *page.CHECKED)))
    asked = set(re.findall(r'"((?:exercise|result|show)\.[\w-]+)"', code))
    asked |= {f"show.part-{part}" for part in ("opening", "place", "event", "sentence", "source", "others", "closing")}
    asked |= {f"result.is-{how}" for how in get_args(Went)}
    texts = page.page_texts(language)
    assert asked <= set(texts)
    assert {key for key in texts if not key.startswith("verdict.") and not key.endswith("-one")} - asked == set()
