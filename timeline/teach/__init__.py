"""From a collection to a lesson: exercises, tours and source work. Pure: what comes out follows from what goes in.

    deck = make_deck(collection, DeckSettings(cards=10, level=2, seed=7), "de")
    judge(deck.cards[0], answer)
    plain(deck), of_plain(Deck, value)        JSON values and back

Rules and records: docs/teaching.md.
"""

from timeline.teach.cards import (
    KINDS,
    Answer,
    Card,
    Choice,
    Deck,
    DeckSettings,
    Hint,
    Kind,
    Line,
    Piece,
    Proof,
    Slot,
    Tile,
    Unmade,
    Verdict,
)
from timeline.teach.decks import make_deck
from timeline.teach.judge import judge
from timeline.teach.matter import Matter
from timeline.teach.plain import of_plain, plain
from timeline.teach.redo import own_card, redo, renewed
from timeline.teach.speech import LANGUAGES, Speech, speech

__all__ = [
    "KINDS",
    "LANGUAGES",
    "Answer",
    "Card",
    "Choice",
    "Deck",
    "DeckSettings",
    "Hint",
    "Kind",
    "Line",
    "Matter",
    "Piece",
    "Proof",
    "Slot",
    "Speech",
    "Tile",
    "Unmade",
    "Verdict",
    "judge",
    "make_deck",
    "of_plain",
    "own_card",
    "plain",
    "redo",
    "renewed",
    "speech",
]
