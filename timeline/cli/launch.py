"""The app as a program of its own: Streamlit's server on our script, with our settings, from any folder."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
import webbrowser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.errors import TimelineError

HOST = "127.0.0.1"
PORT = 8501
"""The port that is tried first; Streamlit's own."""

OPENED = "TIMELINE_COLLECTION"
"""The environment variable by which the app learns what to open."""

READY_IN = 60.0
"""Seconds that the server may take to answer. On a slow machine it takes five."""


def launch(collection: Path | None, *, port: int | None = None, browser: bool = True) -> int:
    """The exit code of the app's server, which runs until it is stopped; Ctrl-C ends it cleanly, with code 0.

    ``collection`` is opened, or the samples where it is None. ``port``: None takes the first free one from 8501
    on. ``browser``: open one where there is a desktop. Raises ``TimelineError`` where the port is taken, the
    file isn't there, or the server doesn't start.
    """
    if collection is not None and not collection.is_file():
        raise TimelineError(f"{collection} is not there: name a collection file, as timeline build writes it.")
    chosen = _port(port)
    environment = {**os.environ, **({OPENED: str(collection.resolve())} if collection else {})}
    if collection is None:
        environment.pop(OPENED, None)
    # In a session of its own, so that Ctrl-C reaches us alone and we end it in order.
    server = subprocess.Popen(command(chosen), env=environment, start_new_session=True)  # noqa: S603  our own program
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _wait(server, chosen)
        address = f"http://{HOST}:{chosen}"
        print(f"Timeline is at {address}\nCtrl-C stops it.", flush=True)
        if browser and _desktop():
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def command(port: int) -> list[str]:
    """The command line of the server: Streamlit on our script, each setting as a flag, so that no file decides."""
    room = Path(__file__).parents[1] / "app"
    settings = tomllib.loads((room / "streamlit.toml").read_text(encoding="utf-8"))
    settings["server"] |= {"address": HOST, "port": port, "headless": True}
    settings["logger"] = {"hideWelcomeMessage": True}  # we say where it is
    # -P: the folder that we are started in does not count, whatever lies in it under the names of our packages.
    return [
        sys.executable, "-P", "-m", "streamlit", "run", str(room / "serve.py"),
        *(f"--{name}={_plain(value)}" for name, value in _flat(settings)),
    ]  # fmt: skip


def _flat(settings: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, value


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _port(wanted: int | None) -> int:
    if wanted is not None:
        if not _is_free(wanted):
            raise TimelineError(f"Port {wanted} is taken: stop what uses it, or choose another one with --port.")
        return wanted
    return next((port for port in range(PORT, PORT + 50) if _is_free(port)), 0) or _any_port()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    """Waits until the server answers."""
    give_up = time.monotonic() + READY_IN
    while time.monotonic() < give_up:
        if server.poll() is not None:
            raise TimelineError(f"The app's server ended with code {server.returncode}; its own words stand above.")
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise TimelineError(f"The app's server did not answer within {READY_IN:.0f} seconds.")


def _desktop() -> bool:
    """Whether there is a screen to open a browser on."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _interrupt(_number: int, _frame: object) -> None:
    """Being told to end is as good as Ctrl-C: the server must not outlive us."""
    raise KeyboardInterrupt


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
