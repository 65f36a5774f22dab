"""Dates of any year: what a text in the present says of what still goes on.

The article's date is 2013-02-12."""

import pytest

from tests.unit.normalize.explained import DCT
from timeline import explain

# text of a history, words found, TIMEX3 value
ANY = [
    ("Founded in 1850, the fair is held in May.", "May", "XXXX-05"),
    ("He fell in 1605. The feast is celebrated on 4 June.", "4 June", "XXXX-06-04"),
    ("He fell in 1605, and is still remembered on 5 November.", "5 November", "XXXX-11-05"),
    ("Each year on 3 July a bell of 1790 rings.", "3 July", "XXXX-07-03"),
    ("The bell of 1790 rings on 3 July each year.", "3 July", "XXXX-07-03"),
    ("The society of 1887 meets biennially, in May.", "May", "XXXX-05"),
    ("The park of 1850 is open from April to October.", "from April to October", "P1Y"),
    ("Built in 1888, it is closed at Christmas.", "Christmas", "XXXX-12-25"),
    (
        "Built in 1888, it is closed from Christmas Eve to New Year's Day.",
        "from Christmas Eve to New Year's Day",
        "P1Y",
    ),
    (
        "The fair dates from 1850. The fair takes place on the last Sunday in August.",
        "the last Sunday in August",
        "P1Y",
    ),
    ("The theatre dates from 1850. The season runs from May to September.", "from May to September", "P1Y"),
    ("It was built in 1790; in winter it is closed.", "winter", "XXXX-WI"),
    ("It was built in 1790. In summer the hands would start at five.", "summer", "XXXX-SU"),
    ("From 1790 on it was closed in winter, and open in summer.", "winter", "XXXX-WI"),
    # the year of a people, or of the law, begins on one day always; that of a school is one of the story
    ("It sank in 483 BC; the Spartan year began in autumn, so two years are meant.", "autumn", "BCXXXX-FA"),
]

# text of a history and a date in it that is of one year
ONE = [
    ("Founded in 1850, the fair was held in May.", "1850-05"),
    ("Founded in 1850, the fair is held in the hall that burnt in May.", "1850-05"),
    ("The fair of 1850 was to be held on 4 June.", "1850-06-04"),
    ("Founded in 1850, the fair is not to be held in May 1851.", "1851-05"),
    ("1952: The dam is closed in April.", "1952-04"),
    ("The dam\n\n1952\n\nThe dam is closed in April.", "1952-04"),
    ("In 1790, in winter, the bridge fell.", "1790-24"),
    ("In 1790 it was small. In the winter it was closed, as it is today.", "1790-24"),
    ("In 1790 it was closed in winter, and open in spring.", "1790-24"),
    ("In 1712 the school year began in September.", "1712-09"),
]


@pytest.mark.parametrize(("text", "words", "value"), ANY)
def test_of_any_year(text: str, words: str, value: str) -> None:
    found = {m.text: m for m in explain(text, genre="narrative")}
    assert (found[words].value, found[words].edtf, found[words].outcome) == (value, None, "set aside")


@pytest.mark.parametrize(("text", "edtf"), ONE)
def test_of_one_year(text: str, edtf: str) -> None:
    assert edtf in [m.edtf for m in explain(text, genre="narrative")]


def test_news_may_speak_of_the_may_to_come() -> None:
    assert [m.edtf for m in explain("The vote is held in May.", published=DCT)] == ["2013-05"]


def test_it_moves_no_story() -> None:
    text = "It was built in 1790. Mass is held on 26 December each year. In May it burnt."
    assert [m.edtf for m in explain(text, genre="narrative")][-1] == "1790-05"
