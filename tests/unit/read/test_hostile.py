"""Files made to do harm: a clear sentence each, nothing run, nothing fetched, nothing written, memory bounded."""

from __future__ import annotations

import io
import re
import socket
import struct
import threading
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.read.made import PROSE, bare_docx, docx, epub, mail, odt, packed, page, pdf, rtf, saved_page
from timeline.read import Brought, read_bytes, read_documents
from timeline.settings import LIMITS, ReadLimits

TEXT = " ".join(PROSE)
SMALL = ReadLimits(file_bytes=2_000_000, unpacked_bytes=5_000_000, files=50, depth=2, pages=20, text=1_000_000)


def told(brought: Brought) -> list[str]:
    return [str(problem) for problem in brought.problems]


def names(brought: Brought) -> list[str]:
    return [document.file for document in brought.documents]


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """The port of a server on this machine, and who has called it."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, caller = server.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], calls
        finally:
            done.set()
            thread.join()


# --- archives


def test_a_zip_bomb() -> None:
    bomb = packed({"a.txt": b"0" * 3_000_000, "b.txt": TEXT})
    assert len(bomb) < 10_000
    brought = read_bytes("bomb.zip", bomb, SMALL)
    assert names(brought) == ["bomb.zip/b.txt"]
    assert told(brought) == ["bomb.zip/a.txt: unpacked, it is too big (more than 2 MB); split it"]


def test_a_bomb_of_many_files_stops_as_a_whole() -> None:
    bomb = packed({f"{number:02}.txt": bytes([65 + number]) * 1_900_000 for number in range(9)})
    (problem,) = told(read_bytes("bomb.zip", bomb, SMALL))[-1:]
    assert problem == "bomb.zip: it unpacks to more than 5 MB; unpack it, and bring in the articles only"
    assert len(read_bytes("bomb.zip", bomb, SMALL).documents) <= 2


def test_a_bomb_takes_no_more_memory_than_its_limits() -> None:
    bomb = packed({"a.txt": b"0" * 80_000_000})
    tracemalloc.start()
    try:
        assert told(read_bytes("bomb.zip", bomb, SMALL)) != []
        assert tracemalloc.get_traced_memory()[1] < 6 * SMALL.file_bytes
    finally:
        tracemalloc.stop()


def test_archives_in_archives() -> None:
    data = packed({"deep.txt": TEXT})
    for level in range(4):
        data = packed({f"{level}.zip": data, f"{level}.txt": f"{TEXT} Level {level}."})
    brought = read_bytes("a.zip", data, SMALL)
    assert names(brought) == ["a.zip/3.txt", "a.zip/3.zip/2.txt"]
    assert told(brought) == ["a.zip/3.zip/2.zip: it lies more than 2 archives deep; unpack it first"]


def test_names_that_lead_out_of_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    before = sorted(tmp_path.rglob("*"))
    out = ["../a.txt", "/b.txt", "c/../../d.txt", "C:\\e.txt", "..\\f.txt"]
    brought = read_bytes("a.zip", packed({**dict.fromkeys(out, TEXT), "good.txt": TEXT}))
    assert names(brought) == ["a.zip/good.txt"]
    assert len(told(brought)) == len(out)
    assert all("its name leads out of the archive" in problem for problem in told(brought))
    assert sorted(tmp_path.rglob("*")) == before


def test_links_in_an_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert told(read_bytes("a.zip", out.getvalue())) == [
        "a.zip/a.txt: it is a link to another place, not a file; pack the file itself"
    ]


def test_a_second_file_of_the_same_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "Other words.")
    brought = read_bytes("a.zip", out.getvalue())
    assert names(brought) == ["a.zip/a.txt"]
    assert told(brought) == ["a.zip/a.txt: the archive holds a second file of this name; give each its own"]


def test_encrypted_and_damaged_members() -> None:
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT}))
    first, second = (data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02"))
    data[first + 8] |= 1  # the flag of encryption
    where = data.index(b"PK\x03\x04", 10) + 30 + len("b.txt") + 5
    data[where] ^= 0xFF
    assert second > first
    one, two = told(read_bytes("a.zip", bytes(data)))
    assert one == "a.zip/a.txt: it is encrypted; unpack it with its password, and bring in what it holds"
    assert two.startswith("a.zip/b.txt: it is damaged (")


def test_more_files_than_an_archive_may_hold() -> None:
    brought = read_bytes("a.zip", packed({f"{number:03}.txt": f"{TEXT} {number}" for number in range(60)}), SMALL)
    assert len(brought.documents) == SMALL.files
    assert told(brought) == ["a.zip: it holds more than 50 files; the first 50 were read: split it"]


def test_ten_thousand_files_at_once() -> None:
    brought = read_bytes("a.zip", packed({f"{number:05}.txt": f"It fell in {number}." for number in range(10_001)}))
    assert len(brought.documents) == LIMITS.files == 10_000
    assert told(brought) == ["a.zip: it holds more than 10,000 files; the first 10,000 were read: split it"]


# --- PDF


def _pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of raw objects, numbered from 1, with a right table of where they stand."""
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, table)
    return bytes(out)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.mark.parametrize(
    "data",
    [
        _pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        _pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 9>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        _pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 3 0 R/Contents 3 0 R>>"),
        _pdf_of(CATALOG, b"<</Type/Pages/Kids 2 0 R/Count 2 0 R>>"),
        _pdf_of(CATALOG, b"2 0 R"),
        _pdf_of(b"<</Type/Catalog/Pages 1 0 R>>"),
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\n" + b"[" * 50_000,
        b"%PDF-1.4\n" + b"<<" * 50_000,
    ],
)
def test_pdfs_that_run_in_circles(data: bytes) -> None:
    brought = read_bytes("a.pdf", data, SMALL)
    assert brought.documents == ()
    (problem,) = told(brought)
    assert problem.startswith("a.pdf: it")


def test_a_form_that_draws_itself() -> None:
    itself = b"/Resources<</XObject<</F 4 0 R>>>>"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + itself + b"/Length 5>>stream\n/F Do\nendstream"
    page_ = b"<</Type/Page/Parent 2 0 R" + itself + b"/Contents 5 0 R>>"
    contents = b"<</Length 5>>stream\n/F Do\nendstream"
    brought = read_bytes(
        "a.pdf", _pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page_, form, contents), SMALL
    )
    assert brought.documents == ()
    assert len(told(brought)) == 1


