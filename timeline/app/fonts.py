"""The fonts that the app hands out: those of Streamlit, which its server has, and the Korean ones of paper."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timeline.lesson.assets import KOREAN, Face, Fonts

_FILES = {
    "Source Sans": r"SourceSansVF-Upright\..*\.woff2",
    "Source Serif": r"SourceSerifVariable-Roman\..*\.woff2",
}
"""What the files of Streamlit are called, by family."""

AT = "/timeline/fonts/{name}"

HEADERS = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}


@cache
def fonts() -> Fonts:
    """The fonts for Latin letters, as far as the installed Streamlit has them."""
    media = resources.files("streamlit").joinpath("static", "static", "media")
    names = [file.name for file in media.iterdir()] if media.is_dir() else []
    found = {family: next((name for name in names if re.fullmatch(like, name)), "") for family, like in _FILES.items()}
    return tuple(Face(family, f"/static/media/{name}") for family, name in found.items() if name)


def fonts_of_paper() -> Fonts:
    """Those, and the Korean ones: on a screen each device has its own, but what is printed must look alike anywhere."""
    return (*fonts(), *(face.at(AT.format(name=face.address)) for face in KOREAN))


def font_routes() -> list[Route]:
    """The address at which our own fonts are."""
    return [Route(AT, _font, methods=["GET"])]


def _font(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in {face.address for face in KOREAN}:
        return Response(status_code=404, headers=HEADERS)
    file = resources.files("timeline.lesson").joinpath("fonts", name)
    return Response(file.read_bytes(), media_type="font/woff2", headers=HEADERS)
