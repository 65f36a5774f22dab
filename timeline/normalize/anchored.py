"""Readings that count from a happening: anniversaries, "a year before the attack"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.edtf import Date, bounds, civil, say
from timeline.model import Anchor, Found, Implied
from timeline.normalize.arithmetic import YEARS, same_day_in, shift, year_of
from timeline.normalize.context import Context, Reading, set_aside, undated
from timeline.normalize.happenings import look_up
from timeline.normalize.words import phrase

LIFETIME = 80  # years
NO_CLAUSE = re.compile(r"[^.;:!?]*")


def from_event(found: Found, context: Context) -> Reading:
    """So many units after or before a happening.

    Set beside a date ("in 1949, one year before the attack") it repeats that date and dates the happening.
    Else the happening is looked up among what the collection has dated.
    """
    count = context.words.count(found.groups["count"])
    letter = context.words.unit(found.groups["unit"])
    way = context.words.look_up("ways", found.groups["way"])
    thing = found.groups["object"]
    if count is None or letter.startswith("T"):
        return set_aside("PXX", "too short a step to move on the calendar")
    beside = context.read[-1] if context.read else None
    text = context.document.text
    if (
        beside
        and beside.edtf
        and beside.outcome == "open"
        and context.phrase("apposed").fullmatch(text[beside.end : found.start])
    ):
        dated = shift(bounds(beside.edtf), -way * count, letter)
        if dated:
            steps = (
                f"“{found.text}” stands beside “{beside.text}” and says the same date in other words.",
                f"So {thing} is {count} {found.groups['unit']} {'before' if way > 0 else 'after'} that: {say(dated)}.",
            )
            implied = Implied(dated, *found.spans["object"], (f"“{beside.text}” is {say(beside.edtf)}.", steps[1]))
            anchor = Anchor("mention", beside.edtf, beside.id)
            return Reading(beside.edtf, steps, grade="B", anchor=anchor, implied=(implied,))
    span = context.sentence(found.start)
    said = context.phrase("said_again").match(text[found.end : span.end])
    if said:
        return _said_again(found, int(said[1]), way * count, letter)
    own = context.phrase("owned").match(thing)
    language = context.words.language
    known = None if own else look_up(context.known, thing, "", context.document.id, language, own=span)
    if known is None or not _near(known, context):
        return undated("XXXX", f"it counts from {thing}, which nothing here dates")
    edtf = shift(bounds(known), way * count, letter)
    if edtf is None:
        return undated("XXXX", f"it counts from {thing}, whose date is too wide to count from")
    steps = (
        f"The text dates {thing}: {say(known)}.",
        f"{count} {found.groups['unit']} {'after' if way > 0 else 'before'} that is {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", known))


def _said_again(found: Found, year: int, count: int, letter: str) -> Reading:
    """A reading whose year stands behind it: "Fifty years after the siege, in 1995, …"."""
    told = str(Date(year))
    dated = shift(bounds(told), -count, letter)
    steps = [f"The year stands behind it: {say(told)}."]
    implied: tuple[Implied, ...] = ()
    if dated and letter in YEARS:
        steps.append(f"So {found.groups['object']} is dated {say(dated)}.")
        implied = (Implied(dated, *found.spans["object"], tuple(steps)),)
    return Reading(told, tuple(steps), grade="B", implied=implied)


def _near(edtf: str, context: Context) -> bool:
    """Whether the date lies within a lifetime of the one told last: "the peace" is that of the story being told."""
    told = year_of(context.last.edtf) if context.last and context.last.edtf else None
    year = year_of(edtf)
    return told is None or year is None or abs(year - told) <= LIFETIME


def years_between(found: Found, context: Context) -> int:
    """How many years an anniversary counts."""
    if "jubilee" in found.groups:
        years: int = context.words.look_up("jubilees", found.groups["jubilee"])
        return years
    return context.words.ordinal(found.groups["nth"])


def marked_thing(
    text: str, sentence_start: int, sentence_end: int, found: Found, language: str
) -> tuple[str, int, int]:
    """The words for what is marked, and where they stand: behind "of", else the whole sentence's remainder."""
    if "object" in found.groups:
        return found.groups["object"], *found.spans["object"]
    before = text[sentence_start : found.start]
    own = phrase("owner_before", language).search(before)
    if own:
        return own[1], sentence_start + own.start(1), sentence_start + own.end(1)
    rest = NO_CLAUSE.match(text, found.end, sentence_end)
    end = rest.end() if rest else found.end
    return text[found.end : end].strip(), found.end, end


