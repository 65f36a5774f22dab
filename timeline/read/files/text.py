"""Plain text and Markdown: the text as it is."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.read.contents import Contents, UnreadableError
from timeline.read.encodings import NotTextError, decode
from timeline.read.files.unpacking import Unpacking


def read_text(data: bytes, _: Unpacking) -> Iterator[Contents]:
    """The one text that ``data`` holds, unchanged but for its line ends."""
    text, encoding = decoded(data)
    yield Contents(text, encoding)


def decoded(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and its codec. Raises UnreadableError for what is no text."""
    try:
        return decode(data)
    except NotTextError as error:
        raise UnreadableError(f"{error}; save the article as plain text") from error
