"""The app as a server of its own, for tests that visit it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from timeline.cli.launch import OPENED, command


@contextmanager
def serving(folder: Path, **named: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of the app, once it answers, and its server. ``named`` are added to its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != OPENED} | named
    # From another folder, so that no settings of the checkout help.
    server = subprocess.Popen(command(port), cwd=folder, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        give_up = time.monotonic() + 180  # a busy machine needs that long
        while True:
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310  our own address
                break
            except OSError:
                assert server.poll() is None, "the server ended"
                assert time.monotonic() < give_up, "the server does not answer"
                time.sleep(0.1)
        yield address, server
    finally:
        server.terminate()
        server.wait(timeout=20)


def served(database: Path) -> AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]:
    """The app without an opened file, on a database of its own."""
    return serving(database.parent, TIMELINE_DATABASE=str(database))
