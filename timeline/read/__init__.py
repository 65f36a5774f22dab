"""Files of any kind to Documents: what they hold, ``sources.toml``, titles and other zones, sentences."""

from timeline.read.bring import Brought, read_bytes
from timeline.read.document import document_from_text
from timeline.read.files.rows import Preview, preview
from timeline.read.folder import OnNote, OnProblem, ReadWarning, read_documents

__all__ = [
    "Brought",
    "OnNote",
    "OnProblem",
    "Preview",
    "ReadWarning",
    "document_from_text",
    "preview",
    "read_bytes",
    "read_documents",
]
