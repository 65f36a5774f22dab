"""What every kind of card is made with, and what all have in common."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from timeline.model import Citation
from timeline.teach.cards import Card, Hint, Kind, Proof
from timeline.teach.dice import Dice
from timeline.teach.matter import Matter, Subject
from timeline.teach.speech import Speech

_PROOFS = 3
"""Sentences that a card shows at most for one event: more are not read."""


@dataclass(slots=True)
class Asking:
    """What a card is made from: a collection, the words of a language, a level, a topic, and chance.

    ``used`` counts how often each event was asked about before, ``asked`` are the cards that the deck has, by kind and
    events. ``only`` are the ids of the events that the card must be about; empty leaves the choice to chance.
    """

    matter: Matter
    words: Speech
    level: int
    topic: str
    recipe: str
    used: dict[str, int] = field(default_factory=dict)
    asked: frozenset[tuple[str, frozenset[str]]] = frozenset()
    only: tuple[str, ...] = ()

    def dice(self, *about: Subject) -> Dice:
        """Chance from its beginning: for choosing events or, once they are chosen, for all that is made of them.

        So a card that is made again of the same events comes out the same.
        """
        return Dice("/".join([self.recipe, *(subject.event.id for subject in about)]))

    def in_turn(self, kind: Kind) -> list[Subject]:
        """Those that a card of this kind may ask about: by chance, but the least used first, and as the level wants.

        Level 1 takes first what is told by several articles at a fine date, level 3 what is not.
        """
        if self.only:
            return [subject for name in self.only if (subject := self.matter.subject(name)) is not None]
        done = {name for one, names in self.asked if one == kind and len(names) == 1 for name in names}
        fresh = [s for s in self.dice().shuffled(self.matter.on(self.topic)) if s.event.id not in done]
        sign, used = self.level - 2, self.used
        return sorted(fresh, key=lambda s: 3 * used.get(s.event.id, 0) + sign * s.ease)

    def proofs(self, subject: Subject, most: int = _PROOFS) -> tuple[Proof, ...]:
        """The sentences that prove the date of an event."""
        return tuple(self.proof(subject, citation) for citation in subject.citations[:most])

    def proof(self, subject: Subject, citation: Citation) -> Proof:
        """One sentence as proof."""
        return self.matter.quotes.proof(subject.event, citation, self.words)

    def hint(self, subject: Subject) -> Hint:
        """The best sentence of an event with its dates hidden."""
        return self.matter.quotes.hint(subject.event, subject.citations[0])

    def date(self, subject: Subject) -> str:
        """The date of an event in words."""
        return self.words.say(subject.event.edtf, subject.event.mod)

    def named(self, card: Card) -> Card:
        """The card with its level, topic, recipe, and an id that follows from what it is about."""
        seed = "\n".join((card.kind, *sorted(card.events), self.recipe))
        name = "c" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        first = self.matter.events[card.events[0]]
        return replace(card, id=name, level=self.level, topic=self.topic or first.kind, recipe=self.recipe)


Maker = Callable[[Asking], Card | None]
"""Makes a card of one kind; None where the collection has no more of it."""


def blank(kind: Kind, prompt: str, events: Sequence[Subject], answer: str) -> Card:
    """A card of a kind that ``Asking.named`` still has to name."""
    return Card("", kind, prompt, tuple(s.event.id for s in events), 0, "", answer)
