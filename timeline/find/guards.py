"""What must hold around a match, since RE2 can't look around.

``before_in`` / ``before_not`` / ``after_not``: lists of words, named in ``guards.toml``, of which the word
beside the match must or mustn't be one; ``unless_before`` overrules the last two. ``after_not_capital``: the
next word isn't capitalised ("Sunday Courier"). ``after_plain``: what follows isn't a noun that the number
counts. ``needs_era``: the text counts in BC or AD somewhere.
``falling``: the first number is the larger. ``in_brackets``: it stands alone between brackets.
``ends_clause``: no word follows.
``not_quoted``: no quotation mark stands right before it, as before the title of a film.
"""

from __future__ import annotations

import re

from timeline.find.rules import Rule

LAST_WORD = re.compile(r"([^\W\d_]+)(?:\.|#)?[ \t\u00a0(\[“\"'‘]*$")
NEXT_WORD = re.compile(r"[ \t\u00a0]([^\W\d_]+)")
NOT_BEFORE = frozenset("$€£¥#%@&_=\\")
OPENING = frozenset('"“”„‘«')
LINKING = frozenset(".,:/-–—+")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is cut out of no longer word or number."""
    if start:
        before = text[start - 1]
        if before.isalnum() or before in NOT_BEFORE:
            return False
        if before in LINKING and start > 1 and text[start - 2].isdigit() and text[start].isdigit():
            return False
        if before == "-" and text[start].isdigit() and start > 1 and text[start - 2].isupper():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum() or after in "%_":
            return False
        if after in ".,:/" and end + 1 < len(text) and text[end + 1].isdigit() and text[end - 1].isdigit():
            return False
        if after == "-" and end + 1 < len(text) and text[end - 1].isdigit() and text[end + 1].isalnum():
            return text[end + 1].isupper()  # "1950-US" goes on, "1950-ton" counts, "1950-51" is one number
    return True


def allows(
    rule: Rule, text: str, start: int, end: int, *, era: bool, groups: dict[str, str], plain: frozenset[str]
) -> bool:
    """Whether the rule's own guards let its match ``text[start:end]`` stand."""
    if rule.needs_era and not era:
        return False
    if rule.in_brackets and (text[start - 1 : start], text[end : end + 1]) != ("(", ")"):
        return False
    if rule.not_quoted and text[start - 1 : start] in OPENING and start:
        return False
    if rule.ends_clause and NEXT_WORD.match(text, end):
        return False
    if rule.falling and int(groups["first"]) <= int(groups["last"]):
        return False
    previous = LAST_WORD.search(text, max(0, start - 40), start)
    before = previous[1].lower() if previous else ""
    if rule.before_in and before not in rule.before_in:
        return False
    following = NEXT_WORD.match(text, end)
    after = following[1] if following else ""
    if rule.after_not_capital and after[:1].isupper() and after.lower() not in plain:
        return False
    if rule.after_plain and after and not after[:1].isupper() and after.lower() not in plain:
        return False
    if rule.unless_before and before in rule.unless_before:
        return True
    return before not in rule.before_not and after.lower() not in rule.after_not
