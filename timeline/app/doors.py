"""Who may ask the app for what: our own pages, from this computer, with the word where one is needed.

A page of another site that is open in the same browser can send requests here too. It can't read the answers, and
can't set a header of ours; a name of its own that leads to this computer (DNS rebinding) would let it do both. So
the name that was asked is looked at always, and of what changes something the header and the origin as well.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, cookie_parser
from starlette.responses import Response
from starlette.routing import Route

from timeline.app.visitors import HEADER, Visitor, by_cookies, by_word, enter, visitor, word_needed
from timeline.chart import compact
from timeline.chart.labels import shown
from timeline.errors import ChangedMeanwhileError, DatabaseError, TimelineError, UnknownCollectionError
from timeline.store.database.place import place_of
from timeline.teach import speech

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = "TIMELINE_HOSTS"
"""The environment variable that names more hosts under which the app may be asked, with commas between."""

NOT_OURS = "This address is not one of the app’s own: open the one that it printed."

READING = frozenset({"GET", "HEAD", "OPTIONS"})

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})

UNFRAMED = ((b"content-security-policy", b"frame-ancestors 'self'"), (b"x-frame-options", b"SAMEORIGIN"))
"""The headers that say who may frame an answer, for newer and for older browsers."""

NAMING_FILES = ("TIMELINE_COLLECTION", "TIMELINE_SETTINGS")
"""The environment variables that name files of this computer, beside the database's."""

MOST_TOLD = 2_000_000
"""Bytes of a request that changes something; files come by a way of their own."""

Asked = Callable[["Request"], Any]
Told = Callable[["Request", dict[str, Any]], Any]


class RefusedError(TimelineError):
    """What was asked can't be had, in a sentence for the person; ``status`` is HTTP's."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def asked(path: str, answer: Asked) -> Route:
    """A route that tells something: ``answer`` gives an answer or what becomes JSON, or raises a ``TimelineError``."""

    async def endpoint(request: Request) -> Response:
        return await answered(lambda: run_in_threadpool(answer, request))

    return Route(path, endpoint, methods=["GET"])


def told(path: str, answer: Told, *, by_anybody: bool = False) -> Route:
    """A route that changes something: ``answer`` is given what was sent as JSON.

    ``by_anybody``: the word for editing is not asked for, as of a class that answers.
    """

    async def endpoint(request: Request) -> Response:
        async def work() -> Any:
            (check_ours if by_anybody else check_change)(request)
            wish = await wish_of(request)
            return await run_in_threadpool(answer, request, wish)

        return await answered(work)

    return Route(path, endpoint, methods=["POST"])


class OwnNames:
    """Lets nobody in who asks for the app under a name that isn't its own: no page, no data, no socket.

    Nor does anything come in by Streamlit's ways of sending files: no page of ours uses them, and a visitor who may
    only read could fill the memory by them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands over to the app, or refuses."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif _is_own(scope) and not _is_sent_to_streamlit(scope):
            enter(_who(scope))
            await self._app(scope, receive, _unframed(send))
        elif scope["type"] == "http":
            await in_json({"problem": NOT_OURS}, 403)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})


def _unframed(send: Send) -> Send:
    """Tells browsers with every answer that no page of others may frame it: clicks meant for theirs would fall on ours.

    Pages of our own origin may: Streamlit shows some components so.
    """

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *UNFRAMED]}
        await send(message)

    return sent


def _who(scope: Scope) -> Visitor:
    """Who asks: by the word, and for what only tells something by the cookie too."""
    headers = Headers(scope=scope)
    who = by_word(headers.get(HEADER, ""))
    if scope["type"] == "http" and scope["method"] not in READING:
        return who
    return max(who, by_cookies(cookie_parser(headers.get("cookie", ""))))


def _is_own(scope: Scope) -> bool:
    head = {name: value.decode("latin-1") for name, value in reversed(scope["headers"])}
    host, origin = head.get(b"host", ""), head.get(b"origin")
    # A socket that another site opens would show it all. Streamlit lets in those of this computer, and asks a machine
    # out in the network for our address to find out who else is one.
    if scope["type"] == "websocket" and origin is not None and _origin(origin) != host:
        return False
    return _host(host) in LOCAL | _more_hosts()


def _is_sent_to_streamlit(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] not in READING and scope["path"].startswith("/_stcore/")


