"""Which date? And the gap in the sentence: of several dates one is right, the others are no source's date."""

from __future__ import annotations

from dataclasses import replace

from timeline import edtf
from timeline.model import Mention
from timeline.teach.asking import Asking, blank
from timeline.teach.cards import Card, Choice, Kind
from timeline.teach.choices import FEWEST, Wrong, chosen, disjoint, laid_out, other_dates
from timeline.teach.dice import Dice
from timeline.teach.matter import Subject, alike
from timeline.teach.reach import reach


def date_card(asking: Asking) -> Card | None:
    """A card that asks when an event was."""
    for subject in asking.in_turn("which date"):
        dice = asking.dice(subject)
        wrong = other_dates(asking, subject, dice)
        if len(wrong) < FEWEST:
            continue
        prompt = asking.words.text("prompt.which date", event=subject.label)
        card = chosen_card(asking, "which date", prompt, subject, asking.date(subject), wrong, dice)
        return asking.named(replace(card, hints=(asking.hint(subject),)))
    return None


def gap_card(asking: Asking) -> Card | None:
    """A card that shows a sentence without its date, and asks which words belong there."""
    for subject in asking.in_turn("gap"):
        dice = asking.dice(subject)
        for citation, mention in asking.matter.in_full.get(subject.event.id, ()):
            wrong = _other_words(asking, subject, mention, dice)
            if len(wrong) < FEWEST:
                continue
            card = chosen_card(asking, "gap", asking.words.text("prompt.gap"), subject, mention.text, wrong, dice)
            same = [
                m for m in asking.matter.quotes.in_sentence(citation) if m.edtf and not disjoint(subject, reach(m.edtf))
            ]
            quote = asking.matter.quotes.gapped(citation, mention, same)
            hints = asking.matter.quotes.beside(subject.event, citation)
            language = asking.matter.quotes.language(citation)
            choices = tuple(replace(choice, language=language) for choice in card.choices)
            card = replace(card, quote=quote, quote_language=language, choices=choices, hints=hints)
            return asking.named(replace(card, proofs=(asking.proof(subject, citation),)))
    return None


def chosen_card(
    asking: Asking, kind: Kind, prompt: str, subject: Subject, right: str, wrong: list[Wrong], dice: Dice
) -> Card:
    """A card with one right answer and several wrong ones, proved by the sentences of its event."""
    noted = [Choice("", one.label, _note(asking, one)) for one in wrong]
    choices, solution = laid_out([Choice("", right)], noted, dice)
    card = blank(kind, prompt, [subject], asking.words.text("answer.date", date=right, event=subject.label))
    return replace(card, choices=choices, solution=solution, proofs=asking.proofs(subject))


def _note(asking: Asking, wrong: Wrong) -> str:
    """What a wrong answer is, to be told afterwards."""
    if wrong.other is None:
        return asking.words.text("note.miscounted")
    return asking.words.text("note.other", date=asking.date(wrong.other), event=wrong.other.label)


def _other_words(asking: Asking, subject: Subject, mention: Mention, dice: Dice) -> list[Wrong]:
    """The words of other dates in full, of the same shape and language, that no source gives the event."""
    matter, found = asking.matter, []
    language = matter.quotes.documents[mention.document].language
    fine, begins = edtf.precision(mention.edtf or ""), _first_word(mention)
    for name, told in matter.in_full.items():
        other = matter.subject(name)
        for _, one in told:
            limits = reach(one.edtf or "", one.mod)
            alike_told = edtf.precision(one.edtf or "") == fine and _first_word(one) == begins
            fits = alike_told and matter.quotes.documents[one.document].language == language
            if fits and other is not None and disjoint(subject, limits) and not alike(subject, other):
                found.append(Wrong(one.text, limits, fine, other))
    return chosen(asking, subject, found, dice)


def _first_word(mention: Mention) -> str:
    """The word that a date begins with, where it is a small one: "about", "the", "between"."""
    word = mention.text.split()[0]
    return word if word.isalpha() and word.islower() else ""
