"""Dates in histories that count from the time told: seasons, halves, limits, days of a month, years before 1000."""

import pytest

from timeline import find_mentions

TOLD = [
    (
        "The winter of 1812–13 was hard. In the following spring he was back.",
        "the following spring",
        "1813-21",
        "1813-SP",
    ),
    ("The mill opened in 1790. Half a century later it burnt.", "Half a century later", "1840~", "1840"),
    ("The fleets met in March 479 BC. That same day the army won.", "That same day", "-0478-03-XX", "BC0479-03-XX"),
    ("They landed in October 1915; four days later the town fell.", "four days later", "1915-10~", "1915-XX-XX"),
    ("They landed on 8 November 1745 and won a week later.", "a week later", "1745-11-15/1745-11-21", "1745-W46"),
    (
        "They met on 7 September 1812 (26 August Old Style). Two days later he left.",
        "Two days later",
        "1812-09-09",
        None,
    ),
    ("By 20 May 1951 they had been halted. At month's end they fell back.", "month's end", "1951-05", None),
    ("In 480 BC it was over. In 338 BC, on 2 August, all was decided.", "2 August", "-0337-08-02", None),
    ("He came here in 1884. Another event of this year was a fire.", "this year", "1884", None),
]


@pytest.mark.parametrize(("text", "words", "edtf", "value"), TOLD)
def test_counts_from_what_was_told(text: str, words: str, edtf: str, value: str | None) -> None:
    mention = next(m for m in find_mentions(text, published="2013-02-12", genre="narrative") if m.text == words)
    assert mention.edtf == edtf
    assert value in {None, mention.value}
