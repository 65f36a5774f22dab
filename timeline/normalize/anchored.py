"""Readings that count from a happening: "a year before the attack"."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Bounds, Date, Interval, bounds, parse, say
from timeline.model import Anchor, Found, Implied, Mention, Span
from timeline.normalize.arithmetic import DAYS, YEARS, day_text, moved, same_day_on, shift, year_of
from timeline.normalize.context import Context, Reading, set_aside, undated
from timeline.normalize.happenings import Asked, look_up
from timeline.normalize.lengths import length, units_told
from timeline.normalize.periods import happened_at
from timeline.normalize.timex import unknown_value
from timeline.normalize.words import phrase, words_of

LIFETIME = 80  # years


def from_event(found: Found, context: Context) -> Reading:
    """So many units after or before a happening.

    Set beside a date ("in 1949, one year before the attack") it repeats that date and dates the happening.
    Else the happening is looked up among what the collection has dated.
    """
    count, unit, letter = units_told(found, context.words)
    way = context.words.look_up("ways", found.groups["way"])
    thing = found.groups["object"]
    if count is None or letter.startswith("T"):
        return set_aside("PXX" if count is None else length(count, letter), "too short a step to move on the calendar")
    if "count" in found.groups and phrase("a_length").search(
        context.document.text[max(0, found.start - 12) : found.start]
    ):
        return set_aside(length(count, letter), "a length of time, not a place on the calendar")
    beside = _beside(context, found, "apposed")
    if beside:
        return _repeated(found, beside, way * count, unit, letter)
    span = context.sentence(found.start)
    said = phrase("said_again").match(context.document.text[found.end : span.end])
    if said:
        return _said_again(found, int(said[1]), way * count, letter)
    known = _looked_up(found, context, way, letter)
    beside = _beside(context, found, "same_clause") if known is None else None
    if beside and bounds(beside.edtf or "").first == bounds(beside.edtf or "").last:
        return _repeated(found, beside, way * count, unit, letter)
    why = f"It counts from “{thing}”, which is dated {say(known)}." if known else ""
    if known is None:
        known, why = _of_place(found, context, way, letter)
    if known is None:
        return undated(unknown_value(letter), f"it counts from “{thing}”, which nothing here dates, or not surely")
    edtf = _moved(found, bounds(known), way * count, letter)
    if edtf is None:
        return undated("XXXX", f"it counts from “{thing}”, whose date is too wide to count from")
    if _not_yet(edtf, found, context):
        return undated("XXXX", f"counted from “{thing}”, {say(known)}, it would lie after the writing")
    steps = (why, f"{count} {unit} {'after' if way > 0 else 'before'} that is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", known))


def _not_yet(edtf: str, found: Found, context: Context) -> bool:
    """Whether it lies after the writing though its clause doesn't look ahead: it counts from something else."""
    first = bounds(edtf).first
    if context.published is None or context.published.last is None or first is None:
        return False
    return first > context.published.last and not context.future(found.start, found.end)


def _of_place(found: Found, context: Context, way: int, letter: str) -> tuple[str | None, str]:
    """The date of the battle or the like for which the name of its place stands, and the step that says so."""
    thing = found.groups["object"]
    at = happened_at(thing, year_of(context.last.edtf) if context.last and context.last.edtf else None, way)
    if at is None or (letter in DAYS and bounds(at[0]).first != bounds(at[0]).last):
        return None, ""
    known, named = at
    return known, f"“{thing}” stands for the {named.names[0]}: {say(named.edtf)} ({named.source})."


def _beside(context: Context, found: Found, how: str) -> Mention | None:
    """The date before the words in their sentence, if what stands between them fits."""
    beside = context.read[-1] if context.read else None
    if beside is None or beside.edtf is None or beside.outcome != "open":
        return None
    if beside.start < context.sentence(found.start).start:
        return None
    return beside if phrase(how).fullmatch(context.document.text[beside.end : found.start]) else None


def _repeated(found: Found, beside: Mention, count: int, unit: str, letter: str) -> Reading:
    """The date ``beside`` in other words, which date what they count from: "in 1949, one year before the attack"."""
    told = beside.edtf or ""
    own = _no_closer(told, found, letter)
    dated = None if letter.isdigit() else _moved(found, bounds(told), -count, letter)
    anchor = Anchor("mention", told, beside.id)
    steps = [f"“{found.text}” stands beside “{beside.text}” and says the same date in other words."]
    if dated is None:
        return Reading(own, tuple(steps), grade="B", anchor=anchor)
    thing = found.groups["object"]
    steps.append(f"So “{thing}” lies {abs(count)} {unit} {'before' if count > 0 else 'after'} that: {say(dated)}.")
    implied = Implied(dated, *found.spans["object"], (f"“{beside.text}” is {say(told)}.", steps[1]))
    return Reading(own, tuple(steps), grade="B", anchor=anchor, implied=(implied,))


def _no_closer(told: str, found: Found, letter: str) -> str:
    """The date ``told`` as closely as words that count in years or months tell it."""
    value = parse(told)
    if not isinstance(value, Date) or value.day is None or {"exact", "more"} & found.groups.keys():
        return told
    return str(Date(value.year, None if letter in YEARS else value.month, value.day if letter in DAYS else None))


