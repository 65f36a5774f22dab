"""Who is meant by "he", "it", "their" or "both countries", put in where exactly one reading fits.

Nothing is replaced where two readings tie; such a line keeps its pronoun, and the caller is told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.merge.definites import meant_by
from timeline.merge.gazetteer import gazetteer
from timeline.merge.names import Name, Sort, ranks, things
from timeline.merge.neuters import object_meant, thing_meant, topic_at
from timeline.merge.rewording import Place
from timeline.merge.standins import is_owner, several_before, shared_by, somebody_before
from timeline.merge.words import Word, lexicon, listed

PAIRED: tuple[Sort, ...] = ("person", "state")
"""What two of may be meant by "the two"."""

_AFTER_OBJECT = ("prep", "det", "mark", "and", "adv", "to", "sub", "rel", "time")
"""What may follow a pronoun that is an object; after "her" a noun shows that it is none."""

_PEOPLE = ("ers", "ors", "ists", "men", "women")
"""Ends of nouns for people who do something: "the two explorers"."""


@cache
def _standing_in() -> frozenset[str]:
    """The pronouns that may stand for somebody or something."""
    lists = lexicon().lists
    sorts = ("male", "female", "plural", "neuter", "possessive", "male_object", "female_object")
    return frozenset().union(*(lists[sort] for sort in sorts))


@cache
def _may_give_way() -> frozenset[str]:
    """The words that may give way to others further on in a line: pronouns, and what leads into "the two"."""
    return _standing_in() | lexicon().lists["two"] | {"the"}


def pair_meant(words: Sequence[Word], at: int, place: Place) -> tuple[tuple[Name, Name], int] | None:
    """Who "both countries" or "the two leaders" at word ``at`` means, and how many words say it."""
    lists = lexicon().lists
    i = at
    while i < len(words) and (words[i].low in lists["two"] or words[i].low == "the"):
        i += 1
    head = words[i] if i < len(words) else None
    if head is not None and i > at and head.low in lists["couple"]:
        pair = place.scene.pair("person", words[at].start)
        pair = _married(words[at].start, place) or pair if head.low in lists["married"] else pair
        return (pair, i + 1 - at) if pair else None
    if not any(w.low in lists["two"] for w in words[at:i]):
        return None
    if head is None or head.part not in ("noun", "name", "number", "mark"):
        # "the two signed": people, or else states, where the text is about two of the one and not of the other
        pairs = [p for sort in PAIRED if (p := place.scene.pair(sort, words[at].start))]
        alone = len(pairs) == 1 and words[at].low == "the"
        return (pairs[0], i - at) if alone else None
    if head.low in lists["two_states"]:
        pair = place.scene.pair("state", words[at].start)
        pair = pair if pair and _spoken_of(pair, words[at].start, place) else None
    elif head.low in lists["two_people"] or (head.part == "noun" and head.low.endswith(_PEOPLE)):
        pair = place.scene.pair("person", words[at].start)
    else:
        return None
    return (pair, i + 1 - at) if pair else None


def _spoken_of(pair: tuple[Name, Name], before: int, place: Place) -> bool:
    """Whether the text is about both states: it names each more than once, or both in this sentence or the last."""
    since = place.before[0].start if place.before else place.sentence
    cast = place.scene.cast
    lately = {n.key for n in place.scene.between(since, before)}
    return all(cast.named(n.key, before) > 1 for n in pair) or all(n.key in lately for n in pair)


def _married(before: int, place: Place) -> tuple[Name, Name] | None:
    """The only two of whom the text told up to ``before`` that they married."""
    told = {(one.key, other.key): (one, other) for at, one, other in place.scene.couples if at < before}
    return next(iter(told.values())) if len(told) == 1 else None


def resolved(
    words: Sequence[Word], place: Place, head: bool = True, subject: Sequence[Word] = ()
) -> tuple[str, tuple[Name, ...], bool]:
    """The line, the names put in, and whether a pronoun at its head stays open.

    Without ``head`` the words follow ``subject``, to which their pronouns may refer, and "he" stays as it is.
    """
    known, standing_in, may_give_way = gazetteer(), _standing_in(), _may_give_way()
    pieces: list[Word | str] = []
    put: list[Name] = []
    still_open = False
    i = 0
    while i < len(words):
        word = words[i]
        if i and word.low not in may_give_way and word.text not in known.starts:
            pieces.append(word)
            i += 1
            continue
        met = _phrase_meant(words, i, place)
        if met:
            text, meant, length = met
            pieces.append(text)
            put += meant
            i += length
            continue
        who = None
        if word.low in standing_in:
            who = _one_meant(words, i, place, head, subject) or _object_meant(words, i, place, subject)
        if who is not None:
            text, names = who
            pieces.append(text)
            put += names
        else:
            opening = _opening(words, place) if i == 0 and head else None
            if opening is not None:
                text, names, length = opening
                pieces += [text] if text else []
                put += names
                i += length
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


def _phrase_meant(words: Sequence[Word], at: int, place: Place) -> tuple[str, tuple[Name, ...], int] | None:
    """What a phrase at word ``at`` gives way to, the names in that, and how many words it takes."""
    lists = lexicon().lists
    may_be_two = words[at].low == "the" or words[at].low in lists["two"]
    may_be_two = may_be_two and not (at and words[at - 1].low in lists["others"])  # "the other two nations"
    met = _named_before(words, at, place) if may_be_two else None
    if met:
        return " and ".join(name.shown for name in met[0]), *met
    topic = topic_at(words, at, place)
    if not topic:
        return None
    name = place.scene.cast.shown(topic.removeprefix("the "))
    names = () if name is None else (name,)
    return topic if at or words[at].text.islower() else topic[:1].upper() + topic[1:], names, 2


def _named_before(words: Sequence[Word], at: int, place: Place) -> tuple[tuple[Name, ...], int] | None:
    """Whom "both countries", "the two leaders" or "the latter" at word ``at`` means, and how many words say it."""
    one = _former_or_latter(words, at, place)
    return ((one,), 2) if one is not None else pair_meant(words, at, place)


def _former_or_latter(words: Sequence[Word], at: int, place: Place) -> Name | None:
    """Whom or what "the former" or "the latter" at word ``at`` means: of two just named the first or the second."""
    lists = lexicon().lists
    said = words[at + 1].low if at + 1 < len(words) else ""
    after = words[at + 2] if at + 2 < len(words) else None
    if said not in listed("former", "latter") or (after is not None and after.part in ("noun", "name")):
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


def _opening(words: Sequence[Word], place: Place) -> tuple[str, list[Name], int] | None:
    """What the small word at the head of a line gives way to, the names put in, and how many words it takes."""
    lists = lexicon().lists
    if len(words) > 2 and words[0].low in lists["several_of"] and words[1].low == "of" and words[2].low == "them":
        return words[0].text, [], 3  # "eleven of them were fined"
    full = _in_full(words, place)
    if full is not None:
        return f"{words[0].text} {full.shown}", [full], 2
    meant = meant_by(words, place)
    if meant is not None:
        return meant
    if len(words) > 1 and words[0].low in lists["possessive"]:
        if words[1].part == "name":
            return "", [], 1
        related = words[0].low not in lists["first_person"] and words[1].low in lists["relation"]
        if related and len(words) > 2 and words[2].part == "name":
            return "", [], 2  # "his daughter Anna": whose she is stays open
        mine = words[0].low in lists["writers_own"] and not _in_speech(words[0], place)
        own = 1 + (words[1].low == "own")
        return ("the writer's" if mine else "the"), [], own  # "their boat": whose it is stays open
    if len(words) > 1 and words[0].low in lists["pointing"] and words[1].part in ("noun", "name"):
        return "the", [], 1  # "this engine" points at what stands before
    return None


def _in_speech(word: Word, place: Place) -> bool:
    """Whether a word stands between quotation marks: then "my" is the speaker's."""
    return sum(w.text in '“”"' for w in place.words if w.start < word.start) % 2 == 1


