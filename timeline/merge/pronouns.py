"""Who is meant by "he", "it", "their" or "both countries", put in where exactly one reading fits.

Nothing is replaced where two readings tie; such a line keeps its pronoun, and the caller is told so.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.gazetteer import gazetteer
from timeline.merge.names import Name
from timeline.merge.rewording import Place, is_plural, join, without_dates
from timeline.merge.words import Word, lexicon


def pair_meant(words: Sequence[Word], at: int, place: Place) -> tuple[tuple[Name, Name], int] | None:
    """Who "both countries" or "the two leaders" at word ``at`` means, and how many words say it."""
    lists = lexicon().lists
    i = at
    while i < len(words) and (words[i].low in lists["two"] or words[i].low == "the"):
        i += 1
    if not any(w.low in lists["two"] for w in words[at:i]):
        return None
    head = words[i].low if i < len(words) else ""
    if head in lists["two_states"]:
        pair = place.scene.pair("state", words[at].start)
    elif head in lists["two_people"]:
        pair = place.scene.pair("person", words[at].start)
    else:
        return None
    return (pair, i + 1 - at) if pair else None


def resolved(words: Sequence[Word], place: Place, head: bool = True) -> tuple[str, tuple[Name, ...], bool]:
    """The line, the names put in, and whether a pronoun at its head stays open.

    Without ``head`` the words follow a subject, to which their pronouns may refer, and "he" stays as it is.
    """
    lists, known = lexicon().lists, gazetteer()
    pieces: list[Word | str] = []
    put: list[Name] = []
    still_open = False
    i = 0
    while i < len(words):
        word = words[i]
        may_be_two = word.low == "the" or word.low in lists["two"]
        met = _named_before(words, i, place) if may_be_two else None
        if met:
            meant, length = met
            pieces.append(" and ".join(name.shown for name in meant))
            put += meant
            i += length
            continue
        who = _one_meant(words, i, place, head)
        if who is not None:
            text, names = who
            pieces.append(text)
            put += names
        else:
            if i == 0 and head and word.low in lists["possessive"] and len(words) > 1:
                if words[i + 1].part != "name":
                    pieces.append("the")  # "their boat": whose it is stays open
                i += 1
                continue
            if (
                i == 0
                and head
                and word.low in lists["pointing"]
                and len(words) > 1
                and words[1].part in ("noun", "name")
            ):
                pieces.append("the")  # "this engine" points at what stands before
                i += 1
                continue
            still_open = still_open or (i == 0 and word.part == "pron")
            name = place.scene.state_at(word.start) if word.text in known.starts else None
            if name is not None:
                # a by-name without a capital stands for nothing alone: "the hermit kingdom"
                if pieces and isinstance(pieces[-1], Word) and pieces[-1].low == "the":
                    pieces.pop()
                pieces.append(name.shown)
                put.append(name)
                while i + 1 < len(words) and words[i + 1].end <= name.end:
                    i += 1
            else:
                pieces.append(word)
        i += 1
    return _joined(pieces), tuple(put), still_open


def _named_before(words: Sequence[Word], at: int, place: Place) -> tuple[tuple[Name, ...], int] | None:
    """Whom "both countries", "the two leaders" or "the latter" at word ``at`` means, and how many words say it."""
    one = _former_or_latter(words, at, place)
    return ((one,), 2) if one is not None else pair_meant(words, at, place)


def _former_or_latter(words: Sequence[Word], at: int, place: Place) -> Name | None:
    """Whom or what "the former" or "the latter" at word ``at`` means: of two just named the first or the second."""
    lists = lexicon().lists
    said = words[at + 1].low if at + 1 < len(words) else ""
    after = words[at + 2] if at + 2 < len(words) else None
    if said not in lists["former"] | lists["latter"] or (after is not None and after.part in ("noun", "name")):
        return None  # "the former king" is a king
    near = place.scene.between(place.sentence, words[at].start)
    if not near and place.before:
        near = place.scene.between(place.before[0].start, place.before[-1].end)
    for sort in ("person", "state", "name"):
        named = {n.key: n for n in reversed(near) if n.sort == sort and not n.adjective}
        if len(named) == 2:
            one, two = sorted(named.values(), key=lambda n: n.start)
            return one if said in lists["former"] else two
    return None


def _joined(pieces: Sequence[Word | str]) -> str:
    text = ""
    previous: Word | str | None = None
    for piece in pieces:
        shown = piece if isinstance(piece, str) else piece.text
        together = isinstance(piece, Word) and (
            shown in ",.;:!?)”"
            or shown in ("'s", "’s", "’", "'")
            or (isinstance(previous, Word) and previous.end == piece.start)
        )
        text += shown if not text or together else " " + shown
        previous = piece
    return text


def _one_meant(words: Sequence[Word], i: int, place: Place, head: bool) -> tuple[str, list[Name]] | None:
    """Whom a pronoun stands for, in words, and the names put in; None where that is not clear or not needed."""
    lists = lexicon().lists
    word = words[i]
    low = word.low
    if i > 0 or not head:
        # further on a pronoun mostly means somebody named in the line; only "renewed it" is told by its verb
        renewed = i > 0 and words[i - 1].lemma in lists["agreement_verbs"]
        noun = _agreement_before(place) if low in lists["neuter"] and renewed else None
        return (f"the {noun}", []) if noun else None
    gender = "m" if low in lists["male"] else "f" if low in lists["female"] else ""
    own = "'s" if low in lists["possessive"] else ""
    if gender:
        name = place.scene.person(word.start, place.since, gender, place.subject)
        return (name.shown + own, [name]) if name else None
    if low in lists["plural"]:
        people = _heads(place)
        if people:
            return f"{people[0].shown} and {people[1].shown}{own}", list(people)
        several = _several_before(place) if word.start == place.head and not own else ""
        return (several, []) if several else None
    if low in lists["neuter"] and word.part == "pron" and not _is_expletive(words, i):
        inside = bool(place.own) and place.own[0].start < word.start
        thing = _thing(place.own if inside else place.subject if word.start == place.head else (), place)
        return (thing, []) if thing else None
    return None


def _is_expletive(words: Sequence[Word], i: int) -> bool:
    """Whether "it" only holds a place: "it was in May that ..."."""
    return i + 1 < len(words) and words[i + 1].lemma == "be" and any(w.low == "that" for w in words[i + 2 :])


def _thing(subject: Sequence[Word], place: Place) -> str:
    """What "it" means: a subject named before it, if that is one definite thing and no person."""
    verb = next(
        (i for i, w in enumerate(subject) if w.low in lexicon().lists["relative"] or w.part == "rel"), len(subject)
    )
    subject = subject[:verb]
    people = {n.start for n in place.scene.names if n.sort == "person"}
    plain = any(w.part == "name" for w in subject) or (bool(subject) and subject[0].low == "the")
    plain = (
        plain and not is_plural(subject) and not any(w.part in ("pron", "and") or w.start in people for w in subject)
    )
    if not plain or not 0 < len(subject) < 9 or subject[0].low in lexicon().lists["possessive"]:
        return ""
    return join(without_dates(subject))


def _several_before(place: Place) -> str:
    """What "they" as a sentence's subject means: the subject of the sentence before, if that is a plain plural."""
    end = next((i for i, w in enumerate(place.subject) if w.part == "prep"), len(place.subject))
    subject = without_dates(place.subject[:end])
    plain = 0 < len(subject) < 7 and all(w.part in ("det", "noun", "name", "and", "number") for w in subject)
    return join(subject) if plain and is_plural(subject) else ""


def _heads(place: Place) -> tuple[Name, Name] | None:
    """The two people, or else the two states, that head the sentence before; None where they aren't just two."""
    if not place.before:
        return None
    verb = next((w.start for w in place.before if w.part in ("past", "present", "aux")), place.before[-1].end)
    for end in (verb, place.before[-1].end):
        near = [n for n in place.scene.between(place.before[0].start, end) if not n.adjective]
        for sort in ("person", "state"):
            keys = list(dict.fromkeys(n.key for n in near if n.sort == sort))
            if len(keys) == 2:
                one, two = (next(n for n in near if n.key == key) for key in keys)
                return one, two
    return None


def _agreement_before(place: Place) -> str | None:
    """The noun for an agreement in the sentence before, which "renewed it" speaks of."""
    for word in reversed(place.before):
        if word.part == "noun" and word.low in lexicon().lists["agreements"]:
            return word.low
    return None
