"""Two editions of an article, sentence by sentence: which came, which went, which say it in other words.

Sentences are brought in line by the longest runs that both have (J. W. Ratcliff and D. E. Metzener, 1988, as Python's
``difflib`` does it); where some stand in place of others, those that share most of their words are one in other words.
A sentence that only stands elsewhere is the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from timeline.model import Document

LIKE = 0.5
"""Share of words that two sentences have in common (Dice) from which they are one sentence in other words."""

NEAR = 12
"""Sentences on either side of its place among which a sentence's other wording is looked for."""

Piece = tuple[bool, str]
"""Words, and whether the other edition has others in their place."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What differs: sentences ``added`` and ``gone``, in order, and pairs ``reworded``, the former first.

    ``same`` is the number of those that stand in both.
    """

    added: tuple[str, ...]
    gone: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    same: int

    @property
    def differ(self) -> bool:
        """Whether anything does."""
        return bool(self.added or self.gone or self.reworded)


def compare_sentences(before: Document, after: Document) -> Sentences:
    """How the sentences of ``after`` differ from those of ``before``, whatever white space stands between words."""
    old, new = _sentences(before), _sentences(after)
    added: list[str] = []
    gone: list[str] = []
    reworded: list[tuple[str, str]] = []
    same = 0
    for what, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            same += a_end - a
            continue
        pairs, left, came = _paired(old[a:a_end], new[b:b_end])
        reworded += pairs
        gone += left
        added += came
    moved = Counter(gone) & Counter(added)
    return Sentences(_without(added, moved), _without(gone, moved), tuple(reworded), same + moved.total())


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two wordings of a sentence, each in pieces: what both have, and what each has alone."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    one: list[Piece] = []
    other: list[Piece] = []
    bare_old, bare_new = ([word.rstrip() for word in words] for words in (old, new))
    for what, a, a_end, b, b_end in SequenceMatcher(None, bare_old, bare_new, autojunk=False).get_opcodes():
        if a_end > a:
            one.append((what != "equal", "".join(old[a:a_end])))
        if b_end > b:
            other.append((what != "equal", "".join(new[b:b_end])))
    return tuple(one), tuple(other)


def _sentences(document: Document) -> list[str]:
    return [" ".join(document.text[span.start : span.end].split()) for span in document.sentences]


def _paired(old: Sequence[str], new: Sequence[str]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Those of each that say the same in other words, and what is left; each is in one pair, the likest first."""
    words = [Counter(_words(sentence)) for sentence in old], [Counter(_words(sentence)) for sentence in new]
    found: list[tuple[float, int, int]] = []
    for b, mine in enumerate(words[1]):
        around = b * len(old) // len(new)
        for a in range(max(0, around - NEAR), min(len(old), around + NEAR + 1)):
            likeness = _likeness(words[0][a], mine)
            if likeness >= LIKE:
                found.append((-likeness, a, b))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(found):
        if a not in partner and b not in taken:
            partner[a] = b
            taken.add(b)
    pairs = [(old[a], new[b]) for a, b in sorted(partner.items())]
    left = [sentence for a, sentence in enumerate(old) if a not in partner]
    return pairs, left, [sentence for b, sentence in enumerate(new) if b not in taken]


def _words(sentence: str) -> list[str]:
    return re.findall(r"\w+", sentence.casefold())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _without(sentences: Sequence[str], moved: Counter[str]) -> tuple[str, ...]:
    left = Counter(moved)
    kept: list[str] = []
    for sentence in sentences:
        if left[sentence]:
            left[sentence] -= 1
        else:
            kept.append(sentence)
    return tuple(kept)
