"""What is printed of exercises and tours: questions without answers, keys with them, cards that have one order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.teach import (
    KINDS,
    LANGUAGES,
    DeckSettings,
    Matter,
    Paper,
    handout,
    make_deck,
    make_tour,
    own_card,
    redo,
    source_sheet,
    speech,
    worksheet,
)
from timeline.teach.matter import apart
from timeline.teach.paper import Group, Options, Rows, Run, Scale, Section, Text


def words_of(group: Group) -> str:
    """All words of a group as they stand on paper; blanks are underscores."""
    found: list[str] = []
    for part in group.parts:
        match part:
            case Text(runs):
                found.append("".join("____" if run.role in ("gap", "hidden") else run.text for run in runs))
            case Options(labels, _, marks, _):
                found += [*labels, *marks]
            case Scale(labels):
                found += labels
    return " ".join(found)


def parts(paper: Paper, kind: str) -> list[Section]:
    return [section for section in paper.sections if section.kind == kind]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_worksheet_asks_and_its_key_answers(name: str, level: int) -> None:
    deck = make_deck(sample(name), DeckSettings(cards=16, level=level, seed=11), title="Varn")
    paper = worksheet(sample(name), deck)
    asked, key = parts(paper, "worksheet")[0], parts(paper, "key")[0]
    assert [group.number for group in asked.groups] == [group.number for group in key.groups] == [*range(1, 17)]
    for card, question, answer in zip(deck.cards, asked.groups, key.groups, strict=True):
        told, solved = words_of(question), words_of(answer)
        assert card.prompt in told
        assert card.prompt in solved
        for part in question.parts:
            assert not isinstance(part, Options) or not any(part.marks), "nothing is ticked yet"
            assert not isinstance(part, Scale) or not part.right
        assert not [step for step in card.steps if step in told and step not in card.prompt]
        for tile in card.tiles:
            assert tile.label in told
            assert f"{tile.date}: {tile.label}" in solved
        for choice in card.choices:
            assert choice.label in told
        if card.choices and not card.slots:
            ticked = next(part for part in answer.parts if isinstance(part, Options)).marks
            assert [one.id in card.solution for one in card.choices] == [mark == "✓" for mark in ticked]
        for proof in card.proofs:
            assert proof.exact in solved


def test_all_kinds_are_printed() -> None:
    deck = make_deck(sample("ancient"), DeckSettings(cards=16, seed=11))
    assert {card.kind for card in deck.cards} == set(KINDS)


def test_the_events_to_be_ordered_stand_in_the_right_order_in_the_key() -> None:
    deck = make_deck(sample("ancient"), DeckSettings(kinds=("order",), cards=3))
    for card, group in zip(deck.cards, parts(worksheet(sample("ancient"), deck), "key")[0].groups, strict=True):
        labels = next(part for part in group.parts if isinstance(part, Options)).labels
        tiles = {tile.id: tile for tile in card.tiles}
        assert labels == tuple(f"{tiles[name].date}: {tiles[name].label}" for name in card.solution)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_number_leads_to_a_source(name: str) -> None:
    matter = sample(name)
    for paper in (
        worksheet(matter, make_deck(matter, DeckSettings(cards=16, seed=2))),
        handout(matter, make_tour(matter), "ABC234"),
    ):
        for section in paper.sections:
            cited = {int(n) for group in section.groups for n in re.findall(r"\[(\d+)\]", words_of(group))}
            assert cited <= set(range(1, len(section.sources) + 1))
            assert bool(section.groups) == bool(section.sources)
            assert section.sources in ((), paper.sections[0].sources), "the same numbers on all pages"


@pytest.mark.parametrize("kind", ["which source", "disagreement"])
def test_who_is_asked_for_the_source_is_not_told_it(kind) -> None:
    matter = sample("ancient")
    deck = make_deck(matter, DeckSettings(kinds=(kind,), cards=1))
    question = parts(worksheet(matter, deck), "worksheet")[0].groups[0]
    assert not re.search(r"\[\d\]", words_of(question))


def test_a_gap_is_blank_and_filled_in_the_key() -> None:
    matter = sample("ancient")
    card, *_ = (deck := make_deck(matter, DeckSettings(kinds=("gap",), cards=1))).cards
    paper = worksheet(matter, deck)
    assert "____" in words_of(parts(paper, "worksheet")[0].groups[0])
    right = next(one.label for one in card.choices if one.id in card.solution)
    assert Run(right, "date", "en") in [
        run for part in parts(paper, "key")[0].groups[0].parts if isinstance(part, Text) for run in part.runs
    ]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(8))
def test_cards_to_cut_out_have_one_right_order(name: str, seed: int) -> None:
    matter = sample(name)
    paper = worksheet(matter, make_deck(matter, DeckSettings(cards=12, seed=seed)))
    cuts, key = parts(paper, "cards")[0].cuts, parts(paper, "key")[1]
    labels = {one.letter: one.label for one in cuts}
    order = [words_of(group)[0] for group in key.groups]
    assert sorted(order) == sorted(labels) == [one.letter for one in cuts], "no place tells the order"
    assert order != sorted(order)
    subjects = [next(s for s in matter.on() if s.label == labels[letter]) for letter in order]
    for one, other in pairwise(subjects):
        assert apart(one, other)
        assert one.last < other.first


def test_without_three_events_that_follow_one_another_nothing_is_cut_out() -> None:
    matter = Matter(read("The bridge at Lund was opened in 1873. The harbour at Lund was opened in 1873 too."))
    assert parts(handout(matter, make_tour(matter)), "cards") == []


def test_a_card_of_the_teachers_own_has_room_for_the_answer() -> None:
    matter = sample("ancient")
    deck = redo(matter, make_deck(matter, DeckSettings(cards=1)), own=[own_card("Why?", collection=matter)])
    question = parts(worksheet(matter, deck), "worksheet")[0].groups[-1]
    assert any(isinstance(part, Rows) for part in question.parts)


@pytest.mark.parametrize("hide", [("date",), ("headline",), ("source",), ("date", "headline", "source")])
def test_what_a_step_hides_is_blank_for_pupils_and_told_to_the_speaker(hide) -> None:
    matter = sample("ancient")
    tour = make_tour(matter)
    hidden = replace(tour, stops=tuple(replace(stop, hide=hide, note="Ask the last row.") for stop in tour.stops))
    paper = handout(matter, hidden, "ABC234")
    plain = handout(matter, tour, "ABC234")
    seen, told = parts(paper, "worksheet")[0].groups, parts(paper, "key")[0].groups
    for blank, speaker, full in zip(seen[:-1], told, parts(plain, "key")[0].groups, strict=True):
        assert "____" in words_of(blank)
        assert any(isinstance(part, Rows) for part in blank.parts)
        assert words_of(full) in words_of(speaker)
        assert "Ask the last row." in words_of(speaker)
        assert "Ask the last row." not in words_of(blank)
        head = full.parts[0]
        date, headline = head.runs[0].text, head.runs[2].text
        assert "date" not in hide or date not in words_of(blank)
        assert "headline" not in hide or headline not in words_of(blank)
        assert "source" not in hide or not re.search(r"\[\d\]", words_of(blank))


def test_who_is_to_weigh_different_dates_sees_them() -> None:
    paper = handout(sample("ancient"), make_tour(sample("ancient")), "ABC234")
    asked = next(words for group in parts(paper, "worksheet")[0].groups if "silver" in (words := words_of(group)))
    assert "In 483 BC a rich vein" in asked
    assert "In 482 BC a rich vein" in asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_speaks_the_language_of_the_lesson(language: str) -> None:
    matter = sample("korea-china")
    paper = worksheet(matter, make_deck(matter, DeckSettings(cards=4), language))
    assert [section.heading for section in paper.sections] == [
        speech(language).text(f"paper.{key}") for key in ("worksheet", "key", "cards", "cards-key")
    ]
    assert paper.sources == speech(language).text("paper.sources")


def test_an_article_that_was_taken_out_keeps_its_title() -> None:
    matter = sample("ancient")
    deck = make_deck(matter, DeckSettings(cards=8))
    gone = deck.cards[0].proofs[0]
    fewer = replace(
        matter.collection,
        documents=tuple(one for one in matter.collection.documents if one.id != gone.document),
        events=tuple(
            one for one in matter.collection.events if all(c.document != gone.document for c in one.citations)
        ),
    )
    assert gone.title in worksheet(fewer, deck).sections[0].sources


def source_papers(name: str, language: str = "en") -> list[Paper]:
    matter = sample(name)
    ids = [document.id for document in matter.collection.documents]
    return [source_sheet(matter, one, two, language) for one in ids for two in ("", *ids) if one != two]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sheet_on_a_source_asks_and_its_key_answers(name: str, language: str) -> None:
    words = speech(language)
    for paper in source_papers(name, language):
        sheet, key = paper.sections
        assert [group.number for group in sheet.groups] == list(range(1, len(sheet.groups) + 1))
        assert all(isinstance(group.parts[-1], Rows) for group in sheet.groups), "each question has room for an answer"
        assert words_of(sheet.groups[0]).startswith(words.text("ask.when" if " · " in sheet.about else "ask.who"))
        assert words_of(key.groups[0]).startswith(words.text("paper.quoted", title="|").partition("|")[0])
        told = " ".join(words_of(group) for group in (*sheet.groups, *key.groups))
        cited = {int(n) for n in re.findall(r"\[(\d+)\]", told + sheet.about)}
        assert cited == set(range(1, len(sheet.sources) + 1))


def test_sentences_that_differ_stand_below_one_another_to_be_weighed() -> None:
    paper = source_sheet(sample("ancient"), sample("ancient").collection.documents[0].id)
    weighed = words_of(paper.sections[0].groups[4])
    assert "483 BC: " in weighed
    assert "482 BC: " in weighed
    assert weighed.endswith("Which would you trust, and why?")
    lines = [words_of(group) for group in paper.sections[1].groups]
    assert any("483 BC ≠ 482 BC (one year apart)" in line for line in lines)
    assert not any("482 BC" in words_of(group) for group in paper.sections[0].groups[:4])
