"""What docs/edtf.md does not show of the words: their edges, and what they must not claim."""

from __future__ import annotations

import pytest

from timeline.edtf import Date, say

WORDS = {
    "years around the turn of the era": [
        ("-0001", "2 BC"),
        ("0000", "1 BC"),
        ("0001", "AD 1"),
        ("0999", "AD 999"),
        ("1000", "1000"),
        ("-9999", "10,000 BC"),
        ("Y-12000", "12,001 BC"),
        ("0000-12-25", "25 December 1 BC"),
        ("0079-08-24", "24 August AD 79"),
    ],
    "seasons": [
        ("1908-24", "winter 1908–09"),
        ("1899-24", "winter 1899–1900"),
        ("0079-24", "winter AD 79–80"),
        ("0000-24", "winter 1 BC–AD 1"),
        ("-0001-24", "winter 2–1 BC"),
        ("-0217-21", "spring 218 BC"),
        ("1850-22~", "about summer 1850"),
        ("1990-21/1990-22", "spring to summer 1990"),
        ("1990-23/1991-21", "autumn 1990 to spring 1991"),
    ],
    "decades, centuries, millennia": [
        ("043X", "the 430s AD"),
        ("190X", "1900 to 1909"),
        ("010X", "AD 100 to AD 109"),
        ("000X", "1 BC to AD 9"),
        ("-000X", "10 to 1 BC"),
        ("193X?", "perhaps the 1930s"),
        ("00XX", "the 1st century AD"),
        ("10XX", "the 11th century"),
        ("11XX", "the 12th century"),
        ("12XX", "the 13th century"),
        ("21XX", "the 22nd century"),
        ("22XX", "the 23rd century"),
        ("-00XX", "the 1st century BC"),
        ("0XXX", "the 1st millennium AD"),
        ("-2XXX", "the 3rd millennium BC"),
        ("0001/0100", "the 1st century AD"),
        ("1001/2000", "the 2nd millennium"),
        ("-0099/0000", "the 1st century BC"),
        ("-0149/-0100", "the second half of the 2nd century BC"),
        ("0051/0100", "the second half of the 1st century AD"),
        ("-0028/-0019", "the 20s BC"),
    ],
    "intervals that only look like a period": [
        ("1930/1939", "1930 to 1939"),
        ("1900/1999", "1900 to 1999"),
        ("-0498/-0399", "499 to 400 BC"),
        ("-0208/-0199", "209 to 200 BC"),
        ("-0219/-0210", "220 to 211 BC"),
        ("-0199/-0151", "200 to 152 BC"),
        ("1825/1874", "1825 to 1874"),
        ("1850/1900", "1850 to 1900"),
        ("-0049/0050", "50 BC to AD 50"),
        ("-0499~/-0400~", "from about 500 to about 401 BC"),
        ("-0499-01/-0400-12", "January 500 BC to December 401 BC"),
    ],
    "intervals say once what both ends share": [
        ("-0263/-0240", "264 to 241 BC"),
        ("-0026/0014", "27 BC to AD 14"),
        ("0079/0081", "AD 79 to AD 81"),
        ("0980/1010", "AD 980 to 1010"),
        ("-0043-03-10/-0043-03-15", "10 to 15 March 44 BC"),
        ("-0043-03/-0042-10", "March 44 BC to October 43 BC"),
        ("1968-05-03/1968-06-02", "3 May to 2 June 1968"),
        ("1999-12-30/2000-01-02", "30 December 1999 to 2 January 2000"),
        ("1961-05/1962-05", "May 1961 to May 1962"),
        ("1961-07/1961-07-11", "July 1961 to 11 July 1961"),
        ("1950/1950", "within 1950"),
        ("1961-07-11/1961-07-11", "11 July 1961"),
    ],
    "a qualifier stays with its date": [
        ("1914~/1918", "from about 1914 to 1918"),
        ("1914/1918?", "from 1914 to perhaps 1918"),
        ("1914?/1918?", "from perhaps 1914 to perhaps 1918"),
        ("1945~/..", "since about 1945"),
        ("[1914~,1915]", "about 1914 or 1915"),
        ("{1914,1915%}", "1914 and perhaps about 1915"),
        ("2004-06-XX/2004-07-03", "from some day in June 2004 to 3 July 2004"),
        ("-0043-XX", "some month of 44 BC"),
    ],
    "open ends": [
        ("193X/..", "since the 1930s"),
        ("190X/..", "since the years 1900 to 1909"),
        ("../-0499", "until 500 BC"),
        ("1950~/", "from about 1950, end unknown"),
        ("/1950-03", "until March 1950, start unknown"),
    ],
    "sets": [
        ("[-0211,-0210]", "212 or 211 BC"),
        ("[1961-08-12,1961-08-13,1961-08-14]", "12, 13 or 14 August 1961"),
        ("[1961-07,1961-08]", "July or August 1961"),
        ("[1961-07,1962]", "July 1961 or 1962"),
        ("[-0027,0014]", "28 BC or AD 14"),
        ("{1960,1961,1965..1967}", "1960, 1961 and 1965 to 1967"),
        ("[1760-01,1760-12..]", "January 1760 or December 1760 or later"),
        ("{1760..}", "from 1760 on"),
        ("[193X,1945]", "the 1930s or 1945"),
    ],
    "times": [
        ("2021-07-11T10:00:30", "11 July 2021, 10:00:30"),
        ("2021-07-11T00:00:00Z", "11 July 2021, 00:00 UTC"),
        ("-0043-03-15T12:00:00", "15 March 44 BC, 12:00"),
    ],
}

