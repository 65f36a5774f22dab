"""Where a text speaks of time: leftmost and longest match of all rules, pass by pass, then the guards.

The beginnings that matches can have (``timeline.find.beginnings``) say where something may be; only there
the set of all rules is asked which of them match, and only those rules are matched. A match that its guards refuse is
given up and the search goes on behind its first word, so that a shorter match inside it still has its chance. A
later pass sees each match of a class as one character: "between 27 BC and AD 14" as "between ● and ●". What it
matches replaces the matches inside it.

Patterns run on the UTF-8 bytes of the text; ``View`` knows where each of them stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from timeline.find.asides import without_asides
from timeline.find.clauses import thing_length
from timeline.find.guards import allows, may_begin, stands_alone, word_before
from timeline.find.matching import Spans
from timeline.find.repeated import LONG, Repeated, Told
from timeline.find.rules import Level, Rule, Ruleset, compile_all, ruleset
from timeline.find.views import View, encoded, plain_view, view_with_marks
from timeline.model import Found
from timeline.model.record import record
from timeline.settings import DEFAULTS

AHEAD = 160  # code points that are looked at behind a match
ASIDE = "aside"  # the reading of wholes that are no dates: they use their words up, and go
REACH = 600  # bytes within which a match must end


@record
class _Pass:
    """A pass through a text. ``era``: it tells of years before 1000."""

    rules: Ruleset
    level: Level
    text: str
    view: View
    era: bool


class _Place(NamedTuple):
    """Where a match may begin: in the view, with what follows in its line there, and in the text behind which word."""

    at: int
    window: bytes
    start: int
    before: str


class _Match(NamedTuple):
    """A match of a rule at a place: its spans and its words as the view has them, and where it ends in the text."""

    rule: Rule
    spans: Spans
    words: bytes
    end: int


def find(text: str, language: str = "en", *, asides: bool = False) -> tuple[Found, ...]:
    """All mentions of time in ``text``, in order, none overlapping another; offsets in code points.

    With ``asides`` also the wholes that look like dates and are none: addresses, scores, titles, numbers of things.
    """
    rules = ruleset(language)
    if len(text) > DEFAULTS.long:
        compile_all(language)
    plain = plain_view(text.translate(rules.folds) if rules.folds else text)
    era = bool(rules.era and rules.era.search(plain.data))
    found = _without_asides(rules, list(_scan(rules, rules.levels[0], text, plain, era=era)), text, plain, era=era)
    view: View | None = None
    for level in rules.levels[1:]:
        if view is None:
            marked = [one for one in found if rules.marks[one.rule]]
            if not marked:
                break
            view = view_with_marks(plain, marked, rules.marks)
        wider = list(_scan(rules, level, text, view, era=era))
        if wider:
            found, view = _replaced(found, wider), None
    return tuple(one for one in found if asides or one.reading != ASIDE)


def _without_asides(rules: Ruleset, found: list[Found], text: str, plain: View, *, era: bool) -> list[Found]:
    """The found dates, those that are part of a whole replaced by it."""

    def wholes(stretches: Sequence[tuple[int, int]]) -> Iterator[Found]:
        view = plain.parts(stretches)
        for asides in rules.asides:
            if next(asides.wholes(view.data), None):
                for level in asides.levels:
                    yield from _scan(rules, level, text, view, era=era)

    return without_asides(found, text, rules.sure, plain.line, wholes)


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


def _scan(rules: Ruleset, level: Level, text: str, view: View, *, era: bool) -> Iterator[Found]:
    search, data = _Pass(rules, level, text, view, era), view.data
    repeated = Repeated(text, REACH + AHEAD) if level is rules.levels[0] and len(text) > LONG else None
    line_end = done = 0  # where in the view the last match that stands ends
    for at in level.beginnings.places(data):
        if at < done:
            continue
        if at >= line_end:
            line_end = data.find(b"\n", at)
            line_end = len(data) if line_end < 0 else line_end
        window = data[at : min(at + REACH, line_end)]
        chosen = level.which(window)
        if not chosen:
            continue
        start = view.place(at)
        place = _Place(at, window, start, word_before(text, start))
        if repeated:
            found, size = repeated.told(start, partial(_found, search, place, chosen))
        else:
            found, size = _found(search, place, chosen)
        if found:
            yield found
            done = at + size


def _found(search: _Pass, place: _Place, chosen: Sequence[int]) -> Told:
    """What the chosen rules find at a place, and how many bytes it takes; None and 0 for nothing."""
    for match in _matches(search, place, chosen):
        found = _read(search, place, match)
        if found:
            return found, len(match.words) - len(encoded(search.text[found.end : match.end]))
    return None, 0


def _matches(search: _Pass, place: _Place, chosen: Sequence[int]) -> Iterator[_Match]:
    """The matches that stand alone, the longest first; of equal ones by the order of their rules."""
    at, window, start, before = place
    rules = map(search.level.rules.__getitem__, sorted(chosen) if len(chosen) > 1 else chosen)
    era, text = search.era, search.text
    matches = [(rule, rule.match(window)) for rule in rules if may_begin(rule, text, start, before, era=era)]
    if len(matches) > 1:
        matches.sort(key=_length, reverse=True)
    length, words, end, alone = 0, b"", start, False
    for rule, spans in matches:
        if spans[0][1] != length:
            length = spans[0][1]
            words = window[:length]
            end = start + length if words.isascii() else search.view.place(at + length)  # no mark is in ASCII
            alone = stands_alone(search.text, start, end, search.rules.counting.plain)
        if alone:
            yield _Match(rule, spans, words, end)


def _length(match: tuple[Rule, Spans]) -> int:
    return match[1][0][1]


def _read(search: _Pass, place: _Place, match: _Match) -> Found | None:
    """What a rule has found with its match; None where its guards don't let that stand."""
    rules, text, view = search.rules, search.text, search.view
    rule, end = match.rule, match.end
    at, _, start, before = place
    groups, spans, parts = {}, {}, {}
    plain = match.words.isascii()  # then no mark is in it either
    for name, index, is_part in rule.groups:
        first, last = match.spans[index]
        if first < 0:
            continue
        spans[name] = span = (start + first, start + last) if plain else (view.place(at + first), view.place(at + last))
        groups[name] = text[span[0] : span[1]]
        if is_part:
            inner = view.mark(at + first)
            if inner is None:
                return None
            parts[name] = inner
    if rule.trim and rule.trim in groups:
        end = max(spans[rule.trim][0], _trim(rules, rule, text, groups, spans))
    if not allows(rule, text, start, end, before=before, groups=groups, words=rules.counting):
        return None
    if rule.ahead:
        _look_ahead(rules, rule, text, end, groups, spans)
    return Found(rule.id, rule.reading, rule.type, start, end, text[start:end], groups, spans, parts)


