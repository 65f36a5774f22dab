"""An article among the others, and two side by side."""

from __future__ import annotations

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.errors import TeachError
from timeline.teach import LANGUAGES, Beside, Matter, SourceWork, about_article, beside, of_plain, plain, speech
from timeline.teach.lapses import lapse

A = "The bridge at Larn was opened in May 1883. The mill at Larn burned down in 1891."
B = "In May 1883 the bridge at Larn was opened. The ferry at Larn sank in 1840. The tower fell in 1912."


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
    assert one.confirmed[0].lapse == "years after it: 130"
    assert one.confirmed[0].others[0].title == "Article 2"
    assert of_plain(SourceWork, plain(one)) == one


def test_what_came_later_is_not_left_out() -> None:
    told = read(A, B, published="1900-01-01")
    assert heads(about_article(told, told.documents[0].id).left_out) == {"The ferry at Larn sank"}


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
    with pytest.raises(TeachError, match="no article"):
        about_article(matter, "nobody")
    with pytest.raises(TeachError, match="beside itself"):
        beside(matter, first, first)


LAPSES = [
    ("1961-07-11", "1961-07-11", "on the same day"),
    ("1961-07-11", "1961-07-16", "days after it: 5"),
    ("1961-07-11", "1961-12-24", "months after it: 5"),
    ("1961-07-11", "2021-07-10", "years after it: 59"),
    ("1961-07-11", "2021-07-11", "years after it: 60"),
    ("1961-07-11", "2021-07", "years after it: 60"),
    ("1961-07", "1961-07-20", "in the same month"),
    ("1961-07", "1961-09", "months after it: 2"),
    ("1961", "1961-09", "in the same year"),
    ("1950/1953", "2021-07-16", "years after it: 68"),
    ("-0482", "2017-09-10", "years after it: 2499"),
    ("2030", "2021-07-16", "written before it"),
    ("1961", "1999/..", ""),
    ("1945/..", "1999", ""),
    ("1961", None, ""),
]


@pytest.mark.parametrize(("happened", "written", "words"), LAPSES)
def test_lapses(happened: str, written: str | None, words: str) -> None:
    assert lapse(happened, written, speech("en")) == words
