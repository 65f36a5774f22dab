"""What a date in a sentence dates: a thing with its participle, or the clause around the date.

A shallow reading in three steps: the verbs, the segments between the borders of clauses (``segments.py``), and then
the segment, with its subject, that the date belongs to. A date in brackets belongs to what stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from timeline.merge.counted import counted
from timeline.merge.estimates import estimated
from timeline.merge.kinds import kinds
from timeline.merge.named import (
    dated_before,
    happening_after_lead,
    happening_before,
    is_happening,
    recounted,
    seen_then,
    set_for,
    to_be_done,
    what_the_day_is,
)
from timeline.merge.phrases import bracket_at, phrase_before, subject_in, without_brackets
from timeline.merge.segments import Parsed, parse
from timeline.merge.shapes import Clause, finite, first_to, gerund, reduced, share, with_part
from timeline.merge.verbgroups import STOPS
from timeline.merge.words import VERBAL, Word, lexicon, listed, stem

_OPENING = frozenset({"prep", "time", "det", "adv", "number"})
"""Parts of a phrase that only says when: "and in May 1904, ..."."""


def clause_at(words: Sequence[Word], start: int, end: int, whole: Parsed | None = None) -> Clause:
    """What the date at the characters ``[start, end)`` of the sentence ``words`` dates.

    ``whole`` is the sentence as ``read_sentence`` gives it, where that is known.
    """
    one = counted(words, start)
    if one is not None:
        return one
    inside = bracket_at(words, start)
    if inside is None:
        return _clause(whole or read_sentence(words), start, end)
    opens, closes = inside
    inner = words[opens + 1 : closes]
    before = without_brackets(words[:opens])
    thing = phrase_before(before, len(before))
    life = _life(thing, inner, start)
    if life is not None:
        return life
    if any(w.part in VERBAL and w.part != "ing" for w in inner):
        return _clause(parse(inner), start, end)
    if is_happening(thing):
        return Clause((), tuple(thing), "", "noun")
    if not before:
        return _clause(whole or read_sentence(words), start, end)
    at = before[-1].end
    return _member(_clause(whole or read_sentence(words), at - 1, at), thing, words, start)


def read_sentence(words: Sequence[Word]) -> Parsed:
    """The words outside brackets with their verbs and segments."""
    return parse(without_brackets(words))


def main_subject(parsed: Parsed) -> tuple[Word, ...]:
    """The subject of the sentence's main clause; empty where none is found."""
    lists = lexicon().lists
    cleft = _cleft(parsed, 0)
    if cleft is not None:
        return cleft.subject
    for n, segment in enumerate(parsed.segments):
        dependent = segment.opener in lists["relative"] or segment.opener in lists["subordinator"]
        subject = parsed.subject(n) if parsed.finite(n) is not None and not dependent else ()
        if subject:
            return subject  # "having lost the war, | it ...": the first has none
    return ()


def _life(thing: Sequence[Word], inner: Sequence[Word], start: int) -> Clause | None:
    """ "Ada (b. 1815)", "Ada (born 1815 in London – 1852)": a birth, and after a dash a death.

    "Ada (1815, London – 1852, London)": so without a word for it where two dates have a place.
    """
    lists = lexicon().lists
    cues = [w for w in inner if w.low in lists["birth"] or w.low in lists["death"]]
    # "(b. 1850, d. 1911)": each date belongs to the cue before it
    cue = next((w.low for w in reversed(cues) if w.start < start), cues[0].low if cues else "")
    if not cue and thing and all(w.part == "name" for w in thing) and _has_two_dates_with_places(inner):
        cue = min(lists["birth"])
    if not cue or not thing:
        return None
    joint = max((i for i, w in enumerate(thing) if w.part == "and"), default=-1)
    thing = thing[joint + 1 :]
    dashed = any(w.text in "–—-" and w.end <= start for w in inner)
    return Clause(tuple(thing), (), "bear" if cue in lists["birth"] and not dashed else "die", "noun", cue)


def _has_two_dates_with_places(inner: Sequence[Word]) -> bool:
    """Whether the words in brackets are a date and a place, a dash, and a date, with or without another place."""
    dashes = [i for i, w in enumerate(inner) if w.text in "–—-" and w.part == "mark"]
    if len(dashes) != 1 or any(w.part not in ("time", "name", "prep", "mark") for w in inner):
        return False
    sides = inner[: dashes[0]], inner[dashes[0] + 1 :]
    dated = all(any(w.part == "time" for w in side) for side in sides)
    return dated and any(w.part == "name" for w in sides[0])


