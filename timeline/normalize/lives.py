"""Readings of ages and reigns: lengths of time that date what is told where the birth or the accession is dated."""

from __future__ import annotations

import re

from timeline.edtf import Date, bounds, civil, say
from timeline.model import Anchor, Found, Implied, Mention, Span
from timeline.normalize.arithmetic import YEARS, same_day_in, shift, year_of
from timeline.normalize.context import Context, Reading, in_speech, set_aside, undated
from timeline.normalize.happenings import Asked, look_up
from timeline.normalize.kin import keys_of
from timeline.normalize.people import named_at, spoken_of
from timeline.normalize.things import Thing, thing_of
from timeline.normalize.words import phrase

OLDEST = 120  # years: what is older is no person
YEAR_OF_LIFE = 25  # an ordinal from here on counts the years of a life, not of a school
DATED = frozenset(("age-at", "age-when", "age-at-did", "age-did-at", "age-did-at-and"))
"""The rules of ages at which something was done."""
A_LENGTH = "an age, not a place on the calendar"
# Years after a round birthday between which ten years of a life, or a part of them by TIMEX3's mod, lie.
PARTS = {None: (0, 10), "START": (0, 4), "MID": (3, 7), "END": (6, 10)}
WHO = re.compile(r"\b(?:I|[Mm]y|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]hey)\b")
YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")


def age(found: Found, context: Context) -> Reading | None:
    """How old somebody is, and when that was where the birth is dated and nothing else says when."""
    count = context.words.count(found.groups["age"])
    letter = context.words.unit(found.groups["unit"]) if "unit" in found.groups else "Y"
    if count is None or letter.startswith("T"):
        return None
    if letter == "W2":
        count, letter = 2 * count, "W"
    value = f"P{count}{letter}"
    if letter != "Y" or not 0 < count <= OLDEST:
        return set_aside(value, A_LENGTH)
    beside = _date_beside(found, context)
    if beside is not None and beside.edtf is not None:
        return _born(found, count, beside.edtf)
    span = context.sentence(found.start)
    behind = (
        phrase("turned_in").match(context.document.text[found.end : span.end]) if "turned" in found.groups else None
    )
    if behind:
        return _born(found, count, str(Date(int(behind[1]))))
    if found.rule in DATED and beside is None:
        return _dated(found, context, count) or set_aside(value, A_LENGTH)
    return set_aside(value, A_LENGTH)


def age_decade(found: Found, context: Context) -> Reading:
    """Ten years of a life, "in her forties", or a part of them; dated where the birth is and nothing else says when."""
    name = found.groups["decade"].lower()
    first = context.words.tables["decades"].get(name) or int(name[:2])
    value = f"P{first}Y"
    span = context.sentence(found.start)
    says_when = YEAR.search(context.document.text[span.start : span.end]) or _date_beside(found, context)
    owner = phrase("whose_age").search(found.text)
    born = _birth(found, context, owner[0]) if owner and not says_when else None
    year = None if born is None else year_of(born)
    if born is None or year is None:
        return set_aside(value, A_LENGTH)
    mod = context.words.look_up("shades", found.groups["shade"]) if "shade" in found.groups else None
    low, high = PARTS[mod]
    edtf = f"{Date(year + first + low)}/{Date(year + first + high)}"
    steps = (
        f"Whom the text speaks of was born {say(born)}.",
        f"“{found.groups['decade']}” are the ages from {first} to {first + 9}, so that is {say(edtf)}.",
    )
    return Reading(edtf, steps, value=value, mod=mod, grade="B", anchor=Anchor("event", born))


def age_year(found: Found, context: Context) -> Reading | None:
    """The year of a life: "in his sixty-seventh year"; None where the ordinal is too low for that."""
    nth = context.words.ordinal(found.groups["nth"])
    return set_aside(f"P{nth}Y", A_LENGTH) if YEAR_OF_LIFE <= nth <= OLDEST else None


def reign_year(found: Found, context: Context) -> Reading:
    """The year of a reign, one of two in the calendar."""
    nth = context.words.ordinal(found.groups["nth"])
    began = _accession(found, context)
    year = None if began is None else year_of(began)
    if began is None or year is None:
        return undated("XXXX", "it counts from an accession that nothing here dates")
    edtf = f"[{Date(year + nth - 1)},{Date(year + nth)}]"
    steps = (
        f"The reign began {say(began)}.",
        f"Its first year begins then, so its year number {nth} is {say(edtf)}.",
    )
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", began))


