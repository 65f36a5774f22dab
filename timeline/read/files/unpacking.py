"""What is packed in a file, within its limits: counted as it is unpacked, whatever the archive claims."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO

from timeline.read.contents import TooMuchError, UnreadableError, in_words
from timeline.settings import ReadLimits

_BLOCK = 1 << 20
"""Bytes unpacked at once."""


class Unpacking:
    """Counts what is unpacked of one file that was brought in, also from archives within it.

    ``depth`` is that of the archive that is open: 0 is the file itself. ``columns`` are those of a table, by field, as
    the person who brings it in matched them; None matches them by name. ``notes``: what a person should know of the
    file that is being read, beside what concerns one document of it; each a sentence.
    """

    def __init__(self, limits: ReadLimits, columns: dict[str, str] | None = None) -> None:
        self.limits = limits
        self.columns = columns
        self.depth = 0
        self.files = 0
        self.notes: list[str] = []
        self._left = limits.unpacked_bytes

    def member(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, at_most: int | None = None) -> bytes:
        """The bytes of one file in ``archive``, at most ``at_most`` (the limit for a file).

        Raises UnreadableError where there are more, where it is encrypted, damaged, or packed in an unknown way.
        """
        if info.flag_bits & 0x1:
            raise UnreadableError("it is encrypted; unpack it with its password, and bring in what it holds")
        most = self.limits.file_bytes if at_most is None else at_most
        blocks: list[bytes] = []
        size = 0
        try:
            with archive.open(info) as stream:
                while block := stream.read(_BLOCK):
                    size += len(block)
                    self._left -= len(block)
                    if self._left < 0:
                        raise TooMuchError(
                            f"it unpacks to more than {in_words(self.limits.unpacked_bytes)}; "
                            "unpack it, and bring in the articles only"
                        )
                    if size > most:
                        raise UnreadableError(f"unpacked, it is too big (more than {in_words(most)}); split it")
                    blocks.append(block)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            if isinstance(error, UnreadableError):
                raise
            raise UnreadableError(f"it is damaged ({error}); pack it again") from error
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableError(
                f"it is packed in a way that isn't read ({error}); pack it as a usual .zip"
            ) from error
        return b"".join(blocks)


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive in ``data``. Raises UnreadableError where it is none, or damaged."""
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise UnreadableError(f"it is damaged ({error}); pack or save it again") from error


def is_link(info: zipfile.ZipInfo) -> bool:
    """Whether the member is a link to somewhere else, as archives made on Unix may hold."""
    return stat.S_ISLNK(info.external_attr >> 16)
