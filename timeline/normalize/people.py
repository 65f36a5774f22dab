"""The person whom a text speaks of at a place: a shallow look, for "his death" and "at the age of 30".

A name is taken for a person's by its title, by a first name, or where a verb of the past follows it. Where two
persons could be meant, both are named, and the caller lets what is dated decide, or leaves it open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import attrgetter

from timeline.languages import load
from timeline.model import Document, Found

TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
PARTS = re.compile(f"({TOKEN.pattern})")
OWNED = re.compile(r"[’']s?$")
LINK = re.compile(r"\.? |\. ?| [\"“(]|[\"”)] ")  # what stands between the words of one name
LIFE = re.compile(r" \((?:born |b\. ?)?[^()]{0,60}\d{3,4}[^()]{0,60}\)|, [1-9]\d,")  # behind a person's name
BRACKET = re.compile(r"\((?:(r\.|reigned|ruled) ?)?$")
SENTENCES_BACK = 3  # how far back a pronoun may look
SHORTENED = 5  # letters: a longer title is written in full
OFTEN = 3  # times that the person whom a whole text is about must be named


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name where it stands: the last word of it, whether a woman's or a man's, and whether it only owns."""

    start: int
    end: int
    name: str
    female: bool | None
    owns: bool


@dataclass(frozen=True, slots=True)
class People:
    """The persons that a text names, in order, and the one whom all of it is about, if any."""

    named: tuple[Named, ...]
    main: str | None


@cache
def words_in(file: str, key: str, language: str = "en") -> frozenset[str]:
    """The words of a list in one of the language's files."""
    value = load(language, file)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def past_forms(language: str = "en") -> frozenset[str]:
    """The past forms of irregular and short verbs."""
    verbs = load(language, "verbs")
    rows = verbs["irregular"].replace("\n", "|").split("|")
    return frozenset((*(form for row in rows for form in row.split()[1:]), *verbs["short_past"].split()))


@lru_cache(maxsize=1 << 14)
def is_past(word: str) -> bool:
    """Whether the word looks like the past of a verb."""
    return word in past_forms() or (len(word) > 4 and word.endswith(load("en", "guards")["past_ending"]))


@cache
def words_of_places(language: str = "en") -> frozenset[str]:
    """States, peoples and capitals, which are no persons."""
    words: set[str] = set()
    for table in load(language, "countries").values():
        for name, (others, peoples, capitals) in table.items():
            words.update(part.lower() for one in (name, *others, *peoples, *capitals) for part in one.split())
    return frozenset(words)


@cache
def _no_persons() -> frozenset[str]:
    """Words that no person's name has in it."""
    return words_of_places() | words_in("titles", "thing")


@cache
def _no_names() -> frozenset[str]:
    """Words that end no person's name."""
    words = load("en", "words")
    return frozenset((*words["months"], *words["weekdays"]))


@lru_cache(maxsize=1 << 14)
def without_owner(token: str) -> str:
    """The word in lower case, without its "'s"."""
    return OWNED.sub("", token).lower()


@lru_cache(maxsize=32)
def people_in(text: str) -> People:
    """The persons named in the text."""
    parts = PARTS.split(text)  # what stands between two words, a word, what stands between two …
    found = tuple(_names(text, parts))
    names = {one.name for one in found}
    capitals = (without_owner(token) for token in parts[1::2] if token[0].isupper())
    often = Counter(low for low in capitals if low in names).most_common(2)
    main = None
    if len(names) == 1 and found[0].female is not None:
        main = found[0].name
    elif often and often[0][1] >= OFTEN and (len(often) == 1 or often[0][1] >= 2 * often[1][1]):
        main = often[0][0]
    return People(found, main)


