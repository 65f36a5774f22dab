"""What "it" means: a definite thing that the sentence, or the one before, has just named.

Nothing is said where a person, a people or several things could be meant as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline.merge.appositions import name_before
from timeline.merge.clauses import read_sentence
from timeline.merge.doers import is_doer
from timeline.merge.kinds import kinds
from timeline.merge.names import Name, things
from timeline.merge.phrases import phrase_before
from timeline.merge.rewording import Place, is_one_name, is_plural, join, without_dates
from timeline.merge.standins import told_of_here
from timeline.merge.words import Word, lexicon, stem

_LONGEST_THING = 10
"""Words that "it" is replaced by at most: a longer subject goes without its relative clause."""

_BEGINNING = 3
"""Sentences, headings among them, in which a text says what it is about."""


_OF_PEOPLE = ("War", "Life", "Journeys and talks")
"""Lanes of what is done to people."""


def thing(subject: Sequence[Word], place: Place) -> str:
    """What "it" means: a subject named before it, if that is one definite thing and no person."""
    verb = next(
        (i for i, w in enumerate(subject) if w.low in lexicon().lists["relative"] or w.part == "rel"), len(subject)
    )
    if len(subject) > _LONGEST_THING:
        subject = subject[:verb]
    people = place.scene.cast.people_at
    head = subject[:verb]
    plain = (bool(subject) and subject[0].low == "the") or _is_named_thing(head, place)
    plain = plain and not any(is_doer(phrase[-1]) for phrase in _phrases(head)[:1])  # "the last patient with a fever"
    plain = plain and not is_plural(head) and not any(w.part == "pron" or w.start in people for w in head)
    plain = plain and (is_one_name(head) or all(w.part != "and" for w in head))  # "the Trade and Harbour Bank"
    plain = plain and not any(w.low in lexicon().lists["indefinite_article"] for w in head)
    mine = len(subject) > 1 and subject[0].low in lexicon().lists["first_person"]  # "our dish"
    if not (plain or mine) or not 0 < len(subject) <= _LONGEST_THING:
        return ""
    if subject[0].low in lexicon().lists["possessive"]:
        return f"the {join(without_dates(subject[1:]))}" if mine and len(subject) > 1 and not is_plural(head) else ""
    return join(without_dates(subject))


def subject_meant(subject: tuple[Word, ...], place: Place) -> tuple[Word, ...]:
    """The words of the thing that "it" as a subject means; the subject itself where it is no "it", or stays open."""
    if len(subject) != 1 or subject[0].low not in lexicon().lists["neuter"]:
        return subject
    meant = place.subject if subject[0].start == place.head else place.own
    return meant if meant and meant != subject and thing(meant, place) else subject


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
    named = place.scene.cast.around(words[0].start)
    if named is None or named.sort == "person":
        return False
    return named.sort == "state" or named.key in place.scene.cast.placed


def thing_meant(word: Word, place: Place) -> str:
    """What "it" stands for: a thing of the sentence or the one before, else what the text is about; empty if open."""
    inside = bool(place.own) and place.own[0].start < word.start
    meant = "" if inside else formed(place)
    meant = meant or thing(place.own if inside else place.subject if word.start == place.head else (), place)
    meant = meant or told_of_here(word, place) or ("" if inside else brought_up(place))
    if meant or (inside and (_names_another(place, word.start) or _is_owned_thing(place.own, place))):
        return meant
    return topic_meant(place.subject, place)


def _is_owned_thing(subject: Sequence[Word], place: Place) -> bool:
    """ "Her name is lost; it ...": whether the sentence tells of somebody's one thing, which "it" means then."""
    if len(subject) < 2 or subject[0].low not in lexicon().lists["possessive"] or is_plural(subject):
        return False
    return not is_doer(subject[-1]) and not any(w.start in place.scene.cast.people_at for w in subject)


def _names_another(place: Place, before: int) -> bool:
    """Whether the sentence names something else than what the text is about before "it": "Holm's, when it was sold"."""
    topic = place.scene.topic.lower()
    return any(n.sort == "name" and n.key not in topic for n in place.scene.between(place.sentence, before))