def _joined(pieces: Sequence[Word | str]) -> str:
    text, quoted = "", False
    previous: Word | str | None = None
    for piece in pieces:
        shown = piece if isinstance(piece, str) else piece.text
        if shown in ("’", "'") and isinstance(previous, str) and not previous.endswith("s") and not quoted:
            shown += "s"  # "the two countries’ treaty" is "Norland and Varn’s treaty"
        quoted = quoted or shown in ("‘", "'")
        together = isinstance(piece, Word) and (
            shown in ",.;:!?)”"
            or shown in ("'s", "’s", "’", "'")
            or (isinstance(previous, Word) and previous.end == piece.start)
        )
        text += shown if not text or together else " " + shown
        previous = piece
    return text


def _one_meant(
    words: Sequence[Word], i: int, place: Place, head: bool, subject: Sequence[Word] = ()
) -> tuple[str, list[Name]] | None:
    """Whom a pronoun stands for, in words, and the names put in; None where that is not clear or not needed."""
    lists, word = lexicon().lists, words[i]
    low = word.low
    if i > 0 or not head:
        owner = _owner(words, i, place, subject) if all(w.part != "pron" for w in subject) else None
        if owner is not None:
            acts = words[i - 1].lemma in lists["perceiving"] and words[i + 1].low in lexicon()  # "saw her fall"
            return owner.shown if acts else f"{owner.shown}'s", [owner]
        body = _held_office_of(words, i, place)
        if body is not None:
            return f"{body.shown}'s", [body]
        # further on a pronoun mostly means somebody named in the line; only "renewed it" is told by its verb
        renewed = i > 0 and words[i - 1].lemma in lists["agreement_verbs"]
        noun = _agreement_before(place) if low in lists["neuter"] and renewed else None
        meant = f"the {noun}" if noun else shared_by(words, i, place) or _of_another(words, i)
        return (meant, []) if meant else None
    gender = "m" if low in lists["male"] else "f" if low in lists["female"] else ""
    own = "'s" if low in lists["possessive"] else ""
    if gender:
        name = _in_sentence(word, gender, place) or place.scene.person(word.start, place.since, gender, place.subject)
        name = None if is_owner(name, gender, place) else name
        somebody = somebody_before(word, place) if name is None or name != place.scene.main_person() else ""
        if somebody:
            return somebody + own, []
        return (name.shown + own, [name]) if name else None
    if low in lists["two"] and i + 1 < len(words) and words[i + 1].part in ("noun", "name", "det", "number"):
        return None  # "both Danes and Swedes"
    if low in lists["plural"]:
        people = _heads(place)
        if people:
            return f"{people[0].shown} and {people[1].shown}{own}", list(people)
        several = several_before(place) if word.start == place.head and not own else ""
        return (several, []) if several else None
    if low in lists["neuter"] and word.part == "pron" and not _is_expletive(words, i):
        meant = thing_meant(word, place)
        return (meant, []) if meant else None
    return None


