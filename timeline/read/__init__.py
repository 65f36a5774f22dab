"""Files to Documents: encodings, ``sources.toml``, titles and other zones, sentences."""

from timeline.read.document import document_from_text
from timeline.read.folder import ReadWarning, read_documents

__all__ = ["ReadWarning", "document_from_text", "read_documents"]
