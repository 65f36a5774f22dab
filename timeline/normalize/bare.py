"""What TIMEX3 annotates of a mention: the bare dates in it.

TIMEX3 leaves out "since" and "by", and gives each end of a range, and each of two alternatives, an annotation of
its own; of a date that counts from what nothing dates, it gives the length (ISO-TimeML, ISO 24617-1). A mention
that is its own annotation has none here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from timeline.edtf import Date, DateSet, Interval, parse
from timeline.languages.periods import period_by_name, plain_name
from timeline.model import Annotation, Found, Mention
from timeline.normalize.context import Context, Reading
from timeline.normalize.lengths import amount
from timeline.normalize.nearby import told_by_end
from timeline.normalize.ranges import read_ends
from timeline.normalize.timex import timex_value
from timeline.normalize.words import phrase

Read = Callable[[Found, Context], Reading | None]
JOINING = frozenset(("link", "slash"))  # groups that stand between two dates and belong to neither
PLAIN = frozenset(("year", "month", "day", "weekday", "era"))  # groups of a date that is no range
BY_PARTS = frozenset(("range", "open", "open-from", "either", "begun", "told", "open-period", "range-period"))
FILLED = frozenset(("duration", "filled", "span"))
NAME = "period"  # the rule that finds names of periods
STATE = "period-place"  # the rule that finds names of states
ENDS = frozenset(("period-phase", "period-end"))  # rules that find one end of them
AGES = frozenset(
    (
        "age-at", "age-at-did", "age-of", "age-when", "age-then", "age-turned",
        "age-is", "age-beside", "age-somebody", "age-past", "age-did-at", "age-decade",
    )
)  # fmt: skip
LIMITS_TOLD = frozenset(("limit-told", "limit-told-clause"))  # "ever since": TIMEX3 annotates no limit
NEAR = 40  # code points
ARTICLE = 12  # code points: no article and what parts it from the word before is longer
YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


def annotate(found: Found, reading: Reading, context: Context, read: Read) -> tuple[Annotation, ...]:
    """The annotations of a mention that is more than one bare date; none for one that isn't."""
    unplaced = reading.edtf is None or context.genre == "news"  # annotators of histories take the happening in
    if found.reading == "from-event" and unplaced and "unit" in found.groups:
        return _length(found, context)
    if context.genre == "narrative" and (told := _in_history(found, reading, context, read)):
        return told
    if found.reading == "length-to":
        return _length_and_end(found, reading.edtf or "", context, read)
    if found.reading == "duration-between":
        return _lengths(found, reading, context)
    if found.reading == "anniversary":
        return (_with_thing(found, reading, context),)
    if "core" in found.groups:
        return (Annotation(*found.spans["core"], found.type, reading.timex, reading.mod),)
    if reading.edtf is None:
        return ()
    if found.parts and (found.reading in BY_PARTS or "perhaps" in found.groups):
        return tuple(_of_parts(found, context, read))
    if not found.groups.keys() <= PLAIN and any(name.startswith("last") for name in found.groups):
        return _of_ends(found, reading, context.document.text, context.words.language)
    return ()


def _in_history(found: Found, reading: Reading, context: Context, read: Read) -> tuple[Annotation, ...]:
    """What annotators of histories (WikiWars, after TIMEX2) do and those of news (after TIMEX3) don't."""
    if found.reading in FILLED:
        return _with_filling(found, reading, context)
    return _time_and_day(found, reading, context, read) if found.rule == "clock-of-day" else ()


