"""The addresses of the page Check, by the protocol that the server speaks: what is answered, refused, never lost."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.app.test_doors import OURS, ask  # noqa: F401  a fixture
from tests.unit.review.made import fresh as as_read
from tests.unit.review.made import read, telling
from timeline.app.desk import workspace
from timeline.app.own import Current, current
from timeline.app.writing import write
from timeline.model import Decision
from timeline.review.log import undo

AT = "2026-03-01T10:00:00Z"
BRIDGE = telling(as_read(), "opened the Harbour").id
SUNDAY = next(m.id for m in read().mentions if m.text == "Sunday")


class House:
    """A collection of its own, and the ways to ask about it."""

    def __init__(self, way: Any) -> None:
        self.ask = way
        self.key = workspace().keep(read(), "A town", at=AT).id

    def get(self, path: str, **query: str) -> tuple[int, Any]:
        status, answer = self.ask("GET", f"/timeline/desk/check/{self.key}/{path}", OURS, query=urlencode(query))
        return status, answer

    def post(self, path: str, **wish: Any) -> tuple[int, Any]:
        status, answer = self.ask("POST", f"/timeline/desk/check/{self.key}/{path}", OURS, json.dumps(wish).encode())
        return status, answer

    def page(self, **query: str) -> Any:
        where = urlencode({"c": self.key, **query})
        return self.ask("GET", "/timeline/desk/page/check", OURS, query=where)[1]["given"]


@pytest.fixture
def house(ask) -> House:  # noqa: F811  the fixture
    return House(ask)


def test_a_card_with_everything_about_the_event(house: House) -> None:
    status, card = house.get(f"card/{BRIDGE}")
    assert status == 200
    assert [one["words"] for one in card["citations"]] == ["3 May 1931", "4 May 1931"]
    assert [one["when"] for one in card["dates"]] == ["4 May 1931", "3 May 1931"]
    assert (card["version"], card["history"], card["reasons"][0]["sort"]) == (0, [], "Articles differ")
    assert house.get(f"card/{SUNDAY}")[1]["citations"][0]["words"] == "Sunday"
    assert house.get("card/e0")[0] == 404


def test_a_typed_date_is_read_back(house: House) -> None:
    assert house.get("date", text="c. 520 BC") == (
        200,
        {"edtf": "-0519~", "mod": "APPROX", "words": "about 520 BC", "others": []},
    )
    status, answer = house.get("date", text="soon")
    assert status == 400
    assert "can't be read as a date" in answer["problem"]


def test_what_another_changed_first_is_not_overwritten(house: House) -> None:
    wish = {"targets": [BRIDGE], "versions": {BRIDGE: 0}, "by": "Ada"}
    assert house.post("decide", action="date", edtf="1931", **wish)[0] == 200
    status, answer = house.post("decide", action="set aside", **wish)
    assert status == 409
    assert "changed in another window" in answer["problem"]
    assert house.get(f"card/{BRIDGE}")[1]["when"] == "1931"
    assert len(house.page()["steps"]) == 1


def test_what_others_changed_of_it_else_stays_beside(house: House) -> None:
    seen = {"targets": [BRIDGE], "versions": {BRIDGE: 0}}
    assert house.post("decide", action="edit", fields={"add_tags": ["sea"]}, by="Ada", **seen)[0] == 200
    assert house.post("decide", action="edit", fields={"add_tags": ["iron"]}, by="Ben", **seen)[0] == 200
    assert house.post("decide", action="date", edtf="1931", by="Cyd", **seen)[0] == 200
    assert house.post("decide", action="edit", fields={"headline": "A bridge"}, by="Ada", **seen)[0] == 200
    assert house.post("decide", action="accept", by="Ben", **seen)[0] == 409, "nobody accepts a date unseen"
    assert house.post("decide", action="edit", fields={"headline": "The bridge"}, by="Ben", **seen)[0] == 409
    card = house.get(f"card/{BRIDGE}")[1]
    assert (card["tags"], card["when"], card["headline"]) == (["sea", "iron"], "1931", "A bridge")


def test_an_opinion_keeps_nobody_from_deciding(house: House) -> None:
    opinion = {"targets": [BRIDGE], "verdict": "accept", "by": "Ben"}
    assert house.post("decide", action="opinion", **opinion)[0] == 200
    version = house.get(f"card/{BRIDGE}")[1]["version"]
    wish = {"targets": [BRIDGE], "versions": {BRIDGE: version}, "by": "Ada"}
    assert house.post("decide", action="accept", **wish)[0] == 200
    assert house.post("decide", action="opinion", **opinion)[0] == 200
    assert house.post("bulk", action="accept", count=house.page()["all"])[0] == 200
    assert house.post("undo", by="Ada")[0] == 200


def test_all_of_a_filter_only_as_many_as_were_shown(house: House) -> None:
    assert house.page(sort="undated")["left"] == 1
    assert house.post("bulk", action="accept", sort="undated", count=2)[0] == 409
    assert (
        house.post("bulk", action="tag", tag="x", sort="undated", count=1)[0] == 400
    )  # words without a date have none
    assert house.post("bulk", action="tag", tag="later", count=2)[0] == 200  # the event, of the two
    assert house.get(f"card/{BRIDGE}")[1]["tags"] == ["later"]
    assert house.post("bulk", action="accept", count=2)[0] == 200
    assert house.page()["all"] == 0
    assert house.post("undo")[0] == 200  # events and words are one step
    assert house.page()["all"] == 2
    assert house.post("bulk", action="set aside", count=2)[0] == 200
    assert [one["id"] for one in house.page()["aside"]] == [BRIDGE]
    assert house.get(f"card/{SUNDAY}")[1]["history"][-1]["words"] == "set it aside"
    assert house.post("undo")[0] == 200
    assert (house.page()["all"], house.page()["aside"]) == (2, [])


def test_two_windows_that_go_back_at_the_same_moment_go_two_steps_back(house: House) -> None:
    for tag in ("steel", "toll"):
        house.post("decide", action="edit", targets=[BRIDGE], fields={"add_tags": [tag]}, by="Ada")

    def step(here: Current) -> Decision:
        return undo(here.decided.log, by="Ada", at=AT)

    def while_another_does_the_same(here: Current) -> Decision:
        if len(here.decided.log) == 2:
            write(house.key, AT, step)
        return step(here)

    write(house.key, AT, while_another_does_the_same)
    assert current(house.key).decided.counts == (False, False, True, True)


def test_events_that_nothing_speaks_against_can_be_checked_too(house: House) -> None:
    every = [event.id for event in read().events]
    page = house.page(sort="unchecked")
    assert [look["target"] for look in page["looks"]] == every
    assert [look["sorts"] for look in page["looks"] if look["target"] == BRIDGE] == [["Articles differ"]]
    assert (page["all"], page["unchecked"], page["left"]) == (2, len(every), len(every))
    other = next(one for one in every if one != BRIDGE)
    assert house.post("decide", action="accept", targets=[other])[0] == 200
    page = house.page(sort="unchecked", article=read().events[0].citations[0].document)
    assert other not in [look["target"] for look in page["looks"]]
    assert 0 < page["left"] < page["unchecked"] == len(every) - 1
    assert house.post("bulk", action="accept", sort="unchecked", count=len(every) - 1)[0] == 200
    assert (house.page()["unchecked"], [look["target"] for look in house.page()["looks"]]) == (0, [SUNDAY])


def test_steps_go_back_and_forth_over_a_new_start(house: House) -> None:
    house.post("decide", action="accept", targets=[BRIDGE])
    house.post("decide", action="accept", targets=[SUNDAY])
    assert house.page()["looks"] == []
    assert house.post("undo")[1]["target"] == SUNDAY
    assert house.post("undo")[1]["target"] == BRIDGE
    assert house.post("undo") == (400, {"problem": "There is nothing left to undo."})
    assert house.post("redo")[1]["target"] == BRIDGE
    assert [look["target"] for look in house.page()["looks"]] == [SUNDAY]


@pytest.mark.parametrize(
    "wish",
    [
        {}, {"action": "drop"}, {"action": "accept"}, {"action": "accept", "targets": "e1"},
        {"action": "accept", "targets": ["e0"]}, {"action": "date", "targets": [BRIDGE]},
        {"action": "date", "targets": [BRIDGE], "edtf": "soon"}, {"action": "edit", "targets": [BRIDGE], "fields": []},
        {"action": "edit", "targets": [BRIDGE], "fields": {"edtf": "1931"}}, {"action": "split", "targets": [BRIDGE]},
        {"action": "settle", "targets": [BRIDGE]}, {"action": "make", "document": "d0", "start": 0, "end": 5},
        {"action": "opinion", "targets": [BRIDGE], "verdict": "accept"}, {"action": "merge", "targets": [BRIDGE]},
        {"action": "split", "targets": [], "going": [0]}, {"action": "accept", "targets": [BRIDGE], "by": 7},
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_granted_changes_nothing(house: House, wish: dict[str, Any]) -> None:
    status, answer = house.post("decide", **wish)
    assert status == 400
    assert answer["problem"].endswith((".", "first"))
    assert house.page()["steps"] == []


def test_words_of_an_article_and_events_by_their_words(house: House) -> None:
    document = read().documents[2]
    status, article = house.get(f"article/{document.id}")
    assert (status, article["text"]) == (200, document.text)
    assert [one["text"] for one in article["mentions"]] == ["Sunday", "1940"]
    assert [one["headline"] for one in house.get("find", words="burnt MILL")[1]["events"]] == [
        "The old mill burnt down"
    ]
    assert house.get("find", words=" ")[1]["events"] == []
    assert house.get("article/d0")[0] == 404
