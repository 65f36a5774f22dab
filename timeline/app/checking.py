"""The page on which a person checks what was read: the queue, and what stands beside it."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from timeline import edtf
from timeline.app.bringing import BRINGING
from timeline.app.desk import shelf_of
from timeline.app.own import Current, current
from timeline.app.shelves import told_of
from timeline.chart.labels import shown
from timeline.model import Collection, Event, Mention
from timeline.review.changing import UNREVIEWED
from timeline.review.decided import Decided
from timeline.review.history import Change, latest
from timeline.review.log import TURNS
from timeline.review.queue import SORTS, Look, queue, queue_as_read, queue_since
from timeline.review.readers import agreement, second_readers, verdicts

MOST = 300
"""Things to check that are sent at once; more come as these are done."""

KEPT_QUEUES = 8
"""Queues that are kept in memory."""

STEPS = 30
"""The last decisions that are told."""

UNCHECKED = "unchecked"
"""What a filter calls every event that nobody has reviewed yet, doubtful or not."""

_queues: OrderedDict[tuple[str, bool], tuple[Decided, tuple[Look, ...]]] = OrderedDict()
"""The last queue of each collection, for a second reader and for others, with the state that it is of."""

_keeping = threading.Lock()

_turns = tuple(threading.Lock() for _ in range(64))
"""Locks that collections share by chance: while the queue of a large one is made others answer."""


def looks_of(key: str, here: Current, *, second: bool) -> tuple[Look, ...]:
    """What is to be checked now; of a second reader also what the first has done."""
    now = here.decided
    with _turns[hash(key) % len(_turns)]:
        before = _queues.get((key, second))
        if before is not None and before[0] is now:
            looks = before[1]
        elif second:
            same = before is not None and before[0].layer.reading is now.layer.reading
            looks = before[1] if before is not None and same else queue_as_read(now)
        else:
            now.layer.reading.ready()
            further = before is not None and len(before[0].log) <= len(now.log)
            looks = queue_since(before[1], before[0], now) if before is not None and further else queue(now)
        with _keeping:
            _queues[key, second] = now, looks
            _queues.move_to_end((key, second))
            while len(_queues) > KEPT_QUEUES:
                _queues.popitem(last=False)
        return looks


def filtered(now: Decided, looks: Sequence[Look], wanted: Mapping[str, Any]) -> list[Look]:
    """The things to check that a filter leaves: by sort, article, kind, words of the headline.

    Of the sort ``UNCHECKED`` are all events that wait for a review, in order of time, also those without a reason.
    """
    sort, article, kind, words = (str(wanted.get(name, "")) for name in ("sort", "article", "kind", "words"))
    if sort == UNCHECKED:
        doubtful = {look.target: look for look in looks}
        looks = [doubtful.get(event.id) or Look(event.id, "event", ()) for event in unchecked(now)]
        sort = ""
    kept = []
    for look in looks:
        if sort and all(reason.sort != sort for reason in look.reasons):
            continue
        event, mention = record_of(now, look.target)
        places = {c.document for c in event.citations} if event else {mention.document} if mention else set()
        if article and article not in places:
            continue
        if kind and (event is None or event.kind != kind):
            continue
        title = event.headline if event else mention.text if mention else ""
        if words and words.casefold() not in title.casefold():
            continue
        kept.append(look)
    return kept


def unchecked(now: Decided) -> list[Event]:
    """The events that nobody has reviewed yet, in order of time."""
    return [event for event in now.collection.events if event.review == UNREVIEWED]


def record_of(now: Decided, target: str) -> tuple[Event | None, Mention | None]:
    """The event, or else the mention, that an id stands for."""
    event = now.layer.event(target)
    return event, None if event else now.layer.reading.mention(target)


def check_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: the queue as far as the filter leaves it, how far the review is, what was decided last."""
    key, reader = query.get("c", ""), query.get("second", "")
    here = current(key)
    now = here.decided
    everything = looks_of(key, here, second=bool(reader))
    if reader:
        judged = verdicts(now, second=reader)
        everything = tuple(look for look in everything if look.target not in judged)
    looks = filtered(now, everything, query)
    return {
        "shelf": told_of(shelf_of(key)),
        "looks": [_line(now, look) for look in looks[:MOST]],
        "left": len(looks),
        "all": len(everything),
        "sorts": _sorts(everything),
        "unchecked": 0 if reader else len(unchecked(now)),
        "articles": [{"id": d.id, "title": shown(d.title or d.file)} for d in now.collection.documents],
        "kinds": sorted({event.kind for event in now.collection.events}),
        "done": _done(now.collection),
        "aside": [brief(event) for event in now.aside[:MOST]],
        "steps": [told_step(step) for step in latest(now, STEPS)],
        "can": {"undo": _any(now, undone=False), "redo": _any(now, undone=True)},
        "second": reader,
        "readers": [_agreement(now, name) for name in second_readers(now)],
        "reading": BRINGING.busy(key),
        "revision": here.revision,
    }  # fmt: skip


def brief(event: Event) -> dict[str, str]:
    """An event in one line."""
    return {"id": event.id, "headline": shown(event.headline), "when": edtf.say(event.edtf, event.mod)}


def told_step(step: Change) -> dict[str, Any]:
    """A step of a history, for the page."""
    words = {"by": shown(step.by), "words": shown(step.words), "why": shown(step.why)}
    return {**words, "at": step.at, "counts": step.counts}


def _line(now: Decided, look: Look) -> dict[str, Any]:
    """One line of the queue."""
    event, mention = record_of(now, look.target)
    if event is None:
        read = now.layer.reading.events.get(look.target)  # of a second reader: one that others have done away with
        event = read if mention is None else None
    title = event.headline if event else mention.text if mention else ""
    when = edtf.say(event.edtf, event.mod) if event else "no date"
    sorts = list(dict.fromkeys(reason.sort for reason in look.reasons))
    return {
        "target": look.target, "of": look.of, "title": shown(title), "when": when,
        "sorts": [SORTS[sort] for sort in sorts],
    }  # fmt: skip


def _sorts(looks: Sequence[Look]) -> list[dict[str, Any]]:
    counts = Counter(sort for look in looks for sort in {reason.sort for reason in look.reasons})
    return [{"sort": sort, "words": words, "count": counts[sort]} for sort, words in SORTS.items() if counts[sort]]


def _done(collection: Collection) -> dict[str, int]:
    states = Counter(event.review for event in collection.events)
    return {"accepted": states["accepted"], "corrected": states["corrected"], "events": len(collection.events)}


def _any(now: Decided, *, undone: bool) -> bool:
    """Whether somebody decided something that counts, or took something back."""
    return any(
        counts and (decision.action == "undo" if undone else decision.action not in TURNS)
        for decision, counts in zip(now.log, now.counts, strict=True)
    )


def _agreement(now: Decided, name: str) -> dict[str, Any]:
    found = agreement(now, name)
    return {
        "name": shown(name), "both": found.both, "share": found.share, "kappa": found.kappa,
        "differ": [
            {"target": target, "title": shown(_title(now, target)), "one": _said(one), "other": _said(other)}
            for target, (one, other) in list(found.differ.items())[:MOST]
        ],
    }  # fmt: skip


def _title(now: Decided, target: str) -> str:
    event, mention = record_of(now, target)
    read = event or now.layer.reading.events.get(target)
    return read.headline if read else mention.text if mention else target


def _said(verdict: str) -> str:
    """A verdict in words: a date as people say it."""
    word, _, value = verdict.partition(" ")
    return edtf.say(value) if word == "date" else {"accept": "right as read"}.get(verdict, verdict)
