"""What several threads wish at the same moment, granted by one of them for all: one transaction instead of many."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

W = TypeVar("W")
R = TypeVar("R")


class Together(Generic[W, R]):
    """A turn that threads take. Who has it grants what all of those wish who came meanwhile.

    ``grant`` gives for each wish what came of it, or the error that its own thread raises; what ``grant`` raises
    itself all of them do. However many wait, each waits for two turns at most.
    """

    def __init__(self, grant: Callable[[Sequence[W]], Sequence[R | Exception]]) -> None:
        self._grant = grant
        self._turn, self._coming = threading.Lock(), threading.Lock()
        self._waiting: list[tuple[W, Future[R]]] = []

    def ask(self, wish: W) -> R:
        """What came of the wish. Raises what ``grant`` has for it."""
        mine: Future[R] = Future()
        with self._coming:
            self._waiting.append((wish, mine))
        with self._turn:
            if not mine.done():
                with self._coming:
                    together, self._waiting = self._waiting, []
                self._work(together)
        return mine.result()

    def _work(self, together: Sequence[tuple[W, Future[R]]]) -> None:
        try:
            found = self._grant([wish for wish, _ in together])
        except BaseException as error:  # noqa: BLE001  each thread that waits raises it
            for _, one in together:
                one.set_exception(error)
            return
        for (_, one), what in zip(together, found, strict=True):
            if isinstance(what, Exception):
                one.set_exception(what)
            else:
                one.set_result(what)
