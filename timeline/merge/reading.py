"""A document read for its happenings: its words and names, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from timeline.merge.clauses import main_subject, read_sentence
from timeline.merge.couples import couples_in
from timeline.merge.entries import Entry, entries_of, joined
from timeline.merge.names import Name, hero_of, names_of
from timeline.merge.neuters import topic_of
from timeline.merge.rewording import Back, Place
from timeline.merge.scene import Scene
from timeline.merge.segments import Parsed
from timeline.merge.sentences import tells_something
from timeline.merge.telling import is_anniversary, is_period
from timeline.merge.words import Word, calmed, lexicon, listed, words_of
from timeline.model import Document, Mention, Span
from timeline.model.record import record

OPENING = 5
"""Words at the head of a text in which a life names the one whom it tells."""


WINDOW = 150
"""Words before a pronoun in which somebody is named whom it may mean."""

ENDLESS = 300
"""Words above which a sentence never ends: a table, a list without stops. Of it the words around a mention are read."""

PIECE = 40
"""Words of a piece of such a sentence; with the pieces on either side it is what is read."""

_BARE = frozenset({"time", "mark", "prep", "number"})
"""Parts of speech that tell nothing that happened."""

CHAIN = 4
"""Sentences back that "he ... he ... he" may go on about one person."""


@record
class Stretch:
    """A sentence, or a part of a very long one: its words, their reading, and the subject of its main clause.

    ``lows`` are its words in small letters, each once: most rules first ask whether a word that they wait for is there.
    ``bare``: it is nothing but dates, and what stands between them; ``silent``: so in every language.
    """

    words: tuple[Word, ...]
    lows: frozenset[str]
    parsed: Parsed
    subject: tuple[Word, ...]
    bare: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its words and names, sentence by sentence; ``starts`` are where the sentences begin.

    ``entries`` are those of a chronicle.
    """

    document: Document
    sentences: tuple[tuple[Span, tuple[Word, ...]], ...]
    scene: Scene
    starts: tuple[int, ...]
    entries: tuple[Entry, ...] = ()
    _stretches: dict[tuple[int, int], Stretch] = field(default_factory=dict)
    _backs: dict[int, Back] = field(default_factory=dict)

    def at(self, n: int, place: int) -> Stretch:
        """Sentence ``n``; of one that never ends, the words around the character ``place``."""
        words = self.sentences[n][1]
        endless = len(words) > ENDLESS
        piece = bisect_left(words, place, key=lambda w: w.start) // PIECE if endless else 0
        known = self._stretches.get((n, piece))
        if known is None:
            around = words[max(0, piece - 1) * PIECE : (piece + 2) * PIECE] if endless else words
            parsed = read_sentence(around)
            bare = all(w.part in _BARE for w in around)
            lows = frozenset([w.low for w in around])
            known = Stretch(around, lows, parsed, main_subject(parsed), bare, bare and not tells_something(around))
            self._stretches[n, piece] = known
        return known

    def entry_at(self, place: int) -> Entry | None:
        """The entry of a chronicle in which the character ``place`` stands."""
        n = bisect_right(self.entries, place, key=lambda entry: entry.head) - 1
        return self.entries[n] if n >= 0 and place < self.entries[n].end else None

    def place_of(self, n: int) -> Place:
        """Where sentence ``n`` stands.

        Made anew each time: a place knows its reading, so one that the reading kept would keep both in memory.
        """
        sentence = self.sentences[n][0].start
        here = self.at(n, sentence)
        before = self.sentences[n - 1][1] if n else ()
        return Place(self.scene, sentence, before, here.subject, here.words, partial(self._spoken_of, n))

    def _spoken_of(self, n: int) -> Back:
        """The subject that the text had before sentence ``n``, and where the sentence begins whose subject it is."""
        if n not in self._backs:
            self._backs[n] = self._go_back(n) if n else ((), 0)
        return self._backs[n]

    def _go_back(self, n: int) -> Back:
        k, own = n - 1, self.at(n, self.starts[n]).subject
        subject = self.at(k, self.starts[k]).subject
        while k > max(0, n - CHAIN) and (_carries_on(subject) or self._goes_on_about(k, own)):
            own = subject if _carries_on(subject) else own
            k -= 1
            subject = self.at(k, self.starts[k]).subject
        if k == 0 and self._goes_on_about(k, own) and own[0].low in lexicon().lists["neuter"]:
            subject = ()  # what was taken is named nowhere
        return subject, self.starts[k]

    def _goes_on_about(self, k: int, own: Sequence[Word]) -> bool:
        """ "Karl hired him. He ...": whether a subject ``own``, "he", behind sentence ``k`` is the "him" in it.

        "Rome took it in May. It ..." goes on about what was taken.
        """
        lists = lexicon().lists
        if len(own) != 1 or own[0].part != "pron":
            return False
        words = self.at(k, self.starts[k]).words
        if own[0].low in lists["male"]:
            return any(w.low in lists["male_object"] and w.part == "pron" for w in words)
        acted_on = (w for verb, w in pairwise(words) if verb.part in ("past", "participle"))
        return own[0].low in lists["neuter"] and any(w.low in lists["neuter"] and w.part == "pron" for w in acted_on)


