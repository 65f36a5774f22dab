"""Drop in articles, see the history that is in them: every date read, explained and cited.

    documents = timeline.read_documents("articles")
    collection = timeline.build_timeline(documents)
    for event in collection.events:
        print(event.edtf, event.headline, [c.selector.exact for c in event.citations])

    timeline.find_mentions("The bridge opened in May 1883.")

Importing this package loads neither Streamlit nor Plotly nor pandas nor dateparser nor SQLAlchemy, and of its own
rooms each only when a name of it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors import CollectionFileError, EdtfError, ReadError, RuleError, SourcesError, TimelineError
    from timeline.model import Citation, Collection, Conflict, Document, Event, Mention, Published
    from timeline.pipeline import build_timeline, explain, find_mentions
    from timeline.read import ReadWarning, read_documents
    from timeline.store import read as read_collection
    from timeline.store import write as write_collection

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "Collection",
    "CollectionFileError",
    "Conflict",
    "Document",
    "EdtfError",
    "Event",
    "Mention",
    "Published",
    "ReadError",
    "ReadWarning",
    "RuleError",
    "SourcesError",
    "TimelineError",
    "build_timeline",
    "explain",
    "find_mentions",
    "read_collection",
    "read_documents",
    "write_collection",
]

_HOMES = {
    "timeline.errors": ("CollectionFileError", "EdtfError", "ReadError", "RuleError", "SourcesError", "TimelineError"),
    "timeline.model": ("Citation", "Collection", "Conflict", "Document", "Event", "Mention", "Published"),
    "timeline.pipeline": ("build_timeline", "explain", "find_mentions"),
    "timeline.read": ("ReadWarning", "read_documents"),
}
_NAMED_OTHERWISE = {"read_collection": "read", "write_collection": "write"}  # as they are called in timeline.store


def __getattr__(name: str) -> object:
    """The public name, from the room that holds it."""
    if name in _NAMED_OTHERWISE:
        return getattr(import_module("timeline.store"), _NAMED_OTHERWISE[name])
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