def check_change(request: Request) -> None:
    """Raises ``RefusedError`` where this request may not change anything."""
    check_ours(request)
    if visitor() is Visitor.READER:
        raise RefusedError("Here everything may be read. To change something, give the word for editing.", 401)


def check_ours(request: Request) -> None:
    """Raises ``RefusedError`` where this request comes from no page of ours."""
    origin = request.headers.get("origin")
    if HEADER not in request.headers or (origin and _origin(origin) != request.headers.get("host")):
        raise RefusedError("Only the app’s own pages may change something.", 403)


def check_owner() -> None:
    """Raises ``RefusedError`` where somebody else asks for what is left to who shares the app."""
    if visitor() is not Visitor.OWNER:
        raise RefusedError("That is left to who shares these collections.", 403)


def sentence_of(error: TimelineError) -> str:
    """What an error says, safe to be shown. Where the app is shared, files are named without their folders, which name
    this computer's user, and a database on a server not at all."""
    sentence = str(error)
    if word_needed():
        for place, instead in _places():
            sentence = sentence.replace(place, instead)
    return shown(sentence)


def _places() -> list[tuple[str, str]]:
    """What others need not know of this computer, with what they are told instead."""
    folders = {Path.home(), *(Path(os.environ[name]).parent for name in NAMING_FILES if os.environ.get(name))}
    servers: list[tuple[str, str]] = []
    with suppress(DatabaseError):  # an address that means no place
        database = place_of(None)
        folders.add(database.folder)
        servers = [(database.name, "The database")] if database.file is None else []
    inner_first = sorted((f"{folder}{os.sep}" for folder in folders), key=len, reverse=True)
    return servers + [(folder, "") for folder in inner_first]


async def received(request: Request, place: Path, most: int) -> None:
    """Nothing; what was sent lies at ``place``, or a part of it on an error.

    Raises ``RefusedError`` where it is more than ``most`` bytes.
    """
    size = 0
    with place.open("wb") as file:
        async for part in request.stream():
            size += len(part)
            if size > most:
                raise RefusedError(f"The file is too big: at most {most / 1e6:,.0f} MB. Split it.", 413)
            file.write(part)


def unreadable(language: str = "en") -> RefusedError:
    """What is said, in a language, of what no page of ours sends, but one of an older version may."""
    return RefusedError(speech(language).text("refused.unreadable"))


async def wish_of(request: Request) -> dict[str, Any]:
    """What was sent, as JSON. Raises ``RefusedError`` where it can't be read or is too much."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_TOLD:
            raise RefusedError("That is too much to be sent at once.", 413)
    try:
        wish = json.loads(bytes(body) or b"{}")
    except (ValueError, RecursionError):
        raise unreadable() from None
    if not isinstance(wish, dict):
        raise unreadable()
    return wish


async def answered(work: Callable[[], Awaitable[Any]]) -> Response:
    """What ``work`` gives, as JSON if it is no answer yet; where it raises a ``TimelineError``, the sentence."""
    try:
        answer = await work()
    except RefusedError as error:
        return in_json({"problem": str(error)}, error.status)
    except TimelineError as error:
        return in_json({"problem": sentence_of(error)}, status_of(error))
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = (
            "is full, and nothing was kept: make room and try again"
            if full
            else f"can’t be written or read: {error.strerror or error}"
        )
        return in_json({"problem": f"The disk {reason}."}, 507)
    except (ClientDisconnect, asyncio.CancelledError):
        return Response(status_code=499)
    return answer if isinstance(answer, Response) else in_json(answer if answer is not None else {})


def status_of(error: TimelineError) -> int:
    """HTTP's status for what went wrong: 409 where somebody else was first, 404 where there is no such collection."""
    if isinstance(error, RefusedError):
        return error.status
    if isinstance(error, ChangedMeanwhileError):
        return 409
    return 404 if isinstance(error, UnknownCollectionError) else 400


def in_json(answer: Any, status: int = 200) -> Response:
    """An answer that no cache keeps."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return Response(compact(answer), status_code=status, headers=headers, media_type="application/json")


def _more_hosts() -> frozenset[str]:
    return frozenset(filter(None, (name.strip().lower() for name in os.environ.get(HOSTS, "").split(","))))


def _origin(header: str) -> str:
    """The host and port of an origin; empty where it is no address, which no host is."""
    try:
        return urlsplit(header).netloc
    except ValueError:
        return ""


def _host(header: str) -> str:
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""
