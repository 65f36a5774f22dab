"""PDF, Word, OpenDocument, EPUB and Rich Text: their text as a reader sees it, what they say of themselves, pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from tests.unit.read.made import PROSE, bare_docx, docx, epub, odt, one, packed, page, pdf, reason, rtf
from timeline.model import Published, Whereabouts
from timeline.read import read_bytes

UNKNOWN = Published(None, "unknown", "nothing says when this was written")


HEAD = ("Annals of the river", "")
PAGES = (
    (
        *HEAD,
        "The bridge",
        "",
        "The bridge over the river was opened on 3 May 1948, after two years of",
        "work by four hundred men. It had been planned since 1912, when the coun-",
        "cil voted for it; but the war, which began two years later, put an end",
        "to that.",
        "A long-standing dispute about its cost went on until 1950, though no-",
        "",
        "11",
    ),
    (*HEAD, "body knows why. It was a long-", "standing one. Then peace came.", "", "12"),
    (*HEAD, "In 1971 it was painted anew.", "", "13"),
)


def test_a_pdf_is_unwrapped_and_its_pages_are_kept() -> None:
    document = one("a.pdf", pdf(PAGES, title="The bridge at fifty", author="T. Reed"))
    assert (document.title, document.author, document.published) == ("The bridge at fifty", "T. Reed", UNKNOWN)
    assert document.text == (
        "The bridge\n\n"
        "The bridge over the river was opened on 3 May 1948, after two years of work by four hundred men. "
        "It had been planned since 1912, when the council voted for it; but the war, which began two years later, put "
        "an end to that.\n\n"
        "A long-standing dispute about its cost went on until 1950, though nobody knows why. It was a long-standing "
        "one. Then peace came.\n\n"
        "In 1971 it was painted anew."
    )
    at = Whereabouts(document).at
    said = [at(document.text.index(words)) for words in ("The bridge", "until 1950", "body knows", "In 1971")]
    assert said == ["p. 1", "p. 1", "p. 2", "p. 3"]
    assert read_bytes("a.pdf", pdf(PAGES)).notes == (
        "a.pdf: 6 lines at the edges of pages, which come again from page to page, were left out.",
    )


@pytest.mark.parametrize("title", ["Microsoft Word - bridge.doc", "bridge.indd", "untitled", "x7", ""])
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    document = one("a.pdf", pdf([["The bridge", "", *PAGES[0][4:9]]], title=title))
    assert document.title == "The bridge"


def test_the_pages_are_called_what_the_file_calls_them() -> None:
    writer = PdfWriter(PdfReader(BytesIO(pdf([[PROSE[0]], [PROSE[1][:90]], [PROSE[2]]]))))
    writer.set_page_label(0, 0, style="/r", start=9)
    writer.set_page_label(1, 2, style="/D", start=1)
    out = BytesIO()
    writer.write(out)
    assert [locator.label for locator in one("a.pdf", out.getvalue()).locators] == ["ix", "1", "2"]


def test_a_pdf_without_text_and_one_with_a_bare_page() -> None:
    assert reason("a.pdf", pdf([[], []])).startswith("its pages are pictures without text")
    brought = read_bytes("a.pdf", pdf([[PROSE[2]], [], [PROSE[2]]]))
    assert brought.notes == ("a.pdf: page 2 without text, perhaps pictures.",)
    assert [locator.label for locator in brought.documents[0].locators] == ["1", "3"]


def test_locked_pdfs() -> None:
    assert reason("a.pdf", pdf([[PROSE[2]]], userPassword="river", strength=128)).startswith("it is locked with a pass")
    for strength in (40, 128):  # locked against changes only: anybody may read it
        assert one("a.pdf", pdf([[PROSE[2]]], userPassword="", ownerPassword="x", strength=strength)).text == PROSE[2]


@pytest.mark.parametrize("how", ["RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_pdf_that_is_locked_against_changes_only(how: str) -> None:
    writer = PdfWriter(PdfReader(BytesIO(pdf([[PROSE[2]]]))))
    writer.encrypt("", "x", algorithm=how)
    out = BytesIO()
    writer.write(out)
    assert one("a.pdf", out.getvalue()).text == PROSE[2]


def test_word() -> None:
    document = one("a.docx", docx(*PROSE, title="The bridge at fifty", author="T. Reed"))
    assert document.text == "\n\n".join(PROSE)
    assert (document.title, document.author) == ("The bridge at fifty", "T. Reed")
    assert Whereabouts(document).at(document.text.index("long-standing")) == "para. 3"


def test_word_as_a_reader_sees_it() -> None:
    body = (
        "<w:p><w:r><w:t>It fell in </w:t></w:r><w:del><w:r><w:delText>1949</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>1950</w:t></w:r></w:ins><w:r><w:t>.</w:t><w:br/><w:t>Nobody</w:t><w:tab/>"
        "<w:t>was hurt.</w:t></w:r></w:p>"
        "<w:p><w:r><w:fldChar/><w:instrText>DATE 2024</w:instrText></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Cars</w:t></w:r></w:p>"
        "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1950</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    notes = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>In spring.</w:t></w:r></w:p></w:footnote>"
    )
    expected = "It fell in 1950.\nNobody was hurt.\n\nYear | Cars\n1950\n\n[1] In spring."
    assert one("a.docx", bare_docx(body, notes)).text == expected


def test_opendocument() -> None:
    body = (
        "<text:tracked-changes><text:p>struck out</text:p></text:tracked-changes><text:h>The\nbridge</text:h>"
        '<text:p>It fell<text:s text:c="3"/>in <text:span>1950</text:span>.<text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>In spring.</text:p></text:note-body></text:note> So"
        "<text:line-break/>it was.</text:p><text:list><text:list-item><text:p>1946: work begins</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>1950</text:p>"
        "</table:table-cell><table:table-cell><text:p>12,000 cars</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    meta = "<dc:title>The bridge at fifty</dc:title><meta:initial-creator>T. Reed</meta:initial-creator>"
    document = one("a.odt", odt(body, meta))
    assert document.text == (
        "The bridge\n\nIt fell in 1950. So\nit was.\n\n1946: work begins\n\n1950 | 12,000 cars\n\n[1] In spring."
    )
    assert (document.title, document.author) == ("The bridge at fifty", "T. Reed")
    assert reason("a.odt", odt(body, manifest="<m:encryption-data/>")).startswith("it is locked with a password")


def test_a_book() -> None:
    chapters = {
        "one.xhtml": page('<span epub:type="pagebreak" title="7"></span>It fell in 1950.', before="<h1>The fall</h1>"),
        "sub/two.xhtml": page(
            'Nobody was <span role="doc-pagebreak" aria-label="8"></span>hurt.', before="<h2>After</h2>"
        ),
        "three.xhtml": page(),
    }
    meta = (
        "<dc:title>The bridge at fifty</dc:title><dc:creator>T. Reed</dc:creator><dc:publisher>The Press</dc:publisher>"
        "<dc:date>1998-05-03T00:00:00Z</dc:date><dc:language>en</dc:language><dc:rights>CC0</dc:rights>"
    )
    document = one("a.epub", epub({name: markup.decode() for name, markup in chapters.items()}, meta))
    assert document.text == "The fall\n\nIt fell in 1950.\n\nAfter\n\nNobody was hurt."
    marks = [(mark.kind, mark.label, mark.start) for mark in document.locators]
    assert marks == [("chapter", "The fall", 0), ("page", "7", 10), ("chapter", "After", 28), ("page", "8", 46)]
    assert (document.title, document.author, document.publisher) == ("The bridge at fifty", "T. Reed", "The Press")
    assert document.published == Published("1998-05-03", "given", "the book says so")
    assert (document.licence, document.language) == ("CC0", "en")


def test_a_book_that_is_protected() -> None:
    locked = {"META-INF/encryption.xml": '<e><CipherReference URI="OPS/one.xhtml"/></e>'}
    assert reason("a.epub", epub({"one.xhtml": "<p>It fell.</p>"}, more=locked)).startswith("the book is protected")


def test_rich_text() -> None:
    document = one("a.rtf", rtf("The café opened in 1948.", "“It fell”, in 1950.", title="The café", author="T. Reed"))
    assert document.text == "The café opened in 1948.\n\n“It fell”, in 1950."
    assert (document.title, document.author) == ("The café", "T. Reed")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a file of an old Office program (.doc); save it as .docx"),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "it is a spreadsheet; save it as .csv"),
        (packed({"[Content_Types].xml": "", "ppt/x.xml": ""}), "it is a presentation; save it as .pdf"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "it is an OpenDocument file without "),
        (b"%PDF-1.4 and no more", "it is damaged"),
        (b"PK\x03\x04 and no more", "it is damaged"),
    ],
)
def test_what_is_no_article(data: bytes, says: str) -> None:
    assert reason("a.docx", data).startswith(says)


def test_the_bytes_tell_the_kind() -> None:
    brought = read_bytes("a.txt", docx(*PROSE))
    assert [document.text for document in brought.documents] == ["\n\n".join(PROSE)]
    assert brought.notes == ("a.txt: its name says plain text, but it is a Word document; it was read as that.",)
