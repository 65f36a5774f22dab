"""A sentence as its own line, for a date whose clause can't be told alone: nothing that a text tells gets lost."""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline.merge.headlines import Headline, candidate, tidy
from timeline.merge.pieces import has_main_verb, piece_of
from timeline.merge.pronouns import resolved
from timeline.merge.rewording import Place, join, without_dates
from timeline.merge.segments import parse
from timeline.merge.verbgroups import STOPS
from timeline.merge.words import Word, lexicon, listed
from timeline.model import Mention

_COST = 14.0
"""What such a line costs: more than any that the clause around a date offers."""

_LEAST, _ROOM = 6, 84
"""Characters of a sentence that go between quotation marks: so many at least, and at most."""


def tells_something(words: Sequence[Word]) -> bool:
    """Whether the sentence has a verb, or is in another language; a label, a count or "see 1911" has none."""
    lists = lexicon().lists
    plain = [w for w in words if w.part not in ("time", "mark", "number")]
    if plain and plain[0].low in lists["refers"]:
        return False
    if any(w.part in ("past", "present", "aux") for w in plain):
        return True
    return is_foreign(words)


def is_foreign(words: Sequence[Word]) -> bool:
    """Whether small words of other languages stand in the sentence, and more of them than of English."""
    known = lexicon().lists["foreign"]
    if known.isdisjoint([w.low for w in words]):
        return False
    plain = [w for w in words if w.part not in ("time", "mark", "number")]
    foreign = len([w for w in plain if w.low in known])
    if not foreign or len(plain) < 3:
        return False
    return foreign > sum(w.part in ("det", "aux", "pron", "sub", "rel") and w.low not in known for w in plain)


def line_of_sentence(words: Sequence[Word], mention: Mention, place: Place) -> Headline | None:
    """The sentence as a line that begins with no pronoun: its person named, turned about, or as a quotation."""
    if not is_foreign(words) and not has_main_verb(words):
        return None
    own = list(words) if is_foreign(words) else piece_of(words, mention.start)
    text, _, still_open = resolved(own, place)
    mine = any(w.low in lexicon().lists["first_person"] for w in own)
    if not still_open and not mine:
        line = candidate(text, "sentence", _COST, own, 1)
        if line.cost < math.inf:
            return line
    main = _main_clause(own)
    text, _, main_open = resolved(main, place)
    if main and not main_open and not mine:
        line = candidate(text, "sentence", _COST, main, 1)
        if line.cost < math.inf:
            return line
    only = _only_person(own, place) if still_open else ""
    if only and not mine:
        return candidate(f"{only} {join(own[1:])}", "sentence", _COST, own, 1)
    named = _what_it_was(own, words)
    if named and not mine:
        line = candidate(named, "noun", _COST, own, 1)
        if line.cost < math.inf:
            return line
    return _quoted(own, words)


def _main_clause(words: Sequence[Word]) -> tuple[Word, ...]:
    """ "When these were shut, the workers rose": the clause that another at the head hangs on; empty for others."""
    if not words or words[0].low not in lexicon().lists["hanging"]:
        return ()
    parsed = parse(words)
    main = next((k for k in range(1, len(parsed.segments)) if parsed.segments[k].opener == ","), 0)
    if not main or not parsed.own_subject(main):
        return ()
    segment = parsed.segments[main]
    return tuple(without_dates(parsed.words[segment.start : segment.end]))


def _only_person(own: Sequence[Word], place: Place) -> str:
    """Whom "he" or "she" at the head means where the text up to there names nobody else; empty otherwise."""
    lists = lexicon().lists
    gender = "m" if own[0].low in lists["male"] else "f" if own[0].low in lists["female"] else ""
    full, before = place.scene.cast.in_full.of_gender(gender), own[0].start + 1
    last = full.last(before) if gender and full.only(before) is not None else None
    return last.shown if last is not None else ""


def _quoted(own: Sequence[Word], words: Sequence[Word]) -> Headline | None:
    """The piece in quotation marks, with dots where the sentence begins before it; None where nothing is left."""
    said = " ".join("".join(c for c in join(own) if c not in '“”"*`').split()).rstrip(" ,;:.")
    if len(said) > _ROOM:
        said = tidy(said[: said.rfind(" ", 0, _ROOM)], True)
    if len(said) < _LEAST:
        return None
    opened = any(w.part != "time" and w.text not in '“"' for w in words if w.start < own[0].start)
    if not opened:
        said = said[0].upper() + said[1:]
    return Headline(_COST + 4, f"“… {said}”" if opened else f"“{said}”", "sentence")


def is_quoted(line: Headline) -> bool:
    """Whether the line only quotes its sentence, since it can't stand alone."""
    return line.text.startswith("“") and line.cost > _COST


def _what_it_was(own: Sequence[Word], words: Sequence[Word]) -> str:
    """ "It was the worst storm since 1987": what it was, its date kept; empty for other sentences."""
    lists = lexicon().lists
    if len(own) < 4 or own[0].low not in listed("neuter", "pointing") or own[1].lemma != "be":
        return ""
    if own[2].low not in lists["article"] or own[3].part not in ("noun", "name", "adv", "number"):
        return ""
    begin = own[2].start
    end = next((w.start for w in words if w.start > begin and (w.text in STOPS or w.text == ",")), words[-1].end)
    return join([w for w in words if begin <= w.start < end])
