"""The steps of a story: what each date in a text says of the year and the month in which the text has arrived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.edtf import bounds, civil
from timeline.model import Found
from timeline.normalize.feasts import usual_month
from timeline.normalize.halves import halved
from timeline.normalize.words import SAID_AGAIN, Words

SEASON = 95  # days: a shorter stretch is taken for its middle month
MONTH = 32  # days: a shorter stretch has a month
WIDEST = 11 * 366  # days: a longer stretch moves no story
SHADES = {"START": 2, "MID": 6, "END": 11}  # the month that stands for a part of a year, by TIMEX3's mod
DAY_AND_WEEKDAY = frozenset(("day", "weekday"))
FEASTS = frozenset(("holiday", "sunday-counted"))  # readings of days that a feast tells
STRETCH = "range"  # what the rules begin with that find two ends
WINTER = 12  # the month that stands for it; its middle is the next
MIDDLES = {21: 4, 22: 7, 23: 10, 24: 12}  # months that stand for seasons; a winter bears the year in which it begins


class Place(NamedTuple):
    """How a date stands in its text: first in its section, at the head of a sentence, in brackets or in speech.

    ``joined``: only "and", a comma or the like stands between it and the next. ``heads``: it stands in the heading of a
    section, whose years it tells. ``closes``: its sentence ends behind it. ``had``: it lies before what was told.
    ``by_the_way``: it dates what a participle between commas tells of a noun.
    """

    afresh: bool
    ahead: bool
    marked: bool
    joined: bool
    heads: bool = False
    closes: bool = False
    had: bool = False
    by_the_way: bool = False


class Passage(NamedTuple):
    """Words that date something: ``edtf`` is their date; ``hangs`` says that it depends on the story, ``of_writing``
    that it counts from the day of writing.
    """

    found: Found
    edtf: str | None
    hangs: bool
    place: Place
    mod: str | None = None
    of_writing: bool = False


class Step(NamedTuple):
    """A date on the way. One of: ``ends`` (year, month or None), a ``month`` without a year, a ``move``.

    ``year`` is that of a month where what follows it tells; ``way`` says that it is the next (1), the last (-1) or
    that of the same year (0). ``stays``: it is no aside, as the next words count from it. ``beside``: it is a
    limit behind the story (-1) or ahead of it (1), which may leave it where it is; ``since``: it is one with a year.
    ``day``: the day of the month and its weekday, where both are told. ``back``: it only looks back, "had failed the
    previous autumn". ``leads``: the month that follows is likely of its year.
    ``of_writing``: it counts from the day of writing. ``stretch``: its two ends are told.
    """

    start: int
    place: Place
    ends: tuple[tuple[int, int | None], ...] = ()
    month: int = 0
    year: int | None = None
    way: int | None = None
    move: tuple[int, str] | None = None
    since: bool = False
    stays: bool = False
    season: bool = False
    beside: int = 0
    day: tuple[int, int] | None = None
    back: bool = False
    leads: bool = False
    of_writing: bool = False
    stretch: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts from the date before it."""
        return self.move is not None or self.way is not None


def steps_of(passage: Passage, words: Words) -> Iterator[Step]:
    """What the words of a passage do to the story: a year, a month, or so much on or back; nothing where it is open."""
    found, place = passage.found, passage.place
    if passage.hangs:
        yield from _hanging(found, place, words)
    elif passage.edtf is not None:
        ends = _ends(passage.edtf.removesuffix("/..").removeprefix("../"), passage.mod)
        if ends:
            lasted = passage.edtf.startswith("../") and passage.mod is None  # "until 1971", but not "by 1971"
            yield Step(
                found.start, place, ends, since=lasted or passage.edtf.endswith("/.."), of_writing=passage.of_writing,
                stretch=found.rule.startswith(STRETCH),
            )  # fmt: skip


@lru_cache(maxsize=SAID_AGAIN)
def _ends(edtf: str, mod: str | None) -> tuple[tuple[int, int | None], ...]:
    """The years, and months where it has one, to which a date may move the story; none where it is open or too wide."""
    b = bounds(edtf)
    if b.first is None or b.last is None or b.last - b.first > WIDEST:
        return ()
    narrow = b.last - b.first < MONTH
    ends = [(year, month if narrow else None) for year, month, _ in (civil(b.first), civil(b.last))]
    if b.last - b.first < SEASON and not narrow:
        year, month, _ = civil((b.first + b.last) // 2)
        return ((year, month),)
    if mod in SHADES and ends[0][0] == ends[1][0] and not narrow:
        return ((ends[0][0], SHADES[mod]),)
    return tuple(ends[:1] if narrow or ends[0] == ends[1] else ends)


def _hanging(found: Found, place: Place, words: Words) -> Iterator[Step]:
    """The steps of words that hang on the story, and of the dates in them."""
    groups = found.groups
    if found.parts:
        limit = words.look_up("open", found.groups["open"]) if "open" in found.groups else None
        for part in found.parts.values():
            for step in _hanging(part, place, words):
                yield step._replace(beside=_beside_story(limit, part)) if limit and step.month else step
    elif found.reading == "of-that-year":
        yield Step(found.start, place, move=(words.look_up("ways", groups["way"]), "Y"))
    elif own := _own_month(found, words):
        day = (words.day(groups["day"]), words.weekday(groups["weekday"])) if groups.keys() >= DAY_AND_WEEKDAY else None
        yield Step(found.start, place, month=own, season=found.reading == "season-plain", day=day)
    elif found.reading in {"anaphoric", "later"}:
        count = words.count(groups["count"]) if "count" in groups else 1
        way = words.look_up("ways", groups["way"]) if "way" in groups else 0
        unit = groups["unit"].lower()
        half = halved(groups["count"], words.unit(unit), words) if count is None and way is not None else None
        month = words.tables["months"].get(unit) or MIDDLES.get(words.season(unit) or 0)
        if month:
            yield Step(found.start, place, month=month, way=way)
        elif half and way is not None:
            yield Step(found.start, place, move=(way * half[0], half[1]))
        elif count is not None and way is not None:
            letter = "D" if unit in words.tables["day_parts"] else words.unit(unit)
            yield Step(found.start, place, move=(way * count, letter))


def _beside_story(limit: Sequence[str], part: Found) -> int:
    """Whether a limit may lie behind the story (-1), "since June", "before the summer", or ahead (1), "by June"."""
    side, mod = limit
    if mod == "BEFORE":
        return -1 if part.reading == "season-plain" and " " in part.text else 0  # "the summer" is one that was told
    return 1 if side == "end" else -1 if mod != "AFTER" else 0


def _own_month(found: Found, words: Words) -> int | None:
    """The month that words without a year name, by a month, a feast or a season; None for others."""
    month = found.groups.get("month") or found.groups.get("last_month")
    if month:
        return words.month(month)
    if "holiday" in found.groups and found.reading in FEASTS:
        return usual_month(found.groups["holiday"], words.language)
    return MIDDLES[words.season(found.groups["season"]) or 0] if found.reading == "season-plain" else None
