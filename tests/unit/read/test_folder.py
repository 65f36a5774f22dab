"""Folders and files: what is read, in which order, and one clear sentence for all that is not."""

from __future__ import annotations

import os
import warnings
from hashlib import sha256
from pathlib import Path

import pytest

from timeline.errors import EdtfError, ReadError, SourcesError
from timeline.model import Published
from timeline.read import ReadWarning, document_from_text, read_documents
from timeline.settings import LIMITS

TEXT = "A bridge at last\n\nThe council met in 1950. It voted to build the bridge.\n"
ARTICLES = Path(__file__).resolve().parents[3].parent / "shared" / "articles"


def write(place: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        file = place / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


def read(place: Path) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    documents = read_documents(place, on_problem=lambda problem: problems.append(str(problem)))
    return [document.file for document in documents], problems


def test_a_document_is_what_the_file_holds(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT.replace("\n", "\r\n"))
    (document,) = read_documents(tmp_path)
    assert document.text == (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert document.sha256 == sha256((tmp_path / "a.txt").read_bytes()).hexdigest()
    assert document.title == "A bridge at last"
    assert document.published == Published(None, "unknown", "nothing says when this was written")
    assert [document.text[s.start : s.end] for s in document.sentences] == [
        "A bridge at last",
        "The council met in 1950.",
        "It voted to build the bridge.",
    ]
    assert document.encoding == "utf-8"


def test_order_kinds_and_what_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a_md=TEXT, sub__c_TXT=TEXT, Z_txt=TEXT, d_jpg=b"\xff\xd8\xff", _hidden_txt=TEXT)
    write(tmp_path, _git__e_txt=TEXT)
    assert read(tmp_path) == (["Z.txt", "a.md", "b.txt", "sub/c.TXT"], [])


def test_links_may_not_leave_the_folder(tmp_path: Path) -> None:
    inside = write(tmp_path / "in", a_txt=TEXT)
    outside = write(tmp_path / "out", secret_txt=TEXT)
    (inside / "out.txt").symlink_to(outside / "secret.txt")
    (inside / "loop").symlink_to(inside)
    (inside / "again.txt").symlink_to(inside / "a.txt")
    assert read(inside) == (["a.txt", "again.txt"], [])


def test_ids_are_stable_and_differ(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT, c_txt=TEXT + "More.")
    first, second = read_documents(tmp_path), read_documents(str(tmp_path))
    assert first == second
    assert len({document.id for document in first}) == 3
    (alone,) = read_documents(tmp_path / "b.txt")
    assert alone == first[1]


def test_metadata(tmp_path: Path) -> None:
    sources = (
        '[[source]]\nfile = "a.txt"\ntitle = "The Bridge"\nauthor = "T. Reed"\npublisher = "The Post"\n'
        'published = "2011-05"\nurl = "https://example.org"\nnote = "Retold."\nlanguage = "en"\ngenre = "narrative"'
    )
    write(tmp_path, a_txt=TEXT, sources_toml=sources)
    (document,) = read_documents(tmp_path)
    assert document.title == "The Bridge"
    assert (document.author, document.publisher, document.url) == ("T. Reed", "The Post", "https://example.org")
    assert (document.note, document.language, document.genre) == ("Retold.", "en", "narrative")
    assert document.published == Published("2011-05", "given", "sources.toml says so")
    assert read_documents(tmp_path / "a.txt") == (document,)


def test_a_bad_sources_file_costs_its_metadata_only(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, sources_toml='[[source]]\nfile = "a.txt\n')
    files, (problem,) = read(tmp_path)
    assert files == ["a.txt"]
    assert problem.startswith("sources.toml, line 2: ")


def test_a_file_that_sources_names_in_vain(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, sources_toml='[[source]]\nfile = "a.txt"\n\n[[source]]\nfile = "b.txt"\n')
    problems: list[ReadError] = []
    read_documents(tmp_path, on_problem=problems.append)
    (problem,) = problems
    assert isinstance(problem, SourcesError)
    assert problem.line == 5
    assert "'b.txt'" in str(problem)
    assert read_documents(tmp_path / "a.txt", on_problem=problems.append)
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "bad.txt: the file is empty"),
        (b" \n\t\r\n", "bad.txt: the file is empty"),
        (b"\xef\xbb\xbf", "bad.txt: the file is empty"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01",
            "bad.txt: it is a picture; have its text recognised first (OCR), and bring in the text",
        ),
        (b"\x01\x02\x03 ab", "bad.txt: it is no text: 3 of its 6 characters are control characters"),
    ],
)
def test_a_bad_file_is_told_and_the_good_one_read(tmp_path: Path, content: bytes, says: str) -> None:
    write(tmp_path, a_txt=TEXT, bad_txt=content)
    files, (problem,) = read(tmp_path)
    assert files == ["a.txt"]
    assert problem.startswith(says)
    with pytest.warns(ReadWarning, match="bad.txt"):
        assert len(read_documents(tmp_path)) == 1


