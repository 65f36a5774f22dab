"""Words of a sentence as a line of its own: dates left out, pronouns and "both countries" replaced by who is meant.

Nothing is replaced where two readings tie; such a line keeps its pronoun, and ``Line.open`` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.merge.clauses import Clause
from timeline.merge.names import Name, Scene
from timeline.merge.words import Word, lexicon, past_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: its document's names, where its sentence starts, and the sentence before.

    ``subject`` is that of the sentence before; where that is a pronoun as well, that of the one before it, and so on.
    ``since`` is where the sentence with that subject begins.
    """

    scene: Scene
    sentence: int
    before: tuple[Word, ...]
    subject: tuple[Word, ...] = ()
    since: int = 0


def without_dates(words: Sequence[Word]) -> list[Word]:
    """The words without dates and the small words that lead into them."""
    before = lexicon().lists["before_date"]
    keep = [w.part != "time" for w in words]
    for i, word in enumerate(words):
        if word.part != "time":
            continue
        j = i - 1
        while j >= 0 and (not keep[j] or words[j].low in before or words[j].text in ",–-" or words[j].part == "adv"):
            keep[j] = False
            j -= 1
    out = [w for w, kept in zip(words, keep, strict=True) if kept]
    while out and (out[0].part == "mark" and out[0].text not in '“"‘'):
        out.pop(0)
    return out


def join(words: Sequence[Word]) -> str:
    """The words as a text: together where the original has them together, otherwise parted by one space."""
    text = ""
    for i, word in enumerate(words):
        glue = i == 0 or words[i - 1].end == word.start or word.text in ",.;:!?)’”"
        text += word.text if glue else " " + word.text
    return text


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
    lists = lexicon().lists
    pieces: list[Word | str] = []
    put: list[Name] = []
    still_open = False
    i = 0
    while i < len(words):
        word = words[i]
        met = pair_meant(words, i, place)
        if met:
            (one, two), length = met
            pieces.append(f"{one.shown} and {two.shown}")
            put += [one, two]
            i += length
            continue
        who = _one_meant(words, i, place, head)
        if who is not None:
            text, names = who
            pieces.append(text)
            put += names
        else:
            if i == 0 and head and word.low in lists["possessive"] and len(words) > 1:
                i += 1  # "their boat": whose it is stays open, and is left off
                continue
            still_open = still_open or (i == 0 and word.part == "pron")
            name = next((n for n in place.scene.names if n.start == word.start and n.sort == "state"), None)
            if name is not None and word.text.islower():
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


def told_in_past(words: Sequence[Word], clause: Clause, place: Place, many: bool) -> tuple[str, tuple[Name, ...]]:
    """The predicate, "had signed" and "succeeding" told as "signed" and "succeeded"; and the names put in.

    ``many`` says whether the subject is more than one.
    """
    verb, rest = _plain_verb(words, clause, many)
    text, put, _ = resolved(rest, place, head=False)
    return (f"{verb} {text}".strip() if verb else text), put


def _plain_verb(words: Sequence[Word], clause: Clause, many: bool) -> tuple[str, Sequence[Word]]:
    """A verb of one word for a compound past or an -ing form, and the words after it; "" where none is needed."""
    if clause.form == "gerund" and words:
        return past_of(words[0].lemma), words[1:]
    if len(words) < 2 or words[0].part != "aux" or words[0].lemma != "have":
        return "", words
    after = next((i for i, w in enumerate(words) if i and w.part != "adv"), len(words))
    adverbs = join(words[1:after])
    if after == len(words) or any(w.low in lexicon().lists["negation"] for w in words[1:after]):
        return "", words
    verb = words[after]
    if verb.part == "aux" and verb.lemma == "be":
        plain = "were" if many else "was"
        return f"{plain} {adverbs}".strip(), words[after + 1 :]
    if verb.part in ("past", "participle"):
        return f"{adverbs} {past_of(verb.lemma)}".strip(), words[after + 1 :]
    return "", words


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
        return (f"{people[0].shown} and {people[1].shown}{own}", list(people)) if people else None
    if low in lists["neuter"] and word.part == "pron" and word.start == place.sentence:
        thing = _thing_before(place)
        return (thing, []) if thing else None
    return None


def _thing_before(place: Place) -> str:
    """What "it" at the head of a sentence means: the subject of the sentence before, if that is one named thing."""
    subject = place.subject
    people = {n.start for n in place.scene.names if n.sort == "person"}
    plain = any(w.part == "name" for w in subject)
    plain = plain and not any(w.part in ("pron", "and") or w.start in people for w in subject)
    if not plain or not 0 < len(subject) < 9 or subject[0].low in lexicon().lists["possessive"]:
        return ""
    return join(without_dates(subject))


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
