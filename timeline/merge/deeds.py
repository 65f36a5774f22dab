"""Who is a person by what a text tells: only people are born, are "who", are chairmen, or have the years of a life
behind a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import takewhile

from timeline.merge.doers import is_doer
from timeline.merge.words import Word, lexicon

_CALLED = 6
"""Words in which a name is said to be somebody's: ", the new chairman of"."""


def by_deeds(ends: Mapping[int, str], sentences: Sequence[Sequence[Word]], things: Set[str]) -> set[str]:
    """The names, by their ends, of which a text tells what only people do: they are born, they are "who".

    The years of a life in brackets at the head of a sentence show it as well: "Anna Holm (1850–1911) was a ...".
    """
    human = lexicon().lists["human"]
    people: set[str] = set()
    for words in sentences:
        for i in [i for i, word in enumerate(words) if word.end in ends]:
            after = [w for w in words[i + 1 : i + 5] if w.part not in ("aux", "adv") and w.text != ","]
            if _of_a_thing(words, i, things):
                continue
            if (after and after[0].low in human) or _has_life(words, i) or _is_called(words, i):
                people.add(ends[words[i].end])
    return people


def _of_a_thing(words: Sequence[Word], i: int, things: Set[str]) -> bool:
    """Whether a word for a thing stands right before the name that ends at ``i``: "a wig-maker of the rue Saint-Roch,
    who ..."."""
    while i > 0 and (words[i].part == "name" or words[i].text == "-"):
        i -= 1
    return words[i].low in things


def _is_called(words: Sequence[Word], i: int) -> bool:
    """ "Ron Holm, the new chairman,": whether the name that ends at word ``i`` is said to be one who does something."""
    rest = words[i + 1 : i + 2 + _CALLED]
    if len(rest) < 2 or rest[0].text != "," or _is_led_to(words, i):
        return False
    if rest[1].low in lexicon().lists["relation"] and len(rest) > 2 and rest[2].low == "of":
        return True  # "Weiss, son of a smith,"
    if rest[1].part != "det":
        return False
    phrase = list(takewhile(lambda w: w.part in ("det", "noun"), rest[1:]))
    behind = words[i + 2 + len(phrase)] if i + 2 + len(phrase) < len(words) else None
    closed = behind is not None and (behind.text in (",", ";", ".") or behind.low in lexicon().lists["joins_thing"])
    return closed and is_doer(phrase[-1])


def _is_led_to(words: Sequence[Word], i: int) -> bool:
    """Whether a small word leads to the name that ends at word ``i``: "in Lund, the home"."""
    while i > 0 and words[i].part == "name":
        i -= 1
    return words[i].part in ("prep", "to")


def _has_life(words: Sequence[Word], i: int) -> bool:
    """Whether two dates with a dash follow the name that ends at word ``i``, and then what somebody was."""
    if i + 1 >= len(words) or words[i + 1].text != "(":
        return False
    rest = words[i + 1 :]
    closes = next((k for k, w in enumerate(rest) if w.text == ")"), 0)
    if not closes or any(w.part != "name" for w in words[: i + 1]):
        return False
    inner, after = rest[1:closes], rest[closes + 1 : closes + 3]
    dated = all(w.part == "time" for w in inner) and any(w.text in "–—-" for w in inner)
    return dated and len(after) == 2 and after[0].lemma == "be" and after[1].low in lexicon().lists["article"]
