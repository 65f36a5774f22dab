"""Ages and reigns: lengths of time, which date what is told where a birth or accession is dated.

The article's date is 2013-02-12."""

import pytest

from tests.unit.normalize.explained import DCT, dated_by, last_of
from timeline import explain, find_mentions

RULES = frozenset(
    (
        "duration",
        "age-at",
        "age-of",
        "age-when",
        "age-then",
        "age-turned",
        "age-year-of-life",
        "year-of-reign",
        "into-reign",
    )
)

# text, words found, date or TIMEX3 value, what is implied
READ = [
    ("Anna Holm (1850–1911) was a painter. At the age of 30 she moved to Lund.", "At the age of 30", "[1880,1881]", ""),
    (
        "Anna Holm (1850–1911) was a painter. Born in Kell, she moved to Lund at the age of twelve.",
        "at the age of twelve",
        "[1862,1863]",
        "",
    ),
    (
        "Karl Brandt was born on 7 May 1850. At the age of thirty, he moved to Paris.",
        "At the age of thirty",
        "[1880,1881]",
        "",
    ),
    ("Karl Brandt was born in 1850. When Brandt was 45 he retired.", "When Brandt was 45", "[1895,1896]", ""),
    ("Karl Brandt was born in 1850. When he was 45, he retired.", "When he was 45", "[1895,1896]", ""),
    ("Karl Brandt, born in 1850, went to sea. At age 20 he was a captain.", "At age 20", "[1870,1871]", ""),
    ("He died on 4 July 1934 aged 66.", "aged 66", "P66Y", "[1867,1868]"),
    ("He died in 1934 at the age of 66.", "at the age of 66", "P66Y", "[1867,1868]"),
    ("In 1934, aged 66, he wrote his last book.", "aged 66", "P66Y", "[1867,1868]"),
    ("On 5 May 1990 John Adams turned 60.", "turned 60", "P60Y", "1930-05-05"),
    ("John Adams turned 60 in March 1990.", "turned 60", "P60Y", "1930"),
    (
        "King Otto (r. 1832–1862) built it. In the tenth year of his reign it burnt.",
        "the tenth year of his reign",
        "[1841,1842]",
        "",
    ),
    (
        "Queen Olga came to the throne in 1700. In the third year of her reign the mill burnt.",
        "the third year of her reign",
        "[1702,1703]",
        "",
    ),
    (
        "Queen Olga came to the throne in 1700. Ten years into her reign the mill burnt.",
        "Ten years into her reign",
        "1710",
        "",
    ),
    (
        "Victoria Holm, who was born in 1819, was crowned in 1838. In the second year of her reign she married.",
        "the second year of her reign",
        "[1839,1840]",
        "",
    ),
    (
        "Olga reigned from 1700 to 1740. It fell in the tenth year of Olga's reign.",
        "the tenth year of Olga's reign",
        "[1709,1710]",
        "",
    ),
    (
        "Olga reigned from 1700 to 1740. It fell in the tenth year of the reign of Olga.",
        "the tenth year of the reign of Olga",
        "[1709,1710]",
        "",
    ),
    ("Mrs Holm, aged 71, had come too.", "aged 71", "P71Y", ""),
    ("He died in his sixty-seventh year.", "in his sixty-seventh year", "P67Y", ""),
    ("The 56-year-old has resigned.", "56-year-old", "P56Y", ""),
    ("She was 18 years old.", "18 years old", "P18Y", ""),
    ("He was nine years old then.", "nine years old", "P9Y", ""),
    ("Those under 26 years of age may enter.", "under 26 years of age", "P26Y", ""),
    ("A three-week-old calf was sold.", "three-week-old", "P3W", ""),
    ("She could read by the age of four.", "by the age of four", "P4Y", ""),
    ("The old man, then past seventy, rowed.", "then past seventy", "P70Y", ""),
    ("Anna Holm, then 30, sang.", "then 30", "P30Y", ""),
    ("Hannes Holm ruled in Lund. When he was 29 the guild elected him.", "When he was 29", "P29Y", ""),
]

# what is no age, or one that dates nothing
NOT_READ = [
    "They looked at the age of the tree.",
    "At the age of 30 million stars it glows.",
    "Cheese aged 12 months is hard.",
    "Ten years older than she, he died first.",
    "When he was 26 miles away, it rained.",
    "It was then 30 degrees.",
    "Now 30, she sings.",
    "He turned 60 degrees to the left.",
    "She left in her first year.",
    "He fell ill in his third year at school.",
    "It was the third year of drought.",
    "Ten years into the drought it rained.",
    "In the third year of his reign it burnt.",
    "At the age of 30 she moved to Lund.",
    "Anna Holm was born in 1850. At the age of 30 Karl Berg moved.",
    "Karl Berg was born in 1850. Karl Holm came too. At the age of 30 Ada Lind moved.",
    "Rooms 10, 20, 30 are let.",
]


@pytest.mark.parametrize(("text", "words", "value", "implied"), READ)
def test_read(text: str, words: str, value: str, implied: str) -> None:
    assert last_of(text, RULES) == (words, value, implied)


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text: str) -> None:
    assert dated_by(text, RULES) == []


def test_an_age_that_dates_says_how() -> None:
    mention = explain("Anna Holm was born in 1850. At the age of 30 she moved to Lund.", published=DCT)[1]
    assert (mention.type, mention.value, mention.edtf, mention.grade) == ("DURATION", "P30Y", "[1880,1881]", "B")
    assert mention.anchor is not None
    assert (mention.anchor.kind, mention.anchor.edtf) == ("event", "1850")
    assert "born 1850" in mention.derivation[0]


def test_a_year_in_the_sentence_dates_rather_than_the_age() -> None:
    mentions = explain("Anna Holm was born in 1850. At the age of 30 she moved to Lund in 1881.", published=DCT)
    assert [m.edtf for m in mentions] == ["1850", None, "1881"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Anna Holm was born in 1850. At the age of 30 she moved to Lund.", "the age of 30", "P30Y"),
        ("The 71-year-old baker sold up.", "71-year-old", "P71Y"),
        ("He died in his sixty-seventh year.", "his sixty-seventh year", "P67Y"),
    ],
)
def test_timex3_takes_the_age_alone(text: str, words: str, value: str) -> None:
    mention = find_mentions(text, published=DCT)[-1]
    assert (mention.text, mention.value) == (words, value)


@pytest.mark.parametrize(
    "text", ["She sang at the age of six.", "When he was 26 he left.", "She turned 60.", "Mrs Holm, aged 71, had come."]
)
def test_timex3_has_no_age_without_its_unit_that_dates_nothing(text: str) -> None:
    assert find_mentions(text, published=DCT) == ()
    assert [m.outcome for m in explain(text, published=DCT)] == ["set aside"]
