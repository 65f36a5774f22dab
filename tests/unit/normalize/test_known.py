"""What rounds of dating know: the sentences by their words, indexed again only where they stand under other words."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.merge.material import article
from timeline.model import Document, Mention
from timeline.normalize.happenings import happenings
from timeline.normalize.known import Known

ONE = article("The bridge at Lund was opened in {1884=1884}. It fell in {a later May=}.", "a.txt")
TWO = article("Anna Holm built a mill in {1871=1871}.", "b.txt")
MORE = article("Anna Holm built a mill in {1871=1871}. It burned in {1880=1880}.", "b.txt")


def _known(*made: tuple[Document, tuple[Mention, ...]], before: Known | None = None) -> Known:
    return happenings([document for document, _ in made], [m for _, own in made for m in own], before)


def test_sentences_that_another_round_dates_otherwise_keep_their_index() -> None:
    first = _known(ONE, TWO)
    (year, later), document = ONE[1], ONE[0]
    now = (document, (year, replace(later, edtf="1901-05", grade="B")))
    again = _known(now, TWO, before=first)
    assert again.by_word is first.by_word
    assert [dating.mentions for dating in again.datings] != [dating.mentions for dating in first.datings]


def test_other_sentences_are_indexed_anew() -> None:
    first = _known(ONE, TWO)
    again = _known(ONE, MORE, before=first)
    assert again.by_word == _known(ONE, MORE).by_word
    assert "burned" in again.by_word
    assert "burned" not in first.by_word


def test_the_same_number_of_other_sentences_is_indexed_anew() -> None:
    first = _known(TWO, ONE)
    assert _known(ONE, TWO, before=first).by_word == _known(ONE, TWO).by_word
