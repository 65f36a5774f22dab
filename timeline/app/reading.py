"""The reading process from the server's side: started when it is first needed, ended when it has been idle."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable

from timeline.errors import TimelineError

Progress = Callable[[int, int, str], None]

NICE = 5
"""How far the system shall prefer what answers people to processes that work beside."""

DIED = "The reading ended unexpectedly, perhaps for want of memory. What was brought in is kept: try again."


class StoppedError(TimelineError):
    """The reading was stopped by a person."""


class Reader:
    """A process that reads collections, one after another. ``read`` belongs to one thread, ``stop`` to any."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._stopped = False

    def warm(self) -> None:
        """Starts the process, so that it has its rules when it is told to read."""
        with self._lock:
            self._process = self._running()

    def read(self, key: str, progress: Progress) -> tuple[str, ...]:
        """What went wrong with single articles, a sentence each; the new reading of the collection is kept.

        Raises ``StoppedError`` where it was stopped, ``TimelineError`` where the collection can't be read.
        """
        with self._lock:
            self._stopped = False
            process = self._process = self._running()
        assert process.stdin is not None  # noqa: S101  both are pipes
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(json.dumps({"key": key}) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                answer = json.loads(line)
                if "read" in answer:
                    return tuple(answer["problems"])
                if "problem" in answer:
                    raise TimelineError(answer["problem"])
                progress(answer["done"], answer["total"], answer["name"])
        except (OSError, ValueError) as error:  # a line that breaks off, or a pipe that nobody reads
            raise self._ended() from error
        raise self._ended()

    def _ended(self) -> TimelineError:
        """Why nothing more comes from the process, which is gone afterwards."""
        stopped = self._stopped
        self.close()
        return StoppedError("The reading was stopped.") if stopped else TimelineError(DIED)

    def stop(self) -> None:
        """Ends what is being read at once; nothing of it is kept."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Ends the process, if it runs; the next reading starts a new one."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "timeline.app.reader"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
