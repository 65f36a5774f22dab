"""Found words to mentions with a date, one document at a time, from its first word to its last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.edtf import bounds, civil
from timeline.languages import folder_of
from timeline.model import Annotation, Document, Found, Genre, Mention, Published, Zone
from timeline.model.record import record
from timeline.normalize import figures, periods
from timeline.normalize.arithmetic import told_year
from timeline.normalize.bare import annotate
from timeline.normalize.context import Context, Reading, place_of, set_aside, undated, usable
from timeline.normalize.diaries import diary_entries
from timeline.normalize.everyyear import any_year, of_any_year
from timeline.normalize.fromfeasts import counted_from_feast
from timeline.normalize.genre import Stretch, stretch_at, voices
from timeline.normalize.known import Known
from timeline.normalize.limits import apart
from timeline.normalize.onward import PERIODS, go_on
from timeline.normalize.readings import read
from timeline.normalize.steps import Passage
from timeline.normalize.stories import story_of
from timeline.normalize.words import Words, compile_phrases, words_of
from timeline.normalize.years import has_year, joined
from timeline.settings import DEFAULTS

COUNTS_FROM_HAPPENINGS = frozenset(
    ("anniversary", "from-event", "age", "age-decade", "reign-year", "reign-into", "day-of-happening")
)
"""The readings that ask what the collection has dated; without them a text reads the same alone and among others."""

COUNTED_FROM = frozenset(("from-event", "from-feast"))
"""The readings of dates that may turn out to be lengths: "for two years after the truce"."""

JOINED = "years-joined"  # the reading of several years that are mentions of their own
MAY_HANG = frozenset(
    (
        "calendar", "range-days", "range-months", "days-listed", "night", "nth-weekday",
        "holiday", "sunday-counted", "roman-day",
    )
)  # fmt: skip
"""The readings of dates that hang on the story where they name no year."""
ONLY_NEAR = frozenset(("early-year", "range-years-falling"))
"""The readings of small numbers that are years only near others: elsewhere they are numbers."""
HANGING = frozenset(
    (
        "republican-day", "season-plain", "decade-short", "decades-short",
        "day-alone", "turn", "weekday", "weekday-told", "anaphoric", "anaphoric-two", "latter", "limit-told",
        "of-that-year", "told-time",
        "later", "later-listed", "to-the-day", "from-event", "day-of-happening", "anniversary", "age", "age-decade",
        "reign-year", "reign-into", "holiday-way",
        "duration", "duration-joined", "duration-between", "filled",
        "span", "set", "set-date", "set-days", "vague", "vague-offset",
        "clock", "hour-alone", "within", "same-part", "counted-all", "quarter", "whole-year",
        "told-again", "piece-of-told", "last-or-next",
        "same-last-year", "deictic", "relative", "ago", "ago-beside", "of-unit",
    )
)  # fmt: skip
"""Readings that are made where they stand, as they may ask what was told before."""
FROM_WRITING = frozenset(("relative", "ago", "ago-beside", "deictic", "last-or-next", "same-last-year", "of-unit"))
"""Readings that mostly count from the day of writing."""
FREQUENT = frozenset(("set", "set-date", "set-days", "set-within", "set-within-range", "holiday-set"))
"""The readings of what comes again, in any year."""
TELLS_NOTHING = PERIODS | frozenset(
    (
        "duration", "duration-joined", "duration-between", "filled",
        "span", "set", "set-date", "set-days", "vague", "vague-offset",
        "clock", "hour-alone", "within", "same-part", "told-time", "limit-told", "latter", "holiday-set", "age",
        "day-of-happening", "told-again", "later-listed",
    )
)  # fmt: skip
"""Readings from which a story doesn't go on."""