SHADES = [
    ("1981", "START", "early 1981"),
    ("1961-07-11", "START", "early on 11 July 1961"),
    ("1962-21", "END", "late spring 1962"),
    ("-0043", "END", "late 44 BC"),
    ("043X", "MID", "mid-430s AD"),
    ("18XX", "END", "late 19th century"),
    ("-0199/-0150", "START", "the early part of the first half of the 2nd century BC"),
    ("190X", "END", "the late part of 1900 to 1909"),
    ("1985-XX-XX", "END", "the late part of some day in 1985"),
    ("193X~", "MID", "about the mid-1930s"),
    ("../199X", "END", "until the late 1990s"),
    ("1850~", "APPROX", "about 1850"),
    ("1850%", "APPROX", "perhaps about 1850"),
    ("1950/1953", "APPROX", "about 1950 to 1953"),
    ("1950~/1953", "APPROX", "from about 1950 to 1953"),
    ("-0499/-0400", "APPROX", "about the 5th century BC"),
    ("1945/..", "APPROX", "since about 1945"),
    ("193X", "AFTER", "after the 1930s"),
    ("1453-05-29", "ON_OR_AFTER", "29 May 1453 or later"),
    ("../1453", None, "until 1453"),
    ("../1453", "AFTER", "until 1453"),
    ("1945/..", "BEFORE", "since 1945"),
    ("[1914,1915]", "BEFORE", "before 1914 or 1915"),
    ("1981", "LESS_THAN", "1981"),
]


@pytest.mark.parametrize(("text", "words"), [row for rows in WORDS.values() for row in rows])
def test_words(text: str, words: str) -> None:
    assert say(text) == words


@pytest.mark.parametrize(("text", "mod", "words"), SHADES)
def test_shades(text: str, mod: str | None, words: str) -> None:
    assert say(text, mod) == words


def test_values_and_texts_are_said_alike() -> None:
    assert say(Date(-43, 3, 15)) == say("-0043-03-15") == "15 March 44 BC"


def test_all_months_are_named() -> None:
    names = [say(Date(1961, month)).removesuffix(" 1961") for month in range(1, 13)]
    assert " ".join(names) == ("January February March April May June July August September October November December")
