"""Reading of years of the Hijra, which begin ten or eleven days earlier each year of ours."""

from __future__ import annotations

from timeline.edtf import day_number, say
from timeline.model import Found
from timeline.normalize import calendars
from timeline.normalize.arithmetic import stretch
from timeline.normalize.context import Context, Reading

LATEST = 1700  # about AD 2270


def hijri_year(found: Found, context: Context) -> Reading | None:  # noqa: ARG001  all readings are called alike
    """The days of a year of the Hijra; None for a number that no such year bears."""
    year = int(found.groups["year"])
    if not 0 < year <= LATEST:
        return None
    first = day_number(*calendars.islamic_day(year, 1, 1))
    edtf = stretch(first, day_number(*calendars.islamic_day(year + 1, 1, 1)) - 1)
    return Reading(edtf, (f"“{found.text}” is a year of the Hijra: {say(edtf)}.",))
