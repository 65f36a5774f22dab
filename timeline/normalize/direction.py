"""Whether the clause around a date looks back or ahead: by its tense, else by words such as "upcoming".

The verb that stands nearest before a date rules it: "said on Friday it will close", "will close on Friday". Where none
does, the first behind the date: "On Friday the bank will close". A language without a ``tense.toml`` knows only the
words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from timeline.languages import load
from timeline.model import Document, Span
from timeline.normalize.words import SAID_AGAIN, Words, phrase, words_of

Direction = Literal[-1, 0, 1, 2]
CLAUSE = 200  # code points on either side that a clause is looked for in
CHAIN = 4  # words between a verb and its first auxiliary
NEAR = 3  # words between "is" and a date that it says something of
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|['’](?:ll|ve|re|s)\b")
REGULAR = 4  # letters that a regular past has at least


def looks_ahead(document: Document, sentence: Span, at: int, words: Words, end: int | None = None) -> bool:
    """Whether the clause around ``at`` speaks of what is to come."""
    return direction(document, sentence, at, words, end) > 0


def direction(document: Document, sentence: Span, at: int, words: Words, end: int | None = None) -> Direction:
    """Where the clause around the date at ``at`` to ``end`` looks: ahead (2; 1 if maybe), back (-1) or neither.

    In a language whose tenses aren't known, what has no word of the future looks back. "Since" looks back whatever
    else is there.
    """
    text = document.text
    told = text[max(sentence.start, at - CLAUSE) : at]
    untold = text[at : min(sentence.end, at + CLAUSE)]
    return _looks(told, untold, text[at : end or at], words.language)


@lru_cache(maxsize=SAID_AGAIN)
def _looks(told: str, untold: str, date: str, language: str) -> Direction:
    """Where a clause looks that has ``told`` before the date and ``untold`` from there on."""
    words, parted = words_of(language), phrase("clause_end", language)
    clauses, following = parted.split(told), parted.split(untold, maxsplit=2)
    cues = words.tables["cues"]
    if cues.get("run_on"):  # no space parts the words, or they carry endings: a cue is looked for inside them
        near = (clauses[-1].lower(), following[0].lower())
        return 2 if any(cue in one for cue in cues["future"] for one in near) else -1
    before, after = clauses[-1].lower().split(), following[0].lower().split()
    while before and "shades" in words.tables and words.look_up("shades", before[-1].rstrip("-")):
        before.pop()  # "by early June", "until mid-June": the limit stands before the shade
    limit = words.look_up("open", before[-1]) if before else None
    if limit == ["start", ""] and before[-1] in cues.get("backward", before[-1:]):
        return -1
    if limit and limit[0] == "end":
        clause = f" {' '.join(before)} . {' '.join(after)} "
        whole = f" {' '.join(told.lower().split())} "
        by, earlier = cues.get("future_by", ()), cues.get("future_before_a_limit", ())
        if any(f" {cue} " in clause for cue in by) or any(f" {cue} " in whole for cue in earlier):
            return 1
    tense = _tense(clauses, following, date, words)
    if tense:
        return tense
    clause = f" {' '.join(before)} . {' '.join(after)} "
    firsts, future = _future(words.language)
    if not (firsts.isdisjoint(before) and firsts.isdisjoint(after)) and any(cue in clause for cue in future):
        return 2
    if _has_future_verb(clauses, following, date, words.language):
        return 2
    return 0 if _forms(words.language) else -1


def _has_future_verb(clauses: Sequence[str], following: Sequence[str], date: str, language: str) -> bool:
    """Whether a verb of the future stands in the clause, or in the next where the date is all of its own."""
    verb, behind = phrase("future_verb", language), following[0]
    if len(following) > 1 and not WORD.search(behind[len(date) :]):
        behind = following[1]
    return bool(verb.search(clauses[-1]) or verb.search(behind))


def _tense(clauses: Sequence[str], following: Sequence[str], date: str, words: Words) -> Direction:
    """What the verb says that rules the date; 0 where none does or it has no tense."""
    forms = _forms(words.language)
    if not forms:
        return 0
    own = WORD.findall(clauses[-1])
    if _leads(own, forms):
        rest = following[0][len(date) :]
        if not WORD.search(rest) and len(following) > 1:
            rest = following[1]  # "On Friday, the bank will close"
        tense = _first(WORD.findall(rest), forms)
        if tense or len(clauses) < 2:
            return tense
        own = WORD.findall(clauses[-2]) + own  # "will meet on Monday and Tuesday"
    behind = WORD.findall(following[0][len(date) :])
    if own and own[-1].lower() in forms["planned_for"] and _is_day(date, words):
        return 1
    tense = _last(own, behind, forms) or _first(behind, forms)
    if tense or len(clauses) < 2 or (own[:1] or [""])[0].lower() not in forms["no_verb"]:
        return tense
    return _last(WORD.findall(clauses[-2]), [], forms)  # "is expected to last three weeks, with a verdict by May"


def _leads(own: Sequence[str], forms: Mapping[str, frozenset[str]]) -> bool:
    """Whether nothing but small words stands before the date in its clause."""
    return all(word.lower() in forms["before_date"] for word in own)


def _is_day(date: str, words: Words) -> bool:
    """Whether the date is a weekday or a day of a month."""
    tables, told = words.tables, date.lower().replace(".", " ").split()
    month = any(word in tables["months"] or word in tables["months_short"] for word in told)
    return any(word in tables["weekdays"] for word in told) or (month and any(word[0].isdigit() for word in told))


def _last(own: Sequence[str], behind: Sequence[str], forms: Mapping[str, frozenset[str]]) -> Direction:
    """What the nearest verb before the date says."""
    for i in range(len(own) - 1, -1, -1):
        if own[i].lower() in forms["compared"]:
            return -1
        tense = _of_word(own, i, forms)
        if tense is None:
            continue
        said = own[i].lower() in forms["saying"] and _leads(own[i + 1 :], forms)
        if said and behind and behind[0].lower() in forms["modal"]:
            return 1  # "said Friday would be quiet"
        if own[i].lower() in forms["present_be"] and len(own) - i > NEAR:
            continue
        return tense
    return 0


def _first(behind: Sequence[str], forms: Mapping[str, frozenset[str]]) -> Direction:
    """What the first verb behind the date says."""
    for i in range(len(behind)):
        tense, word = _of_word(behind, i, forms), behind[i].lower()
        if word in forms["resolved"] | forms["put_off"]:
            tense = _of_past(behind, i, forms)  # "on Tuesday they voted to go back": the date is that of the vote
        if tense is None or word in forms["present_be"]:
            continue
        if word not in forms["past"] or not _auxiliaries(behind, i, forms) & forms["present_be"]:  # no passive
            return tense
    return 0


def _of_word(words: Sequence[str], i: int, forms: Mapping[str, frozenset[str]]) -> Direction | None:
    """The direction that a word gives its clause where it stands; None for one that gives none."""
    word = words[i].lower()
    following = [each.lower() for each in words[i + 1 : i + 1 + CHAIN]]
    if words[i] in forms["modal"]:  # in small letters: "May" is a month, and "Will" a name
        return -1 if forms["perfect"] & set(following[:2]) else 2 if word in forms["sure"] else 1
    scheduled = _on_timetable(words, i, forms)
    if scheduled or _leads_on(words, i, forms):
        return scheduled or 1
    before = words[i - 1].lower() if i else "the"
    plural = before not in forms["before_adjective"] | forms["no_plural_before"]
    if word in forms["scheduled_plain"] and plural and not _is_past(following, forms):
        return 1
    if word in forms["infinitive"] and _auxiliaries(words, i, forms) & forms["past_be"]:
        return 0  # "was to open" leaves open whether it did
    about = _about_to([word, *following], forms)
    if word in forms["to_come"] or about:
        leading = _auxiliaries(words, i, forms)
        if word in forms["to_come"] or leading & forms["be"]:
            return -1 if leading & forms["pluperfect"] else 1 if leading & forms["past_be"] else 2
    if word in forms["past_be"] or word in forms["present_be"]:
        if word in forms["past_be"] and following and following[0] in forms["infinitive"]:
            return 0
        if forms["to_come"] & set(following[:2]) or _about_to(following, forms):
            return 2
        return -1 if word in forms["past_be"] else 1
    return _of_past(words, i, forms)


def _on_timetable(words: Sequence[str], i: int, forms: Mapping[str, frozenset[str]]) -> Direction | None:
    """Ahead for words of a timetable ("comes into force"), back for them behind "had" ("had come into port")."""
    pair = " ".join(words[i : i + 2]).lower()
    if words[i].lower() not in forms["scheduled"] and pair not in forms["scheduled_pair"]:
        return None
    leading = _auxiliaries(words, i, forms)
    return -1 if leading & forms["perfect"] and not leading & forms["modal"] else 1


def _of_past(words: Sequence[str], i: int, forms: Mapping[str, frozenset[str]]) -> Direction | None:
    """The direction of a past or a participle with the auxiliaries before it; None for any other word."""
    if not _is_past(words[i : i + 1], forms):
        return None
    if i and words[i - 1].lower() in forms["before_adjective"]:
        return None
    leading = _auxiliaries(words, i, forms)
    if leading & forms["perfect"] or leading & forms["past_be"]:
        return -1
    if leading & forms["modal"] or leading & forms["present_be"]:
        return 2 if leading & forms["sure"] else 1
    if leading & forms["infinitive"]:
        return 1 if "be" in leading else None
    return -1


def _about_to(words: Sequence[str], forms: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words begin with what is to come behind "is" or "was": "set for"; what "was set up" is done."""
    return bool(forms["to_come_after_be"] & set(words[:1])) and not forms["particle"] & set(words[1:2])


