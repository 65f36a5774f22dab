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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.cli.sharing import ANYWHERE, Sharing
from timeline.errors import TimelineError

HOST = "127.0.0.1"
PORT = 8501
"""The port that is tried first; Streamlit's own."""

OPENED = "TIMELINE_COLLECTION"
"""The environment variable by which the app learns what to open."""

DATABASE, HOSTS = "TIMELINE_DATABASE", "TIMELINE_HOSTS"
WORD, OWN_WORD = "TIMELINE_WORD", "TIMELINE_OWN_WORD"
"""The environment variables by which the app learns where the workspace is, and how it is shared."""

ALLOW_FETCH = "TIMELINE_ALLOW_FETCH"
"""The environment variable by which the app learns that pages may be fetched, whatever its settings say."""

READY_IN = 60.0
"""Seconds that the server may take to answer. On a slow machine it takes five."""


def launch(
    collection: Path | None,
    *,
    port: int | None = None,
    browser: bool = True,
    database: str | None = None,
    shared: Sharing | None = None,
    fetch: bool = False,
    meanwhile: Callable[[], None] | None = None,
) -> int:
    """The exit code of the app's server, which runs until it is stopped; Ctrl-C ends it cleanly, with code 0.

    ``collection`` is opened; where it is None, the workspace's own or the samples. ``port``: None takes the first free
    one from 8501 on. ``browser``: open one where there is a desktop. ``database``: where the workspace is, if not where
    it is usually. ``shared``: let others in the network read, and change what the word is given for. ``fetch``: pages
    may be fetched by their address; False leaves that to the app's settings. ``meanwhile`` is done while the server
    comes up, which is stopped where that raises something. Raises ``TimelineError`` where the port is taken, the
    database can't be used, or the server doesn't start.
    """
    if database is not None:
        _check(database)
    host = ANYWHERE if shared else HOST
    chosen = _port(port, host)
    environment = _environment(collection, database, shared, fetch=fetch)
    # In a session of its own, so that Ctrl-C reaches us alone and we end it in order.
    server = subprocess.Popen(command(chosen, host), env=environment, start_new_session=True)  # noqa: S603  our own program
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        if meanwhile is not None:
            meanwhile()
        _wait(server, chosen)
        address = f"http://{HOST}:{chosen}"
        told = f"\n{shared.told(chosen)}" if shared else ""
        print(f"Timeline is at {address}{told}\nCtrl-C stops it.", flush=True)
        if browser and _desktop():
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def _check(database: str) -> None:
    """Raises ``TimelineError`` where it can't be used: that is said here, and not in the browser."""
    from timeline.store.workspace import open_workspace

    open_workspace(database).close()


def _environment(
    collection: Path | None, database: str | None, shared: Sharing | None, *, fetch: bool = False
) -> dict[str, str]:
    """What the server is told, by environment variables: a command line can be seen by all users of a machine."""
    others = {name: value for name, value in os.environ.items() if name not in {OPENED, DATABASE, WORD, OWN_WORD}}
    told = {
        OPENED: str(collection.resolve()) if collection else "",
        DATABASE: _place(database),
        WORD: shared.word if shared else "",
        OWN_WORD: shared.own_word if shared else "",
        HOSTS: ",".join(filter(None, [os.environ.get(HOSTS), *(shared.hosts if shared else ())])),
        ALLOW_FETCH: "1" if fetch else "",
    }
    return others | {name: value for name, value in told.items() if value}


def _place(database: str | None) -> str:
    """The database as the server finds it too; a path counts from the folder that we are started in."""
    named = database or os.environ.get(DATABASE, "")
    return named if not named or "://" in named else str(Path(named).expanduser().absolute())


def command(port: int, host: str = HOST) -> list[str]:
    """The command line of the server: Streamlit on our script, each setting as a flag, so that no file decides."""
    room = Path(__file__).parents[1] / "app"
    settings = tomllib.loads((room / "streamlit.toml").read_text(encoding="utf-8"))
    settings["server"] |= {"address": host, "port": port, "headless": True}
    settings["logger"] = {"hideWelcomeMessage": True}  # we say where it is
    # -P: the folder that we are started in does not count, whatever lies in it under the names of our packages.
    return [
        sys.executable, "-P", "-m", "timeline.app.start", "run", str(room / "serve.py"),
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


def _port(wanted: int | None, host: str) -> int:
    if wanted is not None:
        if not _is_free(wanted, host):
            raise TimelineError(f"Port {wanted} is taken: stop what uses it, or choose another one with --port.")
        return wanted
    return next((port for port in range(PORT, PORT + 50) if _is_free(port, host)), 0) or _any_port()


def _is_free(port: int, host: str) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
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
            time.sleep(0.02)
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
