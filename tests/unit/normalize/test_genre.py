"""What a text is, and each paragraph of it: which date each date without a year is given, and that the reason shows."""

import pytest

from timeline import explain

DCT = "2013-02-12"


def values(text: str, published: str | None = DCT) -> dict[str, str]:
    return {m.text: m.edtf or m.value for m in explain(text, published=published)}


HISTORY_IN_NEWS = (
    "The council closed the old mill yesterday, and the last sack left on 8 February.\n\n"
    "In 1850 three brothers built it beside the weir. On 4 March 1871 it burnt to the ground, and by September "
    "it stood again. In June 1872 the first steam engine was set up.\n\n"
    "The mayor said on Monday that work would start on 3 January, but nobody came."
)

ENCYCLOPEDIA = (
    "The Salt Road was opened in 1411. In May 1423 the duke closed it, and in August he thought better of it.\n\n"
    "In 1502 a bridge was added. In March 1503 it fell.\n\n"
    "Today the road is a path for walkers."
)

FEATURE = (
    "Yesterday Ada Marsh found a spoon under her floor. She has found things since 9 January.\n\n"
    "Her house was built in 1781. In May 1799 a French officer was lodged there, and in July he fled.\n\n"
    "In 1802 it became a school. In October the first girls were let in."
)

OBITUARY = (
    "Tom Reed, who mapped the moors, died on Sunday. He was 90.\n\n"
    "He was born in 1923 and joined the survey in 1946. In April 1950 he lost a boot, and in June a tent.\n\n"
    "A service will be held on 20 February."
)

DIARY = (
    "3 May 1915\n\nWe came up last night. I saw the sea on 1 May.\n\n"
    "4 May\n\nRain today. We march tomorrow.\n\n"
    "Sunday, 2 January\n\nMy boots gave out yesterday."
)

CHRONICLE = (
    "1949: The dam is planned. In May the first huts are built.\n1952: The dam is closed in April.\n"
    "1990: It is blown up."
)

QUESTIONS = (
    "Q: When did you hear of it?\nA: Last night. They rang me on 4 February.\n\n"
    "Q: And the first time?\nA: That was in 1987. In March I had moved here, and by June the whole street knew."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HISTORY_IN_NEWS, {"8 February": "2013-02-08", "by September": "../1871-09", "3 January": "2013-01-03"}),
        (ENCYCLOPEDIA, {"August": "1423-08"}),
        (FEATURE, {"since 9 January": "2013-01-09/..", "July": "1799-07", "October": "1802-10"}),
        (OBITUARY, {"Sunday": "2013-02-10", "June": "1950-06", "20 February": "2013-02-20"}),
        (CHRONICLE, {"May": "1949-05", "April": "1952-04"}),
        (QUESTIONS, {"4 February": "2013-02-04", "March": "1987-03", "by June": "../1987-06"}),
        (
            "The brewery, founded in 1908, was sold on June 1. Its owner, born in Ghent, leaves on Friday.",
            {"June 1": "2012-06-01"},
        ),
        ("On 7 January the ferry sank. It was built in 1998.", {"7 January": "2013-01-07"}),
        (
            (
                "He said the ship had been seen in 1891. “It went down in March, and we dive tomorrow,” he wrote.\n\n"
                "In 1893 a second ship followed. In 1895 a third came, and in May a fourth. In 1897 the line closed."
            ),
            {"May": "1895-05"},
        ),
        ("Oslo, 9 February – In 1905 the hall was let. In 1907 it was sold, and in May razed.", {"May": "1907-05"}),
        (
            "Oslo, 9 February – The hall was sold on 4 February. In 1905, 1907 and 1911 it was let.",
            {"4 February": "2013-02-04"},
        ),
    ],
)  # fmt: skip
def test_each_paragraph_has_its_own_time(text: str, expected: dict[str, str]) -> None:
    read = values(text)
    assert {words: read[words] for words in expected} == expected


