"""The person whom a text speaks of at a place: a shallow look, for "his death" and "at the age of 30".

A name is taken for a person's by its title, by a first name, or where a verb of the past follows it. Where two
persons could be meant, both are named, and the caller lets what is dated decide, or leaves it open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.languages import load
from timeline.model import Document, Found

TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
OWNED = re.compile(r"[’']s?$")
LINK = re.compile(r"\.? |\. ?| [\"“(]|[\"”)] ")  # what stands between the words of one name
LIFE = re.compile(r" \((?:born |b\. ?)?[^()]{0,60}\d{3,4}[^()]{0,60}\)|, [1-9]\d,")  # behind a person's name
BRACKET = re.compile(r"\((?:(r\.|reigned|ruled) ?)?$")
SENTENCES_BACK = 3  # how far back a pronoun may look
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
def _places(language: str = "en") -> frozenset[str]:
    """States, peoples and capitals, which are no persons."""
    words: set[str] = set()
    for table in load(language, "countries").values():
        for name, (others, peoples, capitals) in table.items():
            words.update(part.lower() for one in (name, *others, *peoples, *capitals) for part in one.split())
    return frozenset(words)


@lru_cache(maxsize=32)
def people_in(text: str) -> People:
    """The persons named in the text."""
    found = tuple(_names(text))
    names = {one.name for one in found}
    words = (OWNED.sub("", token[0]).lower() for token in TOKEN.finditer(text) if token[0][0].isupper())
    often = Counter(word for word in words if word in names).most_common(2)
    main = None
    if often and often[0][1] >= OFTEN and (len(often) == 1 or often[0][1] >= 2 * often[1][1]):
        main = often[0][0]
    return People(found, main)


def _names(text: str) -> list[Named]:
    no_name = words_in("happenings", "no_name")
    tokens = list(TOKEN.finditer(text))
    found: list[Named] = []
    sure: set[str] = set()
    maybe: list[Named] = []
    at = 0
    while at < len(tokens):
        if not tokens[at][0][0].isupper() or tokens[at][0].lower() in no_name:
            at += 1
            continue
        first = at
        while at + 1 < len(tokens) and tokens[at + 1][0][0].isupper() and not OWNED.search(tokens[at][0]):
            if not LINK.fullmatch(text[tokens[at].end() : tokens[at + 1].start()]):
                break
            at += 1
        run = [OWNED.sub("", token[0]).lower() for token in tokens[first : at + 1]]
        before = tokens[first - 1][0].lower() if first else ""
        after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        at += 1
        kind = _kind(run, before, after, bracket=LIFE.match(text, tokens[at - 1].end()) is not None)
        if kind is None:
            continue
        end = tokens[at - 1]
        one = Named(tokens[first].start(), end.end(), run[-1], kind[1], OWNED.search(end[0]) is not None)
        if kind[0]:
            sure.add(one.name)
            found.append(one)
        else:
            maybe.append(one)
    found += maybe
    return sorted(found, key=lambda one: one.start)


def _kind(run: list[str], before: str, after: str, *, bracket: bool) -> tuple[bool, bool | None] | None:
    """Whether the words are surely a person's name, and a woman's; None where they aren't a person's."""
    if any(word in words_in("titles", "thing") or word in _places() for word in run):
        return None
    months = load("en", "words")["months"]
    if run[-1] in months or run[-1] in load("en", "words")["weekdays"] or len(run[-1]) < 2:
        return None
    titles = words_in("titles", "person")
    titled = [word for word in (before, *run[:-1]) if word in titles]
    female = any(w in words_in("titles", "female") for w in titled) or run[0] in words_in("titles", "female_names")
    male = any(w in words_in("titles", "male") for w in titled) or run[0] in words_in("titles", "male_names")
    gender = None if female == male else female
    if titled or (gender is not None and len(run) > 1):
        return (True, gender) if run[-1] not in titles else None
    if gender is not None or (after and after.islower() and is_past(after)):
        return False, gender
    if len(run) > 1 and bracket:
        return False, None
    return None


def named_at(text: str, found: Found) -> str | None:
    """The name of whose age the found words tell, where it stands in them, or right before or behind them."""
    people = people_in(text)
    for one in people.named[max(0, bisect_right(people.named, found.start, key=lambda one: one.start) - 1) :]:
        if one.start > found.end + 2:
            break
        gap = text[found.end : one.start] if one.start >= found.end else text[one.end : found.start]
        if found.start <= one.start < found.end or (gap.strip() in {"", ","} and not one.owns):
            return one.name
    return None


def stands_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands alone in brackets, or with the word for a reign."""
    return text[end : end + 1] == ")" and BRACKET.search(text[max(0, start - 12) : start]) is not None


def in_brackets(text: str, start: int, end: int) -> tuple[str, bool] | None:
    """The person behind whose name ``text[start:end]`` alone stands in brackets, and whether as a reign, not a life."""
    opening = BRACKET.search(text[max(0, start - 12) : start])
    if opening is None or text[end : end + 1] != ")":
        return None
    named = people_in(text).named
    number = bisect_right(named, start, key=lambda one: one.start) - 1
    if number < 0 or text[named[number].end : start].strip() != opening[0].strip():
        return None
    return named[number].name, bool(opening[1])


def _is_female(pronoun: str) -> bool | None:
    """Whether a pronoun means a woman; None where it doesn't tell."""
    female = pronoun in words_in("cues", "female")
    return female if female or pronoun in words_in("cues", "male") else None


def spoken_of(document: Document, at: int, pronoun: str = "") -> frozenset[str]:
    """The last names (lower case) of whom the text may speak at ``at``; ``pronoun`` tells a woman from a man."""
    people = people_in(document.text)
    female = _is_female(pronoun.lower())
    fitting = [one for one in people.named if one.start < at and (female is None or one.female in {female, None})]
    number = bisect_right(document.sentences, at, key=lambda span: span.start) - 1
    for back in range(SENTENCES_BACK + 1):
        if number - back < 0:
            break
        span = document.sentences[number - back]
        here = [one for one in fitting if span.start <= one.start < span.end]
        acting = [one for one in here if not one.owns] or here
        if acting:
            sure = [one for one in acting if female is not None and one.female is female] or acting
            return frozenset(one.name for one in sure)
    return frozenset((people.main,)) if people.main else frozenset()