def bare_mentions(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions as TIMEX3 delimits them; of two that lie in each other the longer, and none that overlap."""
    done = -1
    for number, mention in enumerate(mentions):
        for one in bare(mention, text):
            if one.start < done:
                continue
            if _reaches_into(one, mentions, number + 1):
                end = mention.end  # what is marked begins another date: "the 5th anniversary of the end of 2000"
                one = replace(one, end=end, text=text[one.start : end])
            yield one
            done = one.end


def _reaches_into(one: Mention, mentions: Sequence[Mention], number: int) -> bool:
    """Whether it ends within a later mention."""
    while number < len(mentions) and mentions[number].start < one.end:
        if one.end < mentions[number].end:
            return True
        number += 1
    return False


def bare(mention: Mention, text: str) -> Iterator[Mention]:
    """The mention as TIMEX3 delimits it: one for each of its annotations, all with the date that the whole means."""
    if _only_age(mention) or mention.rule in LIMITS_TOLD:
        return
    if not mention.annotations:
        named = _only_names(mention, text)
        year = YEAR.search(mention.text) if named else None
        if year:  # "the War of 1812"
            start, end = mention.start + year.start(), mention.start + year.end()
            yield replace(mention, start=start, end=end, text=year[0], value=year[0], mod=None)
        elif not named:
            yield mention
    for one in mention.annotations:
        yield Mention(
            f"{mention.document}-{one.start}", mention.document, one.start, one.end, text[one.start : one.end],
            one.type, one.value, one.mod, mention.edtf, mention.grade, mention.rule, mention.derivation,
            mention.anchor, mention.implied, (), mention.alternatives, mention.outcome, mention.reason,
        )  # fmt: skip


def _only_names(mention: Mention, text: str) -> bool:
    """Whether the name of a period only names it and doesn't say when something was.

    "During the Korean War" dates; "opposition to the Korean War" doesn't, nor is it a TIMEX3. The name of a battle or
    a treaty is an event to TIMEX3, never a date. Who takes part "in" a war names it, and so do headings and "that was
    the end of the war". A state is a place as well: "during" says when. A name that is all of its text dates.
    """
    if mention.rule not in ENDS | {NAME, STATE}:
        return False
    name = plain_name(mention.text)
    named = period_by_name("en").get(name) or period_by_name("en").get(name.removeprefix("the "))
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[max(line, mention.start - NEAR) : mention.start]
    if mention.rule == STATE:
        return not phrase("while_state").search(before)
    if mention.rule in ENDS:
        return not phrase("at_end").search(before)
    if named is None or not (text[: mention.start].strip() or text[mention.end :].strip(" .!?\n")):
        return False
    if named.kind == "war":
        return not phrase("says_when").search(before) or phrase("takes_part").search(before) is not None
    return named.kind in {"event", "state"} or not phrase("of_age").search(before)


def _only_age(mention: Mention) -> bool:
    """Whether it is an age without a word for a unit, "aged 55", that dates nothing: TIMEX3 has no use for it."""
    return mention.edtf is None and mention.rule in AGES


def _with_filling(found: Found, reading: Reading, context: Context) -> tuple[Annotation, ...]:
    """A length with what filled it, "two months of siege", where something is said to have.

    Annotators of histories (WikiWars, after TIMEX2) take it in, those of news (TimeBank, after TIMEX3) leave it out.
    """
    filling = phrase("filling").match(context.document.text, found.end)
    if not filling:
        return ()
    return (Annotation(found.start, filling.end(), found.type, reading.timex, reading.mod),)


def _time_and_day(found: Found, reading: Reading, context: Context, read: Read) -> tuple[Annotation, ...]:
    """The time and the day in "at 5 p.m. on 3 May 1910", which a preposition parts; none where nothing does.

    So in histories; annotators of news take both as one.
    """
    time, day = found.parts["part_time"], found.parts["part_day"]
    told = read(day, context) if context.document.text[time.end : day.start].split()[-1:] == ["on"] else None
    if told is None or told.edtf is None:
        return ()
    return (
        Annotation(time.start, time.end, found.type, reading.timex),
        Annotation(day.start, day.end, day.type, told.timex, told.mod),
    )


def _length(found: Found, context: Context) -> tuple[Annotation, ...]:
    """The length in "five years after the launch": in news, and where nothing dates the launch."""
    letter = context.words.unit(found.groups["unit"])
    value = amount(found.groups["count"], letter, context.words)
    return (Annotation(found.start, found.spans["unit"][1], "DURATION", value, None),)


def _length_and_end(found: Found, edtf: str, context: Context, read: Read) -> tuple[Annotation, ...]:
    """The length and the end in "the three months to June"; "the quarter ended June 30" names the quarter."""
    part, told = found.parts["part"], read(found.parts["part"], context)
    letter = context.words.unit(found.groups["unit"])
    if told is None or told.edtf is None or not edtf:
        return ()
    if "count" in found.groups:
        length = Annotation(
            *found.spans["length"], "DURATION", amount(found.groups["count"], letter, context.words), None
        )
    else:
        value = timex_value(edtf) if "half" in found.groups or letter == "DE" else told_by_end(edtf, letter)
        length = Annotation(found.start, found.spans["length"][1], "DATE", value, None)
    return (length, Annotation(part.start, part.end, part.type, timex_value(told.edtf), told.mod))


def _lengths(found: Found, reading: Reading, context: Context) -> tuple[Annotation, ...]:
    """The two lengths in "two to three weeks"."""
    least = amount(found.groups["least"], context.words.unit(found.groups["unit"]), context.words)
    most = Annotation(found.spans["most"][0], found.spans["unit"][1], found.type, reading.value or "", None)
    return (Annotation(*found.spans["least"], found.type, least, None), most)


def _with_thing(found: Found, reading: Reading, context: Context) -> Annotation:
    """An anniversary with its article and what is marked: "the 60th anniversary of the treaty"."""
    text = context.document.text
    least = max(context.sentence(found.start).start, found.start - ARTICLE)
    article = phrase("article_before").search(text[least : found.start])
    start = found.start - len(article[0]) if article else found.start
    end = found.spans["object"][1] if "object" in found.spans else found.end
    return Annotation(start, end, found.type, reading.timex, reading.mod)


def _of_parts(found: Found, context: Context, read: Read) -> Iterator[Annotation]:
    parts = sorted(found.parts.values(), key=lambda part: part.start)
    for part, reading in zip(parts, read_ends(found, context, read), strict=True):
        if reading is None:
            continue
        inner = annotate(part, reading, context, read)
        yield from inner or (Annotation(part.start, part.end, part.type, reading.timex, reading.mod),)


def _of_ends(found: Found, reading: Reading, text: str, language: str) -> tuple[Annotation, ...]:
    """The two ends of a range whose rule names its groups ``first…`` and ``last…``; the others belong to the nearer."""
    values = _two(reading.edtf or "")
    spans = {name: span for name, span in found.spans.items() if name in found.groups and name not in JOINING}
    first = [span for name, span in spans.items() if name.startswith("first")]
    if len(values) != 2 or not first:
        return ()
    cut = max(end for _, end in first)
    ends = [[span for span in spans.values() if span[1] <= cut], [span for span in spans.values() if span[0] >= cut]]
    if not all(ends):
        return ()
    return tuple(
        Annotation(_with_article(text, min(span)[0], found.start), _with_mark(text, span, language), found.type, value)
        for span, value in zip(ends, values, strict=True)
    )


def _with_mark(text: str, spans: Sequence[tuple[int, int]], language: str) -> int:
    """Where the last of the spans ends, with the mark of a year, month or day behind it: the 年 of "1953年"."""
    end = max(end for _, end in spans)
    mark = phrase("of_date", language).match(text, end)
    return mark.end() if mark else end


def _two(edtf: str) -> tuple[str, ...]:
    """The TIMEX3 values of the two dates that ``edtf`` is made of; none where it isn't."""
    value = parse(edtf)
    if isinstance(value, Interval):
        return tuple(timex_value(str(side)) for side in (value.start, value.end) if isinstance(side, Date))
    members = value.members if isinstance(value, DateSet) else ()
    return tuple(timex_value(str(date)) for date in members if isinstance(date, Date)) if len(members) == 2 else ()


def _with_article(text: str, start: int, least: int) -> int:
    """The start with the article before it."""
    article = phrase("definite_before").search(text[least:start])
    return start - len(article[0]) if article else start