def _member(clause: Clause, thing: Sequence[Word], words: Sequence[Word], start: int) -> Clause:
    """ "won at Lyon (1931) and Turin (1932)": the predicate with the one member that is dated."""
    if not thing or not clause.predicate:
        return clause
    first_word, last_word = clause.predicate[0].start, clause.predicate[-1].end
    opened = [i for i, w in enumerate(words) if w.text in "([" and first_word < w.start]
    earlier = [i for i in opened if words[i].start < start - 1 and words[i].start > first_word and words[i].end < start]
    earlier = [i for i in earlier if words[i].start < thing[-1].start]
    later = [i for i in opened if start < words[i].start <= last_word + 2]
    if not earlier and not later:
        return clause
    first = phrase_before(words, earlier[0]) if earlier else list(thing)
    joint = max((i for i, w in enumerate(thing) if w.part == "and"), default=-1)
    member = thing[joint + 1 :] if earlier else thing
    lead = [w for w in clause.predicate if w.start < (first or thing)[0].start]
    return replace(clause, predicate=(*lead, *member)) if lead else clause


def _clause(parsed: Parsed, start: int, end: int) -> Clause:
    """The happening that the date dates in words without brackets."""
    if not parsed.words:
        return Clause((), (), "", "fragment")
    at = next((i for i, w in enumerate(parsed.words) if w.end > start), len(parsed.words) - 1)
    until = next((i for i, w in enumerate(parsed.words) if w.start >= end), len(parsed.words))
    here = max((n for n, s in enumerate(parsed.segments) if s.start <= at), default=0)
    return (
        to_be_done(parsed, here, at)
        or estimated(parsed, here, at)
        or _close_by(parsed, here, at, start)
        or _cleft(parsed, here)
        or _in_which(parsed, here, until)
        or dated_before(parsed, at)
        or _of_date(parsed, here, at)
        or _clause_after(parsed, here, until)
        or seen_then(parsed, here)
        or set_for(parsed, here)
        or recounted(parsed, here, at)
        or _own_clause(parsed, here, at, start, end)
        or _elsewhere(parsed, here, at, start)
    )


def _close_by(parsed: Parsed, here: int, at: int, start: int) -> Clause | None:
    """What the words just before the date tell: a thing with its participle, or an -ing form."""
    segment = parsed.segments[here]
    left = [g for g in parsed.groups if segment.start <= g.start < at]
    if left and left[-1].reduced:
        return reduced(parsed, here, left[-1])
    earlier = _another_date_of(parsed, here)
    if earlier is not None:
        return earlier
    opens = segment.start < len(parsed.words) and parsed.words[segment.start].part == "ing"
    if opens and all(g.reduced for g in left):
        own = parsed.words[segment.start : segment.end]
        named = happening_before(own[1:], start)
        if named and named[0].part == "det":
            return Clause((), named, "", "noun")  # "using the raid on the port of 4 May as a pretext"
        if own[0].lemma in lexicon().lists["when_only"] and not any(w.part in ("noun", "name") for w in own):
            return None  # "they fought on, beginning in May"
        return gerund(parsed, here)
    return None


def _another_date_of(parsed: Parsed, here: int) -> Clause | None:
    """ "His diary, sold in 1952, 1978 and again in 2011": the participle before, if no more than dates stand here."""
    segment = parsed.segments[here]
    dates = ("time", "number", "and", "adv", "prep", "mark")
    if not here or any(w.part not in dates for w in parsed.words[segment.start : segment.end]):
        return None
    before = parsed.segments[here - 1]
    left = [g for g in parsed.groups if before.start <= g.start < before.end]
    if not left:
        return _another_date_of(parsed, here - 1)
    closes = any(w.part == "time" for w in parsed.words[before.end - 2 : before.end])
    return reduced(parsed, here - 1, left[-1]) if left[-1].reduced and closes else None


def _cleft(parsed: Parsed, here: int) -> Clause | None:
    """ "It was in 1974 that the town grew": the clause after "that"."""
    words, segments = parsed.words, parsed.segments
    if len(words) < 4 or words[0].low not in lexicon().lists["cleft"] or words[1].lemma != "be":
        return None
    told = next((n for n in range(1, len(segments)) if parsed.finite(n) is not None), None)
    if told is None:
        return None
    if segments[told].opener == "who" and here in (0, told):
        return finite(parsed, told)  # "it was Otto Holm who built it in 1911"
    return finite(parsed, told) if told > here and segments[told].opener == "that" else None