def reign_into(found: Found, context: Context) -> Reading:
    """So long after an accession."""
    count = context.words.count(found.groups["count"])
    letter = context.words.unit(found.groups["unit"])
    began = _accession(found, context)
    edtf = None if began is None or count is None or letter not in YEARS else shift(bounds(began), count, letter)
    if began is None or edtf is None:
        return undated("XXXX", "it counts from an accession that nothing here dates")
    steps = (f"The reign began {say(began)}.", f"{count} {found.groups['unit']} after that is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=Anchor("event", began))


def _accession(found: Found, context: Context) -> str | None:
    named = thing_of(found.groups["object"], context.document, found.spans["object"][0])
    if named is None or not (named.names or named.owners):
        return None
    heads = keys_of("accession") | keys_of("coronation") | keys_of("reign")
    thing = Thing(heads, named.names, named.owners, lasts=True, here=True)
    return look_up(context.known, Asked(thing, context.document.id, Span(found.start, found.end), way=-1))


def _date_beside(found: Found, context: Context) -> Mention | None:
    """The date that the same clause tells before the age, if any."""
    span = context.sentence(found.start)
    for mention in reversed(context.read):
        if mention.start < span.start:
            return None
        if mention.edtf is not None and mention.outcome == "open" and mention.type == "DATE":
            between = context.document.text[mention.end : found.start]
            return None if phrase("clause_end").search(between.strip(" ,")) else mention
    return None


def _born(found: Found, count: int, told: str) -> Reading:
    """An age beside the date ``told``: when who has it was born."""
    year = year_of(told)
    value = f"P{count}Y"
    if year is None:
        return set_aside(value, A_LENGTH)
    if "turned" in found.groups:
        first = bounds(told).first
        exact = first is not None and first == bounds(told).last
        born = same_day_in(year - count, *civil(first or 0)[1:]) if exact else str(Date(year - count))
        why = f"Whoever turned {count} {say(told)} was born {count} years before: {say(born)}."
    else:
        born = f"[{Date(year - count - 1)},{Date(year - count)}]"
        why = f"Whoever was {count} years old then, in {year}, was born in {say(born)}."
    implied = Implied(born, found.start, found.end, (why,))
    return Reading(
        None, (A_LENGTH, why), value=value, grade="C", implied=(implied,), outcome="set aside", reason=A_LENGTH
    )


def _dated(found: Found, context: Context, count: int) -> Reading | None:
    """The age as a date, counted from the birth of whom the text speaks of; None where that isn't dated."""
    span, parted, text = context.sentence(found.start), phrase("next_clause"), context.document.text
    before, behind = parted.split(text[span.start : found.start])[-1], parted.split(text[found.end : span.end])[0]
    if YEAR.search(before) or YEAR.search(behind):
        return None  # its clause says when
    born = _birth(found, context)
    year = None if born is None else year_of(born)
    if born is None or year is None:
        return None
    edtf = f"[{Date(year + count)},{Date(year + count + 1)}]"
    steps = (
        f"Whom the text speaks of was born {say(born)}.",
        f"So the age of {count} was reached in {say(str(Date(year + count)))} and lasted a year: {say(edtf)}.",
    )
    return Reading(edtf, steps, value=f"P{count}Y", grade="B", anchor=Anchor("event", born))


def own_birth(context: Context) -> str | None:
    """The birth of somebody who tells of himself, "I was born in 1922", outside of what is quoted."""
    text = context.document.text
    for told in phrase("own_birth").finditer(text):
        end = context.sentence(told.start()).end
        dates = (edtf for start, _, edtf in context.in_full if told.end() <= start < end)
        if not in_speech(text, told.start()) and (born := next(dates, None)):
            return born
    return None


def _teller(found: Found, context: Context) -> bool:
    """Whether the words are about whoever tells the text."""
    text = context.document.text
    last = list(WHO.finditer(text, context.sentence(found.start).start, found.end))[-1:]
    own = bool(last) and phrase("of_teller").fullmatch(last[0][0]) is not None
    return own and not in_speech(text, found.start)


def _birth(found: Found, context: Context, owner: str = "") -> str | None:
    """The birth of the person whose age the words tell; ``owner``: "his" or "her"."""
    document = context.document
    if _teller(found, context):
        return own_birth(context)
    pronoun = phrase("who_was").search(found.text) or phrase("who_then").match(document.text, found.end)
    name = named_at(document.text, found)
    who = frozenset((name,)) if name else spoken_of(document, found.start, pronoun[1] if pronoun else owner)
    if not who:
        return None
    asked = Asked(Thing(keys_of("birth"), owners=who, here=True), document.id, Span(found.start, found.end))
    return look_up(context.known, asked)
