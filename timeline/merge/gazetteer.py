"""The table of states: their names, demonyms and capitals, and which one a text names at a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline import languages
from timeline.merge.words import Word


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The table of states: words of a name → (the state, whether the name is a demonym, whether a capital).

    ``heads`` are the first words of all names, ``starts`` those of them in small letters.
    """

    forms: Mapping[tuple[str, ...], tuple[str, bool, bool]]
    longest: int
    starts: frozenset[str]
    heads: frozenset[str]


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """The states of ``countries.toml`` with their other names, demonyms and capitals."""
    forms: dict[tuple[str, ...], tuple[str, bool, bool]] = {}
    table = languages.load(language, "countries")
    for group in ("today", "former"):
        for state, (others, demonyms, capitals) in table[group].items():
            for name in (state, *others):
                forms.setdefault(_form(name), (state, False, False))
            for name in demonyms:
                forms.setdefault(_form(name), (state, True, False))
                forms.setdefault(_form(name + "s"), (state, True, False))
            for name in capitals:
                forms.setdefault(_form(name), (state, False, True))
    heads = frozenset(form[0] for form in forms)
    return Gazetteer(forms, max(map(len, forms)), frozenset(h for h in heads if h.islower()), heads)


def _form(name: str) -> tuple[str, ...]:
    return tuple(w for w in name.replace("-", " ").replace("’", "'").split() if w.lower() != "the")


def state_at(words: Sequence[Word], i: int, states: Gazetteer) -> tuple[int, tuple[str, bool, bool]] | None:
    """The state named at word ``i``, longest name first: its length in words and what the table says."""
    if words[i].text.replace("’", "'") not in states.heads and words[i].text != "-":
        return None
    for length in range(min(states.longest, len(words) - i), 0, -1):
        run = words[i : i + length]
        hit = states.forms.get(tuple(w.text.replace("’", "'") for w in run if w.text != "-"))
        if hit and run[-1].text != "-":
            return length, hit
    return None
