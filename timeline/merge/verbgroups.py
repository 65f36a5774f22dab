"""The verbs of a sentence, each with its auxiliaries; participles that only describe a noun are marked."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.phrases import is_list_comma
from timeline.merge.words import VERBAL, Word, lexicon
from timeline.model.record import record

STOPS = frozenset(";:—–")
"""Marks that no phrase goes across."""


_PAIR = 2
"""Commas around what else somebody is called."""

_FORMS = VERBAL - {"ing"}
"""Parts of speech that may be the verb of a clause."""


@record
class Group:
    """The words of one verb, ``start`` to ``end``, its main word at ``head``.

    ``reduced``: a participle that only describes a noun, as in "the pact signed in 1412".
    """

    start: int
    end: int
    head: int
    reduced: bool = False


def verb_groups(words: Sequence[Word]) -> list[Group]:
    """The verbs in the words."""
    groups: list[Group] = []
    end = 0
    for i in [i for i, word in enumerate(words) if word.part in _FORMS]:
        part = words[i].part
        if i < end:
            continue
        if part == "aux":
            head = _end_of_chain(words, i)
            end = head + 1
            groups.append(Group(i, end, head))
        elif part != "base" or i == 0 or words[i - 1].part != "to":
            groups.append(Group(i, i + 1, i, part == "participle"))
    for n, group in enumerate(groups):
        alone = group.end - group.start == 1 and words[group.head].part == "past"
        if alone and _describes(words, groups, n):
            groups[n] = Group(group.start, group.end, group.head, True)
        elif group.reduced and n and words[group.start - 1].text == "," and _in_row(words, groups, n):
            shared = words[groups[n - 1].start].lemma == "be"  # "was laid in May, taken up in June, and never missed"
            groups[n] = Group(group.start, group.end, group.head, not shared)
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
        and words[j + 1].part in ("noun", "adv")
        and words[j + 2].part in ("past", "participle")
        and words[j - 1].lemma in ("be", "have")
    )


def _describes(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a past form that could be a participle only describes a noun, and isn't the verb of a clause."""
    group = groups[n]
    if len(groups) < 2:
        return False
    lead = _lead(words, group.start)
    before = words[lead] if group.start else None
    after = words[group.end] if group.end < len(words) else None
    bare = after is None or after.part in ("prep", "to", "time", "mark", "adv")
    if before is None:
        return bare
    if _is_verb_of(words[group.head], before, lead):
        return False
    if before.low in lexicon().lists["each_of_them"]:
        return bare
    lead_in = _leads_into_phrase(words, lead + 1)
    if lead_in is not None and before.part in ("noun", "name"):
        if lead_in.part == "rel" or lead_in.low in ("that", "which"):
            return False  # "the oak that his sons planted"
        if lead_in.part == "ing":
            return bare  # "repeating a claim made before"
    if before.part in ("noun", "name"):
        rival = _has_rival(words, groups, n) or _inside_aside(words, groups, n)
        return (after is not None and after.low == "by") or (bare and rival)
    if before.text == ",":
        return (
            bare and not _awaited(words, groups, n) and _has_main(words, groups, n) and not _goes_on(words, groups, n)
        )
    first = groups[n - 1] if n else None
    opening = first is not None and first.start == 0 and first.reduced
    return before.part == "and" and opening and not any(w.text == "," for w in words[: group.start])


def _is_verb_of(verb: Word, before: Word, lead: int) -> bool:
    """Whether a form can't be a participle, or not beside the word before it, number ``lead``.

    "Berg left for Lund and the shop was sold": nobody leaves Berg.
    """
    lists = lexicon().lists
    alone = before.part == "name" and lead == 0 and not before.low.endswith("s") and verb.lemma in lists["sets_out"]
    never = lists["intransitive"] | lists["no_describing"]
    return alone or verb.lemma in never or not _may_be_participle(verb)


def _lead(words: Sequence[Word], start: int) -> int:
    """Where the word stands that a verb at ``start`` follows: "a threat first uttered in 1958" follows a noun."""
    lead = start - 1
    while lead > 0 and words[lead].part == "adv" and words[lead - 1].part in ("noun", "name"):
        lead -= 1
    return lead


