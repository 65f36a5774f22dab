"""The days of feasts that come every year, by the rules of ``holidays.toml`` and ``timeline.normalize.calendars``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from timeline.edtf import Date, bounds, civil, day_number
from timeline.languages import FIRST, load
from timeline.languages.periods import first_word, plain_name
from timeline.normalize import calendars
from timeline.normalize.calendars import Day

ANY_YEAR = 2001
LAST_YEAR = 4099  # the rule of Easter is trusted no further, and nobody asks
MOVING = frozenset(("islamic",))  # kinds of feast that pass through all seasons


@cache
def by_name(language: str) -> Mapping[str, Mapping[str, Any]]:
    """The feasts by each of their names in a language, as ``plain_name`` writes them; the first has their rules."""
    rows = load(language, "holidays").get("holiday", ())
    kinds = ("names", "bare", "dated", "counted")
    known = {row["id"]: row for row in load(FIRST, "holidays")["holiday"]}
    return {plain_name(name): known[row["id"]] for row in rows for key in kinds for name in row.get(key, ())}


@cache
def first_words(language: str) -> frozenset[str]:
    """What the names of feasts begin with, as ``first_word`` gives it."""
    return frozenset(map(first_word, by_name(language)))


def usual_month(name: str, language: str = "en") -> int | None:
    """The month that a feast falls in, give or take one; None for one that passes through the seasons."""
    row = by_name(language)[plain_name(name)]
    if row["rules"][-1]["kind"] in MOVING:
        return None
    days = days_in(row, ANY_YEAR)
    first = bounds(days[0]).first if days else None
    return None if first is None else civil(first)[1]


def days_in(holiday: Mapping[str, Any], year: int) -> tuple[str, ...]:
    """The feast in an (astronomical) year as EDTF, an interval where it lasts longer than a day; none if not known."""
    if abs(year) > LAST_YEAR:
        return ()
    for rule in holiday["rules"]:
        if rule.get("from", year) <= year <= rule.get("to", year):
            return tuple(lasting(first, rule) for first in _first_days(rule, year))
    return ()


def _first_days(rule: Mapping[str, Any], year: int) -> tuple[Day, ...]:
    kind = rule["kind"]
    if kind == "fixed":
        return ((year, rule["month"], rule["day"]),)
    if kind == "weekday":
        day = calendars.nth_weekday(year, rule["month"], rule["nth"], rule["weekday"])
        return (_later(day, rule.get("plus", 0)),)
    if kind == "weekday_from":
        least = day_number(year, rule["month"], rule["day"])
        return (civil(least + (rule["weekday"] - calendars.weekday_told(least)) % 7),)
    if kind in {"easter", "orthodox"}:
        sundays = calendars.easter(year, orthodox=kind == "orthodox")
        return tuple(_later(sunday, rule["days_from"]) for sunday in sundays)
    reckon: dict[str, Callable[[int, int, int], tuple[Day, ...]]] = {
        "hebrew": calendars.hebrew,
        "islamic": calendars.islamic,
        "chinese": calendars.chinese,
        "persian": calendars.persian,
    }
    return reckon[kind](year, rule["month"], rule["day"])


def lasting(first: Day, rule: Mapping[str, Any]) -> str:
    """The feast that begins on a day, as EDTF."""
    more = rule.get("days", 1) - 1
    if "last" in rule:
        more = rule["last"] - rule["days_from"]
    if "end" in rule:
        more = day_number(first[0], *rule["end"]) - day_number(*first)
    rough = ""
    if rule["kind"] == "islamic":
        hijri = _hijri_year(first, rule["month"])
        rough = "~" if calendars.islamic_is_tabular(hijri) else ""
        more = calendars.islamic_month_length(hijri, rule["month"]) - 1 if rule.get("whole_month") else more
    start = f"{Date(*first)}{rough}"
    return f"{start}/{Date(*_later(first, more))}{rough}" if more else start


def _hijri_year(day: Day, month: int) -> int:
    """The Islamic year whose month begins or holds this day."""
    about = (day[0] - calendars.HIJRA) * 33 // 32
    own = day_number(*day)
    return min(
        range(max(1, about - 1), about + 4),
        key=lambda hijri: abs(day_number(*calendars.as_told(calendars.islamic_day(hijri, month, 1))) - own),
    )


def _later(day: Day, days: int) -> Day:
    """So many days on, in the calendar that the day is of: the Julian one has a 29 February every fourth year."""
    year, month, _ = day
    if day < calendars.REFORM and year % 100 == 0 and year % 400:
        leap_day = day_number(year, 2, 28)
        own = day_number(*day) + (month > 2)  # as if the leap day had been counted
        moved = own + days
        if moved == leap_day + 1 and month > 2:
            return year, 2, 29  # no Easter feast starts there; EDTF, which is Gregorian, would refuse it
        return civil(moved - (moved > leap_day))
    return civil(day_number(*day) + days)
