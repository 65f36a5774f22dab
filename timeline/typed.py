"""A date as a person types it → EDTF, and the words to be read back before it is taken.

The same rules read it that read the articles, so "spring 1962", "c. 520 BC" and "between 3 and 5 May 1968" mean here
what they mean there. EDTF is taken as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.errors import EdtfError, ReviewError
from timeline.model import Mention

LONGEST = 200
"""Code points of what may be typed: more is a text, no date."""

_AROUND = re.compile(r"(?:in|on|at|the|of|during|year|from|it|was|[\s.,;:])*", re.IGNORECASE)
_GLUED = re.compile(r"^(c|ca)\.?(?=\d)", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})-(\d{2})")
_BARE = re.compile(r"\d{1,3}")

HOW = "Write it as in “3 May 1968”, “spring 1962”, “c. 520 BC” or “between 1950 and 1953”."


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date that was typed: ``edtf`` with TIMEX3's ``mod``, and ``words`` that say what it was understood as.

    ``others`` are further dates that the same words may mean.
    """

    edtf: str
    mod: str | None
    words: str
    others: tuple[TypedDate, ...] = ()


def read_date(text: str, *, published: str | None = None) -> TypedDate:
    """The date that ``text`` means. Raises ReviewError with a sentence on what to write instead.

    What counts from a day of writing ("last Sunday") counts from ``published``, an EDTF date.
    """
    typed = " ".join(text.split())
    if not typed:
        raise ReviewError(f"No date was typed. {HOW}")
    if len(typed) > LONGEST:
        raise ReviewError(f"That is too long for a date. {HOW}")
    if _BARE.fullmatch(typed):
        raise ReviewError(f"{typed} may be a year of two eras: write AD {typed} or {typed} BC.")
    return _as_edtf(typed) or _as_words(typed, published)


def _as_edtf(typed: str) -> TypedDate | None:
    try:
        value = edtf.parse(typed)
    except EdtfError:
        return None
    years = _YEARS.fullmatch(typed)
    others: tuple[TypedDate, ...] = ()
    if years and int(years[2]) > int(years[1]) % 100 and int(years[2]) > 12:  # 1922-23 is autumn 1922, or two years
        others = (_typed(f"{years[1]}/{years[1][:2]}{years[2]}", None),)
    return TypedDate(str(value), None, edtf.say(value), others)


def _as_words(typed: str, published: str | None) -> TypedDate:
    from timeline.pipeline import explain  # the rules take half a second to load: who types nothing needs none

    words = _GLUED.sub(r"\1. ", typed)
    mentions = explain(words, published)
    found = _whole(words, mentions) or _whole(words.title(), explain(words.title(), published))
    if found is None:
        raise ReviewError(_wrong(typed, mentions))
    value = edtf.parse(found.edtf or "")
    others: list[TypedDate] = [_typed(one.edtf, None) for one in found.alternatives]
    if isinstance(value, edtf.DateSet) and not value.every and "or" not in typed.lower().split():
        others += [_typed(str(member), None) for member in value.members if isinstance(member, edtf.Date)]
    return TypedDate(str(value), found.mod, edtf.say(value, found.mod), tuple(others))


def _typed(value: str, mod: str | None) -> TypedDate:
    return TypedDate(value, mod, edtf.say(value, mod))


def _whole(words: str, mentions: Sequence[Mention]) -> Mention | None:
    """The dated one of their mentions that all the words are, but for small ones around it."""
    if len(mentions) != 1 or mentions[0].edtf is None:
        return None
    before, after = words[: mentions[0].start], words[mentions[0].end :]
    return mentions[0] if _AROUND.fullmatch(before) and _AROUND.fullmatch(after) else None


def _wrong(typed: str, mentions: tuple[Mention, ...]) -> str:
    """What is wrong with what was typed, and what to write."""
    dated = [mention for mention in mentions if mention.edtf is not None]
    if len(dated) > 1:
        return f"“{dated[0].text}” and “{dated[1].text}” are two dates: write one, or join them with “or” or “to”."
    if dated:
        rest = typed.replace(dated[0].text, " ").split()
        return f"Of this only “{dated[0].text}” is a date; “{' '.join(rest)}” can't be read. {HOW}"
    if mentions:
        return f"“{mentions[0].text}” says no date by itself: write the year too."
    return f"“{typed}” can't be read as a date. {HOW}"
