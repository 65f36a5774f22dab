"""Texts of documents as they may be shown: no character of them steers what stands around it."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but line ends and tabs, halves of characters, and what sets the direction of what follows."""


def shown(text: str) -> str:
    """The text with control characters made visible (U+0007 as ␇), code point for code point; line ends stay.

    Those that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069) show as U+FFFD and turn nothing.
    """
    return _STEERING.sub(lambda found: _picture(found[0]), text)


def cut(text: str, longest: int = 300) -> str:
    """``text``, or its first ``longest`` code points with "…" behind them: a page must bear any headline."""
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
