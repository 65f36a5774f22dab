"""Records as bytes: to send them to another process, or to put by what is needed later. Small, and quickly made."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, ClassVar

_SHORT = 64
"""Characters of a text that is held once, however many results have it: a date, a name, the id of a rule."""


def packed(result: object, known: Sequence[object] = ()) -> bytes:
    """The result as bytes for ``unpacked``, much smaller than in memory; of what is ``known`` only its place."""
    out = io.BytesIO()
    _Packer(out, known).dump(result)
    return out.getvalue()


def unpacked(data: bytes, known: Sequence[object] = (), same: dict[object, object] | None = None) -> Any:
    """What ``packed`` was given, in this very program, with the same things ``known``.

    ``same`` are the short texts and the sets that were unpacked before: equal ones are held once.
    """
    return _Unpacker(data, known, {} if same is None else same).load()


class _Packer(pickle.Pickler):
    """Writes a result, of what is known where it goes only the place."""

    _made_from: ClassVar[dict[type[Any], Callable[[object], tuple[object, ...]] | None]] = {}

    def __init__(self, out: io.BytesIO, known: Sequence[object]) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self._places = {id(one): place for place, one in enumerate(known)}

    def persistent_id(self, one: object) -> object:
        place = self._places.get(id(one))
        if place is not None:
            return place
        return one if (type(one) is str and len(one) <= _SHORT) or type(one) is frozenset else None

    def reducer_override(self, one: Any) -> Any:
        kind = type(one)
        if kind not in self._made_from:
            self._made_from[kind] = _values_of(kind)
        values = self._made_from[kind]
        return (kind, values(one)) if values is not None else NotImplemented


class _Unpacker(pickle.Unpickler):
    """Reads a result that a helper of this very program wrote."""

    def __init__(self, data: bytes, known: Sequence[object], same: dict[object, object]) -> None:
        super().__init__(io.BytesIO(data))
        self._known, self._same = known, same

    def persistent_load(self, one: Any) -> object:
        return self._known[one] if type(one) is int else self._same.setdefault(one, one)


def _values_of(kind: type[Any]) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the values from which a record of this kind is made; None for what is no record, or made otherwise.

    Several times as fast as what a frozen dataclass brings along.
    """
    if not is_dataclass(kind) or kind.__reduce__ is not object.__reduce__ or hasattr(kind, "__post_init__"):
        return None
    names = [field.name for field in fields(kind) if field.init and not field.kw_only]
    return attrgetter(*names) if 1 < len(names) == len(fields(kind)) else None
