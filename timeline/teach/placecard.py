"""Place it on the line: a stretch of years, decades or months, of which one is chosen."""

from __future__ import annotations

from dataclasses import replace

from timeline import edtf
from timeline.edtf import Date, Interval, civil
from timeline.teach.asking import Asking, blank
from timeline.teach.cards import Card, Line, Unit
from timeline.teach.dice import Dice
from timeline.teach.matter import Subject
from timeline.teach.reach import meant, reach, union

_UNITS: dict[str, tuple[Unit, Unit, Unit]] = {
    "day": ("year", "year", "month"),
    "month": ("year", "year", "month"),
    "season": ("year", "year", "year"),
    "year": ("decade", "year", "year"),
    "decade": ("decade", "decade", "decade"),
}
"""The unit of the line by the precision of the date and the level: never finer than the date."""

_LONG = {"month": (24, 36, 48), "year": (16, 30, 48), "decade": (12, 16, 20)}
"""Units of the line by level. The longer it is, the less helps a guess."""

_WIDEST = 5
"""Units that may be right at most: of more, any answer would be."""

_FIRST, _LAST = -9990, 9990
"""Years that a line may show."""


def place_card(asking: Asking) -> Card | None:
    """A card that asks for the place of an event on a line."""
    for subject in asking.in_turn("place"):
        dice = asking.dice(subject)
        line = _line(asking, subject, dice)
        if line is None or not asking.matter.undisputed(subject):
            continue
        text = asking.words.text
        card = replace(
            blank("place", text("prompt.place", event=subject.label), [subject],
                  text("answer.date", date=asking.date(subject), event=subject.label)),
            line=line,
            hints=(asking.hint(subject),),
            proofs=asking.proofs(subject),
        )  # fmt: skip
        return asking.named(card)
    return None


def _line(asking: Asking, subject: Subject, dice: Dice) -> Line | None:
    """A line on which an event lies somewhere; None where its date is too wide to be placed."""
    event = subject.event
    units = _UNITS.get(edtf.precision(event.edtf))
    right = union(meant(*date) for date in asking.matter.own(event))
    if units is None or right.first is None or right.last is None:
        return None
    unit = units[asking.level - 1]
    first, last = _number(unit, right.first), _number(unit, right.last)
    far = union([reach(*date) for date in asking.matter.own(event)])
    if last - first >= _WIDEST or far.first is None or far.last is None:
        return None
    beyond = max(first - _number(unit, far.first), _number(unit, far.last) - last)
    length = max(_LONG[unit][asking.level - 1], 3 * (last - first + 1))
    most = length - (last - first + 1) - 1
    least = min(max(1, first + length - 2 - _number(unit, asking.matter.latest)), most)
    before = least + dice.below(most - least + 1)
    numbers = range(first - before, first - before + length)
    if not _FIRST < _start(unit, numbers[0])[0] <= _start(unit, numbers[-1])[0] < _LAST:
        return None
    return Line(
        unit,
        tuple(edtf.day_number(*_start(unit, number)) for number in numbers),
        tuple(asking.words.say(_edtf(unit, number)) for number in numbers),
        first - numbers[0],
        last - numbers[0],
        max(beyond, 1 if unit == "month" else length // 15),
    )


def _number(unit: Unit, day: int) -> int:
    """The number of the unit that holds a day; decades are counted from 1 BC backwards as people name them."""
    year, month, _ = civil(day)
    if unit == "month":
        return year * 12 + month - 1
    if unit == "year":
        return year
    return year // 10 if year > 0 else -((1 - year) // 10) - 1


def _start(unit: Unit, number: int) -> tuple[int, int, int]:
    """Year, month and day on which a unit begins."""
    if unit == "month":
        return number // 12, number % 12 + 1, 1
    if unit == "year":
        return number, 1, 1
    if number >= 0:
        return max(10 * number, 1), 1, 1
    return 1 - (10 * -number - 1), 1, 1


def _edtf(unit: Unit, number: int) -> str:
    """A unit as EDTF. The first decades on either side of the year 1 have nine years."""
    year, month, _ = _start(unit, number)
    if unit == "month":
        return str(Date(year, month))
    if unit == "year":
        return str(Date(year))
    if number > 0:
        return str(Date(year, masked=1))
    end = 9 if number == 0 else 1 - max(10 * (-number - 1), 1)
    return str(Interval(Date(year), Date(end)))