def _leads_on(words: Sequence[str], i: int, forms: Mapping[str, frozenset[str]]) -> bool:
    """Whether a past tells of what is to come: "was put off until Monday", "voted on Monday to close it in May"."""
    word, pair = words[i].lower(), " ".join(words[i : i + 2]).lower()
    put_off = word in forms["put_off"] or pair in forms["put_off_pair"]
    if not (put_off or word in forms["resolved"]) or forms["pluperfect"] & _auxiliaries(words, i, forms):
        return False
    if put_off:
        return words[-1].lower() in forms["until"]
    following = pairwise(words[i + 1 : i + CHAIN + 2])
    return any(
        one in forms["infinitive"] and other.lower() not in forms["before_adjective"] for one, other in following
    )


def _is_past(words: Sequence[str], forms: Mapping[str, frozenset[str]]) -> bool:
    """Whether the first of the words, if any, is a past or a participle."""
    if not words:
        return False
    word = words[0].lower()
    regular = word.endswith(tuple(forms["regular"])) and len(word) >= REGULAR and word not in forms["not_past"]
    return regular or word in forms["past"]


def _auxiliaries(words: Sequence[str], i: int, forms: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The auxiliaries right before a verb, adverbs between them left out, and "to" if it begins them."""
    found: set[str] = set()
    for word in reversed([each.lower() for each in words[max(0, i - CHAIN) : i]]):
        if word in forms["auxiliary"] or word in forms["infinitive"]:
            found.add(word)
        elif word not in forms["between"] and not word.endswith(tuple(forms["adverb"])):
            break
    return frozenset(found)


@cache
def _future(language: str) -> tuple[frozenset[str], Sequence[str]]:
    """The words of what is to come: the first of each, and all between two spaces."""
    cues = words_of(language).tables["cues"].get("future", ())
    return frozenset(cue.split()[0] for cue in cues), tuple(f" {cue} " for cue in cues)


@cache
def _forms(language: str) -> Mapping[str, frozenset[str]]:
    """The lists of ``tense.toml`` as sets, and the pasts that aren't regular; empty for a language without them."""
    lists = load(language, "tense")
    if not lists:
        return {}
    verbs = load(language, "verbs")
    forms = {name: frozenset(each.split() if isinstance(each, str) else each) for name, each in lists.items()}
    irregular = [entry.split() for entry in verbs["irregular"].replace("\n", "|").split("|") if entry.strip()]
    forms["past"] = frozenset(form for _, *pasts in irregular for form in pasts) | frozenset(verbs["unchanged"].split())
    forms["be"] = forms["past_be"] | forms["present_be"] | {"be", "been"}
    forms["past"] -= forms["be"]  # "has been scheduled": the last word tells
    forms["auxiliary"] = forms["modal"] | forms["perfect"] | forms["be"]
    return forms
