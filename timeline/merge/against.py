"""What speaks against making an event of a date, although its sentence tells something: the reason in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from timeline.edtf import bounds
from timeline.merge.clauses import clause_at
from timeline.merge.kinds import Family
from timeline.merge.reading import Stretch
from timeline.merge.shapes import Clause
from timeline.merge.telling import is_anniversary, is_period
from timeline.merge.unreal import did_not_happen, in_past, is_only_possible, is_planned
from timeline.merge.words import VERBAL, Word, lexicon, listed, stem
from timeline.model import Document, Mention

_NEAR = 12
"""Words before a date among which it is said that something is compared with it."""


def against(
    stretch: Stretch, clause: Clause, mention: Mention, beside: Sequence[Mention], family: Family, document: Document
) -> str:
    """Why the clause makes no event at the mention's date; empty where nothing speaks against it.

    ``beside`` are the dates that the sentence has.
    """
    speaks: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: stretch.words[-1].text == "?", "it stands in a question"),
        (lambda: _is_asked(stretch, mention), "it stands in a question"),
        (lambda: _asks_reader(stretch), "it asks the reader for something"),
        (lambda: did_not_happen(stretch.words, stretch.lows), "it is told as something that did not happen"),
        (lambda: _dates_the_saying(stretch, clause, mention, beside), "it dates the saying, not the happening"),
        (lambda: is_only_possible(clause), "it is only spoken of as possible"),
        (
            lambda: _own_day(clause, mention, family, document),
            "it dates what the writer or a speaker did, not the matter",
        ),
        (lambda: _only_minded(clause), "it is only thought of or expected"),
        (lambda: _only_compared(clause, stretch.words), "it is only compared with"),
        (lambda: _is_compared_with(stretch, mention), "it is only compared with"),
        (lambda: _is_record(clause, stretch.words, mention), "it only says since when there was none like it"),
        (lambda: _only_says_when(clause, stretch.words), "the sentence only says what day it was"),
        (lambda: _is_inscribed(stretch, mention), "it is what stands on a thing"),
        (lambda: _only_stood(clause, mention), "it only tells how things stood on that day"),
        (lambda: _is_a_habit(clause, stretch.words), "it tells what is done again and again"),
        (lambda: _still_so(clause, mention, document), "it tells how things stood when the text was written"),
    )
    return next((reason for said, reason in speaks if said()), "")


def _is_asked(stretch: Stretch, mention: Mention) -> bool:
    """ "Nobody could say which 14 July they kept": whether it is asked which of several days is meant."""
    if lexicon().lists["which"].isdisjoint(stretch.lows):
        return False
    before = [w for w in stretch.words if w.end <= mention.start][-2:]
    return len(before) > 1 and before[0].part in VERBAL and before[1].low in lexicon().lists["which"]


def _asks_reader(stretch: Stretch) -> bool:
    """ "Please bring them to the museum by Friday"."""
    return not lexicon().lists["please"].isdisjoint(stretch.lows)


def _dates_the_saying(stretch: Stretch, clause: Clause, mention: Mention, beside: Sequence[Mention]) -> bool:
    """ "It burned on Sunday, the mayor said on Monday": whether the clause only says, and another has its own date."""
    saying = lexicon().lists["saying"]
    if clause.lemma not in saying or clause.form != "clause":
        return False
    if clause.predicate[0].lemma == "be" and any(w.part in ("noun", "name") for w in clause.subject):
        return False  # "the porch was added"
    for other in beside:
        if other is mention or other.edtf is None or is_period(other):
            continue
        told = clause_at(stretch.words, other.start, other.end, stretch.parsed)
        if told.form == "clause" and told.lemma not in saying and told.subject:
            return True
    return False


def _own_day(clause: Clause, mention: Mention, family: Family, document: Document) -> bool:
    """ "We went there on Tuesday": what "I" or "we" did, unless it belongs to a life or weighs much."""
    lists = lexicon().lists
    if not lists["narrator"] & {w.low for w in clause.subject} or is_anniversary(mention):
        return False
    lately = mention.anchor is not None and mention.anchor.kind == "publication"
    if family.lane == "Life":
        return lately or not document.author  # nobody could tell whose life it is
    small = not family.id or family.lane == "Journeys and talks" or clause.lemma in listed("light", "stative")
    return lately or small


def _only_minded(clause: Clause) -> bool:
    """ "Many visitors know the bridge (1903)", "they expect it to end in 2031": in the present, what heads hold."""
    lists, head = lexicon().lists, clause.predicate[:2]
    guessed = len(head) > 1 and head[0].low in lists["modal"] and head[1].low == "have"  # "they will have sold it"
    minded = clause.lemma in lists["minding"] and not in_past(clause)
    return clause.form == "clause" and (minded or guessed)


def _only_compared(clause: Clause, sentence: Sequence[Word]) -> bool:
    """ "The shares cost 410 francs, twice what they had cost in 1878": what is told is told of another time."""
    lists = lexicon().lists
    if clause.form != "clause" or not clause.subject:
        return False
    begin = next((i for i, w in enumerate(sentence) if w.start == clause.subject[0].start), 0)
    words = [*sentence[max(0, begin - 1) : begin], *clause.subject]
    return any(a.low in lists["compares"] and b.low in lists["content"] for a, b in pairwise(words))


def _is_compared_with(stretch: Stretch, mention: Mention) -> bool:
    """ "Up 9 percent, compared with a loss in 1878", "higher than in 1878", "than it had been in 1878": what is told is
    told of another time.
    """
    if listed("compared", "changed", "than").isdisjoint(stretch.lows):
        return False
    lists = lexicon().lists
    before = [w for w in stretch.words if w.start < mention.start][-_NEAR:]
    for i in range(len(before) - 1, -1, -1):
        word, after = before[i], before[i + 1 : i + 2]
        follows = after[0].low if after else ""
        if word.low in lists["compared"] and follows in lists["compared_with"]:
            return True
        if word.low in lists["changed"] and follows in lists["changed_from"]:
            return i > 0 and before[i - 1].text == ","  # not "put up from 1975"
        if word.low in lists["than"]:
            return all(w.part in ("prep", "det", "adv", "time", "pron", *VERBAL) for w in before[i + 1 :])
        had = word.low in lists["be"] or word.low in lists["have"]  # "than it had been"
        if (word.part in VERBAL and not had) or word.text in (",", ";", ":"):
            return False
    return False


def _is_record(clause: Clause, words: Sequence[Word], mention: Mention) -> bool:
    """ "The lowest price since 1878", "the 13th rise since June": the date only bounds what is told of another time.

    Not of "the worst fire since 1878, when the mill burned": it dates what "when" leads to.
    """
    lists = lexicon().lists
    if not (mention.edtf or "").endswith("/..") or clause.is_led_into(mention.end):
        return False
    before = [w for w in words if w.start <= mention.start][-_NEAR:]
    if not any(w.low in lists["since"] for w in before[-2:]):
        return False
    for word in reversed([w for w in before if w.start < mention.start]):
        if word.low in lists["record"] or (word.low[:1].isdigit() and word.low.endswith(tuple(lists["nth_ending"]))):
            return True
        if word.part in VERBAL or word.text in (",", ";", ":"):
            return False
    return False


def _only_says_when(clause: Clause, words: Sequence[Word]) -> bool:
    """ "It was from 3 May 1911", "it was nearly six", "9 May was long": only the day is told of."""
    lists = lexicon().lists
    if clause.form != "clause" or len(clause.subject) > 1 or not clause.predicate or clause.predicate[0].lemma != "be":
        return False
    if not clause.subject:
        before = [w for w in words if w.end <= clause.predicate[0].start]
        opens = all(w.low in lists["connective"] for w in before[:-1])
        if before and opens and before[-1].low in lists["points_back"]:
            return all(_tells_time(w) for w in clause.predicate[1:])  # "that was the spring of 1968"
        lead = next((w for w in reversed(before) if w.part != "time"), None)
        return bool(before) and before[-1].part == "time" and (lead is None or lead.part == "mark")
    placing = clause.subject[0].low in listed("neuter", "pointing", "points_back")
    return placing and all(_tells_time(w) for w in clause.predicate[1:])


def _is_inscribed(stretch: Stretch, mention: Mention) -> bool:
    """ "The clock, with the date 1779, stands in the hall"."""
    lists = lexicon().lists
    if lists["dating"].isdisjoint(stretch.lows):
        return False
    before = tuple(w.low for w in stretch.words if w.end <= mention.start)[-2:]
    return len(before) > 1 and before[0] in lists["article"] and before[1] in lists["dating"]


def _only_stood(clause: Clause, mention: Mention) -> bool:
    """ "The mill was in full work on Friday", "others were more cautious that day": nothing happened, and nowhere."""
    lists, first = lexicon().lists, bounds(mention.edtf or "").first
    if clause.form != "clause" or clause.lemma != "be" or first is None or first != bounds(mention.edtf or "").last:
        return False
    verb = next((i for i, w in enumerate(clause.predicate) if w.lemma == "be"), len(clause.predicate))
    rest = [w for w in clause.predicate[verb + 1 :] if w.part != "time"]
    while rest and rest[0].part == "prep" and rest[0].low in lists["before_date"] and len(rest) > 1 and _led_off(rest):
        rest.pop(0)
    if not rest or any(w.part in VERBAL or w.part == "name" or stem(w.low) in lists["happenings"] for w in rest):
        return False
    return rest[0].low in lists["state_of"] or rest[0].low in lists["more_so"]


def _led_off(rest: Sequence[Word]) -> bool:
    """Whether the first word led into a date that was left out: another small word follows."""
    return rest[1].part == "prep"


def _tells_time(word: Word) -> bool:
    lists = lexicon().lists
    if word.part == "prep":
        return word.low in lists["before_date"]
    return word.part in ("time", "det", "adv", "number", "mark", "aux") or word.low in lists["clock"]


def _is_a_habit(clause: Clause, sentence: Sequence[Word]) -> bool:
    """ "Prayers will be said every evening this week": told of no single time, as "a week before it sailed" is."""
    lists, words = lexicon().lists, clause.predicate
    if clause.form != "clause" or in_past(clause):
        return False
    each, units = listed("each", "rate"), lists["part_of_time"] - lists["bounds_of_time"]
    return any(
        w.low in each
        and (after.low in units or after.part == "time")
        and next((x.low for x in sentence if x.start >= after.end), "") not in lists["apart"]
        for w, after in pairwise(words)
    )


def _still_so(clause: Clause, mention: Mention, document: Document) -> bool:
    """ "It runs until 4 January", "today they are rivals": a state at the time of writing, or opening hours."""
    done = is_planned(clause) and any(w.low == "be" for w in clause.predicate[:3])  # "a meeting will be held"
    lasting = clause.lemma in listed("stative", "lasting") and (clause.lemma == "be" or not done)
    if clause.form != "clause" or not lasting or in_past(clause) or not document.published.edtf:
        return False
    written, dated = bounds(document.published.edtf).first, bounds(mention.edtf or "").last
    named = any(w.part == "time" for w in clause.subject)  # "tomorrow is the Day of the Sea"
    return not named and written is not None and dated is not None and dated >= written
