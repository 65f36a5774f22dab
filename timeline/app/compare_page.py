"""The page that compares: two collections, a collection with an earlier reading of it, two editions of an article.

A side is the address of a collection, or ``ADDRESS@NUMBER`` for an earlier reading of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.app.articles import to_choose
from timeline.app.collections import choices, is_own, load, offered
from timeline.app.desk import shelf_of, workspace
from timeline.app.doors import RefusedError
from timeline.app.kept import Kept
from timeline.chart.labels import cut, shown
from timeline.edtf import say
from timeline.model import Collection, Document, Event
from timeline.review import as_decided
from timeline.review.compare import Comparison, article, compare, compare_articles
from timeline.review.editions import compare_sentences, pieces
from timeline.store.workspace import Earlier

MOST = 1_000
"""Differences of a kind that are sent; of more the rest is only counted."""

_earlier: Kept[Collection] = Kept(lambda collection: len(collection.events) + 1, 200_000)
"""Earlier readings that somebody looked at, up to so many events."""


def compare_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: what can be compared, and how the two sides that are named differ."""
    key, before, after = (query.get(name, "") for name in ("c", "before", "after"))
    readings = _readings(key)
    if not before and not after:
        before, after = (f"{key}@{readings[0].number}", key) if readings else (key, "")
    told: dict[str, Any] = {
        "before": before, "after": after,
        "choices": [{"id": choice.id, "name": choice.title} for choice in choices()],
        "readings": [_told_reading(key, one) for one in readings],
        "now": _now(key),
        "named": [_named(side) for side in (before, after)],
    }  # fmt: skip
    if not before or not after:
        return told
    old, new = _side(before), _side(after)
    one, other = query.get("one", ""), query.get("other", "")
    told |= {"one": one, "other": other, "articles": [to_choose(old), to_choose(new)]}
    if bool(one) != bool(other):
        return told  # the article on the other side is still to be chosen
    if not one:
        return {**told, "events": _differences(compare(old, new))}
    return {
        **told,
        "events": _differences(compare_articles(old, one, new, other)),
        "sentences": _sentences(article(old, one), article(new, other)),
    }


def _readings(key: str) -> tuple[Earlier, ...]:
    """The earlier readings of a collection of the workspace, the last first."""
    return workspace().readings(shelf_of(key).id) if key and is_own(key) else ()


def _parts(side: str) -> tuple[str, int | None]:
    """The address of a side, and the number of its reading, None for what it is now."""
    key, at, number = side.rpartition("@")
    return (key, int(number)) if at and number.isdecimal() else (side, None)


def _side(side: str) -> Collection:
    """What a side holds, with what people decided laid over: the whole log, also over an earlier reading.

    So only what was read otherwise differs, and not what was decided in between.
    """
    key, number = _parts(side)
    try:
        if number is None:
            return load(offered(key)).showing.collection
        choice = offered(key)
    except KeyError:
        raise RefusedError(f"There is no collection “{shown(key)}” here.", 404) from None
    state = f"{shelf_of(choice.id).decisions}"
    return _earlier.get(side, state, lambda: as_decided(workspace().earlier(choice.id, number)))


def _named(side: str) -> dict[str, Any]:
    """What a side is called."""
    key, number = _parts(side)
    try:
        name = offered(key).title if side else ""
    except KeyError:
        name = shown(key)
    return {"id": side, "key": key, "name": name, "number": number}


def _now(key: str) -> dict[str, Any] | None:
    """The reading of a collection of the workspace that counts now."""
    if not key or not is_own(key):
        return None
    shelf = shelf_of(key)
    return {
        "id": key, "made": shelf.read_at, "rules": shown(shelf.rules), "articles": shelf.articles,
        "events": shelf.events,
    }  # fmt: skip


def _told_reading(key: str, one: Earlier) -> dict[str, Any]:
    return {
        "id": f"{key}@{one.number}", "number": one.number, "made": one.made, "until": one.until,
        "rules": shown(one.rules), "articles": one.articles, "events": one.events, "bytes": one.bytes,
        "why": dict(one.why),
    }  # fmt: skip


def _differences(found: Comparison) -> dict[str, Any]:
    return {
        "same": found.same,
        "added": _some(found.added, _told),
        "gone": _some(found.gone, _told),
        "redated": _some(found.redated, _both),
        "reworded": _some(found.reworded, _both),
    }


def _sentences(before: Document, after: Document) -> dict[str, Any]:
    found = compare_sentences(before, after)

    def in_pieces(pair: tuple[str, str]) -> list[list[list[Any]]]:
        return [[[alone, shown(words)] for alone, words in side] for side in pieces(*pair)]

    return {
        "same": found.same,
        "added": _some(found.added, shown),
        "gone": _some(found.gone, shown),
        "reworded": _some(found.reworded, in_pieces),
    }


def _some(found: Sequence[Any], told: Any) -> dict[str, Any]:
    """The first of what was found, and how many there are."""
    return {"count": len(found), "first": [told(one) for one in found[:MOST]]}


def _both(pair: Iterable[Event]) -> list[dict[str, Any]]:
    return [_told(event) for event in pair]


def _told(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "when": say(event.edtf, event.mod, inside=True) if event.edtf else "no date",
        "headline": cut(shown(event.headline)),
        "quote": cut(shown(event.citations[0].selector.exact)) if event.citations else "",
    }
