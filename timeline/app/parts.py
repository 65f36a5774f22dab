"""What the explorer asks of the server: a collection's outline, then details and texts when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from timeline.app.answers import Answer
from timeline.app.collections import DATA, NOTHING, held, load, offered
from timeline.app.doors import RefusedError, asked, sentence_of
from timeline.app.loaded import BLOCK, Loaded, block
from timeline.app.making import share
from timeline.chart import compact
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from starlette.requests import Request

TOGETHER = 500
"""Events whose details are sent together ahead of time, where a collection is small enough for all of them."""

QUOTES = 2000
"""Events whose sentences are sent together for search."""

LONGEST = 400
"""Letters that may name a part: what is kept of an answer beside itself is bounded."""


def part_routes() -> list[Route]:
    """The addresses of collections' data."""
    return [
        Route(DATA + "/{key}", _outline, methods=["GET"]),
        asked(DATA + "/{key}/making", _making),
        Route(DATA + "/{key}/{what}/{which}", _part, methods=["GET"]),
    ]


async def _outline(request: Request) -> Response:
    """The outline of a collection. A browser that has it already is told so, in a few bytes."""
    key = request.path_params["key"]
    loaded = held(key, request.url.query)
    if loaded is None:
        try:
            loaded = await run_in_threadpool(loaded_of, key)
        except KeyError:
            return Response("There is no such collection.", status_code=404, media_type="text/plain")
    answer = loaded.outline.to(request)
    answer.background = BackgroundTask(loaded.read_on)  # not before: the page comes up while nothing else is computed
    return answer


def _making(request: Request) -> dict[str, float | None]:
    """How much of a collection is made ready, for who waits for its outline."""
    key = request.path_params["key"]
    try:
        return {"share": share(offered(key).id)}
    except KeyError:
        raise RefusedError("There is no such collection.", 404) from None


async def _part(request: Request) -> Response:
    """A part of a collection that its outline leaves out, as long as the outline stands that the stamp in the query is
    of: of a collection that was changed since, the same number is another event's.

    What is kept goes out at once: to hand it to another thread and back takes many times longer where others compute.
    """
    key, what, which = (request.path_params[name] for name in ("key", "what", "which"))
    stamp = request.url.query
    loaded = held(key, stamp)
    answer = loaded.answers.held(f"{what}/{which}", "") if loaded else None
    if answer is None:
        try:
            answer = await run_in_threadpool(_answer, key, what, which, stamp)
        except RefusedError as error:
            return Response(str(error), status_code=error.status, media_type="text/plain")
        except (LookupError, ValueError, TimelineError):
            return Response("There is no such part.", status_code=404, media_type="text/plain")
    return answer.to(request)


def _answer(key: str, what: str, which: str, stamp: str) -> Answer:
    if len(which) > LONGEST:
        raise LookupError(what)
    loaded = load(offered(key), stamp)
    return loaded.answers.get(f"{what}/{which}", "", lambda: Answer.of(compact(part_of(loaded, what, which)).encode()))


def loaded_of(key: str) -> Loaded:
    """An offered collection; of one that can't be read an empty outline says so. Raises ``KeyError`` where no such
    collection is offered."""
    try:
        return load(offered(key))
    except TimelineError as error:
        refused = error

    def make() -> NoReturn:
        raise refused

    return Loaded(Answer.of(compact({**NOTHING, "problems": [sentence_of(refused)]}).encode()), make)


def part_of(loaded: Loaded, what: str, which: str) -> Any:
    """A part of a collection that its outline leaves out, as JSON data.

    ``events``: the details of the BLOCK events from number ``which`` on, or of those of the numbers that stand there,
    "3,17,99", BLOCK at most. ``all``: the details of the TOGETHER events from number ``which`` on. ``quotes``: the
    sentences, as plain texts, of the QUOTES events from number ``which`` on. ``articles``: the lines of one article.
    ``home``: the number of the article that holds a mention. ``left``: the mentions that are ``undated`` or set
    ``aside``. ``joins``: why the sentences of the event with the id ``which`` are one event. Raises ``LookupError`` or
    ``ValueError`` where there is no such part.
    """
    showing = loaded.showing
    events = range(len(showing.collection.events))
    if what == "events":
        asked = [int(number) for number in which.split(",")[:BLOCK]]
        return block(showing, asked[0]) if len(asked) == 1 else [showing.details(number) for number in asked]
    if what == "all":
        return [showing.details(number) for number in events[int(which) : int(which) + TOGETHER]]
    if what == "quotes":
        return [showing.quotes(number) for number in events[int(which) : int(which) + QUOTES]]
    if what == "articles":
        return showing.lines(int(which))
    if what == "home":
        return showing.home(which)
    if what == "left" and which in ("undated", "aside"):
        return showing.left(which)
    if what == "joins":
        return loaded.reasons.of(which)
    raise LookupError(what)
