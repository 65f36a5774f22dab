"""Drop in articles, see the history that is in them: every date read, explained and cited.

    documents = timeline.read_documents("articles")
    collection = timeline.build_timeline(documents)
    for event in collection.events:
        print(event.edtf, event.headline, [c.selector.exact for c in event.citations])

    timeline.find_mentions("The bridge opened in May 1883.")

Importing this package loads neither Streamlit nor Plotly nor pandas nor dateparser.
"""

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
