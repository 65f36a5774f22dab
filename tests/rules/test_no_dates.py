"""What is no date stays out, and what is one stays in: sentences by kind."""

import pytest

from tests.rules.no_dates import DATES, NO_DATES, SET_ASIDE
from timeline import explain

DCT = "2013-02-12"
REFERENCE = "a reference to a publication, not a date of the story"


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def with_kind(table: dict[str, str]) -> list[object]:
    return [pytest.param(line, id=f"{kind}: {line}") for kind, block in table.items() for line in lines(block)]


@pytest.mark.parametrize("sentence", with_kind(NO_DATES))
def test_no_date_is_found(sentence: str) -> None:
    assert [(m.text, m.rule) for m in explain(sentence, published=DCT)] == []


@pytest.mark.parametrize("line", with_kind(SET_ASIDE))
def test_a_reference_to_a_publication_is_set_aside(line: str) -> None:
    sentence, words = line.split(" | ")
    assert [(m.text, m.outcome, m.edtf, m.reason) for m in explain(sentence, published=DCT)] == [
        (words, "set aside", None, REFERENCE)
    ]


@pytest.mark.parametrize("line", with_kind(DATES))
def test_dates_stay_in(line: str) -> None:
    sentence, words = line.split(" | ")
    assert [m.text for m in explain(sentence, published=DCT)] == words.split("; ")


def test_the_tables_are_long() -> None:
    counts = [sum(len(lines(block)) for block in table.values()) for table in (NO_DATES, DATES)]
    assert counts[0] >= 300
    assert counts[1] >= 150