def brought_up(place: Place) -> str:
    """What "it" at the head of a sentence means where the subject before it is no such thing."""
    return said_of(place) or introduced(place) or only_thing(place) or told_last(place)


def formed(place: Place) -> str:
    """ "The two mills merged to form Lund Mills. It ...": what the sentence before says came of them at its end."""
    words = without_dates([w for w in place.before if w.part != "mark"])
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].part != "name"), len(words))
    named = words[at + 1 :]
    if not named or at < 1 or words[at].lemma not in lexicon().lists["forming"] or words[at - 1].part != "to":
        return ""
    return "" if named[0].start in place.scene.cast.people_at else join(named)


def told_last(place: Place) -> str:
    """ "The last patient left in May, and the building closed. It …": the subject of the last clause, if a thing."""
    parsed = read_sentence(place.before)
    lists = lexicon().lists
    apart = lists["relative"] | lists["subordinator"]
    for n in range(len(parsed.segments) - 1, 0, -1):
        if parsed.finite(n) is not None and parsed.segments[n].opener not in apart:
            own = parsed.own_subject(n)
            return thing(tuple(own), place) if own else ""
    return ""


def said_of(place: Place) -> str:
    """ "Holm told the staff that the mill was sound. It ...": of what the sentence before said something."""
    lists = lexicon().lists
    at = next((i for i in range(len(place.before) - 1, 0, -1) if place.before[i].low == "that"), 0)
    if not any(w.lemma in lists["reporting"] for w in place.before[:at]):
        return ""
    phrase = tuple(takewhile(lambda w: w.part in ("det", "noun", "name"), place.before[at + 1 :]))
    return thing(phrase, place) if phrase and phrase[0].low == "the" else ""


def introduced(place: Place) -> str:
    """ "The king paid for a new bridge. It ...": what a person's deed in the sentence before brought in at its end."""
    people = place.scene.cast.people_at
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
    new = len(phrase) > 1 and phrase[0].low in lists["indefinite_article"] and phrase[1].low not in lists["portion"]
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
    many = pronoun.low in lexicon().lists["plural"]
    owned = many and len(phrase) > 1 and phrase[0].low in lexicon().lists["possessive"]  # "shut its doors"
    plain = len(phrase) > 1 and (phrase[0].low == "the" or owned) and is_plural(phrase) == many
    people = place.scene.cast.people_at
    return join(phrase) if plain and not any(w.start in people for w in phrase) else ""


def only_thing(place: Place) -> str:
    """The definite thing in the sentence before, where its subject is somebody: "Anna worked on the mill".

    The object comes first: of "the Danes filled the moat with sand from the hill" it is the moat. Empty where there is
    no such object and the sentence speaks of two things, or of one that isn't definite.
    """
    if not _is_somebody(place):
        return ""
    rest = [w for w in place.before if w.start >= place.subject[-1].end]
    found = [phrase for phrase in _phrases(rest) if not any(w.part == "time" for w in phrase)]
    verb = next((i for i, w in enumerate(rest) if w.part == "past"), None)
    acted_on = [p for p in found if verb is not None and verb + 1 < len(rest) and p[0] is rest[verb + 1]]
    chosen = acted_on or found
    plain = len(chosen) == 1 and len(chosen[0]) > 1 and chosen[0][0].low == "the" and not is_plural(chosen[0])
    people = place.scene.cast.people_at
    return join(chosen[0]) if plain and not any(w.start in people for w in chosen[0]) else ""


