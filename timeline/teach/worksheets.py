"""An exercise on paper: the worksheet, its key with the sentences that prove it, cards to cut out."""

from __future__ import annotations

from timeline.model import Collection
from timeline.teach.cards import Card, Choice, Deck, Kind, Proof
from timeline.teach.cutting import cards_section, chain
from timeline.teach.matter import Matter, matter_of
from timeline.teach.paper import (
    Group,
    Options,
    Paper,
    Part,
    Rows,
    Run,
    Scale,
    Section,
    Sources,
    Text,
    blanked,
    plain_run,
)
from timeline.teach.speech import Speech, speech

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_FREE_ROWS = 4
"""Lines for an answer in words of one's own."""

_LOOKED_UP: tuple[Kind, ...] = ("order", "which date", "place", "work it out")
"""Kinds that may say where to look: of the others, that is what is asked."""


def worksheet(collection: Collection | Matter, deck: Deck) -> Paper:
    """The worksheet of an exercise, the key to it, and cards to cut out, in the language of the deck."""
    matter, words = matter_of(collection), speech(deck.language)
    events = list(dict.fromkeys(name for card in deck.cards for name in card.events))
    ordered = chain(matter, events, deck.settings.topic)
    sources = Sources(matter, [*_cited(deck), *((s.citations[0].document, "") for s in ordered)], words)
    return Paper(
        deck.title,
        deck.code,
        deck.language,
        (
            Section(
                "worksheet",
                words.text("paper.worksheet"),
                fields=(words.text("paper.name"), words.text("paper.day")),
                groups=tuple(Group(n, _asked(card, sources, words)) for n, card in enumerate(deck.cards, 1)),
                sources=sources.list,
            ),
            Section(
                "key",
                words.text("paper.key"),
                groups=tuple(Group(n, _solved(card, sources, words)) for n, card in enumerate(deck.cards, 1)),
                sources=sources.list,
            ),
            *cards_section(matter, ordered, sources, words),
        ),
        words.text("paper.sources"),
    )


def _cited(deck: Deck) -> list[tuple[str, str]]:
    """The articles that an exercise cites: ids and titles."""
    proofs = [(proof.document, proof.title) for card in deck.cards for proof in card.proofs]
    return proofs + [(slot.id, slot.label) for card in deck.cards for slot in card.slots]


def _asked(card: Card, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """A card as it is asked."""
    parts: list[Part] = [Text(plain_run(card.prompt), "prompt")]
    if card.quote:
        parts.append(Text(blanked(card.quote, card.quote_language), "quote"))
    parts += _to_do(card, words)
    if card.free:
        parts += [*_freely(card), Rows(_FREE_ROWS)]
    if card.kind in _LOOKED_UP and card.proofs:
        where = sources.signs(proof.document for proof in card.proofs)
        parts.append(Text(plain_run(words.text("paper.look-in", sources=where)), "dim"))
    return tuple(parts)


def _freely(card: Card) -> list[Part]:
    """What is to be answered in words of one's own, unless the card asks nothing else."""
    return [] if card.free == card.prompt else [Text(plain_run(card.free))]


def _to_do(card: Card, words: Speech) -> list[Part]:
    def told(key: str) -> Text:
        return Text(plain_run(words.text(f"paper.{key}")), "dim")

    if card.tiles:
        labels, languages = zip(*((tile.label, tile.language) for tile in card.tiles), strict=True)
        return [told("number-them"), Options(labels, "number", languages=languages)]
    if card.line:
        return [told("tick-place"), Scale(card.line.labels)]
    labels = tuple(choice.label for choice in card.choices)
    if card.slots:
        lettered = tuple(f"{letter}) {label}" for letter, label in zip(_LETTERS, labels, strict=False))
        return [
            told("match"),
            Text(plain_run(" · ".join(lettered))),
            Options(tuple(slot.label for slot in card.slots), "letter", languages=_tongues(card)),
        ]
    return [told("tick-one"), Options(labels, languages=tuple(one.language for one in card.choices))] if labels else []


def _tongues(card: Card) -> tuple[str, ...]:
    """The languages of the articles of a card."""
    return tuple(slot.language for slot in card.slots)


def _solved(card: Card, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """A card with its solution, the way to it and the sentences that prove it."""
    parts: list[Part] = [Text(plain_run(card.prompt), "prompt")]
    if card.quote and any(piece.role == "gap" for piece in card.quote):
        parts.append(Text(blanked(card.quote, card.quote_language), "quote"))
    parts += _done(card, words)
    parts += [Text(plain_run(step)) for step in card.steps if not card.tiles]
    parts += [_proof(proof, sources) for proof in card.proofs]
    if card.free:
        parts += [*_freely(card), Text(plain_run(words.text("verdict.free")), "dim")]
    return tuple(parts)


def _done(card: Card, words: Speech) -> list[Part]:
    if card.tiles:
        tiles = {tile.id: tile for tile in card.tiles}
        ordered = [tiles[name] for name in card.solution]
        return [
            Options(
                tuple(words.text("answer.date", date=tile.date, event=tile.label) for tile in ordered),
                "number",
                tuple(str(n) for n in range(1, len(ordered) + 1)),
            )
        ]
    answer: list[Part] = [Text(plain_run(card.answer, "strong"))] if card.answer else []
    if card.line:
        return answer
    if card.slots:
        letters = dict(zip((choice.id for choice in card.choices), _LETTERS, strict=False))
        marks = tuple("/".join(letters[name] for name in slot.right) for slot in card.slots)
        return [*answer, Options(tuple(slot.label for slot in card.slots), "letter", marks, _tongues(card))]
    if not card.choices:
        return answer
    labels = tuple(_explained(one) for one in card.choices)
    marks = tuple("✓" if one.id in card.solution else "" for one in card.choices)
    return [*answer, Options(labels, "tick", marks)]


def _explained(choice: Choice) -> str:
    """What may be chosen, and what it is: "1886: American archaeologists dug there", "2014 (Counted wrongly.)"."""
    if choice.note.startswith(choice.label):
        return choice.note
    return f"{choice.label} ({choice.note})" if choice.note else choice.label


def _proof(proof: Proof, sources: Sources) -> Text:
    where = f" {sources.sign(proof.document)}" + (f", {proof.where}" if proof.where else "")
    return Text((*blanked(proof.pieces, proof.language), Run(where, "dim")), "quote")