def _carries_on(subject: Sequence[Word]) -> bool:
    """Whether a subject speaks on of what was spoken of before: a pronoun, or what belongs to it, "its shares"."""
    if not subject:
        return False
    lists = lexicon().lists
    its = subject[0].low in lists["neuter"] & lists["possessive"]
    mine = subject[0].low in lists["first_person"]  # "I saw a play. It was long": who tells carries nothing on
    return its or (len(subject) == 1 and subject[0].part == "pron" and not mine)


def read(document: Document, mentions: Iterable[Mention]) -> Reading:
    """The words and names of a document; the words of its dates are set apart."""
    dates = [(m.start, m.end) for m in mentions if m.edtf is not None and not is_period(m) and not is_anniversary(m)]
    dates.sort()
    entries = entries_of(document, dates)
    spans = joined(_whole(document.sentences or (Span(0, len(document.text)),), dates), entries)
    sentences = []
    at = 0
    for span in spans:
        while at < len(dates) and dates[at][1] <= span.start:
            at += 1
        inside = []
        k = at
        while k < len(dates) and dates[k][0] < span.end:
            inside.append(dates[k])
            k += 1
        sentences.append((span, words_of(document.text, span.start, span.end, inside)))
    names = names_of([words for _, words in sentences])
    topic, noun = topic_of(document.title or "", names, [words for _, words in sentences])
    about = topic.lower().removeprefix("the ")
    names = tuple(replace(n, sort="name") if n.sort == "person" and n.key == about else n for n in names)
    names = tuple(replace(n, shown=calm) if (calm := calmed(n.shown)) != n.shown else n for n in names)
    first = sentences[0][1][:OPENING]
    opening = first[-1].end if first else 0
    plain = [words for _, words in sentences]
    scene = Scene(
        names,
        opening,
        _others_meant(names, plain),
        objects=_done_to(names, plain),
        leaders=_leading(names, plain),
        topic=topic,
        topic_noun=noun,
        hero=hero_of(document.title or "", names),
        sites=frozenset(n.key for n in names if n.inside and n.sort == "name")
        - {n.key for n in names if n.sort == "person"},
    )
    reading = Reading(document, tuple(sentences), scene, tuple(span.start for span, _ in sentences), entries)
    couples = couples_in(scene, plain, reading.place_of)
    return replace(reading, scene=replace(scene, couples=couples)) if couples else reading


def _others_meant(names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> tuple[tuple[int, str], ...]:
    """The places of pronouns after a verb that can't mean the one person named before it in their sentence."""
    lists = lexicon().lists
    gendered = listed("male", "female")
    starts = [n.start for n in names]
    out: list[tuple[int, str]] = []
    for words in sentences:
        for i, word in [(i, word) for i, word in enumerate(words) if i and word.low in gendered]:
            if word.part not in ("pron", "det") or words[i - 1].part not in ("past", "present"):
                continue
            gender = "m" if word.low in lists["male"] else "f"
            if i + 1 < len(words) and words[i + 1].part in ("noun", "name", "number"):
                continue  # "Anna sold her house"
            before = names[bisect_left(starts, words[max(0, i - WINDOW)].start) : bisect_left(starts, word.start)]
            people = {n.key for n in before if n.gender == gender}
            out += [(word.start, key) for key in people if len(people) == 1]
    return tuple(out)


def _done_to(names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Where a person is named to whom "he" or "she" does something, or who does it to "him": two women, or two men.

    "She met Anna", "Karl hired him": a "she" or "he" that follows is mostly not the one named.
    """
    lists = lexicon().lists
    people = {n.start: n for n in names if n.sort == "person"}
    out: set[int] = set()
    for words in sentences:
        if not [w for w in words if w.part == "pron"]:
            continue
        acting = ""
        by: list[int] = []
        for word in words:
            if word.part == "pron" and word.low in lists["male_object"]:
                out |= {start for start in by if people[start].gender in ("", "m")}
            by = [*by, word.start] if word.start in people else [] if word.part == "mark" else by
            if word.part == "pron" and word.low in lists["subject_pronoun"]:
                acting = "m" if word.low in lists["male"] else "f" if word.low in lists["female"] else ""
            elif word.part == "mark" and word.text not in "'’":
                acting = ""
            elif acting and word.start in people and people[word.start].gender in ("", acting):
                out.add(word.start)
    return frozenset(out)


def _leading(names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Where a person is named right before a verb in the past: "Anna sailed", not "Anna's ship"."""
    people = {n.end: n.start for n in names if n.sort == "person"}
    verbs = ("past", "aux")
    return frozenset(
        people[a.end] for words in sentences for a, b in pairwise(words) if a.end in people and b.part in verbs
    )


def _whole(spans: Sequence[Span], dates: Sequence[tuple[int, int]]) -> list[Span]:
    """The sentences, those put together between which a date stands: the full stop of "Am 4. August" ends none."""
    out: list[Span] = []
    at = 0
    for span in spans:
        while at < len(dates) and dates[at][1] <= span.start:
            at += 1
        if out and at < len(dates) and dates[at][0] < min(span.start, out[-1].end):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out
