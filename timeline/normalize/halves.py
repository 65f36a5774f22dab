"""Half a century, half a decade: lengths that are whole in a smaller unit."""

from __future__ import annotations

import re

from timeline.normalize.words import Words, phrase

BREAK = re.compile(r"[-\s]+")
HALF = re.compile(r"P(\d+)([A-Z])")


def halved(text: str, letter: str, words: Words) -> tuple[int, str] | None:
    """How many whole units of which letter "half a century" is: 50 years; None for any other amount."""
    plain = " ".join(BREAK.split(text.lower()))
    half = HALF.fullmatch(words.tables["halves"].get(letter, ""))
    return (int(half[1]), half[2]) if half and phrase("half", words.language).match(plain) else None
