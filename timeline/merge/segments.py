"""A sentence read shallowly: its verbs, and its segments between the borders of clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.merge.phrases import is_list_comma, phrase_before, subject_in
from timeline.merge.words import VERBAL, Word, lexicon

STOPS = frozenset(";:—–")
"""Marks that no phrase goes across."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one verb, ``start`` to ``end``, its main word at ``head``.

    ``reduced``: a participle that only describes a noun, as in "the pact signed in 1412".
    """

    start: int
    end: int
    head: int
    reduced: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """The words ``start`` to ``end`` between two borders; ``opener`` is the word or mark that leads into them."""

    start: int
    end: int
    opener: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of a sentence with their verbs and segments."""

    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    segments: tuple[Segment, ...]

    def finite(self, n: int) -> Group | None:
        """The first verb of segment ``n`` that makes it a clause."""
        s = self.segments[n]
        return next((g for g in self.groups if not g.reduced and s.start <= g.start < s.end), None)

    def subject(self, n: int) -> tuple[Word, ...]:
        """Who does what the verb of segment ``n`` says: named before it, or in the clause before."""
        segment = self.segments[n]
        own = self._own_subject(n)
        if own or self.finite(n) is None:
            return own
        if segment.opener == "," and n > 0:
            return self._subject_across_commas(n)
        if segment.opener in lexicon().lists["subject_relative"]:
            return tuple(phrase_before(self.words, segment.start - 1))
        return self._subject_before(n)

    def nearest_subject(self, n: int) -> tuple[Word, ...]:
        """The subject of the nearest clause: before segment ``n``, else one named in a clause after it."""
        before = next((k for k in range(n - 1, -1, -1) if self.finite(k) is not None), None)
        subject = self.subject(before) if before is not None else ()
        return subject or next((own for k in range(n + 1, len(self.segments)) if (own := self._own_subject(k))), ())

    def antecedent(self, n: int) -> tuple[Word, ...]:
        """The thing before a relative clause with a subject of its own: "the pact that they signed"."""
        segment, group = self.segments[n], self.finite(n)
        if n == 0 or group is None or segment.opener not in lexicon().lists["object_relative"]:
            return ()
        after = self.words[group.end] if group.end < segment.end else None
        if not self._own_subject(n) or (after is not None and after.part not in ("time", "prep", "mark", "adv")):
            return ()
        return tuple(phrase_before(self.words, self.segments[n - 1].end))

    def _own_subject(self, n: int) -> tuple[Word, ...]:
        """The words before the verb of segment ``n`` that name who does it."""
        group = self.finite(n)
        return subject_in(self.words[self.segments[n].start : group.start]) if group is not None else ()

    def _subject_across_commas(self, n: int) -> tuple[Word, ...]:
        """ "The ship, a freighter, sank": the first of the phrases between commas before the verb."""
        first = n - 1
        while first > 0 and self.finite(first) is None and self.segments[first].opener == ",":
            first -= 1
        if self.finite(first) is None:
            lead = self.segments[first]
            subject = subject_in(self.words[lead.start : lead.end])
            if subject:
                return subject
        return self.nearest_subject(n)

    def _subject_before(self, n: int) -> tuple[Word, ...]:
        before = next((k for k in range(n - 1, -1, -1) if self.finite(k) is not None), None)
        if before is not None:
            return self.subject(before)
        lead = self.segments[0]
        return subject_in(self.words[lead.start : lead.end]) if n else ()


def parse(words: Sequence[Word]) -> Parsed:
    """The sentence with its verbs and segments; marks at its end left off."""
    kept = list(words)
    while kept and kept[-1].part == "mark":
        kept.pop()
    groups = _groups(kept)
    return Parsed(tuple(kept), tuple(groups), tuple(_Borders(kept, groups).segments()))


