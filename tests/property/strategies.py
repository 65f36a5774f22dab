"""Made-up dates of every shape that the project can hold, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.edtf import (
    UNSPECIFIED,
    Bounds,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    Qualifier,
    Run,
    bounds,
    civil,
    day_number,
    month_length,
)

# Mostly near the present and the turn of the era, where the traps are; sometimes anywhere.
YEARS = st.one_of(st.integers(1900, 2030), st.integers(-500, 500), st.integers(-9999, 9999))
LONG_YEARS = st.one_of(st.integers(10_000, 10**12 - 1), st.integers(-(10**12) + 1, -10_000))
QUALIFIERS: st.SearchStrategy[Qualifier] = st.sampled_from(["", "", "?", "~", "%"])
DAYS = st.integers(day_number(-9999, 1, 1), day_number(9999, 12, 31))
MODS = st.sampled_from([None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"])


@st.composite
def full_days(draw: st.DrawFn, qualifiers: st.SearchStrategy[Qualifier] = QUALIFIERS) -> Date:
    return Date(*civil(draw(DAYS)), draw(qualifiers))


@st.composite
def months(draw: st.DrawFn) -> Date:
    month = draw(st.one_of(st.integers(1, 12), st.integers(21, 24), st.just(UNSPECIFIED)))
    return Date(draw(YEARS), month, qualifier=draw(QUALIFIERS))


@st.composite
def unspecified_days(draw: st.DrawFn) -> Date:
    month = draw(st.one_of(st.integers(1, 12), st.just(UNSPECIFIED)))
    return Date(draw(YEARS), month, UNSPECIFIED, draw(QUALIFIERS))


@st.composite
def masked_years(draw: st.DrawFn) -> Date:
    masked = draw(st.integers(1, 3))
    size = 10**masked
    known = draw(st.integers(0, 10 ** (4 - masked) - 1))
    first = known * size if draw(st.booleans()) else -known * size - size + 1
    return Date(first, qualifier=draw(QUALIFIERS), masked=masked)


YEAR_DATES = st.builds(Date, st.one_of(YEARS, YEARS, LONG_YEARS), qualifier=QUALIFIERS)
DATES: st.SearchStrategy[Date] = st.one_of(full_days(), months(), unspecified_days(), masked_years(), YEAR_DATES)


@st.composite
def date_times(draw: st.DrawFn) -> DateTime:
    hour, minute, second = draw(st.integers(0, 23)), draw(st.integers(0, 59)), draw(st.integers(0, 59))
    zone = draw(st.sampled_from(["", "Z", "-04", "+05:30", "+00:00"]))
    return DateTime(draw(full_days(st.just(""))), f"{hour:02d}:{minute:02d}:{second:02d}{zone}")


def in_order(a: Date, b: Date) -> tuple[Date, Date]:
    """The two, so that the second isn't wholly before the first."""
    first, last = bounds(a).first, bounds(b).last
    assert first is not None
    assert last is not None
    return (a, b) if first <= last else (b, a)


PAIRS = st.builds(in_order, DATES, DATES)
ENDS = st.sampled_from(End)
INTERVALS: st.SearchStrategy[Interval] = st.one_of(
    PAIRS.map(lambda pair: Interval(*pair)),
    st.builds(Interval, DATES, ENDS),
    st.builds(Interval, ENDS, DATES),
)


@st.composite
def sets(draw: st.DrawFn) -> DateSet:
    inner = st.one_of(DATES, DATES, PAIRS.map(lambda pair: Run(*pair)))
    members: list[Date | Run] = draw(st.lists(inner, min_size=2, max_size=5))
    if draw(st.booleans()):
        members.insert(0, Run(None, draw(DATES)))
    if draw(st.booleans()):
        members.append(Run(draw(DATES), None))
    return DateSet(tuple(members), draw(st.booleans()))


VALUES: st.SearchStrategy[Edtf] = st.one_of(DATES, DATES, date_times(), INTERVALS, sets())
BOUNDS = st.one_of(
    st.builds(Bounds, st.none(), st.one_of(st.none(), DAYS)),
    st.builds(Bounds, DAYS, st.none()),
    st.builds(lambda a, b: Bounds(min(a, b), max(a, b)), DAYS, DAYS),
)


@st.composite
def day_triples(draw: st.DrawFn) -> tuple[int, int, int]:
    year, month = draw(st.integers(-(10**6), 10**6)), draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, month_length(year, month)))
