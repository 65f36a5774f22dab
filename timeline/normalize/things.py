"""What the words behind "two years after" or "the anniversary of" name: its head, its owner, and which end of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline.model import Document
from timeline.normalize.kin import Word, keys_of, person_of, stem, words_of_text
from timeline.normalize.people import OWNED, TOKEN, is_past, spoken_of, words_in
from timeline.normalize.words import phrase, phrases

OF = re.compile(r"\bof\b")


@dataclass(frozen=True, slots=True)
class Thing:
    """A happening as it is asked for.

    ``heads``: stems and families of which its telling must have one; ``names``: names that it must hold;
    ``owners``: persons of whom it must tell; ``others``: further words, by their stems and families. ``end``: its
    "start" or "end" is meant; ``lasts``: it has both; ``clause``: a verb tells it; ``alone``: a name stands for it;
    ``first``: the first of several; ``here``: only this text can tell what it is ("their wedding").
    ``whose``: of these, the others to which it belongs, it must hold one ("the city's fall", "the fall of the city").
    """

    heads: frozenset[str]
    names: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    end: str = ""
    lasts: bool = False
    clause: bool = False
    alone: bool = False
    first: bool = False
    here: bool = False
    whose: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    low: str
    owns: bool
    capital: bool


def thing_of(words: str, document: Document, at: int) -> Thing | None:
    """The thing that ``words``, standing at ``at``, name; None where they name nothing that could be looked up."""
    tokens = [
        _Token(m[0], OWNED.sub("", m[0]).lower(), OWNED.search(m[0]) is not None, m[0][0].isupper())
        for m in TOKEN.finditer(words)
    ]
    if not tokens:
        return None
    verb = _verb(tokens)
    if verb is not None:
        return _clause(tokens, verb, document, at)
    first = tokens[0]
    if first.low.endswith(tuple(words_in("happenings", "gerund"))) and not first.capital and len(first.low) > 5:
        return _made(tokens[:1], tokens[1:], document, at, clause=True)
    return _noun(tokens, words, document, at)


def _verb(tokens: list[_Token]) -> int | None:
    """The place of the finite verb: "the fighting stopped"."""
    for number, token in enumerate(tokens):
        if (
            number
            and not token.capital
            and not token.owns
            and (is_past(token.low) or token.low in words_in("happenings", "light"))
        ):
            return (
                number
                if tokens[number - 1].low not in phrases()["stems"]["empty"] or number > 1 or _person(tokens[0])
                else None
            )
    return None


def _person(token: _Token) -> bool:
    return token.low in words_in("happenings", "pronouns")


def _clause(tokens: list[_Token], verb: int, document: Document, at: int) -> Thing | None:
    """Who or what did it, and what that was; where the verb says little, its subject is what happened."""
    subject, rest = tokens[:verb], tokens[verb + 1 :]
    while rest and tokens[verb].low in words_in("happenings", "suffering") | {"had", "has"} and is_past(rest[0].low):
        verb, rest = verb + 1, rest[1:]
    low = tokens[verb].low
    end = "start" if low in words_in("happenings", "begin") else "end" if low in words_in("happenings", "end") else ""
    if end or low in words_in("happenings", "light"):
        told = [token for token in rest if token.low not in phrases()["stems"]["empty"]]
        effect = bool(told) and told[0].low in words_in("happenings", "effect")
        if effect and not end and (_person(subject[-1]) or subject[-1].capital):
            return _made(told[:1], subject, document, at, clause=True)
        if low == "became" and told:
            return _made(tokens[verb : verb + 1], [*subject, *told], document, at, clause=True)
        inner = _noun(subject, " ".join(t.text for t in subject), document, at)
        if inner is None or (not end and told and not effect):
            return None
        return Thing(inner.heads, inner.names, inner.owners, inner.others, end, inner.lasts, clause=True)
    suffered = low in words_in("happenings", "suffered") and tokens[verb - 1].low in words_in("happenings", "suffering")
    made = _made(tokens[verb : verb + 1], [*subject, *rest], document, at, clause=True)
    if made is not None and suffered:
        return Thing(made.heads | keys_of("death"), made.names, made.owners, made.others, clause=True)
    return made


def _noun(tokens: list[_Token], words: str, document: Document, at: int) -> Thing | None:
    """A thing by its noun; "the end of the siege" is the siege, and its end."""
    main = OF.split(words, maxsplit=1)[0]
    count = len(TOKEN.findall(phrase("head_end").sub("", main) or main))
    before, behind = tokens[: max(1, count)], tokens[max(1, count) :]
    head = before[-1]
    end = ""
    if len(behind) > 1 and head.low in words_in("happenings", "begin") | words_in("happenings", "end"):
        end = "start" if head.low in words_in("happenings", "begin") else "end"
        inner = _noun(behind[1:], " ".join(t.text for t in behind[1:]), document, at)
        if inner is None:
            return None
        return Thing(inner.heads, inner.names, inner.owners, inner.others, end, lasts=True)
    if len(head.low) < 3 or head.low in phrases()["stems"]["empty"]:
        return None
    capitals = all(token.capital for token in before)
    if capitals and keys_of(head.low) == {stem(head.low)}:
        names = frozenset((head.low,))
        return Thing(frozenset((stem(head.low),)), names, alone=True)
    return _made([head], [*before[:-1], *behind], document, at, clause=False, owned=len(before) - 1)


def _made(
    head: list[_Token], rest: list[_Token], document: Document, at: int, *, clause: bool, owned: int = 99
) -> Thing | None:
    """The thing with this head; of the ``rest``, the words from ``owned`` on stand behind "of"."""
    empty = frozenset(phrases()["stems"]["empty"])
    owners: frozenset[str] = frozenset()
    names: set[str] = set()
    others: set[str] = set()
    whose: set[str] = set()
    first = here = False
    for number, token in enumerate(rest):
        if _person(token):
            if token.low in words_in("happenings", "of_many"):
                here = True
            else:
                owners = spoken_of(document, at, token.low) or frozenset((person_of(token.low),))
        elif token.low == "first":
            first = True
        elif token.low in words_in("titles", "person") or token.low in empty or len(token.low) < 3:
            continue
        elif token.capital and not (number + 1 < len(rest) and rest[number + 1].capital and not token.owns):
            names.add(token.low)
        elif not token.capital:
            others |= keys_of(token.low)
            if token.owns or number >= owned:
                whose |= keys_of(token.low)
    heads = frozenset().union(*(keys_of(token.low) for token in head))
    lasting = bool({token.low for token in head} & words_in("happenings", "lasting"))
    if clause and not names and not owners and not others and not here and rest:
        return None
    return Thing(
        heads,
        frozenset(names),
        owners,
        frozenset(others),
        lasts=lasting,
        clause=clause,
        first=first,
        here=here,
        whose=frozenset(whose),
    )


def told_of(document: Document, words: Sequence[Word], thing: Thing) -> bool:
    """Whether the words tell of one of the persons, by name or pronoun."""
    if {word.who for word in words} & thing.owners:
        return True
    of_a_life = thing.heads & (keys_of("birth") | keys_of("death"))
    return any(
        word.pronoun and len(spoken_of(document, word.start, word.low)) == 1
        and spoken_of(document, word.start, word.low) <= thing.owners
        and not (of_a_life and _owns_other(document.text, word, thing))
        for word in words
    )  # fmt: skip


def _owns_other(text: str, word: Word, thing: Thing) -> bool:
    """Whether the pronoun says whose somebody else is: "his wife died"."""
    owned = phrase("owned_behind").match(text, word.start)
    named = takewhile(lambda other: not is_past(other.low), words_of_text(owned[1] if owned else ""))
    return owned is not None and not any(other.keys & thing.heads for other in named)
