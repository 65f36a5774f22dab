"""What has the look of a date and is part of something else: an address, a score, a title, the number of a thing.

Such wholes begin with all kinds of words, so the text isn't searched for them: the surroundings of those dates are
that could be part of one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.find.guards import word_before
from timeline.model import Found

BEFORE = 90  # code points before a date that a whole which holds it may begin in
BEHIND = 80  # and behind it, that it may end in
PLAIN = frozenset(" \t\u00a0\u202f\n(,;")
"""What stands before a date of several parts as a rule; anything else may be part of an address or open a title."""
GUESSED = "foreign"  # the reading of what has the shape of a date with a month in another language
COMPLETE = frozenset(("calendar", "numeric"))  # readings of dates that may have several parts


def without_asides(
    found: Sequence[Found],
    text: str,
    sure: frozenset[str],
    line: Callable[[int], tuple[int, int]],
    wholes: Callable[[Sequence[tuple[int, int]]], Iterable[Found]],
) -> list[Found]:
    """The dates, each that is part of a whole replaced by that whole; in order, none overlapping another.

    ``sure``: words before a date that leave no doubt, in lower case. ``line``: where the line that holds a place of
    the text starts and ends. ``wholes``: the wholes, in any order, in stretches of the text.
    """
    doubtful = [one for one in found if _doubtful(one, text, sure)]
    if not doubtful:
        return list(found)
    there = sorted(wholes(list(_windows(doubtful, line))), key=_first_longest)
    if not there:
        return list(found)
    unsure = {id(one) for one in doubtful}
    kept: list[Found] = []
    for one in found:
        done = kept[-1].end if kept else 0
        if one.start < done:
            continue  # part of the whole that was found at the one before
        if id(one) not in unsure:
            kept.append(one)
            continue
        # Where a month is only guessed at, the year is what is sure to be meant.
        start, end = one.spans.get("year", (one.start, one.end)) if one.reading == GUESSED else (one.start, one.end)
        near = slice(*(bisect_left(there, at, key=_start) for at in (max(done, start - BEFORE), start + 1)))
        kept.append(next((whole for whole in there[near] if whole.end >= end), one))
    return kept


def _windows(doubtful: Sequence[Found], line: Callable[[int], tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The surroundings of the dates in their lines, those that overlap joined, so that no place is searched twice."""
    start = end = first = last = 0
    for one in doubtful:
        if one.start >= last:
            if end:
                yield start, end
            first, last = line(one.start)
            start = max(first, one.start - BEFORE)
        elif one.start - BEFORE > end:
            yield start, end
            start = one.start - BEFORE
        end = min(last, one.end + BEHIND)
    yield start, end


def _start(found: Found) -> int:
    return found.start


def _first_longest(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _doubtful(found: Found, text: str, sure: frozenset[str]) -> bool:
    """Whether the date may be part of a whole, judged by what is quickly seen."""
    behind = text[found.end : found.end + 2]
    if (found.start and text[found.start - 1] not in PLAIN) or behind[:1] in ("/", "@", "-"):
        return True
    if found.reading in COMPLETE and len(found.groups) > 1:
        return behind[1:].isupper()  # the name of a street
    if found.type in {"DURATION", "TIME"}:
        return True
    return word_before(text, found.start) not in sure
