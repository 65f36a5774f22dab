"""A place in a text that speaks of time, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.record import record

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Grade = Literal["A", "B", "C"]
Outcome = Literal["open", "event", "undated", "set aside"]


@record
class Anchor:
    """What a relative date counts from.

    ``kind`` is ``publication`` (the document's own date), ``mention`` (an earlier mention, whose id is
    ``mention``) or ``event`` (a happening named in the text). ``edtf`` is the date counted from.
    """

    kind: Literal["publication", "mention", "event"]
    edtf: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Implied:
    """A second date that a mention dates without naming it.

    "The 60th anniversary of the treaty", said in 2021, dates the treaty to 1961; "one year before the
    attack", said of 1949, dates the attack to 1950. ``start`` and ``end`` span the words for what is
    dated ("the treaty", "the attack").
    """

    edtf: str
    start: int
    end: int
    derivation: tuple[str, ...]


@record
class Annotation:
    """What TIMEX3 annotates of a mention: a bare date in it, with its type, value and mod.

    "Between 1950 and 1953" holds two, "since 2018" one that leaves out the first word.
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading that was possible: its EDTF date, and in words why it was not taken."""

    edtf: str
    reason: str


@record
class Mention:
    """A mention with its reading.

    ``value`` and ``mod`` are TIMEX3's, ``edtf`` is None for what has no place on the calendar
    (durations, sets, vague words, dates that could not be anchored). ``grade``: A written in full,
    B worked out from a stated anchor, C could not be anchored. ``derivation`` is the way from the words
    to the date, one step a line, for people. ``annotations`` are TIMEX3's, where they are not just the
    mention itself. ``alternatives`` are other readings that were possible. ``outcome`` is ``open`` until events
    are made; afterwards ``event``, ``undated`` or ``set aside``, the last two with a ``reason``. ``standing`` says
    whether its words were where they should be when its file was opened, as with a citation.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    edtf: str | None
    grade: Grade
    rule: str
    derivation: tuple[str, ...]
    anchor: Anchor | None = None
    implied: tuple[Implied, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    outcome: Outcome = "open"
    reason: str = ""
    standing: Literal["stands", "moved", "missing"] = "stands"
