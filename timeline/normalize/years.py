"""Years as they are written: "1961", "44 BC", "'69", "nineteen eighty-four", "two thousand and eight", MCMXIV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.edtf import astronomical, civil
from timeline.errors import EdtfError
from timeline.model import Found
from timeline.normalize.context import Context
from timeline.normalize.words import Words

ROMAN = re.compile(r"[IVXLCDM]+")
BREAK = re.compile(r"[-\s]+")
HUNDRED = 100
LIFETIME = 75  # years
MODERN = 1750  # from then on people have written of antiquity
APOSTROPHES = "'’‘"
YEARLY = frozenset(
    ("year", "short_year", "first", "decade", "named", "nth", "period", "years", "nickname", "century", "way")
)


def year_number(text: str, context: Context) -> int:
    """The astronomical year of "1961", "44 BC", "AD 79"; a bare number below 1000 takes the era told last."""
    number = context.words.year(text) or spelled_year(text, context.words) or 0
    if not number:
        raise EdtfError("There is no year 0: 1 BC was followed by AD 1.", text, 0)
    if text[0] in APOSTROPHES:
        return short_year(number, context)
    bc = context.words.before_christ(text)
    if bc is None:
        bc = (number < 1000 and context.era_bc) or _told_bc(number, context)
    else:
        context.era_bc = bc
    return astronomical(number) if bc else number


def _told_bc(number: int, context: Context) -> bool:
    """Whether a bare year lies within a lifetime of the one told last, BC, in a text that names no other era."""
    told = context.named
    return (
        context.only_bc and told is not None and told <= 0 and number <= MODERN and abs(number + told - 1) <= LIFETIME
    )


def near_named(year: int, context: Context) -> bool:
    """Whether a year lies within a lifetime of the one named last."""
    return context.named is not None and abs(year - context.named) <= LIFETIME


def short_year(number: int, context: Context) -> int:
    """The year of which only two figures are written: the last one before an article that is news.

    In a history, and in a text that doesn't tell when it was written, it is the nearest to the year named last.
    """
    told = context.named
    if (context.genre == "narrative" or context.published is None) and told is not None and told >= 1000:
        return number + round((told - number) / HUNDRED) * HUNDRED
    latest = civil(context.published.last)[0] if context.published and context.published.last is not None else 1999
    return number + (latest - number) // HUNDRED * HUNDRED


def era_step(text: str, year: int, words: Words) -> tuple[str, ...]:
    """The step that says which era was taken over, where the words have none."""
    if words.before_christ(text) is not None or year >= 1000:
        return ()
    return (f"No era is written here; the text counts in {'BC' if year <= 0 else 'AD'}.",)


def spelled_year(text: str, words: Words) -> int | None:
    """The year that words or Roman figures name, as people count it; None where they name none."""
    if ROMAN.fullmatch(text):
        return words.roman(text)
    first, *rest = BREAK.split(text.strip())
    century = words.count(first)
    if century is None or not rest:
        return None
    if words.tables["numbers"].get(rest[0].lower()):  # "nineteen hundred and five", "two thousand"
        return words.count(text)
    if not words.tables["cardinals"].get(rest[0].lower()):  # "nineteen oh five"
        rest = rest[1:]
    return century * HUNDRED + (words.count(" ".join(rest)) or 0)


def month_number(text: str, words: Words) -> int:
    """1 to 12, from a name, figures or Roman figures."""
    if text.isdigit():
        return int(text)
    return words.roman(text) if ROMAN.fullmatch(text) else words.month(text)


def has_year(found: Found) -> bool:
    """Whether the words, or a date in them, give a year."""
    return not YEARLY.isdisjoint(found.groups) or (bool(found.parts) and any(map(has_year, found.parts.values())))


def joined(found: Found) -> Iterator[Found]:
    """Each of the years that are listed with their era behind the last: "44 and 42 BC"."""
    for name in ("first", "middle", "last"):
        if name in found.groups:
            start, end = found.spans[name]
            whole = f"{found.groups[name]} {found.groups['era']}"
            end = found.end if name == "last" else end
            text = found.text[start - found.start : end - found.start]
            yield replace(
                found, reading="calendar", start=start, end=end, text=text, groups={"year": whole},
                spans={"year": (start, end)},
            )  # fmt: skip
