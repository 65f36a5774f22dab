"""What a collection has dated, indexed: the sentences by their words, so that each question looks at a few of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.model import Document
from timeline.normalize.kin import words_with
from timeline.normalize.written import Written

if TYPE_CHECKING:
    from timeline.normalize.happenings import Dating, Happening

NAME = 100  # code points before a bracket that the name of the person stands in
LOOKED_AT = 200  # sentences of other texts with the same word that are weighed; of more, it tells nothing apart


@dataclass(frozen=True)
class Known:
    """What the collection has dated: the sentences, in order, and the documents by their ids.

    ``written`` says which documents have which words. ``indexed`` is what ``by_word`` gives, if known.
    """

    datings: Sequence[Dating] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    written: Written = field(default_factory=lambda: Written({}))
    indexed: Mapping[str, Sequence[int]] | None = field(default=None, repr=False, compare=False)
    _asked: dict[tuple[str, str, bool], Sequence[Happening]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the sentences by their words, these in alphabetical order. Made when first asked for."""
        if self.indexed is not None:
            return self.indexed
        by_word: dict[str, list[int]] = {}
        for number, dating in enumerate(self.datings):
            for word in dating.words:
                by_word.setdefault(word, []).append(number)
        return dict(sorted(by_word.items()))

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        """All those words, in alphabetical order."""
        return tuple(self.by_word)

    @cached_property
    def own(self) -> Mapping[str, range]:
        """The numbers of each document's sentences, which follow one another."""
        numbers: dict[str, range] = {}
        for number, dating in enumerate(self.datings):
            before = numbers.get(dating.document.id)
            numbers[dating.document.id] = range(before.start if before else number, number + 1)
        return numbers

    def index_for(self, datings: Sequence[Dating]) -> Mapping[str, Sequence[int]] | None:
        """The sentences by their words, where others have the same in the same order; else None."""
        return self.by_word if len(datings) == len(self.datings) and all(map(_alike, self.datings, datings)) else None

    def index(self) -> None:
        """Make now what would be made when first asked for: before many ask, each in a process of its own."""
        _ = self.vocabulary, self.own, self.written.spellings

    def with_key(self, key: str, document: str, naming: Set[str] | None) -> Sequence[Happening]:
        """The happenings that a word with this stem or of this family tells, in order: all of the document's own.

        Of other documents those in ``naming`` (None: any), and where these are too many to tell apart, none.
        """
        if naming:
            return tuple(self._with_key(key, document, naming))
        asked = key, document, naming is None
        if asked not in self._asked:
            self._asked[asked] = tuple(self._with_key(key, document, naming))
        return self._asked[asked]

    def _with_key(self, key: str, document: str, naming: Set[str] | None) -> Iterator[Happening]:
        if len(self.documents) == 1 and self.datings:
            numbers: Iterable[int] = self._told_in(key) if self.datings[0].document.id == document else ()
            yield from self._of_key(key, numbers)
            return
        lists = [self.by_word.get(word, ()) for word in words_with(key, self.vocabulary)]
        here = self.own.get(document, range(0))
        found = _inside(lists, here)
        if naming is None:
            if sum(map(len, lists)) - len(found) <= LOOKED_AT:
                found = set().union(*lists)
        elif len(naming) <= LOOKED_AT:
            found = found.union(*(_inside(lists, self.own[other]) for other in naming if other in self.own))
        yield from self._of_key(key, sorted(found))

    @cached_property
    def _around(self) -> Sequence[str]:
        """Of each sentence all text that its words may stand in, in small letters, and what brackets may stand for."""
        around = []
        for dating in self.datings:
            text = dating.document.text
            implied = (text[one.start : one.end] for mention in dating.mentions for one in mention.implied)
            told = " ".join((text[max(0, dating.span.start - NAME) : dating.span.end], *implied)).lower()
            around.append(f"{told} accession birth death" if "(" in told else told)
        return around

    def _told_in(self, key: str) -> Iterator[int]:
        """The numbers of the sentences that may have such a word: less work than an index, in a single text."""
        words = tuple(words_with(key, ()))
        return (number for number, told in enumerate(self._around) if any(word in told for word in words))

    def _of_key(self, key: str, numbers: Iterable[int]) -> Iterator[Happening]:
        for number in numbers:
            for happening in self.datings[number].happenings:
                if any(key in word.keys for word in happening.words):
                    yield happening


def _alike(one: Dating, other: Dating) -> bool:
    """Whether two sentences stand under the same words."""
    if one is other:
        return True
    if one.document.id != other.document.id or one.span != other.span:
        return False
    return _read_from(one) == _read_from(other) or set(one.words) == set(other.words)


def _read_from(dating: Dating) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """What the words of a sentence of one text depend on: where its mentions stand, and what these imply."""
    return [(m.start, m.end, [(one.start, one.end) for one in m.implied]) for m in dating.mentions]


def _inside(lists: Iterable[Sequence[int]], within: range) -> set[int]:
    """The numbers of the lists, each in order, that lie in the range."""
    return {n for one in lists for n in one[bisect_left(one, within.start) : bisect_left(one, within.stop)]}
