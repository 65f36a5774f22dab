"""Anniversaries, jubilees and birthdays: when they were marked, and what was marked so many years before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile
from operator import itemgetter

from timeline.edtf import Date, bounds, civil, parse, precision, say
from timeline.model import Anchor, Found, Implied, Mention, Span
from timeline.normalize.arithmetic import same_day_in, told_year, year_of
from timeline.normalize.context import Context, Reading, set_aside, undated
from timeline.normalize.happenings import Asked, look_up
from timeline.normalize.kin import keys_of, words_of_text
from timeline.normalize.lives import own_birth
from timeline.normalize.people import spoken_of
from timeline.normalize.things import Thing, thing_of
from timeline.normalize.words import SAID_AGAIN, phrase

NO_CLAUSE = re.compile(r"[^.;:!?]*")
NO_REIGN = "it counts from the beginning of a reign that nothing here dates"
LONGEST = 5000  # years that an anniversary may count
REACH = 400  # characters on either side that are looked at; sentences are shorter, but for texts without full stops
TOLD = 50  # mentions back among which the same anniversary is looked for
YEAR_TO_COME = 366  # days: of what lies further ahead no article tells the anniversary
OPENING = 20  # mentions that an article begins with


def years_between(found: Found, context: Context) -> int:
    """How many years an anniversary counts."""
    if "jubilee" in found.groups:
        years: int = context.words.look_up("jubilees", found.groups["jubilee"])
        return years
    if "years" in found.groups:
        return context.words.count(found.groups["years"]) or 0
    return context.words.ordinal(found.groups["nth"])


def marked_thing(text: str, sentence_start: int, sentence_end: int, found: Found) -> tuple[str, int, int]:
    """The words for what is marked, and where they stand: behind "of", else the whole sentence's remainder."""
    if "object" in found.groups:
        return found.groups["object"], *found.spans["object"]
    own = phrase("owner_before").search(text[sentence_start : found.start])
    if own:
        return own[1], sentence_start + own.start(1), sentence_start + own.end(1)
    rest = NO_CLAUSE.match(text, found.end, sentence_end)
    end = rest.end() if rest else found.end
    return text[found.end : end].strip(), found.end, end


def anniversary(found: Found, context: Context) -> Reading:
    """The day (or year) of marking; what is marked, so many years before, is implied.

    Evidence in this order: a date beside it, what is dated by this text and the collection, the article's own
    year, in a history the year told last.
    """
    years = years_between(found, context)
    if not 0 < years <= LONGEST:
        return set_aside("XXXX", "the number of years makes no sense")
    span = _around(found, context)
    thing, thing_start, thing_end = marked_thing(context.document.text, span.start, span.end, found)
    beside = _apposed(found, context)
    if beside is not None and beside.edtf is not None:
        marked = _years_before(beside.edtf, years)
        why = f"“{beside.text}”, beside it, says when it was marked; {years} years before that is {say(marked)}."
        anchor: Anchor | None = Anchor("mention", beside.edtf, beside.id)
        return _reading(found, years, why, beside.edtf, marked, (thing_start, thing_end), anchor)
    behind = _marked_behind(found, context, years)
    if behind is not None:
        marked = _years_before(behind, years)
        why = f"What stands behind it says when it was marked; {years} years before that is {say(marked)}."
        return _reading(found, years, why, behind, marked, (thing_start, thing_end), Anchor("mention", behind))
    day = _day_of_thing(found, context, years)
    if day is not None:
        why = f"What is marked is dated {say(day)}; {years} years after that is {say(_years_before(day, -years))}."
        return _reading(found, years, why, _years_before(day, -years), day, (thing_start, thing_end), None)
    told = _told_before(context, years, thing if "object" in found.groups else "")
    if told is not None and told.edtf is not None:
        why = f"“{told.text}” was spoken of before, and marked {say(told.edtf)}."
        anchor = Anchor("mention", told.edtf, told.id)
        return _reading(found, years, why, told.edtf, told.implied[0].edtf, (thing_start, thing_end), anchor)
    asked = _asked(found, context, thing, thing_start, span)
    occasion = None if asked else _occasion(context)
    if occasion is not None:
        day, said = occasion
        why = f"“{said.text}” tells what the article is written for, {say(day)}; {years} years after that were marked."
        marking, anchor = _years_before(day, -years), Anchor("mention", day, said.id)
        return _reading(found, years, why, marking, day, (thing_start, thing_end), anchor)
    evidence = _evidence(found, context, years, asked)
    if isinstance(evidence, Reading):
        return evidence
    target, why, anchor = evidence
    known = look_up(context.known, replace(asked, years=frozenset((target,)))) if asked else None
    if anchor and anchor.kind == "event" and year_of(anchor.edtf) == target:
        known = known or anchor.edtf
    marked = known or str(Date(target))
    return _reading(found, years, why, _years_before(marked, -years), marked, (thing_start, thing_end), anchor)


