"""Mistakes in sources.toml are told with their line, and cost no more than their entry."""

from __future__ import annotations

import pytest

from timeline.read.sources import read_sources

GOOD = '[[source]]\nfile = "a.txt"\ntitle = "A"\n'


def test_all_keys() -> None:
    text = """# what is known
[[source]]
file = "./sub/a.txt"
title = "A bridge"
author = "T. Reed"
publisher = "The Post"
published = "2011-05"
url = "https://example.org/a"
language = "en"
note = "Retold."

[[source]]
file = "b.txt"
published = 2011-05-03
author = ""
"""
    (a, b), problems = read_sources(text, "sources.toml")
    assert problems == ()
    assert (a.file, a.published, a.line) == ("sub/a.txt", "2011-05", 3)
    assert a.texts == {
        "title": "A bridge",
        "author": "T. Reed",
        "publisher": "The Post",
        "url": "https://example.org/a",
        "language": "en",
        "note": "Retold.",
    }
    assert (b.file, b.published, b.texts) == ("b.txt", "2011-05-03", {})


def test_accents_are_compared_in_one_form() -> None:
    (source,), _ = read_sources('[[source]]\nfile = "cafe\u0301.txt"', "sources.toml")
    assert source.file == "caf\u00e9.txt"


@pytest.mark.parametrize("text", ["", "# nothing is known\n"])
def test_nothing_known(text: str) -> None:
    assert read_sources(text, "sources.toml") == ((), ())


@pytest.mark.parametrize(
    ("entry", "line", "says"),
    [
        ('[[source]]\ntitle = "B"', 5, "names no file"),
        ("[[source]]\nfile = 3", 6, "names no file"),
        ('[[source]]\nfile = "b.txt"\ntitle = 1984', 7, "title must be a text"),
        ('[[source]]\nfile = "b.txt"\nurl = ["x"]', 7, "url must be a text"),
        ('[[source]]\nfile = "b.txt"\npublished = "3 May 2011"', 7, '\'?"?3 May 2011"? is no EDTF date'),
        ('[[source]]\nfile = "b.txt"\npublished = "2011-13"', 7, "no EDTF date"),
        ('[[source]]\nfile = "b.txt"\n\npublished = 2011', 8, "quotation marks"),
        ('[[source]]\nfile = "b.txt"\npublished = 2011-05-03T10:00:00', 7, "quotation marks"),
        ('[[source]]\nfile = "b.txt"\ngenre = "poem"', 7, 'genre = "poem" is none that is known: write "news"'),
        ('[[source]]\nfile = "b.txt"\ngenre = 1', 7, "quotation marks"),
        ('[[source]]\nfile = "../b.txt"', 6, "leads out of the folder"),
        ('[[source]]\nfile = "sub/../../b.txt"', 6, "leads out of the folder"),
        ('[[source]]\nfile = "/etc/b.txt"', 6, "leads out of the folder"),
        ('[[source]]\nfile = "C:\\\\b.txt"', 6, "leads out of the folder"),
        ('[[source]]\nfile = "..\\\\b.txt"', 6, "leads out of the folder"),
        ('[[source]]\nfile = "./a.txt"', 6, "named a second time, first in line 2"),
    ],
)
def test_a_bad_entry_leaves_the_good_one(entry: str, line: int, says: str) -> None:
    sources, (problem,) = read_sources(f"{GOOD}\n{entry}\n", "folder/sources.toml")
    assert [source.file for source in sources] == ["a.txt"]
    assert problem.line == line
    assert problem.path == "folder/sources.toml"
    assert str(problem).startswith(f"sources.toml, line {line}: ")
    with pytest.raises(type(problem), match=says):
        raise problem


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD + "author = T. Reed\n", 4, "no TOML"),
        (GOOD + 'author = "T. Reed\n', 4, "no TOML"),
        (GOOD + 'title = "again"\n', 4, "no TOML"),
        (GOOD + 'author = """T. Reed', 4, "no TOML"),
        ('[source]\nfile = "a.txt"\n', 1, r"\[\[source\]\]"),
        ('source = "a.txt"\n', 1, r"\[\[source\]\]"),
        ('[[sources]]\nfile = "a.txt"\n', 1, r"\[\[sources\]\] has no meaning here: .* \[\[source\]\]"),
    ],
)
def test_a_broken_file_gives_no_entries(text: str, line: int | None, says: str) -> None:
    sources, (problem,) = read_sources(text, "sources.toml")
    assert sources == ()
    assert problem.line == line
    with pytest.raises(type(problem), match=says):
        raise problem


@pytest.mark.parametrize(
    ("before", "entry", "after", "line", "says"),
    [
        ("", 'author_ = "T. Reed"', "", 4, "the key author_ has no meaning here: write author"),
        ("", "shelf.row = 12", "", 4, "the key shelf has no meaning here: known are file, published, title"),
        ("", 'publisher = "The Post"', '\n[[sorce]]\nfile = "b.txt"', 6, r"\[\[sorce\]\] has no meaning here"),
        ("title = 3\n", "", "", 1, "title must be a text in quotation marks"),
        ('titel = "All"\n', "", "", 1, "the key titel has no meaning here: write title"),
        ("", "", '\n[author]\nname = "T. Reed"', 6, r"\[\[author\]\] has no meaning here"),
    ],
)
def test_a_key_without_meaning_is_told_and_the_rest_is_read(
    before: str, entry: str, after: str, line: int, says: str
) -> None:
    (source,), (problem,) = read_sources(f"{before}{GOOD}{entry}\n{after}", "sources.toml")
    assert source.texts["title"] == "A"
    assert problem.line == line
    with pytest.raises(type(problem), match=says):
        raise problem


def test_what_tells_of_the_whole_collection_is_known() -> None:
    keys = 'title = "Mills"\ndescription = "d"\nlanguage = "en"\nnote = "n"\nlicence = "CC0"\n'
    (source,), problems = read_sources(keys + GOOD, "sources.toml")
    assert (source.file, problems) == ("a.txt", ())
    assert read_sources(keys, "sources.toml") == ((), ())
