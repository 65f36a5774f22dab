"""Where in an article a sentence stands, as a citation says it: "p. 12", "para. 3"."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.model.document import Document, Locator, LocatorKind

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*(?=\S)")
"""A blank line, and what follows it."""


class Whereabouts:
    """Tells where the places of one document stand; made once, then asked for each of its citations."""

    def __init__(self, document: Document) -> None:
        self._pages = _starts(document, "page")
        self._chapters = _starts(document, "chapter")
        self._paragraphs = _starts(document, "paragraph")
        if not self._paragraphs[0]:
            text = document.text
            first = len(text) - len(text.lstrip())
            starts = [first, *(blank.end() for blank in _PARAGRAPH.finditer(text, first))]
            self._paragraphs = starts, [str(number) for number in range(1, len(starts) + 1)]

    def at(self, start: int) -> str | None:
        """The place of the code point ``start`` in words, None in a text of one paragraph.

        A page where the file has pages, else the chapter and the number of the paragraph in the whole text. Shortened
        as the styles of APA and Chicago do: p., para.
        """
        if page := _label(self._pages, start):
            return f"p. {page}"
        chapter = _label(self._chapters, start)
        paragraph = f"para. {self.paragraph(start)}" if len(self._paragraphs[0]) > 1 else None
        return ", ".join(filter(None, (chapter, paragraph))) or None

    def page(self, start: int) -> str | None:
        """The label of the page that holds the code point ``start``, None where the file has no pages."""
        return _label(self._pages, start)

    def paragraph(self, start: int) -> str:
        """The number of the paragraph that holds the code point ``start``, from 1. Blank lines part paragraphs."""
        return _label(self._paragraphs, start) or self._paragraphs[1][0]

    def paragraphs(self) -> tuple[Locator, ...]:
        """The paragraphs as locators; none in a text of one."""
        starts, numbers = self._paragraphs
        found = (Locator("paragraph", number, start) for start, number in zip(starts, numbers, strict=True))
        return tuple(found) if len(starts) > 1 else ()


def _starts(document: Document, kind: LocatorKind) -> tuple[list[int], list[str]]:
    found = [locator for locator in document.locators if locator.kind == kind]
    return [locator.start for locator in found], [locator.label for locator in found]


def _label(marks: tuple[list[int], list[str]], start: int) -> str | None:
    starts, labels = marks
    at = bisect_right(starts, start)
    return labels[at - 1] if at else None
