"""The teacher's look through, and what a correction of an event does to a deck."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.errors import TeachError
from timeline.review.changing import dated
from timeline.teach import LANGUAGES, Card, DeckSettings, Matter, judge, make_deck, own_card, redo, renewed


@pytest.mark.parametrize("name", SAMPLES)
def test_a_deck_made_again_is_the_same(name: str) -> None:
    for level in (1, 2, 3):
        deck = make_deck(sample(name), DeckSettings(seed=level, level=level, cards=16))  # type: ignore[arg-type]
        assert renewed(sample(name), deck) == deck


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_another_language_it_is_the_deck_made_in_it(language: str) -> None:
    deck = make_deck(sample("ancient"), DeckSettings(seed=5))
    assert renewed(sample("ancient"), deck, language) == make_deck(sample("ancient"), DeckSettings(seed=5), language)


def test_drop_change_and_own() -> None:
    matter = sample("ancient")
    deck = make_deck(matter, DeckSettings(cards=8))
    first, second, *rest = deck.cards
    own = own_card("Why does the wind matter at sea?", ["It drives the ship."], ["It is wet."], why="A sail needs it.")
    new = redo(matter, deck, drop=[first.id], change=[second.id], own=[own])
    assert [card.id for card in new.cards[1:-1]] == [card.id for card in rest]
    assert new.cards[0].kind == second.kind
    assert new.cards[0].events != second.events
    assert new.cards[-1] == own
    assert new.code != deck.code
    assert renewed(matter, new) == new
    with pytest.raises(TeachError, match="no longer in the exercise"):
        redo(matter, deck, drop=["nobody"])
    with pytest.raises(TeachError, match="이 문제는"):
        redo(matter, replace(deck, language="ko"), drop=["nobody"])


def test_where_there_is_no_other_the_old_one_stays() -> None:
    told = read("The mill burned down in 1891. The bridge was opened in 1905. The school was founded in 1931.")
    deck = make_deck(told, DeckSettings(kinds=("order",)))
    (only,) = deck.cards
    again = redo(told, deck, change=[only.id])
    assert again.cards == (only,)
    assert "there are no more events" in again.unmade[0].reason


def test_an_own_card_is_judged() -> None:
    card = own_card("Which came first?", ["the mill", "the bridge"], ["the school"])
    right = [choice.id for choice in card.choices if judge(card, choice.id).right]
    assert len(right) == 2
    free = own_card("Which source do you trust, and why?")
    assert judge(free, "the first").of == 0
    event = sample("ancient").on()[0].event.id
    proved = own_card("Where?", ["here"], ["there"], collection=sample("ancient"), event=event)
    assert proved.proofs[0].event == event


@pytest.mark.parametrize(
    ("right", "wrong", "prompt"),
    [(["a"], [], "?"), (["a"], ["A "], "?"), ([""], ["b"], "?"), (["a"], ["b"], " ")],
)
def test_own_cards_that_cant_be(right: list[str], wrong: list[str], prompt: str) -> None:
    with pytest.raises(TeachError):
        own_card(prompt, right, wrong)
    with pytest.raises(TeachError):
        own_card("Where?", ["here"], ["there"], event="nobody")


def corrected(matter: Matter, event: str, value: str) -> Matter:
    """The collection after a person set the date of an event."""
    events = tuple(
        replace(dated(one, value, None), review="corrected") if one.id == event else one
        for one in matter.collection.events
    )
    return Matter(replace(matter.collection, events=events))


def dates(card: Card) -> dict[str, str]:
    return {tile.id: tile.date for tile in card.tiles}


def test_a_corrected_event_is_right_from_then_on() -> None:
    told = Matter(
        read(
            "The mill burned down in 1891. The bridge was opened in 1905. The school was founded in 1931. "
            "The harbour was closed in 1950. The tower was built in 1962."
        )
    )
    deck = make_deck(told, DeckSettings(kinds=("order", "which date"), cards=8))
    mill = next(event.id for event in told.collection.events if "mill" in event.headline)
    new = renewed(corrected(told, mill, "1970"), deck)
    assert new.code == deck.code
    assert len(new.cards) == len(deck.cards)
    for card in new.cards:
        assert judge(card, card.solution if card.tiles else card.solution[0]).right
        if mill in card.events and card.tiles:
            assert dates(card)[mill] == "1970"
            assert card.solution[-1] == mill
        if card.events == (mill,) and card.choices:
            assert [choice.label for choice in card.choices if choice.id in card.solution] == ["1970"]


def test_an_event_that_was_set_aside_gives_way() -> None:
    matter = sample("ancient")
    deck = make_deck(matter, DeckSettings(kinds=("which date",), cards=4))
    gone = deck.cards[1].events[0]
    left = tuple(event for event in matter.collection.events if event.id != gone)
    new = renewed(Matter(replace(matter.collection, events=left)), deck)
    assert len(new.cards) == 4
    assert not any(gone in card.events for card in new.cards)
    assert [card.id for card in new.cards[:2]] == [card.id for card in (deck.cards[0], deck.cards[2])]
