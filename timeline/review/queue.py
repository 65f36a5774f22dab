"""What deserves a look first: events and mentions with the reasons in words, those that may be wrong ahead."""

from __future__ import annotations

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from timeline import edtf
from timeline.model import Event, Mention
from timeline.review.book import touched_since
from timeline.review.changing import UNREVIEWED
from timeline.review.decided import Decided
from timeline.review.laying import Rank
from timeline.review.reading import Reading, year_of

Sort = Literal["again", "conflict", "duplicate", "undated", "agreement", "implied", "reading"]

SORTS: Mapping[Sort, str] = {
    "again": "Needs another look",
    "conflict": "Articles differ",
    "duplicate": "Perhaps told twice",
    "undated": "No date",
    "agreement": "Few agree",
    "implied": "Worked out",
    "reading": "Could be read otherwise",
}
"""Why something is in the queue, in its order, with the words that head it."""

_WEIGHT: Mapping[Sort, int] = {sort: len(SORTS) - n for n, sort in enumerate(SORTS)}

ALIKE = 0.6
"""Share of the words of two headlines of one time that are the same, from which they may tell one event."""

CROWD = 60
"""Events of one year up to which all are compared; of more, those of one date. A fuller date is a table, no story."""

AGREE = 0.5
"""Share of three or more articles that give an event's very date, below which they hardly agree."""

