"""What must hold around a match, since RE2 can't look around.

``before_in`` / ``before_not`` / ``after_in`` / ``after_not``: lists of words, named in ``guards.toml``, of which the
word beside the match must or mustn't be one; ``unless_before`` overrules both of the latter, ``after_not_capital``
and ``not_counting``. ``joined_not``: none of these is written onto the match, in scripts that do so. ``within_not``:
no capitalised word of the match may be one. ``after_not_capital``: the next word isn't capitalised ("Sunday
Courier"). ``after_plain``: what follows isn't a noun that the number
counts. ``needs_era``: the text counts in BC or AD somewhere.
``falling``: the first number is the larger. ``in_brackets``: it stands alone between brackets.
``ends_clause``: no word follows; ``goes_on``: one does. ``inside``: the sentence goes on behind it.
``not_compound``: no hyphen joins it to a word ("a year-long").
``after_amount``: a figure that is no year stands before it ("$40 a day"), or one of these words ("two million a year").
``not_quoted``: no quotation mark stands right before it, as before the title of a film.
``not_counting``: the number counts nothing (see counting.py).
``between_commas``: it stands between commas or brackets.
``object_not``: the words that ``trim`` cuts don't begin with one of these, or two.
"""

from __future__ import annotations

import re

from timeline.find.counting import Counting, counts
from timeline.find.rules import Rule

LETTERS = re.compile(r"[^\W\d_]+")
OPENS = " \t\u00a0([“\"'‘"  # what may stand between the word before and the match
# Ideographs, kana and Hangul, for a class of characters: between them no space parts the words, so that they
# neither continue a number nor a word, and a word of a list has only to begin or end what stands beside a match.
RUN_ON = "\u2e80-\u3000\u3003-\u3007\u3021-\ud7ff\uf900-\ufaff"
RUNS_ON = re.compile(f"[{RUN_ON}]")
NEXT_WORD = re.compile(rf"(?:[ \t\u00a0]|(?=[{RUN_ON}]))([^\W\d_]{{1,64}})")
CAPITALISED = re.compile(r"(?<![^\W_])(?=[^a-z])[^\W\d_]+")
GOES_ON = re.compile(r"[ \t\u00a0]?[,;)\]/–—-]|[ \t\u00a0][a-z]")
NOT_BEFORE = frozenset("$€£¥#%@&_=\\")
MONEY = frozenset("€$£¥₽₩")
OPENING = frozenset('"“”„‘«')
AMOUNT = re.compile(r"(?:^|\s)(\D?)([\d.,]*\d)%?\s$")
A_YEAR = re.compile(r"1\d{3}|20\d{2}")
BETWEEN = re.compile(r".?[^\W\d_]?[,(] ?", re.DOTALL)  # a letter and then a comma or a bracket
CLOSING = frozenset((",", ")", ".", ";"))
LINKING = frozenset(".,:/-–—+")


def _dash(text: str, at: int, plain: frozenset[str]) -> bool:
    """Whether the hyphen at ``at`` stands for a dash behind a year."""
    word = LETTERS.match(text, at + 1)
    return word is not None and len(word[0]) > 2 and word[0] in plain and text[at - 4 : at].isdigit()


def stands_alone(text: str, start: int, end: int, plain: frozenset[str]) -> bool:
    """Whether ``[start, end)`` is cut out of no longer word or number.

    A hyphen behind a year and before one of the ``plain`` words that no noun begins with is a dash: "1950-the day".
    """
    if start:
        before = text[start - 1]
        if (before.isalnum() and not RUNS_ON.match(before)) or before in NOT_BEFORE:
            return False
        if before in LINKING and start > 1 and text[start - 2].isdigit() and text[start].isdigit():
            return False
        if before == "-" and text[start].isdigit() and start > 1 and text[start - 2].isupper():
            return False
    if end < len(text):
        after = text[end]
        if (after.isalnum() and not RUNS_ON.match(after)) or after in "%_°":
            return False
        if text[end - 1].isdigit() and text[end : end + 2].strip()[:1] in MONEY:
            return False
        if after in ".,:/" and end + 1 < len(text) and text[end + 1].isdigit() and text[end - 1].isdigit():
            return False
        if after == "-" and end + 1 < len(text) and text[end - 1].isdigit() and text[end + 1].isalnum():
            return text[end + 1].isupper() or _dash(text, end, plain)  # "1950-ton" counts, "1950-51" is one number
    return True


