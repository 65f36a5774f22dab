"""What a small word stands for where no name does: "he" for "the governor", "it" for "a fund" just told of, "one".

Nothing is said where the noun could mean several, or could be something else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from timeline.merge.doers import is_doer
from timeline.merge.names import Name
from timeline.merge.rewording import Place, is_plural, join, without_dates
from timeline.merge.words import Word, lexicon, ordinals, stem

_PHRASE = frozenset({"det", "noun", "name", "number"})

_SHARE = 16
"""Characters that "all of", "three quarters of" may take before "them" at the head of a sentence."""

_NAMING = frozenset({"noun", "name"})


def somebody_before(pronoun: Word, place: Place) -> str:
    """ "The governor left. He ...": the definite person that heads the sentence before, or its own, further on.

    Of "a reporter saw it; he ..." it is the reporter. Empty where that is a name, a thing, or several.
    """
    inside = bool(place.own) and place.own[0].start < pronoun.start
    if not inside and pronoun.start != place.head:
        return ""
    phrase = list(takewhile(lambda w: w.part in ("det", "noun"), place.own if inside else place.subject))
    whole = place.own if inside else place.subject
    if len(phrase) < 2 or phrase[0].part != "det" or (len(phrase) < len(whole) and whole[len(phrase)].part == "name"):
        return ""
    lists = lexicon().lists
    definite = phrase[0].low == "the" or (inside and phrase[0].low in lists["indefinite_article"])
    return f"the {join(phrase[1:])}" if definite and is_doer(phrase[-1]) and not is_plural(phrase) else ""


def is_owner(name: Name | None, gender: str, place: Place) -> bool:
    """ "Her uncle was held until he died": whether it is hers, whose uncle it is, and so not who "he" means."""
    lists, first = lexicon().lists, place.own[0] if place.own else None
    other = "f" if gender == "m" else "m"
    if name is None or first is None or first.low not in lists["possessive"]:
        return False
    if first.low not in lists["female" if other == "f" else "male"]:
        return False
    owner: Name | None = place.scene.person(first.start, place.since, other, place.subject)
    return owner == name


def told_of_here(pronoun: Word, place: Place) -> str:
    """ "The town opened a fund, and it ...": what the same sentence brought in before the pronoun.

    That is its subject ("a new bell was hung; it ..."), or what somebody's deed brought in. Empty for anything else.
    """
    if not place.own or place.own[0].start >= pronoun.start:
        return ""
    lists = lexicon().lists
    between = [w for w in place.words if place.own[0].start < w.start < pronoun.start]
    if any(w.low in lists["neuter"] or w.lemma in lists["reporting"] for w in between):
        return ""  # "a fire ruined it; it ...", "a sign says it was ..."
    nearer = _begun_with(between)
    if nearer:
        phrase = nearer
    elif place.own[0].low in lists["indefinite_article"]:
        phrase = list(takewhile(lambda w: w.part in _PHRASE, place.own))
    elif any(n.sort in ("person", "state") for n in place.scene.cast.at(w.start for w in place.own)):
        after = [w for w in place.words if place.own[-1].end <= w.start < pronoun.start]
        begin = next((i for i, w in enumerate(after) if w.low in lists["indefinite_article"]), len(after))
        if begin == 0 or begin == len(after) or after[begin - 1].part not in ("past", "participle"):
            return ""
        phrase = list(takewhile(lambda w: w.part in _PHRASE, after[begin:]))
        if any(w.low in lists["indefinite_article"] for w in after[begin + len(phrase) :]):
            return ""
    else:
        return ""
    named = len(phrase) > 1 and phrase[-1].part in _NAMING and not is_doer(phrase[-1])
    return f"the {join(phrase[1:])}" if named and not is_plural(phrase) else ""


def _begun_with(words: Sequence[Word]) -> list[Word]:
    """ "A lorry fell off it, and a hut was built there; it ...": what heads the last clause before the pronoun, if new.

    Empty where that clause is no passive, or doesn't begin with a new thing.
    """
    for i in range(len(words) - 2, 0, -1):
        if words[i].low in lexicon().lists["indefinite_article"]:
            phrase = list(takewhile(lambda w: w.part in _PHRASE, words[i:]))
            behind = words[i + len(phrase) :][:2]
            passive = len(behind) == 2 and behind[0].lemma == "be" and behind[1].part in ("past", "participle")
            return phrase if passive else []
    return []


def with_its_noun(words: Sequence[Word], place: Place) -> tuple[Word, ...]:
    """ "The mill burned down. A new one was built": the subject with its noun, "a new mill"; others as they are.

    So is "another" in the sentence that began with "a fire", and a number: "new silos were built, and a third was
    added".
    """
    lists = lexicon().lists
    lone = len(words) == 1 and words[0].low in lists["another"]
    if lone:
        own = place.own if place.own and place.own[0].low in lists["indefinite_article"] else ()
        told = tuple(takewhile(lambda w: w.part == "noun", own[1:]))
        if told and told[-1].end < words[0].start:
            return (*words, *told)
    opens = words[0].low in lists["indefinite_article"] | lists["another"] | {"the"} if words else False
    counted = lone or (opens and len(words) == 2 and words[1].low in ordinals())
    if not counted and (len(words) < 2 or words[-1].low != "one" or not opens):
        return tuple(words)
    subject = place.subject if words[0].start == place.head else place.own
    phrase = list(takewhile(lambda w: w.part in ("det", "noun"), subject))
    several = is_plural(phrase)
    if len(phrase) < 2 or phrase[0].part != "det" or (several and not counted) or len(phrase) > 3:
        return tuple(words)
    called = stem(phrase[-1].low) if several else join(phrase[1:])
    noun = replace(phrase[-1], text=called, start=words[-1].start, end=words[-1].end)
    return (*words, noun) if counted else (*words[:-1], noun)


def several_before(place: Place) -> str:
    """What "they" as a sentence's subject means: the subject of the sentence before, if that is a plain plural."""
    end = next((i for i, w in enumerate(place.subject) if w.part == "prep"), len(place.subject))
    subject = without_dates(place.subject[:end])
    plain = 0 < len(subject) < 7 and all(w.part in ("det", "noun", "name", "and", "number") for w in subject)
    if not plain or not is_plural(subject):
        return ""
    owned = subject[0].low in lexicon().lists["possessive"]
    return f"the {join(subject[1:])}" if owned else join(subject)


def shared_by(words: Sequence[Word], i: int, place: Place) -> str:
    """ "All of them were dismissed": the several of whom the sentence before tells; empty for other words."""
    of = i > 1 and words[i - 1].low == "of" and words[i].low in lexicon().lists["plural"]
    several = several_before(place) if of and words[i].start <= place.head + _SHARE else ""
    if not several:
        return ""
    bare = len(place.subject) == 1 and place.subject[0].part in ("noun", "name")
    unnamed = bare and not place.scene.cast.at([place.subject[0].start])
    low = several[:1].lower() + several[1:]
    return f"the {low}" if unnamed and not low.startswith("the ") else low  # "the first of the women"
