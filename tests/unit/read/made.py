"""Files of every kind, made in memory, and what one of them gives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP

from timeline.model import Document
from timeline.read import read_bytes

PROSE = (
    "The bridge over the river was opened on 3 May 1948, after two years of work by four hundred men.",
    "It had been planned since 1912, when the council voted for it; but the war put an end to that.",
    "A long-standing dispute about its cost went on until 1950.",
)
"""Paragraphs of an article on a bridge, which nobody else wrote."""


def one(name: str, data: bytes) -> Document:
    """The only document of a file that holds no problem."""
    brought = read_bytes(name, data)
    assert brought.problems == ()
    (document,) = brought.documents
    return document


def reason(name: str, data: bytes) -> str:
    """Why a file gives no document."""
    brought = read_bytes(name, data)
    assert brought.documents == ()
    (problem,) = brought.problems
    return str(problem).removeprefix(f"{name}: ")


def packed(files: Mapping[str, str | bytes], stored: Sequence[str] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def page(*paragraphs: str, head: str = "", before: str = "", after: str = "", charset: str = "utf-8") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html><head><meta charset="{charset}">{head}</head>'
        f"<body>{before}<article>{body}</article>{after}</body></html>"
    ).encode(charset)


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", author: str = "", size: int = 11, **locks: object) -> bytes:
    """Each page as its printed lines; ``locks``: the passwords that reportlab's StandardEncryption takes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=StandardEncryption(**locks) if locks else None)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for lines in pages:
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(lines):
            if line:
                canvas.drawString(60, 780 - 1.4 * size * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def docx(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def bare_docx(body: str, notes: str = "", prolog: str = "") -> bytes:
    """A Word document of the XML of its body, without anything else."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>",
            **({"word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>"} if notes else {}),
        }
    )


_ODT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "meta")
)


def odt(body: str, meta: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text of the XML of its body."""
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODT}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {_ODT} {dc}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="urn:m">{manifest}</m:manifest>',
        },
        stored=["mimetype"],
    )


def epub(chapters: Mapping[str, str], meta: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A book of the markup of its chapters."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OPS/book.opf"/></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{meta}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OPS/{name}": markup for name, markup in chapters.items()},
            **(more or {}),
        },
        stored=["mimetype"],
    )


def rtf(*paragraphs: str, title: str = "", author: str = "", codepage: int = 1252) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    info = f"{{\\info{{\\title {escaped(title)}}}{{\\author {escaped(author)}}}}}"
    body = "\\par\n".join(map(escaped, paragraphs))
    return f"{{\\rtf1\\ansi\\ansicpg{codepage}{{\\fonttbl{{\\f0 Times;}}}}{info}\\f0 {body}\\par}}".encode("ascii")


def mail(text: str, *, markup: str | None = None, attached: Mapping[str, bytes] | None = None, **head: str) -> bytes:
    message = EmailMessage()
    for name, value in {"From": "T. Reed <reed@example.org>", "Message-ID": "<1@example.org>", **head}.items():
        message[name] = value
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes(policy=SMTP)


def saved_page(markup: str, url: str) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = url
    message["Subject"] = "A page"
    message.make_related()
    part = EmailMessage()
    part.set_content(markup, subtype="html", cte="quoted-printable")
    part["Content-Location"] = url
    message.attach(part)
    return message.as_bytes(policy=SMTP)