def _groups(words: Sequence[Word]) -> list[Group]:
    """The verbs in the words."""
    groups: list[Group] = []
    i = 0
    while i < len(words):
        part = words[i].part
        if part == "aux":
            head = _end_of_chain(words, i)
            groups.append(Group(i, head + 1, head))
            i = head
        elif part in ("past", "present", "participle") or (part == "base" and (i == 0 or words[i - 1].part != "to")):
            groups.append(Group(i, i + 1, i, part == "participle"))
        i += 1
    for n, group in enumerate(groups):
        alone = group.end - group.start == 1 and words[group.head].part == "past"
        if alone and _describes(words, groups, n):
            groups[n] = Group(group.start, group.end, group.head, True)
    return groups


def _end_of_chain(words: Sequence[Word], i: int) -> int:
    """The main word of the verb that the auxiliary at ``i`` begins: "had" of "had been sealed" leads to "sealed"."""
    j, head = i + 1 + 2 * _aside(words, i + 1), i
    while j < len(words) and words[j].part in ("aux", "adv", "past", "participle", "ing", "base", "time"):
        if words[j].part not in ("adv", "time"):
            head = j
        j += 1
        if words[head].part != "aux":
            break
    return head


def _aside(words: Sequence[Word], j: int) -> bool:
    """Whether a preposition and a bare noun stand between the parts of a verb: "was by treaty founded"."""
    return (
        j + 2 < len(words)
        and words[j].part == "prep"
        and words[j + 1].part == "noun"
        and words[j + 2].part in ("past", "participle")
        and words[j - 1].lemma == "be"
    )


