"""The rules as data, loaded, checked and compiled once.

A rule file (``languages/<language>/rules/*.toml``) holds ``[[rule]]`` tables:

``aside``: the rule finds a whole that has the look of a date and is none (see asides.py);
``id``, ``reading`` (what the normalize room does with it), ``type`` (TIMEX3's), ``pattern``, ``why``;
``examples`` (sentence, words found, EDTF or TIMEX3 value) and ``not`` (sentences where it must not fire);
``everywhere``: its first words stand all over a text, so it is looked for as a whole (see leads.py);
``class``: the name under which other rules use what it matched, as ``{point}``;
``ahead``: a pattern for what follows a match without belonging to it; ``trim``: the group that ends where
its clause goes on (``clause``: or, where a verb follows, the end of that clause); guards, see ``timeline.find.guards``.

In a pattern ``{name}`` stands for a fragment or a class, a space for one or two spaces of any width; a group
that stands in two branches of it has an underscore behind its name in the second. Rules
that use no class run over the text; those that use one run over the text in which each match of that class
is a single character of its own, so no pattern contains another. Where two rules match the same words, the one that
stands first wins, files in the order of their names. Patterns run on RE2: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any, cast

import re2

from timeline.errors import RuleError
from timeline.find.beginnings import Beginnings, beginnings
from timeline.find.counting import Counting, counting
from timeline.find.fragments import REFERENCE, expand, fragments
from timeline.find.leads import leads
from timeline.find.matching import Spans, chooser, finder, matcher
from timeline.find.views import FIRST_MARK
from timeline.languages import load
from timeline.model import TimexType

KEYS = {
    "id", "reading", "type", "class", "pattern", "why", "examples", "not", "ahead", "trim", "before_in", "before_not",
    "after_not", "unless_before", "after_not_capital", "after_plain", "needs_era", "falling", "in_brackets",
    "ends_clause", "not_quoted", "after_in", "aside", "within_not", "not_counting", "inside", "goes_on",
    "not_compound", "after_amount", "clause", "object_not", "between_commas", "everywhere", "joined_not",
}  # fmt: skip
NEEDED = ("id", "reading", "type", "pattern", "why", "examples", "not")
EARLY = ("early_times", "year_era")  # fragments that tell that a text speaks of the years before 1000
CLASS_OR_SPACE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| ")
NAMED = re.compile(r"\(\?P<\w+>")
SPACE = "(?:[ \\t\\x{00A0}\\x{202F}]{1,2})"
FEW = 2  # rules looked for whole in one search: together their long lists of names take RE2 too many states
MEMORY = 64 << 20  # bytes that RE2 may use for its states


@dataclass(frozen=True)
class Rule:
    """A rule. The guards' word lists are resolved to sets of lower-case words; patterns compile when first used."""

    id: str
    reading: str
    type: TimexType
    source: str
    ahead_source: str | None
    mark: str | None
    examples: tuple[tuple[str, str, str], ...]
    counter_examples: tuple[str, ...]
    why: str
    before_in: frozenset[str]
    before_not: frozenset[str]
    after_not: frozenset[str]
    joined_not: frozenset[str]
    unless_before: frozenset[str]
    after_in: frozenset[str]
    within_not: frozenset[str]
    trim: str | None
    clause: bool
    object_not: frozenset[str]
    after_not_capital: bool
    after_plain: bool
    needs_era: bool
    falling: bool
    in_brackets: bool
    ends_clause: bool
    not_quoted: bool
    inside: bool
    not_counting: bool
    goes_on: bool
    not_compound: bool
    after_amount: frozenset[str]
    between_commas: bool
    everywhere: bool

    @cached_property
    def pattern(self) -> Any:
        """The compiled pattern with its named groups."""
        return re2.compile(self.source, _options())

    @cached_property
    def match(self) -> Callable[[bytes], Spans]:
        """What gives the spans of the pattern's match at the start of bytes."""
        return matcher(self.pattern)

    @cached_property
    def groups(self) -> tuple[tuple[str, int, bool], ...]:
        """The named groups: name without what tells it apart, its number, and whether it is a part."""
        named = ((name.rstrip("_"), number) for name, number in self.pattern.groupindex.items())
        return tuple((name, number, name.startswith("part")) for name, number in named)

    @cached_property
    def asks_before(self) -> bool:
        """Whether any guard of it asks for the word before a match, whatever the match."""
        return bool(self.before_in or self.before_not or self.after_amount)

    @cached_property
    def asks_beside(self) -> bool:
        """Whether any guard of it asks for the words on both sides of a match."""
        return bool(self.after_in or self.after_not or self.after_plain or self.after_not_capital or self.not_counting)

    @cached_property
    def ahead(self) -> Any | None:
        """The compiled pattern of what may follow, or None."""
        return re2.compile(self.ahead_source, _options()) if self.ahead_source else None


