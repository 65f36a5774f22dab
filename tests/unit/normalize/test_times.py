"""TIMEX3 types, values and shades of lengths, frequencies, vague words, times of day, weeks and quarters."""

import pytest

from timeline import find_mentions

DCT = "2013-02-12"  # a Tuesday


def only(text: str, published: str | None = DCT) -> tuple[str, str, str | None, str | None]:
    (mention,) = find_mentions(text, published=published)
    return mention.type, mention.value, mention.mod, mention.edtf


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("They waited over nine months.", "P9M", "MORE_THAN"),
        ("It took nearly a year.", "P1Y", "LESS_THAN"),
        ("It took about two hours.", "PT2H", "APPROX"),
        ("It took at least a fortnight.", "P2W", "EQUAL_OR_MORE"),
        ("It took a quarter of an hour.", "PT15M", None),
        ("It took half a decade.", "P5Y", None),
        ("It took an hour and 20 minutes.", "PT1H20M", None),
        ("It took dozens of years.", "PXY", None),
        ("It lay idle for two consecutive quarters.", "P2Q", None),
        ("The nine-day march ended.", "P9D", None),
        ("The girl was 12 years old.", "P12Y", None),
        ("Few remember the intervening decades.", "PXDE", None),
    ],
)
def test_length(text: str, value: str, mod: str | None) -> None:
    assert only(text) == ("DURATION", value, mod, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is held every second year.", "P2Y"),
        ("It is held every few months.", "PXM"),
        ("It is held each winter.", "XXXX-WI"),
        ("It is held every Friday night.", "XXXX-WXX-5TNI"),
        ("It is held every second Friday.", "P2W"),
        ("It is held every morning.", "XXXX-XX-XXTMO"),
        ("It is held quarterly.", "P1Q"),
        ("It is held on every 1 May.", "XXXX-05-01"),
        ("It costs 30 crowns per week.", "P1W"),
        ("It is shut at weekends.", "XXXX-WXX-WE"),
    ],
)
def test_frequency(text: str, value: str) -> None:
    assert only(text) == ("SET", value, None, None)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("They voted at 20:17 UTC.", "2013-02-12T20:17Z", "2013-02-12"),
        ("They voted at 8 a.m. Eastern Standard Time.", "2013-02-12T08:00-05:00", "2013-02-12"),
        ("They voted at 12.30 a.m.", "2013-02-12T00:30", "2013-02-12"),
        ("They voted at midnight.", "2013-02-12T24:00", "2013-02-12"),
        ("They voted at a quarter to four.", "2013-02-12T03:45", "2013-02-12"),
        ("They voted at seven o'clock.", "2013-02-12T07:00", "2013-02-12"),
        ("They voted at 1430 hours.", "2013-02-12T14:30", "2013-02-12"),
        ("They voted at 9 p.m. on Sunday.", "2013-02-10T21:00", "2013-02-10"),
        ("They voted at ten in the evening.", "2013-02-12T22:00", "2013-02-12"),
        ("They voted on Monday morning.", "2013-02-11TMO", "2013-02-11"),
        ("They voted late last night.", "2013-02-11TNI", "2013-02-11"),
        ("They vote tomorrow afternoon.", "2013-02-13TAF", "2013-02-13"),
        ("They voted on the evening of 3 May 1910.", "1910-05-03TEV", "1910-05-03"),
    ],
)
def test_time_of_day(text: str, value: str, edtf: str) -> None:
    assert only(text)[:2] == ("TIME", value)
    assert only(text)[3] == edtf


@pytest.mark.parametrize(
    ("text", "value", "mod", "edtf"),
    [
        ("It shut last week.", "2013-W06", None, "2013-02-04/2013-02-10"),
        ("It shut earlier this week.", "2013-W07", "START", "2013-02-11/2013-02-17"),
        ("It will shut next weekend.", "2013-W08-WE", None, "2013-02-23/2013-02-24"),
        ("It shut late last year.", "2012", "END", "2012"),
        ("It shut last quarter.", "2012-Q4", None, "2012-10/2012-12"),
        ("It shut in the third quarter of 2009.", "2009-Q3", None, "2009-07/2009-09"),
        ("It shut in the second half of 2009.", "2009-H2", None, "2009-07/2009-12"),
        ("It will open in the second quarter.", "2013-Q2", None, "2013-04/2013-06"),
        ("It shut in fiscal year 2009.", "FY2009", None, "2009~"),
        ("It shut in early March last year.", "2012-03", "START", "2012-03"),
        ("It will shut on Thursday of next week.", "2013-02-21", None, "2013-02-21"),
        ("It must shut by early June.", "2013-06", "START", "../2013-06"),
    ],
)
def test_beside_the_article(text: str, value: str, mod: str | None, edtf: str) -> None:
    assert only(text)[3] == edtf
    if not edtf.startswith("../"):
        assert only(text) == ("DATE", value, mod, edtf)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They voted at 5 p.m.", "T17:00"),
        ("They voted in the evening.", "XXXX-XX-XXTEV"),
    ],
)
def test_time_of_an_unknown_day(text: str, value: str) -> None:
    kind, found, _, edtf = only(text, published=None)
    assert (kind, found, edtf) == ("TIME", value, None)


@pytest.mark.parametrize(
    "text",
    [
        "A quarter of the crop rotted.",
        "Three-quarters of them left.",
        "The town soon fell.",
        "Of the two, the former was older.",
        "They sell the Daily Courier.",
        "Sixty miles per hour is enough.",
        "The score was 3:10:2.",
        "A midnight-blue car stood there.",
        "In the long run all is well.",
        "The Audi Q7 is parked.",
    ],
)
def test_no_time(text: str) -> None:
    assert find_mentions(text, published=DCT) == ()


def test_a_time_of_day_takes_the_day_of_its_sentence() -> None:
    text = "On 3 May 1910 the mill burnt; at 4 p.m. the roof fell. In 1912 it stood again."
    assert [m.value for m in find_mentions(text, published=DCT)] == ["1910-05-03", "1910-05-03T16:00", "1912"]


def test_a_year_told_in_passing_makes_no_history() -> None:
    text = (
        "The dairy passed its rival. It sold more milk. Its first shop dates from 2003. The owner is content. "
        "So are the cows. In January the herd grew."
    )
    assert find_mentions(text, published=DCT)[-1].edtf == "2013-01"
    assert find_mentions(text, published=DCT, genre="narrative")[-1].edtf != "2013-01"