def _of_another(words: Sequence[Word], i: int) -> str:
    """ "The" for the "its" of "she became its head": it is not her own."""
    lists, low = lexicon().lists, words[i].low
    becomes = i > 0 and words[i - 1].lemma in lists["becoming"]
    return "the" if becomes and low in lists["possessive"] and low not in lists["first_person"] else ""


def _owner(words: Sequence[Word], i: int, place: Place, subject: Sequence[Word]) -> Name | None:
    """Whose "her name" is further on in a line, where the sentence names nobody before whom it could mean."""
    lists, word = lexicon().lists, words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    gender = "m" if word.low in lists["male"] else "f" if word.low in lists["female"] else ""
    if not gender or word.low not in lists["possessive"] or after is None or after.part not in ("noun", "name"):
        return None
    if after.low in lists["own_course"]:
        return None
    before = [n for n in place.scene.between(place.sentence, word.start) if n.gender in ("", gender)]
    if any(n.sort == "person" or (n.sort == "name" and n.bare) for n in before):
        return None
    if any(w.part == "pron" and place.sentence <= w.start < word.start for w in (*place.own, *words[:i])):
        return None
    if len(subject) > 1 and subject[0].part == "det" and all(w.part == "name" for w in subject[1:]):
        return None  # "the Grand Duke left his post"
    seen = words[i - 1].lemma in lists["perceiving"]  # "the crowd came to see her fall"
    if not seen and any(w.part == "noun" and not w.low.endswith("s") and w.low not in things() for w in place.own[:2]):
        return None  # "the minister left his post"
    return place.scene.person(place.sentence, place.since, gender, place.subject)


