"""What a text says again in the same words is found again without looking: of megabytes of one phrase, most.

All that a match and its guards may look at is compared, so nothing reads differently for it. Articles hold no such
places; for them it costs one look-up for each place where a rule matches.
"""

from __future__ import annotations

from timeline.model import Found

BEFORE = 40  # code points before a match that its guards look at
KEPT = 64  # places that are remembered

Told = tuple[Found | None, int]
"""What stands at a place, None for nothing, and how many bytes it takes."""


class Repeated:
    """What was found so far in a text of which ``behind`` code points from the start of a match on are looked at.

    Only for matches without parts: these stand in other places the next time.
    """

    def __init__(self, text: str, behind: int) -> None:
        self._text, self._behind = text, behind
        self._told: dict[tuple[str, int], tuple[Found | None, int, int]] = {}

    def around(self, start: int) -> tuple[str, int]:
        """All that what is found at ``start`` depends on."""
        return self._text[max(0, start - BEFORE) : start + self._behind], min(start, BEFORE)

    def again(self, around: tuple[str, int], start: int) -> Told | None:
        """What was found where the same stood around, as it stands at ``start``; None where that wasn't seen."""
        told = self._told.get(around)
        if told is None:
            return None
        found, size, where = told
        return found and _moved(found, start - where), size

    def keep(self, around: tuple[str, int], start: int, told: Told) -> None:
        """Remember what was found at ``start``."""
        if len(self._told) == KEPT:
            self._told.clear()
        self._told[around] = *told, start


def _moved(found: Found, by: int) -> Found:
    """The same words so many code points further on."""
    spans = {name: (start + by, end + by) for name, (start, end) in found.spans.items()}
    start, end = found.start + by, found.end + by
    return Found(found.rule, found.reading, found.type, start, end, found.text, found.groups, spans, found.parts)
