"""What "it" means: a definite thing that the sentence, or the one before, has just named.

Nothing is said where a person, a people or several things could be meant as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline.merge.appositions import name_before
from timeline.merge.names import Name, things
from timeline.merge.phrases import phrase_before
from timeline.merge.rewording import Place, is_plural, join, without_dates
from timeline.merge.words import Word, lexicon

_LONGEST_THING = 10
"""Words that "it" is replaced by at most: a longer subject goes without its relative clause."""


def thing(subject: Sequence[Word], place: Place) -> str:
    """What "it" means: a subject named before it, if that is one definite thing and no person."""
    verb = next(
        (i for i, w in enumerate(subject) if w.low in lexicon().lists["relative"] or w.part == "rel"), len(subject)
    )
    if len(subject) > _LONGEST_THING:
        subject = subject[:verb]
    people = {n.start for n in place.scene.names if n.sort == "person"}
    head = subject[:verb]
    plain = (bool(subject) and subject[0].low == "the") or _is_named_thing(head, place)
    plain = plain and not is_plural(head) and not any(w.part in ("pron", "and") or w.start in people for w in head)
    mine = bool(subject) and subject[0].low in lexicon().lists["first_person"]  # "our dish"
    if not (plain or mine) or not 0 < len(subject) <= _LONGEST_THING:
        return ""
    if subject[0].low in lexicon().lists["possessive"]:
        return f"the {join(without_dates(subject[1:]))}" if mine and len(subject) > 1 and not is_plural(head) else ""
    return join(without_dates(subject))


def _is_named_thing(words: Sequence[Word], place: Place) -> bool:
    """Whether a phrase without "the" has a name, and that name shows that it is no person's.

    A state, a name with a number or in capitals, one with a word for a thing, one that the text puts "in" or "the"
    before, or one that stands after a word of its own: "the freighter Lund".
    """
    if not any(w.part == "name" for w in words):
        return False
    if words[0].part != "name" or any(w.low in things() for w in words):
        return True
    if any(w.part == "number" or (w.text.isupper() and len(w.text) > 1) for w in words):
        return True
    named = next((n for n in place.scene.names if n.start <= words[0].start < n.end), None)
    if named is None or named.sort == "person":
        return False
    return named.sort == "state" or any(n.key == named.key and (n.led or not n.bare) for n in place.scene.names)


def introduced(place: Place) -> str:
    """ "The king paid for a new bridge. It ...": what a person's deed in the sentence before brought in at its end."""
    people = {n.start for n in place.scene.names if n.sort == "person"}
    lists = lexicon().lists
    told_by = any(w.low in lists["narrator"] for w in place.before)
    if not told_by and not any(w.start in people or w.part == "pron" for w in place.subject):
        return ""
    for word in reversed(place.before):
        named = name_before(place.before, word.start) if word.low in lists["indefinite_article"] else ()
        if named:
            return join(named)  # "we saw Lund, a town on the coast. It ..."
    end = next((i for i in range(len(place.before), 0, -1) if place.before[i - 1].part not in ("mark", "time")), 0)
    phrase = phrase_before(place.before, end)
    new = len(phrase) > 1 and phrase[0].low in lists["indefinite_article"]
    return f"the {join(phrase[1:])}" if new and not is_plural(phrase) else ""


def done_to(pronoun: Word, subject: Sequence[Word], place: Place) -> str:
    """ "Anna began the mill in May and finished it in June": the object of the verb before, done by the same subject.

    Empty where that verb has no definite thing right after it.
    """
    words = [w for w in place.words if subject[-1].end <= w.start < pronoun.start]
    joint = next((i for i in range(len(words) - 1, -1, -1) if words[i].part == "and"), 0)
    first = next((i for i, w in enumerate(words) if w.part in ("past", "participle", "present")), joint)
    if first >= joint:
        return ""
    phrase = list(takewhile(lambda w: w.part in ("det", "noun", "name", "number"), words[first + 1 : joint]))
    plain = len(phrase) > 1 and phrase[0].low == "the" and not is_plural(phrase)
    people = {n.start for n in place.scene.names if n.sort == "person"}
    return join(phrase) if plain and not any(w.start in people for w in phrase) else ""


def topic_of(title: str, names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> str:
    """The thing that a text has its title from and names again, with the article that it has there; else empty.

    A title of a single word may be anything, a person or a town: it is no topic without a word for a thing.
    """
    pieces = title.lower().replace("-", " ").split()
    key = " ".join(pieces[1:] if pieces[:1] == ["the"] else pieces)
    told = [n for n in names if n.key == key and n.sort == "name" and not n.shown.isupper()]
    if not told or not any(piece in things() for piece in key.split()):
        return ""
    led = {words[i].start: words[i - 1].low for words in sentences for i in range(1, len(words))}
    return f"the {told[0].shown}" if led.get(told[0].start) == "the" else told[0].shown


def topic_meant(subject: Sequence[Word], place: Place) -> str:
    """What the text is about, where "it" can mean nothing that ``subject``, told just before, names."""
    words = {w.low for w in subject}
    several = is_plural(subject) or (len(subject) == 1 and subject[0].low.endswith("s"))  # "Landslides closed it"
    one = bool(subject) and not several and not any(w.low in lexicon().lists["neuter"] for w in subject)
    people = {n.start for n in place.scene.names if n.sort == "person"}
    free = not one or any(w.start in people for w in subject)
    return place.scene.topic if free and not words & set(place.scene.topic.lower().split()[1:]) else ""
