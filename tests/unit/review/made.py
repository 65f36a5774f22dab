"""Three articles of one town, read once: two differ about a day, one has a Sunday that nothing dates."""

from __future__ import annotations

from functools import cache
from typing import Any

from timeline.model import Collection, Decision, Document, Event
from timeline.pipeline import build_timeline
from timeline.read import document_from_text
from timeline.review.decided import Decided, decided, one_more

WHO: dict[str, Any] = {"by": "Ada", "at": "2026-03-01T10:00:00Z"}
OTHER: dict[str, Any] = {"by": "Ben", "at": "2026-03-01T11:00:00Z"}

POST = (
    "The Harbour Bridge\n\nThe Harbour Bridge was opened by Governor Anna Reed on 3 May 1931. A ferry named Swallow "
    "sank in the river in 1934. The bridge was closed last spring for repairs. In May 1952 the town of Larn founded a "
    "museum."
)
HERALD = (
    "How the bridge came\n\nGovernor Anna Reed opened the Harbour Bridge on 4 May 1931. The ferry Swallow sank in the "
    "river in March 1934. The old mill burnt down in 1940."
)
LETTER = "A letter\n\nOn Sunday the choir sang at the market. The old mill burnt down in 1940, people say."
NEWS = "The mill\n\nThe old mill burnt down on 7 June 1940. A school was opened in Larn in 1961."


def article(file: str, published: str | None, text: str) -> Document:
    return document_from_text(text, file=file, published=published)


DOCUMENTS = (
    article("post.txt", "2011-05-02", POST),
    article("herald.txt", "2001-09-10", HERALD),
    article("letter.txt", None, LETTER),
)


@cache
def read() -> Collection:
    return build_timeline(DOCUMENTS)


@cache
def fresh() -> Decided:
    return decided(read())


def telling(now: Decided, words: str) -> Event:
    """The event, on the timeline or set aside, in whose headline these words stand."""
    return next(e for e in (*now.collection.events, *now.aside) if words in e.headline)


def after(now: Decided, *decisions: Decision) -> Decided:
    for decision in decisions:
        now = one_more(now, decision)
    return now