def test_a_diary_counts_from_each_entry() -> None:
    assert values(DIARY, None) == {
        "3 May 1915": "1915-05-03",
        "last night": "1915-05-02",
        "1 May": "1915-05-01",
        "4 May": "1915-05-04",
        "today": "1915-05-04",
        "tomorrow": "1915-05-05",
        "Sunday, 2 January": "1916-01-02",
        "yesterday": "1916-01-01",
    }
    heads = [m for m in explain(DIARY) if m.text in {"3 May 1915", "4 May", "Sunday, 2 January"}]
    assert [m.outcome for m in heads] == ["set aside"] * 3


def test_a_weekday_alone_heads_an_entry_below_a_dated_one() -> None:
    diary = "Monday, 3 May 1915\n\nWe marched.\n\nTuesday\n\nI wrote yesterday's letters.\n\nThursday. They left today."
    assert values(diary, None) == {
        "Monday, 3 May 1915": "1915-05-03",
        "Tuesday": "1915-05-04",
        "yesterday": "1915-05-03",
        "Thursday": "1915-05-06",
        "today": "1915-05-06",
    }


def test_opening_hours_below_a_date_make_no_diary() -> None:
    hours = "12 February 2013\n\nWe are open late.\n\nFriday: until ten."
    assert values(hours)["Friday"] != "2013-02-12"
    assert [m.outcome for m in explain(hours, published=DCT) if m.text == "Friday"] == ["open"]


def test_lines_that_are_dates_make_no_diary_where_nobody_speaks() -> None:
    chronicle = "3 May 1915\n\nThe fleet sails.\n\n4 May 1915\n\nThe wreck can be seen there today."
    assert values(chronicle)["today"] == "2013-02-12"


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (HISTORY_IN_NEWS, "by September", "Its paragraph tells of past years"),
        (HISTORY_IN_NEWS, "8 February", "Its paragraph speaks of “yesterday”"),
        (ENCYCLOPEDIA, "August", "The text reads as a history (4 dates with a year, 1 word like “yesterday”)"),
        ("LISBON, 9 Feb. — The port shut on 4 February.", "4 February", "The text begins with a dateline"),
        ("The port shut on 4 February.", "4 February", "The text reads as news"),
    ],
)
def test_the_reason_stands_in_the_steps(text: str, words: str, why: str) -> None:
    mention = next(m for m in explain(text, published=DCT) if m.text == words)
    assert any(step.startswith(why) for step in mention.derivation), mention.derivation


@pytest.mark.parametrize("genre", ["news", "narrative"])
def test_the_genre_can_be_told(genre: str) -> None:
    text = "In 1850 it was built. In March 1871 it burnt, and in May it stood again."
    mention = explain(text, published=DCT, genre=genre)[-1]  # type: ignore[arg-type]
    assert mention.edtf == {"news": "2012-05", "narrative": "1871-05"}[genre]
    assert "as was asked" in mention.derivation[-1]


@pytest.mark.parametrize(
    "aside",
    [
        "Photo: The mill on 3 May 1911.",
        "Figure 3: The mill as it was on 3 May 1911.",
        "Fig. 12. The mill in 1911",
        "[12] The mill was sold on 3 May 1911.",
        "[^a]: Sold on 3 May 1911.",
        "Note 4: the deed is of 3 May 1911.",
        "† Sold again on 3 May 1911.",
    ],
)
def test_captions_and_footnotes_do_not_move_the_story(aside: str) -> None:
    story = "In 1850 the mill was built. In March 1871 it burnt.\n{}\nIn May it stood again. In 1873 it was sold."
    assert values(story.format(aside))["May"] == "1871-05"


@pytest.mark.parametrize("line", ["* In 1911 it was sold.", "Map makers came in 1911.", "Notes were taken in 1911."])
def test_what_only_looks_like_a_caption_moves_it(line: str) -> None:
    story = "In 1850 the mill was built. In March 1871 it burnt.\n\n{}\nIn May it stood empty. In 1913 it was razed."
    assert values(story.format(line))["May"] == "1911-05"
