"""An answer as the server keeps it: pressed once, sent to many."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

SHORT = 1_000
"""Bytes up to which an answer goes out as it is."""

LONG = 3_000_000
"""Bytes from which on an answer goes out as it is: to press it would take longer than to send it on one computer."""

_FAST = 3
"""How hard gzip tries: beyond this it takes twice the time for a tenth less."""


@dataclass(frozen=True, slots=True)
class Answer:
    """JSON of ``size`` bytes; a browser can say by its ``tag`` that it has it. ``pressed``: ``body`` is gzip's."""

    body: bytes
    tag: str
    size: int
    pressed: bool

    @classmethod
    def of(cls, text: bytes) -> Answer:
        """The answer that says this text."""
        tag = hashlib.sha256(text).hexdigest()[:16]
        pressed = SHORT < len(text) < LONG
        return cls(gzip.compress(text, _FAST, mtime=0) if pressed else text, tag, len(text), pressed)

    def to(self, request: Request) -> Response:
        """What goes out to who asks; a browser that has it already is told so, in a few bytes."""
        headers = {
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept-Encoding",
            "ETag": f'W/"{self.tag}"',
        }
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        pressed = self.pressed and "gzip" in request.headers.get("accept-encoding", "")
        body = self.body if pressed or not self.pressed else gzip.decompress(self.body)
        headers["Content-Encoding"] = "gzip" if pressed else "identity"  # so that nothing presses it anew
        return Response(body, headers=headers, media_type="application/json")
