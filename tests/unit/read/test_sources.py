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
shelf = 12

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
        ('[[sources]]\nfile = "a.txt"\n', None, r"no \[\[source\]\]"),
    ],
)
def test_a_broken_file_gives_no_entries(text: str, line: int | None, says: str) -> None:
    sources, (problem,) = read_sources(text, "sources.toml")
    assert sources == ()
    assert problem.line == line
    with pytest.raises(type(problem), match=says):
        raise problem
