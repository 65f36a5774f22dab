"""Records as columns, which is how many events go to the browser: each key once, each common value once.

A column is one of: ``{"all": value}``, the same for every record; ``{"most": value, "but": [[number, value], …]}``,
where few differ; ``{"of": [values], "at": [numbers]}``, where few values are taken; ``{"each": [values]}``.
``data.js`` turns them back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec.json import encode

Column = dict[str, Any]

_SIMPLE = frozenset({str, int, bool, type(None)})

_FEW = 256
"""Different values up to which a column is written as a table and numbers into it."""


def columns(
    records: Sequence[Mapping[str, Any]], instead: Mapping[str, Sequence[Any]] = MappingProxyType({})
) -> dict[str, Any]:
    """The records, which all have the same keys, as ``{"total": how many, "columns": {key: column}}``.

    ``instead`` gives the values of some keys, one a record, that go out instead of the records' own.
    """
    keys = records[0] if records else {}
    values = {key: instead[key] if key in instead else [record[key] for record in records] for key in keys}
    return {"total": len(records), "columns": {key: _column(each) for key, each in values.items()}}


def _column(values: Sequence[Any]) -> Column:
    if {type(value) for value in values} <= _SIMPLE:
        return _plain(values)
    texts = [encode(value) for value in values]
    common, times = Counter(texts).most_common(1)[0]
    if times == len(values):
        return {"all": values[0]}
    if times > len(values) * 0.8:
        return {
            "most": json.loads(common),
            "but": [[at, value] for at, value in enumerate(values) if texts[at] != common],
        }
    return {"each": list(values)}


def _plain(values: Sequence[Any]) -> Column:
    different = dict.fromkeys(values)
    if len(different) == 1:
        return {"all": values[0]}
    if len(different) > min(_FEW, len(values) // 4) or {type(v) for v in different} == {int}:
        return {"each": list(values)}
    place = {value: at for at, value in enumerate(different)}
    return {"of": list(different), "at": [place[value] for value in values]}


def events_text(events: Sequence[Mapping[str, Any]]) -> bytes:
    """The outlines of events as JSON, marks and all, in columns."""
    return encode(columns(events, {"marks": [[_mark(mark) for mark in event["marks"]] for event in events]}))


def _mark(mark: Mapping[str, Any]) -> list[Any]:
    """``[from, to, form]``, with "about" and "differs" as 1 behind it; to a fraction of a second."""
    a, b = mark["a"], mark["b"]
    short = [None if a is None else round(a, 9), None if b is None else round(b, 9), mark["form"]]
    if mark["about"] or mark["differs"]:
        short += [int(mark["about"]), 1] if mark["differs"] else [1]
    return short


def compact(data: Any) -> str:
    """The data as JSON without a needless space."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
