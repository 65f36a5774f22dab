"""Exercises and tours as they are kept: made from a collection as it stands, found by their code, and made anew where
something that they rest on was corrected since."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import replace
from typing import Any

from timeline.app.board import Board, Counts
from timeline.app.collections import is_unnamed, load, offered, stamp_of
from timeline.app.desk import GONE, now, workspace
from timeline.app.doors import RefusedError
from timeline.app.kept import Kept
from timeline.chart.labels import cut, shown
from timeline.errors import TimelineError, UnknownLessonError
from timeline.store.workspace import Lesson
from timeline.teach import (
    LANGUAGES,
    Deck,
    DeckSettings,
    Matter,
    Scene,
    Tour,
    make_deck,
    make_tour,
    of_plain,
    plain,
    redo,
    renewed,
    scenes,
    speech,
)
from timeline.teach.dice import short_code
from timeline.teach.titles import lesson_title

KEPT_MATTERS = 4
"""Collections that are kept ready for asking."""

KEPT_BOARDS = 64
"""Boards that are kept in memory; the others are in the workspace."""

KEPT_REMOVED = 64
"""Lessons that were removed and can be brought back, until the server is stopped."""

_matters: Kept[Matter] = Kept(lambda _: 1, KEPT_MATTERS)
_boards: OrderedDict[str, Board] = OrderedDict()
_removed: OrderedDict[str, tuple[Lesson, Counts]] = OrderedDict()
_turn = threading.RLock()
"""Of what is kept in memory."""

_changing = threading.RLock()
"""Of lessons that are read, changed and written: a class that renews an exercise and the teacher who opens its board
would otherwise undo each other."""


def matter_of(key: str, language: str = LANGUAGES[0]) -> tuple[Matter, str]:
    """A collection ready for asking, and the stamp of its state. Raises ``TimelineError`` where there is none, in a
    language."""
    try:
        choice = offered(key)
    except KeyError:
        raise RefusedError(speech(language).text("refused.no-collection", name=cut(shown(key), 40)), 404) from None
    state = stamp_of(choice)
    return _matters.get(key, state, lambda: Matter(load(choice).showing.collection)), state


def make_exercise(key: str, settings: DeckSettings, language: str) -> Lesson:
    """A new exercise, kept under its code."""
    matter, state = matter_of(key, language)
    deck = make_deck(matter, settings, language, title=title_for(key, matter, language, settings.topic))
    if not deck.cards:
        raise RefusedError(" ".join(dict.fromkeys(one.reason for one in deck.unmade)))
    return keep_exercise(key, deck, state)


def keep_exercise(key: str, deck: Deck, state: str, *, to_open: bool = False) -> Lesson:
    """The exercise, kept under the code of its deck. Made once more, its board stays as open as it was; else it is
    ``to_open``."""
    at = now()
    with _changing:
        try:
            open_ = workspace().lesson(deck.code).body.get("open", False)
        except UnknownLessonError:
            open_ = to_open
        lesson = Lesson(deck.code, "exercise", key, at, at, {"deck": plain(deck), "state": state, "open": open_})
        workspace().keep_lesson(lesson)
        _removed.pop(deck.code, None)  # what was made anew is not brought back over it
        _forget(deck.code)
    return lesson


def make_tour_of(key: str, language: str) -> Lesson:
    """A new tour through what matters most, kept under a code of its own."""
    matter, _ = matter_of(key, language)
    tour = make_tour(matter, title=title_for(key, matter, language), language=language)
    code = short_code(f"{key}\n{secrets.token_hex(8)}")
    at = now()
    lesson = Lesson(code, "tour", key, at, at, {"tour": plain(tour), "language": language})
    workspace().keep_lesson(lesson)
    return lesson


def tour_of(lesson: Lesson) -> Tour:
    """The tour of a lesson. Raises ``RefusedError`` where it is an exercise."""
    if lesson.kind != "tour":
        raise _refused(lesson, "refused.no-tour")
    return of_plain(Tour, lesson.body["tour"])


def scenes_of(lesson: Lesson) -> tuple[Scene, ...]:
    """What the steps of a tour show, as the collection stands now."""
    return scenes(matter_of(lesson.place)[0], tour_of(lesson), lesson.body["language"])


def title_of(key: str) -> str:
    """The name of a collection."""
    return offered(key).title


def title_for(key: str, matter: Matter, language: str, topic: str = "") -> str:
    """What a new lesson is called: as its collection, if somebody has named that, and by its topic."""
    choice = offered(key)
    return lesson_title(matter, speech(language), topic, "" if is_unnamed(choice) else choice.title)


def rename_exercise(code: str, title: str) -> str:
    """The title that an exercise has from now on; without one it is named anew."""
    lesson = lesson_of(code)
    deck = deck_of(lesson)
    title = title or title_for(lesson.place, matter_of(lesson.place)[0], deck.language, deck.settings.topic)
    change(code, deck=plain(replace(deck, title=title)))
    return title


def language_of(lesson: Lesson) -> str:
    """The language in which a lesson was made."""
    told: str = lesson.body["language"] if lesson.kind == "tour" else lesson.body["deck"]["language"]
    return told


def _refused(lesson: Lesson, key: str) -> RefusedError:
    """What is said of a lesson in its own language."""
    return RefusedError(speech(language_of(lesson)).text(key, code=lesson.code), 404)


def lesson_of(code: str, language: str = LANGUAGES[0]) -> Lesson:
    """The lesson of a code as somebody typed it. Raises ``RefusedError`` where there is none, in a language."""
    try:
        return workspace().lesson(code.strip().upper())
    except UnknownLessonError:
        raise no_lesson(code, language) from None


def no_lesson(code: str, language: str) -> RefusedError:
    """What is said where there is no lesson of a code."""
    return RefusedError(speech(language).text("refused.no-lesson", code=cut(shown(code.strip().upper()), 40)), 404)


def renewed_lesson(lesson: Lesson) -> Lesson:
    """The lesson; an exercise as its collection stands now, so that what was corrected is right in it."""
    if lesson.kind != "exercise":
        return lesson
    try:
        matter, state = matter_of(lesson.place)
    except TimelineError:
        return lesson  # the collection is gone, or can't be read just now: the exercise is as it was
    if state == lesson.body["state"]:
        return lesson
    return change(lesson.code, deck=plain(renewed(matter, deck_of(lesson))), state=state)


def in_language(lesson: Lesson, language: str) -> Deck:
    """The deck of an exercise in a language; as it was made where that is empty."""
    deck = deck_of(lesson)
    return deck if language in ("", deck.language) else renewed(matter_of(lesson.place)[0], deck, language)


def changed_exercise(code: str, **wish: Any) -> Lesson:
    """The exercise after cards were dropped, changed or added, under its new code; the old one is gone."""
    lesson = renewed_lesson(lesson_of(code))
    matter, state = matter_of(lesson.place)
    deck = redo(matter, deck_of(lesson), **wish)
    if not deck.cards:
        raise RefusedError(speech(language_of(lesson)).text("refused.no-card"))
    new = keep_exercise(lesson.place, deck, state, to_open=lesson.body.get("open", False))
    if new.code != lesson.code:
        remove(lesson.code)
    return new


def deck_of(lesson: Lesson) -> Deck:
    """The deck of an exercise. Raises ``RefusedError`` where it is a tour."""
    if lesson.kind != "exercise":
        raise _refused(lesson, "refused.no-exercise")
    return of_plain(Deck, lesson.body["deck"])


def board_of(code: str) -> Board | None:
    """The board of an exercise; None where the teacher has not opened it, or there is no such exercise."""
    with _turn:
        if code in _boards:
            _boards.move_to_end(code)
            return _boards[code]
    lesson = lesson_of(code)
    if not lesson.body.get("open"):
        return None
    room = workspace()
    board = Board(deck_of(lesson), room.answers(lesson.code), lambda counts: room.keep_answers(lesson.code, counts))
    with _turn:
        board = _boards.setdefault(lesson.code, board)
        while len(_boards) > KEPT_BOARDS:
            _boards.popitem(last=False)
    return board


def turn_board(code: str, *, to_open: bool) -> None:
    """Nothing; answers are counted from now on, or no longer."""
    change(code, open=to_open)


def change(code: str, **values: Any) -> Lesson:
    """The lesson after these values of its body were set."""
    with _changing:
        lesson = lesson_of(code)
        changed = replace(lesson, changed=now(), body={**lesson.body, **values})
        workspace().keep_lesson(changed)
        _forget(lesson.code)
    return changed


def remove(code: str) -> None:
    """Nothing; the lesson is gone, until ``bring_back``."""
    with _changing:
        lesson = lesson_of(code)
        _forget(lesson.code)
        counts = workspace().answers(lesson.code)
        workspace().remove_lesson(lesson.code)
        _removed[lesson.code] = lesson, counts
        while len(_removed) > KEPT_REMOVED:
            _removed.popitem(last=False)


def removed_lesson(code: str, language: str = LANGUAGES[0]) -> Lesson:
    """The lesson of a code that was removed a while ago. Raises ``RefusedError`` where it is not known any more, in a
    language."""
    with _changing:
        if code not in _removed:
            raise RefusedError(speech(language).text("refused.gone", code=cut(shown(code), 40)), GONE)
        return _removed[code][0]


def bring_back(code: str) -> None:
    """Nothing; a lesson that was removed is there again, with what a class answered. Raises as ``removed_lesson``."""
    with _changing:
        lesson = removed_lesson(code)
        workspace().keep_lesson(lesson)
        workspace().keep_answers(lesson.code, _removed.pop(code)[1])


def _forget(code: str) -> None:
    """Nothing; the board is made anew when it is asked for next, from the answers that are then on the disk."""
    with _turn:
        if code in _boards:
            _boards[code].write()
            del _boards[code]
