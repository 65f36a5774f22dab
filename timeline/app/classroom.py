"""What a class asks for: an exercise by its code, as a page that needs nothing more, and where answers are told.

No word is needed: who has the code may do the exercise. Nothing is noted of who asks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, cast, get_args
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timeline.app.collections import offered
from timeline.app.doors import answered, asked, check_change, sentence_of, status_of, told, unreadable, wish_of
from timeline.app.following import follow, lead
from timeline.app.fonts import fonts
from timeline.app.lessons import (
    board_of,
    deck_of,
    in_language,
    language_of,
    lesson_of,
    renewed_lesson,
    scenes_of,
    tour_of,
)
from timeline.app.visitors import Visitor, on_behalf_of
from timeline.errors import TimelineError
from timeline.lesson.assets import faces, lesson_text
from timeline.lesson.page import Role, checked_page, exercise_page, tour_page
from timeline.lesson.receipt import read_receipt, went
from timeline.teach import LANGUAGES, Deck, speech

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from timeline.store.workspace import Lesson

AT = "/timeline/class/{code}"

MOST_STEPS = 10_000
"""Steps that a tour may have."""

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def class_routes() -> list[Route]:
    """The addresses that a class's devices ask and tell."""
    return [
        Route(AT + "/file", _file, methods=["GET"]),
        told(AT + "/answer", _answer, by_anybody=True),
        Route(AT + "/at", _lead, methods=["POST"]),
        Route(AT + "/at", _follow, methods=["GET"]),
        asked(AT + "/open", lambda request: {"open": board_of(request.path_params["code"]) is not None}),
        asked(AT + "/board", _board),
    ]


class ByCode:
    """Middleware: the addresses ``/?deck=CODE`` and ``/?tour=CODE`` are pages of lessons, and not Streamlit's. With
    ``&result=SIGNS`` it is a pupil's result.

    It is one file of some fifty kilobytes: thirty phones that load sixty scripts each would wait, and a phone that
    loses the network has all that it needs.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        query = parse_qs(scope["query_string"].decode("latin-1")) if _is_front_door(scope) else {}
        code = query.get("deck") or query.get("tour")
        if code is None or "page" in query:
            await self._app(scope, receive, send)
            return
        role, language = query.get("as", ["follow"])[0], query.get("lang", [""])[0]
        signs = query.get("result", [""])[0]
        wished = Headers(scope=scope).get("accept-language", "")
        page, status = await run_in_threadpool(_page, code[0], role, language, signs, wished)
        response = Response(page, status_code=status, media_type="text/html", headers=HEADERS)
        await response(scope, receive, send)


def _is_front_door(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"] == "/"


def _page(code: str, role: str, language: str, signs: str, wished: str) -> tuple[str, int]:
    language = language if language in LANGUAGES else ""
    tongue = language or _tongue(wished)
    try:
        lesson = lesson_of(code, tongue)
        place = _place(lesson.place)
        with on_behalf_of(Visitor.OWNER):
            lesson = renewed_lesson(lesson)
            if signs:
                return _checked(deck_of(lesson), signs), 200
            if lesson.kind == "exercise":
                return _exercise(lesson.code, lesson.changed, place, language), 200
            return _tour(lesson, place, cast(Role, role) if role in get_args(Role) else "follow"), 200
    except TimelineError as error:
        return _sorry(sentence_of(error), tongue), status_of(error)


def _tongue(wished: str) -> str:
    """The first language of ours that a browser wishes for (``Accept-Language``, which names the best first), else
    English: of a code that means nothing no lesson's language is known."""
    tags = (one.split(";")[0].split("-")[0].strip().lower() for one in wished.split(","))
    return next((tag for tag in tags if tag in LANGUAGES), LANGUAGES[0])


@lru_cache(maxsize=64)
def _exercise(code: str, _changed: str, place: str, language: str) -> str:
    """The page of an exercise, in its own language or another, made once for all who ask for it."""
    deck = in_language(lesson_of(code), language)
    return exercise_page(deck, place=place, board=AT.format(code=code), fonts=fonts())


def _checked(deck: Deck, signs: str) -> str:
    return checked_page(deck, went(deck, read_receipt(deck.code, len(deck.cards), signs, deck.language)), fonts=fonts())


