"""The time of the story: which year a history is in at each date that names none.

A history counts from the date last told, keeps the year until another comes, and goes forward; but it looks
back in asides, starts again with a new section, and a year in brackets or in speech is not its own. So no date is
judged alone: of all ways through the dates of a text, the cheapest is taken, where going on is cheap, going back
is dear, and each date with a year either moves the story or is an aside. A year that comes later thus decides
what came before it. The way is found by dynamic programming (Viterbi 1967) over a few years at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from timeline.edtf import Bounds, civil
from timeline.model.record import record
from timeline.normalize.arithmetic import YEARS, falls_on
from timeline.normalize.steps import WINTER, Passage, Step, steps_of
from timeline.normalize.words import Words

FAR = 10**9  # a year that no text reaches
BEAM = 8  # ways that are followed at a time
# What a step costs. Only their order and rough distance matter.
MONTH_ON, MONTHS_ON = 0.08, 0.56  # each month that the story goes on, and the most
MONTH_BACK = 0.07  # each month that it goes back within what was told
BACK = 0.4  # that it goes back at all
OTHER_YEAR = 1.5  # that a month belongs to another year than the one told
YEAR_ON, YEARS_ON = 0.1, 0.6  # each year that a date with a year goes on, and the most
YEAR_BACK, YEARS_BACK = 0.15, 2.0  # the same, back
LIMIT_AHEAD, LIMIT_BEHIND = 0.6, 0.45  # that a limit without a year moves nothing: "by June", "since June"
AFRESH = 0.4  # what going back costs where a section begins, as a share
ASIDE, ASIDE_AHEAD = 0.6, 1.5  # that a date with a year is an aside; that it is one though a sentence begins with it
HAD_ASIDE = 0.5  # how much less an aside costs that tells what "had" happened in an earlier year
BARE_YEAR = 0.3  # how much less an aside costs, and a move more, for a bare year in mid-sentence among months
LEADS = 1.8  # how much more an aside costs right before a month that is likely of its year
EARLIER = 0.3  # that "two years earlier" takes the story back
LONG, LONG_AHEAD = 5, 0.6  # years on that may be a look ahead, and what this costs
MARKED = 1.0  # that a date in brackets or in speech moves the story
LAST_END = 0.2  # that a stretch moves it to its end
OUT_OF_FRAME = 0.5  # that a month lies outside the years that the heading of its section names
HAD_BEEN = 0.5  # that what "had" happened lies ahead of the month told last; its half is what that spares the way back
OTHER_WEEKDAY = 1.0  # that a day isn't the weekday that is told with it
AFTER_WRITING = 2.0  # that a date lies after the writing
YET_UNTOLD = 3.0  # that a date is of a year that a later sentence is the first to name, though the writing is dated
SAME_BREATH = 100  # code points between a date and the year that the same sentence gives behind it
RIVAL = 0.15  # a reading that costs no more than this above the one taken could have been meant as well


@record
class Told:
    """The year of a date that names none, and another that would fit about as well."""

    year: int
    rival: int | None


_Trail = tuple["_Trail | None", int, int | None, int | None]  # what came before, start, year taken (None: aside), rival
_Way = tuple[float, int, int | None, "_Trail | None"]  # cost, year, month, how it came there
COST = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Story:
    """``years``: the year of each date that names none, by where it stands. ``asides``: where dates move nothing."""

    years: dict[int, Told]
    asides: frozenset[int]
    unfounded: frozenset[int] = frozenset()  # of ``years``, those before which no year was told, nor right behind


NO_STORY = Story({}, frozenset())


def tell(passages: Sequence[Passage], published: Bounds | None, words: Words, *, past: bool = False) -> Story:
    """The cheapest way through the dates of a text, in their order; ``past``: it doesn't begin when it was written."""
    steps = [step for passage in passages for step in steps_of(passage, words)]
    for number, (step, following) in enumerate(pairwise(steps)):
        if following.counts and not step.since and not step.place.by_the_way and not _too_wide_for(step, following):
            steps[number] = step._replace(stays=True)
        if step.way is not None and step.way < 0 and step.place.had and not following.place.had:
            steps[number] = step._replace(back=True)
        if step.stretch and following.move:  # "from 1214 to 1219. Four years later": on from the last of them
            steps[number] = steps[number]._replace(ends=step.ends[-1:] if following.move[0] > 0 else step.ends[:1])
        if _leads(step, following):
            steps[number] = step._replace(leads=True)
        if _day_of_it(step, following):
            steps[number] = step._replace(stays=True)
        if step.month and step.place.joined and following.ends:
            year, month = following.ends[0]
            steps[number] = step._replace(year=year - (month is not None and month < step.month))
        elif step.season and _in_that_season(step, following):
            year, month = following.ends[0]
            steps[number] = step._replace(year=year - (step.month == WINTER != month))
    told = _read_back(_ways(steps, published, past))
    if not _before_years(steps):
        return told
    first = min(step.start for step in steps if step.ends)
    return replace(told, unfounded=frozenset(start for start in told.years if start < first))


