"""What each language reads, and what it leaves alone: its table of sentences, read on 12 February 2013."""

import tomllib
from pathlib import Path

import pytest

from timeline import explain
from timeline.languages import FIRST, languages

DCT = "2013-02-12"
TABLES = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(Path(__file__).parent.joinpath("tables").glob("*.toml"))
}


def test_every_other_language_has_a_table_as_long_in_what_is_no_date() -> None:
    assert set(TABLES) == set(languages()) - {FIRST}
    assert all(len(table["dates"]) >= 25 and len(table["none"]) >= 25 for table in TABLES.values())


@pytest.mark.parametrize(
    ("language", "sentence", "words", "edtf"),
    [
        pytest.param(code, *row, id=f"{code}-{n}")
        for code, table in TABLES.items()
        for n, row in enumerate(table["dates"])
    ],
)
def test_date(language: str, sentence: str, words: str, edtf: str) -> None:
    assert [(m.text, m.edtf) for m in explain(sentence, DCT, language=language) if m.edtf][-1:] == [(words, edtf)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(code, row, id=f"{code}-{n}")
        for code, table in TABLES.items()
        for n, row in enumerate(table["none"])
    ],
)
def test_none(language: str, sentence: str) -> None:
    assert [(m.text, m.edtf) for m in explain(sentence, DCT, language=language) if m.edtf] == []
