"""A text's parts: its title, its dateline, what says when it was published, what the site put around it.

What the parts look like is data: ``languages/en/zones.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import re2

from timeline import languages
from timeline.model import Span, Zone, ZoneKind
from timeline.read.lines import Line, written_lines
from timeline.read.titles import Titles, title_lines

PLACES = {
    (False, False): ("any",),
    (True, False): ("any", "edges", "head"),
    (False, True): ("any", "edges", "tail"),
    (True, True): ("any", "edges", "head", "tail"),
}
"""What ``where`` of a rule for a line may be, by whether that stands in the head and in the tail of a text."""


@dataclass(frozen=True, slots=True)
class LineRule:
    """What a line of a zone looks like. ``must`` is a second pattern that has to be found in it."""

    kind: ZoneKind
    reason: str
    where: str
    pattern: Any
    must: Any
    once: bool
    body: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """``zones.toml``, compiled. ``alike``, ``headed`` and ``begun``: the patterns of ``lines``, ``headings`` and
    ``prefixes``, each in one set, which a line is held against once."""

    limits: dict[str, int]
    lines: tuple[LineRule, ...]
    alike: Any
    prefixes: tuple[LineRule, ...]
    begun: Any
    headings: tuple[LineRule, ...]
    headed: Any
    listed: Any
    bullet: Any
    list_reason: str
    months: tuple[str, ...]
    titles: Titles


def find_zones(text: str, title: str | None = None) -> tuple[str | None, tuple[Zone, ...]]:
    """The title of ``text`` and its zones in order, none overlapping another; the body is what they leave.

    A ``title`` that is given stays; else it is the first line that looks like one, or None.
    """
    lines = written_lines(text)
    rules = zone_rules()
    found: dict[int, Zone] = {}
    for i, rule in _ruled_lines(lines, rules):
        found.setdefault(i, Zone(rule.kind, lines[i].span, rule.reason))
    found |= _blocks(lines, rules)
    for i in _listed(lines, found, rules):
        found[i] = Zone("furniture", lines[i].span, rules.list_reason)
    title, titled = title_lines(lines[: rules.limits["head_lines"]], title, found, rules.titles)
    found |= titled
    dateline = _dateline(lines[: rules.limits["head_lines"]], found, rules)
    zones = [*found.values(), dateline] if dateline else found.values()
    return title, tuple(sorted(zones, key=lambda zone: zone.span.start))


def _ruled_lines(lines: list[Line], rules: Rules) -> Iterator[tuple[int, LineRule]]:
    head, tail = rules.limits["head_lines"], len(lines) - rules.limits["tail_lines"]
    for i, line in enumerate(lines):
        if len(line.text) > rules.limits["line"]:
            continue
        places = PLACES[i < head, i >= tail]
        for rule in _matching(rules.lines, rules.alike, line.text):
            if rule.where in places and _has_what_it_must(rule, line.text) and _stands(rule, i, lines):
                yield i, rule
                break


def _matching(rules: Sequence[LineRule], alike: Any, line: str) -> Iterator[LineRule]:
    """Those of the rules whose patterns, all in the set ``alike``, match the line, in order."""
    return map(rules.__getitem__, sorted(alike.Match(line) or ()))


def _fits(rule: LineRule, line: str) -> bool:
    return bool(rule.pattern.fullmatch(line)) and _has_what_it_must(rule, line)


def _has_what_it_must(rule: LineRule, line: str) -> bool:
    return rule.must is None or bool(rule.must.search(line))


def _stands(rule: LineRule, i: int, lines: list[Line]) -> bool:
    """Whether the rule's conditions on the rest of the text hold for line ``i``."""
    if rule.body and i + 1 == len(lines):
        return False
    return not rule.once or sum(_fits(rule, line.text) for line in lines) == 1


def _blocks(lines: list[Line], rules: Rules) -> dict[int, Zone]:
    """The headings of furniture near the end, and the short lines below each."""
    block: dict[int, Zone] = {}
    rule: LineRule | None = None
    for i in range(max(1, len(lines) - rules.limits["tail_lines"]), len(lines)):
        line = lines[i]
        headings = _matching(rules.headings, rules.headed, line.text)
        rule = next((heading for heading in headings if _has_what_it_must(heading, line.text)), rule)
        if len(line.text) > rules.limits["block_line"]:
            rule = None
        if rule:
            block[i] = Zone("furniture", line.span, rule.reason)
    return block


