"""What a decision must say for its action, so that it can be laid over a reading, whatever file it came from.

Keys that this version doesn't know are let be: a newer one may have written them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from timeline.edtf import parse
from timeline.errors import EdtfError
from timeline.model.document import DocumentKind, Genre

Check = Callable[[str, Any], None]


def check(action: str, targets: Sequence[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Nothing, where a decision of this action says what it must. Raises TypeError with what is wrong, KeyError with
    the key that is missing."""
    if action in _ABOUT_SOMETHING and not targets:
        raise TypeError("'targets' must name what it is about")
    for held in before.values():
        _object("a value of 'before'", held)
        _each(_HELD, held)
    for key in _NEEDED.get(action, ()):
        _ = after[key]
    _each(_SAID.get(action, {}), after)


def _each(checks: Mapping[str, Check], said: Mapping[str, Any]) -> None:
    for key, one in checks.items():
        if key in said:
            one(key, said[key])


def _text(key: str, value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{key!r} must be a text")


def _text_or_none(key: str, value: Any) -> None:
    if value is not None:
        _text(key, value)


def _texts(key: str, value: Any) -> None:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"{key!r} must be a list of texts")


def _object(key: str, value: Any) -> None:
    if not isinstance(value, Mapping):
        raise TypeError(f"{key} must be an object")


def _date(key: str, value: Any) -> None:
    _text(key, value)
    try:
        parse(value)
    except EdtfError as error:
        raise TypeError(f"{key!r} is {value!r}, which is no EDTF date") from error


def _date_or_none(key: str, value: Any) -> None:
    if value not in (None, ""):
        _date(key, value)


def _one_of(choices: Any) -> Check:
    def one(key: str, value: Any) -> None:
        if value is not None and value not in get_args(choices):
            raise TypeError(f"{key!r} is {value!r}; it must be one of {', '.join(map(repr, get_args(choices)))}")

    return one


def _event(key: str, value: Any) -> None:
    _object(repr(key), value)
    for needed in ("id", "edtf", "headline"):
        _ = value[needed]
    _each({"id": _text, **_DATED, **_WORDS}, value)


def _stays(key: str, value: Any) -> None:
    _object(repr(key), value)
    _each(_DATED, value)


_DATED: Mapping[str, Check] = {"edtf": _date, "mod": _text_or_none}

_WORDS: Mapping[str, Check] = {
    "headline": _text, "kind": _text, "note": _text, "participants": _texts, "places": _texts, "tags": _texts,
    "add_tags": _texts, "drop_tags": _texts,
}  # fmt: skip

_HELD: Mapping[str, Check] = {"edtf": _date_or_none, "mod": _text_or_none}

_SAID: Mapping[str, Mapping[str, Check]] = {
    "date": _DATED,
    "settle": _DATED,
    "merge": {**_DATED, "headline": _text},
    "edit": _WORDS,
    "split": {"event": _event, "stays": _stays},
    "make": {"event": _event},
    "opinion": {"verdict": _text, "edtf": _date_or_none},
    "article": {
        **dict.fromkeys(("title", "author", "publisher", "url", "language", "licence", "note"), _text_or_none),
        "published": _date_or_none, "kind": _one_of(DocumentKind), "genre": _one_of(Genre),
    },
}  # fmt: skip
"""What ``after`` may hold, by action: docs/review.md."""

_NEEDED: Mapping[str, Sequence[str]] = {"date": ("edtf",), "split": ("event",), "make": ("event",)}

_ABOUT_SOMETHING = frozenset({"merge", "split", "article"})
