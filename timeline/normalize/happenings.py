"""What the collection has dated so far, to be asked for "the treaty", "her death" or "the fighting stopped".

A happening is known by the words that stand with its date: those of its own stretch of the sentence, between the
dates beside it. Words are compared by their stems and by families ("death": died, dead), which are data. Nothing
is guessed: where two dates fit equally well, there is no answer. See ``timeline.normalize.things`` for what is asked.
"""

from __future__ import annotations

import operator
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile
from operator import attrgetter

from timeline.edtf import Date, End, Interval, bounds, contains, parse, width
from timeline.languages import folder_of
from timeline.model import Document, Mention, Span
from timeline.model.record import record
from timeline.normalize.arithmetic import year_of
from timeline.normalize.heads import born_and_died, in_brackets, opening_clause
from timeline.normalize.kin import (
    Word,
    stem,
    stems_of,
    tells_past,
    words_of_text,
    words_within,
)
from timeline.normalize.known import NAME, Known
from timeline.normalize.people import is_past, opening_bracket, spoken_of, words_in
from timeline.normalize.things import Thing, told_of
from timeline.normalize.words import phrase
from timeline.normalize.written import Written

NEAR = 1500  # code points before the question in which "the attack" means the one told last
DATING = frozenset(("DATE", "TIME"))  # a time of day beside its day dates by the day
WEAK = -1  # the fit of what another text tells with nothing but the head of the thing in common
JUST = 600  # code points before the question in which the same verb tells of the same thing


@record
class Happening:
    """A date, where and in which document it stands, and the words that tell what happened then."""

    edtf: str
    document: str
    start: int
    words: tuple[Word, ...]
    stems: frozenset[str]
    sure: bool = True


