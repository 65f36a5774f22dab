"""What the find room hands to the normalize room: words that a rule matched, not yet a date."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.model.mention import TimexType
from timeline.model.record import record


@record
class Found:
    """A stretch of a text that a rule matched.

    ``groups`` holds the rule's named groups that took part, as text; ``spans`` says where they stand in
    the document. ``parts`` are groups that are themselves matches of a rule: the two ends of a range,
    the date behind "since".
    """

    rule: str
    reading: str
    type: TimexType
    start: int
    end: int
    text: str
    groups: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]
    parts: Mapping[str, Found]
