"""Cards to cut out and put in order: no two of them may have a day in common, so that there is one right order."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.teach.matter import Matter, Subject, alike, apart
from timeline.teach.paper import Cut, Group, Run, Section, Sources, Text
from timeline.teach.speech import Speech

FEWEST = 3
"""Cards that are worth ordering."""

MOST = 20
"""Cards that a group of pupils lays out on a desk: two pages of ten."""


def chain(matter: Matter, events: Sequence[str], topic: str) -> list[Subject]:
    """Those of these events that follow one another, or of the whole topic where they are too few; in order of time."""
    asked = [subject for name in events if (subject := matter.subject(name)) is not None]
    found = _following(asked)
    return found if len(found) >= FEWEST else _following(matter.on(topic))


def cards_section(matter: Matter, ordered: Sequence[Subject], sources: Sources, words: Speech) -> tuple[Section, ...]:
    """Cards of events to cut out, and their order. None where no three events follow one another for sure."""
    if len(ordered) < FEWEST:
        return ()
    mixed = sorted(ordered, key=lambda s: s.event.id[::-1])  # ids are digests: their order says nothing of time
    letters = {subject.event.id: _letter(n) for n, subject in enumerate(mixed)}
    cuts = tuple(Cut(letters[subject.event.id], subject.label, matter.language(subject.event)) for subject in mixed)
    right = tuple(
        Group(0, (Text((
            Run(f"{letters[s.event.id]}  ", "strong"),
            Run(words.text("answer.date", date=words.say(s.event.edtf, s.event.mod), event=s.label) + " "),
            Run(sources.sign(s.citations[0].document), "dim"),
        )),))
        for s in ordered
    )  # fmt: skip
    return (
        Section("cards", words.text("paper.cards"), words.text("paper.cards-about"), cuts=cuts),
        Section("key", words.text("paper.cards-key"), groups=right, sources=sources.list),
    )


def _following(subjects: Sequence[Subject]) -> list[Subject]:
    """The most events of which each ends before the next begins; where they are too many, some from all of it."""
    found: list[Subject] = []
    for subject in sorted(subjects, key=lambda s: (s.last, s.first, s.event.id)):
        if all(apart(subject, one) and not alike(subject, one) for one in found):
            found.append(subject)
    room = min(MOST, len(found))
    return [found[n * len(found) // room] for n in range(room)]


def _letter(n: int) -> str:
    """A to Z."""
    return chr(ord("A") + n)
