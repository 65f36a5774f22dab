"""What a file gives, whatever kind it is: documents, problems and notes."""

from __future__ import annotations

from tests.unit.read.made import packed
from timeline.read import Brought, read_bytes
from timeline.settings import ReadLimits

TEXT = "A bridge at last\n\nThe council met in 1950. It voted to build the bridge.\n"


def told(brought: Brought) -> tuple[list[str], list[str]]:
    return [document.file for document in brought.documents], [str(problem) for problem in brought.problems]


def test_a_text() -> None:
    brought = read_bytes("notes/a.txt", TEXT.encode())
    (document,) = brought.documents
    assert (document.file, document.text, document.title) == ("notes/a.txt", TEXT, "A bridge at last")
    assert (brought.problems, brought.notes) == ((), ())
    assert read_bytes("notes/a.txt", TEXT.encode()) == brought


def test_an_empty_file_is_told() -> None:
    assert told(read_bytes("a.txt", b" \n")) == (
        [],
        ["a.txt: the file is empty; put the article's text into it or remove it"],
    )


def test_an_archive_with_what_is_known_of_its_files() -> None:
    sources = '[[source]]\nfile = "may/a.txt"\ntitle = "The Bridge"\nkind = "history"\nlicence = "CC0"\n'
    data = packed(
        {"top/sources.toml": sources, "top/may/a.txt": TEXT, "top/b.txt": TEXT + "More.", "top/c.jpg": b"\xff\xd8\xff"}
    )
    brought = read_bytes("letters.zip", data)
    assert told(brought) == (["letters.zip/top/b.txt", "letters.zip/top/may/a.txt"], [])
    known = brought.documents[1]
    assert (known.title, known.kind, known.licence, known.told_as) == ("The Bridge", "history", "CC0", "narrative")
    assert len({document.id for document in brought.documents}) == 2


def test_an_archive_without_an_article() -> None:
    for data in (packed({}), packed({"a.jpg": b"\xff\xd8\xff"})):
        files, (problem,) = told(read_bytes("a.zip", data))
        assert files == []
        assert problem.startswith("a.zip: no article is in it; it may hold .txt, ")


def test_what_is_wrong_in_an_archive_costs_that_file_only() -> None:
    brought = read_bytes("a.zip", packed({"a.txt": TEXT, "b.txt": "", "c.zip": b"PK\x03\x04 and no more"}))
    files, (empty, broken) = told(brought)
    assert files == ["a.zip/a.txt"]
    assert empty.startswith("a.zip/b.txt: the file is empty")
    assert broken.startswith("a.zip/c.zip: it is damaged")


def test_limits() -> None:
    assert told(read_bytes("a.txt", TEXT.encode(), ReadLimits(file_bytes=20)))[1] == [
        "a.txt: the file is too big (73 bytes, at most 20 bytes); split it"
    ]
    assert told(read_bytes("a.txt", TEXT.encode(), ReadLimits(text=20)))[1] == [
        "a.txt: its text is too long (more than 20 characters); split it"
    ]
