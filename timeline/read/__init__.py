"""Files to Documents: encodings, ``sources.toml``, titles and other zones, sentences."""

from timeline.read.document import document_from_text
from timeline.read.folder import OnProblem, ReadWarning, read_documents

__all__ = ["OnProblem", "ReadWarning", "document_from_text", "read_documents"]
