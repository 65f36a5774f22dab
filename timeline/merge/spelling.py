"""How English verbs are spelled: forms of a regular verb, and the verb of a form that is in no list."""

from __future__ import annotations

_VOWELS = tuple("aeiou")


def consonant_y(word: str) -> bool:
    """Whether the word ends in a "y" that becomes "i": "carry", but not "stay"."""
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def third_person_of(lemma: str) -> str:
    """The present of a verb with a single subject: "visit" gives "visits"."""
    if consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def lemma_of_past(word: str) -> str:
    """The lemma of a regular past that is in no list, by its spelling."""
    short = word[:-2]
    if len(short) < 2:
        return word  # a name: "Ned"
    if short.endswith("i"):
        return short[:-1] + "y"
    if short[-1] == short[-2] and short[-1] not in "lsz":
        return short[:-1]
    return short + "e" if _lost_e(short) else short


PLURALS = ("ions", "ings", "ments", "ers", "ors", "ists", "ties", "ights")
"""Ends of words that are plurals and no names."""

_BEFORE_E = {
    "c": "abcdefghijklmnopqrstuvwxyz",
    "u": "abcdefghijklmnopqrstuvwxyz",
    "v": "abcdefghijklmnopqrstuvwxyz",
    "l": "bcdfgkptz",
    "s": "abcdefghijklmnopqrtuvwxyz",
    "z": "abcdefghijklmnopqrsuvwxy",
    "g": "abcdefghijklmopqrtuvxyz",
}
"""Last letters of what "-ed" leaves, each with those before it behind which the verb has an "e"."""


def _lost_e(short: str) -> bool:
    """Whether a verb lost an "e" before its "-ed": "danc", "migrat" and "nurs" did, "butcher" and "treat" not."""
    third, second, last = short[-3:-2], short[-2], short[-1]
    if last not in "rt":
        return second in _BEFORE_E.get(last, "")
    alone = second in _VOWELS and third not in _VOWELS
    return alone and (second != "e" if last == "r" else second == "a" and len(short) > 4)
