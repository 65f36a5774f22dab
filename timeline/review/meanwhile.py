"""Whether a decision may stand beside others about the same, taken meanwhile: where they change other things of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Decision
from timeline.review.changing import SAYS


@dataclass(frozen=True, slots=True)
class _Part:
    """What a decision changes of its targets, and what must not change for it to mean what it meant."""

    changes: frozenset[str]
    rests_on: frozenset[str] = frozenset()


def stands_beside(decision: Decision, others: Iterable[Decision]) -> bool:
    """Whether ``decision`` means the same to who hasn't seen the ``others``, which are about the same targets.

    A tag stands beside a date, a note beside a headline, one tag beside another. What concerns an event as a whole,
    as merging it, stands beside nothing but opinions.
    """
    own = _part(decision)
    return all(_apart(own, _part(other)) for other in others)


def _apart(one: _Part | None, other: _Part | None) -> bool:
    if one is None or other is None:
        return _NOTHING in (one, other)
    return not (one.changes & (other.changes | other.rests_on) or other.changes & one.rests_on)


_NOTHING = _Part(frozenset())
_ACCEPTED = _Part(frozenset(), frozenset({"edtf", *SAYS}))
_DATED = _Part(frozenset({"edtf"}))


def _part(decision: Decision) -> _Part | None:
    """None for what concerns its targets as a whole."""
    match decision.action:
        case "opinion":
            return _NOTHING
        case "accept":
            return _ACCEPTED
        case "date":
            return _DATED
        case "edit":
            return _edited(decision)
        case "article":
            return _Part(frozenset(decision.after))
        case _:
            return None


def _edited(decision: Decision) -> _Part:
    """Single tags stand beside each other, and not beside a list that takes the place of all."""
    fields = decision.after.keys() - {"add_tags", "drop_tags"}
    single = [*decision.after.get("add_tags", ()), *decision.after.get("drop_tags", ())]
    return _Part(frozenset({*fields, *(f"tag {tag}" for tag in single)}), frozenset({"tags"} if single else ()))