def _held_office_of(words: Sequence[Word], i: int, place: Place) -> Name | None:
    """Whose president somebody became, "its" being the one society or college that the sentence named before."""
    lists, word = lexicon().lists, words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    if word.low not in lists["neuter"] or word.low not in lists["possessive"] or after is None:
        return None
    if after.low not in ranks():
        return None
    bodies = {
        n.key: n
        for n in place.scene.between(place.sentence, word.start)
        if n.sort == "name" and not things().isdisjoint(n.key.split())
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _in_sentence(word: Word, gender: str, place: Place) -> Name | None:
    """Whom "he" further on in a sentence means: the one person named in it before, first of all its subject."""
    if not place.own or place.own[0].start >= word.start or (len(place.own) == 1 and place.own[0].part == "pron"):
        return None
    named = place.scene.between(place.sentence, word.start)
    fits = [n for n in named if n.gender in ("", gender) and (n.sort == "person" or (n.sort == "name" and n.bare))]
    starts = {w.start for w in place.own}
    for told in ([n for n in fits if n.start in starts and n.sort == "person"], fits):
        if len({n.key for n in told}) == 1:
            return told[0]
    return None


def _in_full(words: Sequence[Word], place: Place) -> Name | None:
    """ "The Institute" by the full name that the text gave before, "Radium Institute"; None where several fit."""
    if len(words) < 2 or words[0].low != "the" or words[1].part not in ("name", "noun"):
        return None
    if len(words) > 2 and (words[2].part in ("name", "noun") or words[2].low in lexicon().lists["joins_thing"]):
        return None
    told = place.scene.cast.called(words[1].low, words[0].start)
    shortest = min(told, key=len, default="")
    return told[shortest] if told and all(key.endswith(shortest) for key in told) else None


def _object_meant(
    words: Sequence[Word], i: int, place: Place, subject: Sequence[Word]
) -> tuple[str, list[Name]] | None:
    """Whom "him", "her" or "it" as an object means: one told of before, who neither acts nor is named in between."""
    lists, word = lexicon().lists, words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    free = after is None or (after.part in _AFTER_OBJECT and after.low not in lists["rank"])
    free = free or (after is not None and after.low in lists["as_it_was"])
    if not subject or word.part == "time" or not free:
        return None
    gender = "m" if word.low in lists["male_object"] else "f" if word.low in lists["female_object"] else ""
    between = [n for n in place.scene.between(place.sentence, word.start) if not n.adjective]
    if gender:
        acting = {w.start for w in subject}
        if any(n.sort == "person" and n.gender in ("", gender) and n.start not in acting for n in between):
            return None
        name = place.scene.person(place.sentence, place.since, gender, place.subject, False)
        name = name or _only_main(gender, place)
        acts = {n.key for n in between if n.start in acting}
        return (name.shown, [name]) if name is not None and name.key not in acts else None
    if word.part != "pron" or word.low not in listed("neuter", "plural"):
        return None
    content = any(w.low in lists["content"] or w.part == "to" for w in words[i + 1 : i + 4])
    if content or any(w.part in ("noun", "name") for w in words[:i]):
        return None  # "made it plain that", "found it hard to"
    meant = object_meant(word, words[i - 1], subject, place)
    return (meant, []) if meant else None


def _only_main(gender: str, place: Place) -> Name | None:
    """The person whom the text is about, if "him" or "her" can be said of that one."""
    main = place.scene.main_person()
    return main if main is not None and main.gender == gender else None


def _is_expletive(words: Sequence[Word], i: int) -> bool:
    """Whether "it" only holds a place: "it was in May that ..."."""
    return i + 1 < len(words) and words[i + 1].lemma == "be" and any(w.low == "that" for w in words[i + 2 :])


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
