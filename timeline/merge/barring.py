"""What forbids that two tellings tell the same happening, and on what of them that depends."""

from __future__ import annotations

from timeline.merge.likeness import nested
from timeline.merge.telling import Telling
from timeline.merge.words import lexicon, words_of


def dated_twice(a: Telling, b: Telling) -> bool:
    """Whether two dates of one sentence date one clause: "in 1970, three days later", but not "in 1970 and in May"."""
    if a.near != b.near or not nested(a, b):
        return False
    first, last = sorted((a.mention, b.mention), key=lambda m: m.start)
    between = words_of(a.document.text, first.end, last.start)
    in_a_row = all(w.part in ("and", "prep", "mark", "adv") for w in between) and any(w.part == "and" for w in between)
    return not in_a_row


def barred(a: Telling, b: Telling) -> str:
    """Why two tellings can't be one happening, in words; empty where nothing forbids it."""
    swapped = "who does it to whom is the other way round" if are_swapped(a, b) else ""
    return barred_anywhere(a, b) or swapped or (barred_at_home(a, b) if a.document is b.document else "")


def barred_anywhere(a: Telling, b: Telling) -> str:
    """The same but for who does it to whom, wherever they stand. It depends on ``sort_of`` the two alone."""
    if a.bounds is not b.bounds and not nested(a, b):
        return "their dates don't agree"
    if a.ordinal != b.ordinal:
        return "one is an anniversary with another number, or none"
    if bool(a.name) != bool(b.name) and a.bounds != b.bounds and a.whole and b.whole:
        return "one is a whole period, the other a happening in it"
    if a.name and b.name and a.name != b.name:
        return "they are periods of different names"
    if a.mood != b.mood and "denied" in (a.mood, b.mood):
        return "one tells it, the other says that it did not happen"
    if bool(a.lemma) != bool(b.lemma) and (_only_ends(a, b) or _only_ends(b, a)):
        return "one is only the end of the other"
    return ""


def sort_of(telling: Telling) -> tuple[object, ...]:
    """All of a telling that ``barred_anywhere`` looks at."""
    t, ends = telling, lexicon().lists["ends"]
    end = t.lemma in ends if t.lemma else None if ends.isdisjoint(t.near) else False
    return t.bounds, t.ordinal, t.name, t.whole, t.mood == "denied", end


def role_of(telling: Telling) -> tuple[object, ...]:
    """All of a telling that ``are_swapped`` looks at; empty where it is never the other way round."""
    t = telling
    return (t.family.id, t.agents, t.others) if t.family.id and t.agents else ()


def barred_at_home(a: Telling, b: Telling) -> str:
    """The same for what speaks against it in one article alone."""
    if a.sentence == b.sentence and (why := _apart_in_sentence(a, b)):
        return why
    if a.mood != b.mood and "planned" in (a.mood, b.mood) and not _comes_about(a, b):
        return "one is a plan"
    return ""


def _apart_in_sentence(a: Telling, b: Telling) -> str:
    """Why two tellings of one sentence are no happening in common."""
    if a.bounds != b.bounds and not dated_twice(a, b):
        return "one sentence gives them two dates"
    return "one sentence tells them by two verbs, each with its date" if _two_acts(a, b) else ""


def _two_acts(a: Telling, b: Telling) -> bool:
    """ "She retired in 1906, and the same year received a medal": whether two dates have a clause of their own each."""
    apart = a.mention is not b.mention and a.role == b.role == "states"
    return apart and bool(a.lemma and b.lemma) and a.lemma != b.lemma and a.family.id != b.family.id


def _only_ends(a: Telling, b: Telling) -> bool:
    """ "The siege ended in May", "the siege of 1650": the one dates its end alone, the other names it whole."""
    ends = lexicon().lists["ends"]
    return a.lemma in ends and not b.lemma and a.bounds != b.bounds and ends.isdisjoint(b.near)


def _comes_about(a: Telling, b: Telling) -> bool:
    """Whether an article tells first what is planned and then, in a later sentence, the deed."""
    plan, deed = (a, b) if a.planned else (b, a)
    return plan.sentence.end <= deed.sentence.start and bool(plan.lemma) and plan.lemma == deed.lemma


def are_swapped(a: Telling, b: Telling) -> bool:
    """Whether the one who acts in one telling is acted on in the other, and isn't one who acts there too."""
    if not a.family.id or a.family.id != b.family.id or not a.agents or not b.agents:
        return False
    if not a.agents.isdisjoint(b.agents):
        return False
    return not (a.agents.isdisjoint(b.others) and b.agents.isdisjoint(a.others))
