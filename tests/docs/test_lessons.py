"""What the lessons quote stands in the samples, and the exercises and tours that they ask for can be made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.teach.made import sample
from timeline.teach import DeckSettings, about_article, beside, make_deck, make_tour, scenes, speech

ROOT = Path(__file__).resolve().parents[2]
LESSONS = (ROOT / "docs" / "lessons.md").read_text(encoding="utf-8")
FIRST = (ROOT / "docs" / "first-lesson.md").read_text(encoding="utf-8")
ASKED = [
    ("korea-china", ("work it out", "order"), 6, 2),
    ("ancient", ("order", "place", "gap"), 8, 1),
    ("south-pole", ("disagreement", "which source", "stated or implied"), 6, 2),
]


def test_every_sentence_that_is_quoted_stands_in_its_sample() -> None:
    quoted = re.findall(r"^> (.+)$", LESSONS, re.MULTILINE)
    texts = [" ".join(file.read_text(encoding="utf-8").split()) for file in (ROOT / "data").glob("*/*.txt")]
    assert len(quoted) > 10
    for sentence in quoted:
        assert any(sentence in text for text in texts), sentence


@pytest.mark.parametrize(("name", "kinds", "cards", "level"), ASKED)
@pytest.mark.parametrize("seed", range(3))
def test_the_exercises_can_be_made(name, kinds, cards, level, seed) -> None:
    deck = make_deck(sample(name), DeckSettings(kinds=kinds, cards=cards, level=level, seed=seed))
    assert len(deck.cards) == cards
    assert {card.kind for card in deck.cards} == set(kinds)
    for kind in kinds:
        assert speech("en").text(f"kinds.{kind}") in LESSONS.replace("\n", " ")


def test_the_tour_passes_the_days_that_differ() -> None:
    shown = scenes(sample("south-pole"), make_tour(sample("south-pole")))
    days = {scene.headline: {voice.date for voice in scene.voices} for scene in shown}
    assert days["Roald Amundsen reached the South Pole"] >= {"14 December 1911", "15 December 1911"}
    assert days["Captain Scott reached the South Pole"] == {"17 January 1912", "18 January 1912"}
    assert days["Captain Oates walked out of the tent"] == {"15 or 16 March 1912", "16 March 1912", "17 March 1912"}


def test_the_newspapers_tell_what_the_lesson_asks_for() -> None:
    matter = sample("south-pole")
    first, last = matter.collection.documents[0], matter.collection.documents[-1]
    alone = {told.headline for told in about_article(matter, first.id).alone}
    assert any("had reached the Pole" in headline for headline in alone)
    assert {told.date for told in about_article(matter, first.id).alone} >= {"October 1910"}
    (start,) = beside(matter, first.id, last.id).differ
    assert start.apart == ("one day apart",)
    assert all(document.note for document in matter.collection.documents)


@pytest.mark.parametrize("key", ["heading", "beside", "alone", "note"])
def test_the_page_of_a_source_is_called_so(key: str) -> None:
    assert f"*{speech('en').text(f'source.{key}')}*" in LESSONS


def test_the_anniversary_gives_away_the_year() -> None:
    told = {document.file: document.published.edtf for document in sample("korea-china").collection.documents}
    assert told["01-old-neighbours.txt"].startswith("2021-07")


@pytest.mark.parametrize("key", ["make-exercise", "make-tour", "present", "on-paper", "save-file", "choose", "mistake"])
def test_the_buttons_are_called_so(key: str) -> None:
    text = speech("en").text(f"teach.{key}").split("? ")[-1]
    assert text in " ".join(FIRST.split())
