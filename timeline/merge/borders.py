"""The borders between the clauses of a sentence: at marks, at small words, and where a clause is taken up again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline.merge.phrases import is_list_comma
from timeline.merge.verbgroups import STOPS, Group, subordinates
from timeline.merge.words import Part, Word, lexicon, listed
from timeline.model.record import record


@record
class Segment:
    """The words ``start`` to ``end`` between two borders; ``opener`` is the word or mark that leads into them."""

    start: int
    end: int
    opener: str


_MAY_BEGIN = frozenset({"name", "det", "pron", "number"})
"""Parts of the first word of a clause that no word leads into."""

_NO_BORDER = frozenset({"noun", "past", "participle", "present", "base", "ing", "aux", "to", "adv", "time"})
"""Parts of most words, which begin no clause unless they are its verb or in a list."""

_INSIDE = frozenset({"noun", "ing", "to", "adv", "time"})
"""Those of them that are never the first word of a verb that makes a clause."""

_PARTING = STOPS | {","}
"""Marks at which a clause may end."""

_ONLY_BEHIND = frozenset({"name", "det", "number"})
"""Parts that begin a clause without a word that leads into it only behind a verb or a noun of time."""

_VERB_TOLD = ("past", "present")
"""Parts of a verb that a clause without a word of its own may follow: "the firm said | sales had grown"."""

RESUMED = "resumed"
"""Leads into what goes on after a relative clause without a comma: "the road that leads north | was closed"."""


class Borders:
    """Finds the borders of clauses in a sentence, from left to right."""

    def __init__(self, words: Sequence[Word], groups: Sequence[Group]) -> None:
        self._words = words
        self._finite = [g.start for g in groups if not g.reduced]
        self._verbs = frozenset(self._finite)
        self._lists = lexicon().lists
        parting = [k for k, w in enumerate(words) if w.text in _PARTING]
        asides = _around_dates(words, [k for k in parting if words[k].text == ","])
        self._relative = self._lists["relative"]
        marks = [k for k in parting if words[k].part == "mark" and k not in asides]  # in a date a comma is no mark
        self._hard = [k for k in marks if not is_list_comma(words, k)]
        self._marks = frozenset(self._hard)
        self._starts: list[tuple[int, int, str]] = [(0, 0, "")]
        self._begin = 0

    def segments(self) -> list[Segment]:
        """The stretches between the borders."""
        leads = listed("leads_dependent", "result")
        for k, word in enumerate(self._words):
            if word.low not in leads and (word.part in _INSIDE or not self._may_open(k, word.part)):
                continue
            opener = self._border(k, word)
            if opener is None:
                continue
            first = k + (opener == word.low or word.part == "mark")
            if self._begin == k and word.part != "mark":
                self._starts[-1] = (self._starts[-1][0], first, opener)
            else:
                self._starts.append((k, first, opener))
            self._begin = first
        ends = [start for start, _, _ in self._starts[1:]] + [len(self._words)]
        return [
            Segment(begin, max(begin, end), opener) for (_, begin, opener), end in zip(self._starts, ends, strict=True)
        ]

    def _may_open(self, k: int, part: Part) -> bool:
        """Whether a word of this part at ``k``, none that leads into a clause, may stand at a border: few do."""
        words = self._words
        if part in _NO_BORDER:
            return k in self._verbs and self._starts[-1][2] in self._relative
        if part in _ONLY_BEHIND:
            before = words[k - 1]
            return before.part in _VERB_TOLD or before.low in self._lists["time_noun"]
        if part == "prep":
            return k + 1 < len(words) and words[k + 1].part == "ing"
        return part != "mark" or k in self._marks

    def _verb_in(self, low: int, high: int) -> bool:
        first = bisect_left(self._finite, low)
        return first < len(self._finite) and self._finite[first] < high

    def _limit(self, k: int) -> int:
        first = bisect_right(self._hard, k)
        return self._hard[first] if first < len(self._hard) else len(self._words)

    def _verb_after(self, k: int) -> int:
        """The next verb of a clause after word ``k``; the end of the sentence where there is none."""
        first = bisect_right(self._finite, k)
        return self._finite[first] if first < len(self._finite) else len(self._words)

    def _border(self, k: int, word: Word) -> str | None:
        """What leads into a new clause at word ``k``: a word or a mark; "" a clause without either; None: no border."""
        if word.part == "mark":
            return word.text if k in self._marks else None
        if word.part == "and":
            return word.low if self._new_clause(k) else None
        lists = self._lists
        if word.part == "prep" and k + 1 < len(self._words) and self._words[k + 1].part == "ing":
            goes_on = k > 0 and self._words[k - 1].lemma in lists["goes_on"] and word.low in lists["particle"]
            # "a hope of winning", "the mill went on grinding"
            return word.low if word.low not in lists["joins_thing"] and not goes_on else None
        if word.low in lists["result"]:
            return word.low if self._begins_clause(k + 1) and self._verb_in(self._begin, k) else None
        if subordinates(word):
            if word.part == "det" and k > 0 and self._words[k - 1].part == "prep" and not self._closes_verb(k - 1):
                return None  # "in that office"
            if word.low in lists["since"] and k + 1 < len(self._words) and self._words[k + 1].part == "time":
                return None  # "since 1995 it has stood empty"
            after_preposition = word.low in lists["relative"] and k > 0 and self._words[k - 1].part == "prep"
            reach = len(self._words) if word.low in lists["when"] or after_preposition else self._limit(k)
            return word.low if self._verb_in(k + 1, reach) and not self._two_phrases(k) else None
        if k in self._verbs and self._resumes(k):
            return RESUMED
        return self._unmarked(k, word) if k > self._begin else None

    def _closes_verb(self, k: int) -> bool:
        """Whether the small word at ``k`` belongs to the verb before it: "pointed out that the mill was sold"."""
        return k > 0 and self._words[k].low in self._lists["particle"] and k - 1 in self._verbs

    def _begins_clause(self, k: int) -> bool:
        """Whether a subject and its verb follow from ``k`` on: "so | the king went home"."""
        opens = k < len(self._words) and self._words[k].part in ("name", "pron", "det")
        return opens and self._verb_in(k + 1, self._limit(k))

    def _resumes(self, k: int) -> bool:
        """Whether the verb at ``k`` is the second in a relative clause: that of the clause around it."""
        if self._starts[-1][2] not in self._relative:
            return False
        return self._verb_in(self._begin, k)

    def _new_clause(self, k: int) -> bool:
        """Whether the coordinator at ``k`` joins clauses: a verb follows it, or a verb stands on either side."""
        if k == self._begin:
            return True
        after = next((j for j in range(k + 1, len(self._words)) if self._content(j)), None)
        if after is not None and self._verb_in(after, after + 1):
            return True
        return self._verb_in(self._begin, k) and self._verb_in(k + 1, self._limit(k)) and not self._blocked(k)

    def _content(self, j: int) -> bool:
        return self._words[j].part not in ("adv", "time")

    def _unmarked(self, k: int, word: Word) -> str | None:
        """A clause that no word leads into: "the pact they had signed", "the first time a ship sailed"."""
        if word.part not in _MAY_BEGIN:
            return None
        before, times = self._words[k - 1], self._lists["time_noun"]
        if word.part != "pron" and before.part not in _VERB_TOLD and before.low not in times:
            return None
        if self._time_told(k) and self._verb_in(k + 1, self._limit(k)):
            return "that"
        if self._called(k):
            return "that"
        if not self._verb_in(self._begin, k):
            return None
        if word.part == "pron" and before.part == "time":
            return ""
        said = before.lemma in lexicon().lists["reporting"] and before.part in _VERB_TOLD
        if said and word.part in ("det", "name", "pron", "number") and self._verb_in(k + 1, self._limit(k)):
            return "that"  # "the firm said | sales had grown"
        contact = (word.part == "pron" and before.part in ("noun", "name")) or (
            word.part == "det" and before.low in times
        )
        return "that" if contact and self._verb_in(k + 1, self._limit(k)) else None

    def _called(self, k: int) -> bool:
        """ "He became mayor, a post | he held until 1911": what is told of something that a clause ended with."""
        words, times = self._words, self._lists["time_noun"]
        phrase = words[self._begin : k]
        opens = self._begin and words[self._begin - 1].text == "," and phrase[0].low in self._lists["article"]
        plain = all(w.part in ("det", "noun", "name") or w.low == "of" for w in phrase)
        if words[k].part != "pron" or not opens or not plain or phrase[-1].part == "det" or phrase[-1].low in times:
            return False
        return self._verb_in(0, self._begin) and self._verb_in(k + 1, self._limit(k))

    def _time_told(self, k: int) -> bool:
        """ "In 1911, the year | Anna died, ...": whether a time named after a comma goes on with a clause."""
        words = self._words
        named = k > 2 and words[k - 1].low in lexicon().lists["time_noun"] and words[k - 3].text == ","
        return named and words[k - 2].low in lexicon().lists["article"] and words[k].part in ("name", "det", "pron")

    def _two_phrases(self, k: int) -> bool:
        """ "After the battle the Danes left": what follows the word is a phrase and not a clause."""
        words = self._words
        if words[k].part != "prep":
            return False
        verb = self._verb_after(k)
        ends = ("noun", "name", "number", "time")
        lists = lexicon().lists
        return any(
            (words[i].part == "det" and (words[i - 1].part in ends or words[i - 1].low in lists["those"]))
            or (words[i].part == "name" and words[i - 1].low in lists["part_of_time"])
            for i in range(k + 2, verb)
        )

    def _blocked(self, k: int) -> bool:
        """Whether what follows the coordinator at ``k`` reaches its verb only through another border."""
        return any(subordinates(w) for w in self._words[k + 1 : self._verb_after(k)])


def _around_dates(words: Sequence[Word], commas: Sequence[int]) -> frozenset[int]:
    """The places of the two commas around a date right behind what leads into a clause: "when, in May, it fell"."""
    found: set[int] = set()
    leads = lexicon().lists["leads_dependent"]
    for n, k in enumerate(commas):
        if not k or words[k - 1].low not in leads:
            continue
        close = commas[n + 1] if n + 1 < len(commas) else k
        inside = words[k + 1 : close]
        if any(w.part == "time" for w in inside) and all(w.part in ("time", "prep", "det", "adv") for w in inside):
            found |= {k, close}
    return frozenset(found)