def _names(text: str, parts: Sequence[str]) -> Iterator[Named]:
    """The persons' names in a text, which is cut into its words and what stands between them."""
    no_name = words_in("happenings", "no_name")
    ends = tuple(accumulate(map(len, parts)))
    last = len(parts) - 2
    at = -1
    for first in range(1, len(parts), 2):
        if first <= at or not parts[first][0].isupper() or parts[first].lower() in no_name:
            continue
        at = first
        while at < last and parts[at + 2][0].isupper() and not OWNED.search(parts[at]):
            if not LINK.fullmatch(parts[at + 1]) or parts[at + 2].lower() in no_name:
                break
            if "." in parts[at + 1] and len(parts[at]) > SHORTENED:
                break  # "in Ostrow. Karl": a sentence ends
            at += 2
        run = [without_owner(token) for token in parts[first : at + 1 : 2]]
        before = parts[first - 2].lower() if first > 1 else ""
        if len(before) > SHORTENED and "." in parts[first - 1]:
            before = ""  # "was a painter. Born in Ostrow": the title belongs to the sentence before
        after = parts[at + 2] if at < last else ""
        is_person, female = _kind(run, before, after, text, ends[at])
        if is_person:
            yield Named(ends[first - 1], ends[at], run[-1], female, OWNED.search(parts[at]) is not None)


def _kind(run: list[str], before: str, after: str, text: str, end: int) -> tuple[bool, bool | None]:
    """Whether the words that end at ``end``, between two others, are a person's name, and whether a woman's."""
    if not _no_persons().isdisjoint(run) or run[-1] in _no_names() or len(run[-1]) < 2:
        return False, None
    titles = words_in("titles", "person")
    titled = [word for word in (before, *run[:-1]) if word in titles]
    female = run[0] in words_in("titles", "female_names") or not words_in("titles", "female").isdisjoint(titled)
    male = run[0] in words_in("titles", "male_names") or not words_in("titles", "male").isdisjoint(titled)
    gender = None if female == male else female
    if titled or (gender is not None and len(run) > 1):
        return run[-1] not in titles, gender
    if gender is not None or (after and after.islower() and is_past(after)):
        return True, gender
    return len(run) > 1 and LIFE.match(text, end) is not None, None


def named_at(text: str, found: Found) -> str | None:
    """The name of whose age the found words tell, where it stands in them, or right before or behind them."""
    people = people_in(text)
    for one in people.named[max(0, bisect_right(people.named, found.start, key=attrgetter("start")) - 1) :]:
        if one.start > found.end + 2:
            break
        gap = text[found.end : one.start] if one.start >= found.end else text[one.end : found.start]
        if found.start <= one.start < found.end or (gap.strip() in {"", ","} and not one.owns):
            return one.name
    return None


def opening_bracket(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands before ``text[start:end]`` if that is alone in brackets; group 1 is the word for a reign."""
    return BRACKET.search(text[max(0, start - 12) : start]) if text[end : end + 1] == ")" else None


def named_before(text: str, start: int, between: str) -> str | None:
    """The person whose name stands before ``start``, with only ``between`` in between."""
    named = people_in(text).named
    number = bisect_right(named, start, key=attrgetter("start")) - 1
    if number < 0 or text[named[number].end : start].strip() != between.strip():
        return None
    return named[number].name


def _is_female(pronoun: str) -> bool | None:
    """Whether a pronoun means a woman; None where it doesn't tell."""
    female = pronoun in words_in("cues", "female")
    return female if female or pronoun in words_in("cues", "male") else None


def spoken_of(document: Document, at: int, pronoun: str = "") -> frozenset[str]:
    """The last names (lower case) of whom the text may speak at ``at``; ``pronoun`` tells a woman from a man."""
    people = people_in(document.text)
    female = _is_female(pronoun.lower())
    number = bisect_right(document.sentences, at, key=attrgetter("start")) - 1
    for back in range(SENTENCES_BACK + 1):
        if number - back < 0:
            break
        span = document.sentences[number - back]
        first, last = (
            bisect_left(people.named, side, key=attrgetter("start")) for side in (span.start, min(span.end, at))
        )
        here = [one for one in people.named[first:last] if female is None or one.female in {female, None}]
        acting = [one for one in here if not one.owns] or here
        if acting:
            sure = [one for one in acting if female is not None and one.female is female] or acting
            return frozenset(one.name for one in sure)
    return frozenset((people.main,)) if people.main else frozenset()
