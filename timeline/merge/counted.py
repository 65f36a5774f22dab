"""A count of happenings with a date for each, "two wars, 1812–14 and 1831–33": the first war and the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.merge.shapes import Clause
from timeline.merge.words import Word, lexicon, ordinals, stem

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def counted(words: Sequence[Word], start: int) -> Clause | None:
    """The one of several counted happenings that the date at the character ``start`` dates; None where none are.

    "Three wars between Rome and Carthage, 264–241, 218–201 and 149–146": each date takes its place in the row.
    """
    for i, word in [(i, word) for i, word in enumerate(words) if word.low in _NUMBERS]:
        noun = next((k for k in range(i + 1, min(i + 4, len(words))) if _is_plural_happening(words[k])), None)
        if noun is None or any(w.part not in ("noun", "name") for w in words[i + 1 : noun]):
            continue
        end = next((k for k in range(noun + 1, len(words)) if words[k].part == "time" or words[k].text in "(,:"), None)
        dates = _row(words, end) if end is not None else []
        mine = next((n for n, date in enumerate(dates) if date[0] <= start < date[1]), None)
        if end is not None and mine is not None and len(dates) == _NUMBERS[word.low]:
            rank = next(word for word, n in ordinals().items() if n == mine + 1)
            first = replace(word, text=rank, low=rank, part="adv")
            one = replace(words[noun], text=stem(words[noun].low))
            return Clause((), (first, *words[i + 1 : noun], one, *_tail(words[noun + 1 : end])), "", "noun")
    return None


def _is_plural_happening(word: Word) -> bool:
    root = stem(word.low)
    return word.part == "noun" and root != word.low and root in lexicon().lists["happenings"]


def _tail(words: Sequence[Word]) -> Sequence[Word]:
    """What says more of the happenings, without the small words that lead into the dates."""
    end = len(words)
    while end and words[end - 1].part in ("prep", "and", "det"):
        end -= 1
    return words[:end]


def _row(words: Sequence[Word], begin: int) -> list[tuple[int, int]]:
    """The dates that stand in a row from ``begin`` on, parted by commas and "and" only, as starts and ends."""
    out: list[tuple[int, int]] = []
    fresh = True
    for word in words[begin:]:
        if word.part == "time" and not fresh:
            out[-1] = (out[-1][0], word.end)
        elif word.part == "time":
            out.append((word.start, word.end))
            fresh = False
        elif word.text in ",(:" or word.part == "and" or word.low in lexicon().lists["before_date"]:
            fresh = True
        else:
            break
    return out
