"""Readings of time without a place on the calendar: lengths, repetitions, vague words, times of day."""

from __future__ import annotations

from timeline.model import Found
from timeline.normalize.context import Context, Reading, set_aside


def _length(count: int | str, letter: str) -> str:
    if letter == "W2":
        return f"P{2 * count if isinstance(count, int) else count}W"
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"


def duration(found: Found, context: Context) -> Reading | None:
    """A length of time; ``X`` where how long isn't told."""
    letter = context.words.unit(found.groups["unit"])
    count = context.words.count(found.groups["count"]) if "count" in found.groups else None
    if letter == "TS" and "count" in found.groups and context.words.is_article(found.groups["count"]):
        return None  # "a second" is an ordinal far more often than a length
    return set_aside(_length("X" if count is None else count, letter), "a length of time, not a place on the calendar")


def repeated(found: Found, context: Context) -> Reading:
    """Something that comes again: its period, or the day, month or season that it falls on."""
    groups, words = found.groups, context.words
    reason = "something that comes again and again, not one date"
    if "set" in groups:
        return set_aside(words.look_up("sets", groups["set"]), reason)
    name = (groups.get("unit") or groups["rate_unit"]).lower()
    if name in words.tables["months"]:
        return set_aside(f"XXXX-{words.month(name):02d}", reason)
    if name in words.tables["weekdays"]:
        return set_aside(f"XXXX-WXX-{words.weekday(name) + 1}", reason)
    if words.season(name):
        return set_aside(f"XXXX-{('SP', 'SU', 'FA', 'WI')[(words.season(name) or 21) - 21]}", reason)
    if name in words.tables["day_parts"]:
        return set_aside(f"XXXX-XX-XX{words.tables['day_parts'][name]}", reason)
    return set_aside(_length(1, words.unit(name)), reason)


def vague(found: Found, context: Context) -> Reading:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""
    value = context.words.look_up("vague", found.groups["vague"]) or "PAST_REF"
    return set_aside(value, "speaks of time without saying when")


def clock(found: Found, context: Context) -> Reading:
    """A time of day, ``T17:45``."""
    groups = found.groups
    if "hour24" in groups:
        hour, minute = int(groups["hour24"]), groups["minute24"]
    else:
        hour, minute = int(groups["hour"]) % 12, groups.get("minute", "00")
        hour += context.words.look_up("half_days", groups["half"][0])
    return set_aside(f"T{hour:02d}:{minute}", "a time of day; the day is told elsewhere")
