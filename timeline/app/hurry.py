"""A page of Streamlit's comes up in sixty scripts: they go out of memory, and the late ones are named at once.

Streamlit's server looks each file up, asks for its state and opens it in a thread of its own; on a small computer all
of them take half a second, and whoever waits for the page waits for them. What the page fetches last, the part that
hosts components, it would only learn of when the first have run.
"""

from __future__ import annotations

import mimetypes
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.file_util import get_static_dir

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = "/static/"
"""Where Streamlit has its scripts, fonts and pictures."""

HOST = "BidiComponent."
"""The beginning of the name of the script that hosts components."""

_IMPORTED = re.compile(r'\bfrom\s*"\./([\w.-]+\.js)"|\bimport\s*"\./([\w.-]+\.js)"')

_MOST = 1_000_000
"""Bytes of the largest file that is kept; what the page needs is smaller."""


class Hurry:
    """Middleware: answers for Streamlit's own scripts from memory, and adds to its page what will be asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(STATIC) and (body := _file(scope["path"].removeprefix(STATIC))) is not None:
            kind = mimetypes.guess_type(scope["path"])[0] or "application/octet-stream"
            headers = [
                (b"content-type", kind.encode()),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"public, immutable, max-age=31536000"),  # their names hold a hash of them
                (b"x-content-type-options", b"nosniff"),
            ]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": body})
        elif scope["path"] == "/":
            await self.app(scope, receive, _hinting(send))
        else:
            await self.app(scope, receive, send)


def _hinting(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            message = {**message, "headers": [*message["headers"], (b"link", late_scripts().encode())]}
        await send(message)

    return sent


@cache
def late_scripts() -> str:
    """The scripts that the page doesn't name itself and asks for last, as the value of a Link header."""
    page = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    late = [name for name in _known() if name.startswith(f"js/{HOST}")]
    for name in late:  # grows on the way by what each imports
        imports = [f"js/{one or other}" for one, other in _IMPORTED.findall(_known()[name].read_text(encoding="utf-8"))]
        late += [other for other in imports if other not in late and other not in page and other in _known()]
    return ", ".join(f"<{STATIC}{name}>; rel=modulepreload" for name in late)


@cache
def _known() -> dict[str, Path]:
    """Streamlit's files by the names under which they are asked for: no other file can be."""
    folder = Path(get_static_dir()) / "static"
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}


def _file(name: str) -> bytes | None:
    """The bytes of one of Streamlit's files; None where it has none such, or one too large to be kept."""
    file = _known().get(name)
    return _bytes(file) if file and file.stat().st_size <= _MOST else None


@cache
def _bytes(file: Path) -> bytes:
    return file.read_bytes()
