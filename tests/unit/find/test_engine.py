"""The engine: longest match first, passes, guards, offsets."""

import pytest

from timeline.find import find


def texts(sentence: str) -> list[str]:
    return [found.text for found in find(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nothing of time stands here.", []),
        ("", []),
        ("The dam (1933) held; the dam of 1934 did not.", ["1933", "1934"]),
        ("It lasted from 27 BC to AD 14.", ["from 27 BC to AD 14"]),
        ("It lasted from about 520 BC to 510 BC.", ["from about 520 BC to 510 BC"]),
        ("Since about 1850 it has leaked.", ["Since about 1850"]),
        ("By 1,950 metres the air is thin, by 1950 it was not.", ["by 1950"]),
        ("In May\n1968 is a line of its own.", ["May", "1968"]),
        ("On 3\u00a0May\u00a01968 it rained.", ["3\u00a0May\u00a01968"]),
        ("😀 In 1848 é the ﬁrst train ran.", ["1848"]),
    ],
)
def test_what_is_found(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


def test_offsets_are_code_points_of_the_text() -> None:
    text = "😀 Zoë was born in 1848,\nand on 3 May 1901 — “no” — she left.\n\n𝔘 1902"
    found = find(text)
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]
    assert [f.text for f in found] == ["1848", "3 May 1901", "1902"]


def test_the_parts_of_a_composite_stand_where_they_say() -> None:
    text = "They dug between May 1940 and June 1941."
    (found,) = find(text)
    assert {name: (text[p.start : p.end], p.rule) for name, p in found.parts.items()} == {
        "part_first": ("May 1940", "date-month-year"),
        "part_last": ("June 1941", "date-month-year"),
    }


def test_the_words_for_a_thing_end_with_their_clause() -> None:
    (found,) = find("One year before the attack of the north on the south the harvest failed.")
    assert found.groups["object"] == "the attack of the north on the south"


def test_private_use_characters_of_a_text_are_no_marks() -> None:
    assert texts("between \ue000 and \ue001, since \ue002") == []


def test_a_long_line_without_dates_is_read_in_one_go() -> None:
    assert texts("may " * 50_000) == []
