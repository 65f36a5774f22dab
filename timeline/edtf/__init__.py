"""A date as a value: read EDTF, tell its first and last day, compare, say it in words.

    parse("-0043-03-15")            the value; str(value) is the text again
    bounds("193X")                  Bounds(first, last), day numbers, 0 = 1970-01-01
    say("193X", "START")            "early 1930s"

Values are ``Date``, ``DateTime``, ``Interval`` and ``DateSet``. To build one, call its class; it refuses what
does not exist:

    Date(1961, 7, 11)               1961-07-11
    Date(1961, WINTER)              1961-24, the winter that begins in 1961
    Date(520, qualifier="~")        0520~
    Interval(Date(1945), End.OPEN)  1945/..
    DateSet((Date(1914), Date(1915)))               [1914,1915], one of them; every=True: {1914,1915}, all
    decade(1930), century(19), century(-5)          193X, 18XX, -0499/-0400
    astronomical(44)                -43: the year of 44 BC

Years are astronomical (0 is 1 BC), days proleptic Gregorian. What is read and what not: docs/edtf.md.
Sources: Library of Congress, Extended Date/Time Format specification, 2019; ISO 8601-2:2019.
"""

from timeline.edtf.compare import (
    Bounds,
    Precision,
    bounds,
    contains,
    intersection,
    overlaps,
    precision,
    sort_key,
    width,
)
from timeline.edtf.days import civil, day_number, iso, julian_lag, month_length, weekday
from timeline.edtf.periods import astronomical, century, decade
from timeline.edtf.reading import parse
from timeline.edtf.values import (
    AUTUMN,
    SPRING,
    SUMMER,
    UNSPECIFIED,
    WINTER,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    Qualifier,
    Run,
)
from timeline.edtf.words import say

__all__ = [
    "AUTUMN",
    "SPRING",
    "SUMMER",
    "UNSPECIFIED",
    "WINTER",
    "Bounds",
    "Date",
    "DateSet",
    "DateTime",
    "Edtf",
    "End",
    "Interval",
    "Precision",
    "Qualifier",
    "Run",
    "astronomical",
    "bounds",
    "century",
    "civil",
    "contains",
    "day_number",
    "decade",
    "intersection",
    "iso",
    "julian_lag",
    "month_length",
    "overlaps",
    "parse",
    "precision",
    "say",
    "sort_key",
    "weekday",
    "width",
]
