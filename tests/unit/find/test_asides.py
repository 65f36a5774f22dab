"""Wholes that have the look of a date and are none: what they use up, and that they take nothing else with them."""

import pytest

from timeline.find import find


@pytest.mark.parametrize(
    ("text", "wholes", "dates"),
    [
        ("Flight BA 1549 came down on 15 January 2009.", ["Flight BA 1549"], ["15 January 2009"]),
        ("Rooms 1911 and 1918 were painted in 1919.", ["Rooms 1911 and 1918"], ["1919"]),
        ("On 3 May 1968 she sang “August 1914” in Exit 1911.", ["“August 1914”", "Exit 1911"], ["3 May 1968"]),
        ("In 1850 it was late (Reed 1987), in 1851 early.", ["(Reed 1987)"], ["1850", "1851"]),
        ("1848 was dark.", [], ["1848"]),
        ("", [], []),
    ],
)
def test_wholes_and_dates(text: str, wholes: list[str], dates: list[str]) -> None:
    everything = find(text, asides=True)
    assert [f.text for f in everything if f.reading in {"aside", "reference"}] == wholes
    assert [f.text for f in everything if f.reading not in {"aside", "reference"}] == dates
    assert [text[f.start : f.end] for f in everything] == [f.text for f in everything]


def test_without_asides_only_references_are_left() -> None:
    assert [f.reading for f in find("Exit 1911 is dark (Reed 1987).")] == ["reference"]


def test_many_wholes_in_one_line_are_all_recognised() -> None:
    found = find("Exit 1911 is dark (Reed 1987). " * 200, asides=True)
    assert [f.text for f in found] == ["Exit 1911", "(Reed 1987)"] * 200
