"""Half a century, eight and a half years: lengths that are whole in a smaller unit."""

from __future__ import annotations

import re

from timeline.normalize.words import Words, phrase

BREAK = re.compile(r"[-\s]+")
HALF = re.compile(r"P(\d+)([A-Z])")


def halved(text: str, letter: str, words: Words) -> tuple[int, str] | None:
    """How many whole units of which letter "half a century" is: 50 years; None for an amount without a half."""
    plain = " ".join(BREAK.split(text.lower()))
    half = HALF.fullmatch(words.tables["halves"].get(letter, ""))
    if half is None:
        return None
    if phrase("half", words.language).match(plain):
        return int(half[1]), half[2]
    quarter = HALF.fullmatch(words.tables["quarter_units"].get(letter, ""))
    if quarter and phrase("quarter_of_a", words.language).fullmatch(plain):
        return int(quarter[1]), quarter[2]
    whole = phrase("and_a_half", words.language).sub("", plain)
    count = words.count(whole) if whole != plain else None
    return None if count is None else ((2 * count + 1) * int(half[1]), half[2])
