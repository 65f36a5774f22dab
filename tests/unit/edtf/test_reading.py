"""EDTF text → value, by level; and beside each level what is refused, where, and what was expected there."""

from __future__ import annotations

import pytest

from timeline.edtf import (
    AUTUMN,
    SPRING,
    SUMMER,
    UNSPECIFIED,
    WINTER,
    Date,
    DateSet,
    DateTime,
    Edtf,
    End,
    Interval,
    Run,
    parse,
)
from timeline.errors import EdtfError

LEVEL_0: list[tuple[str, Edtf]] = [
    ("1961-07-11", Date(1961, 7, 11)),
    ("2000-02-29", Date(2000, 2, 29)),
    ("0000-02-29", Date(0, 2, 29)),
    ("1961-07", Date(1961, 7)),
    ("1981", Date(1981)),
    ("0079", Date(79)),
    ("0000", Date(0)),
    ("9999-12-31", Date(9999, 12, 31)),
    ("1950/1953", Interval(Date(1950), Date(1953))),
    ("1962-03/1962-06", Interval(Date(1962, 3), Date(1962, 6))),
    ("2021-07-05/2021-07-11", Interval(Date(2021, 7, 5), Date(2021, 7, 11))),
    ("1914-07-28/1918", Interval(Date(1914, 7, 28), Date(1918))),
    ("1914/1914-12", Interval(Date(1914), Date(1914, 12))),
    ("1914-12/1914", Interval(Date(1914, 12), Date(1914))),
    ("2021-07-11T10:00:00", DateTime(Date(2021, 7, 11), "10:00:00")),
    ("2021-07-11T23:59:59Z", DateTime(Date(2021, 7, 11), "23:59:59Z")),
    ("2021-07-11T10:00:00-04", DateTime(Date(2021, 7, 11), "10:00:00-04")),
    ("2021-07-11T10:00:00+05:30", DateTime(Date(2021, 7, 11), "10:00:00+05:30")),
]

NOT_LEVEL_0 = [
    ("", 0, "a date"),
    (" 1961", 0, "a date"),
    ("1961 ", 4, "the end"),
    ("1961\n", 4, "the end"),
    ("yesterday", 0, "a date"),
    ("１９６１", 0, "a date"),
    ("+1961", 0, "a date"),
    ("196", 3, "a digit"),
    ("61-07-11", 2, "a digit"),
    ("12345", 4, "with a Y before it"),
    ("1961-7", 5, "a month of two digits"),
    ("1961-", 5, "a month of two digits"),
    ("1961-00", 5, "a month of two digits"),
    ("1961-13", 5, "a month from 01 to 12"),
    ("1961-007", 7, "the end of the month"),
    ("1961-07-1", 8, "a day of two digits"),
    ("1961-07-00", 8, "a day of two digits"),
    ("1961-07-32", 8, "a day from 01 to 31"),
    ("2021-02-29", 8, "a day from 01 to 28"),
    ("1900-02-29", 8, "a day from 01 to 28"),
    ("2000-02-30", 8, "a day from 01 to 29"),
    ("1961-04-31", 8, "a day from 01 to 30"),
    ("1961-07-11-", 10, "the end"),
    ("1961/07/11", 7, "a digit"),
    ("11.07.1961", 2, "a digit"),
    ("1953/1950", 5, "isn't before the start"),
    ("1962-06/1962-03", 8, "isn't before the start"),
    ("1950/1953/1960", 9, "the end of the interval"),
    ("1950-1953", 7, "the end of the month"),
    ("1950/1953-02-30", 13, "a day from 01 to 28"),
    ("1950 1953/", 4, "a slash"),
    ("2021-07T10:00:00", 7, "only a full day"),
    ("2021-07-11~T10:00:00", 11, "only a full day"),
    ("2021-07-11T", 11, "an hour"),
    ("2021-07-11T24:00:00", 11, "an hour from 00 to 23"),
    ("2021-07-11T10", 13, "a colon"),
    ("2021-07-11T10:60:00", 14, "a minute"),
    ("2021-07-11T10:00", 16, "the seconds"),
    ("2021-07-11T10:00:60", 17, "a second"),
    ("2021-07-11T10:00:00z", 19, "the end, Z, or an offset"),
    ("2021-07-11T10:00:00+5", 19, "an offset"),
    ("2021-07-11T10:00:00+05:3", 22, "minutes of the offset"),
    ("2021-07-11T10:00:00Z+01", 20, "the end"),
    ("2021-07-11T10:00:00Z:30", 20, "the end"),
    ("2021-07-11T10:00:00+05:300", 25, "the end of the time"),
    ("2021-07-11T10:00:00/2022", 10, "a slash"),
]

