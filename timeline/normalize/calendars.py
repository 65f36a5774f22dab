"""Days of feasts in a year, from libraries that know their calendars. The only module that imports those, when asked.

Days are given as histories give them: of the Julian calendar before 15 October 1582, else of the Gregorian. All
functions return the days that fall in the year asked for, in order: none where the rule knows no such year, two where
a short calendar year comes round twice in a long one.

Easter: python-dateutil. Hebrew, Persian and tabular Islamic calendar: convertdate. Islamic from 1924 to 2077 as Umm
al-Qura had it: hijridate. Chinese: lunar-python, which takes long; most are asked of the first
month, and of that a table of the years from 1850 to 2099, worked out with it, tells the first day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from timeline.edtf import civil, day_number, julian_lag, month_length, weekday
from timeline.languages import load

Day = tuple[int, int, int]  # year, month, day

REFORM = (1582, 10, 15)
FIRST_EASTER = 326  # the rule of the council of Nicaea
UMM_AL_QURA = range(1343, 1501)  # the Islamic years that hijridate holds
HIJRA = 622
HEBREW_EPOCH = 3760  # added to a year of our era for the Hebrew year that ends in it
PERSIAN_EPOCH = 621
FIRST_TISHRI = 7
LAST_ADAR = 12


def nth_weekday(year: int, month: int, nth: int, day_of_week: int) -> Day:
    """The nth such weekday (0 is Monday) of a month, counted from its end if ``nth`` is negative."""
    length = month_length(year, month)
    if nth > 0:
        first = weekday(day_number(year, month, 1))
        return year, month, 1 + (day_of_week - first) % 7 + 7 * (nth - 1)
    last = weekday(day_number(year, month, length))
    return year, month, length - (last - day_of_week) % 7 + 7 * (nth + 1)


def weekday_told(day: int) -> int:
    """The day of the week, 0 for Monday, of a day as ``as_told`` gives it."""
    if civil(day) >= REFORM:
        return weekday(day)
    return weekday(day + julian_lag(day))


def easter(year: int, *, orthodox: bool) -> tuple[Day, ...]:
    """Easter Sunday, from 326 on; until 1582 both churches kept the Julian reckoning."""
    if not FIRST_EASTER <= year <= 4099:
        return ()
    from dateutil import easter as reckoning

    gregorian = reckoning.EASTER_ORTHODOX if orthodox else reckoning.EASTER_WESTERN
    found = reckoning.easter(year, reckoning.EASTER_JULIAN if year <= REFORM[0] else gregorian)
    return ((found.year, found.month, found.day),)


def hebrew(year: int, month: int, day: int) -> tuple[Day, ...]:
    """A day of the Hebrew calendar; month 12 is the Adar before Nisan, also in leap years."""
    from convertdate import hebrew as calendar

    def one(hebrew_year: int) -> Day:
        leap_month = calendar.year_months(hebrew_year) if month == LAST_ADAR else month
        found: Day = calendar.to_gregorian(hebrew_year, leap_month, day)
        return found

    first = HEBREW_EPOCH + (month >= FIRST_TISHRI and month != LAST_ADAR)
    return _in_year(year, one, (year + first - 1, year + first, year + first + 1)) if year >= 1 else ()


def islamic(year: int, month: int, day: int) -> tuple[Day, ...]:
    """A day of the Islamic calendar, from 622 on."""
    if year < HIJRA:
        return ()
    about = (year - HIJRA) * 33 // 32
    wanted = range(max(1, about - 1), about + 4)
    return _in_year(year, lambda hijri: islamic_day(hijri, month, day), wanted)


def islamic_day(hijri: int, month: int, day: int) -> Day:
    """A day of an Islamic year, in the proleptic Gregorian calendar; outside 1924 to 2077 by the tabular calendar."""
    if hijri in UMM_AL_QURA:
        from hijridate import Hijri

        found = Hijri(hijri, month, day).to_gregorian()
        return found.year, found.month, found.day
    from convertdate import islamic as calendar

    tabular: Day = calendar.to_gregorian(hijri, month, day)
    return tabular


def islamic_month_length(hijri: int, month: int) -> int:
    """29 or 30 days."""
    after = (hijri + month // 12, month % 12 + 1)
    return day_number(*islamic_day(*after, 1)) - day_number(*islamic_day(hijri, month, 1))


def islamic_is_tabular(hijri: int) -> bool:
    """Whether the days of an Islamic year are computed only, and may be a day off what was kept."""
    return hijri not in UMM_AL_QURA


@lru_cache(maxsize=1024)
def chinese(year: int, month: int, day: int) -> tuple[Day, ...]:
    """A day of the Chinese calendar, of the year that begins in this one."""
    if year < 1:
        return ()
    decade = load("zh", "new_years").get(str(year // 10 * 10))
    if month == 1 and decade:
        return (civil(day_number(year, *divmod(decade[year % 10], 100)) + day - 1),)
    from lunar_python import Lunar

    found = Lunar.fromYmd(year, month, day).getSolar()
    return ((found.getYear(), found.getMonth(), found.getDay()),)


def persian(year: int, month: int, day: int) -> tuple[Day, ...]:
    """A day of the Persian solar calendar."""
    if year <= PERSIAN_EPOCH:
        return ()
    from convertdate import persian as calendar

    return _in_year(year, lambda own: calendar.to_gregorian(own, month, day), (year - PERSIAN_EPOCH,))


def as_told(day: Day) -> Day:
    """A day of the proleptic Gregorian calendar as histories give it: of the Julian one before 15 October 1582."""
    if day >= REFORM:
        return day
    from convertdate import julian

    told: Day = julian.from_gregorian(*day)
    return told


def _in_year(
    year: int, day_of: Callable[[int], Day], years: Iterator[int] | tuple[int, ...] | range
) -> tuple[Day, ...]:
    return tuple(day for day in (as_told(day_of(own)) for own in years) if day[0] == year)
