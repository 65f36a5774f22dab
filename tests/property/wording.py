"""Words that a rule finds, made from its pattern: each of its alternatives in turn."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from re import _parser as parser  # type: ignore[attr-defined]  # the one reader of patterns that Python has
from typing import Any

from timeline.find.rules import Rule, ruleset

LETTERS = {"Lu": "A-Z", "Ll": "a-z", "L": "A-Za-z", "Han": "一-三"}
CODE = re.compile(r"\\x\{([0-9A-Fa-f]+)\}")
SORT = re.compile(r"\\p\{(\w+)\}")
MARK = re.compile("[\ue000-\uf8ff]")  # stands for a date that an earlier pass found
DEEPEST = 4  # dates within dates
MORE = 2  # times that something comes again beyond the least


def wordings(language: str, times: int) -> Iterator[tuple[str, str]]:
    """Each rule of the language by its id, with words that it finds, so many times."""
    maker = _Maker(language)
    for _ in range(times):
        for rule in maker.rules:
            yield rule.id, maker.words(rule)


class _Maker:
    """Makes words of rules; of several alternatives of a pattern each comes in its turn."""

    def __init__(self, language: str) -> None:
        self.rules = [rule for level in ruleset(language).levels for rule in level.rules]
        self._parsed = {rule.id: parser.parse(_as_python(rule.source)) for rule in self.rules}
        self._marked: dict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            self._marked[rule.mark or ""].append(rule)
        self._turns: Counter[int] = Counter()
        self._random = Random(len(self.rules))  # noqa: S311  words are no secrets

    def words(self, rule: Rule, depth: int = 0) -> str:
        def marked(match: re.Match[str]) -> str:
            ours = self._marked[match[0]]
            return self.words(self._turn(ours), depth + 1) if ours and depth < DEEPEST else "1950"

        return MARK.sub(marked, self._made(self._parsed[rule.id]))

    def _turn(self, ways: Sequence[Any]) -> Any:
        self._turns[id(ways)] += 1
        return ways[self._turns[id(ways)] % len(ways)]

    def _made(self, pattern: Any) -> str:
        return "".join(self._piece(str(kind), what) for kind, what in pattern)

    def _piece(self, kind: str, what: Any) -> str:
        match kind:
            case "LITERAL":
                return chr(what)
            case "NOT_LITERAL" | "ANY":
                return "x"
            case "IN":
                return self._sign(what)
            case "BRANCH":
                return self._made(self._turn(what[1]))
            case "SUBPATTERN":
                return self._made(what[3])
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, again = what
                return "".join(self._made(again) for _ in range(self._random.randint(least, min(most, least + MORE))))
            case _:
                return ""  # a border

    def _sign(self, signs: Any) -> str:
        kind, what = self._turn(signs)
        match str(kind):
            case "LITERAL":
                return chr(what)
            case "RANGE":
                return chr(self._random.randint(what[0], min(what[1], what[0] + 25)))
            case "CATEGORY":
                return self._random.choice("0123456789") if "DIGIT" in str(what) else " "
            case _:
                return self._random.choice("aB")  # none of some


def _as_python(source: str) -> str:
    """The pattern as ``re`` writes it: RE2 has sorts of letters and code points of its own."""
    source = CODE.sub(lambda code: f"\\U{int(code[1], 16):08x}", source)
    out, inside = "", False
    for piece in re.findall(r"\\p\{\w+\}|\\.|.", source, re.DOTALL):
        inside = piece == "[" or (inside and piece != "]")
        sort = SORT.fullmatch(piece)
        letters = LETTERS.get(sort[1], "a-z") if sort else ""
        out += piece if not sort else letters if inside else f"[{letters}]"
    return out
