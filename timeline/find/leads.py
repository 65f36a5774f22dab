r"""What a match of a pattern can begin with: its first word, or its first two where the first is short.

The leads of ``(?i:the )?(?i:winter|fall) of \d{4}`` are ``winter ``, ``the winter ``, ``the fall `` and ``fall of ``.
Together the leads of all rules are few, since most rules begin alike; where none of them stands no rule can match, and
nothing else has to look (see beginnings.py). They leave out no beginning of a match, but may allow more: they don't
tell capitals, and stop at the first figure or class of letters.

A word is a run of letters and figures. Every other character ends one, as do those of scripts without spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.errors import RuleError

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
SHORT = 4  # letters of a first word that is so common ("the", "from") that the second has to be looked at too
LONG = SHORT + 1
MORE = r"\w?"  # behind a lead that is cut off, where letters may follow

_TOKEN = re.compile(
    r"""(?P<open>\((?:\?[imsU-]*:|\?P<\w+>)?) | (?P<close>\)) | (?P<bar>\|)
    | (?P<many>(?:[?*+]|\{\d+(?:,\d*)?\})\??) | (?P<edge>[\^$]|\\[bBAz])
    | (?P<class>\[\^?\]?(?:\\.|[^\]\\])*\]|\.|\\[pP]\{\w+\}|\\[pPdDsSwW])
    | (?P<letters>[A-Za-z]+(?![?*+{])) | (?P<char>\\x\{[0-9A-Fa-f]+\}|\\.|.)""",
    re.VERBOSE | re.DOTALL,
)  # fmt: skip
_NAMED_CLASS = re.compile(r"\\[pPDsSwW]|\[:")
_CODE = re.compile(r"\\x\{([0-9A-Fa-f]+)\}")
_ESCAPED = re.compile(r"(\\[a-z])|\\?(.)", re.DOTALL)
_FIGURES = re.compile(r"[0-9]|\\d|\[(?:\d|\\d|-)+\]")
_BOUNDS = re.compile(r"\{([0-3])(?:,([0-3]))?\}")
_LETTER = re.compile(r"(?<!\\)[A-Za-z]")
_RANGE = re.compile(r"(?<=[0-9A-Za-z])-(?=[0-9A-Za-z])")

_Pieces = dict[str, int]
"""Patterns of what leads into a match, each with the number of letters of its first word."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """How a part of a pattern begins: what leads through all of it within one word (``inside``) or across one
    character that ends a word (``across``), and what leads up to the first and to the second such character, that one
    included, or to where it is cut off."""

    inside: _Pieces
    across: _Pieces
    first: _Pieces
    second: _Pieces


_NOTHING = _Lead({"": 0}, {}, {}, {})


def leads(pattern: str) -> list[str]:
    """Patterns of what a match may begin with, in small letters; none of them matches the empty text.

    Raises ``RuleError`` where the brackets of the pattern don't match.
    """
    lead = _alternatives(pattern)
    goes_on = [text for text, size in (lead.second | lead.across).items() if size <= SHORT]
    ends = [text + MORE for text, size in lead.first.items() if size > SHORT]
    return [text for text in (*ends, *goes_on, *lead.inside) if text]


def first_words(lead: str) -> tuple[str, str | None]:
    """The first word of a lead, "" where none can be told; and its second, None where that may be any.

    A word is here a run of letters of ASCII, and each other character ends one: "" is the second where two of them
    follow the first.
    """
    first, second = "", None
    for token in _TOKEN.finditer(lead):
        text = token[0]
        if token.lastgroup == "class" and _holds_letter(text):
            return (first, None) if second is not None else ("", None)
        if token.lastgroup == "letters" or (text.isascii() and text.isalpha()):
            first, second = (first + text, None) if second is None else (first, second + text)
        elif second is not None or not first:
            break
        else:
            second = ""
    return first, second


@cache
def _holds_letter(listed: str) -> bool:
    """Whether a class of characters may hold a letter of ASCII."""
    plain = _CODE.sub("", listed).replace(r"\d", "")
    return listed == "." or listed.startswith("[^") or bool(_NAMED_CLASS.search(plain) or _LETTER.search(plain))


@cache
def _alternatives(pattern: str) -> _Lead:
    """The lead of a pattern, or of what stands in a pair of its brackets: most of these stand in many patterns."""
    tokens = list(_TOKEN.finditer(pattern))
    closing = _closing(tokens)
    branches = []
    lead, at = _NOTHING, 0
    while at < len(tokens):
        if tokens[at].lastgroup == "bar":
            branches.append(lead)
            lead, at = _NOTHING, at + 1
            continue
        last = closing.get(at, at)
        many = last + 1 < len(tokens) and tokens[last + 1].lastgroup == "many"
        if lead.inside or lead.across:
            inner = pattern[tokens[at].end() : tokens[last].start()]
            part = _alternatives(inner) if at in closing else _part(tokens[at])
            lead = _then(lead, _repeated(part, tokens[last + 1][0]) if many else part)
        at = last + 1 + many
    return _any_of([*branches, lead])


def _closing(tokens: list[re.Match[str]]) -> dict[int, int]:
    """The number of the token that closes each bracket."""
    closing, still_open = {}, []
    for number, token in enumerate(tokens):
        if token.lastgroup == "open":
            still_open.append(number)
        elif token.lastgroup == "close":
            if not still_open:
                raise RuleError(f"a bracket too many at position {token.start()}")
            closing[still_open.pop()] = number
    if still_open:
        raise RuleError("a bracket is not closed")
    return closing


def _any_of(leads: Iterable[_Lead]) -> _Lead:
    """The lead of alternatives."""
    every = _Lead({}, {}, {}, {})
    for lead in leads:
        every.inside.update(lead.inside)
        every.across.update(lead.across)
        every.first.update(lead.first)
        every.second.update(lead.second)
    return every


def _part(token: re.Match[str]) -> _Lead:
    kind, text = token.lastgroup, token[0]
    if kind == "edge":
        return _NOTHING
    if kind == "letters":
        return _Lead({text.lower(): len(text)}, {}, {}, {})
    joins, ends = _sorts(text if text[0] == "[" else f"[{text}]")
    letter = text[1:-1].lower() if kind == "class" else text  # "[oO]" is one letter
    if joins and letter.isalpha() and len(set(letter)) == 1:
        return _Lead({letter[0].lower(): 1}, {}, {}, {})
    cut = {r"\d" if _FIGURES.fullmatch(text) else text: LONG} if joins else {}
    end = {text: 0} if ends else {}
    return _Lead({}, end, cut | end, {})


@cache
def _sorts(listed: str) -> tuple[bool, bool]:
    """Whether a class of characters holds some that are part of words, and some that end one; both if it can't tell."""
    if listed == "[.]" or listed.startswith("[^") or _NAMED_CLASS.search(listed):
        return True, True
    plain = _CODE.sub(lambda code: chr(int(code[1], 16)), listed[1:-1]).replace(r"\d", "0")
    chars = [" " if control else char for control, char in _ESCAPED.findall(_RANGE.sub("", plain))]
    joining = [char.isalnum() and not UNSPACED.match(char) for char in chars]
    return any(joining), not all(joining)


def _then(one: _Lead, other: _Lead) -> _Lead:
    """The lead of two parts, one behind the other."""
    return _Lead(
        _joined(one.inside, other.inside),
        _joined(one.inside, other.across) | _joined(one.across, other.inside, counted=0),
        one.first | _joined(one.inside, other.first),
        one.second | _joined(one.inside, other.second) | _joined(one.across, other.first, counted=0),
    )


def _joined(ones: _Pieces, others: _Pieces, *, counted: int = 1) -> _Pieces:
    """Each of the ones before each of the others; ``counted`` is 0 where these are no part of the first word."""
    return {
        one + other: size + counted * more
        for one, size in ones.items()
        if size <= SHORT or counted
        for other, more in others.items()
    }


def _repeated(lead: _Lead, how: str) -> _Lead:
    """The lead of a part with ``?``, ``*``, ``+`` or ``{n,m}`` behind it; letters that repeat on and on cut it off."""
    bounds = _BOUNDS.match(how)
    if how[0] == "?" or bounds:
        least, most = (int(bounds[1]), int(bounds[2] or bounds[1])) if bounds else (0, 1)
        times = [_NOTHING]
        for _ in range(most):
            times.append(_then(times[-1], lead))
        return _any_of(times[least:])
    nothing = [_NOTHING] if how[0] == "*" or how.startswith("{0") else []
    cut = {text + MORE: LONG for text in lead.inside if text}
    twice = _joined(lead.across, lead.first | cut, counted=0)
    return _any_of(
        [*nothing, _Lead({"": 0} if "" in lead.inside else {}, lead.across, lead.first | cut, lead.second | twice)]
    )