def _thing_stands(rule: Rule, text: str, start: int, end: int, groups: dict[str, str]) -> bool:
    """Whether the guards of what a match names hold: ``between_commas``, ``object_not`` and ``clause``."""
    if rule.between_commas and not (
        BETWEEN.fullmatch(text[max(0, start - 3) : start]) and text[end : end + 1] in CLOSING
    ):
        return False
    if rule.object_not:
        words = groups.get(rule.trim or "", "").lower().split(None, 2)
        if words[0] in rule.object_not or " ".join(words[:2]) in rule.object_not:
            return False
    # "two months after Phase 2": the words for the thing go on
    return not (rule.clause and text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit())


def may_begin(rule: Rule, text: str, start: int, before: str, *, era: bool) -> bool:
    """Whether what stands before ``start``, where ``before`` is the last word, lets a match of the rule begin there."""
    if rule.needs_era and not era:
        return False
    if rule.in_brackets and text[start - 1 : start] != "(":
        return False
    if not rule.asks_before:
        return True
    if rule.before_in and not _ends_with(before, rule.before_in):
        return False
    if rule.before_not and _ends_with(before, rule.before_not) and not _ends_with(before, rule.unless_before):
        return False
    return not rule.after_amount or _ends_with(before, rule.after_amount) or _amount(text, start)


def allows(
    rule: Rule, text: str, start: int, end: int, *, before: str, groups: dict[str, str], words: Counting
) -> bool:
    """Whether the rule's other guards let its match ``text[start:end]`` behind the word ``before`` stand."""
    if not _thing_stands(rule, text, start, end, groups):
        return False
    if rule.falling and int(groups["first"]) <= int(groups["last"]):
        return False
    if not _stands(rule, text, start, end):
        return False
    if rule.within_not and not rule.within_not.isdisjoint(w.lower() for w in CAPITALISED.findall(text, start, end)):
        return False
    if not rule.asks_beside:
        return True
    following = NEXT_WORD.match(text, end)
    if not _fits(rule, before, following[1] if following else "", words.plain):
        return False
    return _ends_with(before, rule.unless_before) or not (rule.not_counting and counts(words, text, end, before))


def _stands(rule: Rule, text: str, start: int, end: int) -> bool:
    """Whether the signs beside the match, and that a word follows or none, let it stand."""
    if rule.joined_not and text.startswith(tuple(rule.joined_not), end):
        return False
    if rule.in_brackets and text[end : end + 1] != ")":
        return False
    if rule.not_quoted and start and text[max(0, start - 2) : start].strip()[-1:] in OPENING:
        return False
    if rule.not_compound and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return False
    if rule.inside and not GOES_ON.match(text, end):
        return False
    if not rule.ends_clause and not rule.goes_on:
        return True
    return (NEXT_WORD.match(text, end) is not None) == rule.goes_on


def _amount(text: str, start: int) -> bool:
    """Whether a figure stands before ``start`` that isn't a bare year."""
    figure = AMOUNT.search(text[max(0, start - 30) : start])
    return figure is not None and (bool(figure[1]) or not A_YEAR.fullmatch(figure[2]))


def _fits(rule: Rule, before: str, after: str, plain: frozenset[str]) -> bool:
    """Whether the words beside a match, "" where there is none, let it stand."""
    lower = after.lower()
    if rule.after_in and lower not in rule.after_in:
        return False
    if rule.after_plain and after and not after[:1].isupper() and lower not in plain:
        return False
    if _ends_with(before, rule.unless_before):
        return True
    if rule.after_not_capital and after[:1].isupper() and lower not in plain:
        return False
    return not _begins_with(lower, rule.after_not)


def word_before(text: str, start: int) -> str:
    """The last word of the 40 code points before ``start``, in small letters; "" where no word stands there."""
    words = text[max(0, start - 40) : start].removesuffix("\n").rstrip(OPENS)
    if words.endswith((".", "#", "-", "°", "º")):
        words = words[:-1]
    word = words[words.rfind(" ") + 1 :]
    if word.isalpha():
        return word.lower()
    last = LETTERS.match(words[::-1])
    return last[0][::-1].lower() if last else ""


def _ends_with(before: str, words: frozenset[str]) -> bool:
    """Whether what stands before a match is one of the words, or ends with one where no space parts them."""
    if before in words:
        return True
    return bool(before and words and RUNS_ON.match(before[-1])) and before.endswith(tuple(words))


def _begins_with(after: str, words: frozenset[str]) -> bool:
    """Whether what stands behind a match is one of the words, or begins with one where no space parts them."""
    if after in words:
        return True
    return bool(after and words and RUNS_ON.match(after[0])) and after.startswith(tuple(words))
