"""A lesson on paper as a Word document (ECMA-376, WordprocessingML) that a teacher can edit.

It is written with the standard library: a dozen kinds of elements are all that is needed. Texts of documents stand in
``w:t`` alone, where nothing is a field, a macro or a formula; the only field is the number of the page.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

from timeline.chart.labels import shown
from timeline.lesson.printed import Size
from timeline.lesson.wordparts import CONTENT_TYPES, FOOTER, NAMESPACE, RELATIONS, STYLES, WORD_RELATIONS, core
from timeline.teach.paper import Cut, Group, Options, Paper, Part, Rows, Run, Scale, Section, Text

WIDE: dict[Size, tuple[int, int]] = {"A4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height of a page in twentieths of a point."""

_MARGIN = 964
"""17 mm in twentieths of a point."""

_ACROSS = 8
"""Units of a scale in a row."""

_CARD = 2381
"""Height of a card to cut out: 42 mm in twentieths of a point."""

_UNFIT = re.compile("[\ufffe\uffff]")
"""Characters that XML does not allow; ``shown`` has dealt with the others."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of all parts: the same lesson is the same file."""

_TOGETHER = "<w:keepNext/><w:keepLines/>"
_CELL = "<w:tcBorders><w:top {0}/><w:left {0}/><w:bottom {0}/><w:right {0}/></w:tcBorders>"
_INSIDE = (
    '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="140" w:type="dxa"/>'
    '<w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
)
_DASHED = 'w:val="dashed" w:sz="6" w:space="0" w:color="000000"'


def word_document(paper: Paper, size: Size) -> bytes:
    """The bytes of a .docx file."""
    wide, high = WIDE[size]
    body = "".join(_section(paper, section, n, wide - 2 * _MARGIN) for n, section in enumerate(paper.sections))
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACE}><w:body>{body}'
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{wide}" w:h="{high}"/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    foot = _run(Run(f"Timeline {paper.code}".strip()))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": core(_text(paper.title), paper.language),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": WORD_RELATIONS,
        "word/styles.xml": STYLES.format(language=_LANGUAGES.get(paper.language, "en-GB")),
        "word/footer1.xml": FOOTER.format(foot=foot, tab=wide - 2 * _MARGIN),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _EPOCH), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


_LANGUAGES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "ko": "ko-KR"}


def _section(paper: Paper, section: Section, n: int, wide: int) -> str:
    new_page = "<w:pageBreakBefore/>" if n else ""
    out = [
        _paragraph(_run(Run(paper.title)), "Subtitle", _TOGETHER + new_page),
        _paragraph(_run(Run(section.heading)), "Heading1", _TOGETHER),
    ]
    if section.fields:
        blank = "".join(_run(Run(f"{name} {'_' * (34 >> at)}    ")) for at, name in enumerate(section.fields))
        out.append(_paragraph(blank, "Head"))
    if section.about:
        out.append(_paragraph(_run(Run(section.about)), "Head"))
    out += [_group(group, wide) for group in section.groups]
    if section.cuts:
        out += [_cards(section.cuts, wide), _paragraph("")]
    if section.sources:
        out.append(_paragraph(_run(Run(paper.sources)), "Heading2", _TOGETHER))
        *listed, last = (f"[{n}]  {one}" for n, one in enumerate(section.sources, 1))
        out += [_paragraph(_run(Run(one)), "Source", _TOGETHER) for one in listed]
        out.append(_paragraph(_run(Run(last)), "Source", "<w:keepLines/>"))
    return "".join(out)


def _group(group: Group, wide: int) -> str:
    """A group: each of its paragraphs stays with the next; the space behind it is where a page may end.

    Lines without a number are a list, which stays together.
    """
    parts = "".join(_part(part, group, wide) for part in group.parts)
    return parts if group.is_line else parts + _paragraph("", "Between")


