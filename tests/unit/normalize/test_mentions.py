"""Texts to values, grouped by what is expected. The article's date is 2013-02-12, a Tuesday, unless said otherwise."""

import pytest

from timeline import EdtfError, explain, find_mentions

DCT = "2013-02-12"


def values(text: str, published: str | None = DCT, genre: str | None = None) -> list[str]:
    return [m.edtf or m.value for m in explain(text, published=published, genre=genre)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        ("1961-07-11", ["on 11 July 1961", "on July 11, 1961", "on the 11th of July, 1961", "1961-07-11"]),
        ("1961-07", ["in July 1961", "in July of 1961", "in July, 1961", "in JULY 1961"]),
        ("193X", ["in the 1930s", "during the 1930's", "the mid-1930s", "in the early 1930s"]),
        ("18XX", ["the 19th century", "in the nineteenth century", "a 19th-century hall", "the 1800s"]),
        ("-0499/-0400", ["the 5th century BC", "the fifth century B.C.", "a 5th-century BCE vase"]),
        ("-0043", ["in 44 BC", "in 44 B.C.", "in 44 BCE"]),
        ("0079", ["in AD 79", "in 79 CE", "in A.D. 79"]),
        ("1950/1953", ["1950–53", "1950-1953", "from 1950 to 1953", "between 1950 and 1953", "in 1950—1953"]),
        ("1962-03/1962-06", ["from March to June 1962", "March–June 1962", "between March and June 1962"]),
        ("1962-21", ["in spring 1962", "in the spring of 1962"]),
        ("1945/..", ["since 1945", "ever since 1945", "from 1945 onwards", "after 1945", "1945–present"]),
        ("../1453", ["before 1453", "until 1453", "by 1453", "prior to 1453", "no later than 1453"]),
        ("1850~", ["about 1850", "c. 1850", "circa 1850", "around 1850", "1850 or so"]),
        ("[1914,1915]", ["in 1914 or 1915", "1914 or in 1915"]),
        ("2013-02-11", ["yesterday", "last Monday", "on Monday it rained"]),
        ("2013-02-15", ["they will meet on Friday", "next Friday"]),
        ("../2013-02-14", ["he said it would stay shut until Thursday"]),
        ("../2013-06-30", ["they promised money by June 30"]),
        ("2013-02-04/2013-02-10", ["last week"]),
        ("2013-01", ["last month", "in January"]),
        ("2012", ["last year", "a year ago"]),
        ("2008", ["five years ago"]),
        ("2012-12-25", ["on 25 December", "on Dec. 25"]),
        ("2013-12-25", ["on 25 December it will shut"]),
        ("PAST_REF", ["recently", "in the past", "some years ago"]),
        ("FUTURE_REF", ["Decades later", "a few days later"]),
        ("P20Y", ["for 20 years", "a 20-year lease", "over twenty years"]),
        ("XXXX-WXX-1", ["every Monday"]),
    ],
)  # fmt: skip
def test_value(expected: str, texts: list[str]) -> None:
    for text in texts:
        assert values(f"The tower, {text}.") == [expected], text


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,950 people came.",
        "Take Route 1961 to the coast.",
        "It may rain, and they march on.",
        "Apartment 1848 is let.",
        "The score was 3–2.",
        "He owes $2013 and €1999.",
        "Version 1.1950 of the tool is out.",
        "Call 01950 161718.",
        "Section 1914 applies.",
        "She sat by the sun dial.",
        "A second helping, please.",
        "About 1900 soldiers fell.",
        "Flight 1990 is late.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    dated = [m.text for m in find_mentions(text, published=DCT) if m.edtf]
    assert dated == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was dug in 1871. Two years later it leaked. The following year it was shut.", ["1871", "1873", "1874"]),
        ("In 1348 the plague came. In June the gates were shut.", ["1348", "1348-06"]),
        ("They fled in November 1620; in January they were back.", ["1620-11", "1621-01"]),
        ("He ruled from 27 BC to AD 14. In 9 AD he lost three legions.", ["-0026/0014", "0009"]),
        ("In 490 BC they came. In 480, they came again.", ["-0489", "-0479"]),
        ("On 3 May 1910 the king fell ill; three days later he died.", ["1910-05-03", "1910-05-06"]),
    ],
)
def test_story_time(text: str, expected: list[str]) -> None:
    assert values(text, genre="narrative") == expected


def test_without_a_date_of_its_own_an_article_leaves_relative_dates_open() -> None:
    (mention,) = find_mentions("The bridge fell on Sunday.")
    assert (mention.value, mention.edtf, mention.grade, mention.outcome) == ("XXXX-WXX-7", None, "C", "undated")
    assert "nothing says when the article was written" in mention.reason


