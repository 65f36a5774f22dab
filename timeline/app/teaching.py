"""The page Teach: what can be made of a collection, what was made, and looking through it before the lesson."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from starlette.routing import Route

from timeline.app.articles import to_choose
from timeline.app.collections import is_own
from timeline.app.desk import text_in, too_long, workspace
from timeline.app.doors import HOSTS, RefusedError, asked, told, unreadable
from timeline.app.lessons import (
    board_of,
    bring_back,
    change,
    changed_exercise,
    deck_of,
    language_of,
    lesson_of,
    make_exercise,
    make_tour_of,
    matter_of,
    no_lesson,
    remove,
    removed_lesson,
    rename_exercise,
    renewed_lesson,
    title_for,
    title_of,
    tour_of,
    turn_board,
)
from timeline.app.sourcing import source_given
from timeline.chart.labels import cut, shown
from timeline.lesson.receipt import read_receipt, went
from timeline.lesson.texts import NAMES
from timeline.teach import KINDS, LANGUAGES, DeckSettings, Matter, Tour, of_plain, own_card, plain, speech
from timeline.teach.matter import topics_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from timeline.store.workspace import Lesson

PARTS = ("kinds", "verdict", "exercise", "result", "show", "teach", "board", "source")
"""The parts of the texts that the page shows."""

MOST_TOPICS = 60
"""Topics that are offered: those with the most events."""

MOST_EVENTS = 2_000
"""Events that are offered for a step of a tour, or as the proof of an answer."""

FEWEST_OF_TOPIC = 3
"""Events that a topic must have to be offered."""

MAKE = "/timeline/desk/teach/{key}"
AT = "/timeline/desk/lesson/{code}"


def teach_routes() -> list[Route]:
    """The addresses at which lessons are made and changed."""
    return [
        told(MAKE + "/exercise", _exercise),
        told(MAKE + "/tour", _tour),
        told(AT + "/cards", _cards),
        told(AT + "/own", _own),
        told(AT + "/title", _title),
        told(AT + "/tour", _stops),
        told(AT + "/remove", lambda request, _wish: remove(_known(request.path_params["code"]).code)),
        told(AT + "/bring-back", _bring_back),
        told(AT + "/board", _board),
        asked(AT + "/receipt", _receipt),
    ]


def language_in(query: Mapping[str, str]) -> str:
    """The language of the lesson that an address names, else English."""
    return query["lang"] if query.get("lang") in LANGUAGES else LANGUAGES[0]


def language_in_wish(wish: Mapping[str, Any]) -> str:
    """The language of the lesson that a wish names, else English."""
    return str(wish["language"]) if wish.get("language") in LANGUAGES else LANGUAGES[0]


def teach_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: what can be made, what was made, and what the address names: a lesson (``lesson``), or
    articles to be looked at as sources (``source``, and ``beside`` it another one)."""
    key, language = query.get("c", ""), language_in(query)
    matter, _ = matter_of(key, language)
    given: dict[str, Any] = {
        "key": key,
        "title": shown(title_of(key)),
        "own": is_own(key),
        "language": language,
        "languages": NAMES,
        "kinds": list(KINDS),
        "topics": _topics(matter, language),
        "hosts": [host for host in os.environ.get(HOSTS, "").split(",") if host],
        "lessons": [_brief(lesson) for lesson in workspace().lessons(key)],
        "articles": [] if query.get("lesson") else to_choose(matter.collection),
        "lesson": None,
        "source": None,
    }
    if code := query.get("lesson"):
        given["lesson"] = _whole(renewed_lesson(_known(code, language)), matter, language)
    elif one := query.get("source"):
        given["source"] = source_given(matter, one, query.get("beside", ""), language)
    return given


def _known(code: str, language: str = LANGUAGES[0]) -> Lesson:
    """The lesson of a code, for who may know of the collection that it was made from. Raises ``RefusedError``, in a
    language."""
    return _seen(lesson_of(code, language), language)


def _seen(lesson: Lesson, language: str = LANGUAGES[0]) -> Lesson:
    try:
        title_of(lesson.place)
    except KeyError:
        raise no_lesson(lesson.code, language) from None
    return lesson


def _topics(matter: Matter, language: str) -> list[dict[str, Any]]:
    words = speech(language)
    counts = Counter(topic for subject in matter.on() for topic in set(topics_of(subject.event)) if topic)
    found = [(topic, n) for topic, n in counts.most_common(MOST_TOPICS) if n >= FEWEST_OF_TOPIC]
    return [{"topic": topic, "name": shown(words.topic(topic)), "count": n} for topic, n in found]


def _brief(lesson: Lesson) -> dict[str, Any]:
    body = lesson.body
    cards = len(body["deck"]["cards"]) if lesson.kind == "exercise" else len(body["tour"]["stops"])
    title = body["deck"]["title"] if lesson.kind == "exercise" else body["tour"]["title"]
    return {"code": lesson.code, "kind": lesson.kind, "title": cut(shown(title)), "cards": cards, "made": lesson.made}


