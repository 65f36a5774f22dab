"""How a sentence tells its happening: as a fact, a plan, hearsay, a possibility, or as what was not."""

from __future__ import annotations

from collections.abc import Sequence, Set

from timeline.edtf import Bounds, bounds
from timeline.merge.shapes import Clause
from timeline.merge.telling import Mood
from timeline.merge.words import Word, lexicon
from timeline.model import Document


def is_only_possible(clause: Clause) -> bool:
    """Whether the clause tells what may have been: "may have met". "Could only wait" tells what was done."""
    if clause.form != "clause" or clause.predicate[0].low not in lexicon().lists["hypothetical"]:
        return False
    able = clause.predicate[0].low in lexicon().lists["able"]
    after = clause.predicate[1].low if len(clause.predicate) > 1 else ""
    return not (able and after in lexicon().lists["after_able"])


def mood_of(clause: Clause, words: Sequence[Word]) -> Mood:
    """How the clause in the sentence ``words`` tells its happening."""
    if is_planned(clause):
        return "planned"
    if is_denied(clause):
        return "denied"
    return "reported" if is_hearsay(clause, words) else "told"


def mood_at(clause: Clause, words: Sequence[Word], when: Bounds, document: Document) -> Mood:
    """How it is told for a day: what no past tense tells, and lay ahead of a text whose date is sure, was a plan."""
    mood, written = mood_of(clause, words), document.published
    if mood != "told" or written.edtf is None or written.origin not in ("given", "stated") or when.first is None:
        return mood
    last = bounds(written.edtf).last
    return "planned" if last is not None and when.first > last and not in_past(clause) else mood


def in_past(clause: Clause) -> bool:
    """Whether the clause's verb stands in a past tense."""
    first = next((w for w in clause.predicate if w.part != "adv"), None)
    if first is None or first.part in ("past", "participle"):
        return True
    return first.part == "aux" and first.low not in lexicon().lists["not_past"]


def is_hearsay(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether the clause only passes on what is said: "is said to have founded", "allegedly sold", "legend has it"."""
    lists = lexicon().lists
    if not lists["hearsay"].isdisjoint([w.low for w in clause.words]):
        return True
    for i in [i for i, w in enumerate(clause.predicate) if w.lemma == "be"]:
        after = [w.low for w in clause.predicate[i + 1 : i + 4]]
        if "to" in after and any(w in lists["alleged"] for w in after[: after.index("to")]):
            return True
    for i in [i for i, w in enumerate(words) if w.low in lists["lore"]]:
        before, then = words[i - 1].low if i else "", words[i + 1].lemma if i + 1 < len(words) else ""
        if before in lists["by_lore"] or then in lists["lore_tells"]:
            return True
    begin = clause.words[0].start if clause.words else 0
    lead = [w for w in words if w.end <= begin][-2:]
    return len(lead) > 1 and lead[0].lemma in lists["claiming"] and lead[1].low == "that"


def is_planned(clause: Clause) -> bool:
    """ "will open", "is to open": said of what had not happened when it was written."""
    head = clause.predicate[:2]
    said = [w.low for w in head]
    if said == ["to", "be"]:
        return True  # "elections to be held in May"
    to_be = said[1:] == ["to"] and head[0].part == "aux" and head[0].lemma == "be"
    return to_be or not lexicon().lists["planned"].isdisjoint(said)


def is_denied(clause: Clause) -> bool:
    """ "did not sign", "was never built", "nobody came": whether the clause says that something did not happen.

    "Not only" and "not ... until 1920" deny nothing.
    """
    lists = lexicon().lists
    words = clause.predicate
    verb = next((i for i, w in enumerate(words) if w.lemma == clause.lemma and w.part != "adv"), 0)
    if not lists["not_until"].isdisjoint([w.low for w in words[verb:]]):
        return False
    for i, word in enumerate(words[: verb + 1]):
        if word.low in lists["negation"]:
            return i + 1 >= len(words) or words[i + 1].low not in lists["after_not"]
    return bool(clause.subject) and clause.subject[0].low in lists["nobody"]


def did_not_happen(words: Sequence[Word], lows: Set[str]) -> bool:
    """Whether the sentence tells what would have been: "had the mill burned ...", "if ..., it would have".

    ``lows`` are its words in small letters.
    """
    lists = lexicon().lists
    if lists["unreal"].isdisjoint(lows):
        return False
    unreal = [i for i, w in enumerate(words) if w.low in lists["unreal"]]
    if not any(_is_have_near(words, i) for i in unreal):
        # "had the dam held in 1850, the town would stand today": the verb first shows it
        return _inverted(words)
    return _inverted(words) or not lists["condition"].isdisjoint(lows)


def _inverted(words: Sequence[Word]) -> bool:
    """Whether the sentence begins with "had" and its subject: "had the railway come"."""
    first = next((i for i, w in enumerate(words) if w.part != "mark" and w.low not in lexicon().lists["connective"]), 0)
    after = words[first + 1] if first + 1 < len(words) else None
    return words[first].low == "had" and after is not None and after.part in ("det", "name", "noun", "pron")


def _is_have_near(words: Sequence[Word], i: int) -> bool:
    """Whether "have" follows soon after word ``i``: "would have", "could not have"."""
    return any(w.low == "have" for w in words[i + 1 : i + 4])
