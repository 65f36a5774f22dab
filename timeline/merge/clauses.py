"""What a date in a sentence dates: a thing with its participle, or the clause around the date.

A shallow reading in three steps: the verbs, the segments between the borders of clauses (``segments.py``), and then
the segment, with its subject, that the date belongs to. A date in brackets belongs to what stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.merge.phrases import bracket_at, phrase_before, subject_in, without_brackets
from timeline.merge.segments import STOPS, Group, Parsed, parse
from timeline.merge.words import VERBAL, Word, lexicon

Form = Literal["clause", "reduced", "gerund", "noun", "fragment"]


@dataclass(frozen=True, slots=True)
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


def clause_at(words: Sequence[Word], start: int, end: int) -> Clause:
    """What the date at the characters ``[start, end)`` of the sentence ``words`` dates."""
    inside = bracket_at(words, start)
    if inside is None:
        return _clause(without_brackets(words), start, end)
    opens, closes = inside
    inner = words[opens + 1 : closes]
    before = without_brackets(words[:opens])
    thing = phrase_before(before, len(before))
    life = _life(thing, inner, start)
    if life is not None:
        return life
    if any(w.part in VERBAL and w.part != "ing" for w in inner):
        return _clause(inner, start, end)
    if thing and thing[-1].low in lexicon().lists["happenings"]:
        return Clause((), tuple(thing), "", "noun")
    if not before:
        return _clause(without_brackets(words), start, end)
    at = before[-1].end
    return _member(_clause(without_brackets(words), at - 1, at), thing, words, start)


def main_subject(words: Sequence[Word]) -> tuple[Word, ...]:
    """The subject of the sentence's main clause; empty where none is found."""
    parsed = parse(without_brackets(words))
    lists = lexicon().lists
    for n, segment in enumerate(parsed.segments):
        dependent = segment.opener in lists["relative"] or segment.opener in lists["subordinator"]
        if parsed.finite(n) is not None and not dependent:
            return parsed.subject(n)
    return ()


def _life(thing: Sequence[Word], inner: Sequence[Word], start: int) -> Clause | None:
    """ "Ada (b. 1815)", "Ada (born 1815 in London – 1852)": a birth, and after a dash a death."""
    lists = lexicon().lists
    cue = next((w.low for w in inner if w.low in lists["birth"] or w.low in lists["death"]), "")
    if not cue or not thing:
        return None
    joint = max((i for i, w in enumerate(thing) if w.part == "and"), default=-1)
    thing = thing[joint + 1 :]
    dashed = any(w.text in "–—-" and w.end <= start for w in inner)
    return Clause(tuple(thing), (), "bear" if cue in lists["birth"] and not dashed else "die", "noun", cue)


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


def _clause(words: Sequence[Word], start: int, end: int) -> Clause:
    """The happening that the date dates in words without brackets."""
    parsed = parse(words)
    if not parsed.words:
        return Clause((), (), "", "fragment")
    at = next((i for i, w in enumerate(parsed.words) if w.end > start), len(parsed.words) - 1)
    until = next((i for i, w in enumerate(parsed.words) if w.start >= end), len(parsed.words))
    here = max((n for n, s in enumerate(parsed.segments) if s.start <= at), default=0)
    return (
        _close_by(parsed, here, at)
        or _clause_after(parsed, here, until)
        or _own_clause(parsed, here, at, start, end)
        or _elsewhere(parsed, here, at, start)
    )


def _close_by(parsed: Parsed, here: int, at: int) -> Clause | None:
    """What the words just before the date tell: a thing with its participle, or an -ing form."""
    segment = parsed.segments[here]
    left = [g for g in parsed.groups if segment.start <= g.start < at]
    if left and left[-1].reduced:
        return _reduced(parsed, here, left[-1])
    opens = segment.start < len(parsed.words) and parsed.words[segment.start].part == "ing"
    if opens and all(g.reduced for g in left):
        return _gerund(parsed, here)
    return None


def _clause_after(parsed: Parsed, here: int, until: int) -> Clause | None:
    """ "The quarrel dates from 1688, when they met": the clause that a "when" right after the date leads into.

    "In which" leads into one as well.
    """
    segments, lists = parsed.segments, lexicon().lists
    if here + 1 >= len(segments) or segments[here + 1].start > until + 2:
        return None
    opener = segments[here + 1].opener
    in_which = opener in lists["relative"] and parsed.words[until].part == "prep"
    when = opener in lists["when"] and until >= segments[here].end
    if not in_which and not when:
        return None
    for n in range(here + 1, len(segments)):
        if parsed.finite(n) is not None:
            return _finite(parsed, n)
        if segments[n].opener in STOPS:
            break
    return None


