"""The words of teaching in a language: texts by their key, with values put in, and dates.

All texts stand in ``languages/<code>/teach.toml``, those of the pages too. What articles say stays in their language.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from timeline.languages import load
from timeline.teach.dates import said

LANGUAGES = ("en", "de", "fr", "es", "ko")
"""The languages of teaching (ISO 639-1)."""


class Speech:
    """What is said in one language; a language that isn't there is answered in English."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._texts: dict[str, Any] = load(self.language, "teach")
        self._flat: dict[str, str] = {
            f"{part}.{key}": text
            for part, texts in self._texts.items()
            if part != "dates"
            for key, text in texts.items()
        }

    def text(self, key: str, **values: object) -> str:
        """The text of a key such as "prompt.order"; {names} in it become the values of these names.

        Where there are words of their own for one, under the key with "-one" behind it, a ``count`` of 1 has those.
        """
        text = self._flat[key]
        if values.get("count") == 1:
            text = self._flat.get(f"{key}-one", text)
        return text.format(**values) if values else text

    def topic(self, name: str) -> str:
        """What a topic is called: a kind of event in this language, people and places as they are."""
        return self._flat.get(f"topic.{name}", name)

    def say(self, value: str, mod: str | None = None) -> str:
        """A date in words: an EDTF text and TIMEX3's shade of it."""
        return said(value, mod, self.language)

    def texts(self) -> dict[str, Any]:
        """All texts as they stand in the file, for a page: keys to texts, in parts."""
        return {part: texts for part, texts in self._texts.items() if part != "dates"}


@lru_cache(maxsize=len(LANGUAGES))
def speech(language: str) -> Speech:
    """What is said in a language; shared."""
    return Speech(language)
