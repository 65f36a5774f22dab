"""What the server needs beside Streamlit's own: the script, the way to Plotly.js, a warm start."""

from __future__ import annotations

import asyncio
import hashlib
import re
import signal
import subprocess
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from timeline.app import readying
from timeline.app.articles import articles_routes
from timeline.app.bring import bring_routes
from timeline.app.classroom import ByCode, class_routes
from timeline.app.collections import FILE, Choice, choices, load, offered, stamp_of
from timeline.app.deciding import check_routes
from timeline.app.doors import OwnNames, sentence_of
from timeline.app.following import dismiss
from timeline.app.fonts import font_routes
from timeline.app.hurry import Hurry
from timeline.app.kept import Kept
from timeline.app.pages import page_routes
from timeline.app.parts import part_routes
from timeline.app.printing import printing_routes
from timeline.app.settings_page import settings_routes
from timeline.app.shelves import shelf_routes
from timeline.app.sockets import send_at_once
from timeline.app.teaching import teach_routes
from timeline.app.years import years_routes
from timeline.chart import html_file, plotly_address, plotly_file
from timeline.chart.file import Articles
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from types import FrameType

    from starlette.requests import Request

SCRIPT = str(Path(__file__).with_name("main.py"))
"""The script that Streamlit runs for every visit."""


PATIENCE = 5.0
"""Seconds that the server waits for the first collection; a larger one is read on while the server answers."""


FILES = 60_000_000
"""Bytes of collections as files that are kept: a hundred of fifty articles."""


@dataclass(frozen=True, slots=True)
class Made:
    """A collection as a file, and the tag by which a browser knows whether it has it."""

    content: bytes
    tag: str


_files: Kept[Made] = Kept(lambda made: len(made.content), FILES)


async def _plotly(_request: Request) -> FileResponse:
    # The address names the version, so the browser may keep the file; sent as it is, because squeezing five
    # megabytes takes longer than handing them over on one computer.
    return FileResponse(
        plotly_file(),
        media_type="text/javascript",
        headers={
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Encoding": "identity",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _file(request: Request) -> Response:
    """The collection as one HTML file, to be kept. The last ones are, for a class asks for the same one at once; a
    browser that has it is told so."""
    articles: Articles = "quotes" if request.query_params.get("articles") == "quotes" else "whole"
    try:
        choice = offered(request.query_params.get("c", ""))
        state = f"{stamp_of(choice)} {choice.title}"
        text = _files.get(f"{choice.id} {articles}", state, lambda: _made(choice, articles))
    except KeyError:
        return PlainTextResponse("There is no such collection here.", status_code=404)
    except TimelineError as error:
        return PlainTextResponse(sentence_of(error), status_code=500)
    name = quote(" ".join(re.findall(r"\w+", choice.title))[:80] or "timeline")
    headers = {
        "Content-Disposition": f"attachment; filename*=utf-8''{name}.html",
        "Cache-Control": "no-cache",
        "ETag": f'"{text.tag}"',
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(text.content, media_type="text/html", headers=headers)


def _made(choice: Choice, articles: Articles) -> Made:
    content = html_file(load(choice).showing.collection, title=choice.title, articles=articles).encode()
    return Made(content, hashlib.sha256(content).hexdigest()[:16])


def routes() -> list[Route]:
    """The addresses that we serve ourselves: Plotly.js from the installed ``plotly`` package, collections and
    collections as files."""
    return [
        Route(plotly_address(), _plotly, methods=["GET"]),
        Route(FILE, _file, methods=["GET"]),
        *part_routes(),
        *page_routes(),
        *shelf_routes(),
        *bring_routes(),
        *articles_routes(),
        *check_routes(),
        *settings_routes(),
        *years_routes(),
        *teach_routes(),
        *printing_routes(),
        *font_routes(),
        *class_routes(),
    ]


def middleware() -> list[Middleware]:
    """What every request passes first."""
    return [Middleware(OwnNames), Middleware(ByCode), Middleware(Hurry)]


@asynccontextmanager
async def open_doors(_app: Any) -> AsyncIterator[None]:
    """While the server lives; before it answers the first collection is read, so that the first visit need not wait."""
    send_at_once()
    _before_stopping(dismiss)
    reading = threading.Thread(target=_read_first, name="first collection", daemon=True)
    reading.start()
    await asyncio.to_thread(reading.join, PATIENCE)
    further = await asyncio.to_thread(_ready_the_others)
    try:
        yield
    finally:
        if further is not None:
            further.kill()  # what it was making is made at the next start
            await asyncio.to_thread(further.wait)


def _before_stopping(act: Callable[[], None]) -> None:
    """Nothing; ``act`` runs on the loop of the server as soon as it is told to stop.

    When its lifespan ends is too late: before that the server waits until every question has its answer. Signals can
    be heard in the main thread alone; a server in another one is stopped by who started it.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        stop = signal.getsignal(number)

        def told(number: int, frame: FrameType | None, stop: Any = stop) -> None:
            loop.call_soon_threadsafe(act)
            stop(number, frame)

        if callable(stop):
            signal.signal(number, told)


def _read_first() -> None:
    offered = choices()
    if offered:
        try:
            load(offered[0])
        except TimelineError:
            return  # the page says what is wrong, to the person who can mend it


def _ready_the_others() -> subprocess.Popen[bytes] | None:
    try:
        return readying.begin()
    except TimelineError:
        return None  # the workspace can't be opened: the page says why
