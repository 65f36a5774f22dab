"""Bringing in, beside the pages: files are read one by one into the workspace, then their collection is read anew.

What is done is done: each file's articles are in the database before the next is begun. Reading a file and reading a
collection happen in processes of their own; the threads here wait for them, and the server stays quick.
"""

from __future__ import annotations

import logging
import os
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.app.arrivals import OVER, REST, Arrival, Pace, Reading
from timeline.app.desk import now, workspace
from timeline.app.doors import sentence_of
from timeline.app.preferences import preferences
from timeline.app.reading import Reader, StoppedError
from timeline.app.tables import is_table, told_of
from timeline.chart.labels import shown
from timeline.errors import TimelineError
from timeline.fetch import fetch
from timeline.read import Brought
from timeline.read.apart import Readers

LOG = logging.getLogger(__name__)

MOST_TOLD = 5
"""Articles that could not be read through, told one by one."""

AT_ONCE = max(1, min(4, len(os.sched_getaffinity(0)))) if hasattr(os, "sched_getaffinity") else 2
"""Files that are read at the same time: one a processor."""

QUIET = 0.6
"""Seconds without a new file before a collection is read: files come one after another, and are read together."""

IDLE = 300.0
"""Seconds after which the process that reads collections is ended; it holds the rules, 150 MB."""