def _moved(found: Found, base: Bounds, count: int, letter: str) -> str | None:
    """So many units on; the very day where the words say "to the day", or count in two units, and the day is known."""
    day = base.first if base.first == base.last else None
    if "more" in found.groups:
        more, unit = words_of().count(found.groups["more"]), words_of().unit(found.groups["more_unit"])
        if day is None or more is None or unit.startswith("T"):
            return None
        further = bounds(same_day_on(day, more if count > 0 else -more, unit)).first
        return None if further is None else same_day_on(further, count, letter)
    if "exact" in found.groups and day is not None:
        return same_day_on(day, count, letter)
    return moved(base, count, letter)


def _looked_up(found: Found, context: Context, way: int, letter: str) -> str | None:
    """The date of what the words count from, if what is dated tells it."""
    if not context.known.datings:
        return None
    start = found.spans["object"][0]
    thing = context.thing(found.groups["object"], start)
    if thing is None:
        return None
    span = Span(found.start, found.end)
    asked = Asked(thing, context.document.id, span, way, near=lambda edtf: _near(edtf, context))
    known = look_up(context.known, asked)
    if known is not None and thing.alone and letter in DAYS and bounds(known).first != bounds(known).last:
        return None  # a name alone stands for a happening only where its day is known
    return known


def day_of_happening(found: Found, context: Context, named: str | None) -> Reading:
    """A day counted in a happening: the day told beside it, or counted from the day on which it began or ended.

    ``named`` is the date of a happening that has a name.
    """
    beside = _beside(context, found, "apposed")
    if beside and bounds(beside.edtf or "").first == bounds(beside.edtf or "").last:
        step = f"“{found.text}” stands beside “{beside.text}” and says the same date in other words."
        return Reading(beside.edtf, (step,), grade="B", anchor=Anchor("mention", beside.edtf or "", beside.id))
    part = context.words.look_up("day_parts", found.groups["unit"]) or ""
    if "object" not in found.groups and not found.parts:
        return undated(f"XXXX-XX-XX{part}", "it counts in what the text tells of, and nothing says from which day")
    thing = found.groups.get("object") or found.parts["part"].text
    last = context.words.look_up("shades", found.groups["nth"]) == "END"
    known = named or _looked_up(found, context, 1 if last else -1, "D")
    day = _edge_day(known, last=last) if known else None
    if day is None:
        return undated("XXXX-XX-XX", f"it counts in “{thing}”, whose first day nothing here tells")
    number = 1 if last else context.words.ordinal(found.groups["nth"]) or 1
    edtf = day_text(day + number - 1)
    steps = (
        f"“{thing}” {'ended' if last else 'began'} on {say(day_text(day))}.",
        f"Its {'last day' if last else f'day {number}'} is {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", known or ""))


def _edge_day(known: str, *, last: bool) -> int | None:
    """The first or last day of a happening, where that is known to the day."""
    value = parse(known)
    edge = (value.end if last else value.start) if isinstance(value, Interval) else value
    b = bounds(edge) if isinstance(edge, Date) else None
    return b.first if b is not None and b.first == b.last else None


def to_the_day(found: Found, context: Context) -> Reading:
    """The same day so many years or months on from the one told last."""
    count = context.words.count(found.groups["count"])
    letter = context.words.unit(found.groups["unit"])
    way = context.words.look_up("ways", found.groups.get("way") or found.groups.get("way2") or "later")
    last = context.last
    day = bounds(last.edtf).first if last and last.edtf and bounds(last.edtf).first == bounds(last.edtf).last else None
    if count is None or last is None or day is None:
        return undated("XXXX", "it counts from a day told before, and none was")
    edtf = same_day_on(day, way * count, letter)
    steps = (
        f"It counts from the date told last, “{last.text}”.",
        f"{count} {found.groups['unit']} on, to the day: {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=context.by_last())


def _said_again(found: Found, year: int, count: int, letter: str) -> Reading:
    """A reading whose year stands behind it: "Fifty years after the siege, in 1995, …"."""
    told = str(Date(year))
    dated = shift(bounds(told), -count, letter) if letter in YEARS else None
    steps = [f"The year stands behind it: {say(told)}."]
    implied: tuple[Implied, ...] = ()
    if dated:
        steps.append(f"So {found.groups['object']} is dated {say(dated)}.")
        implied = (Implied(dated, *found.spans["object"], tuple(steps)),)
    return Reading(told, tuple(steps), grade="B", implied=implied)


def _near(edtf: str, context: Context) -> bool:
    """Whether the date lies within a lifetime of the one told last: "the peace" is that of the story being told."""
    told = year_of(context.last.edtf) if context.last and context.last.edtf else None
    year = year_of(edtf)
    return told is None or year is None or abs(year - told) <= LIFETIME


def first_since(found: Found, context: Context, reading: Reading | None) -> Reading | None:
    """A reading whose "the first … since 2018" implies one in 2018."""
    if reading is None or reading.edtf is None or not context.phrase("since").match(found.text):
        return reading
    span = context.sentence(found.start)
    first = context.phrase("first_before").search(context.document.text[span.start : found.start])
    if not first:
        return reading
    start = span.start + first.start()
    limit = reading.edtf.removesuffix("/..")
    steps = (f"“{first[0].strip()} {found.text}” says that there was one before, dated {say(limit)}.",)
    return replace(reading, implied=(Implied(limit, start, found.start, steps),))
