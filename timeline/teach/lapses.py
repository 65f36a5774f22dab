"""How long after a happening an article was written, and how far two dates of it lie apart: never finer than the
coarser of the two dates."""

from __future__ import annotations

from timeline.edtf import Bounds, bounds, civil
from timeline.teach.reach import reach
from timeline.teach.speech import Speech

_DAYS, _MONTHS = 60, 24
"""Up to 60 days are counted in days, up to 24 months in months."""

_FEWEST, _MONTH = 28, 31
"""Days of a month. What lies between dates that are shorter is told in days, beside one that is longer in years."""


def lapse(happened: str, written: str | None, words: Speech) -> str:
    """The time from a happening to an article in words; "" where one of them is open where it would count."""
    if not written:
        return ""
    then, now = bounds(happened), bounds(written)
    if then.first is None or then.last is None or now.first is None or now.last is None:
        return ""
    if now.last < then.first:
        return words.text("lapse.before")
    if then.first == then.last and now.first == now.last:
        return _exact(then.last, now.first, words)
    (y1, m1, _), (y2, m2, _) = civil(then.last), civil(now.first)
    if _long(now) or _long(then) or y2 - y1 > _MONTHS // 12:
        return words.text("lapse.years", count=y2 - y1) if y2 > y1 else words.text("lapse.year")
    months = 12 * (y2 - y1) + m2 - m1
    return words.text("lapse.months", count=months) if months > 0 else words.text("lapse.month")


def _exact(then: int, now: int, words: Speech) -> str:
    """Between two days."""
    if then == now:
        return words.text("lapse.day")
    unit, count = _counted(then, now)
    return words.text(f"lapse.{unit}", count=count)


def apart(one: str, other: str, words: Speech) -> str:
    """How far two dates lie from each other in words; "" where one day may fit both, as people mean them."""
    first, second = sorted((reach(one), reach(other)), key=lambda limits: (limits.first is not None, limits.first or 0))
    if first.last is None or second.first is None or second.first <= first.last:
        return ""
    if _short(first) and _short(second):
        unit, count = _counted(first.last, second.first)
        return words.text(f"apart.{unit}", count=count)
    (y1, m1, _), (y2, m2, _) = civil(first.last), civil(second.first)
    months = 12 * (y2 - y1) + m2 - m1
    if _long(first) or _long(second) or months >= _MONTHS:
        return words.text("apart.years", count=max(1, y2 - y1))
    return words.text("apart.months", count=max(1, months))


def _counted(then: int, now: int) -> tuple[str, int]:
    """The unit in which the time between two days is counted, and the number of them."""
    if now - then <= _DAYS:
        return "days", now - then
    (y1, m1, d1), (y2, m2, d2) = civil(then), civil(now)
    months = 12 * (y2 - y1) + m2 - m1 - (d2 < d1)
    return ("months", months) if months < _MONTHS else ("years", months // 12)


def _short(limits: Bounds) -> bool:
    """Whether a date is finer than a month."""
    return limits.first is not None and limits.last is not None and limits.last - limits.first < _FEWEST - 1


def _long(limits: Bounds) -> bool:
    """Whether a date is longer than a month, or open."""
    return limits.first is None or limits.last is None or limits.last - limits.first > _MONTH
