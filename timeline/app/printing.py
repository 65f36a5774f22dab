"""A lesson on paper: the page from which it is printed, and the same as a Word document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timeline.app.classroom import HEADERS, words_of
from timeline.app.doors import sentence_of, status_of
from timeline.app.fonts import fonts_of_paper
from timeline.app.lessons import deck_of, lesson_of, matter_of, renewed_lesson, tour_of
from timeline.errors import TimelineError
from timeline.lesson.printed import SIZES, Size, printed
from timeline.lesson.word import word_document
from timeline.teach import Paper, handout, source_sheet, worksheet

if TYPE_CHECKING:
    from starlette.requests import Request

AT = "/timeline/desk/lesson/{code}/paper"
SOURCE_AT = "/timeline/desk/teach/{key}/source/paper"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def printing_routes() -> list[Route]:
    """The addresses at which lessons, and questions on articles as sources, are printed."""
    return [
        _route(AT, _page), _route(AT + ".docx", _word),
        _route(SOURCE_AT, _page), _route(SOURCE_AT + ".docx", _word),
    ]  # fmt: skip


def _route(path: str, answer: Callable[[Request], Response]) -> Route:
    """A route that a link leads to: what keeps it from answering is told as plain text."""

    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(answer, request)
        except TimelineError as error:
            return PlainTextResponse(sentence_of(error), status_code=status_of(error), headers=HEADERS)

    return Route(path, endpoint, methods=["GET"])


def _page(request: Request) -> Response:
    size = _size(request)
    other = next(one for one in SIZES if one != size)
    page = printed(
        _paper(request), size,
        other=_address(request, size=other), word=_address(request, ".docx", size=size), fonts=fonts_of_paper(),
    )  # fmt: skip
    return Response(page, media_type="text/html", headers=HEADERS)


def _address(request: Request, ending: str = "", **values: str) -> str:
    """The address that was asked for, with an ending behind its path and other values in its query."""
    return f"{quote(request.url.path)}{ending}?{urlencode({**request.query_params, **values})}"


def _word(request: Request) -> Response:
    paper = _paper(request)
    name = quote(f"{words_of(paper.title)} {paper.code}".strip())
    disposition = {"Content-Disposition": f"attachment; filename*=utf-8''{name}.docx"}
    return Response(word_document(paper, _size(request)), media_type=WORD, headers={**HEADERS, **disposition})


def _paper(request: Request) -> Paper:
    """What is printed of a lesson, or of articles as sources, with the articles as they stand now."""
    if key := request.path_params.get("key"):
        one, two, language = (request.query_params.get(name, "") for name in ("source", "beside", "lang"))
        return source_sheet(matter_of(key)[0], one, two, language)
    lesson = renewed_lesson(lesson_of(request.path_params["code"]))
    matter, _ = matter_of(lesson.place)
    if lesson.kind == "tour":
        return handout(matter, tour_of(lesson), lesson.code, lesson.body["language"])
    return worksheet(matter, deck_of(lesson))


def _size(request: Request) -> Size:
    return "letter" if request.query_params.get("size") == "letter" else "A4"
