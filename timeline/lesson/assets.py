"""What the pages of lessons are made with: the scripts and styles of this room, and fonts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Self


@dataclass(frozen=True, slots=True)
class Face:
    """A font as a page asks for it: its family, its address, the weights that it has, and the characters that it is
    asked for, as CSS has them in ``unicode-range``."""

    family: str
    address: str
    weights: str = "200 900"
    letters: str = "U+0-10FFFF"

    def at(self, address: str) -> Self:
        """The same font at another address."""
        return replace(self, address=address)


Fonts = tuple[Face, ...]

NO_FONTS: Fonts = ()
"""A page in the system's fonts."""

_HANGUL = "U+3000-3017,U+3131-318E,U+AC00-D7A3"

KOREAN: Fonts = (
    Face("Noto Sans KR", "NotoSansKR-Regular.woff2", "400", _HANGUL),
    Face("Noto Sans KR", "NotoSansKR-Bold.woff2", "700", _HANGUL),
)
"""The Korean fonts of ``timeline/lesson/fonts`` by their file names, with the 2,350 syllables of KS X 1001."""

_FACE = (
    "@font-face{{font-family:'{}';src:url('{}') format('woff2');font-weight:{};unicode-range:{};font-display:swap}}\n"
)


@cache
def lesson_text(*names: str) -> str:
    """The named files of this room, joined."""
    return "\n".join(resources.files("timeline.lesson").joinpath(name).read_text(encoding="utf-8") for name in names)


def faces(fonts: Fonts) -> str:
    """The style by which a page has these fonts; until one has come it is shown in the system's."""
    return "".join(_FACE.format(face.family, face.address, face.weights, face.letters) for face in fonts)