def _whole(lesson: Lesson, matter: Matter, language: str) -> dict[str, Any]:
    words = speech(language)
    events = [
        {"id": event.id, "when": words.say(event.edtf, event.mod), "headline": cut(shown(event.headline), 160)}
        for event in matter.collection.events[:MOST_EVENTS]
        if event.edtf
    ]
    if lesson.kind == "tour":
        return {**_brief(lesson), "tour": plain(_standing(tour_of(lesson), matter)), "events": events}
    board = board_of(lesson.code)
    return {
        **_brief(lesson),
        "deck": plain(deck_of(lesson)),
        "events": events,
        "board": board.counts() if board else None,
    }


def _exercise(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """A new exercise by what was chosen; what was not is as usual."""
    language = language_in_wish(wish)
    lesson = make_exercise(request.path_params["key"], _settings(wish, language), language)
    return {"code": lesson.code}


def _tour(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """A new tour through what matters most."""
    return {"code": make_tour_of(request.path_params["key"], language_in_wish(wish)).code}


def _cards(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Drops cards, or puts others in their place. The exercise has another code then."""
    lesson = _known(request.path_params["code"])
    named = {name: wish.get(name, []) for name in ("drop", "change")}
    if not all(isinstance(ids, list) and all(isinstance(one, str) for one in ids) for ids in named.values()):
        raise unreadable(language_of(lesson))
    return {"code": changed_exercise(lesson.code, **named).code}


_LINES = 3000
"""Letters of all right or all wrong answers to a question of one's own."""


def _own(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Adds a card of the teacher's own."""
    lesson = _known(request.path_params["code"])
    language = deck_of(lesson).language
    card = own_card(
        text_in(wish, "prompt", longest=500, language=language),
        _lines(wish, "right", language),
        _lines(wish, "wrong", language),
        why=text_in(wish, "why", longest=1000, language=language),
        collection=matter_of(lesson.place)[0],
        event=text_in(wish, "event", language=language),
        language=language,
    )
    return {"code": changed_exercise(lesson.code, own=[card]).code}


def _lines(wish: dict[str, Any], name: str, language: str) -> list[str]:
    """The lines of a text that aren't empty. Raises ``RefusedError``, in that language, where it is too long."""
    value = wish.get(name, "")
    if not isinstance(value, str):
        raise unreadable(language)
    if len(value) > _LINES:
        raise too_long(_LINES, language)
    return [" ".join(shown(line).split()) for line in value.splitlines() if line.strip()]


def _title(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Names an exercise; its code stays."""
    lesson = _known(request.path_params["code"])
    language = language_of(lesson)
    return {"title": rename_exercise(lesson.code, text_in(wish, "title", language=language))}


def _stops(request: Request, wish: dict[str, Any]) -> None:
    """Keeps a tour as it was changed: its words, its steps and their order."""
    lesson = _known(request.path_params["code"])
    tour_of(lesson)
    matter = matter_of(lesson.place)[0]
    tour = _standing(of_plain(Tour, wish.get("tour")), matter)
    if not tour.stops:
        raise RefusedError(speech(language_of(lesson)).text("refused.no-stop"))
    if not tour.title.strip():
        tour = replace(tour, title=title_for(lesson.place, matter, language_of(lesson)))
    change(lesson.code, tour=plain(tour))


def _standing(tour: Tour, matter: Matter) -> Tour:
    """The tour without steps whose event is gone: merged with another one, or with its article."""
    return replace(tour, stops=tuple(stop for stop in tour.stops if stop.event in matter.events))


def _settings(wish: dict[str, Any], language: str) -> DeckSettings:
    usual = DeckSettings()
    kinds = wish.get("kinds", list(usual.kinds))
    numbers = {name: wish.get(name, getattr(usual, name)) for name in ("cards", "level", "rounds", "seed")}
    if not isinstance(kinds, list) or not all(type(number) is int for number in numbers.values()):
        raise unreadable(language)
    return DeckSettings(
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        topic=text_in(wish, "topic", language=language),
        points=wish.get("points") is True,
        **cast(Any, numbers),
    )


def _bring_back(request: Request, wish: dict[str, Any]) -> None:
    """Takes the removal of a lesson back."""
    language = language_in_wish(wish)
    bring_back(_seen(removed_lesson(request.path_params["code"], language), language).code)


def _board(request: Request, wish: dict[str, Any]) -> None:
    """Opens the class board, closes it, or empties it."""
    code = _known(request.path_params["code"]).code
    if wish.get("clear") is True and (board := board_of(code)):
        board.clear()
    turn_board(code, to_open=wish.get("open") is True)


def _receipt(request: Request) -> dict[str, Any]:
    """How each card went for a pupil, from the signs that the pupil shows."""
    deck = deck_of(_known(request.path_params["code"]))
    signs, language = request.query_params.get("signs", ""), language_in(request.query_params)
    return {"went": list(went(deck, read_receipt(deck.code, len(deck.cards), signs, language)))}
