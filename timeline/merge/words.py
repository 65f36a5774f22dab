"""Words of a sentence with their places and their likely part in it: enough grammar to find who did what.

No model of the language: a list of verbs, a list of small words, and the shape of a word. What the lists don't
decide is left a noun.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal

from timeline import languages
from timeline.merge.contracted import decided, in_full, is_open
from timeline.merge.spelling import consonant_y, lemma_of_past, third_person_of
from timeline.merge.tokens import parted
from timeline.model.record import record

Part = Literal[
    "past", "participle", "present", "base", "ing", "aux", "to", "prep", "det", "pron", "and", "sub", "rel",
    "adv", "name", "number", "time", "noun", "mark",
]  # fmt: skip

VERBAL = frozenset({"past", "participle", "present", "base", "ing", "aux"})
"""Parts of speech that belong to a verb."""

_KEPT = 1 << 15
"""Words of which it is kept what they are."""

_NO_DATE = (sys.maxsize, sys.maxsize)
"""Where no date stands any more."""


@record
class Word:
    """A word or mark of a text: its place in the document, its text, its part of speech and its lemma."""

    start: int
    end: int
    text: str
    low: str
    part: Part
    lemma: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of a language, ready for look-up."""

    parts: Mapping[str, Part]
    past: Mapping[str, str]
    participle: Mapping[str, str]
    present: Mapping[str, str]
    ing: Mapping[str, str]
    base: frozenset[str]
    past_by_lemma: Mapping[str, str]
    participle_by_lemma: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.base


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The word lists of ``language``."""
    verbs, cues = languages.load(language, "verbs"), languages.load(language, "cues")
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    present: dict[str, str] = {}
    ing: dict[str, str] = {}
    base: set[str] = set()
    for entry in verbs["irregular"].replace("\n", " | ").split("|"):
        if entry.strip():
            lemma, was, done = entry.split()
            past[was], participle[done] = lemma, lemma
            base.add(lemma)
    for lemma in verbs["unchanged"].split():
        past[lemma] = participle[lemma] = lemma
        base.add(lemma)
    for lemma in verbs["regular"].split():
        stem = lemma[:-1] if lemma.endswith("e") else lemma[:-1] + "i" if consonant_y(lemma) else lemma
        for word in (stem + "ed", lemma + lemma[-1] + "ed"):
            past.setdefault(word, lemma)
            participle.setdefault(word, lemma)
        base.add(lemma)
    for lemma in verbs["past_alone"].split():
        was = lemma + ("d" if lemma.endswith("e") else "ed")
        past[was] = participle[was] = lemma
    for lemma in base:
        present[third_person_of(lemma)] = lemma
        stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
        for word in (stem + "ing", lemma + lemma[-1] + "ing"):
            ing.setdefault(word, lemma)
    past_by_lemma, participle_by_lemma = _by_lemma(past), _by_lemma(participle)
    kinds: tuple[tuple[Part, Iterable[str]], ...] = (
        ("adv", cues["adverb"].split()),
        ("sub", cues["subordinator"].split()),
        ("prep", cues["preposition"].split()),
        ("rel", cues["relative"].split()),
        ("and", cues["coordinator"].split()),
        ("pron", cues["object_pronoun"].split() + cues["subject_pronoun"].split()),
        ("det", cues["determiner"].split()),
        ("aux", verbs["auxiliary"].split()),
        ("to", ["to"]),
        ("noun", cues["indefinite"].split() + cues["left_open"].split()),
    )
    parts: dict[str, Part] = {}
    for part, words in kinds:
        parts.update(dict.fromkeys(words, part))
    lists = {
        key: frozenset(value.split())
        for source in (verbs, cues)
        for key, value in source.items()
        if isinstance(value, str) and key != "irregular"
    }
    families = {family["id"]: family["nouns"].split() for family in languages.load(language, "kinds")["family"]}
    lists["happenings"] = frozenset(noun.lstrip("=") for nouns in families.values() for noun in nouns)
    lists["agreements"] = frozenset(families["sign"])
    verbs_of = {family["id"]: family["verbs"].split() for family in languages.load(language, "kinds")["family"]}
    lists["agreement_verbs"] = frozenset(verbs_of["sign"]) | frozenset(verbs_of["renew"])
    lists["anniversaries"] = frozenset(families["anniversary"])
    return Lexicon(parts, past, participle, present, ing, frozenset(base), past_by_lemma, participle_by_lemma, lists)


@cache
def listed(*names: str) -> frozenset[str]:
    """The words of all these lists together."""
    lists = lexicon().lists
    return frozenset().union(*(lists[name] for name in names))


def _by_lemma(forms: Mapping[str, str]) -> dict[str, str]:
    """The first form of each lemma."""
    out: dict[str, str] = {}
    for word, lemma in forms.items():
        out.setdefault(lemma, word)
    return out


def words_of(
    text: str, start: int, end: int, dates: Sequence[tuple[int, int]] = (), language: str = "en"
) -> tuple[Word, ...]:
    """The words and marks of ``text[start:end]``, with their places in ``text``.

    Words inside one of the spans ``dates``, which come in order, are of the part ``time``: neither names nor verbs.
    """
    knows, settled = lexicon(language), _settled(language)
    pieces = parted(text[start:end])
    borders = list(accumulate(map(len, pieces), initial=start))
    texts = pieces[1::2]
    out: list[Word] = []
    ahead = iter(dates)
    first, last = next(ahead, _NO_DATE)
    for a, b, word in zip(borders[1::2], borders[2::2], texts, strict=False):
        low, part, lemma = settled[word]
        if a >= first:
            while last <= a:
                first, last = next(ahead, _NO_DATE)
            if first <= a and b <= last:
                part, lemma = "time", low
        if part is None:
            before = out[-1] if out else None
            if before is not None and before.part == "adv" and len(out) > 1 and out[-2].part in ("aux", "to"):
                before = out[-2]  # "did not elect"
            after = texts[len(out) + 1] if len(out) + 1 < len(texts) else ""
            said = word
            if is_open(low):
                low = said = decided(low, after, after in knows.base and after not in knows.participle)
            part, lemma = _read(knows, said, low, before, after)
            if part == "present" and before is not None and before.text == "," and _only_a_date(out):
                part = "noun"  # "in 1950, volunteers on ...": the date opens the sentence
        out.append(Word(a, b, word, low, part, lemma))
    return tuple(out)


class _Settled(dict[str, tuple[str, Part | None, str]]):
    """For each word what it is between any neighbours. Kept, since most words of a text come again and again."""

    def __init__(self, language: str) -> None:
        self._knows = lexicon(language)

    def __missing__(self, word: str) -> tuple[str, Part | None, str]:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = found = _alone(self._knows, word)
        return found


@cache
def _settled(language: str) -> _Settled:
    return _Settled(language)


def _alone(knows: Lexicon, word: str) -> tuple[str, Part | None, str]:
    """A word in small letters, with the part of speech and the lemma that it has between any neighbours; None where
    these decide.
    """
    low = in_full(word)
    listed = knows.parts.get(low)
    verbal = low in knows.past or low in knows.participle or low in knows.ing or low.endswith("ed")
    if word[0].isalnum() and not word[0].isdigit() and word != "I":
        may_say_how = low in knows.lists["most"] or (listed == "sub" and low in knows.lists["adverb"])
        bare = low in knows.present or low in knows.base
        if word[0].isupper():
            open_ = verbal or listed is not None
        else:
            open_ = may_say_how or (listed is None and (verbal or bare))
        if open_:
            return low, None, low
    return (low, None, low) if is_open(low) else (low, *_read(knows, word, low, None, ""))


def _only_a_date(words: Sequence[Word]) -> bool:
    """Whether nothing but a date and small words stand there."""
    dated = any(w.part == "time" for w in words)
    return dated and all(w.part in ("time", "mark", "prep", "adv", "det", "number") for w in words)


def _read(knows: Lexicon, word: str, low: str, before: Word | None, after: str) -> tuple[Part, str]:
    """The part of speech and the lemma of a word, ``low`` in small letters and in full, between its neighbours."""
    if not word[0].isalnum() and low not in knows.parts:
        return "mark", low
    if word[0].isdigit():
        return "number", low
    if word == "I":
        return "pron", low
    follows = knows.parts.get(after.lower())
    first = before is None or before.text in '.:;—–“"‘('
    if word[0].isupper():
        if first and low.endswith("ed") and follows in ("prep", "sub"):
            return "past", knows.past.get(low) or lemma_of_past(low)
        if not (first and (low in knows.parts or low in knows.past or low in knows.ing)):
            return "name", low
    part = knows.parts.get(low)
    if before is not None and before.part in ("aux", "adv") and _only_says_how(knows, low, after):
        return "adv", low
    if part == "aux":
        return part, next((lemma for lemma in ("be", "have") if low in knows.lists[lemma]), knows.past.get(low, low))
    if part:
        return part, knows.past.get(low, low)
    return _past_or_ing(knows, low, before, after) or _present_or_base(knows, low, before, after) or ("noun", low)


def _only_says_how(knows: Lexicon, low: str, after: str) -> bool:
    """Whether a word after an auxiliary is an adverb: "has never once failed", "is best known for"."""
    if low in knows.lists["most"]:
        then = after.lower()
        return then in knows.participle or then in knows.past or then.endswith("ed")
    return knows.parts.get(low) == "sub" and low in knows.lists["adverb"]


_BEHIND_A_VERB = ("prep", "to", "adv", "det", "sub", "pron")
"""What stands behind a verb, and not behind a participle that describes a noun."""


def _past_or_ing(knows: Lexicon, low: str, before: Word | None, after: str) -> tuple[Part, str] | None:
    """A past, a participle or an -ing form, where the word can be one and its neighbours allow it."""
    # "the combined fleets": a participle between an article and a noun describes the noun
    describes = before is not None and before.part == "det" and after[:1].isalpha()
    describes = describes and before is not None and before.low not in knows.lists["each_of_them"]  # "both launched in"
    # "the two met only", "the talks that broke down"
    alone = before is not None and before.low in listed("number_word", "subject_relative")
    alone = alone and low not in knows.base
    acts = knows.parts.get(after.lower()) in _BEHIND_A_VERB or after[:1].isupper()  # "the plague that swept Lund"
    describes = describes and not (alone and acts)
    # "though protracted fighting went on": no subject stands between
    led = before is not None and before.part == "sub" and after[:1].isalpha() and after.lower() not in knows.parts
    describes = describes or (led and after.lower() not in knows.past)
    if low in knows.past or low in knows.participle:
        present_too = low in knows.past and low in knows.base
        act = low in knows.base and after.lower() == "of" and before is not None and before.part in ("noun", "name")
        if act:
            return "noun", low  # "the cup run of 1938"
        goes_on = (
            before is not None and before.part == "and" and knows.parts.get(after.lower()) in ("prep", "to", "adv")
        )
        if describes or (present_too and not goes_on and not _after_noun(before)):
            return "noun", low
        lemma = knows.past.get(low) or knows.participle[low]
        return ("past" if low in knows.past else "participle"), lemma
    if low in knows.ing:
        happening = low in knows.lists["happenings"] and before is not None and before.part in ("det", "noun")
        ranked = before is not None and before.low in knows.lists["rank"]  # "the first landing"
        happening = happening or ranked
        acted = after.lower() in knows.lists["joins_thing"] and before is not None
        happening = happening or (acted and before is not None and before.part in ("det", "noun", "name"))
        return ("noun", low) if happening else ("ing", knows.ing[low])
    if low.endswith("ed") and len(low) > 4 and low not in knows.lists["not_verbs"] and not describes:
        return "past", lemma_of_past(low)
    return None


def _present_or_base(knows: Lexicon, low: str, before: Word | None, after: str) -> tuple[Part, str] | None:
    """A present or a bare verb, where its neighbours show that it isn't a noun."""
    follows = knows.parts.get(after.lower())
    goes_on = follows in ("det", "prep", "to", "adv", "pron", "sub") or after[:1].isupper() or after[:1].isdigit()
    behind_aside = before is not None and before.text == "," and follows == "det"  # "the port, once a fort, handles a"
    if low in knows.present and goes_on and (behind_aside or _after_noun(before)):
        return "present", knows.present[low]
    if low not in knows.base or before is None:
        return None
    if after.lower() == "that" and low in knows.lists["reporting"] and before.part in ("noun", "name", "adv", "time"):
        return "base", low  # "potsherds from the dig suggest that"
    if before.part == "to" or (before.part == "aux" and before.lemma not in ("be", "have")):
        return "base", low
    several = before.low.endswith("s") or before.low in knows.lists["plural_noun"]
    plural = before.part == "pron" or (before.part in ("noun", "name") and several)
    if plural and (follows in ("det", "prep", "to", "pron") or after[:1].isupper()):
        return "base", low
    return None