LEVEL_1: list[tuple[str, Edtf]] = [
    ("Y170000002", Date(170_000_002)),
    ("Y-13800000000", Date(-13_800_000_000)),
    ("-0043", Date(-43)),
    ("-0043-03-15", Date(-43, 3, 15)),
    ("-9999", Date(-9999)),
    ("1962-21", Date(1962, SPRING)),
    ("1962-22", Date(1962, SUMMER)),
    ("1962-23", Date(1962, AUTUMN)),
    ("-0217-24", Date(-217, WINTER)),
    ("1850?", Date(1850, qualifier="?")),
    ("-0519~", Date(-519, qualifier="~")),
    ("1850-05-01%", Date(1850, 5, 1, "%")),
    ("1962-21~", Date(1962, SPRING, qualifier="~")),
    ("193X", Date(1930, masked=1)),
    ("193X~", Date(1930, qualifier="~", masked=1)),
    ("18XX", Date(1800, masked=2)),
    ("00XX", Date(0, masked=2)),
    ("2004-XX", Date(2004, UNSPECIFIED)),
    ("1985-04-XX", Date(1985, 4, UNSPECIFIED)),
    ("1985-XX-XX", Date(1985, UNSPECIFIED, UNSPECIFIED)),
    ("1945/..", Interval(Date(1945), End.OPEN)),
    ("../1961", Interval(End.OPEN, Date(1961))),
    ("1950/", Interval(Date(1950), End.UNKNOWN)),
    ("/1950", Interval(End.UNKNOWN, Date(1950))),
    ("1984~/2004-06", Interval(Date(1984, qualifier="~"), Date(2004, 6))),
    ("-0499/-0400", Interval(Date(-499), Date(-400))),
    ("1990-21/1990-22", Interval(Date(1990, SPRING), Date(1990, SUMMER))),
    ("193X/195X", Interval(Date(1930, masked=1), Date(1950, masked=1))),
    ("2004-06-XX/2004-07-03", Interval(Date(2004, 6, UNSPECIFIED), Date(2004, 7, 3))),
]

NOT_LEVEL_1 = [
    ("Y", 1, "the digits of a year"),
    ("Y2004", 0, "no Y"),
    ("Y012345", 1, "a digit from 1 to 9"),
    ("Y12345-01", 6, "stands alone"),
    ("Y1234X", 0, "no Y"),
    ("Y12345X", 6, "has no X"),
    ("Y-1234567890123", 2, "at most 12 digits"),
    ("Y1234567890123", 1, "at most 12 digits"),
    ("Y-17E7", 4, "exponent"),
    ("-", 1, "the four digits of a year"),
    ("--0043", 1, "the four digits"),
    ("-0000", 0, "has no sign"),
    ("-044", 4, "a digit"),
    ("-0043-02-30", 9, "a day from 01 to 28"),
    ("1962-20", 5, "a season from 21 to 24"),
    ("1962-25", 5, "a season from 21 to 24"),
    ("1962-21-01", 7, "a season has no days"),
    ("1962-21-XX", 7, "a season has no days"),
    ("?1850", 0, "a date"),
    ("1850??", 5, "the end"),
    ("1850?~", 5, "the end"),
    ("1850!", 4, "the end"),
    ("XXXX", 0, "says nothing"),
    ("-XXXX", 1, "says nothing"),
    ("19X", 3, "an X"),
    ("19xx", 2, "a digit or an X"),
    ("1X93", 2, "no digit follows an X"),
    ("193X-05", 4, "stands alone"),
    ("193X-XX", 4, "stands alone"),
    ("2004-1X", 5, "a month of two digits, or XX"),
    ("2004-XX-11", 8, "XX: without a month"),
    ("2004-05-1X", 8, "a day of two digits, or XX"),
    ("/", 0, "a date at one end"),
    ("../..", 0, "a date at one end"),
    ("/..", 0, "a date at one end"),
    ("../", 0, "a date at one end"),
    (".../1961", 2, "a slash"),
    ("1945/...", 7, "the end of the interval"),
    ("1945/.", 5, "a date"),
    ("-0400/-0499", 6, "isn't before the start"),
    ("195X/193X", 5, "isn't before the start"),
]

