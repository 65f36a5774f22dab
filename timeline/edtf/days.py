"""Days as integers: 0 is 1970-01-01, in the proleptic Gregorian calendar, with astronomical years.

Integer arithmetic only, exact for every year. The two conversions follow Howard Hinnant's
"chrono-compatible low-level date algorithms" (days_from_civil, civil_from_days): years begin in March,
so that the leap day is the last of its year, and repeat every 400 years of 146 097 days.
"""

from __future__ import annotations

from functools import lru_cache

_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ERA_YEARS = 400
_ERA_DAYS = 146_097
_EPOCH = 719_468  # days from 0000-03-01 to 1970-01-01


def month_length(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31. ``month`` is 1 to 12."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _DAYS_IN_MONTH[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, 0 = 1970-01-01. The date must exist; nothing is checked here."""
    if month <= 2:
        year -= 1
        month += 12
    era, year_of_era = divmod(year, _ERA_YEARS)
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * _ERA_DAYS + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _EPOCH


@lru_cache(maxsize=8192)  # the days of a text are few, and asked for again and again
def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number: the inverse of ``day_number``."""
    era, day_of_era = divmod(day + _EPOCH, _ERA_DAYS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153  # 0 = March
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * _ERA_YEARS + year_of_era + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def julian_lag(day: int) -> int:
    """The days by which the Julian calendar is behind on a day that is written in it: 13 in 1917, 12 in 1850."""
    year, month, _ = civil(day)
    century = (year - (month <= 2)) // 100
    return century - century // 4 - 2


def weekday(day: int) -> int:
    """The day of the week of a day's number, 0 = Monday to 6 = Sunday."""
    return (day + 3) % 7  # day 0 was a Thursday


def iso(day: int) -> str:
    """A day's number as ISO 8601 text: ``-0043-03-15``. Years are astronomical and have at least four digits."""
    year, month, day_of_month = civil(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day_of_month:02d}"
