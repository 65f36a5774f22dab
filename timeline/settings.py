"""The numbers that the library lives by: each with its unit and its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and weights; frozen, so that a reading can be repeated."""

    context: int = 32
    """Code points kept before and after a quote. Enough to tell two equal sentences apart, short enough to read."""

    worth_a_process: int = 100_000
    """Code points of text that are worth a process of their own: reading them takes several times its start."""

    long: int = 20_000
    """Code points: who reads so long a text reads more, and needs all patterns sooner or later."""

    portion: int = 60_000
    """Code points that a process is given at once: half a second's work, so that few wait long at the end."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What a file that is brought in may cost at most. A file that would cost more is refused in a sentence."""

    file_bytes: int = 50_000_000
    """Bytes of one file. A book with pictures is about 20 MB; anything above is rarely text."""

    text: int = 20_000_000
    """Code points of text that one file may give. A book of a thousand pages is about 2 million."""

    markup_bytes: int = 10_000_000
    """Bytes of one web page or one part of a document as markup: a tree in memory is some twenty times as big."""

    unpacked_bytes: int = 500_000_000
    """Bytes that a packed file may unpack to in all, what is packed in it counted too. Text shrinks to a fifth."""

    files: int = 10_000
    """Files that one archive, and documents that one table may hold. A newspaper's year is about so many articles."""

    depth: int = 3
    """Archives within archives: a folder packed, sent in an archive, with an e-mail that holds another one."""

    pages: int = 5_000
    """Pages of one PDF. The longest novels have 4,000."""

    seconds: float = 120.0
    """Seconds that one file may take where it is read in a process of its own. Usual files take less than one."""

    memory: int = 2_000_000_000
    """Bytes of memory that such a process may ask for. The largest file that fits the other limits needs a half."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one address that is fetched may cost at most, and where it may lead."""

    bytes: int = 20_000_000
    """Bytes of what is there, unpacked. The largest pages are 5 MB; the rest is for a PDF."""

    seconds: float = 30.0
    """Seconds from the connection to the last byte, for each address on the way."""

    redirects: int = 5
    """Times that an address may lead on to another. From http to https and to a longer name takes three."""

    ports: tuple[int, ...] = (80, 443)
    """Ports of web pages. On others services listen that were never meant for a browser."""


DEFAULTS = Settings()
LIMITS = ReadLimits()
FETCH = FetchLimits()
