"""Readings of what comes again and again: the length between, or the day, month or season that it falls on."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Found
from timeline.normalize.context import Context, Reading, set_aside
from timeline.normalize.lengths import amount, length
from timeline.normalize.ranges import ReadPart, range_of
from timeline.normalize.words import Words, phrase

CALENDAR = {"D": "XXXX-XX-XX", "W": "XXXX-WXX"}  # every day, every week: TIMEX3 writes them like every March
AGAIN = "something that comes again and again, not one date"


def repeated(found: Found, context: Context) -> Reading:
    """Annually, every two years, every March, twice a year."""
    groups, words = found.groups, context.words
    if "set" in groups:
        return set_aside(words.look_up("sets", groups["set"]), AGAIN)
    name = _one(groups.get("unit") or groups["month"], words)
    every = groups.get("amount")
    if every is None and (value := _named(name, groups.get("of_day"), words)):
        return set_aside(value, AGAIN)
    if words.look_up("sets", f"{name}s"):  # "each weekend"
        return set_aside(words.look_up("sets", f"{name}s"), AGAIN)
    letter = "W" if name in words.tables["weekdays"] else "Y" if words.season(name) else None
    if letter is None:
        letter = "D" if name in words.tables["day_parts"] else words.unit(name)
    if "each" in groups and every is None and letter in CALENDAR:
        return set_aside(CALENDAR[letter], AGAIN)
    return set_aside(length(1, letter) if every is None else _every(every, letter, words), AGAIN)


def _one(name: str, words: Words) -> str:
    """The unit in small letters; a part of the day or a season in the singular: "every two evenings"."""
    name = name.lower()
    one = name.removesuffix("s")
    return one if one in words.tables["day_parts"] or words.season(one) or words.look_up("sets", name) else name


def _every(told: str, letter: str, words: Words) -> str:
    told = words.look_up("every", told) or told
    if told.isalpha() and words.count(told) is None and not words.ordinal(told):
        return length(told, letter)
    if phrase("and_a_half", words.language).search(told):
        return amount(told, letter, words)
    count = words.count(told)
    return length(count, letter) if count is not None else amount(str(words.ordinal(told)), letter, words)


def _named(name: str, part: str | None, words: Words) -> str | None:
    """TIMEX3's value of a month, weekday, season or part of the day in any year, week or day."""
    of_day = words.tables["day_parts"][part.lower()] if part else ""
    if name in words.tables["months"]:
        return f"XXXX-{words.month(name):02d}"
    if name in words.tables["weekdays"]:
        return f"XXXX-WXX-{words.weekday(name) + 1}{of_day}"
    season = words.season(name)
    if season:
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[season - 21]}"
    if name in words.tables["day_parts"]:
        return f"XXXX-XX-XX{words.tables['day_parts'][name]}"
    return None


def repeated_date(found: Found, context: Context) -> Reading:
    """A day of the year: every 8 November."""
    groups, words = found.groups, context.words
    month = words.month(groups.get("month") or groups["month_first"])
    day = words.day(groups.get("day") or groups["day_behind"])
    return set_aside(f"XXXX-{month:02d}-{day:02d}", AGAIN)


def repeated_within(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """Wednesdays in November, every Saturday in May 1968: what comes again, within a stretch that is told."""
    again = read(found.parts["part_again"], context)
    within = read(found.parts["part"], context)
    if again is None or within is None:
        return None
    return replace(within, value=again.value, outcome="set aside", reason=AGAIN)


def repeated_between(found: Found, context: Context, read: ReadPart) -> Reading | None:
    """Every Monday from June 1903 to July 1904: what comes again between two dates."""
    again = read(found.parts["part_again"], context)
    ends = {name: part for name, part in found.parts.items() if name != "part_again"}
    within = range_of(replace(found, parts=ends), context, read)
    if again is None or within is None:
        return None
    return replace(within, value=again.value, outcome="set aside", reason=AGAIN)


def repeated_days(found: Found, context: Context) -> Reading:
    """Mondays, weekdays, weekends."""
    if "weekday" in found.groups:
        return set_aside(f"XXXX-WXX-{context.words.weekday(found.groups['weekday']) + 1}", AGAIN)
    return set_aside(context.words.look_up("sets", found.groups["kind"]), AGAIN)
