"""One object of a collection file while it is read: its keys by type, and a clear error for each that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_args

from timeline.edtf import parse
from timeline.errors import CollectionFileError, EdtfError

T = TypeVar("T")

REQUIRED: Any = object()
_NAMES = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


@dataclass(slots=True)
class Entry:
    """One object of a file while it is read: which keys were asked for tells which ones are unknown.

    ``place`` is where it stands, for people and as key of ``Collection.unknown``: "" for the whole file,
    "events/e1/citations/0" for the first citation of the event e1.
    """

    data: Mapping[str, Any]
    place: str
    unknown: dict[str, Any]
    asked: set[str] = field(default_factory=set)

    def error(self, message: str) -> CollectionFileError:
        """The error that ``message`` is wrong here."""
        return CollectionFileError(f"{self.place or 'the file'}: {message}")

    def get(self, key: str, kind: type[T], default: Any = REQUIRED) -> T:
        """The value of ``key``, of type ``kind``; a key without ``default`` must be there."""
        self.asked.add(key)
        value = self.data.get(key, default)
        if value is REQUIRED:
            raise self.error(f"the key {key!r} is missing")
        if value is default:
            return value  # type: ignore[no-any-return]  # the caller's own default
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.error(f"{key!r} must be {_NAMES[kind]}")
        return value

    def text_or_none(self, key: str, default: Any = REQUIRED) -> str | None:
        """The text of ``key``, or None where the file says null."""
        self.asked.add(key)
        if key in self.data and self.data[key] is None:
            return None
        return self.get(key, str, default)

    def one_of(self, key: str, choices: Any, default: Any = REQUIRED) -> Any:
        """The text of ``key``, one of the values of the Literal ``choices``."""
        value = self.get(key, str, default)
        if value not in get_args(choices):
            raise self.error(f"{key!r} is {value!r}; it must be one of {', '.join(map(repr, get_args(choices)))}")
        return value

    def one_of_or_none(self, key: str, choices: Any) -> Any:
        """The same, or None where the file says null or nothing."""
        return None if self.text_or_none(key, None) is None else self.one_of(key, choices)

    def edtf(self, key: str) -> str:
        """The EDTF text of ``key``."""
        value = self.get(key, str)
        try:
            parse(value)
        except EdtfError as error:
            raise self.error(f"{key!r} is {value!r}, which is no EDTF date") from error
        return value

    def edtf_or_none(self, key: str) -> str | None:
        """The EDTF text of ``key``, or None where the file says null."""
        return self.edtf(key) if self.data.get(key, REQUIRED) is not None else self.text_or_none(key)

    def texts(self, key: str, default: Any = REQUIRED) -> tuple[str, ...]:
        """The texts of the list ``key``."""
        values = self.get(key, list, default)
        if not all(isinstance(value, str) for value in values):
            raise self.error(f"{key!r} must be a list of texts")
        return tuple(values)

    def stretch(self) -> tuple[int, int]:
        """``start`` and ``end`` of words that may no longer lie in their text."""
        start, end = self.get("start", int), self.get("end", int)
        if not 0 <= start <= end:
            raise self.error(f"start {start} and end {end} are no place in a text")
        return start, end

    def span(self, length: int) -> tuple[int, int]:
        """The same, as far as it lies in a text of ``length`` code points, which may have been cut since."""
        start, end = self.stretch()
        return min(start, length), min(end, length)

    def below(self, key: str, value: Any, number: int | str | None = None) -> Entry:
        """The object ``value`` that stands under ``key`` here."""
        steps = [self.place, key, *([] if number is None else [str(number)])]
        place = "/".join(step for step in steps if step)
        if not isinstance(value, dict):
            raise CollectionFileError(f"{place}: must be an object")
        return Entry(value, place, self.unknown)

    def each(self, key: str, default: Any = REQUIRED) -> list[Entry]:
        """The objects of the list ``key``."""
        return [self.one(key, value, number) for number, value in enumerate(self.get(key, list, default))]

    def one(self, key: str, value: Any, number: int) -> Entry:
        """The object ``value`` of the list ``key``, by its number; one of the whole file is named by its id."""
        name = value.get("id") if isinstance(value, dict) and not self.place else None
        return self.below(key, value, name if isinstance(name, str) else number)

    def close(self) -> None:
        """Keep what nobody asked for."""
        rest = {key: value for key, value in self.data.items() if key not in self.asked}
        if rest:
            self.unknown[self.place] = rest
