"""The periods that a collection's articles name, such as the Korean War: what the chart shows behind its events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline.chart.labels import shown
from timeline.chart.shapes import extent
from timeline.edtf import say
from timeline.languages.periods import NamedPeriod, period_by_name, plain_name
from timeline.model import Collection

_MOST_WORDS = 8
"""Words of the longest names that are looked for."""


@dataclass(slots=True)
class _Named:
    name: str
    edtf: str
    documents: set[int] = field(default_factory=set)


def named_periods(collection: Collection, language: str = "en") -> list[dict[str, Any]]:
    """The named periods of more than a day that the articles speak of, in order of time.

    Each: ``name`` as an article has it, ``a`` and ``b`` (places on the axis), ``when`` in words, ``told`` (how many
    articles name it).
    """
    number = {document.id: at for at, document in enumerate(collection.documents)}
    found: dict[str, _Named] = {}
    for mention in collection.mentions:
        if "period" not in mention.rule:  # only such rules know their names
            continue
        for name, edtf in _names(mention.text, language):
            found.setdefault(edtf, _Named(name, edtf)).documents.add(number[mention.document])
    periods = []
    for named in found.values():
        a, b = extent(named.edtf)
        if a is not None and b is not None and b - a > 1 / 300:
            periods.append({
                "name": shown(named.name), "a": a, "b": b, "when": say(named.edtf), "told": len(named.documents)
            })  # fmt: skip
    return sorted(periods, key=lambda period: (period["a"], -period["b"]))


def _names(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The longest names of periods in a text, each with its bounds as EDTF."""
    known = period_by_name(language)
    words = text.split()
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _MOST_WORDS), at, -1):
            name = " ".join(words[at:end]).strip('.,;:()“”"')
            period = known.get(plain_name(name))
            if period is not None:
                yield _written(name, period), period.edtf
                at = end - 1
                break
        at += 1


def _written(name: str, period: NamedPeriod) -> str:
    """A period's name as the text has it; as the list of periods has it where a heading is set in capitals."""
    if name.isupper():
        name = next((one for one in (*period.names, *period.the) if plain_name(one) == plain_name(name)), name)
    return name[0].upper() + name[1:]