class Bringing:
    """The files that are on their way and the collections that want reading, for the whole server."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._waiting: deque[Arrival] = deque()
        self._files: dict[str, dict[int, Arrival]] = {}
        self._readings: dict[str, Reading] = {}
        self._problems: dict[str, str] = {}
        self._last: dict[str, float] = {}
        self._pace = Pace()
        self._reader = Reader()
        self._readers: Readers | None = None
        self._number = self._version = 0
        self._spool: tempfile.TemporaryDirectory[str] | None = None
        self._threads: list[threading.Thread] = []

    def place(self) -> Path:
        """A new file's place, outside of all that people see, until it is read."""
        with self._turn:
            if self._spool is None:
                self._spool = tempfile.TemporaryDirectory(prefix="timeline-")
            self._number += 1
            return Path(self._spool.name) / str(self._number)

    def warm(self) -> None:
        """Starts the process that reads collections, which takes seconds, because it will be needed."""
        self._reader.warm()
        with self._turn:
            self._wake()

    def take(self, key: str, name: str, path: Path, columns: dict[str, str] | None = None) -> dict[str, Any]:
        """A file that has come: it waits for its turn."""
        arrival = Arrival(int(path.name), key, shown(name), path.stat().st_size, path, columns=columns)
        with self._turn:
            self._files.setdefault(key, {})[arrival.number] = arrival
            self._put(arrival)
            return arrival.told()

    def fetch(self, key: str, url: str) -> dict[str, Any]:
        """A page that is to be fetched by its address."""
        place = self.place()
        arrival = Arrival(int(place.name), key, shown(url), 0, None, url)
        with self._turn:
            self._files.setdefault(key, {})[arrival.number] = arrival
            self._put(arrival)
            return arrival.told()

    def again(self, key: str, number: int) -> None:
        """Tries a file again that could not be read, or was stopped."""
        with self._turn:
            arrival = self._files.get(key, {}).get(number)
            there = arrival is not None and (arrival.path is not None or arrival.url is not None)
            if arrival is not None and there and arrival.state in ("failed", "stopped"):
                arrival.said = ()
                self._put(arrival)

    def answer(self, key: str, number: int, columns: dict[str, str]) -> None:
        """What a person said of a table's columns: now it is read."""
        with self._turn:
            arrival = self._files.get(key, {}).get(number)
            if arrival is not None and arrival.state == "asks":
                arrival.columns, arrival.table = columns, None
                self._put(arrival)

    def read(self, key: str) -> None:
        """Has a collection read anew, once nothing is on its way to it any more."""
        with self._turn:
            self._problems.pop(key, None)
            reading = self._readings.setdefault(key, Reading())
            reading.again = reading.begun is not None
            self._wake()

    def stop(self, key: str) -> None:
        """Stops what is on its way; what was read stays, and is put on the timeline unless that is stopped itself.

        What came while a reading ran is put there by another one, which follows the one that is stopped.
        """
        with self._turn:
            for arrival in [one for one in self._waiting if one.key == key]:
                self._waiting.remove(arrival)
                self._note(arrival, state="stopped")
            reading = self._readings.get(key)
            if reading is not None and reading.begun is not None:
                self._reader.stop()
            elif reading is not None and not self._coming(key):
                del self._readings[key]

    def forget(self, key: str) -> None:
        """Forgets the files that are over: the list is clean again."""
        with self._turn:
            files = self._files.get(key, {})
            for number in [number for number, one in files.items() if one.state in OVER]:
                _drop(files.pop(number))

    def drop(self, key: str) -> None:
        """Drops all that is known of a collection that is gone for good, with the bytes that still wait."""
        self.stop(key)
        self.forget(key)
        with self._turn:
            files = self._files.get(key, {})
            for number in [number for number, one in files.items() if one.state == "asks"]:
                _drop(files.pop(number))
            self._readings.pop(key, None)
            self._problems.pop(key, None)
            self._last.pop(key, None)
            if not files:
                self._files.pop(key, None)

    def arrival(self, key: str, number: int) -> Arrival | None:
        """The file of this number, if it is still in the list."""
        with self._turn:
            return self._files.get(key, {}).get(number)

    def busy(self, key: str) -> bool:
        """Whether anything of this collection is being read or about to be."""
        with self._turn:
            return key in self._readings or self._coming(key)

    def told(self, key: str, after: int = 0) -> dict[str, Any]:
        """How things stand: the files that changed after version ``after``, counts of all, and the reading."""
        with self._turn:
            files = self._files.get(key, {}).values()
            counts: dict[str, int] = {}
            for one in files:
                counts[one.state] = counts.get(one.state, 0) + 1
            reading = self._readings.get(key)
            return {
                "version": self._version,
                "files": [one.told() for one in files if one.version > after],
                "counts": counts,
                "left": self._pace.left(one for one in files if one.state in ("waiting", "reading")),
                "reading": reading.told() if reading else None,
                "problem": self._problems.get(key, ""),
            }

    def _put(self, arrival: Arrival) -> None:
        self._waiting.append(arrival)
        self._last[arrival.key] = time.monotonic()
        self._note(arrival, state="waiting")
        self._wake()

    def _wake(self) -> None:
        if not self._threads:
            works = [*[self._read_files] * AT_ONCE, self._read_collections]
            self._threads = [threading.Thread(target=one, name=one.__name__, daemon=True) for one in works]
            for thread in self._threads:
                thread.start()
        self._turn.notify_all()

    def _note(self, arrival: Arrival, **news: Any) -> None:
        self._version += 1
        arrival.version = self._version
        for name, value in news.items():
            setattr(arrival, name, value)

    def _coming(self, key: str) -> bool:
        return any(one.state not in REST for one in self._files.get(key, {}).values())

    def _read_files(self) -> None:
        while True:
            with self._turn:
                while not self._turn.wait_for(lambda: self._waiting, IDLE):
                    if self._readers is not None:
                        self._readers.rest()
                arrival = self._waiting.popleft()
                self._note(arrival, state="reading")
            begun = time.monotonic()
            news = self._brought(arrival)
            with self._turn:
                self._pace.note(time.monotonic() - begun, arrival.bytes)
                if news["state"] in ("read", "known"):
                    _drop(arrival)
                self._last[arrival.key] = time.monotonic()
                self._note(arrival, **news)
                if news["articles"]:
                    self.read(arrival.key)
                self._turn.notify_all()

    def _brought(self, arrival: Arrival) -> dict[str, Any]:
        """What became of a file: its articles are in the workspace, or the reason why not."""
        try:
            if arrival.path is None and arrival.url is not None:
                self._fetch(arrival, arrival.url)
            assert arrival.path is not None  # noqa: S101  it waits, so its bytes are here
            if arrival.columns is None and is_table(arrival.name):
                return {"state": "asks", "table": self.table(arrival.name, arrival.path), "articles": 0}
            brought = self._apart().read(arrival.name, arrival.path.read_bytes(), columns=arrival.columns)
            if not brought.documents:
                said = _said(arrival.name, brought) or ("There is no article in it.",)
                return {"state": "failed", "said": said, "articles": 0}
            documents = tuple(replace(one, url=one.url or arrival.url) for one in brought.documents)
            added = workspace().bring(arrival.key, documents, at=now())
        except TimelineError as error:
            return {"state": "failed", "said": (_beside(arrival.name, sentence_of(error)),), "articles": 0}
        except OSError as error:
            return {"state": "failed", "said": (f"It can’t be read: {error.strerror or error}.",), "articles": 0}
        except Exception as error:
            LOG.exception("a file could not be brought in")
            return {"state": "failed", "said": (f"It can’t be read ({_tripped(error)}).",), "articles": 0}
        said = _said(arrival.name, brought)
        if not added.documents:
            return {"state": "known", "said": ("It is in the collection already.", *said), "articles": 0}
        return {"state": "read", "said": said, "articles": len(added.documents)}

    def table(self, name: str, path: Path, columns: dict[str, str] | None = None) -> dict[str, Any]:
        """How a table would be read with these columns. Raises ``TimelineError`` where it is none."""
        return told_of(self._apart().preview(name, path.read_bytes(), columns))

    def _fetch(self, arrival: Arrival, url: str) -> None:
        """Has the bytes of a page lie where those of files lie, under its own name."""
        if not preferences().fetch:
            raise TimelineError("Pages are not fetched here: that is switched on in the settings.")
        found = fetch(url)
        place = self.place()
        with or_gone(place):
            place.write_bytes(found.data)
        with self._turn:
            arrival.path, arrival.url, arrival.bytes = place, found.url, len(found.data)

    def _apart(self) -> Readers:
        """The processes that read files, within the limits that are set now."""
        limits = preferences().limits
        with self._turn:
            before = self._readers
            if before is None or before.limits != limits:
                self._readers = Readers(limits, AT_ONCE + 1)  # a person who looks at a table need not wait for files
            readers = self._readers
        if before is not None and before is not readers:
            before.rest()  # one that reads ends after its file
        assert readers is not None  # noqa: S101  made above
        return readers

    def _read_collections(self) -> None:
        while True:
            with self._turn:
                while (key := self._ripe()) is None:
                    pending = bool(self._readings)
                    if not self._turn.wait(QUIET / 3 if pending else IDLE) and not pending:
                        self._reader.close()
                reading = self._readings[key]
                reading.begun = time.monotonic()
            problem = self._read_one(key, reading)
            with self._turn:
                if problem:
                    self._problems[key] = problem
                if self._readings.get(key) is reading:  # not gone for good meanwhile
                    del self._readings[key]
                    if reading.again:
                        self._readings[key] = Reading()

    def _read_one(self, key: str, reading: Reading) -> str:
        def progress(done: int, total: int, name: str) -> None:
            reading.done, reading.total, reading.name = done, total, name

        try:
            problems = self._reader.read(key, progress)
        except StoppedError:
            return ""
        except TimelineError as error:
            return sentence_of(error)
        except Exception as error:
            LOG.exception("a collection could not be read")
            return f"The reading could not be begun ({_tripped(error)}). What was brought in is kept: try again."
        more = f" So it went with {len(problems) - MOST_TOLD:,} more." if len(problems) > MOST_TOLD else ""
        return " ".join(problems[:MOST_TOLD]) + more

    def _ripe(self) -> str | None:
        """A collection that wants reading and to which nothing is on its way."""
        quiet = time.monotonic() - QUIET
        ready = (key for key in self._readings if not self._coming(key) and self._last.get(key, 0.0) < quiet)
        return next(ready, None)


def _said(name: str, brought: Brought) -> tuple[str, ...]:
    return tuple(_beside(name, shown(str(one))) for one in (*brought.problems, *brought.notes))


def _beside(name: str, words: str) -> str:
    """What is said of a file, as a sentence that stands beside its name and need not begin with it."""
    said = words.removeprefix(f"{name}: ")
    return words if said == words else f"{said[:1].upper()}{said[1:].rstrip('.')}."


def _tripped(error: Exception) -> str:
    """What went wrong, for a person who may tell others of it."""
    return shown(f"{type(error).__name__}: {error}")[:200]


@contextmanager
def or_gone(place: Path) -> Iterator[None]:
    """What is written to ``place`` meanwhile; on an error nothing of it is left."""
    try:
        yield
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def _drop(arrival: Arrival) -> None:
    if arrival.path is not None:
        arrival.path.unlink(missing_ok=True)
        arrival.path = None


BRINGING = Bringing()
"""The one of this server."""