def only_several(place: Place, verb: Word) -> str:
    """What "them" after the verb means: the only things that the sentence before speaks of in the plural.

    Empty after a verb for what is done to people.
    """
    family = kinds().by_verb.get(verb.lemma)
    if family is not None and (family.lane in _OF_PEOPLE or family.id in lexicon().lists["done_to_people"]):
        return ""
    units = lexicon().lists["part_of_time"]
    several = [p for p in _phrases(place.before) if is_plural(p) and p[0].start not in {w.start for w in place.subject}]
    several = [p for p in several if stem(p[-1].low) not in units and p[-1].low.rstrip("s") not in units]
    if len(several) != 1 or not all(w.part in ("det", "noun", "number") for w in several[0]):
        return ""
    phrase = several[0]
    owned = phrase[0].part == "det" and phrase[0].low not in lexicon().lists["number_word"]
    return f"the {join(phrase[owned:])}"


def _is_somebody(place: Place) -> bool:
    """Whether the subject of the sentence before is a person, a people or a name that may be somebody's."""
    if not place.subject:
        return False
    people = place.scene.cast.people_at
    lone = place.subject[0].part == "name" and not _is_named_thing(place.subject, place)
    several = is_plural(place.subject) and any(w.part == "name" for w in place.subject)  # "the Danes"
    return lone or several or any(w.start in people or w.part == "pron" for w in place.subject)