def _look_ahead(
    rules: Ruleset, rule: Rule, text: str, end: int, groups: dict[str, str], spans: dict[str, tuple[int, int]]
) -> None:
    """Add the groups of what follows the match."""
    line = text[end : end + AHEAD].split("\n", 1)[0].encode("utf-8", "replace").decode()  # "?" for lone surrogates
    ahead = rule.ahead.match(line) if rule.ahead else None
    if not ahead:
        return
    for name, index in ahead.re.groupindex.items():
        if ahead[index] is not None:
            groups[name] = ahead[index]
            spans[name] = (end + ahead.start(index), end + ahead.end(index))
            if name == rule.trim:
                _trim(rules, rule, text, groups, spans)


def _trim(rules: Ruleset, rule: Rule, text: str, groups: dict[str, str], spans: dict[str, tuple[int, int]]) -> int:
    """Cut the words for a thing where its clause goes on; returns their new end."""
    name = rule.trim or ""
    start, end = spans[name]
    words = list(re.finditer(r"\S+", text[start:end]))
    if not words:  # blanks that RE2 takes for letters
        del groups[name], spans[name]
        return start
    kept = thing_length(rules, [word[0] for word in words], clause=rule.clause)
    end = start + words[kept - 1].end()
    while (last := text[start:end].rsplit(None, 1))[-1].lower() in rules.linking and len(last) == 2:
        end = start + len(last[0])
    groups[name], spans[name] = text[start:end], (start, end)
    return end