def _listed(lines: list[Line], found: dict[int, Zone], rules: Rules) -> list[int]:
    """The lines of a list of articles at the end of the text: headline and day on each.

    A chronicle may look alike, so two things tell them apart: a site's list is as young as the web, and
    it does not run forward in time.
    """
    run: list[int] = []
    days: list[tuple[int, int, int]] = []
    for i in range(len(lines) - 1, 0, -1):
        match = rules.listed.fullmatch(lines[i].text) if rules.bullet.fullmatch(lines[i].text) else None
        if match:
            run.append(i)
            days.append(_day(match["date"], rules.months))
        elif i not in found or run:
            break
    days.reverse()
    runs_forward = all(a < b for a, b in pairwise(days))
    if len(run) < 2 or runs_forward or min(days)[0] < rules.limits["web"]:
        return []
    return run


def _day(date: str, months: tuple[str, ...]) -> tuple[int, int, int]:
    """Year, month and day of a date that the pattern ``day`` matched; 0 for what can't be told."""
    numbers = [int(number) for number in re2.findall("[0-9]+", date)]
    year = next(n for n in numbers if n > 999)
    rest = [n for n in numbers if n <= 999]
    month = next((m for m, name in enumerate(months, 1) if re2.search(rf"(?i)\b{name}", date)), 0)
    if month:
        return year, month, rest[0]
    first, second, *_ = rest
    return (year, first, second) if numbers[0] == year else (year, second, first)


def _dateline(head: list[Line], found: dict[int, Zone], rules: Rules) -> Zone | None:
    """The dateline that a line of the head begins with."""
    for i, line in enumerate(head):
        for rule in _matching(rules.prefixes, rules.begun, line.text) if i not in found else ():
            match = rule.pattern.match(line.text)
            if match:
                return Zone(rule.kind, Span(line.start, line.start + len(match[0].rstrip())), rule.reason)
    return None


@cache
def zone_rules() -> Rules:
    """The rules of ``zones.toml``, compiled once."""
    data = languages.load("en", "zones")
    parts: dict[str, str] = {}
    for name, pattern in data["parts"].items():
        parts[name] = _filled(pattern, parts)

    def rule(entry: dict[str, Any]) -> LineRule:
        return LineRule(
            kind=entry.get("kind", "furniture"),
            reason=entry["reason"],
            where=entry.get("where", "tail"),
            pattern=re2.compile(_filled(entry["pattern"], parts)),
            must=re2.compile(_filled(entry["must"], parts)) if "must" in entry else None,
            once=entry.get("once", False),
            body=entry.get("body", False),
        )

    limits, title = data["limits"], data["title"]
    return Rules(
        limits=limits,
        lines=tuple(rule(entry) for entry in data["line"]),
        alike=_set(re2.Set.FullMatchSet(), (_filled(entry["pattern"], parts) for entry in data["line"])),
        prefixes=tuple(rule(entry) for entry in data["prefix"]),
        begun=_set(re2.Set.MatchSet(), (_filled(entry["pattern"], parts) for entry in data["prefix"])),
        headings=tuple(rule(entry) for entry in data["heading"]),
        headed=_set(re2.Set.FullMatchSet(), (_filled(entry["pattern"], parts) for entry in data["heading"])),
        listed=re2.compile(_filled(data["list"]["pattern"], parts)),
        bullet=re2.compile(data["list"]["bullet"]),
        list_reason=data["list"]["reason"],
        months=tuple(data["list"]["months"]),
        titles=Titles(
            skip=re2.compile(_filled(title["skip"], parts)),
            marks=re2.compile(title["marks"]),
            ends=title["ends"],
            length=limits["title_length"],
            words=limits["title_words"],
            reason=title["reason"],
            menu_reason=title["menu_reason"],
        ),
    )


def _set(empty: Any, patterns: Iterable[str]) -> Any:
    """The set filled with the patterns: it tells which of them match a line, by their numbers."""
    for pattern in patterns:
        empty.Add(pattern)
    empty.Compile()
    return empty


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
