"""The entries of a chronicle: lines headed by a date, of which what follows tells the happening, with a verb or not.

"1893. The new mill starts", "1349: Plague", "4 May 1721 – Last ferry". Chronicles write as headlines do: without
articles, in the present, and one happening after another, parted by semicolons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import re2

from timeline.merge.segments import parse
from timeline.merge.shapes import Clause, finite
from timeline.merge.soundness import is_sound
from timeline.merge.words import VERBAL, Word, lexicon
from timeline.model import Document, Span
from timeline.model.record import record

FEW = 3
"""Lines headed by a date that make a text a chronicle."""

_LEAST = 12
"""Characters of the first part of an entry that can be told alone: of "Plague; half the town dies" it can't be."""

_WORD = 4
"""Letters of a word behind which a full stop ends a sentence, and no abbreviation."""

_BEFORE = "\t\n\f\r •*·▪►»([–—-"
"""What may stand in a line before the date that heads it: the sign of a list, a bracket."""

_BEHIND = re2.compile(r"[)\]]?(?:[ \t]*[.:–—][ \t]+|[ \t]+-[ \t]+|\t[ \t]*|[ \t\x{00A0}]{2,})")
"""What parts the date of an entry from what it tells."""


@record
class Entry:
    """Where a line is headed by its date, where what it tells begins, and where its first happening and it end."""

    head: int
    start: int
    first: int
    end: int


def entries_of(document: Document, dates: Sequence[tuple[int, int]]) -> tuple[Entry, ...]:
    """The entries of a chronicle, in order; empty for a text with fewer than ``FEW`` lines headed by a date.

    ``dates`` are the spans of its dates, in order.
    """
    text, out = document.text, []
    for k, (start, end) in enumerate(dates):
        begin = text.rfind("\n", 0, start) + 1
        if text[begin:start].strip(_BEFORE):
            continue
        while k + 1 < len(dates) and text[end : dates[k + 1][0]] == ", ":
            k, end = k + 1, dates[k + 1][1]  # "1940, night of 28 August"
        behind = _BEHIND.match(text[end : end + 20])
        line = text.find("\n", end)
        line = len(text) if line < 0 else line
        if behind is None or end + len(behind[0]) >= line:
            continue
        told = end + len(behind[0])
        out.append(Entry(start, told, _first_part(document, told, line), line))
    return tuple(out) if len(out) >= FEW else ()


def joined(spans: Sequence[Span], entries: Sequence[Entry]) -> list[Span]:
    """The sentences, those put together of which one is only the date of an entry: "1349." and "Plague."."""
    out: list[Span] = []
    heads = [one.head for one in entries]
    for span in spans:
        n = bisect_right(heads, span.start) - 1
        if out and n >= 0 and out[-1].start <= entries[n].head < out[-1].end <= span.start < entries[n].first:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def entry_clause(words: Sequence[Word]) -> Clause | None:
    """What the first part of an entry tells, its ``words``: its clause where that is whole, else all its words."""
    words = _with_verb(_as_one(words))
    if not any(w.part in ("noun", "name", *VERBAL) for w in words):
        return None
    parsed = parse(words)
    for n, segment in enumerate(parsed.segments):
        if parsed.finite(n) is None:
            continue
        clause = finite(parsed, n)
        whole = not segment.opener and clause.subject[:1] == tuple(words[:1])
        if whole and is_sound(clause, clause.predicate):
            return clause
        break
    verb = next((w.lemma for w in words[1:] if w.part in ("past", "participle", "present")), "")
    return Clause((), tuple(words), verb, "noun")


def _as_one(words: Sequence[Word]) -> list[Word]:
    """The words without the mark at their end; what a short first part is parted by becomes a colon: "Plague: ..."."""
    out = list(words)
    while out and out[-1].text in ".;,:":
        out.pop()
    for i, word in enumerate(out):
        sentence = word.text == "." and len(out[i - 1].text) >= _WORD and out[i + 1].capital
        if i and (word.text == ";" or sentence):
            out[i] = replace(word, text=":", low=":")
            if out[i + 1].part == "det":
                out[i + 1] = replace(out[i + 1], text=out[i + 1].low)
    return out


def _with_verb(words: list[Word]) -> list[Word]:
    """The words, the first that can be its verb read as one: "The mill closes", "Bishops hand over the keys"."""
    first = next((i for i, w in enumerate(words) if w.part == "mark" and w.text not in "-'’"), len(words))
    if any(w.part in ("past", "present", "base", "aux") for w in words[:first]):
        return words
    knows = lexicon()
    for i, word in enumerate(words[1:first], 1):
        before = words[i - 1]
        if before.part not in ("noun", "name") or word.part != "noun":
            continue
        several = before.low.endswith("s") or before.low in knows.lists["plural_noun"]
        several = several or any(w.part == "and" for w in words[:i])
        if word.low in knows.present:
            words[i] = replace(word, part="present", lemma=knows.present[word.low])
            break
        if several and word.low in knows.base:
            words[i] = replace(word, part="base", lemma=word.low)
            break
    return words


def _first_part(document: Document, start: int, end: int) -> int:
    """Where the first of an entry's happenings ends: at a semicolon or a full stop, where that leaves enough."""
    text = document.text
    stops = [s.end for s in document.sentences if start < s.end < end]
    stops += [start + i for i, sign in enumerate(text[start:end]) if sign == ";"]
    return next((stop for stop in sorted(stops) if stop - start >= _LEAST), end)
