"""A tour on paper: its steps with their sentences and questions, what the speaker knows, cards to cut out."""

from __future__ import annotations

from timeline.model import Collection
from timeline.teach.cutting import cards_section, chain
from timeline.teach.matter import Matter, matter_of
from timeline.teach.paper import Group, Paper, Part, Rows, Run, Section, Sources, Text, blanked, plain_run
from timeline.teach.speech import Speech, speech
from timeline.teach.tours import Scene, Tour, Voice, scenes

_ROWS = 2
"""Lines below a question."""


def handout(collection: Collection | Matter, tour: Tour, code: str = "", language: str = "en") -> Paper:
    """The worksheet of a tour, in which what its steps hide is blank, the speaker's own pages, and cards to cut out."""
    matter, words = matter_of(collection), speech(language)
    shown = scenes(matter, tour, language)
    ordered = chain(matter, [stop.event for stop in tour.stops], "")
    cited = [(voice.document, voice.title) for scene in shown for voice in scene.voices]
    sources = Sources(matter, [*cited, *((s.citations[0].document, "") for s in ordered)], words)
    asked = [Group(n, _asked(matter, scene, sources, words.text("exercise.colon"))) for n, scene in enumerate(shown, 1)]
    told = [Group(n, _told(scene, sources, words)) for n, scene in enumerate(shown, 1)]
    closing = [Group(0, (Text(plain_run(tour.closing), "prompt"), Rows(2 * _ROWS)))] if tour.closing else []
    return Paper(
        tour.title,
        code,
        words.language,
        (
            Section(
                "worksheet",
                words.text("paper.worksheet"),
                tour.opening,
                (words.text("paper.name"), words.text("paper.day")),
                (*asked, *closing),
                sources=sources.list,
            ),
            Section("key", words.text("paper.notes"), tour.opening, groups=tuple(told), sources=sources.list),
            *cards_section(matter, ordered, sources, words),
        ),
        words.text("paper.sources"),
    )


def _asked(matter: Matter, scene: Scene, sources: Sources, colon: str) -> tuple[Part, ...]:
    """A step, in which what it hides is blank: a date also in the headline and in the sentence."""
    hide = scene.hide
    headline = scene.headline
    if "date" in hide:
        headline = matter.quotes.label(matter.events[scene.event]) or headline
    head = (
        Run("" if "date" in hide else scene.date, "gap" if "date" in hide else "strong"),
        Run(colon),
        Run("", "gap") if "headline" in hide else Run(headline, "", scene.language),
    )
    parts: list[Part] = [Text(head, "prompt")]
    if scene.voices and "headline" not in hide:  # the sentence would tell what happened
        parts.append(_first(matter, scene, sources))
        if "date" not in hide and "source" not in hide:  # who is to weigh different dates must see them
            parts += [_voice(voice, sources, colon) for voice in scene.voices[1:] if voice.differs]
    if scene.question:
        parts.append(Text(plain_run(scene.question)))
    if scene.question or hide:
        parts.append(Rows(_ROWS))
    return tuple(parts)


def _first(matter: Matter, scene: Scene, sources: Sources) -> Text:
    """The sentence that proves a step best."""
    voice = scene.voices[0]
    pieces = voice.proof.pieces
    if "date" in scene.hide:
        event = matter.events[scene.event]
        at = voice.proof
        citation = next(c for c in event.citations if (c.document, c.selector.start) == (at.document, at.start))
        pieces = matter.quotes.hint(event, citation).pieces
    sign = Run("", "gap") if "source" in scene.hide else Run(f" {sources.sign(voice.document)}", "dim")
    return Text((*blanked(pieces, voice.proof.language), sign), "quote")


def _told(scene: Scene, sources: Sources, words: Speech) -> tuple[Part, ...]:
    """A step as the speaker sees it: nothing is hidden, and every article has its say."""
    colon = words.text("exercise.colon")
    parts: list[Part] = [
        Text((Run(scene.date, "strong"), Run(colon), Run(scene.headline, "", scene.language)), "prompt")
    ]
    parts += [_voice(voice, sources, colon) for voice in scene.voices]
    if scene.silent:
        titles = "; ".join(words.text("paper.quoted", title=title) for title in scene.silent)
        parts.append(Text(plain_run(words.text("paper.silent", titles=titles)), "dim"))
    if scene.question:
        parts.append(Text(plain_run(scene.question)))
    if scene.note:
        parts.append(Text((Run(f"{words.text('paper.note')} ", "strong"), Run(scene.note))))
    return tuple(parts)


def _voice(voice: Voice, sources: Sources, colon: str) -> Text:
    """What an article says; a date that differs is named before."""
    where = f" {sources.sign(voice.document)}" + (f", {voice.proof.where}" if voice.proof.where else "")
    before = (Run(f"≠ {voice.date}{colon}", "strong"),) if voice.differs and voice.date else ()
    return Text((*before, *blanked(voice.proof.pieces, voice.proof.language), Run(where, "dim")), "quote")