@dataclass(frozen=True)
class Dating:
    """A sentence that dates something, with its mentions. What happened then is worked out when it is asked for."""

    document: Document
    span: Span
    mentions: tuple[Mention, ...]

    def as_before(self, old: Dating | None) -> Dating:
        """The old one, with all that it has worked out, where it is of the same text and mentions; else this one."""
        same = old is not None and old.document is self.document and len(old.mentions) == len(self.mentions)
        return old if same and old is not None and all(map(operator.is_, old.mentions, self.mentions)) else self

    @cached_property
    def masked(self) -> str:
        """Its words, without those that tell the time."""
        return _masked(self.document.text, self.span, self.mentions)

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What it dates."""
        return tuple(_of_sentence(self))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of its happenings, and others, cut at hyphens and apostrophes; each once, in no order."""
        text = self.document.text
        words = words_within(text[self.span.start : self.span.end])
        for mention in self.mentions:
            for implied in mention.implied:
                words |= words_within(text[implied.start : implied.end])
            if opening_bracket(text, mention.start, mention.end):
                words |= words_within(text[max(0, mention.start - NAME) : mention.start])
                words.update(("accession", "birth", "death"))
        if self.mentions and phrase("life_opens").search(text[self.span.start : self.mentions[0].start]):
            words.update(("birth", "death"))
        return tuple(map(sys.intern, words))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what thing, in which document and where, and what narrows the answer.

    ``way`` 1: what counts from it comes after it. ``own`` is a sentence that can't date it, ``years`` are those
    that it may lie in; ``sentence`` are words that may tell two dates apart.
    """

    thing: Thing
    document: str
    span: Span
    way: int = 1
    own: Span | None = None
    years: frozenset[int] | None = None
    sentence: str = ""
    near: Callable[[str], bool] = lambda _: True


def happenings(documents: Iterable[Document], mentions: Iterable[Mention], before: Known | None = None) -> Known:
    """Every date that its own words tell, or those beside it, with the words of its stretch of the sentence.

    ``before`` is what was known of the same texts before: what it has worked out of sentences that read as they did
    is taken from there.
    """
    texts = {document.id: document for document in documents}
    by_document: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_document.setdefault(mention.document, []).append(mention)
    datings: list[Dating] = []
    if not any(mention.edtf or mention.implied for own in by_document.values() for mention in own):
        return Known(datings, texts)  # nothing that anybody could ask for
    for name, own in by_document.items():
        if folder_of(texts[name].language) == "en":  # families of words, and all that asks for them, are English so far
            datings += _by_sentence(texts[name], own)
    if before is None:
        return Known(datings, texts, Written(texts))
    old = {(one.document.id, one.span): one for one in before.datings}
    datings = [one.as_before(old.get((one.document.id, one.span))) for one in datings]
    return Known(datings, texts, before.written, before.index_for(datings))


def _dates(mention: Mention) -> bool:
    if (
        mention.edtf is None
        or mention.outcome != "open"
        or mention.type not in DATING
        or mention.rule.startswith("period")
    ):
        return False
    return mention.grade == "A" or (
        mention.grade == "B" and mention.anchor is not None and mention.anchor.kind != "event"
    )


def _by_sentence(document: Document, mentions: list[Mention]) -> Iterator[Dating]:
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        at = bisect_right(document.sentences, mention.start, key=attrgetter("start")) - 1
        if at >= 0:
            by_sentence.setdefault(at, []).append(mention)
    for at, here in by_sentence.items():
        yield Dating(document, document.sentences[at], tuple(here))


def _of_sentence(dating: Dating) -> Iterator[Happening]:
    document, sentence, here, masked = dating.document, dating.span, dating.mentions, dating.masked
    dated = [m for m in here if _dates(m) and not m.implied]
    stems = stems_of(masked.strip()) if dated else frozenset()
    for mention, words in _told(dating, dated):
        if mention.edtf and not any(word.low in words_in("happenings", "recalling") for word in words):
            yield Happening(mention.edtf, document.id, mention.start, words, stems, mention.grade == "A")
            if clause := opening_clause(document, sentence, mention, masked):
                yield Happening(mention.edtf, document.id, mention.start, clause, stems, mention.grade == "A")
    for mention, words in born_and_died(document, sentence, dated):
        yield Happening(mention.edtf or "", document.id, mention.start, words, frozenset(w.low for w in words))
    for mention in here:
        for edtf, words in in_brackets(document, mention):
            yield Happening(edtf, document.id, mention.start, words, frozenset((words[0].low,)))
        for implied in mention.implied:
            words = tuple(words_of_text(document.text[implied.start : implied.end], implied.start))
            yield Happening(
                implied.edtf,
                document.id,
                implied.start,
                words,
                stems_of(document.text[implied.start : implied.end]),
                sure=False,
            )


def _told(dating: Dating, dated: Sequence[Mention]) -> Iterator[tuple[Mention, tuple[Word, ...]]]:
    """Each date with the words that tell what happened then; the subject and the verb may stand with the one before."""
    sentence, masked = dating.span, dating.masked
    subject: tuple[Word, ...] = ()
    verbs: tuple[Word, ...] = ()
    for mention, stretch in zip(dated, _stretches(masked, sentence, dated), strict=True):
        told = masked[stretch.start - sentence.start : stretch.end - sentence.start]
        words = tuple(words_of_text(told, stretch.start))
        if not _goes_on(told):
            subject = tuple(takewhile(lambda word: not is_past(word.low), words))
        elif subject:
            words = (*subject, *words)
        own = tuple(word for word in words if is_past(word.low) and word.low != "followed")
        if verbs and not own and phrase("verb_left_out").match(told):
            words = (*words, *verbs)  # "Ostrow fell on 3 May, followed by Kell on 5 May"
        verbs = own or verbs
        yield mention, words


def _goes_on(told: str) -> bool:
    """Whether the words go on with the subject told before them: "and ended"."""
    on = phrase("goes_on").match(told)
    return on is not None and is_past(on[1].lower())


def _masked(text: str, sentence: Span, mentions: Sequence[Mention]) -> str:
    """The sentence, blank where a mention stands, and where words tell what came before or after."""
    pieces: list[str] = []
    done = sentence.start
    for mention in mentions:
        if mention.rule.startswith("period"):
            continue  # the name of a war or a battle says what happened
        marked = max((one.end for one in mention.implied), default=0) if mention.rule == "anniversary" else 0
        start, end = max(done, mention.start), min(max(mention.end, marked), sentence.end)
        pieces += text[done:start], " " * (end - start)
        done = max(start, end)
    return phrase("other_time").sub(_blank, "".join(pieces) + text[done : sentence.end])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _stretches(masked: str, sentence: Span, dated: Sequence[Mention]) -> Iterator[Span]:
    """Of each date the part of its sentence that is its own: up to the dates beside it, or to a break between them."""
    cuts = [(sentence.start, sentence.start)]
    for one, other in pairwise(dated):
        between = masked[max(0, one.end - sentence.start) : other.start - sentence.start]
        before = masked[cuts[-1][1] - sentence.start : one.start - sentence.start]
        told = tells_past(before)  # a verb before the date: its clause is told
        cut = re.match(r"\s*[,)]", between) if told else None
        cut = cut or phrase("next_clause").search(between)
        if cut:
            cuts.append((one.end + cut.start(), one.end + cut.start()))
        else:
            cuts.append((other.start, one.end))
    cuts.append((sentence.end, sentence.end))
    for number in range(len(dated)):
        yield Span(cuts[number][1], cuts[number + 1][0])


def look_up(known: Known, asked: Asked) -> str | None:
    """The date (EDTF) of the thing that is asked for, if what is dated tells one and not two that fit as well."""
    thing = _without_plain_names(known, asked.thing)
    asked = asked if thing is asked.thing else replace(asked, thing=thing)
    fitting: list[tuple[tuple[int, int], Happening, str]] = []
    for happening in _with_head(known, asked):
        score = _fit(known, asked, happening)
        edtf = None if score is None else _end_meant(asked, happening)
        if score is not None and edtf is not None and asked.near(edtf):
            fitting.append((score, happening, edtf))
    if not fitting:
        return None
    best = max(score for score, _, _ in fitting)
    left = [(happening, edtf) for score, happening, edtf in fitting if score == best]
    if any(h.sure for h, _ in left):
        left = [(h, edtf) for h, edtf in left if h.sure]
    clusters = _clusters([edtf for _, edtf in left])
    if len(clusters) > 1:
        clusters = _told_apart(asked, left, clusters)
    if len(clusters) != 1 or (best[0] == WEAK and asked.years is None and len({h.document for h, _ in left}) == 1):
        return None
    closer = _clusters([edtf for _, _, edtf in fitting if contains(clusters[0][0], edtf)])
    return closer[0][0] if len(closer) == 1 else clusters[0][0]


def _without_plain_names(known: Known, thing: Thing) -> Thing:
    """The thing; a name that some text also writes without a capital ("the Defense Treaty") is a word like others."""
    plain = {name for name in thing.names if known.written.anywhere(name)}
    if not plain or thing.alone:
        return thing
    return replace(thing, names=thing.names - plain, others=thing.others | {stem(name) for name in plain})


def _with_head(known: Known, asked: Asked) -> Iterator[Happening]:
    seen = set()
    alone = asked.thing.here or len(known.documents) == 1
    naming = set() if alone else known.written.name_all(asked.thing.names)
    for key in sorted(asked.thing.heads):
        for happening in known.with_key(key, asked.document, naming):
            if asked.years is not None and year_of(happening.edtf) not in asked.years:
                continue
            own = asked.own if happening.document == asked.document else None
            inside = happening.document == asked.document and asked.span.holds(happening.start, happening.start + 1)
            if inside or (own and own.start <= happening.start < own.end) or id(happening) in seen:
                continue
            seen.add(id(happening))
            yield happening


def _fit(known: Known, asked: Asked, happening: Happening) -> tuple[int, int] | None:
    """How well the happening fits: words in common, and whether it is told in the same text; None where it can't."""
    thing = asked.thing
    words = [
        w for w in happening.words
        if not (happening.document == asked.document and asked.span.holds(w.start, w.start + len(w.low)))
    ]  # fmt: skip
    lows = {word.low for word in words}
    if not any(word.keys & thing.heads and not word.modifies for word in words) or lows & words_in(
        "happenings", "unreal"
    ):
        return None
    document = known.documents[happening.document]
    for name in thing.names:
        if name not in lows and not any(
            word.pronoun and spoken_of(document, word.start, word.low) == {name} for word in words
        ):
            return None
    if thing.owners and not told_of(document, words, thing):
        return None
    shared = thing.others & {key for word in words for key in word.keys}
    if thing.whose and not thing.whose & shared:
        return None
    here = happening.document == asked.document
    just = here and 0 <= asked.span.start - happening.start <= JUST
    if thing.clause and thing.others and not thing.names and not shared and not just:
        return None
    if not here and thing.here:
        return None
    if not here and not (thing.names or thing.owners or shared or len(thing.others) == 0):
        return WEAK, here
    return len(shared), here