def _evidence(
    found: Found, context: Context, years: int, asked: Asked | None
) -> tuple[int, str, Anchor | None] | Reading:
    """The year of what is marked, why, and what that counts from; undated where nothing tells it."""
    own = year_of(context.document.published.edtf) if context.published and context.document.published.edtf else None
    if phrase("not_marked_then").search(context.document.text[max(0, found.start - 16) : found.start]):
        target, why, anchor = None, "", None
    else:
        target, why, anchor = _year_beside(found, context, years, own)
    if target is not None:
        return target, why, anchor
    known = look_up(context.known, asked) if asked else None
    if asked is None and phrase("own_birthday").search(context.document.text[max(0, found.start - 8) : found.end]):
        known = own_birth(context)
    elif asked is None and "object" not in found.groups:
        known = _founded(found, context)
    year = None if known is None else year_of(known)
    if known is not None and year is not None:
        if own is not None and year + years > own and not context.future(found.start, found.end):
            return undated("XXXX", f"what is marked is dated {say(known)}, and {years} years after that are to come")
        why = f"What is marked is dated {say(known)}; {years} years after that is {year + years}."
        return year, why, Anchor("event", known)
    if "object" not in found.groups and (phrase("birthday").search(found.text) or _pronoun(found, context)):
        reign = phrase("of_reign").search(found.text)
        return undated("XXXX", "whose it is was born on a day that nothing here dates" if not reign else NO_REIGN)
    told = told_year(context.last.edtf) if context.last and context.last.edtf else None
    if context.genre == "narrative" and told is not None:
        why = f"The year told last is {told}; {years} years before that is {told - years}."
        return told - years, why, context.by_last()
    if own is not None:
        why = f"The article dates from {own}; {years} years before that is {own - years}."
        return own - years, why, context.by_publication()
    return undated("XXXX", "neither the year of marking nor that of what is marked is told")


def _around(found: Found, context: Context) -> Span:
    """The sentence around the words, of one without an end what is near."""
    span = context.sentence(found.start)
    return Span(max(span.start, found.start - REACH), min(span.end, found.end + REACH))


def _reading(
    found: Found, years: int, why: str, edtf: str, marked: str, thing: tuple[int, int], anchor: Anchor | None
) -> Reading:
    on = "on" if precision(parse(edtf)) == "day" else "in"
    steps = (f"“{found.text}” counts {years} years.", why, f"It was marked {on} {say(edtf)}.")
    implied = Implied(marked, *thing, (why, f"What was marked is dated {say(marked)}."))
    return Reading(edtf, steps, grade="B", anchor=anchor, implied=(implied,))


def _years_before(edtf: str, years: int) -> str:
    """The same day, or the year, so many years before."""
    first, last = bounds(edtf).first, bounds(edtf).last
    if first is not None and first == last:
        year, month, day = civil(first)
        return same_day_in(year - years, month, day)
    value = parse(edtf)
    year = value.year if isinstance(value, Date) else year_of(edtf) or 0
    return str(Date(year - years))


def _asked(found: Found, context: Context, words: str, start: int, sentence: Span) -> Asked | None:
    """What to look up: the thing behind "of", or what its owner began with; None where neither stands there."""
    text = context.document.text
    own = text[sentence.start : sentence.end]
    here = Span(found.start, found.end)
    if "object" not in found.groups and start >= found.end:
        owner = _pronoun(found, context)
        who = spoken_of(context.document, found.start, owner) if owner else None
        if not who:
            return None
        reigned = phrase("of_reign").search(found.text)
        began = keys_of("accession") | keys_of("coronation") if reigned else keys_of("birth")
        return Asked(Thing(began, owners=who), context.document.id, here, own=sentence)
    thing = thing_of(words, context.document, start)
    if phrase("birthday").search(found.text) or (thing is None and "object" not in found.groups):
        whose = thing_of(f"{words} birth", context.document, start)
        thing = Thing(keys_of("birth"), whose.names | whose.owners, others=whose.others, clause=True) if whose else None
    if thing is None:
        return None
    return Asked(thing, context.document.id, here, own=sentence, sentence=own)


def _founded(found: Found, context: Context) -> str | None:
    """The founding or opening that the story told last, which "its jubilee" and "the centenary" count from."""
    if not phrase("of_what_was_founded").search(context.document.text[max(0, found.start - 8) : found.start]):
        return None
    for mention in reversed(context.read):
        span = context.sentence(mention.start)
        if mention.edtf and mention.outcome == "open" and span.start < context.sentence(found.start).start:
            founded = phrase("was_founded").search(context.document.text[span.start : span.end])
            year = year_of(mention.edtf) if founded else None
            return None if year is None else str(Date(year))
    return None


def _pronoun(found: Found, context: Context) -> str | None:
    """The "his" or "her" right before the words."""
    owner = phrase("pronoun_before").search(context.document.text[max(0, found.start - 8) : found.start])
    return owner[1] if owner else None


def _occasion(context: Context) -> tuple[str, Mention] | None:
    """The day so many years ago today or tomorrow that the article begins with: what it is written for."""
    for mention in context.read[:OPENING]:
        if (
            mention.rule == "offset-ago-beside"
            and mention.edtf
            and bounds(mention.edtf).first == bounds(mention.edtf).last
        ):
            return mention.edtf, mention
    return None


