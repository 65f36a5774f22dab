"""The numbers that the library lives by: each with its unit and its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and weights; frozen, so that a reading can be repeated."""

    context: int = 32
    """Code points kept before and after a quote. Enough to tell two equal sentences apart, short enough to read."""

    max_file_bytes: int = 20_000_000
    """Bytes of one text file. A book of a thousand pages is about 2 MB; more is a mistake or a dump."""

    worth_a_process: int = 100_000
    """Code points of text that are worth a process of their own: reading them takes several times its start."""

    long: int = 20_000
    """Code points: who reads so long a text reads more, and needs all patterns sooner or later."""

    portion: int = 60_000
    """Code points that a process is given at once: half a second's work, so that few wait long at the end."""


DEFAULTS = Settings()
