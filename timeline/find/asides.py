"""What has the look of a date and is part of something else: an address, a score, a title, the number of a thing.

Such wholes begin with all kinds of words, so the text isn't searched for them: the surroundings of those dates are
that could be part of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.find.guards import LAST_WORD
from timeline.model import Found

BEFORE = 90  # code points before a date that a whole which holds it may begin in
BEHIND = 80  # and behind it, that it may end in
PLAIN = frozenset(" \t\u00a0\u202f\n(,;")
"""What stands before a date of several parts as a rule; anything else may be part of an address or open a title."""
COMPLETE = frozenset(("calendar", "numeric"))  # readings of dates that may have several parts


def without_asides(
    found: Sequence[Found],
    text: str,
    bounds: tuple[int, int],
    sure: frozenset[str],
    wholes: Callable[[int, int], Sequence[Found]],
) -> list[Found]:
    """The dates of a line, each that is part of a whole replaced by that whole; in order, none overlapping another.

    ``bounds``: where the line starts and ends. ``sure``: words before a date that leave no doubt, in lower case.
    ``wholes``: the wholes, in any order, between two places of the text.
    """
    kept: list[Found] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            continue  # part of the whole that was found at the one before
        if not _doubtful(one, text, sure):
            kept.append(one)
            continue
        first = max(bounds[0], one.start - BEFORE, kept[-1].end if kept else 0)
        around = [
            w for w in wholes(first, min(bounds[1], one.end + BEHIND)) if w.start <= one.start and w.end >= one.end
        ]
        kept.append(min(around, key=lambda whole: (whole.start, -whole.end), default=one))
    return kept


def _doubtful(found: Found, text: str, sure: frozenset[str]) -> bool:
    """Whether the date may be part of a whole, judged by what is quickly seen."""
    behind = text[found.end : found.end + 2]
    if (found.start and text[found.start - 1] not in PLAIN) or behind[:1] in ("/", "@", "-"):
        return True
    if found.reading in COMPLETE and len(found.groups) > 1:
        return behind[1:].isupper()  # the name of a street
    if found.type in {"DURATION", "TIME"}:
        return True
    previous = LAST_WORD.search(text, max(0, found.start - 40), found.start)
    return not previous or previous[1].lower() not in sure