def anniversary(found: Found, context: Context) -> Reading:
    """The day (or year) of marking; what is marked, so many years before, is implied.

    Evidence in this order: a year beside it in the sentence, the article's own year, what the collection has
    dated. The last also gives the day, where the two years agree.
    """
    years = years_between(found, context)
    if not 0 < years <= 5000:
        return set_aside("XXXX", "the number of years makes no sense")
    text = context.document.text
    span = context.sentence(found.start)
    sentence = text[span.start : span.end]
    thing, thing_start, thing_end = marked_thing(text, span.start, span.end, found, context.words.language)
    own = year_of(context.document.published.edtf) if context.published and context.document.published.edtf else None

    target, why, anchor = _year_beside(found, context, span.end, years, own)
    if target is None and own is not None:
        target = own - years
        why = f"The article dates from {own}; {years} years before that is {target}."
        anchor = context.by_publication()
    years_asked = None if target is None else (target,)
    language = context.words.language
    known = look_up(context.known, thing, sentence, context.document.id, language, own=span, years=years_asked)
    if target is None and known:
        target = year_of(known)
        marked_on = f"The collection dates {thing or 'what is marked'}: {say(known)}"
        why = f"{marked_on}; {years} years after that is {(target or 0) + years}."
        anchor = Anchor("event", known)
    if target is None:
        return undated("XXXX", "neither the year of marking nor that of what is marked is told")
    marked = known if known and year_of(known) == target else str(Date(target))
    first, last = bounds(marked).first, bounds(marked).last
    if first is not None and first == last:
        _, month, day = civil(first)
        edtf = same_day_in(target + years, month, day)
    else:
        edtf = str(Date(target + years))
    steps = (f"“{found.text}” counts {years} years.", why, f"It was marked {say(edtf)}.")
    implied = Implied(marked, thing_start, thing_end, (why, f"What was marked is dated {say(marked)}."))
    return Reading(edtf, steps, grade="B", anchor=anchor, implied=(implied,))


def _year_beside(
    found: Found, context: Context, sentence_end: int, years: int, own: int | None
) -> tuple[int | None, str, Anchor | None]:
    """The year of what is marked, from a year in the same sentence.

    A year before the anniversary is that of marking, one behind it that of the thing.
    """
    span = context.sentence(found.start)
    before = [m for m in context.read if m.start >= span.start and m.edtf and m.grade == "A" and m.outcome == "open"]
    if before:
        mention = before[-1]
        year = year_of(mention.edtf or "")
        if year is not None:
            anchor = Anchor("mention", mention.edtf or "", mention.id)
            if (
                context.phrase("new_clause").search(context.document.text[mention.end : found.start])
                or year + years == own
            ):
                why = f"“{mention.text}” is the year of what is marked; {years} years after that is {year + years}."
                return year, why, anchor
            why = f"It was marked in “{mention.text}”; {years} years before that is {year - years}."
            return year - years, why, anchor
    behind = found.spans["object"][1] if "object" in found.spans else found.end
    said = context.phrase("said_again").match(context.document.text[behind:sentence_end])
    if said:
        year = int(said[1])
        why = f"It was marked in {year}; {years} years before that is {year - years}."
        return year - years, why, Anchor("mention", str(Date(year)))
    following = context.phrase("year_of_thing").match(context.document.text[found.end : sentence_end])
    if following:
        year = int(following[1])
        if own is None or year + years == own:
            return year, f"What is marked is dated {year}; {years} years after that is {year + years}.", None
    return None, "", None


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
