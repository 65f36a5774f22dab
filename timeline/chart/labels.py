"""Short names for marks, from headlines: shortened between words, never inside one."""

from __future__ import annotations

import unicodedata

WIDTHS = (54, 42, 30, 20, 13)
"""Code points that a label may have, widest first: the chart takes the widest one that has room."""

_DANGLING = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "but", "as", "that",
    "which", "who", "is", "was", "were", "are", "be", "has", "had", "have", "its", "their", "his", "her", "this",
    "into",
})  # fmt: skip
"""Words that say nothing at the end of a label."""

_TURNS = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
"""Characters that set the direction of what follows them."""


def labels(headline: str) -> tuple[str, ...]:
    """The headline in full if it is short, then ever shorter ones, each cut between two words and marked with "…".

    None has fewer than two words that say something.
    """
    text = " ".join(headline.split())
    shorter = (_shortened(text, width) for width in WIDTHS)
    return tuple(dict.fromkeys(label for label in shorter if label))


def _shortened(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    words = text[: width + 1].rsplit(" ", 1)[0].split() if " " in text[: width + 1] else []
    while words and words[-1].strip(",;:–—-").lower() in _DANGLING | {""}:
        words.pop()
    if sum(word.strip(",;:–—-").lower() not in _DANGLING for word in words) < 2:  # one word, "War…", names nothing
        return ""
    return " ".join(words).rstrip(",;:–—- ") + "…"


def shown(text: str) -> str:
    """The text with control characters made visible (U+0007 as ␇), code point for code point; line ends stay.

    Those that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069) show as U+FFFD and turn nothing.
    """
    return "".join(_picture(c) if _is_control(c) else c for c in text)


def _is_control(character: str) -> bool:
    if character in _TURNS:
        return True
    return unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\r\t"


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"
