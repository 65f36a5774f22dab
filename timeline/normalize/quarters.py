"""Readings of quarters, halves and years of accounts.

EDTF writes a quarter or a half as the interval of its months; TIMEX3's value is ``2009-Q3``, ``2009-H1``,
``FY2009``. Whether a year of accounts begins in January isn't told, so it is only about that year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from timeline.edtf import Date, bounds, civil, say
from timeline.model import Anchor, Found
from timeline.normalize.arithmetic import told_year
from timeline.normalize.context import NO_YEAR, Context, Reading, undated
from timeline.normalize.years import year_number

NUMBER = re.compile(r"[1-4]")
SEASON_YEARS = re.compile(r"(\d{4})(?:[-–/](\d{2,4}))?")
NEAR = 24  # code points
RECENT = 3  # years whose accounts an article still tells of
MONTHS = {"Q": 3, "H": 6}


def months_of(year: int, letter: str, number: int) -> str:
    """The months of a quarter (``Q``) or half (``H``) of a year, as EDTF."""
    size = MONTHS[letter]
    return f"{Date(year, size * (number - 1) + 1)}/{Date(year, size * number)}"


def quarter(found: Found, context: Context) -> Reading | None:
    """A quarter or half: of the year told with it, or the nearest of that number."""
    letter, number = _which(found, context)
    if number > 12 // MONTHS[letter]:
        return None
    groups = found.groups
    told = groups.get("year") or groups.get("fiscal") or groups.get("year_first")
    if told:
        return _quarter_of(found, year_number(told, context), letter, number, ())
    last = context.last
    if context.genre == "narrative" and last and last.edtf and groups.get("way") not in {"last", "next"}:
        year = told_year(last.edtf)
        if year is None:
            return undated(f"XXXX-{letter}{number}", NO_YEAR)
        reading = _quarter_of(found, year + _way(groups, context), letter, number, (f"Told last is “{last.text}”.",))
        return replace(reading, grade="B", anchor=context.by_last())
    if context.published is None or context.published.last is None:
        return undated(f"XXXX-{letter}{number}", NO_YEAR)
    step = f"The article dates from {say(context.document.published.edtf or '')}."
    reading = _quarter_of(found, _nearest(found, context, letter, number), letter, number, (step,))
    return replace(reading, grade="B", anchor=context.by_publication())


def _quarter_of(found: Found, year: int, letter: str, number: int, steps: tuple[str, ...]) -> Reading:
    edtf = months_of(year, letter, number)
    return Reading(edtf, (*steps, f"“{found.text}” is {say(edtf)}."), value=f"{Date(year)}-{letter}{number}")


def _which(found: Found, context: Context) -> tuple[str, int]:
    """The letter and number of the quarter or half."""
    text = found.groups.get("nth") or found.groups["nth_behind"]
    letter = "H" if found.groups.get("unit", "").lower() == "half" or "H" in text else "Q"
    figure = NUMBER.search(text)
    if figure:
        return letter, int(figure[0])
    return letter, context.words.ordinal(text) or context.words.count(text) or 12 // MONTHS[
        letter
    ]  # "the latter half", "the final quarter"


def _way(groups: Mapping[str, str], context: Context) -> int:
    return context.words.look_up("ways", groups["way"]) or 0 if "way" in groups else 0


def _nearest(found: Found, context: Context, letter: str, number: int) -> int:
    """The year of the last such quarter that has begun, or of the next one where the clause looks ahead, or
    doesn't tell and it is nearer."""
    published = context.published
    assert published is not None  # noqa: S101  asked by the caller
    assert published.last is not None  # noqa: S101
    year = civil(published.last)[0]
    half = found.groups.get("unit", "").lower() == "half"
    if "way" in found.groups or (half and " of " in found.text):
        return year + _way(found.groups, context)
    first, last = bounds(months_of(year, letter, number)).first, bounds(months_of(year, letter, number)).last
    if first is None or last is None:
        return year
    way = -1 if _told_of_results(found, context) else context.direction(found.start, found.end)
    if way == 1 and not half and last < published.last and context.phrase("would").search(_behind(found, context)):
        ahead = bounds(months_of(year + 1, letter, number)).first
        return year + (ahead is not None and ahead - published.last < published.last - last)  # "warned that it would"
    if way > 0:
        return year + (last < published.last)
    known = last if half else first  # figures of a half are told when it is over
    if known <= published.last:
        return year
    before = bounds(months_of(year - 1, letter, number)).last
    near = not way and before is not None and first - published.last < published.last - before
    return year if near else year - 1


