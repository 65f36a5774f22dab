"""Words that may tell of the same thing: their stems, and the families that a language's data tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import Literal

from timeline.languages import load
from timeline.model.record import record
from timeline.normalize.people import TOKEN, is_past, without_owner, words_in
from timeline.normalize.words import phrases

WORD = re.compile(r"[^\W\d_]+")
PLAIN_NEXT = re.compile(r"[ \t\u00a0]([^\W\d_]+)")


@record
class Word:
    """A word where it stands, in lower case, with its stem and families.

    ``modifies``: another noun follows, so that it says only of what kind that is ("the landing craft").
    """

    start: int
    low: str
    keys: frozenset[str]
    pronoun: bool
    modifies: bool

    @property
    def who(self) -> str:
        """The word; for all forms of "he" and "she" one of their own."""
        return person_of(self.low)


def person_of(word: str) -> str:
    """The word; for all forms of "he" and "she" one of their own."""
    for gender in ("male", "female"):
        if word in words_in("cues", gender):
            return gender
    return word


@cache
def stem(word: str) -> str:
    """The word without its usual endings; only for comparing words with each other."""
    word = word.lower()
    for ending in phrases()["stems"]["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(filter(None, map(_stem_if_telling, WORD.findall(text))))


@lru_cache(maxsize=1 << 14)
def _stem_if_telling(word: str) -> str:
    """The stem of a word that carries meaning, else ""."""
    return stem(word) if len(word) > 2 and word.lower() not in phrases()["stems"]["empty"] else ""


@cache
def _families(language: str = "en") -> dict[str, tuple[str, ...]]:
    """The families of each word, named by their first word."""
    of: dict[str, list[str]] = {}
    for line in load(language, "happenings")["families"].strip().splitlines():
        words = line.split()
        for word in words:
            of.setdefault(word, []).append(words[0].upper())
    return {word: tuple(names) for word, names in of.items()}


@cache
def keys_of(word: str) -> frozenset[str]:
    """The families of a word (lower case), else its stem."""
    families = _families().get(word)
    return frozenset(families) if families else frozenset((stem(word),))


def words_of_text(text: str, offset: int = 0) -> Iterator[Word]:
    """The words of ``text`` that carry meaning, and its pronouns; ``offset`` is where it stands."""
    suffered = words_in("happenings", "suffered")
    suffering = words_in("happenings", "suffering")
    before = ""
    for match in TOKEN.finditer(text):
        low, keys, says = _looked_at(match[0])
        if low in suffered and before in suffering:
            keys |= keys_of("death")
        if low not in words_in("happenings", "passed_over"):
            before = low
        if says == "who":
            yield Word(offset + match.start(), low, frozenset(), pronoun=True, modifies=False)
        elif says:
            yield Word(offset + match.start(), low, keys, pronoun=False, modifies=_modifies(text, match.end(), low))


def words_within(text: str) -> set[str]:
    """The words of ``text`` in lower case, cut at hyphens and apostrophes."""
    return set(WORD.findall(text.lower()))


def words_with(key: str, words: Sequence[str]) -> Iterator[str]:
    """The words, so cut, that may have the stem, or be of the family, ``key``: of ``words``, in order, and others."""
    begun = takewhile(lambda word: word.startswith(key), islice(words, bisect_left(words, key), None))
    yield from (word for word in begun if key in keys_of(word))
    yield from (WORD.findall(word)[0] for word in (key, *_members().get(key, ())))


@cache
def _members() -> Mapping[str, Set[str]]:
    """The words of each family; those of whom something was done to are of that of "death" too ("was shot")."""
    members: dict[str, set[str]] = {key: set(words_in("happenings", "suffered")) for key in keys_of("death")}
    for word, families in _families().items():
        for family in families:
            members.setdefault(family, set()).add(word)
    return members


def tells_past(text: str) -> bool:
    """Whether a word of ``text`` that carries meaning looks like the past of a verb."""
    return any(says and is_past(low) for low, _, says in map(_looked_at, TOKEN.findall(text)))


@lru_cache(maxsize=1 << 14)
def _looked_at(token: str) -> tuple[str, frozenset[str], Literal["", "who", "what"]]:
    """A word in lower case without its "'s", its keys, and what it says: who, what, or nothing."""
    low = without_owner(token)
    if low in words_in("happenings", "pronouns"):
        return low, keys_of(low), "who"
    return low, keys_of(low), "what" if len(low) > 2 and low not in phrases()["stems"]["empty"] else ""


def _modifies(text: str, end: int, low: str) -> bool:
    following = PLAIN_NEXT.match(text, end)
    return following is not None and not is_past(low) and _may_name(following[1])


@lru_cache(maxsize=1 << 14)
def _may_name(word: str) -> bool:
    """Whether a word may be a noun, by all that is known of others."""
    if not word.islower() or word in _function_words() or is_past(word) or word.endswith(("ing", "ly")):
        return False
    return not (word.endswith("s") and word.removesuffix("s").removesuffix("e") in _verbs())


@cache
def _verbs(language: str = "en") -> frozenset[str]:
    """The verbs that are known, without a last e."""
    data = load(language, "verbs")
    irregular = [row.split()[0] for row in data["irregular"].replace("\n", "|").split("|") if row.split()]
    return frozenset(verb.removesuffix("e") for verb in (*data["regular"].split(), *irregular))


@cache
def _function_words(language: str = "en") -> frozenset[str]:
    guards = load(language, "guards")
    return frozenset(
        (
            *guards["clause"],
            *guards["linking"],
            *guards["plain"],
            *guards["determiners"],
            "of",
            "near",
            "off",
            "into",
            "over",
            "between",
            "without",
            "itself",
            "himself",
            "herself",
            "was",
            "were",
            "is",
            "off",
            "out",
            "down",
            "up",
        )
    )
