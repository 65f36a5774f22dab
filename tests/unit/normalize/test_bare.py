"""Mentions as TIMEX3 delimits them: bare dates, each end of a range by itself."""

import pytest

from timeline import EdtfError, explain, find_mentions

DCT = "2013-02-12"

BARE = [
    ("It was shut between 1950 and 1953.", [("1950", "1950"), ("1953", "1953")]),
    ("The mill has stood still since 1871.", [("1871", "1871")]),
    ("They left by early May 1902.", [("early May 1902", "1902-05")]),
    ("The fair of 3–5 June 1931 was wet.", [("3", "1931-06-03"), ("5 June 1931", "1931-06-05")]),
    (
        "She sang from the 2nd to the 6th of July 1888.",
        [("the 2nd", "1888-07-02"), ("the 6th of July 1888", "1888-07-06")],
    ),
    ("He wrote from 30 to 19 BC.", [("30", "BC0030"), ("19 BC", "BC0019")]),
    ("He was born in 1914 or 1915.", [("1914", "1914"), ("1915", "1915")]),
    ("It was cast perhaps in 1640.", [("1640", "1640")]),
    ("It was cast about 1640.", [("about 1640", "1640")]),
    ("The strike of March–June 1962 failed.", [("March", "1962-03"), ("June 1962", "1962-06")]),
    ("Stamped 9.11.1989 in red.", [("9.11.1989", "1989-09-11,1989-11-09")]),
    ("Nobody came.", []),
    ("He was born during the Korean War.", [("the Korean War", "1950/1953")]),
    ("Opposition to the Korean War grew.", []),
    ("The Korean War", [("The Korean War", "1950/1953")]),
    ("It was shut at the end of the Korean War.", [("the end of the Korean War", "1953")]),
    ("That was the end of the Korean War.", []),
    ("She took part in the Korean War.", []),
    ("She was born in the Korean War.", [("the Korean War", "1950/1953")]),
    ("The Korean War\nIt began with a raid.", []),
    ("They drew scenes of the Middle Ages.", [("the Middle Ages", "0500/1500")]),
]


BY_YEARS = "It began in 1750, grew in 1760 and ended in 1770. "
NAMES = [
    ("He was born during the Korean War.", [("the Korean War", "1950/1953")]),
    ("After the Battle of Waterloo he fled.", [("the Battle of Waterloo", "1815-06-18")]),
    ("Scenes of the Middle Ages hung there.", [("the Middle Ages", "0500/1500")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_that_says_when_is_given_also_where_years_stand_beside_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    mentions = find_mentions(BY_YEARS + text, published=DCT)
    assert [(m.text, m.value) for m in mentions[3:]] == expected


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_bare_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    mentions = find_mentions(text, published=DCT)
    assert [(m.text, m.value) for m in mentions] == expected
    assert all(text[m.start : m.end] == m.text and not m.annotations for m in mentions)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "战争从1950年到1953年。", ["1950年", "1953年"]),
        ("zh", "1950年3月5日至7日", ["1950年3月5日", "7日"]),
        ("zh", "合同(1931-1936)作废。", ["1931", "1936"]),
        ("ja", "1950年3月～5月", ["1950年3月", "5月"]),
        ("ko", "전쟁은 1950년부터 1953년까지 계속되었다.", ["1950년", "1953년"]),
    ],
)
def test_the_ends_of_a_range_keep_the_marks_of_their_figures(language: str, text: str, expected: list[str]) -> None:
    assert [m.text for m in find_mentions(text, DCT, language=language)] == expected


def test_the_date_of_a_bare_mention_is_that_of_the_whole() -> None:
    assert [m.edtf for m in find_mentions("It was shut between 1950 and 1953, and since 1960.")] == [
        "1950/1953", "1950/1953", "1960/..",
    ]  # fmt: skip
    assert [m.text for m in explain("It was shut between 1950 and 1953.")] == ["between 1950 and 1953"]


@pytest.mark.parametrize(
    ("published", "value"),
    [("25-12-2009", "2009-12-24"), ("2009-12-25", "2009-12-24"), ("05.05.2009", "2009-05-04")],
)
def test_a_publication_date_in_figures(published: str, value: str) -> None:
    assert [m.value for m in find_mentions("It fell yesterday.", published=published)] == [value]


@pytest.mark.parametrize("published", ["13-14-2009", "00-01-2009", "12 February 2013", "2009-13-01", "", "yesterday"])
def test_what_is_no_publication_date(published: str) -> None:
    with pytest.raises(EdtfError, match=r"is no (EDTF )?date"):
        find_mentions("It fell yesterday.", published=published)
