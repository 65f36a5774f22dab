"""One task for many texts, spread over processes. What comes out is the same with any number of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from timeline.errors import TimelineError
from timeline.packing import packed, unpacked
from timeline.settings import DEFAULTS

R = TypeVar("R")
Task = Callable[[Any, int], R]
"""What is done for the text with a number, from what all tasks share."""

Has = Callable[[Any, int], Sequence[object]]
"""Of what all tasks share, what the result for the text with a number may hold again."""


def helpers(sizes: Sequence[int], wanted: int | None) -> int:
    """How many processes to use for texts of these sizes in code points; 1 is this one alone.

    ``wanted`` None: as many as there are processors, if there is enough to read, and starting them is both cheap and
    safe: on Linux, from a program with a single thread.
    """
    if wanted is not None:
        return max(1, min(wanted, len(sizes)))
    if not _can_fork():
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), len(sizes), sum(sizes) // DEFAULTS.worth_a_process))


def spread(task: Task[R], shared: object, sizes: Sequence[int], processes: int, has: Has | None = None) -> Iterator[R]:
    """``task(shared, number)`` for each number of ``sizes``, in order, each as soon as it is there.

    ``sizes`` are those of the texts: a process gets several short texts at once. Other processes end with the
    iteration, also where it is broken off. What ``has`` names isn't sent back: a result holds what is here, and no copy
    of it. Raises ``TimelineError`` where one of them dies.
    """
    if processes == 1:
        yield from (task(shared, number) for number in range(len(sizes)))
        return
    context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    pool = ProcessPoolExecutor(processes, context, _begin, (task, shared, has))
    same: dict[object, object] = {}
    try:
        waiting: list[Future[list[tuple[int, bytes]]]] = [pool.submit(_run, portion) for portion in _portions(sizes)]
        waiting.reverse()
        while waiting:
            for number, data in waiting.pop().result():
                yield unpacked(data, has(shared, number) if has else (), same)
    except BrokenProcessPool as error:
        message = "A helper process died, perhaps for want of memory: try again with fewer workers, or with 1."
        raise TimelineError(message) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _can_fork() -> bool:
    """Whether a copy of this process can be made at once and safely: a lock that a thread holds would stay locked."""
    return sys.platform == "linux" and threading.active_count() == 1


def _portions(sizes: Sequence[int]) -> Iterator[range]:
    """The numbers of the texts in stretches of about the same size."""
    begin = size = 0
    for number, one in enumerate(sizes):
        size += one + DEFAULTS.portion // 64  # an empty text costs a little too
        if size >= DEFAULTS.portion:
            yield range(begin, number + 1)
            begin, size = number + 1, 0
    if begin < len(sizes):
        yield range(begin, len(sizes))


_work: tuple[Task[Any], object, Has | None]
"""In a helper process: what it does, what it was given to do it with, and what of that isn't sent back."""


def _begin(task: Task[Any], shared: object, has: Has | None) -> None:
    global _work
    _work = task, shared, has
    gc.disable()  # as in ``uncollected``; it would also copy the pages of all that was there before
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the one who asked ends the others


def _run(numbers: Iterable[int]) -> list[tuple[int, bytes]]:
    return [(number, _packed(number)) for number in numbers]


def _packed(number: int) -> bytes:
    task, shared, has = _work
    return packed(task(shared, number), has(shared, number) if has else ())
