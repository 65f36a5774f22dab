"""The part of a great collection that a question about one event concerns: a few articles, not ten thousand."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from timeline import edtf
from timeline.merge.words import stem
from timeline.model import Collection, Document, Event, Mention

_ALL = 60
"""Articles that are all read: it takes a few seconds."""

_NEAREST = 20
"""Articles beside those that the event cites: so many with a date that agrees, and so many whatever the date."""

_WORD = re.compile(r"\w{4,}")
"""Shorter words are mostly small words."""


def concerned(collection: Collection, event: Event) -> Collection:
    """The collection; of a great one the articles that the event cites, and those most like them.

    Alike are dated sentences that share words with those of the event, the rarer words counting more.
    """
    if len(collection.documents) <= _ALL:
        return collection
    kept = {c.document for c in event.citations} | {c.document for c in event.conflicts}
    kept |= _nearest(collection, event, kept)
    return replace(
        collection,
        documents=tuple(document for document in collection.documents if document.id in kept),
        mentions=tuple(mention for mention in collection.mentions if mention.document in kept),
    )


def _nearest(collection: Collection, event: Event, cited: set[str]) -> set[str]:
    """The ids of the articles with the sentences that are most like those of the event."""
    wanted = _words(c.selector.exact for c in event.citations)
    documents = {document.id: document for document in collection.documents}
    told = [
        (mention, wanted & _words([sentence]))
        for mention, sentence in _dated(documents, collection.mentions)
        if mention.document not in cited
    ]
    counts = Counter(word for _, words in told for word in words)
    rarity = {word: math.log((len(told) + 1) / count) for word, count in counts.items()}
    ranked = sorted(
        (-sum(rarity[word] for word in sorted(words)), m.document, m.edtf)
        for m, words in told
        if words and m.edtf is not None
    )
    agreeing = (document for _, document, value in ranked if _agree(event.edtf, value))
    return {*_first(agreeing), *_first(document for _, document, _ in ranked)}


def _first(documents: Iterable[str]) -> list[str]:
    """The first different ones."""
    out: dict[str, None] = {}
    for document in documents:
        out[document] = None
        if len(out) == _NEAREST:
            break
    return list(out)


def _dated(documents: dict[str, Document], mentions: Iterable[Mention]) -> Iterator[tuple[Mention, str]]:
    """Each mention that dates an event, with its sentence."""
    for mention in mentions:
        document = documents.get(mention.document)
        if mention.outcome != "event" or document is None or not document.sentences:
            continue
        at = bisect_right(document.sentences, mention.start, key=attrgetter("start")) - 1
        span = document.sentences[max(0, at)]
        yield mention, document.text[span.start : span.end]


def _words(texts: Iterable[str]) -> set[str]:
    return {stem(word) for text in texts for word in _WORD.findall(text)}


def _agree(one: str, two: str) -> bool:
    """Whether one date lies inside the other."""
    return edtf.contains(one, two) or edtf.contains(two, one)
