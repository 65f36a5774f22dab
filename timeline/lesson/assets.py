"""The scripts and styles of lessons by their names, as the package has them."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lesson_text(*names: str) -> str:
    """The named files of this room, joined."""
    return "\n".join(resources.files("timeline.lesson").joinpath(name).read_text(encoding="utf-8") for name in names)
