"""Readings of times that no calendar reaches. Their figures are rounded, so every date here is an approximate year.

EDTF writes years of more than four figures with a Y. They have no months, and nothing later counts from them.
"""

from __future__ import annotations

from decimal import Decimal

from timeline.edtf import Date, astronomical, say
from timeline.model import Found
from timeline.normalize.context import Context, Reading

PRESENT = 1950  # of "before present": Stuiver and Polach, "Reporting of 14C Data", Radiocarbon 19 (1977)
DEEP = 100_000  # years from which on the two thousand of our era are lost in the rounding


def long_ago(found: Found, context: Context) -> Reading | None:
    """So many million or billion years ago."""
    figure = found.groups["figure"]
    count = Decimal(figure) if figure[0].isdigit() else context.words.count(figure)
    size: int = context.words.look_up("sizes", found.groups["size"])
    return ages_ago(found.text, int(count * size)) if count else None


def ages_ago(text: str, years: int) -> Reading:
    """About the year BC of that number, for a count of ``DEEP`` years or more."""
    edtf = str(Date(astronomical(years), qualifier="~"))
    why = f"“{text}” is so long ago that it makes no odds which year it counts from: {say(edtf)}."
    return Reading(edtf, (why,), mod="APPROX", grade="B")


def before_present(found: Found, context: Context) -> Reading:  # noqa: ARG001  all readings are called alike
    """So many years before 1950, as radiocarbon dates are given."""
    years = int((found.groups.get("figure") or found.groups["figure_plain"]).replace(",", ""))
    edtf = str(Date(PRESENT - years, qualifier="~"))
    why = f"“{found.text}” counts back from {PRESENT}, as radiocarbon dates do: {say(edtf)}."
    return Reading(edtf, (why,), mod="APPROX")
