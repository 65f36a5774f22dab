"""Source work, by the protocol that the server speaks: an article among the others, two side by side, and on paper."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.app.test_teach import teach
from tests.browser.made import hostile
from timeline.app import sourcing
from timeline.app.desk import workspace
from timeline.app.visitors import OWN_WORD, WORD

SAMPLE = "south-pole"
PAPER = f"/timeline/desk/teach/{SAMPLE}/source/paper"


def articles(ask: Ask, sample: str = SAMPLE) -> list[str]:  # noqa: F811
    return [one["id"] for one in teach(ask, c=sample)["given"]["articles"]]


def source(ask: Ask, one: str, two: str = "", **query: str) -> dict[str, Any]:  # noqa: F811
    return teach(ask, **{"c": SAMPLE, "source": one, "beside": two, **query})["given"]["source"]


def test_an_article_stands_among_the_others(ask: Ask) -> None:  # noqa: F811
    last = source(ask, articles(ask)[3])
    assert last["about"]["publisher"] == "Museum of Polar Voyages"
    assert last["about"]["written"] == "17 January 2012"
    for kind in ("alone", "confirmed", "differs", "left_out"):
        assert last[kind]["count"] == len(last[kind]["first"]) > 0, kind
    own = last["differs"]["first"][0]["own"]
    assert own["proof"]["mention"], "the sentence is read at its date in the article"
    assert own["proof"]["language"] == "en"


def test_two_stand_side_by_side_in_the_language_of_the_lesson(ask: Ask) -> None:  # noqa: F811
    one, _, three, _ = articles(ask)
    told = source(ask, one, three, lang="de")
    assert (told["one"]["document"], told["two"]["document"]) == (one, three)
    apart = [event["apart"][0] for event in told["differ"]["first"]]
    assert set(apart) == {"einen Tag auseinander"}


def test_of_many_events_the_first_are_sent_and_all_are_counted(ask: Ask, monkeypatch) -> None:  # noqa: F811
    whole = source(ask, articles(ask)[0])["alone"]
    monkeypatch.setattr(sourcing, "MOST_OF_A_KIND", 1)
    cut = source(ask, articles(ask)[0])["alone"]
    assert cut == {"count": whole["count"], "first": whole["first"][:1]}


@pytest.mark.parametrize(("one", "two"), [("nobody", ""), ("<script>", ""), ("first", "nobody"), ("first", "first")])
def test_what_cant_be_is_told_in_a_sentence(ask: Ask, one: str, two: str) -> None:  # noqa: F811
    first = articles(ask)[0]
    asked = {"source": first if one == "first" else one, "beside": first if two == "first" else two}
    page = teach(ask, c=SAMPLE, **asked)
    assert page["problem"].endswith(".")
    assert page["given"] == {}
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    for path in (PAPER, PAPER + ".docx"):
        status, told = ask("GET", path, OURS, query=query)
        assert (status, told.decode().endswith(".")) == (400, True)


def test_it_is_printed_for_both_sizes_and_for_word(ask: Ask) -> None:  # noqa: F811
    one, two, *_ = articles(ask)
    query = f"source={one}&beside={two}&lang=de"
    status, page = ask("GET", PAPER, OURS, query=query)
    text = page.decode()
    assert (status, "size: A4 portrait" in text, '<html lang="de">' in text) == (200, True, True)
    assert f'href="{PAPER}?{query.replace("&", "&amp;")}&amp;size=letter"' in text
    assert f'href="{PAPER}.docx?{query.replace("&", "&amp;")}&amp;size=A4"' in text
    status, file = ask("GET", PAPER + ".docx", OURS, query=query)
    assert status == 200
    told = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(file)).paragraphs)
    assert "The South Pole is reached" in told
    assert "einen Tag" not in told.split("Lösungen")[0], "how far apart they are is for the key"


def test_what_is_not_shared_is_not_told_of(ask: Ask, monkeypatch) -> None:  # noqa: F811
    kept = workspace().keep(hostile(), "Diary", at="2026-03-01T10:00:00Z", shared=False)
    first = teach(ask, c=kept.id)["given"]["articles"][0]["id"]
    paper = f"/timeline/desk/teach/{kept.id}/source/paper"
    assert ask("GET", paper, OURS, query=f"source={first}")[0] == 200
    monkeypatch.setenv(WORD, "acorn tree")
    monkeypatch.setenv(OWN_WORD, "birch wood")
    assert teach(ask, c=kept.id, source=first)["given"] == {}
    assert ask("GET", paper, OURS, query=f"source={first}")[0] == 404


def test_a_hostile_article_is_text_alone(ask: Ask) -> None:  # noqa: F811
    kept = workspace().keep(hostile(), "Hostile", at="2026-03-01T10:00:00Z")
    for one in teach(ask, c=kept.id)["given"]["articles"]:
        told = teach(ask, c=kept.id, source=one["id"])["given"]["source"]
        assert told["about"]["url"] == "" or told["about"]["url"].startswith("http")
        assert not any("\u202a" <= sign <= "\u202e" for sign in json.dumps(told, ensure_ascii=False))
        _, page = ask("GET", f"/timeline/desk/teach/{kept.id}/source/paper", OURS, query=f"source={one['id']}")
        assert page.count(b"<script") == 1, "that of the page itself"
