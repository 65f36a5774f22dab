"""Where a line that is too long may be cut: before a phrase or a clause, so that what stands before it is whole."""

from __future__ import annotations

from itertools import pairwise

from timeline.merge.words import lexicon

_MARKS = " ,;:.!?\"“”'’()"


_LEAST, _LEAST_CLAUSE = 6, 4
"""Words that what is left must have where a phrase is left out, and where a whole clause is."""


def cut(text: str, most: int, words: int, keep: int = 0) -> str:
    """The longest whole beginning of ``text`` with at most ``most`` characters and ``words`` words.

    It has at least ``keep`` characters; empty where there is no such border.
    """
    tokens = text.split(" ")
    best, at = "", 0
    for i, token in enumerate(tokens):
        before = text[:at].rstrip(" ,;:")
        if i > words or len(before) > most:
            break
        long_enough = i >= (_LEAST_CLAUSE if _leads_clause(tokens, i) else _LEAST) and len(before) >= keep
        if long_enough and _is_border(tokens, i) and not _needs_more(tokens, i) and _is_whole(tokens[:i]):
            best = before
        at += len(token) + 1
    return best


def _leads_clause(tokens: list[str], i: int) -> bool:
    """Whether token ``i`` begins a clause, and no mere phrase: ", which", "and he", "to win"."""
    low = _low(tokens[i])
    return tokens[i - 1][-1:] in ",;:" or lexicon().parts.get(low) == "and" or low == "to"


def _low(token: str) -> str:
    return token.strip(_MARKS).lower()


def _is_border(tokens: list[str], i: int) -> bool:
    """Whether a phrase or a clause that can be left out begins with token ``i``."""
    lists, parts = lexicon().lists, lexicon().parts
    low, before = _low(tokens[i]), tokens[i - 1]
    after = _low(tokens[i + 1]) if i + 1 < len(tokens) else ""
    if before[-1:] in ",;:":
        return not _in_list(tokens, i)
    if low in lists["binds"]:
        return False
    if parts.get(low) == "and":
        return low == "but" or _is_verb(after) or after in lists["subject_pronoun"]
    if low == "to" and after in lexicon():
        # "met the king to open the gate", but not "asked the king to open the gate"
        return not any(_lemma(_low(token)) in lists["object_and_to"] for token in tokens[:i])
    if low == "that" and any(
        _lemma(_low(token)) in lists["reporting"] | lists["object_and_to"] for token in tokens[:i]
    ):
        return False
    if parts.get(low) == "adv":
        return i + 1 == len(tokens) and low not in lists["particle"]  # "they might sail north | together"
    return parts.get(low) in ("prep", "sub", "rel") or low in lists["relative"]


def _needs_more(tokens: list[str], i: int) -> bool:
    """Whether the verb before token ``i`` needs what is cut off: where it was put, where one went, what was told.

    "Anna set her foot | on the island", "they might go | to Lund", "Otto told the king | that he was ill".
    """
    lists, parts = lexicon().lists, lexicon().parts
    lemmas = [_lemma(_low(token)) for token in tokens[:i]]
    leads = parts.get(_low(tokens[i])) in ("prep", "to")
    if leads and lemmas[-1] in lists["motion"] and _is_verb_form(_low(tokens[i - 1])):
        return True
    put = next((k for k, lemma in enumerate(lemmas) if lemma in lists["putting"]), i)
    if leads and put < i and not any(parts.get(_low(token)) in ("prep", "to") for token in tokens[put:i]):
        return True
    told = next((k for k, lemma in enumerate(lemmas) if lemma in lists["tells_content"]), i)
    content = lists["content"] | {"to", "of", "about"}
    led = any(_low(token) in content for token in tokens[told:i])
    return told < i and not led and any(_low(token) in lists["content"] | {"to"} for token in tokens[i:])


def _is_verb_form(low: str) -> bool:
    return low in lexicon() or _is_verb(low)


def _in_list(tokens: list[str], i: int) -> bool:
    """Whether the comma before token ``i`` parts members of a list: "Anna, Otto and Karl"."""
    following = tokens[i : i + 4]
    ends = next((k for k, token in enumerate(following) if _low(token) in ("and", "or")), 0)
    return ends > 0 and not any(_is_verb(_low(token)) for token in following[: ends + 2])


def _is_whole(tokens: list[str]) -> bool:
    """Whether nothing hangs loose at the end: no verb without its object, no clause without its verb."""
    lists, knows = lexicon().lists, lexicon()
    last = _low(tokens[-1])
    before = _low(tokens[-2]) if len(tokens) > 1 else ""
    if last in lists["object_pronoun"] | lists["neuter"] and _is_verb(before):
        return True  # "they refused it"
    if last in lists["pointing"] and (_is_verb(before) or before in lists["whole"]):
        return True  # "they burned all this"
    if last in knows and knows.parts.get(before) in ("prep", "det"):
        return True  # "asked for help"
    if knows.parts.get(last) not in (None, "adv") and last not in lists["particle"]:
        return False
    passive = len(tokens) > 1 and _low(tokens[-2]) in lists["be"]
    if not passive and (_is_verb(last) or last in knows.ing or last in knows):
        return False
    if "," in tokens[-1]:
        return _is_whole([*tokens[:-1], tokens[-1].rstrip(",")])
    openers = lists["leads_dependent"] | lists["relative"]
    borders = [0, *(i for i, token in enumerate(tokens) if _low(token) in openers), len(tokens)]
    return all(any(_is_verb(_low(token)) for token in tokens[a:b]) for a, b in pairwise(borders) if b)


def _lemma(low: str) -> str:
    knows = lexicon()
    return knows.past.get(low) or knows.participle.get(low) or knows.present.get(low) or knows.ing.get(low) or low


def has_verb(text: str) -> bool:
    """Whether one of the words can be a clause's verb."""
    return any(_is_verb(_low(token)) for token in text.split())


def _is_verb(low: str) -> bool:
    knows = lexicon()
    return low in knows.past or low in knows.present or knows.parts.get(low) == "aux" or low.endswith("ed")
