"""Readings of decades, centuries and millennia."""

from __future__ import annotations

from dataclasses import replace

from timeline.edtf import Date, Interval, astronomical, century, civil, say
from timeline.edtf import decade as decade_of
from timeline.model import Found
from timeline.normalize.arithmetic import told_year
from timeline.normalize.context import Context, Reading, written
from timeline.normalize.years import APOSTROPHES, ROMAN

BESIDE = 2  # centuries or millennia that a story may go on from one to the next
LATEST = 2029  # no text without a date speaks of a later decade as past
COUNTS_BC = ("No era is written here; the text counts in BC.",)


def decade(found: Found, context: Context) -> Reading | None:
    """Ten years, or a hundred: "the 1930s", "the 220s BC", "the 1800s"; or the thirties of a century."""
    groups = found.groups
    if "century" in groups:
        named = groups.get("named")
        tens = context.words.look_up("decades", named) if named else context.words.year(groups["decade"])
        edtf = str(decade_of((context.words.ordinal(groups["century"]) - 1) * 100 + tens))
        return Reading(edtf, (written(found, edtf),))
    number = context.words.year(groups["decade"])
    bc = context.words.before_christ(groups["era"]) if "era" in groups else number < 1000 and context.era_bc
    hundred = number % 100 == 0 and number != 2000  # "the 1800s", "the 400s BC": a hundred years
    if bc:
        edtf = str(Interval(Date(astronomical(number + (99 if hundred else 9))), Date(astronomical(number or 1))))
    else:
        edtf = str(Date(number, masked=2) if hundred else decade_of(number))
    mod = context.words.look_up("shades", groups["shade"]) if "shade" in groups else None
    meant = (f"Only a part of it is meant: {say(edtf, mod)}.",) if mod else ()
    return Reading(edtf, (written(found, edtf), *meant), mod=mod)


def decade_short(found: Found, context: Context) -> Reading:
    """Ten years that name no century: "the '30s", "the thirties", "the late eighties"."""
    groups = found.groups
    short = (
        context.words.look_up("decades", groups["named"])
        if "named" in groups
        else int(groups.get("decade") or groups.get("decade_plain") or _figures(groups["first_short"]))
    )
    hundred, anchor, why = 1900, None, "nothing in the text points to another century than the 20th"
    last = told_year(context.last.edtf) if context.last and context.last.edtf else None
    published = context.published.last if context.published else None
    past = "last_century" in groups and published is not None
    if last is not None and last >= 1000 and context.genre == "narrative" and not past:
        latest = civil(published)[0] if published is not None else LATEST
        hundred, anchor, why = _hundred(short, last, latest), context.by_last(), f"the text spoke of {last} last"
    elif past and published is not None:
        hundred, anchor = civil(published)[0] // 100 * 100 - 100, context.by_publication()
        why = "the century before the article's is meant"
    elif published is not None and civil(published)[0] > 1900:
        hundred = 2000 if 2000 + short <= civil(published)[0] else 1900
        anchor, why = context.by_publication(), "the last such years before the article are meant"
    edtf = str(decade_of(hundred + short))
    mod = context.words.look_up("shades", groups["shade"]) if "shade" in groups else None
    steps = (f"“{found.text}” names no century.", f"As {why}, it is {say(edtf, mod, inside=True)}.")
    return Reading(edtf, steps, mod=mod, grade="B", anchor=anchor)


def _hundred(short: int, told: int, latest: int) -> int:
    """The century whose such decade lies nearest to the year told last; one behind it counts as twice as far."""
    here = told // 100 * 100
    ways = {
        hundred: max(hundred + short - told, 2 * (told - hundred - short - 9), 0)
        for hundred in (here - 100, here, here + 100)
        if hundred + short <= latest
    }
    return min(ways, key=lambda hundred: ways[hundred], default=here)


def _figures(text: str) -> str:
    """The two figures of "'70s"."""
    return text.rstrip("s").strip(APOSTROPHES)


