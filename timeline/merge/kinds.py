"""What kind of happening it is, from the words that tell it: a family of words, its kind, and the kind's lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile, takewhile

from timeline import languages
from timeline.merge.spelling import PLURALS
from timeline.merge.words import Word, lexicon, stem

_LED_TO = frozenset({"base", "ing", "participle", "past"})
"""Parts of a verb that another verb leads to."""


@dataclass(frozen=True, slots=True)
class Family:
    """Words that tell the same sort of happening. ``once``: it befalls one person or thing a single time;
    ``again``: it comes again and again."""

    id: str
    kind: str
    lane: str
    once: bool
    again: bool
    verbs: frozenset[str]
    nouns: frozenset[str]
    kin: frozenset[str]

    def __reduce__(self) -> tuple[Callable[[str], Family], tuple[str]]:
        """By its name: every process has the table of families, and one of each."""
        return _named_family, (self.id,)


@dataclass(frozen=True, slots=True)
class Kinds:
    """All families, with look-up by verb, noun, thing, verb with the words after it or behind its object, verb with a
    name; weak verbs.

    ``by_doing``: verbs with those who show by it of which family it is: a bank that closes. ``once_done``: the verbs
    for what is done to one thing a single time, each with the first of those that mean it; a verb that means it in one
    family alone has the family's id before it. ``once_ever``: those of which there is no second time after years
    either. ``once_named``: those whose thing must be told apart by a second word. ``disaster_by_verb``: what a verb
    says did it, and one noun for several. ``only_of``: verbs that tell it of these alone, and of what has a name: a
    town that falls.
    ``not_before``: words after which they don't; ``otherwise``: what these verbs tell else. ``by_patient``: things
    that show it only by what is done to them. ``by_complement``: what somebody becomes, for each verb of becoming.
    ``when_passive``: verbs that tell it only of whom it is done to; ``only_active``: those that don't tell it so.
    ``of_sites``: families of what is done to places; ``falling``: verbs of those that tell it of their subject.
    ``by_doing_to``: as ``by_doing``, with an object. ``keeps``: weak verbs that no thing leads away from their family.
    """

    families: tuple[Family, ...]
    by_verb: Mapping[str, Family]
    by_noun: Mapping[str, Family]
    by_thing: Mapping[str, Family]
    by_phrase: Mapping[str, Mapping[tuple[str, ...], Family]]
    by_parted: Mapping[str, Mapping[tuple[str, ...], Family]]
    with_name: Mapping[str, Family]
    weak: frozenset[str]
    once_done: Mapping[str, str]
    once_ever: frozenset[str]
    once_named: frozenset[str]
    disaster_by_verb: Mapping[str, str]
    by_doing: Mapping[str, Mapping[str, Family]]
    only_of: Mapping[str, Mapping[str, Family]]
    not_before: frozenset[str]
    otherwise: Mapping[str, Family]
    by_patient: Mapping[str, Family]
    by_complement: Mapping[str, Mapping[str, Family]]
    when_passive: Mapping[str, Family]
    only_active: frozenset[str]
    by_doing_to: Mapping[str, Mapping[str, Family]]
    keeps: frozenset[str]
    of_sites: frozenset[str]
    falling: frozenset[str]


OTHER = Family("", "Other", "Other", False, False, frozenset(), frozenset(), frozenset())


@cache
def kinds(language: str = "en") -> Kinds:
    """The families of ``kinds.toml``."""
    data = languages.load(language, "kinds")
    kin: dict[str, set[str]] = {}
    for one, others in data.get("same", {}).items():
        for other in others:
            kin.setdefault(one, set()).add(other)
            kin.setdefault(other, set()).add(one)
    families: list[Family] = []
    by_verb: dict[str, Family] = {}
    by_noun: dict[str, Family] = {}
    by_thing: dict[str, Family] = {}
    with_name: dict[str, Family] = {}
    for f in data["family"]:
        verbs, nouns = frozenset(f["verbs"].split()), frozenset(f["nouns"].split())
        name = f["id"]
        once, again = bool(f.get("once")), name in data["again"].split()
        kind = f["kind"]
        family = Family(name, kind, data["lane_of"][kind], once, again, verbs, nouns, frozenset(kin.get(name, ())))
        families.append(family)
        tables = (by_verb, verbs), (by_noun, nouns), (by_thing, _list(f, "things")), (with_name, _list(f, "with_name"))
        for known, named in tables:
            for word in named:
                known.setdefault(word, family)
    once_done = {verb: of.split()[0] for of in data["once_done"] for verb in of.split()}
    once_ever, once_named = frozenset(data["once_ever"].split()), frozenset(data["once_named"].split())
    weak, not_before = frozenset(data["weak"].split()), frozenset(data["not_before"].split())
    disasters = dict(pair.split() for pair in data["disaster_by_verb"].split("|"))
    by_phrase, by_parted = (_by_phrases(families, data["family"], key) for key in ("phrases", "parted"))
    by_words = by_verb, by_noun, by_thing, by_phrase, by_parted, with_name
    acts = once_done, once_ever, once_named
    by_doing, by_doing_to, only_of, by_complement = (_of_each(families, data["family"], *keys) for keys in _PAIRS)
    otherwise, by_patient, when_passive = (_of_words(families, data["family"], key) for key in _SINGLE)
    only_active, keeps = (
        frozenset(word for entry in data["family"] for word in _list(entry, key)) for key in ("active", "keeps")
    )
    return Kinds(
        tuple(families),
        *by_words,
        weak,
        *acts,
        disasters,
        by_doing=by_doing,
        only_of=only_of,
        not_before=not_before,
        otherwise=otherwise,
        by_patient=by_patient,
        by_complement=by_complement,
        when_passive=when_passive,
        only_active=only_active,
        by_doing_to=by_doing_to,
        keeps=keeps,
        of_sites=frozenset(data["of_sites"].split()),
        falling=frozenset(data["falling"].split()),
    )


_PAIRS = (("doing", "doers"), ("doing_to", "doers"), ("only", "of"), ("behind", "complements"))
"""Keys of an entry for verbs, each with the key for the words that they go with."""

_SINGLE = ("otherwise", "patients", "passive")


def _by_phrases(
    families: Sequence[Family], entries: Sequence[Mapping[str, str]], key: str
) -> dict[str, dict[tuple[str, ...], Family]]:
    """The family of each verb with the words after it."""
    table: dict[str, dict[tuple[str, ...], Family]] = {}
    for family, entry in zip(families, entries, strict=True):
        for phrase in filter(None, entry.get(key, "").split("|")):
            verb, *after = phrase.split()
            table.setdefault(verb, {}).setdefault(tuple(after), family)
    return table


def _of_each(
    families: Sequence[Family], entries: Sequence[Mapping[str, str]], verbs: str, words: str
) -> dict[str, dict[str, Family]]:
    """The family of each verb together with each of the words that it goes with."""
    table: dict[str, dict[str, Family]] = {}
    for family, entry in zip(families, entries, strict=True):
        for verb in _list(entry, verbs):
            table.setdefault(verb, {}).update(dict.fromkeys(_list(entry, words), family))
    return table


def _of_words(families: Sequence[Family], entries: Sequence[Mapping[str, str]], key: str) -> dict[str, Family]:
    """The family of each word under ``key``."""
    return {word: f for f, entry in zip(families, entries, strict=True) for word in _list(entry, key)}


def act_of(family: Family, lemma: str, ever: bool = False) -> str | None:
    """The act that a verb tells which is done to one thing a single time, by its first verb; None for other verbs.

    With ``ever`` only an act that isn't done again after some years.
    """
    known = kinds()
    act = known.once_done.get(f"{family.id}:{lemma}") or known.once_done.get(lemma)
    return act if act is not None and (not ever or act in known.once_ever) else None


def _named_family(name: str) -> Family:
    return next((family for family in kinds().families if family.id == name), OTHER)


def _list(family: Mapping[str, str], key: str) -> frozenset[str]:
    """The words of an entry that not every family has."""
    return frozenset(family.get(key, "").split())


def family_of(lemma: str, predicate: Sequence[Word], subject: Sequence[Word] = ()) -> Family:
    """The family of a happening: its verb's; for a verb that says little, that of the noun it goes with.

    Only the words that carry the happening count: the verb, the head of its object or of its subject, the verb or
    the nouns that its predicate leads to. A word elsewhere in the sentence says nothing.
    """
    known = kinds()
    at = next((i for i, w in enumerate(predicate) if w.lemma == lemma), -1)
    rest = predicate[at + 1 :]
    doer = _by_doer(lemma, rest, subject)
    if doer is not None:
        return doer
    phrase = _by_phrase(rest, known.by_phrase[lemma]) if lemma in known.by_phrase else None
    phrase = phrase or (_by_parted(rest, known.by_parted[lemma]) if lemma in known.by_parted else None)
    if phrase is not None and (lemma not in phrase.verbs or _befalls(lemma, rest, subject)):
        return _by_disaster(subject) or phrase
    passive = any(w.part == "aux" and w.lemma == "be" for w in predicate[: max(at, 0)])
    verb = _by_verb(lemma, rest, subject, passive)
    if verb is not None and lemma not in known.weak:
        kills = verb.id == "death" and lemma in lexicon().lists["kills"]
        return (_by_disaster(subject) or verb) if kills else verb  # "the fire killed eleven", but "Jacob Storm died"
    near = _near(rest, subject, passive)
    ranked = _ranked(near, rest)
    if lemma in lexicon().lists["reporting"] and any(w.low == "that" for w in rest[:2]):
        ranked = []  # what is said is the happening, told by the verb after "that"
    named = next((f for w in ranked if (f := _named(w, known.by_noun)) is not None), None)
    if named is not None:
        return named
    taken = near[:1] if passive else near[: len(near) and near[0] in rest]  # and not "lost in the Court of Appeal"
    if taken and taken[0].part == "name" and lemma in known.with_name:
        return known.with_name[lemma]
    following = _by_following((*rest, *subject), known)
    return following or _by_thing(lemma, rest, near, passive, verb) or _by_bare(rest, subject) or OTHER


def _by_doer(lemma: str, rest: Sequence[Word], subject: Sequence[Word]) -> Family | None:
    """The family that who does it shows: a bank closes, a crowd storms a prison."""
    acted_on = takewhile(lambda w: w.part != "prep", rest[:2])  # "closes at half past three" closes nothing
    acts = any(w.part in ("noun", "name") for w in acted_on)
    doers = (kinds().by_doing_to if acts else kinds().by_doing).get(lemma)
    heads = reversed(_heads(_own(subject))) if doers else ()
    return next((f for w in heads if doers and (f := _named(w, doers)) is not None), None)


def _by_verb(lemma: str, rest: Sequence[Word], subject: Sequence[Word], passive: bool) -> Family | None:
    """The family that the verb itself tells, of who does it or to whom it is done."""
    known = kinds()
    if passive and lemma in known.only_active:
        return None
    befalls = _befalls(lemma, rest, subject)
    if passive and befalls and lemma in known.when_passive:
        return known.when_passive[lemma]
    return (known.by_verb if befalls else known.otherwise).get(lemma)


def _by_phrase(rest: Sequence[Word], families: Mapping[tuple[str, ...], Family]) -> Family | None:
    """The family of a verb together with the one or two words after it; small words and the first date don't count."""
    dated = [i for i, w in enumerate(rest) if w.part == "time"][:1]
    near = [w for i, w in enumerate(rest[:3]) if not (w.part == "prep" and i + 1 in dated)]
    said = [w for w in near if w.part != "det"][:2]
    nearby = [w.low for w in said]
    spelled = [tuple(nearby), *((w.low,) for i, w in enumerate(said) if not i or w.part not in ("prep", "adv"))]
    return next((f for words in spelled if (f := families.get(words)) is not None), None)


