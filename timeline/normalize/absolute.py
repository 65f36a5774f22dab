"""Readings of what the words date by themselves, but for a year or an era that is carried over."""

from __future__ import annotations

import re

from timeline.edtf import Date, DateSet, Interval, astronomical, bounds, century, civil, say
from timeline.edtf import decade as decade_of
from timeline.errors import EdtfError
from timeline.model import Alternative, Found
from timeline.normalize.arithmetic import nearest_year, told_year
from timeline.normalize.context import Context, Reading, undated
from timeline.normalize.fallback import read_foreign
from timeline.normalize.story import Told
from timeline.normalize.words import Words

APOSTROPHES = "'’‘"


def year_number(text: str, context: Context) -> int:
    """The astronomical year of "1961", "44 BC", "AD 79"; a bare number below 1000 takes the era told last."""
    number = context.words.year(text)
    if not number:
        raise EdtfError("There is no year 0: 1 BC was followed by AD 1.", text, 0)
    if text[0] in APOSTROPHES:
        latest = (
            2099 if context.published is None or context.published.last is None else civil(context.published.last)[0]
        )
        return number + (2000 if 2000 + number <= latest and context.published else 1900)
    bc = context.words.before_christ(text)
    if bc is None:
        bc = number < 1000 and context.era_bc
    else:
        context.era_bc = bc
    return astronomical(number) if bc else number


def _written(found: Found, edtf: str) -> str:
    """The step that says that the words need nothing else; with the date in our words where those differ."""
    words = say(edtf)
    ours = "" if words.lower() == found.text.lower() else f": {words}"
    return f"“{found.text}” is written in full{ours}."


def era_step(text: str, year: int, words: Words) -> tuple[str, ...]:
    """The step that says which era was taken over, where the words have none."""
    if words.before_christ(text) is not None or not -1000 < year < 1000:
        return ()
    return (f"No era is written here; the text counts in {'BC' if year <= 0 else 'AD'}.",)


def calendar(found: Found, context: Context) -> Reading | None:
    """A date from year, month and day; without a year, that of the article or of the date told last."""
    groups, words = found.groups, context.words
    month = None
    if "month" in groups:
        month = int(groups["month"]) if groups["month"].isdigit() else words.month(groups["month"])
    day = words.day(groups["day"]) if "day" in groups else None
    if "year" not in groups:
        return yearless(found, context, month or 1, day)
    year = year_number(groups["year"], context)
    edtf = str(Date(year, month, day))
    return Reading(edtf, (_written(found, edtf), *era_step(groups["year"], year, words)))


def calendar_of_last_day(found: Found, context: Context) -> Reading:
    """The last day of two that share a month and have no year."""
    return yearless(
        found, context, context.words.month(found.groups["month"]), context.words.day(found.groups["last_day"])
    )


def yearless(found: Found, context: Context, month: int, day: int | None) -> Reading:
    """A month or day whose year the story tells, or else the article's own date."""
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    told = context.story.years.get(found.start)
    if told is not None:
        edtf = str(Date(told.year, month, day))
        return Reading(
            edtf,
            (f"“{found.text}” has no year.", f"{_story_stands(told.year, context)}, so this is {say(edtf)}."),
            grade="B",
            anchor=context.by_last(),
            alternatives=_rival(told, month, day),
        )
    if context.published:
        future = context.future(found.start)
        nearest = nearest_year(month, day, context.published, future=future)
        if nearest is not None:
            edtf = str(Date(nearest, month, day))
            way = "the next one after" if future else "the last one before"
            steps = (
                f"“{found.text}” has no year.",
                f"The article dates from {say(context.document.published.edtf or '')}; {way} that is {say(edtf)}.",
            )
            return Reading(edtf, steps, grade="B", anchor=context.by_publication())
    return undated(value, "its year isn't told, and nothing says when the article was written")


