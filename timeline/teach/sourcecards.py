"""Cards on how we know: which article says it, whether a date is said or worked out, and where articles disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline import edtf
from timeline.model import Citation, Document, Mention
from timeline.teach.asking import Asking, blank
from timeline.teach.cards import Card, Choice, Piece, Slot
from timeline.teach.choices import WRONG, laid_out, other_dates
from timeline.teach.matter import Matter, Subject, shows_figures, squeezed
from timeline.teach.reach import reach

_ASKED = 16
"""Articles that are looked through for a wrong answer: of many all but a few have the sentence not."""


def source_card(asking: Asking) -> Card | None:
    """A card that asks which article has a sentence. Wrong are only articles in which it does not stand."""
    quotes = asking.matter.quotes
    for subject in asking.in_turn("which source"):
        dice = asking.dice(subject)
        citation = dice.one(subject.citations)
        sentence = squeezed(citation.selector.exact)
        right = quotes.documents[citation.document]
        some = dice.shuffled(asking.matter.collection.documents)[:_ASKED]
        having = {right.source, *(d.source for d in some if sentence in asking.matter.squeezed(d))}
        others = [d for d in some if d.source not in having and quotes.title(d.id) != quotes.title(right.id)]
        wrong = list({quotes.title(d.id): d for d in others}.values())[: WRONG[asking.level]]
        if not wrong:
            continue
        choices, solution = laid_out(
            [_article(asking, right)],
            [_article(asking, document) for document in wrong],
            dice,
        )
        words = asking.words
        answer = words.text("answer.source", title=quotes.title(right.id))
        card = replace(
            blank("which source", words.text("prompt.which source"), [subject], answer),
            choices=choices,
            solution=solution,
            quote=(Piece(citation.selector.exact),),
            quote_language=quotes.language(citation),
            hints=tuple(replace(hint, title="") for hint in quotes.beside(subject.event, citation)),
            proofs=(asking.proof(subject, citation),),
        )
        return asking.named(card)
    return None


def told_card(asking: Asking) -> Card | None:
    """A card that asks how a sentence gives a date: says it, counts from another, or implies it."""
    words = asking.words
    for subject in asking.in_turn("stated or implied"):
        dice = asking.dice(subject)
        ways = list(_ways(asking.matter, subject))
        if not ways:
            continue
        way, citation, mention = dice.one(ways)
        choices = tuple(Choice(name, words.text(f"told.{name}")) for name in ("said", "counted", "implied"))
        card = replace(
            blank(
                "stated or implied",
                words.text("prompt.told", event=subject.label),
                [subject],
                words.text(f"told.{way}"),
            ),
            choices=choices,
            solution=(way,),
            quote=asking.matter.quotes.marked(citation, mention, ()),
            quote_language=asking.matter.quotes.language(citation),
            tip=words.text("tip.alone", words=mention.text),
            steps=(words.text(f"steps.{way}_way", words=mention.text, date=asking.date(subject)),),
            proofs=(asking.proof(subject, citation),),
        )
        return asking.named(card)
    return None


def disagreement_card(asking: Asking) -> Card | None:
    """A card on one happening that two articles date differently: which says what, and which would you trust?"""
    words, quotes = asking.words, asking.matter.quotes
    for subject in asking.in_turn("disagreement"):
        dice = asking.dice(subject)
        pair = next(_differing(asking.matter, subject), None)
        if pair is None:
            continue
        (own, said), (other, differs) = pair
        dates = [words.say(mention.edtf or "", mention.mod) for mention in (said, differs)]
        wrong = other_dates(asking, subject, dice)[:1]
        choices, _ = laid_out([Choice("", date) for date in dates], [Choice("", w.label) for w in wrong], dice)
        ids = {choice.label: choice.id for choice in choices}
        slots = tuple(
            Slot(citation.document, quotes.title(citation.document), (ids[date],), quotes.language(citation))
            for citation, date in dice.shuffled(list(zip((own, other), dates, strict=True)))
        )
        told = [
            words.text("answer.says", title=quotes.title(citation.document), date=date)
            for citation, date in zip((own, other), dates, strict=True)
        ]
        card = replace(
            blank("disagreement", words.text("prompt.disagreement", event=subject.label), [subject], " ".join(told)),
            choices=choices,
            slots=slots,
            free=words.text("prompt.trust"),
            hints=tuple(quotes.hint(subject.event, citation) for citation in (own, other)),
            proofs=tuple(asking.proof(subject, citation) for citation in (own, other)),
        )
        return asking.named(card)
    return None


Way = tuple[str, Citation, Mention]


def _ways(matter: Matter, subject: Subject) -> Iterator[Way]:
    """The sentences of which it is plain how they give the date: the way's name, the sentence, its words."""
    for citation in subject.citations:
        mention, at = matter.quotes.mentions.get(citation.mention), citation.selector
        if mention is None or not mention.edtf or not (at.start <= mention.start and mention.end <= at.end):
            continue
        if citation.role == "implies" and mention.implied:
            yield "implied", citation, mention
        elif citation.role == "states" and edtf.overlaps(mention.edtf, subject.event.edtf):
            if mention.grade == "A" and shows_figures(mention):  # a war that is named says no date, and implies one
                yield "said", citation, mention
            elif mention.anchor is not None:
                yield "counted", citation, mention


Dated = tuple[Citation, Mention]


def _differing(matter: Matter, subject: Subject) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of sentences from two articles whose dates for an event can't both be right, however they are meant."""
    event, quotes = subject.event, matter.quotes
    disputed = {conflict.mention for conflict in event.conflicts}
    told = [
        (citation, mention)
        for citation in event.citations
        if (mention := quotes.mentions.get(citation.mention)) and mention.edtf and quotes.stands(citation)
    ]
    for citation, mention in told:
        if mention.id in disputed or citation.role != "states":
            continue
        for other, against in told:
            if against.id not in disputed or quotes.source(other) == quotes.source(citation):
                continue
            one, two = reach(mention.edtf or "", mention.mod), reach(against.edtf or "", against.mod)
            if not edtf.overlaps(one, two):
                yield (citation, mention), (other, against)


def _article(asking: Asking, document: Document) -> Choice:
    """An article to choose: its title, and what is known of it."""
    title = asking.matter.quotes.title(document.id)
    return Choice("", title, _about(asking, document), document.language or "")


def _about(asking: Asking, document: Document) -> str:
    """Who wrote an article and when, as far as that is known."""
    told = [document.author or "", document.publisher or ""]
    if document.published.edtf and document.published.origin in ("given", "stated"):
        told.append(asking.words.say(document.published.edtf))
    return ", ".join(filter(None, told))
