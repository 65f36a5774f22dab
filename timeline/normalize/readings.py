"""What found words mean where they stand: the function that reads each kind of them."""

from __future__ import annotations

from collections.abc import Callable

from timeline.errors import EdtfError
from timeline.model import Found
from timeline.normalize import (
    absolute,
    anaphora,
    anchored,
    anniversaries,
    clock,
    decades,
    deep,
    figures,
    frequencies,
    holidays,
    lengths,
    lives,
    nearby,
    periods,
    portions,
    quarters,
    ranges,
    references,
    relative,
)
from timeline.normalize.context import Context, Reading

READINGS: dict[str, Callable[[Found, Context], Reading | None]] = {
    "calendar": absolute.calendar,
    "numeric": figures.numeric,
    "decade": decades.decade,
    "decade-short": decades.decade_short,
    "decades-short": decades.decades_short,
    "decade-spelled": decades.decade_spelled,
    "decade-nickname": decades.decade_nickname,
    "decades": decades.decades,
    "day-alone": absolute.day_alone,
    "days-listed": absolute.days_listed,
    "century": decades.centuries,
    "centuries": decades.centuries,
    "millennium": decades.millennium,
    "season": absolute.season,
    "season-plain": absolute.season_plain,
    "foreign": absolute.foreign,
    "range-years": ranges.range_years,
    "range-years-falling": ranges.range_years_falling,
    "range-years-bare": ranges.range_years_bare,
    "months-listed": ranges.months_listed,
    "night": lambda found, context: ranges.night(found, context, absolute.calendar_of_last_day),
    "begun": lambda found, context: ranges.begun(found, context, read),
    "told": lambda found, context: ranges.told(found, context, read),
    "range-full": ranges.range_full,
    "either-years": ranges.either_years,
    "range-months": lambda found, context: ranges.range_months(found, context, absolute.calendar_of_last_month),
    "range-days": lambda found, context: ranges.range_days(found, context, absolute.calendar_of_last_day),
    "range": lambda found, context: ranges.range_of(found, context, read),
    "open": lambda found, context: anchored.first_since(found, context, ranges.open_ended(found, context, read)),
    "either": lambda found, context: ranges.either(found, context, read),
    "about": lambda found, context: ranges.about(found, context, read),
    "shade": lambda found, context: portions.shade(found, context, read),
    "shade-noun": lambda found, context: portions.shade_noun(found, context, read),
    "piece": lambda found, context: portions.piece(found, context, read),
    "turn": portions.turn,
    "week-of-year": portions.week_of_year,
    "weekday": relative.week_day,
    "deictic": relative.deictic,
    "relative": relative.unit_beside,
    "anaphoric": anaphora.anaphoric,
    "of-that-year": anaphora.of_that_year,
    "told-time": anaphora.told_time,
    "ago": relative.ago,
    "ago-beside": relative.ago_beside,
    "later": relative.later,
    "from-date": lambda found, context: relative.from_date(found, context, read),
    "from-event": anchored.from_event,
    "to-the-day": anchored.to_the_day,
    "day-of-happening": lambda found, context: anchored.day_of_happening(found, context, edtf_of_part(found, context)),
    "anniversary": anniversaries.anniversary,
    "age": lives.age,
    "age-year": lives.age_year,
    "reign-year": lives.reign_year,
    "reign-into": lives.reign_into,
    "period": periods.period,
    "period-phase": periods.phase,
    "period-part": periods.part,
    "period-year": periods.year_of_period,
    "open-period": periods.open_period,
    "range-period": lambda found, context: periods.range_period(found, context, read),
    "from-period": periods.from_period,
    "holiday": holidays.holiday,
    "holiday-way": holidays.holiday_beside,
    "holiday-set": holidays.repeated,
    "roman-day": holidays.roman_day,
    "duration": lengths.duration,
    "duration-between": lengths.duration_between,
    "filled": lengths.duration,
    "span": lengths.span,
    "duration-joined": lengths.duration_joined,
    "set": frequencies.repeated,
    "set-date": frequencies.repeated_date,
    "set-days": frequencies.repeated_days,
    "set-within": lambda found, context: frequencies.repeated_within(found, context, read),
    "vague": lengths.vague,
    "long-ago": deep.long_ago,
    "before-present": deep.before_present,
    "reference": references.reference,
    "quarter": quarters.quarter,
    "whole-year": quarters.whole_year,
    "fiscal": quarters.fiscal,
    "nth-weekday": lambda found, context: portions.nth_weekday(found, context, read),
    "of-unit": nearby.of_unit,
    "weekday-of-week": nearby.weekday_of_week,
    "same-last-year": nearby.same_last_year,
    "weekday-week": nearby.weekday_week,
    "weekend": nearby.weekend,
    "ahead": nearby.ahead,
    "day-of-month": nearby.day_of_month,
    "length-to": lambda found, context: nearby.length_to(found, context, read),
    "vague-offset": lengths.vague_offset,
    "clock": clock.clock,
    "clock-joined": lambda found, context: clock.joined(found, context, read),
    "part-of-date": lambda found, context: clock.part_of_date(found, context, read),
    "same-part": clock.same_part,
}


def edtf_of_part(found: Found, context: Context) -> str | None:
    """The date of the part of a mention that has one; None where it has no part."""
    reading = read(found.parts["part"], context) if "part" in found.parts else None
    return reading.edtf if reading else None


def read(found: Found, context: Context) -> Reading | None:
    """What the found words mean where they stand; None where they can't be a date after all."""
    try:
        return READINGS[found.reading](found, context)
    except EdtfError:
        return None  # "31 February": the shape of a date, and none
