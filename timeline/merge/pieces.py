"""A piece of a sentence as a line: truthful and whole, where the clause around a date is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.phrases import without_brackets
from timeline.merge.rewording import without_dates
from timeline.merge.segments import parse
from timeline.merge.verbgroups import STOPS
from timeline.merge.words import VERBAL, Word, lexicon

_VERBS = ("past", "present", "aux")


def piece_of(words: Sequence[Word], at: int) -> list[Word]:
    """The words, dates left out, of the stretch between strong marks in which the character ``at`` stands.

    Where that stretch has no verb or begins in the middle of something, those of the whole sentence. A date stays
    where the words could not stand without it.
    """
    plain = without_brackets(words)
    own = _stretch(plain, at)
    told_else = bool(own) and own[0].part == "pron" and any(w.part in _VERBS for w in plain if w.end <= own[0].start)
    if not any(w.part in _VERBS for w in own) or (own[0].part in ("pron", *_VERBS) and not told_else):
        own = plain
    own = _without_opening(_without_lead(_without_relative(own)))
    out = _without_lead(without_dates(own))
    return own if not out or out[0].part in _VERBS or out[0].part == "participle" else out


def has_main_verb(words: Sequence[Word]) -> bool:
    """Whether a verb stands outside relative clauses: "the prize, which he refused" has none."""
    parsed = parse(words)
    relative = lexicon().lists["relative"]
    inside, told = False, False
    for n, segment in enumerate(parsed.segments):
        goes_on = inside and parsed.words[segment.start - 1].part == "and" and not parsed.own_subject(n)
        inside = segment.opener in relative or goes_on
        if parsed.finite(n) is not None and not inside:
            return True
        told = told or parsed.finite(n) is not None
    return not told


def verb_end(words: Sequence[Word]) -> int:
    """The characters up to and with the first verb: what no cut may part."""
    verb = next((i for i, w in enumerate(words) if i and w.part in _VERBS), None)
    return words[verb].end - words[0].start if verb is not None else 0


def _without_relative(words: Sequence[Word]) -> list[Word]:
    """The words without what is told of the subject between two commas: "Anna Holm, who had come by sea, found it"."""
    lists = lexicon().lists
    for i, word in enumerate(words[:-2]):
        if word.text != "," or words[i + 1].low not in lists["relative"] or words[i + 1].low in lists["where"]:
            if word.part in _VERBS:
                break  # the subject is over
            continue
        close = next((k for k in range(i + 2, len(words) - 1) if words[k].text == ","), None)
        if close is not None and words[close + 1].part in _VERBS:
            return [*words[:i], *words[close + 1 :]]
        break
    return list(words)


def _stretch(words: Sequence[Word], at: int) -> list[Word]:
    """The words around the character ``at`` between two of the marks that no phrase goes across.

    Behind a comma "where" begins a stretch of its own: "sent it to Lund, where King Otto saw it in 1912".
    """
    where = lexicon().lists["where"]
    begin = max((i + 1 for i, w in enumerate(words) if w.text in STOPS and w.end <= at), default=0)
    led = (i + 2 for i, w in enumerate(words[:-2]) if w.text == "," and words[i + 1].low in where)
    begin = max((i for i in led if begin < i and words[i].start < at), default=begin)
    end = next((i for i, w in enumerate(words) if w.text in STOPS and w.start >= at), len(words))
    return list(words[begin:end]) or list(words)


def _without_lead(words: Sequence[Word]) -> list[Word]:
    """The words without marks and connectives at their head, and without marks at their end."""
    out = list(words)
    lead = lexicon().lists["connective"]
    while len(out) > 1 and (
        (out[0].part == "mark" and out[0].text not in '“"‘')
        or out[0].part == "and"
        or (out[0].low in lead and out[1].part not in _VERBS)
    ):
        out.pop(0)
    while out and out[-1].part == "mark" and out[-1].text not in "”\"’'":
        out.pop()
    return out


def _without_opening(words: Sequence[Word]) -> list[Word]:
    """The words without an opening phrase of place or time before their first comma."""
    comma = next((i for i, w in enumerate(words) if w.text == ","), 0)
    phrase = words[:comma]
    opens = bool(phrase) and (phrase[0].part in ("prep", "time", "number") or phrase[0].low in lexicon().lists["aged"])
    if not opens or any(w.part in VERBAL for w in phrase):
        return list(words)
    rest = _without_lead(words[comma + 1 :])
    subject = next((i for i, w in enumerate(rest) if w.part in _VERBS), 0)
    opens_again = bool(rest) and (rest[0].part in ("time", "prep", "ing") or rest[0].low in lexicon().lists["aged"])
    return rest if subject and not opens_again else _without_opening(rest)
