"""Where in an article a sentence stands, as a citation says it: "p. 12", "para. 3"."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.model.document import Document, LocatorKind

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*(?=\S)")
"""A blank line, and what follows it."""


class Whereabouts:
    """Tells where the places of one document stand; made once, then asked for each of its citations."""

    def __init__(self, document: Document) -> None:
        self._pages = _starts(document, "page")
        self._chapters = _starts(document, "chapter")
        text = document.text
        first = len(text) - len(text.lstrip())
        self._paragraphs = [first, *(blank.end() for blank in _PARAGRAPH.finditer(text, first))]

    def at(self, start: int) -> str | None:
        """The place of the code point ``start`` in words, None in a text of one paragraph.

        A page where the file has pages, else the chapter and the number of the paragraph in the whole text. Shortened
        as the styles of APA and Chicago do: p., para.
        """
        if page := _label(self._pages, start):
            return f"p. {page}"
        chapter = _label(self._chapters, start)
        paragraph = f"para. {self.paragraph(start)}" if len(self._paragraphs) > 1 else None
        return ", ".join(filter(None, (chapter, paragraph))) or None

    def page(self, start: int) -> str | None:
        """The label of the page that holds the code point ``start``, None where the file has no pages."""
        return _label(self._pages, start)

    def paragraph(self, start: int) -> int:
        """The number of the paragraph that holds the code point ``start``, from 1. Blank lines part paragraphs."""
        return max(1, bisect_right(self._paragraphs, start))


def _starts(document: Document, kind: LocatorKind) -> tuple[list[int], list[str]]:
    found = [locator for locator in document.locators if locator.kind == kind]
    return [locator.start for locator in found], [locator.label for locator in found]


def _label(marks: tuple[list[int], list[str]], start: int) -> str | None:
    starts, labels = marks
    at = bisect_right(starts, start)
    return labels[at - 1] if at else None
