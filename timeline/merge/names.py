"""Who and where: states under all their names, people by title and surname, and other names of a document.

States come from the table ``countries.toml``; people and everything else are sequences of capitalised words,
told apart by titles and by how the document speaks of them afterwards. Where two readings tie, nothing is resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Literal

from timeline import languages
from timeline.merge.deeds import by_deeds
from timeline.merge.gazetteer import Gazetteer, gazetteer, state_at
from timeline.merge.spelling import PLURALS
from timeline.merge.words import Word, in_capitals, lexicon, listed, ordinals
from timeline.model.record import record

_TITLE_ENDS = re.compile(r"[:(,;–—]")
"""What parts a name at the head of a title from what the text says of it."""

_LONG_NUMBER = 3
"""Digits of the longest number in a name; a longer one is a year, a room or a count."""

Sort = Literal["state", "person", "name"]


@record
class Name:
    """A place in a text where somebody or something is named. ``key`` is the same for all names of one thing.

    ``adjective`` is true where the name only describes ("Chinese ships"), ``opening`` where it is a sentence's
    first word, whose capital shows nothing, ``bare`` where a name that may be a person's stands without an article
    or a preposition, ``title`` is the title before it, ``led`` is true where a preposition leads to it, ``inside``
    where that is one of place, ``idle`` where it heads a sentence and no verb follows, or it may be a noun.
    """

    start: int
    end: int
    key: str
    shown: str
    sort: Sort
    adjective: bool = False
    gender: str = ""
    opening: bool = False
    bare: bool = False
    title: str = ""
    led: bool = False
    inside: bool = False
    idle: bool = False


@cache
def _titles(language: str) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(value.split()) for key, value in languages.load(language, "titles").items()}


def things(language: str = "en") -> frozenset[str]:
    """Words that show that a name which holds one is no person's: "party", "treaty"."""
    return _titles(language)["thing"]


def ranks(language: str = "en") -> frozenset[str]:
    """The words for what somebody is, in lower case: "president", "king"."""
    return _titles(language)["person"]


def names_of(sentences: Sequence[Sequence[Word]], language: str = "en") -> tuple[Name, ...]:
    """Every name in a document's sentences, in order, each with the key of the thing that it names."""
    found: list[Name] = []
    for words in sentences:
        found.extend(_in_sentence(words, language))
    return _resolve(found, sentences)


def _in_sentence(words: Sequence[Word], language: str) -> list[Name]:
    """The names of one sentence, states with them; a state inside a longer name is given beside it."""
    states, titles, knows = gazetteer(language), _titles(language), lexicon(language)
    out: list[Name] = []
    end = 0
    asks = knows.lists["content"]  # "How the Lund Bridge Was Built" is no name of a bridge
    begins = [i for i, w in enumerate(words) if (w.part == "name" and w.low not in asks) or w.low in states.starts]
    shouted = bool(begins) and in_capitals(words)
    for i in begins:
        if i < end:
            continue
        run = _run_end(words, i)
        hit = _state_named(words, i, states, titles)
        whole = not shouted and any(w.low in titles["thing"] for w in words[i + (hit[0] if hit else 0) : run])
        if hit:
            length, (state, demonym, capital) = hit
            j = i + length
            after = words[j] if j < len(words) else None
            inside = capital and i > 0 and is_place(words, i)
            describes = demonym and after is not None and (after.part == "noun" or (after.part == "name" and j < run))
            if demonym and not describes and _is_language(words, i):
                end = j
                continue
            if inside:
                key, shown, within = _key(words[i:j]), _shown(words[i:j]), _is_inside(words, i)
                out.append(Name(words[i].start, words[j - 1].end, key, shown, "name", inside=within))
            else:
                out.append(Name(words[i].start, words[j - 1].end, state, state, "state", describes or whole))
            if not whole:
                end = j
                continue
        if shouted:
            continue
        end = run if whole else next((k for k in range(i + 1, run) if _state_named(words, k, states, titles)), run)
        if end == i + 1 and end < run and words[i].low in knows.lists["new"]:
            known = state_at(words, end, states)
            end += known[0] if known else 0
        name = _one_name(words, i, end, titles)
        if name:
            out.append(name)
    return out


def _state_named(
    words: Sequence[Word], i: int, states: Gazetteer, titles: Mapping[str, frozenset[str]]
) -> tuple[int, tuple[str, bool, bool]] | None:
    """The state named at word ``i``; none by a capital behind a title: "Queen Sofia" is no government."""
    hit = state_at(words, i, states)
    titled = hit is not None and hit[1][2] and i > 0 and words[i - 1].low in titles["person"]
    return None if titled else hit


