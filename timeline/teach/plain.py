"""Decks, tours and the other records of teaching as plain JSON values, and back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from timeline.errors import TeachError

T = TypeVar("T")


def plain(record: object) -> Any:
    """The JSON values of a record: objects, lists, texts, numbers, null. Their keys: docs/teaching.md."""
    return msgspec.to_builtins(record)


def of_plain(kind: type[T], value: object) -> T:
    """The record of that kind that ``plain`` gave ``value``. Raises TeachError where it is none, with the place."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise TeachError(f"This is no {kind.__name__.lower()} of Timeline: {error}; make it again.") from error