@record
class _Said:
    """What found words came to: their mentions, and what the context then held for what comes later."""

    mentions: tuple[Mention, ...]
    last: Mention | None
    era_bc: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """A document read without any other: its found words, whether each hangs on what was told before, what those that
    don't tell by themselves, and what each came to.

    ``named``: the year named last where each stands. ``genre`` is the one that was asked for, ``context`` the state
    before the first of them was told.
    """

    document: Document
    genre: Genre | None
    found: Sequence[Found]
    hanging: Sequence[bool]
    early: Sequence[Reading | None]
    named: Sequence[int | None]
    context: Context
    stretches: Sequence[Stretch]
    said: list[_Said]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in order."""
        return tuple(mention for one in self.said for mention in one.mentions)

    @property
    def asks(self) -> bool:
        """Whether any of its mentions asks what the collection has dated."""
        return any(map(_asks, self.found))


def normalize(
    document: Document, found: Sequence[Found], *, known: Known | None = None, genre: Genre | None = None
) -> tuple[Mention, ...]:
    """The mentions of one document, in order, each with its reading and an outcome so far.

    ``known`` is what the collection has dated; ``genre`` decides what a date without a year counts from:
    "news" the article's own date, "narrative" the date told last; None takes what the document says, else judges it.
    Mentions that belong in no event are ``undated`` or ``set aside`` with their reason; the rest are ``open``.
    """
    return read_alone(document, found, known=known, genre=genre).mentions


def read_alone(
    document: Document, found: Sequence[Found], *, known: Known | None = None, genre: Genre | None = None
) -> Alone:
    """The document read as ``normalize`` does, with what it tells of itself."""
    parted = (each for one in found for each in (joined(one) if one.reading == JOINED else apart(one, document)))
    return _read_alone(document, tuple(parted), known or Known(), genre or document.told_as)


def read_among(alone: Alone, known: Known) -> tuple[Mention, ...]:
    """The mentions of a document that was read alone, as ``normalize`` gives them with ``known``.

    Only what asks for that is read again, and, where it comes to something else then, what may count from it.
    """
    if not known.datings:
        return alone.mentions
    if any(_asks(one) and not hangs for one, hangs in zip(alone.found, alone.hanging, strict=True)):
        # What it tells by itself depends on what is known, and with that the story.
        return _read_alone(alone.document, alone.found, known, alone.genre).mentions
    return replace(alone, said=_told(alone, replace(alone.context, known=known), alone.said)).mentions


def _read_alone(document: Document, found: Sequence[Found], known: Known, genre: Genre | None) -> Alone:
    words = words_of(folder_of(document.language))
    if len(document.text) > DEFAULTS.long:
        compile_phrases(words.language)
    eras = tuple(_eras(found, words))  # a bare year before the first takes that
    context = Context(
        document, words, "news", known, usable(document), era_bc=eras[:1] == (True,), only_bc=bool(eras) and all(eras),
        order=figures.order_of(found, words, document.published.edtf),
    )  # fmt: skip
    entries = diary_entries(document, found, words) if genre is None else ()
    hanging = tuple(map(_hangs, found))
    early, named = [], []
    for one, hangs in zip(found, hanging, strict=True):
        if entries:
            _enter(stretch_at(entries, one.start), context, document)
        early.append(None if hangs else _early(one, context))
        named.append(context.named)
    context.in_full = [
        (one.start, one.end, reading.edtf)
        for one, reading in zip(found, early, strict=True)
        if reading and reading.edtf
    ]
    voiced = voices(document, found, early, words, published=context.published, genre=genre, entries=entries)
    context.history = voiced.text.genre == "narrative"
    from_writing = [reading or _from_writing(one, context) for one, reading in zip(found, early, strict=True)]
    context.story = story_of(_passages(document, found, from_writing, hanging, words), voiced, context)
    alone = Alone(document, genre, found, hanging, early, named, context, voiced.stretches, [])
    return replace(alone, said=_told(alone, replace(context)))


def _told(alone: Alone, context: Context, before: Sequence[_Said] = ()) -> list[_Said]:
    """What each of the found words comes to in this context, told from the first to the last.

    ``before``: what they came to when less was known. That stands up to the first that now comes to something else,
    and behind it for each date that is written in full.
    """
    context.read = []
    said: list[_Said] = []
    differs = not before
    for number, (one, reading) in enumerate(zip(alone.found, alone.early, strict=True)):
        if before and not _asks(one):
            if not differs:
                said.append(before[number])
                context.read += before[number].mentions
                context.last, context.era_bc = before[number].last, before[number].era_bc
                continue
            if reading and reading.edtf and not one.parts:
                _enter(stretch_at(alone.stretches, one.start), context, alone.document)
                for mention in before[number].mentions:
                    go_on(one, mention, context)
                said.append(_Said(before[number].mentions, context.last, context.era_bc))
                continue
        context.named = alone.named[number]
        now = _Said(tuple(_tell(one, reading, alone, context)), context.last, context.era_bc)
        differs = differs or now != before[number]
        said.append(now)
    return said


def _from_writing(found: Found, context: Context) -> Reading | None:
    """What "last year" and "two days ago" come to from the day of writing, to which a story may have gone on."""
    if context.published is None or found.reading not in FROM_WRITING:
        return None
    return read(found, context)


def _asks(found: Found) -> bool:
    """Whether the words ask what the collection has dated."""
    return found.reading in COUNTS_FROM_HAPPENINGS or (bool(found.parts) and any(map(_asks, found.parts.values())))


def _tell(found: Found, early: Reading | None, alone: Alone, context: Context) -> Iterator[Mention]:
    """The mention that the words make, or those that their parts make; what comes later may count from each."""
    stretch = stretch_at(alone.stretches, found.start)
    _enter(stretch, context, alone.document)
    for one, reading in ((found, early),) if early else _read_or_parts(found, context):
        if reading.grade == "B" and reading.edtf and _too_late(reading.edtf, context):
            reading = undated("XXXX", "the date that it works out to lies in a future that nobody writes of")
        if reading.edtf is None and reading.timex.startswith("XXXX") and one.reading not in FREQUENT:
            reading = _in_era(reading, context)
        why: tuple[str, ...] = ()
        if stretch.head and stretch.head.holds(one.start, one.end):
            reading = replace(reading, outcome="set aside", reason="tells when the entry below it was written")
        elif reading.grade == "B" and _asks_genre(one):
            why = (stretch.voice.why,)
        mention = _mention(alone.document, one, reading, why, annotate(one, reading, context, read))
        go_on(one, mention, context)
        yield mention


def _in_era(reading: Reading, context: Context) -> Reading:
    """The reading of an unknown day or year with TIMEX3's mark of a story that is told before Christ, where it is."""
    told = told_year(context.last.edtf) if context.last and context.last.edtf else None
    if told is None or told > 0 or context.genre != "narrative":
        return reading
    return replace(reading, value=f"BC{reading.timex}")


