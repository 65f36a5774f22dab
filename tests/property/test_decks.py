"""Laws of exercises over many seeds: every deck can be solved, and nobody is told to be wrong who is right."""

from __future__ import annotations

import os
from itertools import combinations

import pytest

from tests.unit.teach.made import SAMPLES, sample
from timeline import edtf
from timeline.edtf import Bounds
from timeline.teach import Card, DeckSettings, Matter, judge, make_deck
from timeline.teach.reach import meant, reach, union

SEEDS = int(os.environ.get("TIMELINE_DECK_SEEDS", "1000"))
"""Seeds for each sample collection. The laws were proved with 10,000 for each."""


@pytest.mark.parametrize("name", SAMPLES)
def test_every_deck_holds_what_is_promised(name: str) -> None:
    matter = sample(name)
    for seed in range(SEEDS):
        level = seed % 3 + 1
        deck = make_deck(matter, DeckSettings(seed=seed, level=level))  # type: ignore[arg-type]
        assert len(deck.cards) == 10
        assert len({card.id for card in deck.cards}) == 10
        for card in deck.cards:
            solvable(card)
            proved(card, matter)
            if card.kind == "order":
                never_in_competition(card, matter)
            elif card.kind == "place":
                placed_within_the_bounds(card, matter)
            elif card.kind in ("which date", "work it out"):
                wrong_dates_are_no_sources_date(card, matter)
            elif card.kind == "gap":
                wrong_words_are_no_sources_date(card, matter)
            elif card.kind == "which source":
                wrong_articles_do_not_have_the_sentence(card, matter)
            elif card.kind == "disagreement":
                the_articles_say_so(card, matter)


def solvable(card: Card) -> None:
    """The solution is right, and every other simple answer is not."""
    if card.tiles:
        assert judge(card, card.solution).right
        assert not judge(card, card.solution[::-1]).right
    elif card.line:
        right = [n for n in range(len(card.line.starts)) if judge(card, n).right]
        assert right == list(range(card.line.first, card.line.last + 1))
        assert len(right) < len(card.line.starts) / 2
        assert len(card.line.labels) == len(card.line.starts) == len(set(card.line.starts))
    elif card.slots:
        assert judge(card, {slot.id: slot.right[0] for slot in card.slots}).right
        assert not judge(card, {slot.id: card.slots[0].right[0] for slot in card.slots}).right
    else:
        right_ids = [choice.id for choice in card.choices if judge(card, choice.id).right]
        assert right_ids == [name for name in (c.id for c in card.choices) if name in card.solution]
        assert len(right_ids) == 1 < len(card.choices)
        assert len({choice.label.casefold() for choice in card.choices}) == len(card.choices)


def proved(card: Card, matter: Matter) -> None:
    """Each event asked about has a sentence that stands in its document; no hint holds a date of the sentence."""
    assert {proof.event for proof in card.proofs} == set(card.events)
    for proof in card.proofs:
        text = matter.quotes.documents[proof.document].text
        assert text[proof.start : proof.end] == proof.exact == "".join(piece.text for piece in proof.pieces)
        assert any(piece.role == "date" for piece in proof.pieces)
    for hint in card.hints:
        text = matter.quotes.documents[hint.document].text
        assert all(piece.text in text for piece in hint.pieces)
        if card.kind not in ("which source", "gap"):  # whose hint is the sentence beside
            assert any(piece.role == "hidden" for piece in hint.pieces)


def dates(card: Card, matter: Matter) -> list[Bounds]:
    """Every date that any source gives what a card asks about, as wide as it may be meant."""
    event = matter.events[card.events[0]]
    return [reach(*date) for date in matter.dates(event)]


def never_in_competition(card: Card, matter: Matter) -> None:
    for a, b in combinations(card.events, 2):
        for one in matter.dates(matter.events[a]):
            for two in matter.dates(matter.events[b]):
                assert not edtf.overlaps(reach(*one), reach(*two))
                assert not edtf.overlaps(one[0], two[0])


def placed_within_the_bounds(card: Card, matter: Matter) -> None:
    """No unit is right that holds no day of the date or of one that an article gives instead."""
    line, event = card.line, matter.events[card.events[0]]
    assert line is not None
    right = union(meant(*date) for date in matter.own(event))
    ends = [*(start - 1 for start in line.starts[1:]), None]
    for n, (start, end) in enumerate(zip(line.starts, ends, strict=True)):
        assert (line.first <= n <= line.last) == edtf.overlaps(Bounds(start, end), right)


def wrong_dates_are_no_sources_date(card: Card, matter: Matter) -> None:
    known = {edtf.say(told.edtf, told.mod): told.reach for told in matter.told}
    for choice in card.choices:
        if choice.id not in card.solution and choice.label in known:
            assert not any(edtf.overlaps(known[choice.label], date) for date in dates(card, matter))
        assert (choice.id in card.solution) == (not choice.note)


def wrong_words_are_no_sources_date(card: Card, matter: Matter) -> None:
    said = {m.text: reach(m.edtf, m.mod) for told in matter.in_full.values() for _, m in told if m.edtf}
    for choice in card.choices:
        fits = any(edtf.overlaps(said[choice.label], date) for date in dates(card, matter))
        assert fits == (choice.id in card.solution)
    assert sum(piece.role == "gap" for piece in card.quote) == 1


def wrong_articles_do_not_have_the_sentence(card: Card, matter: Matter) -> None:
    titles = {matter.quotes.title(d): " ".join(text.text.split()) for d, text in matter.quotes.documents.items()}
    sentence = " ".join(card.quote[0].text.split())
    for choice in card.choices:
        assert (sentence in titles[choice.label]) == (choice.id in card.solution)


def the_articles_say_so(card: Card, matter: Matter) -> None:
    labels = {choice.id: choice.label for choice in card.choices}
    for slot in card.slots:
        said = {
            edtf.say(mention.edtf, mention.mod)
            for mention in matter.quotes.mentions.values()
            if mention.document == slot.id and mention.edtf
        }
        assert {labels[name] for name in slot.right} <= said
