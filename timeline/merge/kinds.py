"""What kind of happening it is, from the words that tell it: a family of words, and its lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline import languages
from timeline.merge.words import Word, lexicon, stem


@dataclass(frozen=True, slots=True)
class Family:
    """Words that tell the same sort of happening. ``once``: it befalls one person or thing a single time."""

    id: str
    lane: str
    once: bool
    verbs: frozenset[str]
    nouns: frozenset[str]
    kin: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinds:
    """All families, with look-up by verb and by noun."""

    families: tuple[Family, ...]
    by_verb: Mapping[str, Family]
    by_noun: Mapping[str, Family]


OTHER = Family("", "Other", False, frozenset(), frozenset(), frozenset())


@cache
def kinds(language: str = "en") -> Kinds:
    """The families of ``kinds.toml``."""
    data = languages.load(language, "kinds")
    kin: dict[str, set[str]] = {}
    for one, others in data.get("same", {}).items():
        for other in others:
            kin.setdefault(one, set()).add(other)
            kin.setdefault(other, set()).add(one)
    families = tuple(
        Family(
            f["id"],
            f["lane"],
            bool(f.get("once")),
            frozenset(f["verbs"].split()),
            frozenset(f["nouns"].split()),
            frozenset(kin.get(f["id"], ())),
        )
        for f in data["family"]
    )
    by_verb: dict[str, Family] = {}
    by_noun: dict[str, Family] = {}
    for family in families:
        for word in family.verbs:
            by_verb.setdefault(word, family)
        for word in family.nouns:
            by_noun.setdefault(word, family)
    return Kinds(families, by_verb, by_noun)


def family_of(lemma: str, predicate: Sequence[Word], subject: Sequence[Word] = ()) -> Family:
    """The family of a happening: its verb's, and where that says little, that of the first noun that has one."""
    known = kinds()
    verb = known.by_verb.get(lemma)
    lists = lexicon().lists
    says_little = lemma in lists["light"] or lemma in lists["stative"] or lemma in lists["reporting"] or not lemma
    if verb is not None and not says_little:
        return verb
    for words in (predicate, subject):
        for word in words:
            if word.part in ("noun", "name"):
                noun = known.by_noun.get(stem(word.low)) or known.by_noun.get(word.low)
                if noun is not None:
                    return noun
            elif word.part in ("base", "ing", "participle", "past") and says_little and word.lemma != lemma:
                other = known.by_verb.get(word.lemma)
                if other is not None:
                    return other
    return verb or OTHER