def _part(part: Part, group: Group, wide: int) -> str:
    match part:
        case Text(runs, role):
            number = _run(Run(f"{group.number}  ")) if role == "prompt" and group.number else ""
            dim = tuple(replace(run, role="dim") for run in runs) if role == "dim" else runs
            return _paragraph(number + "".join(_run(run) for run in dim), _STYLES.get(role, "Normal"), _TOGETHER)
        case Options(labels, sign, marks, languages):
            none = ("",) * len(labels)
            return "".join(
                _paragraph(_run(Run(f"{_box(sign, mark)}  ")) + _run(Run(label, "", language)), "Option", _TOGETHER)
                for mark, label, language in zip(marks or none, labels, languages or none, strict=True)
            )
        case Scale(labels, right):
            return _scale(labels, right, wide)
        case Rows(count):
            return _paragraph("", "Row", _TOGETHER) * count


_STYLES = {"prompt": "Heading3", "quote": "Quote"}


def _box(sign: str, mark: str) -> str:
    if sign == "tick":
        return "☑" if mark else "☐"
    return mark or "____"


def _scale(labels: tuple[str, ...], right: tuple[int, ...], wide: int) -> str:
    cells = [
        _paragraph(_run(Run("☑" if n in right else "☐")), "Box", _TOGETHER)
        + _paragraph(_run(Run(label)), "Unit", _TOGETHER)
        for n, label in enumerate(labels)
    ]
    rows = [cells[at : at + _ACROSS] for at in range(0, len(cells), _ACROSS)]
    rows[-1] += [_paragraph("", "Unit", _TOGETHER)] * (_ACROSS - len(rows[-1]))
    return _table([[(cell, "") for cell in row] for row in rows], wide // _ACROSS)


def _cards(cuts: tuple[Cut, ...], wide: int) -> str:
    cells = [
        _paragraph(_run(Run(one.letter, "strong"))) + _paragraph(_run(Run(one.label, "", one.language)), "Card")
        for one in cuts
    ]
    cells += [_paragraph("")] * (len(cells) % 2)
    border = _CELL.format(_DASHED)
    rows = [[(cell, border) for cell in cells[at : at + 2]] for at in range(0, len(cells), 2)]
    return _table(rows, wide // 2, f'<w:trHeight w:val="{_CARD}" w:hRule="atLeast"/>')


def _table(rows: list[list[tuple[str, str]]], wide: int, height: str = "") -> str:
    """A table whose rows no page break cuts; cells are paragraphs, and their borders."""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for _ in rows[0])
    cells = (
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{border}</w:tcPr>{cell}</w:tc>' for cell, border in row
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{wide * len(rows[0])}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_INSIDE}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(cells)}</w:tbl>"
    )


def _paragraph(runs: str, style: str = "Normal", more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'  # the schema wants this order


def _run(run: Run) -> str:
    looks = {
        "strong": "<w:b/>",
        "date": '<w:b/><w:u w:val="single"/>',
        "dim": '<w:color w:val="444444"/><w:sz w:val="19"/>',
    }.get(run.role, "")
    fonts, tongue = _spoken(run.language)
    looks = fonts + looks + tongue
    text = {"gap": "_" * 18, "hidden": "_" * 8}.get(run.role) or run.text
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


_EASTERN = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_LEFTWARD = ("ar", "fa", "he", "ur")
"""Languages whose letters Word treats apart: those of East Asia, with their fonts, and those that run to the left."""


def _spoken(language: str) -> tuple[str, str]:
    """The properties by which Word sets a run in its language, and checks it: the first and the last of a run."""
    if not language:
        return "", ""
    main = language.partition("-")[0]
    named = _text(_LANGUAGES.get(language, language)).replace('"', "&quot;")
    if main in _EASTERN:
        return f'<w:rFonts w:eastAsia="{_EASTERN[main]}"/>', f'<w:lang w:eastAsia="{named}"/>'
    return "", f'<w:rtl/><w:lang w:bidi="{named}"/>' if main in _LEFTWARD else f'<w:lang w:val="{named}"/>'


def _text(text: str) -> str:
    return escape(_UNFIT.sub("\ufffd", shown(text)).replace("\n", " ").replace("\t", " "))
