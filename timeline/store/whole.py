"""Writing a file as a whole: it holds the new text or still the old one, never half of either."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path


def write_whole(data: bytes | Iterable[bytes], path: str | os.PathLike[str]) -> None:
    """Nothing; afterwards the file at ``path`` holds ``data``, or on an error what it held before.

    They may come in pieces. They go to a temporary file in the same folder, to the disk, and then take the name. Raises
    OSError.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing at the file
    if target.exists() and not target.is_file():
        raise OSError("not an ordinary file")
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