_OBJECT = ("det", "noun", "name", "pron", "number")


def _by_parted(rest: Sequence[Word], families: Mapping[tuple[str, ...], Family]) -> Family | None:
    """The family of a verb with the words behind its object: "threw Otto Holm out", "put the army to flight"."""
    behind = tuple(w.low for w in dropwhile(lambda w: w.part in _OBJECT, rest))
    return families.get(behind[:1]) or families.get(behind[:2])


def _by_thing(
    lemma: str, rest: Sequence[Word], near: Sequence[Word], passive: bool, verb: Family | None
) -> Family | None:
    """The family that the thing shows to which a weak verb is done, or who does it; else the verb's own.

    ``near`` are the heads of both.
    """
    known, lists = kinds(), lexicon().lists
    of_verb = known.by_complement.get(lemma, {})
    made = next((f for w in near if w in rest and (f := _named(w, of_verb)) is not None), None)
    if verb is not None and lemma in known.keeps:
        return verb
    if made is not None or (lemma in lists["goes_past"] and not passive):
        return made or verb  # "the last boat left the basin": the basin is where
    shows = near
    if verb is not None and not passive and lemma not in lists["by_subject"]:
        shows = [w for w in near if w in rest]  # "the mine opened" opens, whatever opened
    shown = next((f for w in shows if (f := _shown(w, passive or w in rest)) is not None), None)
    if shown is not None or verb is not None:
        return shown or verb
    inside = _ranked(near, rest) if lemma in lists["stative"] or lemma in known.weak else []
    return next((f for w in inside if (f := _named(w, known.by_thing)) is not None), None)


