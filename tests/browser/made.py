"""A collection made by hand for the explorer's tests: every form of date, a crowd, differing articles, BC and AD.

Texts are written with their mentions in braces: ``{words|event|EDTF|role}``; ``{words||reason}`` is undated and
``{words|-|reason}`` set aside.
"""

from __future__ import annotations

import hashlib
import re

from timeline.edtf import bounds, iso
from timeline.model import (
    Citation,
    Collection,
    Conflict,
    Document,
    Event,
    Mention,
    Published,
    Selector,
    Span,
)

MARKUP = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?\}")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")

BRIDGE = (
    "The first crossing at Varn was a ford, used {about 520 BC|ford|-0519~} by traders.\n"
    "The Romans built in wood {before AD 79|wood|../0079}. "
    "A stone bridge followed in {the 12th century|stone|1101/1200}.\n"
    "It fell on {14 March 1782|fall|1782-03-14}, when ice came down the river. "
    "The new iron bridge was begun in {1846 or 1847|iron|[1846,1847]}.\n"
    "It was opened on {3 June 1851|opened|1851-06-03} by the mayor. "
    "The toll was raised in {July 1851|toll|1851-07} "
    "and again {some years later||it says not how many}.\n"
    "{Since 1920|council|1920/..} the council has owned it. "
    "See also: {2 May 1998|-|a date of the site, not of the text}."
)
FLOOD = (
    "The old bridge fell in {1782|fall|1782-03-14}. The iron one was opened on {3 June 1851|opened|1851-06-03}.\n"
    "{In the 1930s|smiths|193X} the last smiths left. The siege lasted {from 1642 to 1645|siege|1642/1645}.\n"
    "One paper gives {1783|fall-other|1783} for the fall. "
    "On the {100th anniversary|anniversary|1951} a plaque was set.\n"
    "The plan for a tunnel is of {May 1998|tunnel|1998-05}."
)
WEEK = (
    "{Last week|strike|1998-06-01/1998-06-07} the ferrymen went on strike. "
    "On {2 June 1998|vote|1998-06-02} they voted, "
    "on {3 June|talks|1998-06-03} they talked, on {4 June|deal|1998-06-04} they agreed, "
    "and on {5 June|boats|1998-06-05} the boats ran.\n"
    "On {6 June|feast|1998-06-06} there was a feast, and on {7 June|rain|1998-06-07} it rained. "
    "The mayor said that the bridge, opened on {3 June 1851|opened|1851-06-03}, would be painted.\n"
    "Caesar's men are said to have camped here on {15 March 44 BC|camp|-0043-03-15}."
)
ARTICLES = (
    ("The bridge at Varn", "Valley Courier", "1998-05-04", BRIDGE),
    ("Varn remembers the flood", "Upland Press", "1998-06-12", FLOOD),
    ("A week in Varn", None, None, WEEK),
)

EVENTS = {
    "ford": ("trade", "Traders use the ford at Varn", "-0519~"),
    "camp": ("war", "Caesar's men camp beside the river", "-0043-03-15"),
    "wood": ("building", "The Romans build a bridge of wood", "../0079"),
    "stone": ("building", "A bridge of stone replaces the wooden one", "1101/1200"),
    "siege": ("war", "The siege of Varn", "1642/1645"),
    "fall": (
        "building",
        "The old bridge falls when ice comes down the river after a long and very cold winter",
        "1782-03-14",
    ),
    "iron": ("building", "Work begins on the iron bridge", "[1846,1847]"),
    "opened": ("building", "The iron bridge is opened by the mayor", "1851-06-03"),
    "toll": ("trade", "The toll is raised", "1851-07"),
    "council": ("law", "The council takes over the bridge", "1920/.."),
    "smiths": ("trade", "The last smiths leave", "193X"),
    "anniversary": ("building", "A plaque is set for the hundredth anniversary", "1951"),
    "tunnel": ("law", "A plan for a tunnel is drawn up", "1998-05"),
    "strike": ("trade", "The ferrymen go on strike", "1998-06-01/1998-06-07"),
    "vote": ("trade", "The ferrymen vote", "1998-06-02"),
    "talks": ("trade", "The ferrymen talk with the council", "1998-06-03"),
    "deal": ("trade", "The ferrymen and the council agree", "1998-06-04"),
    "boats": ("trade", "The boats run again", "1998-06-05"),
    "feast": ("trade", "There is a feast", "1998-06-06"),
    "rain": ("trade", "It rains", "1998-06-07"),
}