def test_a_stream_that_unpacks_to_hundreds_of_megabytes() -> None:
    pack = zlib.compressobj(9)
    packed_ = b"".join(pack.compress(b" " * 10_000_000) for _ in range(40)) + pack.flush()
    twice = zlib.compress(packed_, 9)
    contents = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice)
    page_ = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    assert len(twice) < 20_000
    tracemalloc.start()
    try:
        brought = read_bytes("a.pdf", _pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page_, contents))
        assert tracemalloc.get_traced_memory()[1] < 300_000_000
    finally:
        tracemalloc.stop()
    assert len(told(brought)) == 1


def test_more_pages_than_a_pdf_may_have() -> None:
    assert told(read_bytes("a.pdf", pdf([[TEXT[:60]]] * 21), SMALL)) == [
        "a.pdf: it has 21 pages, at most 20 are read; split it"
    ]


# --- XML and markup

XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


@pytest.mark.parametrize("prolog", [XXE.format("file:///etc/passwd"), LAUGHS])
def test_entities_are_not_followed(prolog: str) -> None:
    body = f"<w:p><w:r><w:t>&{'e' if 'SYSTEM' in prolog else 'i'};</w:t></w:r></w:p>"
    (problem,) = told(read_bytes("a.docx", bare_docx(body, prolog=prolog)))
    assert problem == (
        "a.docx: its part word/document.xml defines entities of its own, which are not followed; save it again"
    )


@pytest.mark.parametrize("part", ["META-INF/container.xml", "OPS/book.opf"])
def test_entities_in_a_book(part: str) -> None:
    data = epub({"one.xhtml": page(*PROSE).decode()}, more={part: XXE.format("file:///etc/passwd") + "<x>&e;</x>"})
    assert "defines entities of its own" in told(read_bytes("a.epub", data))[0]
    chapter = XXE.format("file:///etc/passwd") + f"<html><body><p>{TEXT} &e;</p></body></html>"
    (document,) = read_bytes("a.epub", epub({"one.xhtml": chapter})).documents
    assert "root:" not in document.text


def test_nothing_is_fetched(listener: tuple[int, list[object]]) -> None:
    port, calls = listener
    there = f"http://127.0.0.1:{port}/x"
    remote = (
        f'<img src="{there}"><script src="{there}"></script><iframe src="{there}"></iframe><object data="{there}">'
        f'</object><video src="{there}"></video><p style="background:url({there})">It fell in 1950.</p>'
    )
    head = f'<link rel="stylesheet" href="{there}"><meta http-equiv="refresh" content="0;url={there}">'
    web = page(*PROSE, remote, head=head)
    relations = '<Relationships><Relationship Id="r" TargetMode="External" Target="{}"/></Relationships>'
    word = io.BytesIO(docx(*PROSE))
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/_rels/settings.xml.rels", relations.format(there))
    files = {
        "a.html": web,
        "a.mhtml": saved_page(web.decode(), there),
        "a.eml": mail("", markup=web.decode(), Subject="x"),
        "a.epub": epub({"one.xhtml": XXE.format(there) + web.decode()}),
        "a.docx": word.getvalue(),
        "b.docx": bare_docx("<w:p/>", prolog=XXE.format(there)),
        "a.odt": odt(f'<text:p>It fell in 1950.</text:p><draw:image xmlns:draw="urn:d" href="{there}"/>'),
    }
    for name, data in files.items():
        brought = read_bytes(name, data)
        assert bool(brought.documents) == (name != "b.docx"), (name, told(brought))
    assert calls == []
    with socket.create_connection(("127.0.0.1", port)):
        threading.Event().wait(0.5)
    assert len(calls) == 1  # it does listen


