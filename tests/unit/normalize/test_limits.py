"""Limits, hours and pointing words: what a date means may hang on the words around it."""

import pytest

from timeline import explain

DCT = "2013-02-12"

READ = [
    # A limit is open to one side, whatever kind of date it is.
    ("The choir has sung since Saturday.", "since Saturday", "2013-02-09/.."),
    ("Nothing was sold until Saturday.", "until Saturday", "2013-02-09"),
    ("The shop did not open until 1979.", "until 1979", "1979"),
    ("The shop was open until 1979.", "until 1979", "../1979"),
    ("It was quiet after last week’s flood.", "last week", "2013-02-04/2013-02-10"),
    ("He lived at Ostrow from 1922.", "from 1922", "1922/.."),
    ("She found a coin from 1922.", "1922", "1922"),
    ("The coin was from 1922.", "1922", "1922"),
    # A time of day keeps the day that its paragraph has told.
    ("It began at two o'clock yesterday afternoon. At 5 p.m. it was over.", "5 p.m.", "2013-02-11"),
    ("It began at two o'clock yesterday afternoon. Ten minutes later all were wet.", "Ten minutes later", "2013-02-11"),
    ("It began at eleven o'clock last night. Three hours later all slept.", "Three hours later", "2013-02-12"),
    ("The vote is tomorrow. We will meet at 5 p.m. at the gate.", "5 p.m.", "2013-02-13"),
    ("The fair is open. Yesterday it rained. At noon the tents fell.", "noon", "2013-02-11"),
    ("It began at two o'clock yesterday (1300 GMT Sunday). At 5 p.m. it was over.", "5 p.m.", "2013-02-11"),
    ("She called at 11.40 p.m. on 3 May 1910. At four in the morning help came.", "four in the morning", "1910-05-04"),
    ("The dam burst on 3 May 1910. Within minutes the north face collapsed.", "Within minutes", "1910-05-03"),
    ("The pool is open daily from 11 a.m. and on Sundays from noon.", "noon", None),
    # Words that point to what was told.
    ("The dam burst on 3 May 1910. On the Friday a bell rang.", "Friday", "1910-05-06"),
    ("It opened on 12 May 1910. Three weeks later, on 2 June, it burnt.", "Three weeks later", "1910-06-02"),
    ("He was born in the winter of 1961–62. Ostrow had flooded that summer.", "that summer", "1961-22"),
    ("Dance in the corn hall, Saturday: tickets from the porter.", "Saturday", "2013-02-16"),
    ("On Thursday I asked to be driven there.", "Thursday", "2013-02-07"),
    ("She spoke of the election of March 20 and left.", "March 20", "2013-03-20"),
    ("She spoke of the fire of March 20 and left.", "March 20", "2012-03-20"),
    ("The next meeting is on April 3.", "April 3", "2013-04-03"),
    ("Paul Holm, who died on 2 February aged 85, led the county from 1969 to 1994.", "2 February", "2013-02-02"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), READ)
def test_read(text: str, words: str, edtf: str) -> None:
    """The date of the words, in an article of 12 February 2013."""
    assert edtf in {m.edtf for m in explain(text, published=DCT) if m.text == words}


def test_hours_go_on() -> None:
    """An hour that doesn't say in which half of the day it is comes after the one told before it."""
    text = "The first shots fell at 11.35 a.m. on 3 May 1910. By two o'clock it was over. At half past four it rained."
    assert [m.value for m in explain(text)][1:] == ["1910-05-03T14:00", "1910-05-03T16:30"]


def test_two_figures_are_of_the_century_told() -> None:
    """Where nothing tells when a text was written, the year named last tells the century."""
    assert [m.edtf for m in explain("The mill opened in 1863 and burnt in '71.")] == ["1863", "1871"]


def test_minutes_past_midnight_are_of_the_next_day() -> None:
    """A time of day that counts on from another has a time itself."""
    text = "It began at eleven o'clock last night. Three hours later all slept."
    assert explain(text, published=DCT)[-1].value == "2013-02-12T02:00"