def is_place(words: Sequence[Word], i: int) -> bool:
    """Whether the name at word ``i`` is a place, and no government: "in Lima", "came to Lima", "south of Lima"."""
    lists = lexicon().lists
    before = words[i - 1]
    if before.low in lists["place_preposition"] or before.lemma in lists["motion"]:
        return True
    lead = words[max(0, i - 4) : i - 1]
    moved = any(w.lemma in lists["motion"] or w.low in lists["beside_place"] for w in lead)
    return before.low in lists["to_place"] and moved


def _is_language(words: Sequence[Word], i: int) -> bool:
    """Whether the demonym at word ``i`` is a language: "translated into English", but not "sold to Americans"."""
    led = i > 0 and words[i - 1].low in lexicon().lists["into_language"]
    return led and not words[i].low.endswith("s")


def _run_end(words: Sequence[Word], i: int) -> int:
    """The end of the capitalised words from ``i`` on, small words inside names included."""
    j = i + 1
    while j < len(words) and (
        (words[j].part == "name" and not _is_verb(words[j])) or (_name_goes_on(words, j) and _glues(words, i, j))
    ):
        j += 1
    return j + 1 if _is_numbered(words, j) else j


def _is_verb(word: Word) -> bool:
    """Whether a word with a capital, as in a title, is no part of a name: "Captain Holm Is Dead"."""
    return word.low in lexicon().lists["be"] or word.low in lexicon().lists["have"]


def _is_numbered(words: Sequence[Word], j: int) -> bool:
    """Whether a number at ``j`` ends the name before it: "Apollo 13 lost", but not "in Paris 13 men"."""
    if j >= len(words) or words[j].part != "number" or not words[j].text.isdigit() or len(words[j].text) > _LONG_NUMBER:
        return False
    after = words[j + 1] if j + 1 < len(words) else None
    return after is None or after.part not in ("noun", "name", "number", "participle", "det")