def _told_of_results(found: Found, context: Context) -> bool:
    """Whether a firm tells the results of that time, today or one day: "will report second-quarter earnings"."""
    before = context.document.text[context.sentence(found.start).start : found.start]
    return context.phrase("tells_results").search(before) is not None


def _behind(found: Found, context: Context) -> str:
    """The rest of the sentence behind the words."""
    return context.document.text[found.end : context.sentence(found.start).end]


def whole_year(found: Found, context: Context) -> Reading:
    """The full year: that of the stretch told last in the sentence or the one before, else the last that has ended."""
    text, compared = context.document.text, context.phrase("compared_before")
    ahead = context.direction(found.start, found.end) > 0
    to_be_told = ahead and _told_of_results(found, context)
    for last in reversed(() if "ahead" in found.groups or to_be_told else context.read):
        if text.count(". ", last.end, found.start) > 1:
            break
        if last.edtf and _long_gone(last.edtf, context):
            continue  # "The firm, founded in 1908, will publish its full-year results"
        told = (
            told_year(last.edtf)
            if last.edtf and not compared.search(text[max(0, last.start - NEAR) : last.start])
            else None
        )
        if last.edtf and told is not None:
            edtf = str(Date(told))
            steps = (f"“{found.text}” is the year of “{last.text}”: {say(edtf)}.",)
            return Reading(edtf, steps, grade="B", anchor=Anchor("mention", last.edtf, last.id))
    if context.published is None or context.published.last is None:
        return undated("XXXX", NO_YEAR)
    ahead = "ahead" in found.groups or (ahead and not to_be_told)
    edtf = str(Date(civil(context.published.last)[0] - (not ahead)))
    step = f"The article dates from {say(context.document.published.edtf or '')}; the year meant is {say(edtf)}."
    return Reading(edtf, (step,), grade="B", anchor=context.by_publication())


def _long_gone(edtf: str, context: Context) -> bool:
    """Whether it is a bare year so far back that an article doesn't tell of its accounts any more."""
    if context.published is None or context.published.last is None or not edtf.isdigit():
        return False
    return int(edtf) < civil(context.published.last)[0] - RECENT


def fiscal(found: Found, context: Context) -> Reading:
    """A year of accounts or of school: about that year, or the two that it is named by."""
    groups = found.groups
    if "way" in groups:
        if context.published is None or context.published.last is None:
            return undated("XXXX", NO_YEAR)
        year = civil(context.published.last)[0] + _way(groups, context)
        anchor, last = context.by_publication(), None
    else:
        anchor = None
        years = SEASON_YEARS.search(groups.get("year") or groups.get("year_first") or "")
        if years:
            year, last = int(years[1]), years[2]
        else:
            short = int(groups["short"])
            year, last = short + (2000 if short < 70 else 1900) * (short < 100), None
    if last:
        end = int(last) if len(last) == 4 else year // 100 * 100 + int(last) + (100 if int(last) < year % 100 else 0)
        edtf = f"{Date(year)}/{Date(end)}" if end > year else f"{Date(year)}~"
    else:
        edtf = f"{Date(year)}~"
    steps = (f"“{found.text}” is a year that need not begin in January: {say(edtf)}.",)
    mod = context.words.look_up("shades", groups.get("shade", ""))
    return Reading(
        edtf, steps, value=None if last else f"FY{year}", mod=mod, grade="B" if anchor else "A", anchor=anchor
    )
