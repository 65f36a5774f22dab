"""The records of an exercise. Everything that judging an answer needs is in the card, so that a page only compares.

Days are numbers, 0 = 1970-01-01. ``language`` of what an article says, or of a headline, which is made of its words, is
that of the article (BCP 47); empty where it isn't known, or where the words are of the lesson itself. The same records
as JSON: docs/teaching.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "order", "place", "which date", "which source", "stated or implied", "disagreement", "work it out", "gap", "own"
]
KINDS: tuple[Kind, ...] = (
    "order", "which date", "place", "gap", "work it out", "which source", "stated or implied", "disagreement",
)  # fmt: skip
"""The kinds that are made from a collection, in the order in which a deck takes turns among them."""

Unit = Literal["day", "month", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What a teacher chooses; with a collection it decides the whole deck."""

    kinds: tuple[Kind, ...] = KINDS
    """Which kinds are wanted. All by default: who has never seen the exercises sees each once."""

    cards: int = 10
    """How many cards: ten take a class ten to fifteen minutes."""

    level: Literal[1, 2, 3] = 2
    """How hard: 1 takes events far apart, with precise dates, that several articles tell; 3 the closest."""

    topic: str = ""
    """A kind of event, a person, a place or a tag; empty for all."""

    rounds: int = 1
    """How often the cards that went wrong come again."""

    points: bool = False
    """Whether points are counted. Off by default: what counts is the sentence."""

    seed: int = 0
    """Another number gives another deck of the same kind."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: as it is; the words of the ``date`` that counts; ``hidden`` or the ``gap`` that is asked
    for (their text is not here).
    """

    text: str
    role: Literal["", "date", "hidden", "gap"] = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that proves a solution, where it stands in its document, and the words of the date in it.

    ``start`` and ``end`` are code points of the document's text, ``exact`` what stands there. ``pieces`` together
    are ``exact``. ``where`` is the page or paragraph in words, empty where the text has only one. ``event`` is what
    it proves, ``mention`` the id of the mention that dates it; empty where there is none in the collection.
    """

    event: str
    document: str
    title: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    pieces: tuple[Piece, ...]
    role: Literal["states", "implies", "refers"] = "states"
    where: str = ""
    mention: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence that helps: every date in it is hidden. ``event`` is what it tells."""

    event: str
    document: str
    title: str
    pieces: tuple[Piece, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """What is put in order: ``label`` in words, its ``date`` (not to be shown before the answer), its bounds."""

    id: str
    label: str
    date: str
    first: int
    last: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen; ``note`` tells afterwards what it is ("483 BC: A rich vein of silver was struck").

    ``language`` is that of the label.
    """

    id: str
    label: str
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a choice is put to: an article, whose date is asked for. ``right``: the ids of all choices that are."""

    id: str
    label: str
    right: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An axis of units of time, of which one is chosen by its number from 0.

    ``starts`` are the first days of the units, ``labels`` their words. The units ``first`` to ``last`` are right,
    up to ``near`` units beside them is close.
    """

    unit: Unit
    starts: tuple[int, ...]
    labels: tuple[str, ...]
    first: int
    last: int
    near: int


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise. Which parts it has follows from its kind:

    ``order`` has ``tiles`` in the order shown and the ids in the right order as ``solution``; ``place`` a ``line``;
    ``disagreement`` ``slots`` and ``choices``, and ``free``, a question that is answered in words of one's own and
    never judged; all others ``choices`` and the ids of all right ones as ``solution``. ``quote`` is the sentence
    that is asked about, ``quote_language`` its language. ``answer`` is the solution in words, ``steps`` the way to
    it. ``events`` are those that are asked about. ``hints`` are sentences that help, ``tip`` helps in words.
    ``recipe`` is what chance made it of.
    """

    id: str
    kind: Kind
    prompt: str
    events: tuple[str, ...]
    level: int
    topic: str
    answer: str
    solution: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    choices: tuple[Choice, ...] = ()
    slots: tuple[Slot, ...] = ()
    line: Line | None = None
    quote: tuple[Piece, ...] = ()
    quote_language: str = ""
    free: str = ""
    steps: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    tip: str = ""
    proofs: tuple[Proof, ...] = ()
    recipe: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody judges it: it is answered in words of one's own alone."""
        return not (self.tiles or self.line or self.choices)


@dataclass(frozen=True, slots=True)
class Unmade:
    """A kind of which fewer cards were made than were wanted: why, in words, and the kinds that can be made instead."""

    kind: Kind
    reason: str
    instead: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """An exercise of several cards. ``code`` is the same wherever the same deck was made, in every language."""

    code: str
    title: str
    language: str
    settings: DeckSettings
    cards: tuple[Card, ...]
    unmade: tuple[Unmade, ...] = ()


Answer = tuple[str, ...] | dict[str, str] | int | str
"""Ids in order; the id of a choice by that of its slot; the number of a unit; the id of a choice."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer was judged: ``wrong`` are the ids that stand wrong, ``why`` the key of a sentence that says why."""

    right: bool
    points: int
    of: int
    why: str
    wrong: tuple[str, ...] = ()
