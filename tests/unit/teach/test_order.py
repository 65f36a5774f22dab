"""Cards to put in order, and what is said where none can be made."""

from dataclasses import replace
from itertools import combinations

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.errors import TeachError
from timeline.teach import Deck, DeckSettings, Matter, judge, make_deck, of_plain, plain
from timeline.teach.cards import Kind
from timeline.teach.matter import alike

ORDER = DeckSettings(kinds=("order",), cards=6)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_deck_of_a_sample(name: str) -> None:
    deck = make_deck(sample(name), ORDER)
    assert len(deck.cards) == 6
    for card in deck.cards:
        assert all(a.last < b.first or b.last < a.first for a, b in combinations(card.tiles, 2))
        assert judge(card, card.solution).right
        assert not judge(card, card.solution[::-1]).right
        assert [tile.id for tile in card.tiles] != list(card.solution)
        assert {proof.event for proof in card.proofs} == set(card.events) == set(card.solution)


def test_a_deck_is_the_same_in_json() -> None:
    deck = make_deck(sample("ancient"), ORDER)
    assert of_plain(Deck, plain(deck)) == deck


def test_the_same_choice_gives_the_same_deck_and_another_seed_another() -> None:
    one, two = (make_deck(sample("ancient"), DeckSettings(kinds=("order",), seed=seed)) for seed in (1, 2))
    assert one == make_deck(sample("ancient").collection, DeckSettings(kinds=("order",), seed=1))
    assert one.code != two.code
    assert one.cards != two.cards


def test_the_code_is_the_same_in_every_language() -> None:
    one, two = (make_deck(sample("ancient"), ORDER, language) for language in ("en", "ko"))
    assert one.code == two.code
    assert [card.id for card in one.cards] == [card.id for card in two.cards]
    assert one.cards[0].prompt != two.cards[0].prompt
    assert len(one.code) <= 8
    assert not set(one.code) & set("0O1I")


FEW = read("The bridge was opened in May 1883.")
ONE_DAY = read(
    "On 4 May 1883 the bridge was opened. On the same day the mayor died. On 4 May 1883 the mill burned down. "
    "On 4 May 1883 the council was dissolved."
)


@pytest.mark.parametrize(
    ("collection", "topic", "words"),
    [(FEW, "", "Too few events"), (ONE_DAY, "", "too close together"), (FEW, "Mars", "No event belongs to the topic")],
)
def test_what_cant_be_made_says_why(collection, topic: str, words: str) -> None:
    deck = make_deck(collection, DeckSettings(kinds=("order",), topic=topic))
    assert deck.cards == ()
    (unmade,) = deck.unmade
    assert words in unmade.reason


@pytest.mark.parametrize("kind", ["which source", "disagreement"])
def test_with_no_second_article_it_says_so(kind: Kind) -> None:
    alone = read("The mill burned down in 1850.")
    told = read("The mill burned down in 1850.", "In 1850 the mill burned down.")
    one, two = told.documents
    editions = replace(told, documents=(one, replace(two, edition_of=one.id)))
    for collection, words in ((alone, "no second article"), (editions, "nearly the same text")):
        deck = make_deck(collection, DeckSettings(kinds=(kind,)))
        assert deck.cards == ()
        (unmade,) = deck.unmade
        assert words in unmade.reason


def test_an_about_is_wide_and_a_conflict_too() -> None:
    told = read(
        "The mill was built about 1850. The bridge was opened in 1855. The harbour burned in 1905.",
        "In 1862 the town hall was founded. In 1990 the library was opened.",
    )
    deck = make_deck(told, DeckSettings(kinds=("order",), cards=20))
    together = [{tile.label for tile in card.tiles} for card in deck.cards]
    assert together
    assert not any({"The mill was built", "The bridge was opened"} <= labels for labels in together)


@pytest.mark.parametrize("settings", [DeckSettings(cards=0), DeckSettings(level=4), DeckSettings(kinds=())])  # type: ignore[arg-type]
def test_settings_that_cant_be(settings: DeckSettings) -> None:
    with pytest.raises(TeachError):
        make_deck(FEW, settings)


def test_what_may_be_one_happening_is_not_set_against_itself() -> None:
    told = read(
        "In 1891 the mill of Larn was destroyed by fire. In 1950 the school of Larn was opened.",
        "In 1893 the mill at Larn was wrecked in a flood. The harbour of Larn was closed in 1970. "
        "In 1820 the ferry sank.",
    )
    one, two = (subject for subject in Matter(told).on() if "mill" in subject.label)
    assert alike(one, two)
    decks = [make_deck(told, DeckSettings(kinds=kinds, cards=20)) for kinds in (("order",), ("which date",))]  # type: ignore[arg-type]
    for card in (card for deck in decks for card in deck.cards):
        assert not {one.event.id, two.event.id} <= set(card.events)
        if one.event.id in card.events and card.choices:
            assert "1893" not in {choice.label for choice in card.choices}


def test_what_one_article_tells_as_two_is_two() -> None:
    told = read("In 1891 the mill of Larn burned. In 1893 the new mill of Larn burned. In 1950 the school was opened.")
    one, two = (subject for subject in Matter(told).on() if "mill" in subject.label)
    assert not alike(one, two)
