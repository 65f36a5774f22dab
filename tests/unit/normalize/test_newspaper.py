"""What news writes: the way a date without a year looks, the weekend, stretches told by their end, times in a zone."""

import pytest

from timeline import explain, find_mentions

DCT = "2013-02-12"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        # what was put off lies ahead, what somebody expects too, and where a team is to go
        ("Parliament put off until March a vote on the dam.", "until March", "../2013-03"),
        ("The ferry was late because fog had come by March.", "by March", "../2012-03"),
        ("Forecasters expect snow by Friday night.", "by Friday night", "../2013-02-15"),
        ("Snow had come by Friday night.", "by Friday night", "../2013-02-08"),
        ("The Rovers travel to Lund on Saturday.", "Saturday", "2013-02-16"),
        ("The Rovers travelled to Lund on Saturday.", "Saturday", "2013-02-09"),
        # what has gone on since the beginning of the year has done so up to the writing
        (
            "The bank, founded in 1871, is shut. Rents have risen since the beginning of the year.",
            "since the beginning of the year",
            "2013/..",
        ),
        (
            "The bank opened in 1871. It had stood empty since the beginning of the year.",
            "since the beginning of the year",
            "1871/..",
        ),
        # results that a firm will tell are those of a time that is over
        ("The mill reports fourth-quarter earnings next Tuesday.", "fourth-quarter", "2012-10/2012-12"),
        ("The mill expects fourth-quarter earnings to rise.", "fourth-quarter", "2013-10/2013-12"),
        ("The bank, founded in 1887, will publish its full-year results on April 9.", "full-year", "2012"),
        # the day of a report belongs to the article's own time, the day of a year's thing to that year
        ("The mill reported full-year results on February 9.", "February 9", "2013-02-09"),
        ("The mill reported last year's loss, made on July 9.", "July 9", "2012-07-09"),
        ("The bank lost money in 2011 and in the full year.", "2011", "2011"),
        # the day of "later in the day" is the one told
        (
            "Shares fell on Monday. In morning trading they rose, before falling later in the day.",
            "later in the day",
            "2013-02-11",
        ),
        ("The shop will open later in the day.", "later in the day", "2013-02-12"),
        ("Late on Sunday the count went on.", "Late on Sunday", "2013-02-10"),
        (
            "Trade was slow over the Christmas and New Year holidays.",
            "the Christmas and New Year holidays",
            "2012-12-25~",
        ),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # today's is nowadays before a place or people, and that day before what is of a day
        ("In today's Norway few smoke.", [("today", "PRESENT_REF")]),
        ("Today's children read less.", [("Today", "PRESENT_REF")]),
        ("It is a good time to be at today's Acme.", [("today", "PRESENT_REF")]),
        ("In today's Times it said so.", [("today", "2013-02-12")]),
        ("Today's meeting was short.", [("Today", "2013-02-12")]),
        ("There will come a day when nobody writes letters.", [("a day", "FUTURE_REF")]),
        ("That day has come.", [("That day", "PRESENT_REF")]),
        # of what kind a day was is no length, nor is how much was recorded, nor a runner's time a time of day
        ("It was a day of mourning.", []),
        ("It is a hard day, and not a day anybody wanted.", []),
        ("It was two days of mourning.", [("two days", "P2D")]),
        ("The disc holds 75 hours of video.", []),
        ("They filmed for 75 hours.", [("75 hours", "PT75H")]),
        ("She won in 2:19:40 on Sunday.", [("Sunday", "2013-02-10")]),
        ("It struck at 2:19:40 on Sunday.", [("2:19:40 on Sunday", "2013-02-10T02:19:40")]),
        # of a step from a happening news annotates the length
        ("It opens on March 3, two days before the fair begins.", [("March 3", "2013-03-03"), ("two days", "P2D")]),
        ("“Just a year after launching the ferry, we are selling it,” he said.", [("Just a year", "P1Y")]),
    ],
)
def test_timex3_of_news(text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.text, m.value) for m in find_mentions(text, published=DCT, genre="news")] == found


def test_what_counts_from_a_happening_is_no_later_than_the_writing_unless_it_looks_ahead() -> None:
    text = "The ferry was launched on Monday. “Just a year after the launch of the ferry, we are selling it,” he said."
    told = [m for m in explain(text, published=DCT, genre="news") if m.text.startswith("Just a year")]
    assert [(m.edtf, m.outcome) for m in told] == [(None, "undated")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Planned for November 1982, it was put off until March.", "../1983-03"),
        ("The opening, planned for May 1982, was put off until September.", "../1982-09"),
        ("It was due on 4 May 1982 but postponed until 3 April.", "../1983-04-03"),
        ("It was due on 4 May 1982 but was closed until 3 April.", "../1982-04-03"),
    ],
)
def test_what_was_put_off_comes_behind_its_plan(text: str, edtf: str) -> None:
    assert find_mentions(text)[-1].edtf == edtf
