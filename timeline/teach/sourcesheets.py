"""Source work on paper: questions on an article, or on two side by side, and what can be found out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Collection
from timeline.teach.matter import Matter, matter_of
from timeline.teach.paper import Group, Paper, Part, Rows, Run, Section, Sources, Text, blanked, plain_run
from timeline.teach.sourcework import About, Told, about_article, beside
from timeline.teach.speech import Speech, speech
from timeline.teach.tours import Voice

_ROWS = 3
"""Lines below a question."""

_WEIGHED = 6
"""Differing dates that are to be weighed at most."""

_LISTED = 20
"""Events of a kind that the key names at most."""


def source_sheet(collection: Collection | Matter, one: str, two: str = "", language: str = "en") -> Paper:
    """The worksheet on an article as a source, or on two side by side, and its key.

    Asks who wrote it, when and for whom, sets the sentences that differ beside each other, and asks what is left out.
    Raises TeachError for an id that no article has, or one given twice.
    """
    matter, words = matter_of(collection), speech(language)
    abouts: tuple[About, ...]
    if two:
        both = beside(matter, one, two, language)
        abouts, questions, differ = (both.one, both.two), both.questions, both.differ
        lists = [
            (words.text("source.differ"), both.differ),
            (words.text("source.both"), both.both),
            (words.text("source.only", title=both.one.title), both.only_one),
            (words.text("source.only", title=both.two.title), both.only_two),
        ]
        title = words.text("source.two")
    else:
        work = about_article(matter, one, language)
        abouts, questions, differ = (work.about,), work.questions, work.differs
        lists = [
            (words.text(f"source.{name.replace('_', '-')}"), getattr(work, name))
            for name in ("differs", "confirmed", "alone", "left_out")
        ]
        title = work.about.title
    cited = [(about.document, about.title) for about in abouts]
    cited += [(voice.document, voice.title) for _, told in lists for each in told for voice in _voices(each)]
    sources = Sources(matter, cited, words)
    ask = words.text("tour.differ")
    asked = [(Text(plain_run(question), "prompt"), Rows(_ROWS)) for question in questions]
    weighed = [(*_set_out(told, sources), Text(plain_run(ask)), Rows(_ROWS)) for told in differ[:_WEIGHED]]
    known = [_facts(about, sources, words) for about in abouts]
    found = [_listed(heading, told, sources, words) for heading, told in lists if told]
    return Paper(
        title,
        "",
        words.language,
        (
            Section(
                "worksheet",
                words.text("paper.worksheet"),
                " · ".join(f"“{about.title}” {sources.sign(about.document)}" for about in abouts),
                (words.text("paper.name"), words.text("paper.day")),
                tuple(Group(n, parts) for n, parts in enumerate([*asked, *weighed], 1)),
                sources=sources.list,
            ),
            Section(
                "key",
                words.text("paper.key"),
                groups=tuple(Group(0, parts) for parts in [*known, *found]),
                sources=sources.list,
            ),
        ),
        words.text("paper.sources"),
    )


def _voices(told: Told) -> tuple[Voice, ...]:
    return (told.own, *told.others) if told.own else told.others


def _set_out(told: Told, sources: Sources) -> tuple[Part, ...]:
    """The sentences of the articles that date an event differently, one below the other."""
    differing = [voice for voice, apart in zip(told.others, told.apart, strict=True) if apart]
    voices = ([told.own] if told.own else []) + differing
    return Text(plain_run(told.headline), "prompt"), *(_said(voice, sources) for voice in voices)


def _said(voice: Voice, sources: Sources) -> Text:
    where = f" {sources.sign(voice.document)}" + (f", {voice.proof.where}" if voice.proof.where else "")
    before = (Run(f"{voice.date}: ", "strong"),) if voice.date else ()
    return Text((*before, *blanked(voice.proof.pieces), Run(where, "dim")), "quote")


def _facts(about: About, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """What is known of an article; what is not is said to be so, for that is an answer too."""
    unknown = words.text("source.not-known")
    written = f"{about.written or unknown}. {about.origin}"
    rows = [("author", about.author or unknown), ("publisher", about.publisher or unknown), ("written", written)]
    rows += [(name, told) for name, told in (("kind", about.sort), ("note", about.note)) if told]
    heading = Text(plain_run(f"“{about.title}” {sources.sign(about.document)}"), "prompt")
    return heading, *(Text((Run(f"{words.text(f'source.{name}')}: ", "strong"), Run(told))) for name, told in rows)


def _listed(heading: str, told: Sequence[Told], sources: Sources, words: Speech) -> tuple[Part, ...]:
    """Events under a heading, each in a line: its date, its headline, which articles tell it."""
    lines: list[Part] = [_line(one, sources) for one in told[:_LISTED]]
    if len(told) > _LISTED:
        lines.append(Text(plain_run(words.text("source.more", count=len(told) - _LISTED)), "dim"))
    return Text(plain_run(heading), "prompt"), *lines


def _line(told: Told, sources: Sources) -> Text:
    dates = [voice.date for voice, apart in zip(told.others, told.apart, strict=True) if apart]
    date = " ≠ ".join(dict.fromkeys([told.own.date, *dates])) if told.own and dates else told.date
    apart = ", ".join(dict.fromkeys(words for words in told.apart if words))
    signs = sources.signs(voice.document for voice in _voices(told))
    more = f" ({apart})" if apart else ""
    return Text((Run(date, "strong"), Run(f"{more}: {told.headline} "), Run(signs, "dim")))
