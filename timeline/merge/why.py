"""Why sentences tell one event, and why their nearest neighbours do not: each decision again, in words.

Nothing is kept for it: the decisions are worked out again from the documents and mentions of the collection, by the
same code that made the events.
"""

from __future__ import annotations

import re
from collections.abc import Collection as Collected
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.errors import UnknownEventError
from timeline.merge.barring import barred
from timeline.merge.clocks import one_moment
from timeline.merge.clusters import clustered
from timeline.merge.concerned import concerned
from timeline.merge.likeness import Likeness, Part, enough, nested
from timeline.merge.making import told_by
from timeline.merge.oneact import in_words
from timeline.merge.otherwords import one_act_in_other_words
from timeline.merge.references import Passing, referring
from timeline.merge.telling import Telling
from timeline.merge.words import stem
from timeline.model import Collection, Event, Mention, Span

NEAREST = 5
"""Refusals that are told: those whose dates agree before others, the most alike first."""

_LEAST = 0.15
"""Likeness below which two tellings have so little in common that no refusal is worth telling."""

_WORDS = 5
"""Words in common that are told, those that say most."""


_HARDLY = 0.02
"""The weight below which a part of the likeness isn't told."""

_NAMES: frozenset[Part] = frozenset({"things", "people", "around"})
"""The parts of the likeness that are names in common."""

