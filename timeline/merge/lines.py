"""The lines that one clause offers as headlines, with who is meant put in for pronouns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline import edtf
from timeline.merge.definites import with_counted, with_noun
from timeline.merge.headlines import Headline, candidate, headless
from timeline.merge.kinds import kinds
from timeline.merge.names import Name
from timeline.merge.nominals import phrase_with_relative
from timeline.merge.pieces import has_main_verb, piece_of, verb_end
from timeline.merge.pronouns import resolved
from timeline.merge.rewording import Place, is_plural, join, plain_verb, trimmed, without_dates
from timeline.merge.shapes import Clause
from timeline.merge.soundness import is_sound, predicate_holds
from timeline.merge.telling import is_anniversary, ordinal_of
from timeline.merge.turned import passive
from timeline.merge.who import names_in
from timeline.merge.words import VERBAL, Word, lexicon, ordinals, past_of, stem
from timeline.model import Mention
from timeline.model.record import record

_LOST = 4.0
"""What it costs a line that its subject stays open and is left off: "Married in Vienna"."""

_TURNED = 2.0
"""What it costs a line to be turned about: "The flights were struck off the list"."""

_PIECE, _OPEN_PIECE = 4.5, 9.0
"""What a piece of the sentence costs in place of its clause, and one whose pronoun stays open."""

_WITH_OBJECT = 4
"""Words of a predicate that has an object, and a small word with its pronoun after that: "drove trams across it"."""

_SHORT_NAME = 18
"""Characters below which a happening named by a noun keeps its date: "Peace of 201 BC"."""


@record
class Lines:
    """Candidates for a headline, the names put in for pronouns, and whether the subject stays open."""

    headlines: tuple[Headline, ...]
    put: tuple[Name, ...]
    open: bool


def lines_of(clause: Clause, words: Sequence[Word], mention: Mention, place: Place) -> Lines:
    """What a clause in the sentence ``words`` offers. A subject that stays open is left off, at a price.

    Without ``words`` the sentence itself is no candidate.
    """
    told = with_noun(without_dates(clause.subject), words, place.before)
    subject, put, still_open = resolved(told, place)
    if _only_begins(clause, subject):
        return Lines((), (), True)
    acts = with_counted(trimmed(_affirmed(without_dates(clause.predicate), clause, words, mention)), words)
    acts = [w for w in acts if w.low not in lexicon().lists["polar"]]  # "the first that was ever built"
    acts = [replace(w, text=w.low) if w.part == "det" and w.capital and clause.subject else w for w in acts]
    verb, rest = plain_verb(acts, clause, is_plural(clause.subject))
    text, put_after, _ = resolved(rest, place, head=not clause.subject and not verb, subject=clause.subject)
    text = _without_open_middle(_without_open_end(text, rest), rest)
    if subject and any(w.part == "pron" for w in rest) and subject.lower() in text.lower():
        text, put_after = join(rest), ()  # "the army took the fort and lost it": not the army
    predicate = f"{verb} {text}".strip() if verb else text
    predicate = predicate[:1].lower() + predicate[1:] if _goes_on(acts, clause) else predicate
    subject = _as_head(subject, clause, words)
    put += put_after
    names = len(names_in(place.scene, clause.words)) + len(put)
    offered: list[Headline] = []
    if clause.form == "noun" and clause.subject:
        line = f"{subject} {'was born' if clause.lemma == 'bear' else 'died'}"
        offered.append(candidate(line, "template", 0.5, clause.words, names))
    elif clause.form == "noun":
        offered.append(_of_noun(clause, predicate, words, mention, place, names))
    elif subject and not still_open and is_sound(clause, acts):
        keep = len(subject) + 1 + len(predicate.split(" ")[0])
        offered.append(candidate(f"{subject} {predicate}", "clause", _base(clause), clause.words, names, keep))
    elif acts and (not subject or still_open) and predicate_holds(clause, acts) and not _of_it_alone(acts):
        # nobody can be named: "Married in Vienna" still says what happened
        turned = passive(clause, acts) if clause.subject and clause.subject[0].low in lexicon().lists["plural"] else ""
        if turned:
            offered.append(candidate(turned, "clause", _base(clause) + _TURNED, clause.words, names))
        first, _, after = predicate.partition(" ")
        bare = after if first.lower() in lexicon().lists["be"] and after else predicate
        offered.append(candidate(bare, "clause", _base(clause) + _LOST, clause.words, names))
    if is_anniversary(mention):
        offered = _of_anniversary(offered, clause, words, mention, place)
    if words and not any(h.cost < _PIECE for h in offered) and has_main_verb(words):  # else no piece is chosen
        offered += _of_piece(piece_of(words, mention.start), place)
    return Lines(tuple(h for h in offered if h.cost < math.inf), put, still_open)


def _without_open_end(text: str, rest: Sequence[Word]) -> str:
    """ "Drove the first tram across it", where "it" stays open: "drove the first tram"."""
    if len(rest) < _WITH_OBJECT or rest[-1].part != "pron" or rest[-2].part != "prep":
        return text
    whole = any(w.part in ("det", "name") for w in rest[1:-2]) and rest[-2].low not in lexicon().lists["binds"]
    end = f" {rest[-2].text} {rest[-1].text}"
    return text.removesuffix(end) if whole else text


def _without_open_middle(text: str, rest: Sequence[Word]) -> str:
    """ "Fired on them in the square", where "them" stays open: "fired in the square"; what a verb needs stays."""
    at = next((i for i, w in enumerate(rest) if w.part not in VERBAL), 0)
    here = rest[at : at + 3]
    if [w.part for w in here] != ["prep", "pron", "prep"] or here[1].low not in lexicon().lists["left_to_guess"]:
        return text
    return text if here[0].low in lexicon().lists["binds"] else text.replace(f"{here[0].text} {here[1].text} ", "", 1)


def _of_noun(clause: Clause, text: str, words: Sequence[Word], mention: Mention, place: Place, names: int) -> Headline:
    """What stands without a subject: a happening by its name, or what befell the thing that a chronicle is about."""
    told = _of_topic(clause, text, place)
    if told:
        return candidate(told, "clause", 1.0, clause.words, 1)
    return candidate(_named(clause, text, words, mention), "noun", 1.0, clause.words, names)


def _of_topic(clause: Clause, text: str, place: Place) -> str:
    """ "1806. Reopened by decree", in a chronicle of the Lund Observatory: "the Lund Observatory was reopened".

    Empty for lines that begin otherwise.
    """
    first, *after = clause.predicate
    topic = place.scene.topic
    if not topic or first.part not in ("past", "participle") or not after or after[0].part in ("name", "noun", "mark"):
        return ""
    verb = past_of(first.lemma) if after[0].part == "det" else f"was {first.low}"
    return f"{topic[:1].upper()}{topic[1:]} {verb} {text.partition(' ')[2]}"


def _only_begins(clause: Clause, meant: str) -> bool:
    """ "It began at noon": a happening that nothing names began, not the thing that "it" could mean."""
    lists = lexicon().lists
    if (
        clause.lemma not in lists["when_only"]
        or len(clause.subject) != 1
        or clause.subject[0].low not in lists["neuter"]
    ):
        return False
    passive = any(w.part == "aux" for w in clause.predicate)
    where = next((i for i, w in enumerate(clause.predicate) if i and w.low in lists["place_preposition"]), None)
    before = clause.predicate[:where]  # "in the carding room" says where
    acted = passive or any(w.part in ("noun", "name", "ing") and w.low not in lists["clock"] for w in before)
    named = any(stem(piece.lower()) in lists["happenings"] for piece in meant.split())
    return not acted and not named


def _of_piece(own: Sequence[Word], place: Place) -> list[Headline]:
    """The line that a piece of the sentence gives; none where it says nothing without what its pronouns mean."""
    text, _, opened = resolved(own, place) if own else ("", (), False)
    if not own or (opened and _of_it_alone(own[1:])):
        return []
    line, cost = (headless(text), _OPEN_PIECE) if opened else (text, _PIECE)
    return [candidate(line, "sentence", cost, own, len(names_in(place.scene, own)), verb_end(own))]


def _of_it_alone(words: Sequence[Word]) -> bool:
    """Whether words without a subject that is known name nothing but a pronoun: "climbed it"."""
    return any(w.part == "pron" for w in words) and not any(w.part in ("noun", "name", "number") for w in words)


def _as_head(subject: str, clause: Clause, words: Sequence[Word]) -> str:
    """The subject with what it needs at the head of a line: an article, and the comma after what stands between two."""
    if clause.opener == "whose" and subject[:1].islower():
        return f"the {subject}"
    if subject and any(w.text == "," for w in clause.subject):
        after = next((w.text for w in words if w.start >= clause.subject[-1].end), "")
        return f"{subject}," if after == "," else subject  # "the last guests, Anna and Otto, left"
    return subject


def _goes_on(acts: Sequence[Word], clause: Clause) -> bool:
    return bool(acts) and acts[0].part != "name" and bool(clause.subject)


def _affirmed(acts: list[Word], clause: Clause, words: Sequence[Word], mention: Mention) -> list[Word]:
    """ "They did not elect a woman until 1979": then they elected one. Other predicates stay as they are."""
    lists = lexicon().lists
    lead = next((w for w in reversed(words) if w.end <= mention.start), None)
    until = mention.text.split()[0].lower() in lists["not_until"]
    until = until or (lead is not None and lead.low in lists["not_until"])
    if not until or clause.form != "clause" or len(acts) < 3 or acts[1].low not in lists["negation"]:
        return acts
    if acts[0].lemma == "be":
        return [acts[0], *acts[2:]]
    if acts[0].low != "did" or acts[2].part != "base":
        return acts
    past = past_of(acts[2].lemma)
    return [replace(acts[2], text=past, low=past, part="past"), *acts[3:]]


def names_nothing(lines: Lines, clause: Clause) -> bool:
    """ "It began at noon", "it will be unveiled": whether nobody could tell from the lines of a clause what did."""
    begins = not lines.headlines and clause.lemma in lexicon().lists["when_only"]
    passive = any(a.lemma == "be" and b.part in ("past", "participle") for a, b in pairwise(clause.predicate))
    named = any(w.part in ("noun", "name", "number") for w in clause.words)
    return lines.open and (begins or (clause.form == "clause" and passive and not named))


def only_counts_years(clause: Clause, words: Sequence[Word]) -> bool:
    """ "Made for the twentieth anniversary": whether a clause in ``words`` says which one it is, and not of what."""
    known = ordinals().keys() | lexicon().lists["anniversaries"]
    behind = next((w for w in words if clause.predicate and w.start >= clause.predicate[-1].end), None)
    counts = all(w.low in known or w.part in ("number", "time", "det") for w in clause.predicate)
    return clause.form == "noun" and counts and (behind is None or behind.part == "mark")


def _named(clause: Clause, text: str, words: Sequence[Word], mention: Mention) -> str:
    """A happening named by a noun; one of a word or two keeps its date: "Peace of 201 BC"."""
    last = clause.predicate[-1]
    after = next((i for i, w in enumerate(words) if w.start >= last.end), len(words))
    dated = after + 1 < len(words) and words[after].low == "of" and words[after + 1].start == mention.start
    if not dated or len(text) >= _SHORT_NAME:
        return text
    return f"{text} of {mention.text if mention.grade == 'A' else edtf.say(mention.edtf or '', mention.mod)}"


def _base(clause: Clause) -> float:
    """What a clause costs by its verb: saying and being tell less than doing."""
    lists = lexicon().lists
    said = clause.lemma in lists["reporting"]
    stands = clause.lemma in lists["stative"] and clause.form == "clause"
    anaphoric = len(clause.subject) == 2 and clause.subject[0].low == "the" and clause.subject[1].part == "noun"
    return 1.0 + 2.0 * said + 2.0 * stands + (clause.opener in lists["condition"]) + 0.5 * anaphoric


def _of_anniversary(
    offered: Sequence[Headline], clause: Clause, words: Sequence[Word], mention: Mention, place: Place
) -> list[Headline]:
    """The lines of an anniversary: its clause if that says that it is kept, else its number and what it recalls."""
    after = [w for w in words if w.start >= mention.end]
    phrase = phrase_with_relative(after)
    if not phrase and not ordinal_of(mention, mention.edtf or ""):
        return list(offered)
    kept = any(w.lemma in kinds().families[0].verbs for w in clause.predicate[:3])
    change = -1.5 if kept else 2.5
    own = [w for w in words if mention.start <= w.start and w.end <= mention.end]
    possessive = lexicon().lists["possessive"]
    shown = [
        replace(w, text="the", low="the") if w.low in possessive and w.low not in lexicon().lists["first_person"] else w
        for w in (*own, *without_dates(phrase))
    ]
    text, put, _ = resolved(shown, place)
    names = len({n.key for n in [*names_in(place.scene, shown), *put] if n.sort != "name"})
    lone = 2.0 * (not names) - 1.2 * (names > 1)
    return [
        *(replace(h, cost=h.cost + change) for h in offered),
        candidate(text, "template", 1.0 + lone, words, names),
    ]
