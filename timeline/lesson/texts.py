"""The texts that a page of a lesson shows, from the one place where all of teaching has them."""

from __future__ import annotations

from functools import cache

from timeline.teach import speech

PARTS = ("verdict", "exercise", "result")
"""The parts of the texts that an exercise shows itself."""


@cache
def page_texts(language: str, parts: tuple[str, ...] = PARTS) -> dict[str, str]:
    """The texts of some parts by ``part.key``, in a language, or in English where there is no such one."""
    told = speech(language).texts()
    return {f"{part}.{key}": text for part in parts for key, text in told[part].items()}