def test_scripts_leave_no_words() -> None:
    web = page(*PROSE, before="<script>document.write('In 1666 it burnt.')</script><noscript>In 1667.</noscript>")
    (document,) = read_bytes("a.html", web).documents
    assert "166" not in document.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 200_000 + b"It fell in 1950."),
        ("a.html", b"<html><body>" + b"<b>" * 200_000 + b"It fell in 1950."),
        ("a.html", b"<html><body><p " + b"a=1 " * 300_000 + b">It fell in 1950."),
        ("a.html", b"<html><body>" + b"<!--" * 300_000),
        ("a.html", b"<html><body>" + b"<table><tr><td>" * 50_000),
        ("a.rtf", b"{\\rtf1 " + b"{" * 500_000 + b"It fell in 1950." + b"}" * 500_001),
        ("a.rtf", b"{\\rtf1 " + b"\\'" * 500_000),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"),
        ("a.csv", b'text\n"' + b"a," * 500_000),
        ("a.csv", b"text" + b",x" * 500_000 + b"\nIt fell in 1950.\n"),
        ("a.eml", b"From: a\nMIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 3_000),
        ("a.docx", bare_docx("<w:sdt>" * 30_000 + "</w:sdt>" * 30_000)),
        ("a.docx", bare_docx("<w:p>" * 3_000 + "</w:p>" * 3_000)),
    ],
)  # fmt: skip
def test_what_is_nested_or_long_beyond_measure_comes_to_an_end(name: str, data: bytes) -> None:
    brought = read_bytes(name, data, SMALL)
    assert len(brought.documents) + len(brought.problems) >= 1
    assert all("\n" not in problem and len(problem) < 400 for problem in told(brought))


# --- size and names


def test_a_hundred_megabytes_of_one_line(tmp_path: Path) -> None:
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(100_000_000)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    problems: list[str] = []
    documents = read_documents(tmp_path, on_problem=lambda problem: problems.append(str(problem)))
    assert [document.file for document in documents] == ["good.txt"]
    assert problems == ["long.txt: the file is too big (100 MB, at most 50 MB); split it"]


def test_one_line_that_is_as_long_as_may_be() -> None:
    data = (TEXT + " ").encode() * (1_900_000 // (len(TEXT) + 1))
    (problem,) = told(read_bytes("a.txt", data, SMALL))
    assert problem == "a.txt: its text is too long (more than 1,000,000 characters); split it"
    (document,) = read_bytes("a.txt", data[:900_000], SMALL).documents
    assert document.sentences


@pytest.mark.parametrize(
    "name", ["a\x1b[2Jb.txt", "a\u202etxt.exe", "a\nb.txt", "a\u200fb.txt", "a\x00.txt", "\ud800.txt"]
)
def test_names_that_steer(name: str) -> None:
    for brought in (read_bytes(name, TEXT.encode()), read_bytes(name, b"")):
        said = [*names(brought), *told(brought)]
        assert said
        assert not any(character in text for text in said for character in "\x1b\u202e\n\u200f\x00\ud800")
    inner = read_bytes("a.zip", packed({"x\u202ey\x1b.txt": TEXT}))
    assert names(inner) == ["a.zip/x\ufffdy\ufffd.txt"]


def test_metadata_that_steers() -> None:
    web = page(*PROSE, head="<title>The \u202egdirb\x1b[2J</title><meta name='author' content='T.\u200f\nReed'>")
    (document,) = read_bytes("a.html", web).documents
    assert not any(character in (document.title or "") for character in "\u202e\x1b")
    assert document.author == "T. Reed"


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "epub", "rtf", "html", "zip", "csv", "jsonl", "eml", "mhtml"])
def test_a_file_cut_anywhere_does_no_harm(kind: str) -> None:
    whole = {
        "pdf": lambda: pdf([[TEXT[:60]]]),
        "docx": lambda: docx(*PROSE),
        "odt": lambda: odt(f"<text:p>{TEXT}</text:p>"),
        "epub": lambda: epub({"one.xhtml": page(*PROSE).decode()}),
        "rtf": lambda: rtf(*PROSE),
        "html": lambda: page(*PROSE),
        "zip": lambda: packed({"a.txt": TEXT}),
        "csv": lambda: f'text,title\n"{TEXT}",x\n'.encode(),
        "jsonl": lambda: b'{"text": "It fell in 1950."}\n',
        "eml": lambda: mail(TEXT, Subject="x"),
        "mhtml": lambda: saved_page(page(*PROSE).decode(), "https://example.org/"),
    }[kind]()
    for at in range(0, len(whole), max(1, len(whole) // 25)):
        for data in (whole[:at], whole[:at] + struct.pack(">I", 0xDEADBEEF) + whole[at + 4 :]):
            brought = read_bytes(f"a.{kind}", data, SMALL)
            assert brought.documents or brought.problems
            assert all("\n" not in problem for problem in told(brought))


# --- what the documents say of all this


def test_what_is_said_to_be_tried_is_tried() -> None:
    tests = Path(__file__).parents[2]
    table = (tests.parent / "docs/reading.md").read_text(encoding="utf-8").partition("## Files made to do harm")[2]
    named = set(re.findall(r"`(test_\w+)`", table))
    there = {
        name
        for file in tests.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 15
    assert named - there == set()
