"""Lessons go along with their collection: into a copy of it, into the file in which it is saved, and out of that again.

In a file they stand under a key of their own, which all else that reads the file keeps as it is.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.app.desk import now, workspace
from timeline.errors import TeachError, UnknownLessonError
from timeline.model import Collection
from timeline.store.workspace import Lesson
from timeline.teach import LANGUAGES, Deck, Tour, of_plain, plain
from timeline.teach.dice import short_code

KEY = "lessons"
"""The key of a collection file under which its lessons stand."""

MOST_CARDS = 200
"""Cards of an exercise that is taken from a file: four times as many as one is made with."""

_CODE = re.compile("[2-9A-HJ-NP-Z]{6}")


def copy_lessons(key: str, to: str) -> None:
    """Nothing; the collection ``to`` has the lessons of ``key`` afterwards, under codes of their own."""
    for lesson in reversed(workspace().lessons(key)):
        workspace().keep_lesson(_made_of(told_of(lesson), to, _new_code(to)))


def with_lessons(collection: Collection, key: str) -> Collection:
    """The collection as its file holds it, with the lessons that were made from it under ``key``."""
    told = sorted((told_of(lesson) for lesson in workspace().lessons(key)), key=lambda one: one["code"])
    return _with(collection, [*_in(collection), *told])


def take_lessons(collection: Collection) -> tuple[Collection, list[dict[str, Any]]]:
    """The collection without its lessons, and these, checked. What can't be read as one stays in the collection."""
    good: list[dict[str, Any]] = []
    rest: list[Any] = []
    for one in _in(collection):
        (good if _is_lesson(one) else rest).append(one)
    return (_with(collection, rest), good) if good else (collection, [])


def keep_lessons(told: list[dict[str, Any]], key: str) -> None:
    """Nothing; the collection ``key`` has these lessons afterwards, each under its code where no other has it."""
    for one in told:
        code = str(one.get("code"))
        fits = _CODE.fullmatch(code) is not None and _is_free(code)
        workspace().keep_lesson(_made_of(one, key, code if fits else _new_code(key)))


def told_of(lesson: Lesson) -> dict[str, Any]:
    """A lesson as it stands in a file: ``kind``, ``code``, and ``deck``, or ``tour`` with its ``language``."""
    names = ("deck",) if lesson.kind == "exercise" else ("tour", "language")
    return {"kind": lesson.kind, "code": lesson.code, **{name: lesson.body[name] for name in names}}


def _in(collection: Collection) -> list[Any]:
    found = collection.unknown.get("", {}).get(KEY, [])
    return found if isinstance(found, list) else []


def _with(collection: Collection, told: list[Any]) -> Collection:
    top = {name: value for name, value in collection.unknown.get("", {}).items() if name != KEY}
    return replace(collection, unknown={**collection.unknown, "": {**top, **({KEY: told} if told else {})}})


def _is_lesson(told: Any) -> bool:
    try:
        if told["kind"] == "exercise":
            deck = of_plain(Deck, told["deck"])
            fits = 0 < len(deck.cards) <= MOST_CARDS and deck.language in LANGUAGES
            return fits and all(card.level in (1, 2, 3) for card in deck.cards)
        return told["kind"] == "tour" and told["language"] in LANGUAGES and bool(of_plain(Tour, told["tour"]).stops)
    except (TeachError, LookupError, TypeError):
        return False


def _made_of(told: Mapping[str, Any], key: str, code: str) -> Lesson:
    """A lesson of a collection under a code; an exercise is brought up to date when it is first asked for."""
    if told["kind"] == "exercise":
        deck = replace(of_plain(Deck, told["deck"]), code=code)
        body: dict[str, Any] = {"deck": plain(deck), "state": "", "open": False}
    else:
        body = {"tour": plain(of_plain(Tour, told["tour"])), "language": told["language"]}
    at = now()
    return Lesson(code, told["kind"], key, at, at, body)


def _new_code(key: str) -> str:
    return short_code(f"{key}\n{secrets.token_hex(8)}")


def _is_free(code: str) -> bool:
    try:
        workspace().lesson(code)
    except UnknownLessonError:
        return True
    return False
