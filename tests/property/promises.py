"""What holds for the mentions of any text at all, checked; and a text that breaks it made as short as it can be."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path

import timeline
from tests.property.mutations import Hints
from timeline.chart.payload import payload
from timeline.chart.shapes import marks
from timeline.edtf import bounds, parse, say, sort_key
from timeline.errors import EdtfError
from timeline.model import Mention
from timeline.pipeline import build_timeline
from timeline.read import document_from_text
from timeline.read.document import LONE_SURROGATE
from timeline.store import dump, load

TYPES = {"DATE", "TIME", "DURATION", "SET"}
NO_HINTS = Hints()
NEWS = "It began on Sunday. In March it was over, as had been said two years ago."
LIBRARY = Path(timeline.__file__).parent


def broken(text: str, published: str | None, hints: Hints = NO_HINTS, *, whole: bool = False) -> str | None:
    """The first promise that the reading of ``text`` breaks, with the rule or the line that raises; None if all hold.

    ``whole``: also what comes after reading, from events to the explorer's data and the collection's file.
    """
    return _raised(lambda: _broken(text, published, hints, whole))


def broken_date(written: str) -> str | None:
    """The same for a text that may be EDTF, alone and as a publication date: read, or refused with its place."""
    return _raised(lambda: _broken_date(written))


def _raised(asked: Callable[[], str | None]) -> str | None:
    """What is asked for, or what it raised, and in which line of the library."""
    try:
        return asked()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  whatever is raised, none may be; a panic of Rust is no Exception
        ours = [frame for frame in traceback.extract_tb(error.__traceback__) if LIBRARY in Path(frame.filename).parents]
        last = ours[-1] if ours else traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(last.filename).name}, {last.name}: {last.line}"


def _broken_date(written: str) -> str | None:
    try:
        value = parse(written)
    except EdtfError as refused:
        if not 0 <= refused.position <= len(written) or "expected " not in str(refused):
            return "a date is refused with its place"
    else:
        if str(value) != written or not _edtf_holds(written):
            return "what is read as EDTF is EDTF"
    try:
        timeline.find_mentions(NEWS, published=written)
    except EdtfError as refused:
        if not 0 <= refused.position <= len(written):
            return "a publication date is refused with its place"
    return None


def _broken(text: str, published: str | None, hints: Hints, whole: bool) -> str | None:
    mentions = timeline.find_mentions(text, published, hints.genre, hints.language)
    if mentions != timeline.find_mentions(text, published, hints.genre, hints.language):
        return "reading twice gives the same"
    text, end = lost(text), 0
    for mention in mentions:
        for promise, holds in PROMISES.items():
            if not holds(mention, text):
                return f"{promise}: {mention.rule}"
        if mention.start < end:
            return f"mentions are in order and apart: {mention.rule}"
        end = mention.end
    if whole:
        whole_ones = len(timeline.explain(text, published, language=hints.language))
        collection = build_timeline([document_from_text(text, published=published, language=hints.language)])
        if any(m.outcome == "open" for m in collection.mentions) or len(collection.mentions) < whole_ones:
            return "no mention is lost"
        json.dumps(payload(collection), allow_nan=False)
        if load(dump(collection), "collection.json") != collection:
            return "a collection's file holds the collection"
    return None


def lost(text: str) -> str:
    """The text with the sign for a lost character in place of each half of one."""
    return LONE_SURROGATE.sub("\ufffd", text)


def _edtf_holds(edtf: str) -> bool:
    value, limits = parse(edtf), bounds(edtf)
    ordered = limits.first is None or limits.last is None or limits.first <= limits.last
    return ordered and str(value) == edtf and bool(sort_key(value)) and bool(marks(edtf))


PROMISES: dict[str, Callable[[Mention, str], bool]] = {
    "a span lies inside the text": lambda m, text: 0 <= m.start < m.end <= len(text),
    "a mention's text is that of its span": lambda m, text: text[m.start : m.end] == lost(m.text),
    "TIMEX3 has four types": lambda m, _: m.type in TYPES,
    "grades A and B have a value": lambda m, _: bool(m.value) or m.grade == "C",
    "every mention has a derivation": lambda m, _: bool(m.derivation) and all(m.derivation),
    "what is set aside or undated has a reason": lambda m, _: m.outcome == "open" or bool(m.reason),
    "grade C has no place, A and B have one": lambda m, _: (m.edtf is None) is (m.grade == "C"),
    "EDTF is canonical, with bounds in order": lambda m, _: m.edtf is None or _edtf_holds(m.edtf),
    "a date can be said": lambda m, _: m.edtf is None or bool(say(m.edtf, m.mod)),
    "an anchor is EDTF": lambda m, _: m.anchor is None or _edtf_holds(m.anchor.edtf),
    "what is implied is EDTF, inside the text": lambda m, text: all(
        _edtf_holds(i.edtf) and 0 <= i.start <= i.end <= len(text) and i.derivation for i in m.implied
    ),
}


def shortest(text: str, breaks: Callable[[str], bool]) -> str:
    """A text that still ``breaks``, from which no single character can be left out."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            if breaks(less):
                text = less
            else:
                at += size
        size //= 2
    return text
