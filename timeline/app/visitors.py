"""Who asks: somebody who may only read what is shared, somebody who may change that too, or who shares it.

Without a word (``TIMELINE_WORD``) the app is one person's, who may do everything. Where one is needed, it lets change
what is shared; a second one (``TIMELINE_OWN_WORD``) is of who shares, who sees and changes all. Where there is none,
the first does that.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from timeline.store.workspace import Shelf

HEADER = "x-timeline"
"""The header that our pages set on what they send; its value is the word that was given, percent-encoded."""

WORD = "TIMELINE_WORD"
"""The environment variable with the word that who wants to change something must give; without it nobody need."""

OWN_WORD = "TIMELINE_OWN_WORD"
"""The environment variable with the word of who shares."""

COOKIE = "timeline-all"
"""The cookie by which a browser in which the second word was given is shown also what isn't shared: links and sockets
carry no header. It lets nobody change anything."""

TOKEN = secrets.token_urlsafe(32)
"""What the cookie must hold: another text each time the app is started, and not the word."""


class Visitor(IntEnum):
    """What somebody may: each also what those before may."""

    READER = 0
    EDITOR = 1
    OWNER = 2


_visitor: ContextVar[Visitor | None] = ContextVar("visitor", default=None)


def visitor() -> Visitor:
    """Who asks now; where nobody has said who it is, it is somebody who may least."""
    who = _visitor.get()
    if who is None:
        return Visitor.READER if word_needed() else Visitor.OWNER
    return who


def enter(who: Visitor) -> None:
    """Nothing; what is asked from here on is asked by ``who``."""
    _visitor.set(who)


@contextmanager
def on_behalf_of(who: Visitor) -> Iterator[None]:
    """What is asked inside is asked by ``who``: a class that has the code of a lesson sees it as who made it does."""
    before = _visitor.set(who)
    try:
        yield
    finally:
        _visitor.reset(before)


def word_needed() -> bool:
    """Whether a word must be given before anything is changed."""
    return bool(os.environ.get(WORD))


def by_word(said: str) -> Visitor:
    """Who gives this word, percent-encoded as the header holds it."""
    word, own = os.environ.get(WORD), os.environ.get(OWN_WORD)
    if not word:
        return Visitor.OWNER
    given = unquote(said)
    if own:
        return Visitor.OWNER if _same(given, own) else Visitor.EDITOR if _same(given, word) else Visitor.READER
    return Visitor.OWNER if _same(given, word) else Visitor.READER


def by_cookies(cookies: Mapping[str, str]) -> Visitor:
    """Who shows these cookies: enough to be shown something, never to change it."""
    if not word_needed() or _same(cookies.get(COOKIE, ""), TOKEN):
        return Visitor.OWNER
    return Visitor.READER


def sees(shelf: Shelf) -> bool:
    """Whether who asks now may know of a collection at all."""
    return shelf.shared or visitor() is Visitor.OWNER


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
