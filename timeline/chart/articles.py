"""Articles and their sentences as parts: what stands between mentions, and the mentions.

Browsers count UTF-16 units and records count code points, so texts are cut here and no offset leaves the room.
A part is ``{"t": text}`` with more keys where it is a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from timeline.chart.labels import cut, shown
from timeline.edtf import Date, End, Interval, parse, say
from timeline.model import Document, Mention, Published
from timeline.settings import DEFAULTS

Parts = list[dict[str, Any]]

_FATES = {"undated": "undated", "set aside": "aside"}
"""What the outcome of a mention that is in no event is called in the data."""

_NEAR = 600
"""Code points of a sentence before or after a mention that are shown with it: longer ones are no sentences."""

_NOT_TOLD = frozenset({"publication", "furniture"})
"""Zones that are not what the article tells: what is set aside there shows struck through."""


def article_head(document: Document) -> dict[str, Any]:
    """What is said of a document, without its text."""
    return {
        "id": document.id,
        "title": cut(shown(document.title or document.file)),
        "author": cut(shown(document.author or "")),
        "publisher": cut(shown(document.publisher or "")),
        "published": when_written(document.published),
        "edtf": document.published.edtf or "",
        "language": shown(document.language or ""),
        "dated": shown(document.published.reason),
        "origin": document.published.origin,
        "url": web_address(document.url),
        "note": shown(document.note or ""),
    }


def article_lines(document: Document, mentions: Iterable[Mention], owners: Mapping[str, str]) -> list[dict[str, Any]]:
    """The whole text, line by line, each cut at the mentions; of mentions that overlap the first keeps its words.

    ``owners`` gives the event of each mention that is in one.
    """
    cuts: list[tuple[int, int, Mention]] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not cuts or mention.start >= cuts[-1][1]:
            cuts.append((mention.start, mention.end, mention))
    lines: list[dict[str, Any]] = []
    start = first = 0
    for line in document.text.splitlines(keepends=True):
        end = start + len(line)
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        last = first
        while last < len(cuts) and cuts[last][0] < end:
            last += 1
        inside = cuts[first:last]
        if line.strip():
            parts = _line_parts(document, start, end, inside, owners)
            lines.append({"zone": document.zone_at(start), "parts": parts})
        start = end
    return lines


def _line_parts(
    document: Document, start: int, end: int, cuts: Iterable[tuple[int, int, Mention]], owners: Mapping[str, str]
) -> Parts:
    text = document.text
    parts: Parts = []
    at = start
    for first, last, mention in cuts:
        low, high = max(first, start), min(last, end)
        state = "event" if mention.id in owners else _FATES.get(mention.outcome, "")
        parts.append({"t": flat(text[at:low])})
        part: dict[str, Any] = {"t": flat(text[low:high]), "state": state, "mention": mention.id}
        if state == "aside" and document.zone_at(mention.start) in _NOT_TOLD:
            part["struck"] = True
        if state == "event":
            part["event"] = owners[mention.id]
        elif mention.reason:
            part["why"] = shown(mention.reason)
        parts.append(part)
        at = high
    parts.append({"t": flat(text[at:end]).rstrip()})
    return [part for part in parts if part["t"]]


def when_written(published: Published) -> str:
    """When an article was written, in words: "1999 or later" for a bound, "about" where it was worked out."""
    if not published.edtf:
        return ""
    value = parse(published.edtf)
    if isinstance(value, Interval):
        if value.end is End.OPEN and isinstance(value.start, Date):
            return f"{say(value.start)} or later"
        return say(value)
    words = say(value)
    return words if published.origin != "inferred" or words.startswith("about") else f"about {words}"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, else None: ``javascript:`` and its kin never become links."""
    if not url:
        return None
    try:
        split = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if split.scheme.lower() in {"http", "https"} and split.netloc else None


def sentence_of(document: Document, mention: Mention) -> tuple[int, int]:
    """Start and end of the sentence that holds a mention; of the mention itself where no sentence does."""
    for span in document.sentences:
        if span.holds(mention.start, mention.end):
            return span.start, span.end
    return mention.start, mention.end


def sentence_parts(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Parts:
    """A stretch of the text with the given spans marked; of what stands far from them "…" is left."""
    parts: Parts = []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        parts += [
            {"t": _near(flat(text[at:first]), bool(parts), True)},
            {"t": cut(flat(text[first:last])), "marked": True},
        ]
        at = last
    return [part for part in [*parts, {"t": _near(flat(text[at:end]), True, False)}] if part["t"]]


def _near(text: str, after: bool, before: bool) -> str:
    """What of a text stands near the mention that it follows, or comes before, or both."""
    if len(text) <= _NEAR * (after + before):
        return text
    return f"{text[:_NEAR] if after else ''}…{text[-_NEAR:] if before else ''}"


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a stretch in its line, up to as many code points as a selector keeps."""
    reach = DEFAULTS.context
    before = text[max(0, start - reach) : start].splitlines(keepends=True)[-1:]
    behind = text[end : end + reach].splitlines()[:1]
    return "".join(shown(line) for line in before if line == line.rstrip("\r\n")), "".join(map(shown, behind))


def flat(text: str) -> str:
    """The text with each line end as a space: a sentence of a hard-wrapped text reads on."""
    return shown(text).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
