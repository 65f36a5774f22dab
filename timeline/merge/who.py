"""Who takes part, where it happens, and in which words: what a clause gives beside its verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.merge.kinds import Family, kinds
from timeline.merge.names import Name, is_place
from timeline.merge.scene import Scene
from timeline.merge.shapes import Clause
from timeline.merge.words import Word, lexicon, stem

_TELLING_PARTS = frozenset({"noun", "name", "past", "participle", "present", "base", "ing"})


def names_in(scene: Scene, words: Sequence[Word]) -> list[Name]:
    """The names that stand in the words."""
    if not words:
        return []
    starts = {w.start for w in words}
    there = scene.cast.between(min(starts), max(starts) + 1)
    if not there:
        return []
    end = max([w.end for w in words])
    within = [n for n in there if n.end <= end]
    return [n for n in within if n.start in starts or not starts.isdisjoint(range(n.start, n.end))]


def who_and_where(
    words: Sequence[Word], found: Sequence[Name], put: Sequence[Name]
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Participants and places of a clause as (key, name shown), each once, in the order in which they are named,
    owners last ("Anna's brother Otto").

    ``words`` are those of the whole sentence, ``found`` the names in the clause, ``put`` those that its pronouns stand
    for.
    """
    who: dict[str, str] = {}
    where: dict[str, str] = {}
    happenings = lexicon().lists["happenings"]
    named = [*put, *found]
    if len(named) > 1:
        owners = {w.end for w, after in pairwise(words) if after.low in ("'s", "’s")}
        named.sort(key=lambda n: n.end in owners)
    for name in named:
        if name.sort == "name" and (name.key.split()[-1] in happenings or len(name.key) == 1):
            continue
        if name.sort == "name" and _says_of_what_sort(words, name):
            continue
        if any(_holds(other, name) for other in found):
            continue
        located = _located(words, name)
        if located and name.sort != "person":
            where.setdefault(name.key, name.shown)
        if not located or name.sort != "name":
            who.setdefault(name.key, name.shown)
    return tuple(who.items()), tuple(where.items())


def where_only(
    sites: frozenset[str], words: Sequence[Word], found: Sequence[Name], clause: Clause, family: Family
) -> frozenset[str]:
    """The names in a clause, no people, that are where it happens and don't act: "Hannibal took Graz"; of states those
    in which it happens.

    ``sites`` are the places that the text has, ``words`` those of the sentence.
    """
    lists, known = lexicon().lists, kinds()
    of_sites = family.id in known.of_sites
    subject = {w.start for w in clause.subject}
    suffers = of_sites and (clause.lemma in known.falling or _suffers(clause))
    leads = {w.start: _led_by(words, i) for i, w in enumerate(words) if w.part == "name"}
    out: set[str] = set()
    for name in found:
        lead = leads.get(name.start)
        led = lead is not None and lead.low in lists["site_preposition"]
        taken = of_sites and lead is not None and lead.lemma == clause.lemma
        there = suffers if name.start in subject else (name.key in sites or led or taken)
        inside = name.sort == "state" and lead is not None and lead.low in lists["place_preposition"]
        if (there and name.sort == "name") or (inside and name.start not in subject):
            out.add(name.key)
    return frozenset(out)


def _suffers(clause: Clause) -> bool:
    """Whether it is done to the clause's subject: "Graz was taken"."""
    return clause.form == "reduced" or any(w.part == "aux" and w.lemma == "be" for w in clause.predicate[:2])


def _led_by(words: Sequence[Word], i: int) -> Word | None:
    """The word before the name at ``i`` and its article."""
    at = i - 1
    while at >= 0 and words[at].part == "det":
        at -= 1
    return words[at] if at >= 0 else None


def _says_of_what_sort(words: Sequence[Word], name: Name) -> bool:
    """Whether a name only says of what sort the noun behind it is: "the Lutheran sermon", "the Olympic flame"."""
    after = next((w for w in words if w.start >= name.end), None)
    ends = tuple(lexicon().lists["of_sort"])
    return " " not in name.key and name.key.endswith(ends) and after is not None and after.part == "noun"


def _holds(longer: Name, name: Name) -> bool:
    """Whether ``name`` is only a part of a longer name that isn't a state's."""
    inside = longer.start <= name.start and name.end <= longer.end
    return longer is not name and inside and longer.sort == "name"


def _located(words: Sequence[Word], name: Name) -> bool:
    """Whether the words before a name make it a place."""
    at = next((i for i, w in enumerate(words) if w.start == name.start), 0)
    while at > 0 and words[at - 1].part == "det":
        at -= 1
    return at > 0 and is_place(words, at)


def terms(clause: Sequence[Word], sentence: Sequence[Word]) -> tuple[dict[str, int], dict[str, int]]:
    """Stems of the clause, and of the rest of its sentence, each with how often; small words and dates left out."""
    inside = {w.start for w in clause}
    near: dict[str, int] = {}
    far: dict[str, int] = {}
    beside = inside.difference([w.start for w in sentence])
    words = [*sentence, *[w for w in clause if w.start in beside]] if beside else sentence
    for i, word in enumerate(words):
        if word.part in _TELLING_PARTS and len(word.low) > 2:
            term = stem(word.low)
        elif i and word.part == "number" and words[i - 1].part == "name" and word.text.isdigit():
            term = f"{words[i - 1].low} {word.low}"  # "Apollo 12" and "Apollo 13" are two
        else:
            continue
        counts = near if word.start in inside else far
        counts[term] = counts.get(term, 0) + 1
    return near, far
