"""The records of what is printed: a worksheet, its key, cards to cut out. Pages and Word documents are made of them.

A ``Group`` is what no page break may cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from timeline.edtf import bounds
from timeline.teach.cards import Piece
from timeline.teach.matter import Matter
from timeline.teach.speech import Speech

Role = Literal["", "strong", "said", "date", "hidden", "gap", "dim"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line. ``said`` is what an article says, ``date`` its words that count; ``hidden`` and ``gap``
    are blank on paper, and their text is empty. ``language`` is that of what an article says or is called, and of a
    headline; empty is that of the paper.
    """

    text: str
    role: Role = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``prompt`` is what is asked, ``quote`` a sentence of an article."""

    runs: tuple[Run, ...]
    role: Literal["", "prompt", "quote", "dim"] = ""


@dataclass(frozen=True, slots=True)
class Options:
    """A list to be ticked, or to be numbered or matched by letter where there is a ``sign`` of that name.

    ``marks`` stand in the boxes: in a worksheet none. ``languages`` are those of the labels where they are not of the
    lesson's own.
    """

    labels: tuple[str, ...]
    sign: Literal["tick", "number", "letter"] = "tick"
    marks: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of units of time, one of which is ticked; ``right`` are those that are ticked already."""

    labels: tuple[str, ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Empty lines to write on."""

    count: int


Part = Text | Options | Scale | Rows


@dataclass(frozen=True, slots=True)
class Group:
    """What stays together on a page; ``number`` is 0 where it has none."""

    number: int
    parts: tuple[Part, ...]

    @property
    def is_line(self) -> bool:
        """Whether it is a line of a list, and not a question."""
        return not self.number and len(self.parts) == 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A card to be cut out: the letter that the key knows it by, and what is on it, in which language."""

    letter: str
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What begins on a page of its own. ``fields`` are names of blanks at its head, such as that for the name."""

    kind: Literal["worksheet", "key", "cards"]
    heading: str
    about: str = ""
    fields: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    cuts: tuple[Cut, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed of a lesson. ``code`` is that of the exercise or tour."""

    title: str
    code: str
    language: str
    sections: tuple[Section, ...]
    sources: str
    """The heading of the list of sources."""


def blanked(pieces: Iterable[Piece], language: str) -> tuple[Run, ...]:
    """A sentence of an article in that language, in runs, as a worksheet or a key shows it."""
    return tuple(Run(piece.text, piece.role or "said", language) for piece in pieces)


def plain_run(text: str, role: Role = "") -> tuple[Run, ...]:
    """A line of one run."""
    return (Run(text, role),)


class Sources:
    """The articles that a paper cites, by number, in the order of the collection."""

    def __init__(self, matter: Matter, cited: Iterable[tuple[str, str]], words: Speech) -> None:
        """``cited`` are ids of documents, and titles for those that are no longer in the collection."""
        wanted = dict(cited)
        documents = matter.quotes.documents
        order = [name for name in documents if name in wanted] + [name for name in wanted if name not in documents]
        self._numbers = {name: n for n, name in enumerate(order, 1)}
        self.list = tuple(_entry(matter, name, words) if name in documents else wanted[name] for name in order)

    def sign(self, document: str) -> str:
        """The number of an article in brackets, such as "[2]"."""
        return f"[{self._numbers[document]}]"

    def signs(self, documents: Iterable[str]) -> str:
        """The numbers of several articles, each once."""
        return ", ".join(f"[{n}]" for n in sorted({self._numbers[name] for name in documents}))


def _entry(matter: Matter, name: str, words: Speech) -> str:
    """An article in a list of sources: who, what, where, when, at which address; as far as it is known."""
    document = matter.quotes.documents[name]
    # When an article can have been written at the earliest is not when it was.
    known = document.published.edtf if document.published.edtf and bounds(document.published.edtf).last else ""
    written = words.say(known) if known else ""
    title = words.text("paper.quoted", title=matter.quotes.title(name))
    said = [document.author, title, document.publisher, written, document.url]
    return ", ".join(part for part in said if part)
