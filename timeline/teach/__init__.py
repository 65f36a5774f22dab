"""From a collection to a lesson: exercises, tours and source work. Pure: what comes out follows from what goes in.

    deck = make_deck(collection, DeckSettings(cards=10, level=2, seed=7), "de")
    judge(deck.cards[0], answer)
    tour = make_tour(collection)
    scenes(collection, tour)                  what its steps show
    about_article(collection, "d1"), beside(collection, "d1", "d2")
    worksheet(collection, deck), handout(collection, tour), source_sheet(collection, "d1")      what is printed
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
from timeline.teach.handouts import handout
from timeline.teach.judge import judge
from timeline.teach.matter import Matter
from timeline.teach.paper import Paper
from timeline.teach.plain import of_plain, plain
from timeline.teach.redo import own_card, redo, renewed
from timeline.teach.sourcesheets import source_sheet
from timeline.teach.sourcework import About, Beside, SourceWork, Told, about_article, beside
from timeline.teach.speech import LANGUAGES, Speech, speech
from timeline.teach.tours import Scene, Stop, Tour, Voice, make_tour, scenes
from timeline.teach.worksheets import worksheet

__all__ = [
    "KINDS",
    "LANGUAGES",
    "About",
    "Answer",
    "Beside",
    "Card",
    "Choice",
    "Deck",
    "DeckSettings",
    "Hint",
    "Kind",
    "Line",
    "Matter",
    "Paper",
    "Piece",
    "Proof",
    "Scene",
    "Slot",
    "SourceWork",
    "Speech",
    "Stop",
    "Tile",
    "Told",
    "Tour",
    "Unmade",
    "Verdict",
    "Voice",
    "about_article",
    "beside",
    "handout",
    "judge",
    "make_deck",
    "make_tour",
    "of_plain",
    "own_card",
    "plain",
    "redo",
    "renewed",
    "scenes",
    "source_sheet",
    "speech",
    "worksheet",
]
