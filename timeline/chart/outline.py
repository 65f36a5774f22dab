"""The outline of an event: what chart, table and search need of every event of a collection, as plain JSON data.

Of a large collection it is made a hundred thousand times while somebody waits: what is common is answered first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from timeline.chart.labels import cut, shown
from timeline.chart.lapses import later
from timeline.chart.shapes import Mark, extent, marks
from timeline.edtf import DateSet, parse, say
from timeline.languages import load
from timeline.model import Document, Event, Mention

STATE_OF_ROLE = {"states": "tells", "refers": "tells", "implies": "implies"}

_LONG = 9.0
"""Years from which on a soft mark is ended by the day of writing: decades and longer."""

_WITNESS = frozenset({"tells", "implies"})


class Outlines:
    """Gives the outlines of the events of a collection. ``lanes`` are their names, in order."""

    def __init__(
        self, events: Iterable[Event], documents: Sequence[Document], number: Mapping[str, int],
        mentions: Mapping[str, Mention],
    ) -> None:  # fmt: skip
        self._documents, self._number, self._mentions = documents, number, mentions
        self._sources = [document.source for document in documents]
        kinds = dict.fromkeys(event.kind for event in events)
        order = {lane: place for place, lane in enumerate(load("en", "kinds")["lanes"])}
        lanes = sorted(dict.fromkeys(map(_lane, kinds)), key=lambda lane: order.get(lane, len(order)))
        self.lanes = [_name(lane) for lane in lanes]
        self._kinds = {kind: (lanes.index(_lane(kind)), _name(kind)) for kind in kinds}

    def of(self, event: Event) -> dict[str, Any]:
        """The outline of an event. Raises ``EdtfError`` if its date is none."""
        edtf = event.edtf
        dating = dating_mentions(event, self._mentions)
        drawn = date_marks(edtf, any(map(some_time_in, dating)))
        choice = None
        if len(drawn) > 1:
            choice = "and" if isinstance(value := parse(edtf), DateSet) and value.every else "or"
        else:
            drawn, _ = not_after(drawn, event, self._documents, self._number)
        if event.conflicts:
            choice = "differs"
            for other in dict.fromkeys(c.edtf for c in event.conflicts):
                drawn = (*drawn, *marks(other, differs=True))
        lane, kind = self._kinds[event.kind]
        told = self._told(event)
        return {
            "id": event.id,
            "lane": lane,
            "kind": kind,
            "who": _names(event.participants),
            "places": _names(event.places),
            "tags": _names(event.tags),
            "status": event.status,
            "headline": cut(" ".join(shown(event.headline).split())),
            "when": say_once(edtf, event.mod),
            "differ": self._differ(event) if event.conflicts else [],
            "marks": [_drawn(mark) for mark in (sorted(drawn, key=_order) if len(drawn) > 1 else drawn)],
            "choice": choice,
            "hollow": event.status in ("implied", "reported", "denied"),
            "written": _written(event, dating),
            "weight": len({self._sources[n] for n, state in told if state in _WITNESS}),
            "tellers": told,
        }

    def _told(self, event: Event) -> list[tuple[int, str]]:
        """The documents that speak of the event, each with how: tells, implies or differs; all others are silent.

        One that gives another date differs, even where it gives the event's own too.
        """
        if len(event.citations) == 1 and not event.conflicts:
            (only,) = event.citations
            return [(self._number[only.document], STATE_OF_ROLE[only.role])]
        told: dict[str, str] = {}
        for citation in event.citations:
            if told.get(citation.document) != "tells":
                told[citation.document] = STATE_OF_ROLE[citation.role]
        for conflict in event.conflicts:
            told[conflict.document] = "differs"
        return sorted((self._number[document], state) for document, state in told.items())

    def _differ(self, event: Event) -> list[dict[str, Any]]:
        return [
            {
                "when": say(edtf),
                "by": later(event.edtf, edtf),
                "documents": [self._number[c.document] for c in event.conflicts if c.edtf == edtf],
            }
            for edtf in dict.fromkeys(c.edtf for c in event.conflicts)
        ]


def _written(event: Event, dating: Sequence[Mention]) -> bool:
    """Whether an article gives the date in full; one that a person put right may be given by none."""
    if event.review == "corrected":
        dating = [mention for mention in dating if mention.edtf == event.edtf]
    return event.status != "implied" and any(mention.grade == "A" for mention in dating)


def _lane(kind: str) -> str:
    """The lane of a kind; one that the language's data don't know is a lane of its own."""
    return str(load("en", "kinds")["lane_of"].get(kind, kind))


def _name(kind: str) -> str:
    text = shown(kind).replace("_", " ").replace("-", " ").strip() or "other"
    return text[0].upper() + text[1:]


def _names(names: Sequence[str]) -> list[str]:
    """Names as they are shown, each once, in the order of the event."""
    if not names:
        return []
    return list(dict.fromkeys(name for text in names if (name := " ".join(shown(text).split()))))


def dating_mentions(event: Event, mentions: Mapping[str, Mention]) -> list[Mention]:
    """The mentions that give the event its own date, else all that it cites."""
    cited = [mentions[c.mention] for c in event.citations if c.mention in mentions]
    return [m for m in cited if m.edtf == event.edtf] or cited


say_once = lru_cache(maxsize=65536)(say)  # many events bear the same date


@lru_cache(maxsize=65536)
def date_marks(edtf: str, within: bool) -> tuple[Mark, ...]:
    """The marks of a date. ``within``: the words mean some time inside it."""
    return marks(edtf, within=within)


def not_after(
    drawn: tuple[Mark, ...], event: Event, documents: Sequence[Document], number: Mapping[str, int]
) -> tuple[tuple[Mark, ...], str]:
    """Long soft marks end on the day when the last citing article was written, which is said in words: else "".

    What an article of 2024 says of the 21st century happened before 2024; what is planned may come after.
    """
    if len(drawn) != 1 or drawn[0].form != "soft" or event.status == "planned":
        return drawn, ""
    (mark,) = drawn
    if mark.start is None or mark.end is None or mark.end - mark.start < _LONG:
        return drawn, ""
    citing = [documents[number[c.document]].published.edtf for c in event.citations]
    ends = {date: end for date in citing if date and (end := extent(date)[1]) is not None}
    last = max(ends, key=lambda date: ends[date], default=None)
    if last is None or not mark.start < ends[last] < mark.end:
        return drawn, ""
    return (replace(mark, end=ends[last]),), say(last)


def some_time_in(mention: Mention) -> bool:
    """Whether the words mean some time inside a stretch: a week by its number, not "from the 5th to the 11th"."""
    return "-W" in mention.value and "/" not in mention.value


def _order(mark: Mark) -> float:
    return mark.start if mark.start is not None else mark.end if mark.end is not None else 0.0


def _drawn(mark: Mark) -> dict[str, Any]:
    return {"a": mark.start, "b": mark.end, "form": mark.form, "about": mark.about, "differs": mark.differs}
