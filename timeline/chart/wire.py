"""Records as columns, which is how many events go to the browser: each key once, each common value once.

A column is one of: ``{"all": value}``, the same for every record; ``{"most": value, "but": [[number, value], …]}``,
where few differ; ``{"of": [values], "at": [numbers]}``, where few values are taken; ``{"each": [values]}``.
``data.js`` turns them back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Column = dict[str, Any]

_FEW = 256
"""Different values up to which a column is written as a table and numbers into it."""


def columns(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The records, which all have the same keys, as ``{"total": how many, "columns": {key: column}}``."""
    keys = records[0] if records else {}
    return {"total": len(records), "columns": {key: _column([record[key] for record in records]) for key in keys}}


def _column(values: Sequence[Any]) -> Column:
    if all(isinstance(value, str | int | bool | None) for value in values):
        return _plain(values)
    texts = [json.dumps(value) for value in values]
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


def outline_text(outline: Mapping[str, Any]) -> str:
    """The outline of a collection as JSON with its events, marks and all, in columns."""
    events = [event | {"marks": [_mark(mark) for mark in event["marks"]]} for event in outline["events"]]
    return compact({**outline, "events": columns(events)})


def _mark(mark: Mapping[str, Any]) -> list[Any]:
    """``[from, to, form]``, with "about" and "differs" as 1 behind it; to a fraction of a second."""
    sides = [None if mark[side] is None else round(mark[side], 9) for side in ("a", "b")]
    last = 2 if mark["differs"] else 1 if mark["about"] else 0
    return [*sides, mark["form"], *[int(mark["about"]), int(mark["differs"])][:last]]


def compact(data: Any) -> str:
    """The data as JSON without a needless space."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