def _of_date(parsed: Parsed, here: int, at: int) -> Clause | None:
    """ "The failed coup of 1923": the thing that the date belongs to, unless its verb says that it took place then."""
    words, lists = parsed.words, lexicon().lists
    if at < 2 or words[at - 1].low != "of" or words[at].part != "time":
        return None
    thing = phrase_before(words, at - 1)
    if not thing or thing[-1].part not in ("noun", "name") or thing[-1].low in lists["part_of_time"]:
        return None
    if not any(not g.reduced for g in parsed.groups) and thing[-1].low not in lists["happenings"]:
        return None
    if thing[-1].low not in lists["happenings"] and _when_after(words, at):
        return None  # "their tales of 1774, when the hill burned"
    group = parsed.finite(here)
    if group is not None and _same_act(words[group.head].lemma, thing[-1]):
        return None
    if group is not None and group.start < at:
        lemma = words[group.head].lemma
        if lemma in lists["light"]:
            return None
    return _bare_doer(parsed, here, thing) or Clause((), tuple(thing), "", "noun")


def _bare_doer(parsed: Parsed, here: int, thing: Sequence[Word]) -> Clause | None:
    """ "The raid of 4 May destroyed both silos", "an Act of 1911 closed them": what it did, where no more than one noun
    names the happening.
    """
    group = parsed.finite(here)
    bare = thing[0].low in lexicon().lists["article"] and [w.part for w in thing] in (["det", "noun"], ["det", "name"])
    if group is None or not bare or parsed.own_subject(here)[:2] != tuple(thing):
        return None
    verb = parsed.words[group.head]
    told = verb.part == "past" and group.end - group.start == 1 and verb.lemma not in listed("stative", "when_only")
    return replace(finite(parsed, here), subject=tuple(thing)) if told else None


def _when_after(words: Sequence[Word], at: int) -> bool:
    """Whether ", when" follows the date that begins at word ``at``."""
    after = next((i for i in range(at, len(words)) if words[i].part != "time"), len(words))
    return after + 1 < len(words) and words[after].text == "," and words[after + 1].low in lexicon().lists["when"]


def _same_act(lemma: str, noun: Word) -> bool:
    """Whether verb and noun tell one happening: "share" and "prize", "sign" and "treaty"."""
    known = kinds()
    family = known.by_noun.get(stem(noun.low))
    return family is not None and known.by_verb.get(lemma) is family


def _in_which(parsed: Parsed, here: int, until: int) -> Clause | None:
    """ "The speech of 4 May in which the king, ill as he was, gave up his crown": what "in which" leads to."""
    words = parsed.words
    led = until + 1 < len(words) and words[until].part == "prep" and words[until + 1].low in lexicon().lists["relative"]
    return _clause_after(parsed, here, until) if led else None


def _tells_itself(parsed: Parsed, here: int) -> bool:
    """Whether a segment with a verb says what was done, and not only that something was so: "what they planned was"."""
    group, lists = parsed.finite(here), lexicon().lists
    if group is None or parsed.words[group.head].lemma in listed("stative", "sees", "when_only"):
        return False
    subject = parsed.subject(here)
    return bool(subject) and subject[0].part in ("det", "name") and subject[0].low not in lists["content"]


def _clause_after(parsed: Parsed, here: int, until: int) -> Clause | None:
    """ "The quarrel dates from 1688, when they met": the clause that a "when" right after the date leads into.

    "In which" and a colon lead into one as well.
    """
    segments, lists = parsed.segments, lexicon().lists
    if here + 1 >= len(segments) or segments[here + 1].start > until + 2:
        return None
    opener = segments[here + 1].opener
    in_which = opener in lists["relative"] and parsed.words[until].part == "prep"
    when = opener in lists["when"] and until >= segments[here].end
    when = when and (parsed.words[until].text == "," or parsed.finite(here) is None)
    explained = opener == ":" and segments[here + 1].start <= until + 1
    if explained and _tells_itself(parsed, here):
        return None  # "a treaty was signed in 1304: Lund became an ally"
    if explained:
        return finite(parsed, here + 1) if parsed.finite(here + 1) is not None and parsed.subject(here + 1) else None
    if not in_which and not when:
        return None
    for n in range(here + 1, len(segments)):
        if parsed.finite(n) is not None:
            return None if when and _only_a_state(parsed, here, n) else finite(parsed, n)
        if segments[n].opener in STOPS:
            break
    return None


def _only_a_state(parsed: Parsed, here: int, n: int) -> bool:
    """ "Anna Holm was born in 1911, when the mill was new": segment ``n`` is only a state, ``here`` a happening."""
    stative = lexicon().lists["stative"]
    own, then = parsed.finite(here), parsed.finite(n)
    if own is None or then is None or parsed.words[then.head].lemma not in stative:
        return False
    return parsed.words[own.head].lemma not in stative | lexicon().lists["placing"]


