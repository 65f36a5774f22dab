"""A web page: its main text without menus and advertisements, and what its metadata say of it.

The main text is told from the rest by trafilatura (Barbaresi, "Trafilatura: A web scraping library and command-line
tool for text discovery and extraction", 2021), dates of publication by htmldate (Barbaresi, 2020).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree, html

from timeline.read.contents import Contents, Dated, UnreadableError, one_line
from timeline.read.files.markup import page_text, parsed, prose
from timeline.read.files.unpacking import Unpacking

_DATES = {
    "original_date": True,  # when it came out, not when it was changed last
    "extensive_search": False,  # what the metadata say, and no guess: dates in the text are read elsewhere
    "min_date": "1500-01-01",
    "max_date": "2200-01-01",
    "outputformat": "%Y-%m-%d",
}
_LOUD = ("trafilatura", "htmldate", "courlan")
_HEAD = 3
"""Lines of the text in which the title is looked for."""


def read_web(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The one article of a web page."""
    markup, encoding = page_text(data)
    yield web_page(markup, encoding, unpacking)


def web_page(markup: str, encoding: str, unpacking: Unpacking, url: str | None = None) -> Contents:
    """The article of the page in ``markup``. ``url`` is where it was, if that is known.

    Raises UnreadableError where the page holds no text, and says what it holds instead.
    """
    from trafilatura import bare_extraction  # half a second, and few collections need it at once

    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell each flaw of a page; what matters is told below

    tree = parsed(markup, unpacking.limits)
    author, licence = _said(tree, "author"), _licence(tree)
    found: Any = bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
    )
    text = "\n\n".join(_paragraphs(found.body)) if found is not None and found.body is not None else ""
    if not text:
        return _whole(parsed(markup, unpacking.limits), Contents("", encoding, author=author, licence=licence, url=url))
    title = one_line(found.title)
    if title and title.casefold() not in (line.casefold() for line in text.split("\n")[:_HEAD]):
        text = f"{title}\n\n{text}"
    return Contents(
        text,
        encoding,
        title=title,
        author=author or one_line(found.author),
        publisher=one_line(found.sitename),
        url=one_line(found.url) or url,
        published=Dated(found.date, "the web page says so") if found.date else None,
        licence=one_line(found.license) or licence,
    )


def _whole(tree: html.HtmlElement, known: Contents) -> Contents:
    """All words of a page of which no main text was told apart."""
    text = prose(tree).text
    if not text:
        raise UnreadableError(_nothing(tree))
    return replace(known, text=text, title=one_line(tree.findtext(".//title")))


def _paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of the main text as trafilatura gives it: head, p, quote, list and table."""
    for element in body:
        tag = str(element.tag)
        if tag == "table":
            rows = ([_words(cell) for cell in row.iter("cell")] for row in element.iter("row"))
            block = "\n".join(" | ".join(filter(None, row)) for row in rows if any(row))
        elif tag == "list":
            block = "\n".join(f"- {words}" for point in element.iter("item") if (words := _words(point)))
        elif any(child.tag in ("p", "list", "table", "quote", "head") for child in element):
            yield from filter(None, [_flat(element.text), *_paragraphs(element)])
            block = ""
        else:
            block = _words(element)
        yield from filter(None, (block, _flat(element.tail)))


def _words(element: Any) -> str:
    """The words of an element, its line breaks kept."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts += ["\n"] if node.tag == "lb" else []
            parts.append(_flat(node.text, ends=True))
        elif node is not element:
            parts.append(_flat(node.tail, ends=True))
    return "\n".join(filter(None, (" ".join(line.split()) for line in "".join(parts).split("\n"))))


def _flat(text: str | None, *, ends: bool = False) -> str:
    """``text`` on one line; with ``ends`` the white space around it stays."""
    text = (text or "").replace("\n", " ")
    return text if ends else " ".join(text.split())


def _said(tree: html.HtmlElement, name: str) -> str | None:
    """What the metadata of the page say under ``name``."""
    return next((one_line(meta.get("content")) for meta in tree.iter("meta") if meta.get("name") == name), None)


def _licence(tree: html.HtmlElement) -> str | None:
    """The licence that the page links to."""
    return next((one_line(link.get("href")) for link in tree.iter("link") if link.get("rel") == "license"), None)


def _nothing(tree: html.HtmlElement) -> str:
    """Why a page holds no text."""
    if any((meta.get("http-equiv") or "").strip().lower() == "refresh" for meta in tree.iter("meta")):
        return "the page only leads on to another one; save that one"
    if next(tree.iter("frame", "iframe"), None) is not None:
        return "the page only shows other pages in frames; save the page in the frame"
    if next(tree.iter("script"), None) is not None:
        return "the page's text is made by scripts, which are not run; save the page from the browser when it is shown"
    return "there is no text on the page"
