"""What a page says to the server: HTTP over a connection that is kept, with the header that only our pages set."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

PATIENCE = 120.0
"""Seconds that an answer may take: a test tells what is right, and a benchmark how long it took."""


class Asking:
    """A window on the app at ``address``. Each thread has one of its own."""

    def __init__(self, address: str) -> None:
        self._line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)

    def get(self, path: str, **query: str) -> tuple[int, Any]:
        """The status and what was answered."""
        return self._ask("GET", f"{path}?{urlencode(query)}" if query else path, None)

    def post(self, path: str, **wish: Any) -> tuple[int, Any]:
        """The status and what was answered to a wish."""
        return self._ask("POST", path, json.dumps(wish).encode())

    def send(self, key: str, name: str, data: bytes) -> tuple[int, Any]:
        """The status and what was answered to a file for the collection ``key``."""
        return self._ask("POST", f"/timeline/desk/bring/{key}/file?name={quote(name)}", data)

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, Any]:
        self._line.request(method, path, body, {"X-Timeline": ""})
        answer = self._line.getresponse()
        said = answer.read()
        plain = "json" in answer.getheader("Content-Type", "")
        return answer.status, json.loads(said) if plain else said

    def close(self) -> None:
        """Nothing; the connection is closed afterwards."""
        self._line.close()
