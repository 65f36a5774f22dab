"""Where a text speaks of time: leftmost and longest match of all rules, pass by pass, then the guards.

A match that its guards refuse is given up and the search goes on behind its first word, so that a
shorter match inside it still has its chance. A later pass sees each match of a class as one character:
"between 27 BC and AD 14" as "between ● and ●". What it matches replaces the matches inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import merge

from timeline.find.asides import without_asides
from timeline.find.guards import allows, stands_alone
from timeline.find.rules import FIRST_MARK, Level, Rule, Ruleset, ruleset
from timeline.model import Found

FIRST_WORD = re.compile(r"\w{1,40}|\W")
MARKS = re.compile("[" + chr(FIRST_MARK) + "-" + chr(FIRST_MARK + 99) + "]")
AHEAD = 160  # code points that are looked at behind a match
ASIDE = "aside"  # the reading of wholes that are no dates: they use their words up, and go
REACH = 200  # code points behind a refused match that a match beginning inside it may reach


def find(text: str, language: str = "en", *, asides: bool = False) -> tuple[Found, ...]:
    """All mentions of time in ``text``, in order, none overlapping another; offsets in code points.

    With ``asides`` also the wholes that look like dates and are none: addresses, scores, titles, numbers of things.
    """
    rules = ruleset(language)
    era = bool(rules.era.search(text))
    found: list[Found] = []
    at = 0
    for line in text.splitlines(keepends=True):
        found += _line(rules, text, at, line, era=era)
        at += len(line)
    return tuple(one for one in found if asides or one.reading != ASIDE)


@dataclass(frozen=True, slots=True)
class _View:
    """A line as a pass sees it: its words, and where each of its code points stands in the text."""

    line: str
    origin: tuple[tuple[int, int, Found | None], ...]  # start in the view, start in the text, what a mark stands for

    def place(self, at: int) -> int:
        """The position in the text of position ``at`` of the view."""
        start, origin, mark = self.origin[bisect_right(self.origin, at, key=lambda o: o[0]) - 1]
        return mark.end if mark and at > start else origin + at - start

    def mark(self, at: int) -> Found | None:
        """What the mark at ``at`` stands for."""
        start, _, mark = self.origin[bisect_right(self.origin, at, key=lambda o: o[0]) - 1]
        return mark if start == at else None


def _line(rules: Ruleset, text: str, at: int, line: str, *, era: bool) -> list[Found]:
    plain = MARKS.sub(" ", line)
    found = list(_scan(rules, rules.levels[0], text, _View(plain, ((0, at, None),)), era=era))

    def wholes(start: int, end: int) -> list[Found]:
        view = _View(text[start:end], ((0, start, None),))
        return [whole for level in rules.asides for whole in _scan(rules, level, text, view, era=era)]

    found = without_asides(found, text, (at, at + len(line)), rules.sure, wholes)
    for level in rules.levels[1:]:
        if not found:
            break
        wider = list(_scan(rules, level, text, _view(plain, at, found, rules.marks), era=era))
        if wider:
            found = _replaced(found, wider)
    return found


def _replaced(found: list[Found], wider: list[Found]) -> list[Found]:
    """Both in order, without what the wider ones overlap; each list is in order and free of overlaps itself."""
    kept: list[Found] = []
    at = 0
    for f in found:
        while at < len(wider) and wider[at].end <= f.start:
            kept.append(wider[at])
            at += 1
        if at == len(wider) or f.end <= wider[at].start:
            kept.append(f)
    return kept + wider[at:]


def _view(line: str, at: int, found: list[Found], marks: Mapping[str, str | None]) -> _View:
    pieces: list[str] = []
    origin: list[tuple[int, int, Found | None]] = []
    length, done = 0, 0
    for f in found:
        mark = marks[f.rule]
        if mark is None:
            continue
        origin += [(length, at + done, None), (length + f.start - at - done, f.start, f)]
        pieces += [line[done : f.start - at], mark]
        length += f.start - at - done + 1
        done = f.end - at
        origin.append((length, f.end, None))
    pieces.append(line[done:])
    return _View("".join(pieces), tuple(origin) or ((0, at, None),))


def _scan(rules: Ruleset, level: Level, text: str, view: _View, *, era: bool) -> Iterator[Found]:
    done = 0  # where in the view the last match that stands ends
    for start, end in _matches(level, view.line):
        if end <= done:
            continue
        # The match, unless one inside a refused match took its beginning, and then whatever begins inside it.
        found = _read(rules, level, text, view, start, end, era=era) if start >= done else None
        if found:
            yield found
            done = again = end - (view.place(end) - found.end)
        else:
            again = max(done, start + _first_word(view.line, start))
        for inner, last in _inside(rules, level, text, view, again, end, era=era):
            yield inner
            done = last


def _matches(level: Level, line: str) -> Iterator[tuple[int, int]]:
    """The matches of all scans in order, of two that begin together the longer first; two of them may overlap."""
    scans = [(match.span() for match in scan.finditer(line)) for scan in level.scans]
    return merge(*scans, key=_leftmost_longest) if len(scans) > 1 else scans[0]


def _first_match(level: Level, line: str) -> tuple[int, int] | None:
    found = [match.span() for scan in level.scans if (match := scan.search(line))]
    return min(found, key=_leftmost_longest, default=None)


def _leftmost_longest(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _inside(
    rules: Ruleset, level: Level, text: str, view: _View, start: int, end: int, *, era: bool
) -> Iterator[tuple[Found, int]]:
    """The matches that begin between ``start`` and ``end`` of the view, each with the place there where it ends."""
    while start < end:
        span = _first_match(level, view.line[start : end + REACH])
        if span is None or start + span[0] >= end:
            return
        first, last = start + span[0], start + span[1]
        found = _read(rules, level, text, view, first, last, era=era)
        if found is None:
            start = first + _first_word(view.line, first)
        else:
            start = last - (view.place(last) - found.end)
            yield found, start


def _first_word(line: str, at: int) -> int:
    word = FIRST_WORD.match(line, at)
    return len(word[0]) if word else 1


def _read(rules: Ruleset, level: Level, text: str, view: _View, start: int, end: int, *, era: bool) -> Found | None:
    if not stands_alone(text, view.place(start), view.place(end)):
        return None
    words = view.line[start:end]
    for index in sorted(level.which.Match(words)):
        found = _apply(rules, level.rules[index], text, view, start, words, era=era)
        if found:
            return found
    return None


def _apply(rules: Ruleset, rule: Rule, text: str, view: _View, at: int, words: str, *, era: bool) -> Found | None:
    match = rule.pattern.fullmatch(words)
    if not match:
        return None
    groups, spans, parts = {}, {}, {}
    for name, index in match.re.groupindex.items():
        if match[index] is None:
            continue
        first, last = at + match.start(index), at + match.end(index)
        name = name.rstrip("_")
        spans[name] = (view.place(first), view.place(last))
        groups[name] = text[slice(*spans[name])]
        if name.startswith("part"):
            inner = view.mark(first)
            if inner is None:
                return None
            parts[name] = inner
    start, end = view.place(at), view.place(at + len(words))
    if rule.trim and rule.trim in groups:
        end = _trim(rules, text, groups, spans, rule.trim)
    if not allows(rule, text, start, end, era=era, groups=groups, words=rules.counting):
        return None
    if rule.ahead:
        _look_ahead(rules, rule, text, end, groups, spans)
    return Found(rule.id, rule.reading, rule.type, start, end, text[start:end], groups, spans, parts)


def _look_ahead(
    rules: Ruleset, rule: Rule, text: str, end: int, groups: dict[str, str], spans: dict[str, tuple[int, int]]
) -> None:
    """Add the groups of what follows the match."""
    ahead = rule.ahead.match(text[end : end + AHEAD].split("\n", 1)[0]) if rule.ahead else None
    if not ahead:
        return
    for name, index in ahead.re.groupindex.items():
        if ahead[index] is not None:
            groups[name] = ahead[index]
            spans[name] = (end + ahead.start(index), end + ahead.end(index))
            if name == rule.trim:
                _trim(rules, text, groups, spans, name)


def _trim(rules: Ruleset, text: str, groups: dict[str, str], spans: dict[str, tuple[int, int]], name: str) -> int:
    """Cut the words for a thing where its clause goes on; returns their new end."""
    start, end = spans[name]
    words = list(re.finditer(r"\S+", text[start:end]))
    for count, word in enumerate(words):
        lower = word[0].lower()
        new_phrase = lower in rules.determiners and words[count - 1][0].lower() not in rules.linking
        past = lower in rules.stop_words or (len(lower) > 4 and lower.endswith(rules.past_ending))
        if count >= 2 and (past or new_phrase):
            end = start + words[count - 1].end()
            break
    while (last := text[start:end].rsplit(None, 1))[-1].lower() in rules.linking and len(last) == 2:
        end = start + len(last[0])
    groups[name], spans[name] = text[start:end], (start, end)
    return end