def _story_stands(year: int, context: Context) -> str:
    """How the story came to the year that it is in."""
    last = context.last
    before = told_year(last.edtf) if last and last.edtf else None
    if last is None or before is None:
        return f"The story begins in {say(str(Date(year)))}"
    if before == year:
        return f"The date told last is “{last.text}”"
    way = "has gone on" if before < year else "goes back"
    return f"From “{last.text}”, told last, the story {way} to {say(str(Date(year)))}"


def _rival(told: Told, month: int, day: int | None) -> tuple[Alternative, ...]:
    if told.rival is None:
        return ()
    try:
        edtf = str(Date(told.rival, month, day))
    except EdtfError:
        return ()  # "29 February" of the other year
    return (Alternative(edtf, "the year before or after would fit what is told around it about as well"),)


def days_listed(found: Found, context: Context) -> Reading | None:
    """Two days of one month: both, one or the other, or (with a slash) the night between them."""
    groups, words = found.groups, context.words
    first, last, month = words.day(groups["first_day"]), words.day(groups["last_day"]), words.month(groups["month"])
    if last <= first:
        return None
    carried = None if "year" in groups else calendar_of_last_day(found, context)
    if carried and carried.edtf is None:
        return carried
    year = (told_year(carried.edtf or "") or 0) if carried else year_number(groups["year"], context)
    days = (Date(year, month, first), Date(year, month, last))
    if "slash" in groups:
        edtf, why = f"{days[0]}/{days[1]}", "spans two days"
    else:
        every = bool(words.tables["links"][groups["link"].lower()])
        edtf, why = str(DateSet(days, every=every)), "names two days" if every else "leaves open which"
    step = f"“{found.text}” {why}: {say(edtf)}."
    if carried:
        return Reading(edtf, (*carried.steps, step), grade="B", anchor=carried.anchor)
    return Reading(edtf, (step,))


def numeric(found: Found, context: Context) -> Reading | None:  # noqa: ARG001  all readings are called alike
    """Day and month in figures: one reading where only one is a date, else both as a one-of set."""
    first, second, year = int(found.groups["first"]), int(found.groups["second"]), int(found.groups["year"])
    if not first or not second:
        return None
    readings = []
    for month, day in ((second, first), (first, second)):
        try:
            readings.append(str(Date(year, month, day)))
        except EdtfError:
            continue
    if not readings:
        return None
    both = sorted(set(readings))
    if len(both) == 1:
        return Reading(both[0], (f"“{found.text}” can only be {say(both[0])}.",))
    steps = (f"“{found.text}” may put the day or the month first.", f"Both are kept: {say(both[0])} or {say(both[1])}.")
    return Reading(f"[{both[0]},{both[1]}]", steps)


def decade(found: Found, context: Context) -> Reading | None:
    """Ten years, or a hundred: "the 1930s", "the 220s BC", "the 1800s"; or the thirties of a century."""
    groups = found.groups
    if "century" in groups:
        named = groups.get("named")
        tens = context.words.look_up("decades", named) if named else context.words.year(groups["decade"])
        edtf = str(decade_of((context.words.ordinal(groups["century"]) - 1) * 100 + tens))
        return Reading(edtf, (_written(found, edtf),))
    number = context.words.year(groups["decade"])
    bc = context.words.before_christ(groups["era"]) if "era" in groups else number < 1000 and context.era_bc
    hundred = number % 100 == 0 and number != 2000  # "the 1800s", "the 400s BC": a hundred years
    if bc:
        edtf = str(Interval(Date(astronomical(number + (99 if hundred else 9))), Date(astronomical(number or 1))))
    else:
        edtf = str(Date(number, masked=2) if hundred else decade_of(number))
    return Reading(edtf, (_written(found, edtf),))


