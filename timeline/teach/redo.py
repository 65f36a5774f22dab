"""What a teacher changes of a deck after a look through it, and what a correction of an event changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.errors import TeachError
from timeline.model import Collection
from timeline.teach.asking import Asking
from timeline.teach.cards import Card, Choice, Deck, Kind
from timeline.teach.choices import laid_out
from timeline.teach.decks import Making, coded
from timeline.teach.dice import Dice
from timeline.teach.matter import Matter, matter_of
from timeline.teach.speech import Speech, speech

_MOST_CHOICES = 10


def redo(
    collection: Collection | Matter,
    deck: Deck,
    *,
    drop: Iterable[str] = (),
    change: Iterable[str] = (),
    own: Iterable[Card] = (),
) -> Deck:
    """The deck without the cards whose ids are in ``drop``, with others for those in ``change``, and with ``own``.

    The code is another one, as the deck is. Where there is no other card of a kind, the old one stays and ``unmade``
    says why. Raises TeachError for an id that no card has.
    """
    drop, change = set(drop), set(change)
    if (drop | change) - {card.id for card in deck.cards}:
        raise TeachError(speech(deck.language).text("refused.no-such-card"))
    making = Making(matter_of(collection), deck.settings, speech(deck.language), deck.cards)
    refused: list[Kind] = []
    for at, card in enumerate(deck.cards):
        if card.id in change and card.kind != "own":
            other = making.one(card.kind, f"{card.recipe}+")
            if other is None:
                refused.append(card.kind)
            else:
                making.cards[at] = other
    making.cards = [new for old, new in zip(deck.cards, making.cards, strict=True) if old.id not in drop]
    ids = {card.id for card in making.cards}
    making.cards += [card for card in own if card.id not in ids]
    unmade = making.unmade(refused) or deck.unmade
    return coded(replace(deck, cards=tuple(making.cards), unmade=unmade), making.matter)


def renewed(collection: Collection | Matter, deck: Deck, language: str | None = None) -> Deck:
    """The same deck, under the same code, as the collection stands now, or in another language.

    So an event that was corrected is right from then on. A card whose events can't be asked about any more gives way to
    another of its kind, or is left out with a reason.
    """
    words = speech(language or deck.language)
    making = Making(matter_of(collection), deck.settings, words)
    missing: list[Card] = []
    for card in deck.cards:
        again = card if card.kind == "own" else making.one(card.kind, card.recipe, card.events, card.level)
        if again is None:
            missing.append(card)
        else:
            making.cards.append(replace(again, id=card.id))
    refused: list[Kind] = []
    for card in missing:
        other = making.one(card.kind, f"{card.recipe}+")
        if other is None:
            refused.append(card.kind)
        else:
            making.cards.append(other)
    place = {card.id: at for at, card in enumerate(deck.cards)}
    making.cards.sort(key=lambda card: place.get(card.id, len(place)))
    unmade = making.unmade([*(one.kind for one in deck.unmade), *refused])
    return replace(deck, language=words.language, cards=tuple(making.cards), unmade=unmade)


def own_card(
    prompt: str,
    right: Sequence[str] = (),
    wrong: Sequence[str] = (),
    *,
    why: str = "",
    collection: Collection | Matter | None = None,
    event: str = "",
    language: str = "en",
) -> Card:
    """A card of the teacher's: a question with right and wrong answers, or without any, to be answered freely.

    ``why`` explains the answer. ``event`` is the id of one whose sentences prove it. Raises TeachError where the
    question is empty, an answer is given twice, or only one side has answers.
    """
    words = speech(language)
    answers = [" ".join(text.split()) for text in (*right, *wrong)]
    if not prompt.strip():
        raise TeachError(words.text("refused.no-question"))
    if bool(right) != bool(wrong):
        raise TeachError(words.text("refused.one-sided"))
    if not all(answers) or len({text.casefold() for text in answers}) < len(answers) or len(answers) > _MOST_CHOICES:
        raise TeachError(words.text("refused.answers", most=_MOST_CHOICES))
    told = "\n".join((prompt, *answers, str(len(right)), why, event))
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    choices, solution = laid_out(
        [Choice("", text) for text in answers[: len(right)]],
        [Choice("", text) for text in answers[len(right) :]],
        Dice(digest),
    )
    card = Card(
        id="o" + digest[:10],
        kind="own",
        prompt=prompt.strip(),
        events=(event,) if event else (),
        level=2,
        topic="",
        answer="; ".join(answers[: len(right)]),
        solution=solution,
        choices=choices,
        free="" if right else prompt.strip(),
        steps=(why,) if why else (),
    )
    return _with_proofs(card, collection, event, words) if event else card


def _with_proofs(card: Card, collection: Collection | Matter | None, event: str, words: Speech) -> Card:
    matter = None if collection is None else matter_of(collection)
    subject = None if matter is None else matter.subject(event)
    if matter is None or subject is None:
        raise TeachError(words.text("refused.no-proof"))
    asking = Asking(matter, words, card.level, "", card.id)
    return replace(card, proofs=asking.proofs(subject), hints=(asking.hint(subject),))
