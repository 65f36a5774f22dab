"""Where a line that is too long may be cut: before a phrase or a clause, so that what stands before it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from timeline.merge.words import lexicon, listed

_MARKS = " ,;:.!?\"“”'’()"


_PARTING = ("", ",", ";", ":")
"""Ends of a word behind which a phrase may be over; an empty one is what an extra space leaves."""

REACH = 4
"""Times the length of a headline that is looked at for where to cut: nothing behind that says what stays."""

_OF_WHAT = ("to", "of", "about")
"""Words that lead into what is told: "told him of it"."""

_LEAST, _LEAST_CLAUSE = 6, 4
"""Words that what is left must have where a phrase is left out, and where a whole clause is."""


def cut(text: str, most: int, words: int, keep: int = 0) -> str:
    """The longest whole beginning of ``text`` with at most ``most`` characters and ``words`` words.

    It has at least ``keep`` characters; empty where there is no such border.
    """
    tokens = text[: REACH * most].split(" ")
    line = _Line(tokens, [_low(token) for token in tokens])
    ends = list(accumulate((len(token) + 1 for token in tokens), initial=0))
    for i in range(min(words, len(tokens) - 1), _LEAST_CLAUSE - 1, -1):
        before = text[: ends[i]].rstrip(" ,;:")
        if len(before) < keep:
            break
        if len(before) > most or (i < _LEAST and not line.leads_clause(i)):
            continue
        if line.is_border(i) and not line.needs_more(i) and line.is_whole(i):
            return before
    return ""


class _Line:
    """The words of a line: as they stand, in small letters without marks, and by their lemmas."""

    def __init__(self, tokens: Sequence[str], lows: Sequence[str]) -> None:
        self._tokens, self._lows = tokens, lows
        self._knows = lexicon()

    @cached_property
    def _lemmas(self) -> Sequence[str]:
        return [_lemma(low) for low in self._lows]

    def _after_mark(self, i: int) -> bool:
        return self._tokens[i - 1][-1:] in _PARTING

    def leads_clause(self, i: int) -> bool:
        """Whether word ``i`` begins a clause, and no mere phrase: ", which", "and he", "to win"."""
        low = self._lows[i]
        return self._after_mark(i) or self._knows.parts.get(low) == "and" or low == "to"

    def is_border(self, i: int) -> bool:
        """Whether a phrase or a clause that can be left out begins with word ``i``."""
        lists, parts = self._knows.lists, self._knows.parts
        low = self._lows[i]
        after = self._lows[i + 1] if i + 1 < len(self._lows) else ""
        if self._after_mark(i):
            return not self._in_list(i)
        if low in lists["binds"]:
            return False
        if parts.get(low) == "and":
            return low == "but" or _is_verb(after) or after in lists["subject_pronoun"]
        if low == "to" and after in self._knows:
            # "met the king to open the gate", but not "asked the king to open the gate"
            return lists["object_and_to"].isdisjoint(self._lemmas[:i])
        if low == "that" and not listed("reporting", "object_and_to").isdisjoint(self._lemmas[:i]):
            return False
        if parts.get(low) == "adv":
            return i + 1 == len(self._lows) and low not in lists["particle"]  # "they might sail north | together"
        return parts.get(low) in ("prep", "sub", "rel") or low in lists["relative"]

    def needs_more(self, i: int) -> bool:
        """Whether the verb before word ``i`` needs what is cut off: where it was put, where one went, what was told.

        "Anna set her foot | on the island", "they might go | to Lund", "Otto told the king | that he was ill".
        """
        lists, parts, lows, lemmas = self._knows.lists, self._knows.parts, self._lows, self._lemmas
        leads = parts.get(lows[i]) in ("prep", "to")
        if leads and lemmas[i - 1] in lists["motion"] and _is_verb_form(lows[i - 1]):
            return True
        if lows[i] in lists["as"] and lemmas[i - 1] in lists["needs_as"]:
            return True
        put = next((k for k in range(i) if lemmas[k] in lists["putting"]), i)
        if leads and put < i and not any(parts.get(low) in ("prep", "to") for low in lows[put:i]):
            return True
        told = next((k for k in range(i) if lemmas[k] in lists["tells_content"]), i)
        if told == i or any(low in lists["content"] or low in _OF_WHAT for low in lows[told:i]):
            return False
        return any(low in lists["content"] or low == "to" for low in lows[i:])

    def _in_list(self, i: int) -> bool:
        """Whether the comma before word ``i`` parts members of a list: "Anna, Otto and Karl"."""
        following = self._lows[i : i + 4]
        ends = next((k for k, low in enumerate(following) if low in ("and", "or")), 0)
        return ends > 0 and not any(_is_verb(low) for low in following[: ends + 2])

    def is_whole(self, end: int) -> bool:
        """Whether nothing hangs loose at the end of the first words: no verb without its object, no clause without its
        verb.
        """
        lists, knows, lows = self._knows.lists, self._knows, self._lows
        last = lows[end - 1]
        before = lows[end - 2] if end > 1 else ""
        if last in listed("object_pronoun", "neuter") and _is_verb(before):
            return True  # "they refused it"
        if last in lists["pointing"] and (_is_verb(before) or before in lists["whole"]):
            return True  # "they burned all this"
        if last in knows and knows.parts.get(before) in ("prep", "det"):
            return True  # "asked for help"
        if knows.parts.get(last) not in (None, "adv") and last not in lists["particle"]:
            return False
        passive = end > 1 and before in lists["be"]
        if not passive and (_is_verb_form(last) or last in knows.ing):
            return False
        openers = listed("leads_dependent", "relative")
        as_what = [i for i in range(1, end) if lows[i] in lists["as"] and self._lemmas[i - 1] in lists["needs_as"]]
        borders = [0, *(i for i in range(end) if lows[i] in openers and i not in as_what), end]
        return all(any(map(_is_verb, lows[a:b])) for a, b in pairwise(borders) if b)


def _low(token: str) -> str:
    return token.strip(_MARKS).lower()


def _is_verb_form(low: str) -> bool:
    return low in lexicon() or _is_verb(low)


@lru_cache(maxsize=1 << 14)
def _lemma(low: str) -> str:
    knows = lexicon()
    return knows.past.get(low) or knows.participle.get(low) or knows.present.get(low) or knows.ing.get(low) or low


def has_verb(text: str) -> bool:
    """Whether one of the words can be a clause's verb."""
    return any(_is_verb(_low(token)) for token in text.split())


def _is_verb(low: str) -> bool:
    knows = lexicon()
    return low in knows.past or low in knows.present or knows.parts.get(low) == "aux" or low.endswith("ed")
