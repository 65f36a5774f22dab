"""The fonts that the app ships: those of Streamlit, which its server hands out."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_FILES = {
    ("Source Sans", "normal"): r"SourceSansVF-Upright\..*\.woff2",
    ("Source Serif", "normal"): r"SourceSerifVariable-Roman\..*\.woff2",
}
"""What their files are called there, by family and style."""


@cache
def fonts() -> dict[tuple[str, str], str]:
    """The addresses of the fonts by family and style, as far as the installed Streamlit has them."""
    media = resources.files("streamlit").joinpath("static", "static", "media")
    names = [file.name for file in media.iterdir()] if media.is_dir() else []
    found = {face: next((name for name in names if re.fullmatch(like, name)), "") for face, like in _FILES.items()}
    return {face: f"/static/media/{name}" for face, name in found.items() if name}