def test_a_rough_date_of_the_article_gives_rough_dates() -> None:
    assert values("The envoy called last week.", published="2021-07") == ["2021-07~"]
    assert values("It rained last month.", published="2021-07") == ["2021-06"]


def test_a_published_date_that_is_no_edtf_is_refused() -> None:
    with pytest.raises(EdtfError, match="is no EDTF date"):
        find_mentions("yesterday", published="12 February 2013")


@pytest.mark.parametrize(
    ("text", "marking", "marked"),
    [
        ("In 2021 they held the 60th anniversary of the treaty.", "2021", "1961"),
        ("Bells rang for the 60th anniversary of the treaty signed in 1961.", "2021", "1961"),
        ("The abbey was founded in 1150; its 800th anniversary drew crowds.", "1950", "1150"),
        ("The pact dates from 5 June 1920. The 50th anniversary of the pact drew crowds.", "1970-06-05", "1920-06-05"),
        ("The centenary of the bridge that opened in 1883 drew crowds.", "1983", "1883"),
    ],
)  # fmt: skip
def test_an_anniversary_dates_both_days(text: str, marking: str, marked: str) -> None:
    (mention,) = [m for m in find_mentions(text) if m.rule == "anniversary"]
    assert mention.edtf == marking
    assert [i.edtf for i in mention.implied] == [marked]


def test_words_beside_a_date_date_the_happening_that_they_count_from() -> None:
    text = "The pact was made in 1922, just one year before the great fire of Ostrow."
    mention = find_mentions(text)[1]
    assert (mention.text, mention.edtf) == ("just one year before the great fire of Ostrow", "1922")
    (implied,) = mention.implied
    assert (implied.edtf, text[implied.start : implied.end]) == ("1923", "the great fire of Ostrow")


def test_the_first_since_implies_one_before() -> None:
    (mention,) = explain("It was the first regatta on the lake since 1998.")
    assert mention.edtf == "1998/.."
    assert [i.edtf for i in mention.implied] == ["1998"]
    (onwards,) = explain("He was the first to row the lake from 1998 onwards.")
    assert onwards.implied == ()


def test_what_only_looks_like_a_date_leaves_its_year() -> None:
    assert values("The 31 February 1960 ticket is forged, like that of 11/45/1961.") == ["1960", "1961"]


def test_years_that_run_backwards_leave_both() -> None:
    assert values("It lasted from 1953 to 1950.") == ["1953", "1950"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("On the 50th anniversary of the fire, in 1995, a bell was hung.", ("1995", "1945")),
        ("Fifty years after the fire, in 1995, they met.", ("1995", "1945")),
    ],
)
def test_a_year_behind_says_when_it_was(text: str, marked: tuple[str, str]) -> None:
    mention = find_mentions(text)[0]
    assert (mention.edtf, mention.implied[0].edtf) == marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in 1666. One hundred and fifty years later it stood.", ["1666", "1816"]),
        ("It fell in 1666. A quarter of a century later it stood.", ["1666", "1691~"]),
        ("Ice lay here in 10,000 BC, or 12,000 years ago.", ["-9999", "-9987~"]),
        ("The '10s were dry, the '80s wet.", ["201X", "198X"]),
        ("The first half of the 1st century was calm.", ["0001/0050"]),
        ("Last century ended in 2000.", ["19XX", "2000"]),
        ("In AD 200, 201 and 202 were far. In 203, it came.", ["0200", "0203"]),
        ("A prohibition of bells came in 1850.", ["1850"]),
    ],
)
def test_numbers_and_rounds(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_every_mention_says_why() -> None:
    text = "In 1871 it stood. Two years later it fell, on a Sunday, after many years. Last week it was rebuilt."
    for mention in find_mentions(text, published=DCT):
        assert mention.derivation
        assert text[mention.start : mention.end] == mention.text
        assert mention.outcome == "open" or mention.reason


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("French", "La paix fut signée le 11 novembre 1918, dit-on.", "1918-11-11"),
        ("German", "Am 3. Oktober 1990 war es soweit.", "1990-10-03"),
        ("Spanish", "Nació el 25 de octubre de 1881 en Málaga.", "1881-10-25"),
        ("Italian", "La repubblica nacque il 2 giugno 1946.", "1946-06-02"),
    ],
)
def test_full_dates_in_other_languages(language: str, text: str, expected: str) -> None:
    (mention,) = find_mentions(text)
    assert (mention.rule, mention.edtf) == ("foreign", expected)
    assert language in mention.derivation[0]