def _early(found: Found, context: Context) -> Reading | None:
    """The reading of what hangs on nothing; its year is then the one named last."""
    reading = read(found, context)
    if reading and reading.edtf and reading.grade == "A":
        context.named = told_year(reading.edtf)
    return reading


def _enter(stretch: Stretch, context: Context, document: Document) -> None:
    """Let the context be that of the stretch: its genre and, in a diary, the day of its entry."""
    context.genre = stretch.voice.genre
    if stretch.written is not None and context.document.published.edtf != stretch.written:
        context.document = replace(document, published=Published(stretch.written, "stated", stretch.voice.why))
        context.published = bounds(stretch.written)


def _asks_genre(found: Found) -> bool:
    """Whether the genre decided what the words count from."""
    if found.parts:
        return any(_asks_genre(part) for part in found.parts.values())
    if found.reading in {"anaphoric", "season-plain"}:
        return found.reading == "season-plain" or "own" in found.groups
    return found.reading in MAY_HANG and not has_year(found)


def _hangs(found: Found) -> bool:
    """Whether what the words mean depends on what the text told before them."""
    if found.parts and found.reading not in HANGING:
        hang = [_hangs(part) for part in found.parts.values()]
        told = [has_year(part) for part in found.parts.values()]
        return any(hang) and not any(year and not hangs for year, hangs in zip(told, hang, strict=True))
    return found.reading in HANGING or (
        found.reading in MAY_HANG and "year" not in found.groups and "short_year" not in found.groups
    )