def _describes(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a past form that could be a participle only describes a noun, and isn't the verb of a clause."""
    group = groups[n]
    if len(groups) < 2:
        return False
    before = words[group.start - 1] if group.start else None
    after = words[group.end] if group.end < len(words) else None
    bare = after is None or after.part in ("prep", "time", "mark", "adv")
    if before is None:
        return bare
    if before.part in ("noun", "name"):
        return (after is not None and after.low == "by") or (bare and _has_rival(words, groups, n))
    if before.text == ",":
        return bare and _has_main(words, groups, n)
    lead = groups[n - 1] if n else None
    opening = lead is not None and lead.start == 0 and lead.reduced
    return before.part == "and" and opening and not any(w.text == "," for w in words[: group.start])


def _has_rival(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether another verb stands in the same clause."""
    for other in groups[max(0, n - 1) : n + 2]:
        low, high = sorted((groups[n].start, other.start))
        if low < high and not other.reduced and not any(_joins(words, k) for k in range(low + 1, high)):
            return True
    return False


def _has_main(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether the sentence has a main verb other than group ``n``, which follows a comma without a subject."""
    if any(g.start > groups[n].start and not g.reduced for g in groups):
        return True
    stop = max((k for k in range(groups[n].start) if words[k].text in STOPS), default=-1)
    for g in groups[:n]:
        if g.start < stop:
            continue
        begin = max((k for k in range(g.start) if words[k].text == ","), default=-1)
        if not g.reduced and not any(words[k].part in ("rel", "sub") for k in range(begin + 1, g.start)):
            return True
    return False


def _joins(words: Sequence[Word], k: int) -> bool:
    """Whether word ``k`` may begin another clause."""
    word = words[k]
    if word.part == "mark":
        return word.text in ",;:—–" and not is_list_comma(words, k)
    if word.part == "and":
        return not _same_phrase(words, k)
    return _subordinates(word) or (word.part == "pron" and words[k - 1].part in ("noun", "name", "time"))


def _subordinates(word: Word) -> bool:
    return word.part in ("rel", "sub") or word.low in lexicon().lists["subordinator"]


def _same_phrase(words: Sequence[Word], k: int) -> bool:
    """Whether the coordinator at ``k`` joins two nouns: nothing verbal follows before the next noun ends."""
    for word in words[k + 1 : k + 4]:
        if word.part in VERBAL:
            return False
        if word.part in ("noun", "name", "time", "number"):
            return True
    return False


class _Borders:
    """Finds the borders of clauses in a sentence, from left to right."""

    def __init__(self, words: Sequence[Word], groups: Sequence[Group]) -> None:
        self._words = words
        self._finite = [g.start for g in groups if not g.reduced]
        self._hard = [
            k
            for k, w in enumerate(words)
            if w.part == "mark" and (w.text in STOPS or w.text == ",") and not is_list_comma(words, k)
        ]
        self._starts: list[tuple[int, int, str]] = [(0, 0, "")]

    def segments(self) -> list[Segment]:
        """The stretches between the borders."""
        for k, word in enumerate(self._words):
            opener = self._border(k, word)
            if opener is None:
                continue
            first = k + (opener == word.low or word.part == "mark")
            if self._begin == k and word.part != "mark":
                self._starts[-1] = (self._starts[-1][0], first, opener)
            else:
                self._starts.append((k, first, opener))
        ends = [start for start, _, _ in self._starts[1:]] + [len(self._words)]
        return [
            Segment(begin, max(begin, end), opener) for (_, begin, opener), end in zip(self._starts, ends, strict=True)
        ]

    @property
    def _begin(self) -> int:
        return self._starts[-1][1]

    def _verb_in(self, low: int, high: int) -> bool:
        return any(low <= at < high for at in self._finite)

    def _limit(self, k: int) -> int:
        return next((h for h in self._hard if h > k), len(self._words))

    def _border(self, k: int, word: Word) -> str | None:
        """What leads into a new clause at word ``k``: a word or a mark; "" a clause without either; None: no border."""
        if word.part == "mark":
            return word.text if k in self._hard else None
        if word.part == "and":
            return word.low if self._new_clause(k) else None
        if word.part == "prep" and k + 1 < len(self._words) and self._words[k + 1].part == "ing":
            return word.low
        if _subordinates(word):
            if word.part == "det" and k > 0 and self._words[k - 1].part == "prep":
                return None  # "in that office"
            lists = lexicon().lists
            after_preposition = word.low in lists["relative"] and k > 0 and self._words[k - 1].part == "prep"
            reach = len(self._words) if word.low in lists["when"] or after_preposition else self._limit(k)
            return word.low if self._verb_in(k + 1, reach) and not self._two_phrases(k) else None
        return self._unmarked(k, word) if k > self._begin else None

    def _new_clause(self, k: int) -> bool:
        """Whether the coordinator at ``k`` joins clauses: a verb follows it, or a verb stands on either side."""
        if k == self._begin:
            return True
        after = next((j for j in range(k + 1, min(k + 4, len(self._words))) if self._content(j)), None)
        if after in self._finite:
            return True
        return self._verb_in(self._begin, k) and self._verb_in(k + 1, self._limit(k)) and not self._blocked(k)

    def _content(self, j: int) -> bool:
        return self._words[j].part not in ("adv", "time")

    def _unmarked(self, k: int, word: Word) -> str | None:
        """A clause that no word leads into: "the pact they had signed", "the first time a ship sailed"."""
        before = self._words[k - 1]
        if not self._verb_in(self._begin, k):
            return None
        if word.part == "pron" and before.part == "time":
            return ""
        contact = (word.part == "pron" and before.part in ("noun", "name")) or (
            word.part == "det" and before.low in lexicon().lists["time_noun"]
        )
        return "that" if contact and self._verb_in(k + 1, self._limit(k)) else None

    def _two_phrases(self, k: int) -> bool:
        """ "After the battle the Danes left": what follows the word is a phrase and not a clause."""
        words = self._words
        if words[k].part != "prep":
            return False
        verb = next((at for at in self._finite if at > k), len(words))
        ends = ("noun", "name", "number", "time")
        return any(words[i].part == "det" and words[i - 1].part in ends for i in range(k + 2, verb))

    def _blocked(self, k: int) -> bool:
        """Whether what follows the coordinator at ``k`` reaches its verb only through another border."""
        verb = next((at for at in self._finite if at > k), len(self._words))
        return any(_subordinates(w) for w in self._words[k + 1 : verb])
