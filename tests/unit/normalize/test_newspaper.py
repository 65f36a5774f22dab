"""What news writes: the way a date without a year looks, the weekend, stretches told by their end, times in a zone."""

import pytest

from timeline import explain, find_mentions

DCT = "2013-02-12"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The fair opens its gates on Saturday 9 March.", "Saturday 9 March", "2013-03-09"),
        ("The fair was full on Saturday 10 March.", "Saturday 10 March", "2012-03-10"),
        ("The cup begins on 12 June.", "12 June", "2013-06-12"),
        ("The army will send 5,000 more men on Saturday.", "Saturday", "2013-02-16"),
        ("The talks, which could last until mid-March, are hard.", "until mid-March", "../2013-03"),
        ("Aid came over the weekend.", "the weekend", "2013-02-09/2013-02-10"),
        ("Profit rose in the nine months to September.", "the nine months to September", "2012-01/2012-09"),
        ("It lost 3m in the year to March 31, 2012.", "the year to March 31, 2012", "2011-04-01/2012-03-31"),
        ("A strike in January cost ten days. Talks will go on on the 28th.", "the 28th", "2013-02-28"),
        ("It opened at noon yesterday. More will follow at 6pm.", "6pm", "2013-02-12"),
        (
            "Profit rose in the three months to December from that of the same quarter of 2011.",
            "the same quarter of 2011",
            "2011-10/2011-12",
        ),
        ("Last year's record, set on July 19, was higher.", "July 19", "2012-07-19"),
        ("The 2009 fair, held on 3 May, drew few.", "3 May", "2009-05-03"),
        ("Canal to reopen on 4 July\n\nThe canal was dug in 1820 and shut in 1951.", "4 July", "2013-07-04"),
        ("The canal was dug in 1820 and shut in 1951. It will reopen on 4 July.", "4 July", "2013-07-04"),
        ("It was dug in 1820. In 1821 he wrote: “It will reopen on 4 July.”", "4 July", "1821-07-04"),
        ("It was bailed until 3 January and found a week later.", "a week later", "2013-01-07/2013-01-13"),
    ],
)
def test_news_dates(text: str, words: str, edtf: str) -> None:
    assert [m.edtf for m in explain(text, published=DCT) if m.text == words] == [edtf]


def test_news_counts_from_its_own_day_and_not_from_what_a_record_goes_back_to() -> None:
    text = "Prices rose in January by the most since 2008. A year earlier they had fallen."
    assert [m.edtf for m in explain(text, published=DCT, genre="news")] == ["2013-01", "2008/..", "2012"]


def test_timex3_gives_a_decade_told_by_its_end_its_years() -> None:
    found = find_mentions("In the decade to 1945 its people doubled.")
    assert [(m.text, m.value) for m in found] == [("the decade", "1936/1945"), ("1945", "1945")]


def test_timex3_takes_the_length_and_the_end_of_a_stretch() -> None:
    found = find_mentions("It lost money in the three months to June 2012.", published=DCT)
    assert [(m.text, m.type, m.value, m.edtf) for m in found] == [
        ("three months", "DURATION", "P3M", "2012-04/2012-06"),
        ("June 2012", "DATE", "2012-06", "2012-04/2012-06"),
    ]


def test_four_figures_before_a_time_zone_are_no_year() -> None:
    (mention,) = find_mentions("It left at 2030 UTC.", published=DCT)
    assert (mention.text, mention.type, mention.value) == ("2030 UTC", "TIME", "2013-02-12T20:30Z")
