"""What a class asks for: an exercise by its code, as a page that needs nothing more, and where answers are told.

No word is needed: who has the code may do the exercise. Nothing is noted of who asks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timeline.app.doors import RefusedError, asked, sentence_of, told
from timeline.app.lessons import board_of, deck_of, lesson_of
from timeline.errors import TimelineError
from timeline.lesson.page import exercise_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

AT = "/timeline/class/{code}"

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def class_routes() -> list[Route]:
    """The addresses that a class's devices ask and tell."""
    return [
        Route(AT + "/file", _file, methods=["GET"]),
        told(AT + "/answer", _answer, by_anybody=True),
        asked(AT + "/open", lambda request: {"open": board_of(request.path_params["code"]) is not None}),
        asked(AT + "/board", _board),
    ]


class ByCode:
    """Middleware: the address ``/?deck=CODE`` is the page of an exercise, and not Streamlit's.

    It is one file of some fifty kilobytes: thirty phones that load sixty scripts each would wait, and a phone that
    loses the network has all that it needs.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        query = parse_qs(scope["query_string"].decode("latin-1")) if _is_front_door(scope) else {}
        if "deck" not in query or "page" in query:
            await self._app(scope, receive, send)
            return
        page, status = await run_in_threadpool(_page, query["deck"][0])
        response = Response(page, status_code=status, media_type="text/html", headers=HEADERS)
        await response(scope, receive, send)


def _is_front_door(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"] == "/"


def _page(code: str) -> tuple[str, int]:
    try:
        lesson = lesson_of(code)
        return _made(lesson.code, lesson.changed, lesson.place), 200
    except RefusedError as error:
        return _sorry(str(error)), error.status
    except TimelineError as error:
        return _sorry(sentence_of(error)), 500


@lru_cache(maxsize=64)
def _made(code: str, _changed: str, place: str) -> str:
    """The page of an exercise, made once for all who ask for it."""
    return exercise_page(deck_of(lesson_of(code)), place=f"/?{urlencode({'c': place})}", board=AT.format(code=code))


def _sorry(sentence: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Timeline</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<main><h1>Timeline</h1><p>{escape(sentence)}</p></main></html>"
    )


def words_of(title: str) -> str:
    """The words of a title, as the name of a file on any system."""
    return " ".join(re.findall(r"[^\W_]+", title))[:80] or "Exercise"


def _saved(code: str) -> tuple[str, str]:
    lesson = lesson_of(code)
    deck = deck_of(lesson)
    return exercise_page(deck), f"{words_of(deck.title)} {deck.code}"


async def _file(request: Request) -> Response:
    """The exercise as one HTML file that needs no network."""
    try:
        page, name = await run_in_threadpool(_saved, request.path_params["code"])
    except TimelineError as error:
        return Response(sentence_of(error), status_code=404, media_type="text/plain", headers=HEADERS)
    disposition = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name)}.html"}
    return Response(page, media_type="text/html", headers={**HEADERS, **disposition})


def _answer(request: Request, wish: dict[str, Any]) -> dict[str, bool]:
    """Counts an answer on the class board, where the teacher has opened it."""
    board = board_of(request.path_params["code"])
    card, device = wish.get("card"), wish.get("device")
    if not isinstance(card, str) or not isinstance(device, str) or len(device) > 40:
        raise RefusedError("What was sent can’t be read.")
    return {"counted": board is not None and board.count(card, wish.get("answer"), device)}


def _board(request: Request) -> dict[str, Any]:
    """The counts, where the teacher has opened the board."""
    board = board_of(request.path_params["code"])
    return {"open": False} if board is None else {"open": True, "counts": board.counts(), "devices": board.devices()}