def _end_meant(asked: Asked, happening: Happening) -> str | None:
    """The date to count from: of what lasts, the end for what comes after and the beginning for what comes before."""
    lows = {word.low for word in happening.words}
    begins, ends = bool(lows & words_in("happenings", "begin")), bool(lows & words_in("happenings", "end"))
    meant = asked.thing.end or (("end" if asked.way > 0 else "start") if asked.thing.lasts else "")
    value = parse(happening.edtf)
    if isinstance(value, Interval):
        side = value.start if (meant == "start" or isinstance(value.end, End)) else value.end
        return None if isinstance(side, End) or not meant else str(side)
    if (meant == "end" and begins and not ends) or (meant == "start" and ends and not begins):
        return None
    if asked.thing.end and not (begins if asked.thing.end == "start" else ends):
        return None
    return happening.edtf


def _clusters(dates: Iterable[str]) -> list[list[str]]:
    """The dates, those together that may be the same, each group from the most precise on."""
    groups: list[list[str]] = []
    for edtf in sorted(set(dates), key=lambda one: (width(one) or 0, one)):
        for group in groups:
            if contains(edtf, group[0]):
                group.append(edtf)
                break
        else:
            groups.append([edtf])
    return groups


def _told_apart(asked: Asked, left: Sequence[tuple[Happening, str]], clusters: list[list[str]]) -> list[list[str]]:
    """The groups that remain after what the words around the question, its place and its order tell."""
    if asked.thing.first:
        return [min(clusters, key=lambda group: bounds(group[0]).first or 0)]
    if asked.years is not None and len(asked.years) == 1:
        return [[str(Date(min(asked.years)))]]
    if not asked.thing.alone:
        before = [
            (happening.start, edtf) for happening, edtf in left
            if happening.document == asked.document and asked.span.start - NEAR <= happening.start < asked.span.start
        ]  # fmt: skip
        if before:
            nearest = max(before)[1]
            return [group for group in clusters if nearest in group]
    if asked.sentence:
        wanted = stems_of(asked.sentence)
        votes = [max(len(wanted & h.stems) for h, edtf in left if edtf in group) for group in clusters]
        best = max(votes)
        if best >= 2 and votes.count(best) == 1:
            return [clusters[votes.index(best)]]
    return clusters
