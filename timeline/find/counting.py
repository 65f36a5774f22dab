"""Whether a number counts what the words behind it name.

"1200 loaves", "1300 apple trees" and "1500 wounded soldiers" count; "1945 marks the end" and "the 1953 floods" don't.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEXT_WORDS = re.compile(r"[ \t\u00a0\u202f]([^\W\d_]{1,64})" + r"(?:[ \t\u00a0\u202f]([^\W\d_]{1,64}))?" * 2)


@dataclass(frozen=True, slots=True)
class Counting:
    """A language's words by which ``counts`` judges; lower case.

    ``things`` are always counted. Any other word with ``plural`` at its end is, but for those in ``no_plural``.
    A number behind one of ``owners`` tells which, not how many: "the 1953 floods", "from 1850 to 1900 railways
    spread". One of ``plain``, ``clause`` or ``verbs`` ends the words for what is counted; a word with
    ``past_ending`` may be a verb.
    """

    things: frozenset[str]
    plural: str
    no_plural: frozenset[str]
    owners: frozenset[str]
    plain: frozenset[str]
    clause: frozenset[str]
    verbs: frozenset[str]
    past_ending: str


def counting(lists: Mapping[str, Sequence[str]], verbs: frozenset[str]) -> Counting:
    """The words of a language's ``guards.toml``; ``verbs`` are the past forms of its irregular verbs."""
    return Counting(
        things=frozenset(lists.get("counted", ())),
        plural=str(lists.get("plural_ending", "")),
        no_plural=frozenset(lists.get("not_plural", ())),
        owners=frozenset(lists.get("determiners", ())) | frozenset(lists.get("joining", ())),
        plain=frozenset(lists.get("plain", ())),
        clause=frozenset(lists.get("clause", ())),
        verbs=verbs,
        past_ending=str(lists.get("past_ending", "")),
    )


def counts(words: Counting, text: str, end: int, before: str) -> bool:
    """Whether the number that ends at ``end`` and has the word ``before`` before it counts something."""
    match = NEXT_WORDS.match(text, end)
    behind = [word for word in match.groups() if word] if match else []
    things_only = False
    for place, word in enumerate(behind[:2]):
        if word != word.lower() or any(word in ends for ends in (words.plain, words.clause, words.verbs)):
            return False
        follows = behind[place + 1] if place + 1 < len(behind) else ""
        if not before and follows in words.owners:
            return False  # the number is the subject: "1945 marks the end"
        if word in words.things:
            return True
        if word.endswith(words.past_ending):
            things_only = True  # "1500 armed men", but "1848 toppled kings"
        if before in words.owners or len(before) == 1:
            return False
        if not things_only and word.endswith(words.plural) and not word.endswith("ss") and word not in words.no_plural:
            return True
    return False
