"""Documents with their mentions from marked texts, so that the room is tried without the rooms before it.

``{in 1712=1712}`` is a mention with its EDTF. ``{the Long War=1650/1655!period-war}`` names the rule that read it.
``{40th anniversary=1752>1712@the treaty}`` implies a second date for the words after ``@``, which follow in the text.
``{recently=}`` is a mention without a date, set aside before.
"""

from __future__ import annotations

import re

from timeline.merge import make_events
from timeline.model import Document, Event, Implied, Mention
from timeline.read import document_from_text

_MARK = re.compile(r"\{([^={}]+)=([^!>{}]*)(?:!([a-z-]+))?(?:>([^@{}]+)@([^{}]+))?\}")

ONE = (
    "Jonas Falk was born in Lund on {3 May 1801=1801-05-03}. Jonas Falk opened the Skane Bridge on "
    "{7 June 1840=1840-06-07}. "
)
TWO = (
    "On {3 May 1801=1801-05-03} Jonas Falk was born. The Skane Bridge was opened by Jonas Falk on "
    "{7 June 1840=1840-06-07}. "
)
"""What two accounts of one matter tell in common, each in its own words: ``ONE`` and ``TWO``."""


def article(marked: str, file: str = "a.txt") -> tuple[Document, tuple[Mention, ...]]:
    """The document and its mentions."""
    text, spans, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        spans.append((len(text), m))
        text += m[1]
        at = m.end()
    text += marked[at:]
    document = document_from_text(text, file=file)
    mentions = []
    for n, (start, m) in enumerate(spans):
        end = start + len(m[1])
        implied: tuple[Implied, ...] = ()
        if m[4]:
            begin = text.index(m[5], start)
            implied = (Implied(m[4], begin, begin + len(m[5]), ("worked out",)),)
        mentions.append(
            Mention(
                id=f"{file}-{n}",
                document=document.id,
                start=start,
                end=end,
                text=m[1],
                type="DATE",
                value=m[2],
                mod=None,
                edtf=m[2] or None,
                grade="A",
                rule=m[3] or "year",
                derivation=(f"“{m[1]}” stands so",),
                implied=implied,
                outcome="open" if m[2] else "set aside",
                reason="" if m[2] else "a vague word",
            )
        )
    return document, tuple(mentions)


def events_of(*marked: str) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events and mentions of articles named a.txt, b.txt and so on."""
    documents, mentions = [], []
    for n, text in enumerate(marked):
        document, own = article(text, f"{chr(97 + n)}.txt")
        documents.append(document)
        mentions += own
    return make_events(documents, mentions)


def told(*marked: str) -> dict[str, list[str]]:
    """Headlines by EDTF, in order."""
    out: dict[str, list[str]] = {}
    for event in events_of(*marked)[0]:
        out.setdefault(event.edtf, []).append(event.headline)
    return out
