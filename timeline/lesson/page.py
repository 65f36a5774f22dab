"""A lesson as one HTML file: script, style and data in it. From disk it asks nothing of any host."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

from timeline import edtf
from timeline.chart import HTML, script, style
from timeline.chart.inline import hash_source, inline_json
from timeline.chart.labels import cut, shown
from timeline.lesson.assets import NO_FONTS, Fonts, faces, lesson_text
from timeline.lesson.receipt import Went
from timeline.lesson.texts import NAMES, page_texts
from timeline.teach import Deck, Scene, Tour, Voice, plain, speech

EXERCISE = (
    "words.js", "kept.js", "sentences.js", "ordering.js", "choosing.js", "placing.js", "matching.js", "asking.js",
    "receipt.js", "qr.js", "result.js", "sending.js", "exercise.js",
)  # fmt: skip
"""The scripts of an exercise, joined in this order behind the explorer's builders of elements and the judge."""

TOUR = (
    "words.js", "sentences.js", "axis.js", "steps.js", "marks.js", "following.js", "tour.js",
)  # fmt: skip
"""The same of a tour, behind the explorer's ticks."""

CHECKED = ("words.js", "result.js", "checked.js")
"""The same of the page on which a pupil's result is checked."""

Role = Literal["lead", "follow", "notes", "alone"]
"""Who a tour's page is for: who presents it, a class that follows, the speaker's second window, a file."""


def exercise_page(deck: Deck, *, place: str = "", board: str = "", fonts: Fonts = NO_FONTS) -> str:
    """The page of an exercise, to be written as UTF-8.

    ``place`` is the address of the collection's explorer, to which the sentences lead; below ``board`` the class board
    is asked whether it is open, and told answers. Without these and ``fonts``, as a file on a disk, it asks nothing of
    any host.
    """
    others = {"languages": NAMES} if board else {}
    data = {"lesson": "exercise", "deck": plain(deck), "place": place, "board": board, **others}
    cards = "".join(f"<li>{html.escape(shown(card.prompt))}</li>" for card in deck.cards)
    return lesson_page(
        deck.title, deck.language, data, EXERCISE,
        asks=bool(board), without_script=f"<ol>{cards}</ol>", fonts=fonts,
    )  # fmt: skip


def checked_page(deck: Deck, went: Sequence[Went], *, fonts: Fonts = NO_FONTS) -> str:
    """The page on which a teacher sees how each question of an exercise went, to be written as UTF-8."""
    prompts = [card.prompt for card in deck.cards]
    data = {"lesson": "checked", "code": deck.code, "title": deck.title, "went": list(went), "prompts": prompts}
    words = {how: html.escape(speech(deck.language).text(f"result.is-{how}")) for how in went}
    told = "".join(f"<li>{words[how]}: {html.escape(shown(one))}</li>" for how, one in zip(went, prompts, strict=True))
    return lesson_page(
        deck.title, deck.language, data, CHECKED, asks=False, without_script=f"<ol>{told}</ol>", fonts=fonts
    )


def tour_page(
    tour: Tour,
    shown_now: Sequence[Scene],
    language: str,
    *,
    code: str,
    role: Role = "alone",
    place: str = "",
    follow: str = "",
    fonts: Fonts = NO_FONTS,
) -> str:
    """The page of a tour, to be written as UTF-8. ``shown_now`` are its scenes as the collection stands now.

    ``place`` as of an exercise; ``follow`` is where the step is told and asked for that the class is at.
    """
    told = [{**plain(scene), "voices": [_voice(voice) for voice in scene.voices]} for scene in shown_now]
    data = {
        "lesson": "tour", "code": code, "role": role, "place": place, "follow": follow,
        "title": tour.title, "opening": tour.opening, "closing": tour.closing, "scenes": told,
    }  # fmt: skip
    events = "".join(f"<li><b>{html.escape(one.date)}</b> {html.escape(shown(one.headline))}</li>" for one in shown_now)
    return lesson_page(
        tour.title, language, data, TOUR, asks=bool(follow), without_script=f"<ol>{events}</ol>", fonts=fonts
    )


def _voice(voice: Voice) -> dict[str, Any]:
    """What an article says, with the first and last day of its date."""
    limits = edtf.bounds(voice.edtf) if voice.edtf else edtf.Bounds(None, None)
    return {**plain(voice), "first": limits.first, "last": limits.last}


def lesson_page(
    title: str,
    language: str,
    data: Mapping[str, Any],
    scripts: tuple[str, ...],
    *,
    asks: bool,
    without_script: str,
    fonts: Fonts = NO_FONTS,
) -> str:
    """The page of a lesson of any kind. ``asks``: whether it may ask the server that it came from."""
    name = cut(shown(title))
    code, looks = _script(scripts), faces(fonts) + _style()
    server, letters = ("'self'" if wanted else "'none'" for wanted in (asks, fonts))
    policy = (
        f"default-src 'none'; script-src {hash_source(code)}; style-src {hash_source(looks)}; img-src data:; "
        f"connect-src {server}; font-src {letters}; base-uri 'none'; form-action 'none'"
    )
    told = inline_json({**_shown(data), "texts": page_texts(language)})
    return (
        f'<!doctype html>\n<html lang="{html.escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{html.escape(name)}</title>\n<style>{looks}</style>\n</head>\n<body>\n"
        f"{HTML.replace('explorer', 'explorer lesson')}\n"
        f"<noscript><h1>{html.escape(name)}</h1>{without_script}</noscript>\n"
        f'<script type="application/json" id="data">{told}</script>\n'
        f'<script type="module">{code}</script>\n</body>\n</html>\n'
    )


def _shown(value: Any) -> Any:
    """JSON data in which no character of an article steers what stands around it."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, Mapping):
        return {key: _shown(one) for key, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list | tuple) else value


@cache
def _script(names: tuple[str, ...]) -> str:
    judge = resources.files("timeline.teach").joinpath("judge.js").read_text(encoding="utf-8")
    return "\n".join([script("dom.js", "time.js"), judge, lesson_text(*names, "begin.js")])


@cache
def _style() -> str:
    return style("explorer.css") + lesson_text("lesson.css", "shared.css", "tour.css")
