"""The Word document: read again by our own reader and by another, with nothing in it that a text could start."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from tests.browser.made import HOSTILE, made
from tests.unit.teach.made import SAMPLES, sample
from tests.unit.teach.test_paper import words_of
from timeline.lesson.word import WIDE, word_document
from timeline.read import read_bytes
from timeline.teach import DeckSettings, Paper, handout, make_deck, make_tour, worksheet
from timeline.teach.paper import Group, Run, Section, Text


def papers(name: str) -> list[Paper]:
    matter = sample(name)
    return [
        worksheet(matter, make_deck(matter, DeckSettings(cards=10, seed=5), title="Ships & <silver>")),
        handout(matter, make_tour(matter), "ABC234"),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_our_own_reader_finds_every_word_again(name: str) -> None:
    for paper in papers(name):
        documents = read_bytes("lesson.docx", word_document(paper, "A4")).documents
        text = " ".join(documents[0].text.split())
        for section in paper.sections:
            assert section.heading in text
            for group in section.groups:
                for word in words_of(group).replace("____", " ").replace("✓", "☑").split():
                    assert word in text
            for one in section.cuts:
                assert one.label in text
            for n, source in enumerate(section.sources, 1):
                assert f"[{n}] {source}" in text


@pytest.mark.parametrize("size", WIDE)
def test_another_reader_opens_it(size) -> None:
    document = docx.Document(io.BytesIO(word_document(papers("ancient")[0], size)))
    page = document.sections[0]
    assert (page.page_width.twips, page.page_height.twips) == WIDE[size]
    assert document.core_properties.title == "Ships & <silver>"
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["Worksheet", "Key", "Cards to cut out", "Key to the cards"]
    new = [one.paragraph_format.page_break_before for one in document.paragraphs if one.style.name == "Subtitle"]
    assert new == [None, True, True, True]


def test_no_page_break_cuts_a_question() -> None:
    document = docx.Document(io.BytesIO(word_document(papers("ancient")[0], "A4")))
    ends = 0
    for one in document.paragraphs:
        free = not one.paragraph_format.keep_with_next
        ends += one.style.name == "Between"
        apart = one.style.name in ("Between", "Source") or not one.text.strip()
        assert not free or apart or one.style.name == "Head", one.text
    groups = [group for section in papers("ancient")[0].sections for group in section.groups]
    assert ends == sum(not group.is_line for group in groups) == 20
    assert len(groups) > 22
    for table in document.tables:
        assert all("cantSplit" in row._tr.xml for row in table.rows)


@pytest.mark.parametrize("title", [*HOSTILE, '=cmd|"/c calc"!A1', "{ INCLUDETEXT c:\\\\x }", "a\x00b\uffffc\ud800"])
def test_no_text_becomes_a_field_a_macro_or_a_formula(title: str) -> None:
    paper = worksheet(made(), make_deck(made(), DeckSettings(cards=2), title="Varn"))
    head = replace(paper.sections[0], about=title, heading=title, fields=(title,), sources=(title,))
    content = word_document(replace(paper, title=title, code=title, sections=(head,)), "A4")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert sorted(file.namelist()) == [
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
            "word/document.xml", "word/footer1.xml", "word/styles.xml",
        ]  # fmt: skip
        body = file.read("word/document.xml").decode()
        assert set(re.findall(r"<w:(\w+)", body)) <= {
            "document", "body", "p", "pPr", "pStyle", "keepNext", "keepLines", "r", "rPr", "b", "u", "color", "sz", "t",
            "tbl", "tblPr", "tblW", "tblLayout", "tblGrid", "gridCol", "tr", "trPr", "cantSplit", "tc", "tcPr", "tcW",
            "sectPr", "footerReference", "pgSz", "pgMar",
        }  # fmt: skip
        assert re.findall(r"<w:instrText>(.*?)<", file.read("word/footer1.xml").decode()) == ["PAGE"]
    docx.Document(io.BytesIO(content))


def test_the_same_lesson_is_the_same_file() -> None:
    one, two = (word_document(papers("ancient")[0], "A4") for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("language", "properties"),
    [
        ("en", {"lang": {"val": "en-GB"}}),
        ("zh", {"rFonts": {"eastAsia": "Microsoft YaHei"}, "lang": {"eastAsia": "zh"}}),
        ("ar", {"rtl": {}, "lang": {"bidi": "ar"}}),
        ('x" w:val="\x01', {"lang": {"val": 'x" w:val="␁'}}),
        ("", {}),
    ],
)
def test_what_an_article_says_is_checked_in_its_language(language: str, properties: dict) -> None:
    group = Group(1, (Text((Run("It is ", "", "de"), Run("said", "said", language)), "quote"),))
    paper = Paper("T", "", "de", (Section("worksheet", "W", groups=(group,)),), "S")
    runs = docx.Document(io.BytesIO(word_document(paper, "A4"))).paragraphs[2].runs
    found = {
        one.tag.split("}")[1]: {name.split("}")[1]: value for name, value in one.attrib.items()}
        for one in runs[1]._r.iterfind("w:rPr/*", runs[1]._r.nsmap)
    }
    assert found == properties
