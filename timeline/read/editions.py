"""Articles that are not independent: the same article twice, and two editions of one.

Two texts are editions of one another where most of the shorter one stands in the longer one word for word. They are
compared by fingerprints of runs of words, chosen by the words themselves, so that both texts choose the same ones
(Manber, "Finding similar files in a large file system", 1994); the work grows with the length of all texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from zlib import crc32

from timeline.model import Document

_NAMED = 3
"""Copies that a note names; of more it says how many."""

_RUN = 6
"""Words in a run that is compared."""

_ONE_IN = 8
"""Of so many runs one is compared, chosen by its first word."""

_SHARE = 0.6
"""Share of the shorter text's runs that the longer one must have."""

_LEAST = 6
"""Runs that a text must have to be compared: two short notes may agree by chance."""

_COMMON = 12
"""Texts that may share a run; what more of them have is a form or a saying, and shows nothing."""


def without_copies(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in their order, of those with the same text only one, with a note of where else it stood.

    That is the first by file name of those whose date is known, else of all.
    """
    read = tuple(documents)
    by_text: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(read):
        by_text[document.text.strip()].append(number)
    kept: dict[int, Document] = {}
    for same in by_text.values():
        first = min(same, key=lambda n: (read[n].published.edtf is None, read[n].file, read[n].id))
        kept[first] = _with_note(read[first], sorted({read[n].file for n in same} - {read[first].file}))
    return tuple(kept[number] for number in sorted(kept))


def _with_note(document: Document, files: Sequence[str]) -> Document:
    """The document with a note on the files that hold the same text."""
    if not files:
        return document
    named = ", ".join(files[:_NAMED]) + (f" and {len(files) - _NAMED:,} more" if len(files) > _NAMED else "")
    note = f"The same article stands in {named}: it is counted once."
    return replace(document, note=" ".join(filter(None, (document.note, note))))


def with_editions(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, each that is an edition of another one marked with the id of the first of them by name."""
    ranked = sorted(documents, key=lambda d: (d.file, d.id))
    runs = [_runs(document.text) for document in ranked]
    holders: dict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(runs):
        if len(own) >= _LEAST:
            for run in own:
                holders[run].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _COMMON:
            shared.update(combinations(numbers, 2))
    first = list(range(len(ranked)))
    for (one, two), count in sorted(shared.items()):
        if count >= _SHARE * min(len(runs[one]), len(runs[two])):
            keep, drop = sorted((_root(first, one), _root(first, two)))
            first[drop] = keep
    of = {ranked[n].id: ranked[_root(first, n)].id for n in range(len(first)) if first[n] != n}
    return tuple(replace(d, edition_of=of[d.id]) if d.id in of else d for d in documents)


def _root(first: list[int], n: int) -> int:
    """The first text of those that ``n`` belongs to."""
    while first[n] != n:
        first[n] = first[first[n]]
        n = first[n]
    return n


def _runs(text: str) -> frozenset[int]:
    """Numbers for the runs of words of a text that are compared."""
    words = text.lower().split()
    known = {word: crc32(word.encode()) for word in set(words)}
    return frozenset(
        crc32(" ".join(words[i : i + _RUN]).encode())
        for i in range(len(words) - _RUN + 1)
        if known[words[i]] % _ONE_IN == 0
    )