_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something deserves a look: the sort, and a sentence."""

    sort: Sort
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """An event or a mention that deserves a look: ``target`` is its id, ``other`` that of a possible duplicate."""

    target: str
    of: Literal["event", "mention"]
    reasons: tuple[Reason, ...]
    other: str = ""

    @property
    def weight(self) -> int:
        """How soon: the weightiest reason counts, further ones a little."""
        return 10 * max(_WEIGHT[reason.sort] for reason in self.reasons) + len(self.reasons)


def queue(now: Decided) -> tuple[Look, ...]:
    """What nobody has reviewed yet and deserves a look: the weightiest first, then in order of time.

    What was decided about leaves the queue; a decision that the reading no longer bears out brings it back.
    """
    again = _lapsed(now)
    events = [event for event in now.collection.events if event.review == UNREVIEWED or event.id in again]
    mentions = [mention for mention in now.collection.mentions if mention.id not in now.seen]
    reading = now.layer.reading
    return _ranked(reading, now.layer.rank, _looks(reading, events, mentions, again))


def queue_since(known: Sequence[Look], before: Decided, now: Decided) -> tuple[Look, ...]:
    """What ``queue`` gives for ``now``, from what it gave for ``before``, the same reading with fewer decisions.

    Only what the further decisions touched is weighed anew, and what was told in the same years.
    """
    if before.layer.reading is not now.layer.reading:
        return queue(now)
    again = _lapsed(now)
    touched = touched_since(now.book, now.layer, now.log, len(before.log))
    touched |= again.keys() ^ _lapsed(before).keys()
    changed = [event for state in (before, now) for name in touched if (event := state.layer.event(name))]
    near = _near(now, {year_of(event) for event in changed})
    names = touched | {event.id for event in near}
    mentions = touched | {c.mention for event in changed for c in event.citations}
    asked = (now.mention(name) for name in mentions)
    fresh = _looks(
        now.layer.reading,
        [event for event in near if event.review == UNREVIEWED or event.id in again],
        [mention for mention in asked if mention is not None and mention.id not in now.seen],
        again,
    )
    looks = [look for look in known if look.target not in (names if look.of == "event" else mentions)]
    place = _place_in(now.layer.reading, now.layer.rank)
    for look in fresh:  # the others stand in their order still
        insort(looks, look, key=place)
    return tuple(looks)


def _lapsed(now: Decided) -> dict[str, str]:
    """The targets of decisions that no longer fit, each with why."""
    again: dict[str, str] = {}
    for lapsed in now.lapsed:
        if lapsed.decision is not None:
            words = f"A decision ({lapsed.decision.action}) no longer fits. {lapsed.reason}"
            again |= dict.fromkeys(lapsed.targets, words)
    return again


def queue_as_read(now: Decided) -> tuple[Look, ...]:
    """The queue before anybody decided anything: what a second reader goes through, blind to the first."""
    read, reading = now.reading, now.layer.reading
    return _ranked(reading, lambda name: (reading.place[name], 1), _looks(reading, read.events, read.mentions, {}))


def _near(now: Decided, years: Set[str]) -> list[Event]:
    """The events on the timeline of these years, in order of time."""
    layer = now.layer
    read = (name for year in years for name in layer.reading.by_year.get(year, ()) if name not in layer.spots)
    moved = (name for name in layer.spots if year_of(layer.events[name]) in years)
    events = (event for name in (*read, *moved) if layer.lives(name) and (event := layer.event(name)))
    return sorted(events, key=lambda event: layer.rank(event.id))


def _ranked(reading: Reading, rank: Callable[[str], Rank], looks: Sequence[Look]) -> tuple[Look, ...]:
    return tuple(sorted(looks, key=_place_in(reading, rank)))


def _place_in(reading: Reading, rank: Callable[[str], Rank]) -> Callable[[Look], tuple[int, int, Rank]]:
    """The weightiest first; of equal ones events in order of time, then mentions in the order of the articles."""

    def place(look: Look) -> tuple[int, int, Rank]:
        if look.of == "event":
            return -look.weight, 0, rank(look.target)
        return -look.weight, 1, (reading.mention_place[look.target], 1)

    return place


def _looks(
    reading: Reading, events: Sequence[Event], mentions: Iterable[Mention], again: Mapping[str, str]
) -> list[Look]:
    twins = dict(_twins(events))
    looks = []
    for event in events:
        twin = twins.get(event.id)
        reasons = tuple(_reasons(event, reading, twin, again.get(event.id)))
        if reasons:
            looks.append(Look(event.id, "event", reasons, twin.id if twin else ""))
    looks += (
        Look(mention.id, "mention", (Reason("undated", f"“{mention.text}”: {mention.reason}."),))
        for mention in mentions
        if datable(mention)
    )
    return looks


def datable(mention: Mention) -> bool:
    """Whether an undated mention names something of a date: a weekday, a month, a day without its year."""
    named = any(one.isdigit() for one in mention.value)
    return mention.outcome == "undated" and mention.type in ("DATE", "TIME") and named


def _reasons(
    event: Event,
    reading: Reading,
    twin: Event | None,
    again: str | None,
) -> Iterator[Reason]:
    if again:
        yield Reason("again", again)
    for conflict in event.conflicts:
        if not conflict.settled:
            yield Reason("conflict", _sentence(conflict.reason))
    if twin:
        when = edtf.say(twin.edtf, twin.mod, inside=True)
        yield Reason("duplicate", f"“{twin.headline}” ({when}) may be the same.")
    told = _dates_told(event, reading)
    exact = sum(event.edtf in own for own in told)
    if len(told) > 2 and exact / len(told) < AGREE:
        yield Reason(
            "agreement", f"Only {exact} of {len(told)} articles {'gives' if exact == 1 else 'give'} this very date."
        )
    if event.status == "implied":
        yield Reason("implied", "No sentence says this date: it follows from another one.")
    for citation in event.citations:
        mention = reading.mention(citation.mention)
        for other in mention.alternatives if mention else ():
            words = edtf.say(other.edtf, inside=True)
            yield Reason("reading", f"“{mention.text if mention else ''}” could also be {words}: {other.reason}.")


def _dates_told(event: Event, reading: Reading) -> list[set[str]]:
    """The dates that each independent article gives the event."""
    told: dict[str, set[str]] = defaultdict(set)
    for citation in event.citations:
        mention = reading.mention(citation.mention)
        if citation.role == "states" and mention is not None and mention.edtf is not None:
            document = reading.documents.get(citation.document)
            told[document.source if document else citation.document].add(mention.edtf)
    return list(told.values())


def _twins(events: Sequence[Event]) -> Iterator[tuple[str, Event]]:
    """For each event that may be told twice, the other one; the later of the two has the earlier."""
    found: set[str] = set()
    for group in _groups(events):
        words = [frozenset(_WORD.findall(event.headline.casefold())) for event in group]
        for (a, one), (b, other) in combinations(enumerate(group), 2):
            same = len(words[a] & words[b])
            if not same or other.id in found or same < ALIKE * (len(words[a]) + len(words[b]) - same):
                continue
            if edtf.overlaps(one.edtf, other.edtf):
                found.add(other.id)
                yield other.id, one


def _groups(events: Iterable[Event]) -> Iterator[Sequence[Event]]:
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[year_of(event)].append(event)
    for year in years.values():
        if len(year) <= CROWD:
            yield year
            continue
        dates: dict[str, list[Event]] = defaultdict(list)
        for event in year:
            dates[event.edtf].append(event)
        yield from (date for date in dates.values() if len(date) <= CROWD)


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
