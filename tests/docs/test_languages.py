"""The page on languages: every cell of its table is read as it says, and no language is left out."""

import re
from pathlib import Path

import pytest

from timeline import explain
from timeline.languages import FIRST, languages

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| ([a-z]{2}) \| (.*) \|$", PAGE)
CELLS = [(code, *cell.split(" → ")) for code, row in ROWS for cell in row.split(" | ")]


def test_every_language_has_its_row() -> None:
    assert [code for code, _ in ROWS] == sorted(set(languages()) - {FIRST})


@pytest.mark.parametrize(("language", "words", "edtf"), CELLS)
def test_cell(language: str, words: str, edtf: str) -> None:
    assert [m.edtf for m in explain(words, "2013-02-12", language=language)] == [edtf]
