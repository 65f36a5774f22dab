"""Files read in processes of their own, within limits of time and memory: whatever a file does to its reader, the
program that asked goes on.

A reading process may neither open a connection nor start a program nor write a file: what tries to ends in an error.
It gets files and gives what they hold through its pipes, and ends with the program that started it.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from timeline.errors import ReadError
from timeline.read.bring import NOTHING, Brought, read_bytes, too_big
from timeline.read.contents import safe_name
from timeline.read.files.rows import Preview, preview
from timeline.read.language import ready
from timeline.read.sources import Source
from timeline.settings import LIMITS, ReadLimits

_LARGE = 5_000_000
"""Bytes of a file after which a process is let go: what it took of memory it would keep."""

NICE = 5
"""How far the system shall prefer what answers people to what reads."""

_REFUSED = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.sendto"}
    | {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
)
"""What a reading process may not do, as Python's audit hooks call it."""

_START = "from timeline.read.apart import serve; serve()"


class Readers:
    """As many files read at once as there are ``workers``, each in a process within ``limits``.

    Safe for several threads: who asks waits for a free process. Processes are started when they are first needed and
    end with ``close``.
    """

    def __init__(self, limits: ReadLimits = LIMITS, workers: int = 2) -> None:
        self.limits, self.workers = limits, workers
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._all = [_Worker(limits) for _ in range(workers)]
        for worker in self._all:
            self._free.put(worker)

    def read(
        self,
        name: str,
        data: bytes,
        *,
        language: str | None = None,
        columns: Mapping[str, str] | None = None,
        sources: Mapping[str, Source] = NOTHING,
    ) -> Brought:
        """What ``read_bytes`` gives, or the problem that the file takes too long, or broke its reader."""
        asked = (name, data, language, dict(columns) if columns is not None else None, dict(sources))
        answer, late = self._asked("read", asked)
        if isinstance(answer, Brought):
            return answer
        wrong = answer if isinstance(answer, ReadError) else _broken(name, self.limits, late=late)
        return Brought(problems=(wrong,))

    def preview(self, name: str, data: bytes, columns: Mapping[str, str] | None = None) -> Preview:
        """What ``timeline.read.preview`` gives. Raises ReadError as it does, or as ``read`` tells it."""
        if len(data) > self.limits.file_bytes:
            raise ReadError(f"{safe_name(name)}: {too_big(len(data), self.limits)}", name)
        answer, late = self._asked("preview", (name, data, dict(columns) if columns is not None else None))
        if isinstance(answer, Preview):
            return answer
        raise answer if isinstance(answer, ReadError) else _broken(name, self.limits, late=late)

    def _asked(self, what: str, asked: tuple[Any, ...]) -> tuple[Any, bool]:
        """The answer of a free process, None where it gave none; and whether it was too late."""
        worker = self._free.get()
        try:
            return worker.ask(what, asked)
        finally:
            self._free.put(worker)

    def rest(self) -> None:
        """Nothing; afterwards no process is left that has nothing to read: each holds a hundred megabytes."""
        idle: list[_Worker] = []
        with suppress(queue.Empty):
            while True:
                idle.append(self._free.get_nowait())
        for worker in idle:
            worker.end()
            self._free.put(worker)

    def close(self) -> None:
        """Nothing; afterwards no process is left. One that reads is ended."""
        for worker in self._all:
            worker.end()

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One process that reads, started anew after what has ended it."""

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    def ask(self, what: str, asked: tuple[Any, ...]) -> tuple[Any, bool]:
        process = self._process or self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._limits.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            wrong = "" if self._ready else _receive(process.stdout)
            self._ready = not wrong
            if wrong:
                answer = ReadError(f"{safe_name(asked[0])}: {wrong}", asked[0])
            else:
                _send(process.stdin, (what, asked))
                answer = _receive(process.stdout)
        except (OSError, EOFError):
            answer = None
        finally:
            timer.cancel()
        if not self._ready or answer is None or late.is_set() or len(asked[1]) > _LARGE:
            self.end()
        return answer, late.is_set()

    def _started(self) -> subprocess.Popen[bytes]:
        home = str(Path(__file__).resolve().parents[2])
        paths = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and code
            [sys.executable, "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"},  # a thread's stack counts as memory
            start_new_session=True,  # Ctrl-C is for the program that asked
        )
        _send(self._process.stdin, self._limits)
        return self._process

    def end(self) -> None:
        """Nothing; afterwards the process is gone, and the next file starts another."""
        process, self._process = self._process, None
        self._ready = False
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not sent is not needed any more
                if pipe is not None:
                    pipe.close()


def _broken(name: str, limits: ReadLimits, *, late: bool) -> ReadError:
    told = safe_name(name)
    reason = (
        f"reading it takes longer than {limits.seconds:g} seconds; split it, or save it again from another program"
        if late
        else "it broke its reader, perhaps for want of memory; split it, or save it again from another program"
    )
    return ReadError(f"{told}: {reason}", told)


def _send(pipe: IO[bytes] | None, what: object) -> None:
    """Write one message: its length in eight bytes, then itself. Both ends are this program."""
    if pipe is None:
        raise EOFError
    packed = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(packed).to_bytes(8, "big") + packed)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> Any:
    head = pipe.read(8) if pipe is not None else b""
    if pipe is None or len(head) < 8:
        raise EOFError
    packed = pipe.read(int.from_bytes(head, "big"))
    return pickle.loads(packed)  # noqa: S301  of a process that runs this very code


def serve() -> None:
    """Nothing; read what comes in through the standard input until it ends. The life of a reading process."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints something prints it elsewhere
    limits: ReadLimits = _receive(incoming)
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        ready()
    except OSError as error:  # the model of languages is unpacked in the folder of temporary files
        reason = error.strerror or error
        _send(outgoing, f"reading can't begin ({reason}); make room where temporary files lie and try again")
        return
    _send(outgoing, "")
    _confine(limits)
    while True:
        try:
            what, asked = _receive(incoming)
        except EOFError:
            return
        _send(outgoing, _previewed(*asked) if what == "preview" else _read(limits, *asked))


def _read(
    limits: ReadLimits,
    name: str,
    data: bytes,
    language: str | None,
    columns: Mapping[str, str] | None,
    sources: Mapping[str, Source],
) -> Brought:
    return read_bytes(name, data, limits, language=language, columns=columns, sources=sources)


def _previewed(name: str, data: bytes, columns: Mapping[str, str] | None) -> Preview | ReadError:
    """The preview, or why there is none, to be raised on the other side."""
    try:
        return preview(name, data, columns)
    except ReadError as error:
        return error


def _confine(limits: ReadLimits) -> None:
    """Bound what this process may take and do, as far as the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows knows no such limits; the limit of time holds there as well
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event in _REFUSED:
        raise PermissionError(f"a reading process may not do this ({event})")
