"""An article among the others, and two side by side."""

from __future__ import annotations

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.errors import TeachError
from timeline.teach import (
    LANGUAGES,
    Beside,
    Matter,
    SourceWork,
    about_article,
    beside,
    of_plain,
    plain,
    source_sheet,
    speech,
)
from timeline.teach.lapses import apart, lapse
from timeline.teach.paper import Run, Text

A = "The bridge at Larn was opened in May 1883. The mill at Larn burned down in 1891."
B = "In May 1883 the bridge at Larn was opened. The ferry at Larn sank in 1840. The tower fell in 1912."


NAMES = [f"{what} at {where}" for what in ("mill", "inn", "barn", "school", "chapel", "tower", "bakery")
         for where in ("Larn", "Orno", "Tarn", "Quill", "Brand")]  # fmt: skip


def heads(told: tuple) -> set[str]:
    return {one.headline for one in told}


def test_an_article_among_the_others() -> None:
    told = read(A, B)
    one = about_article(told, told.documents[0].id)
    assert one.about.written == "12 February 2013"
    assert heads(one.alone) == {"The mill at Larn burned down"}
    assert heads(one.confirmed) == {"The bridge at Larn was opened"}
    assert heads(one.left_out) == {"The ferry at Larn sank", "The tower fell"}
    assert one.differs == ()
    assert (one.said, one.counted, one.open) == (2, 0, 0)
    assert one.confirmed[0].lapse == "written 130 years after it"
    assert one.confirmed[0].others[0].title == "Article 2"
    assert of_plain(SourceWork, plain(one)) == one


def test_what_came_later_is_not_left_out() -> None:
    told = read(A, B, published="1900-01-01")
    assert heads(about_article(told, told.documents[0].id).left_out) == {"The ferry at Larn sank"}


def test_of_what_is_left_out_that_is_named_which_most_tell_in_order_of_time() -> None:
    years = " ".join(f"The {name} burned down in {1801 + n}." for n, name in enumerate(NAMES))
    last = f"The {NAMES[-1]} burned down in {1800 + len(NAMES)}."
    told = read("The bridge at Larn was opened in May 1883.", years, last)
    work = about_article(told, told.documents[0].id)
    assert (len(work.left_out), work.left_out_more) == (30, len(NAMES) - 30)
    assert [one.date for one in work.left_out] == [*(f"{1801 + n}" for n in range(29)), f"{1800 + len(NAMES)}"]
    paper = source_sheet(told, told.documents[0].id)
    assert paper.sections[1].groups[-1].parts[-1] == Text((Run("5 more, which fewer articles tell"),), "dim")


def test_a_date_that_is_only_a_bound_is_said_as_one() -> None:
    told = read("The mill at Larn burned down in 1891.", published="1999/..")
    assert about_article(told, told.documents[0].id).about.written == "1999 or later"
    assert about_article(told, told.documents[0].id, "de").about.written == "1999 oder später"


def test_two_side_by_side() -> None:
    told = read(A, B)
    both = beside(told, told.documents[0].id, told.documents[1].id)
    assert heads(both.both) == {"The bridge at Larn was opened"}
    assert heads(both.only_one) == {"The mill at Larn burned down"}
    assert heads(both.only_two) == {"The ferry at Larn sank", "The tower fell"}
    assert of_plain(Beside, plain(both)) == both


def test_where_they_differ() -> None:
    matter = sample("ancient")
    names = {matter.quotes.title(name): name for name in matter.quotes.documents}
    two = beside(matter, names["The Silver of Laurion"], names["The Man Who Bought a Fleet"])
    (told,) = two.differ
    assert told.own is not None
    assert (told.own.date, [voice.date for voice in told.others]) == ("483 BC", ["482 BC"])
    assert told.apart == ("one year apart",)
    fits = beside(matter, names["What the Oars Remember"], names["The Man Who Bought a Fleet"])
    assert fits.differ == ()  # "483 or 482 BC" holds 482 BC


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_article_in_every_language(name: str, language: str) -> None:
    matter: Matter = sample(name)
    for document in matter.collection.documents:
        work = about_article(matter, document.id, language)
        cited = {e.id for e in matter.collection.events if any(c.document == document.id for c in e.citations)}
        told = [one.event for part in (work.alone, work.confirmed, work.differs) for one in part]
        assert sorted(told) == sorted(cited)
        assert not cited & {one.event for one in work.left_out}


