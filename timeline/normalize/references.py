"""References to publications: they name a year, and nothing that the text tells happened in it."""

from __future__ import annotations

import re

from timeline.model import Found
from timeline.normalize.context import Context, Reading, set_aside

YEAR = re.compile(r"\d{4}")


def reference(found: Found, _: Context) -> Reading | None:
    """The year of the first work that is named, set aside."""
    year = YEAR.search(found.text)
    return set_aside(year[0], "a reference to a publication, not a date of the story") if year else None
