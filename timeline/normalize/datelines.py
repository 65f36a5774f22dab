"""The year of a dateline that names none ("OSLO, Sept. 14 —"), from everything that narrows it down.

The candidates are the years that fit all that is sure: the day of the week, the latest date told as past, a
deadline told as still to come. Among them, other articles that date what this one reports, an anniversary and what
was "twenty years ago" name the year. One left: the day is known. Several: a one-of set, or the bound that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from timeline.edtf import Bounds, Date, civil, day_number, month_length, weekday
from timeline.languages import folder_of
from timeline.model import Document, Found, Published
from timeline.normalize.arithmetic import nearest_year
from timeline.normalize.context import is_marked, sentence_at
from timeline.normalize.direction import looks_ahead
from timeline.normalize.words import phrase, words_of

CYCLE = 40  # years: in so many each day falls on each day of the week, a leap day too (but around 1900)
FEW = 3  # candidates that are told one by one


@dataclass(frozen=True, slots=True)
class Line:
    """A date without a year that heads a text: its words, month and day."""

    text: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A day (its number) before or after which a text wasn't written, and why, in words."""

    day: int
    edtf: str
    why: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The first and the last day on which a text may have been written."""

    first: Limit | None
    last: Limit | None

    def hold(self, day: int) -> bool:
        """Whether the text may have been written on that day."""
        return (self.first is None or self.first.day <= day) and (self.last is None or day <= self.last.day)


@dataclass(frozen=True, slots=True)
class Check:
    """What a text says of the day of writing: the days (their numbers) that it leaves, and, in words, what it says."""

    fits: Callable[[int], bool]
    why: str


def dateline(document: Document, found: Sequence[Found]) -> Line | None:
    """The dateline or masthead without a year, where the text has one."""
    words = words_of(folder_of(document.language))
    lines = [zone.span for zone in document.zones if zone.kind in {"dateline", "publication"}]
    for one in found:
        if one.reading != "calendar" or "year" in one.groups or not {"month", "day"} <= one.groups.keys():
            continue
        if any(span.holds(one.start, one.end) for span in lines):
            return Line(one.text, words.month(one.groups["month"]), words.day(one.groups["day"]))
    return None


def by_dateline(
    document: Document, found: Sequence[Found], line: Line, limits: Limits, named: Sequence[Mapping[int, str]]
) -> Published:
    """The day of a dateline without a year, or what can be told of it.

    ``named`` are the years that each kind of evidence names, with the reason, the strongest kind first.
    """
    checks = weekday_checks(document, found)

    def fits(year: int) -> bool:
        if line.day > month_length(year, line.month):
            return False
        day = day_number(year, line.month, line.day)
        return limits.hold(day) and all(check.fits(day) for check in checks)

    head = f"“{line.text}” stands at its head without a year"
    sure = [limit.why for limit in (limits.first, limits.last) if limit] + [check.why for check in checks]
    years: dict[int, str] = {}
    for kind in named:
        fitting = {year: why for year, why in kind.items() if fits(year)}
        both = {year: f"{years[year]}; {why}" for year, why in fitting.items() if year in years}
        years = both or years or fitting
    if not years and limits.first and limits.last:
        span = range(civil(limits.first.day)[0], civil(limits.last.day)[0] + 1)
        years = dict.fromkeys((year for year in span if fits(year)), "no other year fits")
    days = [str(Date(year, line.month, line.day)) for year in sorted(years)]
    if len(days) == 1:
        return Published(days[0], "inferred", "; ".join((head, *dict.fromkeys(years.values()), *sure)))
    if 1 < len(days) <= FEW:
        reason = "; ".join((head, "more than one year fits", *dict.fromkeys(years.values()), *sure))
        return Published(f"[{','.join(days)}]", "inferred", reason)
    return _bound(line, limits, fits, head, sure)


def _bound(line: Line, limits: Limits, fits: Callable[[int], bool], head: str, sure: Sequence[str]) -> Published:
    first, last = limits.first, limits.last
    if first is None:
        return Published(None, "unknown", f"{head}, and nothing tells which year it was")
    begin = civil(first.day)[0]
    years = [year for year in range(begin, begin + CYCLE) if fits(year)]
    if not years:
        return Published(f"{first.edtf}/{last.edtf if last else '..'}", "inferred", f"only a bound: {first.why}")
    edtf = f"{Date(years[0], line.month, line.day)}/{last.edtf if last else '..'}"
    return Published(edtf, "inferred", "; ".join(("only a bound: " + head, *sure)))


def weekday_checks(document: Document, found: Sequence[Found]) -> list[Check]:
    """What the days of the week in the text say of the day of writing."""
    words = words_of(folder_of(document.language))
    checks = []
    lines = [zone.span for zone in document.zones if zone.kind in {"dateline", "publication"}]
    with_year = {sentence_at(document, one.start) for one in found if "year" in one.groups}
    for number, one in enumerate(found):
        if is_marked(document.text, one.start, words.language):
            continue
        if one.reading == "calendar" and "year" not in one.groups and {"weekday", "month", "day"} <= one.groups.keys():
            own = any(span.holds(one.start, one.end) for span in lines)
            if own or sentence_at(document, one.start) not in with_year:  # else the date may be of that year
                checks.append(_on_weekday(document, one, own))
        elif one.reading == "deictic" and number + 1 < len(found) and found[number + 1].reading == "weekday":
            beside = found[number + 1]
            if "way" in beside.groups or not phrase("same_day", words.language).fullmatch(
                document.text[one.end : beside.start]
            ):
                continue
            name = words.weekday(beside.groups["weekday"])
            offset = words.look_up("deictic", one.groups["deictic"])
            checks.append(
                Check(
                    lambda day, name=name, offset=offset: weekday(day + offset) == name,  # type: ignore[misc]
                    f"“{one.text}” was a {beside.text}",
                )
            )
    return checks


def _on_weekday(document: Document, one: Found, own: bool) -> Check:
    words = words_of(folder_of(document.language))
    name = words.weekday(one.groups["weekday"])
    month, number = words.month(one.groups["month"]), words.day(one.groups["day"])
    future = not own and looks_ahead(document, sentence_at(document, one.start), one.start, words, one.end)

    def fits(day: int) -> bool:
        if own:
            return weekday(day) == name
        year = nearest_year(month, number, Bounds(day, day), future=future)
        return (
            year is not None
            and number <= month_length(year, month)
            and weekday(day_number(year, month, number)) == name
        )

    return Check(fits, f"“{one.text}” was that day of the week")
