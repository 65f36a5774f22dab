"""Source work on paper: questions on an article, or on two side by side, and what can be found out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

_LISTED = 30
"""Events of a kind that the key names at most."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What a sheet is made of: its title, the articles, the questions, and events under headings, the differing first.

    ``more`` tells in words what the last list leaves out.
    """

    title: str
    abouts: tuple[About, ...]
    questions: tuple[str, ...]
    lists: tuple[tuple[str, tuple[Told, ...]], ...]
    more: str = ""


def source_sheet(collection: Collection | Matter, one: str, two: str = "", language: str = "en") -> Paper:
    """The worksheet on an article as a source, or on two side by side, and its key.

    Asks who wrote it, when and for whom, sets the sentences that differ beside each other, and asks what is left out.
    Raises TeachError for an id that no article has, or one given twice.
    """
    matter, words = matter_of(collection), speech(language)
    work = _of_two(matter, one, two, words) if two else _of_one(matter, one, words)
    cited = [(about.document, about.title) for about in work.abouts]
    cited += [(voice.document, voice.title) for _, told in work.lists for each in told for voice in _voices(each)]
    sources = Sources(matter, cited, words)
    asked: list[tuple[Part, ...]] = [(Text(plain_run(question), "prompt"), Rows(_ROWS)) for question in work.questions]
    asked += [_weighed(told, sources, words) for told in work.lists[0][1][:_WEIGHED]]
    found = [_facts(about, sources, words) for about in work.abouts]
    found += [_listed(heading, told, sources, words) for heading, told in work.lists if told]
    if work.more:
        found[-1] = (*found[-1], Text(plain_run(work.more), "dim"))
    about = " · ".join(_named(about, sources, words) for about in work.abouts)
    fields = (words.text("paper.name"), words.text("paper.day"))
    questions = tuple(Group(n, parts) for n, parts in enumerate(asked, 1))
    answers = tuple(Group(0, parts) for parts in found)
    sheet = Section("worksheet", words.text("paper.worksheet"), about, fields, questions, sources=sources.list)
    key = Section("key", words.text("paper.key"), groups=answers, sources=sources.list)
    return Paper(work.title, "", words.language, (sheet, key), words.text("paper.sources"))


def _of_one(matter: Matter, document: str, words: Speech) -> _Work:
    work = about_article(matter, document, words.language)
    lists = (
        (words.text("source.differs"), work.differs),
        (words.text("source.confirmed"), work.confirmed),
        (words.text("source.alone"), work.alone),
        (words.text("source.left-out"), work.left_out),
    )
    more = words.text("source.more-left-out", count=work.left_out_more) if work.left_out_more else ""
    return _Work(work.about.title, (work.about,), work.questions, lists, more)


def _of_two(matter: Matter, one: str, two: str, words: Speech) -> _Work:
    work = beside(matter, one, two, words.language)
    lists = (
        (words.text("source.differ"), work.differ),
        (words.text("source.both"), work.both),
        (words.text("source.only", title=work.one.title), work.only_one),
        (words.text("source.only", title=work.two.title), work.only_two),
    )
    return _Work(words.text("source.two"), (work.one, work.two), work.questions, lists)


def _named(about: About, sources: Sources, words: Speech) -> str:
    """An article by its title and its number."""
    return f"{words.text('paper.quoted', title=about.title)} {sources.sign(about.document)}"


def _voices(told: Told) -> tuple[Voice, ...]:
    return (told.own, *told.others) if told.own else told.others


def _weighed(told: Told, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """The sentences of the articles that date an event differently, one below the other, and which to trust."""
    differing = [voice for voice, apart in zip(told.others, told.apart, strict=True) if apart]
    voices = ([told.own] if told.own else []) + differing
    said = [_said(voice, sources, words) for voice in voices]
    asked = Text(plain_run(words.text("tour.differ")))
    return Text(plain_run(told.headline), "prompt"), *said, asked, Rows(_ROWS)


def _said(voice: Voice, sources: Sources, words: Speech) -> Text:
    where = f" {sources.sign(voice.document)}" + (f", {voice.proof.where}" if voice.proof.where else "")
    before = (Run(f"{voice.date}{words.text('exercise.colon')}", "strong"),) if voice.date else ()
    return Text((*before, *blanked(voice.proof.pieces, voice.proof.language), Run(where, "dim")), "quote")


def _facts(about: About, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """What is known of an article; what is not is said to be so, for that is an answer too."""
    unknown = words.text("source.not-known")
    written = f"{about.written or unknown}. {about.origin}"
    rows = [("author", about.author or unknown), ("publisher", about.publisher or unknown), ("written", written)]
    rows += [(name, told) for name, told in (("kind", about.sort), ("note", about.note)) if told]
    heading = Text(plain_run(_named(about, sources, words)), "prompt")
    colon = words.text("exercise.colon")
    return heading, *(Text((Run(words.text(f"source.{name}") + colon, "strong"), Run(told))) for name, told in rows)


def _listed(heading: str, told: Sequence[Told], sources: Sources, words: Speech) -> tuple[Part, ...]:
    """Events under a heading, each in a line: its date, its headline, which articles tell it."""
    lines: list[Part] = [_line(one, sources, words) for one in told[:_LISTED]]
    if len(told) > _LISTED:
        lines.append(Text(plain_run(words.text("source.more", count=len(told) - _LISTED)), "dim"))
    return Text(plain_run(heading), "prompt"), *lines


def _line(told: Told, sources: Sources, words: Speech) -> Text:
    dates = [voice.date for voice, apart in zip(told.others, told.apart, strict=True) if apart]
    date = " ≠ ".join(dict.fromkeys([told.own.date, *dates])) if told.own and dates else told.date
    apart = ", ".join(dict.fromkeys(words for words in told.apart if words))
    signs = sources.signs(voice.document for voice in _voices(told))
    more = f" ({apart})" if apart else ""
    return Text((Run(date, "strong"), Run(f"{more}{words.text('exercise.colon')}{told.headline} "), Run(signs, "dim")))
