"""A lesson on paper as one HTML page, from which a browser prints, or saves a PDF whose text can be searched.

The page is laid out for one size of paper. What is to be printed is chosen by boxes that style alone follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Literal

from timeline.chart.inline import hash_source
from timeline.chart.labels import cut, shown
from timeline.lesson.assets import NO_FONTS, Fonts, faces, lesson_text
from timeline.teach import speech
from timeline.teach.paper import Cut, Group, Options, Paper, Part, Rows, Run, Scale, Section, Text

Size = Literal["A4", "letter"]
SIZES: Mapping[Size, str] = {"A4": "A4", "letter": "Letter"}
"""The sizes of paper by their name in CSS, with what people call them."""

CUT_ON_A_PAGE = 10
"""Cards on a page: five rows of two, each as large as a playing card."""

_SCRIPT = "document.querySelector('.print').addEventListener('click', () => document.fonts.ready.then(() => print()));"


def printed(paper: Paper, size: Size, *, other: str = "", word: str = "", fonts: Fonts = NO_FONTS) -> str:
    """The page, to be written as UTF-8. It asks for nothing but the fonts.

    ``other`` is the address of the same page for another size, ``word`` that of the Word document.
    """
    words = speech(paper.language)
    looks = faces(fonts) + _style(paper, size)
    kinds = list(dict.fromkeys(section.kind for section in paper.sections))
    names = {section.kind: section.heading for section in reversed(paper.sections)}
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{kind}" checked> {_text(names[kind])}</label>' for kind in kinds
    )
    sizes = "".join(_size_button(one, "" if one == size else other) for one in SIZES) if other else ""
    save = f'<a class="btn" href="{escape(word)}" download>{_text(words.text("paper.save-word"))}</a>' if word else ""
    policy = (
        f"default-src 'none'; script-src {hash_source(_SCRIPT)}; style-src {hash_source(looks)}; font-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    title = _text(cut(paper.title))
    return (
        f'<!doctype html>\n<html lang="{escape(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
        f"<title>{title} {_text(paper.code)}</title>\n<style>{looks}</style>\n</head>\n<body>\n"
        f'<div class="tools" role="region" aria-label="{_text(words.text("paper.print"))}">'
        f"<fieldset><legend>{_text(words.text('paper.parts'))}</legend>{boxes}</fieldset>"
        f'<div class="sizes" role="group" aria-label="{_text(words.text("paper.size"))}">{sizes}</div>'
        f'<button type="button" class="btn go print">{_text(words.text("paper.print"))}</button>{save}</div>\n'
        f"<main>\n<h1>{title}</h1>\n{''.join(_section(paper, one) for one in paper.sections)}</main>\n"
        f'<script type="module">{_SCRIPT}</script>\n</body>\n</html>\n'
    )


def _size_button(size: Size, address: str) -> str:
    """A way to the page for another size; the size that it has now leads nowhere."""
    way = f'href="{escape(address)}"' if address else 'aria-current="true"'
    return f'<a class="btn" {way}>{SIZES[size]}</a>'


def _section(paper: Paper, section: Section) -> str:
    fields = "".join(f'<span class="field">{_text(name)}<i></i></span>' for name in section.fields)
    about = f"<p class='about'>{_text(section.about)}</p>" if section.about else ""
    numbered = "".join(_group(group) for group in section.groups)
    cards = "".join(_cards(section.cuts[at : at + CUT_ON_A_PAGE]) for at in range(0, len(section.cuts), CUT_ON_A_PAGE))
    sources = "".join(f"<li>{_text(one)}</li>" for one in section.sources)
    listed = f'<section class="sources"><h3>{_text(paper.sources)}</h3><ol>{sources}</ol></section>' if sources else ""
    return (
        f'<article class="{section.kind}"><header><p class="of">{_text(paper.title)}</p>'
        f"<h2>{_text(section.heading)}</h2>{f'<p class=fields>{fields}</p>' if fields else ''}{about}</header>\n"
        f"{numbered}{cards}{listed}</article>\n"
    )


def _group(group: Group) -> str:
    number = f'<span class="nth">{group.number}</span>' if group.number else ""
    kind = "group line" if group.is_line else "group"
    return f'<div class="{kind}">{number}{"".join(_part(part) for part in group.parts)}</div>\n'


def _part(part: Part) -> str:
    match part:
        case Text(runs, role):
            tag = "h3" if role == "prompt" else "blockquote" if role == "quote" else "p"
            kind = f' class="{role}"' if role else ""
            return f"<{tag}{kind}>{''.join(_run(run) for run in runs)}</{tag}>"
        case Options(labels, sign, marks, languages):
            none = ("",) * len(labels)
            rows = "".join(
                f'<li><i class="box">{_text(mark)}</i> <span{_lang(language)}>{_text(label)}</span></li>'
                for mark, label, language in zip(marks or none, labels, languages or none, strict=True)
            )
            return f'<ul class="options {sign}">{rows}</ul>'
        case Scale(labels, right):
            rows = "".join(
                f'<li><i class="box">{"✓" if n in right else ""}</i>{_text(label)}</li>'
                for n, label in enumerate(labels)
            )
            return f'<ol class="scale">{rows}</ol>'
        case Rows(count):
            return '<div class="row"></div>' * count


def _run(run: Run) -> str:
    match run.role:
        case "" if not run.language:
            return _text(run.text)
        case "":
            return f"<span{_lang(run.language)}>{_text(run.text)}</span>"
        case "hidden" | "gap":
            return f'<i class="{run.role}"></i>'
        case "strong" | "date":
            return f'<b class="{run.role}"{_lang(run.language)}>{_text(run.text)}</b>'
        case _:
            return f'<span class="{run.role}"{_lang(run.language)}>{_text(run.text)}</span>'


def _lang(language: str) -> str:
    """The attribute that says in which language something is; none where it is that of the paper."""
    return f' lang="{escape(shown(language))}"' if language else ""


def _cards(cuts: tuple[Cut, ...]) -> str:
    cells = "".join(
        f"<li><b>{_text(one.letter)}</b><span{_lang(one.language)}>{_text(one.label)}</span></li>" for one in cuts
    )
    return f'<ul class="cuts">{cells}</ul>\n'


def _style(paper: Paper, size: Size) -> str:
    foot = f"Timeline {paper.code}".strip()
    page = (
        f"@page {{ size: {size} portrait; margin: 15mm 16mm 17mm; "
        f'@bottom-left {{ content: "{_css(foot)}"; font: 9pt sans-serif; color: #555; }} '
        '@bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }\n'
    )
    return page + f":root {{ --paper: {'210mm' if size == 'A4' else '216mm'}; }}\n" + lesson_text("printed.css")


def _css(text: str) -> str:
    """Letters and digits only: nothing can end the text in which they stand."""
    return "".join(sign for sign in text if sign.isalnum() or sign == " ")


def _text(text: str) -> str:
    return escape(shown(text))
