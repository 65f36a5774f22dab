"""Readings of periods with a name: the whole, an end, a part, a year of it, the time before, after and between."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from timeline.edtf import Date, bounds, civil, parse, precision, say
from timeline.edtf import Interval as Stretch
from timeline.languages.periods import NamedPeriod, first_word, first_words, period_by_name, periods, plain_name
from timeline.model import Anchor, Found
from timeline.normalize.arithmetic import moved, told_year
from timeline.normalize.context import Context, Reading, set_aside, undated
from timeline.normalize.lengths import units_told
from timeline.normalize.people import words_of_places
from timeline.normalize.words import phrase, phrases

ReadPart = Callable[[Found, Context], Reading | None]
LONGEST_NAME = 8  # words
NUMERAL = 4  # code points that a numeral behind a name may take
NEAR = 80  # years from the date told last within which the name of a place means what happened there
WORD = re.compile(r"[^\s,.;:]+(?:\.(?=\w))?[^\s,.;:]*")


def period(found: Found, context: Context) -> Reading | None:  # noqa: ARG001  all readings are called alike
    """A named period by its bounds."""
    named = _named(found)
    if named is None:
        return None
    return Reading(named.edtf, (f"“{_name(found)}” is a named period: {say(named.edtf)} ({named.source}).",))


def phase(found: Found, context: Context) -> Reading | None:
    """One end of a named period."""
    named = _named(found.parts["part"])
    if named is None:
        return None
    side, rough = context.words.look_up("phases", found.groups["phase"])
    edtf = _end(named.edtf, side)
    edtf = f"{edtf}~" if rough and edtf[-1].isalnum() else edtf
    return Reading(edtf, (f"The {side} of “{_name(found.parts['part'])}” is {say(edtf)} ({named.source}).",))


def part(found: Found, context: Context) -> Reading | None:
    """A part of a named period: the period stays the value, the part goes into TIMEX3's mod and into the words."""
    shade = next(text for name, text in found.groups.items() if name.startswith("shade"))
    reading = period(next(iter(found.parts.values())), context)
    if reading is None or reading.edtf is None:
        return None
    steps = (*reading.steps, f"Only a part of it is meant: “{shade}”.")
    return replace(reading, steps=steps, mod=context.words.look_up("phase_parts", shade))


def year_of_period(found: Found, context: Context) -> Reading | None:
    """The first, second … or last year of a named period; None where it has no such year."""
    named = _named(found.parts["part"])
    if named is None:
        return None
    first, last = (civil(day)[0] for day in _days(named.edtf))
    nth = context.words.ordinal(found.groups["nth"])
    year = first + nth - 1 if nth else last
    if year > last:
        return None
    which = f"Year {nth}" if nth else "The last year"
    steps = (
        f"“{_name(found.parts['part'])}” is a named period: {say(named.edtf)} ({named.source}).",
        f"{which} of it is {say(str(Date(year)))}.",
    )
    return Reading(str(Date(year)), steps)


def open_period(found: Found, context: Context) -> Reading | None:
    """Before, until, after, since a named period."""
    inner = next(iter(found.parts.values()))
    named = _named(inner)
    if named is None:
        return None
    word = next(text for name, text in found.groups.items() if name.startswith("open"))
    limit, mod = context.words.look_up("open", word)
    since_war = limit == "start" and (mod == "AFTER" or named.kind == "war")
    side = "end" if since_war else "start"
    if "phase" in found.groups:
        side, _ = context.words.look_up("phases", found.groups["phase"])
    edge = _end(named.edtf, side)
    edtf = f"{edge}/.." if limit == "start" else f"../{edge}"
    steps = (
        f"“{_name(inner)}” is a named period: {say(named.edtf)} ({named.source}).",
        f"“{word}” counts from its {side}: {say(edtf, mod or None)}.",
    )
    return Reading(edtf, steps, mod=mod or None)