def _awaited(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a relative clause with a subject still waits for its verb: "in which Anna, ill by then, left"."""
    begin = groups[n - 1].end if n else 0
    opener = next((k for k in range(groups[n].start - 1, begin - 1, -1) if words[k].part in ("rel", "sub")), None)
    if opener is None:
        return False
    comma = next(k for k in range(opener, groups[n].start) if words[k].text == ",")
    return any(w.part in ("noun", "name", "pron") for w in words[opener + 1 : comma])


def _may_be_participle(word: Word) -> bool:
    """Whether a past form is also a participle: "broke" never is."""
    knows = lexicon()
    return word.low in knows.participle or word.low not in knows.past


def _leads_into_phrase(words: Sequence[Word], end: int) -> Word | None:
    """The word that stands before the noun phrase which ends at ``end``."""
    i = end - 1
    inside = ("noun", "name", "det", "number", "and")
    while i >= 0 and words[i].part in inside and words[i].low not in ("that", "which"):
        if words[i].part == "and" and not (i and words[i - 1].part in ("noun", "name")):
            break  # "that Peru and Chile signed" is one phrase, "that Peru took and Chile signed" is none
        i -= 1
    return words[i] if i >= 0 else None


def _goes_on(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a verb behind a comma is that of what stands before: one of several, or behind an apposition."""
    behind = _behind_apposition(words, groups, n, _lead(words, groups[n].start)) or _behind_aside(words, groups, n)
    return behind or _in_row(words, groups, n)


def _behind_aside(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a verb goes on behind a participle between commas: "the council, led by Otto, voted to sell it, but Anna
    refused". In "the train, drawn by engines, decked with fir, ran" it describes as well.
    """
    if not n or not groups[n - 1].reduced:
        return False
    opens, closes = groups[n - 1].start - 1, groups[n].start - 1
    if opens < 1 or words[opens].text != "," or any(w.text == "," for w in words[opens + 1 : closes]):
        return False
    following = next((g for g in groups[n + 1 :] if not g.reduced), None)
    return words[opens - 1].part in ("noun", "name") and (following is None or words[following.start - 1].text != ",")


def _behind_apposition(words: Sequence[Word], groups: Sequence[Group], n: int, lead: int) -> bool:
    """Whether the first verb follows its subject and what else that is called: "Holm, the mayor, said that it fell".

    In "the bridge, a work of Holm, opened in May, fell" it only describes: a comma parts it from the verb.
    """
    commas = [k for k in range(lead + 1) if words[k].text == ","]
    if n or len(commas) != _PAIR or commas[1] != lead:
        return False
    called = words[commas[0] + 1 : lead]
    noun = bool(called) and (called[0].part in ("det", "name") or called[-1].part == "name")
    follows = groups[1] if len(groups) > 1 else None
    parted = follows is not None and words[follows.start - 1].text == ","
    return noun and not parted and not any(w.part in VERBAL or w.part == "rel" for w in words[:lead])


def _in_row(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a verb is the middle one of several: "she sailed to Oslo, sat on a board, and came home"."""
    following = groups[n + 1] if n + 1 < len(groups) else None
    lead = following.start - 1 if following is not None else 0
    while lead > 0 and words[lead].part == "adv":
        lead -= 1  # "was laid, taken up, and never missed"
    if following is None or words[lead].part != "and":
        return False
    if n == 0:  # "Anna, queen of Lund, thought of a port and built a mole"
        set_apart = [k for k in range(groups[n].start) if words[k].text == ","]
        return len(set_apart) == 2 and all(w.part in ("name", "number") for w in words[: set_apart[0]])
    return not groups[n - 1].reduced


def _has_rival(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether another verb stands in the same clause."""
    for other in groups[max(0, n - 1) : n + 2]:
        low, high = sorted((groups[n].start, other.start))
        if low < high and not other.reduced and not any(_joins(words, k) for k in range(low + 1, high)):
            return True
    return False


def _inside_aside(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether a participle stands in another one's phrase: "the train, drawn by engines decked with fir, ran"."""
    if not 0 < n < len(groups) - 1 or not groups[n - 1].reduced:
        return False
    opens, closes = groups[n - 1].start - 1, groups[n + 1].start - 1
    commas = [k for k in range(max(0, opens), closes + 1) if words[k].text == ","]
    return opens > 0 and commas == [opens, closes]


def _has_main(words: Sequence[Word], groups: Sequence[Group], n: int) -> bool:
    """Whether the sentence has a main verb other than group ``n``, which follows a comma without a subject."""
    if any(g.start > groups[n].start and not g.reduced for g in groups):
        return True
    stop = max((k for k in range(groups[n].start) if words[k].text in STOPS), default=-1)
    for g in groups[:n]:
        if g.start < stop:
            continue
        begin = max((k for k in range(g.start) if words[k].text == ","), default=-1)
        if not g.reduced and not any(_makes_dependent(words, k) for k in range(begin + 1, g.start)):
            return True
    return False


def _makes_dependent(words: Sequence[Word], k: int) -> bool:
    """Whether word ``k`` leads into a dependent clause; "that" does so right behind a noun: "the inquiry that sat"."""
    behind_noun = k > 0 and words[k - 1].part in ("noun", "name")
    return words[k].part in ("rel", "sub") or (words[k].low == "that" and behind_noun)


def _joins(words: Sequence[Word], k: int) -> bool:
    """Whether word ``k`` may begin another clause."""
    word = words[k]
    if word.part == "mark":
        return word.text in ",;:—–" and not is_list_comma(words, k)
    if word.part == "and":
        return not _same_phrase(words, k)
    return subordinates(word) or (word.part == "pron" and words[k - 1].part in ("noun", "name", "time"))


def subordinates(word: Word) -> bool:
    """Whether the word can lead into a dependent clause."""
    if word.part == "time":
        return False  # "six years after that"
    return word.part in ("rel", "sub") or word.low in lexicon().lists["leads_dependent"]


def _same_phrase(words: Sequence[Word], k: int) -> bool:
    """Whether the coordinator at ``k`` joins two nouns: nothing verbal follows before the next noun ends."""
    for word in words[k + 1 : k + 4]:
        if word.part in VERBAL:
            return False
        if word.part in ("noun", "name", "time", "number"):
            return True
    return False