def _shown(word: Word, patient: bool) -> Family | None:
    """The family that a thing shows beside the verb; some only as what it is done to, as a ``patient``."""
    known = kinds()
    return _named(word, known.by_thing) or (_named(word, known.by_patient) if patient else None)


def _by_bare(rest: Sequence[Word], subject: Sequence[Word]) -> Family | None:
    """The family of a weak verb that another leads to, where nothing else tells more."""
    known = kinds()
    for i, word in enumerate(rest):
        if word.part == "base" and word.lemma in known.by_verb:
            return (known.by_verb if _befalls(word.lemma, rest[i + 1 :], subject) else known.otherwise).get(word.lemma)
    return None


def _befalls(lemma: str, rest: Sequence[Word], subject: Sequence[Word]) -> bool:
    """Whether the verb tells of its subject what its family says: a town falls to an enemy, an arch into the river.

    ``rest`` are the words after the verb. True of verbs that tell it of anything, and where no noun is the subject.
    """
    known = kinds()
    these = known.only_of.get(lemma)
    heads = _heads(_own(subject)) if these is not None else []
    if these is None or not heads:
        return True
    head = heads[-1]
    elsewhere = _named(head, known.by_doing.get(lemma, {})) is not None  # "Snow fell": a capital is no name's there
    led = bool(rest) and rest[0].low in known.not_before
    named = head.part == "name" and not head.low.endswith(PLURALS)  # "Miners marched": no name of an army
    return not (elsewhere or led) and (named or _named(head, these) is not None)