@dataclass(frozen=True, slots=True)
class Level:
    """Rules that run in one pass. ``beginnings`` tells where a match of any of them may begin: by their leads in the
    first pass, by the few rules of the others themselves. ``which`` gives the numbers of those that match where bytes
    begin, in no order."""

    rules: tuple[Rule, ...]
    beginnings: Beginnings
    which: Callable[[bytes], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Asides:
    """Rules for wholes that are no dates, each a pass of its own. ``wholes`` gives where any of them matches bytes:
    most stretches have none, and none of the passes is made there."""

    levels: tuple[Level, ...]
    wholes: Callable[[bytes], Iterator[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules of a language, pass by pass. ``marks``: the character that stands for a rule's
    matches in later passes. ``era`` finds what tells that a text speaks of the years before 1000, where a language
    has rules that ask for it. ``folds``: the figures and signs that patterns see as others, "１" as "1"."""

    levels: tuple[Level, ...]
    marks: Mapping[str, str | None]
    era: Any
    stop_words: frozenset[str]
    past_forms: frozenset[str]
    participles: frozenset[str]
    helping: frozenset[str]
    being: frozenset[str]
    breaking: frozenset[str]
    new_subject: frozenset[str]
    of_names: frozenset[str]
    calendar_words: frozenset[str]
    doing: str | tuple[str, ...]
    past_ending: str | tuple[str, ...]
    determiners: frozenset[str]
    linking: frozenset[str]
    counting: Counting
    asides: tuple[Asides, ...]
    sure: frozenset[str]
    folds: Mapping[int, int] | None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all passes."""
        aside = (level for asides in self.asides for level in asides.levels)
        return tuple(rule for level in (*self.levels, *aside) for rule in level.rules)


@cache
def ruleset(language: str = "en") -> Ruleset:
    """The compiled rules of a language. Raises ``RuleError`` naming every mistake in its files."""
    tables = _tables(language)
    lists = load(language, "guards")
    folds = load(language, "fragments").get("folds")
    marks = {name: chr(FIRST_MARK + n) for n, name in enumerate(sorted({t["class"] for t in tables if "class" in t}))}
    known = fragments(language) | marks
    depth = _depths(tables, marks)

    by_level: dict[int, list[Rule]] = {}
    asides: list[Rule] = []
    mistakes = []
    for table in tables:
        try:
            group = asides if table.get("aside") else by_level.setdefault(depth[table["id"]], [])
            group.append(_rule(table, known, lists, marks))
        except (RuleError, KeyError) as mistake:
            mistakes.append(f"rule {table['id']}: {mistake}")
    if mistakes:
        raise RuleError("The rule files hold mistakes:\n" + "\n".join(mistakes))
    return Ruleset(
        levels=tuple(_level(by_level[n], led=n == 0) for n in sorted(by_level)),
        marks={rule.id: rule.mark for rules in (*by_level.values(), asides) for rule in rules},
        era=next((re2.compile(_spaced(known[name])) for name in EARLY if name in known), None),
        stop_words=frozenset(lists.get("clause", ())) | _past_forms(language),
        past_forms=_past_forms(language),
        participles=_participles(language),
        helping=frozenset(lists.get("helping", ())),
        being=frozenset(lists.get("being", ())),
        breaking=frozenset(lists.get("breaking", ())),
        new_subject=frozenset(lists.get("new_subject", ())),
        of_names=frozenset(lists.get("of_names", ())),
        calendar_words=frozenset(lists.get("calendar_words", ())),
        doing=lists.get("doing", ()),
        past_ending=lists.get("past_ending", ()),
        determiners=frozenset(lists.get("determiners", ())),
        linking=frozenset(lists.get("linking", ())),
        counting=counting(lists, _past_forms(language)),
        asides=tuple(_asides(asides[n : n + FEW]) for n in range(0, len(asides), FEW)),
        sure=frozenset(lists.get("sure", ())),
        folds=str.maketrans(folds["written"], folds["read_as"]) if folds else None,
    )


@cache
def compile_all(language: str) -> None:
    """Compile every pattern of a language. Each else compiles when a text first asks for it."""
    for rule in ruleset(language).rules:
        _ = rule.match, rule.groups, rule.ahead


def _past_forms(language: str) -> frozenset[str]:
    """The past forms of irregular and short verbs: where one stands, the words for a thing have ended."""
    short = load(language, "verbs").get("short_past", "").split()
    return frozenset((*(past for _, past, _ in _irregular(language)), *short))


def _participles(language: str) -> frozenset[str]:
    """The participles of irregular verbs, which follow "was": "two years after she was born"."""
    return frozenset(participle for _, _, participle in _irregular(language))


def _irregular(language: str) -> list[list[str]]:
    """Base, past and participle of each irregular verb."""
    rows = load(language, "verbs").get("irregular", "").replace("\n", "|").split("|")
    return [row.split() for row in rows if row.split()]


def _tables(language: str) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = []
    mistakes = []
    folder = resources.files("timeline.languages").joinpath(language, "rules")
    for name in sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml")):
        for table in load(language, f"rules/{name[:-5]}")["rule"]:
            here = f"{name}, rule {table.get('id', '?')}"
            mistakes += [f"{here}: lacks {key}" for key in NEEDED if key not in table]
            mistakes += [f"{here}: unknown key {key}" for key in table.keys() - KEYS]
            if any(table.get("id") == other.get("id") for other in tables):
                mistakes.append(f"{here}: its id is taken")
            tables.append(table)
    if mistakes:
        raise RuleError("The rule files hold mistakes:\n" + "\n".join(mistakes))
    return tables


def _depths(tables: list[dict[str, Any]], marks: dict[str, str]) -> dict[str, int]:
    """The pass of each rule: 0 where its pattern uses no class, else one more than the deepest class it uses."""
    uses = {t["id"]: {name for name in REFERENCE.findall(t["pattern"]) if name in marks} for t in tables}
    depth = {t["id"]: 0 for t in tables}
    for _ in range(len(tables) + 1):
        of_class = {name: max((depth[t["id"]] for t in tables if t.get("class") == name), default=0) for name in marks}
        before, depth = (
            depth,
            {rule: 1 + max(map(of_class.__getitem__, names)) if names else 0 for rule, names in uses.items()},
        )
        if depth == before:
            break
    if max(depth.values()) > len(marks):
        raise RuleError("The rule files hold mistakes:\na class is used by a rule of that class")
    return depth


def _rule(table: dict[str, Any], known: dict[str, str], lists: dict[str, Any], marks: dict[str, str]) -> Rule:
    def words(key: str) -> frozenset[str]:
        return frozenset(word for name in table.get(key, ()) for word in lists[name])

    return Rule(
        id=table["id"],
        reading=table["reading"],
        type=cast(TimexType, table["type"]),
        source=_spaced(expand(table["pattern"], known)),
        ahead_source=_spaced(expand(table["ahead"], known)) if "ahead" in table else None,
        mark=marks.get(table.get("class", "")),
        examples=tuple((sentence, found, value) for sentence, found, value in table["examples"]),
        counter_examples=tuple(table["not"]),
        why=table["why"],
        before_in=words("before_in"),
        before_not=words("before_not"),
        after_not=words("after_not"),
        joined_not=words("joined_not"),
        unless_before=words("unless_before"),
        after_in=words("after_in"),
        within_not=words("within_not"),
        trim=table.get("trim"),
        clause=table.get("clause", False),
        object_not=words("object_not"),
        after_not_capital=table.get("after_not_capital", False),
        after_plain=table.get("after_plain", False),
        needs_era=table.get("needs_era", False),
        falling=table.get("falling", False),
        not_counting=table.get("not_counting", False),
        between_commas=table.get("between_commas", False),
        everywhere=table.get("everywhere", False),
        ends_clause=table.get("ends_clause", False),
        not_quoted=table.get("not_quoted", False),
        inside=table.get("inside", False),
        in_brackets=table.get("in_brackets", False),
        goes_on=table.get("goes_on", False),
        not_compound=table.get("not_compound", False),
        after_amount=words("after_amount"),
    )


def _asides(rules: list[Rule]) -> Asides:
    any_of_them = "|".join(f"(?:{NAMED.sub('(?:', rule.source)})" for rule in rules)
    return Asides(tuple(_level([rule], led=False) for rule in rules), finder(re2.compile(any_of_them, _options())))


def _options() -> Any:
    options = re2.Options()
    options.longest_match = True
    options.max_mem = MEMORY
    return options


def _level(rules: list[Rule], *, led: bool) -> Level:
    """A pass; ``led``: the leads of its rules tell where they may begin, but for those that are looked for whole."""
    bare = [NAMED.sub("(?:", rule.source) for rule in rules]
    which = re2.Set.MatchSet(_options())
    for pattern in bare:
        which.Add(pattern)
    which.Compile()
    known = {lead for rule in rules if led and not rule.everywhere for lead in leads(rule.source)}
    whole = [pattern for rule, pattern in zip(rules, bare, strict=True) if rule.everywhere or not led]
    searched = beginnings(known, whole, _options(), FEW) if led else beginnings(known, whole, _options())
    return Level(tuple(rules), searched, chooser(which))


def _spaced(pattern: str) -> str:
    """The pattern with each plain space standing for any narrow run of spaces, outside character classes."""
    return CLASS_OR_SPACE.sub(lambda part: SPACE if part[0] == " " else part[0], pattern)
