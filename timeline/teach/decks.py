"""A collection and a teacher's choice → an exercise, the same on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.errors import TeachError
from timeline.model import Collection
from timeline.teach.asking import Asking, Maker
from timeline.teach.cards import KINDS, Card, Deck, DeckSettings, Kind, Unmade
from timeline.teach.datecards import date_card, gap_card
from timeline.teach.dice import short_code
from timeline.teach.matter import Matter, matter_of
from timeline.teach.order import order_card
from timeline.teach.placecard import place_card
from timeline.teach.plain import plain
from timeline.teach.reasons import reason
from timeline.teach.sourcecards import disagreement_card, source_card, told_card
from timeline.teach.speech import Speech, speech
from timeline.teach.workedcard import worked_card

MAKERS: Mapping[Kind, Maker] = {
    "order": order_card,
    "which date": date_card,
    "place": place_card,
    "gap": gap_card,
    "work it out": worked_card,
    "which source": source_card,
    "stated or implied": told_card,
    "disagreement": disagreement_card,
}
"""How a card of each kind is made."""

MOST = 50
"""Cards of a deck: more than a class does in an hour."""


def make_deck(
    collection: Collection | Matter, settings: DeckSettings | None = None, language: str = "en", title: str = ""
) -> Deck:
    """An exercise from a collection, the same for the same collection and settings.

    ``collection`` may be its ``Matter``, which saves work where many decks are made of one. Kinds of which too few
    cards could be made are told in ``unmade``; their turns go to the others. Raises TeachError for settings that
    can't be.
    """
    settings = settings or DeckSettings()
    words = speech(language)
    _check(settings, words)
    making = Making(matter_of(collection), settings, words)
    making.fill(settings.cards)
    deck = Deck("", title, making.words.language, settings, tuple(making.cards), making.unmade())
    return coded(deck, making.matter)


def _check(settings: DeckSettings, words: Speech) -> None:
    if not 1 <= settings.cards <= MOST:
        raise TeachError(words.text("refused.number", most=MOST, cards=settings.cards))
    if settings.level not in (1, 2, 3):
        raise TeachError(f"The level is 1, 2 or 3, not {settings.level}; choose one of these.")
    if not settings.kinds:
        raise TeachError(words.text("refused.no-kind"))
    if wrong := [kind for kind in settings.kinds if kind not in KINDS]:
        raise TeachError(f"{wrong[0]} is no kind of exercise; choose of {', '.join(KINDS)}.")


class Making:
    """A deck while it is made."""

    def __init__(self, matter: Matter, settings: DeckSettings, words: Speech, cards: Iterable[Card] = ()) -> None:
        self.matter, self.settings, self.words = matter, settings, words
        self.cards = list(cards)
        self.spent: list[Kind] = []
        self._turns = 0

    def fill(self, count: int) -> None:
        """Nothing; afterwards there are so many cards, or all that can be made, the kinds taking turns."""
        kinds = [kind for kind in KINDS if kind in self.settings.kinds]
        while kinds and len(self.cards) < count:
            for kind in kinds[: count - len(self.cards)]:
                card = self.one(kind, f"{self.settings.seed}/{self._turns}")
                self._turns += 1
                if card is None:
                    kinds.remove(kind)
                    self.spent.append(kind)
                else:
                    self.cards.append(card)

    def one(self, kind: Kind, recipe: str, only: Sequence[str] = (), level: int | None = None) -> Card | None:
        """A card that the deck doesn't have yet; ``only`` are the events that it must be about."""
        used: dict[str, int] = {}
        for card in self.cards:
            for event in card.events:
                used[event] = used.get(event, 0) + 1
        asked = frozenset((card.kind, frozenset(card.events)) for card in self.cards)
        level = self.settings.level if level is None else level
        return MAKERS[kind](
            Asking(self.matter, self.words, level, self.settings.topic, recipe, used, asked, tuple(only))
        )

    def unmade(self, kinds: Iterable[Kind] = ()) -> tuple[Unmade, ...]:
        """Why no more of these kinds and of those that ran out could be made, and what can be instead."""
        missing = list(dict.fromkeys([*self.spent, *kinds]))
        have = {card.kind for card in self.cards}
        can = [k for k in KINDS if missing and (k in have or (k not in missing and self.one(k, f"instead/{k}")))]
        return tuple(
            Unmade(
                kind,
                reason(self.matter, self.settings.topic, kind, sum(c.kind == kind for c in self.cards), self.words),
                tuple(other for other in can if other != kind),
            )
            for kind in missing
        )


def coded(deck: Deck, matter: Matter) -> Deck:
    """The deck with its code: of its settings, its cards without their words, and the dates of what they ask about."""
    told = [plain(deck.settings)]
    for card in deck.cards:
        dates = [(event.edtf, event.mod) for name in card.events if (event := matter.events.get(name))]
        own = [card.prompt, card.answer] if card.kind == "own" else []
        told.append([card.id, dates, card.solution, [choice.id for choice in card.choices], own])
    return replace(deck, code=short_code(json.dumps(told, ensure_ascii=False)))