def _too_wide_for(step: Step, following: Step) -> bool:
    """ "The king, who had been crowned in 1830, fled. That night ...": whether days are counted behind a mere year."""
    mere_year = len(step.ends) == 1 and step.ends[0][1] is None
    return mere_year and step.place.had and following.move is not None and following.move[1] == "D"


def _leads(step: Step, following: Step) -> bool:
    """Whether the month behind a date is likely of its year: "in 1929, when it burned on 9 May"."""
    if not step.ends or not following.month or following.way is not None or step.place.had or step.place.marked:
        return False
    same = not step.place.closes and not following.place.ahead and following.start - step.start <= SAME_BREATH
    if step.ends[0][1] is not None:
        return same or (not step.place.by_the_way and following.start - step.start <= 2 * SAME_BREATH)
    return same and not step.place.by_the_way


def _day_of_it(step: Step, following: Step) -> bool:
    """Whether a year at the head of its sentence is told for the month behind its comma: "In 338, on 2 August"."""
    bare = len(step.ends) == 1 and step.ends[0][1] is None
    return bare and step.place.ahead and step.place.joined and following.month != 0


def _in_that_season(step: Step, following: Step) -> bool:
    """Whether the month behind a season lies in it: "the summer offensive in June 1942"."""
    month = following.ends[0][1] if following.ends else None
    near = following.start - step.start <= SAME_BREATH and not following.place.ahead
    return near and month is not None and (_in_season(step.month, -month) or _in_season(step.month - 12, -month))


def _ways(steps: list[Step], published: Bounds | None, past: bool) -> list[_Way]:
    """The cheapest ways through all steps, one for each time at which the story may end."""
    ways: list[_Way] = _beginnings(steps, None if past else published)
    latest = (FAR, 12) if published is None or published.last is None else civil(published.last)[:2]
    frame: tuple[int, int] | None = None
    for step in steps:
        if step.place.heads and step.ends:
            frame = step.ends[0][0], step.ends[-1][0]
        further: dict[tuple[int, int | None], _Way] = {}
        for on in _onward(step, ways, latest, frame):
            at = on[1], on[2]
            known = further.get(at)
            if known is None or on[0] < known[0]:
                further[at] = on
        if further:
            ways = sorted(further.values(), key=COST)[:BEAM]
    return ways


def _beginnings(steps: list[Step], published: Bounds | None) -> list[_Way]:
    """Where a story may begin: with its first years, or when it was written."""
    years = dict.fromkeys(end[0] for step in steps for end in step.ends[:1])
    ahead = 0.5 if published is None or not _before_years(steps) else YET_UNTOLD
    ways: list[_Way] = [(ahead + 0.5 * n, year, None, None) for n, year in enumerate(list(years)[:3])]
    if published is not None and published.last is not None:
        year, month, _ = civil(published.last)
        ways.append((0.4, year, month, None))
    return ways


def _before_years(steps: list[Step]) -> bool:
    """Whether the text tells a month or a day before any year, and no year in that sentence."""
    first = next((step for step in steps if step.ends), None)
    if first is None or not steps[0].month:
        return False
    return first.start - steps[0].start > SAME_BREATH or first.place.ahead


def _onward(step: Step, ways: Iterable[_Way], latest: tuple[int, int], frame: tuple[int, int] | None) -> Iterable[_Way]:
    """The ways on from those that led to a step, over it."""
    if step.ends:
        return _by_year(step, ways)
    if step.back:
        return ((cost, year, month, (trail, step.start, None, None)) for cost, year, month, trail in ways)
    if step.move:
        return (on for way in ways for on in _moved(step, way))
    if step.year is not None or step.way is not None:
        return (_of_known_year(step, way) for way in ways)
    return _by_month(step, ways, latest, frame)


def _by_year(step: Step, ways: Iterable[_Way]) -> Iterator[_Way]:
    """A date with a year: it moves the story, or is an aside."""
    start, place, ends = step.start, step.place, step.ends
    bare_year = BARE_YEAR if ends[0][1] is None and not place.ahead and not place.closes else 0.0
    for cost, year, month, trail in ways:
        bare = 0.0 if month is None else bare_year
        for number, (to, of_month) in enumerate(ends):
            price = LAST_END * number + MARKED * place.marked + bare * (to != year)
            if to > year:
                price += min(YEAR_ON * (to - year), YEARS_ON)
            elif to < year:
                price += min(BACK + YEAR_BACK * (year - to), YEARS_BACK) * (AFRESH if place.afresh else 1)
            kept = month if to == year and of_month is None and not place.ahead else of_month
            yield cost + price, to, kept, trail
        if not step.stays:
            back = place.had and ends[-1][0] < year
            price = 0.0 if place.marked else ASIDE_AHEAD if place.ahead and not back else ASIDE - bare
            price += LEADS * step.leads - HAD_ASIDE * (back and not place.marked)
            aside = trail if step.of_writing else (trail, start, None, None)  # words may count from it all the same
            yield cost + (price / 2 if step.since else price), year, month, aside


