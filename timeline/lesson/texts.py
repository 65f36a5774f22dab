"""The texts that a page of a lesson shows, from the one place where all of teaching has them."""

from __future__ import annotations

from functools import cache

from timeline.teach import speech

NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ko": "한국어"}
"""What the languages of lessons call themselves."""

PARTS = ("verdict", "exercise", "result", "show")
"""The parts of the texts that exercises and tours show themselves."""


@cache
def page_texts(language: str, parts: tuple[str, ...] = PARTS) -> dict[str, str]:
    """The texts of some parts by ``part.key``, in a language, or in English where there is no such one."""
    told = speech(language).texts()
    return {f"{part}.{key}": text for part in parts for key, text in told[part].items()}
