"""Readings of lengths of time and of vague words: none has a place on the calendar."""

from __future__ import annotations

import re

from timeline.edtf import bounds
from timeline.model import Found
from timeline.normalize.context import Context, Reading, set_aside
from timeline.normalize.timex import timex_value, unknown_value
from timeline.normalize.words import Words, phrase

DECIMAL = re.compile(r"\d+\.\d+")
BREAK = re.compile(r"[-\s]+")
NO_PLACE = "a length of time, not a place on the calendar"
SOME = frozenset(("D", "W", "M", "TH"))  # units of which "days later" names some
UNTOLD_STEP = "how long before or after isn't told"
UNTOLD = "X"
SHORT = 24  # code points: nothing longer stands between "was" and "a day"


def length(count: int | float | str, letter: str) -> str:
    """TIMEX3's value of so many units: ``P20Y``, ``PT30M``, ``P2.5Y``, ``PXD``."""
    if letter == "W2":
        return f"P{count if isinstance(count, str) else 2 * count}W"
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"


def amount(text: str, letter: str, words: Words) -> str:
    """TIMEX3's value of an amount in words or figures and the letter of its unit; ``X`` where it isn't told."""
    plain = " ".join(BREAK.split(text.lower()))
    if phrase("half", words.language).match(plain):
        return words.tables["halves"].get(letter) or length(0.5, letter)
    if phrase("quarter", words.language).match(plain):
        return words.tables["quarters_of"].get(letter) or length(0.25, letter)
    if DECIMAL.fullmatch(plain):
        return length(float(plain), letter)
    whole = phrase("and_a_half", words.language).sub("", plain)
    count = words.count(whole) if whole == plain else (words.count(whole) or 1) + 0.5
    return length(UNTOLD if count is None else count, letter)


def units_told(found: Found, words: Words) -> tuple[int | None, str, str]:
    """How many of which unit words such as "two years" or "the day" before "after" count: the number, unit, letter."""
    groups = found.groups
    if "single" in groups:
        unit = groups["single"].lower()
        named = words.season(unit) or words.tables["months"].get(unit)
        letter = str(named) if named else "D" if unit in words.tables["day_parts"] else words.unit(unit)
        return 1, unit, letter
    return words.count(groups["count"]), groups["unit"], words.unit(groups["unit"])


def duration(found: Found, context: Context) -> Reading | None:
    """A length of time; ``X`` where how long isn't told."""
    words = context.words
    letter = words.unit(found.groups["unit"])
    told = found.groups.get("amount") or found.groups.get("few")
    if "half" in found.groups:
        told = f"{told} {' '.join(found.groups['half'].split('-'))}"
    if letter == "TS" and told and words.is_article(told):
        return None  # "a second" is an ordinal far more often than a length
    if told and words.is_article(told) and _of_a_kind(found, context):
        return None
    if letter == "Q" and _fraction(found, context, told):
        return None
    if told is None:
        one = "amount" not in found.groups and found.groups["unit"].lower() in words.tables["units"]
        return set_aside(length(1 if one else UNTOLD, letter), NO_PLACE)
    value = amount(told, letter, words)
    reading = set_aside(value, NO_PLACE)
    mod = words.look_up("arounds", found.groups["around"]) or "APPROX" if "around" in found.groups else None
    return Reading(None, reading.steps, value=value, mod=mod, grade="C", outcome="set aside", reason=NO_PLACE)


def _of_a_kind(found: Found, context: Context) -> bool:
    """Whether "a day" tells of which kind it was, and not how long something took: "was a day nobody forgot"."""
    text = context.document.text
    before = text[max(0, found.start - SHORT) : found.start]
    return bool(context.phrase("kind_before").search(before) and context.phrase("kind_behind").match(text, found.end))


def duration_between(found: Found, context: Context) -> Reading | None:
    """A length between two numbers: as long as the greater at most."""
    words, groups = context.words, found.groups
    least, most = words.count(groups["least"]), words.count(groups["most"])
    if least is None or most is None or least >= most:
        return None
    return set_aside(length(most, words.unit(groups["unit"])), NO_PLACE)


def span(found: Found, context: Context) -> Reading:  # noqa: ARG001  all readings are called alike
    """A period of time, a while: not even the unit is told, and TIMEX3 has no value for that."""
    return set_aside("", NO_PLACE)


def _fraction(found: Found, context: Context, told: str | None) -> bool:
    """Whether a quarter is the fourth part of something: "a quarter", "three-quarters", "two quarters of the crop"."""
    text = context.document.text
    of = text[found.end : found.end + 4] == " of "
    return of or told is None or context.words.count(told) == 1 or "-" in found.text


def duration_joined(found: Found, context: Context) -> Reading | None:
    """A length told in several units, the longer one first: ``P12Y3M4D``."""
    days: list[str] = []
    hours: list[str] = []
    order = list(context.words.tables["units"].values())
    last = len(order)
    for name in ("first", "second", "third"):
        if name not in found.groups:
            continue
        letter = context.words.unit(found.groups[f"{name}_unit"])
        count = context.words.count(found.groups[name])
        if count is None or letter in {"W2", "Q"} or order.index(letter) >= last:
            return None
        last = order.index(letter)
        (hours if letter.startswith("T") else days).append(f"{count}{letter.removeprefix('T')}")
    return set_aside(f"P{''.join(days)}{'T' if hours else ''}{''.join(hours)}", NO_PLACE)


def vague(found: Found, context: Context) -> Reading:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""
    word = found.groups.get("vague", "")
    value = (
        "FUTURE_REF" if "vague_to_come" in found.groups
        else "PRESENT_REF" if "vague_come" in found.groups
        else context.words.look_up("vague", word) or context.words.look_up("vague_guarded", word)
    )  # fmt: skip
    return set_aside(value or "PAST_REF", "speaks of time without saying when")


def vague_offset(found: Found, context: Context) -> Reading:
    """Some time ago, years later: before or after a date by a length that isn't told.

    "Days later", without so much as "a few", is some day of the story.
    """
    back = context.words.look_up("ways", found.groups["way"]) < 0
    if found.groups.get("bare", "").lower() == "moments" and not back and context.genre == "narrative":
        return set_aside("", UNTOLD_STEP)
    letter = context.words.tables["units"].get(found.groups.get("bare", "").lower().removesuffix("s"))
    if letter in SOME and not back and context.genre == "narrative":
        day = context.last.edtf if letter == "TH" and context.last and context.last.edtf else ""
        told = bounds(day) if day else None
        same = told is not None and told.first == told.last
        return set_aside(f"{timex_value(day)}TXX" if same else unknown_value(letter), UNTOLD_STEP)
    return set_aside("PAST_REF" if back else "FUTURE_REF", UNTOLD_STEP)
