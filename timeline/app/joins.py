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

MOST = 5_000
"""Mentions of a collection up to which this is worked out while somebody waits: it takes some ten seconds."""

TOO_LARGE = (
    "This collection is too large to work that out while you wait: save it and ask “timeline explain FILE EVENT”."
)


class Reasons:
    """Asked about the events of one collection; what all answers share is worked out with the first."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._number = {document.id: index for index, document in enumerate(collection.documents)}
        self._weighing: Weighing | None = None
        self._working = threading.Lock()

    def of(self, event: str) -> Mapping[str, Any]:
        """The decisions about an event: ``joined`` and ``refused``, or ``problem``, in words.

        Raises ``UnknownEventError`` where the collection has no such event.
        """
        if len(self._collection.mentions) > MOST:
            return {"joined": [], "refused": [], "problem": TOO_LARGE}
        from timeline.merge.why import Weighing  # a collection file opens without the rules of merging

        with self._working:  # a second asker waits for the first one's weighing instead of doing it again
            if self._weighing is None:
                self._weighing = Weighing(self._collection)
        found = self._weighing.joins(event)
        return {
            "joined": [self._decision(d) for d in found.joined],
            "refused": [self._decision(d) for d in found.refused],
            "problem": "",
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
