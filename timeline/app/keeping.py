"""Large collections that were changed are made ready to be opened, once nothing more is changed for a while."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress

from timeline.app.collections import load, offered
from timeline.app.visitors import Visitor, on_behalf_of
from timeline.errors import TimelineError

LOG = logging.getLogger(__name__)

QUIET = 5.0
"""Seconds without a further change: people decide one thing after another."""


class Keeping:
    """The collections that wait for it, for the whole server."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._due: dict[str, float] = {}
        self._thread: threading.Thread | None = None

    def soon(self, key: str) -> None:
        """Has this collection made ready later."""
        with self._turn:
            self._due[key] = time.monotonic() + QUIET
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="ready to be opened", daemon=True)
                self._thread.start()
            self._turn.notify()

    def _work(self) -> None:
        while True:
            with self._turn:
                while not self._due or (wait := min(self._due.values()) - time.monotonic()) > 0:
                    self._turn.wait(wait if self._due else None)
                key = min(self._due, key=lambda one: self._due[one])
                del self._due[key]
            try:
                with suppress(TimelineError, KeyError), on_behalf_of(Visitor.OWNER):  # gone, or who opens it is told
                    load(offered(key))
            except Exception:  # the next one is made ready all the same
                LOG.exception("a collection could not be made ready to be opened")


KEEPING = Keeping()
"""The one of this server."""
