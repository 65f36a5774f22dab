"""What the pages of lessons are made with: the scripts and styles of this room, and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

Fonts = Mapping[tuple[str, str], str]
"""The addresses of fonts by family and style, such as ``("Source Sans", "normal")``."""

NO_FONTS: Fonts = {}
"""A page in the system's fonts."""

_FACE = (
    "@font-face{{font-family:'{}';src:url('{}') format('woff2');font-weight:200 900;font-style:{};font-display:swap}}\n"
)


@cache
def lesson_text(*names: str) -> str:
    """The named files of this room, joined."""
    return "\n".join(resources.files("timeline.lesson").joinpath(name).read_text(encoding="utf-8") for name in names)


def faces(fonts: Fonts) -> str:
    """The style by which a page has these fonts; until one has come it is shown in the system's."""
    return "".join(_FACE.format(family, address, style) for (family, style), address in fonts.items())
