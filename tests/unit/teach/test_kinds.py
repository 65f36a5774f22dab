"""Each kind of card, made from a few sentences of our own."""

from __future__ import annotations

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.teach import KINDS, LANGUAGES, Card, DeckSettings, Kind, make_deck

BRIDGE = (
    "The bridge at Larn was opened in May 1883. The mill at Larn burned down in 1891. "
    "One year later the town council was dissolved. The harbour was closed in 1905. The school was founded in 1931."
)
OTHER = (
    "In May 1883 the mayor of Larn opened the bridge. The 50th anniversary of the opening of the bridge was marked in "
    "May 1933. The ferry sank in 1840. The lighthouse was built in 1862."
)
COLLECTION = read(BRIDGE, OTHER)


def one(kind: Kind, about: str = "", language: str = "en") -> Card:
    """A card of that kind, about the event whose headline holds those words."""
    deck = make_deck(COLLECTION, DeckSettings(kinds=(kind,), cards=20), language)
    heads = {event.id: event.headline for event in COLLECTION.events}
    return next(card for card in deck.cards if about in heads[card.events[0]])


def labels(card: Card, *, right: bool) -> list[str]:
    return [choice.label for choice in card.choices if (choice.id in card.solution) == right]


def test_which_date() -> None:
    card = one("which date", "mill")
    assert card.prompt.startswith("When was this? The mill at Larn burned down")
    assert labels(card, right=True) == ["1891"]
    assert len(labels(card, right=False)) == 3
    assert [piece.role for piece in card.hints[0].pieces] == ["", "hidden", ""]
    assert "1891" not in "".join(piece.text for piece in card.hints[0].pieces)


def test_place() -> None:
    card = one("place", "mill")
    assert card.line is not None
    assert [card.line.labels[n] for n in range(card.line.first, card.line.last + 1)] == ["1891"]
    assert card.line.unit == "year"


def test_gap() -> None:
    card = one("gap", "harbour")
    assert [(piece.text, piece.role) for piece in card.quote] == [
        ("The harbour was closed in ", ""), ("", "gap"), (".", ""),
    ]  # fmt: skip
    assert labels(card, right=True) == ["1905"]


def test_work_it_out() -> None:
    card = one("work it out", "council")
    assert card.prompt.startswith("“One year later” counts from: 1891.")
    assert labels(card, right=True) == ["1892"]
    assert "1890" in labels(card, right=False)  # counted the wrong way
    assert card.steps == ("“One year later” counts from: 1891.", "Years to count on: 1.", "That gives: 1892.")


def test_which_source() -> None:
    card = one("which source", "council")
    assert labels(card, right=True) == ["Article 1"]
    assert labels(card, right=False) == ["Article 2"]


@pytest.mark.parametrize(("about", "way"), [("mill", "said"), ("council", "counted")])
def test_stated_or_implied(about: str, way: str) -> None:
    assert one("stated or implied", about).solution == (way,)


def test_disagreement() -> None:
    deck = make_deck(sample("ancient"), DeckSettings(kinds=("disagreement",), cards=1))
    (card,) = deck.cards
    says = {choice.id: choice.label for choice in card.choices}
    assert {slot.label: says[slot.right[0]] for slot in card.slots} == {
        "The Silver of Laurion": "483 BC",
        "The Man Who Bought a Fleet": "482 BC",
    }
    assert "trust" in card.free


def test_one_article_and_no_conflict_say_so() -> None:
    deck = make_deck(read(BRIDGE), DeckSettings(kinds=KINDS))
    reasons = {unmade.kind: unmade.reason for unmade in deck.unmade}
    assert reasons["which source"].startswith("There is no second article")
    assert reasons["disagreement"].startswith("The articles do not disagree")
    assert len(deck.cards) == 10
    for unmade in deck.unmade:
        assert "order" in unmade.instead
        assert unmade.kind not in unmade.instead


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_all_kinds_in_all_languages(name: str, language: str) -> None:
    deck = make_deck(sample(name), DeckSettings(), language)
    assert {card.kind for card in deck.cards} | {unmade.kind for unmade in deck.unmade} == set(KINDS)
    for card in deck.cards:
        assert not {"{", "}"} & set(card.prompt + card.answer + "".join(card.steps))


def test_a_headline_in_another_language_hides_its_date() -> None:
    told = read(
        "Le pont fut détruit en 1944. La mairie fut fondée en 1951. "
        "L'école fut ouverte en 1962. Le port fut fermé en 1971.",
        language="fr",
    )
    deck = make_deck(told, DeckSettings(kinds=("order",)), "fr")
    assert deck.cards
    assert not any(character.isdigit() for card in deck.cards for tile in card.tiles for character in tile.label)
