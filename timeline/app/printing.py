"""A lesson on paper: the page from which it is printed, and the same as a Word document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timeline.app.classroom import HEADERS, words_of
from timeline.app.doors import RefusedError, sentence_of
from timeline.app.fonts import fonts
from timeline.app.lessons import deck_of, lesson_of, matter_of, renewed_lesson, tour_of
from timeline.errors import TimelineError
from timeline.lesson.printed import SIZES, Size, printed
from timeline.lesson.word import word_document
from timeline.teach import Paper, handout, worksheet

if TYPE_CHECKING:
    from starlette.requests import Request

AT = "/timeline/desk/lesson/{code}/paper"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def printing_routes() -> list[Route]:
    """The addresses at which lessons are printed."""
    return [_route(AT, _page), _route(AT + ".docx", _word)]


def _route(path: str, answer: Callable[[Request], Response]) -> Route:
    """A route that a link leads to: what keeps it from answering is told as plain text."""

    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(answer, request)
        except TimelineError as error:
            status = error.status if isinstance(error, RefusedError) else 500
            return PlainTextResponse(sentence_of(error), status_code=status, headers=HEADERS)

    return Route(path, endpoint, methods=["GET"])


def _page(request: Request) -> Response:
    size, code = _size(request), request.path_params["code"]
    here = AT.format(code=quote(code))
    other = next(one for one in SIZES if one != size)
    page = printed(
        _paper(code), size, other=f"{here}?size={other}", word=f"{here}.docx?size={size}", fonts=fonts()
    )  # fmt: skip
    return Response(page, media_type="text/html", headers=HEADERS)


def _word(request: Request) -> Response:
    paper = _paper(request.path_params["code"])
    name = quote(f"{words_of(paper.title)} {paper.code}")
    disposition = {"Content-Disposition": f"attachment; filename*=utf-8''{name}.docx"}
    return Response(word_document(paper, _size(request)), media_type=WORD, headers={**HEADERS, **disposition})


def _paper(code: str) -> Paper:
    """What is printed of a lesson, with its articles as they stand now."""
    lesson = renewed_lesson(lesson_of(code))
    matter, _ = matter_of(lesson.place)
    if lesson.kind == "tour":
        return handout(matter, tour_of(lesson), lesson.code, lesson.body["language"])
    return worksheet(matter, deck_of(lesson))


def _size(request: Request) -> Size:
    return "letter" if request.query_params.get("size") == "letter" else "A4"
