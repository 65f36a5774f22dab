"""A sentence read shallowly: its verbs, its segments between the borders of clauses, and the subject of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.merge.appositions import name_before, named_by
from timeline.merge.borders import RESUMED, Borders, Segment
from timeline.merge.doers import is_people
from timeline.merge.phrases import phrase_before, subject_in
from timeline.merge.verbgroups import Group, verb_groups
from timeline.merge.words import Word, lexicon
from timeline.model.record import record

_THERE = frozenset({"there"})
"""Holds the place of a subject that follows: "there were thirty"."""

_LONGEST_SUBJECT = 10
"""Words that a subject may have together with its relative clause."""


@record
class Parsed:
    """The words of a sentence with their verbs and segments; ``verbs`` are those that make the segments clauses."""

    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    segments: tuple[Segment, ...]
    verbs: tuple[Group | None, ...]

    def finite(self, n: int) -> Group | None:
        """The first verb of segment ``n`` that makes it a clause."""
        return self.verbs[n]

    def subject(self, n: int) -> tuple[Word, ...]:
        """Who does what the verb of segment ``n`` says: named before it, or in the clause before."""
        segment, group = self.segments[n], self.verbs[n]
        own = self.own_subject(n)
        if n == 0 and group is not None and self.words[segment.start].low in lexicon().lists["having"]:
            return self.nearest_subject(n)  # "having lost the war, Anna left"
        if group is not None and not own and segment.start < group.start:
            before = self.words[group.start - 1 : group.start]
            own = before if before[0].low in _THERE else own
        if own or self.verbs[n] is None:
            return own
        if segment.opener == RESUMED:
            return self._subject_with_relative(n)
        if segment.opener == "," and n > 0:
            return self._subject_across_commas(n)
        if segment.opener in lexicon().lists["subject_relative"]:
            return self._described(segment.start - 1, segment.opener)
        return self._subject_before(n)

    def nearest_subject(self, n: int) -> tuple[Word, ...]:
        """The subject of the nearest clause: before segment ``n``, else one named in a clause after it."""
        before = next((k for k in range(n - 1, -1, -1) if self.verbs[k] is not None), None)
        subject = self.subject(before) if before is not None else ()
        return subject or next((own for k in range(n + 1, len(self.segments)) if (own := self.own_subject(k))), ())

    def antecedent(self, n: int) -> tuple[Word, ...]:
        """The thing before a relative clause with a subject of its own: "the pact that they signed"."""
        segment, group = self.segments[n], self.verbs[n]
        if n == 0 or group is None or segment.opener not in lexicon().lists["object_relative"]:
            return ()
        after = self.words[group.end] if group.end < segment.end else None
        if not self.own_subject(n) or (after is not None and after.part not in ("time", "prep", "mark", "adv")):
            return ()
        gives = self.words[group.head].lemma in lexicon().lists["giving"]
        if group.end - group.start > 1 and self.words[group.end - 2].lemma == "be" and not gives:
            return ()  # "told Lund that the gate was opened": a passive has no object, but "was handed" one
        end = self.segments[n - 1].end
        phrase = self._wider(tuple(phrase_before(self.words, end)), end + 1)
        timed = any(w.low in lexicon().lists["time_noun"] for w in phrase)  # "the first time a ship has sailed"
        return () if timed else phrase

    def own_subject(self, n: int) -> tuple[Word, ...]:
        """The words before the verb of segment ``n`` that name who does it."""
        group = self.verbs[n]
        return subject_in(self.words[self.segments[n].start : group.start]) if group is not None else ()

    def _subject_across_commas(self, n: int) -> tuple[Word, ...]:
        """ "The ship, a freighter, sank": the first of the phrases between commas before the verb."""
        waits = next((k for k in range(n - 1, 0, -1) if self.segments[k].opener != ","), 0)
        if waits and self.verbs[waits] is None and self.segments[waits].opener in lexicon().lists["relative"]:
            lead = self.segments[waits]  # "in which Anna Holm, ill by then, resigned"
            subject = subject_in(self.words[lead.start : lead.end])
            if subject:
                return subject
        first = n - 1
        while first > 0 and (self._set_apart(first) or self._hangs_on_aside(first)):
            first -= 1
        for k in range(first, n):
            lead = self.segments[k]
            subject = subject_in(self.words[lead.start : lead.end]) if self.verbs[k] is None else ()
            if subject:
                return named_by(subject, [self.words[s.start : s.end] for s in self.segments[k + 1 : n]])
            if self.verbs[k] is not None and not (self._set_apart(k) or self._hangs_on_aside(k)):
                break
        return self.nearest_subject(n)

    def _described(self, end: int, opener: str) -> tuple[Word, ...]:
        """What a relative clause tells more of; after a comma with a place: "the museum in Lund, which opened"."""
        phrase = tuple(phrase_before(self.words, end))
        phrase = self._before_aside(phrase)
        at = phrase[0].start if phrase else 0
        named = name_before(self.words, at) if phrase and phrase[0].low in lexicon().lists["indefinite_article"] else ()
        if named:
            return named
        of = next((i for i, w in enumerate(phrase) if w.low == "of"), 0)
        if of and phrase[of - 1].low in lexicon().lists["listing"]:
            phrase = phrase[of + 1 :]  # "a list of banks that closed": the banks
        elif of and opener in lexicon().lists["human"] and is_people(phrase[-1]) and not is_people(phrase[of - 1]):
            phrase = phrase[of + 1 :]  # "the bodies of two climbers who died": the climbers
        return self._agreeing(self._wider(phrase, end), end)

    def _agreeing(self, phrase: tuple[Word, ...], end: int) -> tuple[Word, ...]:
        """ "Shares in the firm, which were ...": the shares, as the firm is one; of "a pact with the guild that was
        signed" the pact.
        """
        i = next((k for k, w in enumerate(self.words) if phrase and w.start == phrase[0].start), 0)
        if i < 2 or self.words[i - 1].part != "prep":
            return phrase
        wider = tuple(phrase_before(self.words, i - 1))
        verb = self.words[end + 1] if end + 1 < len(self.words) else None
        if not wider or verb is None:
            return phrase
        several = verb.low in lexicon().lists["plural_verb"] and wider[-1].low.endswith("s")
        several = several and not phrase[-1].low.endswith("s") and all(w.part != "and" for w in phrase)
        acts = next((w.lemma for w in self.words[end + 1 : end + 4] if w.part in ("past", "participle")), "")
        agreed = acts in lexicon().lists["agreement_verbs"] and wider[-1].low in lexicon().lists["agreements"]
        return wider if several or agreed else phrase

    def _before_aside(self, phrase: tuple[Word, ...]) -> tuple[Word, ...]:
        """ "A school, of red brick, which burned": the school, for the phrase between commas that only describes it."""
        i = next((k for k, w in enumerate(self.words) if phrase and w.start == phrase[0].start), 0)
        describes = i > 2 and self.words[i - 1].low == "of" and self.words[i - 2].text == ","
        return tuple(phrase_before(self.words, i - 2)) or phrase if describes else phrase

    def _wider(self, phrase: tuple[Word, ...], end: int) -> tuple[Word, ...]:
        """The phrase before the comma at word ``end - 1`` with the thing that its place is told of, if it is one."""
        i = next((k for k, w in enumerate(self.words) if phrase and w.start == phrase[0].start), 0)
        apart = bool(phrase) and self.words[end - 1].text == "," and i > 1
        if apart and self.words[i - 1].low in lexicon().lists["about_a_thing"]:
            wider = tuple(phrase_before(self.words, i - 1))  # "a report on the delay, which ..."
            if wider and wider[0].low in lexicon().lists["indefinite_article"]:
                return wider + self.words[i - 1 : i] + phrase
        if apart and self.words[i - 1].low in ("in", "at", "near", "on"):
            wider = tuple(phrase_before(self.words, i - 1))
            return wider + self.words[i - 1 : i] + phrase if wider and phrase[0].part == "name" else phrase
        return phrase

    def _set_apart(self, n: int) -> bool:
        """Whether segment ``n`` only says more of a noun before it: a phrase after a comma, or a relative clause."""
        opener = self.segments[n].opener
        return (self.verbs[n] is None and opener == ",") or opener in lexicon().lists["relative"]

    def _hangs_on_aside(self, n: int) -> bool:
        """ "A bill, which lay there when the crash came, was passed": whether a clause is a part of a relative one."""
        k = n
        while k > 0 and (self.verbs[k] is None or self.segments[k].opener in lexicon().lists["hanging"]):
            k -= 1
        return k < n and self._is_aside(k)

    def _subject_with_relative(self, n: int) -> tuple[Word, ...]:
        """ "The road that leads north was closed": the noun with its relative clause, alone if that is long."""
        begin = self.segments[n - 1].start
        phrase = tuple(phrase_before(self.words, begin - 1))
        whole = phrase + self.words[begin - 1 : self.segments[n].start]
        return whole if phrase and len(whole) <= _LONGEST_SUBJECT else phrase

    def _subject_before(self, n: int) -> tuple[Word, ...]:
        clauses = [k for k in range(n - 1, -1, -1) if self.verbs[k] is not None]
        before = next((k for k in clauses if not self._put_in(k, n)), None)
        if before is not None:
            return self.subject(before)
        lead = self.segments[0]
        subject = subject_in(self.words[lead.start : lead.end]) if n else ()
        return subject or (self.subject(clauses[0]) if clauses else ())

    def _put_in(self, k: int, n: int) -> bool:
        """ "It was shut when the army came, and reopened", "left by Otto, who drowned, and sank": whether clause ``k``
        only hangs on the one that goes on behind a comma with "and" in ``n``.

        What is said, "he said that the king fled, and ...", is no such clause, nor one without a subject of its own,
        which goes on itself.
        """
        end = self.segments[n].start
        if end < 2 or self.words[end - 1].part != "and" or self.words[end - 2].text != ",":
            return False
        if self.segments[k].opener in lexicon().lists["hanging"]:
            return bool(self.own_subject(k))
        begin = next((j for j in (k, k - 1) if j > 0 and self._is_aside(j)), None)
        return begin is not None and (begin < k or self.segments[k].opener in lexicon().lists["relative"])

    def _is_aside(self, k: int) -> bool:
        """Whether a comma stands before the relative clause in segment ``k``, or before the "in" of "in which"."""
        start = self.segments[k].start
        begins = self.segments[k].opener in lexicon().lists["relative"]
        leads = self.verbs[k] is None and self.segments[k].opener == "," and self.segments[k].end - start == 1
        leads = leads and k + 1 < len(self.segments) and self.segments[k + 1].opener in lexicon().lists["relative"]
        return leads or (begins and start > 1 and self.words[start - 2].text == ",")


def parse(words: Sequence[Word]) -> Parsed:
    """The sentence with its verbs and segments; marks at its end left off."""
    kept = list(words)
    while kept and kept[-1].part == "mark":
        kept.pop()
    groups = verb_groups(kept)
    segments = Borders(kept, groups).segments()
    finite = [g for g in groups if not g.reduced]
    starts, end = [g.start for g in finite], len(finite)
    first = [bisect_left(starts, s.start) for s in segments]
    verbs = [finite[n] if n < end and starts[n] < s.end else None for n, s in zip(first, segments, strict=True)]
    return Parsed(tuple(kept), tuple(groups), tuple(segments), tuple(verbs))
