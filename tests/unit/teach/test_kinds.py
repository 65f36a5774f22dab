"""Each kind of card, made from a few sentences of our own."""

from __future__ import annotations

import re

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.teach import KINDS, LANGUAGES, Card, DeckSettings, Kind, Matter, make_deck

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
    assert [(piece.text, piece.role) for piece in card.hints[0].pieces] == [
        ("The school was founded in ", ""), ("", "hidden"), (".", ""),
    ]  # fmt: skip


def test_work_it_out() -> None:
    card = one("work it out", "council")
    assert card.prompt.startswith("“One year later” counts from: 1891.")
    assert labels(card, right=True) == ["1892"]
    assert "1890" in labels(card, right=False)  # counted the wrong way
    assert card.steps == ("“One year later” counts from: 1891.", "Years to count on: 1.", "That gives: 1892.")
    assert card.tip == "Count on from: 1891."
    assert one("work it out", "bridge").tip == "Count back from: May 1933."


def test_which_source() -> None:
    card = one("which source", "council")
    assert labels(card, right=True) == ["Article 1"]
    assert labels(card, right=False) == ["Article 2"]


@pytest.mark.parametrize(("about", "way"), [("mill", "said"), ("council", "counted")])
def test_stated_or_implied(about: str, way: str) -> None:
    card = one("stated or implied", about)
    assert card.solution == (way,)
    words = "".join(piece.text for piece in card.quote if piece.role == "date")
    assert card.tip.startswith(f"Read “{words}” alone.")


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
    agreeing = make_deck(read(BRIDGE, "In 1855 the library was opened."), DeckSettings(kinds=("disagreement",)))
    assert [one.reason for one in agreeing.unmade] == ["The articles do not disagree about any date."]
    assert {"order", "which date", "which source"} <= set(agreeing.unmade[0].instead)  # none of them was asked for
    deck = make_deck(read(BRIDGE), DeckSettings(kinds=KINDS))
    reasons = {unmade.kind: unmade.reason for unmade in deck.unmade}
    assert reasons["which source"].startswith("There is no second article")
    assert reasons["disagreement"].startswith("There is no second article")
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


HIDDEN = [
    ("fr", "Le pont fut détruit en 1944. La mairie fut fondée en 1951. L'école fut ouverte en 1962."),
    ("de", "Im Krieg wurde die Brücke 1944 zerstört. Das Rathaus wurde im Jahr 1951 gebaut."),
    ("ja", "1944年に橋は破壊された。1951年に市役所が建てられた。1962年に学校が開かれた。"),
    ("zh", "这座桥于1944年被毁。市政厅建于20世纪50年代初。学校于1962年开放。"),
    ("ko", "1944년에 다리가 크게 파괴되었다. 1951년에 새 시청이 세워졌다. 1962년에 큰 학교가 문을 열었다."),
    ("en", "In 1944 the bridge was hit. The town hall was built in the early fifties. The school opened in 1962."),
]


@pytest.mark.parametrize(("language", "text"), HIDDEN)
def test_a_headline_hides_its_dates(language: str, text: str) -> None:
    labels = [subject.label for subject in Matter(read(text, published="1970-01-01", language=language)).on()]
    assert len(labels) >= 2
    for label in labels:
        assert not re.search(r"\d|fifties", label), label


def test_a_matter_of_days_is_miscounted_by_days() -> None:
    told = read("Yesterday the bridge at Larn was closed. In 1891 the mill burned down. In 1905 the school was opened.")
    (card,) = make_deck(told, DeckSettings(kinds=("work it out",), cards=1)).cards
    assert labels(card, right=True) == ["11 February 2013"]
    assert sum(label.endswith("February 2013") for label in labels(card, right=False)) == 2


def test_a_matter_of_months_is_miscounted_by_months() -> None:
    told = read(
        "On 3 March 1879 the lock was wrecked. The engineer resigned the following month. In 1905 the mill burned."
    )
    (card,) = make_deck(told, DeckSettings(kinds=("work it out",), cards=1)).cards
    assert labels(card, right=True) == ["April 1879"]
    assert set(labels(card, right=False)) <= {"February 1879", "March 1879", "May 1879", "June 1879"}


def test_what_two_articles_may_date_differently_is_not_placed() -> None:
    told = read(
        "On 3 March 1879 a flood tore the lower gates away. In 1905 the mill burned down.",
        "The flood of March 1880 destroyed the lower gates. In 1950 the school was opened.",
    )
    deck = make_deck(told, DeckSettings(kinds=("place",), cards=9))
    heads = [card.prompt for card in deck.cards]
    assert len(heads) == 2
    assert not any("flood" in head for head in heads)
