"""A ZIP archive: the files in it, each under a name that can't lead anywhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from timeline.read.contents import TooMuchError, UnreadableError
from timeline.read.files.kinds import SUFFIXES
from timeline.read.files.unpacking import Unpacking, is_link, opened
from timeline.read.sources import FILE_NAME


def members(data: bytes, unpacking: Unpacking) -> Iterator[tuple[str, bytes | UnreadableError]]:
    """The name and the bytes of each file in the archive that may be an article, in order of their names, what tells
    of them first; for a file that can't be unpacked, the reason.

    Left out without a word: folders, hidden files, kinds of file that are never read. Nothing is written: a name is
    only a name. Raises UnreadableError where the archive is damaged, or unpacks to more than all of it may.
    """
    seen: set[str] = set()
    with opened(data) as archive:
        for info in sorted(archive.infolist(), key=_place):
            name = info.filename.replace("\\", "/")
            path = PurePosixPath(name)
            if info.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts if part != ".."):
                continue
            if path.suffix.lower() not in SUFFIXES and path.name != FILE_NAME:
                continue
            try:
                yield name, _member(archive, info, path, seen, unpacking)
            except TooMuchError:
                raise
            except UnreadableError as reason:
                yield name, reason


def _place(info: zipfile.ZipInfo) -> tuple[bool, int, str]:
    about = PurePosixPath(info.filename).name == FILE_NAME
    return not about, len(info.filename) if about else 0, info.filename


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath, seen: set[str], unpacking: Unpacking
) -> bytes:
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(info.filename).drive:
        raise UnreadableError("its name leads out of the archive; pack it again with plain names")
    if is_link(info):
        raise UnreadableError("it is a link to another place, not a file; pack the file itself")
    if str(path) in seen:
        raise UnreadableError("the archive holds a second file of this name; give each its own")
    seen.add(str(path))
    return unpacking.member(archive, info)