def _after_noun(before: Word | None) -> bool:
    """Whether a verb may follow the word before."""
    parts = ("noun", "name", "pron", "number", "adv", "rel", "aux", "and", "time")
    after_relative = before is not None and before.low in lexicon().lists["subject_relative"]
    return before is not None and (before.part in parts or after_relative or before.text in "),’'”\"s")


def past_of(lemma: str) -> str:
    """The past of a verb: "succeed" gives "succeeded", "fight" gives "fought"."""
    if lemma in lexicon().lists["doubles"]:
        return f"{lemma}{lemma[-1]}ed"
    spelled = lemma[:-1] + "ied" if consonant_y(lemma) else lemma + ("d" if lemma.endswith("e") else "ed")
    return lexicon().past_by_lemma.get(lemma, spelled)


def participle_of(lemma: str) -> str:
    """The participle of a verb: "strike" gives "struck", "break" gives "broken"."""
    return lexicon().participle_by_lemma.get(lemma) or past_of(lemma)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A rough root by which two forms of a word are alike: "signed", "signing" and "signs" give one."""
    low = word.lower()
    knows = lexicon()
    lemma = knows.past.get(low) or knows.participle.get(low) or knows.present.get(low) or knows.ing.get(low)
    if lemma:
        low = lemma
    if low.endswith("ies") and len(low) > 4:
        low = low[:-3] + "y"
    elif low.endswith(("ches", "shes", "xes", "sses")):
        low = low[:-2]
    elif low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        low = low[:-1]
    return knows.ing.get(low, low)  # "killings"


def in_capitals(words: Sequence[Word]) -> bool:
    """Whether a line is set in capitals throughout, as headings are, so that capitals show no names."""
    if any(w.part in ("past", "present", "aux") and not w.text[0].isupper() for w in words):
        return False
    long = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    shouted = len(long) > 1 and all(text.isupper() for text in long)
    return shouted or (len(long) > 3 and len([text for text in long if text[0].isupper()]) > 0.75 * len(long))


def calmed(text: str) -> str:
    """The text with names written in capitals as others are: "ANNA OF LUND" gives "Anna of Lund"; "BBC" stays.

    Only a run of two words or more, one of them longer than four letters, is taken for such a name.
    """
    return text if text.istitle() or (" " not in text and "-" not in text) else _SHOUTED.sub(_calm, text)


_SHOUTED = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{2,}(?:[ -][A-ZÀ-ÖØ-Þ]{2,})+\b")
"""Two words or more in capitals."""

_LONG = 4
"""Letters that an abbreviation has at most."""


def _calm(shouted: re.Match[str]) -> str:
    pieces = re.split(r"([ -])", shouted[0])
    if all(len(piece) <= _LONG for piece in pieces):
        return shouted[0]
    small = lexicon().lists["in_names"] | {"of"}
    pieces = [piece.lower() if i and piece.lower() in small else piece.capitalize() for i, piece in enumerate(pieces)]
    return "".join(pieces)


@cache
def ordinals(language: str = "en") -> Mapping[str, int]:
    """The numbers that ordinal words stand for."""
    return {word: n for n, word in enumerate(languages.load(language, "cues")["ordinals"], 1)}
