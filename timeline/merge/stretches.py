"""Months told one after another for one happening: "in July and August 1998" is one stretch of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.edtf import bounds, civil
from timeline.merge.telling import Telling
from timeline.merge.words import lexicon

_SHORTEST, _LONGEST = 28, 31  # days of a month


def in_one_stretch(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of one clause that two months in a row date with both of them as their date."""
    out = list(tellings)
    stated = sorted((n for n, t in enumerate(out) if t.role == "states"), key=lambda n: out[n].mention.start)
    for a, b in pairwise(stated):
        one, two = out[a], out[b]
        if not _in_a_row(one, two):
            continue
        edtf = f"{one.edtf}/{two.edtf}"
        step = f"“{one.document.text[one.mention.start : two.mention.end]}” is one stretch of time."
        for n, t in ((a, one), (b, two)):
            out[n] = replace(t, edtf=edtf, bounds=bounds(edtf), derivation=(*t.derivation, step))
    return out


def _in_a_row(one: Telling, two: Telling) -> bool:
    """Whether two tellings are of one clause, and their dates a month and the next with no more than "and" between."""
    if one.sentence != two.sentence or one.near != two.near or one.headlines[:1] != two.headlines[:1]:
        return False
    between = one.document.text[one.mention.end : two.mention.start].strip().lower()
    if lexicon().parts.get(between) != "and" or not (_is_month(one) and _is_month(two)):
        return False
    return two.bounds.first is not None and one.bounds.last == two.bounds.first - 1


def _is_month(telling: Telling) -> bool:
    days = telling.width
    first = telling.bounds.first
    return days is not None and _SHORTEST <= days <= _LONGEST and first is not None and civil(first)[2] == 1
