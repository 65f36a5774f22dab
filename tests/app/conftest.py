"""The app's addresses, asked by the protocol that the server speaks with it, in a workspace of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette

from timeline.app import desk
from timeline.app.serving import middleware, routes

Raw = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def raw(tmp_path, monkeypatch) -> Raw:
    """Asks, and gives status, headers and body of the answer."""
    monkeypatch.setenv(desk.DATABASE, str(tmp_path / "doors.db"))
    app = Starlette(routes=routes(), middleware=middleware())

    def ask(
        method: str, path: str, headers: dict[str, str], body: bytes = b"{}", query: str = ""
    ) -> tuple[int, dict[str, str], bytes]:
        sent: list[dict[str, Any]] = []

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        coming = [body]

        async def receive() -> dict[str, Any]:
            if not coming:
                await asyncio.Event().wait()  # nobody hangs up
            return {"type": "http.request", "body": coming.pop()}

        scope = {
            "type": "http", "method": method, "path": path, "query_string": query.encode(), "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }  # fmt: skip
        with ThreadPoolExecutor(1) as apart:  # the browser's driver may have a loop running in this thread
            apart.submit(asyncio.run, app(scope, receive, send)).result()
        content = b"".join(message.get("body", b"") for message in sent[1:])
        return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}, content

    return ask
