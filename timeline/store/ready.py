"""Outlines of large collection files, kept in the user's cache folder: to make one takes seconds.

Each is named by a hash of the file's bytes and of the program that made it, so it is found for this very file and by
this very program or not at all. What can't be read there, or is damaged, is as good as not there. The folder holds up
to ``MOST`` bytes; what was not asked for the longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import platformdirs

from timeline.store.whole import write_whole

MOST = 200_000_000
"""Bytes that the folder may hold: the outlines of fifteen files of a hundred thousand events."""


CACHE = "TIMELINE_CACHE"
"""The environment variable that names the folder, where it isn't the user's cache folder as the system has it."""


def folder() -> Path:
    """The folder of the outlines; it need not be there."""
    named = os.environ.get(CACHE)
    return (Path(named) if named else platformdirs.user_cache_path("timeline", appauthor=False)) / "outlines"


def name_of(file: Path, program: str) -> str:
    """The name under which the outline of a file is kept by a program. Raises OSError where the file can't be read."""
    with file.open("rb") as content:
        read = hashlib.file_digest(content, "blake2b").digest()
    return hashlib.blake2b(read + program.encode(), digest_size=16).hexdigest()


def pieces(name: str) -> tuple[bytes, ...] | None:
    """The pieces that were kept under a name; None where there are none, or not those that were written."""
    file = folder() / name
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        told = json.loads(head)
        sizes, mark = told["sizes"], told["hash"]
        os.utime(file)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if mark != _hash(body):
        return None
    return tuple(body[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True))


def keep(name: str, wanted: Sequence[bytes]) -> None:
    """Nothing; these pieces are there under their name, readable by this user alone. Raises OSError."""
    place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    body = b"".join(wanted)
    head = json.dumps({"sizes": [len(piece) for piece in wanted], "hash": _hash(body)}).encode()
    write_whole((head, b"\n", body), place / name)
    _make_room(place)


def _make_room(place: Path) -> None:
    with os.scandir(place) as found:
        files = sorted(((one.stat().st_mtime_ns, one.stat().st_size, one.path) for one in found), reverse=True)
    total = 0
    for number, (_, size, path) in enumerate(files):
        total += size
        if total > MOST and number:  # the newest stays, however large
            Path(path).unlink(missing_ok=True)


def _hash(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=16).hexdigest()
