"""A PDF: the text of its pages, unwrapped to paragraphs, with the label of each page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from timeline.model import Locator
from timeline.read.contents import Contents, UnreadableError, one_line
from timeline.read.files.lines import unwrapped, without_edges
from timeline.read.files.unpacking import Unpacking

_NO_TITLE = re.compile(r"(?i)untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|dvi|pages)|[\w-]+")
"""What programs write for want of a title: a file's name, or one word."""

_LOUD = logging.getLogger("pypdf")


def read_pdf(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one text of a PDF. Raises UnreadableError where it is locked, damaged, or holds pictures of pages only."""
    from pypdf import PdfReader  # a third of a second

    _LOUD.setLevel(logging.CRITICAL)  # it tells each flaw of a file; what matters is told below
    reader = _opened(PdfReader, data)
    count = len(reader.pages)
    if count > unpacking.limits.pages:
        raise UnreadableError(f"it has {count:,} pages, at most {unpacking.limits.pages:,} are read; split it")
    pages: list[list[str]] = []
    failed: list[str] = []
    labels = _labels(reader, count)
    size = 0
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  a page that is damaged must not lose the others
            text = ""
            failed.append(labels[number])
        size += len(text)
        if size > unpacking.limits.text:
            raise UnreadableError(f"its text is too long (more than {unpacking.limits.text:,} characters); split it")
        pages.append([line.rstrip() for line in _clean(text).split("\n")])
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableError(
            "its pages could not be read; print it to a new PDF, or save its text"
            if failed
            else "its pages are pictures without text, as a scanner makes them; "
            "have their text recognised first (OCR), and bring in the result"
        )
    kept, dropped = without_edges(pages)
    text, starts = unwrapped(kept)
    bare = [labels[n] for n, page in enumerate(pages) if not any(map(str.strip, page)) and labels[n] not in failed]
    title, author = _metadata(reader)
    yield Contents(
        text,
        title=title,
        author=author,
        locators=tuple(Locator("page", labels[n], start) for n, start in enumerate(starts) if start is not None),
        notes=tuple(_notes(failed, bare, dropped)),
    )


def _opened(make: Any, data: bytes) -> Any:
    try:
        reader = make(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is locked with a password; save it without one")
        len(reader.pages)
    except (UnreadableError, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise UnreadableError(
            f"it is damaged ({one_line(str(error)) or type(error).__name__}); save it again"
        ) from error
    return reader


def _labels(reader: Any, count: int) -> list[str]:
    """What a reader would call each page: as the file numbers them, else from 1."""
    plain = [str(number) for number in range(1, count + 1)]
    try:
        said = [one_line(label) for label in reader.page_labels]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  the numbering is a convenience, and often broken
        return plain
    return [label or number for label, number in zip(said, plain, strict=False)] if len(said) == count else plain


def _clean(text: str) -> str:
    """The text of a page without what stands for nothing: a soft hyphen at a line's end is one that is to go."""
    return (
        text.replace("\u00ad\n", "-\n").replace("\u00ad", "").replace("\0", "").replace("\r", "\n").replace("\t", " ")
    )


def _metadata(reader: Any) -> tuple[str | None, str | None]:
    """Title and author, where the file says them and a person seems to have written them."""
    try:
        said = reader.metadata
        title, author = one_line(said.title) if said else None, one_line(said.author) if said else None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  as for the labels
        return None, None
    return (None if title is None or _NO_TITLE.fullmatch(title) else title), author


def _notes(failed: list[str], bare: list[str], dropped: int) -> Iterator[str]:
    if failed:
        yield f"page {', '.join(failed[:9])}{' and more' if len(failed) > 9 else ''} could not be read."
    if bare:
        several = "pages" if len(bare) > 1 else "page"
        yield f"{several} {', '.join(bare[:9])}{' and more' if len(bare) > 9 else ''} without text, perhaps pictures."
    if dropped:
        yield f"{dropped:,} lines at the edges of pages, which come again from page to page, were left out."