def _glues(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether a small word or mark at ``j`` stands inside the name that begins at ``i``."""
    word, before = words[j], words[j - 1]
    lists = lexicon().lists
    if word.low in lists["joins_thing"]:
        return _rules_place(words, i) or any(w.low in _titles("en")["thing"] for w in words[i:j])
    initial = word.text == "." and len(before.text) == 1 and before.capital
    nickname = word.text in '“”"' and before.text not in '“”".'
    return word.low in lists["in_names"] or initial or nickname or (word.text == "-" and word.start == before.end)


def _rules_place(words: Sequence[Word], i: int) -> bool:
    """Whether a title with its place begins at ``i``, which is one name: "Earl of Tarn", but not "King of Norway"."""
    of = i + 2 < len(words) and words[i + 1].low in lexicon().lists["joins_thing"] and words[i + 2].part == "name"
    return of and words[i].low in _titles("en")["of_place"] and not state_at(words, i + 2, gazetteer("en"))


def _one_name(words: Sequence[Word], i: int, end: int, titles: Mapping[str, frozenset[str]]) -> Name | None:
    """The name made of ``words[i:end]``, its titles left off; None where only titles stand there."""
    placed = i + 2 < end and _rules_place(words, i)
    k, titled = i, words[i].low if placed else ""
    while not placed and k < end and _is_title(words, k, titles):
        titled = words[k].low if words[k].low in titles["person"] else titled
        k += 1
    if not titled:
        before = i - 1 - (i > 1 and words[i - 1].text == ".")  # "Mr. Holm"
        titled = words[before].low if before >= 0 and words[before].low in titles["person"] else ""
    thing = not titles["thing"].isdisjoint([w.low for w in words[k:end]])
    if k == end:
        if end - i > 1 or words[i].low not in lexicon().lists["side"]:
            return None
        k = i
    given = words[k].low
    known = "f" if given in titles["female_names"] else "m" if given in titles["male_names"] else ""
    gender = "f" if titled in titles["female"] else "m" if titled in titles["male"] else known
    alone = k + 1 == end and k > 0 and words[k - 1].low in lexicon().lists["place_preposition"]
    sort: Sort = "person" if (titled or (known and not alone)) and not thing else "name"
    if thing:
        k = i
    elif given in ordinals() and _lead(words, i) != "det":  # "First Boats sail", "Second great fire"
        return _one_name(words, k + 1, end, titles) if k + 1 < end else None
    elif k + 1 == end and given in lexicon().lists["calendar"]:
        return None
    stop = i > 1 and words[i - 1].text == "." and words[i - 2].text.islower()
    dated = all(w.part in _OPENS for w in words[:i])  # "1825: Panic spread"
    opening = end == i + 1 and (dated or stop or words[i - 1].text in '“"‘:—')
    lead = _lead(words, i)
    # "Apollo 13", "The Wind"
    titular = words[end - 1].part == "number" or words[k].low in lexicon().lists["article"]
    bare = sort == "name" and not thing and not titular and lead not in ("prep", "to", "det")
    led = lead in ("prep", "to") and not thing
    idle = ((i == 0 or stop) and not _acts(words, i)) or (opening and _needs_no_article(words[k].low))
    first, last, own = words[k].start, words[end - 1].end, words[k:end]
    as_written = opening, bare, titled, led, _is_inside(words, k), idle
    return Name(first, last, _key(own), _shown(own), sort, False, gender, *as_written)


def _is_inside(words: Sequence[Word], k: int) -> bool:
    """Whether a small word of place stands right before word ``k``: "in Lund"."""
    return k > 0 and words[k - 1].low in lexicon().lists["place_preposition"]


def _is_title(words: Sequence[Word], k: int, titles: Mapping[str, frozenset[str]]) -> bool:
    """Whether the word at ``k`` only stands before a name; in "rue Saint-Honoré" it is a part of it."""
    joined = k + 1 < len(words) and words[k + 1].text == "-" and words[k + 1].start == words[k].end
    return not joined and (words[k].low in titles["person"] or words[k].low in titles["before"])


def _lead(words: Sequence[Word], i: int) -> str:
    """The part of what leads to the name at ``i``, or to the first of those that "and" joins: "in Lund and Ystad"."""
    at = i - 1
    while at > 0 and words[at].part == "and" and words[at - 1].part == "name":
        at -= 1
        while at >= 0 and words[at].part == "name":
            at -= 1
    return words[at].part if at >= 0 else ""


def _name_goes_on(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].part == "name"


def _key(words: Sequence[Word]) -> str:
    return " ".join(w.low.rstrip(".") for w in words if w.part != "mark").replace("-", " ")


def _shown(words: Sequence[Word]) -> str:
    text = ""
    for i, w in enumerate(words):
        text += w.text if i == 0 or words[i - 1].end == w.start else " " + w.text
    return text.strip(" -")


def hero_of(title: str, names: Sequence[Name]) -> Name | None:
    """The person whose name is the title of a text, or begins it: "Anna Holm: a life", "Otto the Tall"."""
    key = " ".join(_TITLE_ENDS.split(title.lower())[0].replace("-", " ").split())
    joins = lexicon().lists["in_names"] | lexicon().lists["joins_thing"]
    longer = {f"{key} ".partition(f" {small} ")[0].strip() for small in joins}
    return next((n for n in names if n.sort == "person" and n.key in longer), None)


def _resolve(found: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> tuple[Name, ...]:
    """The names again, short ones bound to the long ones that they stand for, and people told from things."""
    counts = Counter(n.key for n in found)
    full = _full_names(found)
    short: dict[str, list[str]] = {}
    placed = _placed(found)
    for key in full:
        for piece in {key.split()[0], key.split()[-1]} - placed:
            short.setdefault(piece, []).append(key)
    first = {n.key: n for n in reversed(found)}
    longer = {key: of for key, name in first.items() if (of := _longer(name, short, full, counts))}
    shortened = _things_by_noun({n.key: n.shown for n in found if n.sort == "name"})
    people = {longer.get(n.key) or n.key for n in found if n.sort == "person"} | set(longer.values())
    people |= by_deeds({n.end: n.key for n in found if n.key in full or _may_be_person(n)}, sentences, things())
    genders: dict[str, str] = {}
    for name in found:
        if name.gender:
            genders.setdefault(longer.get(name.key) or name.key, name.gender)
    states = {n.key for n in found if n.sort == "state"}
    said = {w.text for words in sentences for w in words}  # a word that stands small elsewhere is no name
    sure = {n.key for n in found if not (n.opening and n.idle)}
    out: list[Name] = []
    for name in found:
        key = longer.get(name.key) or name.key
        if name.sort == "state":
            out.append(name)
        elif name.key in lexicon().lists["side"]:
            sided = [s for s in states if s.lower().startswith(name.key + " ")]
            if len(sided) == 1:
                out.append(replace(name, key=sided[0], shown=sided[0], sort="state"))
        elif not (name.opening and _is_chance(name, said, sure, bool(longer.get(name.key)))):
            sort: Sort = "person" if key in people else "name"
            shown = full[key].shown if key in full else name.shown
            key, shown = shortened.get(key, (key, shown))
            gender = genders.get(key, name.gender)
            out.append(_meaning(name, key, shown, sort, gender))
    return tuple(sorted(out, key=lambda n: n.start))


def _meaning(name: Name, key: str, shown: str, sort: Sort, gender: str) -> Name:
    """The name where it stands, as that of what it is found to mean; itself where that is no news."""
    if (key, shown, sort, gender) == (name.key, name.shown, name.sort, name.gender):
        return name
    as_written = name.opening, name.bare, name.title, name.led, name.inside, name.idle
    return Name(name.start, name.end, key, shown, sort, name.adjective, gender, *as_written)  # as ``replace``, quickly


def _placed(found: Sequence[Name]) -> set[str]:
    """The single names that are places wherever no title or first name says else: "in Lund" is not at Lund Museum."""
    led = {n.key for n in found if n.inside and n.sort == "name" and " " not in n.key}
    return led - {n.key.split()[-1] for n in found if n.sort == "person"}


def _things_by_noun(names: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """For a noun alone, "the Academy", the key and the name of the one thing that has it: "Academy of Sciences"."""
    things = _titles("en")["thing"]
    longer: dict[str, list[str]] = {}
    for key in sorted(names):
        pieces = key.split()
        if len(pieces) > 1:
            for piece in {pieces[0], pieces[-1]} & things:
                longer.setdefault(piece, []).append(key)
    return {noun: (keys[0], names[keys[0]]) for noun, keys in longer.items() if len(keys) == 1 and noun in names}


def _full_names(found: Sequence[Name]) -> dict[str, Name]:
    """The first of each name of two to four words that can be a person's."""
    things, joins = _titles("en")["thing"], lexicon().lists["joins_thing"]
    full: dict[str, Name] = {}
    for name in found:
        pieces = name.key.split()
        numbered = pieces[-1].isdigit()  # "Apollo 13"
        placed = not joins.isdisjoint(pieces[1:2])  # "Stour" alone is no Earl of Stour
        if name.sort != "state" and 1 < len(pieces) < 5 and not (numbered or placed) and not set(pieces) & things:
            full.setdefault(name.key, name)
    return full


def _may_be_person(name: Name) -> bool:
    """Whether a single word may be the name of somebody: no preposition leads to it, and it is no state or thing."""
    return name.sort == "name" and name.bare and len(name.key.split()) == 1 and name.key not in things()


_OPENS = ("time", "mark", "number")
"""Parts of what may stand before the first word of a sentence."""


def _needs_no_article(low: str) -> bool:
    """Whether a word that opens a sentence may be a noun, with its capital by chance: "Contractors", "Money"."""
    return low.endswith(PLURALS) or low in listed("mass", "plural_noun")


def _is_chance(name: Name, said: Set[str], sure: Set[str], short: bool) -> bool:
    """Whether the capital of a first word may mean nothing; that of the ``short`` form of a full name is a name's.

    ``said`` are the words of the text as they are written, ``sure`` the names that are shown to be some elsewhere.
    """
    return name.key in said or (name.idle and not short and name.key not in sure)


def _acts(words: Sequence[Word], i: int) -> bool:
    """Whether a verb follows word ``i``, and more than "is" or "was": "Hard was the winter that came"."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.part not in ("past", "present", "aux"):
        return False
    return after.lemma != "be" or any(w.part in ("past", "participle", "aux") for w in words[i + 2 : i + 4])


def _longer(name: Name, short: Mapping[str, list[str]], full: Mapping[str, Name], counts: Counter[str]) -> str | None:
    """The full name that a single word stands for, where one fits clearly best; else None.

    A full name with this surname may follow later in the text, that of a place or a thing has come before.
    """
    ranked = sorted(short.get(name.key, ()), key=lambda key: (-counts[key], key))
    if name.sort == "state" or not ranked or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
        return None
    meant = full[ranked[0]]
    surname = name.bare and meant.bare and ranked[0].endswith(f" {name.key}")
    return ranked[0] if meant.sort == "person" or surname or meant.start < name.start else None
