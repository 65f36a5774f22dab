"""Readings of Olympiads: the Greeks' years by fours, from the games of 776 BC on, each from one summer to the next.

Source: Bickerman, Chronology of the Ancient World, 1968 (the first Olympiad begins in the summer of 776 BC).
"""

from __future__ import annotations

from timeline.edtf import Date, Interval, astronomical, say
from timeline.model import Found
from timeline.normalize.context import Context, Reading

FIRST = astronomical(776)
YEARS = 4
LAST = 293  # the games of AD 393


def olympiad(found: Found, context: Context) -> Reading | None:
    """The four years of an Olympiad, or one of them, with the year in whose summer they ended."""
    number = context.words.ordinal(found.groups["number"])
    if not 0 < number <= LAST:
        return None
    begin, length = FIRST + YEARS * (number - 1), YEARS
    if "nth" in found.groups:
        begin, length = begin + context.words.ordinal(found.groups["nth"]) - 1, 1
    edtf = str(Interval(Date(begin), Date(begin + length)))
    games = f"The games of that Olympiad were held in {say(str(Date(FIRST + YEARS * (number - 1))))}."
    return Reading(edtf, (games, f"“{found.text}” lasted from summer to summer, within {say(edtf)}."))