def decades_short(found: Found, context: Context) -> Reading | None:
    """From one decade in two figures to another of the same century."""
    first, last = decade_short(found, context), int(_figures(found.groups["last_short"]))
    if first.edtf is None or last <= int(_figures(found.groups["first_short"])):
        return None
    edtf = f"{first.edtf}/{first.edtf[:2]}{last // 10}X"
    step = f"“{found.text}” names both ends: {say(edtf)}."
    return replace(first, edtf=edtf, steps=(*first.steps, step))


def decade_spelled(found: Found, context: Context) -> Reading:
    """Ten or a hundred years whose century is written out: "the nineteen-thirties", "the eighteen hundreds"."""
    words = context.words
    hundred = (words.count(found.groups["century"]) or 0) * 100
    short = words.look_up("decades", found.groups["named"])
    edtf = str(decade_of(hundred + short) if short else Date(hundred, masked=2))
    return Reading(edtf, (written(found, edtf),))


def decade_nickname(found: Found, context: Context) -> Reading:
    """Ten years with a nickname that tells their century: "the Roaring Twenties"."""
    edtf = str(decade_of(context.words.look_up("decade_nicknames", found.groups["nickname"])))
    return Reading(edtf, (f"“{found.text}” is a name of {say(edtf)}.",))


def decades(found: Found, context: Context) -> Reading | None:
    """From one decade to another; the last may leave out its century, the first its era."""
    texts = [found.groups[name].strip(APOSTROPHES) for name in ("first_decade", "last_decade")]
    era = context.words.before_christ(found.groups["era"]) if "era" in found.groups else None
    if len(texts[0]) < 4 and era is None:
        return None
    texts[1] = texts[0][: len(texts[0]) - len(texts[1])] + texts[1] if not era else texts[1]
    first, last = int(texts[0]), int(texts[1])
    if era:
        edtf = str(Interval(Date(astronomical(first + 9)), Date(astronomical(last or 1))))
        return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))
    if first >= last:
        return None
    edtf = f"{decade_of(first)}/{decade_of(last)}"
    return Reading(edtf, (f"“{found.text}” names both ends: {say(edtf)}.",))


def centuries(found: Found, context: Context) -> Reading | None:
    """A century, or a stretch of two."""
    number = _ordinal(found.groups["nth"], context)
    last = context.words.ordinal(found.groups["nth_last"]) if "nth_last" in found.groups else number
    bc = context.words.before_christ(found.groups["era"]) if "era" in found.groups else _told_bc(number, context, 100)
    if not 0 < number <= 60 or not 0 < last <= 60:
        return None
    if number == last:
        edtf = str(century(-number if bc else number))
    elif bc:
        first, final = max(number, last), min(number, last)
        edtf = str(Interval(Date(astronomical(first * 100)), Date(astronomical(final * 100 - 99))))
    else:
        edtf = f"{century(min(number, last))}/{century(max(number, last))}"
    return Reading(edtf, (written(found, edtf), *(COUNTS_BC if bc and "era" not in found.groups else ())))


def _told_bc(number: int, context: Context, years: int) -> bool:
    """Whether a century or millennium, of so many ``years``, without an era is that told last or one near it, BC, in
    a text that names no other era."""
    told = context.named
    return context.only_bc and told is not None and told <= 0 and abs(number - (years - told) // years) <= BESIDE


def _ordinal(text: str, context: Context) -> int:
    """A number from an ordinal, or from Roman figures with or without the ordinal's ending: "XVIIth"."""
    named: int | None = context.words.look_up("ordinals", text)  # "Cinquecento" begins as a Roman figure would
    return named or (context.words.roman(text) if ROMAN.match(text) else context.words.ordinal(text))


def millennium(found: Found, context: Context) -> Reading | None:
    """A thousand years."""
    number = context.words.ordinal(found.groups["nth"])
    if not 0 < number <= 10:
        return None
    bc = context.words.before_christ(found.groups["era"]) if "era" in found.groups else _told_bc(number, context, 1000)
    if bc:
        edtf = str(Interval(Date(astronomical(number * 1000)), Date(astronomical(number * 1000 - 999))))
    else:
        edtf = f"{Date((number - 1) * 1000 + 1)}/{Date(number * 1000)}"
    return Reading(edtf, (written(found, edtf), *(COUNTS_BC if bc and "era" not in found.groups else ())))
