"""Why the sentences of an event are one event, as the explorer asks for it: worked out again when it is asked."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.chart.labels import shown
from timeline.edtf import say
from timeline.model import Collection

if TYPE_CHECKING:
    from timeline.merge.why import Decision, Told, Weighing

MOST = 1_500
"""Mentions of a collection up to which it is read as a whole; of a larger one the articles that an event concerns."""


class Reasons:
    """Asked about the events of one collection; of a small one all answers are worked out with the first."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._number = {document.id: index for index, document in enumerate(collection.documents)}
        self._weighing: Weighing | None = None
        self._working = threading.Lock()

    def of(self, event: str) -> Mapping[str, Any]:
        """The decisions about an event, in words: ``joined`` and ``refused``.

        Raises ``UnknownEventError`` where the collection has no such event.
        """
        from timeline.merge.why import Weighing, joins  # a collection file opens without the rules of merging

        with self._working:  # a second asker waits for the first one's weighing instead of doing it again
            if len(self._collection.mentions) > MOST:
                found = joins(self._collection, event)
            else:
                self._weighing = self._weighing or Weighing(self._collection)
                found = self._weighing.joins(event)
        return {
            "joined": [self._decision(d) for d in found.joined],
            "refused": [self._decision(d) for d in found.refused],
        }

    def _decision(self, decision: Decision) -> dict[str, Any]:
        return {
            "one": self._told(decision.one),
            "other": self._told(decision.other),
            "reasons": [shown(reason) for reason in decision.reasons],
        }

    def _told(self, told: Told) -> dict[str, Any]:
        return {
            "article": self._number[told.document],
            "quote": shown(told.sentence),
            "when": say(told.edtf) if told.edtf else "",
        }
