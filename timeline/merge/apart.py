"""How far two dates for one happening lie apart, in words, and what may explain it: a night, or two calendars."""

from __future__ import annotations

from timeline import edtf
from timeline.merge.reasons import said
from timeline.merge.telling import Telling

GREGORIAN = edtf.day_number(1582, 10, 15)
"""The first day of the Gregorian calendar; some countries kept the Julian one until 1923."""

_KEPT_UNTIL = edtf.day_number(1924, 1, 1)


def days_apart(one: Telling, two: Telling) -> int | None:
    """Days from one date to the other, where both are single days; else None."""
    first, second = one.bounds.first, two.bounds.first
    if first is None or second is None or one.bounds.last != first or two.bounds.last != second:
        return None
    return abs(first - second)


def is_night(one: Telling, two: Telling) -> bool:
    """Whether two days follow one another: a night belongs to both, and the clocks of two places give both."""
    return days_apart(one, two) == 1


def is_old_style(one: Telling, two: Telling) -> bool:
    """Whether one date is the other by the Julian calendar: 25 October and 7 November 1917 are one day."""
    apart = days_apart(one, two)
    if apart is None:
        return False
    early, late = sorted((one.bounds.first or 0, two.bounds.first or 0))
    return GREGORIAN <= late < _KEPT_UNTIL and apart == edtf.julian_lag(early)


def apart_in_words(one: Telling, two: Telling) -> str:
    """How far two dates lie apart, with what may explain it."""
    first, second = one.bounds.first, two.bounds.first
    if first is None or second is None:
        return "the two don't agree"
    apart = days_apart(one, two)
    if apart is None:
        return f"{said(abs(edtf.civil(first)[0] - edtf.civil(second)[0]), 'year')} apart"
    words = f"{said(apart, 'day')} apart"
    if is_old_style(one, two):
        return f"{words}, one day by the Julian and the Gregorian calendar"
    if apart == 1 and "TIME" in (one.mention.type, two.mention.type):
        return f"{words}, which an hour of the night or the clock of another place may explain"
    return words
