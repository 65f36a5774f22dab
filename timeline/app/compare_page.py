"""The page that compares two collections: what came, what went, what has another date or other words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.app.collections import choices, load, offered
from timeline.app.doors import RefusedError
from timeline.chart.labels import cut, shown
from timeline.edtf import say
from timeline.model import Collection, Event
from timeline.review.compare import compare


def compare_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: what can be compared, and how the two that are named differ."""
    one, other = query.get("c", ""), query.get("with", "")
    told: dict[str, Any] = {
        "one": one,
        "other": other,
        "choices": [{"id": choice.id, "name": choice.title} for choice in choices()],
    }
    if not one or not other:
        return told
    found = compare(_read(one), _read(other))
    return {
        **told,
        "same": found.same,
        "added": [_told(event) for event in found.added],
        "gone": [_told(event) for event in found.gone],
        "redated": [[_told(before), _told(after)] for before, after in found.redated],
        "reworded": [[_told(before), _told(after)] for before, after in found.reworded],
    }


def _read(key: str) -> Collection:
    try:
        return load(offered(key)).showing.collection
    except KeyError:
        raise RefusedError(f"There is no collection “{shown(key)}” here.", 404) from None


def _told(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "when": say(event.edtf, event.mod, inside=True) if event.edtf else "no date",
        "headline": cut(shown(event.headline)),
        "quote": cut(shown(event.citations[0].selector.exact)) if event.citations else "",
    }
