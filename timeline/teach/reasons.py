"""Why a kind of card can't be made, in words."""

from __future__ import annotations

from timeline.teach.cards import Kind
from timeline.teach.matter import Matter
from timeline.teach.order import FEWEST, most_in_order
from timeline.teach.speech import Speech

_TWO = 2
"""Articles that are needed to ask which of them says something."""


def reason(matter: Matter, topic: str, kind: Kind, made: int, words: Speech) -> str:
    """Why no more than ``made`` cards of a kind could be made."""
    return words.text(f"unmade.{_why(matter, topic, kind, made)}", count=made or len(matter.on(topic)), topic=topic)


def _why(matter: Matter, topic: str, kind: Kind, made: int) -> str:
    if made:
        return "no_more"
    if not matter.on(topic):
        return "topic" if topic else "few"
    if kind in ("which source", "disagreement") and len({one.source for one in matter.collection.documents}) < _TWO:
        return "alone" if len(matter.collection.documents) < _TWO else "same_text"
    if kind != "order":
        return kind
    return "few" if len(matter.on(topic)) < FEWEST else "one_day" if most_in_order(matter, topic) < FEWEST else kind
