"""Two phrases for one thing, set apart by commas: the name is told, with what it is or without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.merge.words import Word, lexicon

_LONGEST_NAME = 5
"""Words that a name between commas may have."""


def named_by(subject: tuple[Word, ...], between: Sequence[Sequence[Word]]) -> tuple[Word, ...]:
    """The subject by the name that stands before its verb: "the office, NASA, began work", "a play, Nora, opened".

    ``between`` are the phrases between the subject and its verb. A name alone replaces a definite phrase, and goes with
    an indefinite one: "the play Nora". The subject stays as it is where it has a name, or no phrase is one.
    """
    last = [w for w in between[-1] if w.text != ","] if between else []
    is_name = 0 < len(last) <= _LONGEST_NAME and all(_in_name(w) for w in last)
    is_name = is_name and last[0].part == last[-1].part == "name"
    if not is_name or any(w.part == "name" for w in subject) or subject[0].part != "det":
        return subject
    if subject[0].low not in lexicon().lists["indefinite_article"]:
        return tuple(last)
    return (replace(subject[0], text="The", low="the"), *subject[1:], *last)


def _in_name(word: Word) -> bool:
    lists = lexicon().lists
    small = word.low in lists["in_names"] or word.low in lists["joins_thing"]  # "Clara of Graz"
    return word.part in ("name", "number") or small or word.text in ".-"


def name_before(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """The name that the phrase at the character ``start`` says more of: "they saw Lund, on the coast, a town that ...".

    Empty where no name stands before the comma, at most one phrase of place lying between.
    """
    i = next((k for k, w in enumerate(words) if w.start == start), 0)
    if i < 2 or words[i - 1].text != ",":
        return ()
    end = i - 1
    if words[end - 1].part != "name" or _place_between(words, end):
        end = next((k for k in range(end - 1, 0, -1) if words[k].text == ","), 0)
    begin = end
    while begin > 0 and words[begin - 1].part == "name":
        begin -= 1
    return tuple(words[begin:end])


def _place_between(words: Sequence[Word], end: int) -> bool:
    """Whether what stands before the comma at ``end`` is a phrase of place between commas: ", near Rome, a town"."""
    begin = next((k for k in range(end - 1, -1, -1) if words[k].text == ","), -1)
    return begin > 0 and any(w.part == "prep" for w in words[begin + 1 : begin + 3])