def _phrases(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The noun phrases, each up to its last noun."""
    found: list[tuple[Word, ...]] = []
    for i, word in enumerate(words):
        if word.part in ("det", "noun", "name", "number") and (i == 0 or not _goes_on(words[i - 1])):
            found.append(tuple(takewhile(lambda w: w.part in ("det", "noun", "name", "number"), words[i:])))
    return found


def _goes_on(word: Word) -> bool:
    return word.part in ("det", "noun", "name", "number") or word.text in ".-"


def topic_of(title: str, names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> tuple[str, str]:
    """The thing that gives a text its title and is named again, with its article, and a noun for it; else empty.

    A title of a single word may be anything, a person or a town: it is no topic without a word for a thing. It is one
    where the text begins by saying so: "Lund Rovers is a football club".
    """
    defined = _defined(title, names, sentences) or _chronicled(title)
    if defined is not None:
        return defined
    pieces = title.lower().replace("-", " ").split()
    key = " ".join(pieces[1:] if pieces[:1] == ["the"] else pieces)
    told = [n for n in names if n.key == key and n.sort == "name" and not n.shown.isupper()]
    if not told or not any(piece in things() for piece in key.split()):
        return "", ""
    led = {words[i].start: words[i - 1].low for words in sentences for i in range(1, len(words))}
    return f"the {told[0].shown}" if led.get(told[0].start) == "the" else told[0].shown, key.split()[-1]


def _chronicled(title: str) -> tuple[str, str] | None:
    """ "A short chronicle of the Lund Observatory": what a text tells the history of, and what that is; None where its
    title says no such thing.
    """
    words = title.split()
    at = next((i for i, word in enumerate(words) if word.lower() in lexicon().lists["history_of"]), len(words))
    name = words[at + 3 :]
    if words[at + 1 : at + 3] != ["of", "the"] or not name or not all(word[0].isupper() for word in name):
        return None
    return f"the {' '.join(name)}", name[-1].lower()


def _defined(title: str, names: Sequence[Name], sentences: Sequence[Sequence[Word]]) -> tuple[str, str] | None:
    """What a text is about, and what that is, where its title names it and it begins "Lund Rovers is a football club".

    None where it begins with something else.
    """
    lists = lexicon().lists
    called = _called(title, names, sentences[:_BEGINNING])
    if called is not None:
        return called
    for words in sentences[:_BEGINNING]:
        at = next((i for i, w in enumerate(words) if w.lemma == "be" and w.part == "aux"), 0)
        subject = words[: at + 1] if at else ()
        named = next((n for n in names if subject and n.end == subject[-2].end and n.sort != "state"), None)
        if named is None or not title or named.key not in title.lower() or " " not in named.key:
            continue
        lead = [w for w in words[:at] if w.end <= named.start]
        told = words[at + 1].low in lists["indefinite_article"] if at + 1 < len(words) else False
        phrase = list(takewhile(lambda w: w.part in ("noun", "name"), words[at + 2 :]))
        if told and phrase and not is_doer(phrase[-1]) and all(w.low == "the" for w in lead):
            return f"the {named.shown}" if lead else named.shown, phrase[-1].low
    return None


def _called(title: str, names: Sequence[Name], beginning: Sequence[Sequence[Word]]) -> tuple[str, str] | None:
    """ "LUND ROVERS / Football club in the west.": what the title names, and what the line under it says that it is.

    None where the text doesn't name it again, or that line has a verb of its own before it says so.
    """
    named = next((n for n in names if n.key == title.lower() and n.sort == "name" and not n.shown.isupper()), None)
    if named is None or " " not in named.key:
        return None
    for words in beginning:
        own = words[1:] if words and words[0].part == "det" and words[0].low != "the" else words
        phrase = list(takewhile(lambda w: w.part in ("noun", "name"), own))
        after = own[len(phrase)] if len(phrase) < len(own) else None
        ends = after is None or after.part in ("prep", "mark", "participle", "rel")
        if phrase and ends and phrase[-1].part == "noun" and not is_doer(phrase[-1]) and not is_plural(phrase):
            return named.shown, phrase[-1].low
    return None


def topic_at(words: Sequence[Word], i: int, place: Place) -> str:
    """What "the canal" at word ``i`` means in a text on the Lund Canal; empty for other words."""
    if words[i].low != "the" or not place.scene.topic:
        return ""
    topic = place.scene.topic.lower().split()
    if len(topic) < 2 or i + 1 >= len(words) or words[i + 1].low not in (topic[-1], place.scene.topic_noun):
        return ""
    after = words[i + 2] if i + 2 < len(words) else None
    more = after is not None and (
        after.part in ("noun", "name", "number")
        or after.text in ("'s", "’s")
        or after.low in lexicon().lists["joins_thing"]
    )
    return "" if more or any(w.low in topic[-2:] and w is not words[i + 1] for w in words) else place.scene.topic


def topic_meant(subject: Sequence[Word], place: Place) -> str:
    """What the text is about, where "it" can mean nothing that ``subject``, told just before, names."""
    words = {w.low for w in subject}
    several = is_plural(subject) or (len(subject) == 1 and subject[0].low.endswith("s"))  # "Landslides closed it"
    one = bool(subject) and not several and not any(w.low in lexicon().lists["neuter"] for w in subject)
    if join(subject).lower() == place.scene.topic.lower():
        return place.scene.topic
    people = place.scene.cast.people_at
    free = not one or any(w.start in people or is_doer(w) for w in subject)
    return place.scene.topic if free and not words & set(place.scene.topic.lower().split()[1:]) else ""


def _acted_on(place: Place, subject: Sequence[Word]) -> bool:
    """ "The guild offered the crown to Otto; he declined it": whether the half before a semicolon has another thing
    that "it" may mean.
    """
    half = next((w for w in reversed(place.words) if w.text == ";" and w.end <= subject[0].start), None)
    rest = [w for w in place.words if place.own[-1].end <= w.start and half is not None and w.end <= half.start]
    return any(len(p) > 1 and p[0].low == "the" and not is_plural(p) for p in _phrases(rest))


def object_meant(pronoun: Word, verb: Word, subject: Sequence[Word], place: Place) -> str:
    """What "it" or "them" after a verb means, with a small article; empty where that stays open."""
    before = done_to(pronoun, subject, place)
    if before or pronoun.low in lexicon().lists["plural"]:
        return before or only_several(place, verb)
    first = not place.own or subject[0].start <= place.own[0].start
    meant = place.subject if first else subject_meant(place.own, place)
    shown, said = thing(meant, place), {w.low for w in meant}
    same = any(w.low in said for w in subject if w.part != "det")
    if not shown and first and not same and (only := only_thing(place)):
        return only
    if not shown and topic_meant(meant, place) and topic_meant(subject, place):
        return place.scene.topic
    if not shown or same or (not first and _acted_on(place, subject)):
        return ""
    return shown[:1].lower() + shown[1:] if meant[0].part == "det" else shown