def decade_short(found: Found, context: Context) -> Reading:
    """Ten years that name no century: "the '30s", "the thirties"."""
    groups = found.groups
    short = (
        context.words.look_up("decades", groups["named"])
        if "named" in groups
        else int(groups.get("decade") or groups["decade_plain"])
    )
    hundred, anchor, why = 1900, None, "nothing in the text points to another century than the 20th"
    last = told_year(context.last.edtf) if context.last and context.last.edtf else None
    published = context.published.last if context.published else None
    if last is not None and last >= 1000 and context.genre == "narrative":
        hundred, anchor, why = last // 100 * 100, context.by_last(), f"the text spoke of {last} last"
    elif published is not None and civil(published)[0] > 1900:
        hundred = 2000 if 2000 + short <= civil(published)[0] else 1900
        anchor, why = context.by_publication(), "the last such years before the article are meant"
    edtf = str(decade_of(hundred + short))
    return Reading(
        edtf, (f"“{found.text}” names no century.", f"As {why}, it is {say(edtf)}."), grade="B", anchor=anchor
    )


def centuries(found: Found, context: Context) -> Reading | None:
    """A century, or a stretch of two."""
    number = context.words.ordinal(found.groups["nth"])
    last = context.words.ordinal(found.groups["nth_last"]) if "nth_last" in found.groups else number
    bc = context.words.before_christ(found.groups["era"]) if "era" in found.groups else False
    if not 0 < number <= 60 or not 0 < last <= 60:
        return None
    if number == last:
        edtf = str(century(-number if bc else number))
    elif bc:
        first, final = max(number, last), min(number, last)
        edtf = str(Interval(Date(astronomical(first * 100)), Date(astronomical(final * 100 - 99))))
    else:
        edtf = f"{century(min(number, last))}/{century(max(number, last))}"
    return Reading(edtf, (_written(found, edtf),))


def millennium(found: Found, context: Context) -> Reading | None:
    """A thousand years."""
    number = context.words.ordinal(found.groups["nth"])
    if not 0 < number <= 10:
        return None
    if "era" in found.groups and context.words.before_christ(found.groups["era"]):
        edtf = str(Interval(Date(astronomical(number * 1000)), Date(astronomical(number * 1000 - 999))))
    else:
        edtf = f"{Date((number - 1) * 1000 + 1)}/{Date(number * 1000)}"
    return Reading(edtf, (_written(found, edtf),))


def season(found: Found, context: Context) -> Reading | None:
    """A season of a year; a winter that is given two years bears the first."""
    text = found.groups["year"]
    number = context.words.season(found.groups["season"])
    year = year_number(re.split(r"[-–/]", text)[0] if re.search(r"\d[-–/]\d", text) else text, context)
    edtf = str(Date(year, number))
    return Reading(edtf, (_written(found, edtf), *era_step(text, year, context.words)))


def season_plain(found: Found, context: Context) -> Reading:
    """A season without a year: of the year told last in a narrative, else the nearest to the article."""
    number = context.words.season(found.groups["season"])
    told = context.story.years.get(found.start)
    if told is not None:
        edtf = str(Date(told.year, number))
        steps = (f"“{found.text}” has no year.", f"{_story_stands(told.year, context)}, so this is {say(edtf)}.")
        return Reading(edtf, steps, grade="B", anchor=context.by_last())
    if context.published is None or context.published.last is None:
        return undated("XXXX", "its year isn't told, and nothing says when the article was written")
    own = civil(context.published.last)[0]
    edtf = str(Date(own, number))
    if (bounds(edtf).first or 0) > context.published.last and not context.future(found.start):
        edtf = str(Date(own - 1, number))
    steps = (f"“{found.text}” has no year.", f"The nearest one to the article is {say(edtf)}.")
    return Reading(edtf, steps, grade="B", anchor=context.by_publication())


def foreign(found: Found, context: Context) -> Reading | None:
    """A full date with a month's name in another language, read by dateparser."""
    read = read_foreign(found.text, context.document.language)
    if read is None:
        return None
    edtf, language = read
    return Reading(edtf, (f"“{found.text}” is a date in {language}: {say(edtf)}.",))