def _passages(
    document: Document,
    found: Sequence[Found],
    readings: Sequence[Reading | None],
    hanging: Sequence[bool],
    words: Words,
) -> tuple[Passage, ...]:
    """The found words as the story sees them: those that may move it."""
    told = [
        (one, edtf, reading.mod if reading else None, hangs)
        for one, reading, hangs in zip(found, readings, hanging, strict=True)
        if ((edtf := reading.edtf if reading else None) is not None or hangs)
        and one.reading not in TELLS_NOTHING
        and not of_any_year(one, document, words.language)
        and _outside(document, one) is None
    ]
    starts = [*(one.start for one, *_ in told[1:]), len(document.text)]
    before = 0
    passages = []
    for (one, edtf, mod, hangs), after in zip(told, starts, strict=False):
        place = place_of(document.text, one.start, one.end, before, after, words.language)
        passages.append(Passage(one, edtf, hangs and edtf is None, place, mod, hangs and edtf is not None))
        before = one.end
    return tuple(passages)


def _read_or_parts(found: Found, context: Context) -> Iterator[tuple[Found, Reading]]:
    """The mention with its reading; where it is no date, the dates in it, and where there are none, that it is none."""
    if found.reading == "from-event":
        found = periods.counted_from_period(found, context.document.text)
        found = counted_from_feast(found, context.document.text) if found.reading == "from-event" else found
    if of_any_year(found, context.document, context.words.language, history=context.genre == "narrative"):
        reading: Reading | None = any_year(found, context.words)
    else:
        reading = read(found, context)
    if reading is not None:
        yield found, reading
    elif found.parts:
        for part in sorted(found.parts.values(), key=lambda one: one.start):
            if part.end <= found.end:  # what lies behind words that were cut off is found, and told, by itself
                yield from _read_or_parts(part, context)
    elif "year" in found.groups and found.groups["year"] != found.text:
        start, end = found.spans["year"]
        year = context.document.text[start:end]
        left = replace(
            found, rule="year", reading="calendar", start=start, end=end, text=year, groups={"year": year},
            spans={"year": (start, end)},
        )  # fmt: skip
        yield from _read_or_parts(left, context)
    elif found.type == "DATE" and found.reading not in ONLY_NEAR:
        yield found, set_aside("XXXX", "has the shape of a date, but no calendar has it")


def _eras(found: Sequence[Found], words: Words) -> Iterator[bool]:
    """Of each era that the text names whether it counts backwards."""
    for one in figures.with_parts(found):
        for name in ("era", "year"):
            bc = words.before_christ(one.groups[name]) if name in one.groups else None
            if bc is not None:
                yield bc


def _mention(
    document: Document, found: Found, reading: Reading, why: tuple[str, ...], inner: tuple[Annotation, ...]
) -> Mention:
    """The mention with this reading; ``why``: steps that its surroundings add."""
    outcome, reason = reading.outcome, reading.reason
    zone = _outside(document, found) if outcome == "open" else None
    if zone:
        about = (
            "tells when the article was published" if zone.kind != "furniture" else "stands outside the article's text"
        )
        outcome, reason = "set aside", f"{about}: {zone.reason}"
    lasts = found.reading in COUNTED_FROM and reading.edtf is None and reading.timex.startswith("P")
    return Mention(
        f"{document.id}-{found.start}", document.id, found.start, found.end, found.text,
        "DURATION" if lasts else found.type,
        reading.timex, reading.mod, reading.edtf, reading.grade, found.rule, reading.steps + why,
        reading.anchor, reading.implied, inner, reading.alternatives, outcome, reason,
    )  # fmt: skip


def _outside(document: Document, found: Found) -> Zone | None:
    """The zone in which the words stand, if that is no part of what the article tells."""
    for zone in document.zones:
        if zone.span.start <= found.start < zone.span.end:
            return zone if zone.kind in {"furniture", "publication", "dateline"} else None
    return None


def _too_late(edtf: str, context: Context) -> bool:
    """Whether a date that was worked out lies a century or more after the article; after 2100 where that has none."""
    first = bounds(edtf).first
    edge = civil(context.published.last)[0] + 100 if context.published and context.published.last is not None else 2100
    return first is not None and civil(first)[0] > edge
