"""Happenings that a noun names where a date stands: "the 1961 election", "the raid on 4 May", "it saw a revolt"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.nominals import phrase_from
from timeline.merge.phrases import phrase_before
from timeline.merge.segments import Parsed
from timeline.merge.shapes import Clause, finite
from timeline.merge.words import VERBAL, Word, lexicon, listed, stem

_OWNS = ("'s", "’s")

_BARE = 2
"""Words of a happening of which no more is said than its noun: "the crash"."""


def is_happening(phrase: Sequence[Word]) -> bool:
    """Whether the head of a noun phrase, before any "of" or "in", is a happening: "the Battle of Mylae"."""
    head = next((i for i, w in enumerate(phrase) if w.part == "prep"), len(phrase))
    nouns = [w for w in phrase[:head] if w.part in ("noun", "name")]
    return bool(nouns) and nouns[-1].low in lexicon().lists["happenings"]


def dated_before(parsed: Parsed, at: int) -> Clause | None:
    """ "They broke the 1975 Algiers Agreement": the happening whose name the date at word ``at`` begins.

    None where it is the subject of its clause, which then tells more.
    """
    words = parsed.words
    end = next((i for i in range(at, len(words)) if words[i].part != "time"), len(words))
    lead = words[at - 1] if at else None
    owns = end + 1 < len(words) and words[end].text in _OWNS  # "after Friday's vote"
    if end == len(words) or not (owns or words[at].low == "the" or (lead is not None and lead.part == "det")):
        return None
    end += owns
    segment = next(s for s in parsed.segments if s.start <= at < s.end or s is parsed.segments[-1])
    verb = next((g.start for g in parsed.groups if g.start > end and g.start < segment.end), None)
    phrase = [] if words[end].part not in ("noun", "name") else phrase_from(words[end:])
    if not is_happening(phrase):
        return None
    deed = next((g for g in reversed(parsed.groups) if segment.start <= g.start < at and not g.reduced), None)
    if deed is not None and words[deed.head].lemma in lexicon().lists["light"]:
        return None  # "won the 1960 election"
    opens = at <= segment.start + 1 or words[segment.start].low == "the"
    return None if opens and verb is not None and verb <= end + len(phrase) else Clause((), tuple(phrase), "", "noun")


def seen_then(parsed: Parsed, here: int) -> Clause | None:
    """ "The year 1950 saw the first flight", "the worst was the siege of Lund in 1950": what the object names.

    "1950 marked the first time that a woman sat in court" leads on to its clause.
    """
    lists, words = lexicon().lists, parsed.words
    group = parsed.finite(here)
    if group is None:
        return None
    segment, lemma = parsed.segments[here], words[group.head].lemma
    subject = words[segment.start : group.start]
    timed = all(w.part in ("time", "mark", "adv") or w.low in listed("article", "time_noun") for w in subject)
    rest = words[group.end : segment.end]
    if not rest or not any(w.part == "time" for w in (subject if lemma in lists["sees"] else rest)):
        return None
    if lemma in lists["sees"] and timed:
        follows = here + 1 < len(parsed.segments) and parsed.segments[here + 1].opener == "that"
        if any(w.low in lists["time_noun"] for w in rest) and follows and parsed.finite(here + 1) is not None:
            return finite(parsed, here + 1)
        phrase = phrase_from(rest)
        return Clause((), tuple(phrase), "", "noun") if phrase else None
    if lemma != "be" or group.end - group.start > 1 or rest[0].low not in lists["article"]:
        return None
    phrase = phrase_from(rest)
    follows_date = len(phrase) < len(rest) and rest[len(phrase)].part in ("prep", "time")
    return Clause((), tuple(phrase), "", "noun") if follows_date and is_happening(phrase) else None


def set_for(parsed: Parsed, here: int) -> Clause | None:
    """ "Their first match is on 8 August", "the trial is due in June": the happening of which only the day is told."""
    lists, words = lexicon().lists, parsed.words
    group = parsed.finite(here)
    if group is None or words[group.head].lemma != "be" or words[group.start].low not in lists["not_past"]:
        return None
    rest = [w for w in words[group.end : parsed.segments[here].end] if w.part not in ("prep", "mark")]
    only_when = all(w.part == "time" or w.low in lists["set_for"] for w in rest) and any(w.part == "time" for w in rest)
    thing = parsed.own_subject(here)
    return Clause((), tuple(thing), "", "noun") if only_when and thing and is_happening(thing) else None


def to_be_done(parsed: Parsed, here: int, at: int) -> Clause | None:
    """ "They spoke of elections to be held by 4 May": what is to be done to the thing before, as a plan."""
    words, begin = parsed.words, parsed.segments[here].start
    if here and words[begin].part == "to":
        begin = parsed.segments[here - 1].start  # "the bill, to be settled by May, is high"
    to = next((i for i in range(at - 1, begin, -1) if words[i].part == "to" or words[i].part == "time"), None)
    if to is None or words[to].part != "to" or to + 2 >= len(words) or words[to + 1].low != "be":
        return None
    if words[to + 2].part not in ("past", "participle"):
        return None
    i = behind = to - (words[to - 1].text == ",")
    while i > begin and words[i - 1].part in ("noun", "name", "det", "number", "adv") and words[i].part != "det":
        i -= 1
    thing = words[i:behind]
    if not thing or thing[-1].part not in ("noun", "name") or (thing[0].part in VERBAL):
        return None
    if thing[-1].low in lexicon().lists["planned"]:
        return None  # "the bridge was due to be replaced"
    end = next((k for k in range(at, parsed.segments[here].end) if words[k].text == ","), parsed.segments[here].end)
    return Clause(tuple(thing), words[to:end], words[to + 2].lemma, "clause")


def what_the_day_is(parsed: Parsed, here: int) -> tuple[Word, ...]:
    """ "Tomorrow is the Day of the Sea": the name that a date as the subject is given; empty for other clauses."""
    segment, group = parsed.segments[here], parsed.finite(here)
    if group is None or group.end - group.start > 1 or parsed.words[group.head].lemma != "be":
        return ()
    if any(w.part != "time" for w in parsed.words[segment.start : group.start]):
        return ()
    phrase = phrase_from(parsed.words[group.end : segment.end])
    return tuple(phrase) if any(w.part == "name" for w in phrase) else ()


def happening_before(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """ "After the battle in 1066": the thing that happened, if its noun phrase stands right before the date."""
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    while at > 0 and words[at - 1].low in lexicon().lists["before_date"]:
        at -= 1
    phrase = phrase_before(words, at)
    head = next((i for i, w in enumerate(phrase) if w.part == "prep"), len(phrase))
    nouns = [w for w in phrase[:head] if w.part in ("noun", "name")]
    return tuple(phrase) if nouns and nouns[-1].low in lexicon().lists["happenings"] else ()


def recounted(parsed: Parsed, here: int, at: int) -> Clause | None:
    """ "She leads an inquiry into the sinking of the ferry on 4 May": what is looked into, or told of, happened then.

    Of "published a report on the sinking of the ferry on 4 May" it is the day of publishing, unless that has its own.
    """
    words, lists, group = parsed.words, lexicon().lists, parsed.finite(here)
    begin = parsed.segments[here].start
    about = next((i for i in range(at - 1, begin, -1) if words[i].low in lists["recounts"]), None)
    if about is None or words[about + 1].part != "prep" or words[at].part != "time":
        return None
    phrase = happening_after_lead(words[about + 1 :], words[at].start)
    bare = all(w.part in ("det", "noun") for w in phrase) and len(phrase) <= _BARE
    made = group is not None and words[group.head].lemma in lists["makes_known"]
    dated = any(w.part == "time" for w in words[begin:about])
    return Clause((), phrase, "", "noun") if phrase and (dated or not (bare or made)) else None


def happening_after_lead(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """ "After the mill fire near the port on 4 May": the thing that happened, with what follows it."""
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    while at > 1 and words[at - 1].low in lexicon().lists["before_date"]:
        at -= 1
    phrase = words[1:at]
    end = next((i for i, w in enumerate(phrase) if w.part == "prep"), len(phrase))
    nouns = [w for w in phrase[:end] if w.part in ("noun", "name")]
    plain = not any(w.part in VERBAL or w.text == "," for w in phrase)
    happenings = lexicon().lists["happenings"]
    return tuple(phrase) if plain and nouns and {nouns[-1].low, stem(nouns[-1].low)} & happenings else ()
