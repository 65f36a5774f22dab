"""Whom or what "the president", "the city", "the burial" or "the three" means, where exactly one reading fits.

Nothing is said where two fit: the phrase then stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.merge.names import Name
from timeline.merge.rewording import Place
from timeline.merge.words import Word, lexicon

_NEAR = 350
"""Characters back within which "the city" means the only place named there."""

_NOT_PLURAL = ("ss", "us", "is")


def meant_by(words: Sequence[Word], place: Place) -> tuple[str, list[Name], int] | None:
    """What the definite phrase at the head of ``words`` gives way to, the names in it, and how many words it takes."""
    if len(words) < 2 or words[0].low != "the":
        return None
    lists, head = lexicon().lists, words[1]
    after = words[2] if len(words) > 2 else None
    if after is not None and (after.part in ("noun", "name", "number", "ing") or after.low in lists["joins_thing"]):
        return None
    if head.low in lists["office"]:
        name = _holder(head.low, words[0].start, place)
        return (f"{head.text[:1].upper()}{head.text[1:]} {name.shown}", [name], 2) if name else None
    if head.low in lists["settlement"]:
        name = _town(words[0].start, place)
        return (name.shown, [name], 2) if name else None
    if head.low in lists["of_somebody"]:
        name = _whole_life(words[0].start, place)
        return (f"{words[0].text} {head.text} of {name.shown}", [name], 2) if name else None
    return None


def _holder(office: str, before: int, place: Place) -> Name | None:
    """The one person to whom the text gives the office: "President Holm ... the President"."""
    return place.scene.cast.titled(office).only(before)


def _town(before: int, place: Place) -> Name | None:
    """The one place that the sentences before name after a preposition: "they sailed to Lund. The city ..."."""
    near = place.scene.between(max(0, before - _NEAR), before)
    people = place.scene.cast.people.keys
    led = {n.key: n for n in near if n.led and n.sort == "name" and n.key not in people}
    states = any(n.sort == "state" and not n.adjective for n in near)
    if len(led) != 1 or states:
        return None
    ((key, town),) = led.items()
    # a town named in passing is not the one that a text which names others as often calls "the city"
    most = place.scene.cast.towns
    return town if most[0][0] == key and (len(most) < 2 or most[1][1] < most[0][1]) else None


def _whole_life(before: int, place: Place) -> Name | None:
    """The person whom the text is about, or the only one named so far; None where another is named just before."""
    only = place.scene.cast.people.only(before)
    if only is not None:
        return only
    main = place.scene.main_person()
    if main is None:
        return None
    near = {n.key for n in place.scene.between(max(0, before - _NEAR), before) if n.sort == "person"}
    return main if near <= {main.key} else None


def with_noun(words: Sequence[Word], sentence: Sequence[Word], before: Sequence[Word]) -> tuple[Word, ...]:
    """A subject that goes without its noun, with the noun: "the three" are "the three sailors" of the sentence before.

    "The younger" is the younger sister where the sentence told of an elder one.
    """
    lists = lexicon().lists
    rest = list(words[1:]) if words and words[0].low == "the" else list(words)
    counts = [w for w in rest if w.low in lists["number_word"] or w.part == "number"]
    if counts and len(counts) + sum(w.low in lists["more"] for w in rest) == len(rest):
        noun = _counted(before)
        return (*words, noun) if noun and len(rest) < len(words) + (rest[-1].low in lists["more"]) else tuple(words)
    if len(words) == 2 and len(rest) == 1 and rest[0].low in lists["comparative"]:
        earlier = [w for w in sentence if w.start < words[0].start]
        noun = next((b for a, b in pairwise(earlier) if a.low in lists["comparative"] and b.part == "noun"), None)
        return (*words, noun) if noun else tuple(words)
    return tuple(words)


def with_counted(acts: list[Word], sentence: Sequence[Word]) -> list[Word]:
    """A predicate that ends in a bare number, with what the sentence counted before: "there were more than 300"."""
    if len(acts) < 2 or acts[-1].part != "number" or acts[0].lemma != "be":
        return acts
    noun = _counted([w for w in sentence if w.end <= acts[0].start])
    return [*acts, noun] if noun else acts


def _counted(words: Sequence[Word]) -> Word | None:
    """The last plural noun right after a number."""
    lists = lexicon().lists
    for a, b in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        plural = b.part == "noun" and b.low.endswith("s") and not b.low.endswith(_NOT_PLURAL)
        plural = plural or b.low in lists["plural_noun"]
        if plural and (a.low in lists["number_word"] or a.part == "number"):
            return b
    return None