def _of_known_year(step: Step, way: _Way) -> _Way:
    """A month of which the words beside it tell the year."""
    cost, year, month, trail = way
    to = step.year if step.year is not None else _beside(step.month, step.way or 0, year, month)
    return cost, to, step.month, (trail, step.start, to, None)


def _by_month(
    step: Step, ways: Iterable[_Way], latest: tuple[int, int], frame: tuple[int, int] | None
) -> Iterator[_Way]:
    """A month without a year: of the year that the story is in, or of the next or the last."""
    start, of_month = step.start, step.month
    against: dict[int, float] = {}  # the same for all ways
    for cost, year, month, trail in ways:
        prices: list[tuple[float, int]] = []
        for other in (year - 1, year, year + 1):
            if other not in against:
                against[other] = _against(step, other, latest, frame)
            prices.append((_to_year(step, year, month, other) + against[other], other))
        if step.season and month is not None:
            prices = [(0.0 if _in_season(of_month, 12 * (n - year) - month) else price, n) for price, n in prices]
        (least, first), (more, second), _ = sorted(prices)
        near = more - least <= RIVAL
        for price, other in prices:
            rival = (second if other == first else first) if near else None
            yield cost + price, other, of_month, (trail, start, other, rival)
        if step.beside and month is not None and (step.beside < 0 or (of_month > month and step.place.closes)):
            to = year - (of_month > month and step.beside < 0)
            yield cost + (LIMIT_AHEAD if step.beside > 0 else LIMIT_BEHIND), year, month, (trail, start, to, None)


def _against(step: Step, year: int, latest: tuple[int, int], frame: tuple[int, int] | None) -> float:
    """What speaks against a year for a month, wherever the story is: another weekday, the day of writing, a heading."""
    price = 0.0
    if step.day and not falls_on(year, step.month, *step.day):
        price += OTHER_WEEKDAY
    if (year, step.month) > latest:
        price += AFTER_WRITING
    ends_in_frame = step.season and step.month == WINTER  # it begins in the year before
    if frame and not frame[0] - ends_in_frame <= year <= frame[1]:
        price += OUT_OF_FRAME
    return price


def _to_year(step: Step, year: int, month: int | None, other: int) -> float:
    """What the way from the ``year`` and the month told to the step's month in an ``other`` year costs."""
    if month is None:
        return OTHER_YEAR if other != year else 0.0
    gap = 12 * (other - year) + step.month - month
    price = _on(gap, other == year) if gap >= 0 else BACK - MONTH_BACK * gap
    if step.place.had and not step.beside:
        price += HAD_BEEN if gap > 0 else -HAD_BEEN / 2
    return price


def _on(gap: int, same: bool) -> float:
    """What so many months on cost: those of the ``same`` year never more than a look back at the year before."""
    return min(MONTH_ON * gap, MONTHS_ON) if same else MONTH_ON * gap


def _in_season(middle: int, on: int) -> bool:
    """Whether the month told lies in the season of that middle month, ``on`` months and that one away from it."""
    return abs(middle + (middle == WINTER) + on) <= 1


def _beside(month: int, way: int, year: int, told: int | None) -> int:
    """The year of "the following June", "the previous June" or "that June"."""
    if told is None or not way:
        return year + way
    return year + (way > 0 and month <= told) - (way < 0 and month >= told)


def _moved(step: Step, way: _Way) -> Iterator[_Way]:
    """ "Two years later" moves the story on; "two years earlier" may be no more than a look back, and "found sixteen
    years later" one ahead.
    """
    cost, year, month, trail = way
    count, letter = step.move or (0, "Y")
    if letter not in YEARS and letter != "M":
        to, of_month = year, month
    elif letter != "M":
        to, of_month = year + count * YEARS[letter], month if count == 0 else None
    elif month is not None:
        to, of_month = divmod(12 * year + month - 1 + count, 12)
        of_month += 1
    else:
        to, of_month = year, None
    yield cost + EARLIER * (count < 0 and letter in YEARS), to, of_month, trail
    ahead = letter in YEARS and count * YEARS[letter] >= LONG and not step.stays and not step.place.ahead
    if ahead or (count < 0 and letter in YEARS):
        yield cost + LONG_AHEAD * (count > 0), year, month, (trail, step.start, None, None)


def _read_back(ways: list[_Way]) -> Story:
    years: dict[int, Told] = {}
    asides = set()
    trail = ways[0][3] if ways else None
    while trail is not None:
        trail, start, year, rival = trail
        if year is None:
            asides.add(start)
        else:
            years[start] = Told(year, rival)
    return Story(years, frozenset(asides))
