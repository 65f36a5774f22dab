"""The records that pass from room to room: frozen, slotted, free of any third party.

Offsets are half-open and count Unicode code points of ``Document.text``. Dates are EDTF texts
(see ``timeline.edtf``); years are astronomical, 0000 is 1 BC.
"""

from timeline.model.collection import Collection
from timeline.model.decision import Action, Decision, Quote
from timeline.model.document import (
    Document,
    DocumentKind,
    Genre,
    Locator,
    LocatorKind,
    OriginOfDate,
    Published,
    Span,
    Zone,
    ZoneKind,
)
from timeline.model.event import Citation, Conflict, Event, Role, Selector, Source, Standing, Status
from timeline.model.found import Found
from timeline.model.mention import Alternative, Anchor, Annotation, Grade, Implied, Mention, Outcome, TimexType
from timeline.model.whereabouts import Whereabouts

__all__ = [
    "Action",
    "Alternative",
    "Anchor",
    "Annotation",
    "Citation",
    "Collection",
    "Conflict",
    "Decision",
    "Document",
    "DocumentKind",
    "Event",
    "Found",
    "Genre",
    "Grade",
    "Implied",
    "Locator",
    "LocatorKind",
    "Mention",
    "OriginOfDate",
    "Outcome",
    "Published",
    "Quote",
    "Role",
    "Selector",
    "Source",
    "Span",
    "Standing",
    "Status",
    "TimexType",
    "Whereabouts",
    "Zone",
    "ZoneKind",
]