def test_what_cant_be() -> None:
    matter = sample("ancient")
    first = matter.collection.documents[0].id
    with pytest.raises(TeachError, match="no longer in the collection"):
        about_article(matter, "nobody")
    with pytest.raises(TeachError, match="beside itself"):
        beside(matter, first, first)
    with pytest.raises(TeachError, match="글"):
        beside(matter, first, first, "ko")


LAPSES = [
    ("1961-07-11", "1961-07-11", "written on the same day"),
    ("1961-07-11", "1961-07-16", "written 5 days after it"),
    ("1961-07-11", "1961-12-24", "written 5 months after it"),
    ("1961-07-11", "2021-07-10", "written 59 years after it"),
    ("1961-07-11", "2021-07-11", "written 60 years after it"),
    ("1961-07-11", "2021-07", "written 60 years after it"),
    ("1961-07", "1961-07-20", "written in the same month"),
    ("1961-07", "1961-09", "written 2 months after it"),
    ("1961", "1961-09", "written in the same year"),
    ("1950/1953", "2021-07-16", "written 68 years after it"),
    ("-0482", "2017-09-10", "written 2499 years after it"),
    ("1961-07-11", "1961-07-12", "written one day after it"),
    ("1961-07", "1961-08", "written one month after it"),
    ("1961", "1962", "written one year after it"),
    ("2030", "2021-07-16", "written before it"),
    ("1961", "1999/..", ""),
    ("1945/..", "1999", ""),
    ("1961", None, ""),
]


@pytest.mark.parametrize(("happened", "written", "words"), LAPSES)
def test_lapses(happened: str, written: str | None, words: str) -> None:
    assert lapse(happened, written, speech("en")) == words


APART = [
    ("1911-12-14", "1911-12-15", "one day apart"),
    ("1911-12-14", "1912-02-12", "60 days apart"),
    ("1911-12-14", "1912-03-14", "3 months apart"),
    ("1911-12-14", "1921-12-13", "9 years apart"),
    ("[1912-03-15,1912-03-16]", "1912-03-17", "one day apart"),
    ("1911-12-14/1911-12-17", "1911-12-20", "3 days apart"),
    ("1911-12", "1912-01", "one month apart"),
    ("1911-12", "1912-01-31", "one month apart"),
    ("1911-12", "1914-01", "3 years apart"),
    ("-0482", "-0481", "one year apart"),
    ("0000", "0001", "one year apart"),
    ("1999", "2000-01-01", "one year apart"),
    ("193X", "1961", "22 years apart"),
    ("1911-12-14", "1911-12-14", ""),
    ("1911-12-14", "1911-12", ""),
    ("-0482", "[-0482,-0481]", ""),
    ("-0523~", "-0517", ""),
    ("1945/..", "1950", ""),
    ("../1945", "1950", "5 years apart"),
]


@pytest.mark.parametrize(("one", "other", "words"), APART)
def test_how_far_apart(one: str, other: str, words: str) -> None:
    assert apart(one, other, speech("en")) == words
    assert apart(other, one, speech("en")) == words


def test_what_an_article_says_stands_beside_what_each_other_one_does() -> None:
    third = "The bridge at Larn was opened on 5 June 1883."
    told = read(A, B, third)
    (bridge,) = about_article(told, told.documents[0].id).differs
    assert bridge.own is not None
    assert {voice.title: words for voice, words in zip(bridge.others, bridge.apart, strict=True)} == {
        "Article 2": "",
        "Article 3": "one month apart",
    }


def test_one_is_said_as_one_in_every_language() -> None:
    for language in LANGUAGES:
        words = speech(language)
        assert words.text("lapse.years", count=1) == words.text("lapse.years-one") != words.text("lapse.years", count=2)
        assert "2" in words.text("apart.days", count=2)
