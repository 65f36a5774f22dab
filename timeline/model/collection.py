"""Documents, mentions and events together: what a reading gives, and what a file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from timeline.model.document import Document
from timeline.model.event import Event
from timeline.model.mention import Mention

if TYPE_CHECKING:
    import pandas

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Collection:
    """A reading of several documents.

    ``events`` are in order of time. ``decisions`` is the reader's append-only log. ``rules`` names the
    version of the rules that read the texts. ``unknown`` keeps the keys of a file that this version
    doesn't know, by the place where they stood, so that writing the file again loses nothing.
    """

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    decisions: tuple[Mapping[str, Any], ...] = ()
    rules: str = ""
    unknown: Mapping[str, Any] = field(default_factory=lambda: NOTHING, compare=False)

    def to_dataframe(self) -> pandas.DataFrame:
        """One row an event, in order of time.

        Columns: id, edtf, earliest, latest (ISO texts, astronomical years, or None), headline,
        headline_source, summary, kind, participants, places (lists of text), status, documents (list of titles or file
        names), quotes (list of sentences). No column is a Timestamp: those can't hold 44 BC.
        """
        import pandas  # here, since pandas takes most of a second to import and few callers want it

        name = {d.id: d.title or d.file for d in self.documents}
        return pandas.DataFrame(
            [
                {
                    "id": e.id,
                    "edtf": e.edtf,
                    "earliest": e.earliest,
                    "latest": e.latest,
                    "headline": e.headline,
                    "headline_source": e.headline_source,
                    "summary": e.summary,
                    "kind": e.kind,
                    "participants": list(e.participants),
                    "places": list(e.places),
                    "status": e.status,
                    "documents": list(dict.fromkeys(name[c.document] for c in e.citations)),
                    "quotes": [c.selector.exact for c in e.citations],
                }
                for e in self.events
            ],
            columns=[
                "id", "edtf", "earliest", "latest", "headline", "headline_source", "summary", "kind", "participants",
                "places", "status",
                "documents", "quotes",
            ],
        )  # fmt: skip
