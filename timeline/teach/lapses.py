"""How long after a happening an article was written, never finer than the coarser of the two dates."""

from __future__ import annotations

from timeline.edtf import bounds, civil
from timeline.teach.speech import Speech

_DAYS, _MONTHS = 60, 24
"""Up to 60 days are counted in days, up to 24 months in months."""


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
    if (now.last - now.first > 31 or then.last - then.first > 31) or y2 - y1 > _MONTHS // 12:
        return words.text("lapse.years", count=y2 - y1) if y2 > y1 else words.text("lapse.year")
    months = 12 * (y2 - y1) + m2 - m1
    return words.text("lapse.months", count=months) if months > 0 else words.text("lapse.month")


def _exact(then: int, now: int, words: Speech) -> str:
    """Between two days."""
    if then == now:
        return words.text("lapse.day")
    if now - then <= _DAYS:
        return words.text("lapse.days", count=now - then)
    (y1, m1, d1), (y2, m2, d2) = civil(then), civil(now)
    months = 12 * (y2 - y1) + m2 - m1 - (d2 < d1)
    if months < _MONTHS:
        return words.text("lapse.months", count=months)
    return words.text("lapse.years", count=months // 12)
