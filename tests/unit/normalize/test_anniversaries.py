"""Anniversaries: the day of marking, and what was marked. The article's date is 2013-02-12."""

import pytest

from tests.unit.normalize.explained import DCT, dated_by, last_of
from timeline import explain, find_mentions

RULES = frozenset(("anniversary",))

# text, words found, date or TIMEX3 value, what is implied
READ = [
    (
        "They will mark the centenary of the flood of 2 May 1913 with a stone.",
        "centenary",
        "2013-05-02",
        "1913-05-02",
    ),
    (
        "The 50th anniversary of the raid on Ostrow of Monday 4 March 1963 draws near.",
        "50th anniversary",
        "2013-03-04",
        "1963-03-04",
    ),
    (
        "On 9 May 1970, the 25th anniversary of the fire, a bell was rung.",
        "25th anniversary",
        "1970-05-09",
        "1945-05-09",
    ),
    ("In May 1970, the 25th anniversary of the fire, a bell was rung.", "25th anniversary", "1970-05", "1945"),
    ("In 2021 they marked the 60th anniversary of the treaty signed in 1961.", "60th anniversary", "2021", "1961"),
    ("The abbey was founded in 1150; its 800th anniversary was marked with beer.", "800th anniversary", "1950", "1150"),
    (
        "The pact dates from 5 June 1920. The 50th anniversary of the pact drew crowds.",
        "50th anniversary",
        "1970-06-05",
        "1920-06-05",
    ),
    ("The centenary of the bridge that opened in 1883 drew crowds.", "centenary", "1983", "1883"),
    ("On the 50th anniversary of the fire, in 1995, a bell was hung.", "50th anniversary", "1995", "1945"),
    (
        "He was knighted in 1902. On the tenth anniversary of his death, in May 1921, a statue was unveiled.",
        "tenth anniversary",
        "1921-05",
        "1911",
    ),
    (
        "Crowds marked the tenth anniversary of the fire, on 3 May 2003, that killed ten.",
        "tenth anniversary",
        "2013",
        "2003",
    ),
    ("The queen was crowned on 2 June 1903. Her golden jubilee was kept in 1953.", "golden jubilee", "1953", "1903"),
    (
        "Marie Holm was born in Lund on 7 May 1867. A museum opened for her centenary.",
        "centenary",
        "1967-05-07",
        "1867-05-07",
    ),
    (
        "Ostrow fell on 9 April 1703. The sixth anniversary of the fall of Ostrow was quiet.",
        "sixth anniversary",
        "1709-04-09",
        "1703-04-09",
    ),
    ("The 100-year anniversary of the flood was marked in 1990.", "100-year anniversary", "1990", "1890"),
    ("Karl Berg's 200th birthday fell in 2009.", "200th birthday", "2009", "1809"),
    ("They kept the sesquicentennial of the town in 1950.", "sesquicentennial", "1950", "1800"),
    ("The silver jubilee of the club was held in 1925.", "silver jubilee", "1925", "1900"),
    ("Their golden wedding was in 1960.", "golden wedding", "1960", "1910"),
    ("The diamond jubilee of Queen Olga was celebrated in 1897.", "diamond jubilee", "1897", "1837"),
    ("In 1989 came the bicentenary of the revolution.", "bicentenary", "1989", "1789"),
    ("The 500th anniversary of the voyage was marked in 1992.", "500th anniversary", "1992", "1492"),
    ("The tercentenary of the college came in 1936.", "tercentenary", "1936", "1636"),
    (
        "The dam opened on 5 May 1900. The 75th anniversary of its opening drew crowds.",
        "75th anniversary",
        "1975-05-05",
        "1900-05-05",
    ),
    ("The pact's 60th anniversary fell on 11 July 2021.", "60th anniversary", "2021-07-11", "1961-07-11"),
    ("The first anniversary of the coup was kept on 3 June 1974.", "first anniversary", "1974-06-03", "1973-06-03"),
    ("The town marks the 100th anniversary of the flood.", "100th anniversary", "2013", "1913"),
    (
        "The mill burnt on 3 June 1920. On the 10th anniversary of the fire a stone was set.",
        "10th anniversary",
        "1930-06-03",
        "1920-06-03",
    ),
    (
        "On 1 May 1950, the tenth anniversary of the raid, they met. They sang on the tenth anniversary.",
        "tenth anniversary",
        "1950-05-01",
        "1940-05-01",
    ),
    ("The 25th wedding anniversary of the Holms was in 1925.", "25th wedding anniversary", "1925", "1900"),
    ("Karl Berg was born on 3 May 1850. On his 70th birthday he rowed.", "70th birthday", "1920-05-03", "1850-05-03"),
    (
        "On 3 June 1974, the first anniversary of the coup, nobody came.",
        "first anniversary",
        "1974-06-03",
        "1973-06-03",
    ),
    ("The quincentenary of the press fell in 1976.", "quincentenary", "1976", "1476"),
]

# what is no anniversary, or one that nothing dates
NOT_READ = [
    "The anniversary waltz played.",
    "They walked in Centennial Park.",
    "The centenary edition sold out.",
    "On their anniversary they danced.",
    "It was her birthday.",
    "Happy birthday to the tower!",
    "He bought a birthday cake.",
    "She sang at 40 birthdays.",
    "The Golden Jubilee Bridge is shut.",
    "The jubilee was loud.",
    "They met on her 59th birthday.",
    "The anniversary of the coup was quiet.",
    "He won his 200th match.",
    "The 60th street of the town is long.",
    "Centennial celebrations are loud.",
    "The centennial park opened.",
]


@pytest.mark.parametrize(("text", "words", "value", "implied"), READ)
def test_read(text: str, words: str, value: str, implied: str) -> None:
    assert last_of(text, RULES) == (words, value, implied)


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text: str) -> None:
    assert dated_by(text, RULES) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They kept the 60th anniversary of the treaty.", "the 60th anniversary of the treaty"),
        ("They kept the 60th anniversary of the Korean War.", "the 60th anniversary of the Korean War"),
        ("They kept its 800th anniversary with beer.", "its 800th anniversary"),
        ("They kept the bicentenary of the battle of Ostrow.", "the bicentenary of the battle of Ostrow"),
    ],
)
def test_timex3_takes_the_article_and_what_is_marked(text: str, words: str) -> None:
    assert [m.text for m in find_mentions(text, published=DCT)] == [words]


def test_what_is_implied_says_where_it_stands() -> None:
    text = "On 9 May 1970, the 25th anniversary of the fire, a bell was rung."
    (implied,) = explain(text)[1].implied
    assert (implied.edtf, text[implied.start : implied.end]) == ("1945-05-09", "the fire")


def test_what_begins_another_date_is_left_to_it() -> None:
    words = [m.text for m in find_mentions("They kept the 5th anniversary of end of 2000.", published=DCT)]
    assert words == ["the 5th anniversary", "end of 2000"]
