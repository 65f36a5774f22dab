"""A text parted into words and marks."""

from __future__ import annotations

import re

import re2

_PATTERN = (
    r"({upper}\.(?:{upper}\.)+"  # U.S.
    r"|['’]s\b"  # the possessive, a word of its own
    r"|{letter}{inner}*(?:-{small}{inner}*|['’](?:[a-rt-zA-Z]|s{letter}){letter_or_mark}*)*"
    r"|{number}{{1,2}}–{number}{{1,2}}\b"  # a score
    r"|{number}+(?:[.,:]{number}+)*(?:{letter}+)?"
    r"|[^\s])"
)
"""A word or a mark. In a group of its own: to split a text by it gives what stands between and the words in turn."""

_ANY_TOKEN = re2.compile(
    _PATTERN.format(
        upper=r"\p{Lu}",
        letter=r"\p{L}",
        letter_or_mark=r"[\p{L}\p{M}]",
        inner=r"[\p{L}\p{M}\p{N}]",
        small=r"[\p{Ll}\p{N}]",
        number=r"\p{N}",
    )
)

_WESTERN = "A-Za-zÀ-ÖØ-öø-ÿ"
_WESTERN_TEXT = re.compile(f"[\t\n -~{_WESTERN}‘’“”–—…]*")
"""A text with no other letters, marks and numbers than those of Western Europe."""

_WESTERN_TOKEN = re.compile(
    _PATTERN.format(
        upper="[A-ZÀ-ÖØ-Þ]",
        letter=f"[{_WESTERN}]",
        letter_or_mark=f"[{_WESTERN}]",
        inner=f"[{_WESTERN}0-9]",
        small="[a-zß-öø-ÿ0-9]",
        number="[0-9]",
    ),
    re.ASCII,
)
"""The same for such a text, several times as fast: re2 hands each match from C to Python by way of bytes."""


_RUN_TOGETHER = re.compile(r"(can)(['’]t)|(\w+?)(n['’]t|['’](?:d|ll|ve|re|m))", re.IGNORECASE)
"""Two words written as one: "didn't", "they'd"."""


def parted(text: str) -> list[str]:
    """What stands between the words and marks of the text, and these: gap, word, gap, word ... and a last gap.

    "Didn't" is two words with an empty gap.
    """
    token = _WESTERN_TOKEN if _WESTERN_TEXT.fullmatch(text) else _ANY_TOKEN
    pieces: list[str] = token.split(text)
    if "'" in text or "’" in text:
        for i in range(len(pieces) - 2, 0, -2):
            two = _RUN_TOGETHER.fullmatch(pieces[i]) if len(pieces[i]) > 2 else None
            if two is not None:
                first, second = (part for part in two.groups() if part)
                pieces[i : i + 1] = [first, "", second]
    return pieces