SETS: list[tuple[str, Edtf]] = [
    ("1XXX", Date(1000, masked=3)),
    ("-04XX", Date(-499, masked=2)),
    ("-021X", Date(-219, masked=1)),
    ("-00XX", Date(-99, masked=2)),
    ("-000X", Date(-9, masked=1)),
    ("[1914,1915]", DateSet((Date(1914), Date(1915)))),
    ("[1667,1668,1670..1672]", DateSet((Date(1667), Date(1668), Run(Date(1670), Date(1672))))),
    ("[..1760-12-03]", DateSet((Run(None, Date(1760, 12, 3)),))),
    ("[1760-12..]", DateSet((Run(Date(1760, 12), None),))),
    ("[..1760,1770..]", DateSet((Run(None, Date(1760)), Run(Date(1770), None)))),
    ("[1914~,1915]", DateSet((Date(1914, qualifier="~"), Date(1915)))),
    ("{1960,1961-12}", DateSet((Date(1960), Date(1961, 12)), every=True)),
    ("{..1984}", DateSet((Run(None, Date(1984)),), every=True)),
    ("{-0211,-0210}", DateSet((Date(-211), Date(-210)), every=True)),
]

NOT_SETS = [
    ("[", 1, "a date"),
    ("[]", 1, "a date"),
    ("[1914]", 5, "a comma and another date"),
    ("[1914,]", 6, "a date"),
    ("[,1914]", 1, "a date"),
    ("[1914, 1915]", 6, "a date"),
    ("[1914,1915", 10, "a comma or ]"),
    ("[1914,1915}", 10, "a comma or ]"),
    ("{1914,1915]", 10, "a comma or }"),
    ("[1914,1915]?", 11, "the end of the set"),
    ("[1914,2021-02-30]", 14, "a day from 01 to 28"),
    ("[1672..1670]", 7, "isn't before the first"),
    ("[..]", 3, "a date"),
    ("[1667,..1760]", 6, "an open start stands first"),
    ("[1760..,1770]", 7, "an open end stands last"),
    ("[1914/1915]", 5, "a comma or ]"),
    ("[2021-07-11T10:00:00,2022]", 11, "a comma or ]"),
]


@pytest.mark.parametrize(("text", "value"), LEVEL_0 + LEVEL_1 + SETS)
def test_read_and_written(text: str, value: Edtf) -> None:
    assert parse(text) == value
    assert str(value) == text


@pytest.mark.parametrize(("text", "position", "expected"), NOT_LEVEL_0 + NOT_LEVEL_1 + NOT_SETS)
def test_refused(text: str, position: int, expected: str) -> None:
    with pytest.raises(EdtfError) as error:
        parse(text)
    assert error.value.position == position
    assert error.value.text == text
    assert f"at position {position}, expected " in str(error.value)
    assert expected in str(error.value)


def test_as_much_is_refused_as_read() -> None:
    for good, bad in ((LEVEL_0, NOT_LEVEL_0), (LEVEL_1, NOT_LEVEL_1), (SETS, NOT_SETS)):
        assert len(bad) >= len(good)


def test_a_long_text_is_not_repeated_in_full() -> None:
    with pytest.raises(EdtfError) as error:
        parse("1961 " * 10_000)
    assert len(str(error.value)) < 200


def test_ten_thousand_digits_are_refused() -> None:
    with pytest.raises(EdtfError, match="at most 12 digits"):
        parse("Y" + "9" * 10_000)