def _tour(lesson: Lesson, place: str, role: Role) -> str:
    return tour_page(
        tour_of(lesson), scenes_of(lesson), lesson.body["language"], code=lesson.code, role=role,
        place=place, follow=AT.format(code=lesson.code) + "/at", fonts=fonts(),
    )  # fmt: skip


def _place(key: str) -> str:
    """The address of a collection's explorer; empty for who may not know of it."""
    try:
        offered(key)
    except KeyError:
        return ""
    return f"/?{urlencode({'c': key})}"


_SORRY = """<!doctype html>
<html lang="%(language)s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Timeline</title>
<style>
%(looks)s</style>
<main><p class="name">Timeline</p><h1>%(sentence)s</h1>
<form><label>%(code)s <input name="deck" required maxlength="12" autocomplete="off" spellcheck="false"></label>
<button>%(open)s</button></form></main>
</html>
"""


def _sorry(sentence: str, language: str) -> str:
    """A page that says what is wrong, with a field for another code."""
    texts = {key: speech(language).text(f"refused.{key}") for key in ("code", "open")}
    told = {name: escape(text) for name, text in {**texts, "sentence": sentence, "language": language}.items()}
    return _SORRY % {"looks": faces(fonts()) + lesson_text("refused.css"), **told}


def words_of(title: str) -> str:
    """The words of a title, as the name of a file on any system."""
    return " ".join(re.findall(r"[^\W_]+", title))[:80] or "Timeline"


def _saved(code: str) -> tuple[str, str]:
    """The page of a lesson as a file, and the file's name."""
    with on_behalf_of(Visitor.OWNER):
        return _as_file(renewed_lesson(lesson_of(code)))


def _as_file(lesson: Lesson) -> tuple[str, str]:
    if lesson.kind == "exercise":
        deck = deck_of(lesson)
        return exercise_page(deck), f"{words_of(deck.title)} {lesson.code}"
    tour = tour_of(lesson)
    page = tour_page(tour, scenes_of(lesson), lesson.body["language"], code=lesson.code)
    return page, f"{words_of(tour.title)} {lesson.code}"


async def _file(request: Request) -> Response:
    """The lesson as one HTML file that needs no network."""
    try:
        page, name = await run_in_threadpool(_saved, request.path_params["code"])
    except TimelineError as error:
        return Response(sentence_of(error), status_code=404, media_type="text/plain", headers=HEADERS)
    disposition = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name)}.html"}
    return Response(page, media_type="text/html", headers={**HEADERS, **disposition})


def _answer(request: Request, wish: dict[str, Any]) -> dict[str, bool]:
    """Counts an answer on the class board, where the teacher has opened it."""
    code = request.path_params["code"]
    board = board_of(code)
    card, device = wish.get("card"), wish.get("device")
    if not isinstance(card, str) or not isinstance(device, str) or len(device) > 40:
        raise unreadable(language_of(lesson_of(code)))
    return {"counted": board is not None and board.count(card, wish.get("answer"), device)}


def _board(request: Request) -> dict[str, Any]:
    """The counts, where the teacher has opened the board."""
    board = board_of(request.path_params["code"])
    return {"open": False} if board is None else {"open": True, "counts": board.counts(), "devices": board.devices()}


async def _lead(request: Request) -> Response:
    """The class goes to a step of a tour: only who may change something leads it."""

    async def work() -> None:
        check_change(request)
        lesson, step = await _lesson(request), (await wish_of(request)).get("step")
        if type(step) is not int or not 0 <= step < MOST_STEPS:
            raise unreadable(language_of(lesson))
        lead(lesson.code, step)

    return await answered(work)


async def _follow(request: Request) -> Response:
    """The step that the class is at; waits for the next one."""

    async def work() -> dict[str, Any]:
        after = request.query_params.get("after", "")
        turn, step = await follow((await _lesson(request)).code, int(after) if after.isdecimal() else -1)
        return {"turn": turn, "step": step}

    return await answered(work)


async def _lesson(request: Request) -> Lesson:
    """The lesson of the code in the address."""
    return await run_in_threadpool(lesson_of, request.path_params["code"])
