"""Markup to its text: what a reader of the page would see, in paragraphs. Nothing is run or fetched."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from lxml import etree, html

from timeline.read.contents import UnreadableError, in_words
from timeline.read.files.text import decoded
from timeline.settings import ReadLimits

_TAGS = tomllib.loads(files("timeline.read.files").joinpath("tags.toml").read_text(encoding="utf-8"))
BLOCKS, LINES, UNSEEN = (frozenset(_TAGS[key]) for key in ("blocks", "lines", "unseen"))

_MARK = "\ue000"  # stands for a page break until it is known where it comes to stand; for private use, so in no text
_CHARSET = re.compile(
    rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{1,40})"
)
_SPACES = re.compile(r"[^\S\n]+")
_DEEP = "Excessive depth"


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a page, where pages of the printed edition begin in it, and its first heading."""

    text: str
    breaks: tuple[tuple[str, int], ...] = ()
    heading: str | None = None


def page_text(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """The markup in ``data`` and its codec, from ``charset``, what the page says, or its bytes.

    Raises UnreadableError for what is no text.
    """
    declared = _CHARSET.search(data[:2048])
    said = charset or (declared and (declared[1] or declared[2]).decode("ascii", "replace"))
    codec = _codec(said) if said else None
    if codec and codec.startswith("iso2022"):  # is valid ASCII too
        return data.decode(codec, "replace"), codec
    if b"\0" in data or not codec or codec.startswith("utf"):
        return decoded(data)
    try:
        return data.decode("utf-8"), "utf-8"  # what is UTF-8 by chance says nothing
    except UnicodeDecodeError:
        return decoded(data.decode(codec, "replace").encode())[0], codec


def _codec(said: str) -> str | None:
    """Python's name for an encoding as pages name it: what calls itself Latin-1 is Windows-1252, as in browsers."""
    try:
        name = codecs.lookup(said).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def parsed(markup: str, limits: ReadLimits) -> html.HtmlElement:
    """The tree of a page. Raises UnreadableError where there is none, or where it is too big or nested too deeply."""
    data = markup.encode("utf-8", "replace")
    if len(data) > limits.markup_bytes:
        raise UnreadableError(f"its markup is too big (more than {in_words(limits.markup_bytes)}); split it")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(data.replace(b"\0", b""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableError("there is no text on the page") from error
    if any(_DEEP in problem.message for problem in parser.error_log):
        raise UnreadableError("its parts are nested too deeply; save it again from another program")
    return tree


def prose(tree: html.HtmlElement) -> Prose:
    """The text of all of a page: paragraphs with a blank line between them, rows and points on lines of their own."""
    labels: list[str] = []
    blocks: list[tuple[str, bool]] = []
    heading: str | None = None
    for tag, block in _blocks(tree, labels):
        blocks.append((block, tag in LINES))
        if heading is None and tag in ("h1", "h2", "h3"):
            heading = block.replace(_MARK, "").replace("\n", " ").strip() or None
    text = ""
    for number, (block, tight) in enumerate(blocks):
        gap = "" if not number else "\n" if tight and blocks[number - 1][1] else "\n\n"
        text += gap + block
    bare, *rest = text.split(_MARK)
    breaks = []
    for label, part in zip(labels, rest, strict=False):
        breaks.append((label, len(bare)))
        bare += part
    return Prose(bare, tuple(breaks), heading)


def _blocks(tree: html.HtmlElement, labels: list[str]) -> Iterator[tuple[str, str]]:
    """The tag and the text of each block that holds some; what page breaks are called goes to ``labels``."""
    words: list[str] = []
    tag = "body"
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = str(element.tag).lower()
        if event == "start" and name in UNSEEN:
            walk.skip_subtree()
            continue
        if name in BLOCKS:
            if block := _tidy("".join(words)):
                yield tag, block
            words.clear()
            tag = name if event == "start" else "body"
        if event == "start":
            words += [_before(element, name, words, labels), _flat(element.text)]
        elif element is not tree:
            words.append(_flat(element.tail))
    if block := _tidy("".join(words)):
        yield tag, block


def _before(element: html.HtmlElement, name: str, words: list[str], labels: list[str]) -> str:
    """What an element puts before its own words."""
    if name == "br":
        return "\n"
    if name in ("td", "th"):
        return " | " if "".join(words).strip() else ""
    if label := _page_break(element):
        labels.append(label)
        return _MARK
    return ""


def _flat(text: str | None) -> str:
    return " ".join(text.replace(_MARK, "\ufffd").split("\n")) if text else ""


def _tidy(text: str) -> str:
    return "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in text.split("\n"))))


def _page_break(element: html.HtmlElement) -> str | None:
    """The label of the printed page that begins here, as EPUB books mark it."""
    if element.get("{http://www.idpf.org/2007/ops}type", element.get("epub:type")) != "pagebreak" and (
        element.get("role") != "doc-pagebreak"
    ):
        return None
    return element.get("title") or element.get("aria-label") or (element.text or "").strip() or None
