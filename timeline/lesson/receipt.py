"""What a pupil shows the teacher: which cards were right at the first try, as a few signs. The page draws them for a
camera, too (``qr.js``).

The last two signs prove that the others belong to this exercise and were read without a slip. They are no seal: who
reads this file can make one, as who sits beside a friend can copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from timeline.errors import TeachError
from timeline.teach import Deck, speech

Went = Literal["right", "wrong", "open"]
"""How a card went at the first try; nobody judges an open one."""

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Those of an exercise's code: none is taken for another on a board."""

_OFFSET, _PRIME = 0x811C9DC5, 0x01000193
"""FNV-1a of 32 bits (Fowler, Noll and Vo): the same in a few lines of JavaScript."""


def receipt(code: str, right: Sequence[bool]) -> str:
    """The signs for an exercise of which these cards were right: five cards a sign, then two that prove them."""
    groups = [right[at : at + 5] for at in range(0, len(right), 5)]
    signs = "".join(SIGNS[sum(good << place for place, good in enumerate(group))] for group in groups)
    proof = _sum(f"{code}:{len(right)}:{signs}")
    return signs + SIGNS[proof >> 5] + SIGNS[proof & 31]


def read_receipt(code: str, cards: int, typed: str, language: str = "en") -> tuple[bool, ...]:
    """Which cards of the exercise were right, from the signs as typed. Raises TeachError, in a language, where they
    don't fit it.

    The code may stand before them, as a camera reads it from the picture.
    """
    signs = "".join(typed.upper().split())
    groups = -(-cards // 5)
    if len(signs) == len(code) + groups + 2:
        signs = signs.removeprefix(code)
    if len(signs) == groups + 2 and all(sign in SIGNS for sign in signs):
        bits = [SIGNS.index(sign) >> place & 1 == 1 for sign in signs[:groups] for place in range(5)]
        if receipt(code, bits[:cards]) == signs:
            return tuple(bits[:cards])
    raise TeachError(speech(language).text("refused.result", signs=typed.strip()[:40], code=code))


def went(deck: Deck, right: Sequence[bool]) -> tuple[Went, ...]:
    """How each card of a deck went."""
    return tuple(
        "open" if card.is_open else "right" if good else "wrong" for card, good in zip(deck.cards, right, strict=True)
    )


def _sum(text: str) -> int:
    total = _OFFSET
    for byte in text.encode():
        total = (total ^ byte) * _PRIME & 0xFFFFFFFF
    return (total ^ total >> 10 ^ total >> 20) & 1023
