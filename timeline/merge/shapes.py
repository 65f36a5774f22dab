"""The shapes in which a happening is told: a clause, a thing with its participle, an -ing form, a noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise, takewhile
from typing import Literal

from timeline.merge.kinds import kinds
from timeline.merge.phrases import phrase_before, subject_in
from timeline.merge.segments import Parsed
from timeline.merge.verbgroups import Group
from timeline.merge.words import VERBAL, Word, lexicon
from timeline.model.record import record

Form = Literal["clause", "reduced", "gerund", "noun", "fragment"]


@record
class Clause:
    """Who (``subject``) did what (``predicate``), in the words of the sentence; ``lemma`` is the verb's.

    ``form``: a ``clause`` with its verb; ``reduced``, a thing with its participle ("the pact signed ...");
    ``gerund``, an -ing form whose subject is the main clause's; ``noun``, a thing that happened, named by a noun;
    ``fragment``, words without a verb. ``opener`` is the word that leads into it ("who", "and", "when").
    """

    subject: tuple[Word, ...]
    predicate: tuple[Word, ...]
    lemma: str
    form: Form
    opener: str = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """Subject and predicate in one."""
        return self.subject + self.predicate

    def is_led_into(self, end: int) -> bool:
        """Whether a "when" behind a date that ends at ``end`` leads into it: "in 1911, when the mill burned"."""
        return self.opener in lexicon().lists["when"] and bool(self.words) and self.words[0].start >= end


def reduced(parsed: Parsed, here: int, group: Group) -> Clause:
    """ "The pact signed in 1412": the noun phrase before the participle, and the words up to the next verb."""
    words, before = parsed.words, group.start - 1
    while before > 0 and words[before].part == "adv":
        before -= 1  # "a threat first uttered in 1958"
    if before > 0 and words[before].low in lexicon().lists["each_of_them"]:
        before -= 1  # "two ships, both launched in May"
    thing: tuple[Word, ...] = ()
    if before >= 0 and words[before].text == ",":
        lead = parsed.words[parsed.segments[max(0, here - 1)].start : before]
        thing = subject_in(lead) if not any(w.part in VERBAL for w in lead) else _said_to_be_one(parsed, here - 1)
        thing = thing or _of_aside_before(parsed, here, group)
    coordinated = before >= 0 and words[before].part == "and"
    if coordinated and parsed.finite(here) is not None:
        thing = parsed.subject(here)
    if not coordinated:
        thing = thing or tuple(phrase_before(words, before + 1))
    thing = _what_is_one(parsed, here, thing) or thing or parsed.nearest_subject(here)
    end = parsed.segments[here].end
    stop = min((g.start for g in parsed.groups if group.start < g.start < end), default=end)
    while stop > group.end and parsed.words[stop - 1].part == "adv":
        stop -= 1
    return Clause(thing, parsed.words[group.start : stop], parsed.words[group.head].lemma, "reduced")


def _of_aside_before(parsed: Parsed, here: int, group: Group) -> tuple[Word, ...]:
    """ "The bridge, built in 1840, rebuilt in 1850, fell": what the participle before describes; empty without one."""
    before = next((g for g in reversed(parsed.groups) if g.start < group.start), None)
    lead = parsed.segments[here - 1] if here else None
    if before is None or lead is None or not before.reduced or before.start != lead.start:
        return ()
    return tuple(reduced(parsed, here - 1, before).subject)


def _said_to_be_one(parsed: Parsed, n: int) -> tuple[Word, ...]:
    """ "The bridge was a wooden one, begun in 1764": what segment ``n`` says of; empty where it says no such thing.

    "The law that made the day a holiday, passed in 1880" tells of the law.
    """
    group = parsed.finite(n) if n >= 0 else None
    if group is not None and parsed.segments[n].opener in lexicon().lists["subject_relative"]:
        return tuple(parsed.subject(n))
    if group is None or parsed.words[group.end - 1].lemma != "be":
        return ()
    said, subject = parsed.words[group.end : group.end + 1], parsed.own_subject(n)
    is_one = bool(said) and said[0].low in lexicon().lists["indefinite_article"]
    return tuple(subject) if is_one and subject and subject[0].part in ("det", "name") else ()


def _what_is_one(parsed: Parsed, here: int, thing: Sequence[Word]) -> tuple[Word, ...]:
    """ "The club is a society founded in 1952": what is said to be such a thing; empty where nothing is."""
    group = parsed.finite(here)
    if group is None or not thing or parsed.words[group.end : group.end + 1] != tuple(thing[:1]):
        return ()
    return _said_to_be_one(parsed, here)


def gerund(parsed: Parsed, here: int) -> Clause:
    """ "After inheriting the mill": the -ing form with the subject of the clause that it hangs on."""
    segment = parsed.segments[here]
    words = parsed.words[segment.start : segment.end]
    joint = next((i for i, w in enumerate(words[:-1]) if w.part == "and" and words[i + 1].part == "ing"), len(words))
    subject = _beside_aside(parsed, here) or parsed.nearest_subject(here)
    return Clause(subject, words[:joint], words[0].lemma, "gerund", segment.opener)


def _beside_aside(parsed: Parsed, here: int) -> tuple[Word, ...]:
    """ "The mill was built; Anna, writing later, says": whom an -ing form between commas stands right behind."""
    lead = parsed.segments[here - 1] if here else None
    goes_on = here + 1 < len(parsed.segments) and parsed.segments[here + 1].opener == ","
    if lead is None or not goes_on or parsed.finite(here - 1) is not None or parsed.segments[here].opener != ",":
        return ()
    words = parsed.words[lead.start : lead.end]
    return words if words and all(w.part in ("det", "noun", "name") for w in words) else ()


def finite(parsed: Parsed, n: int) -> Clause:
    """The clause of segment ``n`` with its subject, and what follows with "that"."""
    segment, group = parsed.segments[n], parsed.finite(n)
    assert group is not None  # noqa: S101  callers ask only for segments with a verb
    end = segment.end
    if n + 1 < len(parsed.segments) and parsed.segments[n + 1].opener == "that":
        end = parsed.segments[n + 1].end if parsed.segments[n + 1].start == end + 1 else end
    end = _end_of_question(parsed, n, end)
    end = _before_next_subject(parsed, n, end)
    if end < len(parsed.words) and parsed.words[end - 1].low in lexicon().lists["those"]:
        end = parsed.segments[n + 1].end  # "he was among those who stayed"
    inverted = _inverted(parsed, n, group) or _verb_first(parsed, n, group)
    if inverted is not None:
        return inverted
    lemma = _to_come(parsed.words[group.head : end]) or parsed.words[group.head].lemma
    predicate = parsed.words[group.start : group.end] + parsed.antecedent(n) + parsed.words[group.end : end]
    predicate += _rest_of_that(parsed, n)
    form: Form = "reduced" if _shares_passive(parsed, group) else "clause"
    return Clause(parsed.subject(n), predicate, lemma, form, segment.opener)


def _end_of_question(parsed: Parsed, n: int, end: int) -> int:
    """ "They will be told on Thursday which offices are to close": where what is told ends, and else the clause."""
    if n + 1 >= len(parsed.segments) or parsed.segments[n + 1].opener not in lexicon().lists["asking"]:
        return end
    group, lists = parsed.finite(n), lexicon().lists
    told = group is not None and parsed.words[group.head].lemma in lists["reporting"]
    joint = told and parsed.segments[n + 1].start == end + 1
    return parsed.segments[n + 1].end if joint and parsed.words[end - 1].part in (*VERBAL, "time") else end


def _before_next_subject(parsed: Parsed, n: int, end: int) -> int:
    """ "Anna opened a shop and the smith, who sold nails, threw a brick": where the clause ends, before the smith."""
    if n + 2 >= len(parsed.segments) or parsed.segments[n + 1].opener not in lexicon().lists["relative"]:
        return end
    goes_on = parsed.segments[n + 2].opener == "," and parsed.finite(n + 2) and not parsed.own_subject(n + 2)
    first = parsed.segments[n].start
    joint = next((k for k in range(end - 1, first, -1) if parsed.words[k].part == "and"), 0)
    named = all(w.part in ("det", "noun", "name", "mark") and w.text != "," for w in parsed.words[joint + 1 : end])
    return joint if goes_on and joint and named and parsed.words[joint + 1].part == "det" else end


def _rest_of_that(parsed: Parsed, n: int) -> tuple[Word, ...]:
    """ "Found that the pier, which had been rebuilt, rested on timber": what goes on behind the relative clause."""
    if n + 2 >= len(parsed.segments):
        return ()
    segment, aside, after = parsed.segments[n : n + 3]
    words = parsed.words[segment.start : segment.end]
    at = next((i for i, (w, then) in enumerate(pairwise(words)) if w.low == "that" and then.part == "det"), 0)
    waits = at > 0 and all(w.part in ("det", "noun", "name", "number", "prep") for w in words[at:])
    rest = parsed.words[after.start : after.end]
    apart = aside.opener in lexicon().lists["relative"] and after.opener == ","
    return rest if waits and apart and rest and rest[0].part in ("past", "present", "aux") else ()


def _to_come(words: Sequence[Word]) -> str:
    """The verb of what is to be: "is to be turned", "was due to open"; empty where the words tell something else."""
    if words[0].lemma != "be" or words[0].part != "aux":
        return ""
    rest = words[1 + (len(words) > 1 and words[1].low in lexicon().lists["planned"]) :]
    if len(rest) < 2 or rest[0].part != "to":
        return ""
    passive = rest[1].low == "be" and len(rest) > 2 and rest[2].part in ("past", "participle")
    return rest[2].lemma if passive else rest[1].lemma if rest[1].part == "base" else ""


def first_to(parsed: Parsed, here: int) -> Clause | None:
    """ "Anna was there, the first woman to fly, in 1911": Anna was the first woman to fly."""
    lists = lexicon().lists
    for n in (here, here - 1):
        if n < 1 or parsed.finite(n) is not None or parsed.segments[n].opener != ",":
            continue
        own = parsed.words[parsed.segments[n].start : parsed.segments[n].end]
        does = any(a.part == "to" and b.part == "base" for a, b in pairwise(own))
        if len(own) > 4 and own[0].low == "the" and own[1].low in lists["rank"] and does:
            subject = parsed.nearest_subject(n)
            was = replace(own[0], text="was", low="was", part="aux", lemma="be")
            return Clause(subject, (was, *own), "be", "clause") if subject and own[0].start > subject[-1].end else None
    return None


def _shares_passive(parsed: Parsed, group: Group) -> bool:
    """ "The hull was scraped and painted by convicts": the second participle has its "was" in the first."""
    words = parsed.words
    before = next((g for g in reversed(parsed.groups) if g.start < group.start), None)
    if (
        before is None
        or group.end - group.start > 1
        or not (words[group.start - 1].part == "and" or words[group.start - 1].text == ",")
    ):
        return False
    knows = lexicon()
    if words[group.head].low in knows.past and words[group.head].low not in knows.participle:
        return False  # "was built ..., took"
    if words[group.head].lemma in lexicon().lists["intransitive"]:
        return False  # "was captured ... and died"
    joined = words[group.start - 1].part == "and"
    passive = before.end - before.start > 1 and words[before.start].lemma == "be"
    passive = passive or (joined and before.reduced) or _shares_passive(parsed, before)
    after = words[group.end] if group.end < len(words) else None
    title = words[group.end : group.end + 3]
    if passive and words[group.head].lemma in lexicon().lists["naming"] and any(w.part == "name" for w in title):
        return True  # "was dug up in 1952 and made a museum"
    ends = after is None or after.part in ("prep", "to", "time", "mark", "adv") or after.low in knows.lists["whither"]
    return passive and words[group.head].part in ("past", "participle") and ends


def _inverted(parsed: Parsed, n: int, group: Group) -> Clause | None:
    """ "Never has a team won it": the subject stands between the parts of the verb."""
    segment = parsed.segments[n]
    first = parsed.words[group.start]
    if group.head != group.start or first.lemma != "have" or first.part != "aux":
        return None
    verb = next((g for g in parsed.groups if group.end < g.start < segment.end), None)
    before = [w for w in parsed.words[segment.start : group.start] if w.part not in ("adv", "time", "prep", "mark")]
    if verb is None or before or parsed.words[verb.head].part not in ("past", "participle"):
        return None
    subject = subject_in(parsed.words[group.end : verb.start])
    predicate = parsed.words[verb.start : segment.end]
    return Clause(subject, predicate, parsed.words[verb.head].lemma, "clause", segment.opener) if subject else None


def _verb_first(parsed: Parsed, n: int, group: Group) -> Clause | None:
    """ "Two days later came the answer": the subject stands after a verb of coming and going."""
    segment, verb = parsed.segments[n], parsed.words[group.head]
    after = parsed.words[group.end : segment.end]
    if verb.lemma not in lexicon().lists["arriving"] or group.end - group.start > 1 or not after:
        return None
    lead = [w for w in parsed.words[segment.start : group.start] if w.part not in ("adv", "time", "mark")]
    timed = any(w.part in ("time", "adv") for w in parsed.words[segment.start : group.start])
    if any(w.part not in ("prep", "det", "sub") for w in lead) or not timed or after[0].part not in ("det", "name"):
        return None
    subject = tuple(takewhile(lambda w: w.part in ("det", "noun", "name", "number", "prep"), after))
    return Clause(subject, (verb,), verb.lemma, "clause", segment.opener) if len(subject) == len(after) else None


def share(clause: Clause, start: int, end: int) -> Clause:
    """The clause with the part of its predicate that the date at ``[start, end)`` dates, where several dates share it.

    "He fell ill in Rome in May and died there in June" has a verb for each; "he won at Lodi in May and at Arcole in
    November" has one, and each date its own place.
    """
    dates = [i for i, w in enumerate(clause.predicate) if w.part == "time"]
    mine = [i for i in dates if start <= clause.predicate[i].start < end]
    if not mine or mine[0] == dates[0]:
        later = [i for i in dates if mine and i > mine[-1] and clause.predicate[i].start >= end]
        if mine and later and _content(clause.predicate[mine[-1] + 1 : later[0]]):
            return replace(clause, predicate=clause.predicate[: mine[-1] + 1])
        return clause
    before = max(i for i in dates if i < mine[0])
    own = clause.predicate[before + 1 : mine[-1] + 1]
    if _content(own):
        return _joined(clause, own)
    between = clause.predicate[dates[0] : mine[0]]
    alone = all(w.part in ("time", "and", "mark") for w in between)  # "placed in 509, 348 and 279"
    return replace(clause, predicate=(*clause.predicate[: dates[0]], *clause.predicate[mine[0] :])) if alone else clause


def with_part(clause: Clause, part: Sequence[Word], start: int) -> Clause:
    """The clause with a part after a comma that repeats its shape with another date; else the clause as it is."""
    bare = [w for w in part if w.part not in ("mark", "and", "adv")]
    if bare and all(w.part == "time" for w in bare) and clause.predicate[-1].part == "time":
        runs = groupby(part, key=lambda w: w.part == "time")
        own = next((run for timed, of in runs if timed and (run := tuple(of))[-1].end > start), ())
        told = tuple(dropwhile(lambda w: w.part == "time", reversed(clause.predicate)))
        return replace(clause, predicate=(*reversed(told), *own))  # "placed in 509, 348 and 279"
    if clause.lemma in lexicon().lists["arriving"] and _content(bare) and bare[0].part in ("det", "name", "noun"):
        thing = tuple(w for w in bare if w.part != "time")  # "the gas came in 1884, electric light ten years later"
        verb = tuple(takewhile(lambda w: w.part in (*VERBAL, "adv"), clause.predicate))
        if not any(w.part in (*VERBAL, "prep") for w in thing):
            return replace(clause, subject=thing, predicate=verb)
    parallel = any(w.part == "time" for w in clause.predicate) and not any(w.part in VERBAL for w in part)
    part = [w for w in part if w.start <= start or w.part == "time"]
    return _joined(clause, part) if parallel and _content(part) else clause


def _content(words: Sequence[Word]) -> bool:
    """Whether a noun or a name stands among the words."""
    return any(w.part in ("noun", "name") for w in words)


def _joined(clause: Clause, part: Sequence[Word]) -> Clause:
    """The clause's verb with another part of the predicate; a part with a subject of its own takes the verb alone."""
    part = [*part]
    while part and (part[0].part in ("and", "mark", "adv")):
        part.pop(0)
    verb = [clause.predicate[0]]
    for word in clause.predicate[1:]:
        if word.part not in (*VERBAL, "adv"):
            break
        verb.append(word)
    if len(part) > 1 and part[0].part == "name":
        head = next((i for i, w in enumerate(part) if w.part != "name"), len(part))
        if 0 < head < len(part) and part[head].part == "det":
            return replace(clause, subject=tuple(part[:head]), predicate=(*verb, *part[head:]))
    thing = tuple(takewhile(lambda w: w.part in ("det", "name", "noun"), part))
    befell = _befell_each(verb, clause.predicate[len(verb) :], thing)  # "the mill was sold in May, the weir in June"
    if befell or _each_did(verb, clause.predicate[len(verb) :], thing, part):
        return replace(clause, subject=thing, predicate=(*verb, *part[len(thing) :]))
    return replace(clause, predicate=(*verb, *part))