def _own_clause(parsed: Parsed, here: int, at: int, start: int, end: int) -> Clause | None:
    """The clause of the date's own segment, or a happening in its subject that the date belongs to."""
    group = parsed.finite(here)
    if group is None:
        return None
    if at < group.start:
        segment = parsed.segments[here]
        named = what_the_day_is(parsed, here)
        if named:
            return Clause((), named, "", "noun")
        is_it = parsed.words[group.head].lemma == "be" and segment.opener in lexicon().lists["subordinator"]
        if is_it and not parsed.own_subject(here):
            return None  # "until the year is over": the date is the subject itself
        apart = parsed.words[segment.start].low in lexicon().lists["apart"]
        own = parsed.words[segment.start : segment.end]
        before = (happening_before(own, start) or happening_after_lead(own, start)) if apart else ()
        if before:
            return Clause((), before, "", "noun")
        thing = subject_in(parsed.words[segment.start : group.start])
        head = next((w.start for w in thing if w.part == "noun" and w.low in lexicon().lists["happenings"]), end)
        preposition = next((w.start for w in thing if w.part == "prep"), end)
        if head < preposition < start:
            return Clause((), thing, "", "noun")
    return share(finite(parsed, here), start, end)


def _elsewhere(parsed: Parsed, here: int, at: int, start: int) -> Clause:
    """For a segment without a verb: a happening that its nouns name, else the clause that it hangs on."""
    segment = parsed.segments[here]
    own = parsed.words[segment.start : segment.end]
    lists = lexicon().lists
    apart = bool(own) and own[0].low in lists["apart"]
    thing = happening_before(own, start) or (happening_after_lead(own, start) if apart else ())
    ranked = first_to(parsed, here)
    if ranked is not None:
        return ranked
    clause = next((finite(parsed, n) for n in _neighbours(parsed, here) if parsed.finite(n) is not None), None)
    if thing and (apart or clause is None or clause.lemma in lists["stative"]):
        return Clause((), thing, "", "noun")
    other = _other_in_turn(parsed, here, clause) if clause is not None else None
    if other is not None:
        return other
    if clause is not None:
        follows = clause.predicate[0].start < parsed.words[min(segment.start, len(parsed.words) - 1)].start
        return with_part(clause, own, start) if follows else clause
    described = next((g for g in parsed.groups if g.reduced and at < g.start < segment.end), None)
    if described is not None:
        return reduced(parsed, here, described)
    return Clause((), own if here else parsed.words, "", "fragment", segment.opener)


def _other_in_turn(parsed: Parsed, here: int, clause: Clause) -> Clause | None:
    """ "The gas came in 1884 and, ten years later, the electric light": the verb told once, said of what comes next."""
    if here + 1 >= len(parsed.segments) or parsed.finite(here + 1) is not None:
        return None
    segment, after = parsed.segments[here], parsed.segments[here + 1]
    own = parsed.words[segment.start : segment.end]
    dated = any(w.part == "time" for w in clause.predicate) and clause.form == "clause"
    if not dated or any(w.part not in ("time", "mark", "adv", "and", "prep") for w in own) or after.opener != ",":
        return None
    thing = parsed.words[after.start : after.end]
    if not thing or thing[0].part not in ("det", "name") or clause.predicate[0].start > thing[0].start:
        return None
    verb = tuple(takewhile(lambda w: w.part in (*VERBAL, "adv"), clause.predicate))
    if clause.lemma in lexicon().lists["intransitive"]:
        return replace(clause, subject=tuple(thing), predicate=verb)
    return replace(clause, predicate=(*verb, *thing))


def _neighbours(parsed: Parsed, here: int) -> list[int]:
    """Where to look for the verb of a segment without one: forward from an opening phrase, else back first."""
    segments = parsed.segments
    dependent = listed("relative", "leads_dependent")  # "in 1906, after a storm had raged, the council voted"
    forward = sorted(range(here + 1, len(segments)), key=lambda n: segments[n].opener in dependent)
    back = list(range(here - 1, -1, -1))
    strong = next((n for n in range(here, 0, -1) if segments[n].opener in STOPS), 0)
    after = parsed.finite(here + 1) if here + 1 < len(segments) else None
    # "the ship, in 1912 the largest, sank": the date stands between a subject and its verb
    between = here > 0 and after is not None and after.start == segments[here + 1].start
    between = between and parsed.finite(here - 1) is None
    # "it was sound, and in May 1904, a year later, she put to sea"
    own = parsed.words[segments[here].start : segments[here].end]
    opens = here > 0 and parsed.words[segments[here].start - 1].part == "and" and all(w.part in _OPENING for w in own)
    # "it was a ruin when, in 1816, Count Walram bought it"
    led = here > 0 and segments[here - 1].start == segments[here - 1].end and segments[here - 1].opener in dependent
    return forward + back if here == strong or between or opens or led else back + forward
