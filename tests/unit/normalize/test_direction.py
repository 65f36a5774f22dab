"""Which way a clause looks, by its tense: the article is of Tuesday, 12 February 2013."""

from __future__ import annotations

import pytest

import timeline

DAY = "2013-02-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the nearest verb before the date rules it
        ("The mayor said Monday she will resign on Friday.", {"Monday": "2013-02-11", "Friday": "2013-02-15"}),
        ("Men arrested on Saturday will be tried on Thursday.", {"Saturday": "2013-02-09", "Thursday": "2013-02-14"}),
        ("Salt ordered in November will run out.", {"November": "2012-11"}),
        ("He told the harbour board on Thursday that he would go.", {"Thursday": "2013-02-07"}),
        ("The bank said the third quarter would be hard.", {"the third quarter": "2013-07/2013-09"}),
        # modals, and what they say of the past
        ("Drivers must carry a card from July 1.", {"July 1": "2013-07-01"}),
        ("The bridge should have opened in October.", {"October": "2012-10"}),
        ("Work may start in May.", {"May": "2013-05"}),
        # timetables in the present
        ("Voters go to the polls on Sunday.", {"Sunday": "2013-02-17"}),
        ("The new captain takes office on March 1.", {"March 1": "2013-03-01"}),
        ("The Lions meet the Wolves on Saturday.", {"Saturday": "2013-02-16"}),
        ("The meet on Saturday drew a crowd.", {"Saturday": "2013-02-09"}),
        ("The law comes into force on Sunday.", {"Sunday": "2013-02-17"}),
        ("A ship had come into port on Sunday.", {"Sunday": "2013-02-10"}),
        ("By then the law will have come into force on Sunday.", {"Sunday": "2013-02-17"}),
        ("A hearing is set for April 2.", {"April 2": "2013-04-02"}),
        ("She set a record on October 2.", {"October 2": "2012-10-02"}),
        ("An April 3 hearing has been scheduled.", {"April 3": "2013-04-03"}),
        ("A vote had been planned for September.", {"September": "2012-09"}),
        ("An inquiry was set up in July, and a fund is set up too.", {"July": "2012-07"}),
        ("The hearing was adjourned until Monday.", {"Monday": "../2013-02-18"}),
        ("The inquest was adjourned to March 2.", {"March 2": "2013-03-02"}),
        ("The court was moved to the old school on March 2.", {"March 2": "2012-03-02"}),
        ("A clerk has been bailed until 4 March.", {"4 March": "../2013-03-04"}),
        ("The council voted 6–3 on Monday to close the pool in September.", {"September": "2013-09"}),
        ("The council agreed on Monday to the fee that it set in September.", {"September": "2012-09"}),
        ("The union called a strike for Monday.", {"Monday": "2013-02-18"}),
        ("A vote was due on February 2 but was not held.", {"February 2": "2013-02-02"}),
        ("A vote was due on March 2.", {"March 2": "2013-03-02"}),
        ("On Friday evening the crew voted by 31 to 4 to go back.", {"Friday evening": "2013-02-08"}),
        ("On Monday the hearing was put off, and adjourned until Friday.", {"Monday": "2013-02-11"}),
        ("The mayor ordered all piers shut by Easter.", {"Easter": "../2013-03-31"}),
        # a date at the head of its clause belongs to the verb behind it; one behind "and" to the verb before it
        ("On Friday, the shop will close.", {"Friday": "2013-02-15"}),
        ("On Friday, the shop closed.", {"Friday": "2013-02-08"}),
        ("The judges will sit on Wednesday and Thursday.", {"Wednesday": "2013-02-13", "Thursday": "2013-02-14"}),
        # a comparison looks back; what has no verb is the nearest
        ("Inflation is lower than in December.", {"December": "2012-12"}),
        ("Closures during the second quarter, and cuts", {"the second quarter": "2013-04/2013-06"}),
        ("The clinic will open in the spring and close in winter.", {"the spring": "2013-21"}),
    ],
)  # fmt: skip
def test_tense_tells_which_side_of_the_writing(text: str, expected: dict[str, str]) -> None:
    read = {mention.text: mention.edtf for mention in timeline.find_mentions(text, published=DAY, genre="news")}
    assert {words: read.get(words) for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit rose in the quarter ended June 30, 2012.", ["2012-Q2", "2012-06-30"]),
        ("Profit rose in the last quarter, which ended September 29, 2012.", ["2012-Q3", "2012-09-29"]),
        ("It lost money in the year ended March 31, 2012.", ["FY2012", "2012-03-31"]),
        ("It takes two to three weeks.", ["P2W", "P3W"]),
        ("It was a tram stop in the 70s and 80s.", ["197", "198"]),
        ("The price was cut two weeks ago.", ["2013-W05"]),
        ("The deal is due by June 10. By that time the firm must pay.", ["2013-06-10", "2013-06-10"]),
        ("The shares fell on Monday. In the afternoon they rose.", ["2013-02-11", "2013-02-11TAF"]),
    ],
)
def test_values_of_news(text: str, value: list[str]) -> None:
    assert [mention.value for mention in timeline.find_mentions(text, published=DAY)] == value
