"""Files on their way into a collection, and what became of each: what the page that brings them in shows."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

State = Literal["waiting", "reading", "asks", "read", "known", "failed", "stopped"]
"""A table ``asks`` a person which of its columns is what."""

OVER: frozenset[State] = frozenset({"read", "known", "failed", "stopped"})
REST: frozenset[State] = OVER | {"asks"}
"""States in which nothing happens by itself."""


@dataclass(slots=True)
class Arrival:
    """One file on its way.

    ``path`` is where its bytes lie until it is read, ``url`` where they are to be fetched, ``said`` what a person
    should know, in sentences, ``table`` how it would be read where it is one, ``columns`` what a person said to that.
    """

    number: int
    key: str
    name: str
    bytes: int
    path: Path | None
    url: str | None = None
    columns: dict[str, str] | None = None
    state: State = "waiting"
    articles: int = 0
    said: tuple[str, ...] = ()
    table: dict[str, Any] | None = None
    version: int = 0

    def told(self) -> dict[str, Any]:
        """The file as the page knows it."""
        return {
            "number": self.number, "name": self.name, "bytes": self.bytes, "state": self.state,
            "articles": self.articles, "said": list(self.said), "again": self.path is not None or self.url is not None,
            "table": self.table,
        }  # fmt: skip


@dataclass(slots=True)
class Reading:
    """How far the reading of a collection is; ``begun`` on the clock of ``time.monotonic``, None while it waits.

    ``again``: something came or changed since it was begun, so another one follows.
    """

    begun: float | None = None
    done: int = 0
    total: int = 0
    name: str = ""
    again: bool = False

    def told(self) -> dict[str, Any]:
        """The reading as the page knows it; ``left`` are seconds, None while nobody can tell."""
        left = None
        if self.begun is not None and self.done > 1:
            left = (time.monotonic() - self.begun) / self.done * (self.total - self.done)
        return {"done": self.done, "total": self.total, "name": self.name, "left": left}


class Pace:
    """How fast files are read, from the last ones: what is left of the others follows from their bytes."""

    def __init__(self) -> None:
        self._seconds, self._bytes = 0.0, 0.0

    def note(self, seconds: float, size: int) -> None:
        """A file of so many bytes took so long; older ones count for less."""
        self._seconds, self._bytes = self._seconds * 0.9 + seconds, self._bytes * 0.9 + size + 1000

    def left(self, files: Iterable[Arrival]) -> float | None:
        """Seconds that these files will take; None before anything was read."""
        if not self._bytes:
            return None
        return self._seconds / self._bytes * sum(one.bytes + 1000 for one in files)