_SAID: Mapping[Part, str] = {
    "kind": "both tell one sort of happening ({one.family.id})",
    "kin": "what they tell can be one happening ({one.family.id}, {other.family.id})",
    "other kind": "they tell different sorts of happening ({one.family.id}, {other.family.id})",
    "verb": "both have the verb “{one.lemma}”",
    "act": "that is done to one thing only once: “{one.lemma}”, “{other.lemma}”",
    "like people": "those who take part may be the same",
    "other people": "those who take part are different",
    "noun": "both call it by one noun",
    "period": "one speaks of the other's period",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells something: its document's id, its place there, its text, its date as EDTF, or empty."""

    document: str
    span: Span
    sentence: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two sentences tell one happening, and why: ``reasons`` are short sentences, the weightiest first.

    ``likeness`` is what they add up to, and ``enough`` what was asked for; both 0 where nothing was weighed.
    """

    one: Told
    other: Told
    together: bool
    reasons: tuple[str, ...]
    likeness: float = 0.0
    enough: float = 0.0


@dataclass(frozen=True, slots=True)
class Joins:
    """Why one event: for each further sentence why it was ``joined``, and the nearest that were ``refused``."""

    joined: tuple[Decision, ...]
    refused: tuple[Decision, ...]


def joins(collection: Collection, event: str) -> Joins:
    """The decisions that made the event with the id ``event``: what was joined to it, what nearly was, and why.

    Takes about as long as making the events did, but of more than sixty articles only those concerned are read, in some
    seconds: it is among them that a word is rare. To ask about several events of a small collection make a ``Weighing``
    of it. Raises ``UnknownEventError`` where the collection has no such event.
    """
    return Weighing(concerned(collection, _asked(collection, event))).joins(event)


def _asked(collection: Collection, event: str) -> Event:
    asked = next((e for e in collection.events if e.id == event), None)
    if asked is None:
        raise UnknownEventError(
            f"The collection has no event {event!r}; `timeline show` lists its events, the file their ids."
        )
    return asked


class Weighing:
    """All sentences of a collection weighed against each other once, to be asked about one event after the other."""

    def __init__(self, collection: Collection) -> None:
        told = told_by(collection.documents, [_again(m) for m in collection.mentions])
        groups = clustered(told.tellings)
        self._collection = collection
        self._ordered = [t for group in groups for t in group]
        self._likeness = Likeness(self._ordered)
        self._again_told = referring(groups, told.passings, self._likeness)
        self._places: list[range] = []
        start = 0
        for group in groups:
            self._places.append(range(start, start + len(group)))
            start += len(group)

    def joins(self, event: str) -> Joins:
        """What the function of this name gives."""
        asked = _asked(self._collection, event)
        ordered, places, likeness = self._ordered, self._places, self._likeness
        own = [n for n, t in enumerate(ordered) if _cites(asked, t)]
        mine = {g for g, place in enumerate(places) if any(n in place for n in own)}
        inside = [n for g in sorted(mine) for n in places[g]]
        again = [p for g, told_again in self._again_told.items() if g in mine for p in told_again]
        joined = [*_joined(likeness, ordered, places, inside), *_again_told(ordered, inside, again)]
        return Joins(tuple(joined), tuple(_refused(likeness, ordered, places, inside, mine)))


def _again(mention: Mention) -> Mention:
    """The mention as it was before the events were made, if it came to tell one."""
    return replace(mention, outcome="open") if mention.outcome == "event" else mention


def _cites(event: Event, telling: Telling) -> bool:
    return any(c.mention == telling.mention.id and c.role == telling.role for c in event.citations)


def _joined(
    likeness: Likeness, tellings: Sequence[Telling], places: Sequence[range], inside: Sequence[int]
) -> list[Decision]:
    """For each telling of the event but the first, the one before it that it is most alike."""
    out = []
    for at, n in enumerate(inside[1:], 1):
        m = max(inside[:at], key=lambda m: (likeness.of(m, n), -m))
        group = next(place for place in places if n in place)
        one_date = m in group or nested(tellings[m], tellings[n])
        out.append(_decision(likeness, tellings, m, n, True, "" if one_date else "their dates contradict each other"))
    return out


def _again_told(tellings: Sequence[Telling], inside: Sequence[int], again: Sequence[Passing]) -> list[Decision]:
    """For each sentence that tells the event without a date the telling that it repeats, and what both say."""
    out = []
    for p in sorted(again, key=lambda p: (p.document.file, p.sentence.start)):
        n = max(inside, key=lambda n: (len(tellings[n].near.keys() & p.near.keys()), -n))
        telling, text = _told(tellings[n]), " ".join(p.document.text[p.sentence.start : p.sentence.end].split())
        shared = p.names & (tellings[n].people | tellings[n].things)
        named = _shown(shared, dict((*tellings[n].participants, *tellings[n].places)), telling.sentence)
        both = sorted(_unnamed(tellings[n].near.keys() & p.near.keys(), shared))[:_WORDS]
        reasons = ["it tells it without a date", f"both name {', '.join(named)}"]
        reasons += [_saying(both, telling.sentence)] if both else []
        other = Told(p.document.id, p.sentence, text, "")
        out.append(Decision(telling, other, True, tuple(map(_sentence, reasons))))
    return out


def _refused(
    likeness: Likeness, tellings: Sequence[Telling], places: Sequence[range], inside: Sequence[int], mine: set[int]
) -> list[Decision]:
    """The nearest tellings of other happenings, one for each group."""
    found: list[tuple[bool, float, int, int]] = []
    for g, place in enumerate(places):
        if g in mine:
            continue
        pairs = ((likeness.of(m, n, _LEAST), m, n) for m in inside for n in place)
        near = [(not nested(tellings[m], tellings[n]), -alike, m, n) for alike, m, n in pairs if alike >= _LEAST]
        found += sorted(near)[:1]
    return [_decision(likeness, tellings, m, n, False, "") for _, _, m, n in sorted(found)[:NEAREST]]


def _decision(likeness: Likeness, tellings: Sequence[Telling], m: int, n: int, together: bool, note: str) -> Decision:
    one, other = tellings[m], tellings[n]
    certain = _certainly(one, other) if together else barred(one, other)
    parts = sorted(likeness.parts(m, n), key=lambda part: (-abs(part[1]), part[0]))
    reasons = [certain] if certain else []
    named: set[str] = set()
    for part, weight in parts:
        if (weight > 0) != together and certain:
            continue
        if part in _NAMES:
            new = [name for name in _named(part, one, other) if name not in named] if abs(weight) >= _HARDLY else []
            named.update(new)
            reasons += [f"both name {', '.join(new)}"] if new else []
        else:
            reasons += _in_words(part, weight, likeness, one, other)
    if note:
        otherwise = "both tell one act, in other words, of what both name" if one_act_in_other_words(one, other) else ""
        reasons += filter(None, (in_words(one, other) or otherwise, note))
    needed = enough(one, other)
    score = likeness.of(m, n)
    if together and not certain and score < needed and nested(one, other):
        one_day = one.bounds == other.bounds and one.width == 1
        alone = "tells nothing else of that day" if one_day else "has nothing else left to tell of that time"
        reasons.insert(0, f"each of the two articles, which tell more in common, {alone}")
    if not together and not certain:
        near = "too little in common" if score < needed else "the others that tell it have too little in common with it"
        reasons.insert(0, near)
    return Decision(_told(one), _told(other), together, tuple(map(_sentence, reasons)), round(score, 2), needed)


def _certainly(one: Telling, other: Telling) -> str:
    """What makes two tellings one happening without weighing; empty where they were weighed."""
    if one.name and one.name == other.name:
        return "both name one period"
    if one.ordinal and one.ordinal == other.ordinal:
        return "both speak of one anniversary"
    if one.life and one.life == other.life and one.family.id == other.family.id:
        return f"both tell one {one.family.id}"
    if one_moment(one, other):
        return "both tell one minute, by the clocks of two places"
    if one.document is other.document and one.sentence == other.sentence and one.bounds == other.bounds:
        return "one sentence says it with its date twice"
    return ""


def _in_words(part: Part, weight: float, likeness: Likeness, one: Telling, other: Telling) -> list[str]:
    """What a part of the likeness says; nothing where it hardly weighs."""
    if abs(weight) < _HARDLY:
        return []
    if part == "words":
        shared = (one.near.keys() | one.far.keys()) & (other.near.keys() | other.far.keys())
        telling = likeness.rarest(_unnamed(shared, _names(one) & _names(other)), _WORDS)
        return [_saying(telling, _told(one).sentence)] if telling else []
    if part == "act" and not (one.lemma and other.lemma):
        return ["both tell what is done to one thing only once"]
    if part == "date":
        return [_of_dates(one, other, weight)]
    return [_SAID[part].format(one=one, other=other)]


def _of_dates(one: Telling, other: Telling, weight: float) -> str:
    """What the two dates say."""
    first, second = (edtf.say(t.edtf, t.mention.mod) for t in (one, other))
    if weight > 0:
        return f"both give {first}" if one.bounds == other.bounds else f"{first} and {second} agree"
    return f"{first} and {second} leave room for many happenings"


def _named(part: Part, one: Telling, other: Telling) -> list[str]:
    """The names that both have, as they are written."""
    shared = one.things & other.things
    if part != "things":
        shared = (
            one.people & other.people
            or one.people & other.things
            or other.people & one.things
            or ((one.people or one.around) & (other.people or other.around))
        )
    spelled = dict((*one.participants, *other.participants, *one.places, *other.places))
    return _shown(shared, spelled, _told(one).sentence)


def _names(telling: Telling) -> frozenset[str]:
    return telling.people | telling.things | telling.around


def _shown(keys: frozenset[str], spelled: Mapping[str, str], sentence: str) -> list[str]:
    """Names in the order of the alphabet; where none is given, as the sentence has them."""
    return sorted({spelled.get(key) or _as_written(key, sentence) for key in keys})


def _as_written(key: str, sentence: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", sentence, re.IGNORECASE)
    return found[0] if found else key


def _unnamed(words: Collected[str], names: frozenset[str]) -> set[str]:
    """Of words that are compared those that are no part of these names."""
    parts = {part for name in names for word in name.casefold().split() for part in (word, stem(word))}
    return {word for word in words if word not in parts}


def _saying(words: Sequence[str], sentence: str) -> str:
    """That both say these words, each as the sentence has it: they are compared in small letters, without endings."""
    written = re.findall(r"\w+(?:[’'-]\w+)*", sentence)
    forms = {stem(word.lower()): word.lower() if at == 0 else word for at, word in reversed(list(enumerate(written)))}
    return f"both say {', '.join(f'“{forms.get(word, word)}”' for word in words)}"


def _told(telling: Telling) -> Told:
    span = telling.sentence
    text = " ".join(telling.document.text[span.start : span.end].split())
    return Told(telling.document.id, span, text, telling.edtf)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
