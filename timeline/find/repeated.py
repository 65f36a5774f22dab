"""What a text says again in the same words is found again without looking: of megabytes of one phrase, most.

All that a match and its guards may look at is compared, so nothing reads differently for it; and only where the text
has gone on like this before, and only in texts of more than ``LONG`` code points. Articles hold few such places: for
them it would be no more than a look-up for each place where a rule matches.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import Found

LONG = 100_000  # code points: a shorter text is read before this pays
BEFORE = 40  # code points before a match that its guards look at
HEAD = 24  # code points that must have stood elsewhere before all that stands around them is compared
HEADS = 4096  # of those, how many are remembered
KEPT = 64  # places that are remembered

Told = tuple[Found | None, int]
"""What stands at a place, None for nothing, and how many bytes it takes."""


class Repeated:
    """What was found so far in a text of which ``behind`` code points from the start of a match on are looked at.

    Only for matches without parts: these stand in other places the next time.
    """

    def __init__(self, text: str, behind: int) -> None:
        self._text, self._behind = text, behind
        self._heads: set[str] = set()
        self._told: dict[tuple[str, int], tuple[Found | None, int, int]] = {}

    def told(self, start: int, look: Callable[[], Told]) -> Told:
        """What stands at ``start``: what was found where the same stood all around it, else what ``look`` finds."""
        if self._is_new(self._text[start : start + HEAD]):
            return look()
        around = self._text[max(0, start - BEFORE) : start + self._behind], min(start, BEFORE)
        known = self._told.get(around)
        if known is not None:
            found, size, where = known
            return found and _moved(found, start - where), size
        told = look()
        if len(self._told) == KEPT:
            self._told.clear()
        self._told[around] = *told, start
        return told

    def _is_new(self, head: str) -> bool:
        """Whether nothing began so before; it has now."""
        if head in self._heads:
            return False
        if len(self._heads) == HEADS:
            self._heads.clear()
        self._heads.add(head)
        return True


def _moved(found: Found, by: int) -> Found:
    """The same words so many code points further on."""
    spans = {name: (start + by, end + by) for name, (start, end) in found.spans.items()}
    start, end = found.start + by, found.end + by
    return Found(found.rule, found.reading, found.type, start, end, found.text, found.groups, spans, found.parts)