def range_period(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """From one period to another, both counted in, or the time between the two."""
    link = next(text for name, text in found.groups.items() if name.startswith("link")).lower()
    values = []
    for inner in found.parts.values():
        reading = read(inner, context)
        if reading is None or reading.edtf is None:
            return None
        values.append(reading.edtf)
    between = bool(context.words.look_up("range_links", link))
    first = _end(values[0], "end" if between else "start")
    last = _end(values[1], "start" if between else "end")
    low, high = bounds(first).first, bounds(last).last
    if low is None or high is None or high < low:
        return None
    edtf = f"{first}/{last}"
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


def counted_from_period(found: Found, text: str) -> Found:
    """The same words, cut behind the period that they count from, where they begin with one; else unchanged.

    "two years after World War II the mill burnt": what follows the name belongs to the clause, unless it tells
    of which end of the period the words speak.
    """
    start, until = found.spans["object"]
    side = phrase("period_side").match(text, start, until)
    words = list(WORD.finditer(text, side.end() if side else start, until + NUMERAL))  # "World War I": no pronoun
    if not words:
        return found
    article = int(words[0][0].lower() in phrases()["period_article"])
    if len(words) > article and (first := first_word(words[article][0])) and first not in first_words("en"):
        return found
    for count in range(min(len(words), LONGEST_NAME + article), article, -1):
        end = words[count - 1].end()
        name = text[words[article].start() : end]
        if plain_name(name) not in period_by_name("en"):
            continue
        told = None if side else phrase("period_phase").match(text, end)
        if not told and not phrase("name_ends").match(text, end):
            return found  # "the Vietnam War protests": the name only tells which protests
        end = told.end() if told else end
        groups = {**found.groups, "object": text[start:end], "period": name}
        if phase := told or side:
            groups["phase"] = phase[1]
        spans = {**found.spans, "object": (start, end)}
        whole = text[found.start : end]
        return replace(found, reading="from-period", end=end, text=whole, groups=groups, spans=spans)
    return found


def from_period(found: Found, context: Context) -> Reading:
    """So many units after the end, or before the beginning, of a named period."""
    count, unit, letter = units_told(found, context.words)
    if count is None or letter.startswith("T"):
        return set_aside("PXX", "too short a step to move on the calendar")
    way = context.words.look_up("ways", found.groups["way"])
    named = period_by_name("en")[plain_name(found.groups["period"])]
    side = "end" if way > 0 else "start"
    if "phase" in found.groups:
        side = context.words.look_up("phases", found.groups["phase"])[0]
    base = _end(named.edtf, side)
    edtf = moved(bounds(base), way * count, letter)
    if edtf is None:
        return undated("XXXX", f"it counts from {found.groups['object']}, whose date is too wide to count from")
    if base.endswith("~") and not edtf.endswith("~"):
        edtf += "~"
    steps = (
        f"“{found.groups['period']}” is a named period: {say(named.edtf)} ({named.source}).",
        f"{count} {unit} {'after its' if way > 0 else 'before its'} {side} is {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", base))


def happened_at(place: str, told: int | None, way: int) -> tuple[str, NamedPeriod] | None:
    """The end (``way`` 1) or beginning (-1) of the one battle or siege of a place, "a year after Marathon".

    Only near the year ``told`` last; None for the name of a state or a capital, which means more than a battle.
    """
    named = _by_place().get(plain_name(place).removeprefix("the "))
    if named is None or told is None or not words_of_places().isdisjoint(plain_name(place).split()):
        return None
    edtf = _end(named.edtf, "end" if way > 0 else "start")
    year = told_year(edtf)
    return (edtf, named) if year is not None and abs(year - told) <= NEAR else None


@cache
def _by_place() -> Mapping[str, NamedPeriod]:
    """The battles, sieges and the like by the names of their places, where one place has only one."""
    by_place: dict[str, set[NamedPeriod]] = {}
    for named in periods("en"):
        for name in (*named.names, *named.the) if named.kind == "event" else ():
            if at := phrase("happened_at").fullmatch(name):
                by_place.setdefault(plain_name(at[1]), set()).add(named)
    return {place: next(iter(found)) for place, found in by_place.items() if len(found) == 1}


def _name(found: Found) -> str:
    return found.groups.get("period") or found.groups["period_the"]


def _named(found: Found) -> NamedPeriod | None:
    return period_by_name("en").get(plain_name(_name(found)))


def _end(edtf: str, side: str) -> str:
    """The first or the last part of an EDTF text; of a decade or century its first or last year."""
    value = parse(edtf)
    if isinstance(value, Stretch):
        return str(value.start if side == "start" else value.end)
    if precision(value) in {"year", "month", "day"}:
        return edtf
    first, last = _days(edtf)
    return str(Date(civil(first if side == "start" else last)[0]))


def _days(edtf: str) -> tuple[int, int]:
    """The first and the last day, both of which every named period has."""
    b = bounds(edtf)
    assert b.first is not None and b.last is not None  # noqa: S101, PT018  for the type checker; a test checks the file
    return b.first, b.last
