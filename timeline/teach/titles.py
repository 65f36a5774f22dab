"""What a lesson is called until its teacher names it."""

from __future__ import annotations

from collections import Counter

from timeline.teach.matter import Matter
from timeline.teach.speech import Speech

_NAMES = 2
"""Names of which a title is made."""

_BETWEEN = " · "


def lesson_title(matter: Matter, words: Speech, topic: str = "", named: str = "") -> str:
    """The name that the collection was given, else who and what its articles tell of most, with the topic chosen."""
    about = named or _most_told(matter)
    if not topic:
        return about
    told = words.topic(topic)
    return told if not named and topic in about.split(_BETWEEN) else f"{about} – {told}"


def _most_told(matter: Matter) -> str:
    """Those who take part in most events and stand in most articles; where nobody does in two, the first one's title.

    Of several articles one alone does not say what they have in common.
    """
    events, articles = Counter[str](), dict[str, set[str]]()
    for subject in matter.on():
        for name in set(subject.event.participants):
            events[name] += 1
            articles.setdefault(name, set()).update(subject.articles)
    several = min(len(matter.collection.documents), 2)
    common = [name for name in events if events[name] > 1 and len(articles[name]) >= several]
    common.sort(key=lambda name: (-events[name] * len(articles[name]), name))
    if common:
        return _BETWEEN.join(common[:_NAMES])
    return next((matter.quotes.title(one.id) for one in matter.collection.documents), "")
