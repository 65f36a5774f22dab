"""A person's decision, written to the log of a collection while others write to it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.app.desk import workspace
from timeline.app.keeping import KEEPING
from timeline.app.loaded import LARGE
from timeline.app.own import Current, current
from timeline.errors import ChangedMeanwhileError
from timeline.model import Decision
from timeline.review.decided import Decided
from timeline.review.meanwhile import stands_beside

MOST = 20
"""Times that a decision is made anew because another one came between: each time somebody else's was written."""

Seen = Mapping[str, int]


def write(key: str, at: str, decide: Callable[[Current], Decision], seen: Seen | None = None) -> Decision:
    """The decision as it was written to the end of the log of the collection ``key``.

    ``decide`` makes it from the collection as it is now. ``seen`` says what the person had in front of them: ids with
    the number of the last decision about each; without it they wish it whatever others did. What others decided since
    about the same stays beside it where that is about other things; else ``ChangedMeanwhileError`` is raised, and
    nothing is overwritten.
    """
    left = MOST
    while True:
        here = current(key)
        decision = decide(here)
        rests_on = dict.fromkeys(decision.targets, 0) if seen is None else seen
        expecting = {name: here.decided.versions.get(name, 0) for name in rests_on}
        if seen is not None and not stands_beside(decision, _since(here.decided, seen)):
            expecting = dict(seen)
        left -= 1
        try:
            workspace().decide(key, [decision.plain()], expecting=expecting, at=at)
        except ChangedMeanwhileError as error:
            known = here.decided.versions
            if not left or any(known.get(name, 0) > expecting[name] for name in expecting.keys() & error.targets):
                raise
        else:
            if len(here.decided.collection.events) >= LARGE:
                KEEPING.soon(key)
            return decision


def _since(here: Decided, seen: Seen) -> list[Decision]:
    """The decisions about these, after the ones that were seen."""
    if all(here.versions.get(name, 0) <= number for name, number in seen.items()):
        return []
    first = min(seen.values())
    return [
        one
        for number, one in enumerate(here.log[first:], first + 1)
        if any(number > seen[name] for name in one.targets if name in seen)
    ]
