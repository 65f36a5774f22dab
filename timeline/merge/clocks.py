"""Two clocks for one moment: 10.56 in the evening at one place is 3.56 the next morning at another.

The clocks of two places differ by whole hours, so a time that two articles give to the minute is the same minute.
"""

from __future__ import annotations

import re2

from timeline.merge.telling import Telling

_CLOCK = re2.compile(r"T(\d\d):(\d\d)")

_ROUND = 5
"""Minutes of which a time that is a multiple may only be about right: "at half past nine"."""

_WORLD = 26 * 60
"""Minutes by which two clocks on Earth differ at most."""

_DAY = 24 * 60


def minute_of(telling: Telling) -> str:
    """The minute of the hour, if the time is given to the minute; else empty."""
    found = _CLOCK.search(telling.mention.value) if telling.mention.type == "TIME" else None
    return found[2] if found is not None and int(found[2]) % _ROUND else ""


def one_moment(one: Telling, two: Telling) -> bool:
    """Whether two times told to the minute can be one moment by two clocks, told of one who takes part in both."""
    minute = minute_of(one)
    if not minute or minute != minute_of(two) or not one.people & two.people:
        return False
    first, second = _minutes(one), _minutes(two)
    return first is not None and second is not None and abs(first - second) <= _WORLD


def _minutes(telling: Telling) -> int | None:
    """Minutes from the epoch to the time, by its own clock."""
    found = _CLOCK.search(telling.mention.value)
    if found is None or telling.bounds.first is None or telling.bounds.first != telling.bounds.last:
        return None
    return telling.bounds.first * _DAY + int(found[1]) * 60 + int(found[2])
