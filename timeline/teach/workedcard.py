"""Work it out: words that count from another date ("one year later"), or that imply one ("the 60th anniversary")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.edtf import Date
from timeline.errors import EdtfError
from timeline.model import Citation, Event, Mention
from timeline.teach.asking import Asking
from timeline.teach.cards import Card
from timeline.teach.choices import FEWEST, WRONG, Wrong, disjoint, other_dates
from timeline.teach.datecards import chosen_card
from timeline.teach.dice import Dice
from timeline.teach.matter import Matter, Subject
from timeline.teach.reach import reach


@dataclass(frozen=True, slots=True)
class Sum:
    """Something to work out: the sentence, its words, the date they count from, and the result. All dates EDTF."""

    citation: Citation
    mention: Mention
    start: str
    result: str
    implied: bool


def sums(matter: Matter, subject: Subject) -> Iterator[Sum]:
    """What can be worked out for an event, from a stated beginning to its very date."""
    event = subject.event
    for citation in subject.citations:
        mention = matter.quotes.mentions.get(citation.mention)
        at = citation.selector
        if mention is None or not (at.start <= mention.start and mention.end <= at.end):
            continue
        if citation.role == "implies" and mention.edtf:
            results = [one.edtf for one in mention.implied if edtf.overlaps(one.edtf, event.edtf)]
            if results and not edtf.overlaps(mention.edtf, results[0]):
                yield Sum(citation, mention, mention.edtf, results[0], True)
        elif citation.role == "states" and mention.grade == "B" and mention.anchor and _counts(mention, event):
            if any(other.grade == "A" and other.edtf == mention.edtf for other in matter.quotes.in_sentence(citation)):
                continue  # "one year later, on 20 May 1917": the date is said, and one year does not give its day
            yield Sum(citation, mention, mention.anchor.edtf, mention.edtf or "", False)


def _counts(mention: Mention, event: Event) -> bool:
    """Whether words give an event's date by counting: "the same year" needs none."""
    own, start = mention.edtf, mention.anchor.edtf if mention.anchor else ""
    if not own or not start or edtf.width(start) is None:  # from a mere bound nobody can count
        return False
    return edtf.overlaps(own, event.edtf) and not edtf.overlaps(start, own)


def worked_card(asking: Asking) -> Card | None:
    """A card that asks for a date that has to be worked out."""
    for subject in asking.in_turn("work it out"):
        dice = asking.dice(subject)
        for task in sums(asking.matter, subject):
            wrong = _mistakes(asking, subject, task, dice)
            if len(wrong) >= FEWEST:
                return asking.named(_card(asking, subject, task, wrong, dice))
    return None


def _card(asking: Asking, subject: Subject, task: Sum, wrong: list[Wrong], dice: Dice) -> Card:
    words, quotes = asking.words, asking.matter.quotes
    start, result = words.say(task.start), words.say(task.result)
    key = "implied" if task.implied else "counted"
    prompt = words.text(f"prompt.{key}", words=task.mention.text, start=start, event=subject.label)
    card = chosen_card(asking, "work it out", prompt, subject, result, wrong, dice)
    steps = [words.text(f"steps.{key}", words=task.mention.text, start=start)]
    lapse = _years(task.start, task.result)
    if lapse:
        steps.append(words.text("steps.back" if lapse < 0 else "steps.on", years=abs(lapse)))
    steps.append(words.text("steps.result", date=result))
    given = [m for m in quotes.in_sentence(task.citation) if m.id != task.mention.id and m.edtf]
    same = [m for m in given if not disjoint(subject, reach(m.edtf or "", m.mod))]
    return replace(
        card,
        quote=quotes.marked(task.citation, task.mention, same),
        quote_language=quotes.language(task.citation),
        steps=tuple(steps),
        tip=words.text("tip.back" if _is_before(task.result, task.start) else "tip.on", start=start),
        proofs=(asking.proof(subject, task.citation),),
    )


def _mistakes(asking: Asking, subject: Subject, task: Sum, dice: Dice) -> list[Wrong]:
    """What comes out where one counts the wrong way, not at all, or a little too far; then other dates."""
    own = asking.words.say(task.result)
    found = [
        Wrong(asking.words.say(value), reach(value), edtf.precision(value))
        for value in dict.fromkeys(_miscounted(task, dice))
        if disjoint(subject, reach(value)) and (edtf.bounds(value).first or 0) <= asking.matter.latest
    ]
    found += [one for one in other_dates(asking, subject, dice) if one.label != own]
    return list({one.label: one for one in reversed(found)}.values())[::-1][: WRONG[asking.level]]


def _miscounted(task: Sum, dice: Dice) -> list[str]:
    """Dates like the result that a wrong count gives: by days where it was a matter of days, else by years."""
    result, start = edtf.parse(task.result), edtf.parse(task.start)
    if not isinstance(result, Date) or result.masked or not isinstance(start, Date) or start.masked:
        return []
    if result.day and start.day:
        first, last = edtf.bounds(start).first or 0, edtf.bounds(result).first or 0
        if abs(last - first) <= _A_MATTER_OF_DAYS:
            return [edtf.iso(day) for day in (2 * first - last, first, *dice.shuffled([last - 1, last + 1, last + 7]))]
    if result.month and start.month and not result.day:
        first, last = 12 * start.year + start.month - 1, 12 * result.year + result.month - 1
        if abs(last - first) <= _A_MATTER_OF_MONTHS and max(result.month, start.month) <= 12:
            shifted_to = (2 * first - last, first, *dice.shuffled([last - 1, last + 1, last + 2]))
            return [str(replace(result, year=month // 12, month=month % 12 + 1)) for month in shifted_to]
    years = start.year - result.year
    shifts = [2 * years, years] if years else []
    shifted = (_shifted(result, by) for by in (*shifts, *dice.shuffled([-1, 1, -10, 10])))
    return [value for value in shifted if value]


_A_MATTER_OF_DAYS, _A_MATTER_OF_MONTHS = 60, 24


def _shifted(date: Date, years: int) -> str | None:
    """The date so many years later; None where the calendar has none, as on 29 February."""
    try:
        return str(replace(date, year=date.year + years))
    except EdtfError:
        return None


def _is_before(result: str, start: str) -> bool:
    """Whether one counts back to a date; where one of the two has no beginning, by the other end."""
    one, two = edtf.bounds(result), edtf.bounds(start)
    if one.first is not None and two.first is not None:
        return one.first < two.first
    return one.last is not None and two.last is not None and one.last < two.last


def _years(start: str, result: str) -> int:
    """Whole years from one date to another, as the step is told; 0 where they are no dates of one year."""
    a, b = edtf.parse(start), edtf.parse(result)
    if isinstance(a, Date) and isinstance(b, Date) and not a.masked and not b.masked:
        return b.year - a.year
    return 0