def _told_before(context: Context, years: int, thing: str) -> Mention | None:
    """The same anniversary where the text spoke of it before: as many years, of nothing else."""
    for mention in islice(reversed(context.read), TOLD):
        if mention.rule != "anniversary" or mention.edtf is None or not mention.implied:
            continue
        marked = mention.implied[0]
        if _years_apart(mention.edtf, marked.edtf) != years:
            continue
        if not thing or _keys_in(context.document.text[marked.start : marked.end]) & _keys_in(thing):
            return mention
    return None


@lru_cache(maxsize=SAID_AGAIN)
def _years_apart(edtf: str, before: str) -> int | None:
    """How many years the first date lies behind the other; None where one has no year."""
    year, other = year_of(edtf), year_of(before)
    return None if year is None or other is None else year - other


@lru_cache(maxsize=SAID_AGAIN)
def _keys_in(words: str) -> frozenset[str]:
    """The families or stems of the words that carry meaning."""
    return frozenset(key for word in words_of_text(words) for key in word.keys)


def _apposed(found: Found, context: Context) -> Mention | None:
    """The date that stands right before it with nothing but a comma or an article: "On 9 May 1970, the 25th …"."""
    beside = context.read[-1] if context.read else None
    if beside is None or beside.edtf is None or beside.outcome != "open" or beside.type != "DATE":
        return None
    between = context.document.text[beside.end : found.start]
    year = year_of(beside.edtf)
    return beside if year is not None and phrase("apposed_marking").fullmatch(between) else None


def _marked_behind(found: Found, context: Context, years: int) -> str | None:
    """The day, or the month, that the clause gives behind it: "the 60th anniversary … fell on 11 July 2021".

    So does one that a comma sets apart, where it isn't so many years before the article, as what is marked would be.
    """
    text, end = context.document.text, _around(found, context).end
    behind = found.spans["object"][1] if "object" in found.spans else found.end
    at = bisect_left(context.in_full, behind, key=itemgetter(0))
    if at == len(context.in_full) or context.in_full[at][0] >= end:
        return None
    start, _, edtf = context.in_full[at]
    if precision(parse(edtf)) not in {"day", "month"}:
        return None
    if phrase("marked_on").fullmatch(text[behind:start]):
        return edtf
    if "object" not in found.groups and phrase("marked_right_behind").fullmatch(text[behind:start]):
        return edtf
    own = year_of(context.document.published.edtf) if context.published and context.document.published.edtf else None
    beside = any(m.start >= context.sentence(found.start).start and m.edtf for m in context.read[-1:])
    apart = not beside and phrase("marked_apart").fullmatch(text[behind:start])
    return edtf if apart and (own is None or (year_of(edtf) or own) + years < own - 1 or year_of(edtf) == own) else None


def _day_of_thing(found: Found, context: Context, years: int) -> str | None:
    """The day that "of" ties to what is marked, "the centenary of the fire of 3 May 1922"; None for one too late."""
    if "object" not in found.spans:
        return None
    behind = found.spans["object"][1]
    at = bisect_left(context.in_full, behind, key=itemgetter(0))
    if at == len(context.in_full) or not phrase("of_its_day").fullmatch(
        context.document.text[behind : context.in_full[at][0]]
    ):
        return None
    edtf = context.in_full[at][2]
    published = context.published.last if context.published else None
    due = bounds(_years_before(edtf, -years)).first if precision(parse(edtf)) == "day" else None
    return None if due is None or (published is not None and due > published + YEAR_TO_COME) else edtf


def _year_beside(found: Found, context: Context, years: int, own: int | None) -> tuple[int | None, str, Anchor | None]:
    """The year of what is marked, from a year in the same sentence.

    A year before the anniversary is that of marking, one behind it that of the thing.
    """
    span = _around(found, context)
    near = takewhile(lambda m: m.start >= span.start, reversed(context.read))
    mention = next((m for m in near if m.edtf and m.grade == "A" and m.outcome == "open"), None)
    if mention is not None:
        year = year_of(mention.edtf or "")
        if year is not None:
            anchor = Anchor("mention", mention.edtf or "", mention.id)
            apart = phrase("new_clause").search(context.document.text[mention.end : found.start]) is not None
            if year + years == own or (apart and (own is None or year + years < own)):
                why = f"“{mention.text}” is the year of what is marked; {years} years after that is {year + years}."
                return year, why, anchor
            why = f"It was marked in “{mention.text}”; {years} years before that is {year - years}."
            return year - years, why, anchor
    behind = found.spans["object"][1] if "object" in found.spans else found.end
    rest = context.document.text[behind : span.end]
    said = phrase("said_again").match(rest) or phrase("marked_in").match(rest)
    if said:
        year = int(said[1])
        why = f"It was marked in {year}; {years} years before that is {year - years}."
        return year - years, why, Anchor("mention", str(Date(year)))
    following = phrase("year_of_thing").match(context.document.text[found.end : span.end])
    if following:
        year = int(following[1])
        if own is None or year + years <= own:
            return year, f"What is marked is dated {year}; {years} years after that is {year + years}.", None
    return None, "", None