def _each_did(verb: Sequence[Word], rest: Sequence[Word], thing: Sequence[Word], part: Sequence[Word]) -> bool:
    """ "The gas came in 1884 and the bus a year later": whether a verb of coming with nothing but its date behind it is
    also said of ``thing``, which stands alone with its own.
    """
    lists = lexicon().lists
    comes = verb[-1].lemma in lists["arriving"]
    bare = bool(rest) and rest[0].part in ("prep", "time") and any(w.part == "time" for w in rest[:2])
    alone = all(w.part in ("time", "prep", "mark", "adv") for w in part[len(thing) :])
    named = bool(thing) and thing[0].part in ("det", "name") and thing[-1].low not in lists["part_of_time"]
    return comes and bare and alone and named


def _befell_each(verb: Sequence[Word], rest: Sequence[Word], thing: Sequence[Word]) -> bool:
    """Whether a verb in the passive, or "died", with nothing but a date or a phrase behind it, is also said of
    ``thing``.
    """
    lists = lexicon().lists
    passive = any(w.lemma == "be" for w in verb[:-1]) and verb[-1].part in ("past", "participle")
    plain = bool(rest) and rest[0].part in ("prep", "time")
    named = bool(thing) and thing[0].part in ("det", "name") and thing[-1].low not in lists["part_of_time"]
    family = kinds().by_verb.get(verb[-1].lemma)
    died = verb[-1].lemma in lists["intransitive"] and family is not None and family.once
    return plain and named and _content(thing) and (passive or died)
