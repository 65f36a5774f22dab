"""Outlines of large collection files, kept in the user's cache folder: to make one takes seconds.

Each is named by a hash of the file's bytes and of the program that made it, so it is found for this very file and by
this very program or not at all. What can't be read there, or is damaged, is as good as not there. The folder holds up
to ``MOST`` bytes; what was not asked for the longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
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


@cache
def program() -> str:
    """Another text for each program: what an older or a newer one has kept is made anew."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parents[1]
    for file in sorted(one for one in here.rglob("*") if one.suffix in {".py", ".toml"}):
        digest.update(f"{file.relative_to(here).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()


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
    _make_room()


def kept() -> tuple[int, int]:
    """How many outlines the folder holds, and their bytes together."""
    with suppress(OSError):  # what can't be read is as good as not there
        sizes = [size for _, size, _ in _there()]
        return len(sizes), sum(sizes)
    return 0, 0


def forget() -> tuple[int, int]:
    """How many outlines the folder held, and their bytes together: it holds none afterwards. Raises OSError."""
    sizes = []
    for _, size, path in _there():
        path.unlink(missing_ok=True)
        sizes.append(size)
    return len(sizes), sum(sizes)


def _make_room() -> None:
    total = 0
    for number, (_, size, path) in enumerate(sorted(_there(), reverse=True)):
        total += size
        if total > MOST and number:  # the newest stays, however large
            path.unlink(missing_ok=True)


def _there() -> Iterator[tuple[int, int, Path]]:
    """When each outline was used last, in nanoseconds, its bytes, and where it lies. Raises OSError."""
    with suppress(FileNotFoundError), os.scandir(folder()) as found:
        for one in found:
            state = one.stat()
            yield state.st_mtime_ns, state.st_size, Path(one.path)


def _hash(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=16).hexdigest()