def test_the_warning_points_at_the_caller(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, bad_txt=b"")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        read_documents(tmp_path)
    assert [Path(warning.filename).name for warning in caught] == ["test_folder.py"]


def test_too_big(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LIMITS.file_bytes + 1)
    files, (problem,) = read(tmp_path)
    assert files == ["a.txt"]
    assert problem == "big.txt: the file is too big (50 MB, at most 50 MB); split it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT)
    (tmp_path / "b.txt").chmod(0)
    files, (problem,) = read(tmp_path)
    assert files == ["a.txt"]
    assert "permission" in problem.lower()


def test_what_is_no_ordinary_file(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    files, problems = read(tmp_path)
    assert files == ["a.txt"]
    assert [problem.split(":")[0] for problem in problems] == ["gone.txt", "pipe.txt"]


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere: there is no such file or folder") as caught:
        read_documents(tmp_path / "nowhere")
    assert caught.value.path == str(tmp_path / "nowhere")
    with pytest.raises(ReadError, match=r"no article is in this folder; put .txt, .pdf, .docx or .html files into it"):
        read_documents(tmp_path)
    write(tmp_path, a_jpg=b"\xff\xd8\xff", sources_toml="")
    with pytest.raises(ReadError, match="no article is in this folder"):
        read_documents(tmp_path)
    with pytest.raises(ReadError, match=r"a\.jpg: it is a picture"):
        read_documents(tmp_path / "a.jpg")
    write(tmp_path, b_txt=b"\0\0\0", c_txt=b"")
    problems: list[ReadError] = []
    with pytest.raises(ReadError, match="could not read any of its 2 articles"):
        read_documents(tmp_path, on_problem=problems.append)
    assert [problem.path for problem in problems] == ["b.txt", "c.txt"]
    with pytest.raises(ReadError, match=r"c\.txt: the file is empty"):
        read_documents(tmp_path / "c.txt")


def test_every_problem_is_one_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=b"\0", c_txt=b" ", sources_toml='[[source]]\nfile = "../x"\n[[source]]\n')
    _, problems = read(tmp_path)
    assert len(problems) == 4
    for problem in problems:
        name, _, sentence = problem.partition(": ")
        assert name
        assert ";" in sentence or ":" in sentence
        assert "\n" not in problem
        assert str(tmp_path) not in problem


def test_a_text_from_the_caller() -> None:
    document = document_from_text(TEXT, file="notes", published="2011-05", title="The Bridge")
    assert (document.file, document.title) == ("notes", "The Bridge")
    assert document.published == Published("2011-05", "given", "the caller gives it")
    assert document.text == TEXT
    assert document.sentences
    assert document == document_from_text(TEXT, file="notes", published="2011-05", title="The Bridge")
    with pytest.raises(EdtfError):
        document_from_text(TEXT, published="May 2011")


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the reference articles are not beside the project")
def test_the_reference_articles_are_read_unchanged() -> None:
    documents = read_documents(ARTICLES, on_problem=lambda problem: pytest.fail(str(problem)))
    assert len(documents) == 5
    for document in documents:
        assert document.text == (ARTICLES / document.file).read_text(encoding="utf-8")
    assert [document.title is None for document in documents] == [False, True, False, False, True]
    kinds = [sorted({zone.kind for zone in document.zones}) for document in documents]
    assert kinds == [["furniture", "title"], [], ["publication", "title"], ["furniture", "title"], ["furniture"]]
