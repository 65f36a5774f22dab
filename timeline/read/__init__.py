"""Files of any kind to Documents: what they hold, ``sources.toml``, titles and other zones, sentences."""

from timeline.read.bring import Brought, read_bytes
from timeline.read.document import document_from_text
from timeline.read.folder import OnNote, OnProblem, ReadWarning, read_documents

__all__ = ["Brought", "OnNote", "OnProblem", "ReadWarning", "document_from_text", "read_bytes", "read_documents"]