def _own_clause(parsed: Parsed, here: int, at: int, start: int, end: int) -> Clause | None:
    """The clause of the date's own segment, or a happening in its subject that the date belongs to."""
    group = parsed.finite(here)
    if group is None:
        return None
    if at < group.start:
        segment = parsed.segments[here]
        apart = parsed.words[segment.start].low in lexicon().lists["apart"]
        before = _happening_before(parsed.words[segment.start : segment.end], start) if apart else ()
        if before:
            return Clause((), before, "", "noun")
        thing = subject_in(parsed.words[segment.start : group.start])
        head = next((w.start for w in thing if w.part == "noun" and w.low in lexicon().lists["happenings"]), end)
        preposition = next((w.start for w in thing if w.part == "prep"), end)
        if head < preposition < start:
            return Clause((), thing, "", "noun")
    return _share(_finite(parsed, here), start, end)


def _elsewhere(parsed: Parsed, here: int, at: int, start: int) -> Clause:
    """For a segment without a verb: a happening that its nouns name, else the clause that it hangs on."""
    segment = parsed.segments[here]
    own = parsed.words[segment.start : segment.end]
    thing = _happening_before(own, start)
    clause = next((_finite(parsed, n) for n in _neighbours(parsed, here) if parsed.finite(n) is not None), None)
    lists = lexicon().lists
    apart = bool(own) and own[0].low in lists["apart"]
    if thing and (apart or clause is None or clause.lemma in lists["stative"]):
        return Clause((), thing, "", "noun")
    if clause is not None:
        follows = clause.predicate[0].start < parsed.words[min(segment.start, len(parsed.words) - 1)].start
        return _with_part(clause, own, start) if follows else clause
    described = next((g for g in parsed.groups if g.reduced and at < g.start < segment.end), None)
    if described is not None:
        return _reduced(parsed, here, described)
    return Clause((), own if here else parsed.words, "", "fragment", segment.opener)


def _happening_before(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """ "After the battle in 1066": the thing that happened, if its noun phrase stands right before the date."""
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    while at > 0 and words[at - 1].low in lexicon().lists["before_date"]:
        at -= 1
    phrase = phrase_before(words, at)
    head = next((i for i, w in enumerate(phrase) if w.part == "prep"), len(phrase))
    nouns = [w for w in phrase[:head] if w.part in ("noun", "name")]
    return tuple(phrase) if nouns and nouns[-1].low in lexicon().lists["happenings"] else ()


def _neighbours(parsed: Parsed, here: int) -> list[int]:
    """Where to look for the verb of a segment without one: forward from an opening phrase, else back first."""
    segments = parsed.segments
    relative = lexicon().lists["relative"]
    forward = sorted(range(here + 1, len(segments)), key=lambda n: segments[n].opener in relative)
    back = list(range(here - 1, -1, -1))
    strong = next((n for n in range(here, 0, -1) if segments[n].opener in STOPS), 0)
    after = parsed.finite(here + 1) if here + 1 < len(segments) else None
    # "the ship, in 1912 the largest, sank": the date stands between a subject and its verb
    between = here > 0 and after is not None and after.start == segments[here + 1].start
    between = between and parsed.finite(here - 1) is None
    return forward + back if here == strong or between else back + forward


def _reduced(parsed: Parsed, here: int, group: Group) -> Clause:
    """ "The pact signed in 1412": the noun phrase before the participle, and the words up to the next verb."""
    thing = tuple(phrase_before(parsed.words, group.start)) or parsed.nearest_subject(here)
    end = parsed.segments[here].end
    stop = min((g.start for g in parsed.groups if group.start < g.start < end), default=end)
    while stop > group.end and parsed.words[stop - 1].part == "adv":
        stop -= 1
    return Clause(thing, parsed.words[group.start : stop], parsed.words[group.head].lemma, "reduced")


def _gerund(parsed: Parsed, here: int) -> Clause:
    """ "After inheriting the mill": the -ing form with the subject of the clause that it hangs on."""
    segment = parsed.segments[here]
    words = parsed.words[segment.start : segment.end]
    return Clause(parsed.nearest_subject(here), words, words[0].lemma, "gerund", segment.opener)


def _finite(parsed: Parsed, n: int) -> Clause:
    """The clause of segment ``n`` with its subject, and what follows with "that"."""
    segment, group = parsed.segments[n], parsed.finite(n)
    assert group is not None  # noqa: S101  callers ask only for segments with a verb
    end = segment.end
    if n + 1 < len(parsed.segments) and parsed.segments[n + 1].opener == "that":
        end = parsed.segments[n + 1].end if parsed.segments[n + 1].start == end + 1 else end
    lemma = parsed.words[group.head].lemma
    predicate = parsed.words[group.start : group.end] + parsed.antecedent(n) + parsed.words[group.end : end]
    return Clause(parsed.subject(n), predicate, lemma, "clause", segment.opener)


def _share(clause: Clause, start: int, end: int) -> Clause:
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
    return _joined(clause, own) if _content(own) else clause


def _with_part(clause: Clause, part: Sequence[Word], start: int) -> Clause:
    """The clause with a part after a comma that repeats its shape with another date; else the clause as it is."""
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
    return replace(clause, predicate=(*verb, *part))
