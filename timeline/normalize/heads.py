"""What the head of a sentence dates by itself: its opening clause, and the life in brackets behind a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.edtf import End, Interval, parse
from timeline.model import Document, Mention, Span
from timeline.normalize.kin import Word, keys_of, words_of_text
from timeline.normalize.people import named_before, opening_bracket
from timeline.normalize.words import phrase

LIFETIMES = range(12, 111)  # years that a life in brackets may have lasted
CLOSES = 100  # code points behind a death within which its bracket closes


def opening_clause(document: Document, sentence: Span, mention: Mention, masked: str) -> tuple[Word, ...]:
    """The words of the clause that opens a sentence with this date, without those of the main clause.

    "When Holm landed on 3 May 1910, they would not let her …". ``masked`` is the sentence without its dates.
    """
    before = masked[: mention.start - sentence.start]
    ends = document.text[mention.end : mention.end + 1] == "," and "," not in before
    return tuple(words_of_text(before, sentence.start)) if ends and phrase("opens_clause").match(before) else ()


def born_and_died(
    document: Document, sentence: Span, dated: Sequence[Mention]
) -> Iterator[tuple[Mention, tuple[Word, ...]]]:
    """The dates of a birth and a death in brackets that also name places, each with the words for it.

    "HOLM, Anna (3 May 1850, Lund – 5 June 1911, Ostrow)".
    """
    text = document.text
    for born, died in pairwise(dated):
        opening = phrase("life_opens").search(text[sentence.start : born.start])
        if opening is None or not phrase("life_goes_on").fullmatch(text[born.end : died.start]):
            continue
        if ")" not in text[died.end : died.end + CLOSES]:
            continue
        names = [replace(one, modifies=False) for one in words_of_text(opening["who"], sentence.start)]
        for mention, what in ((born, "birth"), (died, "death")):
            yield mention, (*names, Word(mention.start, what, keys_of(what), pronoun=False, modifies=False))


def in_brackets(document: Document, mention: Mention) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Birth and death of a life in brackets, "Anna Holm (1850–1911)", or the accession of a reign, "(r. 117–138)"."""
    value = parse(mention.edtf) if mention.edtf and "/" in mention.edtf else None
    if not isinstance(value, Interval) or isinstance(value.start, End) or isinstance(value.end, End):
        return
    opening = opening_bracket(document.text, mention.start, mention.end)
    if opening is None or not (opening[1] or value.end.year - value.start.year in LIFETIMES):
        return
    name = named_before(document.text, mention.start, opening[0])
    if name is None:
        return
    told = ((value.start, "accession"),) if opening[1] else ((value.start, "birth"), (value.end, "death"))
    for side, what in told:
        words = tuple(
            Word(mention.start, low, keys, pronoun=False, modifies=False)
            for low, keys in ((name, frozenset((name,))), (what, keys_of(what)))
        )
        yield str(side), words