def _near(rest: Sequence[Word], subject: Sequence[Word], passive: bool) -> list[Word]:
    """The nouns nearest to the verb that can say what happened: the heads of its object and of its subject."""
    plain = next((i for i, w in enumerate(rest) if w.part in ("prep", "to", "sub", "rel")), len(rest))
    objects = [] if passive else _heads(rest[:plain])[:1]
    own = next((i for i, w in enumerate(subject) if w.part in ("prep", "rel")), len(subject))
    heads = _heads(subject[:own])
    named = len(heads) > 1 and heads[-1].part == "name" and heads[-2].part == "noun"
    return [*objects, *heads[-1:], *(heads[-2:-1] if named else ())]


def _ranked(near: Sequence[Word], rest: Sequence[Word]) -> list[Word]:
    """The nouns that can say what happened, the nearest to the verb first: object, subject, then those after them.

    What only gives a reason or a place ("for", "after") is left out.
    """
    return [*near, *(w for w in _heads(_without_asides(rest)) if w not in near)]


def _own(subject: Sequence[Word]) -> Sequence[Word]:
    """The subject up to what only tells more of it; "of" inside a name goes on with it: "the Bank of Lund"."""
    for i, word in enumerate(subject):
        joins = word.low in lexicon().lists["joins_thing"] and 0 < i < len(subject) - 1
        if joins and subject[i - 1].part == subject[i + 1].part == "name":
            continue
        if word.part in ("prep", "rel"):
            return subject[:i]
    return subject


def _by_disaster(subject: Sequence[Word]) -> Family | None:
    """The family of a disaster that does something: "an earthquake brought it down" tells of no fall from power."""
    named = next((_named(w, kinds().by_noun) for w in _heads(_own(subject))[-1:]), None)
    return named if named is not None and named.lane == "Building and places" else None


def _without_asides(words: Sequence[Word]) -> list[Word]:
    """The words without phrases that begin with "for", "after" and the like."""
    out: list[Word] = []
    aside = False
    for word in words:
        if word.part in ("prep", "to", "mark", "and"):
            aside = word.low in lexicon().lists["aside"]
        if not aside:
            out.append(word)
    return out


def _by_following(words: Sequence[Word], known: Kinds) -> Family | None:
    """The family of the first verb that another one leads to: "failed to be elected", "began building"."""
    verbs = [w.lemma for w in words if w.part in _LED_TO]
    return next((known.by_verb[verb] for verb in verbs if verb in known.by_verb and verb not in known.weak), None)


def _named(word: Word, families: Mapping[str, Family]) -> Family | None:
    return families.get(stem(word.low)) or families.get(word.low) or families.get(f"={word.low}")


def _heads(words: Sequence[Word]) -> list[Word]:
    """The head of each noun phrase: its last noun before a preposition, a mark or a verb.

    A noun in front of a name says what it is, and is a head besides: "the memoir Der Absturz".
    """
    heads: list[Word] = []
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else None
        said = word.part == "noun" and after is not None and after.part == "name"
        if said or (word.part in ("noun", "name") and (after is None or after.part not in ("noun", "name"))):
            heads.append(word)
    return heads
