"""The proof when a file is opened: does every quote still stand in its document?

A text may have been corrected since the collection was made. What was quoted is looked for by its words and their
surroundings (W3C TextQuoteSelector); it is marked as moved where it is found elsewhere and as missing where it isn't,
and never dropped.
"""

from __future__ import annotations

from collections import Counter

from timeline.model import Collection, Selector, Standing


def prove(text: str, told: Selector) -> tuple[Selector, Standing]:
    """The selector of the quote where it stands in ``text`` now; one that is missing keeps its words."""
    place = told.locate(text)
    if place is None:
        end = min(told.end, len(text))
        return Selector(min(told.start, end), end, told.exact, told.prefix, told.suffix), "missing"
    if place == (told.start, told.end):
        return told, "stands"
    return Selector.of(text, *place), "moved"


def prove_mention(text: str, place: tuple[int, int], words: str) -> tuple[tuple[int, int], Standing]:
    """Where the words of a mention stand now: the place nearest to where they stood."""
    start, end = place
    if text[start:end] == words:
        return place, "stands"
    before, after = text.rfind(words, 0, start + len(words)), text.find(words, start)
    found = [at for at in (before, after) if at >= 0]
    if not found or not words:
        end = min(end, len(text))
        return (min(start, end), end), "missing"
    at = min(found, key=lambda one: abs(one - start))
    return (at, at + len(words)), "moved"


def doubts(collection: Collection) -> tuple[str, ...]:
    """A sentence for each document in which quotes have moved or are missing."""
    lost: Counter[tuple[str, Standing]] = Counter()
    for event in collection.events:
        lost.update((citation.document, citation.standing) for citation in event.citations)
    lost.update((mention.document, mention.standing) for mention in collection.mentions)
    out = []
    for document in collection.documents:
        moved, missing = lost[document.id, "moved"], lost[document.id, "missing"]
        if moved or missing:
            told = " and ".join(
                f"{count:,} {what}" for count, what in ((moved, "moved"), (missing, "missing")) if count
            )
            out.append(f"{document.file}: its text has changed since it was read: of its quotes and dates {told}.")
    return tuple(out)
