"""RE2's own answers: the places of a match and its groups, without a match object around them.

The package of RE2 makes one in Python for each match, and asks of each call whether its text is letters or bytes and
where to begin: of a match that is found in a microsecond that takes four. What it calls in the end gives the places
at once. That isn't part of what the package promises; where another version of it lacks it, the match objects serve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import re2

Spans = Sequence[tuple[int, int]]
"""Where a match begins and ends, and behind that each of its groups, (-1, -1) where it took no part."""

NOWHERE = (-1, -1)


def matcher(pattern: Any) -> Callable[[bytes], Spans]:
    """What gives the spans of the pattern's match at the very start of bytes; the first is ``NOWHERE`` for none."""
    match, anchors = _within_package(pattern)
    if match is None:
        return lambda data: _spans(pattern.match(data))
    start = anchors.ANCHOR_START
    return lambda data: match(start, data, 0, len(data))


def finder(pattern: Any) -> Callable[[bytes], Iterator[tuple[int, int]]]:
    """What gives where the matches of a pattern begin and end in bytes, in order, none overlapping another."""
    match, anchors = _within_package(pattern)
    if match is None:
        return lambda data: (found.span() for found in pattern.finditer(data))
    anywhere = anchors.UNANCHORED

    def find(data: bytes) -> Iterator[tuple[int, int]]:
        at, end = 0, len(data)
        while at <= end and (span := match(anywhere, data, at, end)[0]) != NOWHERE:
            yield span
            at = span[1] if span[0] < span[1] else span[1] + 1

    return find


def chooser(patterns: Any) -> Callable[[bytes], Sequence[int]]:
    """What gives the numbers of those patterns of a compiled set that match bytes; in no order."""
    match = getattr(getattr(patterns, "_set", None), "Match", None)
    return match or (lambda data: patterns.Match(data) or ())


def _within_package(pattern: Any) -> tuple[Any, Any]:
    """The function behind a pattern's methods, and the names of the places at which it may begin; None if unknown."""
    match = getattr(getattr(pattern, "_regexp", None), "Match", None)
    anchors = getattr(re2, "_Anchor", None)
    return (match, anchors) if match is not None and anchors is not None else (None, None)


def _spans(match: Any | None) -> Spans:
    return [NOWHERE] if match is None else [match.span(group) for group in range(match.re.groups + 1)]
