"""A collection of any number of made-up events, for measuring. The same number gives the same collection.

python benchmarks/ui/generate.py 10000 collection.json
"""

from __future__ import annotations

import hashlib
import random
import sys
from pathlib import Path

from timeline.edtf import bounds, civil, day_number, iso, say
from timeline.model import Citation, Collection, Document, Event, Mention, Published, Selector, Span
from timeline.store import collection_file

KINDS = ("war", "politics", "law", "science", "arts", "building", "economy", "disaster")
WHO = ("The council", "The harbour master", "A company of weavers", "The queen", "The bishop", "The guild of bakers")
DID = ("opens", "buys", "loses", "repairs", "orders", "closes", "inspects", "sells")
WHAT = ("the north gate", "a mill by the weir", "three ships", "the old toll house", "a school", "the long bridge")
A_DOCUMENT = 60
"""Sentences of one made-up article."""


def made(total: int) -> Collection:
    """``total`` events from 1500 BC to 2025, most of them late, each told by one to three sentences."""
    chance = random.Random(total)  # noqa: S311  figures to look at, no secrets
    dates = sorted((_date(chance) for _ in range(total)), key=lambda d: bounds(d).first or bounds(d).last or 0)
    telling: list[list[int]] = [[] for _ in range(max(1, total // A_DOCUMENT))]
    for number in range(total):
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            telling[chance.randrange(len(telling))].append(number)
    headlines = [f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}" for _ in range(total)]
    citations: list[list[Citation]] = [[] for _ in range(total)]
    documents: list[Document] = []
    mentions: list[Mention] = []
    for at, numbers in enumerate(telling):
        text, spans = "", []
        found = []
        for number in numbers:
            words = say(dates[number])
            start = len(text)
            text += f"In the record of {words} it is written: {headlines[number][0].lower()}{headlines[number][1:]}.\n"
            spans.append(Span(start, len(text) - 1))
            found.append((number, start + 17, words))
        for span, (number, start, words) in zip(spans, found, strict=True):
            name = f"m{len(mentions)}"
            mentions.append(Mention(
                name, f"d{at}", start, start + len(words), words, "DATE", dates[number], None, dates[number], "A",
                "made", (f"The words found: “{words}”.", "They name the date in full."), outcome="event"))  # fmt: skip
            citations[number].append(Citation(f"d{at}", name, Selector.of(text, span.start, span.end), "states"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        documents.append(Document(
            f"d{at}", f"{at}.txt", text, digest, title=f"Record book {at + 1}", publisher="Town archive",
            published=Published("2025-03", "given", "made up"), sentences=tuple(spans)))  # fmt: skip
    events = tuple(
        Event(f"e{n}", dates[n], None, _iso(bounds(dates[n]).first), _iso(bounds(dates[n]).last), headlines[n],
              chance.choice(KINDS), tuple(citations[n]))
        for n in range(total))  # fmt: skip
    return Collection(tuple(documents), tuple(mentions), events, rules="made up")


def _iso(day: int | None) -> str | None:
    return None if day is None else iso(day)


def _date(chance: random.Random) -> str:
    """A day, month, year, decade, stretch or limit; half of all fall into the last three hundred years."""
    first, last = (day_number(1725, 1, 1), day_number(2025, 1, 1)) if chance.random() < 0.5 else (
        day_number(-1499, 1, 1), day_number(1725, 1, 1))  # fmt: skip
    year, month, day = civil(chance.randrange(first, last))
    written = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    form = chance.random()
    if form < 0.5:
        return f"{written}-{month:02d}-{day:02d}"
    if form < 0.65:
        return f"{written}-{month:02d}"
    if form < 0.85:
        return written
    if form < 0.9:
        return f"{written}~"
    if form < 0.95 and year > 0:
        return f"{written}/{year + chance.randrange(1, 40):04d}"
    return f"{written}/.." if form < 0.98 else f"../{written}"


def main() -> None:
    collection_file.write(made(int(sys.argv[1])), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