IMPLIED = {"anniversary"}
WEEKS = {"strike": "1998-W23"}
OTHER_DATES = {"fall-other": "fall"}


def document(
    number: int, title: str | None, publisher: str | None, published: str | None, marked: str, **more: str
) -> tuple[Document, list[Mention]]:
    """A document and its mentions, from a text with mentions in braces."""
    text = ""
    mentions: list[Mention] = []
    at = 0
    for match in MARKUP.finditer(marked):
        text += marked[at : match.start()]
        words, key, third, _role = match.groups()
        start = len(text)
        text += words
        outcome = "undated" if not key else "set aside" if key == "-" else "event"
        mentions.append(
            Mention(
                f"m{number}-{len(mentions)}",
                f"d{number}",
                start,
                len(text),
                words,
                "DATE",
                WEEKS.get(key, third),
                None,
                third if outcome == "event" else None,
                "B" if key in IMPLIED | set(WEEKS) else "A",
                "made",
                (f"The words found: “{words}”.",),
                outcome=outcome,
                reason="" if outcome == "event" else third,
            )
        )
        at = match.end()
    text += marked[at:]
    sentences = tuple(
        Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in SENTENCE.finditer(text) if m[0].strip()
    )
    return (
        Document(
            f"d{number}",
            f"{number}.txt",
            text,
            hashlib.sha256(text.encode()).hexdigest(),
            title=title,
            publisher=publisher,
            published=Published(published, "given" if published else "unknown", "the file says so"),
            sentences=sentences,
            **more,
        ),
        mentions,
    )


def keys_of(marked: str) -> list[str]:
    return [match[2] for match in MARKUP.finditer(marked)]


def made() -> Collection:
    """The collection, events in order of time."""
    documents, mentions, cited = [], [], {}
    for number, (title, publisher, published, marked) in enumerate(ARTICLES):
        one, found = document(number, title, publisher, published, marked)
        documents.append(one)
        mentions += found
        for key, mention in zip(keys_of(marked), found, strict=True):
            cited.setdefault(key, []).append((one, mention))
    events = [
        Event(
            key,
            edtf,
            None,
            *(None if day is None else iso(day) for day in (bounds(edtf).first, bounds(edtf).last)),
            headline,
            kind,
            tuple(citation(d, m, "implies" if key in IMPLIED else "states") for d, m in cited[key]),
            conflicts=tuple(
                Conflict(m.edtf or "", d.id, m.id, "another year")
                for other, owner in OTHER_DATES.items()
                if owner == key
                for d, m in cited[other]
            ),
            derivation=(f"The words give {edtf}.", "Nothing in the articles makes it narrower."),
            status="implied" if key in IMPLIED else "told",
        )
        for key, (kind, headline, edtf) in EVENTS.items()
    ]
    return Collection(tuple(documents), tuple(mentions), tuple(events), rules="made by hand")


def citation(document_: Document, mention: Mention, role: str) -> Citation:
    span = next(s for s in document_.sentences if s.holds(mention.start, mention.end))
    return Citation(document_.id, mention.id, Selector.of(document_.text, span.start, span.end), role)


HOSTILE = (
    "<script>window.caught = 1</script> <img src=x onerror='window.caught = 2'>",
    "<b>bold</b> ![img](http://example.invalid/x.png) [link](javascript:window.caught=3) $x^2$ \x07\x1b[31m \u202edne",
)
"""What must show as the text that it is, as title and as headline."""


def hostile() -> Collection:
    """One event, every text of which tries to be more than text."""
    title, words = HOSTILE
    marked = (
        f"{words} was seen {{in 1848|only|1848}}. \U0001f600\U0001f680 {{then <i>later</i>||<u>why</u>}} \U0001f680."
    )
    one, mentions = document(0, title, title, "1900", marked, url="javascript:window.caught=4", note=words)
    dated = next(m for m in mentions if m.outcome == "event")
    event = Event(
        "only",
        "1848",
        None,
        "1848-01-01",
        "1848-12-31",
        words,
        "<i>kind</i>",
        (Citation(one.id, dated.id, Selector.of(one.text, 0, len(one.text) - 1), "states"),),
        derivation=(title,),
    )
    return Collection((one,), tuple(mentions), (event,), rules="made by hand")
