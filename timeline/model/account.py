"""What became of every mention of a collection: counts with reasons, which add up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.collection import Collection
from timeline.model.document import Document
from timeline.model.mention import Mention

_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True, slots=True)
class Counts:
    """Mentions by outcome; ``open`` are those of a collection whose events were never made."""

    event: int
    undated: int
    aside: int
    open: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.event + self.undated + self.aside + self.open


@dataclass(frozen=True, slots=True)
class Reason:
    """Why mentions became no event: the outcome, the reason with “…” for what it quotes, and how many they are."""

    outcome: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Account:
    """The account of all mentions: in all, by reason, and by document, in the collection's order."""

    counts: Counts
    reasons: tuple[Reason, ...]
    documents: tuple[tuple[Document, Counts], ...]


def account(collection: Collection) -> Account:
    """What became of the mentions of ``collection``; the most frequent reasons first."""
    own: dict[str, list[Mention]] = {document.id: [] for document in collection.documents}
    for mention in collection.mentions:
        own[mention.document].append(mention)
    reasons = Counter((m.outcome, _QUOTED.sub("“…”", m.reason)) for m in collection.mentions if m.outcome != "event")
    ranked = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return Account(
        _counts(collection.mentions),
        tuple(Reason(outcome, reason, count) for (outcome, reason), count in ranked),
        tuple((document, _counts(own[document.id])) for document in collection.documents),
    )


def events_of(collection: Collection) -> dict[str, tuple[str, ...]]:
    """The ids of the events that cite each mention, by the mention's id."""
    cited: dict[str, list[str]] = {}
    for event in collection.events:
        for mention in _once(c.mention for c in event.citations if c.mention):
            cited.setdefault(mention, []).append(event.id)
    return {mention: tuple(events) for mention, events in cited.items()}


def _once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)


def _counts(mentions: Sequence[Mention]) -> Counts:
    found = Counter(mention.outcome for mention in mentions)
    return Counts(found["event"], found["undated"], found["set aside"], found["open"])
