"""What the page Compare is told: two collections, a collection and what it was, two editions of an article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.test_doors import OURS, ask  # noqa: F401  a fixture
from tests.unit.review.made import DOCUMENTS, NEWS, WHO, article, fresh, read, telling
from timeline.app.desk import workspace
from timeline.pipeline import build_timeline
from timeline.review.wishes import set_aside, set_date

AT, LATER = "2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z"
MORE = article("news.txt", "1990-01-02", NEWS)


@pytest.fixture
def compared(ask) -> Any:  # noqa: F811  the fixture
    def compared(**query: str) -> Any:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return ask("GET", "/timeline/desk/page/compare", OURS, query=asked)[1]

    return compared


@pytest.fixture
def town(compared) -> str:
    """A collection that was read again after an article came."""
    key = workspace().keep(read(), "A town", at=AT).id
    added = workspace().bring(key, [MORE], at=LATER)
    again = build_timeline((*DOCUMENTS, *added.documents), earlier=read())
    workspace().keep_reading(key, again, of_revision=added.revision, at=LATER)
    return key


def headlines(kind: dict[str, Any]) -> list[str]:
    return [one["headline"] for one in kind["first"]]


def test_what_was_read_before_stands_beside_what_is_now(compared, town):
    told = compared(c=town)["given"]
    assert (told["before"], told["after"]) == (f"{town}@1", town)
    (reading,) = told["readings"]
    assert (reading["made"], reading["until"], reading["articles"]) == (AT, LATER, len(DOCUMENTS))
    assert reading["why"] == {"came": 1, "went": 0, "described": 0, "rules": False}
    assert (told["now"]["made"], told["now"]["articles"]) == (LATER, len(DOCUMENTS) + 1)
    assert headlines(told["events"]["added"]) == ["A school was opened in Larn"]
    assert [[one["when"] for one in pair] for pair in told["events"]["redated"]["first"]] == [["1940", "7 June 1940"]]
    back = compared(c=town, before=town, after=f"{town}@1")["given"]
    assert headlines(back["events"]["gone"]) == ["A school was opened in Larn"]


def test_what_people_decide_is_laid_over_both(compared, town):
    museum, ferry = (telling(fresh(), words).id for words in ("museum", "Swallow"))
    for decision in (set_date(fresh(), [museum], "1953", **WHO), set_aside(fresh(), [ferry], **WHO)):
        workspace().decide(town, [decision.plain()], at=LATER)
    told = compared(c=town)["given"]["events"]
    assert (told["redated"]["count"], told["gone"]["count"]) == (1, 0)


def test_a_collection_that_was_read_once_has_nothing_before(compared):
    key = workspace().keep(read(), "A town", at=AT).id
    told = compared(c=key)["given"]
    assert (told["before"], told["after"], told["readings"]) == (key, "", [])
    assert "events" not in told


def test_two_editions_with_their_sentences(compared):
    text = DOCUMENTS[0].text
    other = article("again.txt", "1962-01-01", text.replace("1934", "1935").replace("A ferry", "The old ferry"))
    both = build_timeline((DOCUMENTS[0], other))
    key = workspace().keep(both, "Editions", at=AT).id
    one, two = (document.id for document in both.documents)
    half = compared(c=key, before=key, after=key, one=one)["given"]
    assert "events" not in half
    assert [len(side) for side in half["articles"]] == [2, 2]
    told = compared(c=key, before=key, after=key, one=one, other=two)["given"]
    (pair,) = told["sentences"]["reworded"]["first"]
    assert ["".join(words for alone, words in side if alone).strip() for side in pair] == ["A 1934.", "The old 1935."]
    assert (told["sentences"]["added"]["count"], told["sentences"]["gone"]["count"]) == (0, 0)
    assert told["sentences"]["same"] == len(both.documents[0].sentences) - 1
    named = compared(c=key, before=key, after=key, one="post.txt", other="again.txt")["given"]  # by their files
    assert named["sentences"] == told["sentences"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"before": "none", "after": "{}"}, "There is no collection “none” here."),
        ({"before": "{}@9", "after": "{}"}, "“A town” has no reading 9: only the last"),
        ({"before": "{}", "after": "{}", "one": "d0", "other": "d0"}, "There is no article"),
    ],
)
def test_what_is_not_there_is_said_to_be_so(compared, town, query, words):
    told = compared(c=town, **{name: value.format(town) for name, value in query.items()})
    assert words in told["problem"]


def test_of_many_differences_the_first_are_sent_and_all_are_counted(compared, monkeypatch):
    monkeypatch.setattr("timeline.app.compare_page.MOST", 2)
    many = workspace().keep(read(), "Many", at=AT).id
    none = workspace().keep(replace(read(), events=()), "None", at=AT).id
    added = compared(c=none, before=none, after=many)["given"]["events"]["added"]
    assert (added["count"], len(added["first"])) == (len(read().events), 2)
